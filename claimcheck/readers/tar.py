"""Tar archives, packed or not: each file within, as if it lay in a folder."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.archive import Member, files
from claimcheck.readers.blob import Blob
from claimcheck.readers.notice import Notice, Tell


def read(blob: Blob, tell: Tell) -> Iterator[Blob]:
    """The files of the archive, in its order: going back in a packed one means unpacking it again."""
    with blob.open() as stream:
        try:
            with tarfile.open(fileobj=stream) as pack:
                yield from files(blob, [_member(pack, info) for info in _files(pack, blob, tell)], tell)
        except (tarfile.TarError, EOFError) as wrong:
            raise ClaimcheckError(f"is no tar archive, or a broken one ({wrong}); pack it anew") from None


def _files(pack: tarfile.TarFile, blob: Blob, tell: Tell) -> Iterator[tarfile.TarInfo]:
    for info in pack:
        if info.isfile():
            yield info
        elif not info.isdir():
            tell(Notice(f"{blob.name}/{info.name}", "is a link or a device within an archive; pack the file itself"))


def _member(pack: tarfile.TarFile, info: tarfile.TarInfo) -> Member:
    return Member(info.name.removeprefix("./"), partial(_open, pack, info))


def _open(pack: tarfile.TarFile, info: tarfile.TarInfo) -> BinaryIO:
    return cast(BinaryIO, pack.extractfile(info))
