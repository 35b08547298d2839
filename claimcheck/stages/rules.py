"""Rules on the facets of two claims, each asked where these have what it is about.

Most rules are about something that few claims have: a rate, the badly hurt, one venue of several. What a claim has of
all that is worked out once, as bits of a number, and the rules for two claims are looked up by theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from claimcheck.stages.facets import Facets

_Said = TypeVar("_Said")
Says = Callable[[Facets, Facets], _Said]
Has = Callable[[Facets], object]


class Rule(NamedTuple, Generic[_Said]):
    """What is said of two claims, and what one of them (``either``) or each (``both``) must have for it to say
    anything."""

    says: Says[_Said]
    either: Has | None = None
    both: Has | None = None


class Rules(Generic[_Said]):
    """Rules in their order."""

    def __init__(self, rules: Sequence[Rule[_Said]]) -> None:
        self._rules = rules
        self.says = [rule.says for rule in rules]
        self._either = sum(1 << n for n, rule in enumerate(rules) if rule.either is not None)
        self._has = lru_cache(maxsize=1 << 12)(self._bits)
        self._asked: dict[int, list[tuple[int, Says[_Said]]]] = {}

    def on(self, a: Facets, b: Facets) -> list[tuple[int, Says[_Said]]]:
        """Those that may say something of two claims, each behind its place among all."""
        one, other = self._has(a), self._has(b)
        bits = (one | other) & self._either | one & other
        if bits not in self._asked:
            self._asked[bits] = [(n, says) for n, says in enumerate(self.says) if bits >> n & 1]
        return self._asked[bits]

    def _bits(self, facets: Facets) -> int:
        """Of each rule whether a claim has what it is about."""
        has = (rule.either or rule.both for rule in self._rules)
        return sum(1 << n for n, asked in enumerate(has) if asked is None or asked(facets))
