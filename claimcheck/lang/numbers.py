"""The figures of a text with their bounds, its dates, and what looks like a figure and is none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.lang.bounds import interval
from claimcheck.lang.dates import Date, dates
from claimcheck.lang.duals import duals
from claimcheck.lang.fold import Folded
from claimcheck.lang.not_figures import continues, phone, reason
from claimcheck.lang.number_context import Figure, figures
from claimcheck.lang.number_pairs import common_unit, low_end, relation
from claimcheck.lang.number_tables import Tables, Unit, tables
from claimcheck.lang.number_tokens import Token, lex, number_of
from claimcheck.lang.numerals import numerals
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

    def reading(self) -> Reading:
        """Dates first, then numbers in what they leave, then nouns that are numbers by their form."""
        tokens = lex(self.text, self.tables, self.start, self.end)
        self.original = self._aligned()
        found = dates(self.text, self.original, tokens, self.tables)
        rest = _undated(tokens, found)
        self._figures(figures(self.text, self.tables, numerals(self.text, rest, self.tables)))
        self._words(rest)
        self.mentions.sort(key=lambda m: (m.start, m.end))
        self.skipped.sort(key=lambda s: (s.start, s.end))
        place, end = self.folded.start, self.folded.end
        return Reading([self._placed(m) for m in self.mentions],
                       [replace(d, start=place(d.start), end=end(d.end)) for d in self._dates(found)],
                       [replace(s, start=place(s.start), end=end(s.end)) for s in self.skipped])

    def _dates(self, found: list[tuple[int, int, Date]]) -> list[Date]:
        """The dates, and the years that stand alone."""
        years = (Date(s.start + m.start(), s.start + m.end(), int(m.group()))
                 for s in self.skipped if s.reason == "year" for m in _YEAR.finditer(self.text[s.start : s.end]))
        return sorted([*(d for _, _, d in found), *years], key=lambda d: d.start)

    def _aligned(self) -> str:
        """The original text, letter for letter beside the folded one: it still has its capitals."""
        if not self.folded.cuts:
            return self.folded.original
        return "".join(self.folded.original[self.folded.start(i)] for i in range(len(self.text)))

    def _figures(self, found: list[Figure]) -> None:
        free, at = self.start, 0
        while at < len(found):
            f = found[at]
            at += 1
            if f.n.begin < free:
                continue
            other = found[at] if at < len(found) else None
            joint = relation(self.text, self.tables, f, other) if other else ""
            if other and joint:
                at += 1
                free = self._pair(joint, f, other, self._stop(found, at))
            else:
                free = self._single(f, self._stop(found, at))

    def _stop(self, found: list[Figure], at: int) -> int:
        return found[at].n.begin if at < len(found) else self.end

    def _alone(self, start: int, end: int) -> bool:
        """Whether the text has nothing else: a number read by itself, not a line of a page."""
        text = self.text
        return len(text) - end + start < 8 and not (text[:start] + text[end:]).strip(" \n.,;:!?()\"-")

    def _single(self, f: Figure, stop: int) -> int:
        n = f.n
        alone = self._alone(f.left.start, f.end)
        if alone and n.value is not None and self.text[: n.start].strip() == "-":
            n.value = -n.value
        why = reason(self.text, self.original, self.tables, f, alone)
        if not why and self.skipped:
            last = self.skipped[-1]
            why = last.reason if continues(self.text, self.tables, last.reason, last.end, f) else ""
        if why:
            end = max(n.end, phone(self.text, n.start, n.end)) if why == "phone" else n.end
            self.skipped.append(Skipped(n.start, end, why))
            return end
        if n.value is None:
            return self._add(f, f.unit, "vague", None, n.low, n.high, f.end, n.form, stop)
        return self._add(f, f.unit, f.left.qualifier or "exact", n.value, None, None, f.end, n.form, stop)

    def _pair(self, joint: str, a: Figure, b: Figure, stop: int) -> int:
        low, high = a.n.value, b.n.value
        if joint in ("clock", "score", "year", "slash", "phone") and not (joint == "slash" and self._is_fraction(a, b)):
            self.skipped.append(Skipped(a.n.start, b.n.end, joint))
            return b.n.end
        assert low is not None and high is not None
        if joint == "range":
            if a.left.cue == "age":
                self.skipped.append(Skipped(a.n.start, b.n.end, "age"))
                return b.end
            a.left.start = min(a.left.start, a.left.opened) if a.left.between else a.left.start
            return self._add(a, common_unit(a, b), "range", None, low_end(a, b), high, b.end, "range", stop)
        if joint in ("ratio", "slash"):
            return self._add(a, None, a.left.qualifier or "exact", low / high, None, None, b.end, "fraction", stop)
        if joint in ("cents", "plus"):
            value = number_of(str(round(low + (high / 100 if joint == "cents" else high), 2)))
            return self._add(a, a.unit, a.left.qualifier or "exact", value, None, None, b.end, a.n.form, stop)
        self._add(a, a.unit, a.left.qualifier or "exact", low, None, None, a.end, a.n.form, b.n.begin)
        return b.n.end + 1

    def _is_fraction(self, a: Figure, b: Figure) -> bool:
        """«2/3 of», or a fraction that is all of the text; other slashes are dates and names."""
        if not b.n.value:
            return False
        of = self.tables.article.match(self.text, b.n.end)
        return bool(of) or self._alone(a.left.start, b.n.end)

    def _add(self, f: Figure, unit: Unit | None, qualifier: Qualifier, value: Number | None, low: Number | None,
             high: Number | None, end: int, form: str, stop: int) -> int:
        """Adds a mention with the qualifier that may stand behind it; returns where it ends."""
        core_end = max(f.n.end, end if form in ("range", "fraction") and not unit else f.n.end)
        behind = self.tables.behind.match(self.text, end, stop)
        if behind and (self.text[behind.end(1) : stop].strip(" (") or stop == self.end):
            qualifier = self.tables.bounds[behind.group(1)] if qualifier == "exact" else qualifier
            end = behind.end(1)
        if value is not None:
            low, high = interval(value, qualifier, form)
        kind = unit.kind if unit else "share" if form == "fraction" else "count"
        if unit and unit.kind == "share" and form != "range":
            form = "percent"
        self.mentions.append(Mention(f.left.start, end, value, low, high, qualifier, unit.code if unit else None, kind,
                                     f.n.start, core_end, form))
        return end

    def _words(self, tokens: list[Token]) -> None:
        """Duals, stated zeros, shares above one half; and the tokens that are no numbers."""
        taken = sorted((m.start, m.end) for m in self.mentions)
        last = _NOWHERE
        for token in tokens:
            if token.kind == "dual" and not _covered(taken, token.head, token.end):
                if token.head - last != 1:  # an adjective agrees with its noun in the dual
                    self._two(token.head, token.end, self.tables.dual_units.get(token.text))
                last = token.end
            elif token.kind == "zero":
                self._fixed(token.head, token.end, 0, "zero")
            elif token.kind == "negation" and (m := self.tables.zero.match(self.text, token.end)):
                self._fixed(token.head, m.end(1), 0, "zero")
            elif token.kind == "majority":
                self.mentions.append(Mention(token.head, token.end, None, 0.5, 1, "vague", None, "share",
                                             token.start, token.end, "fraction"))
            elif token.kind in _NONE and not _covered(taken, token.start, token.end):
                self.skipped.append(Skipped(token.start, token.end, _NONE[token.kind]))
        self._open_duals(tokens)

    def _two(self, start: int, end: int, unit: Unit | None = None) -> None:
        self.mentions.append(Mention(start, end, 2, 2, 2, "exact", unit.code if unit else None,
                                     unit.kind if unit else "count", start, end, "dual"))

    def _fixed(self, start: int, end: int, value: Number, form: str) -> None:
        self.mentions.append(Mention(start, end, value, value, value, "exact", None, "count", start, end, form))

    def _open_duals(self, tokens: list[Token]) -> None:
        known = {t.end for t in tokens}
        last = _NOWHERE
        duals_before = {m.end for m in self.mentions if m.form == "dual"}
        for start, end in duals(self.text, self.tables, self.start, self.end):
            if end not in known and start - 1 != last and start - 1 not in duals_before:
                self._two(start, end)
            last = end

    def _placed(self, m: Mention) -> Mention:
        start, end = self.folded.start, self.folded.end
        return replace(m, start=start(m.start), end=end(m.end), core_start=start(m.core_start),
                       core_end=end(m.core_end))


_NOWHERE = -9
_YEAR = re.compile(r"\d{4}")
#: tokens that are no numbers -> why
_NONE = {"name": "name", "ordinals": "ordinal", "decade": "decade", "nothing": "phrase", "weekdays": "weekday"}


def _undated(tokens: list[Token], found: list[tuple[int, int, Date]]) -> list[Token]:
    dated = {i for first, last, _ in found for i in range(first, last)}
    return [t for i, t in enumerate(tokens) if i not in dated]


def _covered(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(spans, (start, end))
    return any(a < end and start < b for a, b in spans[max(0, at - 2) : at + 1])
