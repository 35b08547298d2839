"""The README says the truth: its Python runs, its commands are there, its links lead somewhere.

``python tests/test_readme.py`` writes the run that it opens with anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shell import claimcheck

COMMAND = "$ claimcheck seeds/\n"
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
def test_its_commands_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    out = ""
    for command in line.replace("FOLDER", "seeds/").split("|"):
        ran = claimcheck(*command.split()[1:], stdin=out.encode())
        out = ran.out
        assert ran.code in (0, 1) and ran.err == ""
    assert out or (tmp_path / "report.html").stat().st_size


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)", README))))
def test_its_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def opening() -> str:
    """The index of the sample articles' report and its first block."""
    shown = claimcheck(ROOT / "seeds", "--format", "table", "--width", "80", "--color", "never").out
    return COMMAND + "\n\n".join(shown.split("\n\n")[:2]) + "\n"


def test_it_opens_with_a_real_run() -> None:
    shown = next(block for block in blocks("text") if block.startswith(COMMAND))
    assert shown == opening(), "write it anew: python tests/test_readme.py"
    assert "200" in shown and "400" in shown


if __name__ == "__main__":
    anew = re.sub(r"(?<=```text\n)\$ .*?(?=```)", lambda _: opening(), README, count=1, flags=re.S)
    (ROOT / "README.md").write_text(anew)
