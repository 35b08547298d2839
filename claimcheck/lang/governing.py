"""How well a word governs a figure: their distance, what stands between, and on which side of it the word stands."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import Final

from claimcheck.lang.clause import COMMAS, PAUSES, STOPS, Figure, Sentence
from claimcheck.lang.pack import ancestors, befalls, concepts
from claimcheck.lang.tally import closed, grown, reached, tallied, tells_tally
from claimcheck.lang.topics import GROWTH, MOVES, TABLES, Entry

#: beyond this cost no word governs the figure
FAR: Final = 14.0
#: what a noun right before its figure costs less; nothing costs less than that below nothing
NEARER: Final = 1.0
#: what became of those whom something left stands at most this many words behind their number
_LEFT_REACH: Final = 8
#: and the number at most so many behind "left": "left a preliminary balance of 32 dead"
_LEFT_AHEAD: Final = 6
#: what stands between a subject and its verb
_AUXILIARIES = ("passive", "has", "had", "so_far", "now")
#: what opens an aside, with what closes it
_OPENING: Final = {"(": ")", "–": "–", "—": "—"}
#: an aside adds no less than this to the distance of what stands behind it
_ASIDE: Final = 4
#: a tally stands at most this many words before what it does
_LONG_TALLY: Final = 12


def event_of(entry: Entry) -> str | None:
    """The event that a word tells, itself or as the noun that it is: «قتيل»."""
    if entry.table in TABLES:
        return entry.concept
    if entry.table == "thing":
        return concepts().things[entry.concept].event
    return None


def cost_of(sentence: Sentence, figure: Figure, at: int, end: int, entry: Entry, limit: float = FAR) -> float:
    """Distance in words, and what stands between; a word on the side where it does not govern costs more. What is
    dearer than ``limit`` by what stands between alone is not asked for the rest."""
    topics, word = sentence.topics, sentence.words[at]
    width = word.width or 1
    if figure.first <= at < end:  # inside the phrase: "140 injured people", «لم يبق أحد»
        return 0.5
    if at >= figure.last:
        if figure.mention.kind == "money" and entry.table == "event" and _consists(sentence, at, end):
            return 0.5
        cost = float(at - max(end, _led_up(sentence, end, at)) + sentence.barrier(end, at, figure))
        cost -= _aside(sentence, figure, end, at) if cost > _ASIDE else 0.0
        if cost > limit:
            return cost
        cost += _behind(sentence, figure, at, width, entry, at == end)
        if "tally" in topics and _counts_next(sentence, end, at):
            return FAR + 1
        if "membership" in topics and _of_some(sentence, end, at):
            return FAR + 1
        if "relative" in topics:
            cost += _of_another(sentence, at, end)
        if "subordinate" in topics:
            cost += _subordinate(sentence, at, end)
    else:
        gap = figure.first - at - width
        tally = None if entry.concept in GROWTH else tallied(sentence, figure, at)
        if gap > FAR and tally is None:
            return gap
        apart = sentence.barrier(at + width, figure.first, figure)
        cost = gap + apart - (_set_off(sentence, at + width, figure.first) if apart > 1 else 0.0)  # two commas
        if cost - NEARER > limit and tally is None:
            return cost
        if "relative" in topics and _beyond_clause(sentence, at + width, figure.first):
            return FAR + 1
        cost += _before(sentence, figure, at, entry, gap)
        cost += _closed(sentence, figure, at, width) + _subject(sentence, figure, end)
        if "says:verb" in word.topics and sentence.cued("says:that", at + width, figure.first):
            return FAR + 1  # «نقلت الوكالة عن شهود أن خمسة»
        if "incident" in topics and _of_incident(sentence, figure, at):
            cost += 8.0
        if "leaving" in word.topics and _leaves(sentence, at, width):
            cost += FAR + 1
        if tally is not None:
            cost = min(cost, tally) + _told_closer(sentence, figure, at, width)
        elif entry.concept in GROWTH and tallied(sentence, figure, at, _LONG_TALLY) is not None:
            cost += 3.0
    cost += _taken(sentence, figure, at, width, end, entry)
    return cost + (_drowned(sentence, at, entry) if width == 1 else 0.0)


def _led_up(sentence: Sentence, end: int, at: int) -> int:
    """Where a verb behind the phrase begins, with its auxiliaries: "164 passengers were known to have been rescued"."""
    first, words = end, sentence.words
    while first < at and (words[first].cue(*_AUXILIARIES) or (first > end and not words[first].width)):
        first += 1
    return max(end, first - 1)


def opens_aside(sentence: Sentence, first: int) -> bool:
    """Whether an aside stands right behind a phrase: in brackets, or after "including"."""
    words = sentence.words
    if first + 1 >= len(words):
        return False
    at = first + (words[first].text in COMMAS)
    some = "membership" in sentence.topics and _of_them(sentence, at)
    return words[first].text in _OPENING or some or words[at].cue("part")


def _aside(sentence: Sentence, figure: Figure, first: int, last: int) -> float:
    """What an aside behind the phrase adds to the distance, in brackets, between dashes or after "including": "8
    million customers (20 million people) lost power", "27 foreigners, including four Indians, were killed"."""
    words, end = sentence.words, 0
    if closing := _OPENING.get(words[first].text):
        end = next((i for i in range(first + 1, last) if words[i].text == closing), 0)
    elif words[first].text in COMMAS and (words[first + 1].cue("part") or _of_them(sentence, first + 1)):
        end = next((i for i in range(last - 1, first, -1) if words[i].text in COMMAS), 0)
    elif words[first].cue("part"):
        verb = next((i for i in range(first + 1, last) if words[i].text in PAUSES or words[i].cue("passive")), first)
        end = verb - 1 if words[verb].cue("passive") else 0
        if not end and tells_tally(sentence, last) and grown(sentence, figure):
            end = last - 1  # «ارتفع إلى 96 بينهم امرأتان وأربعة أطفال عدد الشهداء»
    return end + 1 - first + sentence.barrier(first, end + 1, figure) if end else 0.0


