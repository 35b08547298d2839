"""Claims -> clusters: figures that answer one question, across articles and languages.

Candidates come from blocks of what cannot differ; each pair is judged facet by facet, and all that is known of it
weighed; then the groups that go best together on the mean merge, ties by place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import product
from typing import Final, NamedTuple

from claimcheck.lang.pack import befalls, flow
from claimcheck.model import Claim, Cluster
from claimcheck.stages.amounts import CORRECTED, times
from claimcheck.stages.blocks import Leaf, address, compared, leaves
from claimcheck.stages.company import Topics, company, topics
from claimcheck.stages.groups import Group, Groups, Link, Past, best, components, named
from claimcheck.stages.label import kinship, label
from claimcheck.stages.likeness import alike, one_figure, told_again
from claimcheck.stages.node import Node, nodes_of
from claimcheck.stages.odds import Compared, features, odds, odds_among
from claimcheck.stages.question import Told, hardly_forbidden, judge, verdicts
from claimcheck.stages.rivals import Rivals

#: names so alike, of 100, are spellings of one
_SPELT: Final = 75
#: so many links of a group are asked why they hold: those of an archive's hold for the same reasons
_TOLD: Final = 400
#: what speaks against two figures of one article that cannot both be true: as a rule it tells of two things
_TOLD_APART: Final = -4.0
#: nor does an article tell one thing of two places by bounds of which one is so many times the other
_UNLIKE: Final = 3
#: nor do two speakers, by figures of which one is so many times the other, nor a speaker and the article's own word
_FAR: Final = 9
_FAR_FROM_TEXT: Final = 4
#: so many dead are told again as they were; of fewer, four and five may be of two groups
_MANY: Final = 10
#: figures so many characters apart stand in two sentences; and what facets come to that tell one thing twice
_ASIDE: Final = 200
_ONE_THING: Final = 4.5
#: what the words around two figures, and the topics of their articles, can add to a score
_NEAR: Final = 3.0
_ABOUT: Final = 2.0
#: articles whose topics meet that far are about one event
_ONE_EVENT: Final = 0.25
#: what figures say of one article that are equal
_REPEATED: Final = 2.0
#: log-odds: of the mean at which two groups are one question, and of claims that exclude each other or for which hardly
#: anything speaks
ENOUGH: Final = 0.2
_HARDLY: Final = -6.0
#: of claims that are linked, and the least and the most of those whose company is asked
LINKED: Final = -1.0
DOUBTED: Final = -2.0
SURE: Final = 2.0
#: a score by hand of which nothing comes, of which no link does, and of which none does in a leaf of a large block
_HOPELESS: Final = -3.0
_FAINT: Final = 1.0
_PLAIN: Final = 3.5


def cluster(claims: Iterable[Claim]) -> list[Cluster]:
    """Every claim in exactly one cluster, in the order of their first claims."""
    nodes = nodes_of(claims)
    found = (link for leaf in leaves(address(n) for n in nodes) for link in links(leaf, nodes))
    return grouped(nodes, found)


def links(leaf: Leaf, nodes: Sequence[Node]) -> Iterator[Link]:
    """The candidate pairs of a leaf that may be of one question, with their log-odds."""
    held = [nodes[n] for n in leaf.members]
    for a, others in compared(leaf, [node.facets for node in held]):
        for b in others:
            found = linking(held[a], held[b], plainly=leaf.windowed)
            if found is None:
                continue
            score = odds(features(held[a], held[b], found))
            if score >= LINKED:
                yield score, leaf.members[a], leaf.members[b]


def _topics(a: Node, b: Node) -> Topics:
    """How far what the articles of two claims are about meets."""
    return topics(a.origin, b.origin, a.facets.lang == b.facets.lang)


class Joined(NamedTuple):
    """What answers one question: claims by their numbers, in order, and the links between them that hold."""

    members: list[int]
    links: list[tuple[int, int]]

    def why(self, nodes: Sequence[Node]) -> str:
        """What makes it one question."""
        told = dict.fromkeys((nodes[a].facets, nodes[b].facets) for a, b in self.links[:_TOLD])
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


class Among:
    """How well the nodes of one component go together, each of which knows who the others are linked to. A class: what
    functions hold that were made in a function would be let go late, where it is compiled."""

    def __init__(self, nodes: Sequence[Node], links: Iterable[Link], past: Past | None) -> None:
        self._nodes, self._past = nodes, past
        self._rivals = Rivals(nodes, links)
        if past:
            past.names = [named(name, self._rivals.told(n, past.names)) for n, name in enumerate(past.names)]

    def score(self, a: int, b: int) -> float:
        """The log-odds of two nodes."""
        known = self._rivals.known(a, b)
        if known is not None and known > SURE:
            return known
        told = known_of(self._nodes[a], self._nodes[b])
        if told is None:
            return _HARDLY
        asked = features(self._nodes[a], self._nodes[b], told)
        alone = odds(asked) if known is None else known
        return odds_among(asked, self._rivals.features(a, b, alone)) if DOUBTED <= alone <= SURE else alone

    def linked(self, link: Link) -> Link:
        """A link with the log-odds of two that know of one another."""
        alone, a, b = link
        if self._past is None or alone > SURE:
            return self.score(a, b), a, b
        return self._past.of(self._past.names[a], self._past.names[b], partial(self.score, a, b)), a, b


def joined(nodes: Sequence[Node], links: Iterable[Link], past: Past | None = None) -> Iterator[Joined]:
    """The groups of two and more in one component."""
    found = best(links)
    among = Among(nodes, found, past)
    groups = Groups(among.score, ENOUGH, past)
    held: dict[Group, list[tuple[int, int]]] = defaultdict(list)
    for a, b in groups.grow(map(among.linked, found)):
        held[groups.of[a]].append((a, b))
    return (Joined(sorted(group.members), held[group]) for group in groups.found())


def linking(a: Node, b: Node, plainly: bool = False) -> Compared | None:
    """What is known of two claims that may be linked: something speaks for it, and no more than one facet forbids it,
    which may be misread; ``plainly`` where much speaks for it and none forbids, as an archive has enough who do."""
    told = hardly_forbidden(a.facets, b.facets)
    if told is None or (plainly and told.forbids):
        return None
    return _known(a, b, told, _PLAIN if plainly else _FAINT)


def known_of(a: Node, b: Node) -> Compared | None:
    """What is known of two claims; None where they exclude each other, or hardly anything speaks for them."""
    told = judge(a.facets, b.facets)
    return None if told is None else _known(a, b, told, _HOPELESS)


def _known(a: Node, b: Node, told: Told, least: float) -> Compared | None:
    """The same of two claims of which the facets say so much, where all that is known comes to ``least``. The words are
    compared only where they can decide it."""
    figures = 0.0 if a.article == b.article else alike(a, b)
    standing, again = _standing(a, b), told_again(a, b)
    score = told.score + figures + standing
    if score + again + _ABOUT + _NEAR < least or _apart(a, b):
        return None
    about = _topics(a, b)
    score += again * min(1.0, about.share / _ONE_EVENT) + _ABOUT * about.share
    if score + _NEAR < least:
        return None
    words = company(a, b, about.words)
    score += _NEAR * words.own
    return None if score < least else Compared(score, told, figures, standing, about, words)


def link(a: Node, b: Node) -> tuple[float | None, tuple[str, ...]]:
    """The log-odds of two nodes as one question and the reasons, those against it where some forbid; None where they
    never are one."""
    found = verdicts(a.facets, b.facets)
    against = tuple([said.why for said in found if said.score is None])
    if judge(a.facets, b.facets) is None or _apart(a, b):
        return None, against
    told = known_of(a, b)
    score = _HARDLY if told is None else odds(features(a, b, told))
    return score, against or tuple([said.why for said in found if said.why])


def forbidden(a: Node, b: Node) -> bool:
    """Whether a facet, or where they stand, forbids that two claims are one question."""
    told = judge(a.facets, b.facets)
    return told is None or bool(told.forbids) or _apart(a, b)


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
        return _REPEATED if one_figure(a, b) else 0.0 if _compatible(a, b) or b.id in a.odds else _TOLD_APART
    return 1.0 if a.lead and b.lead else 0.0 if a.lead == b.lead else -0.5


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
    told = judge(a.facets, b.facets)
    return near and told is not None and not told.forbids and told.score >= _ONE_THING


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
