"""What all formats show, computed once: questions worst first, their figures, short names of articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.model import SEVERITY, Article, Claim, Finding, Number, Quantity, Report
from claimcheck.moment import seconds
from claimcheck.reports.figures import figure, hull, point, spread
from claimcheck.stages.amounts import in_unit

#: verdicts that somebody has to look into
DECIDE = ("contradiction", "internal", "update")
#: languages that run from right to left
RTL = ("ar", "ckb", "fa", "he", "ps", "ur")


class Figure(NamedTuple):
    """One distinct figure of a question, and the claims that give it."""

    text: str
    claims: tuple[Claim, ...]
    #: it in the unit that all figures of its question are drawn in
    drawn: Quantity

    @property
    def quantity(self) -> Quantity:
        return self.claims[0].quantity


class Question(NamedTuple):
    """A finding with its claims. ``figures`` are in order of size, those of an update in order of time."""

    finding: Finding
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    #: whether another question that is shown has the same label
    twin: bool = False

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(f.drawn for f in self.figures)

    @property
    def spread(self) -> str:
        return spread(self.quantities)

    @property
    def apart(self) -> bool:
        """Whether its figures lie apart: one figure does not, nor do a vague amount and one inside it, nor the parts of
        a whole."""
        return self.spread not in ("1×", "0pt") and not self.finding.is_sum

    @property
    def at_odds(self) -> frozenset[str]:
        """The texts of the figures that the verdict is about, 200 and about 200 alike, where others are beside them."""
        told = [p for p in self.finding.pairs if p.why == self.finding.why]
        claims = {c.id: c.quantity for c in self.claims}
        meant = {_amount(claims[c]) for p in told for c in (p.a, p.b)}
        texts = [f.text for f in self.figures if _amount(f.quantity) in meant]
        return frozenset(texts) if len(meant) == 2 and len(texts) < len(self.figures) else frozenset()

    @property
    def hull(self) -> str:
        return hull(self.quantities)

    @property
    def day(self) -> str:
        """The one day, month or year that its claims tell of, where they tell of one: ``2018-03-22``, ``2004``."""
        times = {(c.time.start, c.time.end) for c in self.claims if c.time.scope == "on" and c.time.start}
        return _span(*times.pop()) if len(times) == 1 else ""

    @property
    def planned(self) -> bool:
        """Whether it is of what is expected or planned, and not of what happened."""
        return all(c.event.status == "planned" for c in self.claims)

    @property
    def unordered(self) -> bool:
        """Whether a day or an hour that is not known could explain a contradiction; plans and decisions contradict all
        the same."""
        return self.finding.lacks is not None and not any(c.event.status == "planned" for c in self.claims)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that answer the question, in the order of the report."""
        return tuple(dict.fromkeys(c.article for c in self.claims))


def questions(report: Report, singles: bool = False) -> list[Question]:
    """Findings worst first, the surest and widest apart before the others; ``singles``: the lone ones too."""
    claims = {c.id: c for c in report.claims}
    shown = [f for f in report.clusters if singles or f.verdict != "single"]
    labels = Counter(f.label for f in shown)
    return sorted((_question(f, claims, labels[f.label] > 1) for f in shown), key=_worst_first)


def _question(finding: Finding, claims: dict[str, Claim], twin: bool) -> Question:
    members = tuple(claims[c] for c in finding.claims)
    return Question(finding, members, tuple(_figures(members, by_date=finding.verdict == "update")), twin)


def _amount(q: Quantity) -> tuple[Number | None, ...]:
    """What is said without how surely: the value, or the bounds of a vague amount."""
    return (q.value,) if q.value is not None else (q.low, q.high)


def _span(start: str | None, end: str | None) -> str:
    """Two days as the year, the month or the day that they are."""
    if not start or not end or start == end:
        return start or end or ""
    if (start[5:], end[5:]) == ("01-01", "12-31") and start[:4] == end[:4]:
        return start[:4]
    return start[:7] if start[:7] == end[:7] and start.endswith("-01") and end[8:] >= "28" else f"{start}..{end}"


def _worst_first(q: Question) -> tuple[int, bool, float, int]:
    """By verdict, then those that no day or hour could explain, then by how far apart the definite figures are.

    Vague amounts do not count there: they are wide of each other by nature.
    """
    points = [point(f.drawn) for f in q.figures if f.quantity.value is not None] or [0]
    apart = (max(points) + 1) / (min(points) + 1)
    return SEVERITY.index(q.finding.verdict), q.unordered, -apart, -len(q.articles)


def _figures(claims: Sequence[Claim], by_date: bool) -> list[Figure]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(figure(claim.quantity), []).append(claim)
    unit = claims[0].quantity.unit
    found = [Figure(text, tuple(held), in_unit(held[0].quantity, unit)) for text, held in groups.items()]
    size = sorted(found, key=lambda f: (point(f.drawn), f.text))
    return sorted(size, key=lambda f: min(seconds(c.published) for c in f.claims)) if by_date else size


def names(articles: Iterable[Article], room: int = 20) -> dict[str, str]:
    """A short Latin name for each article, by its id and by its file: what stands in columns of ``room`` characters.

    Its outlet, where that is Latin and short (``Reuters``, with several articles ``Reuters/2``) or a host that can be
    shortened (``inquirer.net`` for ``newsinfo.inquirer.net``); else the shortest run of its file name's first parts
    that no other file begins with (``000`` for ``000_cf4acdcb20d41df0.txt``); else its number.
    """
    found = list(articles)
    outlets = [_outlet(a, room) for a in found]
    taken: Counter[str] = Counter(outlets)
    count: Counter[str] = Counter()
    prefixes = _prefixes([a.file for a in found])
    result: dict[str, str] = {}
    for place, (article, outlet) in enumerate(zip(found, outlets, strict=True), start=1):
        count[outlet] += 1
        name = outlet if taken[outlet] == 1 else f"{outlet}/{count[outlet]}"
        result[article.id] = result[article.file] = name if outlet else prefixes[place - 1] or f"A{place}"
    return result


def _outlet(article: Article, room: int) -> str:
    """The outlet's name if it is Latin and has room; of a host its last labels, at the utmost its name alone."""
    source = (article.source or "").strip()
    name = next((name for name in (source, *_shorter(source)) if len(name) <= room), "")
    return name if re.fullmatch(r"[A-Za-z][\w .&'-]*", name, re.ASCII) else ""


def _shorter(host: str) -> Iterator[str]:
    """``newsinfo.inquirer.net`` without its first labels, one after the other, and then without what stands behind its
    name: ``net``, or the two labels of ``co.uk``."""
    labels = host.split(".")
    if " " in host or not all(labels):
        return
    behind = 2 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 1
    own = labels[:-behind]
    yield from (".".join(labels[n:]) for n in range(1, len(own)))
    yield from own[-1:]


def _prefixes(files: list[str]) -> list[str]:
    """For each file the fewest leading parts of its name that are its alone; empty where not Latin."""
    parts = [re.findall(r"[^_\-. ]+[_\-. ]?", f.rpartition("/")[2]) for f in files]
    heads = [["".join(p[: n + 1]).rstrip("_-. ") for n in range(len(p))] for p in parts]
    shared = Counter(h for each in heads for h in set(each))
    alone = [next((h for h in each if shared[h] == 1), "") for each in heads]
    return [h if re.fullmatch(r"\w[\w.#-]{0,11}", h, re.ASCII) else "" for h in alone]
