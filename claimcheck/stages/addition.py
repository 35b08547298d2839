"""Figures that add to another: "40 on Friday and 30 others on Saturday", "five more bodies", "on top of $1bn"."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import PAUSES
from claimcheck.lang.pack import canonical, concepts
from claimcheck.lang.predicate import Predicate
from claimcheck.stages.draft import OPENING, Draft

#: what a toll does: it rises, falls, "went down" like a ship
_MOVED = ("rose", "fell", "sank")
#: "rose" stands at most this many words before how much: "lowered the death toll from the blasts on Sunday by 100"
_MOVED_REACH: Final = 14
#: so many may be named one by one
_FEW: Final = 9
#: "among the dead were" stands at most so many words before their number
_AMONG_REACH: Final = 4
#: what keeps them out of a total stands at most so many words before those who are not in it
_EXCLUDED: Final = 6
#: who saw bodies is told at most so many words before them, and how they lay so many behind
_SEEN: Final = 8
#: "additional" stands at most this many words before money
_ON_TOP_REACH: Final = 6


def further(draft: Draft, found: list[Draft], previous: list[Draft]) -> bool:
    """Whether a figure adds to the one before ("40 on Friday and 30 others on Saturday", "Another two were killed"), or
    is how much a toll rose or fell ("went down on Monday, by three") or differs, or is some of a whole."""
    topics, kind = draft.sentence.topics, draft.figure.mention.kind
    if _difference(draft) or ("compared" in topics and _compared(draft)) or (kind == "money" and _on_top(draft)):
        return True
    if draft.predicate is not None and (_of_those(draft, draft.predicate) or _succumbed(draft, draft.predicate)):
        return True
    if ("excluded" in topics and _excluded(draft)) or ("seen" in topics and _seen(draft)):
        return True
    if draft.figure.mention.form == "words" and kind == "count" and _just_named(draft):
        return True
    if "part" in topics and draft.predicate is not None and _among(draft, draft.predicate.at):
        return not _of_a_kind(draft)
    if "other" not in draft.cues or draft.predicate is None or draft.whole is not None:
        return False
    if _adds(draft, draft.predicate):
        return True
    before = found[-1] if found else previous[-1] if previous and draft.figure.first <= OPENING else None
    if before is None or before.predicate is None or before.figure.mention.kind != draft.figure.mention.kind:
        return False
    return canonical(before.predicate.concept) == canonical(draft.predicate.concept)


def _excluded(draft: Draft) -> bool:
    """Whether it is of those who are not in a total: "the toll does not include 45 who died in the camp"."""
    sentence, first = draft.sentence, draft.figure.first
    at = next((at for at in reversed(sentence.cues("excluded")) if first - _EXCLUDED <= at < first), None)
    if at is None or sentence.between(at, first):
        return False
    return not any(w.text in PAUSES for w in sentence.words[at:first])


def _seen(draft: Draft) -> bool:
    """Whether it is of bodies that somebody saw, or that lay somewhere: "a reporter saw 43 bodies", «250 جثة مسجاة»."""
    sentence, first, end = draft.sentence, draft.figure.first, max(draft.phrase.end, draft.figure.end)
    if draft.phrase.concept != "body" or draft.figure.mention.kind != "count":
        return False
    near = (at for at in sentence.cues("seen") if first - _SEEN <= at < end + _SEEN)
    return any(not sentence.between(min(at, end), max(at, first)) for at in near if not first <= at < draft.figure.end)


def _of_those(draft: Draft, found: Predicate) -> bool:
    """Whether it is some of a toll that the noun names: "four of the officers killed", «7 من القتلى»."""
    words, end, head = draft.sentence.words, draft.figure.end, draft.phrase.head
    grammar = draft.sentence.pack.grammar
    if head is None or found.at not in (head, head + 1) or end + 1 >= len(words):
        return False
    if words[end].text not in grammar.partitives or (head < end and words[end].entry("place_in")):
        return False  # «40 قتيلا على الأقل في الهجوم»
    told = concepts().things[draft.phrase.concept].event if draft.phrase.concept else None
    if found.at != head and told not in (None, canonical(found.concept)):
        return False  # "170 of the dead identified"
    definite = grammar.numeral_behind and words[end + 1].before.endswith(grammar.numeral_behind)
    # «مئات من القتلى», «أكثر من 300 من المصابين» are all of them, «7 من القتلى», «35 قتيلا على الأقل من الأجانب» some
    precise = (draft.figure.mention.qualifier == "exact" and "grave" not in draft.cues) or head < end
    precise = precise and draft.figure.mention.value is not None
    return bool(words[end + 1].text in grammar.articles or (definite and precise))


def _among(draft: Draft, at: int) -> bool:
    """Whether it is some of those whom a noun right before it names: "among the dead were six", «من بين القتلى 6»."""
    words = draft.sentence.words
    if draft.whole is not None or at >= draft.figure.first or draft.figure.first - at > _AMONG_REACH:
        return False
    if "grave" in draft.cues or draft.sentence.between(at, draft.figure.first):
        return False
    opened = words[at].entry("thing") is not None and any(t + words[t].width == at for t in draft.sentence.cues("part"))
    return opened or words[at].cue("part")


def _of_a_kind(draft: Draft) -> bool:
    """Whether a nation or a noun of its own says who they are, which others tell without their whole: children,
    foreigners, Syrians."""
    thing = concepts().things.get(draft.phrase.concept or "")
    return draft.phrase.nationality is not None or (thing is not None and not (thing.generic or thing.event))


def _compared(draft: Draft) -> bool:
    """Whether it is how much more or less something is: "$1bn less than last year", «أقل بمليار دولار مما جمع»."""
    sentence, figure = draft.sentence, draft.figure
    words, behind = sentence.words, figure.end
    if behind < len(words) and words[behind].cue("compared"):
        return behind + words[behind].width not in sentence.owner
    led = words[figure.first].text.startswith(tuple(c for c in sentence.pack.cues.difference if len(c) == 1))
    return led and sentence.cued("compared", figure.first - 1, figure.first)


def _succumbed(draft: Draft, found: Predicate) -> bool:
    """Whether it is the wounded who died: "three of the wounded succumbed", «40 جريحا توفي 4 منهم», are no toll."""
    event = concepts().events[found.concept]
    if canonical(found.concept) != "killed":
        return False
    whole = draft.whole
    hurt = whole is not None and whole.predicate is not None and whole.predicate.concept == "wounded"
    if hurt or (whole is not None and whole.phrase.concept == "wounded"):
        return True
    return draft.phrase.concept is not None and concepts().things[draft.phrase.concept].event in event.after


def _just_named(draft: Draft) -> bool:
    """Whether it only takes up some that were named before: "the two were killed"."""
    figure, grammar, words = draft.figure, draft.sentence.pack.grammar, draft.sentence.words
    bare = (figure.mention.value or 99) <= _FEW and draft.phrase.head is None and not grammar.head_first
    named = figure.first > 0 and words[figure.first - 1].text in grammar.articles
    return bare and named and any(w.cue("passive", "auxiliary") for w in words[figure.last : figure.last + 1])


def _difference(draft: Draft) -> bool:
    sentence, first = draft.sentence, draft.figure.first
    led = sentence.words[first].before in sentence.pack.cues.difference  # «تزيد الحصيلة بنحو 9 قتلى»
    led = led or ("difference" in sentence.topics and sentence.cued("difference", first - 1, first))
    if not led or draft.figure.mention.kind not in ("count", "money"):
        return False
    moved = sentence.words[max(0, first - _MOVED_REACH) : first]
    return any(e.concept in _MOVED for w in moved for e in w.entries if e.table != "cue")


def _adds(draft: Draft, found: Predicate) -> bool:
    """Whether it comes on top of those known so far, whatever stands before: "five more bodies", «خمس جثث أخرى», "a
    further 481 jobs"."""
    if draft.phrase.concept in ("body", "job"):
        return True
    beside = (draft.figure.first - 1, draft.figure.last, draft.phrase.end)
    added = any(0 <= at < len(draft.sentence.words) and draft.sentence.words[at].cue("added") for at in beside)
    return added and concepts().events[canonical(found.concept)].final


def _on_top(draft: Draft) -> bool:
    """Money on top of other money: "additional funds of $1bn", «تمويل إضافي قدره مليار دولار»."""
    sentence, first = draft.sentence, draft.figure.first
    ahead = range(max(0, first - _ON_TOP_REACH), first)
    before = max((i + 1 for i in ahead if i in sentence.owner or not sentence.words[i].is_word), default=ahead.start)
    return any(w.means("modifier", "additional") for w in sentence.words[before : draft.figure.end + 1])
