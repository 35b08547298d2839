"""Spans of time that a sentence names by their length or their beginning: "last week", "in two days", "since April"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from claimcheck.lang.clause import Sentence
from claimcheck.lang.dates import Date
from claimcheck.lang.days import When, before, covered, opened_with, scoped

#: words between a month and its year, none of them telling: "February of the last year"
_MONTH: Final = 3
#: "in the past" begins at most this many words before its unit: "in the past two and a half years"
_PAST_REACH: Final = 7
#: units of which nobody says how many they are
_SOME: Final = 4
#: about how many days a unit of time has
DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_HOURS: Final = 24
#: what is told by so many days back may lie a part of them before or behind: two weeks, four days
_ABOUT: Final = 4


def windows(sentence: Sentence, published: date | None, told: Sequence[When]) -> Iterator[When]:
    """ "last week", "in the past three months", «خلال الأسبوع الماضي»: the days up to the article's; ``told`` are the
    days that the sentence names."""
    for at in sentence.having("time_unit"):
        word = sentence.words[at]
        unit = word.entry("time_unit")
        if unit and unit.concept == "hour":
            yield from _last_hours(sentence, at, published)
        if not unit or unit.concept not in DAYS:
            continue
        end = at + max(1, word.width)
        if unit.concept == "month" and published and (day := _day_of(sentence, at, end, published)) is not None:
            yield day
            continue
        if _goes_on(sentence, at):
            yield _this(sentence, at, unit.concept, published)
            continue
        if (then := _before_that(sentence, at, end, unit.concept, told)) is not None:
            yield then
            continue
        if (first := _ago(sentence, at, end)) is not None:
            yield from _back(sentence, at, first, unit.concept, published)
            continue
        if unit.concept in ("month", "year") and _beside_it(sentence, at, "then"):
            yield When(at, end, "on", text=sentence.text(max(0, at - 1), end), days=DAYS[unit.concept])
            continue
        past = _past(sentence, at)
        if past is None and not _beside(sentence, at, "last"):
            yield from _lasted(sentence, at, unit.concept)
            continue
        if unit.concept == "day" and any(w.entry("weekday") for w in sentence.words[at : at + 2]):
            continue  # «يوم الجمعة الماضي» is that Friday
        days = DAYS[unit.concept] * _amount(sentence, at)
        text = sentence.text(max(0, at - 1), min(len(sentence.words), at + 2))
        if days == DAYS[unit.concept] and past is None and not _within(sentence, at):  # "last week"
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


def _day_of(sentence: Sentence, at: int, end: int, published: date) -> When | None:
    """The day of this month or the last: "the 4th of this month", «في الرابع من الشهر الماضي», «14 من الشهر الجاري»."""
    words, past = sentence.words, _beside(sentence, at, "last")
    of = at - 1
    while of > 0 and words[of].entry("time") and words[of].text not in sentence.pack.grammar.partitives:
        of -= 1
    if of < 1 or words[of].text not in sentence.pack.grammar.partitives or not (past or _goes_on(sentence, at)):
        return None
    first = next((at for at in (of - 1, of - 2) if at in sentence.ordinals), of - 1)  # «الحادي عشر»
    number = words[first].text
    told = sentence.ordinals.get(first) or (int(number) if number.isdecimal() and first not in sentence.owner else 0)
    opens = _before_this("month", published)[0] if past else published.replace(day=1)
    day = opens + timedelta(told - 1)
    if not told or day.month != opens.month:
        return None
    return scoped(sentence, first, end, day, day, published, day=day.isoformat())


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
    low, high = covered(Date(0, 0, published.year - 1, month), published) if published else (None, None)
    last = min(len(sentence.words), end + sentence.pack.grammar.head_first)  # «العام الماضي»
    return When(first, end, "on", low, high, sentence.text(first, last), DAYS["month"])


def _last_hours(sentence: Sentence, at: int, published: date | None) -> Iterator[When]:
    """ "In the past 24 hours", «خلال الـ48 ساعة الماضية»: the days up to the article's; "in the past hours" is one, and
    "within 48 hours" two."""
    amount, last = _amount(sentence, at), _past(sentence, at) is not None or _beside(sentence, at, "last")
    if last or (amount % _HOURS == 0 and before(sentence, at, "within")):
        days = max(1, amount // _HOURS)
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
    """The month or the year that lies so many of them back, or the days about the one that does."""
    end = at + max(1, sentence.words[at].width)
    told = end > at + 1 or at in sentence.owner or at - 1 in sentence.owner  # "a year ago"
    if unit in ("day", "week"):
        if told:
            yield _about(sentence, first, end, DAYS[unit] * _amount(sentence, at), published)
        return
    low = high = None
    if published and told:
        months = _amount(sentence, at) * (12 if unit == "year" else 1)
        year, month = divmod(published.year * 12 + published.month - 1 - months, 12)
        low, high = covered(Date(0, 0, year, month + 1 if unit == "month" else None), published)
    yield opened_with(sentence, scoped(sentence, first, end, low, high, published, DAYS[unit]), published)


def _about(sentence: Sentence, first: int, end: int, back: int, published: date | None) -> When:
    """The days about the one that lies so many back, which no one counts exactly: "two weeks ago"."""
    about = max(1, round(back / _ABOUT))
    low = published - timedelta(back + about) if published else None
    high = published - timedelta(back - about) if published else None
    return When(first, end, "on", low, high, sentence.text(first, end), 2 * about + 1)


def _before_that(sentence: Sentence, at: int, end: int, unit: str, told: Sequence[When]) -> When | None:
    """What lies so long before the time that the sentence tells before it: "to 90 on Sunday, from 86 a day earlier",
    «إلى 23 مليارا في نوفمبر، من 19 مليارا في الشهر السابق»."""
    beside = (*sentence.words[max(0, at - 1) : at], *sentence.words[end : end + 1])
    if not any(w.cue("earlier") and w.means("time", "last") for w in beside):
        return None
    that = next((t for t in reversed(told) if t.last <= at and t.scope == "on" and t.start and t.end), None)
    if that is None or that.start is None or that.end is None:
        return None
    back, text = _amount(sentence, at), sentence.text(max(0, at - 1), end + 1)
    if unit in ("day", "week"):
        shift = timedelta(DAYS[unit] * back)
        return When(at, end, "on", that.start - shift, that.end - shift, text, that.days) if not that.days else None
    months = back * (12 if unit == "year" else 1)
    year, month = divmod(that.start.year * 12 + that.start.month - 1 - months, 12)
    whole = (that.days or 0) >= DAYS["year"]
    if whole and unit == "month":
        return None
    low, high = covered(Date(0, 0, year, None if whole else month + 1), that.start)
    return When(at, end, "on", low, high, text, DAYS["year" if whole else "month"])


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
    return sentence.pack.grammar.head_first and before(sentence, at, "within")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether it is the unit that goes on: "this month", «الشهر الجاري»."""
    return _beside_it(sentence, at, "this")


