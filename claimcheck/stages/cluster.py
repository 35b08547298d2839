"""Claims -> clusters: figures that answer one question, across articles and languages.

Candidates come from blocks of what cannot differ; each pair is judged facet by facet; then a union-find takes the
best link first, ties by id, and refuses a merge that would join two claims which exclude each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from claimcheck.lang.pack import befalls, flow
from claimcheck.model import Claim, Cluster, Number
from claimcheck.stages.amounts import CORRECTED, times
from claimcheck.stages.blocks import Leaf, address, compared, had, leaves
from claimcheck.stages.company import company, shared, topics
from claimcheck.stages.facets import Facets
from claimcheck.stages.groups import Group, Groups, Link, Past, components
from claimcheck.stages.label import kinship, label
from claimcheck.stages.likeness import MOST, MOST_AGAIN, MOST_UNEQUAL, alike, one_figure, telling, told_again
from claimcheck.stages.node import Node, nodes_of
from claimcheck.stages.question import THRESHOLD, judge, verdicts
from claimcheck.stages.timing import long_apart

#: names so alike, of 100, are spellings of one
_SPELT = 75
#: so many links of a group are asked why they hold: those of an archive's hold for the same reasons
_TOLD = 400
#: what speaks against two figures of one article that cannot both be true: as a rule it tells of two things
_TOLD_APART = -4.0
#: nor does an article tell one thing of two places by bounds of which one is so many times the other
_UNLIKE = 3
#: nor do two speakers, by figures of which one is so many times the other, nor a speaker and the article's own word
_FAR = 9
_FAR_FROM_TEXT = 4
#: so many dead are told again as they were; of fewer, four and five may be of two groups
_MANY = 10
#: so many articles of each of two groups say whether they are about one event
_ASKED = 12
#: figures within a tenth of one another
_TENTH = 1.1
#: and within a quarter; two that are further apart and alone need so much
_QUARTER, _ALONE = 1.25, THRESHOLD + 0.5
#: figures so many characters apart stand in two sentences
_ASIDE = 200
#: what the words around two figures, and the topics of their articles, can add to a score
_NEAR, _ABOUT = 3.0, 2.0
#: so many words of their topics articles about one event have in common, however short they are
_SHARED = 3
#: articles whose topics meet that far are about one event
_ONE_EVENT = 0.25
#: the most that places in the articles say, and what facets must come to for all that to be able to make a link: of
#: equal figures, and of others
_MOST = 2.0
_HOPELESS = THRESHOLD - (_MOST + MOST + _ABOUT + _NEAR)
_UNEQUAL = THRESHOLD - (_MOST + MOST_UNEQUAL + _ABOUT + _NEAR)


def cluster(claims: Iterable[Claim]) -> list[Cluster]:
    """Every claim in exactly one cluster, in the order of their first claims."""
    nodes = nodes_of(claims)
    found = (link for leaf in leaves(address(n) for n in nodes) for link in links(leaf, nodes))
    return grouped(nodes, found)


def links(leaf: Leaf, nodes: Sequence[Node]) -> Iterator[Link]:
    """The candidate pairs of a leaf that are good enough, with their scores."""
    held = [nodes[n] for n in leaf.members]
    for base, a, b in _hopeful(leaf, held):
        score = _good(base, held[a], held[b])
        if score is not None:
            yield score, leaf.members[a], leaf.members[b]


def _hopeful(leaf: Leaf, held: Sequence[Node]) -> Iterator[Link]:
    """The pairs of a leaf that may be good enough, by their places in it, with what their facets say."""
    first, of_figure = leaf.of_event, leaf.of_figure
    asked = [node.facets for node in held]
    for a, others in compared(leaf, asked):
        one = asked[a]
        for b in others:
            other = asked[b]
            if not first and had(leaf, one, other) and not (of_figure and judge(one, other, False) is None):
                continue  # what was refused in an earlier block is judged where a telling figure speaks
            base = judge(one, other, of_figure)
            if base is None and _retold(held[a], held[b]):
                base = judge(one, other, of_figure, timeless=True)
            if base is not None and base >= _HOPELESS:
                yield base, a, b


def _good(base: float, a: Node, b: Node) -> float | None:
    """The score of a link, where it is enough; the words are compared only where they can decide it."""
    equal = one_figure(a, b)
    if base < _UNEQUAL and not equal:
        return None
    score, again = base + _standing(a, b), told_again(a, b) if equal else 0.0
    if score + again + _ABOUT + _NEAR < THRESHOLD:
        return None
    score += _topics(a, b, again)
    if score + _NEAR < THRESHOLD or _apart(a, b):
        return None
    score += _NEAR * company(a, b)
    return score if score >= THRESHOLD else None


def _retold(a: Node, b: Node) -> bool:
    """Whether two articles that have more than a few words of what they are about in common tell one figure: a round
    one of two incidents that are months apart, or of two batches, may be another."""
    again = told_again(a, b)
    if not again or shared(a.origin, b.origin) < _SHARED or (a.facets.batch and b.facets.batch):
        return False
    return again == MOST_AGAIN or not long_apart(a.facets, b.facets)


def _topics(a: Node, b: Node, again: float) -> float:
    """What it says how far two articles' topics meet; and of a figure that both tell (``again``), that they do."""
    met = _met(a, b)
    return _ABOUT * met + again * min(1.0, met / _ONE_EVENT) if again else _ABOUT * met


