"""Articles -> claims: every figure with what it counts, what happens, where, when and who says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import Generic, TypeVar

from claimcheck.lang.clause import Sentence, Unread
from claimcheck.lang.counted import bearer, noun_phrase
from claimcheck.lang.cues import cues
from claimcheck.lang.dates import Date
from claimcheck.lang.fold import Folded
from claimcheck.lang.giver import giver
from claimcheck.lang.hospital import IN_HOSPITAL, hospital
from claimcheck.lang.incident import Incident, day_of, happened, may_name, names
from claimcheck.lang.issuer import Speakers, governing
from claimcheck.lang.numbers import Reading, Skipped, read
from claimcheck.lang.pack import ancestors, befalls, canonical, concepts, flow, load
from claimcheck.lang.phrases import lexicon
from claimcheck.lang.place import names_kind, place, places
from claimcheck.lang.predicate import holder, predicate
from claimcheck.lang.sentences import sentences
from claimcheck.lang.side import take_side
from claimcheck.lang.tolled import take_named, take_tolled
from claimcheck.lang.topics import GROWTH
from claimcheck.lang.when import When, is_day, times, when
from claimcheck.model import Article, Claim, Mention
from claimcheck.stages.addition import further
from claimcheck.stages.ballot import take_votes
from claimcheck.stages.breakdown import break_down
from claimcheck.stages.casualties import take_casualties
from claimcheck.stages.claims import claim
from claimcheck.stages.crews import tell_crew
from claimcheck.stages.draft import Draft, word
from claimcheck.stages.epidemic import diseases, fall_ill, tells_disease, tells_incident
from claimcheck.stages.handout import share_out, take_currency
from claimcheck.stages.inherit import carried, carries, inherit, lend_back, lend_window
from claimcheck.stages.repeats import repeat
from claimcheck.stages.totals import take_total
from claimcheck.stages.wholes import take_back, take_parts, whole_of

#: something of a text that knows where it begins
_Span = TypeVar("_Span", bound=Mention | Date | Skipped)
#: dimensions that a text gives of several things
_BORNE = ("height", "length", "width", "depth", "speed")
#: units of land, which something happens to
_AREAS = ("km2", "ha", "acre")
#: states of territory, which one side or another holds
_HELD = ("controlled", "captured", "recaptured", "lost")
#: a headline and the sentences after it that set the scene
_LEAD = 4
#: the headline and the sentence under it, which tell an epidemic
_HEADING = 2


def extract(article: Article) -> list[Claim]:
    """The claims of one article, in the order of its text."""
    drafts = list(_drafts(article))
    break_down(drafts)
    repeat(drafts)
    ids = {id(d): f"{article.id}.{n}" for n, d in enumerate(drafts, 1)}
    return [claim(article, d, ids) for d in drafts]


def _drafts(article: Article) -> Iterator[Draft]:
    folded = Folded.of(article.text)
    code = article.lang or "en"
    lex = lexicon(code)
    reading = read(folded, load(code))
    published = date.fromisoformat(article.published) if article.published else None
    mentions, dated = _Spans(reading.mentions), _Spans(_dates(folded, reading))
    numbered = _Spans([s for s in reading.skipped if s.reason == "ordinal"])
    speakers = Speakers()
    previous: list[Draft] = []
    day: When | None = None
    passed: list[Unread] = []
    setting: dict[str, None] = {}
    incident = Incident(published)
    epidemic = violent = False
    reported: frozenset[str] = frozenset()
    short = frozenset(lex.pack.grammar.abbreviations)
    for number, span in enumerate(sentences(folded, short)):
        start, end = folded.start(span[0]), folded.end(span[1])
        inside = mentions.within(start, end)
        unread = Unread(folded, lex, span, inside)
        if number < _LEAD or (not incident.names and (inside or may_name(unread))):
            incident.names |= dict.fromkeys(names(unread.sentence()))
        if number >= _LEAD and not inside:
            speakers.pass_by(unread)
            passed.append(unread)
            day = None
            continue
        sentence = unread.sentence()
        if ordinals := numbered.within(start, end):
            sentence.ordinals = _ordinals(sentence, ordinals)
        if number < _LEAD:
            setting |= dict.fromkeys(key for *_, key in places(sentence))
        if number < _HEADING:
            violent = violent or tells_incident(sentence)
            epidemic = not violent and (epidemic or tells_disease(sentence))
            reported = reported or diseases(sentence)
        said = speakers.of(sentence)
        recalled = incident.recalled or (number < _LEAD and bool(sentence.cues("anniversary")))
        told = None if recalled else published  # "on Friday" was another year's
        spoken = times(sentence, dated.within(start, end), told) if inside or number < _LEAD else []
        days = happened(sentence, spoken)
        if number < _LEAD:
            incident.read(sentence, days)
        found: list[Draft] = []
        for figure in sentence.figures:
            draft = Draft(sentence, figure, noun_phrase(sentence, figure), setting, incident, number < _LEAD,
                          speech=governing(said, sentence, figure))
            found.append(_filled(draft, spoken, found, previous))
            found[-1].when = found[-1].when or (carried(found[-1], day) if all(map(is_day, spoken)) else None)
            if names_kind(sentence, figure):
                found[-1].place = _last_named(passed) or found[-1].place
            if epidemic:
                fall_ill(found[-1], reported)
            take_total(found[-1], found[:-1])
            tell_crew(found[-1], found[:-1])
            found[-1].day = day_of(figure, sentence, days) if days else None
        lend_back(found)
        yield from found
        previous = found or previous
        passed.append(unread)
        day = next((t for t in reversed(spoken) if inside and carries(t)), None)


def _last_named(passed: list[Unread]) -> tuple[str, str] | None:
    """The first place of the last sentence that names one; those behind it are taken out, to be asked no more."""
    while passed and not places(passed[-1].sentence()):
        passed.pop()
    if not passed:
        return None
    sentence = passed[-1].sentence()
    first, end, key = places(sentence)[0]
    return key, sentence.text(first, end)


def _filled(draft: Draft, spoken: list[When], found: list[Draft], previous: list[Draft]) -> Draft:
    """A draft with its facets; ``found`` are the figures before it in its sentence, ``previous`` earlier ones."""
    sentence, figure = draft.sentence, draft.figure
    take_currency(draft, found)
    take_side(draft.phrase, sentence, figure)
    draft.predicate = predicate(sentence, figure, draft.phrase)
    if draft.predicate is not None:
        draft.predicate.text = word(sentence, draft.predicate.at)
        take_tolled(draft.phrase, sentence, figure, draft.predicate.at, draft.predicate.concept)
    if draft.predicate is None or draft.predicate.concept in GROWTH:
        take_named(draft.phrase, sentence, figure)
    _complete(draft)
    draft.place = _giver(draft) or _hospital(draft) or place(sentence, figure, goods=_goods(draft))
    batch = draft.predicate is not None and flow(draft.predicate.concept) == "batch"
    draft.when = when(sentence, figure, spoken, batch)
    draft.cues = cues(sentence, figure, draft.phrase)
    draft.whole = whole_of(draft, found, previous)
    take_parts(draft, found)
    take_back(draft)
    share_out(draft, found)
    inherit(draft, found, previous)
    lend_window(draft, spoken)
    take_votes(draft, found)
    draft.further = further(draft, found, previous)
    return draft


def _complete(draft: Draft) -> None:
    """What of a thing's dimension and of territory held the noun phrase does not tell: whose it is."""
    phrase, found = draft.phrase, draft.predicate
    bare = phrase.head is None and phrase.concept is None
    if bare and draft.figure.mention.unit in _AREAS and (found is None or flow(found.concept) != "fixed"):
        phrase.concept = "land"  # "burned 146,000 acres"
    if found is None:
        return
    take_casualties(draft)
    if phrase.concept == "case" and "body" in befalls(found.concept):
        phrase.concept = "person"  # «الوفيات تتجاوز 5300 حالة»
    if draft.figure.mention.kind == "measure" and found.concept in _BORNE and phrase.concept is None:
        phrase.concept = bearer(draft.sentence, draft.figure)
    if found.concept == "lost" and phrase.concept in ("civilian", *concepts().things["civilian"].excludes):
        found.concept = "killed"  # "at the loss of 61 civilians"
    if canonical(found.concept) in _HELD and phrase.group is None:
        phrase.group = holder(draft.sentence, found.at)


