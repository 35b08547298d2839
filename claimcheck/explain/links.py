"""Why the claims are one question, what was kept apart, and how each two articles were judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.explain.case import Case, one_line
from claimcheck.stages.cluster import link
from claimcheck.stages.node import Node
from claimcheck.stages.question import TESTS, THRESHOLD, judge

#: so many claims that were kept out are shown, the likeliest first
_KEPT_OUT = 6


def joined(case: Case) -> Iterator[str]:
    """For each claim its best link to one before it, or to the claim that was asked for."""
    if len(case.members) < 2:
        return
    yield f"Why these are one question (a link needs {THRESHOLD:g})"
    for at, node in enumerate(case.members):
        if case.asked is None:
            before: Sequence[Node] = case.members[:at]
        else:
            before = [n for n in case.members if n is not node] if node.id == case.asked else ()
        linked = [(score, n, other) for n, other in enumerate(before) if (score := link(node, other)[0]) is not None]
        for score, _, other in sorted(linked, key=lambda x: (-x[0], x[1]))[: 1 if case.asked is None else None]:
            yield f"    {case.ref(case.of(other))} and {case.ref(case.of(node))}: {score:.1f}"
            yield from (f"        {line}" for line in _scores(node, other, score))


def _scores(a: Node, b: Node, total: float) -> Iterator[str]:
    """What each facet gave, and what the words around and the places in the articles gave."""
    rest = total
    for test in TESTS:
        verdict = test(a.facets, b.facets)
        rest -= verdict.score or 0.0
        if verdict.score:
            name = test.__name__.strip("_").replace("_", " ")
            why = verdict.why or ("they go together" if verdict.score > 0 else "they differ, or only one tells it")
            yield f"{verdict.score:+5.1f} {name}: {why}"
    if abs(rest) >= 0.05:
        yield f"{rest:+5.1f} context: the words around them, what their articles are about, where they stand"


def kept_out(case: Case) -> Iterator[str]:
    """The likeliest of the claims that are not in this question, and what forbade or did not suffice."""
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
            reasons = why or judge(node.facets, member.facets)[1]
            barred = barred or (reasons[0] if reasons else "another figure of the same speaker in the same article")
        else:
            best = max(best, score)
    if barred:
        return (-best if best > float("-inf") else 0.0), f"forbidden: {barred}"
    if best >= THRESHOLD:
        return -best, f"near enough to some ({best:.1f}), not to all of them"
    return -best, f"too little in common ({best:.1f})"


def verdicts(case: Case) -> Iterator[str]:
    pairs = [p for p in case.finding.pairs if case.asked in (None, p.a, p.b)]
    if pairs:
        yield "How each two articles were judged"
    for pair in pairs:
        yield f"    {case.ref(case.claims[pair.a])} and {case.ref(case.claims[pair.b])}: {pair.verdict}, {pair.why}"
