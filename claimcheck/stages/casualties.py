"""Casualties: the dead and the hurt counted as one («مقتل وإصابة 30 شخصا», "90 dead and injured")."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.lang.pack import concepts
from claimcheck.lang.predicate import Predicate
from claimcheck.stages.draft import Draft

_BOTH = frozenset({"killed", "wounded"})


def take_casualties(draft: Draft) -> None:
    """Gives a draft of the dead and the hurt, by its nouns or by its events, the event that is either."""
    found = draft.predicate
    if found is None:
        return
    if (draft.phrase.others and _nouns(draft)) or _events(draft, found):
        draft.predicate = replace(found, concept="casualty")


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
