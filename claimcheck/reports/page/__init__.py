"""The result as one self-contained page: questions beside the articles, each figure a link to its words and back.

Works from a file, without a network; without scripts too, but for the filters.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from claimcheck.model import SEVERITY, Claim, Report, Verdict
from claimcheck.reports import Options
from claimcheck.reports.page.article import column
from claimcheck.reports.page.context import Context
from claimcheck.reports.page.markup import bdi, tag, text
from claimcheck.reports.page.question import card
from claimcheck.reports.palette import LOOKS
from claimcheck.reports.view import Question, questions


def render(report: Report, options: Options) -> str:
    """The page in the language of ``options.ui``. All questions are in it; lone ones are filtered out at first."""
    page = Context.of(report, options)
    found = questions(report, singles=True)
    lone = all(q.finding.verdict == "single" for q in found)
    body = (
        tag("a", text(page.words("skip")), href="#questions", class_="skip"),
        _header(report, page),
        tag("main", _questions(found, page), _articles(report, found, page)),
        tag("footer", tag("p", text(page.words("made", n=report.version)))),
        tag("script", _file("page.js")),
    )
    attributes = {"lang": page.words.code, "dir": page.words("direction")}
    whole = tag("body", *body, data_all=options.all or lone)
    return "<!doctype html>\n" + tag("html", _head(page), whole, **attributes) + "\n"


def _file(name: str) -> str:
    return (files("claimcheck.reports.page") / name).read_text("utf-8")


def _head(page: Context) -> str:
    style = _file("page.css")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(_file('page.js'))}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", text(page.words("title"))),
        tag("style", style),
    )


def _digest(code: str) -> str:
    return "sha256-" + b64encode(sha256(code.encode()).digest()).decode()


def _header(report: Report, page: Context) -> str:
    counts = page.words(
        "counts", articles=len(report.articles), claims=len(report.claims), questions=len(report.clusters)
    )
    return tag(
        "header",
        tag("h1", text(page.words("title"))),
        tag("p", text(counts), class_="aside"),
        tag("form", *_filters(report, page), role="search", aria_label=page.words("filters")),
        class_="top",
    )


def _filters(report: Report, page: Context) -> Iterator[str]:
    count = Counter(f.verdict for f in report.clusters)
    chips = (_chip(v, count[v], page) for v in SEVERITY if count[v])
    yield tag("fieldset", tag("legend", text(page.words("verdicts")), class_="unseen"), *chips)
    printed = {c.article for c in report.claims}
    articles = [(page.anchor(a.file), page.name(a.file)) for a in report.articles if a.file in printed]
    yield _choice("source", "any_source", _by_name(articles), page)
    concepts = sorted({c.counted.concept for c in report.claims if c.counted.concept})
    known = [(c, page.labels.get(c, c.replace("_", " "))) for c in concepts]
    yield _choice("concept", "any_concept", known, page)
    yield tag("label", tag("span", text(page.words("search"))), tag("input", type="search", name="search"))
    yield tag("button", text(page.words("reset")), type="reset")
    yield tag("p", role="status", class_="aside", data_text=page.words("shown", n="{n}", m="{m}"))


def _chip(verdict: Verdict, count: int, page: Context) -> str:
    box = tag("input", type="checkbox", name="verdict", value=verdict, checked=True)
    glyph = tag("span", LOOKS[verdict].glyph, aria_hidden="true")
    word = text(page.words.verdict(verdict))
    return tag("label", box, glyph, f" {word} ", tag("b", str(count)), class_=f"chip {verdict}")


def _by_name(articles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One choice an outlet: the anchors of all its articles, and its name."""
    outlets: dict[str, list[str]] = {}
    for anchor, name in articles:
        outlets.setdefault(name, []).append(anchor)
    return [(" ".join(anchors), name) for name, anchors in sorted(outlets.items())]


def _choice(name: str, every: str, options: list[tuple[str, str]], page: Context) -> str:
    listed = [tag("option", text(page.words(every)), value="")]
    listed += [tag("option", text(label), value=value, dir="auto") for value, label in options]
    return tag("label", tag("span", text(page.words(name))), tag("select", *listed, name=name))


def _questions(found: list[Question], page: Context) -> str:
    cards = (card(q, page) for q in found)
    empty = tag("p", text(page.words("none")), class_="empty", hidden=True)
    return tag("section", tag("h2", text(page.words("questions")), id="questions-h", class_="unseen"), *cards, empty,
               id="questions", aria_labelledby="questions-h", tabindex="-1")  # fmt: skip


def _articles(report: Report, found: list[Question], page: Context) -> str:
    asked = {c.id: q for q in found for c in q.claims}
    told: dict[str, list[Claim]] = {}
    for claim in report.claims:
        told.setdefault(claim.article, []).append(claim)
    columns = (column(a, told.get(a.file, []), asked, page) for a in report.articles)
    toggle = tag("button", text(page.words("all_articles")), type="button", aria_pressed="false", hidden=True)
    title = tag("h2", text(page.words("articles")), " ", bdi(""), id="articles-h")
    bare = any(not a.text for a in report.articles)
    note = tag("p", text(page.words("no_text")), class_="aside") if bare else ""
    return tag("section", tag("header", title, toggle), note, tag("div", *columns, class_="columns"),
               id="articles", aria_labelledby="articles-h")  # fmt: skip
