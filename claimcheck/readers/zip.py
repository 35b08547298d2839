"""Zip archives: each file within, as if it lay in a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.archive import Member, files
from claimcheck.readers.blob import Blob, bounded
from claimcheck.readers.notice import Tell

#: text packs to a tenth, repetitive JSON to a fiftieth; what unpacks to more is made to fill a disk
RATIO = 200


def read(blob: Blob, tell: Tell) -> Iterator[Blob]:
    """The files of the archive, by name."""
    with blob.open() as stream:
        try:
            pack = zipfile.ZipFile(stream)
        except zipfile.BadZipFile as wrong:
            raise ClaimcheckError(f"is no zip archive ({wrong}); pack it anew") from None
        members = [_member(pack, info) for info in pack.infolist() if not info.is_dir()]
        yield from files(blob, sorted(members, key=lambda m: m.name), tell)


def member(pack: zipfile.ZipFile, name: str, size: int) -> bytes:
    """One file of the archive in memory. Raises KeyError where it is not there, ClaimcheckError where too large."""
    with _member(pack, pack.getinfo(name)).open() as stream:
        return bounded(stream, size)


def _member(pack: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    return Member(info.filename.removeprefix("./"), partial(_open, pack, info))


def _open(pack: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    if info.flag_bits & 1:
        raise ClaimcheckError("is encrypted; unpack it first")
    if info.file_size > RATIO * max(info.compress_size, 1_000):
        raise ClaimcheckError(f"unpacks to more than {RATIO} times its size, as bombs do; leave it out")
    try:
        return cast(BinaryIO, pack.open(info))
    except (zipfile.BadZipFile, NotImplementedError) as wrong:
        raise ClaimcheckError(f"cannot be unpacked ({wrong}); pack it anew") from None
