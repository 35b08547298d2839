"""What stands before and behind a number: qualifiers, units, and the words that make it no figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimcheck.lang.number_lexicon import Unit
from claimcheck.lang.number_tables import Tables
from claimcheck.lang.numerals import CLOSING, Numeral, bracketed
from claimcheck.model import Number, Qualifier

#: the word behind a number
WORD = re.compile(r"[ -]([^\W\d_]+(?:'s)?)")
_REACH = 48
_HANGING = 9
#: letters written onto a verb, which the reach may leave out
_ONTO = 2
_HUNDRED = 100
#: that many places have bounds together
_FEW = 20
_QUALIFIERS: tuple[Qualifier, ...] = ("about", "at_least", "more_than", "at_most", "less_than")
#: what an index stands at: "closed near 34,642"
_LEVEL = 1000
_SIGNS = "$\u20ac\u00a3"
_FROM = re.compile(rf" from [{_SIGNS}]?\d")
#: these say more than the "about" behind them: «ما يزيد على نحو 300»
_FIRM = ("at_least", "more_than", "less_than")
_BOUNDS: dict[str, Qualifier] = {q: q for q in _QUALIFIERS}


@dataclass(slots=True)
class Before:
    """The words before a number, nearest first.

    ``start`` is where the span of the figure begins with its qualifier and its currency. ``cue`` is the first class
    of word that is neither: one that makes the number none (label, year, age, clock), or opens a range.
    """

    start: int
    qualifier: Qualifier | None = None
    unit: Unit | None = None
    cue: str = ""
    cue_start: int = 0
    #: the word that must stand between the ends of a range, and where the range begins
    between: str = ""
    opened: int = 0


@dataclass(slots=True)
class Behind:
    """The unit or the class (era, age, clock) of the words directly behind a number, and where they end."""

    end: int
    unit: Unit | None = None
    tail: str = ""


@dataclass(slots=True)
class Figure:
    """A numeral with its surroundings."""

    n: Numeral
    left: Before
    right: Behind

    @property
    def unit(self) -> Unit | None:
        return self.right.unit or self.left.unit

    @property
    def end(self) -> int:
        """Where the number ends with its unit."""
        return self.right.end if self.right.unit else self.n.end


def figures(text: str, tables: Tables, found: list[Numeral], verbs: list[int]) -> list[Figure]:
    """The numerals with what stands around them; a word belongs to one number only.

    ``verbs`` are the offsets of what may say something of a number behind its subject.
    """
    made: list[Figure] = []
    floor, ones = 0, tables.words_for_one
    for n in found:
        left, right = before(text, tables, n, floor, verbs), behind(text, tables, n)
        f = Figure(n, left, right)
        if left.qualifier:
            _no_bound(text, tables, f)
        if right.end > n.end and bracketed(text, n.begin, n.end):  # «(26) كجم»
            left.start = min(left.start, n.begin - 1)
        if n.article or n.form == "fraction" or (right.unit and _is_cent(right.unit)) or (
                not n.plain and text[n.start : n.end] in ones):
            _unit_before(text, tables, f, floor, verbs)
        if made and text.startswith("- ", made[-1].n.end):
            _share_behind(made[-1], f)
        made.append(f)
        floor = right.end if right.unit else n.end
    return made


def _no_bound(text: str, tables: Tables, f: Figure) -> None:
    """Takes back what bounds nothing here: "over seven days" is during them, «في حدود 6 قرى» within six villages."""
    phrase = text[f.left.start : f.n.head].rstrip(f" {_SIGNS}")
    if phrase in tables.nots["spanning"]:
        last = text[max(0, f.left.start - _HANGING) : f.left.start].rstrip().rpartition(" ")[2]
        later = WORD.match(text, f.end)
        kept = later is not None and later.group(1) in tables.nots["spanning_behind"]
        genitive = text[f.end : f.end + 1] in ("'", "\u2019")  # "over 20 years' experience"
        spans = f.right.unit is not None and f.right.unit.kind == "duration" and not kept and not genitive
        taken_back = spans and last not in tables.nots["spanning_before"]
    elif phrase in tables.nots["bounding"]:
        place = WORD.match(text, f.n.end)
        few = f.n.value is not None and f.n.value < _FEW
        taken_back = few and place is not None and place.group(1) in tables.nots["bounded"]
    elif phrase in tables.nots["nearby"]:
        level = f.n.value is not None and f.n.value >= _LEVEL and counted(text, tables, f.n.end) < 2
        taken_back = (f.unit is None and not level) or (f.unit is not None and f.unit.kind == "duration")
    elif phrase in tables.nots["rising"]:
        taken_back = _FROM.match(text, f.end) is not None
    else:
        return
    if taken_back:
        f.left.qualifier, f.left.start = None, f.n.head


def _share_behind(a: Figure, b: Figure) -> None:
    """"20- to 30-metre waves", "9- and 11-year-old boys": a hyphen left hanging waits for the word behind the next."""
    if b.n.begin - a.n.end < _HANGING and a.right.end == a.n.end:
        a.right = replace(b.right, end=a.n.end)


def _part(f: Figure) -> Number:
    """What a figure adds to the unit before it: the half of «ساعة ونصف», the cents of «دولار و13 سنتا»; or 0."""
    n, unit = f.n, f.right.unit
    if unit is not None and _is_cent(unit) and isinstance(n.value, int) and 0 < n.value < _HUNDRED:
        return n.value / _HUNDRED
    return n.value if n.form == "fraction" and n.value is not None else 0


def _is_cent(unit: Unit) -> bool:
    return unit.code.endswith("cent")


def _fits(unit: Unit | None, f: Figure) -> bool:
    """Whether a unit before a figure is its own: none stands behind, or the same one, or cents of it."""
    behind = f.right.unit
    if unit is None or unit.kind == "share" or behind in (None, unit):
        return unit is not None and unit.kind != "share"
    return behind is not None and _is_cent(behind) and unit.kind == "money" and not _is_cent(unit)


def _unit_before(text: str, tables: Tables, f: Figure, floor: int, verbs: list[int]) -> None:
    """«الأشهر الستة» are six months, «ساعة ونصف» is one hour and a half, «دولارين و13 سنتا» are 2.13 dollars."""
    n, part = f.n, _part(f)
    end = n.begin - 1
    if part and not n.joined:  # "an hour and a half"
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
    if part and not word and n.joined and (two_of := _dual_noun(text, tables, start, end)):
        n.value, n.form, n.start = 2 + part, "words", two_of
        f.left.start = two_of
        _qualified_before(text, tables, f, two_of, floor, verbs)
        return
    one = text[n.start : n.end] in tables.words_for_one and not n.article
    if not _fits(unit, f):
        if one and not n.joined and tables.figures.one_behind_noun:
            _qualified_before(text, tables, f, end - len(word) if word else start, floor, verbs)
        return
    start = end - len(word)
    definite = tables.figures.grammar.definite
    if n.article and not (part or one) and not text.endswith(tuple(definite), floor, start):
        return  # «من بين الـ150 شخصا» counts no yen
    f.left.unit, f.left.start = unit, start
    if part:
        n.value, n.form, n.start = (2 if word in dual else 1) + part, "words", start
        f.right = replace(f.right, unit=unit)
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
    again = before(text, tables, replace(f.n, begin=start, head=start), floor, verbs)
    if again.qualifier:
        f.left.qualifier, f.left.start = again.qualifier, again.start
    if again.between:  # «بين متر ونصف ومترين»
        f.left.between, f.left.opened = again.between, again.opened


def before(text: str, tables: Tables, n: Numeral, floor: int, verbs: list[int]) -> Before:
    """Reads the words before a number, back to ``floor`` at most."""
    found, begin = Before(n.head), n.begin
    reach = begin - _REACH if begin - floor > _REACH else floor
    reverse = text[reach:begin][::-1]
    at, determined = 0, False
    while m := tables.before.match(reverse, at):
        kind, value = tables.cues[m.group(1).replace("  ", " ")]
        start = begin - m.end(1)
        if kind in ("money", "share", "letter"):
            if at or m.group(2):  # «الجنيه إلى 17»: the currency speaks of something else
                break
            found.unit, found.start = Unit("share" if kind == "share" else "money", value), start
        elif kind in _BOUNDS:
            needs_mark = value == "mark" or (determined and kind in ("more_than", "less_than"))
            if value == "sum":
                needs_mark = determined or (n.scale == 1 and not found.unit)
            if needs_mark and not _is_mark(text, tables, n.end):
                break  # "fewer than the 87 million" compares, "broke the 3 windows" passes nothing
            if not at and _of_the_one_before(text, tables, n, m.group(1)[::-1]):
                break
            if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isdigit():  # "a 5-under 67"
                break
            if found.qualifier is None or (found.qualifier == "about" and _is_firm(tables, kind, m.group(1))):
                found.qualifier = _BOUNDS[kind]
            elif kind != found.qualifier:
                break
            found.start = _with_clitics(tables, start, m.group(2))
        elif kind == "measure":
            found.unit = found.unit or Unit("measure", value)
        elif kind == "nothing" or (kind in ("label", "named") and at):
            break
        elif kind == "between":
            found.between, found.opened = value, start
        elif kind == "filler":
            determined = determined or m.group(1)[::-1] in tables.figures.grammar.determiners
        else:
            found.cue, found.cue_start = kind, start
            break
        at = m.end()
    if verbs and not (found.qualifier or found.cue) and near(verbs, reach - _ONTO, begin):
        _over_subject(tables, found, reverse, begin)
    return found


def _is_firm(tables: Tables, kind: str, reverse: str) -> bool:
    """«لا يتعدى نحو 300»; "creeps up to about 300", "as high as about 300" tell no bound."""
    if kind != "at_most":
        return kind in _FIRM
    last, _, first = reverse.partition(" ")
    return last[::-1] not in tables.joints["to"] and last != first.rpartition(" ")[2]


def _over_subject(tables: Tables, found: Before, reverse: str, begin: int) -> None:
    """Reads the bound of a verb over its subject: «تجاوزت نسبة النجاح 74%», «يزيد عدد سكانها على 20 ألفا»."""
    m = tables.subject.match(reverse) if tables.subject else None
    if m and (bound := tables.subject_bounds.get((m.group(2)[::-1], (m.group(1) or "")[::-1]))):
        expected = m.group(1) and _expected(tables, m.group(1), m.group(2), reverse[m.end() :].split(" ", 3)[1:3])
        found.qualifier, found.start = None if expected else bound, begin - m.end(2)


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


def _of_the_one_before(text: str, tables: Tables, n: Numeral, words: str) -> bool:
    """«74 قتيلا على الأقل و187 جريحا»: before a joined number, what may stand behind one is the last one's."""
    joined = text[n.begin : n.begin + 1] in tables.figures.grammar.conjunctions
    return joined and tables.behind.fullmatch(f" {words}") is not None


