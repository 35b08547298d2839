"""Sums inside an article: parts that cannot be of their whole are found, all others are left alone."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model import Article, Claim, Finding
from claimcheck.stages.arithmetic import sums
from claimcheck.stages.extract import extract

#: language, text, and the sum as the finding writes it out
WRONG = [
    ("en", "Eight people died, among them six fighters and five civilians.", "+ 5 civilians = 11, but 8 in all"),
    ("en", "8 killed, among them 6 fighters, 5 civilians", "6 fighters + 5 civilians = 11, but 8 in all"),
    ("en", "The blast left 24 dead: 12 in Homs, 10 in Hama and five in Idlib.", "+ 5 Idlib = 27, but 24 in all"),
    ("en", "The blast left 24 dead: 12 in Homs, 10 in Hama and five elsewhere.", "+ 5 elsewhere = 27, but 24 in all"),
    ("en", "The raid killed 30 people, including 12 women, 15 children and 9 men.", "+ 9 men = 36, but 30 in all"),
    ("en", "Police detained 50 protesters, 60 of them foreigners.", "60 foreigners, but 50 in all"),
    ("en", "The blast killed 12 passengers, including 13 children.", "13 children, but 12 in all"),
    ("en", "Officials counted 40 victims: 25 Syrians, 12 Iraqis and nine Lebanese.", "= 46, but 40 in all"),
    ("en", "About 400 people left, including 460 fighters.", "460 fighters, but about 400 in all"),
    ("en", "Eleven people died, more than seven of them children and at least five women.", "= 12, but 11 in all"),
    ("en", "The strike killed 84 people, two thirds of them children and half of them women.", "= 116.7%"),
    ("en", "The raid killed 84 people, 60 percent of them children, 30 percent women and 20 percent men.", "= 110%"),
    ("ar", "قتل 8 أشخاص بينهم 6 مقاتلين و5 مدنيين.", "6 fighters + 5 civilians = 11, but 8 in all"),
    ("ar", "أسفر القصف عن مقتل 24 شخصا: 12 في حمص و10 في حماة و5 في إدلب.", "= 27, but 24 in all"),
    ("ar", "من بين 24 قتيلا، 16 جنديا و10 مدنيين.", "16 soldiers + 10 civilians = 26, but 24 in all"),
    ("ar", "قتل 30 شخصا، بينهم 12 امرأة و15 طفلا و9 رجال.", "= 36, but 30 in all"),
    ("ar", "اعتقلت الشرطة 50 متظاهرا، بينهم 60 أجنبيا.", "60 foreigners, but 50 in all"),
    ("ar", "قتل 84 شخصا، ثلثاهم أطفال ونصفهم نساء.", "= 116.7%"),
    ("ar", "قتل 84 شخصا، 60 بالمئة منهم أطفال و30 بالمئة نساء و20 بالمئة رجال.", "= 110%"),
    ("ar", "مقتل 12 شخصا: 7 جنود و9 مدنيين", "7 soldiers + 9 civilians = 16, but 12 in all"),
    ("ar", "أصيب 79 شخصا بينهم 56 طفلا و30 امرأة.", "56 children + 30 women = 86, but 79 in all"),
]  # fmt: skip

#: language and text of parts that fit, may overlap, or are no parts of the figure before them
FINE = [
    ("en", "At least eight people were killed, among them six fighters and five civilians."),
    ("en", "Eight people were killed, among them six fighters and five foreigners."),
    ("en", "Eight people were killed, among them six fighters, five of them foreigners, and two civilians."),
    ("en", "The blast left 24 dead: 12 in Homs, 10 in Hama and two elsewhere."),
    ("en", "981 people left on 17 buses, among them 44 fighters and 340 civilians."),
    ("en", "Five people were killed, including three children, and 40 others were wounded."),
    ("en", "Eight people were killed and 22 wounded, including 12 children."),
    ("en", "Police said 58 people were trapped in two buildings, including eight in a closet."),
    ("en", "The wave killed 226,000 people in 13 countries, among them 120,000 in Indonesia."),
    ("en", "Twelve out of a total of 24 hostages were freed."),
    ("en", "The quake killed 300 people, including 160 women and 150 children."),
    ("en", "Officials had said earlier that five people died, including two children. The toll later rose to 12."),
    ("en", "A third of them were children, a third women and a third men, of the 90 people who were killed."),
    ("en", "Sixty percent of women and 70 percent of men voted, among them 3 million pensioners."),
    ("en", "The attack killed 12 civilians, including three children, and 15 soldiers."),
    ("ar", "قتل ثمانية أشخاص على الأقل، بينهم ستة مقاتلين من بينهم خمسة أجانب و22 جريحا."),
    ("ar", "قتل 39 مدنيا وأصيب 51 آخرون بجروح بينهم 45 طفلا."),
    ("ar", "قتل 51 شخصا بينهم 40 طفلا، و79 جرحوا بينهم 56 طفلا."),
    ("ar", "وصوت 128 نائبا بينهم 6 نساء على القرار، بعد مقتل 4 أشخاص."),
    ("ar", "مئة حافلة تنقل 6749 شخصا، ربعهم من المقاتلين، غادرت المنطقة."),
    ("ar", "فر نحو 59 ألفا، غالبيتهم من النساء والأطفال، بينهم أكثر من ستة آلاف مقاتل."),
    ("ar", "أدى الزلزال إلى مقتل 226 ألف شخص في 13 دولة، بينهم أكثر من 120 ألفا في إندونيسيا."),
    ("ar", "أسفر القصف عن مقتل 24 شخصا: 12 في حمص و10 في حماة واثنان في إدلب."),
    ("ar", "أطلق سراح 12 رهينة من أصل 24."),
    ("ar", "قتل 84 شخصا، ثلثاهم أطفال وثلثهم نساء."),
    ("ar", "قتل 10 مدنيين بينهم 8 أطفال و5 جنود."),
    ("ar", "غادر 400 شخص بينهم 210 نساء و205 أطفال."),
    # parts of others than the figure before them
    ("en", "Three gunmen attacked a crowd of worshippers, killing many, including 12 women."),
    ("en", "Four suspects were arrested after an attack that killed many people, including 20 children."),
    ("en", "Two men opened fire on a bus, wounding passengers including seven students."),
    ("en", "Five people were killed in the attack. Among the dead of the war are 400 children."),
    ("en", "Two policemen were killed when a mob attacked a station, injuring others including 15 officers."),
    ("en", "Two attackers blew themselves up among mourners, killing scores of people including 15 soldiers."),
    ("en", "One pilot died and the plane carried passengers including 12 children."),
    ("en", "Six countries sent aid to survivors, including 200 children."),
    ("en", "Three soldiers guarded a camp that houses refugees, including 300 women."),
    ("en", "Two journalists and several activists, including 14 women, were detained."),
    ("en", "Twelve people died, including five children, a day after 20 soldiers were killed."),
    ("en", "Five people died, including three children; 20 soldiers were also killed."),
    ("en", "A court sentenced five men, including two officers, and acquitted 12 others."),
    ("en", "Rescuers saved three people, including two children, 40 remained missing."),
    ("en", "The clash left five soldiers dead, including two officers, and 11 rebels."),
    ("ar", "ثلاثة مسلحين هاجموا حشدا من المصلين فقتلوا العديد بينهم 12 امرأة."),
    ("ar", "قتل شخصان عندما هاجم مسلحون حافلة تقل عمالا بينهم 15 أجنبيا."),
    ("ar", "اعتقلت الشرطة 3 رجال بعد هجوم أسفر عن مقتل كثيرين بينهم 20 طفلا."),
    ("ar", "قتل 5 أشخاص في الهجوم. ومن بين قتلى الحرب 400 طفل."),
    ("ar", "قتل خمسة جنود بينهم ضابطان، و11 مسلحا."),
    ("ar", "قتل 5 أشخاص بينهم 3 أطفال وإصابة 20."),
    ("ar", "قتل ثلاثة أشخاص بينهم طفلان وفقدان 40 شخصا."),
    ("ar", "وصل وفد من 12 شخصا بينهم 3 وزراء، والتقى 40 نائبا."),
    ("ar", "أفرجت السلطات عن 20 معتقلا بينهم 5 نساء، مقابل 30 أسيرا."),
    ("ar", "استقبل المخيم 3 عائلات تضم عشرات الأشخاص بينهم 25 طفلا."),
    ("ar", "حكمت المحكمة على 5 رجال بينهم ضابطان وبرأت 12 آخرين."),
    ("en", "Five people were killed and eight wounded, among them nine children."),
    ("en", "The raid killed five people and wounded eight, including nine children."),
    ("ar", "سقط 5 قتلى و8 جرحى بينهم 9 أطفال."),
    ("ar", "قتل 3 جنود وأصيب 4 آخرون، بينهم 6 أجانب."),
    ("ar", "قتل 10 وأصيب 12 بينهم 15 مدنيا."),
]  # fmt: skip


def claims(lang: str, text: str) -> list[Claim]:
    return extract(Article(id="a", file="a.txt", text=text, lang=lang))


def found(lang: str, text: str) -> list[Finding]:
    return sums(claims(lang, text), {})


@pytest.mark.parametrize(("lang", "text", "why"), WRONG, ids=[text[:40] for _, text, _ in WRONG])
def test_parts_that_exceed_their_whole(lang: str, text: str, why: str) -> None:
    (finding,) = found(lang, text)
    assert finding.verdict == "internal"
    assert finding.why.partition(":")[0].endswith(why)


@pytest.mark.parametrize(("lang", "text"), FINE, ids=[text[:40] for _, text in FINE])
def test_parts_that_fit(lang: str, text: str) -> None:
    assert [f.why for f in found(lang, text)] == []


def test_a_sum_stands_beside_the_questions_of_its_figures() -> None:
    said = claims("en", "Eight people were killed, among them six fighters and five civilians.")
    wrong, *questions = claimcheck.compare(claimcheck.cluster(said), said)
    assert wrong.claims == tuple(c.id for c in said)
    assert {(p.a, p.b, p.verdict) for p in wrong.pairs} == {(said[0].id, c.id, "internal") for c in said[1:]}
    assert sorted(c for f in questions for c in f.claims) == sorted(wrong.claims)
