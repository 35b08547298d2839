"""The figures of a text with their bounds, its dates, and what looks like a figure and is none."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from claimcheck.lang.dates import Date, dates
from claimcheck.lang.duals import WORDS, add_words
from claimcheck.lang.figure import CLOSING, Figure, bracketed
from claimcheck.lang.fold import Folded
from claimcheck.lang.mentions import OPEN, Interval, Mentions
from claimcheck.lang.not_figures import (
    LISTED,
    bracketed_ages,
    continues,
    listed_counts,
    phone,
    reason,
)
from claimcheck.lang.not_words import one_of_several
from claimcheck.lang.number_context import near, read_around
from claimcheck.lang.number_lexicon import Unit
from claimcheck.lang.number_pairs import NO_FIGURE, from_one, low_end, relation
from claimcheck.lang.number_places import Places, lex, places
from claimcheck.lang.number_tokens import Token, is_ordinal, number_of
from claimcheck.lang.numerals import numerals
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.telling import likeliest, telling
from claimcheck.model import Mention, Number, Qualifier


class Skipped(NamedTuple):
    """Digits or number words that are no figure, and why; original offsets."""

    start: int
    end: int
    reason: str
    #: which one an ordinal names
    value: Number | None = None


class Reading(NamedTuple):
    """All that a text says in numbers, each list in the text's order, original offsets."""

    mentions: list[Mention]
    dates: list[Date]
    skipped: list[Skipped]


def quantities(text: str, lang: str | None = None) -> list[Mention]:
    """The figures of a text, in order.

    ``lang`` is a pack's code; without it each line is read in the language of its script. A percentage keeps the
    number that is written (value 25, unit ``%``), a range its two ends (value None): ``Mention.quantity()`` gives
    the share of one and the midpoint. "Most of them" names no number and is left out. Raises ClaimcheckError for a
    language that has no pack.
    """
    folded = Folded.of(text)
    runs = [(load(lang), 0, len(folded.text))] if lang is not None else _by_script(folded)
    readers = (_Reader(folded, places(pack.code), start, end) for pack, start, end in runs)
    return [m for reader in readers for m in reader.in_order() if m.form != "majority"]


def read(source: str | Folded, pack: LanguagePack) -> Reading:
    """Everything that a text says in numbers, read once."""
    folded = Folded.of(source) if isinstance(source, str) else source
    return _Reader(folded, places(pack.code), 0, len(folded.text)).reading()


def _by_script(folded: Folded) -> Iterator[tuple[LanguagePack, int, int]]:
    """The text in runs of lines of one script, each with the pack of that script."""
    text, plain = folded.text, folded.text.isascii()
    written = [script for script in _scripts() if not (plain and script.beyond_ascii) and script.letters.search(text)]
    present = [(load(_likeliest(script.codes, folded)), script.letters) for script in written or _scripts()[:1]]
    current, begin = present[0][0], 0
    if len(present) > 1:
        lines = [0, *(m.end() for m in re.finditer("\n", text))]
        for start, end in zip(lines, (*lines[1:], len(text)), strict=True):
            here = [script for script in present if script[1].search(text, start, end)]
            if len(here) > 1:
                here = [max(here, key=lambda script: sum(map(len, script[1].findall(text, start, end))))]
            if here and here[0][0] is not current:
                if start:
                    yield current, begin, start
                current, begin = here[0][0], start
    yield current, begin, len(text)


class _Script(NamedTuple):
    """The languages that are written in the same letters."""

    codes: list[str]
    letters: re.Pattern[str]
    beyond_ascii: bool


@cache
def _scripts() -> list[_Script]:
    codes: dict[str, list[str]] = {}
    for code, told in telling().items():
        codes.setdefault(told.letters, []).append(code)
    known = ((each, re.compile(f"[{letters}][{letters}]*")) for letters, each in codes.items())
    return sorted((_Script(each, letters, not letters.search(string.ascii_letters)) for each, letters in known),
                  key=lambda script: script.codes)


def _likeliest(codes: list[str], folded: Folded) -> str:
    return codes[0] if len(codes) == 1 else likeliest(codes, folded.words(0, len(folded.text)))


