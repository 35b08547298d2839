"""Which incident an article tells of: by the name of its ship or storm ("MV Maharaj", "Storm Daniel"), and by the day
on which it happened ("the quake that hit on Saturday", «تفجير استهدف الاثنين مسجدا»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.days import When
from claimcheck.lang.fold import fold
from claimcheck.lang.pack import canonical, concepts, load
from claimcheck.lang.phrases import Word
from claimcheck.lang.topics import TABLES
from claimcheck.lang.when import is_reporting

#: marks a name, and a day, among the words of a claim's context
NAME: Final = "name:"
DAY: Final = "day:"
#: in place of a day: the article looks back on its incident, and its own day says nothing of that
PAST: Final = "past"
#: what happened and its day stand at most so many words apart
_REACH: Final = 9
#: an article tells what happened in these days without a date
_FRESH: Final = 14
#: days after which what happened is no news
_MONTHS: Final = 60
#: the event that a day before the incident belongs to stands at most so many words before the day
_BEFORE: Final = 12
#: "during" stands at most so many words before the day
_DURING: Final = 4
#: "another", "new" stand at most this many words before the incident
_ANOTHER: Final = 4
_STOPS: Final = frozenset(".:;؛()")
#: a name in quotation marks stands at most so many words behind its ship
_QUOTED: Final = 4
_MARKS: Final = frozenset('"()')
#: what may come between an incident and its day, for it comes with it
_WITH_IT = ("attacked", "killed", "wounded", "destroyed", "damaged", "casualty", "affected")


@dataclass(slots=True, eq=False)
class Incident:
    """What an article's headline and lead tell of its incident, sentence by sentence."""

    published: date | None
    names: dict[str, None] = field(default_factory=dict)
    days: dict[str, None] = field(default_factory=dict)
    sudden: bool = False
    lasting: bool = False
    another: bool = False
    counting: bool = False
    recalled: bool = False
    judged: bool = False
    dated: bool = False
    tried: bool = False
    #: days of its lead that lie long before it, of whatever they are
    old: dict[str, None] = field(default_factory=dict)

    def read(self, sentence: Sentence, days: Sequence[tuple[int, str]], times: Sequence[When]) -> None:
        """Takes in one more sentence of the lead, with the ``days`` on which it happened and all its ``times``."""
        topics = sentence.topics
        self.days |= dict.fromkeys(day for _, day in days)
        self.sudden = self.sudden or "sudden" in topics
        self.lasting = self.lasting or "lasting" in topics
        self.counting = self.counting or "total" in topics or "tally" in topics
        self.another = self.another or any(_is_another(sentence, at) for at in sentence.having("sudden"))
        self.recalled = self.recalled or "anniversary" in topics
        self.judged = self.judged or "aftermath" in topics
        self.tried = self.tried or "judgement" in topics
        old = [time for time in times if self._long_ago(sentence, time)]
        self.dated = self.dated or bool(old)
        self.old |= dict.fromkeys(time.day for time in old if time.day)

    @property
    def told(self) -> tuple[str, ...]:
        """When it happened, as ``When.day`` has it; "..2015-05-12" is not long before that day, for a toll that is
        still being counted is news. The day of an anniversary, or of a trial, is not the incident's."""
        past = sorted(day for day in self.days if not self._fresh(day))
        fresh = [day for day in self.days if self._fresh(day)]
        looks_back = self.sudden and ((self.tried and not fresh) or ((self.tried or self.judged) and self.dated))
        if self.recalled or (self.judged and past) or looks_back:
            return (PAST, *(() if self.lasting else past))
        if self.lasting or (self.old and all(day.startswith("w") for day in fresh)):
            return ()  # where a lead names a day of long ago, a weekday may be of that week
        if fresh or not self.another:
            days = fresh[:1] if self.another or not self.published else fresh
            if days:
                return tuple(sorted(days))
        if past and self.counting and not self.another:
            return tuple(past)  # a toll that still rises weeks later
        news = self.sudden and (self.counting or self.another)
        return (f"..{self.published}",) if news and self.published else ()

    def days_of(self, day: str | None) -> tuple[str, ...]:
        """``told`` for a figure to which its sentence gives a day of its own, or none; of an article on a trial the
        fresh days are the trial's."""
        told = self.told
        if day is None or (PAST in told and not self.recalled and self._fresh(day)):
            return told
        return (*(word for word in told if word == PAST), day)

    def _long_ago(self, sentence: Sentence, time: When) -> bool:
        """Whether a time lies months before its article."""
        if time.scope != "on" or time.end is None or self.published is None or is_reporting(sentence, time):
            return False
        return (self.published - time.end).days > _MONTHS

    def _fresh(self, day: str) -> bool:
        return self.published is None or not apart(day, f"..{self.published}")


