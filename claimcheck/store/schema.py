"""The tables of a store, and how an older one becomes a current one."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from claimcheck.errors import ClaimcheckError

#: one script a version; a store of version n has had the first n. Never changed, only added to.
MIGRATIONS = (
    """
    CREATE TABLE article (file TEXT PRIMARY KEY);
    CREATE TABLE claim (article TEXT);
    CREATE TABLE finding (id TEXT);
    CREATE TABLE member (finding TEXT);
    """,
    # what version 1 held is read again: it was of another program, and had no nodes
    """
    DROP TABLE member;
    DROP TABLE finding;
    DROP TABLE claim;
    DROP TABLE article;
    CREATE TABLE article (
        number INTEGER PRIMARY KEY,
        file TEXT NOT NULL UNIQUE,
        key BLOB NOT NULL,           -- of what it was read from and of the program and the packs that read it
        record TEXT NOT NULL,        -- without the text
        marks BLOB NOT NULL,         -- of its text, by which it is known when it comes again
        nodes BLOB,                  -- its claims as they are compared; nothing of a text that came before
        addresses BLOB,              -- and where
        sums TEXT,                   -- findings in it alone
        source TEXT AS (json_extract(record, '$.source')),
        published TEXT AS (json_extract(record, '$.published')),
        lang TEXT AS (json_extract(record, '$.lang')),
        title TEXT AS (json_extract(record, '$.title'))
    );
    CREATE TABLE claim (
        owner INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        number INTEGER NOT NULL,     -- in the order of the article
        record TEXT NOT NULL,
        id TEXT AS (json_extract(record, '$.id')),
        article TEXT AS (json_extract(record, '$.article')),
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
        PRIMARY KEY (owner, number)
    ) WITHOUT ROWID;
    CREATE TABLE leaf (              -- links between claims that are compared with each other
        digest BLOB PRIMARY KEY,     -- of the claims
        found BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE result (            -- findings, without their ids
        number INTEGER PRIMARY KEY,
        component BLOB NOT NULL,     -- digest of the claims that were grouped together
        first INTEGER NOT NULL,      -- its first claim, as one of these
        verdict TEXT NOT NULL,
        label TEXT NOT NULL,
        record TEXT NOT NULL
    );
    CREATE INDEX of_component ON result (component);
    CREATE TABLE shown (             -- the findings of the last run
        place INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        result INTEGER NOT NULL
    );
    CREATE VIEW finding AS
        SELECT shown.id, verdict, label, json_extract(record, '$.why') AS why FROM shown JOIN result ON number = result;
    CREATE VIEW member AS
        SELECT shown.id AS finding, value AS claim
        FROM shown JOIN result ON number = result, json_each(record, '$.claims');
    """,
    # what version 2 held is read again: its nodes and links were written otherwise
    """
    DELETE FROM shown;
    DELETE FROM result;
    DELETE FROM leaf;
    DELETE FROM article;
    """,
    # what version 3 held is grouped again: its leaves and findings had other digests
    """
    DELETE FROM shown;
    DELETE FROM leaf;
    DROP INDEX of_component;
    DROP TABLE result;
    CREATE TABLE result (            -- findings, without their ids
        number INTEGER PRIMARY KEY,
        digest BLOB UNIQUE,          -- of its claims and of what makes them one question; none of a sum
        verdict TEXT NOT NULL,
        label TEXT NOT NULL,
        record TEXT NOT NULL
    );
    CREATE TABLE part (              -- claims that are grouped together
        digest BLOB PRIMARY KEY,     -- of these
        found BLOB NOT NULL,         -- the findings: claims by their places among these, verdict, number
        past BLOB NOT NULL           -- which groups are one
    ) WITHOUT ROWID;
    """,
)

#: bytes of a page of a new store: a claim's row of a table without row numbers lies in one where that is four times as
#: large, and otherwise takes another page to itself
_PAGE = 8192
#: seconds that one process waits for another's write, and for another's whole run
_PATIENCE, _TURN = 60, 86_400
#: seconds between two looks at a lock that SQLite does not wait for
_LOOK = 0.02


def connect(path: Path) -> sqlite3.Connection:
    """The store at ``path``, made or migrated where it has to be.

    Raises ClaimcheckError where the file is no store, or one of a later version.
    """
    try:
        store = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        store.execute(f"PRAGMA page_size = {_PAGE}")
        _log_ahead(store)
        store.execute("PRAGMA synchronous = NORMAL")
        store.execute("PRAGMA foreign_keys = ON")
        store.execute("PRAGMA temp_store = MEMORY")
        if store.execute("PRAGMA user_version").fetchone()[0] != len(MIGRATIONS):
            _migrate(store, path)
    except sqlite3.Error as wrong:
        raise ClaimcheckError(f"{path}: cannot be used as a store ({wrong}); name another file") from None
    return store


def _log_ahead(store: sqlite3.Connection) -> None:
    """Lets others read while one writes. SQLite waits for a lock everywhere but here, where two runs that make one
    store at once would meet."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            store.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(_LOOK)


def turn(path: Path) -> sqlite3.Connection:
    """A lock beside the store, had when this returns and as long as the connection is open: runs take turns."""
    lock = sqlite3.connect(f"{path}-turn", timeout=_TURN, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    return lock


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
