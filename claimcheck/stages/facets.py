"""What of a claim decides its question, in comparable form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from claimcheck.lang.hospital import IN_HOSPITAL
from claimcheck.lang.incident import DAY, PAST, precedes
from claimcheck.lang.means import BY
from claimcheck.lang.pack import ancestors, canonical, concepts, flow, joint, land, tolls, within
from claimcheck.lang.region import REGION
from claimcheck.lang.venue import VENUE
from claimcheck.lang.whose import WHOSE
from claimcheck.model import Claim, Time
from claimcheck.stages.marks import Marks

#: what follows from facets is asked for each two of them
_known = lru_cache(maxsize=1 << 12)


@dataclass(slots=True, eq=False)
class Facets:
    """A claim without its figure: equal facets judge alike, and are as a rule one object (see ``one``), so that the
    judge, asked of millions of pairs, knows them without hashing their fields. Nobody changes them: frozen, they would
    take twice the time to be made."""

    kind: str
    unit: str | None
    event: str | None
    status: str
    negated: bool
    cause: str | None
    concept: str | None
    head: str | None
    group: str | None
    nationality: str | None
    #: None where it is the place of the article's event itself
    place: str | None
    #: the place that the claim names, also where it is that of the event
    named: str | None
    #: whether it is of an incident like the article's own: "a similar fire"
    another: bool
    #: the venue that its toll is of: "mosque al noor"
    venue: str | None
    #: whether its article tells of several venues
    several: bool
    #: the towns of which its article tells a toll each
    towns: tuple[str, ...]
    #: a toll of people or civilians whose article tells of dead fighters, too
    battle: bool
    #: the part of its country that it counts who or what is in: "NE"
    region: str | None
    #: whether it may be all whom the event befalls: pilgrims, in the lead of an article on a stampede
    crowd: bool
    setting: tuple[str, ...]
    time: Time
    part: bool
    #: whether a place tells it from its whole: "40 were killed, 11 of them in Tanta"; and that place, or its venue
    placed: bool
    spot: str | None
    lang: str
    modifiers: tuple[str, ...]
    published: str | None
    #: which one of a series it speaks of: "night 4"
    series: tuple[str, ...]
    #: when the incident happened that it is of, as ``lang.incident`` has it
    incident: tuple[str, ...]
    #: the names of those whose votes or seats they are
    whose: tuple[str, ...]

    @property
    def day(self) -> str | None:
        """The one day that it speaks of."""
        time = self.time
        return time.start if time.scope == "on" and time.start == time.end else None

    @property
    def stock(self) -> bool:
        """Whether it counts how many there are, which moves with the day."""
        return _stock(self)

    @property
    def batch(self) -> bool:
        """Whether each day brings its own: convoys, attacks, and vehicles of which nothing else is told."""
        return _batch(self)

    @property
    def inert(self) -> bool:
        """See ``inert``."""
        return inert(self.kind, self.concept)

    @property
    def background(self) -> bool:
        """Another event's time; of a stock only where it is dated, for its "last month" is when somebody spoke, and of
        money not the article's own year, which it is for."""
        return _background(self)


@_known
def _stock(facets: Facets) -> bool:
    return facets.event is not None and flow(facets.event) == "stock"


@_known
def _batch(facets: Facets) -> bool:
    if facets.status != "done":
        return False
    if "new" in facets.modifiers or (facets.event is not None and flow(facets.event) == "batch"):
        return True
    told = facets.event is not None and not concepts().events[facets.event].weak
    return not told and facets.concept is not None and ancestors(facets.concept)[-1] == "vehicle"


@_known
def _background(facets: Facets) -> bool:
    if old(facets.time, facets.published):
        undated = facets.stock and facets.time.start is None
        its_own = facets.kind == "money" and own_year(facets.time, facets.published)
        economy = facets.kind in ("money", "share") and last_period(facets.time, facets.published)
        return not (undated or its_own or economy)
    return bool(facets.time.scope == "on" and facets.time.start and precedes(days(facets.time)[1], facets.incident))


@_known
def inert(kind: str, thing: str | None) -> bool:
    """Whether things are counted of which the noun says more than the verb: pages, discs, tonnes; not villages, where
    anything may happen, nor cases of a disease, which tell their own event."""
    if kind == "measure" or thing is None:
        return kind == "measure"
    root = ancestors(thing)[-1]
    return root not in ("person", "place", "vehicle") and concepts().things[thing].event is None


class Verdict(NamedTuple):
    """The score of one facet, None where it forbids, with the reason in words."""

    score: float | None
    why: str = ""


#: a quarter has so many days, and is reported on within so many
_QUARTER: Final = 93
_REPORTED: Final = 45
#: the modifier of the badly hurt
GRAVE: Final = "grave"
#: the modifier of those who are counted without the crew
ALONE: Final = "without crew"
#: who is dead
_DEAD = ("fatality", "victim", "body")
#: words that say no more of people than that they belong there: «أكثر من 40 مواطنا»
ANYONE: Final = frozenset({"resident", "citizen"})
#: what those do who are in a part of a country, whatever happens there
_THERE: Final = frozenset({"staying", "present", "remaining", "deployed", "in_need", "living", "housed", "besieged",
                           "held"})  # fmt: skip
