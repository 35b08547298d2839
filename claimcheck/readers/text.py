"""Plain text and Markdown: the text is the file, to the last blank."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft


def read(blob: Blob) -> Iterator[Draft]:
    """One article, the whole file."""
    text, guessed = decode(blob.read())
    yield Draft(text, blob.facts, guessed=guessed)
