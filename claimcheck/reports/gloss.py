"""A question's facets in the words of one language, for those who do not read the articles'."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from claimcheck.model import Claim
from claimcheck.reports.layout import clean
from claimcheck.reports.notes import reviewed
from claimcheck.reports.view import Question
from claimcheck.reports.words import Words

Labels = Mapping[str, str]

#: people by what happened to them, which a heading names beside them, as a label does
CASUALTIES = frozenset({"fatality", "wounded", "missing", "casualty", "victim", "drowned", "body"})


def gloss(question: Question, labels: Labels, words: Words) -> str:
    """What is counted, what happens, where, when: ``soldier (us), armed | remaining, planned | SY | since 2018-12``.

    ``labels`` names concepts; one that it lacks goes by its id. Facets that no article gives are left out.
    """
    told = max(question.claims, key=_facets)
    whose = _usual(question, lambda claim: _whose(claim, labels))
    things = _word(told.counted.concept, labels) or clean(told.counted.text or "")
    noun = words("whose", n=things, m=whose) if whose and things else things or whose
    parts = (_narrowed(noun, told, labels), _event(told, labels, words), _place(question, labels), _time(told, words))
    return " | ".join(part for part in parts if part)


def heading(question: Question, labels: Labels, words: Words) -> str:
    """The question in a few words of the language of ``labels``, each facet as most claims have it; its own label where
    no concept is known.
    """
    claims = question.claims
    share = labels.get("kind:share", "") if claims[0].quantity.kind == "share" else ""
    noun = _usual(question, lambda claim: _several(claim, labels))
    whose = _usual(question, lambda claim: _whose(claim, labels), half=True)
    told = words("whose", n=noun, m=whose) if whose and noun else noun or whose
    event = _usual(question, lambda claim: _happens(claim, labels))
    if not (told or event or share):
        told = _measured(claims[0], labels)
    parts = (share, told, event, _place(question, labels), _since(question, words))
    text = " · ".join(part for part in parts if part) or question.finding.label
    return words("parts", n=text) if question.finding.is_sum else text


def label(question: Question, labels: Labels, words: Words) -> str:
    """What the question is called in the language of the report, what tells it from others that are called so, and
    whether it was reviewed."""
    finding, english = question.finding, words.code == "en"
    text = finding.label if english else heading(question, labels, words)
    apart = _told_apart(question, labels, words) if question.twin else ()
    return reviewed(finding, (", " if english else " · ").join(filter(None, (text, *apart))))


def _told_apart(question: Question, labels: Labels, words: Words) -> Iterator[str]:
    """What a label leaves out: the day, that it is planned, what all its claims narrow what they count to."""
    yield question.day
    yield words("expected") if question.planned else ""
    for modifier in question.claims[0].counted.modifiers:
        said = _modifier(modifier, labels)
        if all(modifier in c.counted.modifiers for c in question.claims) and (words.code == "en" or said != modifier):
            yield said


def _usual(question: Question, told: Callable[[Claim], str], half: bool = False) -> str:
    """What most claims tell, the first among equals; empty where none does or, if asked for, fewer than ``half``."""
    counts: dict[str, int] = {}
    for said in filter(None, map(told, question.claims)):
        counts[said] = counts.get(said, 0) + 1
    most = max(counts, key=lambda said: counts[said], default="")
    return "" if half and counts.get(most, 0) * 2 < len(question.claims) else most


def _facets(claim: Claim) -> int:
    return sum(x is not None for x in (claim.counted.concept, claim.event.concept, claim.place, claim.time.scope))


def _word(concept: str | None, labels: Labels) -> str:
    return labels.get(concept, concept.replace("_", " ")) if concept else ""


def _several(claim: Claim, labels: Labels) -> str:
    thing = claim.counted.concept
    thing = "person" if thing in CASUALTIES and claim.event.concept else thing
    return labels.get(f"plural:{thing}") or _word(thing, labels)


def _measured(claim: Claim, labels: Labels) -> str:
    """What a figure without a noun gives."""
    quantity = claim.quantity
    return labels.get(f"unit:{quantity.unit}") or labels.get(f"kind:{quantity.kind}", "")


def _whose(claim: Claim, labels: Labels) -> str:
    nation, group = claim.counted.nationality, claim.counted.group
    named = labels.get(group) or group.replace("_", " ").title() if group else ""
    return ", ".join(x for x in (named, nation and labels.get(f"nationality:{nation}", nation)) if x)


def _narrowed(noun: str, claim: Claim, labels: Labels) -> str:
    return ", ".join(filter(None, (noun, *(_modifier(m, labels) for m in claim.counted.modifiers))))


def _modifier(modifier: str, labels: Labels) -> str:
    """``besieged``, or which one of a series it is: ``batch 7``."""
    kind, _, number = modifier.partition(" ")
    named = labels.get(f"series:{kind}", kind) if number else labels.get(f"modifier:{modifier}", modifier)
    return f"{named} {number}".strip().replace("_", " ")


def _happens(claim: Claim, labels: Labels) -> str:
    event = claim.event
    return labels.get(f"event:{event.concept}") or _word(event.concept, labels)


def _event(claim: Claim, labels: Labels, words: Words) -> str:
    event = claim.event
    word = _happens(claim, labels) or clean(event.text or "")
    said = [words.facet("not", word) if event.negated else word]
    said += [words.facet(event.status)] if event.status != "done" else []
    return ", ".join(part for part in said if part) if word else ""


def _place(question: Question, labels: Labels) -> str:
    place = _usual(question, lambda claim: claim.place or "")
    words = (c.evidence.get("place") for c in question.claims if c.place == place)
    return labels.get(place) or next(filter(None, words), place) if place else ""


def _since(question: Question, words: Words) -> str:
    starts = (c.time.start for c in question.claims if c.time.scope == "since" and c.time.start)
    return next((words("since", n=start.removesuffix("-01")) for start in starts), "")


def _time(claim: Claim, words: Words) -> str:
    time = claim.time
    if time.scope in ("on", "since", "within") and not (time.start or time.end):  # says nothing without its days
        return ""
    days = time.start or "" if time.start == time.end else f"{time.start or ''}..{time.end or ''}"
    return " ".join(part for part in (time.scope and words.facet(time.scope), days) if part)
