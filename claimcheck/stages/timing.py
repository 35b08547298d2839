"""Whether two claims speak of one time: windows, days, batches, and what is another event's time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from claimcheck.lang.incident import apart, fell, precedes, said
from claimcheck.lang.pack import ancestors, concepts, flow, tolls
from claimcheck.stages.facets import NOTHING, Facets, Verdict, days, old, own_year
from claimcheck.stages.rules import Rule, Rules

#: windows whose starts differ by no more days than this, and than they are long, name about the same time
_ABOUT_DAYS: Final = 35
#: days of a window that only names its opening ("since the assault began")
_SOME_DAYS: Final = 60
#: of two windows, the longer may not be this many times the shorter
_MUCH_LONGER: Final = 4
#: an article tells what happened longer ago than so many days with its date
_YEAR: Final = 365
#: and what happened at once in these
_LONG_AGO: Final = 210
#: days after which a sum that was sought or pledged is told as it stands
_ASKED: Final = 120
#: a toll is counted for so many days after its incident
_WEEKS: Final = 30
#: the days of two tolls of one incident lie no further apart
_ANOTHER: Final = 10
#: a week and more is a window; two that begin and end no more days apart than this are one
_WHOLE: Final = 6
_NEARLY: Final = 3
#: a time that opens with a year and has so many days is of the year
_MONTHS: Final = 60
#: who attacks, and what with
_ARMS: Final = frozenset(("fighter", "drone", "weapon"))
#: scopes that name a span of time, as against one day
_SPANS = ("since", "within")
#: of a batch, that it is what all came to, or over a span; and what is no matter of the day of an incident
_RUNNING = (*_SPANS, "so_far")
_OF_NO_DAY = (*_SPANS, "per", "earlier")


def same_time(a: Facets, b: Facets) -> Verdict:
    """The verdict on two times: that of the first rule which has one."""
    for _, rule in RULES.on(a, b):
        verdict = rule(a, b)
        if verdict is not None:
            return verdict
    return NOTHING


def _ages(a: Facets, b: Facets) -> Verdict | None:
    """What happened at once, told by two articles seven months apart, is another incident of the kind, unless the later
    one dates it. A war or an epidemic goes on, and money is paid in years."""
    on = _implied(a), _implied(b)
    if on[0] is None or on[1] is None or abs((on[0] - on[1]).days) <= _LONG_AGO or _reaches(a, b) or _reaches(b, a):
        return None
    first = a if on[0] < on[1] else b
    if first.time.scope == "on" and first.time.start and days(first.time)[1] >= max(on[0], on[1]):
        return None  # "last year", and a day of it
    return Verdict(None, f"{on[0]} is not {on[1]}")


def _reaches(long: Facets, other: Facets) -> bool:
    """Whether a window, or the year of an article, goes on to the time of the other: "this year", told in August."""
    window = long.time.scope in _SPANS
    if long.time.start is None or not (window or own_year(long.time, long.published)):
        return False
    if window and long.time.end is None:
        return True
    on = _implied(other)
    return on is not None and (on - days(long.time)[1]).days <= _LONG_AGO


def _sums(a: Facets, b: Facets) -> Verdict | None:
    """Sums of which no noun says what they are, told seven months apart: each year has its own."""
    if _one_sum(a, b):
        return None
    if any(f.time.start and not own_year(f.time, f.published) for f in (a, b)):
        return None
    on = [date.fromisoformat(f.published) if f.published else None for f in (a, b)]
    if on[0] is None or on[1] is None or abs((on[0] - on[1]).days) <= _LONG_AGO:
        return None
    return Verdict(None, f"{on[0]} is not {on[1]}")


def _incidents(a: Facets, b: Facets) -> Verdict | None:
    """Two incidents that happened on two days; what is dated otherwise, or of a war, is of none of them."""
    if not all(apart(x, y) for x in a.incident for y in b.incident):
        return None
    if any(f.background or f.cause or f.stock or f.kind == "money" or f.time.scope in _OF_NO_DAY for f in (a, b)):
        return None
    return Verdict(None, f"what happened on {said(a.incident)} is not what happened on {said(b.incident)}")


def _lasting(_: Facets, __: Facets) -> Verdict | None:
    """What lasts, beside whatever a sentence tells of some time: "the town, five miles from the base from which jets
    have flown since May"."""
    return NOTHING


def _rate(a: Facets, b: Facets) -> Verdict | None:
    if a.kind == "share":
        return None  # "5 percent of the world's supply", of its daily supply
    if (a.time.scope == "per") == (b.time.scope == "per"):
        return None
    return Verdict(None, "a rate is not a total") if a.kind == "count" else Verdict(-2.0)


