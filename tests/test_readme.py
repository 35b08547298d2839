"""The README says the truth: its Python runs, its commands are there, its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shell import claimcheck

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def test_the_set_up_is_two_lines() -> None:
    first, second = (block.strip() for block in blocks("sh")[:2])
    assert first == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/claimcheck seeds/"
    assert second == "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for block in blocks("python"):
        exec(block, {})
    assert "contradiction" in capsys.readouterr().out


def commands() -> list[str]:
    lines = [line.split("#")[0].strip() for block in blocks("sh")[2:] for line in block.splitlines()]
    return [line for line in lines if line.startswith("claimcheck ")]


@pytest.mark.parametrize("line", commands())
def test_its_commands_run(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    out = ""
    for command in line.replace("FOLDER", "seeds/").split("|"):
        ran = claimcheck(*command.split()[1:], stdin=out.encode())
        out = ran.out
        assert ran.code in (0, 1) and ran.err == ""
    assert out


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)", README))))
def test_its_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
