"""Links -> groups: a union-find, best link first, that refuses to join what excludes each other.

Small groups are compared member by member. Large ones by what can tell them apart: a member for each distinct
set of facets, the members of articles that both have, and a sample for how well they go together on the whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Set
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, product
from math import fsum
from typing import Generic, Protocol, TypeVar

#: groups of so many members are compared member by member
_ALL = 24
#: else so many members of each stand for its company
_SAMPLE = 12
#: so many members of each say what it tells
_HEARD = 240
#: so many distinct questions of each are asked whether they exclude each other
_ASKED = 24
#: of so many members one may be left out, where it alone keeps two groups apart that go well together
_ODD = 8
#: bytes of what a group is known by
_NAME = 16
#: of two groups that tell near the same so many pairs must not exclude each other, and the mean over these may be so
#: much less than of others
_SOME, _LESS = 0.2, 1.5

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
_Some = TypeVar("_Some")

#: what was found of two groups: they are one, their company is too poor, they exclude each other; or they are one
#: without some members, whose places among those of both follow
_ONE, _POOR, _APART, _ODDLY = b"1", b"p", b"x", b"o"
#: what is asked of two groups in the end
_NEAR = b"near"


@dataclass(slots=True, eq=False)
class Group:
    """Nodes by index."""

    members: list[int]
    #: what it is known by in other runs: equal for those that the same nodes came to in the same order
    name: bytes
    #: the groups that it may never be one with, and how large it and another were when their company was too poor
    enemies: set[Group] = field(default_factory=set)
    poor: dict[Group, tuple[int, int]] = field(default_factory=dict)
    #: of the first so many members each distinct question and each article, with those that have it
    looked_at: int = 0
    asks: dict[object, int] = field(default_factory=dict)
    articles: dict[str, list[int]] = field(default_factory=dict)

    def look(self, nodes: Sequence[Member]) -> None:
        """Looks at its newest members: few groups are asked."""
        for n in self.members[self.looked_at :]:
            self.asks.setdefault(nodes[n].asks, n)
            self.articles.setdefault(nodes[n].article, []).append(n)
        self.looked_at = len(self.members)

    def take(self, other: Group) -> None:
        """Makes the other's nodes this one's."""
        self.members += other.members
        self.name = self.name and named(self.name, other.name)
        for enemy in other.enemies:
            enemy.enemies.discard(other)
            self.oppose(enemy)

    def leave(self, odd: Set[int]) -> None:
        """Makes this one's without some of the nodes."""
        left = [at for at, n in enumerate(self.members) if n not in odd]
        self.name = self.name and named(self.name, bytes(left))
        self.members = [self.members[at] for at in left]
        self.looked_at, self.asks, self.articles = 0, {}, {}

    def oppose(self, other: Group) -> None:
        """Each is an enemy of the other."""
        self.enemies.add(other)
        other.enemies.add(self)

    def sample(self, most: int = _SAMPLE) -> list[int]:
        """Some of the members, evenly spaced."""
        return _spaced(self.members, most)

    def own(self, other: Group) -> list[int]:
        """A node for each question that it has and another has not, of many for some, evenly spaced."""
        return [self.asks[ask] for ask in _spaced(list(self.asks), _ASKED) if ask not in other.asks]


