"""Grouping grows as the claims do, joins nothing that excludes itself, and does not depend on their order."""

from __future__ import annotations

import random
from dataclasses import fields
from functools import cache
from itertools import combinations

import pytest

from claimcheck.model import Article, Claim, Cluster
from claimcheck.stages import blocks
from claimcheck.stages.blocks import WHOLE, address, compared, leaves
from claimcheck.stages.cluster import cluster, forbidden
from claimcheck.stages.compare import compare
from claimcheck.stages.extract import extract
from claimcheck.stages.node import Node, nodes_of, packed, unpacked

PLACES = ("Homs", "Aleppo", "Idlib", "Raqqa")
TEXT = "At least {} people were killed and {} wounded in {} on Friday, officials said. {} troops will stay."


@cache
def claims(articles: int, places: int = 1) -> tuple[Claim, ...]:
    """Claims of articles that all report the same event, or as many events as places."""
    texts = [
        Article(id=f"a{n}", file=f"{n:05}.txt", lang="en", published=f"2018-{n % 12 + 1:02}-{n % 27 + 1:02}",
                text=TEXT.format(n % 60 + 2, n % 70 + 3, PLACES[n % places], n % 5 * 100 + 100))
        for n in range(articles)
    ]  # fmt: skip
    return tuple(claim for text in texts for claim in extract(text))


def pairs(of: tuple[Claim, ...]) -> list[tuple[int, int]]:
    nodes = nodes_of(of)
    return [
        (a, b)
        for leaf in leaves(address(n) for n in nodes)
        for at, others in compared(leaf, [nodes[n].facets for n in leaf.members])
        for a, b in ((leaf.members[at], leaf.members[to]) for to in others)
    ]


def test_a_folder_is_compared_pair_by_pair() -> None:
    some = claims(40)
    nodes = nodes_of(some)
    found = set(pairs(some))
    for a, b in combinations(range(len(nodes)), 2):
        if nodes[a].facets.event and nodes[a].facets.event == nodes[b].facets.event:
            assert (a, b) in found


def test_a_pair_comes_by_its_towns_and_by_its_country() -> None:
    found = pairs(claims(2 * WHOLE, 4))
    assert len(found) <= 2 * len(set(found))
    assert all(a < b for a, b in found)


def test_in_a_large_folder_an_event_is_one_whichever_place_its_articles_name_first() -> None:
    """Outlets call a place by its country or by its town."""
    texts = [
        Article(id=f"a{n}", file=f"{n:05}.txt", lang="en", published="2018-03-10",
                text=f"A blast {'in Syria hit' if n % 2 else 'hit'} Homs. It killed {n % 3 + 31} people.")
        for n in range(2 * WHOLE)
    ]  # fmt: skip
    (question,) = cluster([claim for text in texts for claim in extract(text)])
    assert len(question.claims) == 2 * WHOLE


def test_pairs_of_one_event_grow_as_its_articles_do() -> None:
    """Every article reports the same thing, so nothing but the window bounds its block."""
    small, large = (len(pairs(claims(300) * times)) / times for times in (10, 40))
    assert large <= 1.1 * small


def test_groups_hold_little_that_excludes_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """In groups too large to be compared member by member, too."""
    monkeypatch.setattr(blocks, "WHOLE", 50)
    some = claims(300, 2)
    nodes = {node.id: node for node in nodes_of(some)}
    chance = random.Random(7)
    large = [found.claims for found in cluster(some) if len(found.claims) > 40]
    assert large
    for members in large:
        drawn = [chance.sample(members, 2) for _ in range(2000)]
        assert sum(forbidden(nodes[a], nodes[b]) for a, b in drawn) < len(drawn) / 5


def test_the_order_of_the_claims_does_not_matter() -> None:
    some = list(claims(200, 4))
    expected = cluster(some)
    random.Random(3).shuffle(some)
    assert cluster(some) == expected


def test_every_claim_is_in_one_cluster() -> None:
    some = claims(200, 4)
    members = [claim for found in cluster(some) for claim in found.claims]
    assert sorted(members) == sorted(claim.id for claim in some)


def test_pairs_of_one_question_grow_as_its_articles_do() -> None:
    """Each two of a few are judged; of many no more, and the verdict is the same."""
    findings = {}
    for count in (40, 240, 480):
        some = claims(count)
        question = Cluster(id="q1", label="", claims=tuple(c.id for c in some if c.event.concept == "killed"))
        [findings[count]] = compare([question], some)
    assert len(findings[40].pairs) == 40 * 39 // 2
    assert len(findings[480].pairs) <= 1.1 * len(findings[240].pairs)
    assert len({finding.verdict for finding in findings.values()}) == 1


def test_nodes_travel_as_they_are() -> None:
    """What is compared of a claim is the same behind a process, a store or another machine."""
    nodes = nodes_of(c for c in claims(3) if c.article == claims(3)[0].article)
    again = unpacked(packed(nodes), nodes[0].article)
    for node, copy in zip(nodes, again, strict=True):
        assert node.facets is copy.facets
        assert node.origin.topic == copy.origin.topic
        names = (field.name for field in fields(Node) if field.name != "origin")
        assert all(getattr(node, name) == getattr(copy, name) for name in names)
