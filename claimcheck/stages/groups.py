"""Links -> groups: the two that go best together on the mean are one, again and again.

Average linkage (R. Sokal and C. Michener, A statistical method for evaluating systematic relationships, 1958): what
two groups say of one another is the mean over the pairs of their members, so that no single link joins two questions,
and no misread figure parts one.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from heapq import heapify, heappop, heappush
from itertools import groupby, product
from math import fsum, gcd
from typing import Final

#: of groups of more members than so many, so many, evenly spaced, stand for all
_ALL: Final = 32
_SAMPLE: Final = 12
#: so many of the pairs of two groups that are not linked stand for all of those
_ASKED: Final = 4
#: so many of the links of a node, the best, say who it goes with
_BEST: Final = 16
#: bits of a node's number
_BITS: Final = 31
#: bytes of what a group is known by
_NAME: Final = 16

Link = tuple[float, int, int]


@dataclass(slots=True, eq=False)
class Group:
    """Nodes by index."""

    id: int
    members: list[int]
    #: what it is known by in other runs: equal for those that the same nodes came to in the same order
    name: bytes
    #: the groups that it is linked to: what the pairs of which it is known come to, and how many these are
    linked: dict[Group, tuple[float, int]] = field(default_factory=dict)

    def sample(self) -> list[int]:
        """The members, or of many some, evenly spaced."""
        return self.members if len(self.members) <= _ALL else self.members[:: -(-len(self.members) // _SAMPLE)]

    def knows(self, other: Group, total: float, pairs: int) -> None:
        """So much is known of this one and another."""
        self.linked[other] = other.linked[self] = total, pairs


def named(*names: bytes) -> bytes:
    """A name that stands for these, in their order."""
    hashed = blake2b(digest_size=_NAME)
    for name in names:
        hashed.update(len(name).to_bytes(4, "big") + name)
    return hashed.digest()


class Past:
    """What runs before this one found of two groups, and what this one does: it is found in them alone."""

    def __init__(self, names: Sequence[bytes], known: Mapping[bytes, bytes]) -> None:
        #: what the nodes are known by in other runs
        self.names = names
        self._known = known
        self.made: dict[bytes, bytes] = {}

    def of(self, one: bytes, other: bytes, find: Callable[[], float]) -> float:
        """What was found of two groups, or nodes, that are known by these names, or else is."""
        name = named(one, other)
        known = self._known.get(name)
        found = array("d", known)[0] if known else find()
        self.made[name] = known or array("d", [found]).tobytes()
        return found


class Groups:
    """The groups of the nodes of one component: ``score`` says how well two nodes go together, and two groups merge
    where the mean over their pairs is at least ``enough``."""

    def __init__(
        self, score: Callable[[int, int], float], enough: float, past: Past | None = None
    ) -> None:
        self.score, self.enough = score, enough
        self.of: dict[int, Group] = {}
        self._past = past
        #: scores by ``_pair``: of the links, and of who was asked beside
        self._links: dict[int, float] = {}
        self._asked: dict[int, float] = {}
        #: the groups that may merge, the best first, ties by index: how much worse than nothing, and who
        self._next: list[tuple[float, int, int]] = []

    def grow(self, links: Iterable[Link]) -> Iterator[tuple[int, int]]:
        """Merges the groups; yields the links that hold."""
        for score, a, b in links:
            self._links[_pair(a, b)] = score
            one, other = self.of.get(a) or self._alone(a), self.of.get(b) or self._alone(b)
            one.knows(other, score, 1)
            if score >= self.enough:
                self._next.append((-score, a, b))
        heapify(self._next)
        by_id = dict(self.of)
        while self._next:
            worse, a, b = heappop(self._next)
            one, other = by_id[a], by_id[b]
            total, pairs = one.linked.get(other, (0.0, 0))
            if not pairs or -total / pairs != worse:
                continue  # one of them is no more, or more is known by now
            if not _known_enough(pairs, len(one.members) * len(other.members)):
                self._look(one, other)
            else:
                self._merge(one, other)
        for group in self.of.values():
            group.linked = {}  # or they would hold one another
        held = (_nodes(pair) for pair in sorted(self._links))
        yield from ((a, b) for a, b in held if self.of[a] is self.of[b])

    def found(self) -> Iterator[Group]:
        """Each group of two or more nodes."""
        return (group for group in dict.fromkeys(self.of.values()) if len(group.members) > 1)

    def _alone(self, n: int) -> Group:
        self.of[n] = Group(n, [n], self._past.names[n] if self._past else b"")
        return self.of[n]

    def _look(self, one: Group, other: Group) -> None:
        """Asks all of two groups, of which so far some pairs are known."""
        found = partial(self._mean, one, other)
        mean = self._past.of(one.name, other.name, found) if self._past else found()
        pairs = len(one.members) * len(other.members)
        self._knows(one, other, mean * pairs, pairs)

    def _knows(self, one: Group, other: Group, total: float, pairs: int) -> None:
        one.knows(other, total, pairs)
        if total >= self.enough * pairs:
            heappush(self._next, (-total / pairs, min(one.id, other.id), max(one.id, other.id)))

    def _mean(self, one: Group, other: Group) -> float:
        """What the pairs of two groups, or some of them, say on the mean: those that are linked, and of the others
        some for all."""
        pairs = [_pair(a, b) if a < b else _pair(b, a) for a, b in product(one.sample(), other.sample())]
        others = [pair for pair in pairs if pair not in self._links]
        linked = fsum([self._links[pair] for pair in pairs if pair in self._links])
        if not others:
            return linked / len(pairs)
        step = -(-len(others) // _ASKED)
        while gcd(step, len(other.sample())) > 1:
            step += 1  # of each group others are asked each time
        asked = others[::step]
        return (linked + fsum(map(self._score, asked)) / len(asked) * len(others)) / len(pairs)

    def _merge(self, one: Group, other: Group) -> None:
        """Makes one group of two. What is known of the smaller one's company is moved, of the larger one's it is looked
        at when its turn comes."""
        large, small = (one, other) if len(one.linked) >= len(other.linked) else (other, one)
        for n in small.members:
            self.of[n] = large
        large.members += small.members
        large.name = large.name and named(large.name, small.name)
        for third, (total, pairs) in small.linked.items():
            del third.linked[small]
            if third is not large:
                more, others = large.linked.get(third, (0.0, 0))
                self._knows(large, third, total + more, pairs + others)
        small.linked = {}

    def _score(self, pair: int) -> float:
        score = self._asked.get(pair)
        if score is None:
            score = self._asked[pair] = self.score(*_nodes(pair))
        return score


def _pair(a: int, b: int) -> int:
    """Two nodes, the smaller first, as one number: a component has millions of links."""
    return a << _BITS | b


def _nodes(pair: int) -> tuple[int, int]:
    return pair >> _BITS, pair & (1 << _BITS) - 1


def _known_enough(pairs: int, of: int) -> bool:
    """Whether so many known pairs of all say what two groups come to."""
    return pairs == of or (of > _ALL * _ALL and 2 * pairs >= of)


def best(links: Iterable[Link]) -> list[Link]:
    """The links that are among the best of one of their nodes, each once, the best first."""
    kept: list[Link] = []
    counted: dict[int, int] = defaultdict(int)
    for link, _ in groupby(sorted(links, reverse=True)):
        _, a, b = link
        if counted[a] < _BEST or counted[b] < _BEST:
            kept.append(link)
        counted[a] += 1
        counted[b] += 1
    return kept


def components(links: Iterable[Link]) -> list[list[Link]]:
    """The links in lists that have no node in common: what can be grouped apart, on any machine."""
    held = list(links)
    parent = list(range(max((max(a, b) for _, a, b in held), default=0) + 1))
    for _, a, b in held:
        if parent[a] != parent[b]:
            a, b = root(parent, a), root(parent, b)
            parent[max(a, b)] = min(a, b)
    apart: dict[int, list[Link]] = defaultdict(list)
    for link in held:
        apart[root(parent, link[1])].append(link)
    return list(apart.values())


def root(parent: MutableSequence[int], n: int) -> int:
    """What stands for all that ``n`` is joined to; the way there is made shorter."""
    while parent[n] != n:
        parent[n] = n = parent[parent[n]]
    return n
