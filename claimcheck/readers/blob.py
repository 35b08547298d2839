"""Bytes with a name: a file, a member of an archive, standard input."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError

#: a metadatum with where it comes from: {"published": ("2019-03-02", "JSON-LD")}
Facts = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file. ``size`` is in bytes and holds for what is unpacked too."""

    size: int = 50_000_000
    seconds: float = 30.0
    #: archives within archives
    depth: int = 3


@dataclass(frozen=True, slots=True)
class Blob:
    """``name`` is the path below the folder that was asked for, with ``/`` between its parts."""

    name: str
    open: Callable[[], BinaryIO]
    limits: Limits = Limits()
    #: what is known of it beforehand
    facts: Facts = field(default_factory=dict)
    #: column names of exports: {"text": "body"}
    columns: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, data: bytes, parent: Blob) -> Blob:
        """A piece of ``parent`` that is in memory already."""
        return cls(name, lambda: io.BytesIO(data), parent.limits, parent.facts, parent.columns)

    @classmethod
    def at(cls, name: str, path: Path, limits: Limits, columns: Mapping[str, str]) -> Blob:
        """A file on disk."""
        return cls(name, lambda: path.open("rb"), limits, {}, columns)

    @property
    def suffix(self) -> str:
        """``.html``, in lower case; empty where the name has none."""
        return PurePosixPath(self.name).suffix.lower()

    def read(self) -> bytes:
        """All bytes. Raises ClaimcheckError where they are more than the limit, before they fill the memory."""
        with self.open() as stream:
            return bounded(stream, self.limits.size)


def bounded(stream: BinaryIO, size: int) -> bytes:
    """What ``stream`` holds. Raises ClaimcheckError where that is more than ``size`` bytes."""
    data = stream.read(size + 1)
    if len(data) > size:
        raise ClaimcheckError(f"is larger than {size:,} bytes; split it, or raise --max-size")
    return data
