"""Arithmetic inside an article: parts that exceed their whole, one alone or several together.

A part that is larger than its whole is wrong, and so are parts that exclude each other (fighters and civilians, women
and children, items of one list in different places) when they come to more than their whole. Parts that may overlap
(six fighters, five foreigners) are never added, and what is left over is no fault: a text need not name all parts.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from claimcheck.lang.labels import labels, plural
from claimcheck.lang.pack import ancestors, canonical, concepts, flow, within
from claimcheck.model import PARTS, Claim, Finding, Pair, Quantity
from claimcheck.stages.amounts import figure
from claimcheck.stages.gap import interrupted

#: percentages printed without decimals are off by this much each
_ROUNDED_SHARE: Final = 0.005


def sums(claims: Iterable[Claim], questions: dict[str, str]) -> list[Finding]:
    """A finding for each whole that its parts exceed, in the order of the claims; ``questions``: claim id -> label."""
    by_id: dict[str, Claim] = {}
    parts: dict[str, list[Claim]] = defaultdict(list)
    beside: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_id[claim.id] = claim
        beside[claim.article, claim.sentence].append(claim)
        if claim.part_of:
            parts[claim.part_of].append(claim)
    wholes = [by_id[i] for i in by_id if i in parts]
    wrong = ((w, found) for w in wholes for found in _excess(w, parts[w.id], beside[w.article, w.sentence]))
    return [_finding(n, whole, found, questions) for n, (whole, found) in enumerate(wrong, 1)]


def labelled(wrong: Finding, label: str, outlets: int) -> Finding:
    """The finding of a sum under the label of its whole's question; ``outlets`` print it."""
    return replace(wrong, label=label + PARTS, outlets=outlets)


def _excess(whole: Claim, parts: list[Claim], beside: list[Claim]) -> Iterator[list[Claim]]:
    """The parts that come to more than their whole: a single one, else those that exclude each other; then shares."""
    counts = [p for p in parts if p.quantity.kind == "count" and _of(whole, p)]
    most = _most(whole, beside)
    single = next((p for p in counts if _exceeds([p], whole.quantity, most)), None)
    together = [single] if single else _exclusive(counts, whole)
    if _exceeds(together, whole.quantity, most) and not interrupted(whole, min(counts, key=lambda p: p.start)):
        yield together
    shares = _exclusive([p for p in parts if p.quantity.kind == "share"], whole)
    if sum(_low(p) for p in shares) > 1 + _ROUNDED_SHARE * len(shares):
        yield shares


def _of(whole: Claim, part: Claim) -> bool:
    """Whether the two are counted in one way: in one sentence, things of one kind, in one event, of one moment."""
    if whole.sentence != part.sentence:  # "Among the dead of the war are 400 children"
        return False
    if "earlier" in (whole.time.scope, part.time.scope) or whole.event.status != part.event.status:
        return False
    definite = whole.quantity.kind == "count" and whole.quantity.value is not None
    return definite and _of_kind(whole, part) and _of_event(whole, part)


def _of_kind(whole: Claim, part: Claim) -> bool:
    of, thing = whole.counted.concept, part.counted.concept
    if of is None or thing is None:
        return part.counted.head is None or part.counted.head == whole.counted.head
    return ancestors(of)[-1] == ancestors(thing)[-1] and not _excludes(of, thing)


def _of_event(whole: Claim, part: Claim) -> bool:
    of, event = whole.event.concept, part.event.concept
    return of is None or event is None or canonical(of) == canonical(event) or flow(of) == "stock"


def _exclusive(parts: list[Claim], whole: Claim) -> list[Claim]:
    """Parts of which none can be another, the largest first where there is a choice, in the order of the text."""
    taken: list[Claim] = []
    for part in sorted(parts, key=lambda p: (-_low(p), p.start)):
        if all(_apart(part, other, whole) for other in taken):
            taken.append(part)
    return sorted(taken, key=lambda p: p.start)


def _apart(a: Claim, b: Claim, whole: Claim) -> bool:
    """Whether nobody can be counted in both."""
    if a.counted.concept and b.counted.concept and _excludes(a.counted.concept, b.counted.concept):
        return True
    if a.counted.nationality and b.counted.nationality:
        return a.counted.nationality != b.counted.nationality
    if not (_bare(a, whole) and _bare(b, whole)) or a.place == b.place:
        return False
    return not a.place or not b.place or not (within(a.place, b.place) or within(b.place, a.place))


def _bare(part: Claim, whole: Claim) -> bool:
    """A part that only its place tells from its whole: "12 in Homs"."""
    counted = part.counted
    same = counted.head is None or counted.concept == whole.counted.concept
    return same and not counted.modifiers and not counted.group and not counted.nationality


def _excludes(a: str, b: str) -> bool:
    table = concepts().things
    return any(x in table[y].excludes or y in table[x].excludes for x in ancestors(a) for y in ancestors(b))


def _exceeds(parts: list[Claim], whole: Quantity, most: float) -> bool:
    """Whether even the least that the parts say is more than the most that there is."""
    least = sum(_low(p) for p in parts)
    strict = whole.qualifier == "less_than" or any(p.quantity.qualifier == "more_than" for p in parts)
    return bool(parts) and (least > most or (strict and least == most))


def _low(claim: Claim) -> float:
    return claim.quantity.low or 0


def _most(whole: Claim, beside: list[Claim]) -> float:
    """The upper bound of a whole with the figures told before it, which a part may be of too: "five killed and eight
    wounded, among them nine children"."""
    told = [c for c in beside if c.start < whole.start and c.quantity.kind == "count" and not c.part_of]
    return sum(_high(c.quantity) for c in (whole, *told) if c is whole or _of_kind(whole, c))


def _high(quantity: Quantity) -> float:
    """The upper bound; a bare figure of whole hundreds may be a rounded one, with half a unit of its last digit."""
    high = quantity.high
    if high is None or quantity.qualifier != "exact" or high == 0 or high % 100:
        return math.inf if high is None else high
    unit = 100
    while high % (unit * 10) == 0:
        unit *= 10
    return high + unit / 2


def _finding(number: int, whole: Claim, parts: list[Claim], questions: dict[str, str]) -> Finding:
    why = _why(whole, parts)
    return Finding(
        id=f"s{number}",
        label=questions.get(whole.id, "figures") + PARTS,
        verdict="internal",
        why=why,
        claims=(whole.id, *(p.id for p in parts)),
        pairs=tuple(Pair(a=whole.id, b=p.id, verdict="internal", why=why) for p in parts),
        outlets=1,
        voices=1,
    )


def _why(whole: Claim, parts: list[Claim]) -> str:
    """The sum written out: ``6 fighters + 5 civilians = 11, but 8 in all``."""
    told = " + ".join(" ".join(filter(None, (figure(p.quantity), _name(p, whole)))) for p in parts)
    least = sum(_low(p) for p in parts)
    if parts[0].quantity.kind == "share":
        return f"{told} = {least * 100:.4g}%: parts of one whole are no more than 100%"
    total = f" = {least:,}" if len(parts) > 1 else ""
    return f"{told}{total}, but {figure(whole.quantity)} in all"


def _name(part: Claim, whole: Claim) -> str:
    """What tells a part from its whole, in a word: who they are, whence, or where."""
    counted, names = part.counted, labels("en")
    if counted.concept and counted.concept != whole.counted.concept:
        return plural("en", counted.concept) or counted.concept.replace("_", " ")
    if counted.nationality:
        return names.get(f"nationality:{counted.nationality}", counted.nationality)
    return names.get(part.place or "", part.place or "elsewhere") if _bare(part, whole) else ""