def _spaced(some: list[_Some], most: int) -> list[_Some]:
    return some[:: -(-len(some) // most)]


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

    def of(self, one: Group, other: Group, find: Callable[[Group, Group], bytes], asked: bytes = b"") -> bytes:
        """What was found of two groups, or else is, where this was asked of them."""
        name = named(one.name, other.name, asked) if asked else named(one.name, other.name)
        self.made[name] = found = self._known.get(name) or find(one, other)
        return found


class Groups(Generic[Node]):
    """The groups of the nodes of one component.

    ``score`` says how well two nodes go together, None where they exclude each other; ``least`` that it is no less,
    which is told sooner and as a rule is enough; ``excludes`` whether two nodes of different articles exclude each
    other. Two groups merge where no two of their nodes do and the mean over their pairs is at least ``enough``; in the
    end those that tell ``near`` the same do, where more of their nodes go together.
    """

    def __init__(
        self,
        nodes: Sequence[Node],
        score: Callable[[Node, Node], float | None],
        least: Callable[[Node, Node], float | None],
        excludes: Callable[[Node, Node], bool],
        enough: float,
        near: Callable[[Sequence[Node], Sequence[Node]], bool],
        past: Past | None = None,
    ) -> None:
        self.nodes, self.score, self.least, self.excludes, self.enough = nodes, score, least, excludes, enough
        self.near = near
        self.of: dict[int, Group] = {}
        self._past = past
        #: scores by nodes, the smaller first: of the links, and of who was asked beside
        self._known: dict[tuple[int, int], float | None] = {}

    def grow(self, links: Iterable[Link]) -> Iterator[tuple[int, int]]:
        """Merges along the links, the best first, ties by index; yields those that hold."""
        ordered = sorted([(-score, a, b) for score, a, b in links])
        self._known = {(a, b): -worse for worse, a, b in ordered}
        of = self.of
        for _, a, b in ordered:
            one, other = of.get(a) or self._group(a), of.get(b) or self._group(b)
            if one is other or self._join(one, other):
                yield a, b
        yield from self._reconcile([(a, b) for _, a, b in ordered if of[a] is not of[b]])

    def _reconcile(self, links: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Merges the groups of links that were refused where they tell near the same; yields those that hold."""
        asked: dict[tuple[Group, Group], tuple[int, int]] = {}
        for a, b in links:
            one, other = self.of[a], self.of[b]
            sizes = len(one.members), len(other.members)
            if one is not other and asked.get((one, other)) != sizes:
                asked[one, other] = sizes
                found = self._past.of(one, other, self._alike, _NEAR) if self._past else self._alike(one, other)
                if found == _ONE:
                    self._merge(one, other)
            if self.of[a] is self.of[b]:
                yield a, b

    def _alike(self, one: Group, other: Group) -> bytes:
        """What is found of two groups that may tell near the same, and of which what goes together goes well enough: a
        misread place or day makes some exclude each other whose figures say that they do not."""
        if not self.near([self.nodes[n] for n in one.sample(_HEARD)], [self.nodes[n] for n in other.sample(_HEARD)]):
            return _POOR
        pairs = list(product(one.sample(), other.sample()))
        told = [score for a, b in pairs if (score := self._score(a, b)) is not None]
        fit = len(told) >= _SOME * len(pairs) and fsum(told) >= (self.enough - _LESS) * len(told)
        return _ONE if fit else _POOR

    def found(self) -> Iterator[Group]:
        """Each group of two or more nodes."""
        return (group for group in dict.fromkeys(self.of.values()) if len(group.members) > 1)

    def _group(self, n: int) -> Group:
        self.of[n] = self._alone(n)
        return self.of[n]

    def _alone(self, n: int) -> Group:
        return Group([n], self._past.names[n] if self._past else b"")

    def _join(self, one: Group, other: Group) -> bool:
        if other in one.enemies or not self._agree(one, other):
            return False
        self._merge(one, other)
        return True

    def _merge(self, one: Group, other: Group) -> None:
        one.enemies.discard(other)
        other.enemies.discard(one)
        large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
        for n in small.members:
            self.of[n] = large
        large.take(small)

    def _agree(self, one: Group, other: Group) -> bool:
        """Whether two groups may be one; what was refused is not asked again until one of them has grown."""
        sizes = len(one.members), len(other.members)
        if one.poor.get(other) == sizes:
            return False
        found = self._past.of(one, other, self._found) if self._past else self._found(one, other)
        if found == _APART:
            one.oppose(other)
        elif found == _POOR:
            one.poor[other] = sizes
            other.poor[one] = sizes[::-1]
        elif found != _ONE:
            self._leave(one, other, found[len(_ODDLY) :])
        return found not in (_APART, _POOR)

    def _found(self, one: Group, other: Group) -> bytes:
        """What is found of two groups."""
        if max(len(one.members), len(other.members)) <= _ALL:
            fit = self._company(one.members, other.members)
        else:
            fit = self._company(one.sample(), other.sample()) if self._possible(one, other) else None
        if fit is not None:
            return _ONE if fit else _POOR
        odd = self._parting(one, other)
        places = bytes(at for at, n in enumerate((*one.members, *other.members)) if n in odd)
        return _ODDLY + places if odd else _APART

    def _leave(self, one: Group, other: Group, places: bytes) -> None:
        """Leaves out the odd members of two groups."""
        members = (*one.members, *other.members)
        odd = {members[at] for at in places}
        for group in (one, other):
            group.leave(odd)
        for n in sorted(odd):
            self.of[n] = self._alone(n)
            self.of[n].oppose(one)

    def _company(self, some: list[int], others: list[int]) -> bool | None:
        """Whether two companies go well together on the whole; None where two of them exclude each other."""
        enough = self.enough * len(some) * len(others)
        total = 0.0
        for pair in product(some, others):
            score = self._least(*pair)
            if score is None:
                return None
            total += score
        return total >= enough or fsum(self._score(a, b) or 0.0 for a, b in product(some, others)) >= enough

    def _parting(self, one: Group, other: Group) -> set[int]:
        """The few members that keep two groups apart which go better together than they have to: one toll that is
        misread, or told beside the last one, does not make two questions of what twenty articles tell."""
        sizes = len(one.members), len(other.members)
        if max(sizes) > _ALL or sum(sizes) < _ODD or min(sizes) == 1:
            return set()
        pairs = list(product(one.members, other.members))
        odd = self._odd([pair for pair in pairs if self._least(*pair) is None], one, other)
        if not odd or odd.issuperset(one.members) or odd.issuperset(other.members):
            return set()
        told = [score for pair in pairs if (score := self._score(*pair)) is not None]
        return odd if told and fsum(told) >= (self.enough + 1) * len(told) else set()

    def _odd(self, apart: list[tuple[int, int]], one: Group, other: Group) -> set[int]:
        """The members without whom no two exclude each other, those first that exclude the most, then those that go
        worst with all others; none, where they are too many."""
        odd: set[int] = set()
        members = [*one.members, *other.members]
        while apart:
            times = Counter(chain.from_iterable(apart))
            most = max(times.values())
            if len(apart) > most * (len(members) // _ODD - len(odd)):
                return set()  # each who may still be left out is in so many pairs at most
            odd.add(min((self._fit(n, members), n) for n in times if times[n] == most)[1])
            apart = [pair for pair in apart if odd.isdisjoint(pair)]
        return odd

    def _fit(self, n: int, members: list[int]) -> float:
        """How well a member goes with those of the others that it does not exclude, on the mean."""
        told = [score for m in members if m != n and (score := self._score(n, m)) is not None]
        return fsum(told) / max(1, len(told))

    def _possible(self, one: Group, other: Group) -> bool:
        """Whether no two of their nodes exclude each other. What both ask agrees with all that either does."""
        one.look(self.nodes)
        other.look(self.nodes)
        mine, theirs = one.own(other), other.own(one)
        if any(self.excludes(self.nodes[a], self.nodes[b]) for a in mine for b in theirs):
            return False
        shared = one.articles.keys() & other.articles.keys()
        return all(
            self._least(a, b) is not None for at in shared for a, b in product(one.articles[at], other.articles[at])
        )

    def _least(self, a: int, b: int) -> float | None:
        """The score of two nodes where it is known, else that it is no less."""
        one, other = (a, b) if a < b else (b, a)
        score = self._known.get((one, other))
        return self.least(self.nodes[one], self.nodes[other]) if score is None else score

    def _score(self, a: int, b: int) -> float | None:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            self._known[pair] = self.score(self.nodes[pair[0]], self.nodes[pair[1]])
        return self._known[pair]


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
