"""The form of a text that is matched, with a map back to the original offsets.

Nothing is ever rewritten for output: words are found in the folded text, quotes are cut from the original.
Folding removes diacritics, tatweel and invisible controls, joins the variants of alef, hamza, ya and
ta-marbuta, maps Arabic-Indic digits to ASCII and lowers Latin letters. Every kept character folds to exactly
one, so only removals shift offsets, and the map is the short list of where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import sub
from typing import Final

#: harakat, Quranic marks, superscript alef, tatweel, and controls that no reader sees
_UNSEEN: Final = (
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
)
#: one, and more of them: a pattern that begins with a repetition is searched for three times as slowly
_REMOVED: Final = re.compile(f"{_UNSEEN}{_UNSEEN}*")


def _one_to_one() -> dict[int, str]:
    table = {ord(a): b for a, b in zip("أإآٱىئؤةکیۀ", "اااايءءهكيه", strict=True)}
    table |= {0x0660 + d: str(d) for d in range(10)} | {0x06F0 + d: str(d) for d in range(10)}
    table |= dict.fromkeys((160, 8199, 8201, 8239, 12288), " ")
    table |= {ord(c): "'" for c in "\u2018\u2019\u02bc\u2032`"}
    table |= {ord(c): '"' for c in "\u201c\u201d\u201e\u00ab\u00bb"}
    for code in range(0x41, 0x250):
        plain = unicodedata.normalize("NFD", chr(code).lower())[0]
        if chr(code).isalpha() and plain != chr(code):
            table[code] = plain
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):  # presentation forms
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = table.get(ord(plain), plain)
    return table


_TABLE = _one_to_one()
#: the letters, digits and marks of nearly every text, replaced one by one: ten times as fast as ``str.translate``
_COMMON = {c: _TABLE[ord(c)] for c in "أإآٱىئؤةکیۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u00a0\u2009\u202f\u2018\u2019\u201c\u201d«»"}
#: below this many characters one pass is faster than many
_SHORT: Final = 500
_RARE: Final = re.compile(
    f"[{re.escape(''.join(c for c in map(chr, _TABLE) if c not in _COMMON and not c.isupper()))}]"
)


def fold(text: str) -> str:
    """The folded form of a word or phrase, for lexicons and keys."""
    return _mapped(text if text.isascii() else _REMOVED.sub("", text))


@lru_cache(maxsize=1)
def folded(text: str) -> str:
    """``fold`` of the article at hand, whose language and repetition are looked for one after the other."""
    return fold(text)


def _mapped(kept: str) -> str:
    """One character for each of ``kept``: only the dotted capital I would lower to two."""
    text = kept.replace("\u0130", "i").lower()
    if text.isascii():
        return text.replace("`", "'")
    if len(text) < _SHORT:
        return text.translate(_TABLE)
    for letter, plain in _COMMON.items():
        text = text.replace(letter, plain)
    return text.translate(_TABLE) if _RARE.search(text) else text


def _between_blanks(text: str) -> list[str]:
    """With an empty one at the end, so that each word has one behind it."""
    return f"{text} ".replace("\n", " ").replace("\t", " ").replace("\r", " ").split(" ")


@dataclass(slots=True, eq=False)
class Folded:
    """A folded text that knows its original.

    ``cuts[i]`` is the folded offset at which the i-th removal took place, ``ends[i]`` the original one at which it was
    over, ``shifts[i]`` the number of characters removed up to and including it.
    """

    original: str
    #: the original without what folding removes: letter for letter beside the folded text, with its capitals
    kept: str
    text: str
    cuts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    #: those of the whole text, once they were asked for
    _words: list[str] | None = None

    @classmethod
    def of(cls, original: str) -> Folded:
        gaps = [] if original.isascii() else [m.span() for m in _REMOVED.finditer(original)]
        if not gaps:
            return cls(original, original, _mapped(original))
        starts, ends = zip(*gaps, strict=True)
        kept = "".join(original[a:b] for a, b in zip((0, *ends), (*starts, len(original)), strict=True))
        shifts = tuple(accumulate(b - a for a, b in gaps))
        return cls(original, kept, _mapped(kept), tuple(map(sub, starts, (0, *shifts))), ends, shifts)

    def start(self, offset: int) -> int:
        """The original offset of the folded character at ``offset``."""
        if not self.cuts:
            return offset
        at = bisect_right(self.cuts, offset)
        return offset + (self.shifts[at - 1] if at else 0)

    def end(self, offset: int) -> int:
        """The original end of a span whose folded end is ``offset``: marks on its last character belong to it."""
        return self.start(offset) if offset and self.cuts else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of a folded one."""
        if not self.cuts:
            return start, end
        first, last = bisect_right(self.cuts, start), bisect_right(self.cuts, end)
        return start + (self.shifts[first - 1] if first else 0), end + (self.shifts[last - 1] if last and end else 0)

    def index(self, original: int) -> int:
        """The folded offset of the original one; of a removed character, that of the next kept one."""
        if not self.cuts:
            return original
        at = bisect_right(self.ends, original)
        return original - (self.shifts[at - 1] if at else 0)

    def words(self, start: int, end: int) -> list[str]:
        """What stands between single blanks and line ends, of the whole text or a part of it: each has its place."""
        if end - start < len(self.text):
            return _between_blanks(self.text[start:end])
        if self._words is None:
            self._words = _between_blanks(self.text)
        return self._words