def _with_clitics(tables: Tables, start: int, letters: str) -> int:
    """A preposition written onto a qualifier belongs to the figure, a conjunction does not."""
    return start - len(letters.rstrip("".join(tables.figures.grammar.conjunctions)))


def behind(text: str, tables: Tables, n: Numeral) -> Behind:
    """Reads the unit behind a number; a dual may be one itself."""
    if n.form == "dual":
        return Behind(n.end, tables.dual_units.get(text[n.start : n.end]))
    m = tables.after.match(text, n.end)
    if not m and text[n.end : n.end + 1] in CLOSING and bracketed(text, n.begin, n.end):
        m = tables.after.match(text, n.end + 1)  # «(26) كجم»
    part = n.form in ("fraction", "plural") or (n.value is not None and 0 < n.value < 1)  # "0.3 of a point"
    if not m and (part or n.article):  # «الثلاثة الأشهر»
        article = tables.article.match(text, n.end)
        m = tables.after.match(text, article.end()) if article else None
    if not m:
        return Behind(n.end)
    said = m.group(m.lastindex or 0).replace("  ", " ")
    word = said if said in tables.units or said in tables.tails else said.replace("-", " ")
    unit = tables.units.get(word)
    if unit and word in tables.tails and len(n.text) == 4:  # «2018م» is a year, «20م» are metres
        unit = None
    return Behind(m.end(), unit, "" if unit else tables.tails.get(word, ""))


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
