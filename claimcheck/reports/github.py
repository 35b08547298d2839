"""Workflow commands that GitHub shows beside the articles' lines: contradictions as errors, updates as warnings; what
was reviewed as notices."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import join

from claimcheck.model import Article, Claim, Pair, Report
from claimcheck.reports import Options
from claimcheck.reports.figures import figure
from claimcheck.reports.layout import clean
from claimcheck.reports.notes import reviewed
from claimcheck.reports.view import Question, questions

LEVELS = {"contradiction": "error", "internal": "error", "update": "warning"}


def render(report: Report, options: Options) -> str:
    """One command a line for each pair, at the place of its first claim, files below ``options.root``."""
    articles = {a.file: a for a in report.articles}
    return "".join(
        line + "\n" for q in questions(report) for pair in q.finding.pairs
        for line in _command(q, pair, articles, options.root)
    )  # fmt: skip


def _command(q: Question, pair: Pair, articles: dict[str, Article], root: str) -> Iterator[str]:
    level = "notice" if q.finding.reviewed else LEVELS.get(pair.verdict)
    claims = {c.id: c for c in q.claims}
    if level and pair.verdict in LEVELS and pair.a in claims and pair.b in claims:
        a, b = claims[pair.a], claims[pair.b]
        title = f"{pair.verdict}: {reviewed(q.finding, q.finding.label)}"
        where = {"file": join(root, a.article), **_place(a, articles[a.article].text), "title": title}
        values = ",".join(f"{key}={_property(value)}" for key, value in where.items())
        yield f"::{level} {values}::{_message(_told(a, b, pair))}"


def _told(a: Claim, b: Claim, pair: Pair) -> str:
    return f"{figure(a.quantity)} here, {figure(b.quantity)} in {clean(b.article)}: {pair.why}"


def _place(claim: Claim, text: str) -> dict[str, str]:
    """Line and column, from 1; nothing where the result came without its texts."""
    if text[claim.start : claim.end] != claim.quote:
        return {}
    before = text[: claim.start]
    line, column = before.count("\n") + 1, claim.start - before.rfind("\n")
    return {"line": str(line), "col": str(column)}


def _message(text: str) -> str:
    return clean(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
