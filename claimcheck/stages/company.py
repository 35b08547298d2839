"""The company of figures: how far the words around two of them meet, and what their articles are about.

In two languages the concepts among the words are compared, which these share.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from claimcheck.lang.pack import concepts
from claimcheck.stages.node import Node, Origin

_Words = frozenset[str]


@dataclass(slots=True, eq=False)
class Topics:
    """What two articles are about has in common: how much, as a share of the smaller number, 0..1; how many words,
    people and the dead, of whom most news tells, aside; and the words."""

    share: float
    shared: int
    words: _Words


@lru_cache(maxsize=1 << 13)
def topics(a: Origin, b: Origin, one_language: bool) -> Topics:
    """How far what two articles are about meets, by words or by concepts. Most articles have several claims to be
    compared."""
    words = a.topic & b.topic
    shared = len(words) - len(words & _generic()) if words else 0
    if one_language:
        return Topics(len(words) / min(len(a.topic), len(b.topic)) if words else 0.0, shared, words)
    one, other = _concepts(a.topic), _concepts(b.topic)
    met = len(one & other)
    return Topics(met / min(len(one), len(other)) if met else 0.0, shared, words)


@cache
def _generic() -> _Words:
    return frozenset(f"thing:{name}" for name, thing in concepts().things.items() if thing.generic)


@dataclass(slots=True, eq=False)
class Company:
    """How far the words around two figures meet: as a share of the smaller number, those of both topics aside; how many
    there are, these as well; and as what share."""

    own: float
    words: float
    share: float


_APART = Company(0.0, 0.0, 0.0)


def company(a: Node, b: Node, both: _Words) -> Company:
    """How far the words around two figures meet, of articles that are about ``both``; concepts are never aside in two
    languages."""
    if a.facets.lang != b.facets.lang:
        one, other = _concepts(a.context), _concepts(b.context)
        met = len(one & other)
        share = met / min(len(one), len(other)) if met else 0.0
        return Company(share, float(met), share)
    shared = a.context & b.context
    if not shared:
        return _APART
    own = len(shared - both)
    few = min(len(a.context) - len(a.context & both), len(b.context) - len(b.context & both)) if own else 1
    return Company(own / few, float(len(shared)), len(shared) / min(len(a.context), len(b.context)))


@lru_cache(maxsize=1 << 12)
def _concepts(words: _Words) -> _Words:
    return frozenset([word for word in words if ":" in word])
