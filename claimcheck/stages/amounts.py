"""Quantities compared: their intervals, their rounding, and a figure as a reader writes it."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Final

from claimcheck.lang.pack import dimension
from claimcheck.model import Number, Quantity

#: units whose signs are no words; what is a magnitude is told by the question
_UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days", "wk": "weeks", "mo": "months", "a": "years",
          "deg": "degrees", "magnitude": ""}  # fmt: skip

#: a toll that is corrected falls by less than a third
CORRECTED: Final = 1.5

_WORDS: Final = {"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "up to ",
          "less_than": "fewer than "}  # fmt: skip


def figure(quantity: Quantity) -> str:
    """A figure as a reader writes it: ``at least 84``, ``about 400``, ``dozens (20 to 199)``, ``10 km``."""
    unit = quantity.unit if quantity.kind in ("money", "measure", "duration") else None
    return f"{_said(quantity)} {_UNITS.get(unit, unit)}".rstrip() if unit else _said(quantity)


def _said(quantity: Quantity) -> str:
    if quantity.value is None or quantity.qualifier == "range":
        bounds = f"{_number(quantity.low)} to {_number(quantity.high)}"
        name = _vaguely(quantity) if quantity.qualifier == "vague" else ""
        return f"{name} ({bounds})" if name else bounds
    word = _WORDS.get(quantity.qualifier, "")
    if quantity.kind == "share":
        return f"{word}{quantity.value * 100:.4g}%"
    return f"{word}{_number(quantity.value)}"


#: a plural that counts, by what one of it is
_PLURALS: Final = {10: "dozens", 100: "hundreds", 1000: "thousands", 10**4: "tens of thousands",
            10**5: "hundreds of thousands", 10**6: "millions", 10**7: "tens of millions",
            10**8: "hundreds of millions", 10**9: "billions"}  # fmt: skip
_SEVERAL: Final = {1: "several", 100: "several hundred", 1000: "several thousand", 10**6: "several million"}


def _vaguely(quantity: Quantity) -> str:
    """The English word for a vague amount, by its bounds; none for other bounds."""
    bounds = quantity.low, quantity.high
    plurals = (word for unit, word in _PLURALS.items() if bounds == (2 * unit, 20 * unit - 1))
    several = (word for unit, word in _SEVERAL.items() if bounds == (3 * unit, 10 * unit - 1))
    return next(chain(plurals, several), "")


def _number(value: Number | None) -> str:
    return "any number" if value is None else f"{value:,}"


@lru_cache(maxsize=1 << 14)
def digits(value: Number) -> int:
    """How many digits of a figure are told, the noughts at its end aside: two of 7,500."""
    return len(f"{value:.6g}".partition("e")[0].replace(".", "").strip("0"))


def equal(a: Number, b: Number) -> bool:
    return math.isclose(a, b, rel_tol=1e-6)


def times(unit: str | None, other: str | None) -> float:
    """How many of another unit one of a unit is; one, where they are the same or neither is converted."""
    return 1.0 if unit == other or not (unit and other) else dimension(unit)[1] / dimension(other)[1]


def in_unit(quantity: Quantity, unit: str | None) -> Quantity:
    """The quantity in another unit that measures the same."""
    factor = times(quantity.unit, unit)
    if factor == 1:
        return quantity
    value, low, high = (None if n is None else n * factor for n in (quantity.value, quantity.low, quantity.high))
    return replace(quantity, value=value, low=low, high=high, unit=unit)


def converts(value: Number, unit: str | None, other: Number, other_unit: str | None) -> bool:
    """Whether one figure may be the other in another unit, both rounded: "120 km" and "75 miles"."""
    far = abs(value * times(unit, other_unit) - other)
    return far <= _slack(value) * times(unit, other_unit) + _slack(other)


def _slack(value: Number) -> float:
    """By how much what is converted may be off: half of the last digit that is not nought, of a round number at most a
    twentieth, but never less than half of its last digit."""
    least = 0.5 / 10 ** _places(value)
    unit = 1.0
    while value and value % (unit * 10) == 0:
        unit *= 10
    return float(max(least, min(unit / 2, value / 20)))


def rounds(coarse: Quantity, fine: Quantity) -> bool:
    """Whether a rounded figure ("about 7,000") is the fine one (6,749) at its own precision; also where nothing
    says that it is rounded, of measures and shares ("6 miles" and "6.2 miles") and of round numbers ("11,000" and
    "11,300")."""
    if coarse.value is None or fine.value is None or fine.qualifier not in ("exact", "about"):
        return False
    if coarse.qualifier == "about":
        return coarse.low is not None and coarse.high is not None and coarse.low <= fine.value <= coarse.high
    if coarse.qualifier != "exact":
        return False
    if coarse.kind not in _MEASURED and not (coarse.kind == "money" and _PRICE <= coarse.value < 1000):
        return _round(coarse.value, fine.value)
    scale = 100 if coarse.kind == "share" else 1
    places = _places(coarse.value * scale)
    apart = abs(fine.value - coarse.value) * scale * 10**places
    return places < _places(fine.value * scale) and (apart < 0.5 or equal(apart, 0.5))


def _round(coarse: Number, fine: Number) -> bool:
    """Whether ten or more round hundreds, thousands ... are the fine figure, which is told more finely."""
    unit = 100
    while coarse % (unit * 10) == 0 and coarse >= unit * 100:
        unit *= 10
    return coarse >= unit * 10 and coarse % unit == 0 and fine % unit != 0 and abs(coarse - fine) <= unit / 2


#: kinds whose figures are rounded without a word; a price of so many and more is, "$69" for "$69.02"
_MEASURED, _PRICE = ("measure", "share"), 20


def _places(value: Number) -> int:
    """Decimals that a figure is told with."""
    return 0 if equal(value, round(value)) else next((n for n in range(1, 6) if equal(value, round(value, n))), 6)


def above(later: Quantity, earlier: Quantity) -> bool:
    """Whether the later figure is clearly the higher one."""
    new = later.low if later.low is not None else later.value
    old = earlier.high if earlier.high is not None else earlier.value
    return new is not None and old is not None and new > old


def meet(a: Quantity, b: Quantity) -> bool:
    """Whether the intervals have a common point, bounds that exclude themselves minded."""
    low = max(_end(a.low, -math.inf), _end(b.low, -math.inf))
    high = min(_end(a.high, math.inf), _end(b.high, math.inf))
    if low != high:
        return low < high
    return not any(_open(q, low) for q in (a, b))


def _end(value: Number | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _open(quantity: Quantity, point: float) -> bool:
    return (quantity.qualifier == "more_than" and quantity.low == point) or (
        quantity.qualifier == "less_than" and quantity.high == point
    )
