"""``metadata.csv`` and ``metadata.jsonl``: what people know of the articles beside them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob, Facts
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import FIELDS, facts
from claimcheck.readers.notice import Notice, Tell

NAMES = ("metadata.csv", "metadata.jsonl")
COLUMNS = ("file", *FIELDS)


class Row(NamedTuple):
    """One line of a metadata file, for the file of its name."""

    place: str
    facts: Facts


def rows(blob: Blob, tell: Tell) -> dict[str, Row]:
    """File name, below the metadata file's folder, -> what is said of it. A wrong line is told and left out."""
    table: dict[str, Row] = {}
    for line, values in _values(blob, tell):
        file = str(values.get("file") or "").strip().removeprefix("./")
        place = f"{blob.name}:{line}"
        if not file:
            tell(Notice(place, "names no file; fill in its column 'file'"))
        elif file in table:
            tell(Notice(place, f"names {file!r} a second time; the first line counts"))
        else:
            table[file] = Row(place, facts(values, blob.name.rpartition("/")[2]))
    return table


def _values(blob: Blob, tell: Tell) -> Iterator[tuple[int, Mapping[str, object]]]:
    text, guessed = decode(blob.read())
    if guessed:
        tell(Notice(blob.name, f"is not UTF-8; read as {guessed}, which is a guess", trouble=False))
    return _json_lines(text, blob, tell) if blob.suffix == ".jsonl" else _csv(text, blob, tell)


def _csv(text: str, blob: Blob, tell: Tell) -> Iterator[tuple[int, Mapping[str, object]]]:
    import csv

    from claimcheck.readers.sheet import delimiter

    split = delimiter(text.partition("\n")[0])
    csv.field_size_limit(blob.limits.size)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=split, restval="")
    try:
        names = [name.strip().lower() for name in table.fieldnames or ()]
        if "file" not in names:
            raise ClaimcheckError(f"has no column 'file'; its first line must name the columns: {','.join(COLUMNS)}")
        _unknown(names, blob, tell)
        table.fieldnames = names
        for values in table:
            yield table.line_num, values
    except csv.Error as wrong:
        raise ClaimcheckError(f"line {table.line_num} is no CSV ({wrong}); mend it") from None


def _json_lines(text: str, blob: Blob, tell: Tell) -> Iterator[tuple[int, Mapping[str, object]]]:
    names: dict[str, None] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as wrong:
            tell(Notice(f"{blob.name}:{number}", f"is no JSON ({wrong}); mend the line"))
            continue
        if isinstance(values, dict):
            names |= dict.fromkeys(values)
            yield number, values
        else:
            tell(Notice(f"{blob.name}:{number}", 'is no JSON object; write {"file": ..., "source": ...}'))
    _unknown(names, blob, tell)


def _unknown(names: Iterable[str], blob: Blob, tell: Tell) -> None:
    for name in names:
        if name not in COLUMNS:
            tell(Notice(blob.name, f"column {name!r} is not used; known are {', '.join(COLUMNS)}", trouble=False))
