"""The stages as plain functions over rows: what a run on this machine, a store and an engine for many machines share.

``asked`` maps an article to its claims as they are compared; ``by_block`` is a map whose keys are shuffled; ``linked``
works on one leaf of a block; ``roots`` joins leaves to components from a few pairs each; ``groups`` and ``judged`` work
on one component. The clusters are those of ``claimcheck.cluster``, for a component is grouped by itself there, too.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from claimcheck.asjson import Line
from claimcheck.model import SEVERITY, Article, Claim, Finding
from claimcheck.stages.arithmetic import labelled, sums
from claimcheck.stages.blocks import Row, address, split
from claimcheck.stages.cluster import grouped, links
from claimcheck.stages.compare import found
from claimcheck.stages.node import FORMAT, Node, nodes_of, packed, unpacked

#: the place of a claim, by which claims are ordered: its article, its start, its id
Place = tuple[str, int, str]
#: score and places of two claims
PlaceLink = tuple[float, Place, Place]
#: a claim as it is compared, and itself
Told = tuple[Node, Claim]


class Asked(NamedTuple):
    """What is known of one article."""

    file: str
    #: in the order of the text
    claims: list[Line[Claim]]
    #: the same as they are compared, packed, in the order of their places
    nodes: bytes
    #: where each of these is compared, as ``Address`` has it
    addresses: bytes
    #: the sums in it that cannot be right
    sums: list[Finding]


def article_of(row: Mapping[str, object]) -> Article:
    """An article from a row with its ``file`` and ``text``; what it does not say is read as from a file's text."""
    from claimcheck.readers.article import article
    from claimcheck.readers.draft import Draft, facts

    draft = Draft(str(row["text"]), facts(row, "the row"))
    return article(draft, str(row["file"]), (), date.today(), lambda notice: None)


def asked(article: Article) -> Asked:
    """The claims of an article with what is compared of them."""
    from claimcheck.pipeline import claims_of

    claims = claims_of(article)
    nodes = nodes_of(claims)
    addresses = marshal.dumps([tuple(address(node)) for node in nodes], FORMAT)
    return Asked(article.file, [Line(Claim, c) for c in claims], packed(nodes), addresses, sums(claims, {}))


def told(asked: Asked) -> list[Told]:
    """The claims of an article one by one, in the order of their places."""
    return [(node, asked.claims[number(node)].record) for node in unpacked(asked.nodes, asked.file)]


def number(node: Node) -> int:
    """Which of the claims of its article it is, from 0 on: ids count them from 1."""
    return int(node.id.rpartition(".")[2]) - 1


def by_block(nodes: Iterable[Node]) -> Iterator[tuple[int, Node]]:
    """Each node under the numbers of its blocks, which are the same on every machine."""
    for node in nodes:
        yield from ((key, node) for key in address(node).keys)


def linked(key: int, block: Iterable[Node]) -> list[PlaceLink]:
    """The links inside one block."""
    nodes = sorted(block, key=lambda n: n.spot)
    addresses = [address(n) for n in nodes]
    leaves = split(key, range(len(nodes)), addresses, Row(addresses))
    return [(score, nodes[a].spot, nodes[b].spot) for leaf in leaves for score, a, b in links(leaf, nodes)]


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


def grouped_rows(members: Iterable[Told], links: Iterable[PlaceLink]) -> list[tuple[Place, Finding]]:
    """The findings of one component, under the places of their first claims; their ids are not yet theirs."""
    ordered = sorted(members, key=lambda told: told[0].spot)
    nodes = [node for node, _ in ordered]
    index = {node.spot: n for n, node in enumerate(nodes)}
    clusters = grouped(nodes, [(score, index[a], index[b]) for score, a, b in links])
    data = {node.id: (node.spot, claim) for node, claim in ordered}
    return [(data[c.claims[0]][0], found(c, [data[i][1] for i in c.claims], {})) for c in clusters]


def numbered(findings: Iterable[tuple[Place, Finding]], wrong: Iterable[Finding]) -> list[Finding]:
    """All findings as one machine orders and names them: the wrong sums inside articles, then the worst first."""
    rank = {verdict: n for n, verdict in enumerate(SEVERITY)}
    ordered = sorted(findings, key=lambda found: found[0])
    named = [replace(finding, id=f"q{n}") for n, (_, finding) in enumerate(ordered, 1)]
    labels = {claim: finding.label for finding in named for claim in finding.claims}
    told = (labelled(finding, labels[finding.claims[0]], 1) for finding in wrong)
    first = [replace(finding, id=f"s{n}") for n, finding in enumerate(told, 1)]
    return [*first, *sorted(named, key=lambda finding: rank[finding.verdict])]
