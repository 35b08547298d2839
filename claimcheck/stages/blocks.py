"""Which claims are compared: candidate pairs from blocks of what cannot differ.

A block of a folder's size is compared pair by pair. An archive's would grow with the square of its claims, so a block
beyond ``WHOLE`` is split by one stable key after the other until its parts are small, and a part that no key splits
(every article reports one event) is compared in a window over its days, for a story goes on from day to day. So the
pairs grow as the claims do, and a new claim changes the pairs of its own parts alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from claimcheck.stages.facets import Facets
from claimcheck.stages.question import neighbours

#: a block of so many claims is compared pair by pair
WHOLE = 400
#: the parts of a bigger one hold so many
PART = 48
#: where no key splits a part, a claim is compared with so many that follow it in time
WINDOW = 16

Key = tuple[str, ...]
Block = Sequence[int]


def keys(facets: Facets) -> Iterator[Key]:
    """The blocks of a claim, by name: its event, those that a text may use for it, and what it counts. Durations ask
    no question of their own."""
    if facets.kind == "duration":
        return
    if facets.event:
        yield "event", facets.kind, facets.unit or "", facets.event
        for near in neighbours(facets.event):
            yield "near", facets.kind, facets.unit or "", *sorted((facets.event, near))
    yield "thing", facets.kind, facets.unit or "", _thing(facets)


def _thing(facets: Facets) -> str:
    return facets.concept or facets.head or ""


#: what splits a block, the strongest first
_SPLITS: tuple[Callable[[Facets], Key], ...] = (
    lambda f: f.setting[:1],
    lambda f: (f.event or "", _thing(f)),
    lambda f: (f.place or "", f.group or "", f.nationality or ""),
)


def candidates(claims: Sequence[Facets]) -> Iterator[tuple[int, int]]:
    """Pairs of indices, the smaller first, that may answer one question; each pair once."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, facets in enumerate(claims):
        for key in keys(facets):
            blocks[key].append(n)
    for key, block in blocks.items():
        yield from pairs(key, block, claims)


def pairs(key: Key, block: Block, claims: Sequence[Facets]) -> Iterator[tuple[int, int]]:
    """The candidate pairs of one block, those left out that a block of their event or their thing has."""
    for a, b in _within(block, claims):
        one, other = claims[a], claims[b]
        same = bool(one.event) and one.event == other.event
        if key[0] == "event" or not (same or (key[0] == "near" and _thing(one) == _thing(other))):
            yield a, b


def _within(block: Block, claims: Sequence[Facets]) -> Iterator[tuple[int, int]]:
    if len(block) <= WHOLE:
        yield from combinations(block, 2)
        return
    for part in parts(block, claims):
        yield from combinations(part, 2) if len(part) <= PART else _window(part, claims)


def _window(part: Block, claims: Sequence[Facets]) -> Iterator[tuple[int, int]]:
    ordered = sorted(part, key=lambda n: (claims[n].published or "", n))
    for at, a in enumerate(ordered):
        yield from ((min(a, b), max(a, b)) for b in ordered[at + 1 : at + 1 + WINDOW])


def parts(block: Block, claims: Sequence[Facets], level: int = 0) -> Iterator[Block]:
    """A block split by the keys from ``level`` on, as far as its size asks for it."""
    if len(block) <= PART or level == len(_SPLITS):
        yield block
        return
    split: dict[Key, list[int]] = defaultdict(list)
    for n in block:
        split[_SPLITS[level](claims[n])].append(n)
    for part in split.values():
        yield from parts(part, claims, level + 1)
