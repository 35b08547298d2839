"""Figures as marks on a line that begins at zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model import Quantity
from claimcheck.reports.figures import point


@dataclass(frozen=True)
class Pens:
    """The glyphs of one drawing style."""

    base: str
    span: str
    mark: str
    loose: str
    open: str


BOX = Pens(base="─", span="━", mark="●", loose="╌", open="›")
ASCII = Pens(base="-", span="=", mark="o", loose="~", open=">")


def reach(quantities: Sequence[Quantity]) -> float:
    """Where the scale ends: the largest closed bound, or the largest number said."""
    bounds = (b for q in quantities for b in (q.low, q.high, point(q)))
    return max((float(b) for b in bounds if b is not None), default=0.0)


def strip(quantities: Sequence[Quantity], width: int, pens: Pens) -> str:
    """All the figures of a question on one line: a mark for each, the span between the outermost."""
    top = reach(quantities)
    at = [_column(point(q), top, width) for q in quantities]
    line = [pens.base] * width
    line[min(at) : max(at) + 1] = [pens.span] * (max(at) + 1 - min(at))
    for column in at:
        line[column] = pens.mark
    return "".join(line)


def bar(q: Quantity, top: float, width: int, pens: Pens) -> str:
    """One figure: solid up to what is sure, loose up to what is possible, an arrow where it is open."""
    if q.high == 0:
        return pens.base.ljust(width)
    sure = _column(float(q.low or 0), top, width) + 1 if q.low else 0
    most = float(q.high) if q.high is not None else top
    line = (pens.span * sure).ljust(_column(most, top, width) + 1 if most else 0, pens.loose)
    return (line[: width - 1] + pens.open if q.high is None else line).ljust(width)


def _column(value: float, top: float, width: int) -> int:
    return round(value / top * (width - 1)) if top > 0 else 0
