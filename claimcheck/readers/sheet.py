"""CSV and TSV exports: an article a row, streamed, the columns named by the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import cast

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import encoding
from claimcheck.readers.draft import Draft
from claimcheck.readers.notice import Notice, Tell
from claimcheck.readers.rows import NAMES, draft

_HEAD = 65_536


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """Each row's article. A row without a text is told with its line, and the next is read."""
    csv.field_size_limit(blob.limits.size)
    with blob.open() as file, io.BufferedReader(cast(io.RawIOBase, file), _HEAD) as stream:
        head = stream.peek()
        name, guessed = encoding(head)
        text = io.TextIOWrapper(stream, name, newline="")
        split = "\t" if blob.suffix == ".tsv" else delimiter(head.partition(b"\n")[0].decode("latin-1"))
        table = csv.DictReader(text, delimiter=split, restval="")
        try:
            _check(table.fieldnames or (), blob)
            yield from _drafts(table, blob, guessed, tell)
        except csv.Error as wrong:
            raise ClaimcheckError(f"line {table.line_num} is no CSV ({wrong}); mend it") from None


def _drafts(
    table: csv.DictReader[str], blob: Blob, guessed: str | None, tell: Tell
) -> Iterator[Draft]:
    for number, row in enumerate(table, 1):
        try:
            yield draft(row, blob.columns, f"#{number}", guessed)
        except ClaimcheckError:
            tell(Notice(f"{blob.name}:{table.line_num}", "has no text in its row; fill it in or remove the row"))


def _check(names: Iterable[str], blob: Blob) -> None:
    columns = [name.strip().lower() for name in names]
    wanted = (blob.columns["text"].lower(),) if "text" in blob.columns else NAMES["text"]
    if not any(name in columns for name in wanted):
        raise ClaimcheckError(f"has no column with the text among {', '.join(columns)}; name it, as in --map text=body")


def delimiter(first: str) -> str:
    """What separates the columns, by the first line: spreadsheets of some countries write ``;``, trafilatura tabs."""
    return max(",;\t", key=first.count)
