"""The corpora of the languages, ``tests/lang``: what a pack reads, proven by examples."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from claimcheck.lang.pack import languages

#: what a language has: figures, what they are of, and the forms of its words
FILES = ("{}.toml", "claims.{}.toml", "words.{}.toml")


def file(name: str, code: str) -> Path:
    return Path(__file__).parent / "lang" / name.format(code)


def corpora(name: str) -> dict[str, dict[str, Any]]:
    """Each language's corpus of a kind; who adds one may write them one after the other."""
    files = {code: file(name, code) for code in languages()}
    return {code: tomllib.loads(path.read_text("utf-8")) for code, path in files.items() if path.exists()}
