"""Days as metadata and datelines give them, to ISO days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from claimcheck.lang.fold import fold
from claimcheck.lang.pack import languages, load

EARLIEST = date(1900, 1, 1)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{6})?z?$")
_WORD = re.compile(r"\d+|[^\W\d_]+(?:['-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
#: first day of the tabular Hijri calendar, as a proleptic Gregorian ordinal
_HIJRA = date(622, 7, 19).toordinal()


@lru_cache(maxsize=256)
def day(said: str) -> date | None:
    """The day that ``said`` names, None where it names none. A time of day and a weekday are left out.

    Read are ISO 8601, ``20190302``, e-mail dates, and a day, the name of a month and a year, Gregorian or Hijri, in
    any language that has a pack. Digits alone in another order (``02/03/2019``) are two days, so they are none.
    """
    text = fold(said.strip())
    found = _ISO.match(text) or _COMPACT.match(text)
    if found:
        return _date(*(int(part) for part in found.groups()))
    return _named(_WORD.findall(text))


def dateline(text: str) -> str | None:
    """The line among the first few of a text that is a day and nothing more, a weekday or a time of day perhaps."""
    for line in text[:2_000].splitlines()[:8]:
        if len(line) <= 60 and _DIGIT.search(line) and _is_day(line):
            return line.strip()
    return None


def _is_day(line: str) -> bool:
    words = (word for word in _WORD.findall(fold(line)) if not word.isdigit())
    return all(word in _calendar() for word in words) and day(line) is not None


def doubt(said: str, today: date) -> str | None:
    """Why the date ``said`` cannot be used; None where it can."""
    when = day(said)
    if when is None:
        return "is no date that claimcheck can read; write YYYY-MM-DD"
    if when > today:
        return "lies in the future"
    if when < EARLIEST:
        return "lies before 1900"
    return None


def _named(words: list[str]) -> date | None:
    """A day by the name of its month: the number beside it is the day, the one of four digits the year."""
    for at in range(len(words)):
        for length in (2, 1):
            name = " ".join(words[at : at + length])
            for months, make in ((_months(False), _date), (_months(True), hijri)):
                if name in months and (parts := _around(words, at, at + length)):
                    return make(parts[1], months[name], parts[0])
    return None


def _around(words: list[str], start: int, end: int) -> tuple[int, int] | None:
    """Day and year beside the month ``words[start:end]``: "14 th August", «2 آذار/مارس 2019»."""
    days = [w for w in (*words[max(0, start - 2) : start], *words[end : end + 1]) if w.isdigit() and len(w) < 3]
    years = [w for w in words[end : end + 4] if w.isdigit() and len(w) == 4]
    return (int(days[0]), int(years[0])) if days and years else None


@cache
def _calendar() -> frozenset[str]:
    """Folded words of the names of months and weekdays of all packs."""
    days = {fold(name) for code in languages() for name in load(code).times.weekdays}
    return frozenset(word for name in (*_months(False), *_months(True), *days) for word in _WORD.findall(name))


@cache
def _months(hijri: bool) -> dict[str, int]:
    """Folded names of months of all packs -> their numbers."""
    found: dict[str, int] = {}
    for code in languages():
        times = load(code).times
        found |= {fold(name): number for name, number in (times.hijri if hijri else times.months).items()}
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one by the tabular calendar; sighting and Umm al-Qura differ by a day at most times.

    See Reingold and Dershowitz, Calendrical Calculations, ch. 7.
    """
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year < 1600):
        return None
    before = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_HIJRA) + timedelta(before + day - 1)
