"""The metadata files of the folders that a run meets, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import metadata
from claimcheck.readers.blob import Blob, Facts, Limits
from claimcheck.readers.notice import Notice, Stopped, Tell
from claimcheck.readers.walk import Place, reason, shown


class Folders:
    """What ``metadata.csv`` and ``metadata.jsonl`` say, by folder."""

    def __init__(self, limits: Limits, tell: Tell) -> None:
        self.limits, self.tell = limits, tell
        self.tables: dict[Path, dict[str, metadata.Row]] = {}

    def facts(self, place: Place) -> Facts:
        """What the metadata files in the folders above ``place`` say of it, the nearest first."""
        known: dict[str, tuple[str, str]] = {}
        for folder in _above(place):
            row = self._table(folder).get(place.path.relative_to(folder).as_posix())
            known = {**(row.facts if row else {}), **known}
        return known

    def finish(self) -> None:
        """Tells of the rows whose file is not there."""
        for folder, table in self.tables.items():
            for name, row in table.items():
                if not (folder / name).exists():
                    self.tell(Notice(row.place, f"there is no file {name!r} beside it; correct or remove the line"))

    def _table(self, folder: Path) -> dict[str, metadata.Row]:
        if folder not in self.tables:
            self.tables[folder] = {}
            for name in metadata.NAMES:
                self.tables[folder] |= self._rows(folder / name)
        return self.tables[folder]

    def _rows(self, path: Path) -> dict[str, metadata.Row]:
        blob = Blob.at(shown(path), path, self.limits, {})
        try:
            return metadata.rows(blob, self.tell) if path.is_file() else {}
        except Stopped:
            raise
        except (ClaimcheckError, OSError) as wrong:
            self.tell(Notice(blob.name, reason(wrong)))
            return {}


def _above(place: Place) -> Iterator[Path]:
    folder = place.path.parent
    while folder != place.root:
        yield folder
        folder = folder.parent
    yield place.root
