"""Independence: how many voices stand behind the claims of a question, whatever number of outlets prints them.

One body quoted by three outlets is one voice, and so is one sentence printed by three outlets, reworded or not, and one
person whose name outlets spell in their own ways. docs/concepts.md gives the rules and the experiments behind them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from claimcheck.lang.fold import fold
from claimcheck.lang.voice import issuer_key
from claimcheck.model import Claim, Number

#: of the shorter sentence's runs of three words, the share that a copy has too
COPIED: Final = 0.5
#: a sentence of fewer words may be alike by chance: "Dozens injured as 6.1-magnitude quake hits"
_WORDS: Final = 12
#: sentences that are kept for one run of words: a cluster of a thousand copies costs no more than a line each
_LOOKED_AT: Final = 32

#: characters of a sentence that are compared: a text without full stops is one sentence
_READ: Final = 2000

#: of 100, how alike two names for one figure are where they are one: «ينس لايركه» and «ينس لاركه» 95, two ministries 80
RESPELLED: Final = 90
#: names that are compared for one figure
_NAMES: Final = 100

Run = tuple[str, str, str]
#: its value and bounds
Figure = tuple[Number | None, Number | None, Number | None]

_ISSUER: Final = "issuer:"
#: letters and digits
_WORD: Final = re.compile(r"[^\W_]+")


def voices(claims: Sequence[Claim]) -> int:
    """The number of independent voices among the claims of one question."""
    if len(claims) == 1:
        return 1
    named = _speakers(claims)
    heads: dict[str, str] = {}
    copied = [(named[first.id], named[again.id]) for first, again in copies(claims)]
    for one, other in (*copied, *_respelled(claims, named)):
        a, b = _head(heads, one), _head(heads, other)
        if a != b:
            heads[b] = a
    return len({_head(heads, name) for name in named.values()})


def _respelled(claims: Sequence[Claim], named: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that are one, quoted for one figure. A single word is no name: "officials" are many."""
    by_figure: dict[tuple[float | None, ...], set[str]] = {}
    for claim in claims:
        if claim.issuer and " " in named[claim.id]:
            by_figure.setdefault(_printed(claim)[1:], set()).add(named[claim.id])
    for names in by_figure.values():
        for a, b in combinations(sorted(names)[:_NAMES], 2):
            if _alike(a.removeprefix(_ISSUER), b.removeprefix(_ISSUER)):
                yield a, b


def _alike(a: str, b: str) -> bool:
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(a, b) >= RESPELLED


def copies(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs of claims of two articles that are one sentence with one figure: the first print of it, and a later one."""
    by_figure: dict[Figure, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_figure[claim.quantity.value, claim.quantity.low, claim.quantity.high].append(claim)
    printed = (same for same in by_figure.values() if any(claim.article != same[0].article for claim in same))
    return [pair for same in printed for pair in _copies(same)]


def _copies(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The same of claims with one figure, which several articles print: of most, one alone does."""
    index: dict[Run, list[Claim]] = defaultdict(list)
    for claim in claims:
        runs = _runs(claim.sentence)
        if len(runs) + 2 < _WORDS:
            continue
        first = _first_print(claim, runs, index)
        if first:
            yield first, claim
            continue
        for run in runs:
            if len(index[run]) < _LOOKED_AT:
                index[run].append(claim)


def _first_print(claim: Claim, runs: frozenset[Run], index: dict[Run, list[Claim]]) -> Claim | None:
    """The earliest claim in the index whose sentence this one's copies."""
    near = {c.id: c for run in runs if run in index for c in index[run]}
    ordered = sorted(near.values(), key=lambda c: (c.article, c.start))
    return next((c for c in ordered if _copied(c, claim)), None)


def _copied(a: Claim, b: Claim) -> bool:
    """Whether two outlets print one sentence. A figure that was changed is a statement of its own: these have one."""
    if a.article == b.article:
        return False
    x, y = _runs(a.sentence), _runs(b.sentence)
    shorter = min(len(x), len(y))
    return shorter + 2 >= _WORDS and len(x & y) >= COPIED * shorter


def _runs(sentence: str) -> frozenset[Run]:
    return _threes(sentence[:_READ])


@lru_cache(maxsize=1 << 12)
def _threes(sentence: str) -> frozenset[Run]:
    """Each three words of a sentence that follow one another, folded, without punctuation."""
    words = _WORD.findall(fold(sentence))
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _speakers(claims: Sequence[Claim]) -> dict[str, str]:
    """Claim id -> who speaks: the body that is quoted, else the outlet itself.

    A headline quotes nobody; where its article gives the same figure with its speaker, it is that speaker's.
    """
    quoted: dict[tuple[str, float | None, float | None], str] = {}
    for claim in claims:
        key = issuer_key(claim)
        if key:
            quoted.setdefault(_printed(claim), f"{_ISSUER}{key}")
    return {c.id: _speaker(c, quoted) for c in claims}


def _speaker(claim: Claim, quoted: dict[tuple[str, float | None, float | None], str]) -> str:
    key = issuer_key(claim)
    return f"{_ISSUER}{key}" if key else quoted.get(_printed(claim), f"outlet:{claim.source or claim.article}")


def _printed(claim: Claim) -> tuple[str, float | None, float | None]:
    """An article and a figure in it; "38" and "at least 38" are one."""
    return claim.article, claim.quantity.value, None if claim.quantity.value is not None else claim.quantity.low


def _head(heads: dict[str, str], name: str) -> str:
    while name in heads:
        name = heads[name]
    return name
