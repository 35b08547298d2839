"""One figure on a scale from zero, as inline SVG: a dot where it is one number, a bar where it is an interval.

Positions are percentages, so that the drawing fits any column and its dots stay round.
"""

from __future__ import annotations

from claimcheck.model import Quantity
from claimcheck.reports.page.markup import tag

#: percent of the width before zero, for its dot, and behind the largest figure, for what is open
_BEFORE, _BEHIND = 2.0, 8.0


def plot(q: Quantity, top: float) -> str:
    """The drawing of one figure; ``top`` is where the question's scale ends. Hidden from screen readers."""
    low = _at(float(q.low or 0), top)
    high = _at(float(q.high), top) if q.high is not None else "100%"
    marks = [_line("rail", _at(0, top), "100%")]
    if low != high:
        marks.append(_line("span open" if q.low is None or q.high is None else "span", low, high))
    if q.value is not None and q.qualifier != "range":
        marks.append(tag("circle", cx=_at(float(q.value), top), cy="8", r="4.5"))
    return tag("svg", *marks, width="100%", height="16", aria_hidden="true", focusable="false")


def _line(kind: str, start: str, end: str) -> str:
    return tag("line", class_=kind, x1=start, x2=end, y1="8", y2="8")


def _at(value: float, top: float) -> str:
    share = min(value / top, 1.0) if top > 0 else 0.0
    return f"{_BEFORE + share * (100 - _BEFORE - _BEHIND):.2f}%"
