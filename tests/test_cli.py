"""The command line: commands, exit codes, messages, start-up."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tomllib
from functools import partial
from pathlib import Path

import pytest
from shell import claimcheck

from claimcheck import __version__, jsonl
from claimcheck.model import Article

SEEDS = Path(__file__).parents[1] / "seeds"


def python(code: str, *arguments: str) -> str:
    """What a fresh interpreter prints for ``code``."""
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True).stdout


def loaded(*arguments: str) -> set[str]:
    """The modules that a run has loaded at its end."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('\\nMODULES', *sys.modules))\n"
        "from claimcheck.__main__ import main\n"
        "main()"
    )  # a run that finds a contradiction exits with 1
    code = f"try:\n    exec({code!r})\nexcept SystemExit as end:\n    assert end.code in (None, 0, 1)"
    return set(python(code, *arguments).rpartition("MODULES ")[2].split())


def test_version_loads_nothing_else() -> None:
    bare = set(python("import sys, atexit; print(*sys.modules)").split())
    assert loaded("--version") - bare <= {"__future__", "claimcheck", "claimcheck.__main__"}


def test_help_loads_neither_records_nor_stages_nor_rich() -> None:
    heavy = {"pydantic", "rich", "rapidfuzz", "claimcheck.model", "claimcheck.readers", "claimcheck.pipeline"}
    assert not loaded("--help") & heavy


def test_a_folder_alone_loads_no_parser_and_nothing_that_its_texts_and_its_format_do_without() -> None:
    loaded(str(SEEDS))  # what is worked out of the packs is kept now
    modules = loaded(str(SEEDS))
    assert not modules & {
        "pydantic", "pydantic_core", "typer", "rich", "tomllib", "rapidfuzz", "charset_normalizer", "trafilatura",
        "multiprocessing", "subprocess", "sqlite3", "importlib.resources", "tempfile", "zipfile", "csv",
        "html", "fractions", "claimcheck.checked", "claimcheck.lang.pack_check", "claimcheck.parser",
        "claimcheck.store", "claimcheck.coding", "claimcheck.reports.table",
    }
    assert len(modules) < 262, "what does a run of five texts need another module for?"


def test_a_folder_alone_is_checked_as_the_parser_has_it() -> None:
    assert claimcheck(SEEDS) == claimcheck("check", SEEDS) == claimcheck("--fail-on", "contradiction", SEEDS)
    assert claimcheck("nowhere").err == claimcheck("check", "nowhere").err


def test_a_command_misspelt_is_no_folder() -> None:
    ran = claimcheck("chek", SEEDS)
    assert (ran.code, ran.out) == (2, "")
    assert ran.complaints == ["claimcheck: there is no file or command 'chek'; did you mean 'claimcheck check'?"]


@pytest.mark.parametrize(("line", "offered"), [
    ("claimcheck ex", ["extract", "explain"]),
    ("claimcheck check --fo", ["--format"]),
    ("claimcheck seeds/ --fo", ["--format"]),
    ("claimcheck seeds/ --quotes ", ["none", "short", "full"]),
    ("claimcheck seeds/ --ui ", ["ar", "en", "fr"]),
    ("claimcheck seeds/ --format m", ["markdown", "matrix"]),
    ("claimcheck seeds/ --fail-on c", ["contradiction", "compatible"]),
])
def test_a_shell_is_offered_commands_options_and_choices(
    line: str, offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_CLAIMCHECK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
    assert claimcheck().out.split() == offered


def test_import_is_light() -> None:
    assert "pydantic" not in python("import sys, claimcheck; print(*sys.modules)").split()


def test_every_public_name_is_there() -> None:
    import claimcheck as package

    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError):
        package.nothing  # noqa: B018


def test_version_and_help() -> None:
    assert claimcheck("--version").out == f"claimcheck {__version__}\n"
    assert claimcheck().out == claimcheck("--help").out
    assert "claimcheck FOLDER" in claimcheck("--help").out
    assert claimcheck("-h").out == claimcheck("--help").out
    assert "--version" in claimcheck("--help").out
    assert "..." not in claimcheck("--help").out.partition("Commands:")[2], "a summary is too long for its line"


def test_help_names_every_format() -> None:
    from claimcheck.options import FORMATS
    from claimcheck.reports import REPORTS

    assert FORMATS.split(", ") == list(REPORTS)


