"""The same text again, from another outlet or another day: one article with several sources."""

from __future__ import annotations

import re
from hashlib import blake2s

from claimcheck.lang.fold import fold
from claimcheck.model import Article, Record

_APART = re.compile(r"[\W_]+")
#: a body of fewer letters may be alike by chance
_BODY = 300


class Duplicate(Record):
    """An article whose text was read before: under another name, headline or outlet."""

    #: path of the first
    of: str
    file: str
    source: str | None = None
    published: str | None = None
    url: str | None = None


class Seen:
    """The texts that were met, as digests."""

    def __init__(self) -> None:
        self._first: dict[bytes, str] = {}

    def known(self, article: Article) -> Duplicate | None:
        """What ``article`` repeats; None where its text is new, and remembered from now on."""
        keys = _keys(article)
        first = next((self._first[key] for key in keys if key in self._first), None)
        if first is None:
            self._first |= dict.fromkeys(keys, article.file)
            return None
        return Duplicate(
            of=first, file=article.file, source=article.source, published=article.published, url=article.url
        )


def _keys(article: Article) -> list[bytes]:
    """Digests of the whole text and, where it is long, of what stands under its headline; blanks and marks left out."""
    whole = _letters(article.text)
    title = _letters(article.title or "")
    body = whole.removeprefix(title)
    return [_digest(text) for text in (whole, body) if text is whole or len(body) >= _BODY]


def _letters(text: str) -> str:
    return _APART.sub("", fold(text))


def _digest(text: str) -> bytes:
    return blake2s(text.encode(), digest_size=16).digest()