#: what most tests say of most pairs
NOTHING = Verdict(0.0)

#: the facets of these values: equal ones are one object, unless many others came between
one = lru_cache(maxsize=1 << 14)(Facets)


def facets(claim: Claim, marks: Marks, whole: Claim | None, several: bool, towns: tuple[str, ...],
           battle: bool) -> Facets:
    """The deciding facets of a claim, its event under the name that all of its kind share; ``marks`` are those of its
    context, ``whole`` is the claim that it is a part of, ``several`` whether its article tells of several venues,
    ``towns`` those of which it tells tolls, ``battle`` whether it tells of dead fighters. The day of an article that
    looks back says nothing of what it tells."""
    days = marks.get(DAY, ())
    mere = whole is not None and _mere_part(claim, whole)
    return one(
        kind=claim.quantity.kind,
        unit=_unit(claim),
        event="killed" if _identified_dead(claim, whole) else _happening(claim),
        status=claim.event.status,
        negated=claim.event.negated,
        cause=claim.event.cause,
        concept=claim.counted.concept,
        head=claim.counted.head,
        group=claim.counted.group,
        nationality=claim.counted.nationality,
        place=claim.place if mere else elsewhere(claim),
        named=claim.place if claim.place and _land(claim.place) else None,
        another=claim.event.another,
        venue=_venue(marks),
        several=several,
        towns=towns,
        battle=battle and claim.counted.concept is not None and _of_anyone(claim),
        region=_region(claim, marks),
        crowd=claim.counted.concept is not None and concepts().things[claim.counted.concept].crowd,
        setting=claim.setting,
        time=claim.time,
        part=_extra(claim) or mere or (whole is not None and _fresh(whole)),
        placed=mere and whole is not None and (claim.place not in (None, whole.place) or _venue(marks) is not None),
        spot=_venue(marks) or claim.place,
        lang=claim.lang,
        modifiers=claim.counted.modifiers,
        published=None if PAST in days else claim.day,
        series=tuple(m for m in claim.counted.modifiers if m[-1].isdigit()),
        incident=tuple(day for day in days if day != PAST),
        whose=tuple(sorted(marks.get(WHOSE, ()))),
    )


def _of_anyone(claim: Claim) -> bool:
    """Whether it is a toll of people or of civilians."""
    concept, event = claim.counted.concept, _happening(claim)
    anyone = concept == "civilian" or concepts().things[concept or ""].generic
    return anyone and event is not None and tolls(event)


def _region(claim: Claim, marks: Marks) -> str | None:
    """The part of a country, of those who are there; what happens in one, all of the country's articles tell."""
    return marks[REGION][0] if REGION in marks and _happening(claim) in _THERE else None


def _venue(marks: Marks) -> str | None:
    """The venue that its toll is of; None where it is of two together."""
    told = marks[VENUE][0] if VENUE in marks else None
    return None if told is None or "+" in told else told


def _happening(claim: Claim) -> str | None:
    """The event under its shared name, or the state of those of whom none is told; of a measure only its dimension, for
    whatever was done with the tonnes."""
    event = canonical(claim.event.concept) if claim.event.concept else _state(claim)
    if event and claim.quantity.kind == "measure" and flow(event) != "fixed":
        return None
    return event


def _identified_dead(claim: Claim, whole: Claim | None) -> bool:
    """Whether it counts the people of a nation among the dead who were identified, which others tell as dead of theirs:
    "identified all 38 victims: 30 Britons, three Irish"."""
    if claim.event.concept != "identified" or claim.counted.nationality is None:
        return False
    return any(of is not None and of.counted.concept in _DEAD for of in (claim, whole))


def _state(claim: Claim) -> str | None:
    concept = claim.counted.concept
    return concepts().things[concept].state if concept and claim.quantity.kind == "count" else None


def _extra(claim: Claim) -> bool:
    """Whether it comes on top of others or counts the grave cases among them, and so is no total."""
    told = claim.counted.modifiers
    if _fresh(claim) or "additional" in told or ("serious" in told and GRAVE not in told):
        return True
    place = elsewhere(claim) if claim.counted.further else None
    return claim.counted.further and (place is None or _land(place) is None)  # "a further 34 in India": India's toll


def _fresh(claim: Claim) -> bool:
    """Whether it counts what is new, a part of the total: "1,575 new cases", "12 died, bringing the total to 64"."""
    modifiers = claim.counted.modifiers  # most claims have none
    return bool(modifiers) and any(told == "new" or told.startswith("total ") for told in modifiers)


