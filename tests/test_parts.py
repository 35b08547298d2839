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
    ("ar", "قتل 24 شخصا في القصف. وصوت 128 نائبا بينهم 6 نساء على القرار.", {"6": "128"}),
    ("ar", "قتل 51 شخصا بينهم 40 طفلا، وأصيب 79 آخرون بينهم 56 طفلا.", {"40": "51", "56": "79"}),
    ("ar", "أسفر الهجوم عن مقتل 51 شخصا 40 منهم أطفال.", {"40": "51"}),
    ("ar", "أسفر الهجوم عن مقتل 51 شخصا منهم نساء وأطفال.", {}),
    ("ar", "قتل 39 مدنيا وأصيب 51 آخرون بجروح غالبيتهم أطفال.", {"غالبيتهم": "51"}),
    ("ar", "مئة حافلة تنقل 6749 شخصا، ربعهم من المقاتلين، غادرت المنطقة.", {"ربعهم": "6749"}),
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
