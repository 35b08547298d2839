"""Where an article contradicts itself: two speakers at odds on one thing; all else is two things, days, or rounding."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model import Article
from claimcheck.stages.extract import extract

AT_ODDS = [
    ("en", "The Health Ministry said 38 people died in Homs.", "The Observatory said 52 people died in Homs."),
    ("en", "Officials said 120 houses were destroyed.", "The Red Cross said 160 houses were destroyed."),
    ("ar", "قالت وزارة الصحة إن 38 شخصا قتلوا في حمص.", "وقال المرصد السوري لحقوق الإنسان إن 52 شخصا قتلوا في حمص."),
]  # fmt: skip

NOT_AT_ODDS = [
    ("en", "The Health Ministry said 38 people died on Friday.", "The Observatory said 52 were killed on Monday."),
    ("en", "The Health Ministry said 38 people died in Homs.", "The Observatory said 52 people died in Aleppo."),
    ("en", "The Health Ministry earlier said 38 people were killed.", "The Observatory said 52 people were killed."),
    ("en", "The Health Ministry said 1,944 bodies were found.", "The army said 2,000 bodies were found."),
    ("en", "The Health Ministry said 540 were wounded.", "The Red Cross said dozens were wounded."),
    ("en", "The Observatory said 38 people died.", "The Syrian Observatory for Human Rights said 52 were killed."),
    ("ar", "قالت وزارة الصحة إن 38 شخصا قتلوا الجمعة.", "وقال المرصد السوري لحقوق الإنسان إن 52 شخصا قتلوا الاثنين."),
    ("en", "The Health Ministry said 11 people died in Homs.", "The Observatory said 1,600 people died in Homs."),
    ("ar", "قالت وزارة الصحة إن 540 شخصا أصيبوا.", "وقال الصليب الأحمر إن عشرات الأشخاص أصيبوا."),
]  # fmt: skip


def verdicts(lang: str, *sentences: str) -> set[str]:
    text = "\n\n".join(sentences)
    claims = extract(Article(id="a", file="a.txt", text=text, lang=lang, source="Daily", published="2019-03-05"))
    return {f.verdict for f in claimcheck.compare(claimcheck.cluster(claims), claims)}


@pytest.mark.parametrize("case", AT_ODDS, ids=[case[1][:40] for case in AT_ODDS])
def test_two_speakers_at_odds(case: tuple[str, str, str]) -> None:
    assert "internal" in verdicts(*case)


@pytest.mark.parametrize("case", NOT_AT_ODDS, ids=[case[1][:50] for case in NOT_AT_ODDS])
def test_two_things(case: tuple[str, str, str]) -> None:
    assert verdicts(*case) == {"single"}
