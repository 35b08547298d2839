"""The language of a text: by its script, and among languages of one script by their function words."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lang.fold import fold
from claimcheck.lang.pack import languages, load

#: enough to tell: a page of a newspaper
_SAMPLE = 4_000
#: of a text's words that are function words: at least 0.16 in Arabic news and 0.27 in English, at most 0.03 in
#: Persian, Urdu and Kurdish read as Arabic, and 0.09 in French, German, Spanish and Turkish read as English
_SHARE, _ENOUGH = 0.1, 30
_CODE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)*")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def known() -> tuple[str, ...]:
    """Codes of the languages that a pack reads."""
    return tuple(languages())


@cache
def _letters(code: str) -> re.Pattern[str]:
    return re.compile(f"[{load(code).letters}]")


@cache
def _stopwords(code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load(code).stopwords)


def code(said: str) -> str | None:
    """The code of a language by the code or the name that is said, ``ar`` for ``ar-SA`` and ``Arabic``; else None."""
    names = {load(name).name.lower(): name for name in known()}
    short = _CODE.fullmatch(said.strip().lower())
    return names.get(said.strip().lower()) or (short[1] if short else None)


def language(text: str) -> str | None:
    """The code of the pack that reads most of ``text``; None where it has no letters of any.

    ``und`` (ISO 639 for undetermined) where a longer text lacks that language's function words: Persian is no Arabic.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(fold(sample))
    scores = {
        code: (len(_letters(code).findall(sample)), sum(map(_stopwords(code).__contains__, words)))
        for code in known()
    }
    best = max(scores, key=lambda code: (scores[code], code), default=None)
    if best is None or not scores[best][0]:
        return None
    own = sum(bool(_letters(best).match(word)) for word in words)
    return best if own < _ENOUGH or scores[best][1] >= _SHARE * own else "und"
