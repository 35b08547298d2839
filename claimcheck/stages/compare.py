"""Clusters -> findings: what two articles say of one question, and whether both can be true.

The verdicts are those of docs/concepts.md: agree, compatible, update, contradiction; internal where one article
contradicts itself; single where only one article speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from claimcheck.lang.pack import concepts, flow
from claimcheck.model import SEVERITY, Claim, Cluster, Event, Finding, Number, Pair, Quantity, Verdict
from claimcheck.moment import before, instant, seconds, span
from claimcheck.stages.amounts import CORRECTED, above, converts, equal, figure, in_unit, meet, rounds, times
from claimcheck.stages.arithmetic import sums
from claimcheck.stages.internal import at_odds
from claimcheck.stages.printed import printed
from claimcheck.stages.voices import voices


@dataclass(slots=True, eq=False)
class Two:
    """Two claims of one cluster, the earlier article first where hours or days order them."""

    a: Claim
    b: Claim
    #: whether the hours or days of the articles order them
    ordered: bool

    @property
    def said(self) -> tuple[Quantity, Quantity]:
        """What they say, in one unit."""
        a, b = self.a.quantity, self.b.quantity
        return a, in_unit(b, a.unit)

    @property
    def planned(self) -> bool:
        """Whether one of them is of what is to come."""
        return "planned" in (self.a.event.status, self.b.event.status)

    @property
    def flow(self) -> str:
        """How the figure may move: flow (a total that grows), stock, or fixed."""
        if self.a.quantity.kind == "measure" and "land" not in (self.a.counted.concept, self.b.counted.concept):
            return "fixed"
        thing = self.a.counted.concept
        if thing is not None and concepts().things[thing].somebodys:
            return "stock"  # the shares of candidates go up and down while votes are counted
        event = self.a.event.concept or self.b.event.concept
        return flow(event) if event else "stock"

    @property
    def lacks(self) -> Literal["day", "hour"] | None:
        """What is not known of the articles, and might order them so that the later figure is an update."""
        a, b = self.a.published, self.b.published
        if self.ordered or self.flow == "fixed":
            return None
        if not (a and b):
            return "day"
        return "hour" if self.flow == "flow" and not (self.planned or (instant(a) and instant(b))) else None


Rule = Callable[[Two], str | None]

#: what does not fall
_TOTALS = ("flow", "batch")


def _agree(two: Two) -> str | None:
    a, b = two.said
    if a.value is None and b.value is None:
        return "the same vague amount" if (a.low, a.high) == (b.low, b.high) else None
    if a.value is None or b.value is None:
        return None
    if equal(a.value, b.value):
        return "the same figure"
    told = two.b.quantity
    if times(told.unit, a.unit) != 1 and converts(a.value, a.unit, told.value or 0, told.unit):
        return "the same in another unit, after rounding"
    rounded = any(rounds(x, y) for x, y in ((a, b), (b, a)))
    return "the same after rounding to the coarser figure" if rounded else None


def _update(two: Two) -> str | None:
    if not two.ordered or two.flow == "fixed" or _none(two):
        return None
    a, b = two.said
    if above(b, a):
        if meet(a, b) and a.qualifier not in ("at_least", "more_than"):
            return None
        return f"higher in the later article ({_when(two)}): the figure grew"
    if not meet(a, b) and (two.flow == "stock" or two.planned):
        return f"lower in the later article ({_when(two)}): the figure fell"
    return None


def _when(two: Two) -> str:
    return span(two.a.published or "", two.b.published or "")


def _compatible(two: Two) -> str | None:
    a, b = two.said
    if meet(a, b):
        return "both can be true: the bounds meet"
    if _none(two):
        return "hardly the same total: one says there were none"
    # of totals that a later article tells so much lower 7 of 69 were the same, of those it tells less lower 68 of 87
    if two.ordered and two.flow in _TOTALS and b.high is not None and CORRECTED * b.high <= (a.low or 0):
        return f"far lower in the later article ({_when(two)}): hardly the same total"
    return None


def _none(two: Two) -> bool:
    """Whether one of two totals is nothing at all, as a part of it may be: of such pairs 1 of 24 was one total."""
    return two.ordered and two.flow in _TOTALS and 0 in (two.a.quantity.high, two.b.quantity.high)


def _contradiction(two: Two) -> str | None:
    if two.ordered and two.flow in _TOTALS:
        return f"lower in the later article ({_when(two)}): a running total does not fall"
    if two.ordered or two.flow == "fixed":
        return "cannot both be true, and this does not change with time"
    if two.lacks == "hour":
        return "cannot both be true, and nothing orders them: both of one day, in which it may have grown"
    if two.a.published and two.b.published:
        return "cannot both be true, and nothing orders them: both of one day"
    return "cannot both be true; an update is possible, but a date is unknown"


#: in this order, the first that gives a reason holds
VERDICTS: Final[dict[Verdict, Rule]] = {
    "agree": _agree,
    "update": _update,
    "compatible": _compatible,
    "contradiction": _contradiction,
}


def _order(claim: Claim) -> tuple[float, str, int]:
    return seconds(claim.published), claim.article, claim.start


def _two(a: Claim, b: Claim) -> Two:
    first, second = (a, b) if _order(a) <= _order(b) else (b, a)
    # a day without an hour stands at its noon in UTC, which somebody else's hour of the day before may be behind
    if before(second.published, first.published):
        return Two(second, first, ordered=True)
    return Two(first, second, before(first.published, second.published))


def judge(a: Claim, b: Claim) -> tuple[Verdict, str]:
    """The verdict on two claims that answer one question, and why."""
    two = _two(a, b)
    for verdict, rule in VERDICTS.items():
        why = rule(two)
        if why:
            return verdict, f"{figure(two.a.quantity)} against {figure(two.b.quantity)}: {why}"
    raise AssertionError("the last rule always holds")


#: articles on one question of which each two are judged, which is so many pairs; an archive's would outgrow its texts
_MANY: Final = 40
_PAIRS: Final = _MANY * (_MANY - 1) // 2


def compare(
    clusters: Iterable[Cluster], claims: Iterable[Claim], also: Mapping[str, Sequence[str]] | None = None
) -> list[Finding]:
    """The sums inside articles that cannot be right; then a finding a cluster, worst first, by the cluster's order.

    ``also``: file of an article -> further outlets that print its text.
    """
    by_id = {c.id: c for c in claims}
    findings = [found(c, [by_id[i] for i in c.claims], also or {}) for c in clusters]
    rank = {v: n for n, v in enumerate(SEVERITY)}
    labels = {claim: f.label for f in findings for claim in f.claims}
    return [*sums(by_id.values(), labels), *sorted(findings, key=lambda f: rank[f.verdict])]


def found(cluster: Cluster, claims: list[Claim], also: Mapping[str, Sequence[str]]) -> Finding:
    """What the claims of one cluster come to; ``also``: file of an article -> further outlets that print its text."""
    pairs = tuple(_pairs(claims))
    by_id = {c.id: c for c in claims}
    worst = _telling(pairs, by_id)
    outlets = {c.source or c.article for c in claims}.union(*(also.get(c.article, ()) for c in claims))
    return Finding(
        id=cluster.id,
        label=printed(cluster.label, claims),
        verdict=worst.verdict if worst else "single",
        why=worst.why if worst else "only one article speaks",
        claims=cluster.claims,
        pairs=pairs,
        links=printed(cluster.links, claims),
        outlets=len(outlets),
        voices=voices(claims),
        lacks=_two(by_id[worst.a], by_id[worst.b]).lacks if worst and worst.verdict == "contradiction" else None,
    )


def _telling(pairs: Sequence[Pair], claims: Mapping[str, Claim]) -> Pair | None:
    """The worst pair, which gives the finding its verdict and its reason; of several the one that tells most."""
    worst = min(pairs, key=lambda p: SEVERITY.index(p.verdict), default=None)
    if worst is None or worst.verdict not in _TELLS:
        return worst
    tells = _TELLS[worst.verdict]
    return min((p for p in pairs if p.verdict == worst.verdict), key=lambda p: tells(claims[p.a], claims[p.b]))


def _surest(a: Claim, b: Claim) -> tuple[int, bool, float]:
    """Of contradictions that which no hour and no day could explain, of definite figures, the furthest apart."""
    values = a.quantity.value, b.quantity.value
    points = [value for value in values if value is not None]
    apart = (max(points) + 1) / (min(points) + 1) if len(points) == len(values) else 0
    return (None, "hour", "day").index(_two(a, b).lacks), not apart, -apart


def _longest(a: Claim, b: Claim) -> tuple[float, float]:
    """Of updates the one from the first article to the last."""
    two = _two(a, b)
    return -seconds(two.b.published), seconds(two.a.published)


#: among pairs of these verdicts that which tells most comes first
_TELLS: dict[Verdict, Callable[[Claim, Claim], tuple[float, ...]]] = {"contradiction": _surest, "update": _longest}


def _pairs(claims: list[Claim]) -> Iterator[Pair]:
    """One pair for each two articles, and one where an article contradicts itself."""
    speakers: dict[str, list[Claim]] = {}
    for claim in claims:
        speakers.setdefault(claim.article, []).append(claim)
    for own in speakers.values():
        yield from _internal(own)
    yield from _between([fullest(own) for own in speakers.values()])


def _between(speakers: list[Claim]) -> Iterator[Pair]:
    """The pairs of the articles' speakers. Those that say the same are judged once."""
    said: dict[tuple[Quantity, str | None, Event], int] = {}
    statement = {c.id: said.setdefault((c.quantity, c.published, c.event), len(said)) for c in speakers}
    rank = {c.id: n for n, c in enumerate(sorted(speakers, key=_order))}
    known: dict[tuple[int, int], tuple[Verdict, str]] = {}
    for a, b in _met(speakers):
        first, second = (a, b) if rank[a.id] < rank[b.id] else (b, a)
        two = statement[first.id], statement[second.id]
        if two not in known:
            known[two] = judge(first, second)
        verdict, why = known[two]
        yield Pair(a=a.id, b=b.id, verdict=verdict, why=why)


