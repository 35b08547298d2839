"""A single file packed by gzip: ``article.html.gz``."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob
from claimcheck.readers.notice import Tell
from claimcheck.readers.zip import RATIO


def read(blob: Blob, tell: Tell) -> Iterator[Blob]:
    """The file within, under the packed name without ``.gz``."""
    yield blob.inner(PurePosixPath(blob.name).stem, lambda: _unpacked(blob.open()), {})


def _unpacked(packed: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Measured(packed), 65_536))


class _Measured(io.RawIOBase):
    """What is unpacked, while it stays in proportion to what is packed: an export is streamed and has no end itself."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed, self._given = _Counted(packed), 0
        self._stream = gzip.GzipFile(fileobj=cast(BinaryIO, self._packed))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = self._stream.readinto(buffer)
        self._given += count
        if self._given > RATIO * max(self._packed.taken, 1_000):
            raise ClaimcheckError(f"unpacks to more than {RATIO} times its size, as bombs do; leave it out")
        return count


class _Counted:
    """A stream that knows how much of it was read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.taken = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data
