"""How badly things were hit: "partly destroyed", «انهار بشكل كلي», "damaged or destroyed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from claimcheck.lang.clause import STOPS, Sentence
from claimcheck.lang.pack import ancestors, canonical
from claimcheck.lang.topics import HARM, TABLES
from claimcheck.stages.draft import Draft

_PARTLY: Final = "partly_destroyed"
_EITHER: Final = "destroyed_or_damaged"
#: harm of which its extent may be told
_EXTENTS: Final = frozenset(HARM) | {_PARTLY, _EITHER}
#: harm that may leave something standing
_SOME: Final = frozenset(("damaged", "affected"))
#: "partly" stands at most so many words before the event or its figure, or behind them
_REACH: Final = 4


def take_extent(draft: Draft) -> None:
    """Gives a draft of harm the event that its extent makes of it, where the sentence says how much of each thing was
    hit."""
    found, sentence = draft.predicate, draft.sentence
    if found is None or canonical(found.concept) not in _EXTENTS or _of_people(draft):
        return
    at = found.at if found.at in sentence.cues("harm") else draft.figure.first
    said = sorted(_said(draft, at))
    if _either(sentence, at) or (len(said) > 1 and _joined(sentence, said[0][1], said[1][1])):
        draft.predicate = replace(found, concept=_EITHER)
    elif said:
        draft.predicate = replace(found, concept=_PARTLY if sentence.words[said[0][1]].cue("partly") else "destroyed")


def _of_people(draft: Draft) -> bool:
    """Whether people are hit, who are not so in part: "the partial shutdown affects 9,000 clerks"."""
    return draft.phrase.concept is not None and ancestors(draft.phrase.concept)[-1] in ("person", "job")


def _said(draft: Draft, at: int) -> Iterator[tuple[int, int]]:
    """The words that say so of the figure, each behind its distance: no other figure stands between, and no clause
    ends."""
    figure, sentence = draft.figure, draft.sentence
    high = max(draft.phrase.end, figure.end)
    low, behind = min(at, figure.first), max(high, at + 1)
    for cue in sentence.having("partly", "wholly"):
        between = range(min(cue, figure.first), max(cue, high))
        own = all(sentence.owner.get(i, figure) is figure and sentence.words[i].text not in STOPS for i in between)
        if own and low - _REACH <= cue < behind + _REACH:
            yield max(figure.first - cue, cue - figure.last), cue


def _either(sentence: Sentence, at: int) -> bool:
    """Whether "and" or "or" joins the event to one of another extent: "destroyed or damaged", «تدمير وتضرر»."""
    beside = (n for n in sentence.cues("harm") if n != at)
    return any(_joined(sentence, n, at) and _is_some(sentence, n) != _is_some(sentence, at) for n in beside)


def _joined(sentence: Sentence, one: int, other: int) -> bool:
    """Whether a joining word stands between two words, or is written onto the second."""
    first, second = sorted((one, other))
    joins, words = sentence.pack.grammar.joins, sentence.words
    end = first + max(1, words[first].width)
    return words[end].text in joins if second == end + 1 else second == end and words[second].before[:1] in joins


def _is_some(sentence: Sentence, at: int) -> bool:
    found = sentence.words[at].entry(*TABLES)
    return found is not None and canonical(found.concept) in _SOME
