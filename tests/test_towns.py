"""Towns that were struck together: their toll is of both, and each has its own."""

from __future__ import annotations

import pytest

from claimcheck.lang.towns import TOWN
from claimcheck.model import Article
from claimcheck.stages.extract import extract

TOLD = [
    ("en", "Blasts in Homs and Aleppo killed 40 people.", "SY", ["homs", "aleppo"]),
    ("en", "Blasts in Homs, Hama and Aleppo killed 40 people.", "SY", ["homs", "hama", "aleppo"]),
    ("en", "A blast in Homs killed 40 people.", "homs", []),
    ("en", "A quake in Khan Sheikhoun and Idlib killed 40 people.", "idlib", []),
    ("en", "Some 40 people fled from Homs and Aleppo.", "homs", []),
    ("ar", "مقتل 40 شخصا في تفجيري طنطا والإسكندرية.", "EG", ["tanta", "alexandria"]),
    ("ar", "أوقعت تفجيرات طالت كنيستين في طنطا وفي الإسكندرية 40 شهيدا.", "EG", ["tanta", "alexandria"]),
    ("fr", "Les attentats d'Alep et de Homs ont tué 40 personnes.", "SY", ["aleppo", "homs"]),
]


@pytest.mark.parametrize(("lang", "text", "place", "expected"), TOLD)
def test_which_towns_a_toll_is_of(lang: str, text: str, place: str, expected: list[str]) -> None:
    claim = next(c for c in extract(Article(id="a", file="a.txt", text=text, lang=lang)) if c.quantity.value == 40)
    assert claim.place == place
    assert [w.removeprefix(TOWN) for w in claim.context if w.startswith(TOWN)] == expected
