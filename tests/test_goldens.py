"""What each stage makes of the sample articles, as text that a person can read and a diff can show.

``python tests/test_goldens.py`` writes tests/goldens/seeds anew: look at what changed before you keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import claimcheck
from claimcheck.model import Claim, Report

ROOT = Path(__file__).parents[1]
GOLDENS = Path(__file__).parent / "goldens" / "seeds"


@cache
def result() -> Report:
    return claimcheck.check(ROOT / "seeds")


def read(report: Report) -> Iterator[str]:
    for a in report.articles:
        yield f"{a.file} {a.lang} {len(a.text)} characters, {a.title or '-'}"


def extract(report: Report) -> Iterator[str]:
    for c in report.claims:
        yield _claim(c)
        yield f"    {c.counted.concept or '?'} {_facets(c)}"
        yield f"    {c.quote}"


def cluster(report: Report) -> Iterator[str]:
    claims = {c.id: c for c in report.claims}
    for finding in report.clusters:
        yield f"{finding.label}: {finding.links or 'alone'}"
        yield from (f"    {_claim(claims[c])}" for c in finding.claims)


def compare(report: Report) -> Iterator[str]:
    claims = {c.id: c for c in report.claims}
    for finding in report.clusters:
        yield f"{finding.verdict}: {finding.label}: {finding.why}"
        for pair in finding.pairs:
            yield f"    {pair.verdict}: {_claim(claims[pair.a])} | {_claim(claims[pair.b])}"


def _claim(c: Claim) -> str:
    q = c.quantity
    interval = f"{_end(q.low)}..{_end(q.high)}"
    return f"{c.article[:3]} {c.start}-{c.end} {q.kind} {q.qualifier} {interval} {q.unit or ''}".strip()


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _facets(c: Claim) -> str:
    told = {
        "of": c.counted.group or c.counted.nationality,
        "that": ",".join(c.counted.modifiers),
        "event": c.event.concept,
        "not": "negated" if c.event.negated else "",
        "status": c.event.status,
        "place": c.place,
        "time": c.time.scope,
        "flow": c.time.flow,
        "part of": c.part_of and "another",
        "quoted": c.issuer,
    }
    return ", ".join(f"{name} {value}" for name, value in told.items() if value)


STAGES: dict[str, Callable[[Report], Iterator[str]]] = {
    "read": read, "extract": extract, "cluster": cluster, "compare": compare,
}  # fmt: skip


def text(stage: str) -> str:
    return "".join(f"{line}\n" for line in STAGES[stage](result()))


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_gives_what_it_gave(stage: str) -> None:
    golden = (GOLDENS / f"{stage}.txt").read_text("utf-8")
    assert text(stage) == golden, "if it is meant: python tests/test_goldens.py, and read the difference"


if __name__ == "__main__":
    GOLDENS.mkdir(parents=True, exist_ok=True)
    for name in STAGES:
        (GOLDENS / f"{name}.txt").write_text(text(name), "utf-8")
