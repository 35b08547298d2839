"""Which claims are compared: candidate pairs from blocks of what cannot differ.

A block of a folder's size is compared pair by pair. An archive's would grow with the square of its claims, so of a
block beyond ``WHOLE`` those are compared whose articles name a town or a country in common; where these are many, each
with those that follow it in the order of days and figures (the sorted neighbourhoods of M. Hernandez and S. Stolfo, The
merge/purge problem, 1995, in several passes). So the pairs grow as the claims do, and a new claim changes the pairs of
its own parts alone.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple

from claimcheck.lang.pack import concepts, dimension, land, short
from claimcheck.stages.counting import also_called
from claimcheck.stages.facets import Facets
from claimcheck.stages.node import Node
from claimcheck.stages.question import neighbours

#: a block of so many claims is compared pair by pair
WHOLE = 200
#: so are so many of a bigger one that have a place in common
PART: Final = 48
#: of more, each is compared with so many that follow it
WINDOW: Final = 3
#: of so many days and figures one begins another leaf of a row
CUT: Final = 32

Key = tuple[str, ...]
Block = Sequence[int]


class Address(NamedTuple):
    """Where a claim is compared, as numbers that are the same on every machine: its blocks; for those that are large
    the towns and the countries that its article is about; its article's day and its figure."""

    keys: tuple[int, ...]
    towns: tuple[int, ...]
    lands: tuple[int, ...]
    day: int
    amount: float


#: by which claims stand in a row
_MARK = attrgetter("day", "amount")


class Leaf(NamedTuple):
    """Claims that are compared: each two of them, or in a window where ``windowed``. A block names what it is made of
    in its first two bits: an event, two that a text may use for one another, a thing, a figure."""

    key: int
    members: Block
    windowed: bool

    @property
    def of_event(self) -> bool:
        """Whether its claims have one event in common."""
        return self.key & 3 == _EVENT

    @property
    def of_figure(self) -> bool:
        """Whether its claims have one figure in common."""
        return self.key & 3 == _FIGURE

    @property
    def pairs(self) -> int:
        """How many pairs are compared, or a few more."""
        size = len(self.members)
        return size * WINDOW if self.windowed else size * (size - 1) // 2


_EVENT, _NEAR, _THING, _FIGURE = range(4)
#: figures from here on are compared whatever they are of
_TWO_DIGITS: Final = 10


def address(node: Node) -> Address:
    """Where a claim is compared; nowhere, where it is of a duration, which asks no question of its own."""
    keys, towns, lands, day = _address(node.facets)
    value, low, high = node.amount
    if keys and value is not None and value >= _TWO_DIGITS:
        keys = (*keys, _number(("figure", node.facets.kind, node.facets.unit or "", f"{value:.6g}")) | _FIGURE)
    return Address(keys, towns, lands, day, float(next((x for x in (value, low, high) if x is not None), 0)))


@lru_cache(maxsize=1 << 12)
def _address(facets: Facets) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], int]:
    day = date.fromisoformat(facets.published).toordinal() if facets.published else 0
    if facets.kind == "duration":
        return (), (), (), day
    near = dict.fromkeys([place for place in (facets.named, *facets.setting) if place][:_PLACES])
    lands = dict.fromkeys(map(land, near))
    towns = [_number(("town", place)) for place in near if place not in lands]
    return tuple(_keys(facets)), tuple(towns), tuple(_number(("land", place)) for place in lands or ("",)), day


#: so many places of an article say what it is about: the first that it names
_PLACES: Final = 2


def _keys(facets: Facets) -> Iterator[int]:
    """The blocks of a claim: its event, those that a text may use for it, and what it counts."""
    kind, unit = facets.kind, _unit(facets.unit or "")
    if facets.event:
        yield _number(("event", kind, unit, facets.event)) | _EVENT
        for near in neighbours(facets.event):
            yield _number(("near", kind, unit, *sorted((facets.event, near)))) | _NEAR
    yield _number(("thing", kind, unit, thing_of(facets))) | _THING
    for alike in also_called(facets.concept or "") if not facets.event else ():
        yield _number(("alike", kind, unit, *sorted((facets.concept or "", alike)))) | _NEAR


@cache
def _unit(unit: str) -> str:
    """What it measures, or for a currency that is told by a short name as well, that all of these are compared."""
    return "currency" if unit in concepts().currencies or short(unit) else dimension(unit)[0]


@lru_cache(maxsize=1 << 16)
def _number(key: Key) -> int:
    """62 bits that stand for a name, with two free behind them."""
    return int.from_bytes(blake2b("\t".join(key).encode(), digest_size=8).digest(), "big") & _BITS


