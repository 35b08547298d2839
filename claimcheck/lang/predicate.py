"""What happens to the counted things: the event or state that governs a figure in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from claimcheck.lang.clause import COMMAS, PAUSES, STOPS, Figure, Sentence
from claimcheck.lang.governing import FAR, NEARER, Told, cost_of, event_of, narrowed, opens_aside, wide
from claimcheck.lang.hospital import by_hospital, goes_to_hospital, to_hospital
from claimcheck.lang.nounphrase import NounPhrase, is_deed, joins
from claimcheck.lang.pack import ancestors, befalls, concepts, flow
from claimcheck.lang.phrases import Word
from claimcheck.lang.polarity import HEADLINE, negated, planned
from claimcheck.lang.tally import may_tally, of_toll, taken_up, tally_behind, tells_tally
from claimcheck.lang.topics import GROWTH, MOVES, TABLES, Entry
from claimcheck.model import Kind

#: "still" stands at most this many words behind those who are still there
_STILL_REACH: Final = 8
#: adjectives that name a side of a conflict
SIDES = ("opposition", "government", "rebel", "loyalist", "regime", "kurdish")
#: of what happens so, the words beside it may tell something else: a way may lead to a hospital
_IN_CONTEXT = ("moved", "carried", "evacuated", "brought", "left", "arrived", "trapped", "fallen", "claimed",
               "received", "housed", "treated", "missing", "lost", "participated", "joined", "attended", "voted")
#: what those do who go to a protest
_TO_PROTEST = ("left", "arrived", "participated", "joined", "attended")
#: what becomes of bodies that were found: "were brought to a morgue", «وصلت جثامين»
_CARRIES: Final = frozenset(("moved", "carried", "brought", "arrived", "received", "returned", "sent", "admitted"))
#: what is done to bodies, by its verb, which stands at most so many words before them
_DONE: Final = {"buried": "buried", "delivered": "handed_over", **dict.fromkeys(_CARRIES, "bodies_moved")}
_MOURNERS: Final = 6
#: what is done to bodies that are found
_FOUND = ("rescued", "found")
#: "out of service" stands at most so many words behind the number of what went out of it
_CLOSING: Final = 3
#: who fell stands fewer words before the verb
_FALLEN_REACH: Final = 2
#: a protest stands at most so many words behind those who go out
_PROTEST_REACH: Final = 4
#: a boat stands at most this many words before what it carries, its name between
_VESSEL_REACH: Final = 10
#: a life stands at most so many words behind those who lost it
_LIFE_REACH: Final = 7
#: of whom something is cut stands at most so many words before the amount
_STAFF_REACH: Final = 8
#: what those are whom a headline has no word for
_PEOPLE = ("person",)
#: units of what lies between two places
_LENGTHS: Final = frozenset(("km", "mi", "m", "nmi", "yd"))
#: what attackers do
_VIOLENT: Final = frozenset(("attacked", "struck", "launched", "killed", "wounded"))
_VESSELS: Final = frozenset(("boat", "ship", "aircraft"))
#: kinds of quantity that a dimension is told in
_SIZES: Final = frozenset({"measure", "money", "duration"})
#: what becomes of those whom the noun itself tells of stands at most at this cost
_CLOSE: Final = 3.5
#: and right beside them, where it yields to other events
_BESIDE: Final = 3.0
#: a promise stands at most so many words before what it promises
_PROMISE_REACH: Final = 2
#: or so many, where it names those who are to do it: "asked donors to give", «طلبت من المانحين أن يخصصوا»
_ASKED_REACH: Final = 7
#: what an event of things costs more for a bare number, which is mostly one of people: "boat with 40 aboard capsizes"
_THINGS_ONLY: Final = 2.0
#: what a counted noun says of itself while another event may befall it: "prisoners", «نازح»
_STATUS: Final = 5.0
#: what may stand before a noun that might be a verb
_LEADS_NOUN: Final = frozenset((*TABLES, "stop", "cue", "modifier", "nationality"))
#: two events that one figure tells of
_MIXED: Final = {("killed", "wounded"): "casualty", ("killed", "missing"): "dead_or_missing"}
_TWO: Final = frozenset(event for pair in _MIXED for event in pair)
#: what adjectives tell of those who are counted where nothing close by does: «إضافة إلى 43 آخرين مصابين»
_DESCRIBED: Final = 2.5


@dataclass(slots=True)
class Predicate:
    """The governing word: its index, its event concept, and how sure (a lower cost is surer)."""

    concept: str
    at: int
    cost: float
    planned: bool = False
    negated: bool = False
    #: the word as the text has it
    text: str = ""


def predicate(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> Predicate | None:
    """The cheapest governing word; a counted noun that tells its own event («22 جريحا») comes first."""
    if phrase.describes:
        return None
    told = _told(sentence, phrase, figure)
    if _inhabits(sentence, figure, phrase) or _of_all(sentence, figure):
        return Predicate("population", figure.first - 1, 0.0)
    if (staff := _staff_of(sentence, figure, phrase)) is not None:
        phrase.concept = staff
        return Predicate("employed", figure.first - 2, 0.0)
    if told and told.cost == 0:
        best = _later(sentence, figure, phrase, told)
        if best is None and told.concept == "wounded" and goes_to_hospital(sentence, max(phrase.end, figure.end)):
            best = replace(told, concept="admitted")
        if best is None:
            return cued(sentence, _done_to_bodies(sentence, figure, told), figure)
    else:
        best = _cheapest(sentence, figure, phrase, FAR)
        yields = best is None or best.concept == "still"  # «ولا يزال 17 موقوفا»
        best = told if told and (yields or (best and (told.cost, told.at) < (best.cost, best.at))) else best
    if _attacks(sentence, figure, phrase):
        return Predicate("attacked", figure.first - 1, 0.0)
    if best is not None and best.concept in MOVES and (at := tally_behind(sentence, figure)) is not None:
        best = _of_tally(sentence, at) or best
    if figure.mention.kind == "measure" and (size := _size(sentence, figure)):
        return Predicate(size, figure.last, 0.0)
    if figure.mention.kind == "measure" and _is_apart(sentence, figure, best):
        return Predicate("distance", figure.end, 0.0)
    if best is None and "passive" in sentence.topics and _is_there(sentence, figure, phrase):
        return cued(sentence, Predicate("present", max(phrase.end, figure.end), FAR), figure)
    if best is None and _has_people(sentence, figure, phrase):
        return Predicate("population", figure.first - 1, FAR)
    if best and best.at < figure.first and figure.mention.form == "zero" and phrase.head is None:
        best = best if sentence.pack.grammar.verb_first else None  # "killing 40 people, no one has been tried"
    if best is None or (figure.mention.form == "zero" and best.at >= figure.last):
        # "there are no civilians": none of those remain
        return Predicate("remaining", figure.first, 0.0) if figure.mention.form == "zero" and phrase.concept else best
    best = _promised(sentence, best) if "promise" in sentence.topics else best
    best = _done_to_bodies(sentence, figure, best) if best.concept == "bodies_found" else best
    best = cued(sentence, _undone(sentence, figure, phrase, best), figure)
    if best.at < figure.first and best.concept in _TWO:
        best = _both(sentence, best)
    if best.concept in ("fell", "dismissed") and phrase.concept is None and (staff := _staff(sentence, figure)):
        phrase.concept, best = staff, replace(best, concept="dismissed")
    if best.concept == "executed" and sentence.cued("ruling", 0, best.at):
        return replace(best, concept="death_sentence")
    if best.concept in wide():
        return replace(best, concept=narrowed(best.concept, sentence, figure, _events(sentence)))
    if best.concept == "carried" and _one_vessel(sentence, best.at, figure):
        return replace(best, concept="aboard")
    if (best.concept in _FOUND or best.concept in _CARRIES) and _of_bodies(sentence, figure):
        return replace(best, concept="bodies_found" if best.concept in _FOUND else "bodies_moved")
    if becomes := concepts().events[best.concept].becomes:
        alone = () if phrase.concept or not _passive(sentence, best, figure, phrase) else _PEOPLE
        kinds = ancestors(phrase.concept) if phrase.concept else alone
        best = replace(best, concept=next((becomes[kind] for kind in kinds if kind in becomes), best.concept))
    return _inside(best, sentence, figure) if best.planned else best


def _of_tally(sentence: Sentence, tally: int) -> Predicate | None:
    """What the phrase of a tally behind its figure tells: «يرتفع إلى 42 عدد الجنود الذين قتلوا»."""
    for at, told in _events(sentence):
        if at >= tally:
            far = any(w.text in PAUSES for w in sentence.words[tally:at]) or sentence.between(tally, at)
            return None if far else Predicate(told[0][1], at, 0.0)
    return None


def _both(sentence: Sentence, found: Predicate) -> Predicate:
    """Of a tally of two events both, where its figure tells neither alone: «بلغ عدد القتلى والجرحى 500»."""
    events = _events(sentence)
    here = bisect_left(events, (found.at,))
    for (first, one), (last, other) in pairwise(events[max(0, here - 1) : here + 2]):
        if _joined_on(sentence, first, last):
            mixed = next((m for _, e, _ in one for _, f, _ in other if (m := _MIXED.get((e, f)))), None)
            return replace(found, concept=mixed) if mixed else found
    return found


def _joined_on(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun is joined to the one right before it: «القتلى والجرحى», "the dead and wounded"."""
    words, end = sentence.words, first + max(1, sentence.words[first].width)
    if "thing" not in words[last].tables:
        return False
    return (end == last and joins(words[last], sentence)) or (
        end + 1 == last and words[end].text in sentence.pack.grammar.joins)


