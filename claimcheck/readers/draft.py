"""What a reader finds: a text, and what the file itself says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.readers.blob import Facts

#: the metadata that an article can have, as in the columns of metadata.csv
FIELDS = ("source", "published", "lang", "title", "url")


class Draft(NamedTuple):
    """One article before its metadata are settled. ``part`` tells it from others of its file: ``#12`` is row 12."""

    text: str
    facts: Facts = {}
    part: str = ""
    #: the encoding that was guessed, where it is not what the file declares and not UTF-8
    guessed: str | None = None


def headed(title: str | None, body: str) -> str:
    """The body under its headline, a blank line between, as a text file has them: headlines carry figures too."""
    return f"{title}\n\n{body.lstrip().removeprefix(title).lstrip()}" if title else body


def facts(values: Mapping[str, object], origin: str) -> dict[str, tuple[str, str]]:
    """The metadata among ``values`` that say something, with their origin."""
    said = {name: " ".join(str(values[name] or "").split()) for name in FIELDS if name in values}
    return {name: (value, origin) for name, value in said.items() if value}
