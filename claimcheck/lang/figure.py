"""A number of a text, and what the words around it make of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.lang.number_lexicon import Unit
from claimcheck.model import Number, Qualifier

#: what closes a bracket around digits -> what opens it
_BRACKETS = {")": "(", "/": "/"}
CLOSING, OPENING = tuple(_BRACKETS), tuple(_BRACKETS.values())


def bracketed(text: str, begin: int, end: int) -> bool:
    """Whether what stands there is in brackets: «(26)», «/26/»."""
    opening = _BRACKETS.get(text[end : end + 1])
    return opening is not None and text[begin - 1 : begin] == opening


@dataclass(slots=True)
class Figure:
    """A number with its surroundings, folded offsets. A vague one has no ``value`` but ``low`` and ``high``.

    ``begin`` is where its letters begin, ``head`` where it begins without a conjunction, ``start`` where the number
    itself does. Up to ``round`` all is of the number itself; the rest is read in the words before and behind it.
    """

    begin: int
    head: int
    start: int
    end: int
    form: str
    value: Number | None
    low: Number | None = None
    high: Number | None = None
    #: the largest scale word, 1 where there is none
    scale: Number = 1
    #: a single run of digits, which may be a year, a label, a page number
    plain: bool = False
    joined: bool = False
    article: bool = False
    text: str = ""
    #: the word itself says about so many: "une dizaine"
    round: bool = False
    #: where it begins with its qualifier and its currency, where it ends with its unit
    left: int = field(init=False)
    stop: int = field(init=False)
    qualifier: Qualifier | None = None
    #: the unit behind, or the one before
    unit: Unit | None = field(init=False)
    unit_before: Unit | None = None
    unit_behind: Unit | None = None
    #: the first class of word before that is neither qualifier nor unit: one that makes the number none (label, year,
    #: age, clock)
    cue: str = ""
    cue_start: int = field(init=False)
    #: the word that must stand between the ends of a range, and where the range begins
    between: str = ""
    opened: int = field(init=False)
    #: the class of the words directly behind (era, age, clock), and where they end
    tail: str = ""
    right: int = field(init=False)