def _met(a: Node, b: Node) -> float:
    """How far what the articles of two claims are about meets."""
    return topics(a.origin, b.origin, a.facets.lang == b.facets.lang)


class Joined(NamedTuple):
    """What answers one question: claims by their numbers, in order, and the links between them that hold."""

    members: list[int]
    links: list[tuple[int, int]]

    def why(self, nodes: Sequence[Node]) -> str:
        """What makes it one question."""
        told: dict[tuple[Facets, Facets, bool, bool], None] = {}
        for a, b in self.links:
            if len(told) >= _TOLD:
                break
            one, other, tells = nodes[a].facets, nodes[b].facets, telling(nodes[a], nodes[b])
            told[one, other, tells, judge(one, other, tells) is None] = None
        return kinship([nodes[n].facets for n in self.members], told)


def grouped(nodes: Sequence[Node], found: Iterable[Link]) -> list[Cluster]:
    """The clusters of nodes in the order of their places, along the links that were found between them."""
    groups = [group for part in components(found) for group in joined(nodes, part)]
    ordered = sorted([*groups, *alone(len(nodes), groups)])
    return [question(nodes, group, f"q{n}") for n, group in enumerate(ordered, 1)]


def alone(count: int, groups: Iterable[Joined]) -> Iterator[Joined]:
    """Of so many nodes each that is in none of the groups."""
    left = set(range(count)).difference(*(group.members for group in groups))
    return (Joined([n], []) for n in sorted(left))


def question(nodes: Sequence[Node], group: Joined, id: str = "") -> Cluster:
    """The cluster of a group of these nodes."""
    held = [nodes[n] for n in group.members]
    return Cluster(id=id, label=label(held), claims=tuple(n.id for n in held), links=group.why(nodes))


def joined(nodes: Sequence[Node], links: Iterable[Link], past: Past | None = None) -> Iterator[Joined]:
    """The groups of two and more in one component."""
    groups = Groups(nodes, _score, least, excludes, THRESHOLD - 1, near, past)
    held: dict[Group, list[tuple[int, int]]] = defaultdict(list)
    for a, b in sorted(groups.grow(links)):
        if groups.of[a] is groups.of[b]:  # one of them may have had to leave
            held[groups.of[a]].append((a, b))
    return (Joined(sorted(group.members), held[group]) for group in groups.found() if _stands(nodes, group.members))


