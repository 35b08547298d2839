"""The mentions of a text as they are found: folded spans go in, records with original offsets come out."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from claimcheck.lang.bounds import Interval
from claimcheck.lang.fold import Folded
from claimcheck.lang.number_lexicon import Unit
from claimcheck.model import Kind, Mention, Number, Qualifier

Span = tuple[int, int]
_BY_PLACE = itemgetter(0, 1)
#: forms that are shares without a unit
_SHARES = ("fraction", "majority")


class Mentions:
    """Collects mentions, and knows which folded spans they take."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.found: list[Mention] = []
        self.spans: list[Span] = []

    def add(self, span: Span, core: Span, value: Number | None, bounds: Interval, qualifier: Qualifier,
            unit: Unit | None, form: str) -> None:
        """Adds a figure; its kind is that of its unit, a fraction without one is a share."""
        kind: Kind = unit.kind if unit else "share" if form in _SHARES else "count"
        self.spans.append(span)
        if self.folded.cuts:
            span, core = self.folded.span(*span), self.folded.span(*core)
        (start, end), (core_start, core_end), (low, high) = span, core, bounds
        self.found.append(Mention(start, end, value, low, high, qualifier, unit.code if unit else None, kind,
                                  core_start, core_end, form))

    def zero(self, start: int, end: int) -> None:
        """A stated zero."""
        self.add((start, end), (start, end), 0, (0, 0), "exact", None, "zero")

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
