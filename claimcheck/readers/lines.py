"""JSON Lines: an article a line, streamed; also what ``claimcheck read`` printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft
from claimcheck.readers.notice import Notice, Tell
from claimcheck.readers.rows import draft


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """Each line's article. A wrong line is told with its number, and the next is read."""
    with blob.open() as stream:
        for number, line in enumerate(_lines(stream, blob.limits.size), 1):
            if not line.strip():
                continue
            try:
                text, guessed = decode(line)
                yield draft(_object(text), blob.columns, f"#{number}", guessed)
            except ClaimcheckError as wrong:
                tell(Notice(f"{blob.name}:{number}", str(wrong)))


def _lines(stream: BinaryIO, size: int) -> Iterator[bytes]:
    while line := stream.readline(size + 1):
        if len(line) > size:
            raise ClaimcheckError(f"has a line of more than {size:,} bytes; split it, or raise --max-size")
        yield line


def _object(text: str) -> dict[str, object]:
    try:
        value = json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as wrong:
        raise ClaimcheckError(f"is no JSON ({wrong}); mend the line") from None
    if not isinstance(value, dict):
        raise ClaimcheckError("is no JSON object; mend the line")
    return value
