"""Articles -> claims: every figure with what it counts, what happens, where, when and who says so."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from claimcheck.lang.clause import Sentence, Unread
from claimcheck.lang.counted import noun_phrase
from claimcheck.lang.cues import cues
from claimcheck.lang.dates import Date
from claimcheck.lang.days import When
from claimcheck.lang.fold import Folded
from claimcheck.lang.giver import giver
from claimcheck.lang.hospital import IN_HOSPITAL, hospital
from claimcheck.lang.incident import Incident, crafts, day_of, happened, names
from claimcheck.lang.issuer import Speakers, Speech, governing
from claimcheck.lang.nounphrase import only_describes
from claimcheck.lang.numbers import Reading, Skipped, read
from claimcheck.lang.pack import ancestors, flow, joint, load, tolls
from claimcheck.lang.phrases import lexicon
from claimcheck.lang.place import names_kind, place
from claimcheck.lang.places import APART, people_before, places, written_at
from claimcheck.lang.predicate import predicate
from claimcheck.lang.sentences import sentences
from claimcheck.lang.side import GOVERNMENT, land_of, take_government, take_side, take_teller
from claimcheck.lang.tolled import take_named, take_numbered, take_tolled
from claimcheck.lang.topics import GROWTH, HARM
from claimcheck.lang.towns import lies_aside
from claimcheck.lang.when import is_day, is_reporting, opened_then, times, when
from claimcheck.model import Article, Claim, Mention
from claimcheck.stages.addition import further
from claimcheck.stages.ballot import take_votes
from claimcheck.stages.breakdown import ITEMS, add_up, break_down, itemise, part_by_place, put_beside
from claimcheck.stages.casualties import tell_means
from claimcheck.stages.claims import claims
from claimcheck.stages.coercion import coerce
from claimcheck.stages.crews import tell_crew
from claimcheck.stages.draft import OPENING, Draft, word
from claimcheck.stages.epidemic import Outbreak, fall_ill
from claimcheck.stages.extent import take_extent
from claimcheck.stages.handout import share_out, take_rate, take_unit
from claimcheck.stages.inherit import carried, carries, inherit, is_past, lend_back, lend_window, told_on, until_now
from claimcheck.stages.repeats import repeat, share_window
from claimcheck.stages.totals import take_total
from claimcheck.stages.venues import take_venue
from claimcheck.stages.wholes import take_back, take_parts, whole_of

#: something of a text that knows where it begins
_Span = TypeVar("_Span", bound=Mention | Date | Skipped)
#: a headline and the sentences after it that set the scene
_LEAD: Final = 4
#: what stands behind the day of an entry of a chronicle
_MARKS = (":", "-", "–", "—")
#: the headline and the sentence under it, which tell an epidemic
_HEADING: Final = 2


def extract(article: Article) -> list[Claim]:
    """The claims of one article, in the order of its text."""
    drafts = _drafts(article)
    break_down(drafts)
    part_by_place(drafts)
    add_up(drafts)
    put_beside(drafts)
    repeat(drafts)
    share_window(drafts)
    tell_means(drafts)
    return claims(article, drafts)


@dataclass(slots=True)
class _Told:
    """What a sentence, and what stands before it, tells of all its figures."""

    sentence: Sentence
    lead: bool
    said: list[Speech]
    spoken: list[When]
    #: the days of an incident, each with its word
    days: list[tuple[int, str]]
    #: the time of the sentence before, and the figures of the last one that has any
    day: When | None
    previous: list[Draft]
    #: the last figure of the sentence before, where that is of a past month or year and this one names no time
    past: Draft | None
    #: the sentences before
    passed: list[Unread]
    #: of a report on an epidemic the diseases that it is on
    reported: frozenset[str] | None
    #: whether the article's lead tells of an election
    election: bool
    #: the names of candidates and parties so far
    candidates: set[str]


def _drafts(article: Article) -> list[Draft]:
    folded = Folded.of(article.text)
    code = article.lang or "en"
    lex = lexicon(code)
    reading = read(folded, load(code))
    published = date.fromisoformat(article.day) if article.day else None
    spans = sentences(folded, frozenset(lex.pack.grammar.abbreviations))
    begins = [start for start, _ in spans]
    mentions = _by_sentence(folded, begins, spans, reading.mentions)
    dated = _by_sentence(folded, begins, spans, _dates(folded, reading))
    numbered = _by_sentence(folded, begins, spans, [s for s in reading.skipped if s.reason in ("ordinal", "clock")])
    ships = {bisect_right(begins, at) - 1 for at in crafts(folded.text, code)}
    speakers, incident, outbreak = Speakers(), Incident(published), Outbreak()
    drafts: list[Draft] = []
    previous: list[Draft] = []
    day: When | None = None
    past: Draft | None = None
    passed: list[Unread] = []
    setting: dict[str, None] = {}
    election, candidates, written = False, set[str](), set[str]()
    for number, span in enumerate(spans):
        inside, lead = mentions.get(number, []), number < _LEAD
        unread = Unread(folded, lex, span, inside)
        if number in ships and (lead or not incident.names):
            incident.names |= dict.fromkeys(names(unread.sentence()))
        if not (lead or inside):
            speakers.pass_by(unread)
            passed.append(unread)
            day = past = None
            continue
        sentence = unread.sentence()
        if number in numbered:
            _note(sentence, numbered[number])
        scene = setting
        entry = number in dated and _is_entry(sentence, dated[number][0])
        if entry and dated[number][0].year:  # with places of its own: "11 August 2017: two trains"
            scene = dict.fromkeys([key for *_, key in places(sentence)])
        elif lead:
            _settle(sentence, setting, written)
        election = election or (lead and "election" in sentence.topics)
        if number < _HEADING:
            outbreak.read(sentence)
        recalled = incident.recalled or (lead and "anniversary" in sentence.topics)
        asked = inside or "sudden" in sentence.topics
        spoken = times(sentence, dated.get(number, ()), published, recalled) if asked else []
        if "time:since" in sentence.topics and any(time.then for time in spoken):
            at = max(0, number - 1)
            before = Unread(folded, lex, spans[at], mentions.get(at, [])).sentence()
            spoken = opened_then(spoken, times(before, dated.get(at, ()), published, recalled), published)
        days = happened(sentence, spoken) if spoken and "sudden" in sentence.topics else []
        if lead:
            incident.read(sentence, days, spoken)
        if inside:
            told = _Told(sentence, lead, speakers.of(unread), spoken, days, day, previous, None if spoken else past,
                         passed, outbreak.diseases, election, candidates)
            previous = _figures(told, scene, incident) or previous
            drafts += previous if sentence.figures else []
        else:
            speakers.pass_by(unread)
        passed.append(unread)
        told_of = [t for t in spoken if carries(t) and not is_reporting(sentence, t)] if inside else []
        day = told_of[-1] if told_of else None
        past = previous[-1] if inside and spoken and previous and (entry or is_past(previous[-1].when)) else None
    for town in [town for town in written if lies_aside(town, setting)]:
        del setting[town]
    return drafts


def _settle(sentence: Sentence, setting: dict[str, None], written: set[str]) -> None:
    """Takes in the places of a lead's sentence; ``written`` keeps those of which no more is said than that the report
    was written there."""
    for at, _, key in places(sentence):
        if key in APART:
            continue
        if key not in setting and written_at(sentence, at):
            written.add(key)
        else:
            written.discard(key)
        setting[key] = None


def _is_entry(sentence: Sentence, day: Date) -> bool:
    """Whether a sentence is an entry of a chronicle, with a day of its own: "16 June - hundreds of thousands"."""
    at, end = sentence.folded.index(day.start), sentence.folded.index(day.end)
    opens = not any(map(str.isalnum, sentence.folded.text[sentence.start : at]))
    return bool(opens and day.month) and sentence.folded.text[end : end + 2].lstrip()[:1] in _MARKS


def _figures(told: _Told, setting: dict[str, None], incident: Incident) -> list[Draft]:
    """The drafts of a sentence's figures."""
    sentence, found = told.sentence, list[Draft]()
    lasting = told.day is not None and all(is_day(time) and is_reporting(sentence, time) for time in told.spoken)
    for figure in sentence.figures:
        draft = Draft(sentence, figure, noun_phrase(sentence, figure), setting, incident, told.lead,
                      governing(told.said, sentence, figure))
        _fill(draft, told.spoken, found, told.previous)
        if draft.predicate is None and told.passed and sentence.words[0].text in ITEMS:
            itemise(draft, told.passed, told.previous)
        if lasting and draft.when is None:
            draft.when = carried(draft, told.day)
        if draft.when is None and told.past is not None:
            draft.when = told_on(draft, told.past)
        if "place_in" in sentence.topics and names_kind(sentence, figure):
            draft.place = _last_named(told.passed) or draft.place
        if told.election or "ballot" in sentence.topics:
            take_votes(draft, found, told.candidates)
        if told.reported is not None:
            fall_ill(draft, told.reported)
        if found:
            take_total(draft, found)
            tell_crew(draft, found)
        take_venue(draft, found, told.passed)
        if draft.place is None and any(map(joint, setting)):
            draft.place = _tellers(draft)
        if told.days:
            draft.day = day_of(figure, sentence, told.days)
        found.append(draft)
    lend_back(found)
    return found


