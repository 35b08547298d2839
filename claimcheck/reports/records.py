"""The result as data: one JSON object, or one record a line as the stages pass them on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck import __version__, jsonl
from claimcheck.asjson import dumps, without
from claimcheck.errors import ClaimcheckError
from claimcheck.jobs import parcels
from claimcheck.model import Article, Claim, Finding, Report
from claimcheck.reports import Options

#: bytes that are written in one go
_PARCEL = 1 << 17


def render_json(report: Report, options: Options) -> str:
    """The whole result as one JSON object: the program's contract. Articles come without their text."""
    articles = (without(article, "text") for article in report.articles)
    return b"".join(json_of(articles, map(dumps, report.claims), map(dumps, report.clusters), report.version)).decode()


def json_of(
    articles: Iterable[bytes], claims: Iterable[bytes], clusters: Iterable[bytes], version: str = __version__
) -> Iterator[bytes]:
    """The same from the records as JSON, each on a line of its own: a result may be larger than memory."""
    yield f'{{"version":{json.dumps(version)}'.encode()
    for name, records in (("articles", articles), ("claims", claims), ("clusters", clusters)):
        yield f',\n"{name}":['.encode()
        between = b"\n"
        for record in records:
            yield between + record
            between = b",\n"
        yield b"\n]"
    yield b"}\n"


def parcelled(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a result in larger ones, which are written in half the time that an archive's lines take."""
    return map(b"".join, parcels(pieces, _PARCEL, len))


def render_jsonl(report: Report, options: Options) -> str:
    """Each article with its claims behind it, then the findings: what ``claimcheck compare`` prints."""
    claims: dict[str, list[bytes]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.article].append(dumps(claim))
    told = ((article, claims[article.file]) for article in report.articles)
    return b"".join(jsonl_of(told, map(dumps, report.clusters))).decode()


def jsonl_of(articles: Iterable[tuple[Article, Iterable[bytes]]], findings: Iterable[bytes]) -> Iterator[bytes]:
    """The same a line at a time, from articles with their claims, and findings, as JSON."""
    for article, claims in articles:
        yield jsonl.line(Article, dumps(replace(article, text=""))) + b"\n"
        yield from (jsonl.line(Claim, claim) + b"\n" for claim in claims)
    yield from (jsonl.line(Finding, finding) + b"\n" for finding in findings)


def read_json(data: bytes, name: str) -> Report:
    """The result that ``--format json`` printed, without the articles' texts.

    Raises ClaimcheckError, which names ``name``, for data that is none.
    """
    from claimcheck.checked import checked_json

    try:
        return checked_json(Report, data)
    except ValueError:
        raise ClaimcheckError(f"{name}: is no result; pass what 'claimcheck FOLDER --format json' printed") from None