def test_read_prints_each_article_as_a_line() -> None:
    ran = claimcheck("read", SEEDS)
    articles = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert [a["file"] for a in articles] == sorted(path.name for path in SEEDS.iterdir())
    assert {(a["type"], a["lang"]) for a in articles} == {("article", "ar")}
    assert articles[0]["text"] == (SEEDS / articles[0]["file"]).read_bytes().decode()


def test_read_takes_a_text_on_standard_input() -> None:
    ran = claimcheck("read", "-", "--source", "AFP", stdin="قتل 12 شخصا".encode())
    article = json.loads(ran.out)
    assert (article["file"], article["text"], article["source"]) == ("-", "قتل 12 شخصا", "AFP")


def test_read_passes_on_the_articles_of_another_read() -> None:
    lines = claimcheck("read", SEEDS).out
    assert claimcheck("read", stdin=lines.encode()).out == lines


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["read", "missing"], "missing: is not there; check the path"),
        (["read", "--xyzzy"], "there is no option --xyzzy; see claimcheck read --help"),
        (["seeds", "--fromat", "json"], "there is no option --fromat; did you mean --format?"),
        (["seeds", "--format"], "--format: requires an argument"),
        (["seeds", "--lang", "xx"], "--lang: no pack reads 'xx'; choose from ar, en, fr"),
        (["help"], "there is no file or command 'help'; did you mean 'claimcheck --help'?"),
        (["read", "https://example.com/a"], "https://example.com/a: is an address; save the page and name the file"),
        (["read", "--max-size", "many", "x"], "--max-size: input should be a valid integer"),
        (["seeds", "--width", "10"], "--width: must be 40 or more"),
        (["seeds", "--quotes", "some"], "--quotes: 'some' is not one of 'none', 'short', 'full'"),
        (["seeds", "--ui", "xx"], "--ui: there are no words for 'xx'; choose from ar, en"),
        (["read", ""], "'': names no file; check the variable that it comes from"),
        (["explain", "q999", "seeds"], "explain: there is no question or claim 'q999'; questions are q5, q13, q22"),
        (["explain"], "Missing argument 'ID'; as in: claimcheck explain q22 seeds/"),
        (["seeds", "-o", "no/such"], "no/such: cannot be written (there is no such folder); make its folder first"),
        (["missing", "--format", "nonsense"], "there is no format 'nonsense'; choose from table, lines, json"),
        (["cluster", "missing.jsonl"], "missing.jsonl: cannot be read (No such file or directory)"),
        (["report", "--format", "nonsense"], "there is no format 'nonsense'"),
        (["report", "--fail-on", "nonsense"], "--fail-on: there is no verdict 'nonsense'; choose from contradiction"),
        (["read", "seeds", "--output", "no/such/folder"], "no/such/folder: cannot be written (No such file"),
        (["read", "seeds", "--zone", "Nowhere"], "--zone: 'Nowhere' is no zone; write it as +03:00 or Asia/Beirut"),
        (["read", "seeds", "--published", "soon"], "--published: 'soon' is no date that claimcheck can read"),
        (["read", "seeds", "--published", "2999-01-01"], "--published: '2999-01-01' lies in the future"),
    ],
)
def test_a_wrong_call_gets_one_line_and_2(
    arguments: list[str], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SEEDS.parent)
    ran = claimcheck(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert [line.startswith(f"claimcheck: {complaint}") for line in ran.complaints] == [True], ran.err


@pytest.mark.parametrize("stage", ["read", "extract", "cluster", "compare", "report"])
def test_a_line_that_is_no_record_is_named(stage: str) -> None:
    ran = claimcheck(stage, stdin=b'{"type": "article"}\n')
    assert ran.code == 2
    assert ran.complaints == [
        "claimcheck: standard input:1: id: Field required; pass the output of a claimcheck stage"
    ]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("The text")
    ran = claimcheck("read", tmp_path)
    assert (ran.code, ran.complaints) == (2, ["claimcheck: a.txt: is empty; leave it out"])
    assert json.loads(ran.out)["file"] == "b.txt"
    assert claimcheck("read", tmp_path, "--strict").out == ""


def test_many_files_of_one_fault_are_counted(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.jpg").write_bytes(b"x")
    ran = claimcheck("read", tmp_path)
    assert ran.code == 2 and len(ran.complaints) == 9
    assert ran.complaints[-1].startswith("claimcheck: 12 more: each has a suffix that no reader knows")


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    ran = claimcheck("read", SEEDS, "--output", tmp_path / "out.jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "out.jsonl").read_bytes().decode() == claimcheck("read", SEEDS).out


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    """More than a pipe holds, so that the command still writes when nobody reads any more."""
    many = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": str(n), "text": f"The blast of {n} killed {n} people. " * 40}) for n in range(400))
    many.write_text("\n".join(lines), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "read", str(many)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_ctrl_c_ends_quietly() -> None:
    pipe = subprocess.PIPE
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # in the background of a shell it is not
    with subprocess.Popen([sys.executable, "-m", "claimcheck", "read"], stdin=pipe, stdout=pipe, stderr=pipe,
                          preexec_fn=heard) as run:
        assert run.stdin and run.stdout and run.stderr
        run.stdin.write((jsonl.dump(Article(id="a", file="a", text="x" * 100)).encode() + b"\n") * 100)
        run.stdin.flush()
        run.stdout.readline()  # it runs, and waits for more
        run.send_signal(signal.SIGINT)
        assert run.stderr.read() == b""
    assert run.returncode == 130


def test_schema_is_json_with_every_record() -> None:
    assert list(json.loads(claimcheck("schema").out)) == [*jsonl.TYPES, "report"]


def test_packs_are_listed() -> None:
    assert claimcheck("packs").out.splitlines() == ["ar\tArabic", "en\tEnglish", "fr\tFrench"]


@pytest.mark.parametrize(
    ("code", "complaint"),
    [([], "name the language by its code"), (["french"], "is no language code"), (["ar"], "there is a pack 'ar'")],
)
def test_a_new_pack_needs_a_new_code(code: list[str], complaint: str) -> None:
    ran = claimcheck("packs", "new", *code)
    assert (ran.code, len(ran.complaints)) == (2, 1)
    assert complaint in ran.err


def test_a_summary_says_what_was_read(tmp_path: Path) -> None:
    for name, text in {"a.txt": "One text", "b.html": "", "c.txt": "", "d.txt": "One text", "e.txt": "\0"}.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "metadata.csv").write_text("file,source,published\na.txt,AFP,2019-03-02T14:05Z\n")
    ran = claimcheck("read", tmp_path, "--summary")
    assert ran.code == 2
    assert ran.out.splitlines() == [
        "1 articles, 1 duplicates, 3 skipped",
        "formats    txt 1",
        "languages  en 1",
        "sources    AFP 1",
        "dates      2019-03-02..2019-03-02, from metadata.csv 1, with an hour 1",
        "skipped    is a binary file 1, is empty 1, is no HTML 1",
    ]


def test_paths_come_from_a_file_with_nul_between_them(tmp_path: Path) -> None:
    names = b"\0".join(bytes(path) for path in sorted(SEEDS.iterdir())) + b"\0"
    (tmp_path / "names").write_bytes(names)
    whole = claimcheck("read", SEEDS)
    assert claimcheck("read", "--files0-from", "-", stdin=names) == whole
    assert claimcheck("read", "--files0-from", tmp_path / "names") == whole
    assert claimcheck("read", "--files-from", "-", stdin=names.replace(b"\0", b"\n")) == whole


def test_names_in_exports_can_be_mapped(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("words,when\nSome text,2019-03-02\n")
    ran = claimcheck("read", tmp_path, "--map", "text=words,published=when")
    assert (json.loads(ran.out)["text"], json.loads(ran.out)["published"]) == ("Some text", "2019-03-02")
    assert "has no column with the text among words, when" in claimcheck("read", tmp_path).err
    assert "--map: write text, source" in claimcheck("read", tmp_path, "--map", "words=x").err


def test_a_fault_of_the_program_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("claimcheck.readers.read", fail)
    ran = claimcheck("read", SEEDS)
    assert (ran.code, len(ran.complaints)) == (2, 1)
    assert "KeyError: 'x'; this is a fault of claimcheck" in ran.err
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    with pytest.raises(KeyError):
        claimcheck("read", SEEDS)


def test_a_new_pack_is_the_template_under_its_code(tmp_path: Path) -> None:
    from claimcheck.errors import ClaimcheckError
    from claimcheck.lang.scaffold import new

    written = new("xx", tmp_path)
    assert written == tmp_path / "xx.toml"
    assert tomllib.loads(written.read_text("utf-8"))["code"] == "xx"
    with pytest.raises(ClaimcheckError, match="cannot be written"):
        new("xx", tmp_path / "missing")