def _met(speakers: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """All pairs of a few speakers; of many only those that say it otherwise, and each with those next in time: with
    so many that a question has no more pairs than a few speakers have, and each statement one at least."""
    if len(speakers) <= _MANY:
        return combinations(speakers, 2)
    said = {(c.quantity, c.published, c.event, c.time): c for c in reversed(speakers)}
    ordered = sorted(said.values(), key=_order)
    reach = max(1, _PAIRS // len(ordered))
    return ((a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 : n + 1 + reach])


def _internal(claims: list[Claim]) -> Iterator[Pair]:
    for a, b in combinations(claims, 2):
        if at_odds(a, b) and judge(a, b)[0] == "contradiction":
            yield Pair(
                a=a.id,
                b=b.id,
                verdict="internal",
                why=f"{figure(a.quantity)} against {figure(b.quantity)} in one article",
            )
            return


def _again(of: Claim, claim: Claim) -> bool:
    """Whether a claim tells in another unit what one before it does."""
    one, other = of.quantity, claim.quantity
    if times(one.unit, other.unit) == 1 or one.value is None or other.value is None or claim.start < of.start:
        return False
    return converts(one.value, one.unit, other.value, other.unit)


def fullest(claims: list[Claim]) -> Claim:
    """The claim that speaks for an article: not an earlier figure, precise, of its lead, highest, qualified, first.

    A headline drops the qualifier of its figure ("38 killed" over "at least 38"), so the qualified one stands for it.
    Of two units that one thing is told in, the first is the article's own: "45 metres (150 feet)".
    """
    claims = [c for n, c in enumerate(claims) if not any(_again(of, c) for of in claims[:n])]

    def rank(claim: Claim) -> tuple[bool, bool, bool, Number, int]:
        value = claim.quantity.value
        return claim.time.scope != "earlier", value is not None, claim.lead, value or 0, -claim.start

    best = max(claims, key=rank)
    same = (c for c in claims if c.quantity.value == best.quantity.value and c.quantity.qualifier != "exact")
    return best if best.quantity.qualifier != "exact" else min(same, key=lambda c: c.start, default=best)
