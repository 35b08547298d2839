"""An installation whose hot modules are compiled gives the same bytes as the plain Python that lies beside them.

``HATCH_BUILD_HOOK_ENABLE_MYPYC=1 pip install .`` makes one; elsewhere that is skipped.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

import claimcheck

ROOT = Path(__file__).parents[1]
PACKAGE = Path(claimcheck.__file__).parent
COMPILED = sorted(found for suffix in EXTENSION_SUFFIXES for found in PACKAGE.rglob(f"*{suffix}"))

needs_compiled = pytest.mark.skipif(
    not COMPILED, reason="this installation is plain Python; HATCH_BUILD_HOOK_ENABLE_MYPYC=1 pip install . compiles it")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same package without what was compiled of it."""
    folder = tmp_path_factory.mktemp("plain")
    shutil.copytree(PACKAGE, folder / "claimcheck", ignore=shutil.ignore_patterns(*(p.name for p in COMPILED)))
    return folder


def run(home: Path, *arguments: object) -> bytes:
    """What the command prints, and which file the reader of figures comes from, with the package in ``home``."""
    program = ("import sys, claimcheck.lang.numbers as n, claimcheck.__main__ as m;"
               "print(n.__file__, file=sys.stderr); m.main()")
    ran = subprocess.run([sys.executable, "-P", "-c", program, *map(str, arguments)], capture_output=True,
                         env=os.environ | {"PYTHONPATH": str(home)})
    assert ran.returncode in (0, 1), ran.stderr.decode()
    first, *rest = ran.stderr.decode().splitlines()
    assert first.startswith(str(home)) and first.endswith(".py") == (home != PACKAGE.parent)
    return ran.stdout + "\n".join(rest).encode()


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, and all sentences that the tests of claims are about."""
    folder = tmp_path_factory.mktemp("articles")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for corpus in sorted((ROOT / "tests/lang").glob("claims.*.toml")):
        told = [case["text"] for case in tomllib.loads(corpus.read_text("utf-8"))["claim"]]
        for at in range(0, len(told), 10):
            (folder / f"{corpus.name.split('.')[1]}{at:05}.txt").write_text("\n\n".join(told[at : at + 10]), "utf-8")
    return folder


def named() -> list[str]:
    """The modules that are compiled."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    files: list[str] = build["targets"]["wheel"]["hooks"]["mypyc"]["include"]
    return files


def test_what_is_compiled_keeps_nothing_in_a_cached_property() -> None:
    """mypyc makes a plain property of it: the same value, reckoned anew whenever it is asked."""
    assert named()
    assert not [file for file in named() if "cached_property" in (ROOT / file).read_text("utf-8")]


def test_nothing_is_looked_for_in_a_starred_tuple() -> None:
    """mypyc stops at ``x in (*these, those)``, wherever it stands."""
    assert not [file for file in named() for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8")))
                if isinstance(node, ast.Compare) for held in node.comparators
                if any(isinstance(each, ast.Starred) for each in getattr(held, "elts", ()))]


def test_its_constants_are_final() -> None:
    """mypyc looks what is not in a table of the module, each time that a function asks for it."""
    open_to_tests = {"WHOLE", "_MOST"}
    assert not [(file, name.id) for file in named() for node in ast.parse((ROOT / file).read_text("utf-8")).body
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) for name in node.targets
                if isinstance(name, ast.Name) and name.id.isupper() and name.id not in open_to_tests]


@needs_compiled
def test_it_gives_the_same_bytes(plain: Path, articles: Path) -> None:
    compiled = run(PACKAGE.parent, articles, "--format", "json")
    assert len(compiled) > 500_000
    assert compiled == run(plain, articles, "--format", "json")
