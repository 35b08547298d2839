"""A running total beside what was added to it: "24 new cases, bringing the total to 118"."""

from __future__ import annotations

from claimcheck.lang.pack import canonical
from claimcheck.lang.tally import MOVES, grown
from claimcheck.stages.draft import Draft


def take_total(draft: Draft, found: list[Draft]) -> None:
    """Gives a total the event of the figure that it sums up, where it tells none of its own, and that figure the total,
    which tells one day's cases from another's."""
    added = _added(draft, found)
    if added is None or added.predicate is None:
        return
    if draft.predicate is None or draft.predicate.concept in MOVES:
        draft.predicate = added.predicate
        if draft.phrase.head is None:
            draft.phrase.concept = added.phrase.concept
    if canonical(draft.predicate.concept) == canonical(added.predicate.concept):
        added.total = draft.figure.mention.value


def _added(draft: Draft, found: list[Draft]) -> Draft | None:
    """The figure before a total in its sentence, of its kind and no more than it."""
    figure, sentence = draft.figure, draft.sentence
    if not found or not grown(sentence, figure):
        return None
    before = next((d for d in reversed(found) if d.figure.mention.kind == figure.mention.kind), None)
    if before is None or before.whole or before.figure.mention.kind != "count" or grown(sentence, before.figure):
        return None
    if _runs(before):
        return None
    low, high = before.figure.end, figure.first
    total = sentence.cued("total", low, high) or sentence.cued("tally", low, high)
    value, sum_ = before.figure.mention.value, figure.mention.value
    return before if total and value is not None and sum_ is not None and value < sum_ else None


def _runs(draft: Draft) -> bool:
    """Whether a figure is a running total itself: "11 troops were dead as of Sunday"."""
    return draft.when is not None and draft.when.scope == "so_far"
