"""Whether two claims answer one question: what forbids it, and what speaks for it, facet by facet.

docs/concepts.md gives the law. Each test gives a score, or forbids; what all of them say together is weighed with all
else that is known of two claims (``odds``). The figure itself is not looked at here: two different figures may answer
one question.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Final

from claimcheck.lang.means import BY, GUNFIRE, LIVE
from claimcheck.lang.pack import ancestors, canonical, concepts, dimension, flow, listed, short
from claimcheck.stages.counting import same_group, same_side, same_thing
from claimcheck.stages.facets import ALONE, GRAVE, NOTHING, Facets, Verdict, inert
from claimcheck.stages.rules import Rule, Rules, Says
from claimcheck.stages.timing import same_time
from claimcheck.stages.votes import of_election, same_owner, same_vote
from claimcheck.stages.whereabouts import is_of, same_place, same_region, same_town, same_venue


@dataclass(slots=True, eq=False)
class Told:
    """What the facets of two claims say together: what each test gives, added up, how many forbid, and what those say
    one by one that are ``WEIGHED`` so."""

    score: float
    forbids: int
    weighed: tuple[float, ...]


@lru_cache(maxsize=1 << 15)
def judge(a: Facets, b: Facets) -> Told | None:
    """What the facets of two claims say; None where they never are one question. Any other disagreement may be of a
    misread facet."""
    return None if _never(a, b) else _told(a, b, len(TESTS))


@lru_cache(maxsize=1 << 15)
def hardly_forbidden(a: Facets, b: Facets) -> Told | None:
    """The same where no more than one test forbids that they are one question: of most two claims two of the first do.
    (Of pairs in doubt that one alone forbids, and which the odds call even or better, two in three are one question; 76
    real events.)"""
    told = _told(a, b, 1)
    return None if told is not None and told.forbids and _never(a, b) else told


def _told(a: Facets, b: Facets, most: int) -> Told | None:
    """What all tests say of two claims; None where more of them forbid than so many."""
    score, forbids, weighed = 0.0, 0, [0.0] * len(WEIGHED)
    for _, test in _RULES.on(a, b):
        said = test(a, b).score
        if said is None:
            forbids += 1
            if forbids > most:
                return None
        score += _FORBIDS if said is None else said
        if test in _PLACES:
            weighed[_PLACES[test]] = _WEIGHS if said is None else said
    return Told(score, forbids, tuple(weighed))


@lru_cache(maxsize=1 << 13)
def verdicts(a: Facets, b: Facets) -> tuple[Verdict, ...]:
    """What the tests say, one after the other."""
    found = [NOTHING] * len(TESTS)
    for n, test in _RULES.on(a, b):
        found[n] = test(a, b)
    return tuple(found)


def _never(a: Facets, b: Facets) -> bool:
    """Whether they are of other kinds or units, dead and wounded, denied and said."""
    return _kind(a, b).score is None or a.negated != b.negated or _excluded(a, b)


def _excluded(a: Facets, b: Facets) -> bool:
    """Whether one event is never another: the dead are no wounded."""
    return listed("excludes", a.event or "", b.event or "") and _event(a, b).score is None


def _kind(a: Facets, b: Facets) -> Verdict:
    if a.kind != b.kind:
        return Verdict(None, f"{a.kind} is not {b.kind}")
    if a.unit != b.unit and not (a.unit and b.unit and _convertible(a.unit, b.unit)):
        return Verdict(None, f"{a.unit} is not {b.unit}")
    return _ONE_UNIT if a.unit else NOTHING


_ONE_UNIT = Verdict(1.5)


def _convertible(a: str, b: str) -> bool:
    """Whether both measure one thing: "75 miles", "120 km"; or one is a currency's short name, the other its own."""
    return dimension(a)[0] == dimension(b)[0] or _one_currency(a, b)


def _one_currency(a: str, b: str) -> bool:
    """Whether one is the short name of the other: "Rs 50,000", "₹ 50,000"."""
    return a in short(b) or b in short(a)


def _event(a: Facets, b: Facets) -> Verdict:
    return _events(a.kind, a.event, a.concept, b.event, b.concept)


