"""What the kinds of archives have in common. Nothing is ever written to disk: a member is read where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from claimcheck.readers import metadata
from claimcheck.readers.blob import Blob
from claimcheck.readers.notice import Notice, Tell
from claimcheck.readers.walk import aside, shown


@dataclass(frozen=True, slots=True)
class Member:
    """A file within an archive."""

    name: str
    open: Callable[[], BinaryIO]


def files(blob: Blob, members: list[Member], tell: Tell) -> Iterator[Blob]:
    """The members that are articles, with what a metadata file at the top of the archive says of them."""
    table: dict[str, metadata.Row] = {}
    for member in members:
        if member.name in metadata.NAMES:
            table |= metadata.rows(blob.inner(member.name, member.open, {}), tell)
    for member in members:
        path = PurePosixPath(member.name)
        if path.is_absolute() or ".." in path.parts:
            tell(Notice(blob.name, f"holds {member.name!r}, a path that leads out of it; pack it anew"))
        elif not any(map(aside, path.parts)):
            row = table.pop(str(path), None)
            yield blob.inner(shown(member.name), member.open, row.facts if row else {})
    for name, row in table.items():
        tell(Notice(row.place, f"there is no file {name!r} beside it; correct or remove the line"))
