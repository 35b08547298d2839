"""Questions by articles: a figure in each cell, only where every figure is seen whole."""

from __future__ import annotations

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Report
from claimcheck.reports import Options
from claimcheck.reports.figures import plain
from claimcheck.reports.gloss import label
from claimcheck.reports.layout import cells, pad, wrap
from claimcheck.reports.palette import LOOKS, paint
from claimcheck.reports.view import Question, names, questions
from claimcheck.reports.words import words

#: the least room for a question's label
_LABEL = 12
#: the most room for an article's name
_NAME = 12


def render(report: Report, options: Options) -> str:
    """One row a question, one column an article that answers one.

    Raises ClaimcheckError where the columns take more than ``options.width``.
    """
    found = questions(report, options.all)
    short, told = names(report.articles, _NAME), words(options.ui, options.glossary)
    used = [a for a in report.articles if any(a.file in q.articles for q in found)]
    head = ["id", "", *(short[a.file] for a in used)]
    rows = [[q.finding.id, _mark(q, options), *(_cell(q, a.file, options) for a in used)] for q in found]
    wide = [max(cells(row[n]) for row in [head, *rows]) for n in range(len(head))]
    taken = sum(wide) + 2 * len(wide)
    if taken + _LABEL > options.width:
        raise ClaimcheckError(
            f"a matrix of {len(used)} articles needs {taken + _LABEL} columns, there are {options.width}; "
            "check fewer articles, or use --width or --format table"
        )
    lines = [paint(_line(head, wide) + told("question"), "2", options.colour)]
    for q, row in zip(found, rows, strict=True):
        painted = _line(row, wide).replace(row[1], paint(row[1], LOOKS[q.finding.verdict].sgr, options.colour), 1)
        first, *more = wrap(label(q, options.labels, told), options.width - taken)
        lines += [painted + first, *(pad(q.finding.id, taken) + rest for rest in more)]
    return "\n".join(lines) + "\n"


def _mark(q: Question, options: Options) -> str:
    look = LOOKS[q.finding.verdict]
    return look.ascii if options.ascii else look.glyph


def _cell(q: Question, article: str, options: Options) -> str:
    """The distinct figures of one article, in order of size."""
    said = [f.text for f in q.figures if any(c.article == article for c in f.claims)]
    return plain(" ".join(said), options.ascii) or "-"


def _line(row: list[str], wide: list[int]) -> str:
    fields = (pad(cell, w, right=n > 1) for n, (cell, w) in enumerate(zip(row, wide, strict=True)))
    return "  ".join(fields) + "  "
