"""Whether two claims answer one question: what forbids it, and what speaks for it, facet by facet.

docs/concepts.md gives the law. A forbidding disagreement is a must-not-link; the rest is a score. The figure
itself forbids nothing and is not looked at here: two different figures may answer one question.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product

from claimcheck.lang.labels import place_name
from claimcheck.lang.pack import ancestors, befalls, canonical, concepts, flow, joint, short, tolls, within
from claimcheck.lang.predicate import SIDES
from claimcheck.lang.region import opposite
from claimcheck.lang.side import PATRON
from claimcheck.lang.venue import alike as one_venue
from claimcheck.lang.venue import named as has_name
from claimcheck.lang.whose import alike
from claimcheck.stages.facets import ALONE, ANYONE, GRAVE, NOTHING, Facets, Verdict, home, lands
from claimcheck.stages.timing import same_time

#: a link needs this much in its favour
THRESHOLD = 4.5


@lru_cache(maxsize=1 << 15)
def judge(a: Facets, b: Facets, telling: bool = False) -> tuple[float | None, tuple[str, ...]]:
    """The score of two claims' facets and the reasons; a score of None forbids, with the one reason why. ``telling``
    where they have one figure that is seldom equal by chance."""
    total = 0.0
    found = verdicts(a, b, telling)
    for verdict in found:
        if verdict.score is None:
            return None, (verdict.why,)
        total += verdict.score
    return total, tuple([verdict.why for verdict in found if verdict.why])


@lru_cache(maxsize=1 << 13)
def verdicts(a: Facets, b: Facets, telling: bool = False) -> tuple[Verdict, ...]:
    """What the tests say, one after the other, up to the first that forbids."""
    found = []
    for test in TESTS:
        verdict = test(a, b)
        if telling and verdict.score is None and test in _YIELDING:
            verdict = Verdict(_OVERRULED, verdict.why)
        found.append(verdict)
        if verdict.score is None:
            break
    return tuple(found)


def _kind(a: Facets, b: Facets) -> Verdict:
    if a.kind != b.kind:
        return Verdict(None, f"{a.kind} is not {b.kind}")
    if a.unit != b.unit and not _one_currency(a.unit or "", b.unit or ""):
        return Verdict(None, f"{a.unit} is not {b.unit}")
    return Verdict(1.5 if a.unit else 0.0)


def _one_currency(a: str, b: str) -> bool:
    """Whether one is the short name of the other: "Rs 50,000", "₹ 50,000"."""
    return a in short(b) or b in short(a)


def _event(a: Facets, b: Facets) -> Verdict:
    if a.event == b.event:
        if a.event is None and _is_place(a):
            return Verdict(None, "nothing says what happened in the places")
        if a.event:
            return Verdict(_weight(a), f"both {a.event}")
        return Verdict(0.0 if a.inert else -2.0 if _is_vehicle(a) else -1.0)
    if _is_place(a) and _is_place(b) and not _listed("near", a.event or "", b.event or ""):
        return Verdict(None, f"{a.event} is not {b.event}: places are counted for what happens there")
    if a.event is None or b.event is None:
        return Verdict(-0.5 if a.inert and b.inert else -1.5)
    if _told_by_noun(a) or _told_by_noun(b):
        return Verdict(-0.5)  # "prisoners" may have been released
    if a.kind == "measure":
        return Verdict(None, f"{a.event} is not {b.event}")
    if a.inert and b.inert and not _listed("excludes", a.event, b.event):
        if a.kind == "money":
            return Verdict(-0.5)  # a loan is agreed, granted, received
        hardly = concepts().events[a.event].weak or concepts().events[b.event].weak  # "it contains 55,000 pages"
        return Verdict(-0.5 if hardly else -2.0)
    if _listed("near", a.event, b.event):
        return Verdict(min(_weight(a), _weight(b)) - 0.5, f"{a.event}, {b.event}")
    if _listed("excludes", a.event, b.event):
        return Verdict(None, f"{a.event} is not {b.event}")
    return Verdict(-2.5)


def _is_vehicle(a: Facets) -> bool:
    return a.concept is not None and ancestors(a.concept)[-1] == "vehicle"


def _is_place(a: Facets) -> bool:
    return a.concept is not None and ancestors(a.concept)[-1] == "place"


def _weight(a: Facets) -> float:
    """What a shared event says: much for a toll, little for "there are" and for heights, of which a text has many."""
    if a.event is None or _told_by_noun(a):
        return 0.0
    if concepts().events[a.event].weak:
        return 1.0
    if a.kind == "measure":
        return 3.0 if a.event == "magnitude" else 1.5
    if a.kind == "share" and befalls(a.event) == ["incident"]:
        return 4.5  # "30 percent contained": that it is of the fire, the event says
    if a.kind == "money":
        return 2.5 if concepts().events[a.event].once else 1.0
    return 3.0


def _told_by_noun(a: Facets) -> bool:
    """Whether the event is but what the noun calls them: "352 prisoners" are prisoners whatever becomes of them."""
    thing = concepts().things[a.concept] if a.concept else None
    return thing is not None and thing.status and not thing.generic and thing.event == a.event


@cache
def neighbours(event: str) -> tuple[str, ...]:
    """The events that a text may use for this one, sorted."""
    return tuple(sorted({canonical(e) for e in concepts().events if _listed("near", canonical(e), event)} - {event}))


@cache
def _listed(relation: str, a: str, b: str) -> bool:
    table = concepts().events
    if a not in table or b not in table:
        return False
    return any(y in {canonical(e) for e in getattr(table[x], relation)} for x, y in ((a, b), (b, a)))


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
        own = (a if a.part else b).placed and a.named is not None and a.named == b.named
        return Verdict(-1.0) if own else Verdict(None, "a part is not its whole")
    return Verdict(-2.0) if a.part and a.kind == "count" else NOTHING


def _grave(a: Facets, b: Facets) -> Verdict:
    if (GRAVE in a.modifiers) == (GRAVE in b.modifiers):
        return NOTHING
    return Verdict(-4.0, "only one is of the badly hurt")


def _crew(a: Facets, b: Facets) -> Verdict:
    """Passengers whom one report tells apart from the crew may not be all aboard of the other."""
    if (ALONE in a.modifiers) == (ALONE in b.modifiers):
        return NOTHING
    return Verdict(-2.5, "only one is without the crew")


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
    return Verdict(-4.0, f"only one is of the {a.cause or b.cause}")


def _counted(a: Facets, b: Facets) -> Verdict:
    if a.concept and b.concept:
        found = _concepts(a.concept, b.concept)
        if found.score is None and (_crowd(a, b) or _elided(a, b) or _foreigners(a, b)):
            return NOTHING
        if found.score is None and (_status_told(a, b) or _status_told(b, a)):
            return Verdict(1.0)
        if (a.battle or b.battle) and a.event == b.event and _of_all(a.concept) != _of_all(b.concept):
            return Verdict(-2.5, "only one is of civilians alone")
        if a.event and b.event and _called_alike(a.event, b.event) >= {a.concept, b.concept}:
            return Verdict(found.score if found.score and found.score > _ALIKE else _ALIKE)
        if found.score and a.kind == "money" and a.part and b.part:
            return NOTHING  # what comes on top comes from many
        return Verdict(-1.5) if found.score is None and a.kind == "measure" else found
    if a.concept or b.concept:
        return Verdict(0.0 if "funding" in ancestors(a.concept or b.concept or "") else -0.5)  # "$2bn in aid" is $2bn
    if a.head and b.head:
        if a.head == b.head:
            return Verdict(2.0, f"both count “{a.head}”")
        return Verdict(None, f"“{a.head}” is not “{b.head}”") if a.lang == b.lang else Verdict(-1.0)
    return NOTHING


#: what it says that reports may call both by either name
_ALIKE = 1.5


@cache
def _called_alike(a: str, b: str) -> frozenset[str]:
    """What reports may call alike those of two events: people or civilians who were displaced."""
    table = concepts().events
    return frozenset(table[a].alike).intersection(table[b].alike)


@cache
def _of_all(thing: str) -> bool:
    return concepts().things[thing].generic


def _crowd(a: Facets, b: Facets) -> bool:
    """People without a word for them, and those who alone may be meant: "717 dead", "717 pilgrims"."""
    table = concepts().things
    return any(x.crowd and table[y.concept or ""].generic for x, y in ((a, b), (b, a)))


def _elided(a: Facets, b: Facets) -> bool:
    """Two tolls of which one is of "others", whom their article names before or not: "11 soldiers were killed and ten
    others wounded", "another ten were wounded"."""
    if a.event != b.event or a.event is None or not tolls(a.event):
        return False
    table = concepts().things
    return any(table[x.concept or ""].generic and y.head is None and _armed(y.concept) for x, y in ((a, b), (b, a)))


