"""What happens to the counted things: the event or state that governs a figure in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import takewhile

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.counted import NounPhrase
from claimcheck.lang.pack import ancestors, befalls, concepts, flow
from claimcheck.lang.phrases import Entry, Lexicon, Word
from claimcheck.model import Kind

#: beyond this cost no word governs the figure
_FAR = 14.0
#: a cause stands at most this many words before its toll
_CAUSE_REACH = 9
#: and at most this many behind it, other figures of the list between
_CAUSE_BEHIND = 14
#: "still" stands at most this many words behind those who are still there
_STILL_REACH = 8
#: adjectives that name a side of a conflict
_SIDES = ("opposition", "government", "rebel", "loyalist", "regime", "kurdish")
#: who foretells stands at most this many words before "that"
_FORETOLD = 8
#: what a tally costs that has its figure already
_GOES_ON = 8.0
#: what became of those whom something left stands at most this many words behind their number
_LEFT_REACH = 8
#: and the number at most so many behind "left": "left a preliminary balance of 32 dead"
_LEFT_AHEAD = 6
#: a boat stands at most this many words before what it carries
_VESSEL_REACH = 5
_VESSELS = frozenset(("boat", "ship", "aircraft"))
_PAUSES = frozenset(",،.;؛:")
#: end a clause
_STOPS = frozenset(".;؛")
_TABLES = ("transitive", "intransitive", "event", "state")
#: what a tally does before it reaches its figure: "the toll rose to", "has reached", "hits"
_GROWTH = ("rose", "fell", "arrived", "struck")
#: a tally stands at most this many words before what it does
_LONG_TALLY = 12
#: "is expected to" stands at most this many words before the figure that a tally is to reach
_PLAN_REACH = 7
#: kinds of quantity that a dimension is told in
_SIZES = frozenset({"measure", "money", "duration"})
#: what becomes of those whom the noun itself tells of stands at most at this cost
_CLOSE = 3.0
#: what a counted noun says of itself while another event may befall it: "prisoners", «نازح»
_STATUS = 5.0


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
    told = _told(phrase, figure)
    candidates = _candidates(sentence, figure, phrase)
    if told and told.cost == 0 and not (later := _later(told, candidates)):
        return _cued(sentence, told, figure)
    found = [p for p in ((later,) if told and told.cost == 0 else (*candidates, told)) if p and p.cost <= _FAR]
    best = min(found, key=lambda p: (p.cost, p.at), default=None)
    if best is None or (figure.mention.form == "zero" and best.at >= figure.last):
        # "there are no civilians": none of those remain
        return Predicate("remaining", figure.first, 0.0) if figure.mention.form == "zero" and phrase.concept else best
    best = _cued(sentence, best, figure)
    if best.concept == "carried" and _one_vessel(sentence, best.at):
        return replace(best, concept="aboard")
    return _inside(best, sentence, figure) if best.planned else best


def _told(phrase: NounPhrase, figure: Figure) -> Predicate | None:
    """The event that the counted noun itself tells; a status yields to what befalls it."""
    if phrase.head is None or not phrase.concept:
        return None
    thing = concepts().things[phrase.concept]
    if thing.event is None:
        return None
    mixed = any(concepts().things[o].event not in (None, thing.event) for o in phrase.others)
    if mixed and figure.mention.value is not None:
        return Predicate("casualty", phrase.head, 0.0)  # «155 قتيلا ومفقودا»: the figure tells neither event alone
    return Predicate(thing.event, phrase.head, _STATUS if thing.status else 0.0)


def _later(told: Predicate, candidates: list[Predicate]) -> Predicate | None:
    """What became of those whom the noun tells of, close beside it: "682 injured people have left hospital"."""
    close = (p for p in candidates if p.cost <= _CLOSE and told.concept in concepts().events[p.concept].after)
    return min(close, key=lambda p: (p.cost, p.at), default=None)


def cause(sentence: Sentence, figure: Figure) -> str | None:
    """A lasting cause close to the figure: before it in its clause («أوقعت الحرب», "the war has killed"), or behind it
    where a preposition gives it as the cause or the time («خلال الصراع», "in the war")."""
    wide = _wide(sentence)
    if not wide:
        return None
    for at in range(figure.first - 1, max(-1, figure.first - _CAUSE_REACH), -1):
        if at in sentence.owner or sentence.words[at].text in _STOPS:
            break
        if at in wide:
            return wide[at]
    for at in range(figure.end, min(len(sentence.words), figure.end + _CAUSE_BEHIND)):
        if sentence.words[at].text in _STOPS:
            break
        if at in wide and any(_leads(w) for w in sentence.words[max(figure.end, at - 2) : at]):
            return wide[at]
    return None


@lru_cache(maxsize=4)
def _wide(sentence: Sentence) -> dict[int, str]:
    """The lasting causes that a sentence names, by their words."""
    things = ((at, sentence.words[at].tables["thing"].concept) for at in sentence.having("thing"))
    table = concepts().things
    return {at: thing for at, thing in things if table[thing].wide}


def _leads(word: Word) -> bool:
    """A preposition of place or time."""
    return word.entry("place_in") is not None or word.means("time", "within", "since")


def holder(sentence: Sentence, at: int) -> str | None:
    """Who holds what is controlled: the nearest side named behind the word, or before it where verbs come second."""
    behind = range(at + 1, min(len(sentence.words), at + 5))
    ahead = range(at - 1, max(-1, at - 7), -1)
    for i in behind if sentence.pack.grammar.verb_first else ahead:
        for entry in sentence.words[i].entries:
            if entry.table == "group" or (entry.table == "modifier" and entry.concept in _SIDES):
                return entry.concept
    return None


def _one_vessel(sentence: Sentence, at: int) -> bool:
    """Whether one boat or plane carries them, which tells who was aboard; several, and buses, bring people away."""
    near = sentence.words[max(0, at - _VESSEL_REACH) : at]
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
    return any(e.table in _TABLES and e.concept == "remaining" for e in word.entries)


def _candidates(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> list[Predicate]:
    end = max(phrase.end, figure.end)
    found = []
    for at in _events(sentence):
        if at - end > _FAR:
            break
        inside = figure.first <= at < figure.last and figure.mention.form != "zero"
        for entry, concept, loose in _told_by(sentence.words[at]):
            if inside and (at >= figure.core or entry.table not in ("event", "thing")):
                continue  # the verb of a qualifier: «تصل إلى», "killing up to"
            if not ("thing" in sentence.words[at].tables and _counted(sentence, figure, at, end, entry)):
                cost = _cost(sentence, figure, at, end, entry) + loose
                cost += _strange(concept, figure.mention.kind, phrase.concept, phrase.head is None)
                found.append(Predicate(concept, at, cost, planned=entry.form == "future"))
    return found


@lru_cache(maxsize=4)
def _events(sentence: Sentence) -> tuple[int, ...]:
    """The words that tell an event. Each figure of the sentence asks for them."""
    return tuple(at for at in sentence.having(*_TABLES, "thing") if _told_by(sentence.words[at]))


@lru_cache(maxsize=1 << 14)
def _told_by(word: Word) -> tuple[tuple[Entry, str, float], ...]:
    """The entries of a word that tell an event, with its concept, and what it costs that it yields to others."""
    if "stop" in word.tables and not (word.before or word.after):
        return ()
    told = ((entry, concept) for entry in word.entries if (concept := _event_of(entry)))
    table = concepts().events
    return tuple((e, event, 3.5 if table[event].weak else 3.0 if table[event].yields else 0.0) for e, event in told)


def _counted(sentence: Sentence, figure: Figure, at: int, end: int, entry: Entry) -> bool:
    """Whether the noun is what this figure counts, or, right behind another figure, what that one counts."""
    own = entry.table == "thing" and figure.last <= at < end
    return own or sentence.owner.get(at - 1, figure) is not figure


def suits(event: str, phrase: NounPhrase, figure: Figure) -> bool:
    """Whether the event can befall what is counted."""
    return _strange(event, figure.mention.kind, phrase.concept, phrase.head is None) <= _FAR


@cache
def _strange(event: str, kind: Kind, thing: str | None, headless: bool) -> float:
    """An event that does not befall such things costs more: people are not damaged, houses not wounded."""
    of = befalls(event)
    if not of:
        return 0.0
    if kind in ("measure", "money", "duration"):
        return 0.0 if kind in of else 5.0
    if set(of) <= _SIZES:
        return _FAR + 1  # a quake's magnitude is no event of the people in it
    if thing is None:
        return 0.0 if headless else 2.0
    chain = ancestors(thing)
    if any(c in of for c in chain) or ("thing" in of and chain[-1] != "person"):
        return 0.0
    bodily = "body" in of and chain[-1] not in ("person", "animal", "case")  # no train is killed, no province wounded
    return _FAR + 1 if bodily else 5.0


def _event_of(entry: Entry) -> str | None:
    if entry.table in _TABLES:
        return entry.concept
    if entry.table == "thing":
        return concepts().things[entry.concept].event
    return None


def _cost(sentence: Sentence, figure: Figure, at: int, end: int, entry: Entry) -> float:
    """Distance in words, and what stands between; a word on the side where it does not govern costs more."""
    width = max(1, sentence.words[at].width)
    if figure.first <= at < end:  # inside the phrase: "140 injured people", «لم يبق أحد»
        return 0.5
    if at >= figure.last:
        cost = at - end + sentence.barrier(end, at, figure) + _behind(sentence, at, width, entry, at == end)
        cost += _of_another(sentence, at, end)
    else:
        gap = figure.first - at - width
        tally = None if entry.concept in _GROWTH else _tally(sentence, figure, at)
        if gap > _FAR and tally is None:
            return gap
        cost = gap + sentence.barrier(at + width, figure.first, figure) + _before(sentence, at, entry, gap)
        cost += _closed(sentence, figure, at, width) + _subject(sentence, figure, end)
        cost += _FAR + 1 if _leaves(sentence, at, width) else 0.0
        if tally is not None:
            cost = min(cost, tally)
        elif entry.concept in _GROWTH and _tally(sentence, figure, at, _LONG_TALLY) is not None:
            cost += 3.0
    return cost + _taken(sentence, figure, at, width, end, entry)


def _of_another(sentence: Sentence, at: int, end: int) -> float:
    """A relative clause that does not follow the phrase speaks of another noun: "to Idlib, which rebels hold"."""
    return 5.0 if at - end > 3 and sentence.cued("relative", at - 2, at) else 0.0


def _closed(sentence: Sentence, figure: Figure, at: int, width: int) -> float:
    """A word before the figure in a clause that has ended: in a name that speaks ("a rescue charity said there were"),
    in a relative clause ("the number of the missing in the floods, which hit the east, exceeded")."""
    if figure.mention.kind == "count" and sentence.tells("says", "verb", at + width, figure.first):
        return 10.0
    if not sentence.cued("relative", at - 1, at) or not _reached(sentence, figure):
        return 0.0
    ended = grown(sentence, figure) or any(w.text in ",،" for w in sentence.words[at + width : figure.first])
    return 5.0 if ended else 0.0


def _subject(sentence: Sentence, figure: Figure, end: int) -> float:
    """A figure with a verb right behind it has its event there: "20 died and 10,000 are thought to be missing"; but
    not one of a noun before it ("the bodies of 44 victims were found") or with a relative clause."""
    words, grammar = sentence.words, sentence.pack.grammar
    verb = not grammar.verb_first and end < len(words) and words[end].cue("passive", "auxiliary")
    governed = figure.first > 0 and words[figure.first - 1].text in grammar.partitives
    return 4.0 if verb and not governed and not words[end - 1].cue("relative") else 0.0


def _reached(sentence: Sentence, figure: Figure) -> bool:
    """Whether a tally is said to have come to this figure: "rose to", "hits", «تجاوز»."""
    bound = figure.mention.qualifier in ("more_than", "at_least", "at_most", "less_than")
    return bound or grown(sentence, figure)


@lru_cache(maxsize=16)
def grown(sentence: Sentence, figure: Figure) -> bool:
    """Whether something rose, fell or came to this figure."""
    goal = figure.first > 0 and sentence.words[figure.first - 1].text in sentence.pack.grammar.goals
    if goal and sentence.cued("total", figure.first - 3, figure.first):
        return True  # "rises to" as one word
    near = sentence.words[0 if goal else max(0, figure.first - 3) : figure.core]
    return any(e.table in _TABLES and e.concept in _GROWTH for w in near for e in w.entries)


def _tally(sentence: Sentence, figure: Figure, at: int, reach: int = 6) -> float | None:
    """The cost of an event under a tally word, which governs from far away ("The number of people killed in the quake
    on Friday rose to 1,300"), and where nothing else does goes on to the next figure ("and may reach 2,000"); None
    where no tally stands there."""
    told = sentence.cued("tally", at - reach, at + 1) or sentence.cued("total", at - reach, at + 1)
    if not told and not _tells_tally(sentence, at):
        return None
    others = sentence.between(at, figure.first)  # "the toll of two blasts rose to 135" is one tally
    if others and not grown(sentence, figure):
        return None
    if any(grown(sentence, o) for o in others):
        return _GOES_ON
    return 0.0 if _reached(sentence, figure) else 3.0


def _tells_tally(sentence: Sentence, at: int) -> bool:
    """Whether the phrase itself opens with a tally: «عدد المفقودين»."""
    word = sentence.words[at]
    return word.width > 1 and _is_tally(sentence.lexicon, word.text)


@lru_cache(maxsize=1 << 12)
def _is_tally(lexicon: Lexicon, token: str) -> bool:
    opening = (e for _, stem, _ in lexicon.keys(token) for e in lexicon.single.get(stem, ()))
    return any(e.table == "cue" and e.concept == "tally" for e in opening)


def _before(sentence: Sentence, at: int, entry: Entry, gap: int) -> float:
    if entry.table == "thing":
        return 6.0 if sentence.words[at].entry("transitive") and _passive(sentence, at) else 1.0
    if sentence.pack.grammar.head_first:
        pass
    elif entry.table == "event" and gap == 1 and sentence.words[at + 1].text in sentence.pack.grammar.partitives:
        return -1.0  # "the withdrawal of 1,000 soldiers deployed there"
    elif entry.table == "state" and not gap and at and _possessed(sentence, at - 1):
        return 5.0  # "will withdraw its remaining 1,000 troops"
    if entry.table == "intransitive":
        return 1.5 if sentence.pack.grammar.verb_first and gap else 0.0 if sentence.pack.grammar.verb_first else 2.0
    if entry.table == "transitive" and sentence.pack.grammar.verb_first and not gap:
        return 0.5
    if entry.table == "transitive" and _passive(sentence, at):
        return 6.0
    return 0.0


def _possessed(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word.text in sentence.pack.grammar.articles or word.entry("pronoun") is not None


def _behind(sentence: Sentence, at: int, width: int, entry: Entry, adjacent: bool) -> float:
    """The figure stands before the word: as the subject of a passive or of "left", or beside "dead"; a verb that is
    joined on («، وانتشلت») begins a clause of its own."""
    joined = sentence.words[at].before[:1] in sentence.pack.grammar.joins
    if joined and sentence.pack.grammar.verb_first and entry.table == "transitive" and entry.form == "past":
        return 4.0
    if entry.table == "state" and at + width in sentence.owner and sentence.words[at].entry("transitive"):
        return 0.0 if _passive(sentence, at) else 9.0  # "claimed 100 victims and injured 4,000 people"
    if entry.table in ("state", "intransitive"):
        return _FAR + 1 if _leaves(sentence, at, width) else 0.0
    if entry.table == "thing":
        return 8.0
    if entry.table == "event":
        if _passive(sentence, at):
            return 0.0
        return 1.0 if sentence.pack.grammar.head_first and adjacent else 5.0
    if sentence.pack.grammar.verb_first:
        return 0.5
    if _passive(sentence, at):
        return 0.0
    return 0.5 if _bare(sentence, at + width, entry) else 9.0


def _leaves(sentence: Sentence, at: int, width: int) -> bool:
    """Whether "left" tells what became of the figure behind it: "blasts at eight churches left 200 people dead"."""
    ahead = range(at + width, min(at + width + _LEFT_AHEAD, len(sentence.words)))
    figure = next((sentence.owner[i] for i in ahead if i in sentence.owner), None)
    left = any(e.concept == "left" for e in sentence.words[at].entries)
    if figure is None or not left or sentence.pack.grammar.verb_first:
        return False
    behind = takewhile(lambda w: w.text not in _PAUSES, sentence.words[figure.end : figure.end + _LEFT_REACH])
    return any(w.entry("state") or (w.entry("thing") and any(map(_event_of, w.entries))) for w in behind)


def _passive(sentence: Sentence, at: int) -> bool:
    """Whether an auxiliary stands within three words before."""
    return sentence.cued("passive", at - 3, at)


def _bare(sentence: Sentence, after: int, entry: Entry) -> bool:
    """A participle with no object behind it: "31 killed in the attack", not "gunmen killed the mayor"."""
    if entry.form not in ("past", "participle", "present", ""):
        return False
    if after >= len(sentence.words):
        return True
    if after in sentence.owner:
        return False  # "claimed 100 victims and injured 4,000 people"
    word = sentence.words[after]
    return not word.is_word or word.cue("function") or word.entry("place_in", "time", "weekday", "day") is not None


def _taken(sentence: Sentence, figure: Figure, at: int, width: int, end: int, entry: Entry) -> float:
    """A word right beside another figure governs that one first."""
    before, behind = sentence.owner.get(at - 1), _next(sentence, at + width)
    cost = 0.0
    subject = not sentence.pack.grammar.verb_first and (  # "172 were rescued and 304 died", "90 were left homeless and"
        entry.table == "intransitive" or (entry.table in ("transitive", "state") and _passive(sentence, at)))
    if behind is not None and behind is not figure and at >= end and not subject:
        cost += 6.0
    if before is not None and before is not figure and at < figure.first and not sentence.pack.grammar.verb_first:
        cost += 2.0
    return cost


def _next(sentence: Sentence, after: int) -> Figure | None:
    """The figure right behind a word, or one small word further; what "among them" opens it does not govern."""
    for at in (after, after + 1):
        if at in sentence.owner:
            return sentence.owner[at]
        if at < len(sentence.words) and sentence.words[at].cue("part"):
            return None
    return None


def _foretold(sentence: Sentence, at: int) -> bool:
    """Whether somebody expects, predicts or warns that it will come so: «وتوقع رئيس البلدية أن يصل عدد القتلى إلى»."""
    if not sentence.cues("foretold"):
        return False
    said = (i for i in sentence.having("says") if i < at and sentence.words[i].means("says", "that"))
    that = max(said, default=None)
    if that is None or any(w.text in _PAUSES for w in sentence.words[that:at]):
        return False
    return sentence.cued("foretold", max(0, that - _FORETOLD), that)


def _reaching(sentence: Sentence, found: Predicate, figure: Figure) -> tuple[int, int]:
    """What stands right before the figure, behind its event and no other figure: "the toll could reach 20,000"."""
    first = max(found.at if found.at < figure.first else 0, figure.first - _PLAN_REACH)
    others = [i for i in range(first, figure.first) if sentence.owner.get(i, figure) is not figure]
    return max([first, *(i + 1 for i in others)]), figure.core


def _cued(sentence: Sentence, found: Predicate, figure: Figure) -> Predicate:
    """Whether the event is planned or negated, by the small words before it."""
    if found.planned or sentence.cues("planned"):
        first = max(0, found.at - 6)
        stops = [i for i in range(first, found.at) if sentence.words[i].text in _STOPS]
        found.planned = (found.planned and not stops) or sentence.cued("planned", max([first, *stops]), found.at)
        found.planned = found.planned or sentence.cued("planned", *_reaching(sentence, found, figure))
    found.planned = found.planned or _foretold(sentence, min(found.at, figure.first))
    found.negated = sentence.cued("negation", found.at - 2, found.at)
    found.negated = found.negated or sentence.cued("denial", 0, min(found.at, figure.first))
    return found
