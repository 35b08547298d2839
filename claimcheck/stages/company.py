"""The company of figures: how far the words around two of them meet, and what their articles are about.

In two languages the concepts among the words are compared, which these share.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lang.pack import concepts
from claimcheck.stages.node import Node, Origin

_Words = frozenset[str]


@lru_cache(maxsize=1 << 12)
def topics(a: Origin, b: Origin, one_language: bool) -> float:
    """How far what two articles are about meets: shared words over the smaller number, 0..1. Most articles have several
    claims to be compared."""
    one, other = (a.topic, b.topic) if one_language else (_concepts(a.topic), _concepts(b.topic))
    met = len(one & other)
    return met / min(len(one), len(other)) if met else 0.0


def shared(a: Origin, b: Origin) -> int:
    """How many words what two articles are about has in common, people and the dead, of whom most news tells, aside."""
    return len((a.topic & b.topic) - _generic())


@cache
def _generic() -> _Words:
    return frozenset(f"thing:{name}" for name, thing in concepts().things.items() if thing.generic)


class Company(NamedTuple):
    """How far the words around two figures meet: as a share of the smaller number, those of both topics aside; how many
    there are, these as well; and as what share."""

    own: float
    words: float
    share: float


_APART = Company(0.0, 0.0, 0.0)


def company(a: Node, b: Node) -> Company:
    """How far the words around two figures meet; concepts are never aside in two languages."""
    if a.facets.lang != b.facets.lang:
        one, other = _concepts(a.context), _concepts(b.context)
        met = len(one & other)
        share = met / min(len(one), len(other)) if met else 0.0
        return Company(share, float(met), share)
    shared = a.context & b.context
    if not shared:
        return _APART
    both = a.origin.topic & b.origin.topic
    own = len(shared - both)
    few = min(len(a.context) - len(a.context & both), len(b.context) - len(b.context & both))
    return Company(own / few if own else 0.0, float(len(shared)), len(shared) / min(len(a.context), len(b.context)))


@lru_cache(maxsize=1 << 12)
def _concepts(words: _Words) -> _Words:
    return frozenset([word for word in words if ":" in word])
