"""Articles spread over processes, their claims back in the order of the articles: the same result for any number."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Claim, Record

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Given = TypeVar("Given", bound=Record)
Work = Callable[[Given], list[Claim]]

#: articles in one parcel: fewer are not worth a process
_PARCEL = 16
#: parcels under way for each process, so that memory holds these texts and no more
_AHEAD = 3


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_articles(work: Work[Given], articles: Iterable[Given], jobs: int) -> Iterator[tuple[Given, list[Claim]]]:
    """Each article with ``work(article)``, in order; ``jobs`` of 0 are as many processes as there are cores.

    ``work`` is a function of a module; with one job it runs here.

    Raises ClaimcheckError where a process is killed.
    """
    jobs = jobs or cores()
    parcels = _parcels(articles)
    first = next(parcels, [])
    if jobs < 2 or len(first) < _PARCEL:
        yield from ((article, work(article)) for parcel in (first, *parcels) for article in parcel)
        return
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield from _spread(work, first, parcels, jobs)
    except BrokenProcessPool:
        raise ClaimcheckError("a worker process was killed, by lack of memory perhaps; try fewer with --jobs") from None


def _spread(
    work: Work[Given], first: list[Given], parcels: Iterator[list[Given]], jobs: int
) -> Iterator[tuple[Given, list[Claim]]]:
    pool = _pool(jobs)
    under_way: deque[tuple[list[Given], Future[list[bytes]]]] = deque()
    try:
        under_way.append((first, pool.submit(_packed, work, first)))
        for parcel in parcels:
            under_way.append((parcel, pool.submit(_packed, work, parcel)))
            if len(under_way) > _AHEAD * jobs:
                yield from _unpacked(*under_way.popleft())
        while under_way:
            yield from _unpacked(*under_way.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _parcels(articles: Iterable[Given]) -> Iterator[list[Given]]:
    left = iter(articles)
    while parcel := list(islice(left, _PARCEL)):
        yield parcel


def _packed(work: Work[Given], parcel: list[Given]) -> list[bytes]:
    """Claims as JSON: cheaper between processes than pickled records."""
    return [_claims().dump_json(work(article)) for article in parcel]


def _unpacked(parcel: list[Given], packed: Future[list[bytes]]) -> Iterator[tuple[Given, list[Claim]]]:
    for article, data in zip(parcel, packed.result(), strict=True):
        yield article, _claims().validate_json(data)


@cache
def _claims() -> TypeAdapter[list[Claim]]:
    return TypeAdapter(list[Claim])


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Forked where that is safe, so that what is loaded is loaded for all; imported only where it is needed."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, get_context("fork" if sys.platform == "linux" else "spawn"), initializer=_quiet)


def _quiet() -> None:
    """The parent alone answers Ctrl-C."""
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)
