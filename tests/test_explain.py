"""The derivation of a question: it names the words, the speakers, the links and the verdict, in an editor's terms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shell import claimcheck

from claimcheck import check
from claimcheck.errors import ClaimcheckError
from claimcheck.explain import explain, fitted
from claimcheck.model import Finding, Report
from claimcheck.reports.layout import cells

PAGE = Path(__file__).parents[1] / "docs" / "explain.md"
#: ids of claims, which any change of extraction gives anew
_ID = re.compile(r"\(\d+\.\d+\)")
SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def report() -> Report:
    return check(SEEDS)


@pytest.fixture(scope="module")
def troops(report: Report) -> Finding:
    """The question of how many American soldiers are to stay: 200 or 400."""
    claims = {c.id: c for c in report.claims}
    return next(f for f in report.clusters if {200, 400} <= {claims[c].quantity.value for c in f.claims})


def test_both_figures_of_the_troops_are_the_white_house_s(report: Report, troops: Finding) -> None:
    claims = [c for c in report.claims if c.id in troops.claims and c.quantity.value in (200, 400)]
    quoted = {(c.quantity.value, c.issuer) for c in claims}
    assert {(400, "البيت الأبيض"), (200, "البيت الأبيض")} <= quoted


def test_the_argument_about_the_troops(report: Report, troops: Finding) -> None:
    text = explain(troops.id, report)
    argument = text.partition("What is said")[0]
    assert "Both figures are attributed to one speaker, White House" in argument
    assert "Without a day: 002, 004." in argument
    assert "both staying" in text
    assert "from «سيبقون»" in text
    assert "from «قائلا»" in text
    assert "present is not staying" in text, "the 2,000 that are there now are kept apart, and why"
    assert troops.why in text


def test_a_claim_has_its_own_derivation(report: Report, troops: Finding) -> None:
    claim = troops.claims[0]
    text = explain(claim, report)
    assert claim in text
    assert text.count("sentence «") == 1
    assert "How each two articles were judged" in text


def test_every_question_and_claim_of_the_seeds_can_be_explained(report: Report) -> None:
    for name in [*(f.id for f in report.clusters), *(c.id for c in report.claims)]:
        lines = explain(name, report).splitlines()
        assert lines[0].startswith("q")
        assert not any("\n" in line or "\x1b" in line for line in lines)


def test_the_same_input_gives_the_same_argument(report: Report, troops: Finding) -> None:
    assert explain(troops.id, report) == explain(troops.id, check(SEEDS))


def test_a_claim_goes_by_the_short_name_of_its_article_too(report: Report, troops: Finding) -> None:
    claim = next(c for c in report.claims if c.id in troops.claims and c.quantity.value == 400)
    short = f"{claim.article[:3]}.{claim.id.rpartition('.')[2]}"
    assert explain(short, report) == explain(claim.id, report)


def test_the_page_shows_what_is_said_of_the_troops(report: Report, troops: Finding) -> None:
    told = _ID.sub("()", explain(troops.id, report))
    shown = PAGE.read_text("utf-8").split("```text\n")[1].split("```")[0]
    for line in filter(None, shown.splitlines()):
        assert _ID.sub("()", line).rstrip(".").rstrip() in told


def test_a_sum_is_explained_as_a_sum_and_its_claims_as_answers_to_their_questions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Eight people died in Homs, among them six fighters and five civilians, it said.")
    (tmp_path / "b.txt").write_text("Fourteen people died in Homs, the governor said.")
    result = check(tmp_path)
    told = explain("s1", result)
    assert "6 fighters + 5 civilians = 11, but 8 in all" in told and "part of  8 (a.1)" in told
    assert "one question" not in told and "How each two" not in told
    assert explain("a.1", result).startswith("q1  contradiction")
    assert "forbidden: another figure of the same speaker" in explain("q1", result)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_on_a_terminal_no_word_is_cut_at_its_edge(width: int, report: Report, troops: Finding) -> None:
    told = explain(troops.id, report)
    shown = fitted(told, width)
    assert max(map(cells, shown.splitlines())) <= width
    assert shown.replace("ـ ", "").split() == told.replace("ـ ", "").split()
    assert fitted(told, 1000) == told


def test_an_unknown_id_is_told(report: Report) -> None:
    with pytest.raises(ClaimcheckError, match="no question or claim 'q0'"):
        explain("q0", report)


def test_the_command(troops: Finding) -> None:
    done = claimcheck("explain", troops.id, str(SEEDS))
    assert done.code == 0
    assert "White House" in done.out
    assert claimcheck("explain", "q0", str(SEEDS)).code == 2
