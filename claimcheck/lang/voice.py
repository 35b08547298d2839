"""Whose voice a figure is: one key for all names of a speaker, so that two outlets that quote one body count as one."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.lang.fold import fold
from claimcheck.lang.phrases import Lexicon, Word, lexicon
from claimcheck.model import Claim


def issuer_key(claim: Claim) -> str | None:
    """Who is quoted, comparable across names and languages; None where nobody is.

    The id of a body that the packs know («المرصد السوري لحقوق الإنسان», «مدير المرصد», "SOHR": ``sohr``), else the
    folded words of the name without articles.
    """
    return _key(claim.issuer, claim.lang) if claim.issuer else None


@lru_cache(maxsize=1 << 14)
def _key(name: str, lang: str) -> str:
    lex, folded = lexicon(lang), fold(name).replace('"', "")  # «قناة "العربية"» is a phrase that the pack knows
    words = lex.read(folded, 0, len(folded))
    return _body(lex, words) or _own(lex, words) or " ".join(_plain(lex, words))


def _body(lex: Lexicon, words: list[Word]) -> str | None:
    """The first organised group of the name, unless it is but mentioned: "an official of forces backed by NATO"."""
    for word in words:
        group = word.entry("group")
        if group:
            return group.concept
        if word.text in lex.pack.grammar.partitives and word.entry("place_in"):
            break
    return None


def _own(lex: Lexicon, words: list[Word]) -> str | None:
    """A body by the short name that it has as a speaker, where the name says no more: "the Observatory"."""
    found: str | None = None
    covered = 0
    for at, word in enumerate(words):
        known = word.entry("body")
        found = found or (known.concept if known else None)
        if at >= covered and not known and not word.entry("speaker") and word.text not in lex.pack.grammar.articles:
            return None
        covered = max(covered, at + max(1, word.width))
    return found


def _plain(lex: Lexicon, words: list[Word]) -> list[str]:
    """The words of a name as they are compared, articles and punctuation left out."""
    grammar = lex.pack.grammar
    article = fold(grammar.numeral_behind)
    kept = [w.text for w in words if w.is_word and w.text not in grammar.articles]
    return [w.removeprefix(article) if len(w) > len(article) + 2 else w for w in kept] if article else kept
