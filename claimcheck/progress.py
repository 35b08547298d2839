"""How far a long run is, for somebody who waits at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")

#: seconds before anything is said, and between two sayings
_PATIENCE, _PAUSE = 1.0, 0.1


class Progress:
    """Counts what passes, on standard error, on a line that goes away. Silent where that is no terminal."""

    def __init__(self, stream: TextIO | None = None, patience: float = _PATIENCE) -> None:
        self._stream = stream or sys.stderr
        self._next = time.monotonic() + patience
        self._shown = False

    def count(self, items: Iterable[Item], noun: str) -> Iterator[Item]:
        """The items, counted; behind the last one the line says that they are being compared."""
        told = self._stream.isatty()
        passed = 0
        for passed, item in enumerate(items, start=1):
            if told and time.monotonic() >= self._next:
                self._say(f"{passed:,} {noun}")
            yield item
        if self._shown:
            self._say(f"{passed:,} {noun}: comparing")

    def _say(self, text: str) -> None:
        self._shown = True
        self._next = time.monotonic() + _PAUSE
        print(f"\r\x1b[K{text}", end="", file=self._stream, flush=True)

    def clear(self) -> None:
        """Takes the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=self._stream, flush=True)
            self._shown = False
