"""The whole that a figure is part of, among the figures that were read before it."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.pack import ancestors, canonical, concepts
from claimcheck.lang.parts import is_of, is_part, is_whole, itemised, listed, locates, opens_whole
from claimcheck.lang.predicate import Predicate
from claimcheck.stages.draft import Draft

#: a part stands at most this many words behind its whole
_REACH: Final = 25
#: a whole in the sentence before belongs to a part that opens its own: within this many words
_OPENING: Final = 4
#: an event found at more than this is no event of the figure's own
_OWN_EVENT: Final = 3.0


def whole_of(draft: Draft, found: list[Draft], previous: list[Draft]) -> Draft | None:
    """The figure that ``draft`` is a part of, where the text says so ("among them", «ثلثاهم») or lists it.

    ``found`` are the figures before it in its sentence, ``previous`` those of the last sentence that has any.
    """
    if is_part(draft.sentence, draft.figure):
        return _named(draft, found, previous)
    return _in_list(draft, found[-1]) if found else None


def take_back(draft: Draft) -> None:
    """What is told of a part is not told of the whole that opens its clause: "of the 275, 88 have been identified"."""
    whole, own = draft.whole, draft.predicate
    if whole is None or own is None or whole.sentence is not draft.sentence or whole.predicate is None:
        return
    if own.at < draft.figure.first:
        return  # "of the 239 people on board, 154 were Chinese"
    if whole.predicate.at != own.at or not opens_whole(draft.sentence, whole.figure, draft.figure):
        return
    whole.phrase.concept = draft.phrase.concept if whole.phrase.head is None else whole.phrase.concept
    whole.predicate = _by_noun(whole, whole.phrase.concept)


def take_parts(draft: Draft, found: list[Draft]) -> None:
    """Where ``draft`` is a total told behind its part ("12 out of 24"), the part learns its whole."""
    if not found or found[-1].whole or not is_whole(draft.sentence, draft.figure):
        return
    part = found[-1]
    if draft.figure.mention.kind == "count" and _same_kind(draft, part):
        part.whole = draft
        if is_of(draft.sentence, draft.figure) or (part.phrase.head is None and draft.phrase.head is not None):
            _tell_part(part, draft)
        else:
            _hold_back(part, draft)


def _hold_back(part: Draft, whole: Draft) -> None:
    """What is told of "12 missiles out of 59" before the 59 is told of the 12 alone, whose noun says what both are."""
    if whole.phrase.head is None:
        whole.phrase.concept = part.phrase.concept or whole.phrase.concept
    if whole.predicate is None or whole.predicate.at < whole.figure.first:
        whole.predicate = _by_noun(whole, whole.phrase.concept)


def _tell_part(part: Draft, whole: Draft) -> None:
    """What is told of "ten of the 33 miners" is told of the ten, and the noun says who they are."""
    if part.phrase.head is None:
        part.phrase.concept = whole.phrase.concept or part.phrase.concept
        part.phrase.nationality = part.phrase.nationality or whole.phrase.nationality
        part.phrase.group = part.phrase.group or whole.phrase.group
    noun = whole.predicate is not None and whole.predicate.at == whole.phrase.head
    if not noun and whole.predicate is not None:
        part.predicate = part.predicate or whole.predicate
        whole.predicate = _by_noun(whole, whole.phrase.concept)


def _by_noun(draft: Draft, thing: str | None) -> Predicate | None:
    """The event that a noun tells by itself: the dead, passengers."""
    event = concepts().things[thing].event if thing else None
    return Predicate(event, draft.figure.first, 0.0) if event else None


def _named(draft: Draft, found: list[Draft], previous: list[Draft]) -> Draft | None:
    """The nearest figure that may be the whole: of the part's kind and not the place where it happened ("58 people in
    two buildings, including eight"); else the nearest."""
    near = [d for d in reversed(found or previous) if _divides(d, draft) and _reaches(d, draft)]
    whole = (d for d in near if _of_one_root(d, draft) and not locates(d.sentence, d.figure))
    nearest = next(whole, near[0] if near else None)
    return _of_both(nearest, draft, near) if nearest is not None else None


def _of_both(whole: Draft, part: Draft, near: list[Draft]) -> Draft:
    """The whole, or the one that it is listed behind, of which a part is that is larger than it: "167 passengers and
    nine crew, including 82 Iranians"."""
    at, some = near.index(whole) + 1, part.figure.mention.value or 0
    if at == len(near) or near[at].sentence is not whole.sentence:
        return whole
    before, of, last = near[at], near[at].figure.mention.high, whole.figure.mention.high
    larger = last is not None and last < some and (of is None or some <= of)
    behind = max(before.phrase.end, before.figure.end)
    return before if larger and listed(whole.sentence, behind, whole.figure) else whole


def _divides(whole: Draft, part: Draft) -> bool:
    """Whether one figure may be some of another: a count or a share of a count, a sum of one of its currency."""
    of, some = whole.figure.mention, part.figure.mention
    if of.kind == some.kind and of.high is not None and some.value is not None and some.value > of.high:
        return not locates(whole.sentence, whole.figure)  # "in five states, with 473 of them in Kassala"
    return of.kind == "count" if some.kind != "money" else (of.kind, of.unit) == (some.kind, some.unit)


def _reaches(whole: Draft, part: Draft) -> bool:
    if whole.sentence is not part.sentence:
        return part.figure.first <= _OPENING
    return part.figure.first - whole.figure.end <= _REACH


def _of_one_root(whole: Draft, part: Draft) -> bool:
    of, thing = whole.phrase.concept, part.phrase.concept
    return of is None or thing is None or ancestors(of)[-1] == ancestors(thing)[-1]


def _in_list(draft: Draft, last: Draft) -> Draft | None:
    """The whole of a list that the figure opens or goes on."""
    behind = max(last.phrase.end, last.figure.end)
    opened = opens_whole(draft.sentence, last.figure, draft.figure)
    if opened or itemised(draft.sentence, behind, draft.figure):
        return last if _may_hold(last, draft) else None
    whole = last.whole
    if whole is None or whole.sentence is not draft.sentence or not listed(draft.sentence, behind, draft.figure):
        return None
    while whole and not _may_hold(whole, draft):
        whole = whole.whole
    return whole


def _may_hold(whole: Draft, part: Draft) -> bool:
    """Whether a listed figure may be of a whole: things of one kind that do not exclude each other, in one event."""
    if whole.figure.mention.kind != "count" or part.figure.mention.kind not in ("count", "share"):
        return False
    return _same_kind(whole, part) and _same_event(whole, part)


def _same_kind(whole: Draft, part: Draft) -> bool:
    of, thing = whole.phrase.concept, part.phrase.concept
    if thing is None or of is None:
        return part.phrase.head is None or whole.phrase.head is None
    table = concepts().things
    above, upon = ancestors(thing), ancestors(of)
    excluded = any(x in table[y].excludes or y in table[x].excludes for x in above for y in upon)
    return above[-1] == upon[-1] and not excluded


def _same_event(whole: Draft, part: Draft) -> bool:
    own, event = part.predicate, whole.predicate
    if own is None or own.cost > _OWN_EVENT:
        return True
    return event is not None and (own.at == event.at or canonical(own.concept) == canonical(event.concept))
