"""A run from files to findings that holds in memory what is compared, and nothing else.

Processes read files and ask them for claims; the store keeps these; ``Grouping`` finds what they come to. The result
can be written out as it lies in the store, or built as one ``Report``.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from claimcheck import __version__
from claimcheck.asjson import without
from claimcheck.errors import ClaimcheckError
from claimcheck.grouping import Grouping
from claimcheck.jobs import spread, uncollected
from claimcheck.kept import Held, Memory
from claimcheck.lean import Sharing
from claimcheck.model import Article, Record, Report
from claimcheck.pipeline import also_of
from claimcheck.readers import Blob, Duplicate, Notice, Seen, Settings, Tell, articles, blobs, marks, warn
from claimcheck.rows import Asked, asked

#: articles in one transaction: what a killed run reads again at most
_BATCH = 64
#: files that hold many articles are read here and their articles spread; of others each is read where it is asked
_MANY = (".warc", ".warc.gz", ".warc.zst", ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".csv", ".tsv", ".jsonl",
         ".ndjson", ".json", ".rss", ".atom", ".xml")  # fmt: skip


if TYPE_CHECKING:
    from claimcheck.store import Store

#: so many articles are kept in memory
_ROOM = 1_500

#: what an article is read from
Source = Blob | Article


class Read(NamedTuple):
    """An article with where it was read from and the digest of that; with its number where the store has its claims,
    else with these."""

    article: Article
    marks: tuple[bytes, ...]
    key: bytes
    source: Source
    number: int | None
    asked: Asked | None = None


class Item(NamedTuple):
    """What one process is to read: a file, an article, or a text that somebody else found to come again."""

    source: Source | Duplicate
    key: bytes = b""
    held: Held | None = None
    #: what was said on the way to it
    notices: tuple[Notice, ...] = ()


class Run:
    """One run, through the store at ``path`` where that is given. ``texts`` keeps the articles' texts in memory, for
    reports that show them. ``with Run() as run`` closes what it opens."""

    def __init__(
        self, path: str | None = None, settings: Settings | None = None, tell: Tell = warn, jobs: int = 1,
        texts: bool = False,
    ) -> None:
        self.store: Memory | Store = Memory() if path is None else _store(Path(path))
        self.settings, self.tell, self.jobs = settings or Settings(), tell, jobs
        #: of each article by its file: its number in the store, and the digest of what it was read from
        self.articles: dict[str, tuple[int, bytes]] = {}
        self.texts: dict[str, str] | None = {} if texts else None
        self.verdicts: Counter[str] = Counter()
        self._again: list[Duplicate] = []
        self._seen = Seen()
        self._last: Read | None = None

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, at: TracebackType | None) -> None:
        self.store.end()

    def read(self, paths: Iterable[str]) -> Iterator[Record]:
        """The articles and duplicates at ``paths``; each is to go to ``keep``, if anywhere, before the next is asked
        for."""
        return self._records(self._files(paths))

    def take(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same, of records that were read before."""
        return self._records(self._given(record) for record in records)

    def keep(self, records: Iterable[Record]) -> None:
        """Puts articles into the store; the run is of these."""
        waiting: list[tuple[Record, Read]] = []
        for record in records:
            if self._last:
                waiting.append((record, self._last))
            elif isinstance(record, Duplicate):
                self._again.append(record)
            if len(waiting) >= _BATCH:
                self._save(waiting)
        self._save(waiting)

    def finish(self) -> None:
        """Groups and judges the claims of these articles."""
        with uncollected():
            self.verdicts = Grouping(self.store, self.articles, self._also).run(self.jobs)
        self.store.settle()

    def report(self) -> Report:
        """The result as one value."""
        share, numbers = Sharing(), self._numbers()
        return Report(
            version=__version__,
            articles=tuple(self._shown()),
            claims=tuple(share(claim) for number in numbers for claim in self.store.claims(number)),
            clusters=tuple(self.store.findings()),
        )

    def json(self) -> Iterator[bytes]:
        """The result as the ``json`` report has it, a piece at a time."""
        from claimcheck.reports.records import json_of, parcelled

        claims = (claim for number in self._numbers() for claim in self.store.claim_lines(number))
        return parcelled(json_of(self._lines(), claims, self.store.finding_lines()))

    def jsonl(self) -> Iterator[bytes]:
        """The same as the ``jsonl`` report has it."""
        from claimcheck.reports.records import jsonl_of, parcelled

        told = zip(self._shown(), map(self.store.claim_lines, self._numbers()), strict=True)
        return parcelled(jsonl_of(told, self.store.finding_lines()))

    def _numbers(self) -> list[int]:
        return [number for number, _ in self.articles.values()]

    def _lines(self) -> Iterator[bytes]:
        """The articles as JSON: as they lie in the store, but for those that others print."""
        for file, (number, _) in self.articles.items():
            also = self._also.get(file)
            article = replace(self.store.article_of(number), also=also) if also else None
            yield without(article, "text") if article else self.store.article_line(number)

    def _shown(self) -> Iterator[Article]:
        """The articles as a result has them."""
        texts = self.texts or {}
        for file, (number, _) in self.articles.items():
            held = self.store.article_of(number)
            yield replace(held, text=texts.get(file, ""), also=self._also.get(file, ()))

    @cached_property
    def _also(self) -> dict[str, tuple[str, ...]]:
        return also_of(self._again)

    def _files(self, paths: Iterable[str]) -> Iterator[Item]:
        said: list[Notice] = []
        for blob in blobs(paths, self.settings, said.append):
            if blob.name == "-" or blob.name.lower().endswith(_MANY):
                for article in articles(blob, self.settings, said.append):
                    yield self._given(article)._replace(notices=_taken(said))
            else:
                key = self._key(blob)
                yield Item(blob, key, self._held(blob.name, key), _taken(said))
        if said:
            yield Item(Blob("", BytesIO), notices=_taken(said), held=_NOTHING)

    def _given(self, record: Record) -> Item:
        if isinstance(record, Article):
            key = _of_article(record) if self.store.lasting else b""
            return Item(record, key, self._held(record.file, key))
        if isinstance(record, Duplicate):
            return Item(record)
        raise ClaimcheckError("claims are extracted from articles; pass the output of 'claimcheck read'")

    def _key(self, blob: Blob) -> bytes:
        """Of a file that a lasting store may know; what is wrong with one is told by whoever reads it."""
        if not self.store.lasting:
            return b""
        from claimcheck.store.fingerprint import of_file

        try:
            return of_file(blob, self.settings)
        except (ClaimcheckError, OSError):
            return b""

    def _held(self, file: str, key: bytes) -> Held | None:
        return self.store.article(file, key) if key else None

    def _records(self, items: Iterable[Item]) -> Iterator[Record]:
        """What processes read, in the order of the items, and between them what is known."""
        queue: deque[Item] = deque()

        def unknown() -> Iterator[tuple[Source, bytes]]:
            for item in items:
                queue.append(item)
                if item.held is None and not isinstance(item.source, Duplicate):
                    yield item.source, item.key

        work = partial(_read, self.settings, self.texts is not None, self.store.lasting)
        for (source, _), (found, notices) in spread(work, unknown(), self.jobs, here=1):
            while queue[0].source is not source:
                yield from self._known(queue.popleft())
            for notice in (*queue.popleft().notices, *notices):
                self.tell(notice)
            for read in found:
                yield self._sifted(read)
        while queue:
            yield from self._known(queue.popleft())

    def _known(self, item: Item) -> Iterator[Record]:
        """What the store has of an item."""
        for notice in item.notices:
            self.tell(notice)
        if isinstance(item.source, Duplicate):
            self._last = None
            yield item.source
        elif item.held is not None and item.held.article:
            yield self._sifted(self._stored(item.source, item.key, item.held, item.held.article))

    def _stored(self, source: Source, key: bytes, held: Held, article: Article) -> Read:
        if self.texts is not None:
            found = source if isinstance(source, Article) else _only(source, self.settings)
            article = replace(article, text=found.text)
        return Read(article, held.marks, key, source, held.number if held.asked else None)

    def _sifted(self, read: Read) -> Record:
        self._last = read
        return self._seen.sifted(read.article, read.marks, self.tell)

    def _save(self, waiting: list[tuple[Record, Read]]) -> None:
        with self.store.change():
            for record, read in waiting:
                if isinstance(record, Duplicate):
                    self._again.append(record)
                    self._add(read, None)
                else:
                    self.articles[read.article.file] = self._number(read), read.key
                    if self.texts is not None:
                        self.texts[read.article.file] = read.article.text
        waiting.clear()
        if type(self.store) is Memory and len(self.articles) > _ROOM:
            self.store = self.store.pour(_disk())

    def _number(self, read: Read) -> int:
        """The article's number in the store, where it is put if it is not there."""
        if read.number is not None:
            return read.number
        if read.asked is None:  # it was a text that came again, and what it repeats is gone
            ((again,), _) = _read(self.settings, False, True, (read.source, read.key))
            return self._add(again, again.asked)
        return self._add(read, read.asked)

    def _add(self, read: Read, asked: Asked | None) -> int:
        return self.store.add(read.key, read.article, read.marks, asked)


