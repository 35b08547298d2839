"""Days as metadata give them, to ISO days."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6})?Z?$")
EARLIEST = date(1900, 1, 1)


def day(said: str) -> date | None:
    """The day that ``said`` names, None where it names none. A time of day behind it is left out."""
    found = _ISO.match(said.strip()) or _COMPACT.match(said.strip())
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


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
