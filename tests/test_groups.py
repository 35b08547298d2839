"""How links become groups: the best first, nothing that excludes itself, the few odd ones left out, and what tells
near the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from random import Random
from typing import NamedTuple

from claimcheck.model import Article, Claim
from claimcheck.pipeline import extracted
from claimcheck.stages.cluster import forbidden, least, near
from claimcheck.stages.groups import Group, Groups, Link, Past
from claimcheck.stages.node import Node, nodes_of


class Told(NamedTuple):
    """A figure of an article; one article tells no two of one thing."""

    article: str
    figure: int

    @property
    def asks(self) -> object:
        return self.figure


def grouped(nodes: list[Told], links: list[Link], alike: float = 6.0, worse: frozenset[Told] = frozenset(),
            near: bool = False) -> list[list[int]]:  # fmt: skip
    """The groups of these nodes, each in order; every two of them score ``alike``, those that go ``worse`` one less.
    Groups tell ``near`` the same, or none do."""

    def score(a: Told, b: Told) -> float | None:
        apart = a.article == b.article and a.figure != b.figure
        return None if apart else alike - (not worse.isdisjoint((a, b)))

    groups = Groups(nodes, score, score, lambda a, b: False, 3.5, lambda some, others: near)
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


def test_what_is_known_of_earlier_groups_changes_nothing() -> None:
    """Some figures come and others go; what two groups came to is found again only where these touch them."""
    outcomes: Counter[bytes] = Counter()
    for seed in range(60):
        chance = Random(seed)
        names = sorted(chance.sample(range(1000), 100))
        before, after = chance.sample(names, 90), chance.sample(names, 90)
        first, _ = grown(sorted(before), {}, seed)
        now, asked = grown(sorted(after), first.made, seed)
        fresh, all_asked = grown(sorted(after), {}, seed)
        assert now.made == fresh.made
        assert len(asked) < len(all_asked)
        outcomes.update(found[:1] for found in fresh.made.values())
    assert min(outcomes[kind] for kind in (b"1", b"p", b"x", b"o")) > 5, outcomes


def grown(names: list[int], known: dict[bytes, bytes], seed: int) -> tuple[Past, list[Group]]:
    """What was found of the groups that figures of these names come to, and of which of them it was worked out."""
    nodes = [Told(f"a{name // 3}", name % 7 // 6 + name % 2) for name in names]
    number = {id(node): name for node, name in zip(nodes, names, strict=True)}

    def score(a: Told, b: Told) -> float | None:
        apart = a.article == b.article and a.figure != b.figure
        return None if apart else 2 + (number[id(a)] + seed) * (number[id(b)] + 7) % 101 / 20

    links = [(scored, a, b) for a, b in combinations(range(len(nodes)), 2)
             if (names[a] + names[b]) % 5 == 0 and (scored := score(nodes[a], nodes[b])) and scored > 4.5]  # fmt: skip
    past = Past([name.to_bytes(4, "big") for name in names], known)
    groups = Groups(nodes, score, score, lambda a, b: a.article == b.article and a.figure != b.figure, 3.5,
                    lambda some, others: (len(some) + len(others)) % 3 == 0, past)  # fmt: skip
    asked: list[Group] = []
    found = groups._found
    groups._found = lambda one, other: asked.append(one) or found(one, other)  # type: ignore[func-returns-value, method-assign]
    list(groups.grow(links))
    return past, asked


def test_groups_that_tell_near_the_same_are_one_though_some_exclude_each_other() -> None:
    nodes, links = two_companies(3)
    assert grouped(nodes, links, near=True) == [[0, 1, 2, 3, 4, 5]]
    assert grouped(nodes, links, alike=2.5, near=True) == [[0, 1, 2, 3, 4, 5]]
    assert len(grouped(nodes, links, alike=1.5, near=True)) == 2


def test_groups_without_a_link_stay_apart_whatever_they_tell() -> None:
    nodes, links = two_companies(3)
    assert len(grouped(nodes, links[:-1], near=True)) == 2


def test_groups_tell_near_the_same_where_no_article_tells_two_figures() -> None:
    first, second, third = (told(f"of {dead}", f"The flood killed {dead} people.") for dead in (40, 42, 50))
    assert near([first], [second])
    assert not near([first], [third])
    assert near([first, third], [second])
    assert not near([first], [second, told("of 40", "The flood killed 42 people.")])
    vague = told("of dozens", "The flood killed dozens.")
    assert near([vague, third], [second, third])
    assert not near([vague], [third])


def test_articles_about_two_events_tell_nothing_near_the_same() -> None:
    flood = told("flood", "The river burst its banks after heavy rain near Kassala and the flood killed 40 people.")
    blast = told("blast", "Gas exploded in a chemical factory outside Lyon on Monday: firefighters said 40 died.")
    assert not near([flood], [blast])


def test_another_time_parts_two_figures_but_only_weighs_between_groups() -> None:
    one = told("one", "The blast in Gao on 3 August 2016 killed 40 people.")
    other = told("other", "The blast in Gao on 9 March 2018 killed 44 people.")
    same = told("same", "The blast in Gao killed 44 people.")
    wounded = told("wounded", "The blast in Gao wounded 40 people.")
    assert forbidden(one, other)
    apart, together = least(one, other), least(same, other)
    assert apart is not None and together is not None and apart < together - 3
    assert least(one, wounded) is None


def told(name: str, text: str) -> Node:
    """The claim of an article of one."""
    (node,) = nodes_of(r for r in extracted(iter([Article(id=name, file=name, text=text, lang="en")]))
                       if isinstance(r, Claim))  # fmt: skip
    return node


def asked(size: int) -> int:
    """How many pairs are asked whether they exclude each other, and of how many it is looked at what they tell, where
    two groups of so many distinct questions grow, and a link between them is refused."""
    nodes = [Told(f"a{n}", n) for n in range(2 * size)]
    inside = [(9.0, first, first + n) for first in (0, size) for n in range(1, size)]
    count = 0

    def excludes(a: Told, b: Told) -> bool:
        nonlocal count
        count += 1
        return False

    def near(some: Sequence[Told], others: Sequence[Told]) -> bool:
        nonlocal count
        count += len(some) + len(others)
        return False

    def score(a: Told, b: Told) -> float:
        return 6.0 if (a.figure < size) == (b.figure < size) else 0.0

    list(Groups(nodes, score, score, excludes, 3.5, near).grow([*inside, (5.0, 0, size)]))
    return count


def test_what_is_asked_of_large_groups_grows_with_their_members_alone() -> None:
    assert asked(1600) <= 2.1 * asked(800)
