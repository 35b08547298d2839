"""Words that are figures without a number word: duals («شخصان»), stated zeros, shares above one half."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lang.mentions import Mentions
from claimcheck.lang.number_tables import Tables
from claimcheck.lang.number_tokens import Token

_NOWHERE = -9
_SHORTEST = 5


def add_words(text: str, tables: Tables, tokens: list[Token], mentions: Mentions, start: int, end: int) -> None:
    """Adds the figures of ``text[start:end]`` that are told by the form of a noun or by a negation."""
    _add_duals(text, tables, tokens, mentions, start, end)
    for token in tokens:
        if token.kind == "zero":
            mentions.zero(token.head, token.end)
        elif token.kind == "negation" and (noun := tables.zero.match(text, token.end)):
            mentions.zero(token.head, noun.end(1))
        elif token.kind == "majority":
            mentions.majority(token.head, token.end)


def _add_duals(text: str, tables: Tables, tokens: list[Token], mentions: Mentions, start: int, end: int) -> None:
    """Adds duals; one right behind another is an adjective that agrees with it («طائرتان عسكريتان»)."""
    taken = mentions.cover()
    known = [(t.head, t.end, t) for t in tokens if t.kind == "dual" and not taken(t.head, t.end)]
    ends = {t.end for t in tokens}
    free = [(a, b, None) for a, b in _open_duals(text, tables, start, end) if b not in ends and not taken(a, b)]
    last = _NOWHERE
    for head, stop, token in sorted([*known, *free], key=lambda found: found[0]):
        if head - last != 1:
            mentions.two(head, stop, tables.dual_units.get(token.text) if token else None)
        last = stop


def _open_duals(text: str, tables: Tables, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Folded spans of nouns that no pack knows, with an ending that only duals have."""
    if tables.dual_ends is None:
        return
    for m in tables.dual_ends.finditer(text, start, end):
        begin = m.start()
        while begin > start and m.end() - begin < 20 and text[begin - 1].isalpha():
            begin -= 1
        word = text[begin : m.end()]
        if len(word) >= _SHORTEST and not any(w in tables.not_dual for w in tables.stems(word)):
            yield begin, m.end()
