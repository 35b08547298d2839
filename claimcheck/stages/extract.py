"""Articles -> claims: every figure with what it counts, what happens, where, when and who says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from typing import TypeVar

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.context import context, stem
from claimcheck.lang.counted import NounPhrase, bearer, noun_phrase
from claimcheck.lang.dates import Date
from claimcheck.lang.fold import Folded
from claimcheck.lang.incident import incidents
from claimcheck.lang.issuer import Speech, continued, governing, speeches
from claimcheck.lang.numbers import Reading, Skipped, read
from claimcheck.lang.pack import ancestors, befalls, canonical, concepts, flow, load
from claimcheck.lang.phrases import lexicon
from claimcheck.lang.place import names_kind, place, places
from claimcheck.lang.predicate import Predicate, cause, grown, holder, predicate, suits
from claimcheck.lang.sentences import sentences
from claimcheck.lang.series import series
from claimcheck.lang.when import When, is_day, times, when
from claimcheck.model import Article, Claim, Counted, Event, Mention, Quantity, Time
from claimcheck.stages.breakdown import break_down
from claimcheck.stages.wholes import take_parts, whole_of

#: something of a text that knows where it begins
_Span = TypeVar("_Span", Mention, Date, Skipped)
#: dimensions that a text gives of several things
_BORNE = ("height", "length", "width", "depth", "speed")
#: states of territory, which one side or another holds
_HELD = ("controlled", "captured", "recaptured", "lost")
#: a figure that opens its sentence stands within so many words
_OPENING = 3
#: what is told of a figure behind it costs at most this
_TOLD_BEHIND = 5.0
#: "similar" stands at most this many words from the figure of another incident
_SIMILAR = 12
#: "earlier" stands at most this many words before "said": "earlier on Tuesday, the ministry said"
_SAID_REACH = 6
#: "every day" stands at most this many words before what it adds
_RATE_REACH = 7
#: end the clause of a rate
_CLAUSE_ENDS = frozenset(",،;؛.")
#: what a toll does: it rises, falls, "went down" like a ship
_MOVED = ("rose", "fell", "sank")
#: "rose" stands at most this many words before how much: "went down unexpectedly on Monday, by three"
_MOVED_REACH = 8
#: who gave a figure and when is told in so many words behind it
_GIVEN_REACH = 12
#: "additional" stands at most this many words before money
_ON_TOP_REACH = 6
#: a pronoun or a surname means one of the last speakers
_HEARD = 30
#: a headline and the sentences after it that set the scene
_LEAD = 4
#: the headline and the sentence under it, which tell an epidemic
_HEADING = 2
#: what an epidemic does
_OF_DISEASE = ("killed", "infected")
#: whose state may be grave
_HURT = ("wounded", "infected", "hospitalised", "treated", "casualty", "rescued", "survived", "damaged", "affected")
#: what an epidemic does to a place: it reaches it, people fall ill and die there
_SPREADS = (*_OF_DISEASE, "arrived", "affected", "attacked")
#: what tells of an epidemic
_ILLNESS = ("disease", "epidemic", "infected", "disease_case")


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making: the figure with the facets that were read for it."""

    sentence: Sentence
    figure: Figure
    phrase: NounPhrase
    predicate: Predicate | None = None
    place: tuple[str, str] | None = None
    when: When | None = None
    speech: Speech | None = None
    whole: Draft | None = None
    cues: frozenset[str] = frozenset()
    #: places of the headline and lead; one dict for all drafts of the article
    setting: dict[str, None] = field(default_factory=dict)
    lead: bool = False
    #: names of the ship or storm that the article is about, in its lead or else the first; one dict as well
    names: dict[str, None] = field(default_factory=dict)
    further: bool = False
    #: told in a report on an epidemic
    epidemic: bool = False


def extract(article: Article) -> list[Claim]:
    """The claims of one article, in the order of its text."""
    drafts = list(_drafts(article))
    break_down(drafts)
    ids = {id(d): f"{article.id}.{n}" for n, d in enumerate(drafts, 1)}
    return [_claim(article, d, ids) for d in drafts]


