"""The report for a terminal: an index of questions, a block for each that needs a decision, a summary.

Every line begins with the question's id, so that ``grep`` on an id gives its whole story and a terminal that
reorders Arabic has a Latin letter to set the line's direction by. Free text is the last field of its line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.model import SEVERITY, Article, Claim, Report, Verdict
from claimcheck.moment import instant, shown
from claimcheck.reports import Options
from claimcheck.reports.figures import plain, point
from claimcheck.reports.gloss import gloss, label
from claimcheck.reports.layout import cells, clean, excerpt, pad, shorten, steady, wrap
from claimcheck.reports.notes import notes, recorded
from claimcheck.reports.palette import LOOKS, marked, paint
from claimcheck.reports.strip import ASCII, BOX, Pens, bar, reach, strip
from claimcheck.reports.view import DECIDE, Figure, Question, names, questions
from claimcheck.reports.visual import visual
from claimcheck.reports.words import words

#: below this many columns the strip goes
_NARROW = 72
#: the label's least width beside the figures; with less it takes a line of its own
_LABEL = 16


def render(report: Report, options: Options) -> str:
    """The whole report, lines ending with a newline; no line is wider than ``options.width``."""
    found = questions(report, options.all)
    page = _Page(report, options)
    parts = [list(page.index(found) if found else page.alone())]
    parts += [list(page.block(q)) for q in found if q.finding.verdict in DECIDE]
    parts += [list(page.recorded(found)), [*page.legend(found), *page.undated(found)], [page.summary()]]
    text = "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"
    return "\n".join(map(visual, text.split("\n"))) if options.arabic == "visual" else text


class _Page:
    """One report being laid out: the names of its articles, and how it may be drawn."""

    def __init__(self, report: Report, options: Options) -> None:
        self.report = report
        self.options = options
        self.width = max(options.width, 40)
        self.names = names(report.articles)
        self.articles = {a.file: a for a in report.articles} | {a.id: a for a in report.articles}
        self.pens: Pens = ASCII if options.ascii else BOX
        self.more = "..." if options.ascii else "…"
        self.words = words(options.ui, options.glossary)
        #: the coding rules that were told already
        self.ruled: set[str | None] = set()

    def paint(self, text: str, sgr: str) -> str:
        return paint(text, sgr, self.options.colour)

    def plain(self, text: str) -> str:
        return plain(text, self.options.ascii)

    # index

    def index(self, found: list[Question]) -> Iterator[str]:
        """A line a question: verdict, how far apart, where on a line from zero, bounds, how many articles."""
        rows = [self._cells(q) for q in found]
        head = ["id", "verdict", "apart", "from 0" if self.width >= _NARROW else "", "figures", "in"]
        wide = [max(cells(row[n]) for row in [head, *rows]) for n in range(len(head))]
        yield self.paint(self._row(head, wide) + self.words("question"), "2")
        for question, row in zip(found, rows, strict=True):
            yield from self._entry(question, row, wide)

    def _cells(self, q: Question) -> list[str]:
        drawn = self.width >= _NARROW and len({point(quantity) for quantity in q.quantities}) > 1
        return [
            q.finding.id,
            marked(q.finding.verdict, self.options.ascii),
            self.plain(q.spread) if q.apart else "",
            strip(q.quantities, self._strip_width(), self.pens) if drawn else "",
            self.plain(q.hull),
            str(len(q.articles)),
        ]

    def _strip_width(self) -> int:
        return min(24, self.width // 5 - 8)

    def _row(self, row: list[str], wide: list[int]) -> str:
        right = (2, 4, 5)
        columns = enumerate(zip(row, wide, strict=True))
        fields = [pad(cell, w, right=n in right) for n, (cell, w) in columns if w]
        return "  ".join(fields) + "  "

    def _entry(self, q: Question, row: list[str], wide: list[int]) -> Iterator[str]:
        look = LOOKS[q.finding.verdict]
        line = self._row(row, wide)
        room = self.width - cells(line)
        painted = line.replace(row[1], self.paint(row[1], look.sgr), 1)
        if room >= _LABEL:
            first, *more = wrap(self.label(q), room)
            yield painted + first
            yield from (self.paint(pad(q.finding.id, self.width - room), "2") + rest for rest in more)
        else:
            yield painted.rstrip()
            yield from self._free(q, self.label(q), 4)

    def label(self, q: Question) -> str:
        return label(q, self.options.labels, self.words)

    # blocks

    def block(self, q: Question) -> Iterator[str]:
        """A question that needs a decision: label, why, each figure with who prints it, and their words."""
        finding = q.finding
        verdict = marked(finding.verdict, self.options.ascii)
        first, *more = wrap(self.plain(self._apart(q)), self._room(q, 1) - cells(verdict) - 2)
        yield self._line(q, f"{self.paint(verdict, LOOKS[finding.verdict].sgr)}  {first}", 1)
        yield from (self._line(q, line, 1) for line in more)
        yield from self._free(q, self.label(q), 1, "1")
        if self.options.gloss:
            yield from self._free(q, gloss(q, self.options.labels, self.words), 1)
        yield from self._free(q, self.words.said(finding.why), 1)
        yield from self._coded(q, "1" if recorded(finding) else "2")
        if finding.links and not _told(finding.links, finding.label):
            yield from self._free(q, self.words("same", n=self.words.links(finding.links)), 1, "2")
        top = reach(q.quantities)
        wide = max(cells(self.plain(f.text)) for f in q.figures)
        for figure in q.figures:
            yield from self._figure(q, figure, wide, top)

    def _coded(self, q: Question, sgr: str = "") -> Iterator[str]:
        """What a coding scheme would record; each of its rules is told once a report."""
        why = q.finding.coded.why if q.finding.coded else None
        for note in notes(q.finding, self.words, brief=why in self.ruled):
            yield from self._free(q, self.plain(note), 1, sgr)
        self.ruled.add(why)

    def _figure(self, q: Question, figure: Figure, wide: int, top: float) -> Iterator[str]:
        look, two = LOOKS[q.finding.verdict], q.at_odds
        said = pad(self.plain(figure.text), wide, right=True)
        mark = (look.ascii if self.options.ascii else look.glyph) if figure.text in two else " " if two else ""
        room = self.width - cells(q.finding.id) - wide - 7 - len(mark)
        length = max(8, min(32, room // 2))
        drawn = f"{mark} {bar(figure.drawn, top, length, self.pens)}"
        sgr = look.sgr if figure.text in two or not two else ""
        yield self._line(q, f"{self.paint(said, '1')} {self.paint(drawn, sgr)}  ", 2) + self._printers(
            figure, room - length
        )
        for claim in self._speakers(figure):
            yield from self._evidence(q, claim, len(figure.claims) > 1, 2 + wide + 2 + len(mark))

    def _printers(self, figure: Figure, room: int) -> str:
        """The articles that print a figure: as many names as there is room for, and how many more."""
        dates = {self.names[c.article]: shown(c.published or "") for c in figure.claims}
        dated = ", ".join(f"{name} {date}".strip() for name, date in dates.items())
        if cells(dated) <= room:
            return dated
        for kept in range(len(dates), 0, -1):
            more = f" +{len(dates) - kept}" if kept < len(dates) else ""
            text = ", ".join(list(dates)[:kept]) + more
            if cells(text) <= room:
                return text
        return f"+{len(dates)}"

    def _speakers(self, figure: Figure) -> list[Claim]:
        """One claim for each voice behind the figure: the first that quotes it."""
        first: dict[str, Claim] = {}
        for claim in figure.claims:
            first.setdefault(claim.issuer or "", claim)
        if len(first) > 1:
            first.pop("", None)
        return list(first.values())[:3]

    def _evidence(self, q: Question, claim: Claim, named: bool, indent: int) -> Iterator[str]:
        if claim.issuer:
            said = f"{self.names[claim.article]} {self.words('quotes')} " if named else f"{self.words('quotes')} "
            yield self._line(q, said + shorten(claim.issuer, self._room(q, indent) - cells(said), self.more), indent)
        if self.options.quotes == "short":
            yield self._line(q, self._quoted(claim, self._room(q, indent)), indent)
        elif self.options.quotes == "full":
            yield from self._free(q, claim.sentence, indent)

    def _quoted(self, claim: Claim, room: int) -> str:
        left, right = ('"', '"') if self.options.ascii else ("«", "»")
        cut = excerpt(claim.sentence, claim.quote, room - 2, self.more)
        return left + (cut if cells(cut) <= room - 2 else shorten(cut, room - 2, self.more)) + right

    # lines

    def _room(self, q: Question, indent: int) -> int:
        return self.width - cells(q.finding.id) - 1 - indent

    def _line(self, q: Question, text: str, indent: int) -> str:
        return f"{q.finding.id} {' ' * indent}{text}"

    def _free(self, q: Question, text: str, indent: int, sgr: str = "") -> Iterator[str]:
        for line in wrap(text, self._room(q, indent)):
            yield self._line(q, self.paint(line, sgr) if sgr else line, indent)

    # end

    def recorded(self, found: list[Question]) -> Iterator[str]:
        """What a coding scheme would record of questions that have no block."""
        for q in found:
            if q.finding.verdict not in DECIDE and recorded(q.finding):
                yield from self._coded(q)

    def legend(self, found: list[Question]) -> Iterator[str]:
        """The articles behind the short names in the blocks, but for those that go by their outlet's name."""
        used = {c.article for q in found if q.finding.verdict in DECIDE for c in q.claims}
        cited = [a for a in self.report.articles if {a.id, a.file} & used]
        listed = [a for a in cited if self.names[a.id] != a.source]
        rows = [(self.names[a.id], shown(a.published) if a.published else self.words("no_day"), a) for a in listed]
        wide = max((cells(name) for name, _, _ in rows), default=0)
        broad = max((cells(when) for _, when, _ in rows), default=0)
        for name, when, article in rows:
            yield self._article(f"{pad(name, wide)}  {pad(when, broad)}  ", article)

    def alone(self) -> Iterator[str]:
        """That there is nothing to compare, where there are figures all the same."""
        if self.report.clusters:
            yield from self._told(self.words("alone"))

    def undated(self, found: list[Question]) -> Iterator[str]:
        """How many articles have no day or no hour where these might make an update of a contradiction, and how they
        are given."""
        articles, lacks = self.report.articles, {q.finding.lacks for q in found if q.unordered}
        bare = sum(a.published is None for a in articles)
        whole = sum(instant(a.published) is None for a in articles) - bare
        for what, key, n in (("day", "no_days", bare), ("hour", "no_hours", whole)):
            if n and what in lacks:
                yield from self._told(self.words(key, n=n, m=len(articles)))

    def _told(self, text: str) -> list[str]:
        """Text of no question's on lines of its own, each begun with Latin."""
        lead = "" if self.words("direction") == "ltr" else "claimcheck  "
        return [lead + line for line in wrap(text, self.width - cells(lead))]

    def _article(self, fixed: str, article: Article) -> str:
        known = (article.source, *article.also, article.title)
        text = " ".join([article.file, *(steady(clean(k)) for k in known if k)])
        return fixed + shorten(text, self.width - cells(fixed), self.more)

    def summary(self) -> str:
        """One line like a test runner's: of how many articles, and how many of each verdict."""
        count = Counter(f.verdict for f in self.report.clusters)
        found = [self.words.count(v, count[v]) for v in SEVERITY if count[v]] or [self.words("nothing")]
        known = sum(f.reviewed for f in self.report.clusters)
        found += [self.words("reviewed", n=known)] if known else []
        articles = self.words.count("article", len(self.report.articles))
        text = self.words("summary", articles=articles, found=self.words.comma(found))
        first, *more = self._told(text)
        rules = self.width - cells(first) - 2
        line = f"{self.pens.span * (rules // 2)} {first} {self.pens.span * (rules - rules // 2)}"
        lines = [line] if rules >= 2 and not more else [first, *more]
        worst: Verdict = next((v for v in SEVERITY if count[v]), "single")
        return self.paint("\n".join(lines), LOOKS[worst].sgr)

    def _apart(self, q: Question) -> str:
        """How far apart, who prints it, and how many independent sources these quote: three outlets with one wire text
        have one."""
        named = any(claim.source for claim in q.claims)
        told = [self.words.count("outlet" if named else "article", q.finding.outlets or len(q.articles))]
        told += [self.words.count("source", q.finding.voices)] if q.finding.voices else []
        return self.words("block" if q.apart else "beside", n=q.spread, told=self.words.comma(told))


def _told(links: str, label: str) -> bool:
    """Whether what makes the claims one question is no more than what the label says."""
    return all(part in label for part in links.replace("; ", ", ").split(", "))
