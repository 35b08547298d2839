"""Nouns that are a count of two by their form: «شخصان», «شاحنتين»."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lang.number_tables import Tables


def duals(text: str, tables: Tables, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Folded spans of the open-vocabulary duals in ``text[start:end]``."""
    if tables.dual_ends is None:
        return
    for m in tables.dual_ends.finditer(text, start, end):
        begin = m.start()
        while begin > start and text[begin - 1].isalpha():
            begin -= 1
        word = text[begin : m.end()]
        if len(word) > 4 and word not in tables.not_dual:
            yield begin, m.end()