def _staff(sentence: Sentence, figure: Figure) -> str | None:
    """Of whom something is cut by so many: "reduce its workforce by 15 percent", "staff will shrink by a tenth"."""
    first = figure.first - 1
    if "difference" not in sentence.topics or first < 0 or not sentence.words[first].cue("difference"):
        return None
    things = (w.entry("thing") for w in reversed(sentence.words[max(0, first - _STAFF_REACH) : first]))
    thing = next(filter(None, things), None)
    return thing.concept if thing and ("worker" in ancestors(thing.concept) or thing.concept == "job") else None


def _passive(sentence: Sentence, found: Predicate, figure: Figure, phrase: NounPhrase) -> bool:
    """Whether a headline tells so of people without a word for them: "36 held in police sweep", "40 were held"."""
    if phrase.head is not None or figure.mention.kind != "count" or found.at < figure.end:
        return False
    return all(word.inside or word.cue("passive") for word in sentence.words[figure.end : found.at])


def _of_bodies(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure counts bodies: "the bodies of 44 people were pulled from the rubble"."""
    before = figure.first - 1
    before -= before > 0 and sentence.words[before].text in sentence.pack.grammar.partitives
    return before >= 0 and sentence.words[before].means("thing", "body")


def _done_to_bodies(sentence: Sentence, figure: Figure, told: Predicate) -> Predicate:
    """What the verb before the bodies says that is done to them: «شيع الآلاف جثامين 16 شهيدا»."""
    noun = figure.first - 1
    if told.concept != "bodies_found" or told.at != noun or not sentence.pack.grammar.verb_first:
        return told
    for at in range(noun - 1, max(-1, noun - _MOURNERS), -1):
        word = sentence.words[at]
        verb = word.entry("transitive")
        if word.text in PAUSES or verb is not None:
            done = _DONE.get(verb.concept) if verb is not None else None
            return Predicate(done, at, 0.0) if done else told
    return told


def _promised(sentence: Sentence, found: Predicate) -> Predicate:
    """The promise to do what governs the figure, right before it: "has pledged to give", «تعهدت بتقديم»; not a plan."""
    reach = _ASKED_REACH if _is_infinitive(sentence, found.at) else _PROMISE_REACH
    for at in range(max(0, found.at - reach), found.at):
        for _, event, _ in _told_by(sentence.words[at]):
            if found.concept in concepts().events[event].promises:
                return replace(found, concept=event, at=at, planned=False)
    return found


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether a verb or its noun hangs on another verb: "to give", «أن يقدموا», «بتقديم»."""
    before, grammar = sentence.words[max(0, at - 1)], sentence.pack.grammar
    onto = sentence.words[at].before
    written_on = onto not in ("", grammar.numeral_behind) and onto not in grammar.joins
    return before.means("says", "that") or before.text in grammar.towards or written_on


def _inhabits(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> bool:
    """Whether it says how large a place is: "in a town of 1,000 residents", "a city of two million"."""
    first, words = figure.first, sentence.words
    people = phrase.concept in (None, "person", "resident", "citizen") and (phrase.concept or phrase.head is None)
    if sentence.pack.grammar.head_first or first < 2 or figure.mention.kind != "count" or not people:
        return False
    place, of = words[first - 2], words[first - 1].text in sentence.pack.grammar.partitives
    thing = place.entry("thing")
    known = thing is not None and thing.form == "singular" and ancestors(thing.concept)[-1] == "place"
    return of and (known or (place.width > 1 and place.entry("place_kind") is not None))


def _staff_of(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> str | None:
    """Who they are of whom somebody has so many: "its workforce of 160,000", "cut its staff of 900 by half"."""
    first, words = figure.first, sentence.words
    if sentence.pack.grammar.head_first or first < 2 or phrase.head is not None or not _numbered(figure):
        return None
    staff = words[first - 2].entry("thing") if words[first - 1].text in sentence.pack.grammar.partitives else None
    return staff.concept if staff and "worker" in ancestors(staff.concept) else None


def _of_all(sentence: Sentence, figure: Figure) -> bool:
    """Whether it numbers those who live somewhere, whatever is told of some of them: «10% من سكان مصر البالغ عددهم 92
    مليونا»."""
    who = taken_up(sentence, figure) if "their_number" in sentence.topics else None
    return who is not None and sentence.words[who].tables["thing"].concept == "resident"


def _has_people(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> bool:
    """Whether all that is said of people is whose they are: "the town's 6,000 residents", "Oslo, which has 700,000
    inhabitants", "its 22 million people"."""
    before, people = sentence.words[max(0, figure.first - 3) : figure.first], ("person", "resident", "citizen")
    if sentence.pack.grammar.head_first or not before or phrase.concept not in people or not _numbered(figure):
        return False
    if before[-1].text in sentence.pack.grammar.possessives:
        return True
    owned = before[-1].text == "s" or before[-1].cue("has", "had")
    return owned and any(w.entry("place") or w.entry("place_kind") for w in before)


def _attacks(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> bool:
    """Whether attackers are told to have done it: "a raid by four gunmen", "was carried out by two suicide bombers"."""
    by = figure.first - 1
    if by < 1 or not sentence.words[by].cue("difference") or "fighter" not in ancestors(phrase.concept or ""):
        return False
    done = sentence.words[by - 1]
    attack = (thing := done.entry("thing")) is not None and "attack" in ancestors(thing.concept)
    return attack or any(event_of(e) in _VIOLENT for e in done.entries)


def _size(sentence: Sentence, figure: Figure) -> str | None:
    """What its unit says with the word behind that it measures: "12 feet high", "40 metres (131 feet) high"."""
    unit = sentence.words[figure.end - 1]
    told = (event_of(e) for e in unit.entries if unit.width > 1)
    return next((event for event in told if event and befalls(event) == ["measure"]), None)


def _is_apart(sentence: Sentence, figure: Figure, best: Predicate | None) -> bool:
    """Whether it says how far from somewhere it is: "about 20 miles from the line", whatever happened there."""
    grammar, end = sentence.pack.grammar, figure.end
    if sentence.words[end : end + 1] and sentence.words[end].text == ")":
        end += 1
    if figure.mention.unit not in _LENGTHS or grammar.head_first or end >= len(sentence.words):
        return False
    told = best is not None and befalls(best.concept) == ["measure"]
    return not told and sentence.words[end].text in grammar.origins


def _is_there(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> bool:
    """Whether all that is said of people is where they are: "about 50 people were in the bar", "are still believed to
    be in its cellar", "there are 3,500 French soldiers in Mali"."""
    words, end = sentence.words, max(phrase.end, figure.end)
    people = "person" in ancestors(phrase.concept) if phrase.concept else phrase.head is None and _numbered(figure)
    if sentence.pack.grammar.verb_first or not people:
        return False
    if figure.first > 1 and words[figure.first - 1].cue("passive", "now") and sentence.cued("there", 0, figure.first):
        return any(w.entry("place_in") or w.cue("there") for w in words[end : end + 1])
    first = end
    while end < len(words) and words[end].cue("passive", "now"):
        end += words[end].width
    return sentence.cued("passive", first, end) and end < len(words) and words[end].entry("place_in") is not None


def _told(sentence: Sentence, phrase: NounPhrase, figure: Figure) -> Predicate | None:
    """The event that the counted noun itself tells; a status yields to what befalls it."""
    if phrase.head is None or not phrase.concept:
        return None
    thing = concepts().things[phrase.concept]
    if thing.event is None:
        return Predicate("wounded", phrase.head, _DESCRIBED) if "wounded" in phrase.modifiers else None
    mixed = next((e for o in phrase.others if (e := concepts().things[o].event) not in (None, thing.event)), None)
    if mixed and figure.mention.value is not None:
        return Predicate(_MIXED.get((thing.event, mixed), "casualty"), phrase.head, 0.0)  # «155 قتيلا ومفقودا»
    if thing.event == "killed" and sentence.pack.grammar.head_first and _of_bodies(sentence, figure):
        return Predicate("bodies_found", figure.first - 1, 0.0)  # «انتشال جثث 19 ضحية»
    return Predicate(thing.event, phrase.head, _STATUS if thing.status else 0.0)


def _later(sentence: Sentence, figure: Figure, phrase: NounPhrase, told: Predicate) -> Predicate | None:
    """What became of those whom the noun tells of, close beside it: "682 injured people have left hospital"."""
    return _cheapest(sentence, figure, phrase, _CLOSE, told.concept)


def _undone(sentence: Sentence, figure: Figure, phrase: NounPhrase, best: Predicate) -> Predicate:
    """What became of those whom an attribute tells of: "1,711 trapped civilians have been rescued"."""
    end = max(phrase.end, figure.end)
    behind = sentence.pack.grammar.head_first and "state" in sentence.words[best.at].tables  # «1200 مدني عالقين»
    attribute = figure.first <= best.at < end + behind
    return (_later(sentence, figure, phrase, best) if attribute else None) or best


def holder(sentence: Sentence, at: int) -> str | None:
    """Who holds what is controlled: the nearest side named behind the word, or before it where verbs come second."""
    behind = range(at + 1, min(len(sentence.words), at + 5))
    ahead = range(at - 1, max(-1, at - 7), -1)
    for i in behind if sentence.pack.grammar.verb_first else ahead:
        for entry in sentence.words[i].entries:
            if entry.table == "group" or (entry.table == "modifier" and entry.concept in SIDES):
                return entry.concept
    return None


def _one_vessel(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether one boat or plane carries them, which tells who was aboard; several, and buses, bring people away."""
    near = sentence.words[max(0, at - _VESSEL_REACH) : max(at, figure.first)]
    things = (e for w in reversed(near) for e in w.entries if e.table == "thing")
    vessel = next((e for e in things if "vehicle" in ancestors(e.concept)), None)
    return vessel is not None and vessel.form == "singular" and not _VESSELS.isdisjoint(ancestors(vessel.concept))


def _inside(plan: Predicate, sentence: Sentence, figure: Figure) -> Predicate:
    """ "They will try to evacuate 3,000 civilians who are still inside": whoever is to leave is there yet."""
    if flow(plan.concept) != "batch":
        return plan
    behind = range(figure.end, min(len(sentence.words), figure.end + _STILL_REACH))
    still = [i for i in behind if sentence.words[i].cue("now") or _stays(sentence.words[i])]
    return Predicate("remaining", still[0], plan.cost) if still else plan


def _stays(word: Word) -> bool:
    return any(e.table in TABLES and e.concept == "remaining" for e in word.entries)


def _cheapest(sentence: Sentence, figure: Figure, phrase: NounPhrase, most: float,
              before: str | None = None) -> Predicate | None:
    """The word that governs the figure at the lowest cost, which is no more than ``most``; the first of several.
    ``before`` is an event that its own must be able to follow, right beside it where it yields to others.

    Words are asked from the figure outwards, since a word farther off than the best one costs is none.
    """
    best, end = None, max(phrase.end, figure.end)
    bare = phrase.head is None and phrase.concept is None and _numbered(figure)
    events = _events(sentence)
    split, tally = bisect_left(events, (figure.first,)), None
    for at, told in (*events[split - 1 :: -1], *events[split:]) if split else events:
        word = sentence.words[at]
        if at >= figure.first:
            if at - end > most and not opens_aside(sentence, end):
                break
        elif figure.first - at - (word.width or 1) - 1 > most:
            tally = may_tally(sentence, figure) if tally is None else tally
            if not (tally or tells_tally(sentence, at)):
                continue
        inside = figure.first <= at < figure.last and figure.mention.form != "zero"
        for entry, told_of, loose in told:
            concept = _way(sentence, figure, at, told_of) if told_of in _IN_CONTEXT else told_of
            if concept is None or (inside and (at >= figure.core or entry.table not in ("event", "thing"))):
                continue  # the verb of a qualifier: «تصل إلى», "killing up to"
            if before == "bodies_found" and told_of in _CARRIES:
                concept = "bodies_moved"
            if before == "bodies_found" and told_of == "delivered":
                concept = "handed_over"
            if before == "wounded" and told_of == "killed" and _died(sentence, figure, at, end, entry):
                concept = "succumbed"
            event = concepts().events[concept]
            if before and before not in event.after:
                continue
            if "thing" in word.tables and (_counted(sentence, figure, at, end, entry) or _names(phrase, at, entry)):
                continue
            strange = _strange(concept, figure.mention.kind, phrase.concept, phrase.head is None)
            strange += _THINGS_ONLY if bare and _of_things(concept) else 0.0
            strange = FAR + 1 if "money" in befalls(concept) and _of_people(figure, phrase) else strange
            limit = min(most, _BESIDE) if before and event.yields else most
            more = strange + (loose if strange or (loose and not _alone(sentence, at, figure, entry)) else 0.0)
            if more > limit + NEARER:
                continue
            cost = cost_of(sentence, figure, at, end, entry, limit - more) + more
            if cost <= limit and (best is None or (cost, at) < (best.cost, best.at)) and not of_toll(sentence, at):
                best, most = Predicate(concept, at, cost, planned=entry.form == "future"), cost
    return best


def _died(sentence: Sentence, figure: Figure, at: int, end: int, entry: Entry) -> bool:
    """Whether those who were hurt died: what tells so stands right beside them, and beside no other figure: «وفاة ثلاثة
    جرحى», «أربعة مصابين توفوا»; not «12 قتلوا و20 جريحا»."""
    if entry.table not in ("intransitive", "event") or sentence.words[at].cue("tally", "total"):
        return False  # «12 قتيلا و40 جريحا حصيلة القصف»
    behind = at + max(1, sentence.words[at].width)
    if at >= end:
        return at == end and behind not in sentence.owner and not joins(sentence.words[at], sentence)
    return behind == figure.first and at - 1 not in sentence.owner


def _numbered(figure: Figure) -> bool:
    """Whether it is a number, and no vague amount: «أضرار قدرت بالملايين» are no people."""
    return figure.mention.kind == "count" and figure.mention.value is not None


def _alone(sentence: Sentence, at: int, figure: Figure, entry: Entry) -> bool:
    """Whether a state right before the figure is all that is said of it: «وعلى متنها 300 مهاجر»."""
    beside = at + max(1, sentence.words[at].width) == figure.first
    carries = entry.concept == "aboard" or sentence.words[at].width > 1
    told = entry.table == "state" or (entry.table == "transitive" and carries)
    return beside and told and sentence.pack.grammar.verb_first


def _way(sentence: Sentence, figure: Figure, at: int, told: str) -> str | None:
    """The event of a way that people go: into hospital they are admitted; None for one that only its end tells, and
    for where they were taken from, «انتشال 44 جثة من تحت الأنقاض»."""
    if told == "voted" and "event" in sentence.words[at].tables and figure.mention.kind == "count":
        return "protested" if sentence.cues("protest") else told  # "the march had a turnout of 80,000"
    if told == "left" and [w for w in sentence.words[figure.end : figure.end + _CLOSING] if "state" in w.tables
                           and w.tables["state"].concept == "closed"]:
        return "closed"  # «خرجت ثلاثة مستشفيات من الخدمة»
    if told in _TO_PROTEST:
        return "protested" if _protest(sentence, figure) or _to_protest(sentence, max(at, figure.last)) else told
    if told == "trapped":
        return None if at and sentence.words[at - 1].text in sentence.pack.grammar.origins else told
    if told == "missing" and at >= figure.last and _has_lost(sentence, at):
        return None
    if told in ("missing", "lost"):
        return "killed" if sentence.cued("life", figure.end, figure.end + _LIFE_REACH) else told
    if told == "fallen":
        return "killed" if _falls(sentence, at, figure) else None
    if told in ("received", "housed", "treated"):
        return "admitted" if by_hospital(sentence, at) else told
    if told == "brought" and by_hospital(sentence, at):
        return "admitted"
    if told == "claimed":
        return "killed" if sentence.words[min(figure.end, len(sentence.words) - 1)].means("thing", "victim") else None
    if to_hospital(sentence, max(at, figure.last)):
        return "admitted"
    return None if told == "brought" else told


def _has_lost(sentence: Sentence, at: int) -> bool:
    """Whether those before a verb are not lost but have lost something of theirs: «150 أسرة فقدت معيلها»."""
    grammar = sentence.pack.grammar
    if not grammar.verb_first or at + 1 == len(sentence.words) or sentence.words[at + 1].cue("function"):
        return False
    return any(len(own) > 1 and sentence.words[at + 1].text.endswith(own) for own in grammar.possessives)


def _falls(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether those who fall are counted, not a wall that falls on them: «سقط 13 جنديا», «سقط في الهجوم 13 جنديا», «23
    مدنيا سقطوا»."""
    after = at + max(1, sentence.words[at].width)
    if at >= figure.last:
        return at - figure.last < _FALLEN_REACH and not sentence.words[at].before
    return after == figure.first or (after < figure.first and sentence.words[after].cue("function"))


def _protest(sentence: Sentence, figure: Figure) -> bool:
    """Whether protesters are counted, who go out to protest but where they go away: «خروج آلاف المتظاهرين»."""
    words, noun = sentence.words, figure.last
    if noun >= len(words) or "thing" not in words[noun].tables or words[noun].tables["thing"].concept != "protester":
        return False
    return noun + 1 == len(words) or words[noun + 1].text not in sentence.pack.grammar.origins


def _to_protest(sentence: Sentence, first: int) -> bool:
    """Whether those who go out protest: «خرج الآلاف في مظاهرات», "80,000 joined the march"."""
    words, articles = sentence.words, sentence.pack.grammar.articles
    near = [at - 1 - (words[at - 1].text in articles) for at in sentence.cues("protest")
            if first < at <= first + _PROTEST_REACH]
    return any(words[at].entry("place_in") or words[at].means("intransitive", "joined") for at in near)


@lru_cache(maxsize=4)
def _events(sentence: Sentence) -> list[tuple[int, Told]]:
    """The words that tell an event. Each figure of the sentence asks for them."""
    found = []
    for at in sentence.having("telling"):
        told = _told_by(sentence.words[at])
        if told and told[-1][0].form == "infinitive" and not _asks_verb(sentence, at):
            told = tuple(one for one in told if one[0].form != "infinitive")
        if len(told) > 1 and _is_verb(sentence, at):
            told = tuple(one for one in told if one[0].table != "thing")
        if told and not (_ambiguous(sentence.words[at]) and _is_no_verb(sentence, at)):
            found.append((at, told))
    return found


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a noun that might be a verb is one, behind a subject: "the market remains shut", "nobody remains"; not
    "the remains", "12 remains"."""
    words, owner = sentence.words, sentence.owner.get(at - 1)
    if sentence.pack.grammar.verb_first or not at or words[at].entry("intransitive") is None:
        return False
    if owner is not None:
        return owner.mention.form == "zero"
    return words[at - 1].is_word and not words[at - 1].of(_LEADS_NOUN)


def _asks_verb(sentence: Sentence, at: int) -> bool:
    """Whether what stands before it asks for a verb: "to release 30 hostages", "could close"."""
    first, words, joins = at, sentence.words, sentence.pack.grammar.joins
    if at > 1 and (words[at - 1].text in COMMAS or words[at - 1].text in joins):  # "will cut 300 jobs and close a mill"
        first = next((n for n in range(at - 1, 0, -1) if _leads(sentence, n - 1)), 0)
        verb = words[first].entry("transitive", "intransitive") is not None
        if verb and not any(w.text in STOPS for w in words[first:at]):
            return True
    return (at > 0 and _leads(sentence, at - 1)) or is_deed(sentence, at)


def _leads(sentence: Sentence, at: int) -> bool:
    """Whether a word asks for a verb behind it."""
    return sentence.words[at].text in sentence.pack.grammar.goals or sentence.words[at].cue("planned", "hypothetical")


@lru_cache(maxsize=1 << 14)
def _ambiguous(word: Word) -> bool:
    """Whether what stands beside a word may say that it is no verb."""
    thing = word.tables.get("thing")
    if thing is not None and "incident" not in ancestors(thing.concept) and any(
            e.table == "transitive" and e.form == "gerund" for e in word.entries):
        return True  # "the building"
    joined = bool(word.before and word.after) and thing is not None
    spoke = word.means("says", "verb") and word.means("intransitive", "occurred")
    return joined or spoke or "time" in word.tables or word.cue("passive", "had_done")


def _is_no_verb(sentence: Sentence, at: int) -> bool:
    """Whether what might be a verb is another word: a part of the day («فجر الأحد»), a particle («فقد أعلن»), an
    auxiliary («جرى إخراجهم»), or a noun that is joined to another («المقاتلون وأسرهم»)."""
    word, grammar = sentence.words[at], sentence.pack.grammar
    if not grammar.verb_first:
        before = sentence.words[at - 1]
        thing = before.entry("thing")
        narrowed = thing is not None and thing.form != "plural"  # "a tower building"
        return at > 0 and (narrowed or before.text in grammar.articles or before.text in grammar.possessives)
    if word.means("says", "verb") or (
            "thing" in word.tables and word.after in grammar.possessives and word.before in grammar.joins):
        return True
    behind = sentence.words[at + 1] if at + 1 < len(sentence.words) else word
    if "time" in word.tables:
        return behind.entry("weekday", "day") is not None
    if word.cue("passive"):
        return "event" in behind.tables
    return word.cue("had_done") and (
        behind.entry("transitive", "intransitive") is not None or behind.means("says", "verb")) and behind is not word


@lru_cache(maxsize=1 << 14)
def _told_by(word: Word) -> Told:
    if "stop" in word.tables and not (word.before or word.after):
        return ()
    entries = [e for e in word.entries if e.form != "infinitive"]
    entries += [e for e in word.entries if e.form == "infinitive"]
    told = ((entry, concept) for entry in entries if (concept := event_of(entry)))
    table = concepts().events
    return tuple((e, event, 3.5 if table[event].weak else 3.0 if table[event].yields else 0.0) for e, event in told)


def _counted(sentence: Sentence, figure: Figure, at: int, end: int, entry: Entry) -> bool:
    """Whether the noun is what this figure counts, or, right behind another figure, what that one counts."""
    own = entry.table == "thing" and figure.last <= at < end
    before = sentence.owner.get(at - 1, figure)
    counts = before is not figure and before.mention.kind != "duration"  # "the worst blast in six years killed 40"
    return own or (counts and not joins(sentence.words[at], sentence))


def _names(phrase: NounPhrase, at: int, entry: Entry) -> bool:
    """Whether what might be a verb is the noun that is counted: the 12-storey "building" is not being built."""
    return at == phrase.head and entry.table != "thing" and phrase.concept is not None


def suits(event: str, phrase: NounPhrase, figure: Figure) -> bool:
    """Whether the event can befall what is counted."""
    return _strange(event, figure.mention.kind, phrase.concept, phrase.head is None) <= FAR


def befallen(event: str, thing: str) -> bool:
    """Whether the event befalls such things."""
    return _strange(event, "count", thing, False) == 0


def _of_things(event: str) -> bool:
    """Whether an event befalls things, and people hardly: few who blow themselves up."""
    return befalls(event)[:1] == ["thing"]


def _of_people(figure: Figure, phrase: NounPhrase) -> bool:
    """Whether people are counted, whom nobody pays: «دفع الصراع 18 ألفا إلى النزوح»; "it cost them millions" is no
    number of people."""
    if figure.mention.kind != "count":
        return False
    if phrase.concept is None:
        return phrase.head is None and figure.mention.value is not None
    return "person" in ancestors(phrase.concept)


@cache
def _strange(event: str, kind: Kind, thing: str | None, headless: bool) -> float:
    """An event that does not befall such things costs more: people are not damaged, houses not wounded."""
    of = befalls(event)
    if not of:
        return 0.0
    if kind in ("share", "money") and headless and event in GROWTH and event not in MOVES:
        return FAR + 1  # a share that "reached 41 percent" has not arrived
    if kind in _SIZES:
        bodily = "body" in of and kind == "money"  # "$2,000 for those who were injured"
        return 0.0 if kind in of else FAR + 1 if bodily else 5.0
    if set(of) <= _SIZES:
        return FAR + 1  # a quake's magnitude is no event of the people in it
    if thing is None:
        return 0.0 if headless else 2.0
    chain = ancestors(thing)
    if any(c in of for c in chain) or ("thing" in of and chain[-1] != "person"):
        return 0.0
    bodily = "body" in of and chain[-1] not in ("person", "animal", "case")  # no train is killed, no province wounded
    return FAR + 1 if bodily else 5.0


def cued(sentence: Sentence, found: Predicate, figure: Figure) -> Predicate:
    """Whether the event is planned or negated, by the small words before it."""
    headed = 1 < found.at <= HEADLINE and sentence.words[found.at - 1].text in sentence.pack.grammar.goals
    if found.planned or headed or "planned" in sentence.topics or "foretold" in sentence.topics:
        found.planned = planned(sentence, found.at, figure, found.planned)
    if "negation" in sentence.topics or "denial" in sentence.topics:
        found.negated = negated(sentence, found.at, figure)
    return found
