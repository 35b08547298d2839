"""A result that lasts: articles, claims and findings in one SQLite file, so that a rerun does only what is new.

What is written is safe when it is written: a run that is killed goes on where it was, and two at once take turns.
"""

from __future__ import annotations

import json
import marshal
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import starmap
from pathlib import Path

from claimcheck.asjson import dumps, without
from claimcheck.checked import checked, checked_json
from claimcheck.kept import Held, Known, Result
from claimcheck.model import Article, Claim, Finding
from claimcheck.rows import Asked
from claimcheck.stages.node import FORMAT
from claimcheck.store.schema import connect, turn

#: bytes of one mark of a text
_MARK = 16


class Store:
    """A store, open until its ``end``."""

    lasting = True

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: sqlite3.Connection | None = connect(path)
        self._turn: sqlite3.Connection | None = turn(path)

    def settle(self) -> None:
        """Holds on to what is in it now, whatever others write from now on, and lets the next run have its turn."""
        self.db.execute("BEGIN")
        self.db.execute("SELECT count(*) FROM shown").fetchone()
        self._pass_on()

    def _pass_on(self) -> None:
        if self._turn:
            self._turn.close()
            self._turn = None

    def end(self) -> None:
        """Closes it."""
        self.close()
        self._pass_on()

    @property
    def db(self) -> sqlite3.Connection:
        """The connection, opened where it is not."""
        if self._db is None:
            self._db = connect(self.path)
        return self._db

    def close(self) -> None:
        """Closes the connection until it is needed: a process must not begin with one that is open."""
        if self._db is not None:
            self._db.close()
            self._db = None

    @contextmanager
    def change(self) -> Iterator[None]:
        """All of what is written inside, or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """For many reads in a row, which look once what others have written, and not each time."""
        self.db.execute("BEGIN")
        yield
        self.db.execute("COMMIT")

    def article(self, file: str, key: bytes) -> Held | None:
        """An article that was read from the same; None where there is none."""
        found = self.db.execute(
            "SELECT number, record, marks, nodes IS NOT NULL FROM article WHERE file = ? AND key = ?", (file, key)
        ).fetchone()
        if found is None:
            return None
        number, record, marks, asked = found
        held = checked_json(Article, record)
        return Held(number, held, tuple(marks[n : n + _MARK] for n in range(0, len(marks), _MARK)), bool(asked))

    def add(self, key: bytes, article: Article, marks: Iterable[bytes], asked: Asked | None) -> int:
        """Puts an article in the place of what is known under its name; gives its number."""
        self.db.execute("DELETE FROM article WHERE file = ?", (article.file,))
        nodes, addresses = (asked.nodes, asked.addresses) if asked else (None, None)
        sums = dumps(asked.sums).decode() if asked and asked.sums else None
        number = self.db.execute(
            "INSERT INTO article (file, key, record, marks, nodes, addresses, sums) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (article.file, key, without(article, "text").decode(), b"".join(marks), nodes, addresses, sums),
        ).lastrowid
        if asked:
            claims = ((number, n, line.text.decode()) for n, line in enumerate(asked.claims))
            self.db.executemany("INSERT INTO claim (owner, number, record) VALUES (?, ?, ?)", claims)
        return number or 0

    def nodes(self, number: int) -> bytes:
        """The claims of an article as they are compared, packed."""
        return self._of("nodes", number)

    def addresses(self, number: int) -> bytes:
        """Where the claims of an article are compared."""
        return self._of("addresses", number)

    def article_of(self, number: int) -> Article:
        """An article without its text."""
        return checked_json(Article, self._of("record", number))

    def _of(self, column: str, number: int) -> bytes:
        found: tuple[bytes] = self.db.execute(f"SELECT {column} FROM article WHERE number = ?", (number,)).fetchone()
        return found[0]

    def sums(self) -> dict[int, list[Finding]]:
        """Number of an article -> the findings in it alone."""
        rows = self.db.execute("SELECT number, sums FROM article WHERE sums IS NOT NULL")
        return {number: [checked(Finding, found) for found in json.loads(sums)] for number, sums in rows}

    def claim(self, owner: int, number: int) -> Claim:
        """A claim by its article and its number in it."""
        asked = "SELECT record FROM claim WHERE owner = ? AND number = ?"
        return checked_json(Claim, self.db.execute(asked, (owner, number)).fetchone()[0])

    def claims(self, owner: int) -> Iterator[Claim]:
        """The claims of an article, in its order."""
        return (checked_json(Claim, record) for record in self._claims(owner))

    def _claims(self, owner: int) -> Iterator[bytes]:
        rows = self.db.execute("SELECT CAST(record AS BLOB) FROM claim WHERE owner = ? ORDER BY number", (owner,))
        return (record for (record,) in rows)

    def leaf(self, name: bytes) -> bytes | None:
        """The links that were found in a leaf."""
        found = self.db.execute("SELECT found FROM leaf WHERE digest = ?", (name,)).fetchone()
        return found[0] if found else None

    def keep_leaves(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Names of leaves with what was found in them."""
        self.db.executemany("INSERT OR REPLACE INTO leaf VALUES (?, ?)", rows)

    def part(self, name: bytes) -> list[Known]:
        """What was found in a component; nothing where it is not known."""
        found = self.db.execute("SELECT found FROM part WHERE digest = ?", (name,)).fetchone()
        return list(starmap(Known, marshal.loads(found[0]))) if found else []

    def keep_part(self, name: bytes, results: Iterable[Known], past: bytes) -> None:
        """What was found in a component, and of its groups on the way."""
        found = marshal.dumps(list(map(tuple, results)), FORMAT)
        self.db.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", (name, found, past))

    def past(self, names: Iterable[bytes]) -> dict[bytes, bytes]:
        """What was found of the groups of all components but these."""
        with self._kept(names) as kept:
            rows = self.db.execute(f"SELECT past FROM part WHERE past <> x'' AND digest NOT IN ({kept})")
            return {name: found for (past,) in rows for name, found in marshal.loads(past).items()}

    def finding(self, name: bytes) -> tuple[str, int] | None:
        """Verdict and number of what was found of the same claims as one question."""
        found: tuple[str, int] | None
        found = self.db.execute("SELECT verdict, number FROM result WHERE digest = ?", (name,)).fetchone()
        return found

    def label(self, number: int) -> str:
        """What the question of a finding is called."""
        found: tuple[str] = self.db.execute("SELECT label FROM result WHERE number = ?", (number,)).fetchone()
        return found[0]

    def add_result(self, result: Result) -> int:
        """Keeps a finding; gives its number."""
        record = "{" + result.finding.text[len(_line("", b"{")) :].decode()
        values = (result.name or None, result.verdict, result.label, record)
        added = self.db.execute("INSERT INTO result (digest, verdict, label, record) VALUES (?, ?, ?, ?)", values)
        return added.lastrowid or 0

    def show(
        self, findings: Iterable[tuple[str, int]], articles: Iterable[int], leaves: Iterable[bytes],
        parts: Iterable[bytes],
    ) -> None:
        """Makes these the result, as ids with numbers in their order; of what it does not rest on nothing is kept."""
        with self.change():
            self.db.execute("DELETE FROM shown")
            self.db.executemany("INSERT INTO shown (id, result) VALUES (?, ?)", findings)
            self._forget("result", "number", "SELECT result FROM shown")
            for table, column, rested_on in (
                ("article", "number", articles), ("leaf", "digest", leaves), ("part", "digest", parts)
            ):  # fmt: skip
                with self._kept(rested_on) as kept:
                    self._forget(table, column, kept)

    @contextmanager
    def _kept(self, values: Iterable[object]) -> Iterator[str]:
        """What selects these values."""
        self.db.execute("CREATE TEMP TABLE kept (it PRIMARY KEY) WITHOUT ROWID")
        self.db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((one,) for one in values))
        yield "SELECT it FROM kept"
        self.db.execute("DROP TABLE kept")

    def _forget(self, table: str, column: str, kept: str) -> None:
        self.db.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT {column} FROM {table} EXCEPT {kept})")

    def findings(self) -> Iterator[Finding]:
        """The result."""
        return (checked_json(Finding, line) for line in self.finding_lines())

    def article_line(self, number: int) -> bytes:
        """An article as JSON without its text, which is what lies here."""
        return self._of("CAST(record AS BLOB)", number)

    def claim_lines(self, owner: int) -> Iterator[bytes]:
        """The claims of an article as JSON, which is what lies here."""
        return self._claims(owner)

    def finding_lines(self) -> Iterator[bytes]:
        """The result as JSON."""
        asked = "SELECT id, CAST(record AS BLOB) FROM shown JOIN result ON number = result ORDER BY place"
        return (_line(name, record) for name, record in self.db.execute(asked))


def _line(name: str, record: bytes) -> bytes:
    """A finding, which is stored without its id, as JSON."""
    return b'{"id":"%b",%b' % (name.encode(), record[1:])
