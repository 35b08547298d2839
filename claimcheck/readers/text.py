"""Plain text: the text is the file, to the last blank; or the messages of a chat that WhatsApp exported."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft
from claimcheck.readers.notice import Tell
from claimcheck.readers.whatsapp import drafts, heads


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """One article, the whole file; of a chat one a message."""
    text, guessed = decode(blob.read())
    if found := heads(text):
        yield from drafts(text, found, guessed)
    else:
        yield Draft(text, guessed=guessed)
