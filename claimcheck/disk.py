"""What the run of an archive keeps, in a file that goes away with it: memory holds where each piece lies."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from tempfile import TemporaryFile

from claimcheck.checked import checked_json
from claimcheck.kept import Memory, Result, named
from claimcheck.model import Article, Claim, Finding
from claimcheck.rows import Asked


class Heap:
    """Pieces in a file, one behind the other. One process writes; those that it begins may read what lay there then."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115, for it is open until ``close``
        self._end, self._dirty = 0, False

    def put(self, pieces: Iterable[bytes]) -> Sequence[int]:
        """Adds some pieces; gives where each begins, and where the last one ends."""
        bounds = array("Q", [self._end])
        for piece in pieces:
            self._file.write(piece)
            self._end += len(piece)
            bounds.append(self._end)
        self._dirty = True
        return bounds

    def get(self, begin: int, end: int) -> bytes:
        """What lies there."""
        self.flush()
        if hasattr(os, "pread"):  # which moves no place that processes share
            return os.pread(self._file.fileno(), end - begin, begin)
        self._file.seek(begin)
        data = self._file.read(end - begin)
        self._file.seek(0, os.SEEK_END)
        return data

    def flush(self) -> None:
        """Makes all that was put readable, by other processes too."""
        if self._dirty:
            self._file.flush()
            self._dirty = False

    def close(self) -> None:
        """It goes away."""
        self._file.close()


class Disk(Memory):
    """The pieces of an article are its nodes, its addresses and, as JSON, its claims; a finding is one, without its id.
    """

    def __init__(self) -> None:
        super().__init__()
        self._heap = Heap()
        #: by their numbers, where the pieces of articles and findings lie
        self._pieces: list[Sequence[int]] = []
        self._findings: list[Sequence[int]] = []
        self._found: dict[bytes, Sequence[int]] = {}
        self._sums: dict[int, list[Finding]] = {}

    def close(self) -> None:
        """Processes may read all that there is."""
        self._heap.flush()

    def end(self) -> None:
        """It goes away."""
        self._heap.close()

    def add(self, key: bytes, article: Article, marks: Iterable[bytes], asked: Asked | None) -> int:
        """See ``Memory``."""
        number = super().add(key, article, (), None)
        lines = (line.text for line in asked.claims) if asked else ()
        self._pieces.append(self._heap.put((asked.nodes, asked.addresses, *lines) if asked else ()))
        if asked and asked.sums:
            self._sums[number] = asked.sums
        return number

    def _piece(self, number: int, at: int) -> bytes:
        """One of an article."""
        bounds = self._pieces[number - 1]
        return self._heap.get(bounds[at], bounds[at + 1])

    def nodes(self, number: int) -> bytes:
        """See ``Memory``."""
        return self._piece(number, 0)

    def addresses(self, number: int) -> bytes:
        """See ``Memory``."""
        return self._piece(number, 1)

    def sums(self) -> dict[int, list[Finding]]:
        """See ``Memory``."""
        return self._sums

    def claim(self, owner: int, number: int) -> Claim:
        """See ``Memory``."""
        return checked_json(Claim, self._piece(owner, number + 2))

    def claims(self, owner: int) -> Iterable[Claim]:
        """See ``Memory``."""
        return (checked_json(Claim, line) for line in self.claim_lines(owner))

    def claim_lines(self, owner: int) -> Iterator[bytes]:
        """See ``Memory``."""
        bounds = self._pieces[owner - 1][2:]
        data = self._heap.get(bounds[0], bounds[-1])
        return (data[begin - bounds[0] : end - bounds[0]] for begin, end in pairwise(bounds))

    def leaf(self, name: bytes) -> bytes | None:
        """See ``Memory``."""
        bounds = self._found.get(name)
        return self._heap.get(*bounds) if bounds else None

    def keep_leaves(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """See ``Memory``."""
        self._found.update((name, self._heap.put((data,))) for name, data in rows)

    def result(self, number: int) -> Finding:
        """See ``Memory``."""
        return checked_json(Finding, self._heap.get(*self._findings[number - 1]))

    def add_result(self, result: Result) -> int:
        """See ``Memory``."""
        self._findings.append(self._heap.put((result.finding.text,)))
        return len(self._findings)

    def finding_lines(self) -> Iterator[bytes]:
        """See ``Memory``."""
        return (named(self._heap.get(*self._findings[number - 1]), name) for name, number in self._shown)
