"""When: the time that a figure speaks of, resolved against the article's date where there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from claimcheck.lang.clause import COMMAS, PAUSES, Figure, Sentence
from claimcheck.lang.dates import Date
from claimcheck.lang.pack import ancestors
from claimcheck.lang.phrases import Word
from claimcheck.lang.tally import grown

Scope = Literal["now", "on", "since", "within", "so_far", "earlier", "per"]
#: how far a time reaches, in words and what stands between: a day, a past month or year, a window
_NEAR, _PAST, _FAR = 8.0, 16.0, 26.0
#: a superlative stands at most this many words before its "since 2003", and before another span
_COMPARED, _COMPARED_IN = 12, 8
#: words between a month and its year, none of them telling: "February of the last year"
_MONTH = 3
#: a day stands right behind a figure with so many words between: "30 others on Saturday"
_BESIDE = 3
#: days of a window that opens in a month or on a day of which the year is unknown
_SOME_WEEKS = 60
#: "since" stands at most this many words before its date: "since the disease broke out in April"
_SINCE_REACH = 5
#: "in the past" begins at most this many words before its unit: "in the past two and a half years"
_PAST_REACH = 7
#: units of which nobody says how many they are
_SOME = 4
#: the day of a judgement stands at most this many words from its verb: "on Monday sentenced", "ruled late on Monday"
_JUDGED = 3
#: "began" stands at most this many words before its date: "began at the end of April"
_BEGAN = 5
#: "after" stands at most this many words before the year of what came before
_FOLLOWS = 7
_HAPPENS = frozenset(("transitive", "intransitive", "state"))
#: an article is printed so many days behind its dateline, which stands at most so many words from its beginning, and an
#: agency of so many words behind it
_PRINTED, _DATELINE, _AGENCY = 2, 15, 6
_DASHES = frozenset("()-–—:")
#: what begins at most so many words from the beginning opens a sentence
_OPENING = 2
#: "by" stands at most so many words before its day: "by the end of January"
_BY = 4
_HALF_YEAR = 182
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_HOURS = 24


@dataclass(slots=True)
class When:
    """A time expression: word indices, its scope, and the days it covers where they can be told."""

    first: int
    last: int
    scope: Scope
    start: date | None = None
    end: date | None = None
    text: str = ""
    days: int | None = None
    #: what is told of one day: "2015-04-25", "--04-25" without its year, "w5" for a Saturday, "w5..2015-05-02" for one
    #: told on that day
    day: str | None = None
    #: a span of which nobody says when it was: "in two days"
    somewhen: bool = False


def when(sentence: Sentence, figure: Figure, times: Sequence[When], batch: bool = False) -> When | None:
    """The time expression that governs the figure: the nearest, or one that opens the sentence.

    What comes in a batch is told with its day, which may stand further off than that of a toll, and by spans: "in two
    days", which of a loan is its term.
    """
    known = [t for t in times if batch or not t.somewhen]
    if "record" in sentence.topics:
        known = [_then(sentence, figure, t) for t in known]
    costs = [(_cost(sentence, figure, t), t.first, n) for n, t in enumerate(known)]
    if not costs:
        return None
    cost, _, n = min(costs)
    if cost > _reach(known[n], batch):
        return None
    return (_own(sentence, figure, known[n], known) if len(known) > 1 else None) or known[n]


def _own(sentence: Sentence, figure: Figure, nearest: When, times: Sequence[When]) -> When | None:
    """The day right behind a figure, where the nearest one stands right behind another: "40 on Friday and 30 others on
    Saturday"."""
    if nearest.first >= figure.first or not (is_day(nearest) and _right_behind(sentence, nearest)):
        return None
    behind = (t for t in times if is_day(t) and 0 <= t.first - figure.end <= _BESIDE)
    return next((t for t in behind if not sentence.between(figure.end, t.first)), None)


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
    if time.last <= figure.first and _before_it(sentence, figure, time):
        return _FAR + 1
    undated = 6.0 if time.scope == "since" and time.start is None and time.days is None else 0.0
    if time.first >= figure.last:
        if "superseded" in sentence.topics and _of_former(sentence, figure, time):
            return _FAR + 1
        if _of_another(sentence, figure, time) or _of_total(sentence, figure, time):
            return _FAR + 1
        return undated + (time.first - figure.end) + sentence.barrier(figure.end, time.first, figure)
    if time.first <= _OPENING:  # it opens the sentence and holds for all of it
        return 8.0
    return undated + (figure.first - time.last) + sentence.barrier(time.last, figure.first, figure)