def happened(sentence: Sentence, times: Sequence[When]) -> list[tuple[int, str]]:
    """The days that the sentence gives to what happened at once, with the word where each stands."""
    sudden = sentence.having("sudden")
    if not (sudden and times):
        return []
    days = [t for t in times if t.day and not is_reporting(sentence, t)]
    dated = {t.first for t in days if t.day and not t.day.startswith("w")}
    exact = (t for t in days if t.first in dated or dated.isdisjoint(range(t.last, t.last + 2)))  # "Tuesday, 12 May"
    return [(t.first, t.day) for t in exact if t.day and any(_of(sentence, at, t) for at in sudden)]


def _tallied(sentence: Sentence, at: int) -> bool:
    """Whether a toll stands before an incident: «ارتفعت حصيلة الانفجار إلى 83 قتيلا الثلاثاء»."""
    first = max(0, at - _BEFORE)
    return sentence.cued("total", first, at) or sentence.cued("tally", first, at)


def _happens(word: Word) -> bool:
    return "happening" in word.topics


def _is_another(sentence: Sentence, at: int) -> bool:
    first, last = max(0, at - _ANOTHER), min(len(sentence.words), at + 1 + _ANOTHER)
    told = sentence.cued("anew", first, last) or any(sentence.ordinals.get(i) == 2 for i in range(first, last))
    return told or any(w.means("modifier", "new") for w in sentence.words[first:last])


def _of(sentence: Sentence, at: int, time: When) -> bool:
    """Whether the day is that of the incident told at a word: close to it, with nothing else happening between."""
    if at < time.first and sentence.cued("during", time.first - _DURING, time.first):
        return True
    first, last = (at + 1, time.first) if at < time.first else (time.last, at)
    between = sentence.words[first:last]
    if last - first > _REACH or any(w.text in _STOPS or w.cue("follows") for w in between):
        return False
    if any(map(_elsewise, between)):
        return False
    if at > time.first:
        return not _elsewhere(sentence, time.first)
    return not between or any(map(_happens, between)) or not _tallied(sentence, at)


def _elsewhere(sentence: Sentence, first: int) -> bool:
    """Whether a day belongs to what is told before it: "the toll went up on Sunday", of a fire told later."""
    before = reversed(sentence.words[max(0, first - _BEFORE) : first])
    clause = list(takewhile(lambda w: w.text not in _STOPS, before))
    return next((_elsewise(w) for w in clause if _elsewise(w) or "sudden" in w.topics), False)


@lru_cache(maxsize=1 << 14)
def _elsewise(word: Word) -> bool:
    """Something else that happens on a day of its own: the toll rose, bodies were found."""
    if word.cue("total", "tally", "judgement") or word.means("says", "verb"):
        return True
    told = [e.concept for e in word.entries if e.table in TABLES]
    table = concepts().events
    return bool(told) and not any(table[e].sudden or table[e].weak or canonical(e) in _WITH_IT for e in told)


def day_of(figure: Figure, sentence: Sentence, days: Sequence[tuple[int, str]]) -> str | None:
    """The day of a sentence to which a figure of it stands nearest: "7.3, against 7.8 for the quake of 25 April"."""
    near = (day for at, day in days if min(sentence.figures, key=lambda f: (_gap(f, at), f.first)) is figure)
    return next(near, None)


def _gap(figure: Figure, at: int) -> int:
    return figure.first - at if figure.first > at else max(0, at - figure.last)


