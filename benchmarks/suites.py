"""Texts with the figures that stand in them, and the score of a reader on them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import peer

ROOT = Path(__file__).parent.parent
Number = dict[str, Any]
Only = Callable[[Number], bool]
Same = Callable[[Number, Number], bool]


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases ``{"text", "lang", "numbers"}`` of one origin; gold numbers marked ``ignore`` are scored neither way."""

    name: str
    cases: tuple[dict[str, Any], ...]


def own() -> list[Suite]:
    """The repository's corpora: the tables of figures, a language each, and the annotated seed articles."""
    paths = sorted((ROOT / "tests/lang").glob("??.toml"))
    tables = [Suite(f"tests/lang/{path.name}", tuple(_table(path))) for path in paths]
    return [*tables, Suite("seed articles", tuple(_seeds()))]


def given(paths: Iterable[Path]) -> list[Suite]:
    """Suites of JSON lines; raises OSError or ValueError where a file is none."""
    return [Suite(path.stem, tuple(map(json.loads, path.read_text("utf-8").splitlines()))) for path in paths]


def _table(path: Path) -> Iterable[dict[str, Any]]:
    corpus = tomllib.loads(path.read_text("utf-8"))
    for figure in corpus["figure"]:
        yield from ({"text": text, "lang": path.stem, "numbers": [_gold(figure)]} for text in figure["texts"])
    yield from ({"text": text, "lang": path.stem, "numbers": []} for text in corpus["none"]["texts"])


def _seeds() -> Iterable[dict[str, Any]]:
    claims = [json.loads(line) for line in (ROOT / "tests/gold/seeds.claims.jsonl").read_text("utf-8").splitlines()]
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        numbers = [_gold(c) for c in claims if c["article"] == path.name]
        yield {"text": path.read_text("utf-8-sig"), "lang": "ar", "numbers": numbers}


def _gold(figure: dict[str, Any]) -> Number:
    said = figure.get("qualifier", "exact")
    low, high = peer.said(said, figure.get("low"), figure.get("high"))
    found = peer.number(figure.get("value"), figure.get("start"), figure.get("end"), low, high, said == "about")
    return {**found, "ignore": figure.get("optional", False)}


def f1(suite: Suite, read: list[list[Number]], same: Same, only: Only = bool) -> float | None:
    """F1 in percent over a suite, each gold figure matched once at most; None where there is nothing to find.

    ``read`` may be shorter than the suite: a slow reader is scored on what it came to. ``only`` picks the figures.
    """
    right = wanted = found = 0
    for case, numbers in zip(suite.cases, read, strict=False):
        gold = [g for g in case["numbers"] if not g.get("ignore") and only(g) and point(g)]
        ignored = [g for g in case["numbers"] if g.get("ignore")]
        scored = [n for n in numbers if only(n) and point(n)
                  and (not any(_meet(n, i) for i in ignored) or any(_meet(n, g) for g in gold))]
        right += _matches(gold, scored, same)
        wanted += len(gold)
        found += len(scored)
    return 200 * right / (wanted + found) if wanted else None


def _matches(gold: list[Number], found: list[Number], same: Same) -> int:
    left = list(found)
    count = 0
    for figure in gold:
        fits = [n for n in left if same(figure, n)]
        if fits:
            left.remove(max(fits, key=lambda n: _meet(figure, n)))
            count += 1
    return count


def point(number: Number) -> tuple[float, ...] | None:
    """What a figure says, in comparable form: its value, else its one bound, else both."""
    value = number["value"]
    ends = [float(x) for x in ([value] if value is not None else [number["low"], number["high"]]) if x is not None]
    return tuple(dict.fromkeys(ends)) or None


def value(a: Number, b: Number) -> bool:
    """The same value."""
    x, y = point(a), point(b)
    return bool(x and y and len(x) == len(y) and all(map(_close, x, y)))


def bounds(a: Number, b: Number) -> bool:
    """The same value and the same bounds."""
    return value(a, b) and all(_close(a[side], b[side]) for side in ("low", "high"))


def estimate(number: Number) -> bool:
    """Whether a figure is given as "about" so many."""
    return bool(number.get("approx"))


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-4 * max(abs(a), abs(b))


def _meet(a: Number, b: Number) -> bool:
    if a.get("start") is None or b.get("start") is None:
        return False
    return bool(a["start"] < b["end"] and b["start"] < a["end"])
