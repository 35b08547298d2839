"""The figures of a run grouped and judged: leaf by leaf, then component by component, each in any process.

Nothing depends on which process does what, and a lasting store is asked first: a leaf or component of the same claims
as in an earlier run comes to the same.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from claimcheck.jobs import cores, forks, spread
from claimcheck.kept import Known, Memory, Result
from claimcheck.leaves import bundled, bundles, links_at
from claimcheck.model import SEVERITY
from claimcheck.rows import number
from claimcheck.stages.arithmetic import labelled
from claimcheck.stages.blocks import Address, Leaf, leaves
from claimcheck.stages.cluster import Joined, alone, joined, links, question
from claimcheck.stages.compare import found
from claimcheck.stages.groups import Link, Past, named, root
from claimcheck.stages.node import FORMAT, Node, parts_of, unpacked_at

if TYPE_CHECKING:
    from claimcheck.store import Store

Found = TypeVar("Found")

#: pairs of leaves, and claims of components, in one parcel for a process: a tenth of a second or so
_PAIRS, _CLAIMS = 1 << 14, 1 << 8
#: parcels under way for each process: the others have work while one has a component of thousands
_AHEAD = 16
#: so few claims are grouped before a process has begun
_FEW = 4_000
#: of so many claims it is kept which groups are one
_MANY = 32
#: leaves, and components with their findings, that are kept in one go
_BATCH = 2_000
#: claims that a process has at hand as they are compared, and articles with theirs as the store has them
_AT_HAND, _ARTICLES = 1 << 14, 1 << 11
#: the bits of a number that stands for a claim, and its bytes
_BITS, _NAME = (1 << 64) - 1, 8


class Part(NamedTuple):
    """A component, or the claims of an article that have no company: its claims, and the bundles that make it, one
    behind the other: a leaf, and the place in what was found there."""

    claims: Sequence[int]
    bundles: Sequence[int] = ()

    def of(self, places: Iterable[int]) -> list[int]:
        """Those of the claims that have these places among them."""
        return [self.claims[n] for n in places]

    def places(self) -> Iterator[tuple[int, int]]:
        """Each bundle's leaf and place."""
        numbers = iter(self.bundles)
        return zip(numbers, numbers, strict=True)


class Nodes(Sequence[Node]):
    """Claims as they are compared, each read when it is asked for."""

    def __init__(self, read: Callable[[int], Node], claims: Sequence[int]) -> None:
        self._read, self._claims = read, claims
        self._held: dict[int, Node] = {}

    def __len__(self) -> int:
        return len(self._claims)

    def __getitem__(self, n: Any) -> Any:
        node = self._held.get(n)
        if node is None:
            node = self._held[n] = self._read(self._claims[n])
        return node


class Shown:
    """The findings of a run by their claims, each of which is in one: five bytes a claim."""

    def __init__(self, claims: int) -> None:
        #: of each claim the number in the store of its finding; and of the first of a finding's how bad that is, from 1
        self._numbers, self._ranks = array("I", bytes(4 * claims)), bytearray(claims)

    def add(self, claims: Sequence[int], verdict: str, number: int) -> None:
        """Another finding."""
        for claim in claims:
            self._numbers[claim] = number
        self._ranks[claims[0]] = _RANKS[verdict]

    def of(self, claim: int) -> int:
        """The number of the finding of a claim."""
        return self._numbers[claim]

    def named(self) -> Iterator[tuple[str, int]]:
        """Ids and numbers: the ids in the order of the claims, the worst finding first."""
        ranked: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for n, (numbered, rank) in enumerate(self._found(), 1):
            ranked[rank].extend((n, numbered))
        for rank in sorted(ranked):
            numbers = iter(ranked[rank])
            yield from ((f"q{n}", numbered) for n, numbered in zip(numbers, numbers, strict=True))

    def verdicts(self) -> Counter[str]:
        """How many findings have each verdict."""
        return Counter(_VERDICTS[rank] for _, rank in self._found())

    def _found(self) -> Iterator[tuple[int, int]]:
        """Number and rank of each finding, in the order of the claims."""
        return ((numbered, rank) for numbered, rank in zip(self._numbers, self._ranks, strict=True) if rank)


