"""What a file without a telling name is, by its first bytes: pages saved as .txt, and whatever comes down a pipe."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import cast

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


def sniff(blob: Blob) -> tuple[str | None, Blob]:
    """The suffix that would suit the content, None where it looks like text; and the file, which can be opened once:
    a pipe gives its first bytes only once, and of many small files opening is what costs.
    """
    opened = blob.open()
    stream = opened if hasattr(opened, "peek") else io.BufferedReader(cast(io.RawIOBase, opened))
    head = stream.peek(_HEAD)[:_HEAD]
    suffix = next((suffix for sign, suffix in _SIGNS if sign.match(head)), None)
    return suffix, replace(blob, open=lambda: stream)
