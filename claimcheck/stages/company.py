"""The company of figures: how far the words around two of them meet, and what their articles are about.

In two languages the concepts among the words are compared, which these share.
"""

from __future__ import annotations

from functools import cache, lru_cache

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


def company(a: Node, b: Node) -> float:
    """How far the words around two figures meet, those of both topics aside; concepts are never aside in two
    languages."""
    if a.facets.lang != b.facets.lang:
        one, other = _concepts(a.context), _concepts(b.context)
        met = len(one & other)
        return met / min(len(one), len(other)) if met else 0.0
    shared = a.context & b.context
    if not shared:
        return 0.0
    both = a.origin.topic & b.origin.topic
    met = len(shared - both)
    if not met:
        return 0.0
    return met / min(len(a.context) - len(a.context & both), len(b.context) - len(b.context & both))


@lru_cache(maxsize=1 << 12)
def _concepts(words: _Words) -> _Words:
    return frozenset([word for word in words if ":" in word])
