"""Pages that a browser saved as a single file: a message that holds the page and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import MIMEPart

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import html, mail
from claimcheck.readers.blob import Blob
from claimcheck.readers.draft import Draft
from claimcheck.readers.notice import Tell
from claimcheck.readers.rows import known


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """The page's article. The date of the message is that of saving it, and none of the article."""
    saved = mail.parsed(blob)
    page = next((part for part in saved.walk() if part.get_content_type() == "text/html"), None)
    if not isinstance(page, MIMEPart):
        raise ClaimcheckError("holds no page; save it as HTML")
    address = known({"url": saved["Snapshot-Content-Location"] or page["Content-Location"] or ""}, {}, "the archive")
    text, guessed = mail.text(page)
    found = html.article(text, guessed)
    yield Draft(found.text, {**address, **found.facts}, guessed=guessed)
