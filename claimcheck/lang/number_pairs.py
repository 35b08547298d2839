"""Two numbers that make one figure or none: ranges, shares («3 من كل 5»), dollars and cents, scores, clock times."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.figure import Figure, bracketed
from claimcheck.lang.number_context import WORD, counted
from claimcheck.lang.number_lexicon import Unit
from claimcheck.lang.number_tables import Tables
from claimcheck.lang.number_tokens import number_of
from claimcheck.model import Number

#: relations that leave no figure
NO_FIGURE = ("clock", "score", "year", "slash", "phone", "label")
_DASHES = ("-", "\u2013", "\u2014")
#: between the sides of something, or the legs of a relay: no count either
_TIMES = ("x", "\u00d7")
#: also as some keyboards write it: «2009\\2010»
_SLASHES = ("/", "\\")
#: a bracket between a number and the same number again
_SAME = ("(", ")")
#: qualifiers of the two ends of "more than 10 but fewer than 20"
_FROM, _TO = ("more_than", "at_least"), ("less_than", "at_most")
_YEARS = range(1900, 2100)
_CHANGE_REACH: Final = 90
#: and so many words, with "by": "the toll rose on Friday by 14 to 52"
_MOVED_REACH: Final = 5
_LENGTHS = ("m", "cm", "ft")
#: units that may be the lower end of a range by themselves
_SPANNED = ("measure", "duration")
#: how far before the upper end they are looked for, with what opens the range
_LONE: Final = 32
_LARGEST_SCORE: Final = 20
_WICKETS: Final = 10
_RUNS: Final = 1000
_WORD: Final = 12
#: how many times the lower end the upper one is where words of loss and gain tell a change
_FAR: Final = 4
#: "151 million dollars and 11 cents a share" are two sums
_THOUSAND: Final = 1000
#: "1 in 10,000"
#: ends thousands that are written out
_ROUND = (",000", ".000")
_POWERS = tuple(10**n for n in range(3, 7))


def relation(text: str, tables: Tables, a: Figure, b: Figure) -> str:
    """What joins two figures that stand side by side; "" for nothing.

    ``range``, ``ratio``, ``cents``, ``plus`` («4 أشهر ونصف»), ``same`` (the number said twice), or why neither is a
    figure: one of ``NO_FIGURE``.
    """
    gap = text[a.stop : b.left if b.unit_before and not b.qualifier else b.begin]
    if len(gap) > 24 or "\n" in gap:
        return ""
    word = gap.strip().removeprefix("- ")  # "20- to 30-metre"
    word = word[:-1] if word[1:].endswith(":") else word  # «من (250) ألف إلى: (300) ألف»
    if len(word) > 2 and word[0] == word[-1] == "-":
        word = word.strip("-")  # "four-in-ten"
        if word in tables.joints["against"] or (word in tables.joints["to"] and _falls(a, b)):
            return "score"
    if gap == ":" or (gap == ": " and _clock(text, a, b)) or _marked(tables, a, b, gap):
        return "clock"
    if word in _TIMES and not (a.unit or b.unit_before):  # "4 x 400m"
        return "label"
    if gap in _SLASHES and a.plain and b.plain and not (a.unit or b.unit_before):
        return "slash"
    if a.value is None or b.value is None:
        return ""
    if gap == "/" and 0 in (a.value, b.value):  # «1/صفر»
        return "score"
    if not word and b.joined and a.unit_behind and a.value >= 1 and (b.form == "fraction" or _half_of(a, b)):
        return "plus"
    if word in _SAME and a.value == b.value and bracketed(text, *_inner(word, a, b)):
        return "same"
    if a.qualifier in _FROM and b.qualifier in _TO and _bounded(text, tables, a, b):
        return "range"
    if _cents(tables, a, b, word, text):
        return "cents"
    if _years(text, tables, a, b):
        return "year"
    if word in _DASHES:
        return _dashed(text, tables, a, b)
    if _is_ratio(text, tables, a, b, word):
        return "ratio"
    if word in tables.joints["versus"] and _wickets(text, tables, a, b):
        return "score"
    rises = a.value < b.value or (b.value < 0 and -b.value > abs(a.value))  # "-5 to -10 degrees"
    return "range" if rises and _opened(text, tables, a, b, word) else ""


def _inner(word: str, a: Figure, b: Figure) -> tuple[int, int]:
    """The place of the number that brackets are around: «خمسة (5)», «(5) خمسة»."""
    return (b.begin, b.end) if word == "(" else (a.begin, a.end)


def _bounded(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """"More than 10 but fewer than 20", «أكثر من 10 وأقل من 20»: two bounds of one amount."""
    assert a.value is not None and b.value is not None
    gap = text[a.stop : b.left].strip(" ,")
    return gap in tables.joints["but"] and a.value < b.value and (a.unit is None or a.unit == b.unit)


def _falls(a: Figure, b: Figure) -> bool:
    """"A two-to-one margin"."""
    return a.value is not None and b.value is not None and a.value > b.value and not (a.unit or b.unit)


def _half_of(a: Figure, b: Figure) -> bool:
    """«مليون دولار ونصف المليون»: a part of the scale that the first has."""
    return b.value is not None and b.value < b.scale == a.scale and b.unit is None


def _cents(tables: Tables, a: Figure, b: Figure, word: str, text: str) -> bool:
    """«20 دولار و43 سنت», "$20 43"."""
    money = a.unit
    if not money or money.kind != "money" or money.code.endswith("cent") or not isinstance(a.value, int):
        return False
    said = b.unit_behind is not None and b.unit_behind.code.endswith("cent")
    if word and word not in tables.joints["join"] and not (said and word == ","):
        return False
    if not isinstance(b.value, int) or not 0 < b.value < 100 or b.unit_before:
        return False
    if a.scale > (_THOUSAND if said else 1):
        return False
    if b.unit_behind:
        return said
    return not text[b.end :].strip(" .!?\n")


def _dashed(text: str, tables: Tables, a: Figure, b: Figure) -> str:
    low, high = a.value, b.value
    assert low is not None and high is not None
    if a.scale == b.scale == 1 and not (a.unit or b.unit) and _scored(text, tables, a, b):
        return "score"
    if (len(a.text), len(b.text)) == (3, 4) and a.plain and b.plain:
        return "phone"
    if a.plain and b.plain and not (a.unit or b.unit):
        if a.text[0] == "0" and len(a.text) > 1:
            return "phone"  # "033-26382217"
        if a.cue == "label" and counted(text, tables, b.end) < 2:
            return "label"  # «بوينغ 737-800», "pages 10-15"
    if low < high:
        bare = a.text.isdigit() and b.text.isdigit() and not b.unit and not a.qualifier and not a.between
        if bare and high < _LARGEST_SCORE:
            return "range" if text[b.end : b.end + 2].strip(" ").isalpha() else "score"
        return "range"
    of = tables.figures.grammar.of[:1]
    parted = text[a.stop] == " " and any(text.startswith(f" {word} ", b.end) for word in of)
    return "score" if a.plain and b.plain and not b.unit and not parted else ""  # "64 - 18 of them lawyers"


def _wickets(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """"400 for 3", "4 for 325": runs and wickets; "20 for 4 tickets" pays."""
    if not (a.plain and b.plain) or a.unit or b.unit or a.qualifier or b.qualifier:
        return False
    low, high = sorted((a.value or 0, b.value or 0))
    return low <= _WICKETS < high < _RUNS and counted(text, tables, b.end) < 2


def _scored(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """"5-7 shooting", "lost 2-3 to them", «2-صفر»: what words beside two figures make them a score."""
    behind = WORD.match(text, b.end)
    if behind and behind.group(1) in tables.joints["scored"]:
        return True
    last = text[max(0, a.left - _WORD) : a.left].rstrip().rpartition(" ")[2]
    return (last in tables.joints["scoring"] or 0 in (a.value, b.value)) and counted(text, tables, b.end) < 2


def _clock(text: str, a: Figure, b: Figure) -> bool:
    """"6: 22 AM", as some agencies print it: minutes in two digits and the zone or the half of the day behind."""
    hours, minutes = a.text, b.text
    if not (hours.isdigit() and minutes.isdigit() and len(hours) < 3 and len(minutes) == 2):
        return False
    said = a.cue == "clock" or b.tail == "clock_behind" or b.right > b.end
    return int(hours) < 25 and int(minutes) < 60 and said


def _marked(tables: Tables, a: Figure, b: Figure, gap: str) -> bool:
    """"3 h 34", "18 heures 30": minutes in two digits behind the mark of the hours, whether or not it is a unit too."""
    if not (a.plain and b.plain and len(b.text) == 2 and tables.joints["clock"]):
        return False
    hours = not gap.strip() and a.unit_behind is not None and a.unit_behind.code == "h"
    return hours or gap.strip() in tables.joints["clock"]


def _years(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """2014-2015, 2014-15, "from 2003 to 2007"."""
    if not (a.plain and b.plain) or a.unit or b.unit or a.qualifier:
        return False
    if len(a.text) != 4 or not a.text.isdigit() or int(a.text) not in _YEARS or not b.text.isdigit():
        return False
    gap = text[a.end : b.begin].strip()
    if gap in _DASHES and len(b.text) == 2:
        return True
    linked = gap in _DASHES or not gap or gap in tables.joints["to"] or gap in tables.joints["join"]
    return linked and len(b.text) == 4 and int(b.text) in _YEARS and counted(text, tables, b.end) < 2


def _is_ratio(text: str, tables: Tables, a: Figure, b: Figure, word: str) -> bool:
    """"three in ten", "one out of five", «واحد من كل ثلاثة»."""
    if word not in tables.joints["ratio"] and (a.value != 1 or not _one_of_them(text, tables, a, b, word)):
        return False
    if a.unit or b.unit or a.scale > 1 or b.qualifier:
        return False
    low, high = a.value, b.value
    if not isinstance(low, int) or not isinstance(high, int) or not 0 < low < high:
        return False
    if word in tables.joints["every"] or high in (10, 100):
        return True
    if word.partition(" ")[2] in tables.joints["ratio"]:
        return high < 10 or high == 20 or high in _POWERS
    if " " in word and (high < 10 or high in _POWERS):
        return True
    if low == 1 and not a.plain and " " not in word:  # "one in 12 pupils", not «واحد من أصل 12»
        return high < 100 or high in _POWERS
    return (low == 1 and high in _POWERS) or ((a.plain == b.plain or low == 1) and (high < 10 or high == 20))


def _one_of_them(text: str, tables: Tables, a: Figure, b: Figure, word: str) -> bool:
    """"One person in 20": what is counted parts the two."""
    noun, _, joint = word.partition(" ")
    if a.plain or not noun.isalpha() or joint not in tables.joints["ratio"] or _like_a_year(b):
        return False
    behind = WORD.match(text, b.end)  # "one person in two separate attacks"
    return behind is None or behind.group(1) in tables.nots["one_among"]


def _opened(text: str, tables: Tables, a: Figure, b: Figure, word: str) -> bool:
    """Whether the words around the two ends say that it is a range."""
    if (not a.between and _labelled(text, tables, a, b)) or _year_before(a, b):
        return False
    if a.cue == "year" and not a.between and (_like_a_year(a) or _moved_by(text, tables, a)):
        return False
    if a.between:
        last = word.rpartition(" ")[2]
        if b.qualifier == "about" and text[a.stop : b.left].strip() == a.between:
            return True  # «بين 200 ونحو 300»
        return last == a.between or word in tables.joints["to"] or (b.joined and len(word.split()) < 3)
    onto = text[b.begin : b.start]
    if word in tables.joints["to"] or (onto in tables.joints["to"] and not word):
        return _spans(text, tables, a, b)
    if word in tables.joints["either"]:
        low, high = low_end(a, b), b.value
        assert high is not None
        return (not a.unit or a.form == "dual") and 0 < low < high <= 2 * low
    return False


def _labelled(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """"Rooms 10 to 12", but "in a normal week 10 to 12 people", "to train 3,000 to 4,000 more"."""
    named = a.cue == "named" and "," not in a.text and counted(text, tables, b.end) < 3
    return named or a.cue in ("label", "clock")


def _moved_by(text: str, tables: Tables, a: Figure) -> bool:
    """Whether it says by how much something changed: "rose by 10 to 60", and not "an attack by 10 to 15 men"."""
    before = text[max(0, a.left - _CHANGE_REACH) : a.left].split()[-_MOVED_REACH:]
    return any(map(tables.change.fullmatch, before))


def _year_before(a: Figure, b: Figure) -> bool:
    """«في الربع الأول 2006 إلى 9.8 مليون»: a year is no end of a range of millions."""
    return _like_a_year(a) and not a.unit and (b.scale > 1 or b.unit is not None)


def _like_a_year(f: Figure) -> bool:
    return f.plain and len(f.text) == 4 and f.text.isdigit() and int(f.text) in _YEARS


def _spans(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """Whether "5 to 7" is a range: "rose from 5 to 7", "rose 5% to 7%" are two figures."""
    assert a.value is not None and b.value is not None
    low = max(0, a.left - _CHANGE_REACH)
    clause = max(text.rfind(mark, low, a.left) for mark in (". ", "; ", ", ", "\n", "\u060c"))
    before = text[max(low, clause) : a.left].rstrip()
    if b.value > _FAR * a.value and not tables.joints["moves"].isdisjoint(before.split()):
        return False
    last = before.rpartition(" ")
    of = last[2] in tables.joints["of"] and last[2] not in tables.joints["opening"]
    if of and not tables.change.fullmatch(last[0].rpartition(" ")[2]):
        return a.unit_behind in (None, b.unit)  # "down from a forecast of $7 to $8"
    if before.rpartition(" ")[2] in tables.joints["opening"] or a.unit:
        return (a.unit_behind in (None, b.unit)) and not _changed(before, tables, b.unit)
    return b.unit_behind is not None or not tables.change.fullmatch(before.rpartition(" ")[2])


def _changed(before: str, tables: Tables, unit: Unit | None) -> bool:
    """Whether the words before two figures tell a change; of lengths, «ارتفاع» is how high something is."""
    high = tables.joints["height"] if unit and unit.code in _LENGTHS else frozenset()
    return any(high.isdisjoint(tables.stems(m.group())) for m in tables.change.finditer(before))


def from_one(text: str, tables: Tables, f: Figure) -> int:
    """Where a range begins whose lower end is the unit alone: «من متر إلى مترين»; -1 for none."""
    unit, begin, joined = f.unit_behind, f.begin, f.joined
    if unit is None or unit.kind not in _SPANNED or not tables.figures.grammar.bare_scales:
        return -1  # where a noun alone says one, a scale alone does, too
    if f.start < begin:  # «متر ونصف»
        joined = text[f.start - 1] != " "
        begin = f.start - joined
    start = lone_unit(text, tables, begin, unit, joined)
    return start if start < 0 or not _changed(text[max(0, start - _CHANGE_REACH) : start], tables, unit) else -1


def lone_unit(text: str, tables: Tables, begin: int, unit: Unit, joined: bool) -> int:
    """Where a range begins whose lower end is a unit alone; -1 for none.

    «من متر إلى مترين», «بين متر ومترين»: ``begin`` is where the upper end begins, ``joined`` whether by a conjunction.
    """
    words = text[max(0, begin - _LONE) : begin].split(" ")
    to = len(words) > 1 and words[-2] in tables.joints["to"]
    opening, one = words[-4 + (not to) :][:2] if len(words) > 2 + to and not words[-1] else ("", "")
    if tables.units.get(one) != unit:
        return -1
    start = begin - len(" ".join(words[-3 + (not to) :]))
    if tables.cues.get(opening[::-1], ("",))[0] == "between":
        return start - len(opening) - 1 if to or joined else -1
    return start if to and opening in tables.joints["opening"] else -1


def low_end(a: Figure, b: Figure) -> Number:
    """The lower end of a range, which may leave the scale to the upper: «من 5 إلى 7 آلاف»."""
    low, high, scale = a.value, b.value, b.scale
    assert low is not None and high is not None
    if a.scale == scale == 1 and b.text.endswith(_ROUND) and 2 * low * _THOUSAND >= high:
        scale = _THOUSAND  # "between 10 and 15,000"
    if a.scale == 1 and scale > 1 and not a.unit_behind and low < 1000 and low * scale < high:
        return number_of(str(round(low * scale, 6)))
    return low