def _stands(nodes: Sequence[Node], members: list[int]) -> bool:
    """Whether a group is a question: two figures alone that are a quarter apart have nobody to speak for them, and need
    half a point more (of such pairs that lacked it 4 of 21 were one question, 64 real events)."""
    if len(members) != 2:
        return True
    a, b = (nodes[n] for n in members)
    if a.article == b.article or (a.amount[0] and b.amount[0] and _near(a.amount[0], [b.amount[0]], _QUARTER)):
        return True
    return a.amount == b.amount or (_score(a, b) or 0.0) >= _ALONE


def near(some: Sequence[Node], others: Sequence[Node]) -> bool:
    """Whether all that the smaller of two groups tells is within a tenth of what the other does, in articles about one
    event, of which none tells one thing in this and another in that: of 135 such pairs of groups, between which a link
    had been refused, 113 were of one question, of 37 where an article tells two things 17 (45 real events)."""
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    told = sorted({n.amount[0] for n in many if n.amount[0]})
    if not (told and any(n.amount[0] for n in few) and all(_near(n.amount[0], told) for n in few)):
        return False
    own = {n.article: n.amount[0] for n in few}
    if any(own.get(n.article, n.amount[0]) != n.amount[0] for n in many):
        return False
    return any(_met(a, b) >= _ONE_EVENT for a, b in product(few[:_ASKED], many[:_ASKED]))


def _near(value: Number | None, told: Sequence[Number], times: float = _TENTH) -> bool:
    """Whether a figure is within a tenth of one of these, which are sorted; a vague amount is near all."""
    if not value:
        return value is None
    at = bisect_left(told, value)
    return any(max(value, x) <= times * min(value, x) for x in told[max(0, at - 1) : at + 1])


def _score(a: Node, b: Node) -> float | None:
    """How well two nodes go together; None where they exclude each other."""
    score = least(a, b)
    return None if score is None else score + _topics(a, b, told_again(a, b)) + _NEAR * company(a, b)


def link(a: Node, b: Node) -> tuple[float | None, tuple[str, ...]]:
    """The score of two nodes as one question and the reasons; None where they may not be."""
    found = verdicts(a.facets, b.facets, telling(a, b), _retold(a, b))
    if found[-1].score is None:
        return None, (found[-1].why,)
    score = _score(a, b)
    return score, () if score is None else tuple([said.why for said in found if said.why])


@lru_cache(maxsize=1 << 12)
def least(a: Node, b: Node) -> float | None:
    """What the score of two nodes of groups is without a look at their words, which only add to it; None as there. Two
    groups that grow ask for the same two nodes again."""
    score = judge(a.facets, b.facets, telling(a, b), timeless=True)
    return None if score is None or _apart(a, b) else score + _standing(a, b)


def excludes(a: Node, b: Node) -> bool:
    """Whether the questions of two nodes of different articles do."""
    return judge(a.facets, b.facets, timeless=True) is None or _names_differ(a, b)


def forbidden(a: Node, b: Node) -> bool:
    """Whether two claims exclude each other: by a facet, as two figures of one voice in one article, or as those of two
    ships or storms."""
    return judge(a.facets, b.facets, telling(a, b)) is None or _apart(a, b)


def _apart(a: Node, b: Node) -> bool:
    if a.origin.article == b.origin.article:
        return _told_apart(a, b)
    return bool(a.names and b.names) and _names_differ(a, b)


def _names_differ(a: Node, b: Node) -> bool:
    if not (a.names and b.names) or a.facets.lang != b.facets.lang:
        return False
    return not any(_one_name(x, y) for x, y in product(a.names, b.names))


@lru_cache(maxsize=1 << 12)
def _one_name(a: str, b: str) -> bool:
    """Whether two names are one, or spellings of one: «مكونو», «ميكونو»."""
    if a == b:
        return True
    from rapidfuzz.fuzz import ratio  # loaded where two names differ alone

    return ratio(a, b) >= _SPELT


