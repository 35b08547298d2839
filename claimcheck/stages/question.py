"""Whether two claims answer one question: what forbids it, and what speaks for it, facet by facet.

docs/concepts.md gives the law. A forbidding disagreement is a must-not-link; the rest is a score. The figure
itself is no evidence: two equal figures may count different things, two different ones the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from claimcheck.lang.pack import ancestors, canonical, concepts, flow
from claimcheck.model import Claim, Time

#: a link needs this much in its favour
THRESHOLD = 4.5
#: windows whose starts differ by no more days than this name about the same time
_ABOUT_DAYS = 35


@dataclass(frozen=True, slots=True, eq=False)
class Facets:
    """What of a claim decides its question, in comparable form; equal facets judge alike."""

    kind: str
    unit: str | None
    event: str | None
    status: str
    cause: str | None
    concept: str | None
    head: str | None
    group: str | None
    nationality: str | None
    #: None where it is the place of the article's event itself
    place: str | None
    setting: tuple[str, ...]
    time: Time
    part: bool
    lang: str
    modifiers: tuple[str, ...]
    published: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of one facet, None where it forbids, with the reason in words."""

    score: float | None
    why: str = ""


#: equal facets are one object: the judge, asked of millions of pairs, then knows them without hashing their fields
_one = lru_cache(maxsize=1 << 18)(Facets)


def facets(claim: Claim, whole: Claim | None = None) -> Facets:
    """The deciding facets of a claim, its event under the name that all of its kind share; ``whole`` is the claim
    that it is a part of."""
    return _one(
        kind=claim.quantity.kind, unit=_unit(claim), event=_happening(claim),
        status=claim.event.status, cause=claim.event.cause, concept=claim.counted.concept, head=claim.counted.head, group=claim.counted.group,
        nationality=claim.counted.nationality, place=_elsewhere(claim), setting=claim.setting, time=claim.time, part=whole is not None and _mere_part(claim, whole),
        lang=claim.lang, modifiers=claim.counted.modifiers, published=claim.published,
    )


def _happening(claim: Claim) -> str | None:
    """The event under its shared name; of a measure only its dimension, for whatever was done with the tonnes."""
    event = canonical(claim.event.concept) if claim.event.concept else None
    if event and claim.quantity.kind == "measure" and flow(event) != "fixed":
        return None
    return event


def _mere_part(claim: Claim, whole: Claim) -> bool:
    """Whether nothing but being a part tells it from its whole: "226,000 were killed, 120,000 of them in Indonesia"."""
    same = claim.counted.concept == whole.counted.concept or claim.counted.head is None
    return same and claim.quantity.kind == whole.quantity.kind and _happening(claim) == _happening(whole)


def _unit(claim: Claim) -> str | None:
    """The unit, but for a magnitude, which is told with and without degrees and scales."""
    return "magnitude" if claim.event.concept == "magnitude" else claim.quantity.unit


def _elsewhere(claim: Claim) -> str | None:
    """The claim's place, unless the article is about that place or lies in it."""
    place = claim.place
    if place is None or _old(claim.time, claim.published):
        return place
    if any(place == s or within(s, place) for s in claim.setting):
        return None
    return place


@lru_cache(maxsize=1 << 18)
def judge(a: Facets, b: Facets) -> tuple[float | None, tuple[str, ...]]:
    """The score of two claims' facets and the reasons; a score of None forbids, with the one reason why."""
    total = 0.0
    reasons = []
    for test in TESTS:
        verdict = test(a, b)
        if verdict.score is None:
            return None, (verdict.why,)
        total += verdict.score
        if verdict.why:
            reasons.append(verdict.why)
    return total, tuple(reasons)


def _kind(a: Facets, b: Facets) -> Verdict:
    if a.kind != b.kind:
        return Verdict(None, f"{a.kind} is not {b.kind}")
    if a.unit != b.unit:
        return Verdict(None, f"{a.unit} is not {b.unit}")
    return Verdict(1.5 if a.unit else 0.0)


def _event(a: Facets, b: Facets) -> Verdict:
    if a.event == b.event:
        return Verdict(_weight(a), f"both {a.event}") if a.event else Verdict(0.0 if _inert(a) else -1.0)
    if a.event is None or b.event is None:
        return Verdict(-0.5 if _inert(a) and _inert(b) else -1.5)
    if _inert(a) and _inert(b) and not _listed("excludes", a.event, b.event):
        return Verdict(-0.5)
    if _listed("near", a.event, b.event):
        return Verdict(min(_weight(a), _weight(b)) - 0.5, f"{a.event}, {b.event}")
    if _listed("excludes", a.event, b.event):
        return Verdict(None, f"{a.event} is not {b.event}")
    return Verdict(-2.5)


