"""Hours as metadata and datelines give them beside their days, which make of a day a moment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import TypeVar

from claimcheck.lang.fold import fold
from claimcheck.lang.telling import telling
from claimcheck.moment import instant, seconds
from claimcheck.readers.dates import TIME, calendar, day

_COMPACT = re.compile(r"\d{8}t?(\d\d)(\d\d)(\d\d)(z?)$")
#: +0300 and +03:00, with their zone also +3, and written onto the time +03
_OFFSET = re.compile(r"(\s?\(?(?:gmt|utc)\s?)?(\s?)([+-])(\d{1,2})(?::?(\d\d))?(?![\d:/])")
_WORD = re.compile(r"\s*[(\[]?([^\W\d_]+(?:['-][^\W\d_]+)*)[.)\]]*")
_EARLIEST = date(1900, 1, 1)
#: words of the longest name
_NAME = 3
_FARTHEST = timedelta(hours=14)
#: a text that was changed so many seconds behind its publication may have its figures of any hour between
_CHANGED = 3_600

Kind = TypeVar("Kind")


@lru_cache(maxsize=256)
def moment(said: str, zone: tzinfo | None = None) -> str | None:
    """The day that ``said`` names, as ``day`` reads it, with the hour and its zone where it tells both:
    ``2019-03-02``, ``2019-03-02T14:05:33+03:00``. ``zone`` is that of hours that tell none.

    Midnight to the second is no hour: so dates are written of which only the day is known.
    """
    on = day(said)
    at = _time(fold(said.strip()), zone) if on and MINYEAR < on.year < MAXYEAR else None
    if on is None or at is None:
        return str(on) if on else None
    return datetime.combine(on, at).isoformat(timespec="seconds").replace("+00:00", "Z")


def doubt(said: str, today: date) -> str | None:
    """Why the date ``said`` cannot be used; None where it can."""
    when, at = day(said), instant(moment(said))
    if when is None:
        return "is no date that claimcheck can read; write YYYY-MM-DD"
    if min(when, at.date() if at else when) > today:  # a new day begins in the east while it is another elsewhere
        return "lies in the future"
    if when < _EARLIEST:
        return "lies before 1900"
    return None


def at_first(said: str, changed: str) -> str:
    """When a text was published, without its hour where it was changed much later."""
    first, last = (moment(when, UTC) for when in (said, changed))
    return first[:10] if first and last and seconds(last) - seconds(first) > _CHANGED else said


def zone_of(said: str) -> tzinfo | None:
    """The zone that is called so: ``+03:00``, ``Z``, ``GMT``, ``Asia/Beirut``; None where there is none."""
    from zoneinfo import ZoneInfo

    known, rest = _zone(fold(said))
    if known and not rest.strip():
        return known
    try:
        return ZoneInfo(said)
    except (KeyError, ValueError, OSError):
        return None


def _time(text: str, zone: tzinfo | None) -> time | None:
    """The time of day in folded text; None where it or its zone is not told."""
    compact = _COMPACT.search(text)
    text = "{}:{}:{}{}".format(*compact.groups()) if compact else text
    found = TIME.search(text)
    if not found:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    half, rest = _taken(text[found.end() :], _halves())
    known, rest = _zone(rest)
    hour = hour if half is None else hour % 12 + half
    if not (hour or minute or second) or hour > 23 or minute > 59 or second > 59:
        return None
    told = known or (zone if not _speaks(rest) else None)
    return time(hour, minute, second, tzinfo=told) if told else None


def _zone(text: str) -> tuple[tzinfo | None, str]:
    """The zone with which the text begins, and the rest of it."""
    if (offset := _OFFSET.match(text)) and (known := _offset(*offset.groups())):
        return known, text[offset.end() :]
    return _taken(text, _zones())


def _offset(named: str | None, blank: str, sign: str, hours: str, minutes: str | None) -> timezone | None:
    """An offset from UTC; behind a time "- 14" is none."""
    if not (named or minutes or (len(hours) == 2 and not blank)):
        return None
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-ahead if sign == "-" else ahead) if ahead <= _FARTHEST else None


def _speaks(text: str) -> bool:
    """Whether a word follows that may be of a zone which nobody knows."""
    word = _WORD.match(text)
    return word is not None and word[1] not in calendar(False)


def _taken(text: str, table: Mapping[str, Kind]) -> tuple[Kind | None, str]:
    """What the table has for the first words of a text, the longest name first, and the rest of it."""
    words: list[str] = []
    ends = [0]
    while len(words) < _NAME and (word := _WORD.match(text, ends[-1])):
        words.append(word[1])
        ends.append(word.end())
    for length in range(len(words), 0, -1):
        if (name := " ".join(words[:length])) in table:
            return table[name], text[ends[length] :]
    return None, text


@cache
def _halves() -> dict[str, int]:
    """Folded words of all packs for the halves of a day -> the hour with which each begins."""
    told = telling().values()
    return {**{name: 0 for each in told for name in each.am}, **{name: 12 for each in told for name in each.pm}}


@cache
def _zones() -> dict[str, tzinfo]:
    """Folded names of zones of all packs."""
    offsets = {name: said for told in telling().values() for name, said in told.zones.items()}
    return {name: datetime.strptime(said, "%z").tzinfo or UTC for name, said in offsets.items()}
