"""Work spread over processes: its results in the order of what was given, or as each is done."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Given = TypeVar("Given")
Found = TypeVar("Found")

#: items in one parcel: fewer are not worth a process
PARCEL = 16
#: parcels under way for each process, so that memory holds these and no more
AHEAD = 3


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Given], Found],
    items: Iterable[Given],
    jobs: int,
    parcel: int = PARCEL,
    here: int = 0,
    ahead: int = AHEAD,
    weigh: Callable[[Given], int] = lambda item: 1,
    in_order: bool = True,
) -> Iterator[tuple[Given, Found]]:
    """Each item with ``work(item)``, in order, or else as they are done, so that nobody waits for one with much work;
    ``jobs`` of 0 are as many processes as there are cores.

    ``work`` is a function of a module, and of what it finds in this process when the first process starts. With one
    job, or less than one parcel of items, it runs here. So it does for the first ``here`` items: what they load (packs)
    is then loaded once for all. A parcel holds items of so much work, by ``weigh``; of an item with much work the
    results of no more than ``ahead`` parcels for each process wait.

    Raises ClaimcheckError where a process is killed.
    """
    jobs = jobs or cores()
    given = parcels(items, parcel, weigh)
    first = next(given, [])
    if jobs < 2 or sum(map(weigh, first)) < parcel:
        yield from ((item, work(item)) for held in (first, *given) for item in held)
        return
    from concurrent.futures.process import BrokenProcessPool

    yield from ((item, work(item)) for item in first[:here])
    try:
        yield from _spread(work, chain([first[here:]], given), jobs, ahead, in_order)
    except BrokenProcessPool:
        raise ClaimcheckError("a worker process was killed, by lack of memory perhaps; try fewer with --jobs") from None


def _spread(
    work: Callable[[Given], Found], given: Iterable[list[Given]], jobs: int, ahead: int, in_order: bool
) -> Iterator[tuple[Given, Found]]:
    under_way: dict[Future[list[Found]], list[Given]] = {}
    with _pool(jobs) as pool:
        for parcel in given:
            under_way[pool.submit(_all, work, parcel)] = parcel
            if len(under_way) > ahead * jobs:
                yield from _done(under_way, in_order)
        while under_way:
            yield from _done(under_way, in_order)


def parcels(items: Iterable[Given], size: int, weigh: Callable[[Given], int]) -> Iterator[list[Given]]:
    """The items in lists, each as soon as what is in it comes to so much by ``weigh``; the last may be of less."""
    parcel: list[Given] = []
    weight = 0
    for item in items:
        parcel.append(item)
        weight += weigh(item)
        if weight >= size:
            yield parcel
            parcel, weight = [], 0
    if parcel:
        yield parcel


def _all(work: Callable[[Given], Found], parcel: list[Given]) -> list[Found]:
    return [work(item) for item in parcel]


def _done(under_way: dict[Future[list[Found]], list[Given]], in_order: bool) -> Iterator[tuple[Given, Found]]:
    """What is found in the first parcel, or in the first of those that are done."""
    from concurrent.futures import FIRST_COMPLETED, wait

    done = next(iter(under_way))
    if not in_order:
        wait(under_way, return_when=FIRST_COMPLETED)
        done = next(future for future in under_way if future.done())
    return zip(under_way.pop(done), done.result(), strict=True)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Forked where that is safe, so that what is loaded is loaded for all; imported only where it is needed."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(jobs, get_context("fork" if forks() else "spawn"), initializer=_quiet)
    gc.freeze()  # a collection in a process would touch, and so copy, all that it shares with this one
    try:
        yield pool
    finally:
        # a broken pool ends by itself; left behind, its thread would write to pipes that the interpreter has closed
        pool.shutdown(wait=isinstance(sys.exc_info()[1], BrokenExecutor | None), cancel_futures=True)
        gc.unfreeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """For work that leaves no cycles behind, here and in the processes that begin meanwhile: looking for some took a
    twentieth of it."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def forks() -> bool:
    """Whether a process begins with what this one holds."""
    return sys.platform == "linux"


def _quiet() -> None:
    """The parent alone answers Ctrl-C."""
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)
