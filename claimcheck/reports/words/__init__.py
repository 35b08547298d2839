"""The words of a report in the language of its reader, and what findings say, retold in it.

A language is ``xx.toml`` beside this file, found by listing. English is what the stages speak, so that only other
languages have a table ``said``: English sentences with gaps -> the same in that language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain, zip_longest
from typing import Any

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Quantity, Verdict
from claimcheck.reports.figures import amount
from claimcheck.reports.palette import counted

#: what stages speak
_SPOKEN = "en"
_FIGURE, _DAY, _HOUR = r"\d[\d.,]*%?", r"\d{4}-\d\d-\d\d", r"\d\d:\d\dZ"
#: gaps of a sentence: figures, days, hours, the rest of it, and by default as little as may be, retold in its turn
_GAPS = {"n": _FIGURE, "m": _FIGURE, "day": _DAY, "until": _DAY, "hour": _HOUR, "later": _HOUR, "rest": ".+"}


class Words:
    """The texts of one language; a text that is asked for and is not there raises KeyError.

    ``glossary`` has further English words with those of the language: what things, events and places are called.
    """

    def __init__(self, code: str, texts: Mapping[str, Any], glossary: Mapping[str, str]) -> None:
        self.code = code
        self._texts, self._glossary = texts, glossary
        self._said = [(_pattern(english), own) for english, own in texts.get("said", {}).items()]

    def __call__(self, key: str, **values: object) -> str:
        return str(self._texts[key]).format(**values)

    def verdict(self, verdict: Verdict) -> str:
        return str(self._texts["verdict"][verdict])

    def facet(self, name: str, told: str = "") -> str:
        """A word that a gloss adds to what is ``told``: that it is planned, or denied."""
        return str(self._texts["facet"][name]).format(n=told)

    def coding(self, key: str, **values: str) -> str:
        """What a coding scheme would record."""
        return str(self._texts["coding"][key]).format(**values)

    def count(self, noun: str, n: int) -> str:
        """How many of what the report counts: ``1 update``, ``2 updates``."""
        return counted(str(self._texts["count"][noun]), n)

    def comma(self, parts: Iterable[str]) -> str:
        """A list in a sentence."""
        return str(self._texts["sign"]["comma"]).join(parts)

    def figure(self, q: Quantity) -> str:
        """A figure in words: ``about 400``, ``at least 84``, ``1.5bn USD``."""
        said = self._figure(q)
        return f"{said} {self._unit(q.unit)}" if q.unit and q.kind in ("money", "measure", "duration") else said

    def _figure(self, q: Quantity) -> str:
        low = amount(q.low, q.kind) if q.low is not None else "0"
        if q.value is not None and q.qualifier != "range":
            return str(self._texts["qualifier"][q.qualifier].format(n=amount(q.value, q.kind)))
        if q.high is None:
            return str(self._texts["qualifier"]["vague_open"].format(n=low))
        return str(self._texts["qualifier"][q.qualifier].format(n=low, m=amount(q.high, q.kind)))

    def _unit(self, unit: str) -> str:
        return str(self._texts["unit"].get(unit, unit))

    def said(self, english: str) -> str:
        """What a finding says, in this language; what it has no words for stays English."""
        return english if self.code == _SPOKEN else self._retold(english)

    def links(self, english: str) -> str:
        """Why claims are one question, reason by reason."""
        return self._listed(english, "; ", "semicolon") if self.code != _SPOKEN else english

    def _retold(self, english: str) -> str:
        known = self._glossary.get(english)
        if known:
            return known
        for pattern, own in self._said:
            if found := pattern.fullmatch(english):
                return str(own).format(**{gap: self._retold(words) for gap, words in found.groupdict().items()})
        return self._listed(english, ", ", "comma") if ", " in english else english

    def _listed(self, english: str, between: str, sign: str) -> str:
        """A list, part by part; one of which nothing is known is none."""
        parts = english.split(between)
        own = [self._retold(part) for part in parts]
        return str(self._texts["sign"][sign]).join(own) if own != parts else english


def _pattern(english: str) -> re.Pattern[str]:
    """A sentence with gaps as what it matches."""
    parts = re.split(r"\{(\w+)\}", english)
    gaps = (f"(?P<{gap}>{_GAPS.get(gap, '.+?')})" for gap in parts[1::2])
    return re.compile("".join(chain(*zip_longest(map(re.escape, parts[::2]), gaps, fillvalue=""))), re.S)


def languages() -> Iterator[str]:
    """Codes of the languages there are words for, sorted."""
    return (name.removesuffix(".toml") for name in sorted(f.name for f in files(__name__).iterdir())
            if name.endswith(".toml"))  # fmt: skip


@cache
def _texts(code: str) -> dict[str, Any]:
    if code not in languages():
        raise ClaimcheckError(f"--ui: there are no words for {code!r}; choose from {', '.join(languages())}")
    return tomllib.loads((files(__name__) / f"{code}.toml").read_text("utf-8"))


def words(code: str, glossary: Mapping[str, str] | None = None) -> Words:
    """The words of one language. Raises ClaimcheckError where there are none."""
    texts, english = _texts(code), _texts(_SPOKEN)["unit"]
    units = {english.get(unit, unit): own for unit, own in texts["unit"].items()}
    return Words(code, texts, {**units, **(glossary or {})})
