"""A result that lasts: articles, claims and findings in one SQLite file, so that a rerun reads only what is new.

The result is that of a run without a store. What is written is safe when it is written: a run that is killed goes on
where it was, and two at once wait for each other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from claimcheck.jobs import map_articles
from claimcheck.lean import Sharing
from claimcheck.model import Article, Claim, Finding, Record
from claimcheck.pipeline import claims_of
from claimcheck.store.fingerprint import digest, fingerprint
from claimcheck.store.schema import connect

#: articles in one transaction: what a killed run reads again at most
_BATCH = 64


class Known(Record):
    """Stands in the queue for an article whose claims the store has."""

    file: str


class Store:
    """A store, open. ``with Store(path) as store`` closes it."""

    def __init__(self, path: Path) -> None:
        self._db = connect(path)
        self._unsaved: list[tuple[Article, list[Claim]]] = []

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, at: TracebackType | None) -> None:
        self._save()
        self._db.close()

    def extracted(self, records: Iterable[Record], jobs: int = 1) -> Iterator[Record]:
        """Each article, and behind it its claims, as ``pipeline.extracted``; known articles are not read again.

        At the end the store holds these articles and no others.
        """
        share = Sharing()
        queue: deque[Record] = deque()
        seen: list[tuple[str]] = []
        for given, claims in map_articles(_claims_of, self._sifted(records, queue), jobs):
            record = queue.popleft()
            if isinstance(record, Article):
                seen.append((record.file,))
                if isinstance(given, Known):
                    claims = self._claims(record.file)
                else:
                    self._keep(record, claims)
            yield record
            yield from map(share, claims)
        self._save()
        self._forget_others(seen)

    def keep(self, findings: Iterable[Finding]) -> None:
        """Puts what was found in the place of what an earlier run found."""
        held = list(findings)
        with self._change():
            self._db.execute("DELETE FROM finding")
            self._db.executemany(
                "INSERT INTO finding VALUES (?, ?, ?, ?)", ((f.id, f.verdict, f.label, f.why) for f in held)
            )
            self._db.executemany("INSERT INTO member VALUES (?, ?)", ((f.id, c) for f in held for c in f.claims))

    def _sifted(self, records: Iterable[Record], queue: deque[Record]) -> Iterator[Record]:
        """The records, a known article replaced; ``queue`` gets all as they were."""
        for record in records:
            queue.append(record)
            yield Known(file=record.file) if isinstance(record, Article) and self._holds(record) else record

    def _holds(self, article: Article) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM article WHERE file = ? AND digest = ? AND fingerprint = ?",
            (article.file, digest(article), fingerprint()),
        )
        return found.fetchone() is not None

    def _claims(self, file: str) -> list[Claim]:
        rows = self._db.execute("SELECT record FROM claim WHERE article = ? ORDER BY number", (file,))
        return [Claim.model_validate_json(record) for (record,) in rows]

    def _keep(self, article: Article, claims: list[Claim]) -> None:
        self._unsaved.append((article, claims))
        if len(self._unsaved) >= _BATCH:
            self._save()

    def _save(self) -> None:
        batch, self._unsaved = self._unsaved, []
        if not batch:
            return
        with self._change():
            for article, claims in batch:
                record = article.model_copy(update={"text": ""}).model_dump_json()
                self._db.execute("DELETE FROM article WHERE file = ?", (article.file,))
                self._db.execute("INSERT INTO article (file, digest, fingerprint, record) VALUES (?, ?, ?, ?)",
                                 (article.file, digest(article), fingerprint(), record))
                self._db.executemany("INSERT INTO claim (article, number, record) VALUES (?, ?, ?)",
                                     ((article.file, n, claim.model_dump_json()) for n, claim in enumerate(claims)))

    def _forget_others(self, seen: list[tuple[str]]) -> None:
        with self._change():
            self._db.execute("CREATE TEMP TABLE IF NOT EXISTS seen (file TEXT PRIMARY KEY)")
            self._db.execute("DELETE FROM seen")
            self._db.executemany("INSERT OR IGNORE INTO seen VALUES (?)", seen)
            self._db.execute("DELETE FROM article WHERE file NOT IN (SELECT file FROM seen)")

    @contextmanager
    def _change(self) -> Iterator[None]:
        """All of what is written inside, or nothing; another process waits meanwhile."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _claims_of(record: Record) -> list[Claim]:
    return [] if isinstance(record, Known) else claims_of(record)
