"""The days that a sentence names, by date or weekday, and how far they reach: "on Friday", "since 5 March"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from claimcheck.lang.clause import Sentence
from claimcheck.lang.dates import Date
from claimcheck.lang.phrases import Word

Scope = Literal["now", "on", "since", "within", "so_far", "earlier", "per"]
#: days of a window that opens in a month or on a day of which the year is unknown
_SOME_WEEKS: Final = 60
#: "since" stands at most this many words before its date: "since the disease broke out in April"
_SINCE_REACH: Final = 8
#: "began" stands at most this many words before its date: "began at the end of April"
_BEGAN: Final = 5
#: tables of the packs whose words tell what happens
HAPPENS: Final = frozenset(("transitive", "intransitive", "state"))
#: an article is printed so many days behind its dateline, which stands at most so many words from its beginning, and an
#: agency of so many words behind it
_PRINTED: Final = 2
_DATELINE: Final = 15
_AGENCY: Final = 6
_DASHES: Final = frozenset("()-–—:")
#: "by" stands at most so many words before its day: "by the end of January"
_BY: Final = 4
_HALF_YEAR: Final = 182
#: "early" stands at most so many words before its month: "at the end of April", and its days are so many
_PART: Final = 2
_THIRD: Final = 11
#: days of a month, the longest time of which the end is how far a total goes: "by late August", "as of June"
_MONTH: Final = 30


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
    #: it opened with what was told before it: "since then"
    then: bool = False


def dated(sentence: Sentence, dates: Sequence[Date], published: date | None) -> Iterator[When]:
    """The times that dates name, without the date of the article's own dateline."""
    for span in dates:
        first, last = sentence.span(sentence.folded.index(span.start), sentence.folded.index(span.end))
        if first < last:
            low, high = covered(span, published, span.year is None and _ahead(sentence, first))
            if low and high and span.month and not span.day:
                low, high = _part(sentence, first, low, high)
            if published and low and high and _is_dateline(sentence, first, last, (published - high).days):
                continue
            days = None if span.day else 30 if span.month else 365
            found = scoped(sentence, first, last, low, high, published, days, _dated_day(span, low))
            yield opened_with(sentence, found, published)


def _part(sentence: Sentence, at: int, low: date, high: date) -> tuple[date, date]:
    """The days of a month, or of the part of it that is told: "early March", «أواخر أبريل», "the middle of May"."""
    near = range(max(0, at - _PART), at)
    if any(sentence.words[n].cue("early") for n in near):
        return low, low + timedelta(_THIRD)
    if any(sentence.words[n].cue("middle") for n in near):
        return low + timedelta(_THIRD), high - timedelta(_THIRD)
    return (high - timedelta(_THIRD), high) if any(sentence.words[n].cue("late") for n in near) else (low, high)


def opened_with(sentence: Sentence, time: When, published: date | None) -> When:
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
    return not any(i in sentence.owner or words[i].of(HAPPENS) for i in range(first))


#: a year that has every day
_LEAP: Final = 2000


def _dated_day(span: Date, only: date | None) -> str | None:
    if not (span.month and span.day):
        return None
    try:
        return only.isoformat() if only else f"--{date(_LEAP, span.month, span.day):%m-%d}"
    except ValueError:
        return None  # of a date that never was: "31 April"


def _ahead(sentence: Sentence, first: int) -> bool:
    """Whether a date may lie ahead: "by Jan. 15", "will leave in March"."""
    deadlines, before = sentence.pack.grammar.deadlines, sentence.words[max(0, first - _BY) : first]
    return "planned" in sentence.topics or any(w.text in deadlines or is_time(w, "until") for w in before)


def covered(span: Date, published: date | None, ahead: bool = False) -> tuple[date | None, date | None]:
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


def _each_day(sentence: Sentence, published: date | None) -> Iterator[When]:
    for at in sentence.having("weekday", "day"):
        word = sentence.words[at]
        weekday, day = word.entry("weekday"), word.entry("day")
        if weekday and at not in sentence.owner:
            on = _weekday(int(weekday.concept), published, _coming(sentence, at), _last(sentence, at))
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
        yield scoped(sentence, at, at + max(1, word.width), on, on, published, day=name or None)


def named_days(sentence: Sentence, published: date | None) -> list[When]:
    """The days told by their names; those that stand side by side are one span: "on Thursday and Friday", «يومي الخميس
    والجمعة»."""
    return spanned(sentence, _each_day(sentence, published))


