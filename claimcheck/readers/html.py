"""HTML and XHTML: the main text by trafilatura, its metadata by JSON-LD and the page's own marks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Any

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob, Facts
from claimcheck.readers.dates import day
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft, facts, headed
from claimcheck.readers.extra import needs
from claimcheck.readers.hours import at_first, moment
from claimcheck.readers.notice import Tell
from claimcheck.readers.rows import known

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([\w-]+)|<\?xml[^>]{0,100}?encoding=["']([\w-]+)""", re.I)
#: marks of when a page was published, and changed
_PUBLISHED, _CHANGED = (
    f"""//meta[@property="article:{one}_time" or @itemprop="date{other}"]/@content"""
    f""" | //time[@itemprop="date{other}"]/@datetime"""
    for one, other in (("published", "Published"), ("modified", "Modified"))
)
#: pages nested deeper are made to break parsers
_DEPTH = 2_000
#: elements that nest and must be closed: of others, as <p> and <td>, old pages leave thousands open
_TAGS = re.compile(r"<(/?)(?:div|span|table|ul|ol|section|article|blockquote|font|b|i|a)\b", re.I)


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """One article: the page's main text under its headline."""
    data = blob.read()
    text, guessed = decode(data, declared(data))
    yield article(text, guessed)


def declared(data: bytes) -> str | None:
    """The encoding that the page itself names."""
    found = _DECLARED.search(data[:4_096])
    return (found[1] or found[2]).decode() if found else None


def article(page: str, guessed: str | None = None, outer: Facts | None = None) -> Draft:
    """The article of an HTML text. Raises ClaimcheckError where it has no main text."""
    needs("trafilatura", "html")
    import trafilatura

    _check_depth(page)
    tree = trafilatura.load_html(page)
    if tree is None:
        raise ClaimcheckError("is no HTML; rename it to .txt if it is a text")
    said = {**(outer or {}), **_linked(tree)}
    published, changed = ([*map(str, tree.xpath(marks))] for marks in (_PUBLISHED, _CHANGED))  # which reading removes
    main: Any = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not main or not main.text:
        raise ClaimcheckError("holds no main text; save the article itself, or its text")
    at = _timed(main.date or "", published, changed)
    own = facts({"title": main.title, "source": main.sitename, "published": at, "url": main.url}, "the page")
    settled = {**known({"url": main.url or ""}, {}, "the page"), **own, **said}
    return Draft(headed(settled.get("title", ("", ""))[0], main.text), settled, guessed=guessed)


def _timed(said: str, published: list[str], changed: list[str]) -> str:
    """The day that the page bears, with the hour that its marks give that day."""
    timed = next((mark for mark in published if moment(mark, UTC) not in (None, said) and str(day(mark)) == said), said)
    return at_first(timed, changed[0]) if changed else timed


def _check_depth(page: str) -> None:
    depth = 0
    for tag in _TAGS.finditer(page):
        depth += -1 if tag[1] else 1
        if depth > _DEPTH:
            raise ClaimcheckError(f"nests its elements more than {_DEPTH:,} deep; leave it out")


def _linked(tree: Any) -> Facts:
    """What the page's JSON-LD says of its NewsArticle, with ``en-GB`` and the like cut to the language."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            values = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(values):
            if _is_article(node):
                values = {k: v for k, v in node.items() if k != "name"}
                return known({**values, "source": node.get("publisher")}, {}, "JSON-LD")
    return {}


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    several = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).endswith(("Article", "BlogPosting")) for kind in several)


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))
