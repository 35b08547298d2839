"""Chats as WhatsApp exports them, in a text file: an article a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.readers.draft import Draft, facts

#: "[12/03/19, 14:05:33] Name: ", "12/03/2019, 14:05 - Name: ", with marks of direction; without a name it is the
#: program that speaks
_HEAD = re.compile(
    r"^[\u200e\u200f]*(\[)?(\d{1,4})([/.-])(\d{1,2})\3(\d{1,4})\D{1,4}?(\d{1,2}:\d\d(?::\d\d)?[^\]\n-]{0,9}?)"
    r"(?(1)\]\s| [-\u2013] )(?:([^:\n]{1,60}?) ?: )?",
    re.M,
)
#: what stands for a picture, a recording, or a message that was taken back
_LEFT_OUT = re.compile(r"\u200e|<[^<>]*>\Z")

Head = re.Match[str]


def heads(text: str) -> list[Head]:
    """How the messages of a chat begin; none where the text is no chat."""
    found = list(_HEAD.finditer(text)) if _HEAD.match(text) else []
    return found if len(found) > 1 else []


def drafts(text: str, found: list[Head], guessed: str | None) -> Iterator[Draft]:
    """The messages with words, by number, each with its sender and its day, and its hour by the clock of the phone."""
    order = _order([_numbers(head) for head in found])
    ends = [*(head.start() for head in found[1:]), len(text)]
    for number, (head, end) in enumerate(zip(found, ends, strict=True), 1):
        words = text[head.end() : end].strip()
        if head[7] and words and not _LEFT_OUT.match(words):
            said = {"source": head[7].strip("\u200e~ \u202f\u00a0"), "published": _sent(head, order)}
            yield Draft(words, facts(said, "the chat"), f"#{number}", guessed)


#: in a month
_DAYS = 31
#: the places of year, month and day in a date
_Order = tuple[int, int, int]
_YEAR_FIRST: _Order = (0, 1, 2)
_YEAR_LAST: tuple[_Order, ...] = ((2, 1, 0), (2, 0, 1))


def _numbers(head: Head) -> tuple[int, int, int]:
    return int(head[2]), int(head[4]), int(head[5])


def _order(dates: list[tuple[int, int, int]]) -> _Order | None:
    """The one order in which all are dates and none is before the last; None where there are several or none."""
    orders = (_YEAR_FIRST,) if dates[0][0] > _DAYS else _YEAR_LAST
    told = [order for order in orders if _runs([tuple(date[n] for n in order) for date in dates])]
    return told[0] if len(told) == 1 else None


def _runs(dates: list[tuple[int, ...]]) -> bool:
    known = all(month in range(1, 13) and day in range(1, _DAYS + 1) for _, month, day in dates)
    return known and dates == sorted(dates)


def _sent(head: Head, order: _Order | None) -> str:
    if order is None:
        return ""
    year, month, day = (_numbers(head)[n] for n in order)
    return f"{year + 2000 if year < 100 else year}-{month:02}-{day:02} {head[6]}"
