"""What is explained, and how its parts are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.labels import labels
from claimcheck.model import Claim, Finding, Number, Report
from claimcheck.reports.layout import clean
from claimcheck.reports.view import names
from claimcheck.stages.amounts import figure
from claimcheck.stages.node import Node, nodes_of


@dataclass(frozen=True)
class Case:
    """What is explained: a finding, its claims as the stages compare them, and all other claims."""

    finding: Finding
    members: tuple[Node, ...]
    others: tuple[Node, ...]
    #: the claims of all of them, by id
    claims: Mapping[str, Claim]
    #: article -> the short name that reports give it
    names: Mapping[str, str]
    #: the one claim that was asked for, where it was not the whole question
    asked: str | None = None

    def ref(self, claim: Claim) -> str:
        """A claim by its figure and place: ``about 400 (002.8)``."""
        return f"{figure(claim.quantity)} ({short_id(claim, self.names)})"

    def of(self, node: Node) -> Claim:
        """The claim that a node stands for."""
        return self.claims[node.id]


def case_of(name: str, report: Report) -> Case:
    """The question or claim of that id. Raises ClaimcheckError where the report has none."""
    short = names(report.articles)
    claim = next((c.id for c in report.claims if name in (c.id, short_id(c, short))), None)
    # a claim of a sum that cannot be right is one of a question, too, and asked for as that
    holding = [f for f in report.clusters if claim in f.claims]
    finding = next((f for f in report.clusters if f.id == name), holding[-1] if holding else None)
    if finding is None:
        raise ClaimcheckError(f"explain: there is no question or claim {name!r}; {_known(report)}")
    nodes = nodes_of(report.claims)
    inside = set(finding.claims)
    return Case(
        finding,
        tuple(n for n in nodes if n.id in inside),
        tuple(n for n in nodes if n.id not in inside),
        {c.id: c for c in report.claims},
        short,
        claim if claim in inside else None,
    )


def _known(report: Report) -> str:
    """What can be explained, for somebody who asked for something else."""
    if not report.articles:
        return "name it and then its articles, as in: claimcheck explain q4 seeds/"
    known = [f.id for f in report.clusters if f.verdict != "single"] or ["none that two articles answer"]
    named = ", ".join(known if len(known) <= 8 else [*known[:8], "…"])
    return f"questions are {named}; claims are named in --format json"


def short_id(claim: Claim, short: Mapping[str, str]) -> str:
    """The claim's number behind the short name of its article: ``002.8``."""
    return f"{short.get(claim.article, claim.article)}.{claim.id.rpartition('.')[2]}"


def bound(value: Number | None) -> str:
    return "" if value is None else f"{value:,}"


def plain(concept: str) -> str:
    return concept.replace("_", " ")


def named(concept: str) -> str:
    """The English name of a place or a body; what has none goes by its id."""
    return labels("en").get(concept, plain(concept))


def one_line(text: str) -> str:
    """An article's words on one line, without what a terminal would act on."""
    return clean(" ".join(text.split()))
