"""Who is told apart from the crew: "155 passengers and seven crew" are 162 people aboard."""

from __future__ import annotations

from typing import Final

from claimcheck.stages.draft import Draft
from claimcheck.stages.facets import ALONE

_ABOARD = ("passenger", "person")
#: the figure of a crew stands at most so many words behind theirs: "and a crew of seven"
_REACH: Final = 5


def tell_crew(draft: Draft, found: list[Draft]) -> None:
    """Marks the passengers whose figure stands right before that of a crew."""
    if draft.phrase.concept != "crew" or not found:
        return
    before = found[-1]
    if before.sentence is not draft.sentence or before.phrase.concept not in _ABOARD or draft.whole is before:
        return
    between = draft.sentence.words[max(before.figure.end, before.phrase.end) : draft.figure.first]
    if len(between) <= _REACH and not any(w.entry("transitive", "intransitive", "state") for w in between):
        before.phrase.modifiers.append(ALONE)