def _of_them(sentence: Sentence, at: int) -> bool:
    """Whether a figure of some of them stands here: "four of them"."""
    some = sentence.owner.get(at)
    return some is not None and some.last < len(sentence.words) and sentence.words[some.last].cue("membership")


def _of_some(sentence: Sentence, end: int, at: int) -> bool:
    """Whether a word behind a phrase tells of some of them alone: "23 were brought ashore, five of whom had died"; not
    behind a second comma: "27 foreigners, four of them Indians, were killed"."""
    words = sentence.words
    for some in sentence.between(end, at):
        behind = words[some.last : at]
        if words[some.first - 1].text in COMMAS and _of_them(sentence, some.first):
            return not any(w.text in COMMAS for w in behind)
    return False


def _set_off(sentence: Sentence, first: int, last: int) -> float:
    """What a day between commas adds to the distance: «أفرجت السلطات، الأحد، عن 40 سجينا»."""
    cost, at, words = 0.0, first, sentence.words
    while at < last:
        end = at + 1
        if words[at].text in ",،":
            while end < last and (words[end].entry("time", "weekday", "day", "month") or words[end].text.isdecimal()):
                end += 1
            goes_on = end + 1 < last and words[end + 1].cue("function")
            if end > at + 1 and goes_on and words[end].text in ",،":
                cost += end - at + 3  # the words, the commas, and what these separate
        at = end
    return cost


