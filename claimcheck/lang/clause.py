"""A sentence with its words, its figures, and what stands between them: the ground on which facets are read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import attrgetter, itemgetter
from typing import Final

from claimcheck.lang.fold import Folded
from claimcheck.lang.phrases import Chunk, Lexicon, Word
from claimcheck.model import Mention

#: end a clause; with a colon, what is told in it; with commas, one thing that is told
STOPS: Final = frozenset(".;؛")
BREAKS: Final = STOPS | {":"}
COMMAS: Final = frozenset(",،")
PAUSES: Final = BREAKS | COMMAS
_APART, _STEPS = attrgetter("apart"), itemgetter(1)


@dataclass(slots=True, eq=False)
class Figure:
    """A mention as words of its sentence: its qualifier from ``first``, the number from ``core`` to ``last``,
    exclusive, and its unit up to ``end``."""

    mention: Mention
    first: int
    core: int
    last: int
    end: int
    #: whether something is written onto its first word before it: «و40»
    joined: bool


class Sentence:
    """One sentence of an article; ``start`` and ``end`` are folded offsets, ``words`` its tokens in order."""

    def __init__(self, folded: Folded, lexicon: Lexicon, span: tuple[int, int], words: list[Word], chunks: list[Chunk],
                 topics: dict[str, list[int]]) -> None:
        self.folded, self.lexicon, self.pack, self.words = folded, lexicon, lexicon.pack, words
        self.start, self.end = span
        #: topic -> the words that have it, in order (see `topics`). What is not here need not be looked for
        self.topics = topics
        self.figures: list[Figure] = []
        #: word index -> figure that owns the word
        self.owner: dict[int, Figure] = {}
        #: word index -> which one its ordinal names
        self.ordinals: dict[int, int] = {}
        self._chunks = chunks
        self._starts: Sequence[int] = ()
        self._original = ""
        #: several topics -> the words that have one of them
        self._several: dict[tuple[str, ...], list[int]] = {}
        #: what the words up to each one separate
        self._breaks: Sequence[int] = ()

    @classmethod
    def of(cls, folded: Folded, lexicon: Lexicon, span: tuple[int, int], mentions: list[Mention]) -> Sentence:
        chunks = lexicon.chunks(folded.text[span[0] : span[1]])
        words = lexicon.joined(chunks)
        topics: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            for topic in word.topics:
                topics[topic].append(at)
        sentence = cls(folded, lexicon, span, words, chunks, topics)
        for mention in mentions:
            sentence._add(mention)
        return sentence

    def _add(self, mention: Mention) -> None:
        index = self.folded.index
        start = index(mention.start)
        first, end = self.span(start, index(mention.end))
        if mention.kind == "duration" and end < len(self.words) and self.words[end].entry("weekday", "day"):
            # the unit opens a day and is none of the figure: «ارتفع العدد إلى 40 يوم الأحد»
            mention = mention._replace(kind="count", unit=None, end=mention.core_end)
            first, end = self.span(start, index(mention.end))
        if first < end:
            core, behind = first, end
            if mention.core_start > mention.start or mention.core_end < mention.end:
                core, behind = self.span(index(mention.core_start), index(mention.core_end))
            core = core if first <= core < end else first
            joined = start > self._starts[first]
            figure = Figure(mention, first, core, min(max(first, behind), end), end, joined)
            self.figures.append(figure)
            for at in range(first, end):
                self.owner[at] = figure

    @property
    def starts(self) -> Sequence[int]:
        """Where the words begin, folded offsets: few sentences are asked."""
        if not self._starts:
            found = list(accumulate(chain.from_iterable(map(_STEPS, self._chunks)), initial=self.start))
            single_spaced = found.pop() == self.end + 1
            self._starts = found if single_spaced else self._spaced()
        return self._starts

    def _spaced(self) -> list[int]:
        """Where the words begin, with any blanks between them."""
        text, at, found = self.folded.text, self.start, list[int]()
        for word in self.words:
            found.append(text.index(word.text, at))
            at = found[-1] + word.size
        return found

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The words that share a character with a folded span: the first, and the one behind the last."""
        starts = self._starts or self.starts
        first = max(0, bisect_right(starts, start) - 1)
        behind = starts[first] + self.words[first].size
        return first + (behind <= start), bisect_left(starts, end)

    @property
    def original(self) -> str:
        """The sentence as its article has it."""
        if not self._original:
            start, end = self.folded.span(self.start, self.end)
            self._original = self.folded.original[start:end]
        return self._original

    def ends(self, index: int) -> int:
        """Where a word ends, as a folded offset."""
        return self.starts[index] + self.words[index].size

    def having(self, *topics: str) -> list[int]:
        """The words that have one of the topics, in order."""
        if len(topics) == 1:
            return self.topics.get(topics[0], [])
        if topics not in self._several:  # the same few are asked for figure after figure
            found = [self.topics[topic] for topic in topics if topic in self.topics]
            self._several[topics] = sorted(set().union(*found)) if len(found) > 1 else found[0] if found else []
        return self._several[topics]

    def cued(self, topic: str, first: int, last: int) -> bool:
        """Whether a word of this topic stands among the words ``first`` to ``last``, exclusive."""
        if topic in self.topics:  # hardly ever
            for at in self.topics[topic]:
                if first <= at < last:
                    return True
        return False

    def tells(self, table: str, concept: str, first: int, last: int) -> bool:
        """The same of what somebody says ("says", "verb") or when ("time", "since")."""
        return self.cued(f"{table}:{concept}", first, last)

    def cues(self, name: str) -> list[int]:
        """Where the small words of this name stand, in order."""
        return self.topics.get(name, [])

    def between(self, first: int, last: int) -> list[Figure]:
        """The figures that own one of the words ``first`` to ``last``, exclusive, in order."""
        return [f for f in self.figures if f.first < last and first < f.end and self._owns(f, first, last)]

    def _owns(self, figure: Figure, first: int, last: int) -> bool:
        return figure in map(self.owner.get, range(max(first, figure.first), min(last, figure.end)))

    def text(self, first: int, last: int) -> str:
        """The original text of the words ``first`` to ``last``, exclusive."""
        if first >= last:
            return ""
        starts, folded = self._starts or self.starts, self.folded
        start, end = starts[first], starts[last - 1] + self.words[last - 1].size
        if folded.cuts:
            start, end = folded.span(start, end)
        return folded.original[start:end]

    def repeats(self, text: str) -> bool:
        """Whether a text stands in its article before it, as it is written."""
        return self.folded.original.find(text, 0, self.folded.start(self.start)) >= 0

    def capital(self, index: int) -> bool:
        """Whether the original word begins with a capital letter."""
        return self.folded.original[self.folded.start(self.starts[index])].isupper()

    def barrier(self, first: int, last: int, figure: Figure) -> int:
        """How much separates two places of the sentence: clause breaks, commas, and other figures between them, but for
        spans of time («قتل خلال 48 ساعة 9 أشخاص»)."""
        if first >= last:
            return 0
        if not self._breaks:
            costs = list(map(_APART, self.words))
            for other in self.figures:
                costs[other.first] += 4 * (self.owner[other.first] is other and other.mention.kind != "duration")
            self._breaks = [0, *accumulate(costs)]
        cost = self._breaks[last] - self._breaks[first]
        if first and first in self.owner and self.owner[first] is self.owner.get(first - 1):
            cost += 4  # a figure that begins before
        if figure.first < last and first < figure.end and figure.mention.kind != "duration":
            cost -= 4 * self._owns(figure, first, last)
        return cost


class Unread:
    """A sentence that is read when somebody asks for it: of most without figures nobody does."""

    def __init__(self, folded: Folded, lexicon: Lexicon, span: tuple[int, int], mentions: list[Mention]) -> None:
        self.folded, self.lexicon, self.span, self.mentions = folded, lexicon, span, mentions
        self._sentence: Sentence | None = None

    @property
    def original(self) -> str:
        """The sentence as its article has it."""
        start, end = self.folded.span(*self.span)
        return self.folded.original[start:end]

    def sentence(self) -> Sentence:
        """The sentence with its words and figures."""
        if self._sentence is None:
            self._sentence = Sentence.of(self.folded, self.lexicon, self.span, self.mentions)
        return self._sentence
