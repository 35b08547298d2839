"""The evidence as W3C Web Annotations (JSON-LD): each claim at its place in its article, each verdict on two of them.

Terms and selectors are those of https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from claimcheck.model import Article, Claim, Finding, Report
from claimcheck.reports import Options
from claimcheck.reports.figures import figure
from claimcheck.reports.view import questions

Node = dict[str, Any]

#: characters before and behind a quote that tell it from its repetitions
_CONTEXT = 32


def render(report: Report, options: Options) -> str:
    """An annotation collection of one page. Sources are the articles' addresses, else their paths."""
    items = list(_items(report))
    page = {"id": "urn:claimcheck:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:claimcheck:result",
        "type": "AnnotationCollection",
        "label": "Numeric claims and where they disagree",
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _items(report: Report) -> Iterator[Node]:
    articles = {a.file: a for a in report.articles}
    for question in questions(report, singles=True):
        for claim in question.claims:
            yield _claim(question.finding, claim, articles[claim.article])
        yield from _verdicts(question.finding)


def _urn(id: str) -> str:
    return "urn:claimcheck:claim:" + quote(id, safe="")


def _claim(finding: Finding, claim: Claim, article: Article) -> Node:
    said = f"{figure(claim.quantity)} · {finding.label}"
    return {
        "id": _urn(claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [_text(said, "describing"), _text(finding.id, "tagging")],
        "target": {
            "source": article.url or quote(article.file),
            "selector": [_by_words(claim, article.text),
                         {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}],
        },
    }  # fmt: skip


def _by_words(claim: Claim, text: str) -> Node:
    selector = {"type": "TextQuoteSelector", "exact": claim.quote}
    if text[claim.start : claim.end] == claim.quote:
        selector["prefix"] = text[max(0, claim.start - _CONTEXT) : claim.start]
        selector["suffix"] = text[claim.end : claim.end + _CONTEXT]
    return selector


def _verdicts(finding: Finding) -> Iterator[Node]:
    for pair in finding.pairs:
        yield {
            "id": f"urn:claimcheck:pair:{quote(pair.a, safe='')}:{quote(pair.b, safe='')}",
            "type": "Annotation",
            "motivation": "assessing",
            "body": [_text(pair.verdict, "classifying"), _text(pair.why, "assessing")],
            "target": [_urn(pair.a), _urn(pair.b)],
        }


def _text(value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}