def _consists(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a noun tells what the sum before it is: "$1.3 billion in pledges", "a $10 million donation"."""
    if sentence.pack.grammar.head_first:
        return False
    return at == end or (at == end + 1 and sentence.words[end].text in sentence.pack.grammar.consisting)


def _counts_next(sentence: Sentence, end: int, at: int) -> bool:
    """Whether a tally behind the phrase is that of the next figure: "it is four higher, and the number of injured stood
    at 395"."""
    return sentence.cued("tally", end, at) and any(i in sentence.owner for i in range(at + 1, len(sentence.words)))


def _of_another(sentence: Sentence, at: int, end: int) -> float:
    """A relative clause that does not follow the phrase speaks of another noun: "to Idlib, which rebels hold"; behind
    where they were of that place alone: «كانوا في العنبر الذي أصيب»."""
    if at - end <= 3 or not sentence.cued("relative", at - 2, at):
        return 0.0
    related = max(i for i in sentence.cues("relative") if i < at)
    return FAR + 1 if sentence.words[related - 2].entry("place_in") else 5.0


def _subordinate(sentence: Sentence, at: int, end: int) -> float:
    """A clause that a conjunction opens behind the phrase tells something else: "it carried 45 people when it sank"."""
    return FAR + 1 if sentence.cued("subordinate", end, at) else 0.0


def _closed(sentence: Sentence, figure: Figure, at: int, width: int) -> float:
    """A word before the figure in a clause that has ended: in a name that speaks ("a rescue charity said there were"),
    in a relative clause ("the number of the missing in the floods, which hit the east, exceeded")."""
    topics = sentence.topics
    if "says:verb" in topics:
        if "thing" in sentence.words[at].tables and _speaks(sentence, at, width):
            return FAR + 1
        if _titles(sentence, at + width):
            return FAR + 1
        if figure.mention.kind == "count" and sentence.cued("says:verb", at + width, figure.first):
            return 10.0
    if "growth" in topics and closed(sentence, figure, at):
        return 10.0
    if "relative" not in topics or not sentence.cued("relative", at - 1, at) or not reached(sentence, figure):
        return 0.0
    ended = grown(sentence, figure) or any(w.text in ",،" for w in sentence.words[at + width : figure.first])
    return 5.0 if ended else 0.0


def _beyond_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the figure opens a clause of its own behind a word: "died in the city, where 900 remain"."""
    clause, words = last - 1, sentence.words
    opens = first < clause and words[clause].cue("relative") and words[clause - 1].text in COMMAS
    return opens and not sentence.pack.grammar.verb_first


def _titles(sentence: Sentence, end: int) -> bool:
    """Whether a word only says what those are who speak: "rescue officials said", "the evacuation chief told"."""
    words = sentence.words
    if sentence.pack.grammar.head_first or end + 1 >= len(words) or not words[end + 1].means("says", "verb"):
        return False
    who = words[end].entry("thing")
    return who is not None and ancestors(who.concept)[-1] == "person"


def _speaks(sentence: Sentence, at: int, width: int) -> bool:
    """Whether a noun is the subject of a verb of saying: «وقال ناجون إن القارب كان يقل 450 شخصا»."""
    told = sentence.words[at].tables["thing"]
    dead = (event := concepts().things[told.concept].event) is not None and concepts().events[event].final
    if dead:
        return False  # «قدر القتلى بثلاثين»
    noun = sentence.words[at].entry("event") is None  # «أكدت وفاة 70 شخصا» is what was confirmed
    ahead = noun and sentence.pack.grammar.verb_first and at and sentence.words[at - 1].means("says", "verb")
    return bool(ahead) or sentence.words[at + width].means("says", "verb")


def _told_closer(sentence: Sentence, figure: Figure, at: int, width: int) -> float:
    """A tally yields to what is told right behind the figure («ارتفاع حصيلة الضحايا إلى 114 بين قتيل وجريح») or is in
    construct with it («عدد القتلى، وإصابة 54»), and a bare one to the noun behind it that tells its own event («ارتفاع
    حصيلة الجرحى إلى 40»)."""
    if any(w.entry("state") for w in sentence.words[figure.end : figure.end + 1]):
        return 1.0
    if figure.first - 1 > at and _in_construct(sentence, figure.first - 1):
        return 1.0
    bare = sentence.words[at].cue("tally")
    return 1.0 if bare and any(map(event_of, sentence.words[at + width].entries)) else 0.0


def _in_construct(sentence: Sentence, at: int) -> bool:
    """Whether a noun of an event has no article where one would stand, and so belongs to what follows."""
    word, article = sentence.words[at], sentence.pack.grammar.numeral_behind
    return bool(article) and "event" in word.tables and not word.before.endswith(article)


def _of_incident(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a figure behind another is of an incident named right before it: «جرح 30 إثر هجوم 20 مسلحا»."""
    thing = sentence.words[figure.first - 1].tables.get("thing")
    return thing is not None and "incident" in ancestors(thing.concept) and bool(sentence.between(at, figure.first))


def _subject(sentence: Sentence, figure: Figure, end: int) -> float:
    """A figure with a verb right behind it has its event there: "20 died and 10,000 are thought to be missing",
    "arrested as 273 remain missing"; but not one of a noun before it ("the bodies of 44 victims were found") or with a
    relative clause."""
    words, grammar = sentence.words, sentence.pack.grammar
    if grammar.verb_first or end >= len(words):
        return 0.0
    if not (words[end].cue("passive", "auxiliary") or words[end].means("intransitive", "still")):
        return 0.0
    governed = figure.first > 0 and words[figure.first - 1].text in grammar.partitives
    before = words[figure.first - 1] if figure.first else None
    if before and before.tables and (before.cue("subordinate") or before.means("says", "that")):
        return FAR + 1  # "20 were rescued, while 130 are believed to be inside"
    return 4.0 if not governed and not words[end - 1].cue("relative") else 0.0


def _before(sentence: Sentence, figure: Figure, at: int, entry: Entry, gap: int) -> float:
    if entry.table == "thing":
        if figure.joined:
            return 8.0  # «أقرباء الضحايا ومئات الأشخاص»: joined to the noun, not told of by it
        verb = sentence.words[at].entry("transitive") is not None and _passive(sentence, at)
        return 6.0 if verb or (gap and sentence.cued("passive", at - 1, at)) else 1.0
    if entry.table == "event" and (at - 1 in sentence.owner or at - 2 in sentence.owner) and _fills_span(sentence, at):
        return FAR  # «خلال أربعين يوما من الحصار»
    if not gap and entry.table == "event" and sentence.words[at].before and _is_scene(sentence, at):
        return 4.0  # «شارك في التشييع 10 آلاف شخص»
    if entry.table == "event" and gap and at and sentence.words[at - 1].cue("negation"):
        return FAR + 1  # «دون تأثير، واستمعنا لـ59 شاهدا»
    if not sentence.pack.grammar.head_first:
        if entry.table == "event" and gap == 1 and sentence.words[at + 1].text in sentence.pack.grammar.partitives:
            return -NEARER  # "the withdrawal of 1,000 soldiers deployed there"
        if entry.table == "state" and not gap and at and _possessed(sentence, at - 1):
            return 5.0  # "will withdraw its remaining 1,000 troops"
    verb_first = sentence.pack.grammar.verb_first
    if figure.joined and not gap and verb_first and entry.table in ("transitive", "intransitive"):
        return 2.0  # «300 قتلوا ومئات فقدوا»: the verb follows its own subject
    if entry.table == "intransitive":
        return 1.5 if sentence.pack.grammar.verb_first and gap else 0.0 if sentence.pack.grammar.verb_first else 2.0
    if entry.table == "transitive" and sentence.pack.grammar.verb_first and not gap:
        return 0.0 if sentence.words[at].width > 1 else 0.5  # a phrase tells more: «كان على متنها 100 شخص نقلوا إلى»
    if entry.table == "transitive" and gap and not sentence.pack.grammar.verb_first and _led_to(sentence, figure):
        return 4.0  # "dropped to 35"
    if _passive(sentence, at) and (entry.table == "transitive" or (entry.table == "state" and gap)):
        return 6.0  # it is told of its subject: "40 were killed and 300 ...", "three were dead and a million ..."
    return 0.0


def _fills_span(sentence: Sentence, at: int) -> bool:
    """Whether a noun only says what a span of time was one of: "40 days of siege"."""
    words, grammar = sentence.words, sentence.pack.grammar
    if at < 2 or not (words[at - 1].text in grammar.partitives or words[at - 1].text in grammar.origins):
        return False
    span = sentence.owner.get(at - 1) or sentence.owner.get(at - 2)
    return span is not None and _is_span(sentence, span)


def _is_span(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure counts hours or days."""
    of_time = "time_unit" in sentence.topics and sentence.cued("time_unit", figure.first - 1, figure.end + 1)
    return figure.mention.kind == "duration" or of_time


def _led_to(sentence: Sentence, figure: Figure) -> bool:
    """Whether "to" stands right before a figure, which is then no object of a verb."""
    return sentence.words[figure.first - 1].text in sentence.pack.grammar.goals


def _is_scene(sentence: Sentence, at: int) -> bool:
    """Whether a noun with the article only says in the course of what something happened: «أصيب في التدريب»."""
    article = sentence.pack.grammar.numeral_behind
    definite = bool(article) and sentence.words[at].before.endswith(article)
    if not definite or at < 2 or sentence.words[at - 2].entry(*TABLES) is None:
        return False
    return sentence.words[at - 1].inside or sentence.words[at - 1].entry("place_in") is not None


def _possessed(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word.text in sentence.pack.grammar.articles or word.entry("pronoun") is not None


def _behind(sentence: Sentence, figure: Figure, at: int, width: int, entry: Entry, adjacent: bool) -> float:
    """The figure stands before the word: as the subject of a passive or of "left", or beside "dead"; a verb that is
    joined on («، وانتشلت») begins a clause of its own."""
    joined = sentence.pack.grammar.verb_first and sentence.words[at].before[:1] in sentence.pack.grammar.joins
    if joined and entry.table == "transitive" and entry.form in ("past", "singular"):
        apart = sentence.words[at + width].entry("thing") or sentence.words[at - 1].text in COMMAS
        return FAR if apart else 4.0  # «5 سيارات، وأحرقوا المنازل»
    if sentence.pack.grammar.verb_first and entry.table == "transitive" and not adjacent and (
            sentence.cued("incident", at - 1, at)):
        return FAR  # «14 طفلا في هجوم استهدف مدرسة»
    if entry.table == "state" and at + width in sentence.owner and sentence.words[at].entry("transitive"):
        return 0.0 if _passive(sentence, at) else 9.0  # "claimed 100 victims and injured 4,000 people"
    if entry.table == "intransitive" and sentence.words[at].entry("transitive") and _passive(sentence, at):
        return 9.0  # "have been recovered" is no "have recovered"
    if entry.table == "state" and not adjacent and _of_noun_before(sentence, at):
        return FAR  # «إخراج 500 مدني من الحي المحاصر»
    if entry.table in ("state", "intransitive"):
        return FAR + 1 if "leaving" in sentence.words[at].topics and _leaves(sentence, at, width) else 0.0
    if "difference" in sentence.topics and figure.first and sentence.words[figure.first - 1].cue("difference") and (
            not _passive(sentence, at)):
        return FAR + 1  # "an attack by ten gunmen killed 60": the attack did
    if entry.table == "thing":
        return 8.0
    if entry.table == "event":
        if _passive(sentence, at):
            return 0.0
        before = sentence.words[at].before
        if before and before in sentence.pack.grammar.purposes:
            return FAR  # «200 شخص تجمعوا للحصول على البنزين» have not got it
        led = before != ""  # «12 بقصف» were not shelled, «لـ15 آخرين وبراءة 6» not acquitted
        return 1.0 if sentence.pack.grammar.head_first and adjacent and not led else 5.0
    if sentence.pack.grammar.verb_first:
        return 5.0 if sentence.words[at - 1].entry("place_in") else 0.5  # «13 مدنيا في قصف» is the noun
    if _passive(sentence, at):
        return 0.0
    return 0.5 if _bare(sentence, at + width, entry) else 9.0


def _of_noun_before(sentence: Sentence, at: int) -> bool:
    """Whether an adjective has the article of the noun before it, which it describes."""
    article = sentence.pack.grammar.numeral_behind
    return bool(article) and all(w.before.endswith(article) or w.text.startswith(article)
                                 for w in sentence.words[at - 1 : at + 1])


def _leaves(sentence: Sentence, at: int, width: int) -> bool:
    """Whether "left" tells what became of the figure behind it: "blasts at eight churches left 200 people dead"."""
    if sentence.pack.grammar.verb_first:
        return False
    ahead = range(at + width, min(at + width + _LEFT_AHEAD, len(sentence.words)))
    figure = next((sentence.owner[i] for i in ahead if i in sentence.owner), None)
    if figure is None:
        return False
    behind = takewhile(lambda w: w.text not in PAUSES, sentence.words[figure.end : figure.end + _LEFT_REACH])
    return any(w.entry("state") or (w.entry("thing") and any(map(event_of, w.entries))) for w in behind)


def _passive(sentence: Sentence, at: int) -> bool:
    """Whether an auxiliary stands within three words before."""
    return "passive" in sentence.topics and sentence.cued("passive", at - 3, at)


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


def _drowned(sentence: Sentence, at: int, entry: Entry) -> float:
    """What becomes of a vessel beside its word befalls nobody: «كان المركب قد غرق», but «ركاب القارب قد نجوا»."""
    if entry.table not in ("event", "intransitive") or "body" not in befalls(entry.concept):
        return 0.0
    before = at - 1
    while before > 0 and sentence.words[before].cue("function"):
        before -= 1
    subject = not sentence.words[at].before and not sentence.words[max(0, before - 1)].entry("thing")
    return FAR + 1 if _is_vessel(sentence, at + 1) or (subject and _is_vessel(sentence, before)) else 0.0


def _is_vessel(sentence: Sentence, at: int) -> bool:
    thing = sentence.words[at].entry("thing") if 0 <= at < len(sentence.words) and at not in sentence.owner else None
    return thing is not None and "vehicle" in ancestors(thing.concept)


def _taken(sentence: Sentence, figure: Figure, at: int, width: int, end: int, entry: Entry) -> float:
    """A word right beside another figure governs that one first."""
    if len(sentence.figures) == 1:
        return 0.0
    before, grammar = sentence.owner.get(at - 1), sentence.pack.grammar
    verb_first, cost = grammar.verb_first, 0.0
    if at >= end and _next(sentence, at + width) not in (None, figure):
        subject = not verb_first and entry.concept not in MOVES and (
            # "172 were rescued and 304 died", "90 were left homeless and"
            entry.table == "intransitive" or (entry.table in ("transitive", "state") and _passive(sentence, at))
            or (at == end and entry.table in ("transitive", "state"))  # "has recorded 81 people killed and 130 hurt"
            or (entry.table == "state" and sentence.words[at - 1].means("intransitive", "still")))  # "remained missing"
        if not subject:
            cost += FAR if _possessed(sentence, at - 1) else 6.0  # "puts the victims at 12 and the wounded at 40"
    if at < figure.first and verb_first and entry.table == "state":
        before = before or sentence.owner.get(at - 2)
        completes = before is not None and before is not figure and sentence.words[at].before not in grammar.joins
        cost += 6.0 if completes else 0.0  # «أصيب ستة أشخاص بجروح، وبات 300»
    elif before is not None and before is not figure and at < figure.first and not verb_first:
        cost += 2.0
    return cost


def _next(sentence: Sentence, after: int) -> Figure | None:
    """The figure right behind a word, or one small word further, of which «دمر منها 56» tells; not what a comma or
    "among them" opens, and no span of time («أصيبوا خلال 24 ساعة»)."""
    for at in (after, after + 1):
        if at in sentence.owner:
            return None if _is_span(sentence, sentence.owner[at]) else sentence.owner[at]
        if at >= len(sentence.words):
            return None
        word = sentence.words[at]
        of_those = sentence.pack.grammar.verb_first and "membership" in word.cues
        if word.text in COMMAS or word.text in STOPS or ("part" in word.cues and not of_those):
            return None
    return None


#: the entries of a word that tell an event, with its concept, and what it costs that it yields to others
Told = tuple[tuple[Entry, str, float], ...]


@cache
def wide() -> dict[str, frozenset[str]]:
    """Event -> those that a word beside it may make of it."""
    table = concepts().events
    events = {of for event in table.values() for of in event.narrows}
    return {of: frozenset(name for name, event in table.items() if of in event.narrows) for of in events}


def narrowed(event: str, sentence: Sentence, figure: Figure, told: list[tuple[int, Told]]) -> str:
    """What the nearest word between the figures beside it makes of the event, one behind the figure first: "sentenced
    75 people to death and 47 to life", «حكمت بالإعدام على 75»."""
    others = [at for at, other in sentence.owner.items() if other is not figure]
    first = max((at for at in others if at < figure.first), default=-1)
    last = min((at for at in others if at >= figure.end), default=len(sentence.words))
    narrow = wide()[event]
    near = [(at, e) for at, events in told if first < at < last for _, e, _ in events if e in narrow]
    return min(near, key=lambda one: (one[0] < figure.first, abs(one[0] - figure.first)), default=(0, event))[1]
