"""Which one of a series a figure speaks of: "the fourth night", "the first tranche", «الدفعة السابعة»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.lang.clause import STOPS, Figure, Sentence

#: an ordinal and its noun stand at most this many words from their figure
_REACH: Final = 10
#: what opens a sentence ends within so many words
_OPENING: Final = 6


def series(sentence: Sentence, figure: Figure) -> list[str]:
    """What narrows the figure to one of a series, as "batch 1"; of several figures the nearest is meant, and all where
    it opens the sentence: "In the first round Lima won 36 percent, Duarte 32"."""
    members = list(_members(sentence))
    opens = len(members) == 1 and members[0][1] <= _OPENING and figure.first >= members[0][1]
    return [name for first, end, name in members if opens or _nearest(sentence, first, end) is figure]


def _members(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The members that the sentence names, as (first word, end, name)."""
    for at in sentence.having("series"):
        beside = (at + 1, at - 1) if sentence.pack.grammar.head_first else (at - 1,)
        ordinal = next((i for i in beside if i in sentence.ordinals), None)
        kind = sentence.words[at].entry("series")
        if kind is not None and ordinal is not None:
            yield min(at, ordinal), max(at, ordinal) + 1, f"{kind.concept} {sentence.ordinals[ordinal]}"


def _nearest(sentence: Sentence, first: int, end: int) -> Figure | None:
    """The nearest figure of the clause; of two as near the one behind."""
    gaps = [(_gap(sentence, f, first, end), -f.first, n) for n, f in enumerate(sentence.figures)]
    best = min(gaps, default=None)
    return sentence.figures[best[2]] if best and best[0] <= _REACH else None


def _gap(sentence: Sentence, figure: Figure, first: int, end: int) -> int:
    low, high = (end, figure.first) if figure.first >= end else (figure.end, first)
    stopped = any(w.text in STOPS for w in sentence.words[low:high])
    return _REACH + 1 if stopped else max(0, high - low)