#: stands for an item of which there is nothing but notices
_NOTHING = Held(0, None, (), False)


def _read(
    settings: Settings, texts: bool, lasting: bool, given: tuple[Source, bytes]
) -> tuple[list[Read], list[Notice]]:
    """What a file or an article comes to, and what is to be said of it.

    The digest of a file's bytes stands for an article only where there is one in it and nothing to be said.
    """
    source, key = given
    said: list[Notice] = []
    found = list(articles(source, settings, said.append)) if isinstance(source, Blob) else [source]
    own = isinstance(source, Article) or (len(found) == 1 and not said and found[0].file == source.name)
    return [
        Read(
            article if texts else replace(article, text=""),
            tuple(marks(article)),
            key if own or not lasting else _of_article(article),
            source,
            None,
            asked(article),
        )
        for article in found
    ], said


def _of_article(article: Article) -> bytes:
    from claimcheck.store.fingerprint import of_article

    return of_article(article)


def _store(path: Path) -> Store:
    """A store, which few runs need."""
    from claimcheck.store import Store

    return Store(path)


def _disk() -> Memory:
    """More room, which few runs need."""
    from claimcheck.disk import Disk

    return Disk()


def _only(blob: Blob, settings: Settings) -> Article:
    return next(articles(blob, settings, lambda notice: None))


def _taken(said: list[Notice]) -> tuple[Notice, ...]:
    held = tuple(said)
    said.clear()
    return held
