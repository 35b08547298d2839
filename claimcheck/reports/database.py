"""A SQLite database of the result, for ``sqlite3``, Datasette or a notebook: ``SELECT * FROM contradictions``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from importlib.resources import files

from claimcheck.model import Article, Claim, Finding, Report
from claimcheck.reports import Options
from claimcheck.reports.figures import figure
from claimcheck.reports.notes import estimate

Row = tuple[str | int | float | None, ...]


def render(report: Report, options: Options) -> bytes:
    """The bytes of the database file: the whole result, with the articles' texts where the result has them."""
    base = sqlite3.connect(":memory:")
    base.executescript((files("claimcheck.reports") / "database.sql").read_text("utf-8"))
    for table, rows in _tables(report):
        _fill(base, table, rows)
    base.commit()
    written = base.serialize()
    base.close()
    return written


def _tables(report: Report) -> Iterator[tuple[str, list[Row]]]:
    """Tables in the order in which they refer to each other."""
    found = report.clusters
    yield "articles", [_article(a) for a in report.articles]
    yield "claims", [_claim(c) for c in report.claims]
    yield "questions", [_question(f) for f in found]
    yield "answers", [(f.id, claim) for f in found for claim in f.claims]
    yield "pairs", [(f.id, p.a, p.b, p.verdict, p.why) for f in found for p in f.pairs]


def _fill(base: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _article(a: Article) -> Row:
    return (a.file, a.source, a.published, a.lang, a.title, a.url, a.text or None)


def _question(f: Finding) -> Row:
    return (f.id, f.label, f.verdict, f.why, f.links, f.outlets, f.voices, f.reviewed, *estimate(f))


def _claim(c: Claim) -> Row:
    q = c.quantity
    return (c.id, c.article, c.start, c.end, c.quote, c.sentence, c.lang, q.kind, q.value, q.low, q.high, q.qualifier,
            q.unit, figure(q), c.counted.text, c.counted.concept, c.event.concept or c.event.text, c.place,
            c.time.text, c.issuer, c.source, c.published)  # fmt: skip
