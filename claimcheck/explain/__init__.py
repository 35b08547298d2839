"""Why a question is one, and why its figures agree or not: the derivation of a cluster or a claim, for an editor.

The argument is what the stages themselves reckon with: the same judges are asked again, and their reasons written out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.explain.case import Case, case_of
from claimcheck.explain.links import joined, kept_out, verdicts
from claimcheck.explain.said import attribution, figures, speakers, undated
from claimcheck.lang.pack import flow
from claimcheck.model import Report
from claimcheck.reports.layout import cells, wrap

#: columns that the rest of a long line is set in
_FURTHER = 4
_FLOWS = {
    "flow": "a running total, which only grows",
    "batch": "that of a day or a convoy, of which each has its own",
    "stock": "how many there are at a time, which moves both ways",
    "fixed": "a fact that does not change with time",
}


def explain(name: str, report: Report) -> str:
    """The derivation of the question or claim ``name``, as lines of text.

    Raises ClaimcheckError where ``report`` has neither of that id.
    """
    case = case_of(name, report)
    parts = (heading(case), figures(case), speakers(case), joined(case), kept_out(case), verdicts(case))
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def fitted(text: str, width: int) -> str:
    """The derivation for a terminal: lines that are longer than ``width`` columns go on below, further in."""
    return "".join(f"{piece}\n" for line in text.splitlines() for piece in _hung(line, width))


def _hung(line: str, width: int) -> list[str]:
    if cells(line) <= width:
        return [line]
    indent = len(line) - len(line.lstrip())
    first, *more = wrap(line, max(width - indent - _FURTHER, 20))
    return [" " * indent + first, *(" " * (indent + _FURTHER) + piece for piece in more)]


def heading(case: Case) -> Iterator[str]:
    """The verdict and the argument in short: why, how such a figure moves, who says it, and what would settle it."""
    finding = case.finding
    yield f"{finding.id}  {finding.verdict}: {finding.label}"
    yield f"    {finding.why}"
    if case.finding.is_sum:
        yield "    parts of one whole in one sentence: a figure is wrong, or it is no part of that whole"
        return
    events = (case.of(node).event.concept for node in case.members)
    moves = dict.fromkeys(_FLOWS[flow(event)] for event in events if event)
    yield from (f"    such a figure is {how}" for how in moves)
    yield from (f"    {line}" for line in (*attribution(case), *undated(case)))