def _weight(a: Facets) -> float:
    """What a shared event says: much for a toll, little for "there are" and for heights, of which a text has many."""
    if a.event is None or concepts().events[a.event].weak:
        return 1.0
    if a.kind == "measure":
        return 3.0 if a.event == "magnitude" else 1.5
    return 1.0 if a.kind == "money" else 3.0


def _inert(a: Facets) -> bool:
    """Whether things are counted of which the noun says more than the verb: pages, discs, tonnes."""
    return a.kind == "measure" or (a.concept is not None and ancestors(a.concept)[-1] != "person")


@cache
def neighbours(event: str) -> tuple[str, ...]:
    """The events that a text may use for this one, sorted."""
    return tuple(sorted({canonical(e) for e in concepts().events if _listed("near", canonical(e), event)} - {event}))


@cache
def _listed(relation: str, a: str, b: str) -> bool:
    table = concepts().events
    return any(y in {canonical(e) for e in getattr(table[x], relation)} for x, y in ((a, b), (b, a)))


def _status(a: Facets, b: Facets) -> Verdict:
    if a.status != b.status and "staying" not in (a.event, b.event):
        return Verdict(None, "planned is not done")
    return Verdict(0.0)


def _part(a: Facets, b: Facets) -> Verdict:
    return Verdict(0.0) if a.part == b.part else Verdict(None, "a part is not its whole")


def _cause(a: Facets, b: Facets) -> Verdict:
    if a.cause == b.cause:
        return Verdict(1.0, f"both of the {a.cause}") if a.cause else Verdict(0.0)
    if a.cause and b.cause:
        return Verdict(None, f"{a.cause} is not {b.cause}")
    return Verdict(-2.5)


def _counted(a: Facets, b: Facets) -> Verdict:
    if a.concept and b.concept:
        found = _concepts(a.concept, b.concept)
        return Verdict(-1.5) if found.score is None and a.kind == "measure" else found
    if a.concept or b.concept:
        return Verdict(-0.5)
    if a.head and b.head:
        if a.head == b.head:
            return Verdict(2.0, f"both count “{a.head}”")
        return Verdict(None, f"“{a.head}” is not “{b.head}”") if a.lang == b.lang else Verdict(-1.0)
    return Verdict(0.0)


@cache
def _concepts(a: str, b: str) -> Verdict:
    table = concepts().things
    if a == b:
        if ancestors(a)[-1] != "person":
            return Verdict(4.0, f"both count {a}")
        return Verdict(1.5 if table[a].generic else 2.5, f"both count {a}")
    above_a, above_b = ancestors(a), ancestors(b)
    if any(x in table[y].excludes or y in table[x].excludes for x in above_a for y in above_b):
        return Verdict(None, f"{a} is not {b}")
    if above_a[-1] != above_b[-1]:
        return Verdict(None, f"{a} is not {b}")
    if table[a].generic and table[b].generic:
        return Verdict(1.5, f"both count {above_a[-1]}s")
    if table[a].generic or table[b].generic:
        narrow = b if table[a].generic else a
        return Verdict(0.0) if narrow in _PLAIN else Verdict(None, f"{a} is not {b}: a part of the whole")
    if a in above_b or b in above_a or "member" in (a, b):
        return Verdict(0.5)
    return Verdict(None, f"{a} is not {b}")


#: narrower words for people that a report uses for the same people
_PLAIN = frozenset({"civilian", "resident", "citizen", "evacuee", "displaced", "passenger"})


def _group(a: Facets, b: Facets) -> Verdict:
    score = 0.0
    general = all(x.concept is not None and concepts().things[x.concept].generic for x in (a, b))
    for x, y, weight in ((a.group, b.group, 1.5), (a.nationality, b.nationality, 1.0)):
        if x and y:
            if x != y:
                return Verdict(None, f"{x} is not {y}")
            score += weight
        elif x or y:
            score -= 1.5 if general else 1.0 if " " in (x or y or "") else 0.3
    return Verdict(score)


def _place(a: Facets, b: Facets) -> Verdict:
    if a.place == b.place:
        return Verdict(1.0, f"both in {a.place}") if a.place else Verdict(0.0)
    if a.place and b.place:
        near = within(a.place, b.place) or within(b.place, a.place)
        return Verdict(-2.0) if near else Verdict(None, f"{a.place} is not {b.place}")
    named, other = (a, b) if a.place else (b, a)
    if named.place in other.setting:
        return Verdict(0.5)
    if any(within(named.place or "", s) for s in other.setting):
        return Verdict(-2.0, f"only one is of {named.place}")
    return Verdict(-0.5 if _inert(named) else -4.0 if named.place in concepts().places else -3.0, f"only one is of {named.place}")


@cache
def within(inner: str, outer: str) -> bool:
    """Whether the gazetteer puts one place inside the other."""
    table = concepts().places
    seen: set[str] = set()
    current: str | None = inner
    while current and current not in seen:
        seen.add(current)
        current = table.get(current)
        if current == outer:
            return True
    return False


