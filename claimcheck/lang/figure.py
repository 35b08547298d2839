"""A number of a text, and what the words around it make of it."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.number_lexicon import Unit
from claimcheck.model import Number, Qualifier

#: what closes a bracket around digits -> what opens it
_BRACKETS: Final = {")": "(", "/": "/"}
CLOSING, OPENING = tuple(_BRACKETS), tuple(_BRACKETS.values())


def bracketed(text: str, begin: int, end: int) -> bool:
    """Whether what stands there is in brackets: «(26)», «/26/»."""
    opening = _BRACKETS.get(text[end : end + 1])
    return opening is not None and text[begin - 1 : begin] == opening


class Figure:
    """A number with its surroundings, folded offsets. A vague one has no ``value`` but ``low`` and ``high``.

    ``begin`` is where its letters begin, ``head`` where it begins without a conjunction, ``start`` where the number
    itself does. Up to ``round`` all is of the number itself; the rest is read in the words before and behind it.
    """

    #: where it begins with its qualifier and its currency, where it ends with its unit
    left: int
    stop: int
    #: the unit behind, or the one before
    unit: Unit | None
    #: where the word of ``cue`` begins, where the range begins, where the words of ``tail`` end
    cue_start: int
    opened: int
    right: int

    def __init__(self, begin: int, head: int, start: int, end: int, form: str, value: Number | None,
                 low: Number | None = None, high: Number | None = None, scale: Number = 1, plain: bool = False,
                 joined: bool = False, article: bool = False, text: str = "", round: bool = False) -> None:
        """``scale`` is the largest scale word, 1 where there is none; ``plain`` a single run of digits, which may be a
        year, a label, a page number; ``round`` says that the word itself says about so many: "une dizaine"."""
        self.begin, self.head, self.start, self.end = begin, head, start, end
        self.form, self.value, self.low, self.high, self.scale = form, value, low, high, scale
        self.plain, self.joined, self.article, self.text, self.round = plain, joined, article, text, round
        self.qualifier: Qualifier | None = None
        self.unit_before: Unit | None = None
        self.unit_behind: Unit | None = None
        #: the first class of word before that is neither qualifier nor unit: one that makes the number none (label,
        #: year, age, clock)
        self.cue = ""
        #: the word that must stand between the ends of a range
        self.between = ""
        #: the class of the words directly behind (era, age, clock)
        self.tail = ""
