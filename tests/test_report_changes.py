"""What a second run finds otherwise than the first."""

from __future__ import annotations

from dataclasses import replace

from report_sample import exactly, report

from claimcheck.model import Finding, Report
from claimcheck.reports import Options
from claimcheck.reports.changes import changes, render


def changed(result: Report, **findings: Finding | None) -> Report:
    """The result with findings replaced, or without those that are None."""
    kept = [findings.get(f.id, f) for f in result.clusters]
    return replace(result, clusters=tuple(f for f in kept if f))


def told(old: Report, new: Report) -> list[tuple[str, str]]:
    return [(c.kind, c.question.finding.id) for c in changes(old, new)]


def test_the_same_result_has_no_changes() -> None:
    assert changes(report(), report(), singles=True) == []
    assert render([], Options()) == "nothing changed\n"


def test_a_question_is_known_by_its_claims_whatever_its_id() -> None:
    first = replace(report().clusters[0], id="Q9", verdict="compatible", label="other words")
    assert told(report(), changed(report(), Q1=first)) == [("verdict", "Q9")]


def test_new_gone_and_other_verdicts() -> None:
    old = changed(report(), Q5=None)
    new = changed(report(), Q1=None, Q3=replace(report().clusters[2], verdict="contradiction"))
    assert told(old, new) == [("verdict", "Q3"), ("new", "Q5"), ("gone", "Q1")]
    text = render(changes(old, new), Options())
    assert "*  Q3  compatible -> contradiction  66.7%..70%" in text
    assert text.endswith("1 new, 1 gone, 1 verdict changed\n")


def test_other_figures_under_the_same_verdict() -> None:
    claims = tuple(
        replace(c, quantity=exactly(250)) if c.id == "k1" else c for c in report().claims
    )
    assert told(report(), replace(report(), claims=claims)) == [("figures", "Q1")]


def test_lone_questions_count_only_where_asked_for() -> None:
    assert told(report(), changed(report(), Q6=None)) == []
    assert [c.kind for c in changes(report(), changed(report(), Q6=None), singles=True)] == ["gone"]


def test_lines_fit_the_terminal() -> None:
    new = changed(report(), Q1=None, Q4=None, Q5=None)
    for width in (40, 60, 80):
        assert all(len(line) <= width for line in render(changes(report(), new), Options(width=width)).splitlines())