def _time(a: Facets, b: Facets) -> Verdict:
    if (a.time.scope == "per") != (b.time.scope == "per"):
        return Verdict(None, "a rate is not a total")
    if a.time.start and b.time.start:
        return _windows(a, b)
    if a.time.scope in _SPANS and b.time.scope in _SPANS:
        return _lengths(a, b)
    if a.time.scope not in _SPANS and b.time.scope not in _SPANS and _batches(a, b):
        return Verdict(None, f"{a.time.text or a.published} is not {b.time.text or b.published}: each day its own")
    if _batch(a) and _batch(b) and (a.time.scope != b.time.scope or a.published != b.published):
        return Verdict(-1.0 if _one_day(a, b) else -3.5 if _implied(a) != _implied(b) else -2.0)
    if (a.time.scope == "now") != (b.time.scope == "now") and not (_stocklike(a) or _stocklike(b)):
        return Verdict(-4.0, "those who still are may be a part")
    for one, other in ((a, b), (b, a)):
        if one.time.scope == "on" and 6 <= (one.time.days or 0) < 27 and other.time.scope is None:
            return Verdict(-2.0)
        if _background(one) and not other.time.start and not _background(other):
            return Verdict(None, f"{one.time.text} is another time")
        if one.time.scope in _SPANS and not _stocklike(one):
            told = _batch(one) or one.time.start or one.time.days
            if other.time.scope in ("on", "earlier") and told:
                return Verdict(None, "a running total is not one part of it")
            return Verdict(-1.5 if told else -1.0)
    return Verdict(0.0)


def _batches(a: Facets, b: Facets) -> bool:
    """Two batches of different days, where a claim without a time speaks of its article's day or the one before."""
    days = [d for d in (_implied(a), _implied(b)) if d]
    return _batch(a) and _batch(b) and len(days) == 2 and abs((days[0] - days[1]).days) > 1


def _one_day(a: Facets, b: Facets) -> bool:
    same = _implied(a) is not None and _implied(a) == _implied(b) and a.published == b.published
    return same and "earlier" not in (a.time.scope, b.time.scope)


def _implied(a: Facets) -> date | None:
    """The day that a claim speaks of: its own, else its article's."""
    day = a.time.start or a.published
    return date.fromisoformat(day) if day else None


def _batch(a: Facets) -> bool:
    return a.event is not None and flow(a.event) == "batch" and a.status == "done"


#: scopes that name a span of time, as against one day
_SPANS = ("since", "within")


def _lengths(a: Facets, b: Facets) -> Verdict:
    """Two windows of which one has no date: "since December", "in the past week"."""
    short, long = (a, b) if (a.time.days or 60) <= (b.time.days or 60) else (b, a)
    if (short.time.days or 60) * 4 <= (long.time.days or 60):
        return Verdict(None, f"{short.time.text} is not {long.time.text}")
    return Verdict(1.0, "about the same window")


def _background(a: Facets) -> bool:
    """Another event's time; of a stock only where it is dated, for its "last month" is as a rule when somebody spoke."""
    return _old(a.time, a.published) and not (_stocklike(a) and a.time.start is None)


def _old(time: Time, published: str | None) -> bool:
    """A month, a year, or a day well before the article: another event's time."""
    if time.scope != "on":
        return False
    if not time.start:
        return (time.days or 0) >= 27
    first, last = _days(time)
    return (last - first).days >= 27 or bool(published and (date.fromisoformat(published) - last).days > 30)


def _windows(a: Facets, b: Facets) -> Verdict:
    (a0, a1), (b0, b1) = _days(a.time), _days(b.time)
    differ = Verdict(None, f"{a.time.text} is not {b.time.text}")
    if (a.time.scope == "on") != (b.time.scope == "on"):
        return Verdict(0.0) if _stocklike(a) else differ
    if a.time.scope != "on":
        return Verdict(1.0, "about the same time") if abs((a0 - b0).days) <= _ABOUT_DAYS else differ
    if a0 <= b1 and b0 <= a1 and abs((a1 - a0).days - (b1 - b0).days) < 20:
        return Verdict(1.0, "the same time")
    if _background(a) or _background(b):
        return differ
    if _stocklike(a):
        return Verdict(0.0)
    return Verdict(-2.0) if a.event == b.event and a.event and flow(a.event) == "flow" else differ


def _stocklike(a: Facets) -> bool:
    return a.event is not None and flow(a.event) == "stock"


def _days(time: Time) -> tuple[date, date]:
    start = date.fromisoformat(time.start or time.end or "0001-01-01")
    return start, date.fromisoformat(time.end) if time.end else start


TESTS: tuple[Callable[[Facets, Facets], Verdict], ...] = (_kind, _event, _status, _part, _cause, _counted, _group, _time, _place)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over the smaller set, 0..1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
