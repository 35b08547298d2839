"""What the figures engine looks up, compiled once a language from the pack and the shared symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from claimcheck.lang import trie
from claimcheck.lang.fold import fold
from claimcheck.lang.kept import kept
from claimcheck.lang.number_lexicon import (
    Unit,
    Word,
    capital_units,
    cues_before,
    duals_of,
    governed_of,
    nouns_of,
    number,
    number_words,
    symbols_of,
    units_of,
)
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.pack_numbers import Figures, Grammar
from claimcheck.lang.pack_words import Words
from claimcheck.model import Qualifier

#: beside these, "45m" are metres: "45m (148ft)", "between 100m and 1km"
_LENGTHS = ("m", "km", "cm", "ft", "mi", "yd", "in")
#: tables of units
_UNITS = ("units", "capital_units", "dual_units")
_LETTER: Final = r"[^\W\d_]"
_OPENING: Final = re.compile(r"\A[^\W_]+")
#: letters by which a dual is known for one that may be
_ENDING: Final = 2
_TAILS = ("eras", "ages_behind", "clock_behind", "ordinal_ends", "decade_ends", "names_behind", "days_behind")
_NOTS = (
    "fractions_before", "fractions_behind", "one_before", "one_behind", "one_counted", "one_nouns", "verbs", "alone",
    "ages_maybe", "ages_of", "ages_are", "maybe_years", "no_years", "not_counted", "loose_plurals", "loose_fractions",
    "fractions_counted",
    "fractions_of_change", "one_among", "of_companies", "spanning", "spanning_before", "spanning_behind", "bounding",
    "bounded", "ages_below", "plurals_counted", "label_verbs", "numbered", "towns", "small_labels", "pointing",
    "strong_labels",
    "nearby", "rising", "marks", "fractions_compared", "one_only", "one_hyphened", "labels_apart", "labels_coded",
    "streets", "counting", "totals", "not_definite", "measured",
    "definite_duals",
)


@dataclass(frozen=True, slots=True)
class Tables:
    """Patterns and dictionaries of one language."""

    figures: Figures
    #: a number word with the mark before it (a pattern that begins with one is fast); 1 letters written onto it, 2 it,
    #: or 3 a whole word that ends like a dual: there are thousands of these, too many for a pattern
    word: re.Pattern[str]
    words: dict[str, Word]
    #: what stands before the first blank of a phrase -> the words that begin what may stand behind it
    phrases: dict[str, frozenset[str]]
    #: the words behind function words that open a phrase -> these: "one" is met less often than "the"
    led: dict[str, tuple[str, ...]]
    #: the last words of ``subject_bounds``
    subject_verbs: frozenset[str]
    #: number words that are fractions before a definite noun
    homographs: dict[str, float]
    #: reversed phrase that ends before a number -> (class, value)
    before: re.Pattern[str]
    cues: dict[str, tuple[str, str]]
    #: unit or other word directly behind a number
    after: re.Pattern[str]
    units: dict[str, Unit]
    capital_units: dict[str, Unit]
    dual_units: dict[str, Unit]
    tails: dict[str, str]
    #: a qualifier up to four words behind the number, and at once behind it
    behind: re.Pattern[str]
    bounds: dict[str, Qualifier]
    #: the last words of those -> the words before it, one of which has to stand there; none where it may stand alone
    bounds_led: dict[str, tuple[str, ...]]
    change: re.Pattern[str]
    glued: dict[str, int]
    clitics: frozenset[str]
    #: letters that may be written onto digits: clitics and currencies
    attached: frozenset[str]
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
    #: the rest of an address, or of the name of a part of an army
    street: re.Pattern[str]
    #: what stands behind a letter and makes it a unit and no scale: "100m sprint", "45m (148ft)"
    metres: re.Pattern[str]
    #: a length that is told again in metres behind it: "70 feet (20m)"
    in_metres: re.Pattern[str]
    #: words between a fraction and its unit
    article: re.Pattern[str]
    not_dual: frozenset[str]
    #: names of places, where capitals tell names: a number in brackets behind one is no age
    places: frozenset[str]
    #: what a dual in construct may govern
    governed: frozenset[str]
    #: letters that open a definite noun
    definite: tuple[str, ...]
    noun_ends: tuple[str, ...]
    no_noun_ends: tuple[str, ...]
    nots: dict[str, frozenset[str]]
    #: words between two numbers, by what they make of them
    joints: dict[str, frozenset[str]]
    #: (verb, particle or "") -> what they say of the number behind their subject
    subject_bounds: dict[tuple[str, str], Qualifier]
    #: an ending of nouns that are counts of two, where the language has one
    dual_ends: re.Pattern[str] | None = None
    #: reversed: a particle, words, a measured noun and its verb, and what verb and particle say of the number
    subject: re.Pattern[str] | None = None

    def stems(self, word: str) -> list[str]:
        """The word, and what is left of it without the letters written onto it."""
        return [word, *(word[n:] for n in range(1, 5) if word[:n] in self.clitics)]


def _reversed(phrases: Iterable[str], grammar: Grammar) -> str:
    letters = "".join(sorted({c for text in (*grammar.prefixes, *grammar.conjunctions) for c in text}))
    onto = f"[{letters}]{{0,3}}" if letters else ""
    return rf"[ \"(:-]{{0,3}}({trie.pattern(phrases)})({onto})(?!{_LETTER})"


def _any(words: Iterable[str]) -> str:
    return f"(?:{trie.pattern(fold(w) for w in words)})"


def _behind(bounds: Iterable[str], determiners: list[str]) -> str:
    """A qualifier behind a number, between commas too; "64 percent and above the average" has none, "93 of the Max"."""
    phrase = trie.pattern(bounds)
    not_the = f"(?! {_any(determiners)}(?!{_LETTER}))" if determiners else ""
    no_noun = "".join(f"(?<! {fold(word)} )" for word in determiners)
    apart = f"[,\u060c] (?=(?:{phrase})[,\u060c.])"
    words = rf"(?: {_LETTER}+){{0,4}}?(?:{apart}|[ -]?\(?)(?<!{_LETTER}){no_noun}"
    return rf"(?:{words}|(?=\+))({phrase})(?!{_LETTER}){not_the}"  # "$300M+"


def _after(words: list[str]) -> str:
    """A word directly behind a number; one that begins with its hyphen ("-year-old") comes first."""
    hyphened = trie.pattern(w for w in words if w.startswith("-"))
    return rf"({hyphened})(?![^\W_])|[ -]?({trie.pattern(words, '[ -]{1,2}')})(?![^\W_])"


@cache
def tables(pack_code: str) -> Tables:
    """The tables of a language."""
    return compile_tables(load(pack_code), kept(f"figures.{pack_code}", lambda: worked_out(load(pack_code))))


def worked_out(pack: LanguagePack) -> dict[str, Any]:
    """The tables of a pack as plain data, with the texts of the patterns."""
    figures, shared = pack.numbers, symbols_of(pack.numbers)
    grammar, nots, ranges = figures.grammar, figures.nots, figures.ranges
    words, units = number_words(figures, duals_of(pack.code)), units_of(figures, shared)
    cues, clitics = _cues(figures, units, shared), frozenset(_clitics(figures))
    small = {fold(w) for w in (*pack.stopwords, *pack.cues.function)}
    phrases, led = _phrases(words, small - words.keys())
    currencies = (*shared["money"].values(), *figures.money_letters.values())
    return {
        "words": _plain(words),
        "phrases": phrases,
        "led": led,
        "subject_verbs": frozenset(verb.rpartition(" ")[2] for verb, _ in _subject_bounds(figures)),
        "homographs": {fold(w): float(number(k)) for k, forms in figures.homographs.items() for w in forms},
        "cues": cues,
        "units": _plain(units),
        "capital_units": _plain(capital_units(figures)),
        "dual_units": _plain({fold(w): next(u for u in units.values() if u.code == code)
                           for code, forms in figures.duals.items() for w in forms}),
        "nouns": frozenset(nouns_of(pack.code)),
        "places": frozenset(fold(name) for names in pack.places.values() for name in names if grammar.capitals),
        "governed": frozenset(governed_of(pack.code) if grammar.free_duals else ()),
        "bare_scales": frozenset(w for w, known in words.items() if known.kind == "scales"),
        "months": frozenset(w for forms in figures.months.values() for w in forms) | set(figures.other_months),
        "of_day": frozenset(["", *map(fold, grammar.of)]),
        "of_year": frozenset(f"{a} {b}".strip() for b in map(fold, nots.years) for a in ("", *map(fold, grammar.of))),
        "words_for_one": frozenset(fold(w) for w in figures.one),
        "definite": tuple(fold(c) + fold(d) for c in ("", *grammar.conjunctions) for d in grammar.definite),
        "noun_ends": tuple(fold(e) for e in grammar.noun_ends),
        "no_noun_ends": tuple(fold(e) for e in grammar.no_noun_ends),
        "tails": _tails(figures),
        "bounds": _bounds(figures),
        "bounds_led": _bounds_led(_bounds(figures)),
        "glued": {w: int(k) for k, forms in figures.glued.items() for w in forms},
        "clitics": clitics,
        "attached": frozenset(w for forms in currencies for form in forms if (w := fold(form).lstrip("$")).isalpha())
        | clitics,
        "not_dual": frozenset(fold(w) for w in nots.not_dual),
        "subject_bounds": _subject_bounds(figures),
        "nots": {name: frozenset(fold(w) for w in getattr(nots, name)) for name in _NOTS},
        "joints": {name: frozenset(fold(w) for w in listed) for name, listed in (
            ("join", grammar.joins), ("of", grammar.of), ("to", ranges.to), ("opening", ranges.opening),
            ("either", ranges.either), ("against", ranges.against), ("height", ranges.height),
            ("versus", ranges.versus), ("but", ranges.but),
            ("scored", ranges.scored), ("scoring", ranges.scoring), ("moves", ranges.moves),
            ("hyphened", [*ranges.to, *ranges.either, *ranges.against, *figures.ratios.of]),
            ("ratio", [*figures.ratios.of, *figures.ratios.every]), ("every", figures.ratios.every),
            ("clock", nots.clock_marks),
            ("list", ["", *grammar.joins, *grammar.conjunctions]))},
        "patterns": _patterns(figures, words, cues, units),
    }


def _patterns(
    figures: Figures, words: Mapping[str, Word], cues: Iterable[str], units: Mapping[str, Unit]
) -> dict[str, str]:
    """The text of each pattern of the tables."""
    grammar, nots = figures.grammar, figures.nots
    clitic = trie.pattern(fold(p) for p in grammar.prefixes)
    conj = trie.pattern(fold(p) for p in grammar.conjunctions)
    onto = f"(?:{conj})?(?:{clitic})?" if grammar.prefixes else ""
    dual = "|".join(fold(e) for e in grammar.open_duals)
    joints = _any((*figures.ranges.to, *figures.ranges.either, *figures.ranges.between.values()))
    lengths = _any(form for form, unit in units.items() if unit.code in _LENGTHS and len(form) > 1)
    length = rf"\d[\d.,]*[ -]?{lengths}(?!{_LETTER})"
    return {
        "word": _word(onto, words),
        "before": _reversed(cues, grammar),
        "after": _after([*units, *_tails(figures)]),
        "behind": _behind(_bounds(figures), grammar.determiners),
        "zero": rf" (?:{_LETTER}+ )?({_any(figures.zeros.nouns)})(?!{_LETTER})",
        "street": rf"(?: {_LETTER}+\.?){{0,3}}? {_any([*nots.streets, *nots.formations])}(?!{_LETTER})",
        "metres": rf"[ -]{_any(nots.not_scaled)}(?!{_LETTER})| (?:\(|{joints} ){length}",
        "in_metres": rf"{length} ?[(/]$",
        "article": rf"[ -]{_any(grammar.of)}(?= )| {_any(grammar.definite[:1])}",
        "change": rf"(?<!{_LETTER})(?:{conj})?{_any(figures.ranges.change)}(?!{_LETTER})",
    } | ({"dual_ends": rf"(?:{dual})(?!{_LETTER})"} if dual else {}) | _subject(figures)


def _phrases(words: Iterable[str], small: Set[str]) -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    """What stands before the first blank of phrases -> the words that begin what stands behind it.

    With them stand their first letters, and "": what is no word by its letters may begin with one. Phrases that one of
    ``small`` opens, before a word that is longer or none of them, come second: that word -> those before it.
    """
    found: dict[str, set[str]] = {}
    led: dict[str, set[str]] = {}
    for first, blank, rest in (word.partition(" ") for word in words):
        opening = "".join(_OPENING.findall(rest))
        if first in small and opening and (opening not in small or len(opening) > len(first)):
            led.setdefault(opening, set()).add(first)
        elif blank:
            found.setdefault(first, {""}).update((rest[0], opening))
    return {first: frozenset(seconds) for first, seconds in found.items()}, _sorted(led)


def _bounds_led(bounds: Iterable[str]) -> dict[str, tuple[str, ...]]:
    led: dict[str, set[str]] = {}
    alone = {bound.lstrip("-") for bound in bounds if " " not in bound}
    for words in (bound.split(" ") for bound in bounds):
        if len(words) > 1 and words[0] not in alone:
            led.setdefault(words[-1], set()).add(words[-2])
    return _sorted(led) | dict.fromkeys(alone, ())


def _sorted(led: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(sorted(before)) for word, before in led.items()}


def _word(onto: str, words: Mapping[str, Word]) -> str:
    """A number word whole, or any word that ends as a dual of ``words`` does."""
    ends = "|".join(sorted({word[-_ENDING:] for word, known in words.items() if known.kind == "dual"}))
    numbers = trie.pattern(word for word, known in words.items() if known.kind != "dual")
    whole = rf"({onto})({numbers})(?![^\W_])"
    return rf"[\W_](?:{whole}|([^\W_]++(?<={ends})))" if ends else rf"[\W_]{whole}"


def _subject(figures: Figures) -> dict[str, str]:
    """The pattern of a verb with its subject, read backwards from a number."""
    said = figures.subjects
    if not said.nouns:
        return {}
    verbs = trie.pattern(verb[::-1] for verb, _ in _subject_bounds(figures))
    particle, noun, article, onto = (
        trie.pattern(fold(w)[::-1] for w in words)
        for words in (said.particles, said.nouns, figures.grammar.definite, figures.grammar.conjunctions))
    subject = rf"(?:{_LETTER}+ ){{0,4}}?(?:{noun})(?:{article})?"
    return {"subject": rf"[ \"(]{{1,3}}(?:({particle}) )?{subject} ({verbs})(?:{onto})?(?!{_LETTER})"}


def _subject_bounds(figures: Figures) -> dict[tuple[str, str], Qualifier]:
    """(verb, particle or "") -> what they say of the number."""
    said = figures.subjects
    verbs, particles, no_verbs = ({fold(w) for w in words} for words in (said.verbs, said.particles, said.no_verbs))
    found: dict[tuple[str, str], Qualifier] = {}
    for bound, phrases in figures.before.items():
        for phrase in map(fold, phrases):
            verb, _, particle = phrase.rpartition(" ")
            if particle in particles and verb and verb not in no_verbs:
                found[verb, particle] = bound
            elif phrase in verbs:
                found[phrase, ""] = bound
    return found


def compile_tables(pack: LanguagePack, worked_out: dict[str, Any]) -> Tables:
    """The tables of a pack and of what was worked out of it."""
    fields = {**worked_out}
    fields |= {name: re.compile(text) for name, text in fields.pop("patterns").items()}
    fields["words"] = {form: Word(*known) for form, known in fields["words"].items()}
    fields |= {name: {form: Unit(*unit) for form, unit in fields[name].items()} for name in _UNITS}
    return Tables(pack.numbers, **fields)


def _plain(named: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    return {form: tuple(values) for form, values in named.items()}


def _cues(figures: Figures, units: dict[str, Unit], shared: dict[str, Words]) -> dict[str, tuple[str, str]]:
    return {fold(phrase)[::-1]: cue for phrase, cue in cues_before(figures, units, shared)}


def _tails(figures: Figures) -> dict[str, str]:
    return {fold(w): kind for kind in _TAILS for w in getattr(figures.nots, kind)}


def _bounds(figures: Figures) -> dict[str, Qualifier]:
    return {fold(w): bound for bound, forms in figures.behind.items() for w in forms}


def _clitics(figures: Figures) -> list[str]:
    return sorted(set(_attachable(figures.grammar.conjunctions, figures.grammar.prefixes)))


def _attachable(conjunctions: list[str], prefixes: list[str]) -> Iterator[str]:
    folded = [fold(p) for p in prefixes]
    yield from (fold(c) + p for c in ["", *conjunctions] for p in ["", *folded] if c or p)