def _dated(a: Facets, b: Facets) -> Verdict | None:
    """Two times of which both have dates."""
    (a0, a1), (b0, b1) = days(a.time), days(b.time)
    differ = Verdict(None, f"{a.time.text} is not {b.time.text}")
    if (a.time.scope == "on") != (b.time.scope == "on"):
        if _until_now(a, b) or _until_now(b, a):
            return Verdict(1.0, "about the same time")
        day = a if a.time.scope == "on" else b
        told = a0 == b0 or (_risen(day) and min(a0, b0) <= days(day.time)[0])  # "on Monday the toll rose to 40"
        return NOTHING if a.stock or (_tolls(a, b) and told) else differ  # "killed on Monday", "since Monday"
    if a.time.scope != "on":
        about = min(_ABOUT_DAYS, max(1, min((a1 - a0).days, (b1 - b0).days)))
        return Verdict(1.0, "about the same time") if abs((a0 - b0).days) <= about else differ
    if a.batch and b.batch and (a0 == a1) != (b0 == b1):
        return differ  # what two days brought, and what one of them did
    one_year = a0 == b0 and _is_year(a) and _is_year(b)
    if one_year or (a0 <= b1 and b0 <= a1 and abs((a1 - a0).days - (b1 - b0).days) < 20):
        return Verdict(1.0, "the same time")
    if _one_sum(a, b) and abs((a0 - b0).days) <= _YEAR:
        return Verdict(-1.0)  # agreed in one month, granted in another
    if _promised(a) and _promised(b) and ((a0 <= b0 and b1 <= a1) or (b0 <= a0 and a1 <= b1)):
        return NOTHING  # pledged on Monday, for the year
    inside = (a0 <= b0 and b1 <= a1) or (b0 <= a0 and a1 <= b1)
    if a.background or b.background:
        return _looked_back(a, b, inside) or differ
    if _tolls(a, b) and inside:
        return NOTHING  # "killed in early August" may be on the fourth
    if a.stock:
        return NOTHING
    if abs((a0 - b0).days) > _ANOTHER and not (a.cause or b.cause or _risen(a) or _risen(b)):
        return differ  # but a war or an epidemic goes on, and a toll rises long after
    # a toll is told on one day and again on the next; a batch is not
    return Verdict(-1.0) if a.event == b.event and a.event and flow(a.event) == "flow" else differ


def _is_year(a: Facets) -> bool:
    """Whether a time is a year, or so much of it as had passed: "last year", "this year"."""
    first, last = days(a.time)
    return (first.month, first.day) == (1, 1) and (last - first).days >= _MONTHS


def _looked_back(a: Facets, b: Facets, inside: bool) -> Verdict | None:
    """Nothing where the month or the year that a later article names holds the day of an incident, "killed on Monday",
    "in August 2016", or that on which people were killed: "on Oct. 3", "in October"; None where it is another time."""
    dated = _tolls(a, b) and not (a.cause or b.cause or _just_past(a) or _just_past(b))
    for one, other in ((a, b), (b, a)):
        if not (inside and old(one.time, one.published)) or one.batch or one.kind == "money":
            continue
        if not other.background and fell(other.incident, *days(one.time)):
            return NOTHING
        if dated and (other.background or not other.incident):
            return NOTHING
    return None


def _just_past(a: Facets) -> bool:
    """Whether a month or a year is summed up as it ends, and not the one of an incident of then."""
    if not a.time.end or not a.published or a.time.start == a.time.end:
        return False
    return (date.fromisoformat(a.published) - date.fromisoformat(a.time.end)).days <= _WEEKS


def _until_now(open_: Facets, closed: Facets) -> bool:
    """Whether "since the beginning of February", at its end, is the window of "in February"."""
    if open_.time.scope not in _SPANS or not open_.published:
        return False
    (since, _), (first, last) = days(open_.time), days(closed.time)
    told = date.fromisoformat(open_.published)
    whole = (last - first).days >= _WHOLE
    return whole and abs((since - first).days) <= _NEARLY and abs((told - last).days) <= _NEARLY


def _risen(a: Facets) -> bool:
    """Whether the day is that of a running total: "on 18 June the toll rose to 292"."""
    return a.time.flow == "total" and a.event is not None and flow(a.event) == "flow"


def _tolls(a: Facets, b: Facets) -> bool:
    """Two tolls of the dead or the hurt, or of what nothing comes after."""
    if a.event is None or a.event != b.event:
        return False
    return tolls(a.event) or concepts().events[a.event].final


