"""The command line: one command a stage, and ``check``, which is all of them and the default. Wiring only."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

import typer

if TYPE_CHECKING:
    from claimcheck.model import Record, Report
    from claimcheck.readers import Settings
    from claimcheck.readers.summary import Summary
    from claimcheck.terminal import Listener

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Find where news articles disagree on a figure, in Arabic and English, offline. "
    "'claimcheck FOLDER' is short for 'claimcheck check FOLDER'.",
)

Paths = Annotated[list[str] | None, typer.Argument(help="Articles, folders of them, or - for standard input.")]
Lines = Annotated[str, typer.Argument(help="Output of the stage before; - is standard input.")]
Output = Annotated[str | None, typer.Option("--output", "-o", help="Write to this file.")]
Code = Annotated[str | None, typer.Argument(help="Code of the new language, as in ISO 639: fr.")]
FailOn = Annotated[str, typer.Option(help="Verdicts, with commas, that exit with 1; none never does.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="When to colour.")]


@dataclass(frozen=True)
class Reading:
    """Options of the commands that read articles."""

    lang: Annotated[str | None, typer.Option(help="Language of all articles, as a code: ar, en.")] = None
    source: Annotated[str | None, typer.Option(help="Outlet of all articles.")] = None
    published: Annotated[str | None, typer.Option(help="Day of all articles, as YYYY-MM-DD.")] = None
    exclude: Annotated[list[str] | None, typer.Option(help="Leave out files of this name, as in '*.jpg'.")] = None
    map: Annotated[str | None, typer.Option(help="Names in exports, as in text=body,published=date.")] = None
    files0_from: Annotated[str | None, typer.Option(help="Paths from this file, NUL between them; - is stdin.")] = None
    max_size: Annotated[int, typer.Option(min=1, help="Largest article to read, in bytes.")] = 50_000_000
    max_seconds: Annotated[float, typer.Option(min=0.1, help="Longest time to read an article.")] = 30
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first file that cannot be read.")] = False

    def settings(self) -> Settings:
        """These options as the readers take them. Raises ClaimcheckError for a day that is none."""
        from claimcheck.errors import ClaimcheckError
        from claimcheck.readers import Limits, Settings, doubt

        named = {"lang": self.lang, "source": self.source, "published": self.published}
        wrong = self.published and doubt(self.published, date.today())
        if wrong:
            raise ClaimcheckError(f"--published: {self.published!r} {wrong}")
        return Settings(
            overrides={name: value for name, value in named.items() if value},
            columns=_columns(self.map or ""),
            exclude=tuple(self.exclude or ()),
            limits=Limits(size=self.max_size, seconds=self.max_seconds),
        )

    def files(self, paths: list[str] | None) -> list[str]:
        """The paths that were given, and behind them those of ``--files0-from``."""
        import os

        if self.files0_from is None:
            return paths or []
        data = sys.stdin.buffer.read() if self.files0_from == "-" else _bytes(self.files0_from)
        return [*(paths or []), *(os.fsdecode(name) for name in data.split(b"\0") if name)]

    def listener(self) -> Listener:
        """Where what is wrong with a file is told."""
        from claimcheck.terminal import Listener

        return Listener(self.strict)


@dataclass(frozen=True)
class Showing:
    """Options of the commands that show a result."""

    format: Annotated[str | None, typer.Option(help="table, lines, json, ...; table on a terminal, else lines.")] = None
    all: Annotated[bool, typer.Option("--all", help="Show questions that one article alone answers, too.")] = False
    quotes: Annotated[Literal["none", "short", "full"], typer.Option(help="How much to quote.")] = "short"
    width: Annotated[int | None, typer.Option(min=40, help="Columns; by default those of the terminal.")] = None
    color: Color = "auto"
    ascii: Annotated[bool, typer.Option("--ascii", help="No box drawing and no glyphs.")] = False
    arabic: Annotated[Literal["logical", "visual"], typer.Option(help="visual: for terminals without it.")] = "logical"
    gloss: Annotated[bool, typer.Option("--gloss", help="Say each question in English words, too.")] = False
    ui: Annotated[Literal["en", "ar"], typer.Option(help="Language of the report.")] = "en"
    bom: Annotated[bool, typer.Option("--bom", help="A byte order mark, for spreadsheets.")] = False
    matrix: Annotated[bool, typer.Option("--matrix", help="Questions by articles: short for --format matrix.")] = False
    pager: Annotated[bool, typer.Option(help="On a terminal, page what is longer than the screen.")] = True

    def renderer(self, paths: list[str] | None = None) -> Callable[[Report], str | bytes]:
        """What renders a result in the chosen format. Raises ClaimcheckError for a format that there is not."""
        from pathlib import Path

        from claimcheck.errors import ClaimcheckError
        from claimcheck.lang.labels import labels
        from claimcheck.reports import REPORTS, Options
        from claimcheck.terminal import colour, width

        name = "matrix" if self.matrix else self.format or ("table" if sys.stdout.isatty() else "lines")
        if name not in REPORTS:
            raise ClaimcheckError(f"there is no format {name!r}; choose from {', '.join(REPORTS)}")
        named = labels(self.ui) if self.gloss or self.ui != "en" or name == "html" else {}
        root = paths[0] if paths and len(paths) == 1 and Path(paths[0]).is_dir() else ""
        options = Options(
            root=root, width=self.width or width(), colour=colour(self.color), ascii=self.ascii, quotes=self.quotes,
            all=self.all, arabic=self.arabic, gloss=self.gloss, ui=self.ui, labels=named, bom=self.bom,
        )
        return lambda result: REPORTS[name](result, options)


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Makes ``function`` a command, its parameters that are dataclasses spread into options of their own."""
    hints = get_type_hints(function, include_extras=True)
    plain: list[inspect.Parameter] = []
    groups: dict[str, type[Any]] = {}
    for parameter in inspect.signature(function).parameters.values():
        hint = hints[parameter.name]
        if hint in (Reading, Showing):
            groups[parameter.name] = hint
            plain += inspect.signature(hint, eval_str=True).parameters.values()
        else:
            plain.append(parameter.replace(annotation=hint))

    def spread(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{f.name: given.pop(f.name) for f in fields(group)})
        function(**given)

    plain = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in plain]
    spread.__signature__ = inspect.Signature(plain)  # type: ignore[attr-defined]
    spread.__annotations__ = {p.name: p.annotation for p in plain}
    spread.__doc__ = function.__doc__
    app.command(function.__name__.rstrip("_"))(spread)
    return function


