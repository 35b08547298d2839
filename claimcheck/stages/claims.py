"""Drafts -> claims: the facets that were read, as the record that everybody sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from claimcheck.lang.beneficiary import beneficiary
from claimcheck.lang.context import context, stem
from claimcheck.lang.cues import planned_before
from claimcheck.lang.days import Scope, When
from claimcheck.lang.incident import DAY, names
from claimcheck.lang.nounphrase import NounPhrase
from claimcheck.lang.pack import ancestors, befalls, canonical, concepts, flow
from claimcheck.lang.predicate import Predicate
from claimcheck.lang.region import REGION, region
from claimcheck.lang.series import series
from claimcheck.lang.tally import came_to, tolls_to
from claimcheck.lang.towns import TOWN
from claimcheck.lang.venue import VENUE
from claimcheck.lang.whose import FOR, WHOSE
from claimcheck.model import Article, Claim, Counted, Event, Quantity, Time
from claimcheck.stages.draft import Draft
from claimcheck.stages.epidemic import cause_of

#: "similar" stands at most this many words from the figure of another incident
_SIMILAR: Final = 12
#: who is a soldier beside soldiers
_RANKS = ("officer", "pilot")
#: are told by how strong they were: "a 7.3 earthquake"
_QUAKES = ("earthquake", "aftershock")
#: whose state may be grave
_HURT = (
    "wounded", "infected", "hospitalised", "admitted", "treated", "casualty", "rescued", "survived", "damaged",
    "affected",
)


def claims(article: Article, drafts: Sequence[Draft]) -> list[Claim]:
    """The claims of all drafts of an article, in their order."""
    if not drafts:
        return []
    ids = {id(draft): f"{article.id}.{n}" for n, draft in enumerate(drafts, 1)}
    incident = drafts[0].incident  # one for all
    settings = {id(draft.setting): tuple(draft.setting) for draft in drafts}
    days = _days(incident.days_of(None))
    found: list[Claim] = []
    for draft in drafts:
        sentence, figure, phrase, speech = draft.sentence, draft.figure, draft.phrase, draft.speech
        mention, event = figure.mention, draft.predicate.concept if draft.predicate else None
        end = max(mention.end, sentence.folded.end(sentence.ends(phrase.end - 1))) if phrase.end else mention.end
        near = (*context(sentence, figure), *_names(draft, event),
                *(days if draft.day is None else _days(incident.days_of(draft.day))), *_whose(draft),
                *(_region(draft) if "compass" in sentence.topics else ()),
                *((VENUE + draft.venue,) if draft.venue else ()), *(TOWN + town for town in draft.towns))
        found.append(Claim(
            id=ids[id(draft)], article=article.file, start=mention.start, end=end,
            quote=article.text[mention.start : end], sentence=sentence.original, lang=sentence.pack.code,
            quantity=_quantity(draft), counted=_counted(draft), event=_event(draft),
            place=draft.place[0] if draft.place else phrase.place, time=_time(draft, event),
            issuer=(speech.name or None) if speech else None, part_of=ids[id(draft.whole)] if draft.whole else None,
            source=article.source, published=article.published,
            setting=settings[id(draft.setting)], lead=draft.lead, context=near,
            evidence=_evidence(draft),
        ))
    return found


def _names(draft: Draft, event: str | None) -> Iterable[str]:
    """The names of the incident that a figure is of; of those who come ship after ship the one that carries them."""
    named = draft.incident.names
    return names(draft.sentence) if named and event is not None and flow(event) == "batch" else named


def _whose(draft: Draft) -> Iterable[str]:
    """Whose votes it counts, or for whom a sum is, as keys of its context."""
    if draft.figure.mention.kind == "money" and (struck := beneficiary(draft.sentence, draft.figure)):
        return (WHOSE + FOR + struck,)
    return draft.whose


def _days(days: Iterable[str]) -> list[str]:
    """Days of the incident, as keys of a context."""
    return [DAY + day for day in days]


def _region(draft: Draft) -> Iterator[str]:
    """The part of a country that a figure is of, as a key of its context."""
    if draft.place and draft.place[0].isupper() and (found := region(draft.sentence, draft.figure, draft.place[0])):
        yield REGION + found


def _quantity(draft: Draft) -> Quantity:
    """The figure; a count of time units is a duration («الأسابيع الثلاثة»), a broken number of quakes a magnitude."""
    quantity, head = draft.figure.mention.quantity(), draft.phrase.head
    if draft.phrase.concept in _QUAKES and _is_magnitude(draft):
        return replace(quantity, kind="measure", unit="magnitude")
    unit = draft.sentence.words[head].tables.get("time_unit") if head is not None and quantity.kind == "count" else None
    return replace(quantity, kind="duration", unit=unit.concept) if unit else quantity


def _is_magnitude(draft: Draft) -> bool:
    """Whether it tells how strong the quake was: "a 7.3 earthquake", not how deep, "17.9 km"."""
    value = draft.figure.mention.value
    return value is not None and not float(value).is_integer() and draft.figure.mention.unit is None


def _counted(draft: Draft) -> Counted:
    phrase, sentence = draft.phrase, draft.sentence
    modifiers = [*phrase.modifiers, *(series(sentence, draft.figure) if sentence.ordinals else ())]
    badly = "grave" in draft.cues or (phrase.concept == "wounded" and "serious" in modifiers)
    if badly and draft.predicate is not None and canonical(draft.predicate.concept) in _HURT:
        modifiers.append("grave")
    if draft.total is not None:
        modifiers.append(f"total {draft.total}")
    text = head = None
    if phrase.head is not None:
        word = sentence.words[phrase.head]
        text = sentence.text(phrase.head, phrase.head + (word.width or 1))
        head = stem(sentence.lexicon, word.text) or word.text
    return Counted(
        concept=phrase.concept or _befallen(draft) if head is None else _common(phrase) if phrase.others
        else phrase.concept, text=text, head=head, group=phrase.group, nationality=phrase.nationality,
        modifiers=tuple(sorted(set(modifiers))) if modifiers else (), further=draft.further or _of_battle(draft),
    )


def _of_battle(draft: Draft) -> bool:
    """Whether bodies are found in a battle that goes on, where they are some of the dead."""
    return draft.incident.lasting and draft.predicate is not None and draft.predicate.concept == "bodies_found"


def _befallen(draft: Draft) -> str | None:
    """Who is meant without a noun: whom the event befalls ("31 killed"), "no one", a nation ("13 Syrians")."""
    if draft.figure.mention.form == "zero":
        return "person"
    of = befalls(draft.predicate.concept) if draft.predicate else []
    people = "person" in of or draft.phrase.nationality is not None
    return "person" if people and draft.figure.mention.kind == "count" else None


def _common(phrase: NounPhrase) -> str | None:
    """Of joined nouns ("men, women and children") the nearest concept that holds them all."""
    concept = phrase.concept
    armed = [noun for noun in (concept, *phrase.others) if noun and _armed(noun)]
    if armed and all(noun in armed or noun in _RANKS for noun in (concept, *phrase.others)):
        return armed[0]  # police and soldiers are not all people, «ضباط وجنود» are soldiers
    for other in phrase.others:
        above = set(ancestors(other))
        concept = next((c for c in ancestors(concept) if c in above), concept) if concept else other
    return concept


def _armed(noun: str) -> bool:
    return not set(ancestors(noun)).isdisjoint(concepts().things["civilian"].excludes)


def _event(draft: Draft) -> Event:
    found, topics = draft.predicate, draft.sentence.topics
    if draft.phrase.concept in _QUAKES and _is_magnitude(draft):
        return Event(concept="magnitude")
    found = _so_far(found, draft.figure.mention.kind) if found is not None else None
    if found is None:
        planned = _lies_ahead(draft) or (
            "planned" in topics and planned_before(draft.sentence, draft.figure, draft.phrase))
        return Event(status="planned" if planned else "done")
    zero = draft.figure.mention.form == "zero"
    concept = "remaining" if found.concept == "left" and _left_behind(draft) else found.concept
    # "400 troops will remain": who is to remain stays
    to_come = found.planned or _lies_ahead(draft)
    concept = "staying" if to_come and canonical(concept) == "remaining" else concept
    cause = cause_of(draft, found.concept) if "wide" in topics or draft.epidemic else None
    return Event(concept=concept, text=found.text or None, another="similar" in topics and _another(draft),
                 negated=found.negated and not zero, cause=cause, status="planned" if to_come else "done")


def _lies_ahead(draft: Draft) -> bool:
    """Whether what happens does so on a day that was yet to come: "is pulling out 2,000 troops by Jan. 15"."""
    told, on = draft.incident.published, draft.when
    return on is not None and on.start is not None and told is not None and on.start > told


def _left_behind(draft: Draft) -> bool:
    """Whether somebody leaves them somewhere: "leaves 600 troops in Syria"; where subjects come first, who leaves
    stands before the verb."""
    first = draft.figure.first
    verb = draft.sentence.words[first - 1].entry("intransitive") if first else None
    leaves = verb is not None and verb.concept == "left"
    return leaves and not draft.sentence.pack.grammar.verb_first


def _so_far(found: Predicate, kind: str) -> Predicate:
    """What is yet to be raised, and what could not be, is what was sought; who "will need" a sum needs it; bodies that
    have not been identified are unidentified."""
    told = concepts().events[found.concept]
    if told.unmet and (found.planned or found.negated):
        return replace(found, concept=told.unmet, planned=False, negated=False)
    return replace(found, planned=False) if told.ahead and kind == "money" else found


def _another(draft: Draft) -> bool:
    """Whether the sentence tells of a similar incident: «بعد شهرين على مصرع 80 شخصا بحريق مماثل»."""
    figure, joins = draft.figure, draft.sentence.pack.grammar.joins
    near = range(figure.first - _SIMILAR, figure.end + _SIMILAR)
    found = (at for at in draft.sentence.cues("similar") if at in near)
    return any(not at or draft.sentence.words[at - 1].text not in joins for at in found)  # "roadblocks or similar ones"


def _time(draft: Draft, event: str | None) -> Time:
    found = draft.when
    moves = flow(event) if event else None
    risen = moves == "flow" and "movement" in draft.sentence.topics
    total = "total" in draft.cues or (risen and came_to(draft.sentence, draft.figure)) or (
        moves == "flow" and tolls_to(draft.sentence, draft.figure))
    running = "total" if total else moves if moves in ("stock", "fixed") else None
    if found is None:
        scope = next((s for s in ("per", "earlier", "now", "so_far") if s in draft.cues), None) if draft.cues else None
        return _open_time(scope, running)
    return Time(scope=_besides(draft, found) or found.scope, text=found.text, start=_iso(found.start),
                end=_iso(found.end), days=found.days, flow=running)  # type: ignore[arg-type]


def _besides(draft: Draft, found: When) -> Scope | None:
    """What is said of a figure besides its day: "the lake was falling three inches an hour on Monday", "late on Friday
    the toll had been five"."""
    if "per" in draft.cues:
        return "per"
    return "earlier" if found.scope == "on" and {"earlier", "pluperfect"} <= draft.cues else None


@cache
def _open_time(scope: str | None, running: str | None) -> Time:
    """A time that no words tell, of which there are few."""
    return Time(scope=scope, flow=running)  # type: ignore[arg-type]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _evidence(draft: Draft) -> dict[str, str]:
    """Facet -> the words that gave it."""
    found: dict[str, str] = {}
    sentence = draft.sentence
    if draft.phrase.head is not None:
        found["counted"] = sentence.text(draft.phrase.head, max(draft.phrase.end, draft.phrase.head + 1))
    if draft.predicate is not None and draft.predicate.text:
        found["event"] = draft.predicate.text
    if draft.place:
        found["place"] = draft.place[1]
    if draft.when:
        found["time"] = draft.when.text
    if draft.speech and draft.speech.name:
        found["issuer"] = draft.speech.cue
    return found
