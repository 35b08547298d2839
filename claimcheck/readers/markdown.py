"""Markdown with front matter: YAML between ``---`` or TOML between ``+++``. The text is what stands below it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft, headed
from claimcheck.readers.notice import Tell
from claimcheck.readers.rows import known

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)\s*", re.S | re.M)
#: of YAML, the flat part that front matter is written in: ``key: value``
_LINE = re.compile(r"^([A-Za-z_][\w-]*):(.*)$", re.M)


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """One article, the file below its front matter."""
    text, guessed = decode(blob.read())
    front = _FRONT.match(text)
    if not front:
        yield Draft(text, guessed=guessed)
        return
    values = _toml(front[2]) if front[1] == "+++" else _yaml(front[2])
    facts = known(values, blob.columns, "front matter")
    yield Draft(headed(facts.get("title", ("", ""))[0], text[front.end() :]), facts, guessed=guessed)


def _toml(text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as wrong:
        raise ClaimcheckError(f"its front matter is no TOML: {wrong}; mend it") from None


def _yaml(text: str) -> Mapping[str, object]:
    return {key: value.strip().strip("'\"") for key, value in _LINE.findall(text)}
