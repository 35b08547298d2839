"""One claim a line, fields parted by tabs, for ``grep`` and ``awk``: Latin fields first, free text last."""

from __future__ import annotations

from claimcheck.model import Claim, Number, Report
from claimcheck.reports import Options
from claimcheck.reports.figures import figure, plain
from claimcheck.reports.layout import clean, steady
from claimcheck.reports.notes import reviewed
from claimcheck.reports.view import Question, names, questions

#: verdict, question, figure, low, high, qualifier, article's short name, start-end, published; then free text
FIELDS = ("verdict", "question", "figure", "low", "high", "qualifier", "article", "span", "published",
          "file", "source", "issuer", "label", "quote")  # fmt: skip


def render(report: Report, options: Options) -> str:
    """Questions worst first, the claims of each in order of the figures; ``-`` where nothing is known."""
    short = names(report.articles)
    rows = [
        _row(q, claim, short[claim.article], options.ascii)
        for q in questions(report, options.all)
        for group in q.figures
        for claim in group.claims
    ]
    return "".join("\t".join(row) + "\n" for row in rows)


def _row(q: Question, claim: Claim, name: str, ascii: bool) -> list[str]:
    said = claim.quantity
    latin = [q.finding.verdict, q.finding.id, plain(figure(said), ascii), _bound(said.low), _bound(said.high),
             said.qualifier, name, f"{claim.start}-{claim.end}", claim.published]  # fmt: skip
    free = [claim.article, claim.source, claim.issuer, reviewed(q.finding, q.finding.label), claim.quote]
    return [str(f) if f is not None else "-" for f in latin] + [steady(clean(f or "")) or "-" for f in free]


def _bound(n: Number | None) -> Number | None:
    """A bound without the digits that a third has no end of."""
    return round(n, 4) if isinstance(n, float) else n
