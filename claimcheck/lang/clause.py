"""A sentence with its words, its figures, and what stands between them: the ground on which facets are read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from claimcheck.lang.fold import Folded
from claimcheck.lang.pack import LanguagePack
from claimcheck.lang.phrases import Lexicon, Word
from claimcheck.lang.sentences import starts
from claimcheck.model import Mention

_BREAKS = frozenset(";؛:()[]—–")
_COMMAS = frozenset(",،\"'-/")


@dataclass(slots=True, eq=False)
class Figure:
    """A mention as words of its sentence: its qualifier from ``first``, the number from ``core`` to ``last``,
    exclusive, and its unit up to ``end``."""

    mention: Mention
    first: int
    core: int
    last: int
    end: int


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence of an article; ``start`` and ``end`` are folded offsets, ``words`` its tokens in order."""

    folded: Folded
    lexicon: Lexicon
    start: int
    end: int
    words: list[Word]
    figures: list[Figure] = field(default_factory=list)
    #: word index -> figure that owns the word
    owner: dict[int, Figure] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    #: what has been asked of the words so far: tables -> which have an entry of one, small word -> where it stands
    _tables: frozenset[str] = frozenset()
    _having: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    _cued: dict[str, list[int]] = field(default_factory=dict)
    #: what the words up to each one separate
    _breaks: list[int] = field(default_factory=list)

    @property
    def pack(self) -> LanguagePack:
        return self.lexicon.pack

    @classmethod
    def of(cls, folded: Folded, lexicon: Lexicon, span: tuple[int, int], mentions: list[Mention]) -> Sentence:
        sentence = cls(folded, lexicon, *span, words=lexicon.read(folded.text, *span))
        for mention in mentions:
            sentence._add(mention)
        return sentence

    def _add(self, mention: Mention) -> None:
        index = self.folded.index
        first, end = self.span(index(mention.start), index(mention.end))
        if first < end:
            core, behind = self.span(index(mention.core_start), index(mention.core_end))
            core = core if first <= core < end else first
            figure = Figure(mention, first, core, min(max(first, behind), end), end)
            self.figures.append(figure)
            self.owner |= dict.fromkeys(range(first, end), figure)

    @property
    def starts(self) -> list[int]:
        """Where the words begin, folded offsets: few sentences are asked."""
        if not self._starts:
            self._starts = starts(self.folded.text, self.start, self.end)
        return self._starts

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The words that share a character with a folded span: the first, and the one behind the last."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return first + (self.ends(first) <= start), bisect_left(self.starts, end)

    def ends(self, index: int) -> int:
        """Where a word ends, as a folded offset."""
        return self.starts[index] + len(self.words[index].text)

    def having(self, *tables: str) -> list[int]:
        """The words that have an entry of one of the tables, in order."""
        found = self._having.get(tables)
        if found is None:
            asked = frozenset(tables)
            self._tables = self._tables or frozenset().union(*[word.tables for word in self.words])
            found = self._having[tables] = [] if asked.isdisjoint(self._tables) else [
                at for at, word in enumerate(self.words) if not asked.isdisjoint(word.tables)]
        return found

    def cued(self, name: str, first: int, last: int) -> bool:
        """Whether a small word of this name stands among the words ``first`` to ``last``, exclusive."""
        found = self._cued.get(name)
        if found is None:
            found = self._cued[name] = [at for at, word in enumerate(self.words) if name in word.cues]
        return bool(found) and any(first <= at < last for at in found)

    def text(self, first: int, last: int) -> str:
        """The original text of the words ``first`` to ``last``, exclusive."""
        if first >= last:
            return ""
        return self.folded.original[self.folded.start(self.starts[first]) : self.folded.end(self.ends(last - 1))]

    def capital(self, index: int) -> bool:
        """Whether the original word begins with a capital letter."""
        return self.folded.original[self.folded.start(self.starts[index])].isupper()

    def barrier(self, first: int, last: int, figure: Figure) -> int:
        """How much separates two places of the sentence: clause breaks, commas, and other figures between them."""
        if not self._breaks:
            self._breaks = [0, *accumulate(map(_break, self.words))]
        between = {f for i in range(first, last) if (f := self.owner.get(i)) and f is not figure}
        return (self._breaks[last] - self._breaks[first] if first < last else 0) + 4 * len(between)


def _break(word: Word) -> int:
    return 4 if word.text in _BREAKS else 1 if word.text in _COMMAS else 0
