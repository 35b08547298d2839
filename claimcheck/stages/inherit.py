"""What a figure takes over from another: of its whole, of the one it is joined to, of the sentence before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.lang.days import When
from claimcheck.lang.pack import ancestors, befalls, canonical, concepts, flow
from claimcheck.lang.parts import listed
from claimcheck.lang.phrases import Word
from claimcheck.lang.predicate import Predicate, befallen, suits
from claimcheck.lang.tally import grown
from claimcheck.lang.topics import MOVES
from claimcheck.lang.when import is_day
from claimcheck.lang.windows import DAYS
from claimcheck.stages.amounts import converts, times
from claimcheck.stages.draft import OPENING, Draft, others, plain

_IN_HOSPITAL = ("admitted", "hospitalised", "treated")
#: what is told of a figure behind it costs at most this
_TOLD_BEHIND: Final = 5.0
#: what is told by how many times
_TIMES: Final = "round"
#: "have" stands at most so many words before its participle: "have been killed", "have so far died"
_PERFECT: Final = 3
#: a figure in another unit stands at most so many words behind
_CONVERTED: Final = 4


def inherit(draft: Draft, found: list[Draft], previous: list[Draft]) -> None:
    """What a part, or a figure joined to another, takes over from it; not those of whom it is said that none are."""
    if draft.figure.mention.form == "zero" and draft.phrase.head is None:
        return
    if found and _bracketed(found[-1], draft):
        _repeat(found[-1], draft)
        return
    if found and _converted(found[-1], draft):
        _share(found[-1], draft)
        return
    if found and found[-1].whole is draft:
        return
    if found and "superseded" in draft.sentence.topics and _compared(found[-1], draft):
        told = draft.when
        _repeat(found[-1], draft)
        draft.when = told
        if told is None or draft.figure.mention.kind == "count":
            draft.cues |= {"earlier", "pluperfect"}
        draft.phrase.modifiers = draft.phrase.modifiers or list(found[-1].phrase.modifiers)
        return
    if found and _moved(found[-1], draft):
        draft.predicate = found[-1].predicate
        if draft.phrase.head is None:
            draft.phrase.concept = found[-1].phrase.concept
    found = [d for d in found if d.phrase.concept != _TIMES or not _compares(d)]
    if len(found) > 1 and found[-2].whole is found[-1] and draft.whole is None:
        found = found[:-1]  # "30 of the 200 hostages on Friday and another 25 on Saturday"
    if found and found[-1].sentence is draft.sentence:
        found = _outside(found, draft)
    if found:
        _take_side(found[-1], draft)
    joined = bool(found) and _joined(found[-1], draft)
    exchanged = bool(found) and "in_exchange" in draft.sentence.topics and _in_exchange(found[-1], draft)
    goes_on = bool(found) and (joined or exchanged or (_elliptic(draft) and not _told_apart(found[-1], draft)))
    source = draft.whole or (_last_alike(found, draft) if goes_on else None) or _resumed(draft, previous)
    if source is None:
        return
    governed = draft.whole is not None or joined
    draft.predicate = None if exchanged and source.predicate is not None else draft.predicate
    own = draft.predicate is not None and not _leaves_out(draft, source) and (
        not governed or _own(draft, draft.predicate))
    if _lends(source, draft) and not own:
        draft.predicate = source.predicate
        draft.cues -= {"earlier"} if exchanged else set()
    elif draft.whole is not None and draft.predicate is not None:
        draft.predicate = _of_those(draft.predicate, source.predicate)
    placed = draft.place  # compiled, a place that is taken over is no longer the same object
    if draft.whole is not None and draft.phrase.head is None and "other" in draft.cues:
        draft.place = placed = None  # "12 in Homs and five elsewhere"
    elif draft.place is None and not _placed(draft):
        draft.place = source.place
    draft.when = draft.when or source.when
    if others(draft) and (role := _role(source, found)) is not None:
        draft.phrase.concept, draft.phrase.head = role, None
        draft.phrase.nationality = draft.phrase.nationality or (source.whole or source).phrase.nationality
    nations = {draft.phrase.nationality, source.phrase.nationality} - {None}
    unnamed = draft.phrase.concept is None and draft.phrase.head is None and len(nations) < 2
    if unnamed and (_one_word(draft.predicate, source.predicate) or _of_those_people(draft, source)):
        draft.phrase.concept = source.phrase.concept
        draft.phrase.group = draft.phrase.group or source.phrase.group
        draft.phrase.nationality = draft.phrase.nationality or _nation(placed, source)


def _nation(own: tuple[str, str] | None, source: Draft) -> str | None:
    """Whose people they are who go on from those of a nation: of a list of nations its own, "20 Indians, and Pakistan
    lost 12"."""
    of = source.phrase.nationality
    listed = of is not None and own is not None and own[0].isupper() and "+" not in own[0]
    return own[0] if listed and own is not None else of


