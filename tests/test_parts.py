"""Which figure is a part of which: what stands before a figure, behind its number, and behind its noun."""

from __future__ import annotations

import pytest

from claimcheck.model import Article
from claimcheck.stages.extract import extract

#: language, text, and each part with its whole by their numbers as they are written
PARTS = [
    ("en", "A blast killed 58 people, among them 11 children.", {"11": "58"}),
    ("en", "A blast killed 58 people, 11 of them children.", {"11": "58"}),
    ("en", "The fire killed 58 people. Among them were 11 children.", {"11": "58"}),
    ("en", "Officials put the toll at 58 and said there were 11 children among the dead.", {"11": "58"}),
    ("en", "The attack killed 58 people and wounded 140, of whom 20 are in danger.", {"20": "140"}),
    ("en", "At least 24 people died. The 128 deputies, including six women, voted.", {"six": "128"}),
    ("en", "The attack left 100 people dead and over 400 wounded, mostly women and children.", {}),
    # a town's toll where a quake struck many; not a blast's, nor one that lies close to the largest
    ("en", "A quake struck Italy, killing at least 250 people. Reports said 112 died in Amatrice.", {"112": "250"}),
    ("en", "A quake struck Italy, killing at least 120 people. Reports said 112 died in Amatrice.", {}),
    ("en", "A blast struck Italy, killing at least 250 people. Reports said 112 died in Amatrice.", {}),
    ("ar", "ضرب زلزال عنيف إيران، ما أسفر عن مقتل 407 أشخاص. وقتل 300 شخص في كرمانشاه.", {"300": "407"}),
    ("ar", "قتل 24 شخصا في القصف. وصوت 128 نائبا بينهم 6 نساء على القرار.", {"6": "128"}),
    ("ar", "قتل 51 شخصا بينهم 40 طفلا، وأصيب 79 آخرون بينهم 56 طفلا.", {"40": "51", "56": "79"}),
    ("ar", "أسفر الهجوم عن مقتل 51 شخصا 40 منهم أطفال.", {"40": "51"}),
    ("ar", "أسفر الهجوم عن مقتل 51 شخصا منهم نساء وأطفال.", {}),
    ("ar", "قتل 39 مدنيا وأصيب 51 آخرون بجروح غالبيتهم أطفال.", {"غالبيتهم": "51"}),
    ("ar", "مئة حافلة تنقل 6749 شخصا، ربعهم من المقاتلين، غادرت المنطقة.", {"ربعهم": "6749"}),
    # a bound or a place behind the cue is none of another figure
    ("ar", "أحصت المنظمة 900 جريح، 60 منهم على الأقل فقدوا أطرافهم.", {"60": "900"}),
    ("ar", "قتل 40 منهم 6 أطفال.", {"6": "40"}),
    ("en", "Some 81,000 people fled, nearly 12,000 of them in the past week.", {"12,000": "81,000"}),
    ("en", "The attack wounded 90 people, 20 of them in two hospitals.", {"20": "90"}),
    # lists: each item is of the whole that the list is of
    ("en", "8 killed, among them 6 fighters, 5 civilians", {"6": "8", "5": "8"}),
    ("en", "The blast left 24 dead: 12 in Homs, 10 in Hama and two elsewhere.", {"12": "24", "10": "24", "two": "24"}),
    ("en", "Of the 24 dead, 16 were soldiers and 8 civilians.", {"16": "24", "8": "24"}),
    ("en", "Twelve out of a total of 24 hostages were freed.", {"Twelve": "24"}),
    ("en", "The blast killed 30 people, including 12 women and 15 children, and wounded 40.", {"12": "30", "15": "30"}),
    ("en", "20 people were killed, including three children, and 40 houses burned down.", {"three": "20"}),
    # tolls that add up to another are its parts; what came on top of an earlier one is not
    ("en", "The fire killed 117 people. Some 68 people died at the scene and 49 have died in hospitals.",
     {"68": "117", "49": "117"}),
    ("en", "The death toll is 89. Four more people have died, adding to the 85 previously announced.", {}),
    ("en", "The fire killed 117 people. Some 67 people died at the scene and 49 have died in hospitals.", {}),
    ("ar", "ارتفعت الحصيلة إلى 95 قتيلا. وتوفي 22 شخصا نتيجة انهيار منازل و66 غرقا، و7 نتيجة الصعق الكهربائي.",
     {"22": "95", "66": "95", "7": "95"}),
    # a part of a sum is a sum, of the same currency
    ("en", "Norway pledged 90 million euros for Mali, of which 12 million is for this year.", {"12": "90"}),
    ("en", "The bank lent $90 million, including $12 million to Mali and 4 million euros to Chad.", {"12": "90"}),
    ("en", "They need $90 million to help people in Mali, including 40,000 children.", {}),
    ("ar", "تعهدت النرويج بتقديم 90 مليون يورو لمالي، منها 12 مليونا هذا العام.", {"12": "90"}),
    ("ar", "من 200 حاجز قتل ألف شخص.", {}),
    ("ar", "قتل 8 أشخاص، بينهم 6 مقاتلين من بينهم 5 أجانب، و22 جريحا.", {"6": "8", "5": "6"}),
    ("ar", "قتل 8 أشخاص بينهم 6 مقاتلين و5 مدنيين.", {"6": "8", "5": "8"}),
    ("ar", "أسفر القصف عن مقتل 24 شخصا: 12 في حمص و10 في حماة و5 في إدلب.", {"12": "24", "10": "24", "5": "24"}),
    ("ar", "من بين 24 قتيلا، 16 جنديا و10 مدنيين.", {"16": "24", "10": "24"}),
    ("ar", "أطلق سراح 12 رهينة من أصل 24.", {"12": "24"}),
    ("ar", "قتل 84 شخصا، 60 بالمئة منهم أطفال و30 بالمئة نساء.", {"60": "84", "30": "84"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), PARTS, ids=[text[:50] for _, text, _ in PARTS])
def test_a_part_knows_its_whole(lang: str, text: str, expected: dict[str, str]) -> None:
    claims = extract(Article(id="a", file="a.txt", text=text, lang=lang))
    by_id = {c.id: c for c in claims}
    found = [(c.quote, by_id[c.part_of].quote) for c in claims if c.part_of]
    assert len(found) == len(expected), found
    for (part, whole), (written, of) in zip(found, expected.items(), strict=True):
        assert written in part and of in whole, found


def test_what_was_said_earlier_is_an_earlier_figure() -> None:
    text = "Rescuers had said earlier that they believed 100 people were missing. Now 1,200 are missing."
    early, now = extract(Article(id="a", file="a.txt", text=text, lang="en"))
    assert (early.time.scope, now.time.scope) == ("earlier", "now")
