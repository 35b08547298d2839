"""One article on the page: its text with every claim marked, each mark a link back to its question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from claimcheck.model import Article, Claim
from claimcheck.reports.page.context import Context
from claimcheck.reports.page.markup import bdi, hidden, published, tag, text
from claimcheck.reports.view import RTL, Question


def direction(lang: str | None) -> str:
    """``rtl``, ``ltr``, or ``auto`` where the language is not known."""
    return "auto" if lang is None else "rtl" if lang in RTL else "ltr"


def column(article: Article, claims: list[Claim], asked: Mapping[str, Question], page: Context) -> str:
    """The article as a column that scrolls by itself. ``asked`` gives each claim's question."""
    anchor = page.anchor(article.file)
    whole = bool(article.text)
    body = "".join(_marked(article.text, claims, asked, page) if whole else _sentences(claims, asked, page))
    return tag(
        "article", _head(article, page),
        tag("div", body, class_="text", lang=article.lang, dir=direction(article.lang), tabindex="0",
            role="group", aria_labelledby=f"{anchor}-name"),
        id=anchor, aria_labelledby=f"{anchor}-name",
    )  # fmt: skip


def _head(article: Article, page: Context) -> str:
    name = page.name(article.file)
    day = published(article.published)
    safe = article.url if article.url and urlsplit(article.url).scheme in ("http", "https") else None
    link = tag("a", text(page.words("original")), hidden(f" {name}"), href=safe, rel="noreferrer") if safe else ""
    file = "" if name == article.file else bdi(article.file)
    also = text(page.words("also")) + " " + ", ".join(map(bdi, article.also)) if article.also else ""
    facts = (day or text(page.words("undated")), file, also, link)
    return tag(
        "header",
        tag("h3", bdi(name), id=f"{page.anchor(article.file)}-name"),
        tag("p", " ".join(f for f in facts if f), class_="aside"),
    )


def _marked(words: str, claims: list[Claim], asked: Mapping[str, Question], page: Context) -> Iterator[str]:
    """The text with its claims marked. Of claims that overlap the first is marked, the others lead to it."""
    at = 0
    for claim in sorted(claims, key=lambda c: (c.start, -c.end)):
        if claim.start < at:
            yield tag("span", id=page.anchor(claim.id))
            continue
        yield text(words[at : claim.start])
        yield _mark(claim, text(words[claim.start : claim.end]), asked, page)
        at = claim.end
    yield text(words[at:])


def _sentences(claims: list[Claim], asked: Mapping[str, Question], page: Context) -> Iterator[str]:
    """What there is of a text that did not come with the result."""
    for claim in sorted(claims, key=lambda c: (c.start, -c.end)):
        before, found, behind = claim.sentence.partition(claim.quote)
        words = text(found or claim.quote)
        yield tag("p", text(before if found else ""), _mark(claim, words, asked, page), text(behind))


def _mark(claim: Claim, words: str, asked: Mapping[str, Question], page: Context) -> str:
    question = asked.get(claim.id)
    anchor = page.anchor(claim.id)
    if not question:
        return tag("mark", words, id=anchor)
    finding = question.finding
    label = hidden(f" ({finding.id})")
    return tag("a", tag("mark", words), label, id=anchor, class_=f"claim {finding.verdict}", href=f"#{finding.id}",
               data_question=finding.id, title=f"{finding.id} {page.words.verdict(finding.verdict)}")  # fmt: skip
