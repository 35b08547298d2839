"""What the articles say, facet by facet with the words that gave it, and whom they quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.explain.case import Case, bound, one_line, plain
from claimcheck.lang.labels import labels, place_name
from claimcheck.lang.voice import issuer_key
from claimcheck.model import Claim, Number
from claimcheck.moment import instant, shown
from claimcheck.stages.node import Node


def figures(case: Case) -> Iterator[str]:
    yield "What is said"
    for node in case.members:
        if case.asked in (None, node.id):
            yield from _said(node, case)


def _said(node: Node, case: Case) -> Iterator[str]:
    claim = case.of(node)
    quantity = claim.quantity
    bounds = f"{bound(quantity.low)}..{bound(quantity.high)}"
    yield f"    {case.ref(claim)}  {quantity.qualifier}, {bounds}  {claim.id}  {_where(claim)}"
    for facet, reading in _facets(node, claim, case):
        words = claim.evidence.get(facet)
        yield f"        {facet:8} {reading}{f'  from «{one_line(words)}»' if words else ''}"
    yield f"        {'sentence':8} «{one_line(claim.sentence)}»"


def _where(claim: Claim) -> str:
    return " ".join(filter(None, (claim.source, shown(claim.published or "") or "undated", claim.article)))


def _facets(node: Node, claim: Claim, case: Case) -> Iterator[tuple[str, str]]:
    """Each facet that the claim has, with its reading."""
    counted, event = claim.counted, claim.event
    noun = counted.concept or counted.head
    whose = [x for x in (counted.group, counted.nationality, *counted.modifiers) if x]
    if noun:
        yield "counted", plain(" ".join([noun, *(f"({x})" for x in whose)]))
    if event.concept:
        told = [event.concept, event.status, "negated" if event.negated else "", event.cause or ""]
        yield "event", plain(", ".join(filter(None, told)))
    if claim.place:
        own = "" if node.facets.place else ", the place of the article's event"
        yield "place", plain(place_name(claim.place)) + own
    if claim.time.scope:
        span = " to ".join(filter(None, (claim.time.start, claim.time.end)))
        yield "time", plain(" ".join(filter(None, (claim.time.scope, span))))
    if claim.part_of:
        yield "part of", case.ref(case.claims[claim.part_of])
    if claim.issuer:
        yield "issuer", _speaker(claim)


def speakers(case: Case) -> Iterator[str]:
    """Whom the articles quote, with all the names that they give them."""
    quoted, unquoted = _quoted(case)
    yield "Who is quoted"
    for claims in quoted:
        others = ", ".join(dict.fromkeys(one_line(c.issuer or "") for c in claims))
        known = labels("en").get(issuer_key(claims[0]) or "")
        # an article's words come last, whatever they run like
        yield f"    {f'{known} ' if known else ''}for {_told(claims, case)}: {others}"
    if unquoted:
        yield f"    nobody for {_told(unquoted, case)}: the article says so itself"


def _quoted(case: Case) -> tuple[list[list[Claim]], list[Claim]]:
    """The claims of each speaker, and those of none."""
    quoted: dict[str, list[Claim]] = {}
    for node in case.members:
        quoted.setdefault(node.voice or "", []).append(case.of(node))
    unquoted = quoted.pop("", [])
    return list(quoted.values()), unquoted


def _body(claim: Claim) -> str:
    """Who is quoted: a body by its English name, another as the article names them."""
    key = issuer_key(claim) or ""
    return labels("en").get(key) or one_line(claim.issuer or "")


def _speaker(claim: Claim) -> str:
    printed = one_line(claim.issuer or "")
    return printed if printed == _body(claim) else f"{_body(claim)}: {printed}"


def attribution(case: Case) -> Iterator[str]:
    """What it means for the verdict that several articles quote one speaker, or each another."""
    quoted, unquoted = _quoted(case)
    articles = {c.article for claims in (*quoted, unquoted) for c in claims}
    shared = [claims for claims in quoted if len({c.article for c in claims}) > 1]
    for claims in shared:
        told, who = len(set(map(_value, claims))), _body(claims[0])
        if told == 1:
            yield f"The outlets all quote one speaker, {who}: that they agree is one voice, no confirmation."
        elif case.finding.verdict == "contradiction":
            number = "Both" if told == 2 else f"All {told}"
            yield f"{number} figures are attributed to one speaker, {who}, and cannot all be true at one time:"
            yield "either the speaker changed the figure, or an article has it wrong. Ask the speaker."
    if len(articles) > 1 and len(quoted) > 1 and not shared and case.finding.verdict == "contradiction":
        yield "The figures come from different speakers: the dispute may be theirs."


def undated(case: Case) -> Iterator[str]:
    """Which days or hours are wanting where they might turn a contradiction into an update, and how they are given."""
    claims = [case.of(node) for node in case.members]
    if case.finding.lacks == "day":
        bare, example = [c for c in claims if c.published is None], ""
    elif case.finding.lacks == "hour":
        bare, example = [c for c in claims if not instant(c.published)], ", as 2019-03-02T14:05+03:00"
    else:
        return
    what, names = case.finding.lacks, ", ".join(dict.fromkeys(case.names[c.article] for c in bare))
    yield f"Without a{'n' * (what == 'hour')} {what}: {names}. An update is told from a contradiction by their {what}s;"
    yield f"give them in a metadata.csv beside the articles{example}."


def _value(claim: Claim) -> tuple[Number | None, Number | None, Number | None]:
    quantity = claim.quantity
    return (quantity.value, None, None) if quantity.value is not None else (None, quantity.low, quantity.high)


def _told(claims: Sequence[Claim], case: Case) -> str:
    return ", ".join(map(case.ref, claims))