def _last_named(passed: list[Unread]) -> tuple[str, str] | None:
    """The first place of the last sentence that names one; those behind it are taken out, to be asked no more."""
    while passed and not places(passed[-1].sentence()):
        passed.pop()
    if not passed:
        return None
    sentence = passed[-1].sentence()
    first, end, key = places(sentence)[0]
    return key, sentence.text(first, end)


def _fill(draft: Draft, spoken: list[When], found: list[Draft], previous: list[Draft]) -> None:
    """Gives a draft its facets; ``found`` are the figures before it in its sentence, ``previous`` earlier ones."""
    sentence, figure, phrase = draft.sentence, draft.figure, draft.phrase
    if "reserve" in sentence.topics:
        take_rate(draft)
    if found:
        take_unit(draft, found)
    take_side(phrase, sentence, figure)
    told = draft.predicate = predicate(sentence, figure, phrase)
    describes = only_describes(sentence, figure, phrase)
    if told is not None:
        told.text = word(sentence, told.at)
        told.negated = told.negated and not describes
        if told.at < figure.first or "tally" in sentence.topics or sentence.words[told.at].width > 1:
            take_tolled(phrase, sentence, figure, told.at, told.concept)
        if "tally" in sentence.topics:
            take_numbered(phrase, sentence, figure, told.concept)
        if "says" in sentence.topics:
            take_teller(phrase, sentence, figure, told.concept, told.at)
    if told is None or told.concept in GROWTH:
        take_named(phrase, sentence, figure)
    coerce(draft)
    draft.place = _giver(draft) or _hospital(draft) or place(sentence, figure, goods=_goods(draft), toll=_toll(draft))
    bare = phrase.head is None and figure.mention.kind == "count" and phrase.nationality is None
    if bare and found and "place" in sentence.topics:
        phrase.nationality = people_before(sentence, figure.first)
    if phrase.group == GOVERNMENT:
        take_government(phrase, (*(draft.place or ())[:1], *draft.setting))
    draft.when = _when(draft, spoken, describes) if spoken else None
    draft.cues = cues(sentence, figure, phrase)
    draft.whole = whole_of(draft, found, previous)
    if found:
        take_parts(draft, found)
        take_back(draft)
        share_out(draft, found)
    inherit(draft, found, previous)
    if "harm" in sentence.topics:
        take_extent(draft)
    lend_window(draft, found, spoken)
    draft.further = further(draft, found, previous)


