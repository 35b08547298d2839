"""When: the time that a figure speaks of, resolved against the article's date where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from claimcheck.lang.clause import COMMAS, PAUSES, Figure, Sentence
from claimcheck.lang.dates import Date
from claimcheck.lang.days import HAPPENS, When, dated, is_time, named_days, spanned
from claimcheck.lang.pack import ancestors
from claimcheck.lang.tally import grown
from claimcheck.lang.windows import DAYS, since_when, windows

#: how far a time reaches, in words and what stands between: a day, a past month or year, a window
_NEAR: Final = 8.0
_PAST: Final = 16.0
_FAR: Final = 26.0
#: a superlative stands at most this many words before its "since 2003", and before another span
_COMPARED: Final = 12
_COMPARED_IN: Final = 8
#: a day stands right behind a figure with so many words between: "30 others on Saturday"
_BESIDE: Final = 3
_OWN = ("on", "since", "within")
#: the day of a judgement stands at most this many words from its verb: "on Monday sentenced", "ruled late on Monday"
_JUDGED: Final = 6
#: a verb of saying stands at most so many words before its day, or before one that is set off by commas
_SPOKEN: Final = 5
_ASIDE: Final = 10
#: "after" stands at most this many words before the year of what came before
_FOLLOWS: Final = 7
#: the verb of a clause stands at most so many words behind the time that opens it
_CLAUSE: Final = 6
#: what begins at most so many words from the beginning opens a sentence
_OPENING: Final = 2


def when(sentence: Sentence, figure: Figure, times: Sequence[When], batch: bool = False) -> When | None:
    """The time expression that governs the figure: the nearest, or one that opens the sentence.

    What comes in a batch is told with its day, which may stand further off than that of a toll, and by spans: "in two
    days", which of a loan is its term.
    """
    known = [t for t in times if batch or not t.somewhen]
    if "record" in sentence.topics and (then := _then(sentence, figure, known)) is not None:
        return then
    costs = [(_cost(sentence, figure, t), t.first, n) for n, t in enumerate(known)]
    if not costs:
        return None
    cost, _, n = min(costs)
    if cost > _reach(known[n], batch):
        return None
    return (_own(sentence, figure, known[n], known) if len(known) > 1 else None) or known[n]


def _own(sentence: Sentence, figure: Figure, nearest: When, times: Sequence[When]) -> When | None:
    """The time behind a figure, where the nearest one stands right behind another or before a comma: "40 on Friday and
    30 others on Saturday", "in July, and before that 80 died in a fire in April"."""
    if nearest.first >= figure.first or nearest.scope != "on":
        return None
    aside = any(w.text in PAUSES for w in sentence.words[nearest.last : figure.first])
    if not (aside or _right_behind(sentence, nearest)):
        return None
    reach = _PAST if aside and nearest.first > _OPENING else _BESIDE
    behind = (t for t in times if t.scope in _OWN and 0 <= t.first - figure.end <= reach)
    return next((t for t in behind if _in_clause(sentence, figure.end, t.first)), None)


