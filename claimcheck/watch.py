"""Runs again when a file changes. Polls: that works on every file system, and once a second costs nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Snapshot = tuple[tuple[str, int, int], ...]


def watch(paths: Iterable[str], run: Callable[[], None], pause: float = 1.0) -> None:
    """Calls ``run`` now and whenever a file at or below ``paths`` comes, goes or changes. Ends by an interrupt."""
    watched = list(paths)
    before: Snapshot | None = None
    while True:
        now = snapshot(watched)
        if now != before:
            run()
            before = now
        time.sleep(pause)


def snapshot(paths: Iterable[str]) -> Snapshot:
    """Path, time of change and size of every file, in order."""
    return tuple(sorted(seen for path in paths for file in _files(path) for seen in _state(file)))


def _files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
    for folder, _, names in os.walk(path):
        yield from (os.path.join(folder, name) for name in names)


def _state(file: str) -> Iterator[tuple[str, int, int]]:
    """Nothing for a file that is gone meanwhile."""
    try:
        state = Path(file).stat()
    except OSError:
        return
    yield file, state.st_mtime_ns, state.st_size
