"""What stands before and behind a number: qualifiers, units, and the words that make it no figure."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.lang.number_tables import Tables, Unit
from claimcheck.lang.numerals import Numeral
from claimcheck.model import Qualifier

_REACH = 48
_QUALIFIERS: tuple[Qualifier, ...] = ("about", "at_least", "more_than", "at_most", "less_than")
_BOUNDS: dict[str, Qualifier] = {q: q for q in _QUALIFIERS}


@dataclass(slots=True)
class Before:
    """The words before a number, nearest first.

    ``start`` is where the span of the figure begins with its qualifier and its currency. ``cue`` is the first class
    of word that is neither: one that makes the number none (label, year, age, clock), or opens a range.
    """

    start: int
    qualifier: Qualifier | None = None
    unit: Unit | None = None
    cue: str = ""
    cue_start: int = 0
    #: the word that must stand between the ends of a range
    between: str = ""


@dataclass(slots=True)
class Behind:
    """The unit or the class (era, age, clock) of the words directly behind a number, and where they end."""

    end: int
    unit: Unit | None = None
    tail: str = ""


@dataclass(slots=True)
class Figure:
    """A numeral with its surroundings."""

    n: Numeral
    left: Before
    right: Behind

    @property
    def unit(self) -> Unit | None:
        return self.right.unit or self.left.unit

    @property
    def end(self) -> int:
        """Where the number ends with its unit."""
        return self.right.end if self.right.unit else self.n.end


def figures(text: str, tables: Tables, found: list[Numeral]) -> list[Figure]:
    """The numerals with what stands around them; a word belongs to one number only."""
    made: list[Figure] = []
    floor = 0
    for n in found:
        made.append(Figure(n, before(text, tables, n, floor), behind(text, tables, n)))
        floor = made[-1].end
    return made


def before(text: str, tables: Tables, n: Numeral, floor: int) -> Before:
    """Reads the words before a number, back to ``floor`` at most."""
    found, begin = Before(n.head), n.begin
    reverse = text[max(floor, begin - _REACH) : begin][::-1]
    at = 0
    while m := tables.before.match(reverse, at):
        kind, value = tables.cues[m.group(1).replace("  ", " ")]
        start = begin - m.end(1)
        if kind == "money":
            if found.unit or found.qualifier:
                break
            found.unit, found.start = Unit("money", value), start
        elif kind in _BOUNDS:
            if found.qualifier is None:
                found.qualifier = _BOUNDS[kind]
            elif kind != found.qualifier:
                break
            found.start = _with_clitics(tables, start, m.group(2))
        elif kind == "measure":
            found.unit = found.unit or Unit("measure", value)
        elif kind == "nothing" or (kind in ("label", "named") and at):
            break
        elif kind != "filler":
            found.cue, found.cue_start, found.between = kind, start, value
            break
        at = m.end()
    return found


def _with_clitics(tables: Tables, start: int, letters: str) -> int:
    """A preposition written onto a qualifier belongs to the figure, a conjunction does not."""
    return start - len(letters.rstrip("".join(tables.figures.grammar.conjunctions)))


def behind(text: str, tables: Tables, n: Numeral) -> Behind:
    """Reads the unit behind a number."""
    m = tables.after.match(text, n.end)
    if not m and n.form == "fraction":
        article = tables.article.match(text, n.end)
        m = tables.after.match(text, article.end()) if article else None
    if not m:
        return Behind(n.end)
    word = m.group(1).replace("  ", " ")
    unit = tables.units.get(word)
    return Behind(m.end(), unit, "" if unit else tables.tails[word])