def spanned(sentence: Sentence, times: Iterable[When]) -> list[When]:
    """The times, where those that stand side by side are one span: "on Thursday and Friday", "in May and June"."""
    found: list[When] = []
    for time in times:
        last = found[-1] if found else None
        if last is not None and _one_span(last, time) and _adjoin(sentence, last, time):
            text, days = sentence.text(last.first, time.last), (last.days or 1) + (time.days or 1)
            found[-1] = When(last.first, time.last, "on", last.start, time.end, text, days)
        else:
            found.append(time)
    return found


def _one_span(one: When, other: When) -> bool:
    """Whether two times may be one: days, or months, of which the second is the later one."""
    if not one.scope == other.scope == "on" or (one.days or 1) % _MONTH != (other.days or 1) % _MONTH:
        return False
    return one.start is None or other.start is None or one.start < other.start


def _adjoin(sentence: Sentence, one: When, other: When) -> bool:
    """Whether nothing but a joining word stands between two days."""
    joins, behind = sentence.pack.grammar.joins, sentence.words[one.last : other.first]
    written_on = sentence.words[other.first].text[:1] in joins
    return all(w.text in joins for w in behind) and (written_on or bool(behind))


def _names_weekday(sentence: Sentence, at: int) -> bool:
    return any(w.entry("weekday") for w in sentence.words[at : at + 1])


def _weekday(number: int, published: date | None, coming: bool, last: bool) -> date | None:
    """The day of a week that is named in an article of a day; "last Saturday" is not that Saturday itself."""
    if published is None:
        return None
    back = (published.weekday() - number) % 7 or 7 * last
    return published + timedelta(7 - back if coming else -back)


def scoped(sentence: Sentence, first: int, last: int, low: date | None, high: date | None,
            published: date | None, days: int | None = None, day: str | None = None) -> When:
    """The words of a day or a span as a time, with how far "since" and "until" make it reach."""
    text, topics = sentence.text(first, last), sentence.topics
    if "time:since" in topics and _is_since(sentence, first):
        return When(first, last, "since", low, published, text, None if low else _SOME_WEEKS, day)
    past = published is None or high is None or high <= published
    if (days or 0) <= _MONTH and _counted_until(sentence, first, past):
        return When(first, last, "so_far", end=high, text=text)
    return When(first, last, "on", low, high, text, days, day)


def _is_since(sentence: Sentence, first: int) -> bool:
    """Whether it has been so since a time: "since" opens the sentence, or leads to the time."""
    opening = sentence.cued("time:since", 0, 2) and not any(i in sentence.owner for i in range(first))
    return opening or before(sentence, first, "since") or _opened(sentence, first)


def _counted_until(sentence: Sentence, at: int, past: bool) -> bool:
    """Whether a day is how far a total goes: "as of late Friday", «حتى صباح يوم الجمعة»; "by Friday", where that is
    ``past``."""
    words = sentence.words
    for n in range(at - 1, max(-1, at - 1 - _BY), -1):
        word = words[n]
        if word.text in sentence.pack.grammar.deadlines:
            whose = any(w.text == "'" for w in words[at + 1 : at + 2])  # "by Friday's blast"
            return past and not whose and "planned" not in sentence.topics
        if not word.entries or word.cue("early", "middle", "late"):
            continue  # within a phrase, or "the end of"
        if not (is_time(word, "on") or word.entry("day")):
            return is_time(word, "until")
    return False


def _opened(sentence: Sentence, first: int) -> bool:
    """Whether a date tells what a "since" is since: «منذ أن ظهر المرض في 27 نيسان»."""
    for at in range(first - 1, max(-1, first - _SINCE_REACH - 1), -1):
        word = sentence.words[at]
        if not word.is_word or at in sentence.owner or word.means("says", "verb"):
            return False
        if is_time(word, "since"):
            return True
    return False


def before(sentence: Sentence, at: int, concept: str) -> bool:
    """Whether a word of time stands right before one: "since the" before "assault"."""
    return sentence.tells("time", concept, at - 4, at)


def _coming(sentence: Sentence, at: int) -> bool:
    """ "Next Thursday", «الخميس المقبل»; but "on Thursday following a wreck" was that Thursday."""
    first, last = (at + 1, at + 3) if sentence.pack.grammar.head_first else (at - 1, at)
    return sentence.cued("time:next", first, last)


def _last(sentence: Sentence, at: int) -> bool:
    """ "Last Saturday", «السبت الماضي»."""
    first, last = (at + 1, at + 2) if sentence.pack.grammar.head_first else (at - 1, at)
    return sentence.cued("time:last", first, last)


def is_time(word: Word, concept: str) -> bool:
    """Whether it is a word of time with this meaning, such as "since"."""
    return word.means("time", concept)
