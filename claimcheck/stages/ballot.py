"""Votes, seats and turnout, of which a text seldom says what they are: "Duarte won with 54 percent, Lima got 40"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.lang.pack import ancestors, concepts
from claimcheck.lang.predicate import Predicate
from claimcheck.lang.whose import whose
from claimcheck.stages.draft import Draft

#: what the voters do whose share is the turnout
_TURNOUT = ("voted", "participated", "protested")
#: what the ballots are of which a share is not anybody's: counted
_COUNTED = ("registered", "tallied")
#: whoever is said to do so has the share: "was elected with 54 percent"
_WINS = ("won", "elected")
#: what is said of whoever has a share of the votes: "gave Lima 40 percent", "against 40 percent"
_HAVING = (*_WINS, "voted_for", "voted_against", "donated", "earned", "arrived", "published")
#: what becomes of somebody's votes and seats beside their being won
_ELSE = ("lost", "needed", "kept", "defended")
#: what the polls did by the hour of which a turnout is the last
_CLOSED = ("closed",)
#: of what a share may be told of those who count ballots
_BALLOTS = ("vote", "ballot_paper", "ballot_station", "file")
#: the modifier of votes that were not counted: those of a poll
SURVEY: Final = "survey"
#: the modifier of a turnout before the polls closed
HOUR: Final = "hour"


def take_votes(draft: Draft, found: list[Draft], known: set[str]) -> None:
    """What a figure of an article on an election is: of the votes or seats that somebody won, of those who voted or
    may vote, of the ballots counted; ``found`` are the claims of the sentence before it, ``known`` the names that the
    article gave before, to which its own are added."""
    if draft.figure.mention.kind == "share" and _share(draft, found, known):
        return
    told, concept = draft.predicate, draft.phrase.concept
    if concept is None or not concepts().things[concept].somebodys:
        if told is not None and told.concept == "registered" and concept in ("voter", "citizen"):
            draft.predicate = replace(told, concept="entitled")
        return
    if told is not None and (told.concept == "tallied" or told.concept in _TURNOUT) and not draft.whose:
        return
    if any(part.whole is draft for part in found):
        return  # "54 of the 329 seats"
    draft.whose = draft.whose or whose(draft.sentence, draft.figure, known)
    if draft.whose and (told is None or told.concept not in _ELSE):
        draft.whole = None
        _happens(draft, "won")
    if "survey" in draft.sentence.topics:
        draft.phrase.modifiers.append(SURVEY)


def _share(draft: Draft, found: list[Draft], known: set[str]) -> bool:
    """Settles what a share is of; whether it is nobody's."""
    phrase, event = draft.phrase, draft.predicate
    before = [d for d in found if d.sentence is draft.sentence and d.phrase.concept == "vote"]
    if event is not None and any(event.at == d.phrase.head for d in before):
        event = draft.predicate = None  # "80 percent of votes and Lima 10 percent"
    if phrase.concept in _BALLOTS and event is not None and event.concept in _COUNTED:
        phrase.concept, draft.whole = "vote", None
        _happens(draft, "tallied")
        return True
    if event is not None and event.concept in _TURNOUT and _anyone(phrase.concept):
        phrase.concept = phrase.head = draft.whole = None
        _happens(draft, "voted")
        if "clock" in draft.sentence.topics and _hourly(draft):
            phrase.modifiers.append(HOUR)
        return True
    if phrase.concept == "voter":
        if event is None or event.concept != "registered":
            phrase.concept = "vote"  # «17 في المئة من المقترعين»
        return False
    if phrase.concept is not None:
        return False
    if event is not None and (event.concept in _COUNTED or (before and event.concept == "rose")):
        event = None  # "after 97 percent of ballots were tallied, Lima had 54"
    if event is None or event.concept in _HAVING or concepts().events[event.concept].weak:
        draft.whose = whose(draft.sentence, draft.figure, known)
        elects = event is not None and event.concept in _WINS and "election" in draft.sentence.topics
        if draft.whose or (phrase.head is None and (before or elects)):
            phrase.concept, phrase.head = "vote", None
    return False


def _happens(draft: Draft, event: str) -> None:
    told = draft.predicate
    draft.predicate = replace(told, concept=event) if told else Predicate(event, draft.figure.first, 0.0)


def _hourly(draft: Draft) -> bool:
    """Whether a turnout is that of an hour, no other figure between, before the polls closed."""
    sentence, figure = draft.sentence, draft.figure
    beside = any(all(sentence.owner.get(i, figure) is figure for i in range(*sorted((at, figure.first))))
                 for at in sentence.topics["clock"])
    return beside and not any(e.concept in _CLOSED for at in sentence.having("happening")
                              for e in sentence.words[at].entries)


def _anyone(concept: str | None) -> bool:
    """Whether it is all who may vote, of whom the share is the turnout."""
    return concept in (None, "voter", "citizen") or (concept is not None and ancestors(concept)[-1] == concept)
