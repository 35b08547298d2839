"""Web archives, streamed: the main text of each HTML page that was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import html
from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft
from claimcheck.readers.extra import needs
from claimcheck.readers.notice import Notice, Tell
from claimcheck.readers.rows import known


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """Each page's article. A page without a text is told under its address, and the next is read."""
    needs("fastwarc", "warc")
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with blob.open() as stream:
        pages = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
        for number, page in enumerate(pages, 1):
            if not _is_page(page):
                continue
            part = f"#{number}"
            try:
                yield _draft(page, part, blob.limits.size)
            except ClaimcheckError as wrong:
                tell(Notice(f"{blob.name}{part}", f"{page.headers.get('WARC-Target-URI', '')} {wrong}".strip()))


def _is_page(record: Any) -> bool:
    """Whether it is an HTML page that the server gave: images, redirects and errors are no articles."""
    http = record.http_headers
    return bool(http) and http.status_code == 200 and "html" in (record.http_content_type or "html")


def _draft(page: Any, part: str, size: int) -> Draft:
    data = page.reader.read(size + 1)
    if len(data) > size:
        raise ClaimcheckError(f"is larger than {size:,} bytes; raise --max-size")
    text, guessed = decode(data, page.http_charset or html.declared(data))
    facts = known({"url": page.headers.get("WARC-Target-URI", "").strip("<>")}, {}, "the archive")
    found = html.article(text, guessed)
    return Draft(found.text, {**facts, **found.facts}, part, guessed)