def _drafts(article: Article) -> Iterator[Draft]:
    folded = Folded.of(article.text)
    code = article.lang or "en"
    lex = lexicon(code)
    reading = read(folded, load(code))
    published = date.fromisoformat(article.published) if article.published else None
    dated = _dates(folded, reading)
    numbered = [s for s in reading.skipped if s.reason == "ordinal"]
    heard: list[str] = []
    said: list[Speech] = []
    previous: list[Draft] = []
    day: When | None = None
    here: tuple[Sentence, tuple[int, int, str]] | None = None
    setting: dict[str, None] = {}
    names: dict[str, None] = {}
    epidemic = violent = False
    short = frozenset(lex.pack.grammar.abbreviations)
    for number, span in enumerate(sentences(folded, short)):
        start, end = folded.start(span[0]), folded.end(span[1])
        inside = _within(reading.mentions, start, end)
        sentence = Sentence.of(folded, lex, span, inside)
        sentence.ordinals = _ordinals(sentence, _within(numbered, start, end))
        if number < _LEAD:
            setting |= dict.fromkeys(key for *_, key in places(sentence))
        if number < _LEAD or not names:
            names |= dict.fromkeys(incidents(sentence))
        if number < _HEADING:
            violent = violent or _tells_incident(sentence)
            epidemic = not violent and (epidemic or _tells_disease(sentence))
        said = speeches(sentence, heard) or continued(sentence, said)
        if said:
            heard = [*heard, *(s.name for s in said if not s.act)][-_HEARD:]
        spoken = times(sentence, _within(dated, start, end), published) if inside else []
        found: list[Draft] = []
        for figure in sentence.figures:
            found.append(_draft(sentence, figure, spoken, governing(said, sentence, figure), found, previous))
            found[-1].when = found[-1].when or _carried(found[-1], day)
            if here and names_kind(sentence, figure):
                found[-1].place = here[1][2], here[0].text(*here[1][:2])
            if epidemic:
                _fall_ill(found[-1])
            found[-1].setting, found[-1].lead, found[-1].names = setting, number < _LEAD, names
        yield from found
        previous = found or previous
        here = next(((sentence, named) for named in places(sentence)), here)
        day = next((t for t in reversed(spoken) if _carries(t)), None)


def _tells_incident(sentence: Sentence) -> bool:
    """A fire in a ward, a bomb in a hospital: who died there did not die of the disease."""
    things = (e.concept for at in sentence.having("thing") for e in sentence.words[at].entries if e.table == "thing")
    return any("incident" in ancestors(thing) for thing in things)


def _tells_disease(sentence: Sentence) -> bool:
    return any(e.concept in _ILLNESS for w in sentence.words for e in w.entries)


def _fall_ill(draft: Draft) -> None:
    """In a report on an epidemic «إصابة», elsewhere an injury, is an infection, and a case is one of the disease."""
    draft.epidemic = True
    if draft.phrase.concept in ("wounded", "case"):
        died = draft.predicate is not None and draft.predicate.concept == "killed"
        draft.phrase.concept = "fatality" if died else "disease_case"
    told = draft.predicate.concept if draft.predicate else None
    hardly = told is None or concepts().events[told].weak
    place = draft.phrase.concept is not None and ancestors(draft.phrase.concept)[-1] == "place"
    if place and draft.phrase.head is not None and (told is None or hardly or canonical(told) in _SPREADS):
        draft.predicate = Predicate("affected", draft.phrase.head, 0.0)
    ill = draft.phrase.concept == "disease_case" and hardly
    if ill and draft.phrase.head is not None:
        draft.predicate = Predicate("infected", draft.phrase.head, 0.0)
    elif draft.predicate is not None and draft.predicate.concept == "wounded":
        draft.predicate = replace(draft.predicate, concept="infected")


def _complete(draft: Draft) -> None:
    """What of a thing's dimension and of territory held the noun phrase does not tell: whose it is."""
    phrase, found = draft.phrase, draft.predicate
    if found is None:
        return
    if phrase.concept == "case" and "body" in befalls(found.concept):
        phrase.concept = "person"  # «الوفيات تتجاوز 5300 حالة»
    if draft.figure.mention.kind == "measure" and found.concept in _BORNE and phrase.concept is None:
        phrase.concept = bearer(draft.sentence, draft.figure)
    if canonical(found.concept) in _HELD and phrase.group is None:
        phrase.group = holder(draft.sentence, found.at)