def _windows(a: Facets, b: Facets) -> Verdict | None:
    """Two windows of which one has no date: "since December", "in the past week"."""
    shorter, longer = sorted((a, b), key=lambda f: f.time.days or _SOME_DAYS)
    if (shorter.time.days or _SOME_DAYS) * _MUCH_LONGER <= (longer.time.days or _SOME_DAYS):
        unknown = longer if longer.time.days is None else shorter
        if a.time.scope == b.time.scope == "since" and not (unknown.time.days or unknown.time.start):
            return NOTHING  # "since days", "since the attack began"
        return Verdict(None, f"{shorter.time.text} is not {longer.time.text}")
    return Verdict(1.0, "about the same window")


def _batches(a: Facets, b: Facets) -> Verdict | None:
    """Two batches: a claim without a time speaks of its article's day, or the one before."""
    if _sums_up(a) and _sums_up(b):
        return Verdict(0.5, "about the same window")
    for span, other in ((a, b), (b, a)):
        if span.time.scope == "within" and span.time.days and other.time.scope == "on":
            return Verdict(None, "a running total is not one part of it")
    if _so_far(a) and _so_far(b) and a.event == b.event:
        return Verdict(-1.5)
    if _of_attack(a) and _of_attack(b) and not (a.time.start and b.time.start):
        return Verdict(-2.0)
    on = [_implied(f) for f in (a, b)]
    if a.time.scope not in _RUNNING and b.time.scope not in _RUNNING and on[0] and on[1] and not _may_meet(a, b):
        return Verdict(None, f"{a.time.text or a.published} is not {b.time.text or b.published}: each day its own")
    if a.time.scope is b.time.scope is a.published is b.published is None:
        return Verdict(-1.5)
    if a.time.scope == b.time.scope and a.published == b.published:
        return None
    if on[0] != on[1]:
        return Verdict(-3.5)
    told = on[0] is not None and a.published == b.published and "earlier" not in (a.time.scope, b.time.scope)
    return Verdict(-1.0 if told else -2.0)


def _of_attack(a: Facets) -> bool:
    """Whether it counts those who attacked, or what with, which is told of an attack for days."""
    return a.event in ("attacked", "launched") and a.concept is not None and not _ARMS.isdisjoint(ancestors(a.concept))


def _sums_up(a: Facets) -> bool:
    """Whether it says what all batches up to a day came to: "since the airlift began", "so far"."""
    return a.time.scope == "so_far" or (a.time.scope == "since" and not a.time.days)


def _so_far(a: Facets) -> bool:
    """Whether it may be all up to the article, for no day is told and it is counted on: arrests."""
    runs = a.event is not None and concepts().events[a.event].runs
    return runs and a.time.scope != "on" and "new" not in a.modifiers


def _may_meet(a: Facets, b: Facets) -> bool:
    """Whether two claims can speak of one day."""
    return bool(_possible(a) & _possible(b))


def _possible(a: Facets) -> set[date]:
    if a.time.start:
        first, last = days(a.time)
        return {first + timedelta(n) for n in range(min((last - first).days, _YEAR) + 1)}  # "last month"
    day = _implied(a)
    return {day, day - timedelta(1)} if day else set()


def _implied(a: Facets) -> date | None:
    """The day that a claim speaks of: its own, else its article's."""
    day = a.time.start or a.published
    return date.fromisoformat(day) if day else None


def _of_a_day(a: Facets, b: Facets) -> Verdict | None:
    """Bodies found on one day are some of the dead."""
    for one, other in ((a, b), (b, a)):
        if one.event == "bodies_found" and one.time.scope == "on" and not one.time.days and other.time.scope != "on":
            return Verdict(-3.0, "bodies found on one day are some of the dead")
    return None


def _still(a: Facets, b: Facets) -> Verdict | None:
    if (a.time.scope == "now") == (b.time.scope == "now") or a.kind == "measure":
        return None
    if a.time.scope in _SPANS or b.time.scope in _SPANS:
        return None  # a total since a day may be told as what it is now
    final = any(f.event is not None and concepts().events[f.event].final for f in (a, b))
    return None if a.stock or b.stock or final else Verdict(-1.5, "those who still are may be a part")


def _one_sided(a: Facets, b: Facets) -> Verdict | None:
    """A time that only one of the two has."""
    for one, other in ((a, b), (b, a)):
        passed = one.time.end is None or one.time.end != one.published  # "last week", not "this month"
        if passed and one.time.scope == "on" and 6 <= (one.time.days or 0) < 27 and other.time.scope is None:
            return Verdict(-1.0)
        if one.background and not other.time.start and not other.background:
            if (then := _was_then(one, other)) is not None:
                return Verdict(then)
            if one.kind == "money" and _may_be_then(one, other):
                return Verdict(-1.0)
            return Verdict(None, f"{one.time.text} is another time")
        if one.time.scope in _SPANS and not one.stock:
            return _running(one, other)
    return None


