"""The figure that a published coding scheme would record for a question. The schemes are data: conventions.toml.

No two schemes agree, so nothing is picked unless one is asked for by name, and each figure comes with the page that
says so. A scheme that is silent on a figure, or that does not count such things, records nothing.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.pack import ancestors, canonical
from claimcheck.lang.voice import issuer_key
from claimcheck.model import Claim, Coded, Number, Report
from claimcheck.moment import before, seconds
from claimcheck.stages.compare import fullest

#: what a claim is recorded as, from..to, with the claim
Entry = tuple[Number, Number, Claim]
#: low, best, high
Estimate = tuple[Number | None, Number | None, Number | None]


class Scheme(BaseModel):
    """One scheme of conventions.toml, which explains the keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    page: str
    says: str
    events: list[str]
    things: list[str] = []
    vague: dict[str, int] = {}
    between: Literal["low", "mean", "ends"]
    conflict: Literal["lowest", "ends", "latest", "lower_best", "agreed"]
    family: tuple[int, int] = (1, 1)


@cache
def schemes() -> dict[str, Scheme]:
    """The schemes by their short names."""
    text = resources.files("claimcheck").joinpath("conventions.toml").read_text("utf-8")
    return {name: Scheme.model_validate(table) for name, table in tomllib.loads(text).items()}


def scheme(name: str) -> Scheme:
    """The scheme of that name. Raises ClaimcheckError where there is none."""
    if name not in schemes():
        raise ClaimcheckError(f"--coding: there is no scheme {name!r}; choose from {', '.join(schemes())}")
    return schemes()[name]


def code(report: Report, name: str) -> Report:
    """The report with what the scheme ``name`` would record in each finding."""
    rules = scheme(name)
    claims = {c.id: c for c in report.claims}
    found = (replace(f, coded=_coded(rules, [claims[c] for c in f.claims])) for f in report.clusters)
    return replace(report, clusters=tuple(found))


def _coded(scheme: Scheme, claims: list[Claim]) -> Coded:
    if not any(_covers(scheme, claim) for claim in claims):
        return Coded(scheme=scheme.name, page=scheme.page, why="does not record such figures")
    spoken: dict[str, list[Claim]] = {}
    for claim in claims:
        spoken.setdefault(claim.article, []).append(claim)
    entries = [entry for own in spoken.values() for entry in _entries(scheme, own)]
    if not entries:
        return Coded(scheme=scheme.name, page=scheme.page, why=f"gives no number for these words; {scheme.says}")
    low, best, high = CONFLICTS[scheme.conflict](entries)
    return Coded(scheme=scheme.name, page=scheme.page, why=scheme.says, low=low, best=best, high=high)


def _covers(scheme: Scheme, claim: Claim) -> bool:
    if claim.quantity.kind != "count":
        return False
    event, thing = claim.event.concept, claim.counted.concept
    of_people = thing is None or thing == "family" or ancestors(thing)[-1] == "person"
    known = event is not None and not {event, canonical(event)}.isdisjoint(scheme.events)
    happens = known and of_people and claim.event.status != "planned"
    return happens or (thing is not None and any(t in ancestors(thing) for t in scheme.things))


def _entries(scheme: Scheme, own: list[Claim]) -> Iterable[Entry]:
    """What one article says, as the scheme reads it: its fullest claim that the scheme has a number for."""
    read = [(c, _read(scheme, c)) for c in own]
    told = [c for c, numbers in read if numbers]
    if told:
        claim = fullest(told)
        numbers = _read(scheme, claim)
        if numbers:
            yield (*numbers, claim)


def _read(scheme: Scheme, claim: Claim) -> tuple[Number, Number] | None:
    """The number or the two ends that a scheme reads in a claim; None where it is silent."""
    quantity = claim.quantity
    least, most = scheme.family if claim.counted.concept == "family" else (1, 1)
    if quantity.qualifier == "vague":
        number = scheme.vague.get(f"{quantity.low}..{quantity.high}")
        return (number * least, number * most) if number is not None else None
    if quantity.qualifier in ("at_most", "less_than") or quantity.value is None:
        return None
    low = high = quantity.value
    if quantity.qualifier == "range" and quantity.low is not None and quantity.high is not None:
        ends: dict[str, tuple[Number, Number]] = {
            "low": (quantity.low, quantity.low), "mean": (low, high), "ends": (quantity.low, quantity.high),
        }  # fmt: skip
        low, high = ends[scheme.between]
    return low * least, high * most


# what is recorded of several sources


def _lowest(entries: list[Entry]) -> Estimate:
    return None, min(low for low, _, _ in entries), None


def _ends(entries: list[Entry]) -> Estimate:
    return min(low for low, _, _ in entries), None, max(high for _, high, _ in entries)


def _latest(entries: list[Entry]) -> Estimate:
    """The most recent, where all are dated; of several the one that most voices give, then the lowest."""
    if all(claim.published for _, _, claim in entries):
        last = max((claim.published for _, _, claim in entries), key=seconds)
        entries = [e for e in entries if not before(e[2].published, last)]
    voices = {(low, issuer_key(claim) or claim.source or claim.article) for low, _, claim in entries}
    count = Counter(low for low, _ in voices)
    return None, min(count, key=lambda number: (-count[number], number)), None


def _lower_best(entries: list[Entry]) -> Estimate:
    low, _, high = _ends(entries)
    return low, low, high


def _agreed(entries: list[Entry]) -> Estimate:
    low, _, high = _ends(entries)
    return (None, low, None) if low == high else (low, None, high)


CONFLICTS: dict[str, Callable[[list[Entry]], Estimate]] = {
    "lowest": _lowest,
    "ends": _ends,
    "latest": _latest,
    "lower_best": _lower_best,
    "agreed": _agreed,
}