@cache
def _armed(thing: str | None) -> bool:
    return thing is not None and not set(ancestors(thing)).isdisjoint(concepts().things["civilian"].excludes)


def _foreigners(a: Facets, b: Facets) -> bool:
    """People of a state that neither article is about, whatever they are: "15 Saudis", "15 Saudi soldiers"."""
    if not a.nationality or a.nationality != b.nationality or a.event != b.event:
        return False
    table, land = concepts().things, a.nationality
    general = any(table[x.concept or ""].generic for x in (a, b))
    return general and land not in lands(a.setting) and land not in lands(b.setting)


def _status_told(a: Facets, b: Facets) -> bool:
    """Whether the event of people tells the status that a noun has for them: 80 people, or hostages, were freed."""
    table = concepts()
    if a.event is None or not table.things[a.concept or ""].generic or not table.things[b.concept or ""].status:
        return False
    was = table.things[b.concept or ""].event
    return was is not None and (a.event == was or was in table.events[a.event].after or _listed("near", a.event, was))


@cache
def _concepts(a: str, b: str) -> Verdict:
    table = concepts().things
    if a == b:
        told = 1.5 if table[a].generic else 2.5 if ancestors(a)[-1] == "person" else 4.0
        return Verdict(told, f"both count {a}")
    above_a, above_b = ancestors(a), ancestors(b)
    if any(x in table[y].excludes or y in table[x].excludes for x in above_a for y in above_b):
        return Verdict(None, f"{a} is not {b}")
    if above_a[-1] != above_b[-1]:
        return Verdict(None, f"{a} is not {b}")
    if table[a].generic and table[b].generic:
        return Verdict(1.5, f"both count {above_a[-1]}s")
    if above_a[-1] == "sum" and (a in above_b or b in above_a):
        return Verdict(1.0 if table[a].generic or table[b].generic else 3.0)
    if table[a].generic or table[b].generic:
        narrow = b if table[a].generic else a
        if narrow in ANYONE:
            return Verdict(1.0)
        return Verdict(0.5) if narrow in _PLAIN else Verdict(None, f"{a} is not {b}: a part of the whole")
    if a in above_b or b in above_a or "member" in (a, b):
        return Verdict(0.5)
    if a in _PLAIN and b in _PLAIN and ANYONE.intersection((a, b)):
        return NOTHING
    return Verdict(None, f"{a} is not {b}")