class _Reader:
    """Reads one run of text in one language; offsets are folded until the end."""

    def __init__(self, folded: Folded, places: Places, start: int, end: int) -> None:
        self.folded, self.text, self.tables = folded, folded.text, places.tables
        self.start, self.end = start, end
        #: a figure that is longer may be all of the text
        self.most = len(self.text) - _ALONE
        self.found = lex(self.text, folded.words(start, end), places, start, end)
        self.mentions = Mentions(folded)
        self.dates: list[Date] = []
        #: tokens that are neither dates nor numbers
        self.loose: list[Token] = []
        self.skipped: list[Skipped] = []
        self.figures: list[Figure] = []
        #: how many of the figures have been read
        self.at = 0

    def in_order(self) -> list[Mention]:
        """Dates first, then numbers in what they leave, then nouns that are numbers by their form."""
        text, tables, found = self.text, self.tables, self.found
        if not found.tokens and tables.dual_ends is None:  # nearly every short text
            return []
        self.dates, tokens = dates(text, self.folded.kept, found.tokens, tables)
        self.loose = [token for token in tokens if token.kind in _LOOSE]
        self.figures = numerals(text, tokens, tables)
        read_around(text, tables, self.figures, found.verbs)
        self._read_figures()
        if self.loose or tables.dual_ends:
            labels = frozenset([s.start for s in self.skipped if s.reason != "phrase"])
            add_words(text, tables, self.loose, found, self.mentions, (self.start, self.end), labels)
        return self.mentions.in_order()

    def reading(self) -> Reading:
        """All that the run says."""
        mentions, span = self.in_order(), self.folded.span
        self._skip_rest()
        return Reading(mentions,
                       [Date(*span(d.start, d.end), d.year, d.month, d.day) for d in self._all_dates()],
                       [Skipped(*span(s.start, s.end), s.reason, s.value)
                        for s in sorted(self.skipped, key=_by_place)])

    def _skip_rest(self) -> None:
        """The tokens that are no numbers, where no figure has taken them."""
        none = [(t, why) for t in self.loose if t.kind in _NONE and (why := self._no_number(t))]
        taken = self.mentions.cover() if none else None
        clocks = [s for s in self.skipped if s.reason == "clock"] if none else []
        self.skipped += [Skipped(t.start, t.end, why, t.value if why == "ordinal" else None)
                         for t, why in none if taken and not taken(t.start, t.end)
                         and not any(s.start <= t.start < s.end for s in clocks)]

    def _no_number(self, t: Token) -> str | None:
        """Why a token is no number; "third" is an ordinal where it is no fraction."""
        return _NONE[t.kind] if t.kind != "parts" or is_ordinal(self.tables, t) else None

    def _all_dates(self) -> list[Date]:
        """The dates, and the years that stand alone."""
        years = (Date(s.start + m.start(), s.start + m.end(), int(m.group()))
                 for s in self.skipped if s.reason == "year" for m in _YEAR.finditer(self.text[s.start : s.end]))
        named = (d for d in self.dates if d.year or d.month or d.day)  # a month of another calendar tells no day
        return sorted([*named, *years], key=_by_place)

    def _read_figures(self) -> None:
        free, figures, count = self.start, self.figures, len(self.figures)
        for at, f in enumerate(figures, 1):
            if f.begin < free:
                continue
            if f.left < free:  # the words before are those behind the last figure
                f.left, f.qualifier = max(free, f.head), None
            self.at = at
            if at < count and figures[at].left - f.stop <= _NEAR and (joint := self._joint(f, figures[at])):
                self.at += 1
                free = self._pair(joint, f, figures[at])
            else:
                free = self._single(f)

    def _joint(self, f: Figure, other: Figure) -> str:
        """What joins two figures; "" for nothing."""
        joint = relation(self.text, self.tables, f, other)
        if joint and self._is_phone(f):
            return ""
        return "score" if joint == "range" and self._of_scores(f, other) else joint

    def _stop(self, end: int) -> int:
        """How far the words behind a figure reach: to the next one, or to a qualifier that can only be its own."""
        at, count = self.at, len(self.figures)
        while at < count and self.figures[at].begin < end:  # the hundred of «10 بالمئة»
            at += 1
        if at == count:
            return self.end
        f = self.figures[at]
        if f.qualifier is None:
            return f.begin
        if not near(self.found.bounds, f.left - 1, f.begin):
            return f.left
        behind = self.tables.behind.match(self.text, f.left - 1)
        return f.begin if behind and behind.start(1) == f.left else f.left

    def _of_scores(self, a: Figure, b: Figure) -> bool:
        """Whether two figures go on a list of scores: "6-3, 2-6 and 6-4"."""
        if not self.skipped or self.skipped[-1].reason != "score" or a.begin - self.skipped[-1].end > _LISTED:
            return False
        gap = self.text[self.skipped[-1].end : a.begin].strip(" ,\u060c")
        bare = a.plain and b.plain and not (a.unit or b.unit) and self.text[a.end : b.begin] == "-"
        return bare and gap in self.tables.joints["list"]

    def _is_phone(self, f: Figure) -> bool:
        """Whether a phone number begins here: "1-800-555-1234" is no range."""
        end = phone(self.text, f.start, f.end) if f.plain and not f.unit else 0
        return end > 0 and sum(map(str.isdigit, self.text[f.start : end])) >= _PHONE_DIGITS

    def _alone(self, start: int, end: int) -> bool:
        """Whether the text has nothing else: a number read by itself, not a line of a page."""
        text = self.text
        return end - start > self.most and not (text[:start] + text[end:]).strip(" \n.,;:!?()\"-")

    def _skip(self, start: int, end: int, why: str) -> int:
        self.skipped.append(Skipped(start, end, why))
        return end

    def _single(self, f: Figure) -> int:
        """Reads one figure; returns where it ends."""
        alone = f.stop - f.left > self.most and self._alone(f.left, f.stop)
        if alone and f.value is not None and self.text[: f.start].strip() == "-":
            f.value = -f.value
        told = alone and not f.article
        why = "" if told else reason(self.text, self.folded.kept, self.tables, f, self.found.labels)
        if why or (self.skipped and (f.joined or self.skipped[-1].reason in LISTED)):
            why = self._in_list(f, why)
        if why:
            return self._none(f, why)
        if f.unit_behind is None:
            return self._add(f, f.unit, f.value, (f.low, f.high), f.stop, f.form)
        unit, one = self._unit(f), from_one(self.text, self.tables, f)
        if one >= 0 and f.value is not None and f.value > 1:
            f.left = one
            return self._add(f, unit, None, (1, f.value), f.stop, "range")
        return self._add(f, unit, f.value, (f.low, f.high), f.stop, f.form)

    def _none(self, f: Figure, why: str) -> int:
        """Skips a figure that is none; returns where that ends."""
        start, end = f.start, f.end
        if why == "clock" and f.form == "fraction":  # with the hour before it: «الثانية والنصف» is no second one
            start = self.text.rfind(" ", 0, f.begin - 1) + 1
        elif why == "phone":
            end = max(end, phone(self.text, start, end))
        return self._skip(start, end, why)

    def _in_list(self, f: Figure, why: str) -> str:
        """Why a figure is none after all that is said before it: it goes on from another one, or from what is none."""
        if self.mentions.found and (goes_on := _GOES_ON.get(why)):
            why = "" if goes_on(self.text, self.tables, self.mentions.spans[-1][1], f) else why
        last = self.skipped[-1] if self.skipped and not why else None
        return last.reason if last and continues(self.text, self.tables, last.reason, last.end, f) else why

    def _unit(self, f: Figure) -> Unit | None:
        """The unit; a letter of two units is that of its case: "40C" are degrees, "40c" cents."""
        last = f.right - 1
        if f.unit_behind and self.folded.kept[last].isupper() and not self.text[last - 1].isalpha():
            return self.tables.capital_units.get(self.text[last], f.unit)
        return f.unit

    def _pair(self, joint: str, a: Figure, b: Figure) -> int:
        """Reads two numerals that belong together; returns where they end."""
        low, high = a.value, b.value
        if joint in NO_FIGURE and not (joint == "slash" and self._is_fraction(a, b)):
            seconds = _SECONDS.match(self.text, b.end) if joint == "clock" else None
            return self._skip(a.start, seconds.end() if seconds else b.end, joint)
        assert low is not None and high is not None
        a.stop = b.stop
        if joint == "range":
            if a.cue == "age" or b.tail == "ages_behind" or bracketed_ages(self.text, self.tables, a, b):
                return self._skip(a.start, b.end, "age")
            a.left = min(a.left, a.opened) if a.between else a.left
            unit = self._unit(b) or self._unit(a)
            ends = (low_end(a, b), high) if high >= 0 else (high, min(low, -low))  # «بين 5 و10 درجات تحت الصفر»
            return self._add(a, unit, None, ends, b.stop, "range")
        if joint in ("ratio", "slash"):
            return self._add(a, None, low / high, OPEN, b.stop, "fraction")
        if joint == "same":
            end = b.end + 1
            if self.text[a.end] == ")":  # "(5) five dollars", and no "five (5) dollars"
                a.left, end = min(a.left, a.begin - 1), b.stop
            return self._add(a, a.unit or b.unit_behind, low, OPEN, end, a.form)
        if joint == "plus" and b.form == "fraction":
            high *= a.scale  # «مليار دولار ونصف»
        value = number_of(str(round(low + (high / 100 if joint == "cents" else high), 2)))
        return self._add(a, a.unit, value, OPEN, b.stop, a.form)

    def _is_fraction(self, a: Figure, b: Figure) -> bool:
        """«2/3 of», or a fraction that is all of the text; other slashes are dates, scores and names."""
        if a.value is None or not b.value:
            return False
        of = self.tables.article.match(self.text, b.end) if a.value < b.value else None
        return of is not None or self._alone(a.left, b.end)

    def _add(self, f: Figure, unit: Unit | None, value: Number | None, ends: Interval, end: int, form: str) -> int:
        """Adds a mention with the qualifier that may stand behind it; returns where it ends."""
        qualifier: Qualifier = f.qualifier or ("about" if f.round else "exact")
        core_end = end if form in ("range", "fraction") and not unit else f.end
        if near(self.found.bounds, end, end + _BEHIND) and (behind := self._bound_behind(f, unit, end)):
            said = self.tables.bounds[behind.group(1)]
            if qualifier == "exact" or (qualifier in ("at_most", "about") and said == "at_least"):
                qualifier = said  # «تصل إلى 30 أو أكثر», "about 30 or more": what stands behind says the last word
            end = behind.end(1)
        if value is None:
            qualifier = "range" if form == "range" else "vague"
        self.mentions.add((f.left, end), (f.start, core_end), value, ends, qualifier, unit, form)
        return end

    def _bound_behind(self, f: Figure, unit: Unit | None, end: int) -> re.Match[str] | None:
        """The qualifier that stands behind a figure and is its own: «30 أو أكثر»."""
        stop = self._stop(f.stop)
        end += self.text[end : end + 1] in CLOSING and bracketed(self.text, f.begin, end)  # «(543) شخصا على الأقل»
        behind = self.tables.behind.match(self.text, end, stop) if near(self.found.bounds, end, stop) else None
        if behind is None or stop == self.end or self._parted(behind.end(1), stop):
            return behind
        return behind if unit is not None and behind.start(1) <= end + 1 else None  # «95% على الأقل 3423 طالبا»

    def _parted(self, end: int, stop: int) -> bool:
        """Whether something parts a qualifier from the next figure, so that it is this one's: a word, an "and"."""
        joined = self.text[stop : stop + 1] in self.tables.figures.grammar.conjunctions
        gap = self.text[end:stop].strip(" (")
        return joined or (bool(gap) and self.tables.cues.get(gap[::-1], ("",))[0] != "money")


#: reasons that do not hold where the figure goes on from another one
_GOES_ON: Final = {"pronoun": one_of_several, "age": listed_counts}
_YEAR: Final = re.compile(r"\d{4}")
_PHONE_DIGITS: Final = 9
#: what may stand about a number that is all of a text
_ALONE: Final = 8
#: how far apart figures may stand that belong together
_NEAR: Final = 25
#: how far behind a figure its qualifier may stand
_BEHIND: Final = 80
#: how far apart scores stand in a list, with "and"
_LISTED: Final = 6
_SECONDS: Final = re.compile(r":\d+")
#: tokens that are no numbers -> why
_NONE: Final = {"name": "name", "ordinals": "ordinal", "parts": "ordinal", "decade": "decade", "nothing": "phrase",
         "weekdays": "weekday"}
#: tokens that are read by themselves, where no number takes them
_LOOSE: Final = frozenset((*_NONE, *WORDS))


def _by_place(span: Date | Skipped) -> tuple[int, int]:
    return span.start, span.end
