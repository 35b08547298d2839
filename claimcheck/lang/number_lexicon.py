"""The words of a pack that the figures engine looks up: number words, units, cues before a number, nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from claimcheck.lang.fold import fold
from claimcheck.lang.kept import kept
from claimcheck.lang.pack import load, toml
from claimcheck.lang.pack_numbers import Figures
from claimcheck.lang.pack_words import Words
from claimcheck.model import Kind, Number

#: forms of a noun behind a dual in construct
_GOVERNED = ("singular", "plural", "dual", "gerund")


class Word(NamedTuple):
    """A word of the number lexicon. ``kind`` is the pack's table it stands in."""

    kind: str
    value: Number = 0


class Unit(NamedTuple):
    """What is measured in."""

    kind: Kind
    code: str


@cache
def shared_symbols() -> dict[str, Words]:
    """Symbols and codes that all languages share: ``packs/_figures.toml``."""
    symbols: dict[str, Words] = kept("symbols", lambda: toml("_figures"))
    return symbols


def symbols_of(figures: Figures) -> dict[str, Words]:
    """The shared symbols without those that are words of the language."""
    words = figures.not_symbols
    return {table: {code: [form for form in forms if form not in words] for code, forms in known.items()}
            for table, known in shared_symbols().items()} if words else shared_symbols()


def number(key: str) -> Number:
    """The value of a pack's key: ``"12"``, ``"0.5"`` or ``"2/3"``."""
    from fractions import Fraction

    exact = Fraction(key)
    return int(exact) if exact.denominator == 1 else float(exact)


def number_words(figures: Figures, duals: Iterable[str]) -> dict[str, Word]:
    """Every word that a figure may begin with, folded; a later table takes a word from an earlier one."""
    words = {form: Word("dual", 2) for form in duals}
    for forms in (figures.dual_nouns, *figures.duals.values()):
        words |= {fold(form): Word("dual", 2) for form in forms}
    grammar = figures.grammar
    for kind in ("months", "ordinals", "parts", "plurals", "rounds", "scales", "fractions", "words", "constructs"):
        for key, forms in getattr(figures, kind).items():
            words |= {fold(form): Word(kind, number(key)) for form in forms}
    for kind, forms in (
        ("several", figures.several), ("other_months", figures.other_months), ("weekdays", figures.weekdays),
        ("points", grammar.points), ("minus", grammar.minus), ("nothing", figures.nots.phrases),
        ("zero", figures.zeros.phrases), ("negation", figures.zeros.before), ("majority", figures.majority),
    ):
        words |= {fold(form): Word(kind) for form in forms}
    for article in grammar.articles:
        scales = (w for w in words.items() if w[1].kind == "scales")
        words |= {f"{article} {form}": Word("articled", word.value) for form, word in list(scales)}
    return words


def cues_before(
    figures: Figures, units: dict[str, Unit], shared: dict[str, Words]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Phrases before a number, weakest class first: a later entry takes the phrase."""
    nots = figures.nots
    for kind, phrases in (
        ("nothing", nots.no_bounds), ("label", nots.labels), ("named", nots.named),
        ("maybe_year", nots.maybe_years), ("year", nots.years), ("age", nots.ages_before),
        ("years_old", nots.years_old),
        ("clock", nots.clock_before), ("filler", figures.fillers),
    ):
        yield from ((phrase, (kind, "")) for phrase in phrases)
    for form, unit in units.items():
        if not form[0].isalpha() and unit.kind in ("money", "share"):
            yield form, (unit.kind, unit.code)
    for kind, source in (
        ("letter", figures.money_letters), ("money", shared["money"]), ("money", figures.money_before),
    ):
        for code, phrases in source.items():
            yield from ((phrase, (kind, code)) for phrase in phrases)
    for code, phrases in figures.measures_before.items():
        yield from ((phrase, ("measure", code)) for phrase in phrases)
    for needs in ("mark", "sum"):
        yield from ((phrase, ("more_than", needs)) for phrase in figures.passing.get(needs, ()))
    for bound, phrases in figures.before.items():
        yield from ((phrase, (bound, "")) for phrase in phrases)
    ranges = figures.ranges
    yield from ((phrase, ("between", word)) for phrase, word in ranges.between.items())


def units_of(figures: Figures, shared: dict[str, Words]) -> dict[str, Unit]:
    """Every word for a unit, folded; the pack's own come on top of the shared ones."""
    units: dict[str, Unit] = {}
    kinds: tuple[tuple[str, Kind], ...] = (
        ("durations", "duration"), ("measures", "measure"), ("money", "money"), ("shares", "share"))
    for table, kind in kinds:
        for source in (shared.get(table, {}), getattr(figures, table)):
            for code, forms in source.items():
                units |= {fold(form): Unit(kind, code) for form in forms}
    units |= {form: unit for form, unit in capital_units(figures).items() if form not in units}
    for source in (shared.get("cents", {}), figures.cents):
        for code, forms in source.items():
            units |= {fold(form): Unit("money", f"{code} cent".strip()) for form in forms}
    return units


def capital_units(figures: Figures) -> dict[str, Unit]:
    """Letters that are units where they are written as capitals."""
    return {fold(form): Unit("measure", code) for code, forms in figures.capital_units.items() for form in forms}


def _forms(code: str, tables: tuple[str, ...] = ("thing", "time_unit", "place_kind")) -> Iterator[tuple[str, str]]:
    """The nouns of a pack as (form, name of the form)."""
    from claimcheck.lang.phrases import lexicon

    for form, entries in lexicon(code).single.items():
        yield from ((form, e.form) for e in entries if e.table in tables)


def nouns_of(code: str) -> set[str]:
    """Nouns in the forms that stand behind a number; where the number wants a plural, singulars are left out."""
    bare = load(code).numbers.grammar.bare_scales
    return {form for form, name in _forms(code) if bare or name != "singular"}


def governed_of(code: str) -> set[str]:
    """Nouns of things and events, bare or two of them: what a dual in construct may govern («جثتي القتيلين»)."""
    from claimcheck.lang.phrases import lexicon

    return {form for form, entries in lexicon(code).single.items()
            if any(e.table in ("thing", "event") and e.form in _GOVERNED for e in entries)}


def duals_of(code: str) -> list[str]:
    """Forms that can only be duals: where a plural is written alike, the noun alone says nothing of its number."""
    known = [*_forms(code), *_forms(code, ("nationality",))]  # «ألمانيان» are two Germans
    others = {form for form, name in known if name != "dual"}
    pack = load(code)
    small = {fold(w) for w in (*pack.stopwords, *pack.cues.function, *pack.numbers.nots.not_dual)}
    return sorted({form for form, name in known if name == "dual"} - others - small)
