"""What is kept of the packs from run to run is what a run without it makes, and never what other packs made."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.lang import kept as kept_module
from claimcheck.lang.kept import kept
from claimcheck.lang.number_tables import compile_tables, tables, worked_out
from claimcheck.lang.pack import Concepts, LanguagePack, concepts, languages, load, toml, validated
from claimcheck.lang.pack_check import checked
from claimcheck.lang.phrases import lexicon, made

SEEDS = str(Path(__file__).parents[1] / "seeds")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    yield tmp_path / "cache"


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> dict[str, Any]:
        self.asked += 1
        return {"كلمة": [1, 2.5, None, True], "word": "\ud800"}


@pytest.mark.parametrize("code", languages())
def test_packs_lexicons_and_tables_are_those_that_are_made_anew(code: str, folder: Path) -> None:
    for each in (load, lexicon, tables):
        each.cache_clear()
    for _ in ("written", "read again"):
        fresh_pack = LanguagePack.restored(validated(code))
        assert load(code) == fresh_pack
        assert (lex := lexicon(code)).single == (fresh := made(fresh_pack)).single
        assert (lex.phrases, lex.vocabulary) == (fresh.phrases, fresh.vocabulary)
        assert [*lex.single] == [*fresh.single]
        assert tables(code) == compile_tables(fresh_pack, worked_out(fresh_pack))
        for each in (load, lexicon, tables):
            each.cache_clear()
    assert {path.name.rpartition("-")[0] for path in folder.iterdir()} >= {
        f"pack.{code}", f"lexicon.{code}", f"figures.{code}"
    }


def test_concepts_are_those_that_are_made_anew(folder: Path) -> None:
    for _ in ("written", "read again"):
        concepts.cache_clear()
        assert concepts() == Concepts.restored(checked(Concepts, toml("concepts")))


def test_what_was_checked_is_not_checked_again(folder: Path) -> None:
    code = "import sys; from claimcheck.lang.pack import load; load('ar'); print('pydantic' in sys.modules)"
    said = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout for _ in range(2)]
    assert said == ["True\n", "False\n"]


def test_it_is_made_once(folder: Path) -> None:
    make = Maker()
    assert kept("x", make) == kept("x", make) == make()
    assert make.asked == 2
    assert len(list(folder.iterdir())) == 1


def test_what_other_packs_made_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    kept("x", make)
    monkeypatch.setattr(kept_module, "_made_from", lambda: b"other packs")
    kept("x", make)
    kept("x", make)
    assert make.asked == 2


def test_packs_and_the_modules_that_read_them_are_its_sources() -> None:
    names = [name for name, _ in kept_module.sources(*kept_module.READ_BY)]
    assert {"ar.toml", "en.words.toml", "concepts.toml", "fold.py", "phrases.py", "kept.py"} <= set(names)


@pytest.mark.parametrize("damage", [
    lambda data: b"",
    lambda data: data[:-20],
    lambda data: data.replace(b"word", b"ward"),
    lambda data: data.partition(b"\n")[0] + b"\nno digest\n{}",
    lambda data: data.partition(b"\n")[2],
])
def test_a_damaged_file_is_made_anew(folder: Path, damage: Any) -> None:
    make = Maker()
    expected = kept("x", make)
    [file] = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert kept("x", make) == expected
    assert make.asked == 2
    assert file.read_bytes() == whole


def test_it_is_done_without_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    for named in ("", str(tmp_path / "file" / "below")):
        monkeypatch.setenv("CLAIMCHECK_CACHE", named)
        make = Maker()
        assert kept("x", make) == kept("x", make)
        assert make.asked == 2
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_runs_at_the_same_time_give_the_same_and_leave_nothing_half_written(folder: Path) -> None:
    run = [sys.executable, "-m", "claimcheck", SEEDS, "--format", "json"]
    running = [subprocess.Popen(run, stdout=subprocess.PIPE) for _ in range(4)]
    results = {process.communicate()[0] for process in running}
    assert len(results) == 1
    assert json.loads(results.pop())["clusters"]
    assert {path.suffix for path in folder.iterdir()} == {".data"}
    assert subprocess.run(run, capture_output=True, check=False).stdout == subprocess.run(
        run, capture_output=True, check=False, env={"CLAIMCHECK_CACHE": ""}
    ).stdout


def test_its_folder_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CLAIMCHECK_CACHE", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept_module._folder() == tmp_path / "claimcheck"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert kept_module._folder() == tmp_path / ".cache" / "claimcheck"


def test_a_text_needs_no_other_languages_pack(folder: Path) -> None:
    script = (
        "import claimcheck.lang.kept as kept\n"
        "from claimcheck.pipeline import check\n"
        "read, names = kept._read, []\n"
        "kept._read = lambda file: (names.append(file.name), read(file))[1]\n"
        f"check([{SEEDS!r}])\n"
        "print({name.rpartition('-')[0] for name in names if '.fr-' in name})\n"
    )
    said = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout for _ in range(2)]
    assert said[1] == "set()\n"