@command
def check(
    reading: Reading, showing: Showing, paths: Paths = None, fail_on: FailOn = "contradiction", output: Output = None,
    watch: Annotated[bool, typer.Option("--watch", help="Run again whenever a file changes.")] = False,
) -> None:
    """Read articles and show the figures on which they disagree.

    Exits with 0 where nothing contradicts, 1 where something does, 2 where a file could not be read.

    Example: claimcheck check seeds/ --format json
    """
    end = _Ending(showing.renderer(paths), _verdicts(fail_on), output, showing.pager and not watch)
    if watch:
        _watch(paths, lambda: _check(paths, reading, end))
    _check(paths, reading, end)


def _check(paths: list[str] | None, reading: Reading, end: _Ending) -> None:
    from claimcheck.pipeline import clustered, compared, extracted, report
    from claimcheck.progress import Progress

    listener, progress = reading.listener(), Progress()
    articles = progress.count(_articles(paths, reading, listener), "articles")
    result = report(compared(clustered(extracted(articles))))
    progress.clear()
    end(result, listener.troubled)


def _watch(paths: list[str] | None, check: Callable[[], None]) -> None:
    """Checks again and again, on a terminal each time on a clear screen, until the user stops it."""
    from contextlib import suppress

    from claimcheck.errors import ClaimcheckError
    from claimcheck.watch import watch

    def once() -> None:
        if sys.stdout.isatty():
            print("\x1b[2J\x1b[H", end="", flush=True)
        with suppress(typer.Exit):
            check()

    if not paths:
        raise ClaimcheckError("--watch: name the folder or files to watch, as in: claimcheck seeds/ --watch")
    watch(paths, once)


