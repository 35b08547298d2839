"""Files to articles. ``READERS`` is all there is: a suffix, and the module that reads such a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from functools import cache
from importlib import import_module
from typing import cast

from claimcheck.errors import ClaimcheckError, Stopped
from claimcheck.model import Article
from claimcheck.readers.article import article
from claimcheck.readers.blob import Blob, Facts, Limits
from claimcheck.readers.clock import within
from claimcheck.readers.draft import FIELDS, Draft
from claimcheck.readers.duplicates import Duplicate, Seen, marks
from claimcheck.readers.folders import Folders
from claimcheck.readers.hours import doubt, moment, zone_of
from claimcheck.readers.mojibake import garbled
from claimcheck.readers.notice import Notice, Tell, printable, strict, warn
from claimcheck.readers.sniff import sniff
from claimcheck.readers.walk import excluded, reason, shown, walk

__all__ = [
    "FIELDS", "READERS", "Blob", "Duplicate", "Limits", "Notice", "Seen", "Settings", "Stopped", "Tell", "articles",
    "blobs", "doubt", "marks", "moment", "printable", "read", "strict", "warn", "zone_of",
]  # fmt: skip

#: yields articles, and the files within an archive
Reader = Callable[[Blob, Tell], Iterator[Draft | Blob]]

#: suffix -> the module of this package whose ``read`` reads it; imported when the first such file comes
READERS: dict[str, str] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "objects",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "sheet",
    ".tsv": "sheet",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".eml": "mail",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".docx": "docx",
    ".pdf": "pdf",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".warc.zst": "warc",
    ".zip": "zip",
    ".tar": "tar",
    ".tar.gz": "tar",
    ".tgz": "tar",
    ".tar.bz2": "tar",
    ".tar.xz": "tar",
    ".gz": "gz",
}

#: suffix of what no reader reads -> what would have it read
CURES: dict[str, str] = {
    ".doc": "save it as .docx",
    ".odt": "save it as .docx",
    ".rtf": "save it as .docx",
    ".xls": "save it as .csv",
    ".xlsx": "save it as .csv",
    ".ods": "save it as .csv",
    ".msg": "save it as .eml",
}

#: characters in which the first words stand
_BEGINNING = 2_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can choose about reading."""

    #: metadata that hold for all articles: {"source": "AFP"}
    overrides: Mapping[str, str] = field(default_factory=dict)
    #: names in exports: {"text": "body"}
    columns: Mapping[str, str] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    #: that of hours that name none; these order nothing without it
    zone: tzinfo | None = None
    #: dates after this day are wrong
    today: date = field(default_factory=date.today)

    @property
    def options(self) -> Facts:
        """The metadata that hold for all articles, with their origin."""
        return {name: (value, f"--{name}") for name, value in self.overrides.items()}


class _Unread(ClaimcheckError):
    """The file is of no kind that is read."""


def read(
    paths: Iterable[str], settings: Settings | None = None, tell: Tell = warn
) -> Iterator[Article | Duplicate]:
    """The articles at ``paths`` (files, folders, ``-`` for standard input), in the order of their names.

    A text that comes again is no second article but a Duplicate of the first. What cannot be read is told to
    ``tell``, and the rest is read all the same.
    """
    settings = settings or Settings()
    seen = Seen()
    for blob in blobs(paths, settings, tell):
        for found in articles(blob, settings, tell):
            yield seen.sifted(found, marks(found), tell)


def blobs(paths: Iterable[str], settings: Settings, tell: Tell) -> Iterator[Blob]:
    """The files, each under a name of its own and with what the metadata beside it say."""
    folders = Folders(settings.limits, tell)
    taken: dict[str, None] = {}
    for given in paths:
        if given == "-":
            yield Blob("-", lambda: sys.stdin.buffer, settings.limits, {}, settings.columns)
            continue
        for place in walk([given], settings.exclude, tell):
            name = shown(place.name)
            if name in taken:
                name = shown(place.path)
            taken[name] = None
            yield Blob.at(name, place.path, settings.limits, settings.columns, folders.facts(place))
    folders.finish()


def articles(blob: Blob, settings: Settings, tell: Tell) -> Iterator[Article]:
    """The articles of a file and of the files within it. What is wrong with it goes no further than ``tell``."""
    try:
        found = _found(blob, tell)
        while True:
            with within(blob.limits.seconds):
                draft = next(found, None)
            if draft is None:
                return
            if isinstance(draft, Blob):
                if not excluded(draft.name, settings.exclude):
                    yield from articles(draft, settings, tell)
            elif _told(draft, file := f"{blob.name}{draft.part}", tell):
                yield article(draft, file, (settings.options, blob.facts), settings.today, tell, settings.zone)
    except Stopped:
        raise
    except ClaimcheckError as wrong:
        tell(Notice(blob.name, str(wrong), common=isinstance(wrong, _Unread)))
    except OSError as wrong:
        tell(Notice(blob.name, f"cannot be read ({reason(wrong)}); check the file"))
    except Exception as wrong:  # a parser's own failure: which ones there are, only the parsers know
        tell(Notice(blob.name, f"cannot be read ({type(wrong).__name__}: {wrong}); mend the file or leave it out"))


def _told(draft: Draft, file: str, tell: Tell) -> bool:
    """Whether there is a text to read; what is odd about it is told."""
    if not draft.text.strip():
        tell(Notice(file, "is empty; leave it out"))
        return False
    if all("://" in word for word in draft.text[:_BEGINNING].split()[:10]):
        tell(Notice(file, "is a list of addresses; save the pages and name their folder"))
        return False
    if wrong := garbled(draft.text):
        what, lost = wrong
        tell(Notice(file, f"is garbled{'' if lost else ' here and there'} ({what}); get it anew, in UTF-8", lost))
        if lost:
            return False
    if draft.guessed:
        tell(Notice(file, f"is not UTF-8; read as {draft.guessed}, which is a guess", trouble=False))
    return True


def _found(blob: Blob, tell: Tell) -> Iterator[Draft | Blob]:
    """What the reader that suits the file finds in it."""
    suffixes = blob.suffixes
    module = READERS.get("".join(suffixes[-2:])) or READERS.get("".join(suffixes[-1:]))
    if module in ("text", None):
        suffix, blob = sniff(blob)
        if suffix == ".html" or module:  # a page is often named page.php; a zip of another suffix is no archive
            module = READERS[suffix or ""]
    if module is None:
        cure = f"{CURES.get(blob.suffix, 'name it .txt where it is text')}, or leave it out"
        raise _Unread(f"has a suffix that no reader knows; {cure} with --exclude '*{blob.suffix}'")
    return _module(module)(blob, tell)


@cache
def _module(name: str) -> Reader:
    return cast(Reader, import_module(f"claimcheck.readers.{name}").read)