@lru_cache(maxsize=1 << 14)
def _events(kind: str, event: str | None, thing: str | None, other: str | None, thing_of: str | None) -> Verdict:
    """The verdict on what happens to a thing, and on another event of another thing (``thing_of``), in two claims of
    one kind, of which many are of the same."""
    if event == other:
        if event is None and _is(thing, "place"):
            return Verdict(None, "nothing says what happened in the places")
        if event:
            return Verdict(_weight(kind, event, thing), f"both {event}")
        return Verdict(0.0 if inert(kind, thing) else -2.0 if _is(thing, "vehicle") else -1.0)
    if _is(thing, "place") and _is(thing_of, "place") and not listed("near", event or "", other or ""):
        return Verdict(None, f"{event} is not {other}: places are counted for what happens there")
    both_inert = inert(kind, thing) and inert(kind, thing_of)
    if event is None or other is None:
        return Verdict(-0.5 if both_inert else -1.0)
    if _told_by_noun(event, thing) or _told_by_noun(other, thing_of):
        return Verdict(-0.5)  # "prisoners" may have been released
    if kind == "measure":
        return Verdict(None, f"{event} is not {other}")
    if both_inert and not listed("excludes", event, other):
        if kind == "money":
            return Verdict(-0.5)  # a loan is agreed, granted, received
        hardly = concepts().events[event].weak or concepts().events[other].weak  # "it contains 55,000 pages"
        return Verdict(-0.5 if hardly else -2.0)
    if listed("near", event, other):
        least = min(_weight(kind, event, thing), _weight(kind, other, thing_of))
        return Verdict(least - 0.5, f"{event}, {other}")
    if listed("excludes", event, other):
        return Verdict(None, f"{event} is not {other}")
    return Verdict(-2.5)


def _is(thing: str | None, root: str) -> bool:
    return thing is not None and ancestors(thing)[-1] == root


def _weight(kind: str, event: str, thing: str | None) -> float:
    """What a shared event says: much for a toll, little for "there are" and for heights, of which a text has many."""
    if _told_by_noun(event, thing):
        return 0.0
    if concepts().events[event].weak:
        return 1.0
    if kind == "measure":
        return 3.0 if event == "magnitude" else 1.5
    if kind == "share" and concepts().events[event].rate:
        return 4.5  # "30 percent contained": that it is of the fire, the event says
    if kind == "money":
        return 2.5 if concepts().events[event].once else 1.0
    return 3.0


def _told_by_noun(event: str, thing: str | None) -> bool:
    """Whether the event is but what the noun calls them: "352 prisoners" are prisoners whatever becomes of them."""
    noun = concepts().things[thing] if thing else None
    return noun is not None and noun.status and not noun.generic and noun.event == event


@cache
def neighbours(event: str) -> tuple[str, ...]:
    """The events that a text may use for this one, sorted."""
    return tuple(sorted({canonical(e) for e in concepts().events if listed("near", canonical(e), event)} - {event}))


def _status(a: Facets, b: Facets) -> Verdict:
    if a.status != b.status and "staying" not in (a.event, b.event):
        if a.event == b.event and a.event and concepts().events[a.event].whenever:
            return NOTHING
        # of what nothing is done with, and of who is missing or in need, little tells that it is yet to come
        sure = a.event and b.event and not (a.stock and b.stock)
        return Verdict(None, "planned is not done") if sure else Verdict(-1.5)
    return NOTHING


def _denied(a: Facets, b: Facets) -> Verdict:
    return Verdict(None, "what is denied is not what is said") if a.negated != b.negated else NOTHING


def _part(a: Facets, b: Facets) -> Verdict:
    if a.part != b.part:
        part, other = (a, b) if a.part else (b, a)
        own = part.placed and is_of(other, part.spot)
        return Verdict(-1.0) if own else Verdict(None, "a part is not its whole")
    return Verdict(-2.0) if a.part and a.kind == "count" else NOTHING


def _grave(a: Facets, b: Facets) -> Verdict:
    if (GRAVE in a.modifiers) == (GRAVE in b.modifiers):
        return NOTHING
    return Verdict(-4.0, "only one is of the badly hurt")


def _means(a: Facets, b: Facets) -> Verdict:
    """Those hurt by live fire are none of those hurt by gas, and some of all."""
    one, other = _by(a), _by(b)
    if one == other or {one, other} in _SHOTS:
        return NOTHING
    if one and other:
        return Verdict(None, f"{one} is not {other}".replace("_", " "))
    return Verdict(-5.0, "only one says what they were hurt by")


