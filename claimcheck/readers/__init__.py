"""Files to articles. ``READERS`` is all there is: a suffix, and the function that reads such a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import cast

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article
from claimcheck.readers import metadata
from claimcheck.readers.article import article
from claimcheck.readers.blob import Blob, Facts, Limits
from claimcheck.readers.dates import doubt
from claimcheck.readers.draft import Draft
from claimcheck.readers.notice import Notice, Tell, printable, strict, warn
from claimcheck.readers.walk import Place, reason, shown, walk

__all__ = ["READERS", "Limits", "Notice", "Settings", "Tell", "doubt", "printable", "read", "strict", "warn"]

Reader = Callable[[Blob], Iterator[Draft]]

#: suffix -> the module of this package whose ``read`` reads it; imported when the first such file comes
READERS: dict[str, str] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can choose about reading."""

    #: metadata that hold for all articles: {"source": "AFP"}
    overrides: Mapping[str, str] = field(default_factory=dict)
    #: names in exports: {"text": "body"}
    columns: Mapping[str, str] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    #: dates after this day are wrong
    today: date = field(default_factory=date.today)


def read(paths: Iterable[str], settings: Settings | None = None, tell: Tell = warn) -> Iterator[Article]:
    """The articles at ``paths`` (files, folders, ``-`` for standard input), in the order of their names.

    What cannot be read is told to ``tell``, and the rest is read all the same.
    """
    settings = settings or Settings()
    folders = _Folders(settings, tell)
    options: Facts = {name: (value, f"--{name}") for name, value in settings.overrides.items()}
    taken: dict[str, None] = {}
    for blob, known in _blobs(paths, settings, folders, tell):
        name = blob.name if blob.name not in taken else f"{known.root}/{blob.name}"
        taken[name] = None
        yield from _articles(replace(blob, name=name), (options, known.facts), settings, tell)
    folders.finish()


@dataclass(frozen=True, slots=True)
class _Known:
    root: str
    facts: Facts


def _blobs(
    paths: Iterable[str], settings: Settings, folders: _Folders, tell: Tell
) -> Iterator[tuple[Blob, _Known]]:
    for given in paths:
        if given == "-":
            yield Blob("-", lambda: sys.stdin.buffer, settings.limits, {}, settings.columns), _Known("", {})
            continue
        for place in walk([given], settings.exclude, tell):
            blob = Blob.at(shown(place.name), place.path, settings.limits, settings.columns)
            yield blob, _Known(shown(place.root), folders.facts(place))


def _articles(blob: Blob, ranks: tuple[Facts, ...], settings: Settings, tell: Tell) -> Iterator[Article]:
    """The articles of one file. Nothing that is wrong with it goes further than ``tell``."""
    try:
        for draft in _reader(blob)(blob):
            file = f"{blob.name}{draft.part}"
            if not draft.text.strip():
                raise ClaimcheckError("is empty; leave it out")
            if draft.guessed:
                tell(Notice(file, f"is not UTF-8; read as {draft.guessed}, which is a guess", trouble=False))
            yield article(draft, file, ranks, settings.today, tell)
    except ClaimcheckError as wrong:
        tell(Notice(blob.name, str(wrong)))
    except OSError as wrong:
        tell(Notice(blob.name, f"cannot be read ({reason(wrong)}); check its permissions"))


def _reader(blob: Blob) -> Reader:
    try:
        module = READERS[blob.suffix]
    except KeyError:
        raise ClaimcheckError(
            f"has a suffix that no reader knows; rename it, or leave it out with --exclude '*{blob.suffix}'"
        ) from None
    return cast(Reader, import_module(f"claimcheck.readers.{module}").read)


class _Folders:
    """The metadata files of the folders that were met, each read once."""

    def __init__(self, settings: Settings, tell: Tell) -> None:
        self.settings, self.tell = settings, tell
        self.tables: dict[Path, dict[str, metadata.Row]] = {}

    def facts(self, place: Place) -> Facts:
        """What the metadata files in the folders above ``place`` say of it, the nearest first."""
        known: dict[str, tuple[str, str]] = {}
        for folder in self._above(place):
            row = self._table(folder).get(place.path.relative_to(folder).as_posix())
            known = {**(row.facts if row else {}), **known}
        return known

    def finish(self) -> None:
        """Tells of the rows whose file is not there."""
        for folder, table in self.tables.items():
            for name, row in table.items():
                if not (folder / name).exists():
                    self.tell(Notice(row.place, f"there is no file {name!r} beside it; correct or remove the line"))

    def _above(self, place: Place) -> Iterator[Path]:
        folder = place.path.parent
        while folder != place.root:
            yield folder
            folder = folder.parent
        yield place.root

    def _table(self, folder: Path) -> dict[str, metadata.Row]:
        if folder not in self.tables:
            self.tables[folder] = {}
            for name in metadata.NAMES:
                self.tables[folder] |= self._rows(folder / name)
        return self.tables[folder]

    def _rows(self, path: Path) -> dict[str, metadata.Row]:
        blob = Blob.at(shown(path), path, self.settings.limits, {})
        try:
            return metadata.rows(blob, self.tell) if path.is_file() else {}
        except (ClaimcheckError, OSError) as wrong:
            self.tell(Notice(blob.name, str(wrong) if isinstance(wrong, ClaimcheckError) else reason(wrong)))
            return {}
