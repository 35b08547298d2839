"""Sentences and words of a folded text."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.lang.fold import Folded

#: a stop with its closing quotes, before blank space; or the end of a line (one class in front is passed over fast)
_STOP: Final = re.compile(r"[.!?؟…\n](?:(?<=\n)\n*|(?<!\n)[.!?؟…]*[\"')\]»”]*(?=\s))")
#: longer than any sentence of news: a table or a list without stops, or text made to take time
_LONGEST: Final = 1_500
#: at the end of a text that is read backwards
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NEXT: Final = re.compile(r"\s+(\w)")
#: letters in a run, digits in a run, or one other visible character
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,٫٬:/]\d+)*|[^\w\s]|_")


def tokens(text: str) -> list[str]:
    """Words, numbers and punctuation: all but blanks."""
    return _TOKEN.findall(text)


def sentences(folded: Folded, short: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Spans of the sentences in the folded text; ``short`` are the language's abbreviations, folded."""
    text, spans, begin = folded.text, list[tuple[int, int]](), 0
    for stop in _STOP.finditer(text):
        at, end = stop.span()
        if text[at] != "." or not _abbreviates(folded, short, at, end):
            spans += _trimmed(text, begin, end)
            begin = end
    return spans + _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A span without the blanks at its ends; none where it is blank."""
    if end - start > _LONGEST:
        return [part for piece in _cut(text, start, end) for part in _trimmed(text, *piece)]
    piece = text[start:end].lstrip()
    start = end - len(piece)
    return [(start, start + len(piece.rstrip()))] if piece else []


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A span in pieces of at most _LONGEST: each figure is held against its whole sentence."""
    pieces = []
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > 0 else start + _LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _abbreviates(folded: Folded, short: frozenset[str], dot: int, after: int) -> bool:
    """Whether a full stop shortens a word: one letter, a known short form, or a small letter follows."""
    text = folded.text
    if last := _LETTERS.match(text[max(0, dot - 12) : dot][::-1]):
        word = last.group()[::-1]
        if word in short or (len(word) == 1 and word.isascii()):
            return True
    follow = _NEXT.match(text, after)
    return follow is not None and folded.original[folded.start(follow.start(1))].islower()
