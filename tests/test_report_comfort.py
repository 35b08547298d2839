"""Pager, progress and watching: at a terminal only, and never in the way."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck import pager
from claimcheck.progress import Progress
from claimcheck.watch import snapshot, watch


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_counts_on_a_terminal_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with Progress(stream, patience=0) as progress:
        assert list(progress.count(range(3), "articles")) == [0, 1, 2]
    assert "1 articles" in stream.getvalue() and "3 articles: comparing" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[1A\x1b[2K"), "the line is taken away last"


def test_progress_gives_the_cursor_back_where_a_run_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with pytest.raises(ValueError), Progress(stream, patience=0) as progress:
        for _ in progress.count(range(3), "articles"):
            raise ValueError
    hidden, shown = "\x1b[?25l", "\x1b[?25h"
    assert stream.getvalue().rfind(shown) > stream.getvalue().rfind(hidden) >= 0


@pytest.mark.parametrize(
    ("stream", "patience", "term"), [(io.StringIO(), 0, "xterm"), (Terminal(), 60, "xterm"), (Terminal(), 0, "dumb")]
)
def test_progress_is_silent_in_a_pipe_on_short_runs_and_where_no_line_can_be_taken_away(
    stream: io.StringIO, patience: float, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    with Progress(stream, patience) as progress:
        list(progress.count(range(3), "articles"))
    assert stream.getvalue() == ""


@pytest.mark.parametrize("format", ["html", "sqlite"])
def test_a_terminal_is_not_flooded_with_what_nobody_reads_there(format: str) -> None:
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "claimcheck", "seeds", "--format", format]
    ran = subprocess.run(command, stdout=inner, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    os.close(inner)
    os.close(outer)
    assert (ran.returncode, ran.stderr) == (
        2, f"claimcheck: --format {format}: name a file for it, as in: -o report.{format}\n"
    )


def test_a_snapshot_changes_with_the_files(tmp_path: Path) -> None:
    empty = snapshot([str(tmp_path)])
    (tmp_path / "a.txt").write_text("38 killed")
    first = snapshot([str(tmp_path)])
    os.utime(tmp_path / "a.txt", (1, 1))
    assert len({empty, first, snapshot([str(tmp_path)])}) == 3
    assert snapshot([str(tmp_path / "gone.txt")]) == ()


def test_watching_runs_again_only_after_a_change(tmp_path: Path) -> None:
    runs: list[int] = []

    class Enough(Exception):
        pass

    def run() -> None:
        runs.append(len(list(tmp_path.iterdir())))
        if len(runs) == 2:
            raise Enough
        (tmp_path / "new.txt").write_text("38 killed")

    with pytest.raises(Enough):
        watch([str(tmp_path)], run, pause=0.01)
    assert runs == [0, 1]


def test_the_pager_is_the_user_s(monkeypatch: pytest.MonkeyPatch) -> None:
    python = f"{sys.executable} -c pass"
    for value, command in (("cat", []), ("", []), ("no-such-pager", []), (python, [sys.executable])):
        monkeypatch.setenv("PAGER", value)
        assert pager.program()[:1] == command


def _at_a_terminal(arguments: list[str], folder: Path) -> bytes:
    """What a run shows on a terminal of 24 lines whose pager marks what went through it."""
    marker = folder / "pager.py"
    marker.write_text("import sys; print('PAGED', len(sys.stdin.read().splitlines()))")
    main, side = pty.openpty()
    env = {**os.environ, "PAGER": f"{sys.executable} {marker}", "TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
    command = [sys.executable, "-m", "claimcheck", *arguments]
    process = subprocess.Popen(command, stdin=side, stdout=side, stderr=side, env=env)
    os.close(side)
    seen = b""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    process.wait()
    os.close(main)
    return seen


def test_a_long_report_is_paged_a_short_one_and_an_unwilling_user_s_is_not(tmp_path: Path) -> None:
    seeds = str(Path(__file__).parents[1] / "seeds")
    assert b"PAGED" in _at_a_terminal([seeds], tmp_path)
    assert b"PAGED" not in _at_a_terminal([seeds, "--no-pager"], tmp_path)
    article = tmp_path / "a.txt"
    article.write_text("The storm killed 38 people.\n")
    assert b"PAGED" not in _at_a_terminal([str(article)], tmp_path)
