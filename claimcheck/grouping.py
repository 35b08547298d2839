"""The figures of a run grouped and judged: leaf by leaf, then component by component, each in any process.

Nothing depends on which process does what, and a lasting store is asked first: a leaf or component of the same claims
as in an earlier run comes to the same.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
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
from claimcheck.stages.groups import Link
from claimcheck.stages.node import Node, unpacked

if TYPE_CHECKING:
    from claimcheck.store import Store

Found = TypeVar("Found")

#: leaves and components in one parcel for a process
_PARCEL = 32
#: so few claims are grouped before a process has begun
_FEW = 4_000
#: findings that are kept in one go
_BATCH = 2_000


class Part(NamedTuple):
    """A component, or the claims of an article that have no company: the bundles that make it (a leaf, and the place
    in what was found there) and its claims."""

    bundles: tuple[tuple[int, int], ...]
    claims: tuple[int, ...]


class Shown(NamedTuple):
    """A finding, by its first claim: its verdict, its number in the store and its part."""

    claim: int
    verdict: str
    number: int
    part: int


class Grouping:
    """The articles of a run with their claims, which are numbered through in the order of their places."""

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
        self._nodes: dict[int, list[Node]] = {}
        #: of each leaf what was found
        self._found: list[bytes] = []
        self.parts: list[Part] = []
        #: articles in the order that they were read in
        self._read = list(articles)

    def _addresses(self) -> list[Address]:
        one: dict[Address, Address] = {}
        found: list[Address] = []
        for at, numbered in enumerate(self.numbers):
            self._firsts.append(len(found))
            for keys, splits, day in json.loads(self.store.addresses(numbered)):
                address = Address(tuple(keys), tuple(splits), day)
                found.append(one.setdefault(address, address))
            self._owners.extend([at] * (len(found) - len(self._owners)))
        return found

    def node(self, claim: int) -> Node:
        """A claim as it is compared."""
        owner = self._owners[claim]
        held = self._nodes.get(owner)
        if held is None:
            held = self._nodes[owner] = unpacked(self.store.nodes(self.numbers[owner]), self.files[owner])
        return held[claim - self._firsts[owner]]

    def run(self, jobs: int) -> Counter[str]:
        """Groups and judges all, in so many processes, and makes what is found the result of the store; gives how many
        findings have each verdict."""
        jobs = (jobs or cores()) if forks() and len(self._owners) > _FEW else 1
        if jobs > 1 and not self.store.lasting:
            for claim in range(len(self._owners)):  # once for all processes
                self.node(claim)
        digests = [self._leaf(leaf) for leaf in self.leaves] if self.store.lasting else []
        self._link(digests, jobs)
        self.parts = list(self._parts())
        return self._show(self._judge([self._part(part, digests) for part in self.parts], jobs), digests)

    def _claim(self, claim: int) -> bytes:
        """What a claim is known by in other runs."""
        owner = self._owners[claim]
        return self._digests[owner] + (claim - self._firsts[owner]).to_bytes(4, "big")

    def _leaf(self, leaf: Leaf) -> bytes:
        return _digest(leaf.key.to_bytes(8, "big"), bytes([leaf.windowed]), *map(self._claim, leaf.members))

    def _part(self, part: Part, digests: list[bytes]) -> bytes:
        """What a part is known by: the bundles that make it, or its claims, and who else prints their articles."""
        if not digests:
            return b""
        made_of = sorted(digests[leaf] + begin.to_bytes(8, "big") for leaf, begin in part.bundles)
        files = {self.files[self._owners[claim]] for claim in part.claims} if self.also else ()
        also = (f"{file}{self.also[file]}".encode() for file in sorted(files) if file in self.also)
        return _digest(*(made_of or map(self._claim, part.claims)), *also)

    def _spread(self, work: Callable[[int], Found], items: Iterable[int], jobs: int) -> Iterator[tuple[int, Found]]:
        """``work`` in processes that find what this one holds."""
        self.store.close()
        _here.append(self)
        try:
            yield from spread(work, items, jobs, _PARCEL)
        finally:
            _here.pop()

    def _link(self, digests: list[bytes], jobs: int) -> None:
        known = [self.store.leaf(digest) for digest in digests] or [None] * len(self.leaves)
        new = [at for at, data in enumerate(known) if data is None]
        for at, data in self._spread(_linked, new, jobs):
            known[at] = data
        self._found = [data or b"" for data in known]
        if digests:
            with self.store.change():
                self.store.keep_leaves((digests[at], self._found[at]) for at in new)

    def linked(self, at: int) -> bytes:
        """What is found in a leaf."""
        leaf = self.leaves[at]
        nodes = [self.node(claim) for claim in leaf.members]
        return bundled(links(Leaf(leaf.key, range(len(nodes)), leaf.windowed), nodes))

    def _parts(self) -> Iterator[Part]:
        """The components, which are what bundles make that have claims in common; then, article by article, the claims
        without company."""
        parent = array("I", range(len(self._owners)))

        def root(n: int) -> int:
            while parent[n] != n:
                parent[n] = n = parent[parent[n]]
            return n

        held: list[tuple[int, int, int]] = []
        for at, (leaf, data) in enumerate(zip(self.leaves, self._found, strict=True)):
            for begin, members in bundles(data):
                first = root(leaf.members[members[0]])
                held.append((first, at, begin))
                for n in members:
                    first, other = sorted((first, root(leaf.members[n])))
                    parent[other] = first
        claims: dict[int, list[int]] = defaultdict(list)
        for claim in range(len(parent)):
            claims[root(claim)].append(claim)
        made_of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for claim, at, begin in held:
            made_of[root(claim)].append((at, begin))
        for first, bundled_here in made_of.items():
            yield Part(tuple(bundled_here), tuple(claims.pop(first)))
        alone: dict[int, list[int]] = defaultdict(list)
        for claim in claims:
            alone[self._owners[claim]].append(claim)
        yield from (Part((), tuple(of_article)) for of_article in alone.values())

    def _judge(self, names: list[bytes], jobs: int) -> list[Shown]:
        found: list[Shown] = []
        new: list[int] = []
        for at, name in enumerate(names):
            known = self.store.results(name) if name else []
            claims = self.parts[at].claims
            found += [Shown(claims[first], verdict, numbered, at) for numbered, first, verdict in known]
            new += [] if known else [at]
        waiting: list[tuple[int, list[Result]]] = []
        for at, results in self._spread(_judged, new, jobs):
            waiting.append((at, results))
            if len(waiting) >= _BATCH:
                found += self._kept(waiting, names)
                waiting.clear()
        return found + self._kept(waiting, names)

    def _kept(self, waiting: list[tuple[int, list[Result]]], names: list[bytes]) -> list[Shown]:
        with self.store.change():
            return [
                Shown(self.parts[at].claims[first], finding.verdict, self.store.add_result(names[at], result), at)
                for at, results in waiting
                for result in results
                for first, finding in [result]
            ]

    def judged(self, part: Part) -> list[Result]:
        """What is found in a part."""
        nodes = [self.node(claim) for claim in part.claims]
        groups = list(joined(nodes, self._links(part)))
        groups += alone(nodes, groups)
        return [self._result(part, [nodes[n] for n in group], group, why) for group, why in groups]

    def _links(self, part: Part) -> Iterator[Link]:
        index = {claim: n for n, claim in enumerate(part.claims)}
        for at, begin in part.bundles:
            members = self.leaves[at].members
            for score, a, b in links_at(self._found[at], begin):
                one, other = index[members[a]], index[members[b]]
                yield score, min(one, other), max(one, other)

    def _result(self, part: Part, nodes: list[Node], group: list[int], why: str) -> Result:
        claims = (
            self.store.claim(self.numbers[self._owners[part.claims[n]]], number(node))
            for n, node in zip(group, nodes, strict=True)
        )
        return Result(group[0], found(question(nodes, why), list(claims), self.also))

    def _show(self, found: list[Shown], digests: list[bytes]) -> Counter[str]:
        """Makes the findings the result: the sums inside articles, then the worst first."""
        found.sort()
        rank: dict[str, int] = {verdict: n for n, verdict in enumerate(SEVERITY)}
        named = [(f"q{n}", shown) for n, shown in enumerate(found, 1)]
        wrong = [(f"s{n}", shown) for n, shown in enumerate(self._sums(found), 1)]
        ordered = [*wrong, *sorted(named, key=lambda one: rank[one[1].verdict])]
        self.store.show([(name, shown.number) for name, shown in ordered], self.numbers, digests)
        return Counter(shown.verdict for _, shown in ordered)

    def _sums(self, found: list[Shown]) -> list[Shown]:
        """The sums that cannot be right, labelled as the questions of their wholes are, in the order of reading."""
        wrong = self.store.sums()
        if not wrong:
            return []
        part_of = array("I", bytes(4 * len(self._owners)))
        for at, part in enumerate(self.parts):
            for claim in part.claims:
                part_of[claim] = at
        results: dict[int, list[int]] = defaultdict(list)
        for shown in found:
            results[shown.part].append(shown.number)
        kept = []
        with self.store.change():
            for file in self._read:
                at = bisect_left(self.files, file)
                for finding in wrong.get(self.numbers[at], ()):
                    whole = next(n for n in self._of_article(at) if self.node(n).id == finding.claims[0])
                    beside = (self.store.result(numbered) for numbered in results[part_of[whole]])
                    asked = next(other.label for other in beside if finding.claims[0] in other.claims)
                    source = self.store.article_of(self.numbers[at]).source
                    told = labelled(finding, asked, len({source or file, *self.also.get(file, ())}))
                    number = self.store.add_result(b"", Result(0, told))
                    kept.append(Shown(whole, told.verdict, number, part_of[whole]))
        return kept

    def _of_article(self, at: int) -> range:
        """The claims of an article."""
        last = self._firsts[at + 1] if at + 1 < len(self._firsts) else len(self._owners)
        return range(self._firsts[at], last)


def _digest(*pieces: bytes) -> bytes:
    hashed = blake2b(digest_size=16)
    for piece in pieces:
        hashed.update(piece)
    return hashed.digest()


#: the grouping that the processes of this moment work on
_here: list[Grouping] = []


def _linked(leaf: int) -> bytes:
    return _here[-1].linked(leaf)


def _judged(part: int) -> list[Result]:
    return _here[-1].judged(_here[-1].parts[part])