_BITS: Final = (1 << 63) - 4


def thing_of(facets: Facets) -> str:
    """What is counted, by its concept or its word; money is money, whatever noun tells what it is."""
    if facets.kind == "money":
        return ""
    return facets.concept or facets.head or ""


def leaves(addresses: Iterable[Address]) -> Iterator[Leaf]:
    """What is compared of claims with these addresses, by their numbers."""
    held = list(addresses)
    blocks: dict[int, array[int]] = defaultdict(_numbers)
    for n, address in enumerate(held):
        for key in address.keys:
            blocks[key].append(n)
    row = Row(held)
    for key, block in blocks.items():
        yield from split(key, block, held, row)


def split(key: int, block: Block, addresses: Sequence[Address], row: Row) -> Iterator[Leaf]:
    """The leaves of one block: itself, where it is of a folder's size."""
    if len(block) <= WHOLE:
        if len(block) > 1:
            yield Leaf(key, block, False)
        return
    block = row.of(block)  # and so are its parts
    lands = _by(block, [addresses[n].lands for n in block])
    many = set(chain.from_iterable(part for part in lands if len(part) > PART))  # of the others each two are compared
    left = [n for n in block if n in many]
    for part in dict.fromkeys([*_by(left, [addresses[n].towns for n in left]), *lands]):
        if len(part) > PART:
            yield from (Leaf(key, array("I", members), True) for members in row.cut(part))
        elif len(part) > 1:
            yield Leaf(key, array("I", sorted(part)), False)


class Row:
    """The order of days and figures in which the claims of a large block follow one another."""

    def __init__(self, addresses: Sequence[Address]) -> None:
        said = list(map(_MARK, addresses))
        order = {mark: n for n, mark in enumerate(sorted(set(said)))}
        #: of each claim where its day and figure come, and whether a leaf may begin with these
        self._at = array("I", map(order.__getitem__, said))
        begins = {mark: (mark[0] + int(mark[1])) % CUT == 0 for mark in order}
        self._begins = bytes(map(begins.__getitem__, said))

    def of(self, block: Block) -> Block:
        """The block in this order."""
        return sorted(block, key=self._at.__getitem__)

    def cut(self, row: Block) -> Iterator[Block]:
        """A row in leaves, each with the first few of the next: cut before certain days and figures, so that a new
        claim changes the leaf that it comes to and no other."""
        begin = 0
        for at in [at for at, n in enumerate(row) if self._begins[n]]:
            if at and self._at[row[at]] != self._at[row[at - 1]]:
                yield row[begin : at + WINDOW]
                begin = at
        yield row[begin:]


def _by(row: Block, places: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The parts of a row that have a place in common."""
    apart: dict[int, list[int]] = defaultdict(list)
    for n, of_one in zip(row, places, strict=True):
        for place in of_one:
            apart[place].append(n)
    return list(map(tuple, apart.values()))


def _numbers() -> array[int]:
    """Of claims, four bytes each."""
    return array("I")


def compared(leaf: Leaf, asked: Sequence[Facets]) -> Iterator[tuple[int, Sequence[int]]]:
    """The candidate pairs of a leaf, by the places of its claims in it: each claim with those of higher numbers that it
    is compared with, and was not in an earlier block."""
    repeats = leaf.key & 3 in (_NEAR, _FIGURE)
    for at, others in _compared(leaf, asked):
        yield at, [to for to in others if not _had(leaf, asked[at], asked[to])] if repeats else others


def _compared(leaf: Leaf, asked: Sequence[Facets]) -> Iterator[tuple[int, Sequence[int]]]:
    """The same with what an earlier block had; in a block of no event each with those of other events, for its own has
    a block."""
    whole = leaf.of_event or leaf.of_figure
    events = [None if whole else facets.event for facets in asked]
    if leaf.windowed:
        for at, event in enumerate(events):
            for to in range(at + 1, min(at + 1 + WINDOW, len(events))):
                if event is None or event != events[to]:
                    yield (at, (to,)) if leaf.members[at] < leaf.members[to] else (to, (at,))
        return
    other = {event: [at for at, told in enumerate(events) if told is None or told != event] for event in set(events)}
    for at, event in enumerate(events):
        others = other[event]
        yield at, others[bisect_right(others, at) :]


def _had(leaf: Leaf, a: Facets, b: Facets) -> bool:
    """Whether two claims of a block of neither event nor thing are compared in one of these."""
    if a.event and a.event == b.event:
        return True
    if thing_of(a) == thing_of(b):
        return True
    return leaf.of_figure and bool(a.event and b.event) and b.event in neighbours(a.event or "")
