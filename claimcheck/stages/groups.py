"""Links -> groups: a union-find, best link first, that refuses to join what excludes each other.

Two small groups are compared member by member. Large ones by what can tell them apart: a member for each distinct
set of facets, the members of articles that both have, and a sample for how well they go together on the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, Protocol, TypeVar

#: two groups of no more pairs than this are compared member by member
_ALL = 400
#: else so many members of each stand for its company
_SAMPLE = 12

Link = tuple[float, int, int]


class Member(Protocol):
    """What of a node decides whether groups exclude each other."""

    @property
    def asks(self) -> object:
        """Equal for nodes that exclude the same nodes of other articles."""

    @property
    def article(self) -> str:
        """Where it was printed."""


Node = TypeVar("Node", bound=Member)


@dataclass(slots=True)
class Group:
    """Nodes by index, and of each distinct question and each article those that have it."""

    members: list[int]
    asks: dict[object, int]
    articles: dict[str, list[int]]

    def take(self, other: Group) -> None:
        """Makes the other's nodes this one's."""
        self.members += other.members
        self.asks = {**other.asks, **self.asks}
        for article, nodes in other.articles.items():
            self.articles[article] = self.articles.get(article, []) + nodes

    def sample(self) -> list[int]:
        """Some of the members, evenly spaced."""
        step = -(-len(self.members) // _SAMPLE)
        return self.members[::step]


@dataclass(slots=True)
class Groups(Generic[Node]):
    """The groups of the nodes of one component.

    ``score`` says how well two nodes go together, None where they exclude each other; two groups merge where no two of
    their nodes do and the mean over their pairs is at least ``enough``.
    """

    nodes: Sequence[Node]
    score: Callable[[Node, Node], float | None]
    enough: float
    of: dict[int, Group] = field(default_factory=dict)
    _known: dict[tuple[int, int], float | None] = field(default_factory=dict)

    def grow(self, links: Iterable[Link]) -> Iterator[tuple[int, int]]:
        """Merges along the links, the best first, ties by index; yields those that hold."""
        for score, a, b in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
            self._known[a, b] = score
            one, other = self._group(a), self._group(b)
            if one is other or self._join(one, other):
                yield a, b

    def found(self) -> Iterator[tuple[int, list[int]]]:
        """Each group of two or more nodes: its first, and all in order."""
        for group in {id(g): g for g in self.of.values()}.values():
            if len(group.members) > 1:
                yield min(group.members), sorted(group.members)

    def first(self, n: int) -> int:
        """The first node of the group of ``n``."""
        return min(self.of[n].members)

    def _group(self, n: int) -> Group:
        if n not in self.of:
            node = self.nodes[n]
            self.of[n] = Group([n], {node.asks: n}, {node.article: [n]})
        return self.of[n]

    def _join(self, one: Group, other: Group) -> bool:
        if not self._agree(one, other):
            return False
        large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
        for n in small.members:
            self.of[n] = large
        large.take(small)
        return True

    def _agree(self, one: Group, other: Group) -> bool:
        if len(one.members) * len(other.members) <= _ALL:
            return self._company(one.members, other.members)
        return self._possible(one, other) and self._company(one.sample(), other.sample())

    def _company(self, some: list[int], others: list[int]) -> bool:
        total = 0.0
        for pair in product(some, others):
            score = self._score(*pair)
            if score is None:
                return False
            total += score
        return total >= self.enough * len(some) * len(others)

    def _possible(self, one: Group, other: Group) -> bool:
        asked = product(one.asks.values(), other.asks.values())
        shared = (product(one.articles[a], other.articles[a]) for a in one.articles.keys() & other.articles.keys())
        return all(self._score(*pair) is not None for pairs in (asked, *shared) for pair in pairs)

    def _score(self, a: int, b: int) -> float | None:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            self._known[pair] = self.score(self.nodes[pair[0]], self.nodes[pair[1]])
        return self._known[pair]


def components(links: Iterable[Link]) -> list[list[Link]]:
    """The links in lists that have no node in common: what can be grouped apart, on any machine."""
    held = list(links)
    parent: dict[int, int] = {}

    def root(n: int) -> int:
        while parent.setdefault(n, n) != n:
            parent[n] = n = parent[parent[n]]
        return n

    for _, a, b in held:
        x, y = sorted((root(a), root(b)))
        parent[y] = x
    apart: dict[int, list[Link]] = defaultdict(list)
    for link in held:
        apart[root(link[1])].append(link)
    return list(apart.values())
