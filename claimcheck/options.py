"""Options of the command line: what several commands share, written once, each with its help and its default.

They say what they are in words of their own: ``parser.py`` tells typer, which a run without options does not load.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

if TYPE_CHECKING:
    from claimcheck.model import Report
    from claimcheck.readers import Settings
    from claimcheck.selection import Selection
    from claimcheck.terminal import Listener


@dataclass(frozen=True)
class Argument:
    """A parameter that is told by its place; the help calls it ``value``."""

    help: str
    value: str


@dataclass(frozen=True)
class Option:
    """A parameter that is told by its name, or by ``names`` where they are other than that; the help calls what is
    to follow it ``value``.
    """

    help: str
    value: str | None = None
    names: tuple[str, ...] = ()
    least: float | None = None
    #: what a shell offers for it
    known: Callable[[], Iterable[str]] | None = None


#: set by a shell that asks how a line may go on
COMPLETE = "_CLAIMCHECK_COMPLETE"
#: the names in ``reports.REPORTS``, here without the time that it takes to import them
FORMATS = "table, lines, json, jsonl, csv, tsv, markdown, html, matrix, sqlite, github, webanno"
#: formats that show articles or count their lines; the others hold their claims alone in memory
WHOLE = ("html", "sqlite", "github", "webanno")
#: suffix of an output file -> the format that it asks for, where no other is named
SUFFIXES = {
    ".txt": "table", ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".tsv": "tsv", ".md": "markdown",
    ".html": "html", ".sqlite": "sqlite", ".db": "sqlite", ".jsonld": "webanno",
}  # fmt: skip


def _formats() -> Iterable[str]:
    return FORMATS.split(", ")


def _verdicts() -> Iterable[str]:
    from claimcheck.model import SEVERITY

    return (*SEVERITY, "none")


def _interfaces() -> Iterable[str]:
    from claimcheck.reports.words import languages

    return languages()


def _schemes() -> Iterable[str]:
    from claimcheck.coding import schemes

    return schemes()


def _languages() -> Iterable[str]:
    from claimcheck.lang.pack import languages

    return languages()


Paths = Annotated[list[str] | None, Argument("Articles, folders of them, or - for standard input.", "PATH")]
Lines = Annotated[str, Argument("Output of the stage before; - is standard input.", "FILE")]
Output = Annotated[str | None, Option("Write to this file.", "FILE", names=("--output", "-o"))]
Code = Annotated[str | None, Argument("Code of the new language, as in ISO 639: es.", "CODE")]
FailOn = Annotated[
    str, Option("Verdicts, with commas, that exit with 1; none never does.", "VERDICTS", known=_verdicts)
]
Kept = Annotated[str | None, Option("Keep the work in this SQLite file, for the next run.", "FILE", names=("--store",))]
Jobs = Annotated[int, Option("Processes that extract; 0 takes all cores.", "N", least=0)]
Color = Annotated[Literal["auto", "always", "never"], Option("When to colour.")]


@dataclass(frozen=True)
class Reading:
    """Options of the commands that read articles."""

    lang: Annotated[
        str | None, Option("Language of all articles, as a code: ar, en, fr.", "CODE", known=_languages)
    ] = None
    source: Annotated[str | None, Option("Outlet of all articles.", "NAME")] = None
    published: Annotated[str | None, Option("Day of all articles, as YYYY-MM-DD, or hour and zone, too.", "DAY")] = None
    zone: Annotated[str | None, Option("Zone of hours that name none: +03:00, Asia/Beirut.", "ZONE")] = None
    exclude: Annotated[list[str] | None, Option("Leave out files of this name, as in '*.jpg'.", "NAME")] = None
    map: Annotated[str | None, Option("Names in exports, as in text=body,published=date.", "NAMES")] = None
    files0_from: Annotated[str | None, Option("Paths from this file, NUL between them; - is stdin.", "FILE")] = None
    files_from: Annotated[str | None, Option("The same, a path a line.", "FILE")] = None
    max_size: Annotated[int, Option("Largest article to read, in bytes.", "BYTES", least=1)] = 50_000_000
    max_seconds: Annotated[float, Option("Longest time to read an article.", "SECONDS", least=0.1)] = 30
    strict: Annotated[bool, Option("Stop at the first file that cannot be read.", names=("--strict",))] = False

    def settings(self) -> Settings:
        """These options as the readers take them. Raises ClaimcheckError for a day or a language that is none."""
        from claimcheck.errors import ClaimcheckError
        from claimcheck.readers import Limits, Settings, doubt, zone_of
        from claimcheck.readers.language import code, known

        named = {"lang": self.lang, "source": self.source, "published": self.published}
        wrong = self.published and doubt(self.published, date.today())
        if wrong:
            raise ClaimcheckError(f"--published: {self.published!r} {wrong}")
        if self.lang and code(self.lang) not in known():
            raise ClaimcheckError(f"--lang: no pack reads {self.lang!r}; choose from {', '.join(sorted(known()))}")
        zone = zone_of(self.zone) if self.zone else None
        if self.zone and zone is None:
            raise ClaimcheckError(f"--zone: {self.zone!r} is no zone; write it as +03:00 or Asia/Beirut")
        return Settings(
            overrides={name: value for name, value in named.items() if value},
            columns=columns(self.map or ""),
            zone=zone,
            exclude=tuple(self.exclude or ()),
            limits=Limits(size=self.max_size, seconds=self.max_seconds),
        )

    def files(self, paths: list[str] | None) -> list[str]:
        """The paths that were given, and behind them those of ``--files0-from`` and ``--files-from``."""
        given = list(paths or [])
        for file, between in ((self.files0_from, b"\0"), (self.files_from, b"\n")):
            if file is not None:
                data = sys.stdin.buffer.read() if file == "-" else contents(file)
                given += [os.fsdecode(name) for name in data.split(between) if name.strip()]
        return given

    def listener(self) -> Listener:
        """Where what is wrong with a file is told."""
        from claimcheck.terminal import Listener

        return Listener(self.strict)


@dataclass(frozen=True)
class Showing:
    """Options of the commands that show a result."""

    format: Annotated[
        str | None,
        Option(f"{FORMATS}; else what the output's suffix says, or table on a terminal and lines in a pipe.", "NAME",
               known=_formats),
    ] = None
    all: Annotated[bool, Option("Show questions that one article alone answers, too.", names=("--all",))] = False
    quotes: Annotated[Literal["none", "short", "full"], Option("How much to quote.")] = "short"
    width: Annotated[int | None, Option("Columns; by default those of the terminal.", "COLUMNS", least=40)] = None
    color: Color = "auto"
    ascii: Annotated[bool, Option("No box drawing and no glyphs.", names=("--ascii",))] = False
    arabic: Annotated[Literal["logical", "visual"], Option("visual: for terminals without it.")] = "logical"
    gloss: Annotated[bool, Option("Say each question in English words, too.", names=("--gloss",))] = False
    ui: Annotated[str, Option("Language of the report: en, ar, fr.", "CODE", known=_interfaces)] = "en"
    bom: Annotated[bool, Option("A byte order mark, for spreadsheets.", names=("--bom",))] = False
    matrix: Annotated[bool, Option("Questions by articles: short for --format matrix.", names=("--matrix",))] = False
    pager: Annotated[bool, Option("On a terminal, page what is longer than the screen.")] = True

    def name(self, output: str | None) -> str:
        """The format's name: the one that is asked for, else that of ``output``'s suffix, else by who reads it."""
        if self.matrix or self.format:
            return "matrix" if self.matrix else self.format or ""
        named = SUFFIXES.get(os.path.splitext(output or "")[1].lower())
        return named or ("table" if sys.stdout.isatty() else "lines")

    def renderer(self, output: str | None, paths: list[str] | None = None) -> Callable[[Report], str | bytes]:
        """What renders a result in the chosen format. Raises ClaimcheckError for a format that there is not, and, where
        ``output`` is no file, for one that nobody reads on a terminal.
        """
        from pathlib import Path

        from claimcheck.errors import ClaimcheckError
        from claimcheck.lang.labels import glossary, labels
        from claimcheck.reports import REPORTS, Options
        from claimcheck.terminal import colour, width

        name = self.name(output)
        if name not in REPORTS:
            raise ClaimcheckError(f"there is no format {name!r}; choose from {', '.join(REPORTS)}")
        if name in ("html", "sqlite") and output is None and sys.stdout.isatty():
            raise ClaimcheckError(f"--format {name}: name a file for it, as in: -o report.{name}")
        if self.ui != "en":
            from claimcheck.reports.words import words

            words(self.ui)
        named = labels(self.ui) if self.gloss or self.ui != "en" or name == "html" else {}
        retold = glossary(self.ui) if self.ui != "en" else {}
        root = paths[0] if paths and len(paths) == 1 and Path(paths[0]).is_dir() else ""
        options = Options(
            root=root, width=self.width or width(), colour=colour(self.color, output), ascii=self.ascii,
            quotes=self.quotes, all=self.all, arabic=self.arabic, gloss=self.gloss, ui=self.ui, labels=named,
            glossary=retold, bom=self.bom,
        )
        return lambda result: REPORTS[name](result, options)


@dataclass(frozen=True)
class Choosing:
    """Options that say which articles are read and which findings are shown."""

    as_of: Annotated[str | None, Option("Leave out articles after this day, or YYYY-MM-DDTHH:MMZ.", "DAY")] = None
    since: Annotated[str | None, Option("Leave out articles before this day or hour.", "DAY")] = None
    only: Annotated[list[str] | None, Option("Verdicts, concepts, sources or questions to show.", "NAMES")] = None
    ignore: Annotated[list[str] | None, Option("The same, to leave out; a source with its articles.", "NAMES")] = None

    def selection(self) -> Selection:
        """These options as they are applied. Raises ClaimcheckError for a day or a term that is none."""
        from claimcheck.selection import Selection, terms

        only, ignore = terms(self.only or (), "--only"), terms(self.ignore or (), "--ignore")
        return Selection(as_of=self.as_of or "", since=self.since or "", only=only, ignore=ignore)


@dataclass(frozen=True)
class Reviewing:
    """Options that add to a result what somebody knows of it, or would record."""

    coding: Annotated[
        str | None, Option("Figures as acled, ccc, emdat, gtd or ucdp records them.", "SCHEME", known=_schemes)
    ] = None
    baseline: Annotated[str | None, Option("Findings that were reviewed; they exit with 0.", "FILE")] = None
    write_baseline: Annotated[str | None, Option("Add what is found to this file as reviewed.", "FILE")] = None

    @property
    def plain(self) -> bool:
        """Whether they add nothing."""
        return not (self.coding or self.baseline or self.write_baseline)

    def finish(self) -> Callable[[Report], Report]:
        """What adds these to a result. Raises ClaimcheckError, before any work, for a scheme or file that is none."""
        if not (self.coding or self.baseline or self.write_baseline):
            return lambda report: report
        from claimcheck import baseline
        from claimcheck.coding import code, scheme

        if self.coding:
            scheme(self.coding)
        entries = baseline.read(self.baseline) if self.baseline else ()

        def finished(report: Report) -> Report:
            from claimcheck.terminal import say

            report = baseline.mark(report, entries)
            if self.write_baseline:
                say(f"{self.write_baseline}: {baseline.write(report, self.write_baseline)} findings added as reviewed")
            if self.baseline:
                say(f"{self.baseline}: {sum(f.reviewed for f in report.clusters)} of the findings were reviewed")
            return code(report, self.coding) if self.coding else report

        return finished


#: groups of options: a command has a parameter for each that it takes
GROUPS = (Reading, Showing, Choosing, Reviewing)


def columns(said: str) -> dict[str, str]:
    """``text=body,published=date`` as a table. Raises ClaimcheckError for a name that articles do not have."""
    from claimcheck.errors import ClaimcheckError
    from claimcheck.readers import FIELDS

    pairs = [part.partition("=") for part in said.split(",") if part]
    for name, _, column in pairs:
        if name not in ("text", *FIELDS) or not column:
            raise ClaimcheckError(f"--map: write {', '.join(('text', *FIELDS))}, each with = and the export's name")
    return {name: column for name, _, column in pairs}


def verdicts(fail_on: str) -> tuple[str, ...]:
    """The verdicts that ``--fail-on`` names. Raises ClaimcheckError for one that there is not."""
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model import SEVERITY

    named = tuple(part.strip() for part in fail_on.split(",") if part.strip())
    unknown = [name for name in named if name not in (*SEVERITY, "none")]
    if unknown:
        raise ClaimcheckError(f"--fail-on: there is no verdict {unknown[0]!r}; choose from {', '.join(SEVERITY)}, none")
    return () if "none" in named else named


def contents(file: str) -> bytes:
    """The bytes of a file that an option names. Raises ClaimcheckError where it cannot be read."""
    from pathlib import Path

    from claimcheck.errors import ClaimcheckError

    try:
        return Path(file).read_bytes()
    except OSError as wrong:
        raise ClaimcheckError(f"{file}: cannot be read ({wrong.strerror}); check the path") from None
