"""The same run on Dask: ``python examples/dask_job.py IN OUT``, with IN as ``claimcheck read FOLDER`` prints it.

Only the wrapper is here; the stages are the plain functions of ``claimcheck.rows``. OUT gets the findings as lines of
JSON, in the order and under the ids of a run without Dask.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import dask.bag as db

from claimcheck.jsonl import dump
from claimcheck.model import Finding
from claimcheck.rows import article_of, asked, by_block, grouped_rows, linked, numbered, roots, stars, told


def check(source: str, parts: int = 4) -> list[Finding]:
    """What claimcheck finds in the articles on the lines of ``source``."""
    lines = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]
    first = {row["text"]: row for row in reversed(lines) if row.get("text")}
    articles = db.from_sequence(first.values(), npartitions=parts).map(article_of).map(asked).persist()
    nodes = articles.map(told).flatten()
    links = nodes.map_partitions(_blocks).groupby(_key, shuffle="tasks", npartitions=parts).map(_linked).flatten()
    links = links.persist()
    component = roots(links.map_partitions(lambda part: stars(part)).compute())

    def at(spot: Any) -> Any:
        return component.get(spot, spot)

    rows = db.concat([
        nodes.map(lambda told: (at(told[0].spot), True, told)), links.map(lambda link: (at(link[1]), False, link))
    ])
    found = rows.groupby(_key, shuffle="tasks", npartitions=parts).map(_grouped).flatten().compute()
    wrong = articles.filter(lambda row: row.sums).map(lambda row: (row.file, row.sums)).compute()
    return numbered(found, (finding for _, sums in sorted(wrong, key=_key) for finding in sums))


def _blocks(claims: Iterable[Any]) -> list[tuple[int, Any]]:
    return list(by_block(node for node, _ in claims))


def _key(row: tuple[Any, ...]) -> Any:
    return row[0]


def _linked(block: tuple[int, list[tuple[int, Any]]]) -> list[Any]:
    key, rows = block
    return linked(key, [node for _, node in rows])


def _grouped(group: tuple[Any, list[tuple[Any, bool, Any]]]) -> list[Any]:
    claims = [value for _, is_claim, value in group[1] if is_claim]
    return grouped_rows(claims, [value for _, is_claim, value in group[1] if not is_claim])


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with Path(target).open("w", encoding="utf-8") as file:
        file.writelines(dump(finding) + "\n" for finding in check(source))
