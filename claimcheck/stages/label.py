"""A question in a few English words, and why its claims are one question, for people who read a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from claimcheck.lang.labels import labels, place_name, plural
from claimcheck.lang.pack import befalls, flow
from claimcheck.stages.facets import Facets, Verdict
from claimcheck.stages.node import Node
from claimcheck.stages.question import BESIDES, verdicts

_SHOWN: Final = 4
#: nouns that tell the event which the label names beside them: no "fatalities killed"
_CASUALTIES: Final = frozenset({"fatality", "wounded", "missing", "casualty", "victim", "drowned"})


def label(nodes: Sequence[Node]) -> str:
    """Of whom, what is counted, what happens, where, since when: "soldiers staying, Syria"."""
    place = _usual(n.facets.place or n.place for n in nodes)
    parts = (_matter(nodes), place_name(place or ""), _since(nodes))
    return ", ".join(part.replace("_", " ") for part in parts if part)


def _matter(nodes: Sequence[Node]) -> str:
    """What is counted and what happens to it, as English puts them together."""
    event, kind = _usual(n.facets.event for n in nodes), nodes[0].facets.kind
    share, things = kind == "share", _things(nodes, event)
    if event is None:
        return f"share of {things}" if share and things else things or _measured(nodes)
    told = _event(event)
    if flow(event) == "fixed":
        known = sum(n.facets.concept is not None for n in nodes) * 2 >= len(nodes)
        return told if event == "population" or not known else f"{told} of {things}"
    if share and things:
        return f"share of {things} among those {told}" if "person" in befalls(event) else f"share of {things} {told}"
    if share:
        return f"share {told}"
    if things is None:
        return told if kind == "count" else f"money {told}" if kind == "money" else f"{_measured(nodes)} ({told})"
    whose, _, thing = things.rpartition(" ")  # "Egyptian bodies" and "bodies found"
    return f"{whose} {told}".strip() if thing in told.split() else f"{things} {told}"


def _measured(nodes: Sequence[Node]) -> str:
    """What a figure without a noun gives: "distance" of kilometres, else by its kind."""
    names = labels("en")
    return names.get(f"unit:{_usual(n.unit for n in nodes)}") or names[f"kind:{nodes[0].facets.kind}"]


def _things(nodes: Sequence[Node], event: str | None) -> str | None:
    """Whose, and what: "Islamic State fighters". Whose is told where most claims tell it."""
    sides = [_side(n.facets) for n in nodes]
    who = _usual(sides)
    who = who if sides.count(who) * 2 >= len(sides) else None
    what = _usual(n.facets.concept or n.facets.head for n in nodes)
    what = "person" if event and (what in _CASUALTIES or (what, event) == ("body", "bodies_found")) else what
    return " ".join(part for part in (_named(who), _several(what)) if part) or None


def _named(who: str | None) -> str | None:
    """A side by its English name; one that no pack knows, which is a name too, with capitals."""
    return who and (labels("en").get(who) or " ".join(word[:1].upper() + word[1:] for word in who.split(" ")))


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
    """The window of a running total, as a claim of the question has it; one that begins with a month by that month."""
    times = (n.facets.time for n in nodes)
    start = next((t.start for t in times if t.scope == "since" and t.start), None)
    return start and f"since {start.removesuffix('-01')}"


def kinship(facets: Sequence[Facets], joined: Iterable[tuple[Facets, Facets]]) -> str:
    """Why claims are one question: what they count, what happens, and what else speaks for or against those that were
    ``joined``: "people, fatalities; killed; the same time; though one names Sicily, one does not".
    """
    things = _listed(_several(f.concept) for f in facets) or _listed(f.head and f"“{f.head}”" for f in facets)
    events = _listed(_event(f.event) if f.event else None for f in facets)
    judged = [verdicts(*pair) for pair in joined]
    beside = dict.fromkeys(why for n in BESIDES for why in _told([said[n] for said in judged])) if judged else ()
    return "; ".join(part for part in chain((things, events), beside) if part)


def _told(found: Sequence[Verdict]) -> Iterable[str]:
    """What a facet says for the pairs; what it says against them where it says nothing for any."""
    speaking = [v.why for v in found if v.why and (v.score or 0) > 0]
    return speaking or [f"though {v.why}" for v in found if v.why]


def _listed(words: Iterable[str | None]) -> str:
    """The distinct words, the commonest first."""
    counts: dict[str, int] = {}
    for word in words:
        if word:
            counts[word] = counts.get(word, 0) + 1
    return ", ".join(sorted(counts, key=lambda w: -counts[w])[:_SHOWN])
