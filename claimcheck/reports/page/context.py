"""What all parts of a page need to know of the whole: short names, anchors, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.model import Article, Report
from claimcheck.reports import Options
from claimcheck.reports.view import names
from claimcheck.reports.words import Words, words


@dataclass(frozen=True)
class Context:
    """One page being made."""

    words: Words
    labels: Mapping[str, str]
    articles: Mapping[str, Article]
    short: Mapping[str, str]
    anchors: Mapping[str, str]

    @classmethod
    def of(cls, report: Report, options: Options) -> Context:
        anchors = {a.file: f"a{n}" for n, a in enumerate(report.articles)}
        anchors |= {c.id: f"c{n}" for n, c in enumerate(report.claims)}
        articles = {a.file: a for a in report.articles}
        return cls(words(options.ui, options.glossary), options.labels, articles, names(report.articles), anchors)

    def anchor(self, id: str) -> str:
        """The id on the page of an article, by its file, or of a claim."""
        return self.anchors[id]

    def name(self, article: str) -> str:
        """What an article goes by: its outlet, or a short form of its file's name."""
        return self.articles[article].source or self.short[article]
