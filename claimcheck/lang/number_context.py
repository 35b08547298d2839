"""What stands before and behind a number: qualifiers, units, and the words that make it no figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from claimcheck.lang.figure import CLOSING, Figure, bracketed
from claimcheck.lang.number_lexicon import Unit
from claimcheck.lang.number_tables import Tables
from claimcheck.model import Number, Qualifier

#: the word behind a number
WORD: Final = re.compile(r"[ -]([^\W\d_]+(?:'s)?)")
_REACH: Final = 48
_LONGEST: Final = 24
_HANGING: Final = 9
#: letters written onto a verb, which the reach may leave out
_ONTO: Final = 2
_HUNDRED: Final = 100
#: that many places have bounds together
_FEW: Final = 20
_QUALIFIERS: tuple[Qualifier, ...] = ("about", "at_least", "more_than", "at_most", "less_than")
#: what an index stands at: "closed near 34,642"
_LEVEL: Final = 1000
_SIGNS: Final = "$\u20ac\u00a3"
_FROM: Final = re.compile(rf" from [{_SIGNS}]?\d")
#: these say more than the "about" behind them: «ما يزيد على نحو 300»
_FIRM = ("at_least", "more_than", "less_than")
#: what bounds no number that is known: "the 87 million"
_COMPARED = ("more_than", "less_than", "about")
#: forms that may part themselves from their unit: "a third of a mile"
_PARTS = ("fraction", "plural")
_BOUNDS: Final[dict[str, Qualifier]] = {q: q for q in _QUALIFIERS}
_MIRRORED: Final[dict[Qualifier, Qualifier]] = {
    "at_least": "at_most", "at_most": "at_least", "more_than": "less_than", "less_than": "more_than"}


def read_around(text: str, tables: Tables, found: list[Figure], verbs: list[int]) -> None:
    """Reads what stands around the numbers of a text; a word belongs to one of them only.

    ``verbs`` are the offsets of what may say something of a number behind its subject.
    """
    last, floor, ones = None, 0, tables.words_for_one
    for f in found:
        before(text, tables, f, floor, verbs)
        _behind(text, tables, f)
        if f.qualifier:
            _no_bound(text, tables, f)
        if f.right > f.end and bracketed(text, f.begin, f.end):  # «(26) كجم»
            f.left = min(f.left, f.begin - 1)
        free, floor = floor, f.stop
        unit = f.unit_behind
        if f.article or (unit and unit.kind == "money" and _is_cent(unit)) or (
                not f.plain and (f.form == "fraction" or text[f.start : f.end] in ones)):
            _unit_before(text, tables, f, free, verbs)
        if last and f.begin - last.end < _HANGING and text.startswith("- ", last.end):
            _share_behind(last, f)
        last = f


def _no_bound(text: str, tables: Tables, f: Figure) -> None:
    """Takes back what bounds nothing here: "over seven days" is during them, «في حدود 6 قرى» within six villages."""
    phrase = text[f.left : f.head].rstrip(f" {_SIGNS}")
    if phrase in tables.nots["spanning"]:
        last = text[max(0, f.left - _HANGING) : f.left].rstrip().rpartition(" ")[2]
        later = WORD.match(text, f.stop)
        kept = later is not None and later.group(1) in tables.nots["spanning_behind"]
        genitive = text[f.stop : f.stop + 1] in ("'", "\u2019")  # "over 20 years' experience"
        spans = f.unit_behind is not None and f.unit_behind.kind == "duration" and not kept and not genitive
        taken_back = spans and last not in tables.nots["spanning_before"]
    elif phrase in tables.nots["bounding"]:
        place = WORD.match(text, f.end)
        few = f.value is not None and f.value < _FEW
        taken_back = few and place is not None and place.group(1) in tables.nots["bounded"]
    elif phrase in tables.nots["nearby"]:
        level = f.value is not None and f.value >= _LEVEL and counted(text, tables, f.end) < 2
        taken_back = (f.unit is None and not level) or (f.unit is not None and f.unit.kind == "duration")
    elif phrase in tables.nots["rising"]:
        taken_back = _FROM.match(text, f.stop) is not None
    else:
        return
    if taken_back:
        f.qualifier, f.left = None, f.head


def _share_behind(a: Figure, b: Figure) -> None:
    """"20- to 30-metre waves", "9- and 11-year-old boys": a hyphen left hanging waits for the word behind the next."""
    if a.right == a.end:
        a.unit_behind, a.tail = b.unit_behind, b.tail
        a.unit = a.unit_behind or a.unit_before


def _part(f: Figure) -> Number:
    """What a figure adds to the unit before it: the half of «ساعة ونصف», the cents of «دولار و13 سنتا»; or 0."""
    unit = f.unit_behind
    if unit is not None and _is_cent(unit) and isinstance(f.value, int) and 0 < f.value < _HUNDRED:
        return f.value / _HUNDRED
    return f.value if f.form == "fraction" and f.value is not None else 0


def _is_cent(unit: Unit) -> bool:
    return unit.code.endswith("cent")


def _fits(unit: Unit | None, f: Figure) -> bool:
    """Whether a unit before a figure is its own: none stands behind, or the same one, or cents of it."""
    behind = f.unit_behind
    if unit is None or unit.kind == "share" or behind in (None, unit):
        return unit is not None and unit.kind != "share"
    return behind is not None and _is_cent(behind) and unit.kind == "money" and not _is_cent(unit)


def _unit_before(text: str, tables: Tables, f: Figure, floor: int, verbs: list[int]) -> None:
    """«الأشهر الستة» are six months, «ساعة ونصف» is one hour and a half, «دولارين و13 سنتا» are 2.13 dollars."""
    part = _part(f)
    end = f.begin - 1
    if part and not f.joined:  # "an hour and a half"
        joined = text.rfind(" ", max(floor, end - _REACH), end)
        if text[joined + 1 : end] not in tables.joints["join"]:
            return
        end = joined
    if text[end : end + 1] != " ":
        return
    start = text.rfind(" ", floor, end) + 1 or floor
    dual: Mapping[str, Unit] = tables.dual_units if part else {}
    two = text.rfind(" ", floor, max(floor, start - 1)) + 1 or floor
    words = (w for begin in (two, start) for w in tables.stems(text[begin:end]))  # «نقطة مئوية واحدة»
    word = next((w for w in words if w in tables.units or w in dual), "")
    unit = tables.units.get(word) or dual.get(word)
    if part and not word and f.joined and (two_of := _dual_noun(text, tables, start, end)):
        f.value, f.form, f.start = 2 + part, "words", two_of
        f.left = two_of
        _qualified_before(text, tables, f, two_of, floor, verbs)
        return
    one = text[f.start : f.end] in tables.words_for_one and not f.article
    if not _fits(unit, f):
        if one and not f.joined and tables.figures.one_behind_noun:
            _qualified_before(text, tables, f, end - len(word) if word else start, floor, verbs)
        return
    start = end - len(word)
    definite = tables.figures.grammar.definite
    if f.article and not (part or one) and not text.endswith(tuple(definite), floor, start):
        return  # «من بين الـ150 شخصا» counts no yen
    f.unit_before, f.unit, f.left = unit, f.unit_behind or unit, start
    if part:
        f.value, f.form, f.start = (2 if word in dual else 1) + part, "words", start
        f.unit_behind, f.unit, f.stop = unit, unit, f.right
    if part or one:
        _qualified_before(text, tables, f, start, floor, verbs)


def _dual_noun(text: str, tables: Tables, start: int, end: int) -> int:
    """Where a dual that is no unit begins, without the letters written onto it: «نقطتين ونصف»; 0 for none."""
    for word in tables.stems(text[start:end]):
        if (known := tables.words.get(word)) and known.kind == "dual":
            return end - len(word)
    return 0


def _qualified_before(text: str, tables: Tables, f: Figure, start: int, floor: int, verbs: list[int]) -> None:
    """«نحو ساعة واحدة», «أكثر من شخص واحد»: the qualifier stands before the noun that stands before the number."""
    again = Figure(start, start, f.start, f.end, f.form, f.value, scale=f.scale)
    before(text, tables, again, floor, verbs)
    if again.qualifier:
        f.qualifier, f.left = again.qualifier, again.left
    if again.between:  # «بين متر ونصف ومترين»
        f.between, f.opened = again.between, again.opened


def before(text: str, tables: Tables, f: Figure, floor: int, verbs: list[int]) -> None:
    """Reads the words before a number, nearest first, back to ``floor`` at most."""
    f.left, begin = f.head, f.begin
    reach = begin - _REACH if begin - floor > _REACH else floor
    reverse = text[reach:begin][::-1]
    at, determined = 0, False
    while m := tables.before.match(reverse, at):
        kind, value = tables.cues[m.group(1).replace("  ", " ")]
        start = begin - m.end(1)
        if kind in ("money", "share", "letter"):
            if at or m.group(2):  # «الجنيه إلى 17»: the currency speaks of something else
                break
            f.unit_before, f.left = Unit("share" if kind == "share" else "money", value), start
        elif kind in _BOUNDS:
            needs_mark = value == "mark" or (determined and kind in _COMPARED)
            if value == "sum":
                needs_mark = determined or (f.scale == 1 and not f.unit_before)
            if needs_mark and not _is_mark(text, tables, f.end):
                break  # "fewer than the 87 million" compares, "about the 34" tells of them, "broke the 3 windows"
            if not at and _of_the_one_before(text, tables, f, m.group(1)[::-1]):
                break
            if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isdigit():  # "a 5-under 67"
                break
            if f.qualifier is None or (f.qualifier == "about" and _is_firm(tables, kind, m.group(1))):
                f.qualifier = _BOUNDS[kind]
            elif kind != f.qualifier:
                break
            f.left = _with_clitics(tables, start, m.group(2))
        elif kind == "measure":
            f.unit_before = f.unit_before or Unit("measure", value)
        elif kind == "nothing" or (kind in ("label", "named") and at):
            break
        elif kind == "between":
            f.between, f.opened = value, start
        elif kind == "filler":
            determined = determined or m.group(1)[::-1] in tables.figures.grammar.determiners
        else:
            f.cue, f.cue_start = kind, start
            break
        at = m.end()
    if verbs and not (f.qualifier or f.cue) and near(verbs, reach - _ONTO, begin):
        _over_subject(tables, f, reverse, begin)
    f.unit = f.unit_before


def _is_firm(tables: Tables, kind: str, reverse: str) -> bool:
    """«لا يتعدى نحو 300»; "creeps up to about 300", "as high as about 300" tell no bound."""
    if kind != "at_most":
        return kind in _FIRM
    last, _, first = reverse.partition(" ")
    return last[::-1] not in tables.joints["to"] and last != first.rpartition(" ")[2]


def _over_subject(tables: Tables, f: Figure, reverse: str, begin: int) -> None:
    """Reads the bound of a verb over its subject: «تجاوزت نسبة النجاح 74%», «يزيد عدد سكانها على 20 ألفا»."""
    m = tables.subject.match(reverse) if tables.subject else None
    if m and (bound := tables.subject_bounds.get((m.group(2)[::-1], (m.group(1) or "")[::-1]))):
        expected = m.group(1) and _expected(tables, m.group(1), m.group(2), reverse[m.end() :].split(" ", 3)[1:3])
        f.qualifier, f.left = None if expected else bound, begin - m.end(2)


def _expected(tables: Tables, particle: str, verb: str, before: list[str]) -> bool:
    """«يتوقع أن يصل العدد إلى 12» says what comes, «يمكن أن يصل العدد إلى 12» up to what; all is reversed."""
    said = [tables.cues.get(" ".join((particle, verb, *before[:n])), ("",))[0] for n in (1, 2)]
    return said[0] == "nothing" and said[1] not in _BOUNDS


def _is_mark(text: str, tables: Tables, end: int) -> bool:
    """Whether what stands behind a number, its unit or its noun makes it one to pass: "topped the 100,000 mark"."""
    unit = tables.after.match(text, end)
    word = WORD.match(text, unit.end() if unit else end)
    noun = WORD.match(text, word.end()) if word else None
    return any(m is not None and m.group(1) in tables.nots["marks"] for m in (word, noun))


def _of_the_one_before(text: str, tables: Tables, f: Figure, words: str) -> bool:
    """«74 قتيلا على الأقل و187 جريحا»: before a joined number, what may stand behind one is the last one's."""
    joined = text[f.begin : f.begin + 1] in tables.figures.grammar.conjunctions
    return joined and tables.behind.fullmatch(f" {words}") is not None


