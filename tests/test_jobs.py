"""Many processes give what one gives, in its order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from time import sleep

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.jobs import cores, spread
from claimcheck.model import Article, Claim
from claimcheck.stages.extract import extract

TEXT = "At least {} people were killed and {} wounded in Homs on Friday, officials said."


def articles(count: int) -> list[Article]:
    return [Article(id=f"a{n}", file=f"{n}.txt", text=TEXT.format(n + 2, 3 * n + 1), lang="en") for n in range(count)]


def test_two_processes_give_what_one_gives() -> None:
    assert list(spread(extract, articles(100), 2)) == list(spread(extract, articles(100), 1))


def test_a_few_articles_start_no_process() -> None:
    found = [claims for _, claims in spread(_pid, articles(3), 4)]
    assert {c.id for claims in found for c in claims} == {str(os.getpid())}


def test_many_articles_are_worked_on_elsewhere() -> None:
    found = [claims for _, claims in spread(_pid, articles(64), 2)]
    assert str(os.getpid()) not in {c.id for claims in found for c in claims}


def test_the_first_is_worked_on_here_where_it_loads_for_all() -> None:
    first, *others = [{c.id for c in claims} for _, claims in spread(_pid, articles(64), 2, here=1)]
    assert first == {str(os.getpid())}
    assert not any(first & other for other in others)


def test_articles_are_read_as_they_are_needed() -> None:
    """Memory holds the texts under way: after the first result most of a thousand are still unread."""
    read: list[str] = []

    def reading() -> Iterator[Article]:
        for article in articles(1000):
            read.append(article.id)
            yield article

    results = spread(extract, reading(), 2)
    next(results)
    assert len(read) < 200
    results.close()  # type: ignore[attr-defined]


def test_nobody_waits_for_the_one_that_takes_long() -> None:
    found = [item for item, _ in spread(_first_sleeps, range(8), 2, parcel=1, in_order=False)]
    assert sorted(found) == list(range(8))
    assert found[-1] == 0


def test_a_killed_process_is_one_clear_line() -> None:
    with pytest.raises(ClaimcheckError, match=r"was killed.*--jobs"):
        list(spread(_killed, articles(64), 2))


def test_an_error_of_the_work_reaches_the_caller() -> None:
    with pytest.raises(ClaimcheckError, match="no good"):
        list(spread(_refused, articles(64), 2))


def test_there_is_a_core() -> None:
    assert cores() >= 1


def _pid(article: Article) -> list[Claim]:
    return [replace(claim, id=str(os.getpid())) for claim in extract(article)]


def _first_sleeps(n: int) -> None:
    if n == 0:
        sleep(1)


def _killed(article: Article) -> list[Claim]:
    if article.id == "a40":
        os.kill(os.getpid(), signal.SIGKILL)
    return []


def _refused(article: Article) -> list[Claim]:
    raise ClaimcheckError("no good")
