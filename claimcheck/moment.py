"""When an article was published: ``2019-03-12``, or ``2019-03-13T00:30:00+03:00`` where its hour is known.

The day is the one that was printed, of which "on Tuesday" is told; articles are ordered by the instants, whatever the
zones, where both are known, and else by the days.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from math import inf
from typing import Final

#: characters of a day
_DAY: Final = 10
#: from the first day of all to the noon before 1970, in seconds
_NOON = date(1970, 1, 1).toordinal() * 86_400.0 - 43_200


@lru_cache(maxsize=1 << 12)
def instant(published: str | None) -> datetime | None:
    """The moment in UTC; None where the hour is not known."""
    known = published is not None and len(published) > _DAY
    return datetime.fromisoformat(published).astimezone(UTC) if known and published else None


def before(a: str | None, b: str | None) -> bool:
    """Whether ``a`` is known to be earlier than ``b``."""
    one, other = instant(a), instant(b)
    if one and other:
        return one < other
    return bool(a and b and a[:_DAY] < b[:_DAY])


@lru_cache(maxsize=1 << 12)
def seconds(published: str | None) -> float:
    """Where to put it among others: seconds since 1970 in UTC. A day without an hour stands at its noon, what is not
    known before all."""
    if not published:
        return -inf
    at = instant(published)
    return at.timestamp() if at else date.fromisoformat(published).toordinal() * 86_400.0 - _NOON


def shown(published: str) -> str:
    """For readers: ``2019-03-12``, or ``2019-03-12 21:30Z``, all in one zone so that hours can be compared."""
    at = instant(published)
    return f"{at:%Y-%m-%d %H:%MZ}" if at else published


def span(first: str, last: str) -> str:
    """From one moment to a later one, in UTC where both hours are known: their days, or the hours of one day."""
    one, other = instant(first), instant(last)
    if not (one and other):
        return f"{first[:_DAY]} to {last[:_DAY]}"
    if one.date() == other.date():
        return f"{one:%Y-%m-%d}, {one:%H:%MZ} to {other:%H:%MZ}"
    return f"{one:%Y-%m-%d} to {other:%Y-%m-%d}"