def _with_clitics(tables: Tables, start: int, letters: str) -> int:
    """A preposition written onto a qualifier belongs to the figure, a conjunction does not."""
    return start - len(letters.rstrip("".join(tables.figures.grammar.conjunctions)))


def _behind(text: str, tables: Tables, f: Figure) -> None:
    """Reads the unit behind a number; a dual may be one itself."""
    end = f.right = f.stop = f.end
    if f.form == "dual":
        f.unit_behind = f.unit = tables.dual_units.get(text[f.start : end])
        return
    m = tables.after.match(text, end)
    if m is None and text[end : end + 1] in CLOSING and bracketed(text, f.begin, end):
        m = tables.after.match(text, end + 1)  # «(26) كجم»
    if m is None and (f.article or f.form in _PARTS or (f.value is not None and 0 < f.value < 1)):  # "0.3 of a point"
        article = tables.article.match(text, end)
        m = tables.after.match(text, article.end()) if article else None
    if m is None or _is_name(text, m):
        return
    said = m.group(m.lastindex or 0).replace("  ", " ")
    word = said if said in tables.units or said in tables.tails else said.replace("-", " ")
    unit, tail = tables.units.get(word), tables.tails.get(word, "")
    f.right = m.end()
    if unit and not (tail and len(f.text) == 4):  # «2018م» is a year, «20م» are metres
        unit = _below_zero(f, unit) if unit.code[0] == "-" else unit
        f.unit_behind, f.unit, f.stop = unit, unit, f.right
    else:
        f.tail = tail


