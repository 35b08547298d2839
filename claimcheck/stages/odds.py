"""The odds that two claims answer one question: what boosted trees say of all that is compared of them.

The tests of ``question`` and ``likeness`` each say what one facet is worth; how much they say together was counted on
pairs of annotated figures (docs/design.md tells which, and ``benchmarks/fit.py`` fits them): trees of few leaves after
J. Friedman, Greedy function approximation, 2001, whose answers add up to log-odds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log
from typing import Final

from claimcheck.stages.amounts import digits, times
from claimcheck.stages.beside import Others, like
from claimcheck.stages.company import Company, Topics
from claimcheck.stages.facets import Facets
from claimcheck.stages.likeness import one_figure
from claimcheck.stages.node import Node
from claimcheck.stages.question import Told
from claimcheck.stages.trees import alone, among

#: the most that a pair may say, as log-odds
_SURE: Final = 8.0
#: what stands for what is not known
_UNKNOWN: Final = -1.0
#: days beyond which it is all one
_DAYS: Final = 400
#: figures so many times one another, as a logarithm, and more are as far apart
_TIMES: Final = 6.0
#: scopes of what is as its article tells it
_BY_NOW = (None, "now", "so_far")
_KINDS = ("count", "money", "measure", "share", "duration")

#: what the trees are asked of, in their order
NAMES = (
    "score", "figures", "standing", "topics", "company", "around", "around_share", "shared_words",
    "times", "least", "told_digits", "equal", "meet", "grows", "exact",
    "speakers", "one_speaker",
    "forbids", "event", "thing", "group", "place", "time", "status", "part",
    "no_place", "none_named", "one_named", "named_there", "dated", "days_apart", "one_head", "one_nation",
    "unlike_modifiers", "settings", "other_settings", "stocks", "background", "inert_things", "kind", "two_languages",
    "days_between", "days_meant", "fewest_of_event", "most_of_event", "daily", "beside", "besides",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Compared:
    """What was found of two claims: what all of it comes to as it is weighed by hand, what their facets say of that,
    their figures, their places in the articles, the articles' topics and the words around them."""

    score: float
    told: Told
    figures: float
    standing: float
    topics: Topics
    words: Company


def odds(asked: Sequence[float]) -> float:
    """The log-odds of two claims, by their ``features``."""
    return _bounded(alone(*asked))


def odds_among(asked: Sequence[float], others: Sequence[float]) -> float:
    """The same by what ``rivals`` says of the others as well."""
    return _bounded(among(*asked, *others))


def _bounded(said: float) -> float:
    return max(-_SURE, min(_SURE, said))


def features(a: Node, b: Node, found: Compared) -> list[float]:
    """What the trees are asked of two claims, as ``NAMES`` has it."""
    return [
        found.score, found.figures, found.standing, found.topics.share,
        found.words.own, found.words.words, found.words.share, float(found.topics.shared),
        *_of_figures(a, b),
        float((a.voice is not None) + (b.voice is not None)), float(a.voice is not None and a.voice == b.voice),
        float(found.told.forbids), *found.told.weighed, *_of_facets(a.facets, b.facets),
        *_of_articles(a.others, b.others),
    ]  # fmt: skip


def _of_figures(a: Node, b: Node) -> tuple[float, ...]:
    """What is asked of the figures: how many times one is the other, how large they are, how many digits they have,
    whether they are equal or meet, whether the later one is larger, and how many are exact."""
    (one, low, high), (other, least, most) = a.amount, b.amount
    factor = times(b.unit, a.unit)
    meet = factor != 1 or not ((high is not None and least is not None and high < least)
                               or (low is not None and most is not None and low > most))  # fmt: skip
    exact = float((one is not None and low == high) + (other is not None and least == most))
    if one is None or other is None:
        if a.amount == b.amount and factor == 1:  # "dozens", and "dozens"
            return 0.0, log(1 + (low or 0)), _UNKNOWN, 1.0, 1.0, 0.0, exact
        return _UNKNOWN, _UNKNOWN, _UNKNOWN, 0.0, float(meet), 0.0, exact
    told = float(min(digits(one), digits(other)))
    other *= factor
    small, large = (one, other) if one < other else (other, one)
    far = 0.0 if small == large else min(_TIMES, log(large / small)) if small > 0 else _UNKNOWN
    first, last = a.facets.published or "", b.facets.published or ""
    moved = bool(first and last) and first != last and one != other
    grows = 0.0 if not moved else 1.0 if (first < last) == (one < other) else -1.0
    return far, log(1 + max(0, small)), told, float(one_figure(a, b)), float(meet), grows, exact


def _of_articles(a: Others, b: Others) -> tuple[float, ...]:
    """What is asked of what else their articles tell."""
    few, many = min(a.of_event, b.of_event), max(a.of_event, b.of_event)
    return float(few), float(many), float(a.daily + b.daily), like(a, b), float(len(a.beside) + len(b.beside))


@lru_cache(maxsize=1 << 14)
def _of_facets(a: Facets, b: Facets) -> tuple[float, ...]:
    """What is asked of the facets alone."""
    here, there = set(a.setting), set(b.setting)
    return (
        float((a.place is None) + (b.place is None)),
        float((a.named is None) + (b.named is None)),
        float(a.named is not None and a.named == b.named),
        float((a.named in there) + (b.named in here)),
        float((a.time.start is not None) + (b.time.start is not None)),
        _apart(_day(a.time.start), _day(b.time.start)),
        float(a.head is not None and a.head == b.head),
        float(a.nationality is not None and a.nationality == b.nationality),
        float(len(set(a.modifiers) ^ set(b.modifiers))),
        float(len(here & there)),
        float(len(here ^ there)),
        float(a.stock + b.stock),
        float(a.background + b.background),
        float(a.inert + b.inert),
        float(_KINDS.index(a.kind)),
        float(a.lang != b.lang),
        _apart(_day(a.published), _day(b.published)),
        _apart(_meant(a), _meant(b)),
    )


def _apart(one: int | None, other: int | None) -> float:
    """How many days lie between two."""
    return float(min(_DAYS, abs(one - other))) if one is not None and other is not None else _UNKNOWN


def _meant(facets: Facets) -> int | None:
    """The day that a claim speaks of: its own, or its article's where it names no time or tells how it is by then."""
    return _day(facets.day or (facets.published if facets.time.scope in _BY_NOW else None))


@lru_cache(maxsize=1 << 12)
def _day(said: str | None) -> int | None:
    return date.fromisoformat(said[:10]).toordinal() if said else None
