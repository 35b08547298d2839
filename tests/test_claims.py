"""What is read around a figure, language by language: tests/lang/claims.xx.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpora import corpora

from claimcheck.lang.means import BY
from claimcheck.lang.pack import canonical
from claimcheck.lang.side import PATRON
from claimcheck.model import Article, Claim
from claimcheck.stages.extract import extract

LANG = Path(__file__).parent / "lang"


#: of the plain modifiers those that the corpora tell
TOLD = ("grave", "kurdish")


def cases() -> list[tuple[str, str, str, dict[str, Any]]]:
    found = []
    for code, corpus in corpora("claims.{}.toml").items():
        for case in corpus["claim"]:
            found += [(code, case["text"], figure, facets) for figure, facets in case["figures"].items()]
    return found


def facets_of(claim: Claim) -> dict[str, Any]:
    counted, event, time = claim.counted, claim.event, claim.time
    return {
        "kind": claim.quantity.kind,
        "unit": claim.quantity.unit,
        "concept": counted.concept,
        "head": counted.head,
        "nationality": counted.nationality,
        "modifiers": [m for m in counted.modifiers if m in TOLD or m[-1].isdigit() or m.startswith((PATRON, BY))],
        "group": counted.group,
        "further": counted.further,
        "event": canonical(event.concept) if event.concept else None,
        "status": event.status,
        "negated": event.negated,
        "another": event.another,
        "cause": event.cause,
        "place": claim.place,
        "scope": time.scope,
        "days": f"{time.start}..{time.end}" if time.start else None,
        "flow": time.flow,
        "issuer": claim.issuer,
        "part": claim.part_of is not None,
    }


@pytest.mark.parametrize(("code", "text", "figure", "expected"), cases())
def test_what_a_figure_is_of(code: str, text: str, figure: str, expected: dict[str, Any]) -> None:
    found = extract(Article(id="a", file="a.txt", text=text, lang=code, published="2019-03-04"))
    claim = next((c for c in found if figure in c.quote), None)
    assert claim is not None, [c.quote for c in found]
    read = facets_of(claim)
    assert {k: read[k] or "" if expected[k] == "" else read[k] for k in expected} == expected
