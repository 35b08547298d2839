"""What else the article of a claim tells: how many figures of the like, whether of several days, and which stand beside
it.

The only toll of an article is that of its event; of nine in one article most are of something else, and of "40 on
Friday" beside "eight on Saturday" neither is all. And what stands beside two claims speaks for them where it is one
figure: "12 killed and 30 wounded", "12 killed and 35 wounded".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from claimcheck.model import Claim, Number
from claimcheck.stages.facets import Facets

#: characters from one claim to another that stands beside it, and how many do on either side: a table has more
_NEAR: Final = 250
_MOST: Final = 10
#: what it says that of one thing both print one figure, figures that are less than so many times one another, others
_EQUAL: Final = 2.0
_CLOSE: Final = 1.0
_UNLIKE: Final = -0.5
_TIMES: Final = 1.5


#: kind and event
_Event = tuple[str, str | None]


class Others(NamedTuple):
    """How many figures an article tells of the event of a claim, its own among them; whether the claim has a day of its
    own, and others of these another; and what stands beside it: of what it is, and how many."""

    of_event: int
    daily: bool
    beside: tuple[tuple[str, Number], ...]


def others(told: Sequence[tuple[Claim, Facets]]) -> list[Others]:
    """Of each claim of an article, in the order of their places."""
    figures: dict[_Event, set[tuple[Number | None, ...]]] = defaultdict(set)
    days: dict[_Event, set[str]] = defaultdict(set)
    for claim, facets in told:
        quantity = claim.quantity
        figures[facets.kind, facets.event].add((quantity.value, quantity.low, quantity.high))
        if facets.day:
            days[facets.kind, facets.event].add(facets.day)
    return [_others(told, at, len(figures[of.kind, of.event]), days[of.kind, of.event])
            for at, (_, of) in enumerate(told)]  # fmt: skip


def _others(told: Sequence[tuple[Claim, Facets]], at: int, figures: int, days: set[str]) -> Others:
    return Others(figures, told[at][1].day is not None and len(days) > 1, tuple(_beside(told, at)))


def _beside(told: Sequence[tuple[Claim, Facets]], at: int) -> Iterator[tuple[str, Number]]:
    start = told[at][0].start
    for way in (range(at - 1, -1, -1), range(at + 1, len(told))):
        for n in way[:_MOST]:
            claim, facets = told[n]
            if abs(claim.start - start) > _NEAR:
                break
            if claim.quantity.value is not None:
                of = facets.event or facets.concept or facets.head or ""
                yield f"{facets.kind} {facets.unit or ''} {of}", claim.quantity.value


def like(a: Others, b: Others) -> float:
    """What it says of two claims what stands beside them."""
    said = 0.0
    for of, one in a.beside:
        for as_well, other in b.beside:
            if of == as_well:
                said += _says(one, other)
    return said


def _says(one: Number, other: Number) -> float:
    if one == other:
        return _EQUAL
    small, large = (one, other) if one < other else (other, one)
    return _CLOSE if 0 < large <= _TIMES * small else _UNLIKE
