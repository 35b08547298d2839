"""Language packs: data read straight from TOML, checked, and nothing else.

``load("ar")`` gives the pack of one language, ``languages()`` the codes there are, ``concepts()`` the table of
what is counted and what happens, which all languages share.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.errors import ClaimcheckError, Stopped
from claimcheck.lang.kept import kept
from claimcheck.lang.pack_numbers import Figures
from claimcheck.lang.pack_words import Wording
from claimcheck.lang.section import Each, Section

#: by its path: importlib.resources loads what unpacks archives
PACKS = Path(__file__).parents[1] / "packs"


class LanguagePack(Wording):
    """One language: ``packs/xx.toml``."""

    code: str
    name: str
    direction: str = "ltr"
    #: the letters that tell this language's script, as a regular-expression class without brackets
    letters: str
    numbers: Figures = Figures()


class Thing(Section):
    """Something that is counted."""

    #: the wider concept
    is_a: str | None = None
    #: the event that the noun itself tells: a fatality is killed
    event: str | None = None
    #: the noun names a status that another event may befall: prisoners are released, the displaced return
    status: bool = False
    #: what they are where nothing is told of them: a firm "has 8,000 employees"
    state: str | None = None
    #: things that are never the same as this one although both are of one kind
    excludes: list[str] = []
    #: a noun that says nothing about whom: "people", "others"
    generic: bool = False
    #: often all whom an event befalls, so that a report may count them as people: pilgrims, miners, migrants
    crowd: bool = False
    #: other names that reports give the same things: a school's children and its students, two boats or ships
    alike: list[str] = []
    #: a cause that lasts years and has a toll of its own beside that of any one attack: a war, an epidemic
    wide: bool = False
    #: happens within a day, so that one of another day is another one: a blast, a crash
    sudden: bool = False
    #: goes on for days: a battle
    lasting: bool = False
    #: belongs to somebody whom a text names: votes, seats
    somebodys: bool = False
    #: concepts that name such a thing where its sum or its height is told: "a programme worth $3bn" is a credit, and a
    #: tsunami is as high as its waves
    stands_for: list[str] = []


class Happening(Section):
    """An event or a state."""

    #: the same question: evacuated and left
    same_as: str | None = None
    #: never the same question although the thing counted is the same
    excludes: list[str] = []
    #: another name that a text may use for this state: remaining and present
    near: list[str] = []
    #: how the figure may move: a flow's running total goes up; a batch is a flow of which each day brings its own
    #: (convoys, attacks); a stock goes either way; fixed does not change
    flow: str = "flow"
    #: whether a batch of which no day is told may be all so far: arrests, which are counted on
    runs: bool = False
    #: whether it stays so for years, whatever else a sentence tells the time of: a height, a population
    lasts: bool = False
    #: whether it cannot be undone: who "is now" dead is no part of the dead
    final: bool = False
    #: events after which it comes: who "has left hospital" was injured before
    after: list[str] = []
    #: what it befalls: thing concepts, ``thing`` for all that are no person, or kinds of quantity; empty for anything
    of: list[str] = []
    #: what its words tell of such things: a town that an army holds is controlled, a suspect that it holds is held
    becomes: dict[str, str] = {}
    #: the events of which it makes itself beside them: who is sentenced "to death" is sentenced to death
    narrows: list[str] = []
    #: any other event of the sentence comes before it: "40 people aboard were killed"
    yields: bool = False
    #: says little of itself ("there are"), so that any other event of the sentence comes before it
    weak: bool = False
    #: happens within a day, so that one of another day is another one: a crash
    sudden: bool = False
    #: what it is as long as it has not come about: money yet to be raised, or that could not be, is sought
    unmet: str | None = None
    #: of money, speaks of what is to come itself, so that who "will need" it needs it
    ahead: bool = False
    #: of money, what a story tells once: what is pledged, what damage was done; not what is paid or costs
    once: bool = False
    #: told alike before it comes and after: what a strike will cost, jobs that are to go
    whenever: bool = False
    #: whom or what a text may call it of alike: a firm's employees, its staff, the people whom it employs
    alike: list[str] = []
    #: of which a share is told of itself: turnout, how much of a fire is contained
    rate: bool = False
    #: of money, who does it gives it: the sum is of that country and no other
    given: bool = False
    #: events that may stand for it where they are promised: who "has pledged to give" has pledged
    promises: list[str] = []


class Concepts(Section):
    """``packs/concepts.toml``: what is counted, what happens, for all languages."""

    things: dict[str, Thing] = Each(Thing)
    events: dict[str, Happening] = Each(Happening)
    #: side in a conflict -> what its people are: us_army -> soldier
    groups: dict[str, str] = {}
    #: side that is a country's own -> the country: us_army -> US
    armies: dict[str, str] = {}
    #: side in a conflict -> the adjective that it is told by, too: sdf -> kurdish
    sides: dict[str, str] = {}
    #: place -> the place that it lies in: baghouz -> deir_ez_zor -> SY
    places: dict[str, str] = {}
    #: place -> another of its name, meant where an article names its country alone: Tripoli in Libya, in Lebanon
    namesakes: dict[str, str] = {}
    #: country -> its capital, where much is written on all of it: FR -> paris
    capitals: dict[str, str] = {}
    #: a currency's name that several countries' share -> the codes of those: rupee -> INR, PKR
    currencies: dict[str, list[str]] = {}
    #: what units measure -> those, each by how many of the first it is: length -> m 1, km 1000, mi 1609.344
    units: dict[str, dict[str, float]] = {}


def languages() -> list[str]:
    """Codes of the languages there is a pack for, sorted."""
    names = {f.name.split(".")[0] for f in PACKS.iterdir() if f.name.endswith(".toml")}
    return sorted(n for n in names if n != "concepts" and not n.startswith("_"))


@cache
def load(code: str) -> LanguagePack:
    """The pack of a language. Raises ClaimcheckError where there is none or where it is wrong."""
    return LanguagePack.restored(kept(f"pack.{code}", lambda: validated(code)))


def validated(code: str) -> dict[str, Any]:
    """What the files of a language say. Raises ClaimcheckError as ``load`` does, and Stopped for a pack that is wrong,
    which every article in the language would meet.
    """
    from claimcheck.lang.pack_check import checked, unknown

    data: dict[str, Any] = {}
    for name in sorted(f.name for f in PACKS.iterdir()):
        if name == f"{code}.toml" or (name.startswith(f"{code}.") and name.endswith(".toml")):
            data |= toml(name.removesuffix(".toml"))
    if not data:
        raise ClaimcheckError(f"no language pack {code!r}; there are: {', '.join(languages())}")
    try:
        pack = checked(LanguagePack, data)
        unknown(pack, concepts())
    except ValueError as wrong:
        raise Stopped(f"packs/{code}.toml: {wrong}") from None
    return pack


def toml(name: str) -> dict[str, Any]:
    """The tables of a file of the packs. Raises Stopped where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads((PACKS / f"{name}.toml").read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise Stopped(f"packs/{name}.toml: {wrong}; mend that line") from None


@cache
def concepts() -> Concepts:
    """The concepts that all packs share."""
    return Concepts.restored(kept("concepts", _concepts))


def _concepts() -> dict[str, Any]:
    from claimcheck.lang.pack_check import checked

    return checked(Concepts, toml("concepts"))


@cache
def standing(thing: str) -> str:
    """The concept that a thing stands for where its sum or its height is told; itself where it stands for none."""
    return next((name for name, told in concepts().things.items() if thing in told.stands_for), thing)


@cache
def ancestors(thing: str) -> tuple[str, ...]:
    """A thing concept and all that it is, narrowest first."""
    chain: list[str] = []
    current: str | None = thing
    while current and current not in chain:
        chain.append(current)
        current = concepts().things[current].is_a
    return tuple(chain)


@cache
def canonical(event: str) -> str:
    """The one name of events that ask the same question: evacuated, fled and left."""
    return concepts().events[event].same_as or event


@cache
def flow(event: str) -> str:
    """How the figures of an event move: flow, batch, stock or fixed."""
    return concepts().events[canonical(event)].flow


@cache
def befalls(event: str) -> list[str]:
    """The thing concepts and kinds of quantity that an event befalls; empty for any."""
    return concepts().events[event].of or concepts().events[canonical(event)].of


@cache
def tolls(event: str) -> bool:
    """Whether an event's figure is a toll: of people whom it befell, and going up."""
    return flow(event) == "flow" and "body" in befalls(event)


@cache
def short(unit: str) -> tuple[str, ...]:
    """The short names of a currency, which do not say whose it is: GBP -> pound."""
    return tuple(name for name, codes in concepts().currencies.items() if unit in codes)


@cache
def dimension(unit: str) -> tuple[str, float]:
    """What a unit measures, and how many it is of the first for that: mi -> length, 1609.344; itself and one, where no
    other is converted into it."""
    return next(((name, units[unit]) for name, units in concepts().units.items() if unit in units), (unit, 1.0))


@cache
def land(place: str) -> str:
    """The outermost place around one: baghouz -> SY."""
    seen = {place}
    while (outer := concepts().places.get(place)) and outer not in seen:
        seen.add(outer)
        place = outer
    return place


def joint(place: str) -> bool:
    """Whether a place is two countries that a text joins: ``SY+TR``."""
    return "+" in place


@cache
def within(inner: str, outer: str) -> bool:
    """Whether the gazetteer puts one place inside the other, which may be two countries: "SY+TR"."""
    if joint(outer):
        return any(inner == part or within(inner, part) for part in outer.split("+"))
    table = concepts().places
    seen: set[str] = set()
    current: str | None = inner
    while current and current not in seen:
        seen.add(current)
        current = table.get(current)
        if current == outer:
            return True
    return False


def citation(spec: str) -> str:
    """A word of a pack without its inflection class and further forms: "man" of "man/men@irregular"."""
    return spec.partition("@")[0].partition("/")[0]


@cache
def listed(relation: str, one: str, other: str) -> bool:
    """Whether an event names the other in a list of its own (``near``, ``excludes``), by any of its names."""
    table = concepts().events
    if one not in table or other not in table:
        return False
    return any(y in {canonical(e) for e in getattr(table[x], relation)} for x, y in ((one, other), (other, one)))