def _then(sentence: Sentence, figure: Figure, time: When) -> When:
    """The year that a record is compared with is when those died who are told of it: "the deadliest since 1999, when
    290 people were killed", "since 141 people died in 2014"."""
    if time.scope != "since" or time.start is None or not _of_record(sentence, time):
        return time
    if not _compared(sentence, figure, time):
        return time
    year = (time.start.month, time.start.day) == (1, 1)
    last = date(time.start.year, 12, 31) if year else time.start
    return replace(time, scope="on", end=last, days=365 if year else None)


def _compared(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a figure is of what a record is compared with: it stands between "since" and the time, or behind both
    where a word tells what was then."""
    since = next((at for at in range(time.first - 1, -1, -1) if _is(sentence.words[at], "since")), None)
    if since is None or figure.first < since:
        return False
    return figure.first < time.first or sentence.cued("subordinate", time.last, figure.first)


def _of_record(sentence: Sentence, time: When) -> bool:
    """Since when nothing was worse: "the deadliest attack since 2003", "the deadliest of this year"."""
    reach = _COMPARED if time.scope == "since" else _COMPARED_IN
    return not is_day(time) and sentence.cued("record", max(0, time.first - reach), time.first)


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


def _before_it(sentence: Sentence, figure: Figure, time: When) -> bool:
    """Whether a month or a year is that of what came before: "his third run, after the elections of 2014, brought him
    40 votes"; a clause that goes on with "which" is of that, too."""
    if time.scope != "on" or (time.days or 0) < _DAYS["month"]:
        return False
    first = time.first - _FOLLOWS
    follows = (at for at in sentence.cues("follows") if first <= at < time.first)
    after = [at for at in follows if not _is(sentence.words[at], "since")]
    if not after or sentence.cued("relative", time.last, figure.first):
        return False
    if not any(w.text in PAUSES for w in sentence.words[time.last : figure.first]):
        return False
    return not any(w.of(_HAPPENS) or w.text in PAUSES for w in sentence.words[after[-1] + 1 : time.first])


def _of_total(sentence: Sentence, figure: Figure, time: When) -> bool:
    """A window of the total that this figure has raised: "killed three, bringing the toll to 41 since January"."""
    if time.scope not in ("since", "within") or grown(sentence, figure):
        return False
    return any(grown(sentence, other) for other in sentence.between(figure.end, time.first))


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
    if _before_that(sentence, time):
        return True
    last = max((at for at in said if time.first - 5 <= at < time.first), default=None)
    return last is not None and not sentence.cued("happening", last + 1, time.first)


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
        found += _dated(sentence, dates, then)
    if "weekday" in topics or "day" in topics:
        found += _joined(sentence, list(_named_days(sentence, then)))
    if "time_unit" in topics:
        found += _windows(sentence, published)
    if "time:since" in topics:
        found += _since(sentence, found, published)
    return sorted(found, key=_first) if len(found) > 1 else found


def _first(time: When) -> int:
    return time.first


def _dated(sentence: Sentence, dates: Sequence[Date], published: date | None) -> Iterator[When]:
    for span in dates:
        first, last = sentence.span(sentence.folded.index(span.start), sentence.folded.index(span.end))
        if first < last:
            low, high = _range(span, published, span.year is None and _ahead(sentence, first))
            if published and low and high and _is_dateline(sentence, first, last, (published - high).days):
                continue
            days = None if span.day else 30 if span.month else 365
            found = _scoped(sentence, first, last, low, high, published, days, _dated_day(span, low))
            yield _opened_with(sentence, found, published)


def _opened_with(sentence: Sentence, time: When, published: date | None) -> When:
    """A time since when something goes on that began then: "the war, which began in 2011"."""
    began = time.scope == "on" and time.start is not None and sentence.cued("began", time.first - _BEGAN, time.first)
    return replace(time, scope="since", end=published, days=None) if began else time


def _is_dateline(sentence: Sentence, first: int, last: int, since: int) -> bool:
    """Whether a date is that of the article, told before it: "RABAT, 10 September 2023 (WAM) - At least", «(سبوتنيك -
    09 مارس 2020)»; ``since`` are the days from it to that of the article."""
    words = sentence.words
    if since > _PRINTED or first > _DATELINE or not any(w.text in _DASHES for w in words[last : last + _AGENCY]):
        return False
    if first and (words[first - 1].entry("place_in") or words[first - 1].entry("time")):
        return False  # "On 10 September 2023 - a Sunday -"
    return not any(i in sentence.owner or words[i].of(_HAPPENS) for i in range(first))


#: a year that has every day
_LEAP = 2000


def _dated_day(span: Date, only: date | None) -> str | None:
    if not (span.month and span.day):
        return None
    try:
        return only.isoformat() if only else f"--{date(_LEAP, span.month, span.day):%m-%d}"
    except ValueError:
        return None  # of a date that never was: "31 April"


def _ahead(sentence: Sentence, first: int) -> bool:
    """Whether a date may lie ahead: "by Jan. 15", "will leave in March"."""
    deadlines = sentence.pack.grammar.deadlines
    return "planned" in sentence.topics or any(w.text in deadlines for w in sentence.words[max(0, first - _BY) : first])


def _range(span: Date, published: date | None, ahead: bool = False) -> tuple[date | None, date | None]:
    """First and last day of a date whose year or day may be missing."""
    year = span.year or _likely_year(span, published, ahead)
    if year is None or not 1 <= year <= 9998:
        return None, None
    try:
        if span.month and span.day:
            only = date(year, span.month, span.day)
            return only, only
        if span.month:
            after = date(year + span.month // 12, span.month % 12 + 1, 1)
            return date(year, span.month, 1), after - timedelta(1)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None, None


def _likely_year(span: Date, published: date | None, ahead: bool) -> int | None:
    """A month without a year is the last one before the article's date (a week's grace for plans), or the nearest one
    where it may lie ahead."""
    if published is None or span.month is None:
        return None
    day = min(span.day or 1, 28)
    this = date(published.year, span.month, day)
    if ahead:
        later = (this - published).days
        return published.year + (later < -_HALF_YEAR) - (later > _HALF_YEAR)
    return published.year if this <= published + timedelta(7) else published.year - 1


def _named_days(sentence: Sentence, published: date | None) -> Iterator[When]:
    for at in sentence.having("weekday", "day"):
        word = sentence.words[at]
        weekday, day = word.entry("weekday"), word.entry("day")
        if weekday and at not in sentence.owner:
            on = _weekday(int(weekday.concept), published, _coming(sentence, at))
            name = f"w{weekday.concept}..{published}" if published else f"w{weekday.concept}"
        elif day and (not word.before or word.before in sentence.pack.grammar.joins):
            if at + 1 in sentence.ordinals:
                continue  # «الليلة الرابعة» is not tonight
            if _names_weekday(sentence, at + max(1, word.width)):
                continue  # "yesterday, Friday", «اليوم الجمعة»: the weekday tells it, whenever it was printed
            on = published + timedelta(int(day.concept)) if published else None
            name = on.isoformat() if on else ""
        else:
            continue
        yield _scoped(sentence, at, at + max(1, word.width), on, on, published, day=name or None)


def _joined(sentence: Sentence, days: list[When]) -> list[When]:
    """Days that stand side by side are one span: "on Thursday and Friday", «يومي الخميس والجمعة»."""
    found: list[When] = []
    for day in days:
        last = found[-1] if found else None
        if last is not None and last.scope == day.scope == "on" and _adjoin(sentence, last, day):
            text, start, end = sentence.text(last.first, day.last), last.start, day.start
            if start is None or end is None or start < end:
                found[-1] = When(last.first, day.last, "on", start, end, text, (last.days or 1) + 1)
                continue
        found.append(day)
    return found


def _adjoin(sentence: Sentence, one: When, other: When) -> bool:
    """Whether nothing but a joining word stands between two days."""
    joins, behind = sentence.pack.grammar.joins, sentence.words[one.last : other.first]
    written_on = sentence.words[other.first].text[:1] in joins
    return all(w.text in joins for w in behind) and (written_on or bool(behind))


def _names_weekday(sentence: Sentence, at: int) -> bool:
    return any(w.entry("weekday") for w in sentence.words[at : at + 1])


def _weekday(number: int, published: date | None, coming: bool) -> date | None:
    if published is None:
        return None
    back = (published.weekday() - number) % 7
    return published + timedelta(7 - back if coming else -back)


def _windows(sentence: Sentence, published: date | None) -> Iterator[When]:
    """ "last week", "in the past three months", «خلال الأسبوع الماضي»: the days up to the article's."""
    for at in sentence.having("time_unit"):
        word = sentence.words[at]
        unit = word.entry("time_unit")
        if unit and unit.concept == "hour":
            yield from _last_hours(sentence, at, published)
        if not unit or unit.concept not in _DAYS:
            continue
        end = at + max(1, word.width)
        if _goes_on(sentence, at):
            yield _this(sentence, at, unit.concept, published)
            continue
        if (first := _ago(sentence, at, end)) is not None:
            yield from _back(sentence, at, first, unit.concept, published)
            continue
        if unit.concept in ("month", "year") and _beside_it(sentence, at, "then"):
            yield When(at, end, "on", text=sentence.text(max(0, at - 1), end), days=_DAYS[unit.concept])
            continue
        past = _past(sentence, at)
        if past is None and not _beside(sentence, at, "last"):
            yield from _lasted(sentence, at, unit.concept)
            continue
        if unit.concept == "day" and any(w.entry("weekday") for w in sentence.words[at : at + 2]):
            continue  # «يوم الجمعة الماضي» is that Friday
        days = _DAYS[unit.concept] * _amount(sentence, at)
        text = sentence.text(max(0, at - 1), min(len(sentence.words), at + 2))
        if days == _DAYS[unit.concept] and past is None and not _within(sentence, at):  # "last week"
            if unit.concept == "year" and (month := _month_of(sentence, at)):
                yield _in_last_year(sentence, *month, end, published)
                continue
            low, high = _before_this(unit.concept, published) if published else (None, None)
            yield When(at, end, "on", low, high, text, days)
        elif past is not None and past < at and at - 1 not in sentence.owner:  # "the past few days"
            yield When(at, end, "within", text=text, days=days * _SOME)
        else:
            low = published - timedelta(days) if published else None
            yield When(at, end, "within", low, published, text, days)


def _month_of(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The month before a year, with its word: "in February of last year", «في فبراير العام الماضي»."""
    small = (*sentence.pack.grammar.partitives, *sentence.pack.grammar.articles)
    for first in range(at - 1, max(-1, at - 1 - _MONTH), -1):
        word = sentence.words[first]
        if found := word.entry("month"):
            return first, int(found.concept)
        if word.text not in small and not word.means("time", "last"):
            return None
    return None


def _in_last_year(sentence: Sentence, first: int, month: int, end: int, published: date | None) -> When:
    low, high = _range(Date(0, 0, published.year - 1, month), published) if published else (None, None)
    last = min(len(sentence.words), end + sentence.pack.grammar.head_first)  # «العام الماضي»
    return When(first, end, "on", low, high, sentence.text(first, last), _DAYS["month"])


def _last_hours(sentence: Sentence, at: int, published: date | None) -> Iterator[When]:
    """ "In the past 24 hours", «خلال الـ48 ساعة الماضية»: whole days up to the article's."""
    days, rest = divmod(_amount(sentence, at), _HOURS)
    told = _past(sentence, at) is not None or _beside(sentence, at, "last") or _before(sentence, at, "within")
    if days and not rest and told:
        low = published - timedelta(days) if published else None
        text = sentence.text(max(0, at - 1), min(len(sentence.words), at + 2))
        yield When(at, at + max(1, sentence.words[at].width), "within", low, published, text, days)


def _ago(sentence: Sentence, at: int, end: int) -> int | None:
    """Where a span begins that lies before the article: "two years ago", «قبل عامين»; not «قبل عامين من الهجوم»."""
    first = sentence.owner[at - 1].first if at - 1 in sentence.owner else at
    first = sentence.owner[at].first if at in sentence.owner else first
    for n in sentence.cues("ago"):
        if n == end:
            return first
        if n + sentence.words[n].width == first:
            onto = sentence.words[end].text if end < len(sentence.words) else "."
            return None if onto in sentence.pack.grammar.partitives or onto[0].isdigit() else first
    return None


def _back(sentence: Sentence, at: int, first: int, unit: str, published: date | None) -> Iterator[When]:
    """The month or the year that lies so many of them back; of days and weeks no one counts exactly."""
    if unit not in ("month", "year"):
        return
    end, told = at + max(1, sentence.words[at].width), at in sentence.owner or at - 1 in sentence.owner
    low = high = None
    if published and told:
        months = _amount(sentence, at) * (12 if unit == "year" else 1)
        year, month = divmod(published.year * 12 + published.month - 1 - months, 12)
        low, high = _range(Date(0, 0, year, month + 1 if unit == "month" else None), published)
    yield _opened_with(sentence, _scoped(sentence, first, end, low, high, published, _DAYS[unit]), published)


def _past(sentence: Sentence, at: int) -> int | None:
    """Where the unit's phrase goes on behind "in the past", which makes it the last of its kind up to now: "in the past
    week", "over the last few days"; "the last day of the feast" is no window."""
    if "time:past" not in sentence.topics:
        return None
    words = sentence.words
    if any(w.text in sentence.pack.grammar.partitives for w in words[at + 1 : at + 2]):
        return None
    ends = (n + words[n].width for n in sentence.having("time:past") if at - _PAST_REACH <= n < at)
    return next((end for end in ends if end <= at and all(i in sentence.owner for i in range(end, at - 1))), None)


def _within(sentence: Sentence, at: int) -> bool:
    """Whether it is a window, as «خلال الأسبوع الماضي» may be; "during last week" is the one before this."""
    return sentence.pack.grammar.head_first and _before(sentence, at, "within")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether it is the unit that goes on: "this month", «الشهر الجاري»."""
    return _beside_it(sentence, at, "this")


def _beside_it(sentence: Sentence, at: int, concept: str) -> bool:
    return sentence.tells("time", concept, at - 1, at + 2 if sentence.pack.grammar.head_first else at)


def _before_this(unit: str, published: date) -> tuple[date, date]:
    """The year or the month before that of an article; of a week or a day all that may be meant."""
    days = _DAYS[unit]
    if unit == "year":
        return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
    if unit == "month":
        last = published.replace(day=1) - timedelta(1)
        return last.replace(day=1), last
    return published - timedelta(2 * days - 1), published - timedelta(1)


def _this(sentence: Sentence, at: int, unit: str, published: date | None) -> When:
    """ "Earlier this month": from its first day up to the article's."""
    low = published
    if published and unit == "week":
        low = published - timedelta(published.weekday())
    elif published and unit in ("month", "year"):
        low = published.replace(day=1, month=1 if unit == "year" else published.month)
    days = (published - low).days + 1 if published and low else _DAYS[unit] if unit == "year" else None
    last = at + max(1, sentence.words[at].width)
    return When(at - 1, last, "on", low, published, sentence.text(at - 1, last), days)


def _lasted(sentence: Sentence, at: int, unit: str) -> Iterator[When]:
    """ "In two days", «خلال ثلاثة أيام»: a span that lies no one says when."""
    figure = sentence.owner.get(at - 1) or sentence.owner.get(at)
    if figure is None or figure.first < 1 or figure.mention.value is None:
        return
    before = sentence.words[figure.first - 1]
    if before.means("time", "within") or before.entry("place_in"):
        days = _DAYS[unit] * _amount(sentence, at)
        yield When(figure.first, at + max(1, sentence.words[at].width), "within",
                   text=sentence.text(figure.first - 1, at + 1), days=days, somewhen=True)


def _since(sentence: Sentence, found: list[When], published: date | None) -> Iterator[When]:
    """ "Since the assault began": a running total whose start the sentence does not date."""
    dated = {t.first for t in found if t.scope == "since"}
    for at in sentence.having("time:since"):
        word = sentence.words[at]
        if at not in sentence.owner and not any(at < d <= at + 12 for d in dated):
            end = min(len(sentence.words), at + max(4, word.width + 2))
            unit = next(((i, _unit(sentence, i)) for i in range(at, end) if _unit(sentence, i) in _DAYS), None)
            low, days = _opening(sentence, at, *unit, published) if unit else (None, None)
            last = at + max(1, word.width)
            yield When(at, last, "since", low, published if low else None, sentence.text(at, end), days)


def _unit(sentence: Sentence, at: int) -> str:
    entry = sentence.words[at].entry("time_unit")
    return entry.concept if entry else ""


def _opening(sentence: Sentence, since: int, at: int, unit: str, published: date | None) -> tuple[date | None, int]:
    """The day on which a window opens, and its days: «منذ مطلع العام», «منذ ثلاثة أيام»."""
    width = sentence.words[since].width
    opens = width > 1 and at - since - width <= 1
    if unit in ("month", "year") and (opens or _goes_on(sentence, at)):
        return _this(sentence, at, unit, published).start, _DAYS[unit]
    days = _DAYS[unit] * _amount(sentence, at)
    counted = at in sentence.owner or at - 1 in sentence.owner
    return (published - timedelta(days) if published and counted else None), days


def _amount(sentence: Sentence, at: int) -> int:
    """The number of units: the figure before the word or, definite, behind it («الشهور الثلاثة»)."""
    places = (at - 1, at, at + 1) if sentence.pack.grammar.numeral_behind else (at - 1, at)  # not "last week 300 died"
    near = (sentence.owner[i] for i in places if i in sentence.owner)
    values = [f.mention.value for f in near if f.mention.value]
    return max(1, min(1000, int(values[0]))) if values else 1


def _scoped(sentence: Sentence, first: int, last: int, low: date | None, high: date | None,
            published: date | None, days: int | None = None, day: str | None = None) -> When:
    text, topics = sentence.text(first, last), sentence.topics
    if "time:since" in topics and _is_since(sentence, first):
        return When(first, last, "since", low, published, text, None if low else _SOME_WEEKS, day)
    if days is None and "time:until" in topics and _counted_until(sentence, first):
        return When(first, last, "so_far", end=high, text=text)
    return When(first, last, "on", low, high, text, days, day)


def _is_since(sentence: Sentence, first: int) -> bool:
    """Whether it has been so since a time: "since" opens the sentence, or leads to the time."""
    opening = sentence.cued("time:since", 0, 2) and not any(i in sentence.owner for i in range(first))
    return opening or _before(sentence, first, "since") or _opened(sentence, first)


def _counted_until(sentence: Sentence, at: int) -> bool:
    """Whether a day is how far a total goes: "as of Friday"."""
    words = sentence.words
    return any(n + words[n].width == at for n in sentence.having("time:until"))


def _opened(sentence: Sentence, first: int) -> bool:
    """Whether a date tells what a "since" is since: «منذ أن ظهر المرض في 27 نيسان»."""
    for at in range(first - 1, max(-1, first - _SINCE_REACH - 1), -1):
        word = sentence.words[at]
        if not word.is_word or at in sentence.owner or word.means("says", "verb"):
            return False
        if _is(word, "since"):
            return True
    return False


def _before(sentence: Sentence, at: int, concept: str) -> bool:
    return sentence.tells("time", concept, at - 4, at)


def _beside(sentence: Sentence, at: int, concept: str) -> bool:
    return sentence.tells("time", concept, at - 2, at + 4)


def _coming(sentence: Sentence, at: int) -> bool:
    """ "Next Thursday", «الخميس المقبل»; but "on Thursday following a wreck" was that Thursday."""
    first, last = (at + 1, at + 3) if sentence.pack.grammar.head_first else (at - 1, at)
    return sentence.cued("time:next", first, last)


def _is(word: Word, concept: str) -> bool:
    return word.means("time", concept)
