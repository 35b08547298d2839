"""The language of a text: by its script, and among languages of one script by their function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from operator import itemgetter

from claimcheck.lang.fold import fold, folded
from claimcheck.lang.telling import SPOKEN, telling
from claimcheck.lang.telling import function_words as stopwords

#: enough to tell: some 350 words, which are taken as they stand between blanks
_SAMPLE = 2_000
#: words that are enough to tell a language of none. Function words are at least 0.16 of them in Arabic news, 0.27 in
#: English and 0.37 in French; at most 0.03 in Persian, Urdu and Kurdish read as Arabic, 0.1 in French, German, Spanish
#: and Turkish read as English, and 0.3 in Catalan, Spanish, Romanian and Portuguese read as French
_ENOUGH = 30
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)*")


@cache
def known() -> tuple[str, ...]:
    """Codes of the languages that a pack reads."""
    return tuple(telling())


@cache
def _letters(code: str) -> re.Pattern[str]:
    return re.compile(f"[{telling()[code].letters}]")


@cache
def _has(code: str, letter: str) -> bool:
    return _letters(code).match(letter) is not None


@cache
def _names() -> dict[str, str]:
    return {told.name.lower(): code for code, told in telling().items()}


def code(said: str) -> str | None:
    """The code of a language by the code or the name that is said, ``ar`` for ``ar-SA`` and ``Arabic``; else None."""
    name = said.strip().lower()
    short = _CODE.fullmatch(name)
    return _names().get(name) or (short[1] if short else None)


def written_in(code: str, text: str) -> bool:
    """Whether a text has a letter of the language at all."""
    return _letters(code).search(folded(text)[:_SAMPLE]) is not None


def language(text: str) -> str | None:
    """The code of the pack that reads most of ``text``; None where no word begins with a letter of any.

    ``und`` (ISO 639 for undetermined) where a longer text lacks that language's function words: Persian is no Arabic.
    """
    words = folded(text)[:_SAMPLE].split()
    first = Counter(map(itemgetter(0), words))
    own = {code: sum(n for letter, n in first.items() if _has(code, letter)) for code in known()}
    most = max(own.values(), default=0)
    if not most:
        return None
    scores = {code: _function_words(code, words) for code in known() if own[code] == most}
    best = max(scores, key=lambda code: (scores[code], code == SPOKEN))
    return best if most < _ENOUGH or scores[best] >= telling()[best].least * most else "und"


def function_words(text: str) -> int:
    """How many words of a text are function words of the language that has most of them."""
    words = _WORD.findall(fold(text))
    return max((_function_words(code, words) for code in known()), default=0)


def _function_words(code: str, words: list[str]) -> int:
    return sum(map(stopwords(code).__contains__, words))
