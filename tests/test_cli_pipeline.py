"""The stages one by one give what ``check`` gives, to the byte."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from shell import Ran, claimcheck

import claimcheck as package

SEEDS = Path(__file__).parents[1] / "seeds"


def piped(*stages: tuple[object, ...]) -> Ran:
    ran = claimcheck(*stages[0])
    for stage in stages[1:]:
        ran = claimcheck(*stage, stdin=ran.out.encode())
    return ran


@pytest.mark.parametrize("start", [[("extract", SEEDS)], [("read", SEEDS), ("extract",)]])
def test_the_stages_in_a_pipe_equal_the_whole(start: list[tuple[object, ...]]) -> None:
    whole = claimcheck(SEEDS, "--format", "json")
    parts = piped(*start, ("cluster",), ("compare",), ("report", "--format", "json"))
    assert parts == whole
    assert whole.code == 1


def test_every_line_between_stages_says_what_it_is() -> None:
    lines = piped(("extract", SEEDS), ("cluster",), ("compare",)).out.splitlines()
    kinds = [json.loads(line)["type"] for line in lines]
    assert set(kinds) == {"article", "claim", "finding"}
    assert kinds.count("article") == 5


def test_texts_are_not_passed_on() -> None:
    for line in claimcheck("extract", SEEDS).out.splitlines():
        record = json.loads(line)
        assert record["type"] != "article" or record["text"] == ""


@pytest.mark.parametrize(("verdicts", "code"), [("contradiction", 1), ("none", 0), ("agree,update", 1), ("single", 1)])
def test_fail_on_chooses_the_verdicts_that_count(verdicts: str, code: int) -> None:
    assert claimcheck(SEEDS, "--fail-on", verdicts).code == code


def test_nothing_to_disagree_on_is_0(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nobody said a figure.")
    assert claimcheck(tmp_path).code == 0


def test_trouble_with_a_file_is_2_and_the_result_is_printed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The storm killed 12 people on Friday, police said.")
    (tmp_path / "b.txt").write_bytes(b"\0\1")
    ran = claimcheck(tmp_path, "--format", "json")
    assert (ran.code, len(ran.complaints)) == (2, 1)
    assert len(json.loads(ran.out)["articles"]) == 1


def test_the_package_gives_what_the_command_gives() -> None:
    report = package.check(SEEDS)
    told = json.loads(claimcheck(SEEDS, "--format", "json").out)
    assert [claim.id for claim in report.claims] == [claim["id"] for claim in told["claims"]]
    assert [(f.id, f.verdict) for f in report.clusters] == [(f["id"], f["verdict"]) for f in told["clusters"]]


def test_the_package_warns_of_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert package.check(tmp_path).articles == ()
    assert [str(warning.message) for warning in caught] == ["b.txt: is empty; leave it out"]
