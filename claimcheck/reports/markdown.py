"""Markdown for an issue, a wiki or a chat: a table in ASCII columns, then the quotes, right to left where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from claimcheck.model import Claim, Report
from claimcheck.moment import shown
from claimcheck.reports import Options
from claimcheck.reports.figures import plain
from claimcheck.reports.gloss import Labels, label
from claimcheck.reports.layout import cells, clean, excerpt, pad
from claimcheck.reports.notes import notes, recorded
from claimcheck.reports.view import DECIDE, RTL, Figure, Question, names, questions
from claimcheck.reports.words import Words, words

_HEAD = ("id", "verdict", "apart", "figures", "articles", "question")
#: columns of a short quote
_QUOTED = 100
#: what Markdown reads as markup: some signs anywhere, some at the beginning
_MARKS = re.compile(r"[\\`*_\[\]|~]|^[#+=-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def render(report: Report, options: Options) -> str:
    """GitHub's Markdown. Articles' words are escaped: no markup and no HTML of theirs gets through."""
    found = questions(report, options.all)
    short, told = names(report.articles), words(options.ui, options.glossary)
    if not found:
        return f"{told('alone')}\n"
    parts = ["\n".join(_table(found, options.labels, told))]
    parts += ["\n\n".join(_block(q, short, options, told)) for q in found if q.finding.verdict in DECIDE]
    coded = [q.finding for q in found if q.finding.verdict not in DECIDE and recorded(q.finding)]
    parts += [f"{finding.id}: {_safe(note)}" for finding in coded for note in notes(finding, told)]
    return "\n\n".join(parts) + "\n"


def _table(found: list[Question], labels: Labels, told: Words) -> Iterator[str]:
    """Rows padded to columns, but for the last one, which is free text."""
    rows = [_HEAD, *(_row(q, labels, told) for q in found)]
    wide = [max(cells(row[n]) for row in rows) for n in range(len(_HEAD) - 1)]
    for at, row in enumerate(rows):
        yield "| " + " | ".join([*(pad(cell, w) for cell, w in zip(row, wide, strict=False)), row[-1]]) + " |"
        if at == 0:
            yield "| " + " | ".join("-" * w for w in [*wide, len(_HEAD[-1])]) + " |"


def _row(q: Question, labels: Labels, told: Words) -> tuple[str, ...]:
    finding = q.finding
    apart = plain(q.spread, ascii=True) if q.apart else ""
    fixed = (finding.id, finding.verdict, apart, plain(q.hull, ascii=True), str(len(q.articles)))
    return (*fixed, _safe(label(q, labels, told)))


def _block(q: Question, short: dict[str, str], options: Options, told: Words) -> Iterator[str]:
    yield f"### {q.finding.id} {q.finding.verdict}: {_safe(label(q, options.labels, told))}"
    yield _safe(told.said(q.finding.why))
    yield from map(_safe, notes(q.finding, told))
    for figure in q.figures:
        yield f"**{_safe(figure.text)}** {_printers(figure, short, told)}"
        if options.quotes != "none":
            yield _quoted(figure.claims[0], full=options.quotes == "full")


def _printers(figure: Figure, short: dict[str, str], told: Words) -> str:
    said = {short[c.article]: (c.published and shown(c.published), c.issuer and f"{told('quotes')} {c.issuer}")
            for c in figure.claims}  # fmt: skip
    return "; ".join(_safe(" ".join(filter(None, (name, *facts)))) for name, facts in said.items())


def _quoted(claim: Claim, full: bool) -> str:
    """The words around the quote, or its sentence, in a block that says which way it runs. HTML inside it is escaped,
    not Markdown."""
    direction = "rtl" if claim.lang in RTL else "ltr"
    said = escape(clean(claim.sentence) if full else excerpt(claim.sentence, claim.quote, _QUOTED, terminal=False))
    return f'<div dir="{direction}" lang="{escape(claim.lang)}">{said}</div>'


def _safe(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", escape(clean(text), quote=False))

