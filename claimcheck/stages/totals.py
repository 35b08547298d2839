"""A running total beside what was added to it: "24 new cases, bringing the total to 118"."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.pack import canonical, concepts
from claimcheck.lang.tally import grown
from claimcheck.lang.topics import MOVES
from claimcheck.stages.draft import Draft

#: tolls of more days than these are of many incidents
_LONG: Final = 31
#: who is ill, not dead
_CASES = ("case", "disease_case")


def take_total(draft: Draft, found: list[Draft]) -> None:
    """Gives a total the event of the figure that it sums up, where it tells none of its own, and that figure the total,
    which tells one day's cases from another's. The days that brought the figure are not those of the total."""
    if found and _raised(draft, found[-1]):
        draft.total = found[-1].figure.mention.value
        return
    added = _added(draft, found)
    if added is None or added.predicate is None:
        return
    if draft.predicate is None or draft.predicate.concept in MOVES:
        draft.predicate = added.predicate
        if draft.phrase.head is None:
            draft.phrase.concept = added.phrase.concept
    if canonical(draft.predicate.concept) != canonical(added.predicate.concept):
        return
    if _of_long(draft, added):
        added.when = None if draft.when is added.when else added.when
    else:
        added.total = draft.figure.mention.value
        if draft.when is not None and draft.when is added.when and draft.when.scope == "within":
            draft.when = None


def _of_long(total: Draft, added: Draft) -> bool:
    """Whether a total is of a longer time that is told before it, and what is added to it a toll of its own: "killed
    800, which takes this year's toll to 1,600"."""
    when = total.when
    told = when is not None and added.figure.end <= when.first < total.figure.first
    return told and when is not None and when.scope in ("on", "since") and (when.days or 0) > _LONG


def _raised(draft: Draft, total: Draft) -> bool:
    """Whether a figure is what raised the total before it: "rose to 68 after nine bodies were recovered"."""
    figure, sentence = draft.figure, draft.sentence
    if total.sentence is not sentence or not (draft.predicate and total.predicate) or not grown(sentence, total.figure):
        return False
    if figure.mention.kind != "count":
        return False
    own, of = canonical(draft.predicate.concept), canonical(total.predicate.concept)
    after = sentence.cued("follows", total.figure.end, figure.first)
    return after and (of == own or of in concepts().events[own].near) and (figure.mention.value or 0) < (
        total.figure.mention.value or 0)


def _added(draft: Draft, found: list[Draft]) -> Draft | None:
    """The figure before a total in its sentence, of its kind and no more than it."""
    figure, sentence = draft.figure, draft.sentence
    if not found or not grown(sentence, figure):
        return None
    alike = (d for d in reversed(found) if d.figure.mention.kind == figure.mention.kind)
    before = next((d for d in alike if _of_one_name(d, figure.first)), None)
    if before is None or before.whole or before.figure.mention.kind != "count" or grown(sentence, before.figure):
        return None
    if _runs(before):
        return None
    low, high = before.figure.end, figure.first
    if sentence.cued("earlier", low, high):
        return None  # "put the toll at 30, before raising it to 80", «قبل أن يرفع الحصيلة إلى 80»
    if sentence.cued("subordinate", low, high) and sentence.tells("says", "verb", low, high):
        return None  # "129 died, officials said, while state media put the toll at 155"
    total = sentence.cued("total", low, high) or sentence.cued("tally", low, high)
    value, sum_ = before.figure.mention.value, figure.mention.value
    return before if total and value is not None and sum_ is not None and value < sum_ else None


def _of_one_name(draft: Draft, total: int) -> bool:
    """Whether what stands between a figure and its total names nothing else: "31 deaths, taking cases to 45,310"."""
    named = [e for w in draft.sentence.words[draft.phrase.end : total] if (e := w.entry("thing"))]
    cases = any(e.concept in _CASES for e in named)
    return not cases or draft.phrase.concept in _CASES or draft.phrase.concept is None


def _runs(draft: Draft) -> bool:
    """Whether a figure is a running total itself: "11 troops were dead as of Sunday", "an earlier toll of 18"."""
    return "earlier" in draft.cues or (draft.when is not None and draft.when.scope == "so_far")
