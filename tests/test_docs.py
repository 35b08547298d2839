"""``docs/cli.md`` and the manual page are what ``--help`` says. ``python tests/test_docs.py`` writes them anew."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from unittest import mock

import man
import pytest
from shell import claimcheck

MANUAL = Path(__file__).parents[1] / "docs" / "claimcheck.1"
PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
HEAD = """# The command line

Written by `python tests/test_docs.py` from what the commands say of themselves.
"""


def commands() -> list[str]:
    from claimcheck.cli import COMMANDS

    return list(COMMANDS)


def page() -> str:
    with mock.patch.dict(os.environ, {"COLUMNS": "80"}):
        helps = {f"claimcheck {name}".strip(): claimcheck(*name.split(), "--help").out for name in ["", *commands()]}
    return HEAD + "".join(f"\n## {name}\n\n```text\n{text}```\n" for name, text in helps.items())


def test_the_page_of_the_command_line_is_current() -> None:
    assert PAGE.read_text() == page(), "write it anew with: python tests/test_docs.py"


def test_the_manual_page_is_current() -> None:
    assert MANUAL.read_text("utf-8") == man.page(), "write it anew with: python tests/test_docs.py"


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_the_manual_page_is_what_man_reads() -> None:
    ran = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", str(MANUAL)], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_every_command_has_an_example() -> None:
    for name in commands():
        assert f"Example: claimcheck {name}" in (text := claimcheck(name, "--help").out) or "| claimcheck" in text


if __name__ == "__main__":
    PAGE.write_text(page())
    MANUAL.write_text(man.page(), "utf-8")
