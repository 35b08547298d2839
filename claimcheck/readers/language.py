"""The language of a text: by its script, and among languages of one script by their function words."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lang.fold import fold
from claimcheck.lang.pack import languages, load

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _letters(code: str) -> re.Pattern[str]:
    return re.compile(f"[{load(code).letters}]")


@cache
def _stopwords(code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load(code).stopwords)


def language(text: str) -> str | None:
    """The code of the pack that reads most of ``text``; None where it has no letters of any."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(fold(sample))
    scores = {
        code: (len(_letters(code).findall(sample)), sum(word in _stopwords(code) for word in words))
        for code in languages()
    }
    best = max(scores, key=lambda code: (scores[code], code), default=None)
    return best if best and scores[best][0] else None