@lru_cache(maxsize=1 << 14)
def apart(one: str, other: str) -> bool:
    """Whether two days, of which either may be half known, can be no one day; a day more or less is the same one."""
    if one.startswith("--") and other.startswith("--"):
        one, other = f"2000{one[1:]}", f"2000{other[1:]}"
    year = next((day[-10:-6] for day in (one, other) if day[-10:-6].isdigit()), None)
    mine, others = _days(one, year), _days(other, year)
    if mine and others:
        return not any(abs((a - b).days) <= 1 for a in mine for b in others)
    a, b = _weekdays(one, mine), _weekdays(other, others)
    return bool(a and b) and not any((x - y) % 7 in (0, 1, 6) for x in a for y in b)


def _weekdays(told: str, days: tuple[date, ...]) -> set[int]:
    return {int(told[1])} if told.startswith("w") else {day.weekday() for day in days}


@lru_cache(maxsize=1 << 12)
def _days(told: str, year: str | None) -> tuple[date, ...]:
    """The days that may be meant; none where nothing tells the week or the year."""
    if told.startswith("--"):
        return (date.fromisoformat(year + told[1:]),) if year and told != "--02-29" else ()
    if ".." not in told:
        return () if told.startswith("w") else (date.fromisoformat(told),)
    last = date.fromisoformat(told[-10:])
    days = (last - timedelta(back) for back in range(_FRESH + 1))
    return tuple(day for day in days if told[0] == "." or day.weekday() == int(told[1]))


def precedes(day: date, told: Sequence[str]) -> bool:
    """Whether a day lies before all those on which the incident may have happened."""
    may = [d for t in told if t != PAST for d in _days(t, str(day.year))]
    return bool(may) and day < min(may) - timedelta(1)


def fell(told: Sequence[str], first: date, last: date) -> float | None:
    """How many of the days on which an incident may have happened lie in a time, as a share, a day more or less at its
    ends; None where nothing tells its days."""
    may = {d for t in told for d in _days(t, str(first.year))}
    inside = [d for d in may if first - timedelta(1) <= d <= last + timedelta(1)]
    return len(inside) / len(may) if may else None


def said(days: Sequence[str]) -> str:
    """Days in words, as far as they are known."""
    return ", ".join(map(_said, days))


def _said(day: str) -> str:
    import calendar

    if day.startswith("w"):
        return calendar.day_name[int(day[1])]
    if day.startswith("--"):
        return f"{int(day[5:])} {calendar.month_name[int(day[2:4])]}"
    return f"the days up to {day[2:]}" if day.startswith("..") else day


def crafts(text: str, code: str) -> list[int]:
    """Where a text has a word for a ship or a storm: of most none, and none of their sentences is asked."""
    onto = bool(load(code).clitics.before)
    return [m.start() for word in _crafts(code) if word in text for m in _alone(word, onto).finditer(text)]


@cache
def _crafts(code: str) -> tuple[str, ...]:
    words = [fold(word) for word in load(code).cues.craft]
    return tuple(dict.fromkeys(spelt for word in words for spelt in (word, word.replace(".", ". "))))  # "M. V. Coco"


@cache
def _alone(word: str, onto: bool) -> re.Pattern[str]:
    """A word, by itself where nothing may be written ``onto`` it: "ss" stands in many others, among which it is looked
    for fast by a pattern that begins with its letters."""
    letters = re.escape(word)
    return re.compile(letters if onto else rf"{letters}(?<!\w{letters})(?!\w)")


def names(sentence: Sentence) -> Iterator[str]:
    """The names of ships and storms in a sentence, as keys of a context."""
    words = sentence.words
    for at in sentence.cues("craft"):
        name = at + max(1, words[at].width)
        while name < len(words) and words[name].text == ".":  # "M.V. Coco"
            name += 1
        is_name = name < len(words) and words[name].is_word and not words[name].entries
        if is_name and sentence.capital(at) and sentence.capital(name):
            yield NAME + words[name].text
        elif quoted := _quoted(sentence, at):
            yield NAME + quoted


def _quoted(sentence: Sentence, at: int) -> str | None:
    """A name of one word in quotation marks or brackets close behind a ship: «سفينة جلالة الملك "مكة"»."""
    words = sentence.words
    for mark in range(at + 1, min(len(words) - 2, at + 1 + _QUOTED)):
        if words[mark].text in _MARKS:
            close, name = words[mark + 2], words[mark + 1]
            return name.text if name.is_word and close.text in _MARKS else None
        if not words[mark].is_word:
            return None
    return None
