"""What a qualifier makes of a number: the interval that the figure means."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Number, Qualifier

Interval = tuple[Number | None, Number | None]
#: "about a third" leaves a tenth either way, no more is known of a fraction
_FRACTION_STEP = Decimal("0.1")


def interval(value: Number, qualifier: Qualifier, form: str) -> Interval:
    """Low and high of a qualified value, None meaning open; for "about" half a unit of its last non-zero digit."""
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("at_most", "less_than"):
        return None, value
    if qualifier == "about":
        half = (_FRACTION_STEP if form == "fraction" else last_digit(value)) / 2
        exact = Decimal(str(value))
        return _number(exact - half), _number(exact + half)
    return value, value


def last_digit(value: Number) -> Decimal:
    """The unit of the last non-zero digit: 100 for 400, 1,000 for 59,000, 0.1 for 2.5."""
    digits = Decimal(str(value)).normalize()
    exponent = digits.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and digits else Decimal(1)


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else round(float(value), 6)