def _giver(draft: Draft) -> tuple[str, str] | None:
    found = draft.predicate
    return giver(draft.sentence, draft.figure, found.concept, found.at) if found else None


def _hospital(draft: Draft) -> tuple[str, str] | None:
    inside = draft.predicate is not None and draft.predicate.concept in IN_HOSPITAL
    return hospital(draft.sentence, draft.figure) if inside else None


def _goods(draft: Draft) -> bool:
    """Trucks, planes and what they carry: things that are sent somewhere."""
    concept = draft.phrase.concept
    return concept is not None and ancestors(concept)[-1] not in ("person", "place")


def _dates(folded: Folded, reading: Reading) -> list[Date]:
    """The dates of a text with its lone years, in its order."""
    years = [(s.start, s.end, folded.text[folded.index(s.start) : folded.index(s.end)][:4])
             for s in reading.skipped if s.reason == "year"]
    return sorted([*reading.dates, *(Date(a, b, int(y)) for a, b, y in years if len(y) == 4 and y.isdecimal())],
                  key=_start)


class _Spans(Generic[_Span]):
    """Spans in their order, to be found by where they begin."""

    def __init__(self, spans: list[_Span]) -> None:
        self._spans, self._starts = spans, [s.start for s in spans]

    def within(self, start: int, end: int) -> list[_Span]:
        """Those that begin between two offsets."""
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _start(span: Mention | Date | Skipped) -> int:
    return span.start


def _ordinals(sentence: Sentence, skipped: list[Skipped]) -> dict[int, int]:
    """The words of a sentence that hold an ordinal, with its value."""
    index = sentence.folded.index
    return {sentence.span(index(s.start), index(s.end))[0]: s.value for s in skipped if isinstance(s.value, int)}
