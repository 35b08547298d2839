"""One question on the page: verdict, label, its figures on one scale, who prints them, and their words."""

from __future__ import annotations

from claimcheck.model import Claim
from claimcheck.moment import shown
from claimcheck.reports.figures import amount
from claimcheck.reports.gloss import label
from claimcheck.reports.notes import notes
from claimcheck.reports.page.article import direction
from claimcheck.reports.page.context import Context
from claimcheck.reports.page.markup import bdi, hidden, published, tag, text
from claimcheck.reports.page.plot import plot
from claimcheck.reports.palette import LOOKS
from claimcheck.reports.strip import reach
from claimcheck.reports.view import DECIDE, Figure, Question

#: articles that a figure names; the rest are folded
_NAMED = 8


def card(q: Question, page: Context) -> str:
    """The question as a section that filters and links can find."""
    finding = q.finding
    return tag(
        "section", _head(q, page), _figures(q, page), _why(q, page), _sentences(q, page),
        class_=f"question {finding.verdict}", id=finding.id, aria_labelledby=f"{finding.id}-id {finding.id}-label",
        data_verdict=finding.verdict, data_articles=" ".join(page.anchor(a) for a in q.articles),
        data_concepts=" ".join(sorted({c.counted.concept for c in q.claims if c.counted.concept})),
    )  # fmt: skip


def _head(q: Question, page: Context) -> str:
    finding, look = q.finding, LOOKS[q.finding.verdict]
    badge = tag("span", look.glyph, aria_hidden="true") + " " + text(page.words.verdict(finding.verdict))
    told = page.words("sources", n=finding.outlets or len(q.articles), m=finding.voices or len(q.articles))
    link = tag("a", text(finding.id), href=f"#{finding.id}", id=f"{finding.id}-id")
    return tag(
        "header",
        tag("p", tag("span", badge, class_="verdict"), " ", link),
        tag("h3", bdi(label(q, page.labels, page.words)), id=f"{finding.id}-label"),
        tag("p", bdi(page.words("apart", n=q.spread)) if q.apart else "", tag("span", text(told)), class_="aside"),
    )


def _figures(q: Question, page: Context) -> str:
    top = reach(q.quantities)
    heads = (page.words("figure"), page.words("scale"), page.words("who"))
    head = tag("thead", tag("tr", *(tag("th", text(h), scope="col") for h in heads)), class_="unseen")
    rows = (_row(f, top, page, q) for f in q.figures)
    ends = tag("div", tag("span", "0"), tag("span", text(amount(_whole(top), q.figures[0].quantity.kind))))
    axis = tag("tr", tag("td"), tag("td", ends, class_="axis", dir="ltr"), tag("td"), aria_hidden="true")
    return tag("table", head, tag("tbody", *rows, axis))


def _whole(n: float) -> int | float:
    return int(n) if n == int(n) else n


def _row(figure: Figure, top: float, page: Context, q: Question) -> str:
    """A figure on its scale; of several, those that the verdict is about bear its sign."""
    two, verdict = q.at_odds, q.finding.verdict
    meant = figure.text in two
    sign = tag("span", LOOKS[verdict].glyph, class_="verdict", aria_hidden="true") if meant else ""
    said = tag("th", sign, hidden(f"{page.words.verdict(verdict)}: ") if meant else "",
               text(page.words.figure(figure.quantity)), scope="row")  # fmt: skip
    cells = (said, tag("td", plot(figure.drawn, top), dir="ltr"), tag("td", _printers(figure, page)))
    return tag("tr", *cells, class_="beside" if two and not meant else None)


def _printers(figure: Figure, page: Context) -> str:
    first: dict[tuple[str, str | None], Claim] = {}
    for claim in figure.claims:
        first.setdefault((claim.article, claim.issuer), claim)
    items = [tag("li", _printer(c, page)) for c in first.values()]
    if len(items) <= _NAMED:
        return tag("ul", *items)
    rest = tag("details", tag("summary", f"+{len(items) - _NAMED}"), tag("ul", *items[_NAMED:]))
    return tag("ul", *items[:_NAMED]) + rest


def _printer(claim: Claim, page: Context) -> str:
    link = tag("a", bdi(page.name(claim.article)), href=f"#{page.anchor(claim.id)}")
    date = published(claim.published)
    issuer = tag("span", text(page.words("quotes")), " ", bdi(claim.issuer), class_="issuer") if claim.issuer else ""
    return " ".join(part for part in (link, date, issuer) if part)


def _why(q: Question, page: Context) -> str:
    """Why the verdict, and why these are one question."""
    words, finding = page.words, q.finding
    told = ((words("why"), words.said(finding.why)), (words("one_question"), words.links(finding.links)))
    lines = [(f"{head}: ", bdi(said)) for head, said in told if said]
    lines += [("", bdi(note)) for note in notes(finding, words)]
    return "".join(tag("p", text(head), said, class_="why") for head, said in lines)


def _sentences(q: Question, page: Context) -> str:
    """A sentence for each article and figure; open where somebody has to decide."""
    once: dict[tuple[str, str], Claim] = {}
    for figure in q.figures:
        for claim in figure.claims:
            once.setdefault((claim.article, figure.text), claim)
    quotes = "".join(_sentence(c, page) for c in once.values())
    return tag("details", tag("summary", text(page.words("sentences")), hidden(f" {q.finding.id}")), quotes,
               open=q.finding.verdict in DECIDE and len(once) <= _NAMED)  # fmt: skip


def _sentence(claim: Claim, page: Context) -> str:
    before, found, behind = claim.sentence.partition(claim.quote)
    marked = text(before) + tag("mark", text(found)) + text(behind) if found else text(claim.sentence)
    name = f"{page.name(claim.article)} {shown(claim.published or '')}".strip()
    by = tag("cite", tag("a", bdi(name), href=f"#{page.anchor(claim.id)}"))
    return tag("figure", tag("blockquote", marked, lang=claim.lang, dir=direction(claim.lang)), tag("figcaption", by))
