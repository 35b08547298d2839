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
from claimcheck.rows import (
    article_of,
    asked,
    by_block,
    grouped_rows,
    in_parts,
    judged,
    linked,
    numbered,
    place,
    roots,
    stars,
)


def check(source: str, parts: int = 4) -> list[Finding]:
    """What claimcheck finds in the articles on the lines of ``source``."""
    lines = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]
    first = {row["text"]: row for row in reversed(lines) if row.get("text")}
    nodes = db.from_sequence(first.values(), npartitions=parts).map(article_of).map(asked).flatten().persist()
    blocks = nodes.map_partitions(_blocks).groupby(_key, shuffle="tasks", npartitions=parts)
    links = blocks.map(_linked).flatten().persist()
    component = roots(links.map_partitions(lambda part: stars(part)).compute())

    def at(spot: Any) -> Any:
        return component.get(spot, spot)

    rows = db.concat([
        nodes.map(lambda node: (at(place(node.claim)), node)), links.map(lambda link: (at(link[1]), link))
    ])
    groups = rows.groupby(_key, shuffle="tasks", npartitions=parts).map(_grouped).flatten()
    return numbered(groups.map(lambda found: judged(*found)).compute(), nodes.map_partitions(in_parts).compute())


def _blocks(nodes: Iterable[Any]) -> list[tuple[str, Any]]:
    return list(by_block(nodes))


def _key(row: tuple[Any, Any]) -> Any:
    return row[0]


def _linked(block: tuple[str, list[tuple[str, Any]]]) -> list[Any]:
    name, rows = block
    return linked(name, [node for _, node in rows])


def _grouped(group: tuple[Any, list[tuple[Any, Any]]]) -> list[Any]:
    members = [value for _, value in group[1]]
    links = [value for value in members if isinstance(value, tuple)]
    return grouped_rows([value for value in members if not isinstance(value, tuple)], links)


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with Path(target).open("w", encoding="utf-8") as file:
        file.writelines(dump(finding) + "\n" for finding in check(source))
