"""The sample's report in every format, as it should read. ``python tests/test_report_goldens.py`` writes them anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from report_sample import crowd, report

from claimcheck.model import Report
from claimcheck.reports import REPORTS, Options

FOLDER = Path(__file__).parent / "goldens" / "report"

CASES: dict[str, tuple[str, Report, Options]] = {
    "table-80.txt": ("table", report(), Options()),
    "table-60-ascii.txt": ("table", report(), Options(width=60, ascii=True, quotes="full")),
    "table-120-all-gloss.txt": ("table", report(), Options(width=120, all=True, gloss=True, quotes="none")),
    "table-visual.txt": ("table", report(), Options(arabic="visual")),
    "table-colour.txt": ("table", report(), Options(colour=True)),
    "table-crowd.txt": ("table", crowd(), Options()),
    "lines.txt": ("lines", report(), Options()),
    "matrix.txt": ("matrix", report(), Options()),
    "report.json": ("json", report(), Options()),
    "report.jsonl": ("jsonl", report(), Options()),
    "report.csv": ("csv", report(), Options(all=True)),
    "report.tsv": ("tsv", report(), Options(all=True)),
    "report.md": ("markdown", report(), Options()),
    "report.sql": ("sqlite", report(), Options()),
    "github.txt": ("github", report(), Options()),
    "webanno.json": ("webanno", report(), Options()),
}


def made(name: str) -> str:
    """The report of a case as text; of a database, the statements that make it."""
    format, result, options = CASES[name]
    shown = REPORTS[format](result, options)
    if isinstance(shown, str):
        return shown
    base = sqlite3.connect(":memory:")
    base.deserialize(shown)
    return "\n".join(base.iterdump()) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_the_report_reads_as_it_should(name: str) -> None:
    expected = (FOLDER / name).read_text("utf-8")
    assert made(name) == expected, "if it should, write it anew with: python tests/test_report_goldens.py"


def test_no_golden_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(CASES)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in CASES:
        (FOLDER / name).write_text(made(name), "utf-8")
