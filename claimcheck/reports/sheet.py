"""CSV and TSV: one claim a row, its bounds as numbers, for spreadsheets and data frames.

Texts are put on one line and freed of controls, so that a line is a row; ``start`` and ``end`` lead to the original.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from claimcheck.model import Claim, Report
from claimcheck.reports import Options
from claimcheck.reports.layout import clean
from claimcheck.reports.notes import estimate
from claimcheck.reports.view import Question, questions

Cell = str | int | float | None

COLUMNS = (
    "question", "verdict", "label", "value", "low", "high", "qualifier", "kind", "unit", "article", "source",
    "published", "issuer", "counted", "event", "place", "time", "start", "end", "quote", "sentence", "why",
    "reviewed", "coded_by", "coded_low", "coded_best", "coded_high",
)  # fmt: skip

#: how a formula begins for a spreadsheet, full-width forms included
_FORMULA = re.compile("[=+@\uff1d\uff0b\uff0d\uff20-]")


def render_csv(report: Report, options: Options) -> str:
    """Comma-separated, quoted where needed; a ``'`` before a text defuses formulas."""
    return _bom(options) + _written(report, options, csv.excel)


def render_tsv(report: Report, options: Options) -> str:
    """Tab-separated."""
    return _bom(options) + _written(report, options, csv.excel_tab)


def _bom(options: Options) -> str:
    return "\ufeff" if options.bom else ""


def _written(report: Report, options: Options, dialect: type[csv.Dialect]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, dialect, lineterminator="\n")
    writer.writerow(COLUMNS)
    for question in questions(report, options.all):
        for claim in question.claims:
            writer.writerow(list(_cells(question, claim)))
    return out.getvalue()


def _cells(q: Question, claim: Claim) -> Iterator[Cell]:
    said, finding = claim.quantity, q.finding
    row: tuple[Cell, ...] = (
        finding.id, finding.verdict, finding.label, said.value, said.low, said.high, said.qualifier, said.kind,
        said.unit, claim.article, claim.source, claim.published, claim.issuer, claim.counted.text,
        claim.event.concept or claim.event.text, claim.place, claim.time.text, claim.start, claim.end, claim.quote,
        claim.sentence, finding.why, "yes" if finding.reviewed else None, *estimate(finding),
    )  # fmt: skip
    for cell in row:
        yield _harmless(clean(cell)) if isinstance(cell, str) else cell


def _harmless(text: str) -> str:
    return "'" + text if _FORMULA.match(text) else text
