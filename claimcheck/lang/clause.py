"""A sentence with its words, its figures, and what stands between them: the ground on which facets are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.lang.fold import Folded
from claimcheck.lang.pack import LanguagePack
from claimcheck.lang.phrases import Lexicon, Word
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
        start, end = self.folded.index(mention.start), self.folded.index(mention.end)
        inside = [i for i, w in enumerate(self.words) if w.start < end and w.end > start]
        if inside:
            core, behind = self.folded.index(mention.core_start), self.folded.index(mention.core_end)
            first = next((i for i in inside if self.words[i].end > core), inside[0])
            last = next((i for i in inside if self.words[i].start >= behind), inside[-1] + 1)
            figure = Figure(mention, inside[0], first, last, inside[-1] + 1)
            self.figures.append(figure)
            self.owner |= dict.fromkeys(inside, figure)

    def text(self, first: int, last: int) -> str:
        """The original text of the words ``first`` to ``last``, exclusive."""
        if first >= last:
            return ""
        return self.folded.original[
            self.folded.start(self.words[first].start) : self.folded.end(self.words[last - 1].end)
        ]

    def capital(self, index: int) -> bool:
        """Whether the original word begins with a capital letter."""
        return self.folded.original[self.folded.start(self.words[index].start)].isupper()

    def barrier(self, first: int, last: int, figure: Figure) -> int:
        """How much separates two places of the sentence: clause breaks, commas, and other figures between them."""
        cost = 0
        seen: set[int] = set()
        for i in range(first, last):
            text = self.words[i].text
            if text in _BREAKS:
                cost += 4
            elif text in _COMMAS:
                cost += 1
            other = self.owner.get(i)
            if other is not None and other is not figure and id(other) not in seen:
                seen.add(id(other))
                cost += 4
        return cost
