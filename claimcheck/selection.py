"""Which articles are read, and which findings are shown: by day, verdict, concept, source or id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, get_args

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.pack import ancestors, canonical, concepts
from claimcheck.model import SEVERITY, Article, Claim, Finding, Record, Report, moment
from claimcheck.moment import before, instant, shown
from claimcheck.readers import Duplicate

Kind = Literal["verdict", "concept", "source", "question"]
#: a question, or a sum inside an article
_QUESTION = re.compile(r"[qs]\d+")


class Term(NamedTuple):
    """One thing that ``--only`` or ``--ignore`` names."""

    kind: Kind
    name: str

    def of(self, finding: Finding, claims: Iterable[Claim]) -> bool:
        """Whether the finding is one of these; of a source, whether it speaks there."""
        if self.kind == "verdict":
            return finding.verdict == self.name
        if self.kind == "question":
            return finding.id == self.name
        if self.kind == "concept":
            return any(self.name in _concepts(claim) for claim in claims)
        return any(self.prints(claim.source, claim.article) for claim in claims)

    def prints(self, source: str | None, file: str) -> bool:
        """Whether the outlet, or the file where that is named, is the one meant."""
        return self.name.casefold() in ((source or "").casefold(), file.casefold())


def terms(said: Iterable[str], option: str) -> tuple[Term, ...]:
    """``contradiction``, ``killed``, ``source:Reuters`` as terms; several with commas between them.

    A name that is no verdict, question id or concept is a source. Raises ClaimcheckError for a kind that there is not.
    """
    names = (part.strip() for text in said for part in text.split(","))
    return tuple(_term(name, option) for name in names if name)


def _term(said: str, option: str) -> Term:
    kind, colon, name = said.partition(":")
    if not colon:
        return Term(_kind(said), _concept(said) if _kind(said) == "concept" else said)
    if kind not in get_args(Kind) or not name.strip():
        raise ClaimcheckError(f"{option}: {said!r}: write {', '.join(f'{k}:NAME' for k in get_args(Kind))}, or a name")
    if kind == "verdict" and name not in SEVERITY:
        raise ClaimcheckError(f"{option}: there is no verdict {name!r}; choose from {', '.join(SEVERITY)}")
    return Term(kind, _concept(name) if kind == "concept" else name.strip())  # type: ignore[arg-type]


def _moment(option: str, said: str) -> str:
    """A limit as articles have their moments."""
    if not said:
        return ""
    try:
        limit = moment(said)
    except ValueError:
        cure = "write it as YYYY-MM-DD, or as YYYY-MM-DDTHH:MMZ"
        raise ClaimcheckError(f"{option}: {said!r} is no day; {cure}") from None
    return limit.isoformat() if limit.tzinfo else str(limit.date())


def _kind(name: str) -> Kind:
    if name in SEVERITY:
        return "verdict"
    if _QUESTION.fullmatch(name):
        return "question"
    known = _concept(name) in concepts().things or _concept(name) in concepts().events
    return "concept" if known else "source"


def _concept(name: str) -> str:
    return name.strip().lower().replace(" ", "_")


def _concepts(claim: Claim) -> set[str]:
    """What a claim is about: the thing and all that it is, the event, the group, the place."""
    thing, event = claim.counted.concept, claim.event.concept
    found = {claim.counted.group, claim.counted.nationality, claim.place, *claim.counted.modifiers}
    found.update(ancestors(thing) if thing else ())
    found.update((event, canonical(event)) if event else ())
    return {_concept(name) for name in found if name}


@dataclass
class Selection:
    """The options as terms and moments (days, or hours with their zone), and how many articles they left out; an empty
    moment is no limit."""

    as_of: str = ""
    since: str = ""
    only: tuple[Term, ...] = ()
    ignore: tuple[Term, ...] = ()
    late: int = 0
    early: int = 0
    ignored: int = 0
    undated: int = 0
    #: of the day of a limit that is an hour, and without an hour themselves
    hourless: int = 0
    #: the outlets, and the files
    _met: dict[tuple[str | None, str], None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raises ClaimcheckError for a moment that is none."""
        self.as_of, self.since = _moment("--as-of", self.as_of), _moment("--since", self.since)

    def articles(self, records: Iterable[Record]) -> Iterator[Record]:
        """The articles of the days and sources that are wanted. One without a date stays: it may be of any day."""
        gone: set[str] = set()
        for record in records:
            if isinstance(record, Article) and not self._keeps(record):
                gone.add(record.file)
            elif not isinstance(record, Duplicate) or (record.of not in gone and self._wanted(record)):
                yield record

    def _keeps(self, article: Article) -> bool:
        self._met[article.source, article.file] = None
        if not self._wanted(article):
            self.late += self._late(article)
            self.early += self._early(article)
            self.ignored += self._unheard(article)
            return False
        limits = [limit for limit in (self.as_of, self.since) if limit]
        self.undated += bool(limits and not article.day)
        self.hourless += any(instant(limit) and limit[:10] == article.published for limit in limits)
        return True

    def _wanted(self, article: Article | Duplicate) -> bool:
        return not (self._late(article) or self._early(article) or self._unheard(article))

    def _late(self, article: Article | Duplicate) -> bool:
        return before(self.as_of, article.published)

    def _early(self, article: Article | Duplicate) -> bool:
        return before(article.published, self.since)

    def _unheard(self, article: Article | Duplicate) -> bool:
        return any(t.kind == "source" and t.prints(article.source, article.file) for t in self.ignore)

    def findings(self, report: Report) -> Report:
        """The report with the findings that are wanted: terms of one kind are alternatives, kinds must all hold."""
        self._known(report)
        claims = {c.id: c for c in report.claims}
        kept = tuple(f for f in report.clusters if self._shown(f, [claims[c] for c in f.claims]))
        return replace(report, clusters=kept)

    def _shown(self, finding: Finding, claims: list[Claim]) -> bool:
        if any(t.kind != "source" and t.of(finding, claims) for t in self.ignore):
            return False
        kinds = {t.kind for t in self.only}
        return all(any(t.of(finding, claims) for t in self.only if t.kind == kind) for kind in kinds)

    def _known(self, report: Report) -> None:
        """Raises ClaimcheckError for a source that no article has and a question that there is not: a name misspelt
        would pass for a clean result."""
        self._met |= dict.fromkeys((a.source, a.file) for a in report.articles)
        asked = {f.id for f in report.clusters}
        for term in (*self.only, *self.ignore):
            if term.kind == "question" and term.name not in asked:
                raise ClaimcheckError(f"there is no question {term.name!r}; see the ids of a run without it")
            if term.kind == "source" and not any(term.prints(*met) for met in self._met):
                raise ClaimcheckError(f"{term.name!r} is no verdict, question, concept or source; {self._meant(term)}")

    def _meant(self, term: Term) -> str:
        """What a name that is none may mean: a verdict as the report shortens it, else what is spelt nearly so."""
        from difflib import get_close_matches

        sources = list(dict.fromkeys(source or file for source, file in self._met))
        names = (*SEVERITY, *concepts().events, *concepts().things, *sources)
        near = [v for v in SEVERITY if v.startswith(term.name)] or get_close_matches(term.name, names, 1, 0.8)
        return f"did you mean {near[0]!r}?" if near else f"sources are: {', '.join(sources[:8]) or 'none'}"

    @property
    def picks(self) -> bool:
        """Whether it leaves out findings."""
        return bool(self.only or self.ignore)

    @property
    def told(self) -> str:
        """What was left out, in words; empty where nothing was."""
        counts = ((self.late, f"after {shown(self.as_of)}"), (self.early, f"before {shown(self.since)}"),
                  (self.ignored, "ignored"))
        left = [f"{n} {why}" for n, why in counts if n]
        parts = [f"articles left out: {', '.join(left)}"] if left else []
        parts += [f"kept without a date: {self.undated}"] if self.undated else []
        parts += [f"kept without an hour: {self.hourless}"] if self.hourless else []
        return "; ".join(parts)
