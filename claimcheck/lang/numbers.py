"""The figures of a text with their bounds, its dates, and what looks like a figure and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.lang.bounds import interval
from claimcheck.lang.dates import Date, dates, is_year
from claimcheck.lang.duals import duals
from claimcheck.lang.fold import Folded
from claimcheck.lang.number_context import Behind, Before, behind, before
from claimcheck.lang.number_tables import Tables, Unit, tables
from claimcheck.lang.number_tokens import Token, lex
from claimcheck.lang.numerals import Numeral, numerals
from claimcheck.lang.pack import LanguagePack, languages, load
from claimcheck.model import Mention, Number, Qualifier


@dataclass(frozen=True, slots=True)
class Skipped:
    """Digits or number words that are no figure, and why; original offsets."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text says in numbers, each list in the text's order, original offsets."""

    mentions: list[Mention]
    dates: list[Date]
    skipped: list[Skipped]


def quantities(text: str, lang: str | None = None) -> list[Mention]:
    """The figures of a text, in order.

    ``lang`` is a pack's code; without it each line is read in the language of its script. A percentage keeps the
    number that is written (value 25, unit ``%``), a range its two ends (value None): ``Mention.quantity()`` gives
    the share of one and the midpoint. Raises ClaimcheckError for a language that has no pack.
    """
    folded = Folded.of(text)
    if lang is not None:
        return read(folded, load(lang)).mentions
    return [m for pack, start, end in _by_script(folded) for m in _read(folded, pack, start, end).mentions]


def read(source: str | Folded, pack: LanguagePack) -> Reading:
    """Everything that a text says in numbers, read once."""
    folded = Folded.of(source) if isinstance(source, str) else source
    return _read(folded, pack, 0, len(folded.text))


def _by_script(folded: Folded) -> Iterator[tuple[LanguagePack, int, int]]:
    """The text in runs of lines of one script, each with the pack of that script."""
    packs = [(load(code), re.compile(f"[{load(code).letters}]")) for code in languages()]
    current, begin = None, 0
    for start, end in zip(folded.lines, (*folded.lines[1:], len(folded.text)), strict=True):
        counts = [(len(letters.findall(folded.text, start, end)), pack) for pack, letters in packs]
        most = max(counts, key=lambda c: c[0])
        if not most[0] or most[1] is current:
            continue
        if current is not None:
            yield current, begin, start
            begin = start
        current = most[1]
    yield current or packs[0][0], begin, len(folded.text)


def _read(folded: Folded, pack: LanguagePack, start: int, end: int) -> Reading:
    return _Reader(folded, tables(pack.code), start, end).reading()


class _Reader:
    """Reads one run of text in one language; all offsets are folded until the end."""

    def __init__(self, folded: Folded, tables: Tables, start: int, end: int) -> None:
        self.folded, self.text, self.tables = folded, folded.text, tables
        self.start, self.end = start, end
        self.mentions: list[Mention] = []
        self.skipped: list[Skipped] = []
        self.free = start

    def reading(self) -> Reading:
        tokens = lex(self.text, self.tables, self.start, self.end)
        capitals = self._capitals()
        found = dates(self.text, tokens, capitals)
        rest = self._undated(tokens, found)
        self.numbers = numerals(self.text, rest, self.tables)
        at = 0
        while at < len(self.numbers):
            at += self._numeral(at)
        self._duals()
        self.mentions.sort(key=lambda m: (m.start, m.end))
        return Reading([self._original(m) for m in self.mentions],
                       [replace(d, start=self.folded.start(d.start), end=self.folded.end(d.end)) for _, _, d in found],
                       [Skipped(self.folded.start(s.start), self.folded.end(s.end), s.reason) for s in self.skipped])

    def _capitals(self) -> str | None:
        if not self.tables.figures.grammar.capitals:
            return None
        return self.folded.original if not self.folded.cuts else "".join(
            self.folded.original[self.folded.start(i)] for i in range(len(self.text)))

    def _undated(self, tokens: list[Token], found: list[tuple[int, int, Date]]) -> list[Token]:
        dated = {i for first, last, _ in found for i in range(first, last)}
        return [t for i, t in enumerate(tokens) if i not in dated]

    def _numeral(self, at: int) -> int:
        """Reads the numeral at ``at``, and the other end where it is a range; returns how many were read."""
        n = self.numbers[at]
        if n.begin < self.free:
            return 1
        left, right = before(self.text, self.tables, n.begin, n.head), behind(self.text, self.tables, n.end)
        if reason := self._no_figure(n, left, right):
            self._skip(n, reason)
            return 1
        self._mention(n, left, right, at)
        return 1

    def _skip(self, n: Numeral, reason: str) -> None:
        self.skipped.append(Skipped(n.start, n.end, reason))

    def _no_figure(self, n: Numeral, left: Before, right: Behind) -> str:
        if right.tail:
            return right.tail
        if left.cue in ("label", "age", "clock") and not right.unit and not left.qualifier:
            return left.cue
        return ""

    def _mention(self, n: Numeral, left: Before, right: Behind, at: int) -> None:
        unit = right.unit or left.unit
        qualifier: Qualifier = left.qualifier or "exact"
        end = right.end if right.unit else n.end
        stop = self.numbers[at + 1].begin if at + 1 < len(self.numbers) else self.end
        low: Number | None
        high: Number | None
        tail = self.tables.behind.match(self.text, end, stop)
        if tail and not left.qualifier:
            qualifier = self.tables.bounds[tail.group(1)]  # type: ignore[assignment]
        if tail:
            end = tail.end(1)
        if n.value is None:
            low, high, qualifier = n.low, n.high, "vague"
        else:
            low, high = interval(n.value, qualifier, n.form)
        kind = unit.kind if unit else "share" if n.form == "fraction" else "count"
        form = "percent" if kind == "share" and n.form != "fraction" else n.form
        self.mentions.append(Mention(left.start, end, n.value, low, high, qualifier, unit.code if unit else None, kind,
                                     n.start, n.end, form))
        self.free = end

    def _duals(self) -> None:
        for start, end in duals(self.text, self.tables, self.start, self.end):
            self.mentions.append(Mention(start, end, 2, 2, 2, "exact", None, "count", start, end, "dual"))

    def _original(self, m: Mention) -> Mention:
        start, end = self.folded.start, self.folded.end
        return replace(m, start=start(m.start), end=end(m.end), core_start=start(m.core_start), core_end=end(m.core_end))


__all__ = ["Date", "Reading", "Skipped", "Unit", "is_year", "quantities", "read"]
