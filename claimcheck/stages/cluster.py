"""Claims -> clusters: figures that answer one question, across articles and languages.

Candidates come from blocks of what cannot differ; each pair is judged facet by facet; then a union-find takes the
best link first, ties by id, and refuses a merge that would join two claims which exclude each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.lang.incident import NAME
from claimcheck.lang.pack import flow
from claimcheck.lang.voice import issuer_key
from claimcheck.model import Claim, Cluster
from claimcheck.stages.blocks import candidates
from claimcheck.stages.facets import Facets, facets
from claimcheck.stages.groups import Groups, Link, components
from claimcheck.stages.internal import at_odds
from claimcheck.stages.label import kinship, label
from claimcheck.stages.question import THRESHOLD, judge, overlap

#: what speaks against two figures of one article that cannot both be true: as a rule it tells of two things
_TOLD_APART = -4.0


@dataclass(slots=True, eq=False)
class Node:
    """A claim with what is compared of it: the words around it, and what its article is about."""

    claim: Claim
    facets: Facets
    context: frozenset[str]
    topic: frozenset[str] = frozenset()
    #: the ship or storm that its article is about
    names: frozenset[str] = frozenset()
    #: the concepts among these words, which languages share
    shared: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    @property
    def asks(self) -> tuple[Facets, frozenset[str]]:
        """What decides whom the claim excludes."""
        return self.facets, self.names

    @property
    def article(self) -> str:
        """Where the claim stands."""
        return self.claim.article


def cluster(claims: Iterable[Claim]) -> list[Cluster]:
    """Every claim in exactly one cluster, in the order of their first claims."""
    nodes = nodes_of(claims)
    return grouped(nodes, links(nodes))


def grouped(nodes: list[Node], found: Iterable[Link]) -> list[Cluster]:
    """The clusters of nodes in the order of their places, along the links that were found between them."""
    held: dict[int, list[tuple[int, int]]] = {}
    members: dict[int, list[int]] = {n: [n] for n in range(len(nodes))}
    for part in components(found):
        groups = Groups(nodes, lambda a, b: link(a, b)[0], THRESHOLD - 1)
        joined = sorted(groups.grow(part))
        for first, group in groups.found():
            for n in group:
                del members[n]
            members[first] = group
        for pair in joined:
            held.setdefault(groups.first(pair[0]), []).append(pair)
    return [
        _cluster(n, [nodes[i] for i in members[first]], [(nodes[a], nodes[b]) for a, b in held.get(first, ())])
        for n, first in enumerate(sorted(members), 1)
    ]


def nodes_of(claims: Iterable[Claim]) -> list[Node]:
    """Claims as they are compared, in the order of their places."""
    ordered = sorted(claims, key=lambda c: (c.article, c.start, c.id))
    by_id = {c.id: c for c in ordered}
    nodes = [_node(c, by_id) for c in ordered]
    _topics(nodes)
    return nodes


def _node(claim: Claim, by_id: dict[str, Claim]) -> Node:
    names = frozenset(word for word in claim.context if word.startswith(NAME))
    return Node(claim, facets(claim, by_id.get(claim.part_of or "")), frozenset(claim.context) - names, names=names)


def links(nodes: list[Node]) -> Iterator[Link]:
    """The candidate pairs that are good enough, with their scores."""
    for a, b in candidates([n.facets for n in nodes]):
        score, _ = link(nodes[a], nodes[b])
        if score is not None and score >= THRESHOLD:
            yield score, a, b


def _topics(nodes: list[Node]) -> None:
    """Give each node what its article is about: the words that several of its claims share."""
    words: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for node in nodes:
        for word in node.context:
            words[node.claim.article][word] += 1
    topics = {a: frozenset(sorted(w, key=lambda k: (-w[k], k))[:24]) for a, w in words.items()}
    for node in nodes:
        node.topic = topics.get(node.claim.article, frozenset())
        node.shared = _neutral(node.context), _neutral(node.topic)


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
        return overlap(a.context - common, b.context - common), _about(a.topic, b.topic)
    (context, topic), (others, other) = a.shared, b.shared
    return overlap(context, others), _about(topic, other)


#: asked again for every two claims of two articles
_about = lru_cache(maxsize=1 << 16)(overlap)


@lru_cache(maxsize=1 << 16)
def _neutral(words: frozenset[str]) -> frozenset[str]:
    """The keys that are concepts, which languages share."""
    return frozenset(w for w in words if ":" in w)


def _standing(a: Claim, b: Claim) -> float:
    """What their places in the articles say: leads tell the event, and an article repeats its figures."""
    if a.article == b.article:
        same = a.quantity.value is not None and a.quantity.value == b.quantity.value
        return 2.0 if same else 0.0 if _compatible(a, b) or at_odds(a, b) else _TOLD_APART
    return 1.0 if a.lead and b.lead else 0.0 if a.lead == b.lead else -0.5


def forbidden(a: Node, b: Node) -> bool:
    """Whether two claims exclude each other: by a facet, or as two figures of one voice in one article."""
    if judge(a.facets, b.facets)[0] is None:
        return True
    if a.claim.article != b.claim.article:
        return bool(a.names and b.names) and a.names.isdisjoint(b.names)
    if _two_days(a, b):
        return True
    if issuer_key(a.claim) != issuer_key(b.claim) and not (a.facets.event and flow(a.facets.event) == "batch"):
        return False
    return not (_compatible(a.claim, b.claim) or _both_totals(a, b))


def _both_totals(a: Node, b: Node) -> bool:
    """What the toll came to at two hours, in an article that goes on as news comes in."""
    totals = a.claim.time.flow == b.claim.time.flow == "total"
    return totals and a.facets.event is not None and flow(a.facets.event) == "flow"


def _two_days(a: Node, b: Node) -> bool:
    """Two days that an article without a date names in two ways: "yesterday", "on 7 April"."""
    one, other = a.claim.time, b.claim.time
    undated = one.scope == other.scope == "on" and one.start is None and other.start is None
    return undated and one.text != other.text and not (a.facets.stock or b.facets.stock)


def _compatible(a: Claim, b: Claim) -> bool:
    """Whether two figures of one article can both be true, or one is what was said earlier."""
    low = max(_low(a), _low(b))
    return "earlier" in (a.time.scope, b.time.scope) or low <= min(_high(a), _high(b))


def _low(claim: Claim) -> float:
    return float("-inf") if claim.quantity.low is None else claim.quantity.low


def _high(claim: Claim) -> float:
    return float("inf") if claim.quantity.high is None else claim.quantity.high


def _cluster(number: int, nodes: list[Node], joined: list[tuple[Node, Node]]) -> Cluster:
    claims, compared = [n.claim for n in nodes], [n.facets for n in nodes]
    why = kinship(compared, ((a.facets, b.facets) for a, b in joined))
    return Cluster(id=f"q{number}", label=label(claims, compared), claims=tuple(c.id for c in claims), links=why)
