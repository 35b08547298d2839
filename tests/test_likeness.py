"""What two figures by themselves say of whether they answer one question."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import Claim
from claimcheck.pipeline import extracted
from claimcheck.readers import read
from claimcheck.stages.cluster import ENOUGH, link, nodes_of
from claimcheck.stages.likeness import alike, told_again


def two(folder: Path, first: str, second: str, days: tuple[int, int] | None = (4, 6)) -> list[Claim]:
    for n, text in enumerate((first, second)):
        told = f"2019-03-{days[n]:02d}\n\n" if days else ""
        (folder / f"{n}.txt").write_text(f"{told}{text}\n", "utf-8")
    return [r for r in extracted(read([str(folder)])) if isinstance(r, Claim)]


def say(folder: Path, first: str, second: str, days: tuple[int, int] = (4, 6)) -> float:
    return alike(*nodes_of(two(folder, first, second, days)))


@pytest.mark.parametrize(("killed", "says"), [(104, 0.5), (92, 0.0), (80, -2.0), (70, -4.0), (45, -6.0), (9, -8.0)])
def test_the_further_a_toll_has_fallen_the_less_it_is_of_one_thing(tmp_path: Path, killed: int, says: float) -> None:
    assert say(tmp_path, "The blast killed 110 people.", f"The blast killed {killed} people.") == says


@pytest.mark.parametrize(
    ("killed", "says"), [(113, 0.5), (190, 0.0), (300, -1.0), (900, -1.5), (1200, -2.5), (12000, -7.0)]
)
def test_a_toll_may_have_grown_by_the_later_article(tmp_path: Path, killed: int, says: float) -> None:
    assert say(tmp_path, "The blast killed 110 people.", f"The blast killed {killed} people.") == says


def test_arrests_that_run_on_do_not_fall(tmp_path: Path) -> None:
    assert say(tmp_path, "Police arrested 90 people.", "Police arrested 40 people.") == -6.0
    assert say(tmp_path, "Police arrested 40 people.", "Police arrested 90 people.") == -1.0


def test_of_one_day_a_toll_may_have_grown_or_not(tmp_path: Path) -> None:
    told = "The blast killed 110 people.", "The blast killed 400 people."
    assert say(tmp_path, *told, days=(4, 4)) == say(tmp_path, *reversed(told), days=(4, 4)) == -3.0


def test_without_days_a_toll_may_have_grown_however_long_ago(tmp_path: Path) -> None:
    a, b = nodes_of(two(tmp_path, "The blast killed 110 people.", "The blast killed 400 people.", days=None))
    assert alike(a, b) == -1.5


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ("The blast killed 5 people.", "The blast killed 0 people.", -7.0),
        ("Nobody was hurt in the crash.", "The crash hurt 30 people.", -7.0),
        ("Nine people are missing.", "Now 0 people are missing.", 0.0),  # the missing are found
    ],
)
def test_nobody_is_hardly_any_other_toll(tmp_path: Path, first: str, second: str, says: float) -> None:
    assert say(tmp_path, first, second) == says


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        # of what nothing happens to, articles seldom tell figures far apart: it is another building, another plan
        ("The 10-storey hotel has a pool.", "The 12-storey hotel has a pool.", 0.0),
        ("The 8-storey hotel has a pool.", "A 10-storey hotel stands there.", -2.0),
        ("The hotel has 6 floors.", "The hotel has 11 floors.", -4.0),
        ("Five factories make shirts.", "Two factories make shirts.", -6.0),
        # a rise of fares is no rise of shares; what is contained of a fire grows
        ("Bus fares rise by 40 percent.", "Fuel bills rose 3 percent.", -5.0),
        # a share has a price of its own each day, which may be rounded
        ("Its shares fell by 24%.", "Shares fell by 10 percent.", -7.0),
        ("Its shares rose 4.8 percent.", "Shares closed up 4.79 percent.", 1.0),
        ("Some 30 percent of the children fell ill.", "Half of the children fell ill.", -3.0),
        ("The wildfire is 5 percent contained.", "The wildfire is 60 percent contained.", 0.0),
    ],
)
def test_what_does_not_grow_is_told_alike(tmp_path: Path, first: str, second: str, says: float) -> None:
    assert say(tmp_path, first, second) == says


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ("The blast killed 7 people.", "Seven people died in the blast.", 1.0),
        ("The strike affects 52 workers.", "It put 52 workers out of work.", 4.0),
        ("Some 90,000 miners stay at home.", "The mines employ 90,000 people.", 4.0),
        ("The hull weighs 3 tonnes.", "They carried 3 tonnes of ore.", 4.0),
        ("Some 90,000 miners stay at home.", "Some 91,000 miners stay at home.", 0.0),
        ("The fire burnt for 12 days.", "It burnt for 12 days.", 0.0),
        ("Dozens were killed.", "Dozens were killed.", 0.0),
    ],
)
def test_two_articles_on_one_event_that_tell_one_figure_tell_one_thing(
    tmp_path: Path, first: str, second: str, says: float
) -> None:
    assert told_again(*nodes_of(two(tmp_path, first, second))) == says


STRIKE = (
    "The strike at the port of Gdynia goes on. The cranes and the ferries stand still. Some 90,000 workers take part "
    "in it, the union said."
)
SHUT = "The port of Gdynia is shut by a strike, the ferries and the cranes stand still. The union counts "


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (f"{SHUT} 90,000 employees.", True),
        (f"{SHUT} 4,000 employees.", False),
        ("A storm brought down pylons at the coast. The power company counts 90,000 employees.", False),
    ],
)
def test_an_equal_figure_counts_as_far_as_two_articles_are_about_one_event(
    tmp_path: Path, other: str, one: bool
) -> None:
    score, _ = link(*nodes_of(two(tmp_path, STRIKE, other)))
    assert score is not None
    assert (score >= ENOUGH) is one