def _dates(folded: Folded, reading: Reading) -> list[Date]:
    """The dates of a text with its lone years, in its order."""
    years = [(s.start, s.end, folded.text[folded.index(s.start) : folded.index(s.end)][:4])
             for s in reading.skipped if s.reason == "year"]
    return sorted([*reading.dates, *(Date(a, b, int(y)) for a, b, y in years if len(y) == 4 and y.isdecimal())],
                  key=_start)


def _within(spans: list[_Span], start: int, end: int) -> list[_Span]:
    """Those of the spans, which are in order, that begin between two offsets."""
    return spans[bisect_left(spans, start, key=_start) : bisect_left(spans, end, key=_start)] if spans else []


def _start(span: Mention | Date | Skipped) -> int:
    return span.start


def _ordinals(sentence: Sentence, skipped: list[Skipped]) -> dict[int, int]:
    """The words of a sentence that hold an ordinal, with its value."""
    index = sentence.folded.index
    return {sentence.span(index(s.start), index(s.end))[0]: s.value for s in skipped if isinstance(s.value, int)}


def _draft(sentence: Sentence, figure: Figure, spoken: list[When], speech: Speech | None,
           found: list[Draft], previous: list[Draft]) -> Draft:
    draft = Draft(sentence, figure, noun_phrase(sentence, figure), speech=speech)
    draft.predicate = predicate(sentence, figure, draft.phrase)
    if draft.predicate is not None:
        draft.predicate.text = _word(sentence, draft.predicate.at)
    _complete(draft)
    draft.place = place(sentence, figure, goods=_goods(draft))
    batch = draft.predicate is not None and flow(draft.predicate.concept) == "batch"
    draft.when = when(sentence, figure, spoken, batch)
    draft.cues = _cues(sentence, figure, draft.phrase)
    draft.whole = whole_of(draft, found, previous)
    take_parts(draft, found)
    _inherit(draft, found, previous)
    draft.further = _further(draft, found, previous)
    return draft


def _goods(draft: Draft) -> bool:
    """Trucks, planes and what they carry: things that are sent somewhere."""
    concept = draft.phrase.concept
    return concept is not None and ancestors(concept)[-1] not in ("person", "place")


def _word(sentence: Sentence, at: int) -> str:
    """A word as the text has it, or the phrase that begins there; nothing behind the last."""
    return sentence.text(at, at + max(1, sentence.words[at].width)) if at < len(sentence.words) else ""


def _carries(time: When) -> bool:
    """Whether the next sentence may go on with a time: a day, or a past date that opened its sentence."""
    return time.scope == "on" and (is_day(time) or time.first <= _OPENING)


def _further(draft: Draft, found: list[Draft], previous: list[Draft]) -> bool:
    """Whether a figure adds to the one before ("40 on Friday and 30 others on Saturday", "Another two were killed"), or
    is how much a toll rose or fell ("went down on Monday, by three")."""
    if _difference(draft) or _on_top(draft):
        return True
    if "other" not in draft.cues or draft.predicate is None or draft.whole is not None:
        return False
    if _adds(draft, draft.predicate):
        return True
    before = found[-1] if found else previous[-1] if previous and draft.figure.first <= _OPENING else None
    if before is None or before.predicate is None or before.figure.mention.kind != draft.figure.mention.kind:
        return False
    return canonical(before.predicate.concept) == canonical(draft.predicate.concept)


def _difference(draft: Draft) -> bool:
    sentence, first = draft.sentence, draft.figure.first
    if draft.figure.mention.kind != "count" or not sentence.cued("difference", first - 1, first):
        return False
    moved = sentence.words[max(0, first - _MOVED_REACH) : first]
    return any(e.concept in _MOVED for w in moved for e in w.entries if e.table != "cue")


def _adds(draft: Draft, found: Predicate) -> bool:
    """Whether it comes on top of the dead known so far, whatever stands before: "five more bodies", «خمس جثث أخرى»."""
    if draft.phrase.concept == "body":
        return True
    beside = (draft.figure.first - 1, draft.figure.last, draft.phrase.end)
    added = any(0 <= at < len(draft.sentence.words) and draft.sentence.words[at].cue("added") for at in beside)
    return added and concepts().events[canonical(found.concept)].final


