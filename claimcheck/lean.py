"""Claims that share what is alike in them, so that an archive's fit in memory.

Equal records, words and sentences come again and again. Nothing that a claim says, prints or compares as changes.
"""

from __future__ import annotations

import sys
from typing import Any

from claimcheck.model import Claim, Quantity

#: facets that are records, words or tuples of words
_FACETS = (
    "counted", "event", "time", "article", "sentence", "lang", "place", "setting", "issuer", "source", "published",
)
#: a record is made anew in five times the time
_put = object.__setattr__


class Sharing:
    """Remembers what it met. One for a run: what it remembers lives as long as it does."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, claim: Claim) -> Claim:
        """The claim, its parts those of earlier claims where they are equal: nobody can tell but by where they lie."""
        known = self._known.setdefault
        for name in _FACETS:
            part = getattr(claim, name)
            shared = known(part, part)
            if shared is not part:
                _put(claim, name, shared)
        _put(claim, "context", tuple(map(sys.intern, claim.context)))
        _put(claim, "quantity", self._quantity(claim.quantity))
        return claim

    def _quantity(self, quantity: Quantity) -> Quantity:
        """Equal ones are not the same where one has 2 and the other 2.0, which print differently."""
        kinds = type(quantity.value), type(quantity.low), type(quantity.high)
        shared: Quantity = self._known.setdefault((kinds, quantity), quantity)
        return shared
