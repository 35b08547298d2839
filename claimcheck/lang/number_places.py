"""Where in a text a number may begin: the words between blanks that hold digits or a word of the lexicon.

News says few words, each of them many times: what a word between blanks holds is worked out once and kept, so that a
text is passed over by one look-up a word, and is read only where something is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress
from typing import Final, Literal, NamedTuple

from claimcheck.lang.number_tables import Tables, tables
from claimcheck.lang.number_tokens import (
    Token,
    adjoins,
    begins,
    digits_at,
    parsed,
    unmarked,
    word_token,
    written_before,
)

#: words kept, at most: those of some thousand articles
_MOST = 1 << 15
#: a longer one is no word but an address, or of a script that has no blanks
_LONGEST: Final = 48
_RUN: Final = re.compile(r"[^\W_]+")
_DIGITS: Final = re.compile(r"\d+")
#: digits with nothing about them that says anything of their value: marks, or a word behind a hyphen
_BARE: Final = re.compile(
    r"""[("'\[$€£]?(\d+(?:[.,\u066b\u066c\u060c]\d+)*)(?:[)\]"'.,:;!?%\u060c\u061b\u061f]*|-[^\W\d_]\D*)""")
_LAST: Final = re.compile(r"[^\W_]+\Z")
#: lengths of what is written onto a word
_ONTO = range(1, 5)
_NOTHING: Final[frozenset[str]] = frozenset()
_NOWHERE: Final = -9


class Place(NamedTuple):
    """Where in a word something may begin; offsets in the word."""

    #: of the first digit or letter; of a number word, that of the mark before it: -1 for the blank before the word
    at: int
    kind: Literal["digits", "word", "bound", "verb", "label"]
    #: behind what begins there
    stop: int = 0
    #: what it is by itself; None where it is nothing, or has to be read in its text
    token: Token | None = None
    #: words that may go on with it, if they follow; None: whatever follows, it has to be read in its text
    follow: frozenset[str] | None = _NOTHING
    #: function words one of which has to stand before: it begins there
    lead: tuple[str, ...] = ()


class Places(dict[str, list[Place]]):
    """Word between blanks -> what may begin in it: nothing in most."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self.tables = tables
        opening = (word if word.isalpha() else _RUN.findall(word)[0] for word in tables.words)
        self.signs = {bound for bound in tables.bounds_led if not bound.isalnum()}
        self.telling = {*opening, *tables.led, *tables.bounds_led, *tables.subject_verbs, *tables.nots["labels_apart"]}

    def __missing__(self, word: str) -> list[Place]:
        places = [*self._digits(word)] if not word.isalpha() and _DIGITS.search(word) else []
        if self._tells(word):
            places = sorted((*places, *self._words(word), *self._beside(word)), key=lambda place: place.at)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = places
        return places

    def _tells(self, word: str) -> bool:
        """Whether a word holds any of those that are looked for; most hold none."""
        telling, clitics = self.telling, self.tables.clitics
        if not word.isalpha() and not self.signs.isdisjoint(word):
            return True
        for run in (word,) if word.isalpha() else _RUN.findall(word):
            if run in telling:
                return True
            for n in _ONTO if clitics else ():
                if run[:n] in clitics and run[n:] in telling:
                    return True
        return False

    def _words(self, word: str) -> Iterator[Place]:
        """Number words; those that look like duals and are none are left out: they do not take digits in them."""
        marked = f" {word}"
        for run in _RUN.finditer(word):
            at, follow = run.start(), self._follow(word[run.start() :]) if len(word) <= _LONGEST else None
            if not at and run[0] in self.tables.led:
                yield Place(-1, "word", follow=None, lead=self.tables.led[run[0]])
            m = self.tables.word.match(marked, at)
            if m is None:
                if follow or follow is None:
                    yield Place(at - 1, "word", follow=follow)
                continue
            token, stop = word_token(self.tables, m, -1), m.end() - 1
            if token and token.kind == "nothing" and word[stop - 1].isdigit():
                yield Place(at - 1, "word", follow=None)  # "5" may be a share: the text behind it tells
            elif token or follow:
                yield Place(at - 1, "word", stop, token, follow)

    def _follow(self, rest: str) -> frozenset[str]:
        """The words that may go on with a phrase whose first piece is ``rest``, with letters written onto it."""
        known = self.tables.phrases
        return _NOTHING.union(*(known[stem] for stem in self.tables.stems(rest) if stem in known))

    def _digits(self, word: str) -> Iterator[Place]:
        bare = _BARE.fullmatch(word)
        if bare:
            yield Place(bare.start(1), "digits", bare.end(1), parsed(self.tables, *bare.span(1), bare[1]))
            return
        for digits in _DIGITS.finditer(word):
            yield Place(digits.start(), "digits", digits.end())

    def _beside(self, word: str) -> Iterator[Place]:
        """What makes something of a number that is near."""
        tables = self.tables
        for run in _RUN.finditer(word):
            lead = tables.bounds_led.get(run[0])
            if lead is not None and not (lead and run.start()):
                yield Place(run.start(), "bound", lead=lead)
            stems = tables.stems(run[0])
            if not tables.subject_verbs.isdisjoint(stems):
                yield Place(run.start(), "verb")
            if not tables.nots["labels_apart"].isdisjoint(stems):
                yield Place(run.start(), "label")
        for at, letter in enumerate(word):
            if letter in self.signs:
                yield Place(at, "bound")


@cache
def places(code: str) -> Places:
    """The places of a language."""
    return Places(tables(code))


class Found(NamedTuple):
    """What a text has that takes part in numbers: tokens, and the offsets of what makes something of one near it."""

    tokens: list[Token]
    #: of what may be a qualifier behind a number
    bounds: list[int]
    #: of verbs that say something of the number behind their subject
    verbs: list[int]
    #: of labels that need not stand at once before a number
    labels: list[int]


def lex(text: str, words: list[str], places: Places, start: int, end: int) -> Found:
    """What there is in ``text[start:end]``, in order; ``words`` are what stands there between single blanks."""
    return _Lexer(text, words, places.tables, start, end).found(places)


class _Lexer:
    """Passes over a text; ``free`` is where what is read of it ends."""

    def __init__(self, text: str, words: list[str], tables: Tables, start: int, end: int) -> None:
        self.text, self.words, self.tables, self.start, self.end = text, words, tables, start, end
        self.definite = tables.figures.grammar.definite
        self.tokens: list[Token] = []
        self.free = start
        #: behind the last digits that are of a name: what is hyphened to them is of it, too
        self.named = _NOWHERE

    def found(self, places: Places) -> Found:
        words, base, before = self.words, self.start, 0
        beside: dict[str, list[int]] = {"bound": [], "verb": [], "label": []}
        if not self.start:
            self._unmarked(0)
        for i in compress(range(len(words)), map(places.__getitem__, words)):
            if i > before:
                base += len(" ".join(words[before:i])) + 1
                before = i
            for at, kind, stop, token, follow, lead in places[words[i]]:
                if lead:
                    back = self._back(i, lead)
                    if not back:
                        continue
                    at -= back
                if kind == "digits":
                    self._digits(i, base, at, stop, token)
                elif kind == "word":
                    is_open = follow is None or bool(follow and _goes_on(follow, words[i + 1]))
                    if is_open or stop:
                        self._word(base, at, stop, token, is_open)
                else:
                    beside[kind].append(base + at)
        return Found(self.tokens, beside["bound"], beside["verb"], beside["label"])

    def _add(self, token: Token, stop: int) -> None:
        """Adds a token, or what it adds to the last one; all is read up to ``stop``."""
        if token.begin - self.free > 1 or not self.tokens or not adjoins(
                self.text, self.tables, self.tokens[-1], token):
            self.tokens.append(token)
        self.free = stop

    def _back(self, i: int, lead: tuple[str, ...]) -> int:
        """How far before the word ``i`` the phrase begins that one of ``lead`` opens; 0 where none does."""
        words = self.words
        apart = 1 if i < 2 or words[i - 1] else 2
        last = words[i - apart] if i else ""
        run = _LAST.search(last) if last.endswith(lead) else None
        return len(run[0]) + apart if run and any(stem in lead for stem in self.tables.stems(run[0])) else 0

    def _digits(self, i: int, base: int, at: int, stop: int, token: Token | None) -> None:
        """The digits in the word ``i``, which begins at ``base``."""
        at += base
        if at < self.free:  # "3 200 500,000": blanks have put the first digits of the word to those before it
            rest = _DIGITS.search(self.text, self.free, base + stop) if self.free < base + stop else None
            if rest is None:
                return
            at, token = rest.start(), None
        follower = self.words[i + 1]
        if token and not (follower[:1].isdecimal() and (stop == len(self.words[i]) or follower[:3] == "000")):
            token = token.moved(base)
            if self.definite and i and self.words[i - 1] in self.definite:
                written_before(self.text, self.tables, token)
            self._add(token, token.end)
        elif not self._is_named(at) and begins(self.text, self.tables, at):
            self._add(*digits_at(self.text, self.tables, at, self.end))
            if self.text[self.free : self.free + 1].isalpha():  # «13ألف»
                self._unmarked(self.free)
        else:
            self.free = self.named = base + stop

    def _is_named(self, at: int) -> bool:
        """Whether digits go on from those of a name: "FY2023-24", "PM2.5"."""
        return at == self.named + 1 and self.text[at - 1] in "-."

    def _word(self, base: int, at: int, stop: int, token: Token | None, is_open: bool) -> None:
        """The number word behind the mark at ``at``; an open one has to be read in the text."""
        at += base
        if at < self.free - 1 or at < 0:
            return
        if is_open:
            m = self.tables.word.match(self.text, at, self.end)
            token, stop = (word_token(self.tables, m), m.end()) if m else (None, 0)
        elif stop:
            token, stop = token.moved(base) if token else None, base + stop
        if token:
            self._add(token, stop)
        elif stop > self.free:
            self.free = stop

    def _unmarked(self, at: int) -> None:
        """The word at a place with no mark before it: the start of the text, or digits."""
        if token := unmarked(self.text, self.tables, at, self.end):
            self._add(token, token.end)


def _goes_on(follow: frozenset[str], word: str) -> bool:
    """Whether a word may go on with a phrase; one that is not all letters is known by its first character alone."""
    return word in follow or (not word.isalpha() and word[:1] in follow)
