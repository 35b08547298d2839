"""Reviewed findings: known again by content, marked and counted, never dropped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import Ran, claimcheck

ONE = "The flood in Malawi on Sunday killed 30 people."
OTHER = "The flood in Malawi on Sunday killed 23 people."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written = tmp_path / "articles"
    written.mkdir()
    (written / "a.txt").write_text(ONE, "utf-8")
    (written / "b.txt").write_text(OTHER, "utf-8")
    return written


@pytest.fixture
def baseline(folder: Path) -> Path:
    file = folder.parent / "reviewed.jsonl"
    assert "1 findings added" in claimcheck(folder, "--write-baseline", file).err
    return file


def test_a_reviewed_finding_is_marked_counted_and_exits_with_0(folder: Path, baseline: Path) -> None:
    assert claimcheck(folder).code == 1
    done = claimcheck(folder, "--baseline", baseline, "--format", "table")
    assert done.code == 0
    assert "[reviewed] " in done.out
    assert "2 articles: 1 contradiction, 1 reviewed" in done.out
    assert "1 of the findings were reviewed" in done.err


@pytest.mark.parametrize("style", ["json", "lines", "markdown", "html", "csv"])
def test_every_format_shows_it(folder: Path, baseline: Path, style: str) -> None:
    plain = claimcheck(folder, "--format", style).out
    marked = claimcheck(folder, "--baseline", baseline, "--format", style).out
    assert plain != marked
    assert "reviewed" in marked


def test_it_is_known_under_other_file_names_and_ids(folder: Path, baseline: Path) -> None:
    (folder / "a.txt").rename(folder / "z.txt")
    (folder / "0.txt").write_text("Some 70 trucks left Zomba.", "utf-8")
    assert _reviewed(folder, baseline) == [True]


def test_a_further_outlet_with_a_known_figure_changes_nothing(folder: Path, baseline: Path) -> None:
    (folder / "c.txt").write_text("The flood in Malawi on Sunday killed 30 people, the police said.", "utf-8")
    assert _reviewed(folder, baseline) == [True]


def test_a_new_figure_asks_for_a_new_look(folder: Path, baseline: Path) -> None:
    (folder / "c.txt").write_text("The flood in Malawi on Sunday killed 90 people.", "utf-8")
    assert _reviewed(folder, baseline) == [False]
    assert claimcheck(folder, "--baseline", baseline).code == 1


def test_the_same_figures_of_another_event_are_not_reviewed(folder: Path, baseline: Path) -> None:
    (folder / "a.txt").write_text(ONE.replace("Malawi", "Peru"), "utf-8")
    (folder / "b.txt").write_text(OTHER.replace("Malawi", "Peru"), "utf-8")
    assert _reviewed(folder, baseline) == [False]


def test_writing_again_adds_nothing_and_keeps_notes(folder: Path, baseline: Path) -> None:
    entry = json.loads(baseline.read_text("utf-8")) | {"note": "asked the ministry"}
    baseline.write_text(json.dumps(entry) + "\n", "utf-8")
    assert "0 findings added" in claimcheck(folder, "--write-baseline", baseline).err
    assert "asked the ministry" in baseline.read_text("utf-8")


@pytest.mark.parametrize(("text", "told"), [("{}\n", "reviewed.jsonl:1"), ("no json\n", "reviewed.jsonl:1")])
def test_a_wrong_line_is_told(folder: Path, baseline: Path, text: str, told: str) -> None:
    baseline.write_text(text, "utf-8")
    done = claimcheck(folder, "--baseline", baseline)
    assert done.code == 2
    assert told in done.err


def test_a_missing_file_is_told(folder: Path) -> None:
    done = claimcheck(folder, "--baseline", folder / "none.jsonl")
    assert done.code == 2
    assert "--write-baseline" in done.err


def test_the_report_command_takes_it_too(folder: Path, baseline: Path) -> None:
    lines = claimcheck(folder, "--format", "jsonl").out.encode()
    done: Ran = claimcheck("report", "--baseline", baseline, "--coding", "acled", "--format", "json", stdin=lines)
    finding = next(q for q in json.loads(done.out)["clusters"] if q["verdict"] == "contradiction")
    assert finding["reviewed"]
    assert finding["coded"]["best"] == 23


def _reviewed(folder: Path, baseline: Path) -> list[bool]:
    done = claimcheck(folder, "--baseline", baseline, "--format", "json")
    return [q["reviewed"] for q in json.loads(done.out)["clusters"] if q["verdict"] == "contradiction"]
