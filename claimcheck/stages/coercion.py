"""What a figure counts and what happens to it, fitted to each other: "some 2,000 jobs were lost" are people dismissed.

The noun or the verb alone leaves open, or tells otherwise, what both together say (coercion: J. Pustejovsky, The
Generative Lexicon, 1995, chapter 7).
"""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import STOPS, Figure, Sentence
from claimcheck.lang.hospital import IN_HOSPITAL
from claimcheck.lang.pack import ancestors, befalls, canonical, concepts, flow, standing
from claimcheck.lang.phrases import Word
from claimcheck.lang.predicate import Predicate, cued, holder
from claimcheck.stages.casualties import take_casualties
from claimcheck.stages.draft import Draft

#: dimensions that a text gives of several things
_BORNE = ("height", "length", "width", "depth", "speed")
#: what has one stands less than so many words before it
_BEARER: Final = 9
#: units of land, which something happens to
_AREAS = ("km2", "ha", "acre")
#: states of territory, which one side or another holds
_HELD = ("controlled", "captured", "recaptured", "lost")
#: what happens to jobs and to soldiers alike
_GONE = ("lost", "cancelled")
#: nothing that a newspaper tells of weighs so many pounds
_MILLION: Final = 1_000_000
#: what leaves and arrives as one
_BATCHES = ("batch", "convoy")
#: what says that a quake came after another stands at most so many words before its magnitude
_ENSUING: Final = 6


def coerce(draft: Draft) -> None:
    """Fits a draft's thing and its event to each other."""
    if draft.figure.mention.unit in _AREAS and _is_land(draft):
        draft.phrase.concept = "land"  # "burned 146,000 acres"
    _fit_unit(draft)
    if "ensuing" in draft.sentence.topics and _ensues(draft):
        draft.phrase.concept = "aftershock"
    if draft.phrase.concept == "car" and _of_a_train(draft):
        draft.phrase.concept = "carriage"
    if "series" in draft.sentence.topics:
        draft.predicate = _of_batch(draft) or draft.predicate
    if draft.predicate is None:
        return
    take_casualties(draft)
    found = draft.predicate
    draft.phrase.concept = _thing(draft, found)
    if found.concept in _GONE:
        found.concept = _event(draft.phrase.concept, found.concept)
    if canonical(found.concept) in _HELD and draft.phrase.group is None:
        draft.phrase.group = holder(draft.sentence, found.at)


def _fit_unit(draft: Draft) -> None:
    """What a unit means that has two meanings: «ألقت المروحيات 11 برميلا متفجرا» are bombs, "a 10-million-pound
    renovation" weighs nothing."""
    mention, told = draft.figure.mention, draft.predicate
    if mention.unit == "bbl" and told is not None and told.concept == "launched":
        draft.figure.mention = mention._replace(kind="count", unit=None)
        draft.phrase.concept = "barrel_bomb"
    elif mention.unit == "lb" and (mention.value or 0) >= _MILLION:
        draft.figure.mention = mention._replace(kind="money", unit="pound")


def _of_a_train(draft: Draft) -> bool:
    """Whether cars are those of a train: "a train of 80 cars", "its 73-car train", "five cars of the train"; not those
    that a train hit."""
    words, figure, partitives = draft.sentence.words, draft.figure, draft.sentence.pack.grammar.partitives
    before, end = words[max(0, figure.first - 2) : figure.first], max(draft.phrase.end, figure.end)
    of = len(before) == 2 and (before[1].text in partitives or before[1].text == "s" or before[1].cue("has", "had"))
    ahead = words[max(0, figure.first - 4) : figure.first - 1] if of else []
    behind = words[figure.last : end] + (words[end + 1 : end + 3] if words[end : end + 1] and (
        words[end].text in partitives) else [])
    return any(w.means("thing", "train") for w in (*ahead, *behind))


def _of_batch(draft: Draft) -> Predicate | None:
    """What the people of a batch do, who are but counted: as it does («غادرت الدفعة الثانية وضمت ألفي شخص», "the last
    group numbered 3,000; they left in 66 buses")."""
    sentence, told, first = draft.sentence, draft.predicate, draft.figure.first
    counts = told.concept == "present" if told else sentence.cued("their_number", 0, first)
    thing = draft.phrase.concept
    batch = max((at for at in sentence.having("series") if at < first and _is_batch(sentence.words[at])), default=None)
    if not counts or batch is None or (thing and ancestors(thing)[-1] != "person"):
        return None
    moves = [at for at in sentence.having("happening") if _moves(sentence.words[at])]
    if not moves:
        return None
    at = min(moves, key=lambda at: (abs(at - batch), at))
    moved = sentence.words[at].entry("transitive", "intransitive")
    return cued(sentence, Predicate(moved.concept, at, 0.0), draft.figure) if moved else None


def _is_batch(word: Word) -> bool:
    series = word.entry("series")
    return series is not None and series.concept in _BATCHES


def _moves(word: Word) -> bool:
    verb = word.entry("transitive", "intransitive")
    return verb is not None and flow(verb.concept) == "batch"


def _thing(draft: Draft, found: Predicate) -> str | None:
    """What is counted, of which something happens."""
    thing = draft.phrase.concept
    if thing == "case" and "body" in befalls(found.concept):
        return "person"  # «الوفيات تتجاوز 5300 حالة»
    if thing == "patient" and found.concept in IN_HOSPITAL:
        return "person"  # whoever is in hospital is a patient there
    if thing is None and draft.figure.mention.kind == "measure" and found.concept in _BORNE:
        return _bearer(draft.sentence, draft.figure)
    if thing is None and found.concept == "magnitude" and _bearer(draft.sentence, draft.figure) == "aftershock":
        return "aftershock"
    return thing


def _bearer(sentence: Sentence, figure: Figure) -> str | None:
    """What has the height or the depth: the nearest thing before the figure that is no person."""
    for at in range(figure.first - 1, max(-1, figure.first - _BEARER), -1):
        word = sentence.words[at]
        if at in sentence.owner or word.text in ".;؛":
            return None
        thing = word.entry("thing")
        if thing and ancestors(thing.concept)[-1] != "person":
            return standing(thing.concept)
    return None


def _event(thing: str | None, event: str) -> str:
    """What happens to a thing that is gone."""
    if thing == "job":
        return "dismissed"  # "some 2,000 jobs were lost", «إلغاء 300 وظيفة»
    civilian = concepts().things["civilian"]
    if event == "lost" and thing and (thing == "civilian" or thing in civilian.excludes):
        return "killed"  # "at the loss of 61 civilians"
    return event


def _is_land(draft: Draft) -> bool:
    """Whether an area of nothing named is that of land: it is no room's, which has a fixed one."""
    phrase, found = draft.phrase, draft.predicate
    bare = phrase.head is None and phrase.concept is None
    return bare and (found is None or flow(found.concept) != "fixed")


def _ensues(draft: Draft) -> bool:
    """Whether it is the magnitude of a quake that came after: "it was followed by a 5.1 tremor"."""
    sentence, first = draft.sentence, draft.figure.first
    quake = draft.phrase.concept == "earthquake" or (
        draft.predicate is not None and draft.predicate.concept == "magnitude")
    near = (at for at in sentence.cues("ensuing") if first - _ENSUING <= at < first)
    return quake and any(all(w.text not in STOPS for w in sentence.words[at:first]) for at in near)
