"""The same text again, from another outlet or another day: one article with several sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from claimcheck.lang.fold import folded
from claimcheck.model import Article, Record
from claimcheck.readers.notice import Notice, Tell

#: blanks and marks: of ASCII as bytes, which are deleted in one go, and of other scripts those that news is full of
_APART = bytes(code for code in range(128) if not chr(code).isalnum())
_MARKS = "،؛؟٪٫٬۔–—…•·"
#: a body of fewer letters may be alike by chance
_BODY = 300


@dataclass(frozen=True, slots=True, kw_only=True)
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

    def sifted(self, article: Article, marks: Iterable[bytes], tell: Tell) -> Article | Duplicate:
        """The article, remembered from now on; or, where its text is known by one of its marks, what it repeats."""
        known = list(marks)
        first = next((self._first[mark] for mark in known if mark in self._first), None)
        if first is None:
            self._first |= dict.fromkeys(known, article.file)
            return article
        tell(Notice(article.file, f"has the text of {first}; counted as one article", trouble=False))
        return Duplicate(
            of=first, file=article.file, source=article.source, published=article.published, url=article.url
        )


def marks(article: Article) -> list[bytes]:
    """Digests of the whole text and, where it is long, of what stands under its headline; blanks and marks left out."""
    whole = _letters(article.text)
    body = whole.removeprefix(_letters(article.title)) if article.title else whole
    return [_digest(whole), *([_digest(body)] if len(body.decode()) >= _BODY else [])]


def _letters(text: str) -> bytes:
    plain = folded(text)
    for mark in _MARKS:
        plain = plain.replace(mark, "")
    return plain.encode().translate(None, _APART)


def _digest(letters: bytes) -> bytes:
    return blake2b(letters, digest_size=16).digest()
