"""At which venue a toll is: airports and metro stations, two mosques."""

from __future__ import annotations

import pytest

from claimcheck.lang.venue import VENUE, alike, several
from claimcheck.model import Article
from claimcheck.stages.extract import extract

TOLD = [
    ("en", "At least 34 people were killed at Brussels airport and a metro station.", ["airport+metro"]),
    ("en", "At least 26 dead as blasts rock Brussels airport, metro", ["airport+metro"]),
    ("en", "11 people were killed at Zaventem airport and 20 at Maelbeek metro station.",
     ["airport zaventem", "metro maelbeek"]),
    ("en", "The blast at the airport killed 11 people and a third at a metro station killed 20.", ["airport", "metro"]),
    ("en", "41 died at Al Noor mosque and seven at the Linwood Masjid Mosque.", ["mosque al noor", "mosque linwood"]),
    ("en", "Six people died in hospital.", []),
    ("en", "An attack destroyed three mosques and killed six people.", []),
    ("ar", "قتل 41 شخصا في مسجد النور وسبعة في مسجد لينوود.", ["mosque النور", "mosque لينوود"]),
    ("ar", "قتل 29 طفلا في غارة على سوق مكتظ.", ["market"]),
    ("ar", "مقتل 21 شخصا في تفجيرين وقعا في مطار بروكسل وبمحطة مترو.", ["airport+metro"]),
    ("ar", "مقتل 12 شخصا في قصف المستشفى.", ["hospital"]),
    ("fr", "Onze personnes ont été tuées à l'aéroport et vingt dans une station de métro.", ["airport", "metro"]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TOLD)
def test_which_venue_a_toll_is_of(lang: str, text: str, expected: list[str]) -> None:
    claims = extract(Article(id="a", file="a.txt", text=text, lang=lang, published="2019-03-04"))
    assert [w.removeprefix(VENUE) for c in claims for w in c.context if w.startswith(VENUE)] == expected


def test_one_kind_is_one_venue_unless_their_names_differ() -> None:
    assert alike("mosque", "mosque linwood") and alike("metro", "station")
    assert not alike("mosque al noor", "mosque linwood") and not alike("airport", "metro")
    assert several({VENUE + "airport+metro"}) and not several({VENUE + "mosque", VENUE + "mosque linwood"})
