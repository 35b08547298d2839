"""The report's options and commands as a user types them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from shell import claimcheck

from claimcheck.reports import REPORTS

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("result") / "result.json"
    claimcheck(SEEDS, "--format", "json", "--output", file)
    return file


@pytest.mark.parametrize("format", REPORTS)
def test_every_format_is_written_to_a_file(format: str, tmp_path: Path) -> None:
    ran = claimcheck(SEEDS, "--format", format, "--width", 200, "--output", tmp_path / "report")
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert (tmp_path / "report").stat().st_size > 0


@pytest.mark.parametrize(
    "name, begins", [("r.json", b"{"), ("r.html", b"<!doctype html>"), ("r.db", b"SQLite"), ("r.txt", b"id "),
                     ("r", b"contradiction\t")]
)  # fmt: skip
def test_a_file_is_written_in_the_format_of_its_suffix(name: str, begins: bytes, tmp_path: Path) -> None:
    claimcheck(SEEDS, "--output", tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_annotations_for_github_stand_at_their_lines() -> None:
    lines = claimcheck(SEEDS, "--format", "github").out.splitlines()
    assert lines and all(",line=" in line for line in lines)


def test_what_the_formats_say_agrees(tmp_path: Path, result: Path) -> None:
    found = json.loads(result.read_text("utf-8"))
    rows = list(csv.DictReader(io.StringIO(claimcheck(SEEDS, "--format", "csv", "--all").out)))
    assert sorted(r["question"] for r in rows) == sorted(f["id"] for f in found["clusters"] for _ in f["claims"])
    claimcheck(SEEDS, "--format", "sqlite", "--output", tmp_path / "r.db")
    base = sqlite3.connect(tmp_path / "r.db")
    verdicts = dict(base.execute("SELECT id, verdict FROM questions"))
    assert verdicts == {f["id"]: f["verdict"] for f in found["clusters"]}
    index = claimcheck(SEEDS, "--format", "table").out.split("\n\n")[0].splitlines()[1:]
    assert {line.split()[0] for line in index} == {i for i, v in verdicts.items() if v != "single"}


def test_a_matrix_that_does_not_fit_says_what_would() -> None:
    ran = claimcheck(SEEDS, "--matrix", "--width", 40)
    assert ran.code == 2 and ran.out == "" and "--width" in ran.complaints[0]
    assert claimcheck(SEEDS, "--matrix", "--width", 200).out.startswith("id ")


def test_diff_exits_as_diff_does(tmp_path: Path, result: Path) -> None:
    assert claimcheck("diff", result, result).code == 0
    found = json.loads(result.read_text("utf-8"))
    gone = next(f for f in found["clusters"] if f["verdict"] != "single")
    found["clusters"].remove(gone)
    (tmp_path / "later.json").write_text(json.dumps(found))
    ran = claimcheck("diff", result, tmp_path / "later.json")
    assert ran.code == 1 and ran.out.startswith(f"-  {gone['id']}") and ran.out.endswith("\n1 gone\n")


@pytest.mark.parametrize("words", ["{}", "[]", "no JSON", '{"articles": [1]}'])
def test_diff_of_what_is_no_result_names_the_file(words: str, tmp_path: Path, result: Path) -> None:
    (tmp_path / "bad.json").write_text(words)
    ran = claimcheck("diff", result, tmp_path / "bad.json")
    assert ran.code == 2 and len(ran.complaints) == 1 and "bad.json: is no result" in ran.err


def test_watching_nothing_is_refused() -> None:
    ran = claimcheck("check", "--watch", stdin=b"")
    assert ran.code == 2 and "--watch: name the folder" in ran.err


def test_an_arabic_interface_names_questions_in_arabic() -> None:
    page = claimcheck(SEEDS, "--format", "html", "--ui", "ar").out
    assert '<html lang="ar" dir="rtl">' in page
    assert "<bdi>جنود · بقاء · سوريا" in page
    assert "لا يمكن أن يصحا معا" in page and "cannot both" not in page
