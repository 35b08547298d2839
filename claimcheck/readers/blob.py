"""Bytes with a name: a file, a member of an archive, standard input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError

#: bytes that hold nearly every article whole
_FIRST = 65_536
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
    def at(cls, name: str, path: str, limits: Limits, columns: Mapping[str, str], facts: Facts) -> Blob:
        """A file on disk."""
        return cls(name, partial(_opened, path), limits, facts, columns)

    def inner(self, name: str, open: Callable[[], BinaryIO], facts: Facts) -> Blob:
        """A file within this one, one level deeper. Raises ClaimcheckError where that is too deep."""
        if not self.limits.depth:
            raise ClaimcheckError("holds archives within archives within archives; unpack it first")
        limits = replace(self.limits, depth=self.limits.depth - 1)
        return Blob(f"{self.name}/{name}", open, limits, {**facts, **self.facts}, self.columns)

    @property
    def suffix(self) -> str:
        """``.html``, in lower case; empty where the name has none."""
        return "".join(self.suffixes[-1:])

    @property
    def suffixes(self) -> list[str]:
        """All of them: ``.tar`` and ``.gz``. What follows a dot and has a blank is of a title: "U.S. envoy leaves"."""
        _, *parts = self.name.rpartition("/")[2].lstrip(".").rpartition(" ")[2].split(".")
        return [f".{part.lower()}" for part in parts if part]

    def read(self) -> bytes:
        """All bytes. Raises ClaimcheckError where they are more than the limit, before they fill the memory."""
        with self.open() as stream:
            return bounded(stream, self.limits.size)


def _opened(path: str) -> BinaryIO:
    return open(path, "rb")


def bounded(stream: BinaryIO, size: int) -> bytes:
    """What ``stream`` holds. Raises ClaimcheckError where that is more than ``size`` bytes."""
    data = stream.read(min(_FIRST, size + 1))
    if len(data) == _FIRST:  # asked for more, it would lay out memory for all of it
        data += stream.read(size + 1 - _FIRST)
    if len(data) > size:
        raise ClaimcheckError(f"is larger than {size:,} bytes; split it, or raise --max-size")
    return data
