"""Questions to a store: SQL, and its tables as Parquet for DuckDB, pandas and others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from claimcheck.errors import ClaimcheckError

#: file of the export -> what it holds
TABLES = {
    "articles": "SELECT file, source, published, lang, title FROM article ORDER BY file",
    "claims": "SELECT id, article, kind, value, low, high, qualifier, unit, counted, event, place, issuer, quote "
    "FROM claim ORDER BY article, number",
    "findings": "SELECT id, verdict, label, why FROM finding ORDER BY id",
    "members": "SELECT finding, claim FROM member ORDER BY finding, claim",
}

Row = tuple[object, ...]


def sql(path: Path, question: str) -> Iterator[str]:
    """The answer as lines with tabs, the names of the columns first. Nothing is changed.

    Raises ClaimcheckError where there is no store, or where the question is no SQL.
    """
    with closing(_reading(path)) as store:
        try:
            found = store.execute(question)
            yield "\t".join(column[0] for column in found.description or ()) + "\n"
            for row in found:
                yield "\t".join(_cell(value) for value in row) + "\n"
        except (sqlite3.Error, sqlite3.Warning) as wrong:
            raise ClaimcheckError(f"{path}: {wrong}; its tables are article, claim, finding and member") from None


def export(path: Path, folder: Path) -> list[Path]:
    """Writes the tables of the store as Parquet files into ``folder``; gives their paths.

    Raises ClaimcheckError where pyarrow is not installed, or where ``folder`` cannot be written.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ModuleNotFoundError:
        raise ClaimcheckError("Parquet needs pyarrow; install it: pip install 'claimcheck-news[store]'") from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(_reading(path)) as store:
            return [_parquet(store, question, folder / f"{name}.parquet") for name, question in TABLES.items()]
    except OSError as wrong:
        raise ClaimcheckError(f"{folder}: cannot be written ({wrong.strerror}); name another folder") from None


def _parquet(store: sqlite3.Connection, question: str, target: Path) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = store.execute(question)
    names = [column[0] for column in found.description]
    numbers = {"value", "low", "high"}
    schema = pa.schema([(name, pa.float64() if name in numbers else pa.string()) for name in names])
    with pq.ParquetWriter(target, schema) as writer:
        while rows := found.fetchmany(50_000):
            columns = zip(*rows, strict=True)
            writer.write_table(pa.table([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema))
    return target


def _reading(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise ClaimcheckError(f"{path}: there is no store; make one with: claimcheck FOLDER --store {path}")
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
