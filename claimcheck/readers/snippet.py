"""The words of a piece of HTML, as feeds and exports carry it within a field."""

from __future__ import annotations

import re
from html import unescape

#: what one is known by: a paragraph, a line break, or a tag that is closed
_SIGN = re.compile(r"<(?:p|br ?/?|/[a-z][a-z0-9]{0,9})>", re.I)
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.I)
_UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1>|\Z)", re.I | re.S)
_BREAK = re.compile(r"</?(?:\w+:)?(?:br|p|div|li|tr|h[1-6]|blockquote|figcaption)\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")


def is_markup(text: str) -> bool:
    """Whether a text is written in HTML."""
    return bool(_SIGN.search(text))


def is_page(text: str) -> bool:
    """Whether a text is a whole HTML page, with all that stands around its article."""
    return bool(_PAGE.match(text))


def plain(markup: str) -> str:
    """The words of a snippet of HTML, a line a paragraph."""
    seen = _TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub("", markup))) if "<" in markup else markup
    lines = (line.strip() for line in unescape(seen).split("\n"))
    return "\n".join(line for line in lines if line)