#: narrower words for people that a report uses for the same people
_PLAIN = frozenset({"civilian", "resident", "citizen", "evacuee", "displaced", "passenger"})


def _group(a: Facets, b: Facets) -> Verdict:
    if not (a.group or b.group or a.nationality or b.nationality):
        return NOTHING
    score = 0.0
    general = all(x.concept is not None and concepts().things[x.concept].generic for x in (a, b))
    general = general or "citizen" in (a.concept, b.concept)  # of which state is what makes them so
    if (a.group is None) != (b.group is None) and (lands := (_nation(a), _nation(b)))[0] and lands[1]:
        same = lands[0] == lands[1]  # «309 من قوات النظام السوري», «2000 جندي سوري»
        return Verdict(1.0) if same else Verdict(None, f"{lands[0]} is not {lands[1]}")
    for x, y, weight in ((a.group, b.group, 1.5), (a.nationality, b.nationality, 1.0)):
        if x and y:
            if x != y:
                return Verdict(None, f"{x} is not {y}")
            score += weight
        elif x or y:
            score -= 1.5 if general or _held(a) else 1.0 if " " in (x or y or "") else 0.3
    return Verdict(score)


def _sides(a: Facets, b: Facets) -> Verdict:
    """Each side has its own dead; those of one that is named may not be those of another, or of none."""
    if a.concept != b.concept or a.concept != "fighter" or not (_final(a) or _final(b)):
        return NOTHING
    one, other = _side(a), _side(b)
    if one == other or (a.event == b.event and _wide(one) & _wide(other)):
        return NOTHING
    if not (one and other) or a.event != b.event or _backed(one, other) or _backed(other, one):
        return Verdict(-2.0)
    return Verdict(None, f"{min(one)} is not {min(other)}")


def _final(a: Facets) -> bool:
    return a.event is not None and concepts().events[a.event].final


def _side(a: Facets) -> frozenset[str]:
    backed = (m for m in a.modifiers if m in SIDES or m.startswith(PATRON))
    return frozenset(said for said in (a.group, a.nationality, *backed) if said)


def _backed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a state backs one, and the other is named by its cause alone, which may be the same side."""
    return all(s.startswith(PATRON) for s in one) and not _CAUSES.isdisjoint(_wide(other))


#: what a side fights for, whoever it is
_CAUSES = frozenset({"opposition", "loyal"})


def _wide(side: frozenset[str]) -> frozenset[str]:
    """A side under the adjectives that it is told by, too."""
    return side | {concepts().sides[said] for said in side if said in concepts().sides}


def _whose(a: Facets, b: Facets) -> Verdict:
    """The votes of two candidates; names are compared as they are written, so that other languages say nothing."""
    if not (a.whose or b.whose) or (a.lang != b.lang and a.kind != "money"):
        return NOTHING
    if not (a.whose and b.whose):
        return Verdict(-1.5)
    both = [x for x, y in product(a.whose, b.whose) if alike(x, y)]
    return Verdict(2.0, f"both of “{both[0]}”") if both else Verdict(None, f"“{a.whose[0]}” is not “{b.whose[0]}”")


def _nation(a: Facets) -> str | None:
    """Whose people they are, by their adjective or by their country's army."""
    return a.nationality or concepts().armies.get(a.group or "")


