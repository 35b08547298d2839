"""How far a long run is, for somebody who waits at a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

Item = TypeVar("Item")

#: seconds before anything is said, and between two sayings
_PATIENCE, _PAUSE = 1.0, 0.1


class Progress:
    """Counts what passes, on standard error, on a line that goes away at the end of the ``with``.

    Silent where that is no terminal, or one that cannot take a line away. How many articles there are shows only when
    the last is read, so the bar moves to and fro and the count grows.
    """

    def __init__(self, stream: TextIO | None = None, patience: float = _PATIENCE) -> None:
        self._stream = stream or sys.stderr
        told = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._next = time.monotonic() + patience if told else float("inf")

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if "_bar" in vars(self):
            self._bar.stop()

    def count(self, items: Iterable[Item], noun: str) -> Iterator[Item]:
        """The items, counted; behind the last one the line says that they are being compared."""
        passed = 0
        for passed, item in enumerate(items, start=1):
            if time.monotonic() >= self._next:
                self._say(f"{passed:,} {noun}")
            yield item
        if "_bar" in vars(self):
            self._say(f"{passed:,} {noun}: comparing")

    def _say(self, text: str) -> None:
        self._bar.update(self._bar.task_ids[0], description=text, refresh=True)
        self._next = time.monotonic() + _PAUSE

    @cached_property
    def _bar(self) -> Bar:
        """Drawn by hand and not by a thread, which the processes that extract would inherit; what is said meanwhile
        is not redirected, since ``terminal.say`` clears the line itself.
        """
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = TextColumn("{task.description}", markup=False), BarColumn(20), TimeElapsedColumn()
        bar = Progress(
            *columns, console=Console(file=self._stream, no_color=True), transient=True, auto_refresh=False,
            redirect_stdout=False, redirect_stderr=False,
        )
        bar.add_task("", total=None)
        bar.start()
        return bar