def _role(source: Draft, found: list[Draft]) -> str | None:
    """What others beside a figure are: of a part what its whole is («16 شرطيا بينهم 11 ضابطا»), nothing beside
    people of two roles ("five policemen and six civilians were killed and 19 others injured")."""
    role = (source.whole or source).phrase.concept
    joined = found[-2:-1] if found and source is found[-1] and not source.whole else []
    two = any(d.phrase.concept != role and _one_word(d.predicate, source.predicate) for d in joined)
    return role if role in concepts().things["civilian"].excludes and not two else None


def _of_those_people(draft: Draft, source: Draft) -> bool:
    """Whether a part without a noun is of people of a kind: "31 tourists were on the plane, and 26 of them died"."""
    who = source.phrase.concept
    return draft.whole is source and who is not None and _person_kind(who)


def _person_kind(thing: str) -> bool:
    return ancestors(thing)[-1] == "person" and not concepts().things[thing].generic


def _last_alike(found: list[Draft], draft: Draft) -> Draft | None:
    """The figure before one that goes on; of a bare one the last of its kind: "750 migrants on a boat of 30 metres,
    while others put the number at 400"."""
    if draft.phrase.head is not None or draft.phrase.concept is not None:
        return found[-1]
    alike = (d for d in reversed(found) if d.figure.mention.kind == draft.figure.mention.kind)
    return next(alike, None)


def _compares(draft: Draft) -> bool:
    """Whether it says how many times something is another: "2.8 times the state's count of 151"."""
    head, words = draft.phrase.head, draft.sentence.words
    return head is not None and head + 1 < len(words) and words[head + 1].text in draft.sentence.pack.grammar.articles


def _outside(found: list[Draft], draft: Draft) -> list[Draft]:
    """The figures before one without those of a bracket that has closed: "Peru 43 (two of them infants), Chile 27"; a
    list may have all of its own in brackets: "from Peru (24), Chile (nine)"."""
    between = [w.text for w in draft.sentence.words[found[-1].figure.end : draft.figure.first]]
    if ")" not in between or "(" in between:
        return found
    first = found[-1].figure.first
    opening = max((at for at in range(first) if draft.sentence.words[at].text == "("), default=first)
    return [d for d in found if d.sentence is not draft.sentence or d.figure.first < opening]


def lend_back(found: list[Draft]) -> None:
    """What is told behind a list of figures is told of each: "40 fighters, 12 soldiers and six civilians were killed".
    Where verbs come first, what stands behind a list is told of something else, but for one that "that" opens."""
    if len(found) > 1 and found[0].sentence.pack.grammar.verb_first:
        found = found[next((at for at, draft in enumerate(found) if _opened(draft)), len(found)) :]
    for draft, after in zip(found[-2::-1], found[:0:-1], strict=True):
        told = after.predicate
        if draft.predicate is not None or told is None or told.at < after.figure.last or after.whole is not None:
            continue
        behind = max(draft.phrase.end, draft.figure.end)
        if listed(draft.sentence, behind, after.figure) and suits(told.concept, draft.phrase, draft.figure):
            draft.predicate, draft.when = told, draft.when or after.when


def _opened(draft: Draft) -> bool:
    """Whether the figure opens what somebody said, where subjects come first: «إن 40 من أفرادها و4 مدنيين قتلوا»."""
    first = draft.figure.first
    return first > 0 and draft.sentence.words[first - 1].means("says", "that")