def _in_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing between two words opens another clause or is counted."""
    apart = any(w.text in PAUSES or w.cue("relative") for w in sentence.words[first:last])
    return not apart and not sentence.between(first, last)


def _right_behind(sentence: Sentence, time: When) -> bool:
    """Whether a time stands right behind a figure and what it counts."""
    return any(0 <= time.first - other.end <= _BESIDE for other in sentence.figures)


def _reach(time: When, batch: bool) -> float:
    if time.scope != "on":
        return _FAR
    return _NEAR if is_day(time) and not batch else _PAST


def is_day(time: When) -> bool:
    """One day: it holds for its own clause only, where a year or a "since" holds for the sentence."""
    return time.scope == "on" and time.days is None and (time.start is None or time.start == time.end)


def _cost(sentence: Sentence, figure: Figure, time: When) -> float:
    if is_reporting(sentence, time):
        return _FAR + 1
    if "record" in sentence.topics and _of_record(sentence, time) and not _compared(sentence, figure, time):
        return _FAR + 1
    if time.last <= figure.first and (
            _inserted(sentence, figure, time) or _before_it(sentence, figure, time)
            or _days_later(sentence, figure, time) or _fronted(sentence, time)):
        return _FAR + 1
    if time.scope in ("since", "within") and _of_noun(sentence, figure, time):
        return _FAR + 1
    if sentence.pack.grammar.head_first and is_day(time) and _of_sequel(sentence, figure, time):
        return _FAR + 1
    undated = 6.0 if time.scope == "since" and time.start is None and time.days is None else 0.0
    if time.first > _OPENING and _of_next(sentence, min(figure.end, time.last), max(figure.first, time.first)):
        return _FAR + 1
    if time.first >= figure.last:
        if "superseded" in sentence.topics and _of_former(sentence, figure, time):
            return _FAR + 1
        if _of_another(sentence, figure, time) or _of_total(sentence, figure, time) or _of_frame(
                sentence, figure, time) or _opens_clause(sentence, figure, time) or _borne(sentence, figure, time):
            return _FAR + 1
        return undated + (time.first - figure.end) + sentence.barrier(figure.end, time.first, figure)
    if time.first <= _OPENING:  # it opens the sentence and holds for all of it
        return 8.0
    return undated + (figure.first - time.last) + sentence.barrier(time.last, figure.first, figure)


def _of_next(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another incident of a list stands between: "killed 46, and the attack on a bus in May", «46 قتيلا،
    والهجوم على حافلة في أيار»."""
    words, joins = sentence.words, sentence.pack.grammar.joins
    for at in sentence.cues("incident"):
        if not first < at < last:
            continue
        opens = at
        while opens > first and words[opens - 1].text in sentence.pack.grammar.articles:
            opens -= 1
        if words[at].before[:1] in joins or words[opens - 1].text in joins:
            return any(w.text in PAUSES for w in words[first:opens])
    return False


def _then(sentence: Sentence, figure: Figure, times: Sequence[When]) -> When | None:
    """The time that a record is compared with, of a figure that tells of then: "the deadliest since 1999, when 290
    people were killed", "since 141 people died in 2014", «منذ زلزال 1999 الذي قتل فيه 17 ألفا»."""
    for time in times:
        if time.scope != "since" or time.start is None or not _of_record(sentence, time):
            continue
        if not _compared(sentence, figure, time) or any(_nearer(figure, time, t) for t in times):
            continue
        year = (time.start.month, time.start.day) == (1, 1)
        last = date(time.start.year, 12, 31) if year else time.start
        return replace(time, scope="on", end=last, days=365 if year else None)
    return None


def _nearer(figure: Figure, then: When, time: When) -> bool:
    """Whether a time stands between a figure and what a record is compared with, or closer behind it."""
    return then.last <= time.first < figure.first or 0 <= time.first - figure.end < figure.first - then.last


