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
    ("ar", "قتل 41 شخصا في مسجد النور وسبعة في مسجد لينوود.", ["mosque نور", "mosque لينوود"]),
    ("ar", "قتل 29 طفلا في غارة على سوق مكتظ.", ["market"]),
    ("ar", "مقتل 21 شخصا في تفجيرين وقعا في مطار بروكسل وبمحطة مترو.", ["airport+metro"]),
    ("ar", "مقتل 12 شخصا في قصف المستشفى.", ["hospital"]),
    # the hurt are where the dead are beside whom they are told; not a total
    ("en", "Some 15 people died in the underground blast and 55 were wounded.", ["metro", "metro"]),
    ("ar", "استهدف انفجار كنيسة القديسين بالإسكندرية وأودى بحياة 23 شخصا وأصاب 97 آخرين.", ["church قديسين"] * 2),
    ("en", "The attack at the airport killed 11 people, bringing the total to 31 dead and 230 wounded.", ["airport"]),
    # a clause of the venue before it
    ("en", "He struck at Zaventem airport and killed 11, while she struck at Maelbeek metro, where 20 people died.",
     ["airport zaventem", "metro maelbeek"]),
    # taken up from what was told before
    ("en", "A bomb went off at Maelbeek metro station, close to a bank. Twenty people died in this attack.",
     ["metro maelbeek"]),
    ("en", "Another explosion hit the station. In this blast 15 people were killed and 55 wounded.", ["station"] * 2),
    ("en", "They went on to Maelbeek station. There a bomber killed 16 people.", ["station maelbeek"]),
    ("en", "Two blasts went off at Zaventem airport at about 8am; at least 11 people died here.", ["airport zaventem"]),
    ("ar", "هز انفجار محطة مترو. وقتل في هذا الانفجار 15 شخصا.", ["metro"]),
    ("fr", "Une bombe a explosé dans une station de métro. Cette explosion a tué 15 personnes.", ["metro"]),
    ("en", "A bomb went off at the station. Police said 31 people had died.", []),
    # names of two words
    ("ar", "قتل 27 شخصا في كنيسة مار جرجس.", ["church مار جرجس"]),
    ("fr", "Onze personnes ont été tuées à l'aéroport et vingt dans une station de métro.", ["airport", "metro"]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TOLD)
def test_which_venue_a_toll_is_of(lang: str, text: str, expected: list[str]) -> None:
    claims = extract(Article(id="a", file="a.txt", text=text, lang=lang, published="2019-03-04"))
    assert [w.removeprefix(VENUE) for c in claims for w in c.context if w.startswith(VENUE)] == expected


def test_one_kind_is_one_venue_unless_their_names_differ() -> None:
    assert alike("mosque", "mosque linwood") and alike("metro", "station")
    assert not alike("mosque al noor", "mosque linwood") and not alike("airport", "metro")
    assert alike("metro maelbeek", "station maalbeck") and alike("church مار جرجس", "church مارجرجس")
    assert not alike("church ماري مرقص", "church ماري جرجس")
    assert several({VENUE + "airport+metro"}) and not several({VENUE + "mosque", VENUE + "mosque linwood"})
