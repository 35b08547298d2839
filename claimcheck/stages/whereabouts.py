"""Whether two claims speak of one place: what they name, the places of their leads, parts of a country, venues."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claimcheck.lang.labels import place_name
from claimcheck.lang.pack import ancestors, concepts, joint, land, tolls, within
from claimcheck.lang.places import APART
from claimcheck.lang.region import opposite
from claimcheck.lang.towns import apart
from claimcheck.lang.venue import alike
from claimcheck.lang.venue import named as has_name
from claimcheck.stages.facets import NOTHING, Facets, Verdict, home, lands

#: what it says that two claims name places, or venues, of which neither lies in the other: articles call one place by
#: the town, its quarter or the city beside it, so that nothing is forbidden (of 131 such pairs that answered one
#: question in 45 real events, 80 had nothing else against them)
_APART: Final = -6.0


def _called(place: str | None) -> str:
    return place_name(place or "").replace("_", " ")


def same_place(a: Facets, b: Facets) -> Verdict:
    if a.place == b.place:
        return Verdict(1.0, f"both in {_called(a.place)}") if a.place else _settings(a, b)
    if a.part and b.part and a.named and b.named and not _meet(a.named, b.named):
        return Verdict(None, f"{_called(a.named)} is not {_called(b.named)}")  # parts of a toll, told by place
    if a.place and b.place:
        near = (within(a.place, b.place) or within(b.place, a.place)) and not (joint(a.place) or joint(b.place))
        return Verdict(_inside(a, b) if near else _APART, f"{_called(a.place)} is not {_called(b.place)}")
    named, other = (a, b) if a.place else (b, a)
    if a.event and tolls(a.event) and named.place == other.nationality:
        return Verdict(0.5)  # "Pakistan: 12 dead", "12 Pakistanis died": of what happened elsewhere
    if named.another and named.place not in home(other.setting):
        return Verdict(-4.0, f"only one is of a like event in {_called(named.place)}")
    if named.place in home(other.setting):
        of = named.place or ""
        apart = of.isupper() and any(not (each == of or within(each, of)) for each in lands(other.setting))
        return Verdict(-4.0, f"one names {_called(named.place)}, one does not") if apart else Verdict(0.5)
    towns = [place for place in (named.named, other.named) if place and not place.isupper()]
    if a.event == "magnitude" and len(towns) == 2 and not _meet(*towns):  # another quake, or one that followed
        return Verdict(-4.0, f"{_called(named.named)} is not {_called(other.named)}")
    if named.place in other.setting or not (named.setting and other.setting):  # a lead without places leaves it open
        return Verdict(-1.0, f"one names {_called(named.place)}, one does not")
    if any(within(named.place or "", s) and not joint(s) for s in other.setting):
        return Verdict(_inside(a, b), f"one names {_called(named.place)}, one does not")
    known = named.place in concepts().places or any(map(joint, other.setting))
    score = -0.5 if named.inert else -5.0 if named.place in APART else -4.0 if known else -3.0
    return Verdict(score, f"one names {_called(named.place)}, one does not")


def same_venue(a: Facets, b: Facets) -> Verdict:
    """Where several venues were attacked, each has its own toll, which is a part of all."""
    if not (a.several or b.several) or a.venue == b.venue:
        return NOTHING
    named = a.named if a.named == b.named and not (a.venue and b.venue) else None
    if named is not None and (named in a.towns or named in b.towns):
        return NOTHING  # the attack on the town, one of several
    if a.venue and b.venue:
        if not alike(a.venue, b.venue):
            return Verdict(_APART, f"{a.venue} is not {b.venue}")
        if has_name(a.venue) == has_name(b.venue):
            return NOTHING  # else "mosque shootings" may be of both
    of_one = a if a.venue else b  # of an article that names one venue it is all that happened
    return Verdict(-4.0 if of_one.several else -2.0, "only one is of one of several places")


def same_town(a: Facets, b: Facets) -> Verdict:
    """Where both articles tell of several towns, each has its own toll, which is a part of all."""
    if not (a.towns and b.towns) or a.event != b.event or a.event is None or not tolls(a.event):
        return NOTHING
    alone = [f for f in (a, b) if f.named in f.towns]
    if len(alone) != 1:
        return NOTHING
    of_all = b if alone[0] is a else a
    return NOTHING if of_all.venue else Verdict(-6.0, f"only one is of {_called(alone[0].named)} alone")


def same_region(a: Facets, b: Facets) -> Verdict:
    """Those who are in the east of a country are some of those who are in it, and none of those in its west."""
    if a.region == b.region or a.named != b.named or not (a.stock and b.stock):
        return NOTHING
    if a.region and b.region:
        return Verdict(None, f"{a.region} is not {b.region}") if opposite(a.region, b.region) else NOTHING
    return Verdict(-7.0, f"only one is of a part of {_called(a.named)}")


def _inside(a: Facets, b: Facets) -> float:
    """What it says that one place lies in the other: who stays at a post is some of those who stay in the country."""
    return -5.0 if a.stock and b.stock else -2.0


def _settings(a: Facets, b: Facets) -> Verdict:
    """Two figures of their articles' own events: these may not be of places that have nothing to do with each other."""
    if a.setting and b.setting and not _meets(a.setting, b.setting):
        sure = _known(a.setting) and _known(b.setting)
        return Verdict(-4.0 if sure else -2.0, f"{_called(a.setting[0])} is not {_called(b.setting[0])}")
    if a.batch and b.batch:
        return _ways(a, b)
    if a.named and b.named and not _meet(a.named, b.named):
        both = a.named in b.setting and b.named in a.setting  # of a town and of the one beside it
        return Verdict(-1.0 if both else -4.0, f"{_called(a.named)} is not {_called(b.named)}")
    alone = _alone(a, b) or _alone(b, a)
    if alone is not None:
        return alone
    shared = lands(a.setting) & lands(b.setting)  # a report on Tehran may have been written in Dubai
    here, there = _towns(a.setting, shared), _towns(b.setting, shared)
    if here and there and a.event is not None and tolls(a.event) and not _meets(here, there):
        if not shared.isdisjoint((a.named or "", b.named or "")) and (apart(here) or apart(there)):
            return NOTHING  # of protests all over the country, of which leads name towns
        return Verdict(-3.0, f"{_called(here[0])} is not {_called(there[0])}")
    return Verdict(0.5) if _one_toll(a, b) and _one_town(a, b) else NOTHING


