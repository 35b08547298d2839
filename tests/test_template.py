"""The template of a new language explains every key, and what is made of it is a pack."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from corpora import FILES, file

from claimcheck.errors import Stopped
from claimcheck.lang import pack
from claimcheck.lang.pack import LanguagePack, languages, validated
from claimcheck.lang.pack_check import checked
from claimcheck.lang.scaffold import new
from claimcheck.lang.section import Section

TEMPLATE = (files("claimcheck") / "packs" / "_template.toml").read_text("utf-8")


def keys(table: type[Section], where: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name in table.fields():
        yield (*where, name)
        if isinstance(below := getattr(table, name, None), Section):
            yield from keys(type(below), (*where, name))


def has(data: dict[str, Any], path: tuple[str, ...]) -> bool:
    for name in path:
        if name not in data:
            return False
        data = data[name]
    return True


def test_the_template_has_every_key_of_the_schema() -> None:
    data = tomllib.loads(TEMPLATE)
    missing = [".".join(path) for path in keys(LanguagePack) if not has(data, path)]
    assert not missing, "explain these keys in claimcheck/packs/_template.toml"


def test_every_key_and_table_of_the_template_is_explained() -> None:
    lines = TEMPLATE.splitlines()
    silent = []
    for at, line in enumerate(lines):
        opens = line.startswith("[") and "inflection" not in line
        if opens and not lines[at - 1].startswith("#"):
            silent.append(line)
    assert set(silent) <= {"[numbers.measures]", "[numbers.durations]", "[numbers.behind]"}  # told with the one before


def test_a_copy_of_the_template_is_a_pack(tmp_path: Path) -> None:
    made = new("xx", tmp_path)
    assert checked(LanguagePack, tomllib.loads(made.read_text("utf-8")))["code"] == "xx"


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", FILES)
def test_a_language_has_its_corpora(code: str, name: str) -> None:
    assert file(name, code).exists(), "docs/languages.md says what stands in it"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('[grammar]\npartitivs = ["of"]', "grammar.partitivs: there is no such key; did you mean 'partitives'?"),
        ("[grammar]\nhead_first = 7", "grammar.head_first: Input should be a valid boolean"),
        ('[cue]\npart = ["of"]', "cue: there is no such key; did you mean 'cues'?"),
        ('[things]\npersn = ["x"]', "things.persn: there is no such concept in concepts.toml; did you mean 'person'?"),
        ('[events.nouns]\nkiled = ["x"]', "events.nouns.kiled: there is no such concept in concepts.toml; did you"),
        ("[things", "Expected ']' at the end of a table declaration"),
    ],
)
def test_a_wrong_pack_ends_the_run_with_its_place(
    line: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xx.toml").write_text(f'code = "xx"\nname = "X"\nletters = "a-z"\n{line}\n', "utf-8")
    pack.concepts()  # of the real ones
    monkeypatch.setattr(pack, "PACKS", tmp_path)
    with pytest.raises(Stopped) as raised:
        validated("xx")
    assert str(raised.value).startswith(f"packs/xx.toml: {complaint}")
