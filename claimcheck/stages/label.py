"""A question in a few English words, and why its claims are one question, for people who read a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from claimcheck.lang.labels import labels, plural
from claimcheck.lang.pack import befalls, flow
from claimcheck.stages.facets import Facets
from claimcheck.stages.node import Node
from claimcheck.stages.question import BESIDES

_SHOWN = 4
#: nouns that tell the event which the label names beside them: no "fatalities killed"
_CASUALTIES = frozenset({"fatality", "wounded", "missing", "casualty", "victim", "drowned"})


def label(nodes: Sequence[Node]) -> str:
    """Of whom, what is counted, what happens, where, since when: "soldiers staying, Syria"."""
    names = labels("en")
    place = _usual(n.facets.place or n.place for n in nodes)
    parts = (_matter(nodes), names.get(place or "", place), _since(nodes))
    return ", ".join(part.replace("_", " ") for part in parts if part) or nodes[0].facets.kind


def _matter(nodes: Sequence[Node]) -> str:
    """What is counted and what happens to it, as English puts them together."""
    event, share = _usual(n.facets.event for n in nodes), nodes[0].facets.kind == "share"
    things = _things(nodes, event)
    if event is None:
        return f"share of {things}" if share and things else things or _usual(n.unit for n in nodes) or ""
    told = _event(event)
    if flow(event) == "fixed":
        known = sum(n.facets.concept is not None for n in nodes) * 2 >= len(nodes)
        return told if event == "population" or not known else f"{told} of {things}"
    if share and things:
        return f"share of {things} among those {told}" if "person" in befalls(event) else f"share of {things} {told}"
    if share:
        return f"share {told}"
    return told if things and things in told else " ".join(part for part in (things, told) if part)


def _things(nodes: Sequence[Node], event: str | None) -> str:
    """Whose, and what: "Islamic State fighters". Whose is told where most claims tell it."""
    sides = [_side(n.facets) for n in nodes]
    who = _usual(sides)
    who = who if sides.count(who) * 2 >= len(sides) else None
    what = _usual(n.facets.concept or n.facets.head for n in nodes)
    what = "person" if event and what in _CASUALTIES else what
    return " ".join(part for part in (labels("en").get(who or "", who), _several(what)) if part)


def _several(thing: str | None) -> str | None:
    return plural("en", thing) or thing if thing else None


def _event(event: str) -> str:
    """The event as it stands behind what is counted: "trucks leaving", "people killed"."""
    return labels("en").get(f"event:{event}", event).replace("_", " ")


def _side(facets: Facets) -> str | None:
    """Whose the counted are: a nation's or a group's, as labels know them."""
    nation = facets.nationality
    return f"nationality:{nation}" if nation else facets.group


def _usual(values: Iterable[str | None]) -> str | None:
    """The commonest value, the first among equals."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return max(counts, key=lambda v: counts[v], default=None)


def _since(nodes: Sequence[Node]) -> str | None:
    """The window of a running total, as a claim of the question has it."""
    times = (n.facets.time for n in nodes)
    return next((f"since {t.start}" for t in times if t.scope == "since" and t.start), None)


def kinship(facets: Sequence[Facets], joined: Iterable[tuple[Facets, Facets]]) -> str:
    """Why claims are one question: what they count, what happens, and what else speaks for or against those that were
    ``joined``: "people, fatalities; killed; the same time; one names Sicily, one does not".
    """
    things = _listed(_several(f.concept) or (f.head and f"“{f.head}”") for f in facets)
    events = _listed(_event(f.event) if f.event else None for f in facets)
    beside = dict.fromkeys(test(a, b).why for a, b in joined for test in BESIDES)
    return "; ".join(part for part in chain((things, events), beside) if part)


def _listed(words: Iterable[str | None]) -> str:
    """The distinct words, the commonest first."""
    counts: dict[str, int] = {}
    for word in words:
        if word:
            counts[word] = counts.get(word, 0) + 1
    return ", ".join(sorted(counts, key=lambda w: -counts[w])[:_SHOWN])
