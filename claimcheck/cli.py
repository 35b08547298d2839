"""The command line: one command a stage, and ``check``, which is all of them and the default. Wiring only."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from claimcheck.errors import ClaimcheckError
from claimcheck.options import (
    COMPLETE,
    WHOLE,
    Argument,
    Choosing,
    Code,
    Color,
    FailOn,
    Jobs,
    Kept,
    Lines,
    Option,
    Output,
    Paths,
    Reading,
    Reviewing,
    Showing,
    contents,
    verdicts,
)

if TYPE_CHECKING:
    from claimcheck.ending import Ending
    from claimcheck.model import Record
    from claimcheck.readers.summary import Summary
    from claimcheck.terminal import Listener

#: name of a command -> what runs it and returns the exit code
COMMANDS: dict[str, Callable[..., int]] = {}


def command(function: Callable[..., int]) -> Callable[..., int]:
    """Makes ``function`` a command of its name."""
    COMMANDS[function.__name__] = function
    return function


@command
def check(
    reading: Reading, choosing: Choosing, showing: Showing, reviewing: Reviewing, paths: Paths = None,
    fail_on: FailOn = "contradiction", output: Output = None,
    watch: Annotated[bool, Option("Run again whenever a file changes.", names=("--watch",))] = False,
    jobs: Jobs = 0, store: Kept = None,
) -> int:
    """Read articles and show the figures on which they disagree.

    Exits with 0 where nothing contradicts, 1 where something does, 2 where a file could not be read.

    Example: claimcheck check seeds/ --format json
    """
    from claimcheck.ending import Ending

    pager = showing.pager and not watch
    name = showing.name(output)
    streams = name if name in ("json", "jsonl") and reviewing.plain else None
    end = Ending(showing.renderer(output, paths), verdicts(fail_on), output, pager, reviewing.finish(), streams)
    choosing.selection()
    run = _Run(paths, reading, name in WHOLE, jobs, store, choosing, end)
    if watch:
        _watch(paths, run)
    return run()


@dataclass(frozen=True)
class _Run:
    """One check of the articles at ``paths``, through a store where one is named."""

    paths: list[str] | None
    reading: Reading
    texts: bool
    jobs: int
    store: str | None
    choosing: Choosing
    end: Ending

    def __call__(self) -> int:
        from claimcheck.progress import Progress
        from claimcheck.run import Run

        listener, selection = self.reading.listener(), self.choosing.selection()
        with Run(self.store, self.reading.settings(), listener, self.jobs, self.texts) as run:
            with Progress() as progress:
                records = _from(self.paths, self.reading, run.read, run.take)
                run.keep(progress.count(selection.articles(records), "articles"))
                run.finish()
            return self.end.of(run, selection, listener.finish())


def _watch(paths: list[str] | None, check: Callable[[], int]) -> None:
    """Checks again and again, on a terminal each time on a clear screen, until the user stops it."""
    from time import strftime

    from claimcheck.terminal import say
    from claimcheck.watch import watch

    def once() -> None:
        if sys.stdout.isatty():
            print("\x1b[2J\x1b[H", end="", flush=True)
        check()
        if sys.stderr.isatty():
            say(f"checked at {strftime('%H:%M:%S')}; waiting for a change, Ctrl-C ends")

    if not paths:
        raise ClaimcheckError("--watch: name the folder or files to watch, as in: claimcheck seeds/ --watch")
    watch(paths, once)


@command
def read(
    reading: Reading, paths: Paths = None, output: Output = None,
    summary: Annotated[bool, Option("Print what was read in a few lines instead.", names=("--summary",))] = False,
) -> int:
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
    return 2 if listener.finish() else 0


@command
def extract(reading: Reading, paths: Paths = None, output: Output = None, jobs: Jobs = 0) -> int:
    """Print the claims of articles as lines of JSON. Without PATHS the articles come from 'claimcheck read'.

    Example: claimcheck extract seeds/ | grep killed
    """
    from claimcheck.pipeline import extracted, without_text

    listener = reading.listener()
    _print(without_text(extracted(_articles(paths, reading, listener), jobs)), output)
    return 2 if listener.finish() else 0


@command
def cluster(lines: Lines = "-", output: Output = None) -> int:
    """Group claims that answer one question.

    Example: claimcheck extract seeds/ | claimcheck cluster
    """
    from claimcheck.pipeline import clustered

    return _print(clustered(_records(lines)), output)


@command
def compare(lines: Lines = "-", output: Output = None) -> int:
    """Judge the clusters.

    Example: claimcheck extract seeds/ | claimcheck cluster | claimcheck compare
    """
    from claimcheck.pipeline import compared

    return _print(compared(_records(lines)), output)


@command
def report(
    showing: Showing, reviewing: Reviewing, lines: Lines = "-", fail_on: FailOn = "contradiction", output: Output = None
) -> int:
    """Show a result.

    Example: claimcheck extract seeds/ | claimcheck cluster | claimcheck compare | claimcheck report --format json
    """
    from claimcheck.ending import Ending
    from claimcheck.pipeline import report

    end = Ending(showing.renderer(output), verdicts(fail_on), output, showing.pager, reviewing.finish())
    return end(report(_records(lines)))


@command
def explain(
    reading: Reading,
    choosing: Choosing,
    name: Annotated[str, Argument("A question (q4) or a claim, by its id.", "ID")],
    paths: Paths = None,
    output: Output = None,
) -> int:
    """Show how a question or a claim came about.

    The words that gave each facet, what linked or forbade, who is quoted, and how the verdict was reached.

    Example: claimcheck explain q22 seeds/
    """
    from claimcheck.ending import paged
    from claimcheck.explain import explain, fitted
    from claimcheck.pipeline import clustered, compared, extracted, report, without_text
    from claimcheck.terminal import width, write

    listener, selection = reading.listener(), choosing.selection()
    records = without_text(extracted(selection.articles(_articles(paths, reading, listener))))
    told = explain(name, report(compared(clustered(records))))
    if not output and sys.stdout.isatty():
        told = fitted(told, width())
    if output or not paged(told):
        write([told], output)
    return 2 if listener.finish() else 0


@command
def diff(
    old: Annotated[str, Argument("A result, as --format json prints it.", "OLD")],
    new: Annotated[str, Argument("A later one.", "NEW")],
    every: Annotated[bool, Option("Questions that one article alone answers, too.", names=("--all",))] = False,
    color: Color = "auto",
    output: Output = None,
) -> int:
    """Say which questions changed between two results.

    Those that are new, are gone, or have another verdict or other figures.

    Exits with 0 where nothing changed, 1 where something did.

    Example: claimcheck diff monday.json tuesday.json
    """
    from claimcheck.reports import Options
    from claimcheck.reports.changes import changes, render
    from claimcheck.reports.records import read_json
    from claimcheck.terminal import colour, width, write

    before, now = (read_json(contents(file), file) for file in (old, new))
    found = changes(before, now, every)
    write([render(found, Options(width=width(), colour=colour(color, output)))], output)
    return int(bool(found))


@command
def packs(
    action: Annotated[Literal["list", "new"], Argument("What to do.", "ACTION")] = "list", code: Code = None
) -> int:
    """List the languages, or begin a new one from the template.

    Example: claimcheck packs new es
    """
    from claimcheck.lang.pack import languages, load
    from claimcheck.lang.scaffold import new
    from claimcheck.terminal import write

    if action == "list":
        write([f"{name}\t{load(name).name}\n" for name in languages()], None)
    elif code:
        write([f"{new(code)}\n"], None)
    else:
        raise ClaimcheckError("packs new: name the language by its code, as in: claimcheck packs new es")
    return 0


@command
def store(
    action: Annotated[Literal["sql", "export"], Argument("Ask a question, or write Parquet files.", "ACTION")],
    file: Annotated[str, Argument("The store, as check --store made it.", "FILE")],
    what: Annotated[str, Argument("The question in SQL, or the folder for the Parquet files.", "WHAT")],
) -> int:
    """Ask a store, or export its tables.

    Example: claimcheck store sql news.sqlite "SELECT event, count(*) FROM claim GROUP BY event"
    """
    from pathlib import Path

    from claimcheck.store.query import export, sql
    from claimcheck.terminal import write

    if action == "sql":
        write(sql(Path(file), what), None)
    else:
        write([f"{path}\n" for path in export(Path(file), Path(what))], None)
    return 0


@command
def schema() -> int:
    """Print the JSON schemas of the records and of the result.

    Example: claimcheck schema | jq .report
    """
    import json

    from claimcheck.checked import schema
    from claimcheck.jsonl import TYPES
    from claimcheck.model import Report
    from claimcheck.terminal import write

    schemas = {name: schema(kind) for name, kind in {**TYPES, "report": Report}.items()}
    write([json.dumps(schemas, indent=2, ensure_ascii=False), "\n"], None)
    return 0


def _articles(paths: list[str] | None, reading: Reading, listener: Listener) -> Iterator[Record]:
    """The articles at ``paths``; without any, those that 'claimcheck read' printed."""
    from claimcheck.readers import read

    return _from(paths, reading, lambda files: read(files, reading.settings(), listener), iter)


def _from(
    paths: list[str] | None, reading: Reading, read: Callable[[list[str]], Iterator[Record]],
    take: Callable[[Iterator[Record]], Iterator[Record]],
) -> Iterator[Record]:
    """What is read from ``paths`` or, where there are none, taken from standard input."""
    from claimcheck.errors import ClaimcheckError

    if paths or reading.files0_from or reading.files_from:
        return read(reading.files(paths))
    if sys.stdin.isatty():
        raise ClaimcheckError("name a folder or file of articles, as in: claimcheck seeds/")
    return take(_records("-"))


def _counted(records: Iterator[Record], summary: Summary) -> Iterator[Record]:
    for record in records:
        summary.add(record)
        yield record


def _records(lines: str) -> Iterator[Record]:
    from pathlib import Path

    from claimcheck.jsonl import load

    if lines == "-":
        yield from load(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(lines).open("rb") as file:
            yield from load(file, lines)
    except OSError as wrong:
        raise ClaimcheckError(f"{lines}: cannot be read ({wrong.strerror}); check the path") from None


def _print(records: Iterator[Record], output: str | None) -> int:
    from claimcheck.jsonl import dump
    from claimcheck.terminal import write

    write((dump(record) + "\n" for record in records), output)
    return 0


def _only_paths(arguments: list[str]) -> bool:
    """Whether all that is said is what to read: 'claimcheck seeds/', which shells call in loops, needs no parser."""
    named = not arguments or arguments[0] in COMMANDS or COMPLETE in os.environ
    return not named and not any(argument.startswith("-") for argument in arguments)


def run() -> None:
    """Runs the command line and ends the program: 0, 1 or 2 as diff does, 130 where the user stopped it. A fault
    of the program itself is one line, too, unless CLAIMCHECK_DEBUG is set.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads all that is installed
    atexit.register(gc.freeze)  # the interpreter's last search for cycles took a sixth of a short run
    gc.set_threshold(200_000, 50, 1_000)  # words and records hold no cycles: looking for them took an eighth of a run
    try:
        code = _run(sys.argv[1:])
    except ClaimcheckError as wrong:
        from claimcheck.terminal import say

        say(str(wrong))
        code = 2
    except Exception as wrong:
        if os.environ.get("CLAIMCHECK_DEBUG"):
            raise
        from claimcheck.terminal import say

        say(f"{type(wrong).__name__}: {wrong}; this is a fault of claimcheck; CLAIMCHECK_DEBUG=1 shows where")
        code = 2
    sys.exit(code)


def _misspelt(first: list[str]) -> None:
    """Raises ClaimcheckError where a first argument that is no file is nearly a command."""
    if not first or first[0] in COMMANDS or first[0].startswith("-") or os.path.exists(first[0]):
        return
    from difflib import get_close_matches

    for command in get_close_matches(first[0], (*COMMANDS, "--help", "--version"), 1, 0.75):
        raise ClaimcheckError(f"there is no file or command {first[0]!r}; did you mean 'claimcheck {command}'?")


def _run(arguments: list[str]) -> int:
    _misspelt(arguments[:1])
    if _only_paths(arguments):
        return check(Reading(), Choosing(), Showing(), Reviewing(), arguments)
    from claimcheck.parser import parse

    return parse(arguments, COMMANDS)