def _when(draft: Draft, spoken: list[When], describes: bool) -> When | None:
    """The time of a figure; one that only ``describes`` has that which opens its sentence alone: "in 2005 a nine-storey
    mill fell"."""
    batch = draft.predicate is not None and flow(draft.predicate.concept) == "batch"
    time = when(draft.sentence, draft.figure, spoken, batch)
    if time is None or (describes and time.first > OPENING) or _past_apart(draft, time):
        return None
    return time


def _past_apart(draft: Draft, time: When) -> bool:
    """Whether a past day is that of another verb before a perfect: "asked on Friday for aid for 40 who have fled"."""
    past = is_day(time) and time.last <= draft.figure.first
    return past and until_now(draft) and draft.predicate is not None and draft.predicate.at >= draft.figure.last


def _giver(draft: Draft) -> tuple[str, str] | None:
    found = draft.predicate
    return giver(draft.sentence, draft.figure, found.concept, found.at) if found else None


def _tellers(draft: Draft) -> tuple[str, str] | None:
    """The one of two countries that were struck whose body counts the dead, the houses: its own are meant."""
    told, speech = draft.predicate, draft.speech
    if told is None or speech is None or not (tolls(told.concept) or told.concept in HARM):
        return None
    land = land_of(draft.sentence, speech.name)
    return (land, speech.name) if land and any(land in key.split("+") for key in draft.setting if joint(key)) else None


def _hospital(draft: Draft) -> tuple[str, str] | None:
    inside = draft.predicate is not None and draft.predicate.concept in IN_HOSPITAL
    return hospital(draft.sentence, draft.figure) if inside else None


def _toll(draft: Draft) -> bool:
    """Whether somebody was killed or hurt, which does not happen where they came from or were taken."""
    found = draft.predicate
    return found is not None and tolls(found.concept)


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


def _by_sentence(
    folded: Folded, begins: list[int], spans: list[tuple[int, int]], found: list[_Span]
) -> dict[int, list[_Span]]:
    """What begins in each sentence, by its number."""
    inside = dict[int, list[_Span]]()
    for each in found:
        at = folded.index(each.start)
        number = bisect_right(begins, at) - 1
        if number >= 0 and at < spans[number][1]:
            inside.setdefault(number, []).append(each)
    return inside


def _start(span: Mention | Date | Skipped) -> int:
    return span.start


def _note(sentence: Sentence, skipped: list[Skipped]) -> None:
    """Tells a sentence which of its words hold an ordinal, with its value, and which the time of a clock."""
    index = sentence.folded.index
    for each in skipped:
        at = sentence.span(index(each.start), index(each.end))[0]
        if each.reason == "clock":
            sentence.topics["clock"].append(at)
        elif isinstance(each.value, int):
            sentence.ordinals[at] = each.value
