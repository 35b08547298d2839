"""Records as lines of JSON: what passes between the stages, each line saying of what type it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.asjson import dumps
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article, Claim, Cluster, Finding, Record
from claimcheck.readers.duplicates import Duplicate

TYPES: dict[str, type[Record]] = {
    "article": Article,
    "duplicate": Duplicate,
    "claim": Claim,
    "cluster": Cluster,
    "finding": Finding,
}
_NAMES = {kind: name for name, kind in TYPES.items()}


def dump(record: Record) -> str:
    """One line, without its newline."""
    return line(type(record), dumps(record)).decode()


def line(kind: type[Record], record: bytes) -> bytes:
    """The same of a record that is JSON already."""
    return b'{"type":"%b",%b' % (_NAMES[kind].encode(), record[1:])


def load(lines: Iterable[bytes], name: str) -> Iterator[Record]:
    """The records on ``lines``; blank lines are passed over.

    Raises ClaimcheckError, which names ``name`` and the line, for the first line that is no record.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _record(line, f"{name}:{number}")


def _record(line: bytes, place: str) -> Record:
    from pydantic_core import from_json

    from claimcheck.checked import checked

    try:
        values = from_json(line)
    except ValueError as wrong:
        raise ClaimcheckError(f"{place}: is no JSON ({wrong}); mend the line") from None
    kind = TYPES.get(str(values.pop("type", None))) if isinstance(values, dict) else None
    if kind is None:
        raise ClaimcheckError(f'{place}: has no "type" of {", ".join(TYPES)}; pass the output of a claimcheck stage')
    try:
        return checked(kind, values)
    except ValueError as wrong:
        raise ClaimcheckError(f"{place}: {wrong}; pass the output of a claimcheck stage") from None