def _on_top(draft: Draft) -> bool:
    """Money on top of other money: "additional funds of $1bn", «تمويل إضافي قدره مليار دولار»."""
    sentence, first = draft.sentence, draft.figure.first
    if draft.figure.mention.kind != "money":
        return False
    ahead = range(max(0, first - _ON_TOP_REACH), first)
    before = max((i + 1 for i in ahead if i in sentence.owner or not sentence.words[i].is_word), default=ahead.start)
    return any(w.means("modifier", "additional") for w in sentence.words[before : draft.figure.end + 1])


def _carried(draft: Draft, before: When | None) -> When | None:
    """The time of the sentence before: the day, for what comes in batches ("buses left at dawn. They carried 981
    people"), and a past month or year, for all that is told of it."""
    event = draft.predicate.concept if draft.predicate else None
    if before is None or event is None or flow(event) == "stock":
        return None
    return before if flow(event) == "batch" or not is_day(before) else None


def _cues(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> frozenset[str]:
    """The small words close before the figure and in its phrase."""
    behind = max(phrase.end, figure.end)
    near = sentence.words[max(0, figure.first - 4) : behind + 3]
    found = frozenset[str]().union(*(w.cues for w in near)) - {"per"}
    if "more" in figure.mention.qualifier:  # "more than 20" are no others
        beside = (*sentence.words[max(0, figure.first - 4) : figure.first], *sentence.words[figure.core : behind + 3])
        found = found if any(w.cue("other") for w in beside) else found - {"other"}
    found = found | {"per"} if _rate(sentence, figure, behind) else found
    if _given_before(sentence, behind) or {"total", "pluperfect"} <= found:
        return found | {"earlier", "pluperfect"}
    return found | {"earlier"} if _said_earlier(sentence, figure) else found


def _given_before(sentence: Sentence, behind: int) -> bool:
    """Whether it is what somebody gave on a day: "fewer than the 20,000 that a spokesman gave on Thursday"."""
    words = sentence.words
    if not any(w.cue("relative") for w in words[behind - 1 : behind + 1]):
        return False
    clause = list(takewhile(lambda w: w.text not in _CLAUSE_ENDS, words[behind : behind + _GIVEN_REACH]))
    day = any(w.entry("weekday", "day") or w.cue("earlier") for w in clause)
    said = any(w.means("says", "verb") for w in clause)
    return day and (said or not any(w.entry("transitive", "intransitive", "event", "state") for w in clause))


def _rate(sentence: Sentence, figure: Figure, behind: int) -> bool:
    """Whether so many come each day: "5,000 a day", "every day adds an average of 5,000"; the words of another clause
    or figure do not count."""
    if not sentence.cues("per"):
        return False
    for around in (range(figure.first, max(-1, figure.first - _RATE_REACH), -1), range(figure.first, behind + 3)):
        for at in around:
            if at >= len(sentence.words) or sentence.owner.get(at, figure) is not figure:
                break
            if sentence.words[at].text in _CLAUSE_ENDS:
                break
            if sentence.words[at].cue("per"):
                return True
    return False


def _said_earlier(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure is told as what somebody "said earlier"."""
    for at in sentence.having("says"):
        says = sentence.words[at].entry("says")
        told = at < figure.first and says is not None and says.concept == "verb"
        if told and any(w.cue("earlier") for w in sentence.words[max(0, at - _SAID_REACH) : at + 3]):
            return True
    return False


def _resumed(draft: Draft, previous: list[Draft]) -> Draft | None:
    """The figure of the sentence before that "that number" takes up: "A spokesman put the figure at 11,300"."""
    if draft.predicate is not None or not _plain(draft) or not previous:
        return None
    tells = any(w.cue("tally") for w in draft.sentence.words[: draft.figure.first]) or _it_grew(draft)
    return previous[0] if tells and draft.figure.mention.kind == previous[0].figure.mention.kind else None


def _it_grew(draft: Draft) -> bool:
    """Whether nothing but a pronoun says what rose: "Two days later, it rose to 56"."""
    ahead = draft.sentence.words[: draft.figure.first]
    named = any(w.entry("thing", "event", "place") for w in ahead)
    rose = grown(draft.sentence, draft.figure) or any(w.cue("total") for w in ahead)
    return rose and not named and any(w.entry("pronoun") for w in ahead)


def _plain(draft: Draft) -> bool:
    """People or nothing that is named."""
    concept = draft.phrase.concept
    return draft.phrase.head is None or (concept is not None and concepts().things[concept].generic)


def _inherit(draft: Draft, found: list[Draft], previous: list[Draft]) -> None:
    """What a part, or a figure joined to another, takes over from it."""
    joined = bool(found) and _joined(found[-1], draft)
    source = draft.whole or (found[-1] if found and (joined or _elliptic(draft)) else None) or _resumed(draft, previous)
    if source is None:
        return
    governed = draft.whole is not None or joined
    if _lends(source, draft) and (draft.predicate is None or (governed and not _own(draft, draft.predicate))):
        draft.predicate = source.predicate
    elif draft.whole is not None and draft.predicate is not None:
        draft.predicate = _arrived(draft.predicate, source.predicate)
    elsewhere = draft.whole is not None and draft.phrase.head is None and "other" in draft.cues
    draft.place = None if elsewhere else draft.place or source.place  # "12 in Homs and five elsewhere"
    draft.when = draft.when or source.when
    if _others(draft) and source.phrase.concept in concepts().things["civilian"].excludes:
        draft.phrase.concept = source.phrase.concept
    if draft.phrase.concept is None and draft.phrase.head is None and _one_word(draft.predicate, source.predicate):
        draft.phrase.concept = source.phrase.concept
        draft.phrase.group = draft.phrase.group or source.phrase.group
        draft.phrase.nationality = draft.phrase.nationality or source.phrase.nationality


def _one_word(a: Predicate | None, b: Predicate | None) -> bool:
    return a is b or (a is not None and b is not None and a.at == b.at)


def _own(draft: Draft, found: Predicate) -> bool:
    """Whether an event is the figure's own: beside it, or right behind it ("10,000 are thought to be missing")."""
    return found.cost <= 3 or (found.cost <= _TOLD_BEHIND and found.at >= draft.figure.last)


def _lends(source: Draft, draft: Draft) -> bool:
    """Whether a predicate holds for what follows its figure: not what a noun tells of itself («20 قتيلا») where the
    next noun tells its own, and no death for a train."""
    found = source.predicate
    if found is None or not suits(found.concept, draft.phrase, draft.figure):
        return False
    own = source.sentence is draft.sentence and found.at == source.phrase.head
    return draft.whole is not None or draft.predicate is None or not own


def _joined(before: Draft, draft: Draft) -> bool:
    """Whether a figure is joined to the one before with no event between them: "31 soldiers and 5 civilians"."""
    sentence, first = draft.sentence, draft.figure.first
    if before.sentence is not sentence or before.figure.mention.kind != draft.figure.mention.kind:
        return False
    between = sentence.words[max(before.phrase.end, before.figure.end) : first]
    joins = sentence.pack.grammar.joins
    written_on = sentence.folded.index(draft.figure.mention.start) > sentence.starts[first]
    if len(between) > 3 or not (written_on or any(w.text in joins for w in between)):
        return False
    return not any(w.entry("transitive", "intransitive", "event", "state") for w in between)


def _arrived(own: Predicate, whole: Predicate | None) -> Predicate:
    """Of those whom a camp holds, the ones who "fled last week" have arrived."""
    table = concepts().events
    if whole and table[whole.concept].flow == "stock" and (table[own.concept].same_as or own.concept) == "left":
        return replace(own, concept="arrived")
    return own


def _elliptic(draft: Draft) -> bool:
    """No noun of its own, or no event: "22 killed and 140 others injured", «39 قتيلا و51 آخرون»."""
    bare = draft.phrase.head is None or draft.predicate is None or _others(draft)
    return draft.figure.mention.kind == "count" and bare


def _others(draft: Draft) -> bool:
    """ "Five officers were killed and seven others injured": others of the role just named."""
    concept = draft.phrase.concept
    return "other" in draft.cues and concept is not None and concepts().things[concept].generic


def _claim(article: Article, draft: Draft, ids: dict[int, str]) -> Claim:
    sentence, mention, phrase = draft.sentence, draft.figure.mention, draft.phrase
    end = max(mention.end, sentence.folded.end(sentence.ends(phrase.end - 1))) if phrase.end else mention.end
    start_of, end_of = sentence.folded.start(sentence.start), sentence.folded.end(sentence.end)
    return Claim(
        id=ids[id(draft)], article=article.file, start=mention.start, end=end,
        quote=article.text[mention.start : end], sentence=article.text[start_of:end_of],
        lang=sentence.pack.code, quantity=_quantity(draft), counted=_counted(draft), event=_event(draft),
        place=draft.place[0] if draft.place else phrase.place, time=_time(draft),
        issuer=(draft.speech.name or None) if draft.speech else None,
        part_of=ids[id(draft.whole)] if draft.whole else None, source=article.source, published=article.published,
        setting=tuple(draft.setting), lead=draft.lead, context=(*context(sentence, draft.figure), *draft.names),
        evidence=_evidence(draft),
    )


def _quantity(draft: Draft) -> Quantity:
    """The figure; a count of time units is a duration («الأسابيع الثلاثة»)."""
    quantity, head = draft.figure.mention.quantity(), draft.phrase.head
    unit = draft.sentence.words[head].entry("time_unit") if head is not None and quantity.kind == "count" else None
    return quantity.model_copy(update={"kind": "duration", "unit": unit.concept}) if unit else quantity


def _counted(draft: Draft) -> Counted:
    phrase, sentence = draft.phrase, draft.sentence
    hurt = draft.predicate is not None and canonical(draft.predicate.concept) in _HURT
    grave = ["grave"] if hurt and "grave" in draft.cues else []
    modifiers = {*phrase.modifiers, *grave, *series(sentence, draft.figure)}
    text = head = None
    if phrase.head is not None:
        word = sentence.words[phrase.head]
        text = sentence.text(phrase.head, phrase.head + max(1, word.width))
        head = stem(sentence.lexicon, word.text) or word.text
    return Counted(
        concept=phrase.concept or _befallen(draft) if head is None else _common(phrase), text=text, head=head,
        group=phrase.group, nationality=phrase.nationality,
        modifiers=tuple(sorted(modifiers)), further=draft.further,
    )


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
    for other in phrase.others:
        above = set(ancestors(other))
        concept = next((c for c in ancestors(concept) if c in above), concept) if concept else other
    return concept


def _event(draft: Draft) -> Event:
    found = draft.predicate
    if found is None:
        return Event(status="planned" if "planned" in draft.cues else "done")
    zero = draft.figure.mention.form == "zero"
    # "400 troops will remain": who is to remain stays
    concept = "staying" if found.planned and canonical(found.concept) == "remaining" else found.concept
    return Event(concept=concept, text=found.text or None, another=_another(draft), negated=found.negated and not zero,
                 cause=_cause(draft, found.concept), status="planned" if found.planned else "done")


def _another(draft: Draft) -> bool:
    """Whether the sentence tells of a similar incident: «بعد شهرين على مصرع 80 شخصا بحريق مماثل»."""
    figure = draft.figure
    return draft.sentence.cued("similar", figure.first - _SIMILAR, figure.end + _SIMILAR)


def _cause(draft: Draft, event: str) -> str | None:
    """What the toll is of: a lasting cause close before it, else the epidemic that the article reports."""
    near = cause(draft.sentence, draft.figure)
    if near or not draft.epidemic or event not in _OF_DISEASE:
        return near
    told = {e.concept for w in draft.sentence.words for e in w.entries if e.table == "thing"}
    wide = {concept for concept in told if concepts().things[concept].wide}
    return "epidemic" if told.intersection(_ILLNESS) or not wide else None


def _time(draft: Draft) -> Time:
    found = draft.when
    event = draft.predicate.concept if draft.predicate else None
    moves = flow(event) if event else None
    running = "total" if "total" in draft.cues else moves if moves in ("stock", "fixed") else None
    if found is None:
        scope = next((s for s in ("per", "earlier", "now") if s in draft.cues), None)
        return Time(scope=scope, flow=running)  # type: ignore[arg-type]
    before = found.scope == "on" and {"earlier", "pluperfect"} <= draft.cues  # "late on Friday the toll had been five"
    return Time(scope="earlier" if before else found.scope, text=found.text, start=_iso(found.start),
                end=_iso(found.end), days=found.days, flow=running)  # type: ignore[arg-type]


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
