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
from hashlib import blake2b
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from claimcheck.jobs import cores, forks, spread
from claimcheck.kept import Memory, Result
from claimcheck.leaves import bundled, bundles, links_at
from claimcheck.model import SEVERITY
from claimcheck.rows import number
from claimcheck.stages.arithmetic import labelled
from claimcheck.stages.blocks import Address, Leaf, leaves
from claimcheck.stages.cluster import alone, joined, links, question
from claimcheck.stages.compare import found
from claimcheck.stages.groups import Link, root
from claimcheck.stages.node import Node, parts_of, unpacked_at

if TYPE_CHECKING:
    from claimcheck.store import Store

Found = TypeVar("Found")

#: pairs of leaves, and claims of components, in one parcel for a process: a tenth of a second or so
_PAIRS, _CLAIMS = 1 << 14, 1 << 8
#: parcels under way for each process: the others have work while one has a component of thousands
_AHEAD = 16
#: so few claims are grouped before a process has begun
_FEW = 4_000
#: leaves, and components with their findings, that are kept in one go
_BATCH = 2_000
#: claims that a process has at hand as they are compared, and articles with theirs as the store has them
_AT_HAND, _ARTICLES = 1 << 14, 1 << 11


class Part(NamedTuple):
    """A component, or the claims of an article that have no company: its claims, and the bundles that make it, one
    behind the other: a leaf, and the place in what was found there."""

    claims: Sequence[int]
    bundles: Sequence[int] = ()

    def places(self) -> Iterator[tuple[int, int]]:
        """Each bundle's leaf and place."""
        numbers = iter(self.bundles)
        return zip(numbers, numbers, strict=True)


class Shown:
    """The findings of a run by their first claims, of which no two have the same: five bytes a claim."""

    def __init__(self, claims: int) -> None:
        #: of each claim the number in the store of the finding that begins with it, or 0; and how bad that is
        self._numbers, self._ranks = array("I", bytes(4 * claims)), bytearray(claims)

    def add(self, claim: int, verdict: str, number: int) -> None:
        """Another finding."""
        self._numbers[claim], self._ranks[claim] = number, _RANKS[verdict]

    def of(self, claims: Iterable[int]) -> Iterator[int]:
        """The numbers of the findings that begin with one of these."""
        return (self._numbers[claim] for claim in claims if self._numbers[claim])

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
        return Counter(SEVERITY[rank] for _, rank in self._found())

    def _found(self) -> Iterator[tuple[int, int]]:
        """Number and rank of each finding, in the order of the claims."""
        return ((numbered, rank) for numbered, rank in zip(self._numbers, self._ranks, strict=True) if numbered)


