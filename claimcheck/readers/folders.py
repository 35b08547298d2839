"""The metadata files of the folders that a run meets, each read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.errors import ClaimcheckError, Stopped
from claimcheck.readers import metadata
from claimcheck.readers.blob import Blob, Facts, Limits
from claimcheck.readers.notice import Notice, Tell
from claimcheck.readers.walk import Place, joined, reason, shown


class Folders:
    """What ``metadata.csv`` and ``metadata.jsonl`` say, by folder."""

    def __init__(self, limits: Limits, tell: Tell) -> None:
        self.limits, self.tell = limits, tell
        self.tables: dict[str, dict[str, metadata.Row]] = {}
        self._met: set[str] = set()

    def facts(self, place: Place) -> Facts:
        """What the metadata files in the folders above ``place`` say of it, the nearest first."""
        known: dict[str, tuple[str, str]] = {}
        for folder, name in _above(place):
            if row := self._table(folder).get(name):
                self._met.add(row.place)
                known = {**row.facts, **known}
        return known

    def finish(self) -> None:
        """Tells of the rows whose file is not there."""
        for folder, table in self.tables.items():
            for name, row in table.items():
                if row.place not in self._met and not os.path.exists(joined(folder, name)):
                    self.tell(Notice(row.place, f"there is no file {name!r} beside it; correct or remove the line"))

    def _table(self, folder: str) -> dict[str, metadata.Row]:
        if folder not in self.tables:
            self.tables[folder] = {}
            for name in metadata.NAMES:
                self.tables[folder] |= self._rows(joined(folder, name))
        return self.tables[folder]

    def _rows(self, path: str) -> dict[str, metadata.Row]:
        blob = Blob.at(shown(path), path, self.limits, {}, {})
        try:
            return metadata.rows(blob, self.tell) if os.path.isfile(path) else {}
        except Stopped:
            raise
        except (ClaimcheckError, OSError) as wrong:
            self.tell(Notice(blob.name, reason(wrong)))
            return {}


def _above(place: Place) -> Iterator[tuple[str, str]]:
    """The folders from the file's own up to the root, each with the file's name below it."""
    folder, _, name = place.name.rpartition("/")
    while folder:
        yield _folder(place.root, folder), name
        folder, _, upper = folder.rpartition("/")
        name = f"{upper}/{name}"
    yield place.root, place.name


#: the path of a folder, which many files have in common
_folder = lru_cache(maxsize=1 << 10)(joined)
