"""The stages as plain functions over rows: what an engine for many machines maps, shuffles and reduces.

``asked`` maps an article to its claims as they are compared; ``by_block`` is a map whose keys are shuffled; ``linked``
works on one block; ``roots`` joins blocks to components from a few pairs each; ``grouped_rows`` and ``judged`` work on
one component. The clusters are those of ``claimcheck.cluster``, for a component is grouped by itself there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from claimcheck.model import SEVERITY, Article, Claim, Cluster, Finding
from claimcheck.stages.arithmetic import sums
from claimcheck.stages.blocks import keys, pairs
from claimcheck.stages.cluster import Node, grouped, link, nodes_of
from claimcheck.stages.compare import compare
from claimcheck.stages.question import THRESHOLD

#: the place of a claim, by which claims are ordered: its article, its start, its id
Place = tuple[str, int, str]
#: score and places of two claims
PlaceLink = tuple[float, Place, Place]


def place(claim: Claim) -> Place:
    """Where a claim stands among all."""
    return claim.article, claim.start, claim.id


def article_of(row: Mapping[str, object]) -> Article:
    """An article from a row with its ``file`` and ``text``; what it does not say is read as from a file's text."""
    from claimcheck.readers.article import article
    from claimcheck.readers.draft import Draft, facts

    draft = Draft(str(row["text"]), facts(row, "the row"))
    return article(draft, str(row["file"]), (), date.today(), lambda notice: None)


def asked(article: Article) -> list[Node]:
    """The claims of an article with what is compared of them."""
    from claimcheck.pipeline import claims_of

    return nodes_of(claims_of(article))


def by_block(nodes: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    """Each node under the names of its blocks, which are the same on every machine."""
    for node in nodes:
        yield from (("\t".join(key), node) for key in keys(node.facets))


def linked(name: str, block: Iterable[Node]) -> list[PlaceLink]:
    """The links inside one block."""
    nodes = sorted(block, key=lambda n: place(n.claim))
    found = []
    for a, b in pairs(tuple(name.split("\t")), range(len(nodes)), [n.facets for n in nodes]):
        score, _ = link(nodes[a], nodes[b])
        if score is not None and score >= THRESHOLD:
            found.append((score, place(nodes[a].claim), place(nodes[b].claim)))
    return found


def stars(links: Iterable[PlaceLink]) -> list[tuple[Place, Place]]:
    """Each linked place with the first of its component: no more pairs than claims, whatever the links."""
    return [(place, root) for place, root in roots((a, b) for _, a, b in links).items() if place != root]


def roots(edges: Iterable[tuple[Place, Place]]) -> dict[Place, Place]:
    """The first place of the component of each place that has an edge."""
    parent: dict[Place, Place] = {}

    def root(at: Place) -> Place:
        while parent.setdefault(at, at) != at:
            parent[at] = at = parent[parent[at]]
        return at

    for a, b in edges:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    return {at: root(at) for at in sorted(parent)}


def grouped_rows(nodes: Iterable[Node], links: Iterable[PlaceLink]) -> list[tuple[Cluster, list[Claim]]]:
    """The clusters of one component with their claims; the clusters' ids are not yet theirs."""
    ordered = sorted(nodes, key=lambda n: place(n.claim))
    index = {place(node.claim): n for n, node in enumerate(ordered)}
    claims = {node.claim.id: node.claim for node in ordered}
    found = grouped(ordered, [(score, index[a], index[b]) for score, a, b in links])
    return [(cluster, [claims[i] for i in cluster.claims]) for cluster in found]


def judged(cluster: Cluster, claims: list[Claim]) -> tuple[Place, Finding]:
    """The finding of one cluster, under the place of its first claim."""
    return place(claims[0]), next(found for found in compare([cluster], claims) if found.id == cluster.id)


def in_parts(nodes: Iterable[Node]) -> list[Claim]:
    """Of the claims of whole articles those that are parts or have parts: few, for the sums inside an article."""
    claims = [node.claim for node in nodes]
    wholes = {claim.part_of for claim in claims}
    return [claim for claim in claims if claim.part_of or claim.id in wholes]


def numbered(findings: Iterable[tuple[Place, Finding]], parts: Iterable[Claim]) -> list[Finding]:
    """All findings as one machine orders and names them: the wrong sums among the ``parts``, then the worst first."""
    rank = {verdict: n for n, verdict in enumerate(SEVERITY)}
    ordered = sorted(findings, key=lambda found: found[0])
    named = [finding.model_copy(update={"id": f"q{n}"}) for n, (_, finding) in enumerate(ordered, 1)]
    labels = {claim: finding.label for finding in named for claim in finding.claims}
    wrong = sums(sorted(parts, key=lambda c: (c.article, int(c.id.rpartition(".")[2]))), labels)
    return [*wrong, *sorted(named, key=lambda finding: rank[finding.verdict])]
