"""Shares of the vote, of which a text seldom says what they are: "Duarte won with 54 percent, Lima got 40 percent"."""

from __future__ import annotations

from claimcheck.lang.clause import Sentence
from claimcheck.stages.draft import Draft

#: nouns of a sentence that tells of an election
_ELECTION = ("vote", "voter", "candidate", "election")
#: whoever is said to do so has the share: "won 54 percent"
_WINS = ("won", "elected")
#: what the voters do whose share is the turnout
_TURNOUT = ("voted", "participated", "registered")


def take_votes(draft: Draft, found: list[Draft]) -> None:
    """Gives a share that is one of the vote this noun; ``found`` are the claims of the sentence before it."""
    phrase, event = draft.phrase, draft.predicate
    if draft.figure.mention.kind != "share":
        return
    if phrase.concept == "voter":
        if event is None or event.concept not in _TURNOUT:
            phrase.concept = "vote"  # «17 في المئة من المقترعين»
        return
    if phrase.head is not None or phrase.concept is not None:
        return
    before = [d for d in found if d.sentence is draft.sentence and d.phrase.concept == "vote"]
    if event is not None and any(event.at == d.phrase.head for d in before):
        event = draft.predicate = None  # "80 percent of votes and Lima 10 percent"
    wins = event is not None and event.concept in _WINS
    if (before and (wins or event is None or event.concept == "rose")) or (wins and _elects(draft.sentence)):
        phrase.concept = "vote"


def _elects(sentence: Sentence) -> bool:
    return any((thing := sentence.words[at].entry("thing")) and thing.concept in _ELECTION
               for at in sentence.having("thing"))