def _standing(a: Node, b: Node) -> float:
    """What their places in the articles say: leads tell the event, and an article repeats its figures."""
    if a.origin.article == b.origin.article:
        return _MOST if one_figure(a, b) else 0.0 if _compatible(a, b) or b.id in a.odds else _TOLD_APART
    return (1.0 if a.lead and b.lead else 0.0 if a.lead == b.lead else -0.5) + alike(a, b)


def _told_apart(a: Node, b: Node) -> bool:
    """Whether one article speaks of two things: of two days, of a like event, or by two figures of one voice that
    cannot both be true."""
    if _two_days(a, b) or a.facets.another != b.facets.another:
        return True
    if _compatible(a, b):
        return False
    batch = a.facets.event is not None and flow(a.facets.event) == "batch"
    given = a.facets.kind == "money" and a.facets.whose  # each gives a sum of their own
    if a.voice != b.voice and not (batch or given):
        return _far(a, b)
    return not (_both_totals(a, b) or _told_again(a, b))


def _told_again(a: Node, b: Node) -> bool:
    """Whether an article tells the dead of one event twice, as they were and as they are, or a headline has others than
    the text: of such pairs in annotated news, told in two sentences, 17 of 30 are one question."""
    if a.facets.event != "killed" or abs(a.start - b.start) < _ASIDE:
        return False
    one, other = a.amount[0] or 0, b.amount[0] or 0
    near = min(one, other) >= _MANY and max(one, other) <= CORRECTED * min(one, other)
    return near and (judge(a.facets, b.facets) or 0) >= THRESHOLD


def _far(a: Node, b: Node) -> bool:
    """Whether one figure is so many times the other that they are hardly of one thing: of such pairs in annotated news
    2 of 58 are where the text's own word stands beside a speaker's, none of 28 where two speakers are named."""
    one, other = a.amount[0] or 0, b.amount[0] or 0
    times = _FAR if a.voice and b.voice else _FAR_FROM_TEXT
    return 0 < times * min(one, other) <= max(one, other)


def _both_totals(a: Node, b: Node) -> bool:
    """What the toll came to at two hours, in an article that goes on as news comes in."""
    if _grows(a) and _grows(b):
        return True
    totals = a.facets.time.flow == b.facets.time.flow == "total"
    return totals and a.facets.event is not None and flow(a.facets.event) == "flow"


def _grows(a: Node) -> bool:
    """How much of a fire is contained, which an article that goes on tells again and again."""
    return a.facets.kind == "share" and a.facets.event is not None and befalls(a.facets.event) == ["incident"]


def _two_days(a: Node, b: Node) -> bool:
    """Two days that an article without a date names in two ways: "yesterday", "on 7 April"."""
    one, other = a.facets.time, b.facets.time
    undated = one.scope == other.scope == "on" and one.start is None and other.start is None
    return undated and one.text != other.text and not (a.facets.stock or b.facets.stock)


def _compatible(a: Node, b: Node) -> bool:
    """Whether two figures of one article can both be true, or one is what was said earlier; a vague amount, of a
    headline above all, may be less than the figure. "At least 17 on Everest" and "more than 2,500 in Nepal" can both be
    true, but nobody tells one thing so."""
    (a_told, a_low, a_high), (b_told, b_low, b_high) = a.amount, b.amount
    if times(a.unit, b.unit) != 1:
        return one_figure(a, b)
    less = a_high is not None and b_low is not None and a_high < b_low
    more = b_high is not None and a_low is not None and b_high < a_low
    vague = (a_told is None and less) or (b_told is None and more)
    apart = (less or more) and not (vague and (a_told or b_told))
    unlike = a_told and b_told and max(a_told, b_told) >= _UNLIKE * min(a_told, b_told)
    unlike = bool(unlike and a.facets.named != b.facets.named)
    return not (apart or unlike) or _was(a, b) or _was(b, a)


def _was(a: Node, b: Node) -> bool:
    """Whether a figure is what another was said to be earlier: of the dead it was hardly more."""
    if a.facets.time.scope != "earlier":
        return False
    before, now = a.amount[0], b.amount[0]
    return a.facets.stock or before is None or now is None or before < CORRECTED * now
