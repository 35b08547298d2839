"""A figure told twice in one article, once in short: a headline's "41 cases" are the "41 new cases" of its text."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lang.pack import canonical
from claimcheck.stages.draft import Draft


def repeat(drafts: Sequence[Draft]) -> None:
    """Gives a figure that does not say so what a later one of the same amount and event says: that it is new, and what
    the total came to with it."""
    told: dict[tuple[object, ...], Draft] = {}
    for draft in reversed(drafts):
        if draft.predicate is None or draft.figure.mention.value is None or draft.figure.mention.kind != "count":
            continue
        key = draft.figure.mention.value, canonical(draft.predicate.concept)
        later = told.get(key)
        if later is not None and draft.total is None and draft.sentence is not later.sentence:
            draft.total = later.total
            if "new" in later.phrase.modifiers and "new" not in draft.phrase.modifiers:
                draft.phrase.modifiers.append("new")
        if draft.total is not None or "new" in draft.phrase.modifiers:
            told[key] = draft
