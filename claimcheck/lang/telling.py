"""What tells a language before its pack is read: letters, function words, and the names that dates are made of.

A text in one language needs no other's pack; what tells them apart is a small file of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from claimcheck.lang.fold import fold
from claimcheck.lang.kept import kept
from claimcheck.lang.pack import languages, load
from claimcheck.lang.section import Section

#: of languages that a text tells no better apart, the one that ids are in
SPOKEN = "en"


class Telling(Section):
    """Of one language; words are folded."""

    name: str
    letters: str
    stopwords: list[str]
    #: of the words of a text in it, how many are function words at least
    least: float
    #: names of months -> their numbers
    months: dict[str, int]
    hijri: dict[str, int]
    weekdays: list[str]
    #: what stands beside a day on a line of its own
    dateline: list[str]
    #: zones -> their offsets
    zones: dict[str, str]
    am: list[str]
    pm: list[str]


@cache
def telling() -> dict[str, Telling]:
    """Every language that has a pack, by its code; English first."""
    return {code: Telling.restored(told) for code, told in kept("languages", _told).items()}


def _told() -> dict[str, dict[str, Any]]:
    return {code: _of(code) for code in sorted(languages(), key=lambda code: (code != SPOKEN, code))}


def _of(code: str) -> dict[str, Any]:
    pack, times = load(code), load(code).times
    return {
        "name": pack.name, "letters": pack.letters, "stopwords": [*dict.fromkeys(map(fold, pack.stopwords))],
        "least": pack.least_stopwords,
        "months": {fold(name): number for name, number in times.months.items()},
        "hijri": {fold(name): number for name, number in times.hijri.items()},
        "weekdays": [*map(fold, times.weekdays)], "dateline": [*map(fold, times.dateline)],
        "zones": {fold(name): offset for offset, names in times.zones.items() for name in names},
        "am": [*map(fold, times.am)], "pm": [*map(fold, times.pm)],
    }  # fmt: skip


@cache
def function_words(code: str) -> frozenset[str]:
    return frozenset(telling()[code].stopwords)


@cache
def _apart(codes: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The function words that not all of some languages have, and those of them that the first has not."""
    words = [function_words(code) for code in codes]
    apart = frozenset().union(*words) - words[0].intersection(*words)
    return apart, apart - words[0]


def likeliest(codes: Iterable[str], words: list[str]) -> str:
    """Of languages of one script, the one that has most function words among ``words``; the first of equals."""
    codes = tuple(codes)
    apart, others = _apart(codes)
    if others.isdisjoint(words):
        return codes[0]
    told = [*filter(apart.__contains__, words)]
    return max(codes, key=lambda code: len([*filter(function_words(code).__contains__, told)]))
