"""Whether two claims count one thing: by its concept or head word, its group and nation, its side, whose it is."""

from __future__ import annotations

from functools import cache
from typing import Final

from claimcheck.lang.pack import ancestors, concepts, listed, tolls
from claimcheck.lang.predicate import SIDES
from claimcheck.lang.side import PATRON
from claimcheck.stages.facets import ANYONE, NOTHING, Facets, Verdict, lands


def same_thing(a: Facets, b: Facets) -> Verdict:
    if a.concept and b.concept:
        found = _concepts(a.concept, b.concept)
        if found.score is None and (_of_all(a.concept) or _of_all(b.concept)):
            if _crowd(a, b):
                return _CROWD
            if _elided(a, b) or _foreigners(a, b):
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
        if "funding" in ancestors(a.concept or b.concept or ""):
            return NOTHING  # "$2bn in aid" is $2bn
        return Verdict(_UNSAID if a.kind == "count" and not (a.head and b.head) else -0.5)
    if a.head and b.head:
        if a.head == b.head:
            return Verdict(2.0, f"both count “{a.head}”")
        return Verdict(None, f"“{a.head}” is not “{b.head}”") if a.lang == b.lang else Verdict(-1.0)
    return _MEASURED if a.kind == "measure" and not (a.head or b.head) else NOTHING


#: what it says that only one of two counts has a noun, and that two measures in one unit have none (of such pairs that
#: lacked little 76 and 78 in 100 were one question, of those where both tell people 48)
_UNSAID, _MEASURED = 0.5, Verdict(1.0)
#: what it says that reports may call both by either name
_ALIKE: Final = 1.5
#: and that one tells people, the other pilgrims, who alone may be meant (of such pairs that lacked little 63 in 100
#: were one question, of those where both tell people 49)
_CROWD = Verdict(1.0)


@cache
def _called_alike(a: str, b: str) -> frozenset[str]:
    """What reports may call alike those of two events: people or civilians who were displaced."""
    table = concepts().events
    return frozenset(table[a].alike).intersection(table[b].alike)


@cache
def also_called(thing: str) -> tuple[str, ...]:
    """The other names that reports may give such things, sorted."""
    table = concepts().things
    if thing not in table:
        return ()
    return tuple(sorted({*table[thing].alike, *(other for other, told in table.items() if thing in told.alike)}))


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
    """Whether the event of people tells the status that a noun has for them: 80 people, or hostages, were freed; 40 of
    a side's own, or 40 prisoners of theirs."""
    table = concepts()
    anyone = table.things[a.concept or ""].generic or (a.group is not None and a.group == b.group)
    if a.event is None or not anyone or not table.things[b.concept or ""].status:
        return False
    was = table.things[b.concept or ""].event
    return was is not None and (a.event == was or was in table.events[a.event].after or listed("near", a.event, was))


@cache
def _concepts(a: str, b: str) -> Verdict:
    table = concepts().things
    if a == b:
        told = 1.5 if table[a].generic else 2.5 if ancestors(a)[-1] == "person" else 4.0
        return Verdict(told, f"both count {a}")
    above_a, above_b = ancestors(a), ancestors(b)
    if any(x in also_called(y) for x in above_a for y in above_b):
        return Verdict(0.5)
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
_PLAIN: Final = frozenset({"civilian", "resident", "citizen", "evacuee", "displaced", "passenger"})


#: what it says that only one of two figures is of the people of a foreign state
_SOME: Final = -3.5


def same_group(a: Facets, b: Facets) -> Verdict:
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
    return Verdict(_SOME, "only one is of one state's people") if _abroad(a, b) else Verdict(score)


def _abroad(a: Facets, b: Facets) -> bool:
    """Whether one counts people of a state that neither article is about, and the other anybody: some of the dead."""
    nation = a.nationality or b.nationality
    if nation is None or not nation.isupper() or a.nationality == b.nationality or a.group or b.group:
        return False
    told = a.event is not None and b.event is not None and tolls(a.event) and nation not in (a.place, b.place)
    return told and nation not in lands(a.setting) and nation not in lands(b.setting)


def same_side(a: Facets, b: Facets) -> Verdict:
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
_CAUSES: Final = frozenset({"opposition", "loyal"})


def _wide(side: frozenset[str]) -> frozenset[str]:
    """A side under the adjectives that it is told by, too."""
    return side | {concepts().sides[said] for said in side if said in concepts().sides}


def _nation(a: Facets) -> str | None:
    """Whose people they are, by their adjective or by their country's army."""
    return a.nationality or concepts().armies.get(a.group or "")


def _held(a: Facets) -> bool:
    """Prisoners, of whom each side holds those of the other."""
    return a.concept is not None and concepts().things[a.concept].event == "held"
