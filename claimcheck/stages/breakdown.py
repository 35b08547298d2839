"""Tolls by place: "632 dead: 290 in Al Haouz, 190 in Taroudant" are parts of the one toll of the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.lang.pack import ancestors, canonical, concepts, flow, within
from claimcheck.stages.draft import Draft

#: whose counts are told by place and add up
_ADDS = ("flow", "stock")


def break_down(drafts: Sequence[Draft]) -> None:
    """Give each figure of one place, listed beside those of other places, its whole."""
    by_event: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if _counts(draft) and draft.predicate is not None:
            by_event[canonical(draft.predicate.concept)].append(draft)
    for alike in by_event.values():
        told: dict[int, list[Draft]] = defaultdict(list)  # few places are told beside others in one sentence
        for draft in alike:
            told[id(draft.sentence)].append(draft)
        for draft in alike:
            listed = (o for o in told[id(draft.sentence)] if o is not draft and _same_thing(o, draft))
            if draft.whole is None and draft.place is not None and any(_beside(o, draft) for o in listed):
                draft.whole = _total(draft, alike)


def _counts(draft: Draft) -> bool:
    found, mention = draft.predicate, draft.figure.mention
    if found is None or found.planned or mention.kind != "count" or mention.value is None:
        return False
    return flow(found.concept) in _ADDS


def _total(draft: Draft, alike: Iterable[Draft]) -> Draft | None:
    """The largest figure of the same thing and event, where this one is listed beside those of other places; none
    where the article gives this one as its toll, too, and the larger one is of another hour."""
    same = [o for o in alike if o is not draft and _same_thing(o, draft)]
    if any(_value(o) == _value(draft) and o.sentence is not draft.sentence for o in same):
        return None
    larger = [o for o in same if _value(o) > _value(draft) and not _beside(o, draft)]
    return max(larger, key=_value, default=None)


def _value(draft: Draft) -> float:
    return float(draft.figure.mention.value or 0)


def _same_thing(a: Draft, b: Draft) -> bool:
    x, y = a.phrase.concept, b.phrase.concept
    if x is None or y is None or x == y:
        return True
    return ancestors(x)[-1] == ancestors(y)[-1] and (concepts().things[x].generic or concepts().things[y].generic)


def _beside(other: Draft, draft: Draft) -> bool:
    """Told of another place in the same sentence."""
    if other.sentence is not draft.sentence or other.place is None or draft.place is None:
        return False
    here, there = draft.place[0], other.place[0]
    return here != there and not within(here, there) and not within(there, here)
