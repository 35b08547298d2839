"""What a run read, in a few lines: formats, languages, days, outlets, and what was skipped and why."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

from claimcheck.model import Article, Record
from claimcheck.readers.duplicates import Duplicate
from claimcheck.readers.notice import Notice, printable

#: what follows differs from file to file
_REASON = re.compile(r";| \(| among | line \d")
#: outlets that are named one by one
_MOST = 8


class Summary:
    """Counts as articles and notices go by; holds no texts."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {
            name: Counter() for name in ("formats", "languages", "sources", "skipped")
        }
        self._days: set[str] = set()
        self._dated: Counter[str] = Counter()
        self._read = self._again = self._undated = self._timed = 0

    def add(self, record: Record) -> None:
        """Counts an article or a duplicate."""
        if isinstance(record, Duplicate):
            self._again += 1
        elif isinstance(record, Article):
            self._read += 1
            suffix = PurePosixPath(record.file.rpartition("#")[0] or record.file).suffix.lstrip(".")
            self._counts["formats"][suffix or "text"] += 1
            self._counts["languages"][record.lang or "unknown"] += 1
            self._counts["sources"][record.source or "unknown"] += 1
            self._date(record)

    def _date(self, article: Article) -> None:
        if article.day:
            self._days.add(article.day)
            self._dated[article.origins.get("published", "the article")] += 1
            self._timed += article.published != article.day
        else:
            self._undated += 1

    def skip(self, notice: Notice) -> None:
        """Counts a file that was not read, by the reason."""
        if notice.trouble:
            self._counts["skipped"][_REASON.split(notice.what)[0]] += 1

    def __str__(self) -> str:
        skipped = self._counts["skipped"].total()
        rows = [f"{self._read} articles, {self._again} duplicates, {skipped} skipped"]
        rows += [f"{name:<11}{_ranked(counts)}" for name, counts in self._counts.items() if counts]
        rows.insert(-1 if skipped else len(rows), f"{'dates':<11}{self._span()}")
        return "".join(f"{printable(row)}\n" for row in rows)

    def _span(self) -> str:
        """The first and the last day, and where the days come from."""
        known = [f"{min(self._days)}..{max(self._days)}, from {_ranked(self._dated)}"] if self._days else []
        counts = (("with an hour", self._timed), ("unknown", self._undated))
        return ", ".join([*known, *(f"{name} {count}" for name, count in counts if count)]) or "-"


def _ranked(counts: Counter[str]) -> str:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rest = sum(count for _, count in ranked[_MOST:])
    return ", ".join([*(f"{name} {count}" for name, count in ranked[:_MOST]), *([f"others {rest}"] if rest else [])])