def _was_then(one: Facets, other: Facets) -> float | None:
    """What it says that an article tells as news what a later one dates ("killed on 3 June" in July, "last month's
    quake"): nothing where it is news of that time, little where it may be, None where it is not."""
    if one.kind == "money" or one.batch:
        return None
    if not one.time.start:
        return -3.0 if one.published is None and (one.time.days or 0) < _YEAR else None  # a month of some year
    first, last = days(one.time)
    printed = date.fromisoformat(other.published) if other.published else None
    if first == last and printed and not other.incident:
        return -1.0 if 0 <= (printed - last).days <= _WEEKS else None
    may = fell(other.incident or ((f"..{printed}",) if printed else ()), first, last)
    if may is None:
        return -3.0
    return 0.0 if may == 1 else -1.0 if may else None


def _may_be_then(one: Facets, other: Facets) -> bool:
    """Whether nothing tells that an article is of another year than the time that one names."""
    if not other.published:
        return True
    if not one.time.start:
        return (one.time.days or 0) < _YEAR
    first, last = days(one.time)
    asked = _promised(one) and (one.time.days or 0) < _YEAR  # in December, for the year that comes
    later = timedelta(_YEAR if _one_sum(one, other) else _ASKED if asked else 0)
    return first <= date.fromisoformat(other.published) <= last + later


def _promised(a: Facets) -> bool:
    """Money that is sought or pledged, of which a day says when and a year what for."""
    told = concepts().events.get(a.event or "")
    return a.kind == "money" and told is not None and (told.ahead or bool(told.promises))


def _one_sum(a: Facets, b: Facets) -> bool:
    """Two sums of which the nouns say what they are: a loan's size is no matter of the day."""
    return a.kind == "money" and bool(a.concept and b.concept)


def _one_trip(a: Facets, b: Facets) -> Verdict | None:
    """Those aboard one ship are some of all who were brought away so far."""
    for one, other in ((a, b), (b, a)):
        total = one.time.scope in _SPANS or one.time.scope == "so_far" or one.time.flow == "total"
        if total and one.event != "aboard" and other.event == "aboard" and other.time.scope not in _SPANS:
            return Verdict(None, "a running total is not one part of it")
    return None


def _running(one: Facets, other: Facets) -> Verdict:
    """A running total beside a figure that has no window."""
    told = bool(one.batch or one.time.start or one.time.days)
    before = other.time.scope == "earlier" and not _tolls(one, other)  # of the dead it is what was said earlier
    if told and (before or (other.time.scope == "on" and not (_tolls(one, other) and _risen(other)))):
        return Verdict(None, "a running total is not one part of it")
    if one.time.start and not other.cause and precedes(days(one.time)[0] + timedelta(_WEEKS), other.incident):
        return Verdict(None, "a running total is not one part of it")  # of a war, not of Friday's attack
    if one.cause and one.cause == other.cause:
        return Verdict(-0.5)  # an epidemic's toll is one since it began
    counted = one.event is not None and one.event == other.event and flow(one.event) == "flow"
    if counted and _opens_with_it(one, other):
        return NOTHING
    return Verdict(-1.5 if told else -1.0)


def _opens_with_it(one: Facets, other: Facets) -> bool:
    """Whether a window opens with what the toll is of: "since the quake hit", "since Monday" of a raid on Monday."""
    if one.time.start is None:
        return one.time.scope == "since" and one.time.days is None
    day = one.time.start
    return any(not apart(day, d) for d in (*one.incident, *other.incident) if not d.startswith(".."))


def _happens_once(a: Facets) -> bool:
    """Whether it counts those of something that happens and is over, and is no epidemic."""
    return a.kind == "count" and a.event is not None and flow(a.event) in ("flow", "batch") and not a.cause


#: in this order, the first that has a verdict holds
RULES: Final[Rules[Verdict | None]] = Rules((
    Rule(_rate, either=lambda f: f.time.scope == "per"),
    Rule(_one_trip, either=lambda f: f.event == "aboard"),
    Rule(_sums, both=lambda f: f.kind == "money"),
    Rule(_incidents, both=lambda f: f.incident),
    Rule(_lasting, either=lambda f: f.event is not None and concepts().events[f.event].lasts),
    Rule(_ages, both=_happens_once),
    Rule(_dated, both=lambda f: f.time.start),
    Rule(_windows, both=lambda f: f.time.scope in _SPANS),
    Rule(_batches, both=lambda f: f.batch),
    Rule(_of_a_day, either=lambda f: f.event == "bodies_found"),
    Rule(_still, either=lambda f: f.time.scope == "now"),
    Rule(_one_sided, either=lambda f: f.time.scope == "on" or f.time.scope in _SPANS),
))