def _called(place: str | None) -> str:
    return place_name(place or "").replace("_", " ")


def _held(a: Facets) -> bool:
    """Prisoners, of whom each side holds those of the other."""
    return a.concept is not None and concepts().things[a.concept].event == "held"


def _place(a: Facets, b: Facets) -> Verdict:
    if a.place == b.place:
        return Verdict(1.0, f"both in {_called(a.place)}") if a.place else _settings(a, b)
    if a.part and b.part and a.named and b.named and not _meet(a.named, b.named):
        return Verdict(None, f"{_called(a.named)} is not {_called(b.named)}")  # parts of a toll, told by place
    if a.place and b.place:
        near = (within(a.place, b.place) or within(b.place, a.place)) and not (joint(a.place) or joint(b.place))
        return Verdict(_inside(a, b) if near else None, f"{_called(a.place)} is not {_called(b.place)}")
    named, other = (a, b) if a.place else (b, a)
    if named.another and named.place not in home(other.setting):
        return Verdict(-4.0, f"only one is of a like event in {_called(named.place)}")
    if named.place in home(other.setting):
        of = named.place or ""
        apart = of.isupper() and any(not (land == of or within(land, of)) for land in lands(other.setting))
        return Verdict(-4.0, f"one names {_called(named.place)}, one does not") if apart else Verdict(0.5)
    towns = [place for place in (named.named, other.named) if place and not place.isupper()]
    if a.event == "magnitude" and len(towns) == 2 and not _meet(*towns):  # another quake, or one that followed
        return Verdict(-4.0, f"{_called(named.named)} is not {_called(other.named)}")
    if named.place in other.setting or not (named.setting and other.setting):  # a lead without places leaves it open
        return Verdict(-1.0, f"one names {_called(named.place)}, one does not")
    if any(within(named.place or "", s) and not joint(s) for s in other.setting):
        return Verdict(_inside(a, b), f"one names {_called(named.place)}, one does not")
    known = named.place in concepts().places or any(map(joint, other.setting))
    score = -0.5 if named.inert else -4.0 if known else -3.0
    return Verdict(score, f"one names {_called(named.place)}, one does not")


def _venue(a: Facets, b: Facets) -> Verdict:
    """Where several venues were attacked, each has its own toll, which is a part of all."""
    if not (a.several or b.several) or a.venue == b.venue:
        return NOTHING
    named = a.named if a.named == b.named and not (a.venue and b.venue) else None
    if named is not None and (named in a.towns or named in b.towns):
        return NOTHING  # the attack on the town, one of several
    if a.venue and b.venue:
        if not one_venue(a.venue, b.venue):
            return Verdict(None, f"{a.venue} is not {b.venue}")
        if has_name(a.venue) == has_name(b.venue):
            return NOTHING  # else "mosque shootings" may be of both
    return Verdict(-6.0, "only one is of one of several places")


def _town(a: Facets, b: Facets) -> Verdict:
    """Where both articles tell of several towns, each has its own toll, which is a part of all."""
    if not (a.towns and b.towns) or a.event != b.event or a.event is None or not tolls(a.event):
        return NOTHING
    alone = [f for f in (a, b) if f.named in f.towns]
    if len(alone) != 1:
        return NOTHING
    of_all = b if alone[0] is a else a
    return NOTHING if of_all.venue else Verdict(-6.0, f"only one is of {_called(alone[0].named)} alone")


def _region(a: Facets, b: Facets) -> Verdict:
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
        return Verdict(-4.0, f"{_called(a.named)} is not {_called(b.named)}")
    for inner, outer in ((a, b), (b, a)):
        if inner.named and outer.named and within(inner.named, outer.named) and not _stands_for(outer, inner.named):
            return Verdict(-4.5, f"only one is of {_called(inner.named)} alone")
    return Verdict(0.5) if _one_toll(a, b) and _one_town(a, b) else NOTHING


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


def _meet(one: str, other: str) -> bool:
    return one == other or within(one, other) or within(other, one)


#: what one facet says of two claims
Test = Callable[[Facets, Facets], Verdict]
TESTS: tuple[Test, ...] = (
    _kind,
    _event,
    _status,
    _denied,
    _part,
    _series,
    _grave,
    _crew,
    _cause,
    _counted,
    _group,
    _sides,
    _whose,
    same_time,
    _place,
    _town,
    _region,
    _venue,
)
#: those that a telling figure overrules, and what they say then: "1,081 are to be freed", "1,081 were freed"
_YIELDING, _OVERRULED = frozenset((_status, _part, _series, _counted, same_time)), -2.0
#: those that a label does not tell, by their places
BESIDES = tuple(n for n, test in enumerate(TESTS) if test not in (_event, _counted))
