"""The whole run as one composition of the stages, and the same stages over lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article, Claim, Cluster, Finding, Record, Report
from claimcheck.readers import Duplicate, Settings, Tell, warn


def check(
    paths: str | Path | Iterable[str | Path], settings: Settings | None = None, tell: Tell = warn, jobs: int = 1
) -> Report:
    """Reads the articles at ``paths`` and says which of their figures disagree; ``jobs`` processes share the work.

    What cannot be read is told to ``tell`` (by default a Python warning), and the rest is checked.
    """
    from claimcheck.run import Run

    several = [paths] if isinstance(paths, str | Path) else paths
    with Run(None, settings, tell, jobs, texts=True) as run:
        run.keep(run.read(map(str, several)))
        run.finish()
        return run.report()


def extracted(records: Iterable[Record], jobs: int = 1) -> Iterator[Record]:
    """Each article, and behind it its claims; the same for any number of ``jobs``, which are processes."""
    from claimcheck.jobs import spread

    for record, claims in spread(claims_of, records, jobs):
        yield record
        yield from claims


def claims_of(record: Record) -> list[Claim]:
    """The claims of an article; none of a duplicate, and none where no pack reads its language."""
    from claimcheck.stages.extract import extract

    if not isinstance(record, Article | Duplicate):
        raise ClaimcheckError("claims are extracted from articles; pass the output of 'claimcheck read'")
    return extract(record) if isinstance(record, Article) and record.lang in _readable() else []


@cache
def _readable() -> frozenset[str | None]:
    from claimcheck.lang.pack import languages

    return frozenset({None, *languages()})


def clustered(records: Iterable[Record]) -> Iterator[Record]:
    """The records, and behind them the clusters of their claims."""
    from claimcheck.stages.cluster import cluster

    claims: list[Claim] = []
    for record in records:
        if isinstance(record, Claim):
            claims.append(record)
        yield record
    yield from cluster(claims)


def compared(records: Iterable[Record]) -> Iterator[Record]:
    """The articles and claims, and in place of the clusters what was found in them."""
    from claimcheck.stages.compare import compare

    claims: dict[str, Claim] = {}
    clusters: list[Cluster] = []
    again: list[Duplicate] = []
    for record in records:
        if isinstance(record, Cluster):
            clusters.append(record)
            continue
        if isinstance(record, Claim):
            claims[record.id] = record
        elif isinstance(record, Duplicate):
            again.append(record)
        yield record
    yield from compare(clusters, claims.values(), also_of(again))


def report(records: Iterable[Record]) -> Report:
    """All of a run's records as one value, each article with the other outlets that print its text."""
    held = list(records)
    also = also_of(r for r in held if isinstance(r, Duplicate))
    return Report(
        version=__version__,
        articles=tuple(
            replace(r, also=also.get(r.file, ())) for r in held if isinstance(r, Article)
        ),
        claims=tuple(r for r in held if isinstance(r, Claim)),
        clusters=tuple(r for r in held if isinstance(r, Finding)),
    )


def also_of(again: Iterable[Duplicate]) -> dict[str, tuple[str, ...]]:
    """File of an article -> the further outlets that print its text."""
    outlets: dict[str, dict[str, None]] = {}
    for duplicate in again:
        outlets.setdefault(duplicate.of, {})[duplicate.source or duplicate.file] = None
    return {file: tuple(names) for file, names in outlets.items()}


def without_text(records: Iterable[Record]) -> Iterator[Record]:
    """The records with the articles' metadata alone: what later stages need of them."""
    for record in records:
        yield replace(record, text="") if isinstance(record, Article) else record