def _compared(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a figure is of what a record is compared with: it stands between "since" and the time, or behind both
    where a word tells what was then: "since 1999, when", "since the quake of 1999 that"."""
    if time.scope == "on" and sentence.cued("subordinate", time.last, figure.first):
        return True  # "the worst was that of 2002, when 361 people died"
    since = next((at for at in range(time.first - 1, -1, -1) if is_time(sentence.words[at], "since")), None)
    if since is None or figure.first < since:
        return False
    if figure.first < time.first or sentence.cued("subordinate", time.last, figure.first):
        return True
    told = next((at for at in sentence.cues("relative") if time.last <= at < figure.first), since)
    return sentence.cued("incident", since, told)


def _of_record(sentence: Sentence, time: When) -> bool:
    """Since when nothing was worse: "the deadliest attack since 2003", "the deadliest of this year"."""
    if is_day(time):
        return False
    if time.scope == "since":
        return sentence.cued("record", max(0, time.first - _COMPARED), time.first)
    first = max(0, time.first - _COMPARED_IN)
    at = next((at for at in reversed(sentence.cues("record")) if first <= at < time.first), None)
    return at is not None and not any(w.text in PAUSES for w in sentence.words[at : time.first])


def _of_another(sentence: Sentence, figure: Figure, time: When) -> bool:
    """A year that names an incident, in a clause of its own: "five were killed in a region hit by the 2004 tsunami"."""
    if (time.days or 0) < 365:
        return False
    beside = (*sentence.words[max(0, time.first - 2) : time.first], *sentence.words[time.last : time.last + 2])
    things = (w.entry("thing") for w in beside)
    if not any(t and "incident" in ancestors(t.concept) for t in things):
        return False
    between = sentence.words[figure.end : time.first]
    verbs = sum(w.entry("transitive", "intransitive", "state") is not None for w in between)
    return verbs > (1 if between and between[0].entry("transitive", "intransitive", "state") else 0)


def _inserted(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a month or a year ends what is told between commas of another thing than a figure: "The tower, built in
    1974, has 24 floors", "Peru, which defaulted in March, owes $92 billion"; not "the storm, which hit in May, killing
    40"."""
    words = sentence.words
    if time.scope != "on" or is_day(time) or not (time.last < figure.first and words[time.last].text in COMMAS):
        return False
    opens = next((at for at in range(time.first - 1, 0, -1) if words[at].text in COMMAS), time.first)
    first, then = words[opens + 1], words[time.last + 1]
    if then.cue("subordinate") or sentence.pack.grammar.verb_first:
        return False
    return not then.of(HAPPENS) if first.cue("relative") else first.of(HAPPENS)


def _before_it(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a month or a year is that of what came before: "his third run, after the elections of 2014, brought him
    40 votes"; a clause that goes on with "which" is of that, too."""
    if time.scope != "on" or (time.days or 0) < DAYS["month"]:
        return False
    first = time.first - _FOLLOWS
    follows = (at for at in sentence.cues("follows") if first <= at < time.first)
    after = [at for at in follows if not is_time(sentence.words[at], "since")]
    if not after or sentence.cued("relative", time.last, figure.first):
        return False
    if not any(w.text in PAUSES for w in sentence.words[time.last : figure.first]):
        return False
    return not any(w.of(HAPPENS) or w.text in PAUSES for w in sentence.words[after[-1] + 1 : time.first])


def _days_later(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a day is that of what came days after: "buried on Tuesday, two days after a bomb killed 40", «غداة»."""
    return is_day(time) and sentence.cued("days_after", time.last, figure.first)


def _of_noun(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether the figure is told in a clause of a noun behind a window of something else: "have since Friday been
    hunting those behind the blast that killed 27", «تحقق منذ الجمعة في التفجير الذي أوقع 27»."""
    if time.first <= _OPENING or sentence.cued("time:since", 0, _OPENING):
        return False  # of "since the war that began in 2011" the clause may have ended
    relatives = (at for at in sentence.cues("relative") if time.last <= at < figure.first)
    return any(sentence.cued("happening", at, figure.first) for at in relatives)


def _of_sequel(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a day is of what came of an incident behind it, in whose clause the figure stands: «شيعت الجمعة ضحايا
    الحريق الذي أودى بحياة 14»."""
    at = next((at for at in sentence.cues("relative") if time.last <= at < figure.first), None)
    if at is None or not sentence.cued("incident", time.last, at) or sentence.between(time.last, figure.first):
        return False
    return not any(w.text in PAUSES for w in sentence.words[at : figure.first])


def _of_total(sentence: Sentence, figure: Figure, time: When) -> bool:
    """A window of the total that this figure has raised: "killed three, bringing the toll to 41 since January"."""
    if time.scope not in ("since", "within") or grown(sentence, figure):
        return False
    return any(grown(sentence, other) for other in sentence.between(figure.end, time.first))


def _of_frame(sentence: Sentence, figure: Figure, time: When) -> bool:
    """A window of what something was part of: "killed five in raids, amid shelling that has gone on since May"."""
    return time.scope in ("since", "within") and sentence.cued("amid", figure.end, time.first)


def _fronted(sentence: Sentence, time: When) -> bool:
    """Whether a month or a year ends a participle that opens the sentence: "Built in 1981, the tower had 136 flats"."""
    if is_day(time) or sentence.pack.grammar.verb_first or time.last >= len(sentence.words):
        return False
    opens = time.first <= _OPENING + 1 and sentence.words[0].of(HAPPENS)
    return opens and sentence.words[time.last].text in COMMAS


def _borne(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a month or a year is told of what has so many, behind a comma: "The tower, which had 120 flats, was
    renovated last year"."""
    if is_day(time) or not figure.first or not sentence.words[figure.first - 1].cue("has", "had"):
        return False
    return any(w.text in COMMAS for w in sentence.words[figure.end : time.first])


def _opens_clause(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a time behind a figure opens another clause: "would cut 900 jobs, and in May it told 300 they were out";
    not where nothing follows it: "killed 40 on Friday and on Saturday"."""
    words, joins = sentence.words, sentence.pack.grammar.joins
    if sentence.pack.grammar.verb_first or time.last >= len(words):
        return False
    led = next((at for at in range(time.first - 1, figure.end - 1, -1) if not words[at].cue("function")
                or words[at].text in joins), figure.end)
    goes_on = words[time.last].is_word and not words[time.last].entry("time", "weekday", "day")
    behind = words[time.last : time.last + _CLAUSE]
    return goes_on and words[led].text in joins and any(w.of(HAPPENS) or "says" in w.tables for w in behind)


def _of_former(sentence: Sentence, figure: Figure, time: When) -> bool:
    """A time of the figure that this one is compared with: "49 percent, down from 63 percent in 2014"."""
    between = sentence.between(figure.end, time.first)
    return bool(between) and sentence.cued("superseded", figure.end, between[0].first)


def is_reporting(sentence: Sentence, time: When) -> bool:
    """Whether it says when somebody spoke, or judged: "said on Tuesday", «أعلن الإعلام الرسمي، الثلاثاء»."""
    topics = sentence.topics
    if time.scope != "on" or not ("says:verb" in topics or "judgement" in topics):
        return False
    if "judgement" in topics and is_day(time) and sentence.cued("judgement", time.first - _JUDGED, time.last + _JUDGED):
        return True
    said = sentence.having("says:verb")
    if any(time.last <= at < time.last + 3 for at in said) and not _closes(sentence, time):
        return True
    if time.first <= _OPENING and is_day(time) and _opens_speech(sentence, time, said):
        return True
    if _before_that(sentence, time):
        return True
    reach = _ASIDE if _set_off(sentence, time) else _SPOKEN
    last = max((at for at in said if time.first - reach <= at < time.first), default=None)
    return last is not None and not sentence.cued("happening", last + 1, time.first)


def _opens_speech(sentence: Sentence, time: When, said: Sequence[int]) -> bool:
    """Whether it opens what somebody with a long name says: "On May 30 Interior Minister Ali Karimi said"."""
    words, first = sentence.words, time.last
    at = next((at for at in said if first <= at < first + _ASIDE), None)
    if sentence.pack.grammar.verb_first or at is None:
        return False
    return not sentence.cued("happening", first, at) and not any(w.text in PAUSES for w in words[first + 1 : at])


def _set_off(sentence: Sentence, time: When) -> bool:
    """Whether a day stands between commas: «أعلنت مصادر طبية في دوما، السبت، مقتل 47»."""
    words = sentence.words
    first, behind = words[max(0, time.first - 1)], words[time.last : time.last + 1]
    return first.text in COMMAS and any(w.text in COMMAS for w in behind)


def _closes(sentence: Sentence, time: When) -> bool:
    """Whether what is said ends with a day, and who says it follows: "killed 40 people on Tuesday, officials said"."""
    if sentence.pack.grammar.verb_first or time.first <= _OPENING:
        return False
    return any(w.text in COMMAS for w in sentence.words[time.last : time.last + 1])


def _before_that(sentence: Sentence, time: When) -> bool:
    """Whether what was said follows the day, a verb of saying before it: «قالت المنظمة، اليوم الخميس، إن ...»."""
    if "says:that" not in sentence.topics:
        return False
    opens = next((w for w in sentence.words[time.last : time.last + 2] if w.is_word), None)
    return opens is not None and opens.means("says", "that") and sentence.tells("says", "verb", 0, time.first)


def times(sentence: Sentence, dates: Sequence[Date], published: date | None, recalls: bool = False) -> list[When]:
    """All time expressions of a sentence. In an article that ``recalls`` another year "on Friday" was then, while "last
    year" is the one before the article's."""
    topics, found = sentence.topics, list[When]()
    then = None if recalls else published
    if dates:
        found += spanned(sentence, dated(sentence, dates, then))
    if "weekday" in topics or "day" in topics:
        found += named_days(sentence, then)
    if "time_unit" in topics:
        found += windows(sentence, published, tuple(found))
    if "time:since" in topics:
        found += since_when(sentence, found, published)
    return sorted(found, key=_place) if len(found) > 1 else found


def _place(time: When) -> tuple[int, int]:
    """Where a time stands; of two that begin at one word the longer comes first: "March", "March of last year"."""
    return time.first, -time.last


def opened_then(found: Sequence[When], before: Sequence[When], published: date | None) -> list[When]:
    """The times of a sentence, where "since then" opens with the last day that is told before it, there or in the
    sentence before."""
    return [_opened(time, found, before, published) if time.then else time for time in found]


def _opened(time: When, found: Sequence[When], before: Sequence[When], published: date | None) -> When:
    own = [t for t in found if t.first < time.first and t.scope == "on" and t.start]
    told = own or [t for t in before if t.scope in ("on", "since") and t.start]
    return replace(time, start=told[-1].start, end=published) if told else time