def _is_name(text: str, unit: re.Match[str]) -> bool:
    """"Two F-16s", "three C-130 planes": a letter behind a blank that goes on with digits is no unit."""
    letter = unit.end() - unit.start() == 2 and unit.group()[0] == " "
    return letter and text[unit.end() : unit.end() + 1] == "-" and text[unit.end() + 1 : unit.end() + 2].isdigit()


def _below_zero(f: Figure, unit: Unit) -> Unit:
    """"10 degrees below zero", «أكثر من 5 درجات تحت الصفر»: the unit; the figure is so far on the other side."""
    if f.value is not None:
        f.value = min(f.value, -f.value)  # compiled, abs makes a float of it
        f.qualifier = _MIRRORED.get(f.qualifier, f.qualifier) if f.qualifier else None
    return Unit(unit.kind, unit.code[1:])


def word_behind(text: str, end: int) -> str:
    """The word behind a number, a blank or a hyphen between; "" for none."""
    m = WORD.match(text, end)
    return m.group(1) if m else ""


def last_word(text: str, end: int) -> str:
    """The word that a blank parts from what begins at ``end``; "" for none."""
    before = text[max(0, end - _LONGEST) : end]
    words = before.split() if before.endswith(" ") else None
    return words[-1].strip("(\"'") if words else ""


def word_before(text: str, end: int) -> int:
    """Where the word begins that ends at ``end``."""
    while end and text[end - 1].isalpha():
        end -= 1
    return end


def near(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of the offsets, which are in order, is between two others."""
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] < end


def counted(text: str, tables: Tables, end: int) -> int:
    """How much the word behind looks counted: 0 no word, 1 hardly, 2 by its ending, 3 a noun of the pack."""
    m = WORD.match(text, end + (text[end : end + 1] in CLOSING))  # «(2010) رحلة»
    if not m:
        return 0
    word = m.group(1)
    if word in tables.nouns:
        return 3
    if word in tables.nots["not_counted"]:
        return 1
    other = (*tables.definite, *tables.figures.grammar.conjunctions[:1])  # a definite noun, or the next of a list
    if len(word) < 4 or word.endswith(tables.no_noun_ends) or word.startswith(other):
        return 1
    return 2 if word.endswith(tables.noun_ends) else 1
