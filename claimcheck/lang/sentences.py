"""Sentences and words of a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.lang.fold import Folded

#: a stop with its closing quotes, before blank space; or the end of a line (one class in front is passed over fast)
_STOP = re.compile(r"[.!?؟…\n](?:(?<=\n)\n*|(?<!\n)[.!?؟…]*[\"')\]»”]*(?=\s))")
#: longer than any sentence of news: a table or a list without stops, or text made to take time
_LONGEST = 1_500
_LAST = re.compile(r"[^\W\d_]+$")
_NEXT = re.compile(r"\s+(\w)")
#: letters in a run, digits in a run, or one other visible character
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,٫٬:/]\d+)*|[^\w\s]|_")


def tokens(text: str) -> list[str]:
    """Words, numbers and punctuation: all but blanks."""
    return _TOKEN.findall(text)


def sentences(folded: Folded, short: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Spans of the sentences in the folded text; ``short`` are the language's abbreviations, folded."""
    text = folded.text
    spans = []
    begin = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _abbreviates(folded, short, stop.start(), stop.end()):
            continue
        spans.append((begin, stop.end()))
        begin = stop.end()
    spans.append((begin, len(text)))
    pieces = (piece for a, b in spans for piece in _cut(text, a, b))
    return [_trim(text, a, b) for a, b in pieces if text[a:b].strip()]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span in pieces of at most _LONGEST: each figure is held against its whole sentence."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _abbreviates(folded: Folded, short: frozenset[str], dot: int, after: int) -> bool:
    """Whether a full stop shortens a word: one letter, a known short form, or a small letter follows."""
    text = folded.text
    word = _LAST.search(text[max(0, dot - 12) : dot])
    if word and ((len(word.group()) == 1 and word.group().isascii()) or word.group() in short):
        return True
    follow = _NEXT.match(text, after)
    return follow is not None and folded.original[folded.start(follow.start(1))].islower()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
