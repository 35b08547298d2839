"""Days as metadata and datelines give them, to ISO days."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from claimcheck.lang.fold import fold
from claimcheck.lang.telling import telling

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_TURNED = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{6})?z?$")
_WORD = re.compile(r"\d+|[^\W\d_]+(?:['-][^\W\d_]+)*")
#: a time of day: 14:05, 14:05:33.120, 14h05 and, off a page, 14: 05; no offset
TIME = re.compile(r"(?<![\d:.+-])(\d{1,2})(?:: ?|h)(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?![\d:])")
_DIGIT = re.compile(r"\d")
#: how an agency begins: «بيروت 14 أغسطس 2018 (شينخوا) -- »
_AGENCY = re.compile(r"(.{4,60}?)\s*\([^()\n]{2,40}\)\s*[-\u2013\u2014]")
#: words for the place in it
_PLACE = 3


@lru_cache(maxsize=256)
def day(said: str) -> date | None:
    """The day that ``said`` names, None where it names none. A time of day and a weekday are left out.

    Read are ISO 8601, ``20190302``, e-mail dates, and a day, the name of a month and a year, Gregorian or Hijri, in
    any language that has a pack. Digits in another order are read where only one of them can be the day:
    ``14/08/2018`` and not ``02/03/2019``, which is two days.
    """
    text = fold(said.strip())
    found = _ISO.search(text) or _COMPACT.match(text)
    if found:
        return _date(*(int(part) for part in found.groups()))
    turned = _TURNED.search(text)
    if turned:
        return _turned(*(int(turned[group]) for group in (1, 3, 4)))
    return _named(_WORD.findall(TIME.sub(" ", text)))


def dateline(text: str) -> str | None:
    """The day that stands among the first few lines of a text: on a line of its own, a weekday, a time of day and
    "published" perhaps beside it, or behind a place and before an agency. None where there is none.
    """
    for line in text[:1_000].splitlines()[:8]:
        head = _AGENCY.match(line)
        said = head[1] if head else line
        if len(said) <= 80 and _DIGIT.search(said) and _others(said, not head) <= (_PLACE if head else 0) and day(said):
            return said.strip()
    return None


def _others(said: str, labelled: bool) -> int:
    """How many words are not of dates, nor, where ``labelled``, of what stands beside them."""
    return sum(not word.isdecimal() and word not in calendar(labelled) for word in _WORD.findall(fold(said)))


def _named(words: list[str]) -> date | None:
    """A day by the name of its month: the number beside it is the day, the one of four digits the year.

    Where both calendars are given, the Gregorian counts: the other is reckoned.
    """
    for months, make in ((_months(False), _date), (_months(True), hijri)):
        for at in range(len(words)):
            for length in (2, 1):
                name = " ".join(words[at : at + length])
                if name in months and (parts := _around(words, at, at + length)):
                    return make(parts[1], months[name], parts[0])
    return None


def _around(words: list[str], start: int, end: int) -> tuple[int, int] | None:
    """Day and year beside the month ``words[start:end]``: "14 th August", «2 آذار/مارس 2019»."""
    days = [w for w in (*words[max(0, start - 2) : start], *words[end : end + 1]) if w.isdecimal() and len(w) < 3]
    years = [w for w in words[end : end + 4] if w.isdecimal() and len(w) == 4]
    return (int(days[0]), int(years[0])) if days and years else None


@cache
def calendar(labelled: bool) -> frozenset[str]:
    """Folded words of all packs that dates are made of: months, weekdays and, perhaps, what stands beside them."""
    known = telling().values()
    names = [n for t in known for n in (*t.months, *t.hijri, *t.weekdays)]
    names += [n for t in known if labelled for n in (*t.dateline, *t.zones, *t.am, *t.pm)]
    return frozenset(word for name in names for word in _WORD.findall(name))


@cache
def _months(hijri: bool) -> dict[str, int]:
    """Folded names of months of all packs -> their numbers."""
    tables = [told.hijri if hijri else told.months for told in telling().values()]
    return {name: number for table in tables for name, number in table.items()}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _turned(first: int, second: int, year: int) -> date | None:
    if first <= 12 and second <= 12 and first != second:
        return None
    return _date(year, min(first, second), max(first, second))


def hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one, by the Umm al-Qura calendar that newspapers and agencies print.

    It is known from 1343 to 1500 (1924 to 2077); None beyond. Where the moon is sighted it may differ by a day.
    """
    from hijridate import Hijri

    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None
