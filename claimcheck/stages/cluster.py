"""Claims -> clusters: figures that answer one question, across articles and languages.

Candidates come from blocks of what cannot differ; each pair is judged facet by facet; then a union-find takes the
best link first, ties by id, and refuses a merge that would join two claims which exclude each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from claimcheck.lang.pack import flow
from claimcheck.model import Claim, Cluster
from claimcheck.stages.question import THRESHOLD, Facets, facets, judge, overlap


@dataclass(slots=True, eq=False)
class Node:
    """A claim with what is compared of it."""

    claim: Claim
    facets: Facets
    context: frozenset[str]
    topic: frozenset[str] = frozenset()


@dataclass(slots=True)
class Groups:
    """A union-find over nodes that knows its members and refuses forbidden merges."""

    nodes: list[Node]
    parent: list[int] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parent = list(range(len(self.nodes)))
        self.members = [[n] for n in self.parent]

    def find(self, n: int) -> int:
        while self.parent[n] != n:
            self.parent[n] = self.parent[self.parent[n]]
            n = self.parent[n]
        return n

    def join(self, a: int, b: int) -> bool:
        """Merge the groups of two nodes unless a pair across them is forbidden."""
        a, b = sorted((self.find(a), self.find(b)))
        if a == b:
            return True
        if not self._agree(self.members[a], self.members[b]):
            return False
        self.parent[b] = a
        self.members[a] += self.members[b]
        self.members[b] = []
        return True


    def _agree(self, some: list[int], others: list[int]) -> bool:
        """Whether no pair is forbidden and the pairs speak for one question on the whole: no chains."""
        total = 0.0
        for x in some:
            for y in others:
                score, _ = link(self.nodes[x], self.nodes[y])
                if score is None:
                    return False
                total += score
        return total >= (THRESHOLD - 1) * len(some) * len(others)


def cluster(claims: Iterable[Claim]) -> list[Cluster]:
    """Every claim in exactly one cluster, in the order of their first claims."""
    ordered = sorted(claims, key=lambda c: (c.article, c.start, c.id))
    by_id = {c.id: c for c in ordered}
    nodes = [Node(c, facets(c, by_id.get(c.part_of or "")), frozenset(c.context)) for c in ordered]
    _topics(nodes)
    groups = Groups(nodes)
    links: dict[tuple[int, int], tuple[str, ...]] = {}
    for score, a, b, why in sorted(_links(nodes), key=lambda link: (-link[0], link[1], link[2])):
        if groups.join(a, b):
            links[a, b] = why
    return [_cluster(n, [nodes[i] for i in sorted(m)], links, sorted(m))
            for n, m in enumerate((m for m in groups.members if m), 1)]


def _topics(nodes: list[Node]) -> None:
    """Give each node what its article is about: the words that several of its claims share."""
    words: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for node in nodes:
        for word in node.context:
            words[node.claim.article][word] += 1
    topics = {a: frozenset(sorted(w, key=lambda k: (-w[k], k))[:24]) for a, w in words.items()}
    for node in nodes:
        node.topic = topics.get(node.claim.article, frozenset())


def _links(nodes: list[Node]) -> Iterator[tuple[float, int, int, tuple[str, ...]]]:
    """Scored links of all candidate pairs."""
    seen: set[tuple[int, int]] = set()
    for block in _blocks(nodes):
        for a, b in combinations(block, 2):
            if (a, b) not in seen:
                seen.add((a, b))
                score, why = link(nodes[a], nodes[b])
                if score is not None and score >= THRESHOLD:
                    yield score, a, b, why


def _blocks(nodes: list[Node]) -> Iterator[list[int]]:
    """Lists of nodes that may answer one question: one event, or one counted thing."""
    blocks: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for n, node in enumerate(nodes):
        f = node.facets
        if f.kind == "duration":
            continue
        if f.event:
            blocks["event", f.kind, f.unit, f.event].append(n)
        blocks["thing", f.kind, f.unit, f.concept or f.head].append(n)
    yield from blocks.values()


def link(a: Node, b: Node) -> tuple[float | None, tuple[str, ...]]:
    """The score of two nodes as one question and the reasons; None where they may not be."""
    if forbidden(a, b):
        return None, ()
    score, why = judge(a.facets, b.facets)
    if score is None:
        return None, why
    near, about = _company(a, b)
    return score + 3 * near + 2 * about + _standing(a.claim, b.claim), why


def _company(a: Node, b: Node) -> tuple[float, float]:
    """How far the words around two figures meet, those of both topics aside; and how far the topics do."""
    if a.claim.lang == b.claim.lang:
        common = a.topic & b.topic
        return overlap(a.context - common, b.context - common), overlap(a.topic, b.topic)
    context, topic = ([_neutral(a.context), _neutral(b.context)], [_neutral(a.topic), _neutral(b.topic)])
    return overlap(*context), overlap(*topic)


def _neutral(words: frozenset[str]) -> frozenset[str]:
    """The keys that are concepts, which languages share."""
    return frozenset(w for w in words if ":" in w)


def _standing(a: Claim, b: Claim) -> float:
    """What their places in the articles say: leads tell the event, and an article repeats its figures."""
    if a.article == b.article:
        same = a.quantity.value is not None and a.quantity.value == b.quantity.value
        return 2.0 if same else 0.0
    return 1.0 if a.lead and b.lead else 0.0 if a.lead == b.lead else -0.5


def forbidden(a: Node, b: Node) -> bool:
    """Whether two claims exclude each other: by a facet, or as two figures of one voice in one article."""
    if judge(a.facets, b.facets)[0] is None:
        return True
    if a.claim.article != b.claim.article:
        return False
    if a.claim.issuer != b.claim.issuer and not (a.facets.event and flow(a.facets.event) == "batch"):
        return False
    return "earlier" not in (a.claim.time.scope, b.claim.time.scope) and not _meet(a.claim, b.claim)


def _meet(a: Claim, b: Claim) -> bool:
    """Whether two figures can both be true."""
    low = max(_low(a), _low(b))
    return low <= min(_high(a), _high(b))


def _low(claim: Claim) -> float:
    return float("-inf") if claim.quantity.low is None else claim.quantity.low


def _high(claim: Claim) -> float:
    return float("inf") if claim.quantity.high is None else claim.quantity.high


def _cluster(number: int, nodes: list[Node], links: dict[tuple[int, int], tuple[str, ...]], at: list[int]) -> Cluster:
    reasons = dict.fromkeys(w for pair in combinations(at, 2) for w in links.get(pair, ()))
    return Cluster(id=f"q{number}", label=label(nodes), claims=tuple(n.claim.id for n in nodes),
                   links="; ".join(reasons))


def label(nodes: list[Node]) -> str:
    """The question in a few words: what is counted, what happens, of whom, where."""
    first = max(nodes, key=lambda n: (sum(x is not None for x in (n.facets.event, n.facets.concept, n.facets.place)),
                                      n.claim.id)).facets
    who = first.group or first.nationality
    parts = [f"{who} {first.concept or first.head or first.unit or ''}".strip() if who
             else first.concept or first.head or first.unit, first.event, first.place]
    return " · ".join(p.replace("_", " ") for p in parts if p) or first.kind