def _beside_it(sentence: Sentence, at: int, concept: str) -> bool:
    behind = at + 1 + max(1, sentence.words[at].width)
    return sentence.tells("time", concept, at - 1, behind if sentence.pack.grammar.head_first else at)


def _before_this(unit: str, published: date) -> tuple[date, date]:
    """The year or the month before that of an article; of a week or a day all that may be meant."""
    days = DAYS[unit]
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
    days = (published - low).days + 1 if published and low else DAYS[unit] if unit == "year" else None
    last = at + max(1, sentence.words[at].width)
    return When(at - 1, last, "on", low, published, sentence.text(at - 1, last), days)


def _lasted(sentence: Sentence, at: int, unit: str) -> Iterator[When]:
    """ "In two days", «خلال ثلاثة أيام»: a span that lies no one says when."""
    figure = sentence.owner.get(at - 1) or sentence.owner.get(at)
    if figure is None or figure.first < 1 or figure.mention.value is None:
        return
    before = sentence.words[figure.first - 1]
    if before.means("time", "within") or before.entry("place_in"):
        days = DAYS[unit] * _amount(sentence, at)
        yield When(figure.first, at + max(1, sentence.words[at].width), "within",
                   text=sentence.text(figure.first - 1, at + 1), days=days, somewhen=True)


def since_when(sentence: Sentence, found: list[When], published: date | None) -> Iterator[When]:
    """ "Since the assault began": a running total whose start the sentence does not date."""
    dated = {t.first for t in found if t.scope == "since"}
    for at in sentence.having("time:since"):
        word = sentence.words[at]
        adverb = at > 0 and sentence.words[at - 1].cue("has", "had")  # "have since been freed"
        if not adverb and at not in sentence.owner and not any(at < d <= at + 12 for d in dated):
            end = min(len(sentence.words), at + max(4, word.width + 2))
            unit = next(((i, _unit(sentence, i)) for i in range(at, end) if _unit(sentence, i) in DAYS), None)
            low, days = _opening(sentence, at, *unit, published) if unit else (None, None)
            last = at + max(1, word.width)
            then = unit is None and sentence.tells("time", "then", last, last + 1)
            yield When(at, last, "since", low, published if low else None, sentence.text(at, end), days, then=then)


def _unit(sentence: Sentence, at: int) -> str:
    entry = sentence.words[at].entry("time_unit")
    return entry.concept if entry else ""


def _opening(sentence: Sentence, since: int, at: int, unit: str, published: date | None) -> tuple[date | None, int]:
    """The day on which a window opens, and its days: «منذ مطلع العام», «منذ ثلاثة أيام»."""
    width = sentence.words[since].width
    opens = width > 1 and at - since - width <= 1
    if unit in ("month", "year") and (opens or _goes_on(sentence, at)):
        return _this(sentence, at, unit, published).start, DAYS[unit]
    counted = sentence.owner.get(at) or sentence.owner.get(at - 1)
    if counted is not None and not counted.mention.value:
        return None, DAYS[unit] * _SOME  # "for several months"
    days = DAYS[unit] * _amount(sentence, at)
    return (published - timedelta(days) if published and counted else None), days


def _amount(sentence: Sentence, at: int) -> int:
    """The number of units: the figure before the word or, definite, behind it («الشهور الثلاثة»)."""
    if sentence.words[at].width > 1:
        return 1  # "a year", «في الشهر»
    places = (at - 1, at, at + 1) if sentence.pack.grammar.numeral_behind else (at - 1, at)  # not "last week 300 died"
    near = (sentence.owner[i] for i in places if i in sentence.owner)
    values = [f.mention.value for f in near if f.mention.value]
    return max(1, min(1000, int(values[0]))) if values else 1


def _beside(sentence: Sentence, at: int, concept: str) -> bool:
    return sentence.tells("time", concept, at - 2, at + 4)
