"""Claims that share what is alike in them, so that an archive's fit in memory: a sixth of their size and less.

Pydantic keeps with each record a set of the fields that were given, larger than the record itself; equal records,
words and sentences come again and again. Nothing that a claim says, prints or compares as changes.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from claimcheck.model import Claim, Quantity, Record

#: facets that are records, and facets that are words or tuples of them
_RECORDS = ("counted", "event", "time")
_WORDS = ("article", "sentence", "lang", "place", "setting", "issuer", "source", "published")


class Sharing:
    """Remembers what it met. One for a run: what it remembers lives as long as it does."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, claim: Claim) -> Claim:
        """The claim itself, its parts those of earlier claims where they are equal."""
        parts = _bare(claim).__dict__
        parts["quantity"] = self._quantity(parts["quantity"])
        parts |= {name: self._same(_bare(parts[name])) for name in _RECORDS}
        parts |= {name: self._same(parts[name]) for name in _WORDS}
        parts["context"] = tuple(map(sys.intern, parts["context"]))
        return claim

    def _same(self, part: Any) -> Any:
        return self._known.setdefault(part, part)

    def _quantity(self, quantity: Quantity) -> Any:
        """Equal ones are not the same where one has 2 and the other 2.0, which print differently."""
        kinds = type(quantity.value), type(quantity.low), type(quantity.high)
        return self._known.setdefault((kinds, quantity), _bare(quantity))


def _bare(record: Record) -> Record:
    """The record without a set of given fields of its own."""
    object.__setattr__(record, "__pydantic_fields_set__", _fields(type(record)))
    return record


@cache
def _fields(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)
