"""What two figures by themselves say of whether they answer one question."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import Claim
from claimcheck.pipeline import extracted
from claimcheck.readers import read
from claimcheck.stages.cluster import nodes_of
from claimcheck.stages.likeness import alike


def two(folder: Path, first: str, second: str, days: tuple[int, int] = (4, 6)) -> list[Claim]:
    for name, day, text in (("a", days[0], first), ("b", days[1], second)):
        (folder / f"{name}.txt").write_text(f"2019-03-{day:02d}\n\n{text}\n", "utf-8")
    return [r for r in extracted(read([str(folder)])) if isinstance(r, Claim)]


def say(folder: Path, first: str, second: str, days: tuple[int, int] = (4, 6)) -> float:
    return alike(*nodes_of(two(folder, first, second, days)))


@pytest.mark.parametrize(("killed", "says"), [(104, 0.5), (92, 0.0), (70, -2.0), (30, -3.0), (9, -4.0)])
def test_the_further_a_toll_has_fallen_the_less_it_is_of_one_thing(tmp_path: Path, killed: int, says: float) -> None:
    assert say(tmp_path, "The blast killed 110 people.", f"The blast killed {killed} people.") == says


@pytest.mark.parametrize(("killed", "says"), [(113, 0.0), (900, 0.0), (1200, -1.0)])
def test_a_toll_may_have_grown_by_the_later_article(tmp_path: Path, killed: int, says: float) -> None:
    assert say(tmp_path, "The blast killed 110 people.", f"The blast killed {killed} people.") == says


def test_of_one_day_a_toll_may_have_grown_or_not(tmp_path: Path) -> None:
    told = "The blast killed 110 people.", "The blast killed 400 people."
    assert say(tmp_path, *told, days=(4, 4)) == say(tmp_path, *reversed(told), days=(4, 4)) == -1.5


def test_nobody_killed_is_no_times_any_other_toll(tmp_path: Path) -> None:
    assert say(tmp_path, "The blast killed 5 people.", "The blast killed 0 people.") == 0.0
