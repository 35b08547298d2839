"""A bound on the time that one article may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from claimcheck.errors import ClaimcheckError


def late_after(seconds: float) -> ClaimcheckError:
    """What is told of an article that took so long."""
    return ClaimcheckError(f"takes longer than {seconds:g} seconds to read; leave it out, or raise --max-seconds")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises ClaimcheckError in the block where it takes longer.

    Signals reach the main thread alone, and Windows has no such timer: elsewhere there is no bound.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise late_after(seconds)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
