"""A question's facets in the words of one language, for those who do not read the articles'."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.model import Claim
from claimcheck.reports.layout import clean
from claimcheck.reports.view import Question


def gloss(question: Question, labels: Mapping[str, str]) -> str:
    """What is counted, what happens, where, when: ``soldier (us), armed | remain, planned | SY | since``.

    ``labels`` names concepts; one that it lacks goes by its id. Facets that no article gives are left out.
    """
    told = max(question.claims, key=_facets)
    parts = (_counted(told, labels), _event(told, labels), _place(told, labels), _time(told))
    return " | ".join(part for part in parts if part)


def heading(question: Question, labels: Mapping[str, str]) -> str:
    """The question in a few words of the language of ``labels``; its own label where no concept is known."""
    told = max(question.claims, key=_facets)
    parts = (_counted(told, labels), _event(told, labels), _place(told, labels))
    return " · ".join(part for part in parts if part) or question.finding.label


def _facets(claim: Claim) -> int:
    return sum(x is not None for x in (claim.counted.concept, claim.event.concept, claim.place, claim.time.scope))


def _word(concept: str | None, labels: Mapping[str, str]) -> str:
    return labels.get(concept, concept.replace("_", " ")) if concept else ""


def _counted(claim: Claim, labels: Mapping[str, str]) -> str:
    counted = claim.counted
    noun = _word(counted.concept, labels) or clean(counted.text or "")
    nationality = counted.nationality and labels.get(f"nationality:{counted.nationality}", counted.nationality)
    whose = ", ".join(x for x in (_word(counted.group, labels), nationality) if x)
    modifiers = (labels.get(f"modifier:{m}", m.replace("_", " ")) for m in counted.modifiers)
    return ", ".join([f"{noun} ({whose})" if whose else noun, *modifiers])


def _event(claim: Claim, labels: Mapping[str, str]) -> str:
    event = claim.event
    word = _word(event.concept, labels) or clean(event.text or "")
    said = [f"not {word}" if event.negated else word, event.status if event.status != "done" else ""]
    return ", ".join(part for part in said if part) if word else ""


def _place(claim: Claim, labels: Mapping[str, str]) -> str:
    return labels.get(claim.place, claim.place) if claim.place else ""


def _time(claim: Claim) -> str:
    time = claim.time
    if time.scope in ("on", "since", "within") and not (time.start or time.end):  # says nothing without its days
        return ""
    days = time.start or "" if time.start == time.end else f"{time.start or ''}..{time.end or ''}"
    return " ".join(part for part in ((time.scope or "").replace("_", " "), days) if part)
