"""Scores a report against gold claims: figures found, figures right, pairs grouped, contradictions flagged.

A gold claim and a found one match where their spans overlap, one to one, the right quantity preferred. Optional
gold claims cost nothing whether found or not; durations that were found beside the gold cost nothing either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from claimcheck.model import Claim, Report

Gold = dict[str, Any]
HOT = {"contradiction", "update"}


@dataclass(frozen=True)
class Score:
    """Right, wrong and missed, with what follows from them; 1.0 where there was nothing to do."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True)
class Scores:
    extraction: Score
    quantity: Score
    clustering: Score
    contradictions: Score


def score(report: Report, claims: Path, verdicts: Path) -> Scores:
    """All scores of a report against the two gold files."""
    gold = [json.loads(line) for line in claims.read_text("utf-8").splitlines() if line.strip()]
    ruling = json.loads(verdicts.read_text("utf-8"))
    found = [c for c in report.claims if c.article in {g["article"] for g in gold}]
    match = matches(gold, found)
    required = [g for g in gold if not g["optional"]]
    hit = [g for g in required if g["id"] in match]
    right = [g for g in hit if same_quantity(g, match[g["id"]])]
    taken = {c.id for c in match.values()}
    spurious = [c for c in found if c.id not in taken and c.quantity.kind != "duration"]
    return Scores(
        Score(len(hit), len(spurious), len(required) - len(hit)),
        Score(len(right), len(spurious) + len(hit) - len(right), len(required) - len(right)),
        clustering(report, required, match, ruling),
        contradictions(report, gold, match, ruling),
    )


def matches(gold: list[Gold], found: list[Claim]) -> dict[str, Claim]:
    """Gold id -> claim, the right quantity first, then the largest overlap."""
    both = [
        (
            not same_quantity(g, c),
            c.start - min(c.end, g["end"]) if c.start > g["start"] else g["start"] - min(c.end, g["end"]),
            g["id"],
            c.id,
            c,
        )
        for g in gold
        for c in found
        if g["article"] == c.article and c.start < g["end"] and g["start"] < c.end
    ]
    match: dict[str, Claim] = {}
    taken: set[str] = set()
    for *_, g, c, claim in sorted(both, key=lambda m: m[:4]):
        if g not in match and c not in taken:
            match[g] = claim
            taken.add(c)
    return match


def same_quantity(gold: Gold, claim: Claim) -> bool:
    """The same value and openness; for a vague amount, an interval that overlaps and starts no lower than a third."""
    q = claim.quantity
    if gold["value"] is None:
        if q.value is not None:
            return False
        high, top = _or(q.high, float("inf")), _or(gold["high"], float("inf"))
        low = _or(q.low, 0)
        return low <= top and high >= gold["low"] and low >= gold["low"] / 3
    tolerance = 0.02 if gold["kind"] == "share" else 1e-6
    if q.value is None or abs(q.value - gold["value"]) > tolerance * max(abs(gold["value"]), 1e-9):
        return False
    if gold["qualifier"] in ("at_least", "more_than"):
        return q.high is None
    return q.low in (None, 0) if gold["qualifier"] in ("at_most", "less_than") else True


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def clustering(report: Report, required: list[Gold], match: dict[str, Claim], ruling: dict[str, Any]) -> Score:
    """Pairs of gold claims of two articles, together or apart."""
    cluster = {i: f.id for f in report.clusters for i in f.claims}
    either = {frozenset(p) for p in ruling["either"]}
    counts = [0, 0, 0]
    for g, h in combinations(required, 2):
        if g["article"] == h["article"] or not g["cluster"] or not h["cluster"]:
            continue
        if frozenset((g["cluster"], h["cluster"])) in either:
            continue
        same = g["cluster"] == h["cluster"]
        a, b = match.get(g["id"]), match.get(h["id"])
        together = a is not None and b is not None and cluster[a.id] == cluster[b.id]
        counts[0] += same and together
        counts[1] += together and not same
        counts[2] += same and not together
    return Score(*counts)


def contradictions(report: Report, gold: list[Gold], match: dict[str, Claim], ruling: dict[str, Any]) -> Score:
    """Flagged questions of two articles against those that must be, alarms that repeat a figure counted once."""
    accept = {(v["cluster"], frozenset((v["a"], v["b"]))): set(v["accept"]) for v in ruling["verdicts"]}
    must = {k for k, v in accept.items() if v <= HOT}
    either = {frozenset(p) for p in ruling["either"]}
    gold_of = {match[g["id"]].id: g for g in gold if g["id"] in match}
    claims = {c.id: c for c in report.claims}
    raised, alarms = set(), set()
    for a, b, verdict in _hot(report):
        g, h = gold_of.get(a), gold_of.get(b)
        if g and h and frozenset((g["cluster"], h["cluster"])) in either:
            continue
        key = (
            (g["cluster"], frozenset((g["article"], h["article"])))
            if g and h and g["cluster"] == h["cluster"]
            else None
        )
        if key is not None and key[0] and key not in accept:
            continue
        fine = HOT | ({"compatible"} if verdict == "update" else set())
        if key in accept and accept[key] & fine:
            raised.add(key)
        else:
            alarms.add(
                frozenset(
                    (c.article, c.quantity.value, c.quantity.low, c.quantity.high) for c in (claims[a], claims[b])
                )
            )
    return Score(len(raised & must), len(alarms), len(must - raised))


def _hot(report: Report) -> Iterator[tuple[str, str, str]]:
    claims = {c.id: c for c in report.claims}
    for finding in report.clusters:
        for pair in finding.pairs:
            if pair.verdict in HOT and claims[pair.a].article != claims[pair.b].article:
                yield pair.a, pair.b, pair.verdict
