"""What the figures engine looks up, compiled once a language from the pack and the shared symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.lang import trie
from claimcheck.lang.fold import fold
from claimcheck.lang.number_lexicon import (
    Unit,
    Word,
    cues_before,
    duals_of,
    nouns_of,
    number,
    number_words,
    shared_symbols,
    units_of,
)
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.pack_numbers import Figures
from claimcheck.model import Qualifier

_LETTER = r"[^\W\d_]"
#: digits with separators, a whole number with a fraction; blanks only between groups of three that leave no doubt
_DIGITS = "|".join((
    r"\d{1,3}[ -][1-7]/[2-8](?![\d/])",
    r"\d{1,3}(?: \d{3}){0,4} 000(?!\d)",
    r"\d{1,3}(?: \d{3}){2,5}(?!\d)",
    r"\d+(?:[.,\u066b\u066c\u060c]\d+)*",
))
_TAILS = ("eras", "ages_behind", "clock_behind", "ordinal_ends", "decade_ends", "names_behind")
_NOTS = (
    "fractions_before", "fractions_behind", "one_before", "one_behind", "one_counted", "verbs", "alone", "ages_maybe",
    "ages_of", "maybe_years", "loose_plurals", "loose_fractions", "fractions_counted",
)


@dataclass(frozen=True)
class Tables:
    """Patterns and dictionaries of one language."""

    figures: Figures
    #: the mark before a token (a pattern that begins with it is fast), then the groups: 1 letters written onto a
    #: word, 2 the word, 3 digits
    token: re.Pattern[str]
    #: a token without that mark
    here: re.Pattern[str]
    words: dict[str, Word]
    #: number words that are fractions before a definite noun
    homographs: dict[str, float]
    #: reversed phrase that ends before a number -> (class, value)
    before: re.Pattern[str]
    cues: dict[str, tuple[str, str]]
    #: unit or other word directly behind a number
    after: re.Pattern[str]
    units: dict[str, Unit]
    dual_units: dict[str, Unit]
    tails: dict[str, str]
    #: a qualifier up to four words behind the number, and at once behind it
    behind: re.Pattern[str]
    bounds: dict[str, Qualifier]
    change: re.Pattern[str]
    glued: dict[str, int]
    clitics: frozenset[str]
    #: nouns that are counted, in all their forms
    nouns: frozenset[str]
    bare_scales: frozenset[str]
    words_for_one: frozenset[str]
    #: months as the pack spells them: another spelling, «أب» for «آب», is a word of its own
    months: frozenset[str]
    #: words between a day and its month
    of_day: frozenset[str]
    #: words between a month and its year: «آب عام 2013»
    of_year: frozenset[str]
    #: a counted noun behind a negation
    zero: re.Pattern[str]
    #: the rest of an address
    street: re.Pattern[str]
    #: words behind a letter that make it a unit and no scale: "100m sprint"
    metres: re.Pattern[str]
    #: words between a fraction and its unit
    article: re.Pattern[str]
    dual_ends: re.Pattern[str] | None
    not_dual: frozenset[str]
    #: letters that open a definite noun
    definite: tuple[str, ...]
    noun_ends: tuple[str, ...]
    no_noun_ends: tuple[str, ...]
    nots: dict[str, frozenset[str]]
    #: words between two numbers, by what they make of them
    joints: dict[str, frozenset[str]]


    def stems(self, word: str) -> list[str]:
        """The word, and what is left of it without the letters written onto it."""
        return [word, *(word[n:] for n in range(1, 5) if word[:n] in self.clitics)]


def _reversed(phrases: Iterable[str], clitics: str) -> re.Pattern[str]:
    return re.compile(rf"[ \"(-]{{0,3}}({trie.pattern(phrases)})({clitics})(?!{_LETTER})")


def _any(words: Iterable[str]) -> str:
    return f"(?:{trie.pattern(fold(w) for w in words)})"


def _after(words: list[str]) -> re.Pattern[str]:
    """A word directly behind a number; one that begins with its hyphen ("-year-old") comes first."""
    hyphened = trie.pattern(w for w in words if w.startswith("-"))
    return re.compile(rf"({hyphened})(?![^\W_])|[ -]?({trie.pattern(words, '[ -]{1,2}')})(?![^\W_])")


def _onto(letters: Iterable[str]) -> str:
    return "".join(sorted({c for text in letters for c in text}))


@cache
def tables(pack_code: str) -> Tables:
    """The tables of a language."""
    return compile_tables(load(pack_code))


def compile_tables(pack: LanguagePack) -> Tables:
    """The tables of a pack."""
    figures, shared = pack.numbers, shared_symbols()
    grammar, nots, ranges = figures.grammar, figures.nots, figures.ranges
    words, units = number_words(figures, duals_of(pack.code)), units_of(figures, shared)
    nouns = nouns_of(pack.code)
    cues = {fold(phrase)[::-1]: cue for phrase, cue in cues_before(figures, units, shared)}
    clitic = trie.pattern(fold(p) for p in grammar.prefixes)
    conj = trie.pattern(fold(p) for p in grammar.conjunctions)
    onto = f"(?:{conj})?(?:{clitic})?" if grammar.prefixes else ""
    clitics = frozenset(_attachable(grammar.conjunctions, grammar.prefixes))
    attached = [w for forms in shared["money"].values() for w in map(fold, forms) if w.isalpha()] + sorted(clitics)
    here = rf"(?:({onto})({trie.pattern(words)})(?![^\W_])|(?:{trie.pattern(attached)})?({_DIGITS}))"
    tails = {fold(w): kind for kind in _TAILS for w in getattr(nots, kind)}
    bounds: dict[str, Qualifier] = {fold(w): bound for bound, forms in figures.behind.items() for w in forms}
    letters = _onto([*grammar.prefixes, *grammar.conjunctions])
    reversed_clitics = f"[{letters}]{{0,3}}" if letters else ""
    glued = {w: int(k) for k, forms in figures.glued.items() for w in forms}
    dual = "|".join(fold(e) for e in grammar.open_duals)
    return Tables(
        figures=figures,
        token=re.compile(rf"[\W_]{here}"),
        here=re.compile(here),
        words=words,
        homographs={fold(w): float(number(k)) for k, forms in figures.homographs.items() for w in forms},
        before=_reversed(cues, reversed_clitics),
        cues=cues,
        after=_after([*units, *tails]),
        units=units,
        dual_units={fold(w): next(u for u in units.values() if u.code == code)
                    for code, forms in figures.duals.items() for w in forms},
        nouns=frozenset(nouns),
        bare_scales=frozenset(w for w, known in words.items() if known.kind == "scales"),
        months=frozenset(w for forms in figures.months.values() for w in forms) | set(figures.other_months),
        of_day=frozenset(["", *map(fold, grammar.of)]),
        of_year=frozenset(f"{a} {b}".strip() for b in map(fold, nots.years) for a in ("", *map(fold, grammar.of))),
        words_for_one=frozenset(fold(w) for w in figures.one),
        zero=re.compile(rf" (?:{_LETTER}+ )?({_any(figures.zeros.nouns)})(?!{_LETTER})"),
        street=re.compile(rf"(?: {_LETTER}+\.?){{1,3}}? {_any(nots.streets)}(?!{_LETTER})"),
        metres=re.compile(rf" {_any(nots.not_scaled)}(?!{_LETTER})"),
        article=re.compile(rf"[ -]{_any(grammar.of)}(?= )| {_any(grammar.definite[:1])}"),
        definite=tuple(fold(c) + fold(d) for c in ("", *grammar.conjunctions) for d in grammar.definite),
        noun_ends=tuple(fold(e) for e in grammar.noun_ends),
        no_noun_ends=tuple(fold(e) for e in grammar.no_noun_ends),
        tails=tails,
        behind=re.compile(rf"(?: {_LETTER}+){{0,4}}?[ -]?\(?(?<!{_LETTER})({trie.pattern(bounds)})(?!{_LETTER})"),
        bounds=bounds,
        change=re.compile(rf"(?<!{_LETTER})(?:{conj})?{_any(ranges.change)}(?!{_LETTER})"),
        glued=glued,
        clitics=clitics,
        dual_ends=re.compile(rf"(?:{dual})(?!{_LETTER})") if dual else None,
        not_dual=frozenset(fold(w) for w in nots.not_dual),
        nots={name: frozenset(fold(w) for w in getattr(nots, name)) for name in _NOTS},
        joints={name: frozenset(fold(w) for w in listed) for name, listed in (
            ("join", grammar.joins), ("of", grammar.of), ("to", ranges.to), ("opening", ranges.opening),
            ("either", ranges.either),
            ("ratio", figures.ratios.of), ("list", ["", *grammar.joins, *grammar.conjunctions]))},
    )


def _attachable(conjunctions: list[str], prefixes: list[str]) -> Iterator[str]:
    folded = [fold(p) for p in prefixes]
    yield from (fold(c) + p for c in ["", *conjunctions] for p in ["", *folded] if c or p)
