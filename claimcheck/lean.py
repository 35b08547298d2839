"""Claims that share what is alike in them, so that an archive's fit in memory.

Equal records, words and sentences come again and again. Nothing that a claim says, prints or compares as changes.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from claimcheck.model import Claim, Quantity

#: facets that are records, words or tuples of words
_FACETS = (
    "counted", "event", "time", "article", "sentence", "lang", "place", "setting", "issuer", "source", "published",
)


class Sharing:
    """Remembers what it met. One for a run: what it remembers lives as long as it does."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, claim: Claim) -> Claim:
        """An equal claim, its parts those of earlier claims where they are equal."""
        parts = {name: self._same(getattr(claim, name)) for name in _FACETS}
        context = tuple(map(sys.intern, claim.context))
        return replace(claim, quantity=self._quantity(claim.quantity), context=context, **parts)

    def _same(self, part: Any) -> Any:
        return self._known.setdefault(part, part)

    def _quantity(self, quantity: Quantity) -> Quantity:
        """Equal ones are not the same where one has 2 and the other 2.0, which print differently."""
        kinds = type(quantity.value), type(quantity.low), type(quantity.high)
        shared: Quantity = self._known.setdefault((kinds, quantity), quantity)
        return shared
