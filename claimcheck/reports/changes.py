"""Two results compared: which questions are new, are gone, or have another verdict or other figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimcheck.model import SEVERITY, Report
from claimcheck.reports import Options
from claimcheck.reports.figures import plain
from claimcheck.reports.layout import cells, clean, pad, wrap
from claimcheck.reports.palette import LOOKS, counted, paint
from claimcheck.reports.view import Question, questions

Kind = Literal["new", "gone", "verdict", "figures"]
_SIGNS: dict[Kind, str] = {"new": "+", "gone": "-", "verdict": "*", "figures": "~"}
_TOLD: dict[Kind, str] = {
    "new": "{n} new",
    "gone": "{n} gone",
    "verdict": "{n} verdict/s changed",
    "figures": "{n} question/s with other figures",
}


@dataclass(frozen=True)
class Change:
    """One question in the older and in the newer result; one of them may be missing."""

    kind: Kind
    old: Question | None
    new: Question | None

    @property
    def question(self) -> Question:
        known = self.new or self.old
        assert known is not None
        return known


def changes(old: Report, new: Report, singles: bool = False) -> list[Change]:
    """What changed, worst of the newer verdicts first.

    Ids of questions are given anew in each run, ids of claims last: a question is the one with which it shares most
    claims; one that shares none by its label, where no other has that.
    """
    before, now = questions(old, singles=True), questions(new, singles=True)
    former = _matched(before, now)
    found = [_change(former.get(q.finding.id), q) for q in now]
    kept = {q.finding.id for q in former.values()}
    found += [Change("gone", q, None) for q in before if q.finding.id not in kept]
    told = [c for c in found if c and (singles or not _lone(c))]
    return sorted(told, key=lambda c: (c.kind == "gone", SEVERITY.index(c.question.finding.verdict)))


def _matched(before: list[Question], now: list[Question]) -> dict[str, Question]:
    """The newer question's id -> the older question; each older one once, the most shared claims first."""
    owner = {claim.id: q for q in before for claim in q.claims}
    shared = Counter((q.finding.id, owner[c.id].finding.id) for q in now for c in q.claims if c.id in owner)
    older = {q.finding.id: q for q in before}
    former: dict[str, Question] = {}
    taken: set[str] = set()
    by_label = [(q.finding.id, o.finding.id) for q in now for o in before if _only(q, now) and _only(o, before)
                and q.finding.label == o.finding.label]  # fmt: skip
    for newer_id, older_id in [*sorted(shared, key=lambda pair: (-shared[pair], pair)), *by_label]:
        if newer_id not in former and older_id not in taken:
            former[newer_id] = older[older_id]
            taken.add(older_id)
    return former


def _only(q: Question, among: list[Question]) -> bool:
    return sum(q.finding.label == other.finding.label for other in among) == 1


def _change(old: Question | None, new: Question) -> Change | None:
    if old is None:
        return Change("new", None, new)
    if old.finding.verdict != new.finding.verdict:
        return Change("verdict", old, new)
    if [f.text for f in old.figures] != [f.text for f in new.figures]:
        return Change("figures", old, new)
    return None


def _lone(change: Change) -> bool:
    return all(q.finding.verdict == "single" for q in (change.old, change.new) if q)


def render(found: list[Change], options: Options) -> str:
    """One line a change, and a line of summary: sign, id, verdict before and now, figures, label last."""
    rows = [_row(change, options) for change in found]
    wide = [max((cells(row[n]) for row in rows), default=0) for n in range(4)]
    lines = [line for c, row in zip(found, rows, strict=True) for line in _lines(c, row, wide, options)]
    kinds = Counter(c.kind for c in found)
    summary = ", ".join(counted(_TOLD[k], kinds[k]) for k in _SIGNS if kinds[k]) or "nothing changed"
    return "\n".join([*lines, summary]) + "\n"


def _row(change: Change, options: Options) -> list[str]:
    was, now = (q.finding.verdict if q else "" for q in (change.old, change.new))
    verdict = was if was == now else " -> ".join(v for v in (was, now) if v)
    hulls = list(dict.fromkeys(plain(q.hull, options.ascii) for q in (change.old, change.new) if q))
    return [_SIGNS[change.kind], change.question.finding.id, verdict, " -> ".join(hulls)]


def _lines(change: Change, row: list[str], wide: list[int], options: Options) -> Iterator[str]:
    """The fixed fields, and the label behind them or, where there is no room, below."""
    fixed = "  ".join(pad(cell, w) for cell, w in zip(row, wide, strict=True)) + "  "
    label = clean(change.question.finding.label)
    painted = paint(fixed, LOOKS[change.question.finding.verdict].sgr, options.colour)
    if cells(fixed) + cells(label) <= options.width:
        yield painted + label
        return
    yield painted.rstrip()
    yield from ("   " + pad(row[1], wide[1]) + "  " + line for line in wrap(label, options.width - wide[1] - 5))