def _mere_part(claim: Claim, whole: Claim) -> bool:
    """Whether nothing but being a part tells it from its whole: "226,000 were killed, 120,000 of them in Indonesia".

    A figure that comes before its total ("12 out of 24") is told for itself, elsewhere without the total.
    """
    if whole.start > claim.start:
        return False
    told, of = claim.counted, whole.counted
    if told.nationality and told.nationality != of.nationality:
        return False  # "2,351 people, among them 119 Saudis"
    if GRAVE in told.modifiers and GRAVE not in of.modifiers:
        return False  # "227 were injured, including six seriously"
    if any(by.startswith(BY) and by not in of.modifiers for by in told.modifiers):
        return False  # "240 were wounded, 35 of them by live fire"
    everybody = told.concept is not None and concepts().things[told.concept].generic  # "1,293 deaths" of 2,012 people
    same = everybody or told.concept == of.concept or told.concept in ANYONE or told.head is None
    event, of_all = _happening(claim), _happening(whole)
    hurt = event == "wounded" and of_all in IN_HOSPITAL  # "of the 27 in hospital 18 have burns"
    return same and claim.quantity.kind == whole.quantity.kind and (event == of_all or hurt)


def _unit(claim: Claim) -> str | None:
    """The unit, but for a magnitude, which is told with and without degrees and scales, and whose aftershocks have
    their own."""
    if claim.event.concept != "magnitude":
        return claim.quantity.unit
    return "aftershock" if claim.counted.concept == "aftershock" else "magnitude"


def elsewhere(claim: Claim) -> str | None:
    """The claim's place, unless the article is about that place or lies in it."""
    if claim.event.another:
        return claim.place or "another incident"
    place = claim.place
    its_own = claim.quantity.kind == "money" and own_year(claim.time, claim.day)
    if place is None or (old(claim.time, claim.day) and not its_own):
        return place
    if joint(place):
        return place  # of both countries
    first = next(filter(None, map(_land, claim.setting)), place)
    if place.isupper() and place != first:
        return place  # "17 died in India", in a report on a quake in Nepal that Delhi felt
    return None if any(place == s or within(s, place) for s in home(claim.setting)) else place


@lru_cache(maxsize=1 << 12)
def home(setting: tuple[str, ...]) -> tuple[str, ...]:
    """Of the places of an article's lead those of the country that it names first and of the one that it names most: a
    lead names others, too, where something else happened."""
    if not setting:
        return ()
    around = [_land(place) for place in setting]
    known = [land for land in around if land]
    own = {None, *known[:1]}
    if known and not joint(known[0]):  # of both countries it is of neither alone
        own.add(max(known, key=known.count))
    return tuple(s for s, land in zip(setting, around, strict=True) if land in own and not _one_of_many(s, setting))


#: a lead that names so many places beside one, none in the other, lists where it happened
_MANY: Final = 2


def _one_of_many(place: str, setting: tuple[str, ...]) -> bool:
    """Whether a place is one of several that a lead lists: "Killed in Al Haouz, Marrakesh and Ouarzazate"."""
    table = concepts().places
    beside = [s for s in setting if s in table and not (s == place or within(s, place) or within(place, s))]
    return place in table and len(beside) >= _MANY


@lru_cache(maxsize=1 << 12)
def lands(setting: tuple[str, ...]) -> frozenset[str]:
    """The countries that an article's lead names, by themselves or by a place in them."""
    return frozenset(filter(None, map(_land, setting)))


def _land(place: str) -> str | None:
    """The outermost place around it; None for a place that the gazetteer does not know."""
    return land(place) if place in concepts().places or place.isupper() else None


def old(time: Time, published: str | None) -> bool:
    """A month, a year, or a day well before the article: another event's time."""
    if time.scope != "on":
        return False
    if not time.start:
        return (time.days or 0) >= 27
    first, last = days(time)
    told = date.fromisoformat(published) if published else None
    if told and (first > told or (last >= told and (last - first).days <= 31)):
        return False  # "next year", "earlier this month"
    return (last - first).days >= 27 or bool(told and (told - last).days > 30)


def own_year(time: Time, published: str | None) -> bool:
    """Whether a time is the year of its article."""
    if time.scope != "on" or not (time.start and published):
        return False
    first, last = days(time)
    whole = first.replace(month=1, day=1) == first and (last - first).days > 31
    return whole and first <= date.fromisoformat(published) <= last


def last_period(time: Time, published: str | None) -> bool:
    """Whether a time is the month or the quarter that had just ended, which figures of economies and firms are of."""
    if time.scope != "on" or not (time.start and published):
        return False
    first, last = days(time)
    ended = (date.fromisoformat(published) - last).days
    return 27 <= (last - first).days <= _QUARTER and 0 <= ended <= _REPORTED


def days(time: Time) -> tuple[date, date]:
    """The first and the last day of a dated time."""
    start = date.fromisoformat(time.start or time.end or "0001-01-01")
    return start, date.fromisoformat(time.end) if time.end else start
