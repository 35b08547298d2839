"""Which claims are compared: candidate pairs from blocks of what cannot differ.

A block of a folder's size is compared pair by pair. An archive's would grow with the square of its claims, so a block
beyond ``WHOLE`` is split by one stable key after the other until its parts are small, and a part that no key splits
(every article reports one event) is compared in a window over its days, for a story goes on from day to day. So the
pairs grow as the claims do, and a new claim changes the pairs of its own parts alone.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from typing import NamedTuple

from claimcheck.lang.pack import concepts, short
from claimcheck.stages.facets import Facets
from claimcheck.stages.likeness import tells
from claimcheck.stages.node import Node
from claimcheck.stages.question import neighbours

#: a block of so many claims is compared pair by pair
WHOLE = 200
#: the parts of a bigger one hold so many
PART = 32
#: where no key splits a part, a claim is compared with so many that follow it in time
WINDOW = 8

Key = tuple[str, ...]
Block = Sequence[int]


class Address(NamedTuple):
    """Where a claim is compared, as numbers that are the same on every machine: its blocks, what splits those that
    are large (the strongest first), and its article's day."""

    keys: tuple[int, ...]
    splits: tuple[int, ...]
    day: int


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
        """Whether its claims have one telling figure in common."""
        return self.key & 3 == _FIGURE

    @property
    def pairs(self) -> int:
        """How many pairs are compared, or a few more."""
        size = len(self.members)
        return size * WINDOW if self.windowed else size * (size - 1) // 2


_EVENT, _NEAR, _THING, _FIGURE = range(4)


def address(node: Node) -> Address:
    """Where a claim is compared; nowhere, where it is of a duration, which asks no question of its own."""
    place = _address(node.facets)
    told = tells(node)
    if not place.keys or told is None:
        return place
    key = _number(("figure", node.facets.kind, node.facets.unit or "", f"{node.amount[0]:.6g}", *told)) | _FIGURE
    return place._replace(keys=(*place.keys, key))


@lru_cache(maxsize=1 << 12)
def _address(facets: Facets) -> Address:
    day = date.fromisoformat(facets.published).toordinal() if facets.published else 0
    if facets.kind == "duration":
        return Address((), (), day)
    return Address(tuple(_keys(facets)), tuple(_number(split(facets)) for split in _SPLITS), day)


def _keys(facets: Facets) -> Iterator[int]:
    """The blocks of a claim: its event, those that a text may use for it, and what it counts."""
    kind, unit = facets.kind, _money(facets.unit or "")
    if facets.event:
        yield _number(("event", kind, unit, facets.event)) | _EVENT
        for near in neighbours(facets.event):
            yield _number(("near", kind, unit, *sorted((facets.event, near)))) | _NEAR
    yield _number(("thing", kind, unit, thing_of(facets))) | _THING


@cache
def _money(unit: str) -> str:
    """The unit, or for a currency that is told by a short name as well, that all of these are compared."""
    return "currency" if unit in concepts().currencies or short(unit) else unit


@lru_cache(maxsize=1 << 16)
def _number(key: Key) -> int:
    """62 bits that stand for a name, with two free behind them."""
    return int.from_bytes(blake2b("\t".join(key).encode(), digest_size=8).digest(), "big") & _BITS


_BITS = (1 << 63) - 4


def thing_of(facets: Facets) -> str:
    """What is counted, by its concept or its word; money is money, whatever noun tells what it is."""
    if facets.kind == "money":
        return ""
    return facets.concept or facets.head or ""


#: what splits a block, the strongest first
_SPLITS: tuple[Callable[[Facets], Key], ...] = (
    lambda f: f.setting[:1],
    lambda f: (f.event or "", thing_of(f)),
    lambda f: (f.place or "", f.group or "", f.nationality or ""),
)


def leaves(addresses: Iterable[Address]) -> Iterator[Leaf]:
    """What is compared of claims with these addresses, by their numbers."""
    held = list(addresses)
    blocks: dict[int, array[int]] = defaultdict(_numbers)
    for n, address in enumerate(held):
        for key in address.keys:
            blocks[key].append(n)
    for key, block in blocks.items():
        yield from split(key, block, held)


def split(key: int, block: Block, addresses: Sequence[Address]) -> Iterator[Leaf]:
    """The leaves of one block: itself, where it is of a folder's size."""
    if len(block) <= WHOLE:
        if len(block) > 1:
            yield Leaf(key, block, False)
        return
    for part in _parts(block, addresses, 0):
        if len(part) > PART:
            yield Leaf(key, array("I", sorted(part, key=lambda n: (addresses[n].day, n))), True)
        elif len(part) > 1:
            yield Leaf(key, part, False)


def _parts(block: Block, addresses: Sequence[Address], level: int) -> Iterator[Block]:
    """A block split by the keys from ``level`` on, as far as its size asks for it."""
    if len(block) <= PART or level == len(_SPLITS):
        yield block
        return
    apart: dict[int, array[int]] = defaultdict(_numbers)
    for n in block:
        apart[addresses[n].splits[level]].append(n)
    for part in apart.values():
        yield from _parts(part, addresses, level + 1)


def _numbers() -> array[int]:
    """Of claims, four bytes each."""
    return array("I")


def compared(leaf: Leaf) -> Iterator[tuple[int, Iterable[int]]]:
    """The candidate pairs of a leaf, by the places of its claims in it: each claim with those of higher numbers that it
    is compared with. Some of them an earlier block ``had``."""
    size = len(leaf.members)
    for at in range(size):
        if not leaf.windowed:
            yield at, range(at + 1, size)
            continue
        for to in range(at + 1, min(at + 1 + WINDOW, size)):
            yield (at, (to,)) if leaf.members[at] < leaf.members[to] else (to, (at,))


def had(leaf: Leaf, a: Facets, b: Facets) -> bool:
    """Whether two claims of a leaf are compared in a block of something else: in that of their event, or, where theirs
    is none of a thing, in that of the thing."""
    made_of = leaf.key & 3
    if made_of == _EVENT:
        return False
    if a.event and a.event == b.event:
        return True
    if made_of != _THING and thing_of(a) == thing_of(b):
        return True
    return made_of == _FIGURE and bool(a.event and b.event) and b.event in neighbours(a.event or "")