def _take_side(before: Draft, draft: Draft) -> None:
    """Whose the dead are whose hurt are told beside them: "13 soldiers were killed and 15 wounded"; not those beside a
    part ("20 people, among them six soldiers, were killed and 40 wounded")."""
    of, phrase = before.phrase, draft.phrase
    sides = ("civilian", *concepts().things["civilian"].excludes)
    bare = phrase.concept is None and phrase.head is None
    eventful = phrase.concept is not None and phrase.head is not None and _hurt(phrase.concept)
    if of.concept not in sides or before.whole or draft.whole or not (bare or eventful):
        return
    if draft.figure.mention.kind != "count" or draft.predicate is None or before.predicate is None:
        return
    if _one_word(draft.predicate, before.predicate) or "person" not in befalls(draft.predicate.concept):
        return
    if "person" not in befalls(before.predicate.concept):
        return  # "two bombers hit a market, 37 killed"
    if phrase.nationality not in (None, of.nationality):
        return  # "2,317 Armenian soldiers died in fighting that killed 93 Azerbaijanis, too"
    between = draft.sentence.words[max(of.end, before.figure.end) : draft.figure.first]
    if any(w.cue("total") or w.cue("tally") or w.cue("side") or _person(w) for w in between):
        return  # "11 troops died, bringing the toll to 97"
    phrase.concept, phrase.group = of.concept, phrase.group or of.group
    phrase.nationality = phrase.nationality or of.nationality


def _hurt(thing: str) -> bool:
    """Whether a noun tells of people no more than what happened to them: "15 injured"."""
    told = concepts().things[thing]
    return told.generic and told.event is not None and "person" in ancestors(thing)


def _person(word: Word) -> bool:
    thing = word.entry("thing")
    return thing is not None and "person" in ancestors(thing.concept) and concepts().things[thing.concept].event is None


def _bracketed(before: Draft, draft: Draft) -> bool:
    """Whether somebody else's figure for the same stands in brackets: "magnitude 7 (6.8 according to the survey)"."""
    words, figure = draft.sentence.words, draft.figure
    bare = draft.phrase.head is None and figure.mention.kind in ("count", before.figure.mention.kind)
    opened = before.sentence is draft.sentence and figure.first > 0 and words[figure.first - 1].text == "("
    return bare and opened and figure.end < len(words) and words[figure.end].means("says", "before")


def _converted(before: Draft, draft: Draft) -> bool:
    """Whether it tells the figure before it in another unit: "45 metres (150 feet)", "75 miles/120 km"."""
    one, other, first = before.figure.mention, draft.figure.mention, draft.figure.first
    if times(one.unit, other.unit) == 1 or before.sentence is not draft.sentence:
        return False
    beside = first - before.figure.end <= _CONVERTED and draft.sentence.words[first - 1].text in ("(", "/")
    return beside and converts(one.value or 0, one.unit, other.value or 0, other.unit)


def _share(before: Draft, draft: Draft) -> None:
    """One thing told in two units is told of both."""
    told = [d.predicate for d in (before, draft) if d.predicate is not None]
    sizes = [found for found in told if befalls(found.concept) == ["measure"]]
    before.predicate = draft.predicate = next(iter((*sizes, *told)), None)
    for one, other in ((before, draft), (draft, before)):
        other.place = one.place or other.place
        other.when, other.whole = one.when or other.when, one.whole or other.whole
    draft.phrase.concept = before.phrase.concept = before.phrase.concept or draft.phrase.concept


def _compared(before: Draft, draft: Draft) -> bool:
    """Whether a bare number is what the figure before it was earlier: "27 deaths, up from 19 on Tuesday"."""
    sentence, first = draft.sentence, draft.figure.first
    if before.sentence is not sentence or draft.phrase.head is not None or _dimension(before) != _dimension(draft):
        return False
    return any(at + sentence.words[at].width == first for at in sentence.cues("superseded"))


def _moved(before: Draft, draft: Draft) -> bool:
    """Whether one thing went from a figure to the next or came to it from there: "revised to 128 from 145", "has gone
    down from 35 to 32"."""
    sentence, first, grammar = draft.sentence, draft.figure.first, draft.sentence.pack.grammar
    if before.sentence is not sentence or first != before.figure.end + 1 or not before.figure.first:
        return False
    ends = sentence.words[before.figure.first - 1].text, sentence.words[first - 1].text
    moved = (ends[0] in grammar.goals and ends[1] in grammar.origins) or (
        ends[0] in grammar.origins and ends[1] in grammar.goals)
    told, own = before.predicate, draft.predicate
    surer = told is not None and told.concept not in MOVES and (own is None or told.cost < own.cost)
    return moved and surer and before.figure.mention.kind == draft.figure.mention.kind == "count"


def _dimension(draft: Draft) -> tuple[str, str | None]:
    return draft.figure.mention.kind, draft.figure.mention.unit


def _repeat(before: Draft, draft: Draft) -> None:
    mention = draft.figure.mention
    if mention.kind == "count":
        told = before.figure.mention
        draft.figure.mention = mention._replace(kind=told.kind, unit=told.unit)
    draft.phrase.concept, draft.predicate, draft.place, draft.when = (
        before.phrase.concept, before.predicate, before.place, before.when)


