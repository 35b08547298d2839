"""Tolls told in parts of the one toll of the article: by place ("632 dead: 290 in Al Haouz, 190 in Taroudant"), and
those of one sentence that add up to it ("68 died at the scene and 49 in hospital" of 117 dead)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from claimcheck.lang.clause import BREAKS, COMMAS, Sentence, Unread
from claimcheck.lang.governing import event_of
from claimcheck.lang.pack import ancestors, canonical, concepts, flow, tolls, within
from claimcheck.lang.predicate import Predicate, suits
from claimcheck.lang.towns import is_town
from claimcheck.stages.draft import Draft, plain

#: what a line of a list begins with
ITEMS: Final = frozenset("-–—•*·")
#: whose counts are told by place and add up
_ADDS = ("flow", "stock")
#: what strikes many places at once
_SPREAD = ("earthquake", "tsunami", "flood", "storm")
#: of two tolls that lie closer one is rather what another source counts of the same
_APART: Final = 1.25
#: of smaller numbers some add up by chance
_LEAST: Final = 10
#: a sentence tells a toll in no more parts
_PARTS: Final = 6
#: what stands between two tolls that do not add up, and before those of which one goes on from the other
_RIVALS = ("subordinate", "negation", "part", "superseded", "earlier")
_RUNNING = ("tally", "total", "growth", "their_number")
#: figures that tell what was before, or some of the one before them
_OF_OTHERS: Final = frozenset({"earlier", "pluperfect", "grave", "total"})


def itemise(draft: Draft, passed: Sequence[Unread], previous: Sequence[Draft]) -> None:
    """Gives a figure of a list, of which its line tells nothing ("- Iran: 464"), the event of the line before, or of
    the heading, which a colon ends."""
    before = passed[-1].sentence()
    if previous and previous[-1].sentence is before and before.words[0].text == draft.sentence.words[0].text:
        draft.predicate = previous[-1].predicate
    elif before.words[-1].text == ":":
        told = (event for at in before.having("telling") for e in before.words[at].entries if (event := event_of(e)))
        event = next((event for event in told if suits(event, draft.phrase, draft.figure)), None)
        draft.predicate = Predicate(event, draft.figure.first, 0.0) if event else None


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


def part_by_place(drafts: Sequence[Draft]) -> None:
    """Where a quake, a flood or a storm struck, the toll of a town is a part of the largest one that the article tells
    of no place or of a wider one: "112 died in Amatrice", where 250 died."""
    if not any(draft.lead and _spreads(draft.sentence) for draft in drafts):
        return
    by_event: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if (event := _suffered(draft)) is not None:
            by_event[event].append(draft)
    for alike in by_event.values():
        for draft in alike:
            if draft.whole is None and plain(draft) and draft.place is not None and is_town(draft.place[0]):
                wider = [o for o in alike if _same_thing(o, draft) and _wider(o, draft)]
                draft.whole = max(wider, key=_value, default=None)


def _spreads(sentence: Sentence) -> bool:
    """Whether it tells of what strikes many places at once."""
    things = (sentence.words[at].entry("thing") for at in sentence.having("incident"))
    return any(thing is not None and thing.concept in _SPREAD for thing in things)


def _wider(other: Draft, draft: Draft) -> bool:
    """Whether a larger toll, of another sentence, may be of all places, the draft's among them, and of its time."""
    here, there, when = draft.place, other.place, other.when
    if other.sentence is draft.sentence or other.whole is not None or _value(other) < _APART * _value(draft):
        return False
    if "earlier" in other.cues or (when is not None and when.scope != "on"):
        return False
    return there is None or (here is not None and here[0] != there[0] and within(here[0], there[0]))


