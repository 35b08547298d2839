"""The words of the page in the language of its reader: ``en.toml``, ``ar.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.model import Quantity, Verdict
from claimcheck.reports.figures import amount


class Words:
    """The texts of one language; a text that is asked for and is not there raises KeyError."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._texts: dict[str, Any] = tomllib.loads(
            (files("claimcheck.reports.page") / f"{code}.toml").read_text("utf-8")
        )

    def __call__(self, key: str, **values: object) -> str:
        return str(self._texts[key]).format(**values)

    def verdict(self, verdict: Verdict) -> str:
        return str(self._texts["verdict"][verdict])

    def figure(self, q: Quantity) -> str:
        """A figure in words: ``about 400``, ``at least 84``, ``1.5bn USD``."""
        said = self._said(q)
        return f"{said} {q.unit}" if q.unit and q.kind in ("money", "measure", "duration") else said

    def _said(self, q: Quantity) -> str:
        low = amount(q.low, q.kind) if q.low is not None else "0"
        if q.value is not None and q.qualifier != "range":
            return str(self._texts["qualifier"][q.qualifier].format(n=amount(q.value, q.kind)))
        if q.high is None:
            return str(self._texts["qualifier"]["vague_open"].format(n=low))
        return str(self._texts["qualifier"][q.qualifier].format(n=low, m=amount(q.high, q.kind)))


@cache
def words(code: str) -> Words:
    """The words of one language, read once."""
    return Words(code)
