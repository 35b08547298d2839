"""Why the claims are one question, what was kept apart, and how each two articles were judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimcheck.explain.case import Case, named, one_line
from claimcheck.stages.amounts import figure
from claimcheck.stages.cluster import ENOUGH, known_of, link
from claimcheck.stages.facets import Facets
from claimcheck.stages.node import Node
from claimcheck.stages.question import TESTS
from claimcheck.stages.question import verdicts as tested

#: so many claims that were kept out are shown, the likeliest first
_KEPT_OUT = 6


def joined(case: Case) -> Iterator[str]:
    """For each claim its best link to one before it, or to the claim that was asked for."""
    if len(case.members) < 2 or case.finding.is_sum:
        return
    yield f"Why these are one question (log-odds by what is compared; on the mean {ENOUGH:g} is enough)"
    for at, node in enumerate(case.members):
        if case.asked is None:
            before: Sequence[Node] = case.members[:at]
        else:
            before = [n for n in case.members if n is not node] if node.id == case.asked else ()
        linked = [(score, n, other) for n, other in enumerate(before) if (score := link(node, other)[0]) is not None]
        for score, _, other in sorted(linked, key=lambda x: (-x[0], x[1]))[: 1 if case.asked is None else None]:
            yield f"    {case.ref(case.of(other))} and {case.ref(case.of(node))}: {score:.1f}"
            yield from (f"        {line}" for line in _scores(node, other))


def _scores(a: Node, b: Node) -> Iterator[str]:
    """What each facet says, and what the figures, the words around them and their places in the articles do."""
    found = known_of(a, b)
    rest = found.score if found else 0.0
    for test, verdict in zip(TESTS, tested(a.facets, b.facets), strict=False):
        rest -= verdict.score or 0.0
        if verdict.score:
            name = test.__name__.strip("_").replace("_", " ")
            yield f"{verdict.score:+5.1f} {name}: {verdict.why or _unsaid(name, verdict.score, a.facets, b.facets)}"
    if found and abs(rest) >= 0.05:
        yield f"{rest:+5.1f} context: the words around them, their articles, where they stand, whether they are equal"


#: facets by the name of their test
_TOLD: dict[str, Callable[[Facets], str | None]] = {
    "event": lambda facets: facets.event,
    "counted": lambda facets: facets.concept or facets.head,
    "group": lambda facets: facets.group or facets.nationality,
    "place": lambda facets: facets.place,
}


def _unsaid(name: str, score: float, a: Facets, b: Facets) -> str:
    """What a facet that has no reason of its own comes to."""
    if score > 0:
        return "they go together"
    told = [named(said) for said in map(_TOLD.get(name, lambda _: None), (a, b)) if said]
    if len(told) == 1:
        return f"only one tells it, {told[0]}"
    return f"{told[0]} and {told[1]}" if len(set(told)) == 2 else "they differ, or only one tells it"


def kept_out(case: Case) -> Iterator[str]:
    """The likeliest of the claims that are not in this question, and what forbade or did not suffice."""
    if case.finding.is_sum:
        return
    found = sorted((_distance(node, case.members), n, node) for n, node in enumerate(case.others) if _near(node, case))
    if found:
        yield "What was kept apart"
    for (_, why), _, node in found[:_KEPT_OUT]:
        yield f"    {case.ref(case.of(node))}  {why}  «{one_line(case.of(node).quote)}»"


def _near(node: Node, case: Case) -> bool:
    """Whether somebody may ask why it is not in: the same thing counted, or the same event."""
    mine = case.members[0].facets
    thing = mine.concept or mine.head
    same = (thing is not None and thing == (node.facets.concept or node.facets.head)) or (
        mine.event is not None and mine.event == node.facets.event
    )
    return same and node.facets.kind == mine.kind


def _distance(node: Node, members: Sequence[Node]) -> tuple[float, str]:
    """How far a claim is from the question, the nearest first, and why it is not of it."""
    best, barred = float("-inf"), ""
    for member in members:
        score, why = link(node, member)
        if score is None:
            barred = barred or (why[0] if why else _set_apart(node, member))
        else:
            best = max(best, score)
    if barred:
        return (-best if best > float("-inf") else 0.0), f"forbidden: {barred}"
    if best >= ENOUGH:
        return -best, f"near enough to some ({best:.1f}), not to all of them"
    return -best, f"too little in common ({best:.1f})"


def _set_apart(a: Node, b: Node) -> str:
    """What parts two claims whose facets do not."""
    same = "another figure of the same speaker in the same article"
    return same if a.article == b.article else "its article is about another ship or storm"


def verdicts(case: Case) -> Iterator[str]:
    """The verdict on each two articles; each is heard by one figure."""
    pairs = [p for p in case.finding.pairs if case.asked in (None, p.a, p.b)]
    if not pairs or case.finding.is_sum:
        return
    yield "How each two articles were judged"
    heard = {c for pair in case.finding.pairs for c in (pair.a, pair.b)}
    if len(heard) < len(case.members):
        yield "    (of several figures in one article the latest or fullest speaks for it)"
    for pair in pairs:
        a, b = case.claims[pair.a], case.claims[pair.b]
        against = f"{figure(a.quantity)} against {figure(b.quantity)}: "
        why = pair.why.removeprefix(against).removeprefix(f"{figure(b.quantity)} against {figure(a.quantity)}: ")
        yield f"    {case.ref(a)} and {case.ref(b)}: {pair.verdict}, {why}"