def add_up(drafts: Sequence[Draft]) -> None:
    """Give tolls that a sentence tells side by side their sum, where the article gives it. What came on top of an
    earlier toll ("four more, adding to the 85") is no part beside it."""
    by_event: dict[tuple[str, str | None], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if (event := _suffered(draft)) is not None:
            by_event[event, _root(draft)].append(draft)
    for alike in by_event.values():
        if len(alike) > 2:  # two addends and their sum
            totals = {_value(draft): draft for draft in reversed(alike) if draft.whole is None}
            for run in _runs(alike):
                _give(run, totals.get(sum(map(_value, run))))


def _suffered(draft: Draft) -> str | None:
    """What the dead or the hurt of a definite count suffered."""
    found = draft.predicate
    return canonical(found.concept) if found is not None and tolls(found.concept) and _counts(draft) else None


def _root(draft: Draft) -> str | None:
    thing = draft.phrase.concept
    return "person" if thing is None else ancestors(thing)[-1]


def _runs(alike: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Figures side by side in one sentence, of which none is a part, the longest runs first."""
    told: dict[int, list[Draft]] = defaultdict(list)
    for draft in alike:
        if draft.whole is None:
            told[id(draft.sentence)].append(draft)
    for beside in told.values():
        for length in range(min(_PARTS, len(beside)), 1, -1):
            yield from (beside[first : first + length] for first in range(len(beside) - length + 1))


def _give(run: list[Draft], whole: Draft | None) -> None:
    if whole is None or _value(whole) < _LEAST or run[0].further:
        return
    if not any(draft.whole is not None or draft is whole or _runs_on(draft) for draft in run):
        for draft in run:
            draft.whole = whole


def _runs_on(draft: Draft) -> bool:
    """Whether it is a running total or what was said before: "33 bodies today and 169 in the past days"."""
    return "earlier" in draft.cues or (draft.when is not None and draft.when.scope != "on")


def put_beside(drafts: Sequence[Draft]) -> None:
    """Tells tolls of one event that stand side by side in one voice, of one place or of several towns and of one time,
    that none is of all: "68 died at the scene and 49 died later", "25 died in Durres and one in Lac"."""
    for one, other in pairwise(drafts):
        if one.sentence is other.sentence and _alike(one, other) and _side_by_side(one, other):
            one.further = other.further = True


def _alike(one: Draft, other: Draft) -> bool:
    if not (_of_anybody(one) and _of_anybody(other)) or one.speech is not other.speech:
        return False
    a, b = one.predicate, other.predicate
    if a is None or b is None or canonical(a.concept) != canonical(b.concept):
        return False
    places = [draft.place[0] for draft in (one, other) if draft.place]
    together = len(places) < 2 or places[0] == places[1] or not any(place.isupper() for place in places)
    return together and (one.when is other.when or None in (one.when, other.when))


def _of_anybody(draft: Draft) -> bool:
    """Whether a figure is of people whom something befell, whoever they are, and neither a part nor a total."""
    found, phrase = draft.predicate, draft.phrase
    if found is None or found.planned or found.negated or not tolls(found.concept) or not plain(draft):
        return False
    if draft.whole or draft.total is not None or not _OF_OTHERS.isdisjoint(draft.cues):
        return False
    mention = draft.figure.mention
    return mention.kind == "count" and mention.value is not None and not (phrase.nationality or phrase.group)


def _side_by_side(one: Draft, other: Draft) -> bool:
    """Whether "and" or a comma joins them, nobody else speaks between, and none is what the other has risen to."""
    sentence, first = one.sentence, other.figure.first
    behind = max(one.phrase.end, one.figure.end)
    between = sentence.words[behind:first]
    joins = other.figure.joined or any(w.text in COMMAS or w.text in sentence.pack.grammar.joins for w in between)
    if not joins or any(w.text in BREAKS or w.entry("says") for w in between):
        return False
    if any(sentence.cued(cue, behind, first) for cue in _RIVALS):
        return False
    since = behind if _beside(one, other) else 0
    return not any(sentence.cued(cue, since, other.figure.core) for cue in _RUNNING)
