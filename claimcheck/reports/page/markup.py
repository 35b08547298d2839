"""HTML, with everything escaped that comes from elsewhere."""

from __future__ import annotations

import re
from html import escape

from claimcheck.moment import shown

#: what HTML forbids, and marks that turn the direction of what follows
_BANNED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
#: elements without an end tag
_VOID = ("meta", "input", "br")


def text(words: str) -> str:
    """Text as content or attribute value, without what HTML forbids."""
    return escape(_BANNED.sub("", words))


def tag(name: str, /, *content: str, **attributes: str | bool | None) -> str:
    """An element. ``content`` is HTML already; attribute values are text.

    ``class_`` is ``class``, ``data_x`` is ``data-x``; None and False leave an attribute out, True gives it bare.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    return f"<{name}{given}>" if name in _VOID else f"<{name}{given}>{''.join(content)}</{name}>"


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def hidden(words: str) -> str:
    """Text for screen readers alone."""
    return tag("span", text(words), class_="unseen")


def bdi(words: str) -> str:
    """Text of either direction inside a line."""
    return tag("bdi", text(words))


def published(moment: str | None) -> str:
    """A day, or an hour in UTC; nothing where neither is known."""
    return tag("time", text(shown(moment)), datetime=moment) if moment else ""
