"""Plain text and Markdown: the text is the file, to the last blank."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft
from claimcheck.readers.notice import Tell


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """One article, the whole file."""
    text, guessed = decode(blob.read())
    yield Draft(text, guessed=guessed)
