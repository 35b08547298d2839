"""Why a question is one, and why its figures agree or not: the derivation of a cluster or a claim, for an editor.

The argument is what the stages themselves reckon with: the same judges are asked again, and their reasons written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.labels import labels
from claimcheck.lang.pack import flow
from claimcheck.lang.voice import issuer_key
from claimcheck.model import Claim, Finding, Number, Report
from claimcheck.stages.cluster import Node, link, nodes_of
from claimcheck.stages.amounts import figure
from claimcheck.stages.question import TESTS, THRESHOLD, judge

#: so many claims that were kept out are shown, the likeliest first
_KEPT_OUT = 6
_FLOWS = {
    "flow": "a running total, which only grows",
    "batch": "each day brings its own figure",
    "stock": "how many there are at a time, which moves both ways",
    "fixed": "a fact that does not change with time",
}


@dataclass(frozen=True)
class Case:
    """What is explained: a finding, its claims as the stages compare them, and all other claims."""

    finding: Finding
    members: tuple[Node, ...]
    others: tuple[Node, ...]
    #: the one claim that was asked for, where it was not the whole question
    asked: str | None = None


def explain(name: str, report: Report) -> str:
    """The derivation of the question or claim ``name``, as lines of text.

    Raises ClaimcheckError where ``report`` has neither of that id.
    """
    case = _case(name, report)
    parts = (_heading(case), _figures(case), _speakers(case), _joined(case), _kept_out(case), _verdicts(case))
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _case(name: str, report: Report) -> Case:
    finding = next((f for f in report.clusters if name == f.id or name in f.claims), None)
    if finding is None:
        known = ", ".join(f.id for f in report.clusters[:5])
        raise ClaimcheckError(
            f"explain: there is no question or claim {name!r}; questions are {known or 'none'}, "
            "claims are named in --format json"
        )
    nodes = nodes_of(report.claims)
    inside = set(finding.claims)
    return Case(
        finding,
        tuple(n for n in nodes if n.claim.id in inside),
        tuple(n for n in nodes if n.claim.id not in inside),
        name if name in inside else None,
    )


def _heading(case: Case) -> Iterator[str]:
    finding = case.finding
    yield f"{finding.id}  {finding.verdict}: {finding.label}"
    yield f"    {finding.why}"


# the words that gave each facet


def _figures(case: Case) -> Iterator[str]:
    yield "What is said"
    for node in case.members:
        if case.asked in (None, node.claim.id):
            yield from _said(node)


def _said(node: Node) -> Iterator[str]:
    claim, quantity = node.claim, node.claim.quantity
    bounds = f"{_number(quantity.low)}..{_number(quantity.high)}"
    yield f"    {claim.id}  {figure(quantity)} ({quantity.qualifier}, {bounds})  {_where(claim)}"
    for facet, reading in _facets(node):
        words = claim.evidence.get(facet)
        yield f"        {facet:8} {reading}{f'  from «{_line(words)}»' if words else ''}"
    yield f"        {'sentence':8} «{_line(claim.sentence)}»"


def _where(claim: Claim) -> str:
    return " ".join(filter(None, (claim.source, claim.published or "undated", claim.article)))


def _facets(node: Node) -> Iterator[tuple[str, str]]:
    """Each facet that the claim has, with its reading."""
    claim, counted, event = node.claim, node.claim.counted, node.claim.event
    noun = counted.concept or counted.head
    whose = [x for x in (counted.group, counted.nationality, *counted.modifiers) if x]
    if noun:
        yield "counted", _plain(" ".join([noun, *(f"({x})" for x in whose)]))
    if event.concept:
        told = [event.concept, event.status, "negated" if event.negated else "", event.cause or ""]
        yield "event", _plain(", ".join(filter(None, told)))
        yield "moves", _FLOWS[flow(event.concept)]
    if claim.place:
        own = "" if node.facets.place else ", the place of the article's event"
        yield "place", _name(claim.place) + own
    if claim.time.scope:
        span = " to ".join(filter(None, (claim.time.start, claim.time.end)))
        yield "time", _plain(" ".join(filter(None, (claim.time.scope, span))))
    if claim.part_of:
        yield "part of", claim.part_of
    if claim.issuer:
        yield "issuer", f"{_name(issuer_key(claim) or '')}: {_line(claim.issuer)}"


# who is quoted


def _speakers(case: Case) -> Iterator[str]:
    quoted: dict[str, list[Claim]] = {}
    for node in case.members:
        quoted.setdefault(issuer_key(node.claim) or "", []).append(node.claim)
    unquoted = quoted.pop("", [])
    yield "Who is quoted"
    for key, claims in quoted.items():
        names = ", ".join(dict.fromkeys(_line(c.issuer or "") for c in claims))
        yield f"    {_name(key)} for {_told(claims)}: {names}"
    if unquoted:
        yield f"    nobody for {_told(unquoted)}: the article says so itself"
    yield from _one_voice(case, list(quoted.values()), unquoted)


def _one_voice(case: Case, quoted: list[list[Claim]], unquoted: list[Claim]) -> Iterator[str]:
    """What one speaker of several articles means for the verdict."""
    articles = {c.article for c in (*(c for claims in quoted for c in claims), *unquoted)}
    shared = [claims for claims in quoted if len({c.article for c in claims}) > 1]
    for claims in shared:
        told = len(set(map(_value, claims)))
        who = _name(issuer_key(claims[0]) or "")
        if told == 1:
            yield f"    The outlets all quote {who}: that they agree is one voice, no confirmation."
        elif case.finding.verdict == "contradiction":
            number = "Both" if told == 2 else f"All {told}"
            yield f"    {number} figures are attributed to {who}, and cannot all be true at one time:"
            yield "    either the speaker changed the figure, or an article has it wrong. Ask the speaker."
    if len(articles) > 1 and len(quoted) > 1 and not shared and case.finding.verdict == "contradiction":
        yield "    The figures come from different speakers: the dispute may be theirs."


def _value(claim: Claim) -> tuple[Number | None, Number | None, Number | None]:
    quantity = claim.quantity
    return (quantity.value, None, None) if quantity.value is not None else (None, quantity.low, quantity.high)


def _told(claims: Sequence[Claim]) -> str:
    return ", ".join(f"{figure(c.quantity)} ({c.id})" for c in claims)


# what linked the claims, and what kept others out


def _joined(case: Case) -> Iterator[str]:
    """For each claim its best link to one before it, or to the claim that was asked for."""
    if len(case.members) < 2:
        return
    yield f"Why these are one question (a link needs {THRESHOLD:g})"
    for at, node in enumerate(case.members):
        if case.asked is None:
            before: Sequence[Node] = case.members[:at]
        else:
            before = [n for n in case.members if n is not node] if node.claim.id == case.asked else ()
        linked = [(score, n, other) for n, other in enumerate(before) if (score := link(node, other)[0]) is not None]
        for score, _, other in sorted(linked, key=lambda x: (-x[0], x[1]))[: 1 if case.asked is None else None]:
            yield f"    {other.claim.id} and {node.claim.id}: {score:.1f}"
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


def _kept_out(case: Case) -> Iterator[str]:
    """The likeliest of the claims that are not in this question, and what forbade or did not suffice."""
    found = sorted((_distance(node, case.members), n, node) for n, node in enumerate(case.others) if _near(node, case))
    if found:
        yield "What was kept apart"
    for (_, why), _, node in found[:_KEPT_OUT]:
        yield f"    {node.claim.id}  {why}  «{_line(node.claim.quote)}»"


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


# which rule judged


def _verdicts(case: Case) -> Iterator[str]:
    pairs = [p for p in case.finding.pairs if case.asked in (None, p.a, p.b)]
    if pairs:
        yield "How each two articles were judged"
    for pair in pairs:
        yield f"    {pair.a} and {pair.b}: {pair.verdict}, {pair.why}"


def _number(value: Number | None) -> str:
    return "" if value is None else f"{value:,}"


def _plain(concept: str) -> str:
    return concept.replace("_", " ")


def _name(concept: str) -> str:
    """The English name of a place or a body; what has none goes by its id."""
    return labels("en").get(concept, _plain(concept))


def _line(text: str) -> str:
    """An article's words on one line, without what a terminal would act on."""
    from claimcheck.reports.layout import clean

    return clean(" ".join(text.split()))
