"""How links become groups: the best first, nothing that excludes itself, and the few odd ones left out."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from claimcheck.stages.groups import Groups, Link


class Told(NamedTuple):
    """A figure of an article; one article tells no two of one thing."""

    article: str
    figure: int

    @property
    def asks(self) -> object:
        return self.figure


def grouped(nodes: list[Told], links: list[Link], alike: float = 6.0, worse: frozenset[Told] = frozenset()
            ) -> list[list[int]]:  # fmt: skip
    """The groups of these nodes, each in order; every two of them score ``alike``, those that go ``worse`` one less."""

    def score(a: Told, b: Told) -> float | None:
        apart = a.article == b.article and a.figure != b.figure
        return None if apart else alike - (not worse.isdisjoint((a, b)))

    groups = Groups(nodes, score, score, lambda a, b: False, 3.5)
    list(groups.grow(links))
    return sorted(sorted(group.members) for group in groups.found())


def two_companies(size: int) -> tuple[list[Told], list[Link]]:
    """Two groups of so many articles each, well linked inside, of which the last two are one article's; then a link
    between them."""
    nodes = [Told(f"a{n}", 1) for n in range(size)] + [Told(f"b{n}", 2) for n in range(size - 1)]
    nodes.append(Told(f"a{size - 1}", 2))
    inside = [(9.0, a, b) for part in (range(size), range(size, 2 * size)) for a, b in combinations(part, 2)]
    return nodes, [*inside, (5.0, 0, size)]


def test_one_article_that_tells_two_figures_does_not_part_what_many_tell() -> None:
    nodes, links = two_companies(6)
    (group,) = grouped(nodes, links)
    left_out = set(range(12)).difference(group)
    assert left_out == {5}


def test_of_two_that_exclude_each_other_the_one_that_goes_worse_leaves() -> None:
    nodes, links = two_companies(6)
    (group,) = grouped(nodes, links, worse=frozenset({nodes[11]}))
    assert set(range(12)).difference(group) == {11}


def test_a_newcomer_drives_nobody_out() -> None:
    nodes, links = two_companies(10)
    alone = [link for link in links if 19 not in link and max(link[1:]) < 10]
    (group,) = grouped([*nodes[:10], Told("a9", 2)], [*alone, (5.0, 0, 10)], worse=frozenset({nodes[9]}))
    assert group == list(range(10))


def test_of_few_none_is_left_out() -> None:
    nodes, links = two_companies(3)
    assert grouped(nodes, links) == [[0, 1, 2], [3, 4, 5]]


def test_none_is_left_out_for_what_goes_together_but_poorly() -> None:
    nodes, links = two_companies(6)
    assert len(grouped(nodes, links, alike=4.0)) == 2
