"""What two figures themselves say of whether they answer one question: evidence, which forbids nothing.

Equal figures speak for it, the more digits of them are told: of those of three digits, and of sums and measures of
two, 99 in 100 answered one question, and where a test of their facets forbade it still 80 (63 real events). Figures
that are many times one another speak against it: of pairs from two articles that nothing else kept apart (58 real
events), 96 of 100 equal ones were one question, 80 of those within a quarter, 64 of those within two to three times; of
three to ten times 42, of more 22.

How much they say was counted anew on pairs for which the rest speaks well (43 real events). Of 100 tolls that a later
article tells higher by up to a half 91 are one question, up to twice 85, up to three times 68, up to ten 52, beyond 35;
of those that no day orders and that are three times apart 34, ten times 18. Of those that it tells lower by up to a
tenth 75 are one, by up to a third 55, to less than half 9. Of counts of which a text says not what happened (storeys,
factories, seats) 52 within a quarter, 32 within a half, 15 up to twice, 3 of 100 beyond; of shares 85 within a half, 13
beyond. Of nothing and some, but of those who are still missing, 5 of 37 pairs were one question.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from claimcheck.lang.pack import befalls, concepts, flow
from claimcheck.model import Number
from claimcheck.stages.amounts import converts, digits, times
from claimcheck.stages.facets import Facets
from claimcheck.stages.node import Node

#: what it says that two articles print one figure, by how many digits of it are told: sums of money and what is
#: measured are seldom equal by chance
_SAME: Final = {
    "count": (0.0, 1.0, 2.0, 3.0, 4.0),
    "money": (0.0, 2.0, 4.0, 5.0, 6.0),
    "measure": (0.0, 1.0, 3.0, 4.0, 5.0),
    "share": (0.0, 1.0, 2.5, 4.0, 5.0),
    "duration": (0.0, 0.0, 0.0, 0.0, 0.0),
}
#: what it says beside, where both articles are about one event: of such pairs that nothing keeps apart, of two digits
#: and of thousands, 9 in 10 are one question however little else speaks for it (20 real events in one folder); of those
#: whose articles are about different events, hardly one in 100
_TOLD_AGAIN = (0.0, 1.0, 4.0)
#: a round figure of so many is as telling as one of two digits
_THOUSANDS: Final = 1_000
#: a count of so many digits is telling, and a sum, a measure or a share of so many: seldom equal to another by chance
_COUNT: Final = 3
_ELSE: Final = 2
#: so many digits more it says that both count the people of one state or group
_PEOPLE: Final = 2
#: how many times a vague amount's bound a figure is beyond it, and what that says (of such pairs 42 in 100 were one
#: question)
_BEYOND: Final = 2
_DOUBTED: Final = -1.5
#: what it says that the larger figure is so many times the smaller one and more: of a toll that has grown by the later
#: article, of one that may have, for all that is known of the days, of one that would have to within a day, of one that
#: has fallen, of shares (rates, as of a fire that is contained or of those who voted so far, say nothing), of counts of
#: which one at least is told without an event, of others
_Steps = tuple[tuple[float, float], ...]
_GROWN: _Steps = ((1, 0.5), (1.5, 0.0), (2, -1.0), (3, -1.5), (10, -2.5), (100, -7.0))
_UNDATED: _Steps = ((1, 0.0), (3, -1.5), (10, -2.5))
_OPEN: _Steps = ((1, 0.0), (2, -0.5), (3, -3.0), (10, -4.0))
_FALLEN: _Steps = ((1, 0.5), (1.1, 0.0), (1.25, -2.0), (1.5, -4.0), (2, -6.0), (3, -8.0))
_SHARES: _Steps = ((1, 0.0), (1.5, -3.0), (3, -5.0))
_UNTOLD: _Steps = ((1, 1.0), (1.1, 0.0), (1.25, -2.0), (1.5, -4.0), (2, -6.0))
_OTHER: _Steps = ((1, 1.5), (1.1, 1.0), (1.5, 0.0), (2, -2.0), (3, -4.0), (10, -7.0))
#: of what a dollar costs, which seldom moves that far before it is news of its own
_RATE: _Steps = ((1, 1.0), (1.1, 0.0), (1.3, -7.0))
#: of what has a figure of its own each day, or each quarter: a share of it, and a sum; both may be rounded
_SHARE_OF_ITS_OWN: _Steps = ((1, 1.0), (1.1, -7.0))
_ITS_OWN: _Steps = ((1, 1.0), (1.005, -7.0))
#: what was earned in a quarter is told for so many days
_QUARTER: Final = 60
#: of one of which there is none at all
_NONE: Final = -7.0
#: of a magnitude, a logarithm, by how much more the larger one is: what agencies gave at first and later for one
#: quake lay within .4 for ten of twelve quakes, .8 at most
_MAGNITUDE: _Steps = ((0, 1.0), (0.5, 0.0), (0.9, -7.0))


def alike(a: Node, b: Node) -> float:
    """What the figures of two articles say."""
    one, other = a.amount[0], b.amount[0]
    factor = times(b.unit, a.unit)
    if one is None or other is None:
        return _vague(a, b) if factor == 1 else 0.0
    if one_figure(a, b):
        said = _SAME[a.facets.kind]
        told = _digits(a, b) + (_PEOPLE if people_of(a) is not None and people_of(a) == people_of(b) else 0)
        return said[min(told, len(said) - 1)]
    other *= factor
    return _unlike(a, b, one, other) if one < other else _unlike(b, a, other, one)


def told_again(a: Node, b: Node) -> float:
    """What it says beside that two articles about one event tell one figure."""
    kind = a.facets.kind
    if kind == "duration" or not one_figure(a, b):
        return 0.0
    return _TOLD_AGAIN[min(_digits(a, b) + (kind != "count"), len(_TOLD_AGAIN) - 1)]


def one_figure(a: Node, b: Node) -> bool:
    """Whether two claims tell one figure, be it in two units."""
    one, other = a.amount[0], b.amount[0]
    if a.unit == b.unit or one is None or other is None:
        return one is not None and one == other
    return one == other if times(a.unit, b.unit) == 1 else converts(one, a.unit, other, b.unit)


def _digits(a: Node, b: Node) -> int:
    """How many digits of one figure are told; thousands of people are seldom as many by chance, either."""
    one, other = a.amount[0] or 0, b.amount[0] or 0
    value = one if one == other or digits(one) <= digits(other) else other
    return digits(value) + (value >= _THOUSANDS and a.facets.kind in ("count", "measure"))


def _vague(a: Node, b: Node) -> float:
    """What it says that a figure is far beyond a vague amount: "dozens" of one day may be 300 by the next."""
    for less, more in ((a, b), (b, a)):
        if _times(less.amount[2], more.amount[1]) >= _BEYOND:
            return 0.0 if _movement(less, more) is _GROWN else _DOUBTED
    return 0.0


def tells(a: Node) -> tuple[str, ...] | None:
    """Whose people make a figure telling, nothing where its digits do; None where it is not telling."""
    value = a.amount[0]
    if value is None:
        return None
    left = (_COUNT if a.facets.kind == "count" else _ELSE) - digits(value)
    if left <= 0:
        return ()
    people = people_of(a)
    return (people,) if people and left == 1 else None


def people_of(a: Node) -> str | None:
    """The state or group whose people are counted: "15 Saudis" are as telling as 151 people."""
    return a.facets.nationality or a.facets.group


def _unlike(less: Node, more: Node, low: Number, high: Number) -> float:
    """What it says how many times the larger figure is the smaller one; a stock may come to nothing."""
    if less.facets.event == more.facets.event == "magnitude":
        return _step(_MAGNITUDE, round(float(high - low), 2))
    if low <= 0:
        return _NONE if less.facets.kind == "count" and not (less.facets.stock or more.facets.stock) else 0.0
    return _step(_movement(less, more), high / low)


def _step(steps: _Steps, far: float) -> float:
    """What the last step that is reached says; nothing before the first."""
    said = 0.0
    for least, then in steps:
        if far < least:
            break
        said = then
    return said


def _times(less: Number | None, more: Number | None) -> float:
    return more / less if less and more and less > 0 else 0.0


def _movement(less: Node, more: Node) -> _Steps:
    """How the figure of a question may have moved between two articles."""
    if less.facets.concept == more.facets.concept == "exchange_rate":
        return _RATE
    if _of_its_time(less.facets, more.facets):
        return _SHARE_OF_ITS_OWN if less.facets.kind == "share" else _ITS_OWN
    kind, event = less.facets.kind, less.facets.event or more.facets.event
    if kind == "share":
        return _SHARES if not (event and concepts().events[event].rate) else ()
    if kind == "count" and not (less.facets.event and more.facets.event):
        return _UNTOLD
    moves = _moves(event) if event else ""
    if not moves:
        return _OTHER
    first, last = less.facets.published, more.facets.published
    if not (first and last):
        return _UNDATED
    if first < last:
        return _GROWN
    return _FALLEN if first > last and moves == "flow" else _OPEN  # the missing are found


def _of_its_time(a: Facets, b: Facets) -> bool:
    """Whether each article may tell a figure of its own day, or quarter: what a share costs or has lost (of such pairs
    none of 7 was one question), what a company has earned."""
    if a.kind not in ("money", "share") or not (a.published and b.published) or a.published == b.published:
        return False
    if "share_of_stock" in (a.concept, b.concept):
        return True
    apart = abs((date.fromisoformat(a.published) - date.fromisoformat(b.published)).days)
    return a.event == b.event == "earned" and apart > _QUARTER


@cache
def _moves(event: str) -> str:
    """How a figure of people whom an event befalls moves: flow or stock; nothing where it is none or does not. Arrests
    run on."""
    if concepts().events[event].runs:
        return "flow"
    return flow(event) if "body" in befalls(event) and flow(event) in ("flow", "stock") else ""
