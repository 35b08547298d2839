"""The venue that a toll is of: of its own words, of the dead beside whom the hurt are told, or of what goes before."""

from __future__ import annotations

from claimcheck.lang.clause import STOPS, Sentence, Unread
from claimcheck.lang.pack import canonical, land, tolls
from claimcheck.lang.towns import is_town, towns
from claimcheck.lang.venue import last_named, venue
from claimcheck.stages.draft import Draft


def take_venue(draft: Draft, found: list[Draft], passed: list[Unread]) -> None:
    """Gives a toll the venue where it was, and that of several towns their country; ``found`` are the figures before it
    in its sentence, ``passed`` the sentences before."""
    told, sentence = draft.predicate, draft.sentence
    if told is None or not tolls(told.concept):
        return
    if draft.place is not None and is_town(draft.place[0]):
        draft.towns = towns(sentence, draft.figure)
        draft.place = (land(draft.place[0]), draft.place[1]) if draft.towns else draft.place
    if "venue" in sentence.topics:
        draft.venue = venue(sentence, draft.figure)
    if draft.venue is None and found:
        draft.venue = _beside(found[-1], draft)
    if draft.venue is None and "there" in sentence.topics:
        draft.venue = _taken_up(sentence, passed)


def _taken_up(sentence: Sentence, passed: list[Unread]) -> str | None:
    """The venue that "there" takes up, named before it: "A bomb hit Maelbeek station. In this blast 20 died"."""
    at = sentence.topics["there"][-1]
    if "venue" in sentence.topics:
        return last_named(sentence, at)
    before = passed[-1].sentence() if passed else sentence
    return last_named(before, len(before.words))


def _beside(before: Draft, draft: Draft) -> str | None:
    """Where the dead were beside whom the hurt are told: "15 died in the metro and 55 were wounded"."""
    sentence, told, other = draft.sentence, draft.predicate, before.predicate
    if before.venue is None or told is None or other is None or canonical(told.concept) == canonical(other.concept):
        return None
    low, high = before.figure.end, draft.figure.first
    apart = any(w.text in STOPS or w.cue("total") for w in sentence.words[low:high])
    between = last_named(sentence, high) if sentence.cued("venue", low, high) else before.venue
    return None if apart or between != before.venue else before.venue