def _resumed(draft: Draft, previous: list[Draft]) -> Draft | None:
    """The figure of the sentence before that "that number" takes up: "A spokesman put the figure at 11,300"."""
    told = draft.predicate is not None and draft.predicate.concept not in MOVES
    if told or not plain(draft) or not previous:
        return None
    tells = draft.sentence.cued("tally", 0, draft.figure.first) or _it_grew(draft) or _said_alone(draft)
    return previous[0] if tells and draft.figure.mention.kind == previous[0].figure.mention.kind else None


def _said_alone(draft: Draft) -> bool:
    """Whether somebody is quoted with a number and no more: "Police said 40,000"."""
    sentence, figure = draft.sentence, draft.figure
    said = figure.first > 0 and sentence.words[figure.first - 1].means("says", "verb")
    return said and figure.end + 1 >= len(sentence.words)


def _it_grew(draft: Draft) -> bool:
    """Whether nothing but a pronoun says what rose: "Two days later, it rose to 56"."""
    if not (draft.sentence.cued("total", 0, draft.figure.first) or grown(draft.sentence, draft.figure)):
        return False
    ahead = draft.sentence.words[: draft.figure.first]
    named = any(w.entry("thing", "event", "place") for w in ahead)
    return not named and any(w.entry("pronoun") for w in ahead)


def _one_word(a: Predicate | None, b: Predicate | None) -> bool:
    return a is b or (a is not None and b is not None and a.at == b.at)


def _own(draft: Draft, found: Predicate) -> bool:
    """Whether an event is the figure's own: beside it, or right behind it ("10,000 are thought to be missing"); what
    stands before "among them" is told of the whole («نجوا من الغرق من بينهم 29 رجلا»)."""
    if draft.whole is not None and draft.sentence.cued("part", found.at + 1, draft.figure.first):
        return _of_them(draft, found)
    thing = draft.phrase.concept
    if thing and draft.figure.mention.kind == "count":
        if not befallen(found.concept, thing):
            return False  # "99 passengers and a crew of eight, and crashed"
        if found.at == draft.phrase.head and concepts().things[thing].status:
            return False  # "the fire killed six guards and 12 prisoners"
    return found.cost <= 3 or (found.cost <= _TOLD_BEHIND and found.at >= draft.figure.last)


def _of_them(draft: Draft, found: Predicate) -> bool:
    """Whether a verb stands right before what says of whom: «دمر منها 56», «أنقذ منهم 12»."""
    first, verb = draft.figure.first, draft.sentence.words[found.at].entry("transitive", "intransitive")
    of_those = draft.sentence.cued("membership", first - 1, first)
    return found.at == first - 2 and of_those and verb is not None and draft.sentence.pack.grammar.verb_first


def _lends(source: Draft, draft: Draft) -> bool:
    """Whether a predicate holds for what follows its figure: not what a noun tells of itself («20 قتيلا») where the
    next noun tells its own, and no death for a train."""
    found = source.predicate
    if found is None or not suits(found.concept, draft.phrase, draft.figure):
        return False
    if draft.phrase.head is None and draft.phrase.concept == "case" and canonical(found.concept) == "killed":
        return False  # "31 deaths, taking the number of cases to 45,310"
    own = source.sentence is draft.sentence and found.at == source.phrase.head
    return draft.whole is not None or draft.predicate is None or not own or _leaves_out(draft, source)


def _leaves_out(draft: Draft, source: Draft) -> bool:
    """Whether a figure leaves out the noun of the one before it, which the verb before both governs: "the ministry
    registered 117 dead in Hims, 55 in Hama"."""
    own, told = draft.predicate, source.predicate
    if not plain(draft) or own is None or told is None or source.sentence is not draft.sentence:
        return False
    return _placed(draft) and own.at < source.figure.first and told.at == source.phrase.head


def _placed(draft: Draft) -> bool:
    """Whether a figure without a noun has its place right behind it: "23 in the town of Thumane"."""
    at = draft.figure.end
    said = at < len(draft.sentence.words) and draft.sentence.words[at].entry("place_in") is not None
    return said and draft.phrase.head is None


