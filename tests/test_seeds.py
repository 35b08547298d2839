"""The sample articles against their gold claims: figures, meanings, questions and verdicts.

The packs and the judge were tuned with these articles in view, and with ten further events that are not in the
repository; what they are worth on articles that nobody tuned on is not measured here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from scorer import Scores, score

import claimcheck
from claimcheck.model import Claim, Finding, Report
from claimcheck.reports import REPORTS, Options

ROOT = Path(__file__).parents[1]
GOLD = Path(__file__).parent / "gold"


@cache
def report() -> Report:
    return claimcheck.check(ROOT / "seeds")


@cache
def scores() -> Scores:
    return score(report(), GOLD / "seeds.claims.jsonl", GOLD / "seeds.verdicts.json")


def claims(quote: str) -> list[Claim]:
    """The claims whose quotes hold these words."""
    found = [c for c in report().claims if quote in c.quote]
    assert found, quote
    return found


def finding(claim: Claim) -> Finding:
    return next(f for f in report().clusters if claim.id in f.claims)


def test_figures_are_found_and_read() -> None:
    assert scores().extraction.f1 >= 0.95
    assert scores().quantity.f1 >= 0.93


def test_figures_of_one_question_are_together() -> None:
    assert scores().clustering.f1 >= 0.90


def test_contradictions_are_flagged() -> None:
    assert scores().contradictions.recall == 1.0
    assert scores().contradictions.precision >= 0.85


def test_quotes_stand_where_they_say() -> None:
    texts = {a.file: (ROOT / "seeds" / a.file).read_bytes().decode("utf-8") for a in report().articles}
    for claim in report().claims:
        assert texts[claim.article][claim.start : claim.end] == claim.quote


def test_the_troops_to_stay_contradict_each_other() -> None:
    """200 against 400, on top of the report."""
    troops = finding(claims("400 جندي")[0])
    values = {c.quantity.value for c in report().claims if c.id in troops.claims}
    assert (troops.verdict, values) == ("contradiction", {200, 400})
    table = str(REPORTS["table"](report(), Options(width=80)))
    assert table.splitlines()[1].startswith(f"{troops.id} ")


@pytest.mark.parametrize(("one", "other"), [("400 عنصر", "400 جندي"), ("13 ألف", "45 ألف")])
def test_equal_or_close_figures_of_other_things_are_apart(one: str, other: str) -> None:
    assert finding(claims(one)[0]).id != finding(claims(other)[0]).id


@pytest.mark.parametrize("furniture", ["16:00", "16.00", "20 فبراير", "20 شباط", "السابعة", "تعليقات", "2014"])
def test_dates_hours_ordinals_and_furniture_are_no_claims(furniture: str) -> None:
    assert not [c for c in report().claims if furniture in c.quote]


def test_a_lone_number_of_the_page_is_no_claim() -> None:
    assert not [c for c in report().claims if c.quote.strip() == "8"]
