"""``docs/cli.md`` is what ``--help`` says. ``python tests/test_docs.py`` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path
from unittest import mock

from shell import claimcheck

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


def test_every_command_has_an_example() -> None:
    for name in commands():
        assert f"Example: claimcheck {name}" in (text := claimcheck(name, "--help").out) or "| claimcheck" in text


if __name__ == "__main__":
    PAGE.write_text(page())
