"""What a sentence is asked for of its words: rules about what it does not have are passed over.

A topic is a table that a word has an entry of ("place"), a small word ("planned"), what somebody says or when with
its table ("says:verb", "time:since"), or what its concepts are, by the names of ``_KINDS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from claimcheck.lang.pack import ancestors, canonical, concepts


class Entry(NamedTuple):
    """One meaning of a word: its table in the pack, its concept, and which form of the word this is."""

    table: str
    concept: str
    form: str = ""


#: the tables of words that tell what happens
TABLES = ("transitive", "intransitive", "event", "state")
#: what a tally does before it reaches its figure: "the toll rose to", "has reached", "hits"
GROWTH = ("rose", "fell", "arrived", "struck")
#: of these, those that tell nothing of what is counted
MOVES = ("rose", "fell")
#: what tells of an epidemic
ILLNESS = ("epidemic", "infected", "disease_case")
#: what tells of protests
PROTEST = ("protested", "protest", "strike_action")
#: what becomes of houses and roads, all of it or some
HARM = ("destroyed", "collapsed", "damaged", "affected")
#: what tells of an election, and what votes are cast for elsewhere, too
ELECTION = ("election", "voter", "candidate", "elected")
BALLOT = (*ELECTION, "vote", "seat", "voted", "ballot_station")
#: tables and small words that words are asked for one by one, never a sentence: of its events it is asked as
#: "happening" and "telling", of times as "time:since"
_UNASKED: Final = frozenset((*TABLES, "thing", "stop", "cue", "function", "speaker", "body", "pronoun", "modifier",
                      "month", "time", "time:on", "among", "added", "hypothetical"))
#: tables of which a sentence is asked for one concept
_DIVIDED = ("says", "time")


def topics(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The topics of a word with these entries, none twice."""
    return tuple(dict.fromkeys(topic for entry in entries for topic in _topics(entry) if topic not in _UNASKED))


def _topics(entry: Entry) -> Iterator[str]:
    table, concept, _ = entry
    yield concept if table == "cue" else table
    if table in _DIVIDED:
        yield f"{table}:{concept}"
    if concept in ILLNESS:
        yield "illness"
    if concept in BALLOT:
        yield "ballot"
    if concept in ELECTION:
        yield "election"
    if concept in PROTEST:
        yield "protest"
    if table == "thing":
        yield from _of_thing(concept)
    elif table in TABLES:
        yield from _of_event(concept) if entry.form != "infinitive" else ("telling",)


def _of_thing(concept: str) -> Iterator[str]:
    thing = concepts().things[concept]
    if thing.event is not None:
        yield "telling"
        yield from ["promise"] if concepts().events[thing.event].promises else []
    if thing.sudden:
        yield "sudden"
    if thing.wide:
        yield "wide"
    if thing.wide or thing.lasting:
        yield "lasting"
    if "incident" in ancestors(concept):
        yield "incident"


def _of_event(concept: str) -> Iterator[str]:
    yield "happening"
    yield "telling"
    if concepts().events[concept].sudden:
        yield "sudden"
    if concepts().events[concept].promises:
        yield "promise"
    if concept in GROWTH:
        yield "growth"
    if concept in MOVES:
        yield "movement"
    if canonical(concept) in HARM:
        yield "harm"
    if concept == "left":
        yield "leaving"