def _alone(a: Facets, b: Facets) -> Verdict | None:
    """What it says that one of two figures, the first, names a place that the other does not mean."""
    if not a.named:
        return None
    why = f"only one is of {_called(a.named)} alone"
    if b.named:
        if not within(a.named, b.named) or _stands_for(b, a.named):
            return None
        # a town of which the article itself says where it lies is mostly where all of it happened
        near = a.event is not None and tolls(a.event) and b.named in a.setting
        return Verdict(-1.0 if near else -4.5, why)
    if _known(b.setting) and not _meets((a.named,), b.setting):
        return Verdict(-4.0, why)
    return Verdict(-2.0, why) if a.named.isupper() and _one_toll(a, b) and _one_town(a, b) else None


@lru_cache(maxsize=1 << 12)
def _towns(setting: tuple[str, ...], countries: frozenset[str]) -> tuple[str, ...]:
    """The towns and provinces of a lead in these countries: blasts in Homs and in Aleppo are two, though both leads
    speak of Syria. None of a lead that names one which the gazetteer has not, and which may be the other's."""
    towns = tuple(place for place in setting if not place.isupper())
    known = all(town in concepts().places for town in towns)
    return tuple(town for town in towns if land(town) in countries) if known else ()


def _one_toll(a: Facets, b: Facets) -> bool:
    """Whether both count all whom one event befell: the dead, the wounded, the soldiers killed."""
    grows = a.event == b.event and a.event is not None and tolls(a.event)
    if not grows or a.part or a.concept is None or b.concept is None:
        return False
    table = concepts().things
    return a.concept == b.concept or (table[a.concept].generic and table[b.concept].generic)


def _one_town(a: Facets, b: Facets) -> bool:
    """Whether both leads name one place that is no country."""
    return any(place in b.setting for place in a.setting if not place.isupper())


@lru_cache(maxsize=1 << 12)
def _known(setting: tuple[str, ...]) -> bool:
    """Whether a lead names a place that the gazetteer has; a village that it has not may lie in any other."""
    return any(place in concepts().places or place.isupper() for place in setting)


@lru_cache(maxsize=1 << 14)
def _meets(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a place of one lead is, holds or lies in one of the other."""
    return any(_meet(x, y) for x in one for y in other)


def _ways(a: Facets, b: Facets) -> Verdict:
    """Two batches: a convoy of people goes through many places, but the trucks for one of two towns are not those for
    the other, where both articles tell of both."""
    people = a.concept is None or ancestors(a.concept)[-1] == "person"
    if people or not (a.named and b.named) or _meet(a.named, b.named):
        return NOTHING
    told = a.named in b.setting and b.named in a.setting
    return Verdict(None, f"{_called(a.named)} is not {_called(b.named)}") if told else NOTHING


def _stands_for(outer: Facets, inner: str) -> bool:
    """Whether a larger place is named for the one where it happened: "the quake in Turkey" in a report from Izmir; but
    not where the report names several places in it."""
    inside = [s for s in outer.setting if within(s, outer.named or "")]
    return inner in inside and all(_meet(s, inner) for s in inside)


def is_of(f: Facets, spot: str | None) -> bool:
    """Whether a figure is of this place or venue: it names it, or names none in an article that tells of no other."""
    if spot is None or f.spot == spot:
        return spot is not None
    around = home(f.setting)
    own = f.spot is None and any(s == spot or within(s, spot) for s in around)
    return own and all(_meet(s, spot) for s in around)


def _meet(one: str, other: str) -> bool:
    return one == other or within(one, other) or within(other, one)
