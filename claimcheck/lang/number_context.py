"""What stands before and behind a number: qualifiers, units, and the words that make it no figure."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.lang.number_tables import Tables, Unit
from claimcheck.model import Qualifier

_REACH = 48
_BOUNDS: dict[str, Qualifier] = {
    "about": "about", "at_least": "at_least", "more_than": "more_than", "at_most": "at_most", "less_than": "less_than"
}


@dataclass(slots=True)
class Before:
    """The words before a number, nearest first.

    ``cue`` is the nearest word of a class that makes the number none (label, year, age, clock) or opens a range,
    ``start`` where the span of the figure begins with its qualifier and its currency.
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


def before(text: str, tables: Tables, begin: int, head: int) -> Before:
    """Reads the words before the number whose letters begin at ``begin``."""
    found = Before(head)
    low = max(0, begin - _REACH)
    reverse = text[low:begin][::-1]
    at = 0
    gap_ok = True
    while gap_ok and (m := tables.before.match(reverse, at)):
        phrase = m.group(1)
        kind, value = tables.cues[phrase.replace("  ", " ")]
        start = begin - m.end(1)
        if kind in _BOUNDS:
            if found.qualifier is None:
                found.qualifier = _BOUNDS[kind]
                found.start = _with_clitics(tables, start, m.group(2))
            elif kind != found.qualifier:
                break
            else:
                found.start = start
        elif kind == "money":
            if found.unit or found.qualifier:
                break
            found.unit, found.start = Unit("money", value), start
        elif kind == "measure":
            found.unit = found.unit or Unit("measure", value)
            break
        elif kind == "filler":
            pass
        else:
            found.cue, found.cue_start = kind, start
            if kind == "between":
                found.between = value
            break
        at = m.end()
    return found


def _with_clitics(tables: Tables, start: int, letters: str) -> int:
    """A preposition written onto a qualifier belongs to the figure, a conjunction does not."""
    return start - len(letters.rstrip("".join(tables.figures.grammar.conjunctions)))


def behind(text: str, tables: Tables, end: int) -> Behind:
    """Reads the unit behind the number that ends at ``end``."""
    m = tables.after.match(text, end)
    if not m:
        return Behind(end)
    word = m.group(1).replace("  ", " ")
    unit = tables.units.get(word)
    if unit is not None:
        return Behind(m.end(), unit)
    return Behind(m.end(), None, tables.tails[word])