@command
def read(
    reading: Reading, paths: Paths = None, output: Output = None,
    summary: Annotated[bool, typer.Option("--summary", help="Print what was read in a few lines instead.")] = False,
) -> None:
    """Read articles and print them as lines of JSON.

    A summary of formats, languages, dates, sources and what was skipped follows on a terminal that shows no lines.

    Example: claimcheck read seeds/ | jq -r .title
    """
    from claimcheck.readers.summary import Summary
    from claimcheck.terminal import write

    listener, counted = reading.listener(), Summary()
    articles = _counted(_articles(paths, reading, listener), counted)
    _print((article for article in articles if not summary), output if not summary else None)
    for notice in listener.notices:
        counted.skip(notice)
    if summary:
        write([str(counted)], output)
    elif sys.stderr.isatty() and (output or not sys.stdout.isatty()):
        print(counted, end="", file=sys.stderr)
    raise typer.Exit(2 if listener.troubled else 0)


@command
def extract(reading: Reading, paths: Paths = None, output: Output = None) -> None:
    """Print the claims of articles as lines of JSON. Without PATHS the articles come from 'claimcheck read'.

    Example: claimcheck extract seeds/ | grep killed
    """
    from claimcheck.pipeline import extracted, without_text

    listener = reading.listener()
    _print(without_text(extracted(_articles(paths, reading, listener))), output)
    raise typer.Exit(2 if listener.troubled else 0)


@command
def cluster(lines: Lines = "-", output: Output = None) -> None:
    """Group claims that answer one question.

    Example: claimcheck extract seeds/ | claimcheck cluster
    """
    from claimcheck.pipeline import clustered

    _print(clustered(_records(lines)), output)


@command
def compare(lines: Lines = "-", output: Output = None) -> None:
    """Judge the clusters.

    Example: claimcheck extract seeds/ | claimcheck cluster | claimcheck compare
    """
    from claimcheck.pipeline import compared

    _print(compared(_records(lines)), output)


@command
def report(showing: Showing, lines: Lines = "-", fail_on: FailOn = "contradiction", output: Output = None) -> None:
    """Show a result.

    Example: claimcheck extract seeds/ | claimcheck cluster | claimcheck compare | claimcheck report --format json
    """
    from claimcheck.pipeline import report

    end = _Ending(showing.renderer(), _verdicts(fail_on), output, showing.pager)
    end(report(_records(lines)))


@command
def diff(
    old: Annotated[str, typer.Argument(help="A result, as --format json prints it.")],
    new: Annotated[str, typer.Argument(help="A later one.")],
    every: Annotated[bool, typer.Option("--all", help="Questions that one article alone answers, too.")] = False,
    color: Color = "auto",
    output: Output = None,
) -> None:
    """Say which questions are new, are gone, or have another verdict or other figures.

    Exits with 0 where nothing changed, 1 where something did.

    Example: claimcheck diff monday.json tuesday.json
    """
    from claimcheck.reports import Options
    from claimcheck.reports.changes import changes, render
    from claimcheck.reports.records import read_json
    from claimcheck.terminal import colour, width, write

    before, now = (read_json(_bytes(file), file) for file in (old, new))
    found = changes(before, now, every)
    write([render(found, Options(width=width(), colour=colour(color)))], output)
    raise typer.Exit(int(bool(found)))


@command
def packs(action: Annotated[Literal["list", "new"], typer.Argument()] = "list", code: Code = None) -> None:
    """List the languages, or begin a new one from the template.

    Example: claimcheck packs new fr
    """
    from claimcheck.errors import ClaimcheckError
    from claimcheck.lang.pack import languages, load
    from claimcheck.lang.scaffold import new
    from claimcheck.terminal import write

    if action == "list":
        write([f"{name}\t{load(name).name}\n" for name in languages()], None)
    elif code:
        write([f"{new(code)}\n"], None)
    else:
        raise ClaimcheckError("packs new: name the language by its code, as in: claimcheck packs new fr")


@command
def schema() -> None:
    """Print the JSON schemas of the records and of the result.

    Example: claimcheck schema | jq .report
    """
    import json

    from pydantic import BaseModel

    from claimcheck.jsonl import TYPES
    from claimcheck.model import Report
    from claimcheck.terminal import write

    kinds: dict[str, type[BaseModel]] = {**TYPES, "report": Report}
    schemas = {name: kind.model_json_schema() for name, kind in kinds.items()}
    write([json.dumps(schemas, indent=2, ensure_ascii=False), "\n"], None)