_RANKS: dict[str, int] = {verdict: rank for rank, verdict in enumerate(SEVERITY)}


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
        self._digests = [_digest(file.encode(), articles[file][1]) for file in self.files]
        #: of each claim its article, and of each article its first claim
        self._owners, self._firsts = array("I"), array("I")
        self.leaves = list(leaves(self._addresses()))
        #: what the leaves are known by in the store
        self._names = [self._leaf(at, leaf) for at, leaf in enumerate(self.leaves)]
        self.parts: list[Part] = []
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
            self._owners.extend([at] * (len(found) - len(self._owners)))
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

    def _claim(self, claim: int) -> bytes:
        """What a claim is known by in other runs."""
        owner = self._owners[claim]
        return self._digests[owner] + (claim - self._firsts[owner]).to_bytes(4, "big")

    def _leaf(self, at: int, leaf: Leaf) -> bytes:
        """What a leaf is known by: in other runs, too, where the store outlives this one."""
        if not self.store.lasting:
            return at.to_bytes(4, "big")
        return _digest(leaf.key.to_bytes(8, "big"), bytes([leaf.windowed]), *map(self._claim, leaf.members))

    def _part(self, part: Part) -> bytes:
        """What a part is known by: the bundles that make it, or its claims, and who else prints their articles."""
        if not self.store.lasting:
            return b""
        made_of = sorted(self._names[leaf] + begin.to_bytes(8, "big") for leaf, begin in part.places())
        files = {self.files[self._owners[claim]] for claim in part.claims} if self.also else ()
        also = (f"{file}{self.also[file]}".encode() for file in sorted(files) if file in self.also)
        return _digest(*(made_of or map(self._claim, part.claims)), *also)

    def _spread(
        self, work: Callable[[int], Found], items: Iterable[int], jobs: int, parcel: int, weigh: Callable[[int], int]
    ) -> Iterator[tuple[int, Found]]:
        """``work`` in processes that find what this one holds."""
        self.store.close()
        _here.append(self)
        try:
            yield from spread(work, items, jobs, parcel, ahead=_AHEAD, weigh=weigh)
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
        nodes = [self.node(claim) for claim in leaf.members]
        return bundled(links(Leaf(leaf.key, range(len(nodes)), leaf.windowed), nodes))

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
                    first, other = sorted((first, root(parent, leaf.members[n])))
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
        names = list(map(self._part, self.parts))
        new: list[int] = []
        for at, name in enumerate(names):
            known = self.store.results(name) if name else []
            for numbered, first, verdict in known:
                shown.add(self.parts[at].claims[first], verdict, numbered)
            new += [] if known else [at]

        def size(at: int) -> int:
            return len(self.parts[at].claims)

        new.sort(key=lambda at: -(size(at) // _CLAIMS))  # the large first, so that none is left for one process alone
        for batch in _batches(self._spread(_judged, new, jobs, _CLAIMS, size)):
            with self.store.change():
                for at, results in batch:
                    for result in results:
                        numbered = self.store.add_result(names[at], result)
                        shown.add(self.parts[at].claims[result.first], result.verdict, numbered)
        return shown

    def judged(self, part: Part) -> list[Result]:
        """What is found in a part."""
        nodes = [self.node(claim) for claim in part.claims]
        groups = list(joined(nodes, self._links(part)))
        groups += alone(nodes, groups)
        return [self._result(part, [nodes[n] for n in group], group, why) for group, why in groups]

    def _links(self, part: Part) -> Iterator[Link]:
        index = {claim: n for n, claim in enumerate(part.claims)}
        for at, begin in part.places():
            members = self.leaves[at].members
            for score, a, b in links_at(self._links_in(at), begin):
                one, other = index[members[a]], index[members[b]]
                yield score, min(one, other), max(one, other)

    def _result(self, part: Part, nodes: list[Node], group: list[int], why: str) -> Result:
        claims = (
            self.store.claim(self.numbers[self._owners[part.claims[n]]], number(node))
            for n, node in zip(group, nodes, strict=True)
        )
        return Result.of(group[0], found(question(nodes, why), list(claims), self.also))

    def _show(self, shown: Shown) -> Counter[str]:
        """Makes the findings the result: the sums inside articles, then the worst first."""
        wrong = list(self._sums(shown))
        sums = ((f"s{n}", numbered) for n, (numbered, _) in enumerate(wrong, 1))
        self.store.show(chain(sums, shown.named()), self.numbers, self._names)
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
                    yield self.store.add_result(b"", Result.of(0, told)), told.verdict

    def _labels(self, ids: Set[str], numbers: Container[int], shown: Shown) -> dict[str, str]:
        """Ids of claims, whose articles have these numbers -> the labels of their questions: each part that holds some
        of the claims is looked through once."""
        claims = chain.from_iterable(self._of_article(at) for at, n in enumerate(self.numbers) if n in numbers)
        wanted = {claim: self.node(claim).id for claim in claims if self.node(claim).id in ids}
        labels: dict[str, str] = {}
        for part in self.parts:
            left = {wanted[claim] for claim in part.claims if claim in wanted}
            beside = map(self.store.result, shown.of(part.claims))
            while left:
                asked = next(beside)
                labels |= dict.fromkeys(left.intersection(asked.claims), asked.label)
                left.difference_update(asked.claims)
        return labels

    def _of_article(self, at: int) -> range:
        """The claims of an article."""
        last = self._firsts[at + 1] if at + 1 < len(self._firsts) else len(self._owners)
        return range(self._firsts[at], last)


def _batches(found: Iterable[Found]) -> Iterator[list[Found]]:
    left = iter(found)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _digest(*pieces: bytes) -> bytes:
    hashed = blake2b(digest_size=16)
    for piece in pieces:
        hashed.update(piece)
    return hashed.digest()


#: the grouping that the processes of this moment work on
_here: list[Grouping] = []


def _linked(leaf: int) -> bytes:
    with _here[-1].store.reading():
        return _here[-1].linked(leaf)


def _judged(part: int) -> list[Result]:
    with _here[-1].store.reading():
        return _here[-1].judged(_here[-1].parts[part])