def _joined(before: Draft, draft: Draft) -> bool:
    """Whether a figure is joined to the one before with no event between them: "31 soldiers and 5 civilians"."""
    sentence, first = draft.sentence, draft.figure.first
    if before.sentence is not sentence or before.figure.mention.kind != draft.figure.mention.kind:
        return False
    between = sentence.words[max(before.phrase.end, before.figure.end) : first]
    joins = sentence.pack.grammar.joins
    if len(between) > 3 or not (draft.figure.joined or any(w.text in joins for w in between)):
        return False
    return not any(w.entry("transitive", "intransitive", "event", "state") for w in between)


def _of_those(own: Predicate, whole: Predicate | None) -> Predicate:
    """Of those whom a camp holds, the ones who "fled last week" have arrived; of those in hospital, the ones who were
    released have been discharged."""
    table = concepts().events
    done = table[own.concept].same_as or own.concept
    if whole and whole.concept in _IN_HOSPITAL:
        return replace(own, concept="discharged") if done in ("released", "left", "fled") else own
    if whole and table[whole.concept].flow == "stock" and done in ("left", "fled"):
        return replace(own, concept="arrived")
    return own


def _in_exchange(before: Draft, draft: Draft) -> bool:
    """Whether a figure is of those who are released for the ones before it: «الإفراج عن 50 رهينة مقابل 150 أسيرا»."""
    told = before.predicate
    freed = told is not None and canonical(told.concept) == "released" and before.sentence is draft.sentence
    return freed and draft.sentence.cued("in_exchange", before.figure.last, draft.figure.first)


def _elliptic(draft: Draft) -> bool:
    """No noun of its own, or no event: "22 killed and 140 others injured", «39 قتيلا و51 آخرون»."""
    bare = draft.phrase.head is None or draft.predicate is None or others(draft)
    return draft.figure.mention.kind == "count" and bare


def _told_apart(before: Draft, draft: Draft) -> bool:
    """Whether a figure with a noun of its own has something else told before it, of which no event is known: "12 were
    killed when a gang of 30 gunmen stormed the hall"."""
    between = draft.sentence.words[max(before.phrase.end, before.figure.end) : draft.figure.first]
    named = draft.phrase.head is not None and not others(draft)
    return named and any(w.entry("transitive", "intransitive", "event", "state") or _is_incident(w) for w in between)


def _is_incident(word: Word) -> bool:
    thing = word.entry("thing")
    return thing is not None and "incident" in ancestors(thing.concept)


def lend_window(draft: Draft, found: list[Draft], spoken: list[When]) -> None:
    """Gives a whole of the same sentence that names no time of it, and its other parts, the window of its part: "2,796
    people, among them 119 Saudis and 2,677 others, since the war began"."""
    whole, window = draft.whole, draft.when
    if whole is None or window is None or window not in spoken or window.scope not in ("since", "within"):
        return
    if whole.sentence is draft.sentence and whole.when not in spoken:
        whole.when = window
        for part in found:
            part.when = part.when or (window if part.whole is whole else None)


def carries(time: When) -> bool:
    """Whether the next sentence may go on with a time: a day, or a past date that opened its sentence."""
    return time.scope == "on" and (is_day(time) or time.first <= OPENING)


def carried(draft: Draft, before: When | None) -> When | None:
    """The time of the sentence before: the day, for what comes in batches ("buses left at dawn. They carried 981
    people"), and a past month or year, for all that is told of it."""
    event = draft.predicate.concept if draft.predicate else None
    if before is None or event is None or flow(event) == "stock" or until_now(draft):
        return None
    return before if flow(event) == "batch" or not is_day(before) else None


def until_now(draft: Draft) -> bool:
    """Whether a perfect tells of all until now, which is no past day's: "40 people have died"."""
    told, words = draft.predicate, draft.sentence.words
    if told is None or draft.sentence.pack.grammar.head_first or "has" not in draft.sentence.topics:
        return False
    return any(w.cue("has") for w in words[max(0, told.at - _PERFECT) : told.at])


def is_past(time: When | None) -> bool:
    """Whether a time is a month or a year."""
    return time is not None and time.scope == "on" and (time.days or 0) >= DAYS["month"]


def told_on(draft: Draft, before: Draft) -> When | None:
    """The past month or year of the sentence before, of which a pronoun or the same event tells on: "the storm that hit
    in November last year with winds of 300 kilometres an hour. It killed 6,300 people"."""
    event = draft.predicate.concept if draft.predicate else None
    if event is None or flow(event) != "flow":
        return None
    told = before.predicate is not None and canonical(before.predicate.concept) == canonical(event)
    return before.when if told or draft.sentence.words[0].entry("pronoun") else None
