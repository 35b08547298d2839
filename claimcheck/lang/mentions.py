"""The mentions of a text as they are found, with the intervals that they mean.

Folded spans go in, records with original offsets come out.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from operator import itemgetter

from claimcheck.lang.fold import Folded
from claimcheck.lang.number_lexicon import Unit
from claimcheck.model import Kind, Mention, Number, Qualifier

Span = tuple[int, int]
#: low and high, None meaning open
Interval = tuple[Number | None, Number | None]
OPEN: Interval = (None, None)
_BY_PLACE = itemgetter(0, 1)
#: forms that are shares without a unit
_SHARES = ("fraction", "majority")
#: "about a third" leaves a tenth either way, no more is known of a fraction
_FRACTION_STEP = Decimal("0.1")


class Mentions:
    """Collects mentions, and knows which folded spans they take."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.found: list[Mention] = []
        self.spans: list[Span] = []

    def add(self, span: Span, core: Span, value: Number | None, ends: Interval, qualifier: Qualifier,
            unit: Unit | None, form: str) -> None:
        """Adds a figure; ``ends`` are those of a vague one or a range.

        Its kind is that of its unit, a fraction without one is a share.
        """
        kind: Kind = unit.kind if unit else "share" if form in _SHARES else "count"
        self.spans.append(span)
        if value is not None:
            ends = (value, value) if qualifier == "exact" else _interval(value, qualifier, form)
        if unit and unit.kind == "share" and form != "range":
            form = "percent"
        if self.folded.cuts:
            span, core = self.folded.span(*span), self.folded.span(*core)
        (start, end), (core_start, core_end), (low, high) = span, core, ends
        self.found.append(Mention(start, end, value, low, high, qualifier, unit.code if unit else None, kind,
                                  core_start, core_end, form))

    def zero(self, start: int, end: int) -> None:
        """A stated zero."""
        self.add((start, end), (start, end), 0, OPEN, "exact", None, "zero")

    def majority(self, start: int, end: int) -> None:
        """A share above one half."""
        self.add((start, end), (start, end), None, (0.5, 1), "vague", None, "majority")

    def in_order(self) -> list[Mention]:
        """The mentions by their place in the text."""
        return sorted(self.found, key=_BY_PLACE)

    def cover(self) -> Cover:
        """The spans taken so far, for looking up."""
        return Cover(self.spans)


class Cover:
    """Sorted spans that do not overlap, and whether a further one overlaps them."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)

    def __call__(self, start: int, end: int) -> bool:
        at = bisect_right(self.spans, (start, end))
        return any(a < end and start < b for a, b in self.spans[max(0, at - 1) : at + 1])


def _interval(value: Number, qualifier: Qualifier, form: str) -> Interval:
    """Low and high of a qualified value, None meaning open; for "about" half a unit of its last non-zero digit."""
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("at_most", "less_than"):
        return None, value
    half = (_FRACTION_STEP if form == "fraction" else _last_digit(value)) / 2
    exact = Decimal(str(value))
    return _number(exact - half), _number(exact + half)


def _last_digit(value: Number) -> Decimal:
    """The unit of the last non-zero digit: 100 for 400, 1,000 for 59,000, 0.1 for 2.5."""
    digits = Decimal(str(value)).normalize()
    exponent = digits.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and digits else Decimal(1)


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else round(float(value), 6)
