"""A figure told twice in one article, once in short: a headline's "41 cases" are the "41 new cases" of its text, and
its toll is of the window that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.lang.days import When
from claimcheck.lang.pack import canonical, tolls
from claimcheck.lang.tally import came_to
from claimcheck.lang.when import is_day
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


#: a toll that an article tells twice is hardly equal by chance from so many on
_TELLING: Final = 20


def share_window(drafts: Sequence[Draft]) -> None:
    """Gives a toll that an article tells twice, once with the window that it is counted in or with the day of what it
    is of, that time whenever it is told."""
    windows = {key: draft.when for draft in drafts if draft.when and _holds(draft, draft.when)
               and (key := _toll(draft)) is not None}
    if not windows:
        return
    for draft in drafts:
        if draft.when is None and (window := windows.get(_toll(draft) or ())):
            draft.when = window


def _toll(draft: Draft) -> tuple[object, ...] | None:
    """What tells one toll of an article from others; None for what is none, and for small figures."""
    value, told = draft.figure.mention.value, draft.predicate
    if value is None or value < _TELLING or told is None or not tolls(told.concept):
        return None
    return value, canonical(told.concept), draft.whole is None


def _holds(draft: Draft, when: When) -> bool:
    """Whether it is the time of a toll: a window or a day, but that on which it rose."""
    if when.scope in ("since", "within"):
        return True
    return is_day(when) and "total" not in draft.cues and not came_to(draft.sentence, draft.figure)
