"""JSON exports: an article, a list of articles, an object that holds such a list, or a chat of Telegram's."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft
from claimcheck.readers.notice import Notice, Tell
from claimcheck.readers.rows import draft
from claimcheck.readers.telegram import chats, drafts

#: where exports keep their list
_LISTS = ("articles", "results", "items", "stories", "documents", "docs", "data", "hits", "response")


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """Each article of the file."""
    text, guessed = decode(blob.read())
    try:
        value = json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as wrong:
        raise ClaimcheckError(f"is no JSON ({wrong}); mend it") from None
    if found := chats(value):
        return (yield from drafts(found, guessed))
    rows = _rows(value)
    for number, row in enumerate(rows, 1):
        part = f"#{number}" if len(rows) > 1 else ""
        if not isinstance(row, dict):
            tell(Notice(f"{blob.name}{part}", "is no JSON object; leave it out"))
            continue
        try:
            yield draft(row, blob.columns, part, guessed)
        except ClaimcheckError as wrong:
            tell(Notice(f"{blob.name}{part}", str(wrong)))


def _rows(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return _listed(value) or [value]
    raise ClaimcheckError("holds no article; JSON must be an object or a list of them")


def _listed(value: object) -> list[object] | None:
    """The list that an object holds, or an object within it, as the answers of search services do."""
    if not isinstance(value, dict):
        return value if isinstance(value, list) else None
    return next((held for name in _LISTS if (held := _listed(value.get(name)))), None)
