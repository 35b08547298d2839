"""Where in a text a number may begin: the words between blanks that hold digits or a word of the lexicon.

News says few words, each of them many times: what a word between blanks holds is worked out once and kept, so that a
text is passed over by one look-up a word, and is read only where something is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, compress
from typing import NamedTuple

from claimcheck.lang.number_tables import Tables, tables
from claimcheck.lang.number_tokens import (
    Token,
    begins,
    compound,
    digits_at,
    parsed,
    unmarked,
    word_token,
    written_before,
)

#: words kept, at most: those of some thousand articles
_MOST = 1 << 15
#: a longer one is no word but an address, or of a script that has no blanks
_LONGEST = 48
_RUN = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
#: digits with nothing but marks about them that say nothing of their value
_BARE = re.compile(r"""[("'\[$€£]?(\d+(?:[.,\u066b\u066c\u060c]\d+)*)[)\]"'.,:;!?%\u060c\u061b\u061f]*""")


class Place(NamedTuple):
    """Where in a word something may begin; offsets in the word."""

    #: of the first digit, or of the mark before a number word: -1 for the blank before the word
    at: int
    #: whether a number word begins there, not digits
    word: bool
    #: behind what begins there
    stop: int = 0
    #: what it is by itself; None where it is nothing, or has to be read in its text
    token: Token | None = None
    #: words that may go on with it, if they follow; None: whatever follows, it has to be read in its text
    follow: frozenset[str] | None = None


class Places(dict[str, tuple[Place, ...]]):
    """Word between blanks -> what may begin in it, in order: nothing in most."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self.tables = tables

    def __missing__(self, word: str) -> tuple[Place, ...]:
        found = tuple(sorted((*self._words(word), *self._digits(word)), key=lambda place: place.at))
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found

    def _words(self, word: str) -> Iterator[Place]:
        marked = f" {word}"
        for run in _RUN.finditer(word):
            at, follow = run.start(), self._follow(word[run.start() :]) if len(word) <= _LONGEST else None
            m = self.tables.word.match(marked, at)
            if m is None:
                if follow or follow is None:
                    yield Place(at - 1, True, follow=follow)
                continue
            token, stop = word_token(self.tables, m, -1), m.end() - 1
            if token and token.kind == "nothing" and word[stop - 1].isdigit():
                yield Place(at - 1, True)  # "5" may be a share: the text behind it tells
            elif token or follow or any(map(str.isdecimal, word[at:stop])):
                yield Place(at - 1, True, stop, token, follow)

    def _follow(self, rest: str) -> frozenset[str]:
        """The words that may go on with a phrase whose first piece is ``rest``, with letters written onto it."""
        known = self.tables.phrases
        return frozenset[str]().union(*(known[stem] for stem in self.tables.stems(rest) if stem in known))

    def _digits(self, word: str) -> Iterator[Place]:
        bare = _BARE.fullmatch(word)
        if bare:
            yield Place(bare.start(1), False, bare.end(1), parsed(self.tables, *bare.span(1), bare[1]))
            return
        for digits in _DIGITS.finditer(word):
            yield Place(digits.start(), False, digits.end())


@cache
def places(code: str) -> Places:
    """The places of a language."""
    return Places(tables(code))


def lex(text: str, words: list[str], places: Places, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]`` in order; ``words`` are what stands there between single blanks."""
    tokens: list[Token] = []
    last: Token | None = None
    for token in _found(text, words, places, start, end):
        if last is not None and token.begin - last.end == 1 and compound(text, places.tables, last, token):
            last.end, last.value, last.kind = token.end, last.value + token.value, "ordinals"
        else:
            tokens.append(token)
            last = token
    return tokens


def _found(text: str, words: list[str], places: Places, start: int, end: int) -> Iterator[Token]:
    """Words behind a mark, and digits with the word behind them («13ألف»), in order."""
    tables = places.tables
    definite = tables.figures.grammar.definite
    known = list(map(places.__getitem__, words))
    begin = list(accumulate(map(len, words), initial=start))
    free, last = start, len(words) - 1
    if not start and (token := unmarked(text, tables, 0, end)):
        yield token
        free = token.end
    for i in compress(range(len(words)), known):
        base, follower = begin[i] + i, words[i + 1] if i < last else ""
        for at, is_word, stop, token, follow in known[i]:
            at += base
            if is_word:
                if at < free - 1 or at < 0:
                    continue
                if follow is None or (follow and (follower in follow or not follower.isalpha())):
                    m = tables.word.match(text, at, end)
                    if m is None:
                        continue
                    free = m.end()
                    if token := word_token(tables, m):
                        yield token
                elif stop:
                    free = base + stop
                    if token:
                        yield token.moved(base)
            elif at >= free:
                if token is not None and not follower[:1].isdecimal():
                    free = base + stop
                    token = token.moved(base)
                    if i and words[i - 1] in definite:
                        written_before(text, tables, token)
                    yield token
                elif begins(text, tables, at):
                    token, free = digits_at(text, tables, at, end)
                    yield token
                    if text[free : free + 1].isalpha() and (token := unmarked(text, tables, free, end)):
                        yield token
                        free = token.end
                else:
                    free = base + stop
