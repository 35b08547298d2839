"""What tells whether a stored result still holds: digests of an article, and of all that reads it."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files

from claimcheck import __version__
from claimcheck.model import Article


def digest(article: Article) -> str:
    """Of an article's text and metadata."""
    return blake2b(article.model_dump_json().encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


@cache
def fingerprint() -> str:
    """Of the program's version and the contents of its language packs: claims that another one read are read again."""
    hashed = blake2b(__version__.encode(), digest_size=16)
    for pack in sorted((files("claimcheck") / "packs").iterdir(), key=lambda file: file.name):
        if pack.name.endswith(".toml"):
            hashed.update(pack.name.encode() + b"\0" + pack.read_bytes())
    return hashed.hexdigest()