def _articles(paths: list[str] | None, reading: Reading, listener: Listener) -> Iterator[Record]:
    """The articles at ``paths``; without any, those that 'claimcheck read' printed."""
    from claimcheck.errors import ClaimcheckError
    from claimcheck.readers import read

    if paths or reading.files0_from:
        return iter(read(reading.files(paths), reading.settings(), listener))
    if sys.stdin.isatty():
        raise ClaimcheckError("name a folder or file of articles, as in: claimcheck seeds/")
    return _records("-")


def _counted(records: Iterator[Record], summary: Summary) -> Iterator[Record]:
    for record in records:
        summary.add(record)
        yield record


def _columns(said: str) -> dict[str, str]:
    """``text=body,published=date`` as a table. Raises ClaimcheckError for a name that articles do not have."""
    from claimcheck.errors import ClaimcheckError
    from claimcheck.readers import FIELDS

    pairs = [part.partition("=") for part in said.split(",") if part]
    for name, _, column in pairs:
        if name not in ("text", *FIELDS) or not column:
            raise ClaimcheckError(f"--map: write {', '.join(('text', *FIELDS))}, each with = and the export's name")
    return {name: column for name, _, column in pairs}


def _records(lines: str) -> Iterator[Record]:
    from pathlib import Path

    from claimcheck.errors import ClaimcheckError
    from claimcheck.jsonl import load

    if lines == "-":
        yield from load(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(lines).open("rb") as file:
            yield from load(file, lines)
    except OSError as wrong:
        raise ClaimcheckError(f"{lines}: cannot be read ({wrong.strerror}); check the path") from None


def _bytes(file: str) -> bytes:
    from pathlib import Path

    from claimcheck.errors import ClaimcheckError

    try:
        return Path(file).read_bytes()
    except OSError as wrong:
        raise ClaimcheckError(f"{file}: cannot be read ({wrong.strerror}); check the path") from None


def _print(records: Iterator[Record], output: str | None) -> None:
    from claimcheck.jsonl import dump
    from claimcheck.terminal import write

    write((dump(record) + "\n" for record in records), output)


@dataclass(frozen=True)
class _Ending:
    """How a result is shown and which verdicts exit with 1: settled, and found right, before the work begins."""

    render: Callable[[Report], str | bytes]
    failing: tuple[str, ...]
    output: str | None
    pager: bool

    def __call__(self, result: Report, troubled: bool = False) -> None:
        from claimcheck.errors import ClaimcheckError
        from claimcheck.pager import page, wanted
        from claimcheck.terminal import write

        shown = self.render(result)
        if isinstance(shown, bytes) and not self.output and sys.stdout.isatty():
            raise ClaimcheckError("this format is no text; name a file for it with --output")
        if self.pager and not self.output and isinstance(shown, str) and wanted(shown):
            page(shown)
        else:
            write([shown], self.output)
        found = any(finding.verdict in self.failing for finding in result.clusters)
        raise typer.Exit(2 if troubled else int(found))


def _verdicts(fail_on: str) -> tuple[str, ...]:
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model import SEVERITY

    named = tuple(part.strip() for part in fail_on.split(",") if part.strip())
    unknown = [name for name in named if name not in (*SEVERITY, "none")]
    if unknown:
        raise ClaimcheckError(f"--fail-on: there is no verdict {unknown[0]!r}; choose from {', '.join(SEVERITY)}, none")
    return () if "none" in named else named


def with_command(arguments: list[str]) -> list[str]:
    """The arguments with ``check`` before them where they name no command."""
    commands = {info.name for info in app.registered_commands}
    own = {"--help", "--install-completion", "--show-completion"}
    if not arguments:
        return ["--help"]
    return arguments if arguments[0] in commands | own else ["check", *arguments]


def run() -> None:
    """Runs the command line and ends the program: 0, 1 or 2 as diff does, 130 where the user stopped it."""
    from claimcheck.errors import ClaimcheckError

    try:
        code = app(with_command(sys.argv[1:]), prog_name="claimcheck", standalone_mode=False)
    except (typer.TyperException, ClaimcheckError) as wrong:
        from claimcheck.terminal import say

        say(wrong.format_message() if isinstance(wrong, typer.TyperException) else str(wrong))
        code = 2
    sys.exit(code)
