"""Words that are figures without a number word: duals («شخصان»), stated zeros, shares above one half."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from claimcheck.lang.figure import Figure
from claimcheck.lang.mentions import OPEN, Mentions, Span
from claimcheck.lang.number_context import WORD, before, near
from claimcheck.lang.number_lexicon import Unit
from claimcheck.lang.number_places import Found
from claimcheck.lang.number_tables import Tables
from claimcheck.lang.number_tokens import Token
from claimcheck.model import Qualifier

#: head, end, the token of a noun of the pack, and whether it counts: «مرتين» does not, but an adjective agrees with it
Dual = tuple[int, int, Token | None, bool]
#: kinds of tokens that are figures by themselves
WORDS = ("dual", "zero", "negation", "majority")
_NOWHERE: Final = -9
_SHORTEST: Final = 5


def add_words(text: str, tables: Tables, tokens: list[Token], found: Found, mentions: Mentions, span: Span,
              labels: frozenset[int]) -> None:
    """Adds the figures of a span that are told by the form of a noun or by a negation.

    ``tokens`` are those of ``found`` that are neither dates nor numbers, ``labels`` the places of numbers that are
    labels: the noun before one is no count («الصفحتين 3 و4»).
    """
    last = _NOWHERE
    duals = _duals(text, tables, tokens, found, mentions, span)
    numbered = {end for _, end in mentions.spans} if duals else set()  # «ستة فتيان» are six
    for head, stop, token, known in duals:
        unit = tables.dual_units.get(token.text) if token else None
        # an adjective agrees with its noun: «طائرتان عسكريتان»; with the article, two known before: «الجانبان»
        counts = unit or (token and token.text in tables.nots["definite_duals"]) or not (
            _definite(text, tables, head, stop) or _names(text, tables, stop))
        labelled = stop + 1 + (text[stop : stop + 2] == " (") in labels
        if known and head - last != 1 and not labelled and counts and head - 1 not in numbered:
            _add(text, tables, found, mentions, head, stop, unit)
        last = stop
    for token in tokens:
        if token.kind == "zero":
            mentions.zero(token.head, token.end)
        elif token.kind == "negation" and (noun := tables.zero.match(text, token.end)):
            mentions.zero(token.head, noun.end(1))
        elif token.kind == "majority":
            mentions.majority(token.head, token.end)


def _add(text: str, tables: Tables, found: Found, mentions: Mentions, head: int, stop: int, unit: Unit | None) -> None:
    """Adds a count of two with its qualifier: «نحو شهرين», «شهرين على الأقل»."""
    f = Figure(head, head, head, stop, "dual", 2)
    before(text, tables, f, 0, found.verbs)
    behind = tables.behind.match(text, stop) if near(found.bounds, stop, len(text)) else None
    beside = behind is not None and behind.start(1) == stop + 1 and not mentions.cover()(stop, behind.end(1))
    qualifier: Qualifier = f.qualifier or (tables.bounds[behind.group(1)] if behind and beside else "exact")
    end = behind.end(1) if behind and beside else stop
    start = f.left if f.qualifier else head
    mentions.add((start, end), (head, stop), 2, OPEN, qualifier, unit, "dual")


def _definite(text: str, tables: Tables, head: int, stop: int) -> bool:
    """Whether it has the article; «ألمانيان», with folded letters, only begins like it."""
    return text.startswith(tables.definite, head) and text[head:stop] not in tables.words


def _names(text: str, tables: Tables, stop: int) -> bool:
    """Whether a dual in construct names two known, or is no dual at all: «شركتا فايزر وبيونتيك», «زوجتي»."""
    free = tables.figures.grammar.free_duals
    if not free or text[stop - 1] in free:
        return False
    behind = WORD.match(text, stop)
    return behind is None or not any(word in tables.governed for word in tables.stems(behind.group(1)))


def _duals(
    text: str, tables: Tables, tokens: list[Token], found: Found, mentions: Mentions, span: Span
) -> list[Dual]:
    """Nouns in the dual, those of the pack with their token, in order."""
    known = [t for t in tokens if t.kind == "dual"]
    free = [*_open_duals(text, tables, *span)]
    if not (known or free):
        return []
    taken, ends = mentions.cover(), {t.end for t in found.tokens}
    duals: list[Dual] = [(t.head, t.end, t, True) for t in known if not taken(t.head, t.end)]
    duals += [(a, b, None, counts) for a, b, counts in free if b not in ends and not taken(a, b)]
    return sorted(duals, key=itemgetter(0))


def _open_duals(text: str, tables: Tables, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Folded spans of words that no pack knows, with an ending that only duals have, and whether they are duals."""
    if tables.dual_ends is None:
        return
    for m in tables.dual_ends.finditer(text, start, end):
        begin = m.start()
        while begin > start and m.end() - begin < 20 and text[begin - 1].isalpha():
            begin -= 1
        word = text[begin : m.end()]
        if len(word) >= _SHORTEST:
            yield begin, m.end(), not any(w in tables.not_dual for w in tables.stems(word))
