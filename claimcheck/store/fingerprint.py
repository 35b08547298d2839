"""What tells whether a stored result still holds: digests of what was read, and of all that reads it."""

from __future__ import annotations

import marshal
from functools import cache
from hashlib import blake2b

from claimcheck import __version__
from claimcheck.asjson import dumps
from claimcheck.lang.kept import READ_BY, sources
from claimcheck.model import Article
from claimcheck.readers import Blob, Settings
from claimcheck.stages.node import FORMAT


def of_article(article: Article) -> bytes:
    """Of an article's text and metadata."""
    return _digest(dumps(article))


def of_file(blob: Blob, settings: Settings) -> bytes:
    """Of a file's bytes and of all that the options and the metadata beside it say of it.

    Raises ClaimcheckError and OSError as reading it does.
    """
    said = dict(settings.overrides), dict(blob.facts), dict(blob.columns), str(settings.zone)
    return _digest(marshal.dumps(said, FORMAT) + b"\0" + blob.read())


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16, key=fingerprint()).digest()


@cache
def fingerprint() -> bytes:
    """Of the program's version, of its language packs and of the modules that read and compare claims: what others read
    is read again."""
    hashed = blake2b(__version__.encode(), digest_size=16)
    for name, data in sources(*READ_BY, ("readers", ".py"), ("stages", ".py")):
        hashed.update(name.encode() + b"\0" + data)
    return hashed.digest()
