"""How links become groups: those first that go best together on the mean, whatever one link says."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import NamedTuple

from claimcheck.stages.groups import Group, Groups, Link, Past, best


class Told(NamedTuple):
    """A figure of an article; one article tells no two of one thing."""

    article: str
    figure: int


def grouped(nodes: list[Told], links: list[Link], alike: float, apart: float = -6.0) -> list[list[int]]:
    """The groups of these nodes, each in order, where two of them score ``alike``, or are ``apart``: those of an
    article."""

    def score(a: int, b: int) -> float:
        return apart if nodes[a].article == nodes[b].article else alike

    groups = Groups(score, -1.0)
    list(groups.grow(links))
    return sorted(sorted(group.members) for group in groups.found())


def two_companies(size: int) -> tuple[list[Told], list[Link]]:
    """Two groups of so many articles each, well linked inside, of which the last two are one article's; then a link
    between them."""
    nodes = [Told(f"a{n}", 1) for n in range(size)] + [Told(f"b{n}", 2) for n in range(size - 1)]
    nodes.append(Told(f"a{size - 1}", 2))
    inside = [(5.0, a, b) for part in (range(size), range(size, 2 * size)) for a, b in combinations(part, 2)]
    return nodes, [*inside, (2.0, 0, size)]


def test_two_groups_are_one_where_their_pairs_say_so_on_the_mean() -> None:
    nodes, links = two_companies(6)
    assert grouped(nodes, links, alike=0.0) == [list(range(12))]
    assert len(grouped(nodes, links, alike=-1.5)) == 2


def test_one_link_joins_no_two_groups() -> None:
    nodes, links = two_companies(4)
    assert grouped(nodes, [*links, (4.0, 1, 5)], alike=-3.0) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_one_article_that_tells_two_figures_parts_few_and_not_many() -> None:
    nodes, links = two_companies(6)
    assert len(grouped(nodes, links, alike=-0.9)) == 1
    nodes, links = two_companies(2)
    assert len(grouped(nodes, links, alike=-0.9)) == 2


def test_groups_without_a_link_stay_apart_whatever_they_say() -> None:
    nodes, links = two_companies(3)
    assert len(grouped(nodes, links[:-1], alike=5.0)) == 2


def test_the_best_two_are_one_first() -> None:
    """0 goes with 1 as with 2, which do not go together; a tie is for the first."""
    nodes = [Told("a", 1), Told("b", 2), Told("b", 3)]
    assert grouped(nodes, [(1.0, 0, 1), (2.0, 0, 2)], alike=0.0) == [[0, 2]]
    assert grouped(nodes, [(2.0, 0, 1), (2.0, 0, 2)], alike=0.0) == [[0, 1]]


def test_the_links_that_hold_are_those_inside_a_group() -> None:
    _, links = two_companies(3)
    groups = Groups(lambda a, b: -3.0, -1.0)
    inside = [link[1:] for link in links if link[1:] != (0, 3)]
    assert list(groups.grow(links)) == sorted(inside)


def test_what_is_known_of_earlier_groups_changes_nothing() -> None:
    """Some figures come and others go; what two groups came to is found again only where these touch them."""
    for seed in range(60):
        chance = Random(seed)
        names = sorted(chance.sample(range(1000), 100))
        before, after = chance.sample(names, 90), chance.sample(names, 90)
        first, _, _ = grown(sorted(before), {}, seed)
        now, asked, groups = grown(sorted(after), first.made, seed)
        fresh, all_asked, same = grown(sorted(after), {}, seed)
        assert now.made == fresh.made
        assert groups == same
        assert len(asked) < len(all_asked)
        assert 1 < len(groups) < 60


def grown(names: list[int], known: dict[bytes, bytes], seed: int) -> tuple[Past, list[Group], list[list[int]]]:
    """What was found of the groups that figures of these names come to, of which of them it was worked out, and the
    groups."""
    nodes = [Told(f"a{name // 3}", name) for name in names]

    def score(a: int, b: int) -> float:
        one, other = nodes[a], nodes[b]
        return -6.0 if one.article == other.article else ((one.figure + seed) * (other.figure + 7) % 101 - 75) / 20

    links = [(scored, a, b) for a, b in combinations(range(len(nodes)), 2)
             if (scored := score(a, b)) > 0]  # fmt: skip
    past = Past([name.to_bytes(4, "big") for name in names], known)
    groups = Groups(score, -0.5, past)
    asked: list[Group] = []
    found = groups._mean
    groups._mean = lambda one, other: asked.append(one) or found(one, other)  # type: ignore[func-returns-value, method-assign]
    list(groups.grow(links))
    return past, asked, [sorted(group.members) for group in groups.found()]


def asked(size: int) -> int:
    """How many pairs are asked where two groups of so many grow along a chain, and one link is between them."""
    inside = [(4.0, first + n - 1, first + n) for first in (0, size) for n in range(1, size)]
    count = 0

    def score(a: int, b: int) -> float:
        nonlocal count
        count += 1
        return 4.0 if (a < size) == (b < size) else -4.0

    list(Groups(score, -1.0).grow([*inside, (1.0, 0, size)]))
    return count


def test_what_is_asked_of_large_groups_grows_with_their_members_alone() -> None:
    assert asked(1600) <= 2.2 * asked(800)


def test_of_many_links_the_best_of_either_are_heard() -> None:
    """Of forty links of one node those are left out of which the other has twenty better ones as well."""
    links = [(n / 10, 0, n) for n in range(1, 41)] + [(9.0, n, 100 * n + k) for n in range(1, 11) for k in range(20)]
    kept = {b for _, a, b in best(links) if a == 0}
    assert kept == set(range(11, 41))
    assert {b for _, a, b in best(links[:40]) if a == 0} == set(range(1, 41))


def test_few_of_the_pairs_that_are_not_linked_stand_for_all_and_each_is_of_others() -> None:
    """Twelve of one group and twelve of another, of which one link is all that speaks for them."""
    inside = [(4.0, a, b) for first in (0, 12) for a, b in combinations(range(first, first + 12), 2)]
    met: set[int] = set()

    def score(a: int, b: int) -> float:
        met.update((a, b))
        return -1.0

    asked = Groups(score, 0.0)
    list(asked.grow([*inside, (1.0, 0, 12)]))
    asked_of = len(met & set(range(12, 24)))
    assert asked_of == len(met & set(range(12))) == 4  # each pair asked is of two that nobody else was asked about
    assert len(list(asked.found())) == 2
