"""Casualties: the dead and the hurt counted as one («مقتل وإصابة 30 شخصا», "90 dead and injured"), and what hurt whom.

An article that tells of several means (live fire, rubber bullets, gas) counts those hurt by each apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claimcheck.lang.clause import COMMAS, Sentence
from claimcheck.lang.means import GUNFIRE, LIVE, means, named
from claimcheck.lang.pack import canonical, concepts
from claimcheck.lang.predicate import Predicate
from claimcheck.stages.draft import Draft, word

_BOTH: Final = frozenset({"killed", "wounded"})
#: what became of those who are counted stands right behind their noun, at most so many words behind their figure
_BESIDE: Final = 2


def take_casualties(draft: Draft) -> None:
    """Gives a draft of the dead and the hurt, by its nouns or by its events, the event that is either."""
    found = draft.predicate
    if found is None:
        return
    if (draft.phrase.others and _nouns(draft)) or _events(draft, found):
        draft.predicate = replace(found, concept="casualty")
    elif (at := _apposed(draft)) is not None:
        draft.predicate = Predicate("casualty", at, 0.0, found.planned, found.negated, word(draft.sentence, at))
    elif found.concept == "casualty" and _goes_on(draft.sentence, found.at):
        draft.predicate = replace(found, concept="killed" if found.at >= draft.figure.first else "wounded")


def tell_means(drafts: Sequence[Draft]) -> None:
    """Gives the hurt what they were hurt by, as a modifier. Shots are live fire where the article tells of others."""
    told = [draft for draft in drafts if "means" in draft.sentence.topics]
    if not told:
        return
    others = any(named(draft.sentence) - {GUNFIRE} for draft in told)
    for draft in told:
        hurt = draft.predicate is not None and canonical(draft.predicate.concept) == "wounded"
        by = means(draft.sentence, draft.figure) if hurt else None
        if by is not None:
            draft.phrase.modifiers.append(LIVE if others and by == GUNFIRE else by)


def _apposed(draft: Draft) -> int | None:
    """What all who are counted became, right behind them: «210 أشخاص بين قتيل وجريح», "320 people, dead and wounded";
    it says more than the tally of victims before it."""
    words, at = draft.sentence.words, max(draft.phrase.end, draft.figure.end)
    if at < len(words) and words[at].text in COMMAS:
        at += 1
    told = words[at].entry("state") if at < len(words) else None
    both = told is not None and told.concept == "casualty"
    return at if both and not _goes_on(draft.sentence, at) else None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the words part two figures: "left 40 people dead and injured dozens"."""
    before = any(0 <= at - other.end <= _BESIDE for other in sentence.figures)
    return before and at + max(1, sentence.words[at].width) in sentence.owner


def _nouns(draft: Draft) -> bool:
    things = (concepts().things[noun] for noun in (draft.phrase.concept, *draft.phrase.others) if noun)
    return {thing.event for thing in things} >= _BOTH


def _events(draft: Draft, found: Predicate) -> bool:
    """Two nouns joined before the figure: «مصرع وإصابة العشرات»."""
    words = draft.sentence.words
    if not 0 < found.at < len(words) or words[found.at].before not in draft.sentence.pack.grammar.joins:
        return False
    pair = words[found.at - 1 : found.at + 1]
    return {e.concept for word in pair for e in word.entries if e.table == "event"} >= _BOTH