_VERDICTS: dict[int, str] = dict(enumerate(SEVERITY, 1))
_RANKS = {verdict: rank for rank, verdict in _VERDICTS.items()}


class Grouping:
    """The articles of a run with their claims, which are numbered through in the order of their places.

    Of a claim memory holds some numbers; as it is compared it lies in the store, and what was found in the leaves lies
    there, too.
    """

    def __init__(
        self, store: Memory | Store, articles: Mapping[str, tuple[int, bytes]], also: Mapping[str, Sequence[str]]
    ) -> None:
        """``articles``: file -> number in the store and digest of what was read; ``also``: as ``compare`` has it."""
        self.store, self.also = store, also
        self.files = sorted(articles)
        self.numbers = [articles[file][0] for file in self.files]
        self._digests = [named(file.encode(), articles[file][1]) for file in self.files]
        #: of each claim its article, and what it is known by in other runs; of each article its first claim
        self._owners, self._claims, self._firsts = array("I"), array("Q"), array("I")
        self.leaves = list(leaves(self._addresses()))
        #: what the leaves are known by in the store
        self._names = [self._leaf(at, leaf) for at, leaf in enumerate(self.leaves)]
        self.parts: list[Part] = []
        #: what these are known by, and what earlier runs found of the groups of others
        self._named: list[bytes] = []
        self._past: dict[bytes, bytes] = {}
        #: articles in the order that they were read in
        self._read = list(articles)
        #: a claim as it is compared, and all of its article, packed
        self.node = lru_cache(_AT_HAND)(self._node)
        self._packed = lru_cache(_ARTICLES)(self._parted)

    def _addresses(self) -> list[Address]:
        one: dict[Address, Address] = {}
        found: list[Address] = []
        for at, numbered in enumerate(self.numbers):
            self._firsts.append(len(found))
            for said in marshal.loads(self.store.addresses(numbered)):
                address = Address(*said)
                found.append(one.setdefault(address, address))
            claims = len(found) - len(self._owners)
            self._owners.extend([at] * claims)
            if self.store.lasting:
                first = int.from_bytes(self._digests[at][:_NAME], "big")
                self._claims.extend((first + n) & _BITS for n in range(claims))
        return found

    def _node(self, claim: int) -> Node:
        owner = self._owners[claim]
        return unpacked_at(self._packed(owner), self.files[owner], claim - self._firsts[owner])

    def _parted(self, owner: int) -> list[bytes]:
        return parts_of(self.store.nodes(self.numbers[owner]))

    def run(self, jobs: int) -> Counter[str]:
        """Groups and judges all, in so many processes, and makes what is found the result of the store; gives how many
        findings have each verdict."""
        jobs = (jobs or cores()) if forks() and len(self._owners) > _FEW else 1
        self._link(jobs)
        self.parts = list(self._parts())
        return self._show(self._judge(jobs))

    def _known_by(self, claims: Sequence[int]) -> bytes:
        """What claims are known by in other runs."""
        return array("Q", map(self._claims.__getitem__, claims)).tobytes()

    def _leaf(self, at: int, leaf: Leaf) -> bytes:
        """What a leaf is known by: in other runs, too, where the store outlives this one."""
        if not self.store.lasting:
            return at.to_bytes(4, "big")
        return named(leaf.key.to_bytes(8, "big"), bytes([leaf.windowed]), self._known_by(leaf.members))

    def _part(self, part: Part) -> bytes:
        """What a part is known by: the bundles that make it, or its claims, and who else prints their articles."""
        if not self.store.lasting:
            return b""
        made_of = sorted(self._names[leaf] + begin.to_bytes(8, "big") for leaf, begin in part.places())
        return named(*(made_of or [self._known_by(part.claims)]), *self._printers(part.claims))

    def _spread(
        self, work: Callable[[int], Found], items: Iterable[int], jobs: int, parcel: int, weigh: Callable[[int], int]
    ) -> Iterator[tuple[int, Found]]:
        """``work`` in processes that find what this one holds, as it is done."""
        self.store.close()
        _here.append(self)
        try:
            yield from spread(work, items, jobs, parcel, ahead=_AHEAD, weigh=weigh, in_order=False)
        finally:
            _here.pop()

    def _link(self, jobs: int) -> None:
        """Puts into the store what is found in the leaves that it does not know."""
        new = [at for at, name in enumerate(self._names) if self.store.leaf(name) is None]
        new.sort(key=lambda at: self.leaves[at].members[0])  # those that have claims in common follow one another
        for batch in _batches(self._spread(_linked, new, jobs, _PAIRS, lambda at: self.leaves[at].pairs)):
            with self.store.change():
                self.store.keep_leaves((self._names[at], data) for at, data in batch)

    def _links_in(self, at: int) -> bytes:
        """What was found in a leaf."""
        return self.store.leaf(self._names[at]) or b""

    def linked(self, at: int) -> bytes:
        """What is found in a leaf."""
        leaf = self.leaves[at]
        place = {claim: n for n, claim in enumerate(leaf.members)}
        found = links(leaf, Nodes(self.node, range(len(self._owners))))
        return bundled((score, place[a], place[b]) for score, a, b in found)

    def _parts(self) -> Iterator[Part]:
        """The components, which are what bundles make that have claims in common; then, article by article, the claims
        without company."""
        parent = array("I", range(len(self._owners)))
        held = array("Q")  # of each bundle a claim, its leaf and its place there
        for at, leaf in enumerate(self.leaves):
            for begin, members in bundles(self._links_in(at)):
                held.extend((leaf.members[members[0]], at, begin))
                first = root(parent, leaf.members[members[0]])
                for n in members:
                    other = root(parent, leaf.members[n])
                    if other != first:
                        first, other = min(first, other), max(first, other)
                        parent[other] = first
        made_of: dict[int, array[int]] = defaultdict(lambda: array("Q"))
        numbers = iter(held)
        for claim, at, begin in zip(numbers, numbers, numbers, strict=True):
            made_of[root(parent, claim)].extend((at, begin))
        claims: dict[int, array[int]] = {first: array("I") for first in sorted(made_of)}
        alone: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for claim in range(len(parent)):
            first = root(parent, claim)
            (claims[first] if first in claims else alone[self._owners[claim]]).append(claim)
        yield from (Part(of_component, made_of[first]) for first, of_component in claims.items())
        yield from map(Part, alone.values())

    def _judge(self, jobs: int) -> Shown:
        """Puts into the store what is found in the parts that it does not know."""
        shown = Shown(len(self._owners))
        self._named = list(map(self._part, self.parts))
        new: list[int] = []
        for at, name in enumerate(self._named):
            known = self.store.part(name) if name else []
            for result in known:
                shown.add(self.parts[at].of(result.claims), result.verdict, result.number)
            new += [] if known else [at]
        if new and self.store.lasting:
            self._past = self.store.past(self._named)

        def size(at: int) -> int:
            return len(self.parts[at].claims)

        new.sort(key=lambda at: -(size(at) // _CLAIMS))  # the large first, so that none is left for one process alone
        for batch in _batches(self._spread(_judged, new, jobs, _CLAIMS, size)):
            with self.store.change():
                for at, (found, past) in batch:
                    results = [self._kept(result) for result in found]
                    self.store.keep_part(self._named[at], results, past)
                    for result in results:
                        shown.add(self.parts[at].of(result.claims), result.verdict, result.number)
        return shown

    def _kept(self, found: Result | Known) -> Known:
        """A finding in the store."""
        return found if isinstance(found, Known) else Known(found.claims, found.verdict, self.store.add_result(found))

    def judged(self, part: Part) -> tuple[list[Result | Known], bytes]:
        """What is found in a part, and on the way of its groups, which may be used when claims come to it."""
        nodes: Sequence[Node] = Nodes(self.node, part.claims) if self._past else [self.node(n) for n in part.claims]
        past = None
        if self.store.lasting:
            names = self._known_by(part.claims)
            past = Past([names[at : at + _NAME] for at in range(0, len(names), _NAME)], self._past)
        groups = list(joined(nodes, self._links(part), past))
        groups += alone(len(nodes), groups)
        found = [self._found(part, nodes, group) for group in groups]
        return found, marshal.dumps(past.made, FORMAT) if past and len(nodes) >= _MANY else b""

    def _links(self, part: Part) -> Iterator[Link]:
        index = {claim: n for n, claim in enumerate(part.claims)}
        for at, begins in groupby(part.places(), itemgetter(0)):
            members, data = self.leaves[at].members, self._links_in(at)
            for score, a, b in chain.from_iterable(links_at(data, begin) for _, begin in begins):
                one, other = index[members[a]], index[members[b]]
                yield score, min(one, other), max(one, other)

    def _found(self, part: Part, nodes: Sequence[Node], group: Joined) -> Result | Known:
        """What is found of a group of a part, in the store where it is there."""
        name = self._question(part, group)
        known = self.store.finding(name) if name else None
        if known:
            return Known(group.members, *known)
        claims = [
            self.store.claim(self.numbers[self._owners[part.claims[n]]], number(nodes[n])) for n in group.members
        ]
        return Result.of(group.members, found(question(nodes, group), claims, self.also), name)

    def _question(self, part: Part, group: Joined) -> bytes:
        """What a group is known by: its claims, which links hold it together, and who else prints its articles."""
        if not self.store.lasting:
            return b""
        claims = part.of(group.members)
        at = {n: place for place, n in enumerate(group.members)}
        links = array("I", [at[n] for link in group.links for n in link])
        return named(self._known_by(claims), links.tobytes(), *self._printers(claims))

    def _printers(self, claims: Iterable[int]) -> Iterator[bytes]:
        """The articles of claims that others print, with these."""
        files = {self.files[self._owners[claim]] for claim in claims} if self.also else ()
        return (f"{file}{self.also[file]}".encode() for file in sorted(files) if file in self.also)

    def _show(self, shown: Shown) -> Counter[str]:
        """Makes the findings the result: the sums inside articles, then the worst first."""
        wrong = list(self._sums(shown))
        sums = ((f"s{n}", numbered) for n, (numbered, _) in enumerate(wrong, 1))
        self.store.show(chain(sums, shown.named()), self.numbers, self._names, self._named)
        return shown.verdicts() + Counter(verdict for _, verdict in wrong)

    def _sums(self, shown: Shown) -> Iterator[tuple[int, str]]:
        """The sums that cannot be right, labelled as the questions of their wholes are, in the order of reading: each
        one's number in the store and its verdict."""
        wrong = self.store.sums()
        if not wrong:
            return
        labels = self._labels({finding.claims[0] for found in wrong.values() for finding in found}, wrong, shown)
        with self.store.change():
            for file in self._read:
                at = bisect_left(self.files, file)
                for finding in wrong.get(self.numbers[at], ()):
                    source = self.store.article_of(self.numbers[at]).source
                    outlets = len({source or file, *self.also.get(file, ())})
                    told = labelled(finding, labels[finding.claims[0]], outlets)
                    yield self.store.add_result(Result.of((), told)), told.verdict

    def _labels(self, ids: Set[str], numbers: Container[int], shown: Shown) -> dict[str, str]:
        """Ids of claims, whose articles have these numbers -> the labels of their questions."""
        claims = chain.from_iterable(self._of_article(at) for at, n in enumerate(self.numbers) if n in numbers)
        named = ((self.node(claim).id, claim) for claim in claims)
        return {name: self.store.label(shown.of(claim)) for name, claim in named if name in ids}

    def _of_article(self, at: int) -> range:
        """The claims of an article."""
        last = self._firsts[at + 1] if at + 1 < len(self._firsts) else len(self._owners)
        return range(self._firsts[at], last)


def _batches(found: Iterable[Found]) -> Iterator[list[Found]]:
    left = iter(found)
    while batch := list(islice(left, _BATCH)):
        yield batch


#: the grouping that the processes of this moment work on
_here: list[Grouping] = []


def _linked(leaf: int) -> bytes:
    with _here[-1].store.reading():
        return _here[-1].linked(leaf)


def _judged(part: int) -> tuple[list[Result | Known], bytes]:
    with _here[-1].store.reading():
        return _here[-1].judged(_here[-1].parts[part])
