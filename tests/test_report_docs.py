"""The pages on the report are true: formats, options, the sample, and every recipe."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.reports import REPORTS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "report.md").read_text("utf-8")
RECIPES = re.findall(r"```sh\n(.*?)```", (ROOT / "examples" / "README.md").read_text("utf-8"), re.S)


def test_every_format_is_explained() -> None:
    table = PAGE.partition("## Formats")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (.*?) \|", table, re.M)))) - {"format"} == set(REPORTS)


def test_every_option_exists() -> None:
    help = subprocess.run([sys.executable, "-m", "claimcheck", "check", "--help"], capture_output=True, text=True)
    assert set(re.findall(r"--[a-z][a-z-]+", PAGE)) <= set(re.findall(r"--[a-z-]+", help.stdout))


def test_the_sample_is_what_is_printed() -> None:
    assert (ROOT / "tests/goldens/report/table-80.txt").read_text("utf-8") in PAGE


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_recipe_works(recipe: str, tmp_path: Path) -> None:
    tools = [tool for tool in ("jq", "sqlite3") if re.search(rf"(^|\| ){tool} ", recipe, re.M)]
    if missing := [tool for tool in tools if not shutil.which(tool)]:
        pytest.skip(f"no {missing[0]} here")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["sh", "-e", "-c", recipe], cwd=tmp_path, env={**os.environ, "PATH": path},
                          capture_output=True, text=True)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout or list(tmp_path.iterdir())[1:]
