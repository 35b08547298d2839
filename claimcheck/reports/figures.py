"""Figures as Latin text: ``200``, ``~400``, ``>84``, ``~300..999``, ``66.7%``, ``1.5bn USD``."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Number, Quantity

#: qualifier -> what stands before the number, and the same in ASCII
_BEFORE = {"about": "~", "at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}
_ASCII = {"≥": ">=", "≤": "<=", "×": "x", "∞": "inf"}
_SCALES = ((10**12, "tn"), (10**9, "bn"), (10**6, "mn"))


def plain(text: str, ascii: bool) -> str:
    """The text without the few signs of this module that are beyond ASCII, where that is asked for."""
    return "".join(_ASCII.get(c, c) for c in text) if ascii else text


def number(n: Number) -> str:
    """Digits with thousands separators; from ten million on ``12.4mn``, where that loses nothing."""
    if abs(n) >= 10**7:
        for scale, word in _SCALES:
            if abs(n) >= scale and n * 100 % scale == 0:
                return f"{n / scale:,.2f}".rstrip("0").rstrip(".") + word
    return f"{n:,}" if isinstance(n, int) else f"{n:,.4f}".rstrip("0").rstrip(".")


def amount(n: Number, kind: str) -> str:
    """One bound of a figure; a share (0..1) as percent to a tenth."""
    return number(round(n * 100, 1)) + "%" if kind == "share" else number(n)


def interval(low: Number | None, high: Number | None, kind: str) -> str:
    """``low..high``; ``low+`` and ``<=high`` where one side is open; one number where both are equal."""
    if low is None and high is None:
        return "?"
    if high is None:
        return amount(low or 0, kind) + "+"
    if low is None:
        return "≤" + amount(high, kind)
    a, b = amount(low, kind), amount(high, kind)
    return a if a == b else f"{a}..{b}"


def figure(q: Quantity) -> str:
    """The figure as a reader would note it down, with its unit where it is no count."""
    if q.qualifier == "vague":
        said = "~" + _vague(q)
    elif q.qualifier == "range" or q.value is None:
        said = interval(q.low, q.high, q.kind)
    else:
        said = _BEFORE.get(q.qualifier, "") + amount(q.value, q.kind)
    return said + _unit(q)


def _vague(q: Quantity) -> str:
    """The bounds of a vague amount; millions go up to the round number that they do not reach."""
    if q.high is None or q.high < 10**6 or (q.high + 1) % 10**6:
        return interval(q.low, q.high, q.kind)
    return "..".join(f"{n // 10**6:,}mn" if n and n % 10**6 == 0 else number(n) for n in (q.low or 0, q.high + 1))


def _unit(q: Quantity) -> str:
    """The unit behind a figure that is no count; years, which UCUM calls ``a``, as readers know them."""
    return f" {'yr' if q.unit == 'a' else q.unit}" if q.unit and q.kind in ("money", "measure", "duration") else ""


def point(q: Quantity) -> float:
    """One number to sort and to draw by: the value, else the middle of the bounds, else the one bound."""
    if q.value is not None:
        return float(q.value)
    bounds = [float(b) for b in (q.low, q.high) if b is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0


def spread(quantities: Iterable[Quantity]) -> str:
    """How far the figures lie apart at least: the largest over the smallest; for shares the difference in points.

    A vague amount counts by that of its bounds which lies nearer to the others: 30 and dozens are not apart.
    """
    found = list(quantities)
    least, most = min(_ends(q)[1] for q in found), max(_ends(q)[0] for q in found)
    if found[0].kind == "share":
        return f"{number(round(max(0.0, most - least) * 100, 1))}pt"
    if most <= least:
        return "1×"
    if least <= 0:
        return "∞"
    ratio = most / least
    return f"{ratio:.{2 if ratio >= 1.05 else 3}g}×" if ratio < 10 else f"{ratio:,.0f}×"


def _ends(q: Quantity) -> tuple[float, float]:
    """The number that was said, twice; the bounds of a vague amount."""
    if q.qualifier != "vague":
        return point(q), point(q)
    return float(q.low or 0), float("inf") if q.high is None else float(q.high)


def hull(quantities: Iterable[Quantity]) -> str:
    """From the least to the largest number said, ``+`` where the largest is open upwards, with their unit."""
    found = list(quantities)
    said = [q.value if q.value is not None else b for q in found for b in (q.low, q.high)]
    least, most = min(n for n in said if n is not None), max(n for n in said if n is not None)
    text = interval(least, most, found[0].kind)
    if any(q.high is None and most in (q.value, q.low) for q in found):
        text += "+"
    return text + _unit(found[0])
