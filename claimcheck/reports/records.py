"""The result as data: one JSON object, or one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Report
from claimcheck.reports import Options


def render_json(report: Report, options: Options) -> str:
    """The whole result as one JSON object: the program's contract. Articles without their text."""
    return json.dumps(contract(report), ensure_ascii=False, indent=2) + "\n"


def render_jsonl(report: Report, options: Options) -> str:
    """One record a line, each with its ``type``: articles, then claims, then findings."""
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in _records(report))


def contract(report: Report) -> dict[str, Any]:
    """The result as plain data."""
    return report.model_dump(mode="json", exclude={"articles": {"__all__": {"text"}}})


def _records(report: Report) -> Iterator[dict[str, Any]]:
    data = contract(report)
    for kind, key in (("article", "articles"), ("claim", "claims"), ("finding", "clusters")):
        yield from ({"type": kind, **record} for record in data[key])