#: of shots a report may say no more than that there were some
_SHOTS: tuple[set[str | None], ...] = ({GUNFIRE, LIVE}, {GUNFIRE, None})


def _by(a: Facets) -> str | None:
    return next((told for told in a.modifiers if told.startswith(BY)), None)


def _crew(a: Facets, b: Facets) -> Verdict:
    """Passengers whom one report tells apart from the crew may not be all aboard of the other."""
    if (ALONE in a.modifiers) == (ALONE in b.modifiers):
        return NOTHING
    return Verdict(-2.5, "only one is without the crew")


def _terms(a: Facets, b: Facets) -> Verdict:
    """White-collar jobs are none that are paid by the hour, and some of all."""
    one, other = _TERMS.intersection(a.modifiers), _TERMS.intersection(b.modifiers)
    if one == other:
        return NOTHING
    if one and other:
        return Verdict(None, f"{min(one)} is not {min(other)}")
    return Verdict(-4.0)


#: on which terms people work
_TERMS: Final = frozenset(("salaried", "hourly", "temporary"))


def _series(a: Facets, b: Facets) -> Verdict:
    """The fourth night is not the fifth; but the toll of a third day of fighting goes on rising on the fourth."""
    if not (a.series or b.series):
        return NOTHING
    if both := set(a.series) & set(b.series):
        return Verdict(1.0, f"both of {min(both)}")
    goes_on = a.event is not None and not a.batch and flow(a.event) != "batch" and a.kind == "count"
    for one, other in product(a.series, b.series):
        kind = one.partition(" ")[0]
        if kind == other.partition(" ")[0] and not (goes_on and kind in _SPANS):
            return Verdict(None, f"{one} is not {other}")
    if a.kind == "money":
        return Verdict(None, f"only one is of {min(a.series or b.series)}")
    return Verdict(-2.0 if a.batch or b.batch else 0.0)


#: of a series of these a toll holds for all so far
_SPANS = ("day", "week")


def _cause(a: Facets, b: Facets) -> Verdict:
    if a.cause == b.cause:
        return Verdict(1.0, f"both of the {a.cause}") if a.cause else NOTHING
    if a.cause and b.cause:
        both = {a.cause, b.cause}
        unnamed = "epidemic" in both and any("disease" in ancestors(x) for x in both)
        return Verdict(0.5) if unnamed else Verdict(None, f"{a.cause} is not {b.cause}")
    return Verdict(-1.0, f"only one is of the {a.cause or b.cause}")


#: what each facet says of two claims
_RULES = Rules((
    Rule(_kind),
    Rule(_event),
    Rule(_status, either=lambda f: f.status != "done"),
    Rule(_denied, either=lambda f: f.negated),
    Rule(_part, either=lambda f: f.part),
    Rule(_series, either=lambda f: f.series),
    Rule(_grave, either=lambda f: GRAVE in f.modifiers),
    Rule(_means, either=_by),
    Rule(_crew, either=lambda f: ALONE in f.modifiers),
    Rule(_terms, either=lambda f: not _TERMS.isdisjoint(f.modifiers)),
    Rule(_cause, either=lambda f: f.cause),
    Rule(same_thing),
    Rule(same_group, either=lambda f: f.group or f.nationality),
    Rule(same_side, both=lambda f: f.concept == "fighter"),
    Rule(same_owner, either=lambda f: f.whose),
    Rule(same_vote, both=of_election),
    Rule(same_time),
    Rule(same_place),
    Rule(same_town, both=lambda f: f.towns),
    Rule(same_region, either=lambda f: f.region),
    Rule(same_venue, either=lambda f: f.several),
))
TESTS = tuple(_RULES.says)
#: those whose answers are weighed with what else is known of two claims
WEIGHED = (_event, same_thing, same_group, same_place, same_time, _status, _part)
_PLACES: Final[dict[Says[Verdict], int]] = {test: n for n, test in enumerate(WEIGHED)}
#: what a test that forbids adds to the sum of all, and what it is weighed as
_FORBIDS: Final = -4.0
_WEIGHS: Final = -9.0
#: those that a label does not tell, by their places
BESIDES = tuple(n for n, test in enumerate(TESTS) if test not in (_event, same_thing))
