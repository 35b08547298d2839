"""What a file without a telling name is, by its first bytes: pages saved as .txt, and whatever comes down a pipe."""

from __future__ import annotations

import re

from claimcheck.readers.blob import Blob

#: what may stand before the first tag
_MARK = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*"
_SIGNS = (
    (re.compile(b"%PDF"), ".pdf"),
    (re.compile(b"PK\x03\x04"), ".zip"),
    (re.compile(b"\x1f\x8b"), ".gz"),
    (re.compile(b"WARC/\\d"), ".warc"),
    (re.compile(_MARK + rb"<(?:!doctype\s+html|html|head|body)\b", re.I), ".html"),
    (re.compile(_MARK + rb"<(?:rss|feed|rdf:RDF)\b", re.I), ".xml"),
)
_HEAD = 1_024


def sniff(blob: Blob) -> str | None:
    """The suffix that would suit the content; None where it looks like text."""
    head = _head(blob)
    return next((suffix for sign, suffix in _SIGNS if sign.match(head)), None)


def _head(blob: Blob) -> bytes:
    """The first bytes, which standard input keeps for the reader."""
    stream = blob.open()
    if blob.name == "-":
        return bytes(stream.peek(_HEAD)[:_HEAD]) if hasattr(stream, "peek") else b""
    with stream:
        return stream.read(_HEAD)
