"""The tables of a store, and how an older one becomes a current one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from claimcheck.errors import ClaimcheckError

#: one script a version; a store of version n has had the first n. Never changed, only added to.
MIGRATIONS = (
    """
    CREATE TABLE article (
        file TEXT PRIMARY KEY,
        digest TEXT NOT NULL,        -- of its text and metadata
        fingerprint TEXT NOT NULL,   -- of the program and the packs that read it
        record TEXT NOT NULL,        -- without the text
        source TEXT AS (json_extract(record, '$.source')),
        published TEXT AS (json_extract(record, '$.published')),
        lang TEXT AS (json_extract(record, '$.lang')),
        title TEXT AS (json_extract(record, '$.title'))
    );
    CREATE TABLE claim (
        article TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
        number INTEGER NOT NULL,     -- in the order of the article
        record TEXT NOT NULL,
        id TEXT AS (json_extract(record, '$.id')),
        kind TEXT AS (json_extract(record, '$.quantity.kind')),
        value REAL AS (json_extract(record, '$.quantity.value')),
        low REAL AS (json_extract(record, '$.quantity.low')),
        high REAL AS (json_extract(record, '$.quantity.high')),
        qualifier TEXT AS (json_extract(record, '$.quantity.qualifier')),
        unit TEXT AS (json_extract(record, '$.quantity.unit')),
        counted TEXT AS (json_extract(record, '$.counted.concept')),
        event TEXT AS (json_extract(record, '$.event.concept')),
        place TEXT AS (json_extract(record, '$.place')),
        issuer TEXT AS (json_extract(record, '$.issuer')),
        quote TEXT AS (json_extract(record, '$.quote')),
        PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE TABLE finding (
        id TEXT PRIMARY KEY,
        verdict TEXT NOT NULL,
        label TEXT NOT NULL,
        why TEXT NOT NULL
    );
    CREATE TABLE member (
        finding TEXT NOT NULL REFERENCES finding ON DELETE CASCADE,
        claim TEXT NOT NULL,
        PRIMARY KEY (finding, claim)
    ) WITHOUT ROWID;
    """,
)

#: seconds that one process waits for another's write
_PATIENCE = 60


def connect(path: Path) -> sqlite3.Connection:
    """The store at ``path``, made or migrated where it has to be.

    Raises ClaimcheckError where the file is no store, or one of a later version.
    """
    try:
        store = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = NORMAL")
        store.execute("PRAGMA foreign_keys = ON")
        _migrate(store, path)
    except sqlite3.Error as wrong:
        raise ClaimcheckError(f"{path}: cannot be used as a store ({wrong}); name another file") from None
    return store


def _migrate(store: sqlite3.Connection, path: Path) -> None:
    store.execute("BEGIN IMMEDIATE")
    version = store.execute("PRAGMA user_version").fetchone()[0]
    tables = store.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if version > len(MIGRATIONS) or (tables and not version):
        store.execute("ROLLBACK")
        cure = "use a newer claimcheck" if version else "name another file"
        raise ClaimcheckError(f"{path}: is no store that this version reads; {cure}")
    for script in MIGRATIONS[version:]:
        for statement in script.split(";\n"):
            store.execute(statement)
    store.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    store.execute("COMMIT")
