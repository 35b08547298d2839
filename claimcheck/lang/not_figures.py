"""Numbers that are no figures: years, ages, labels, list marks, telephones. Each rule gives its reason."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.lang.figure import Figure
from claimcheck.lang.not_words import words_reason
from claimcheck.lang.number_context import counted, last_word, near, word_before, word_behind
from claimcheck.lang.number_tables import Tables

_TAILS: Final = {"ages_behind": "age", "clock_behind": "clock", "names_behind": "name", "days_behind": "date"}
#: (313) 222-2058, 05-12-34-56: three groups of digits and more, one of them dashed or in brackets
_PHONE: Final = re.compile(r"\+?\(?\d{1,4}\)?(?:[ -]\(?\d{2,4}\)?){2,5}(?![\d.,]?\d)")
#: the country of a phone number: "+44 20 7946 0958"
_COUNTRY: Final = re.compile(r"\+\d{1,3}[ -]\Z")
_LONGEST_COUNTRY: Final = 5
#: units of a time of day: «الساعة السادسة و19 دقيقة و38 ثانية»
_CLOCK = ("min", "s")
#: cues that make labels of numbers
_LABELS = ("label", "named", "age", "years_old", "clock")
_LONGEST_UNIT: Final = 12
_LABEL_REACH: Final = 36
_LABEL_WORDS: Final = 4
#: letters written onto a label, of which the reach may leave out some
_ONTO: Final = 4
_APOSTROPHES = ("'", "\u2018", "\u2019")
_LONGEST_LIST: Final = 80
#: reasons that go on in a list
LISTED = ("label", "named", "year", "age", "score")
_LIST_MARKS: Final = "-).\u2013"
_PHONE_MARKS: Final = " -)"
_OPENING: Final = 3
_DATED = ("year", "maybe_year")
_YEARS = range(1900, 2100)
_ANY_YEAR = range(1000, 2200)
_MOST_LIST_MARK: Final = 100
_OLDEST: Final = 120
#: how far before a number that looks like a year its clause is looked over
_CLAUSE: Final = 60
_CLAUSE_ENDS: Final = ".,;:\n\u060c"
#: the ages below which teams are
_YOUTH = range(15, 24)
#: digits of an account or a telephone that are written in one
_ACCOUNT: Final = 9
_LONGEST_TITLE: Final = 28
_TITLE_WORDS: Final = 3


def reason(text: str, original: str, tables: Tables, f: Figure, labels: list[int]) -> str:
    """Why the numeral is no figure; "" where it is one.

    ``original`` is the text before folding, ``labels`` are the offsets of words that make a label of a number a few
    words on.
    """
    unit, behind = f.unit_behind, text[f.end : f.end + 1]
    if f.tail in _TAILS:
        return _TAILS[f.tail]
    if unit and text[f.stop : f.stop + 1] == "-" and text[f.stop + 1 : f.stop + 2].isdigit():
        return "name"  # "6-foot-9"
    if f.cue or unit:
        if why := _labelled(text, original, tables, f):
            return why
    elif labels and f.plain and _label_apart(text, tables, f, labels):
        return "label"
    if (f.unit_before or behind == "-") and _lettered(text, original, f):
        return "name"
    if f.plain:
        return _plain(text, original, tables, f, behind)
    if f.qualifier and f.form == "words" and _aged(text, original, tables, f):
        return "age"
    if f.end - f.start == 2 and f.form not in ("words", "fraction") and _company(text, original, tables, f):
        return "name"
    return words_reason(text, original, tables, f)


def _foreign(text: str, tables: Tables, f: Figure) -> bool:
    """"iPhone 18", "Bell 412" amid Arabic: a number behind a Latin word is part of a name, where nothing is counted."""
    if f.unit or f.qualifier:
        return False
    latin = text[f.start - 1 : f.start] == " " and "a" <= text[f.start - 2 : f.start - 1] <= "z"
    return latin and counted(text, tables, f.end) < 3


def _company(text: str, original: str, tables: Tables, f: Figure) -> bool:
    """"3M said", "3M shares fell": a digit and a capital letter that scale nothing counted."""
    if not original[f.start].isdigit() or not original[f.start + 1].isupper():
        return False
    if f.unit or f.qualifier or counted(text, tables, f.end) < 2:
        return not f.unit and not f.qualifier
    owned = word_behind(text, f.end)
    verb = word_behind(text, f.end + 1 + len(owned)) if owned in tables.nots["of_companies"] else ""
    return tables.change.fullmatch(verb) is not None


def _lettered(text: str, original: str, f: Figure) -> bool:
    """"N95": the letter of a currency is one before a scale or thousands only, and a capital; "a 10-Q filing"."""
    if text[f.end : f.end + 1] == "-" and original[f.end + 1 : f.end + 2].isupper():
        return f.plain and not text[f.end + 2 : f.end + 3].isalnum()
    letter = text[f.start - 1 : f.start]
    if f.form == "words" or not f.unit_before or not letter.isalpha() or text[f.start - 2 : f.start - 1].isalpha():
        return False
    return not original[f.start - 1].isupper() or (f.scale == 1 and "," not in f.text)


def _labelled(text: str, original: str, tables: Tables, f: Figure) -> str:
    """"Flight 370", "aged 45", «الساعة 16»: what the word before makes of the number."""
    cue, unit = f.cue, f.unit_behind
    if unit and unit.code == "a" and text[f.left : f.head].rstrip() in tables.nots["ages_below"]:
        return "age"
    if cue == "clock" and ((unit and unit.code in _CLOCK) or f.form == "fraction"):
        return "clock"
    if f.joined or cue not in _LABELS:
        return ""
    if cue == "years_old":
        return "age" if unit and unit.code == "a" else ""
    if cue == "age":
        return "age" if unit is None or unit.kind == "duration" else ""
    letter = f.end - 1  # "Room 12B"
    lettered = original[letter].isupper() and original[letter - 1].isdigit()
    if unit or f.qualifier or (f.scale > 1 and not lettered):
        return ""
    if cue == "clock":
        return cue
    return "label" if _names(text, original, tables, f) else ""


def _names(text: str, original: str, tables: Tables, f: Figure) -> bool:
    """Whether the label before is one here: not "the dead number 347", nor beside what is counted ("page 3 goats").

    Without its capital, "type 2 diabetes", "in week 3" are labels where the word is not pointed at ("that week 3 ...").
    """
    nots, label, named = tables.nots, text[f.cue_start : f.begin].strip(" ("), f.cue == "named"
    if not named and label in nots["label_verbs"] and last_word(text, f.cue_start) in nots["numbered"]:
        return False
    behind = 0 if label in nots["strong_labels"] else counted(text, tables, f.end)
    if not named or not original[f.cue_start : f.begin].islower():
        return behind < 2 + named
    small = f.plain and behind < 2 and label in nots["small_labels"]
    return small and last_word(text, f.cue_start) not in nots["pointing"]


def _label_apart(text: str, tables: Tables, f: Figure, labels: list[int]) -> bool:
    """«القرار الأممي 2254»: words of a name, the last of them definite, part a number from its label."""
    if not near(labels, f.begin - _LABEL_REACH - _ONTO, f.begin):
        return False
    words = text[max(0, f.begin - _LABEL_REACH) : f.begin].rstrip("(").split()[-_LABEL_WORDS:]
    if f.qualifier or not words or not words[-1].startswith(tables.definite) or f.joined:
        return False
    if words[-1] in tables.joints["to"]:  # «إلى» begins like a definite noun
        return False
    named = any(w in tables.nots["labels_apart"] for word in words[:-1] for w in tables.stems(word))
    return named and text[f.begin - 1] in " (" and counted(text, tables, f.end) < 2


def _plain(text: str, original: str, tables: Tables, f: Figure, behind: str) -> str:
    """What digits alone are but a figure. Most stand between blanks: each rule is asked where its mark is."""
    start, end, long = f.start, f.end, len(f.text)
    opening = text[start - 3 : start] if start > 3 else "\n"
    if not tables.figures.grammar.capitals and _foreign(text, tables, f):
        return "name"
    if "\n" in opening and _furniture(text, start, end):
        return "furniture"
    before, follows = text[start - 1 : start], text[end + 1 : end + 2]
    if before == "[" and _reference(text, start, end):
        return "reference"
    if behind and behind in _LIST_MARKS and not f.unit_behind and _list_mark(text, f):
        return "list"
    if (f.qualifier or before == "(" or text[start - 2 : start] == ", ") and _aged(text, original, tables, f):
        return "age"
    if (long == 4 or (long == 2 and before in _APOSTROPHES)) and _year(text, original, tables, f):
        return "year"
    if f.text[0] == "0" and _serial(text, tables, f):
        return "phone"
    goes_on = behind != " " or follows.isdigit() or follows == "(" or " " in f.text
    if goes_on and phone(text, start, end):
        return "phone"
    if before == " " and original[start - 2].isupper() and _coded(text, original, tables, start):
        return "label"
    if long >= _ACCOUNT and not (f.unit or f.qualifier) and _account(text, tables, f):
        return "phone"
    if long == 1 and _sequel(text, original, tables, f):
        return "name"
    if behind == '"' and not (f.unit or f.qualifier) and _titled(text, f.start, end):
        return "name"
    capital = behind == " " and original[end + 1 : end + 2].isupper()
    return _of_a_name(text, original, tables, end) if capital and not f.qualifier else ""


def _of_a_name(text: str, original: str, tables: Tables, end: int) -> str:
    """"10 Downing Street", "33 Brigade", "181 Amphibious Battalion": capitals from the number to the noun it names."""
    m = tables.street.match(text, end)
    if m is None:
        return ""
    last = m.end() - len(m.group().rpartition(" ")[2])
    if m.group().strip(" ") in tables.nots["streets"] or not original[last].isupper():
        return ""
    if text[last : m.end()] in tables.nots["streets"]:
        return "address"
    return "" if original[m.end() + 1 : m.end() + 2].isupper() else "name"


def _serial(text: str, tables: Tables, f: Figure) -> bool:
    """Digits that begin with a zero; «05 أشخاص» is a figure all the same."""
    if len(f.text) < 2 or not f.text.isdigit():
        return False
    return len(f.text) > 2 or not (f.unit_behind or counted(text, tables, f.end) == 3)


def _coded(text: str, original: str, tables: Tables, start: int) -> bool:
    """"Flight GE 235": the letters of an airline stand between the label and its number."""
    first = word_before(text, start - 1)
    return original[first : start - 1].isupper() and last_word(text, first) in tables.nots["labels_coded"]


def _account(text: str, tables: Tables, f: Figure) -> bool:
    """So many digits in one run, no round number and nothing counted: a telephone, an account."""
    return f.text.isdigit() and not f.text.endswith("000") and counted(text, tables, f.end) < 2


def _titled(text: str, start: int, end: int) -> bool:
    """«عملية "درع 2"», the series "Rocky 4": a number that ends a few words between quotation marks."""
    opened = text.rfind('"', max(0, start - _LONGEST_TITLE), start)
    words = text[opened + 1 : start - 1]
    if opened < 0 or text[start - 1] != " " or text[end + 1 : end + 2].isalnum() or text[opened - 1 : opened].isalnum():
        return False
    return words[:1].isalpha() and words.count(" ") < _TITLE_WORDS and not any(c in words for c in ".,:;\n")


def phone(text: str, start: int, end: int) -> int:
    """Where the phone number ends that the digits open; 0 where they open none."""
    mark = text[end : end + 1]
    if not mark or mark not in _PHONE_MARKS:
        return 0
    follows = text[end + 1 : end + 2]
    if mark != ")" and not follows.isdigit() and follows != "(" and text[start:end].isdigit():
        return 0  # nearly all
    if " " in text[start:end] and "+" not in (text[start - 1 : start], text[start]):
        return 0  # with blanks inside, the digits are thousands: "(18 000 668)", "37 000-38 000"
    m = _PHONE.match(text, start - (text[start - 1 : start] in ("(", "+")))
    if not m:
        return 0
    abroad = _COUNTRY.search(text, max(0, start - _LONGEST_COUNTRY), start)
    return m.end() if abroad or text[start] == "0" or any(mark in m.group() for mark in "-()+") else 0


def _furniture(text: str, start: int, end: int) -> bool:
    """A line that has the digits alone."""
    before, behind = text[max(0, start - 3) : start], text[end : end + 3]
    if start > 3 and "\n" not in before:  # nearly all
        return False
    line = (text.rfind("\n", max(0, start - 3), start) + 1) or (0 if start <= 3 else -1)
    if line < 0 or before.rpartition("\n")[2].strip(" \t*-|"):
        return False
    rest = behind.partition("\n")[0]
    return not rest.strip(" \t*-|\r") and ("\n" in behind or end + 3 >= len(text))


def _reference(text: str, start: int, end: int) -> bool:
    """A footnote's number: "11.5 miles,[5]", "fell 12% [4]"."""
    bracketed = start > 1 and text[start - 1] == "[" and text[end : end + 1] == "]"
    return bracketed and not (text[start - 2].isspace() and text[end + 2 : end + 3].isalpha())


def _list_mark(text: str, f: Figure) -> bool:
    """«1- », "2) ", and at the start of a line "3. "."""
    mark, follows = text[f.end : f.end + 1], text[f.end + 1 : f.end + 2]
    if not f.text.isdigit() or int(f.text) >= _MOST_LIST_MARK:
        return False
    starts = not f.start or text[f.start - 1] == "\n" or text[f.start - 2 : f.start] == ". " or (
        f.text == "1" and text[f.start - 2 : f.start] == ": ")  # "Victims: 35. "
    if mark == ")":
        return text.rfind("(", max(0, f.start - 40), f.start) < 0
    if mark == "." and not starts:
        return False
    return follows in (" ", "\t") or (starts and follows.isalpha() and not "a" <= follows <= "z")


def continues(text: str, tables: Tables, last: str, end: int, f: Figure) -> bool:
    """Whether the figure goes on a list of labels, years or ages: "resolutions 2118, 2209 and 2254"."""
    unit = f.unit_behind
    if f.joined and unit and f.begin - end < _LONGEST_UNIT:  # «عمره 42 عاما و39 يوما»
        return (last == "clock" and unit.code in _CLOCK) or (last == "age" and unit.kind == "duration")
    if last == "score":  # the tie-break of a set: "7-6 (8)", and what is no score: "played 4-3-3"
        gap = text[end : f.begin]
        return f.plain and (gap == "-" or (gap == " (" and text[f.end : f.end + 1] == ")"))
    if last not in LISTED or not f.plain or f.unit_behind or f.qualifier:
        return False
    if text[end : f.begin].strip(" ,\u060c/-") not in tables.joints["list"] or f.begin - end > 6:
        return False
    return f.text.isdigit() and (len(f.text) == 4 if last == "year" else counted(text, tables, f.end) < 2)


def _aged(text: str, original: str, tables: Tables, f: Figure) -> bool:
    """«(45 عاما)», "Smith, 45,", "Ann Smith, 45;", "Smith (45)", "children under 12."."""
    if not isinstance(f.value, int) or not 0 < f.value < _OLDEST:
        return False
    if f.qualifier:
        return not f.unit and _below_age(text, tables, f)
    opened, closed = text[f.start - 1 : f.start] == "(", text[f.stop : f.stop + 1]
    if f.unit is not None:
        return f.unit.code == "a" and opened and closed == ")"
    if not tables.figures.grammar.capitals or len(f.text) > 2 or closed not in ((")",) if opened else (",", ".", ";")):
        return False
    name = word_before(text, f.start - 2)
    if closed == ";":  # not "Nepal, 12; India, 30"
        two = name > 0 and original[word_before(text, name - 1)].isupper()
        return two and len(f.text) == 2 and original[name].isupper()
    if opened and _is_place(text, original, tables, name, f.start - 2):
        return False
    return name < f.start - 2 and (original[name].isupper() or (closed == "," and len(f.text) == 2))


def _is_place(text: str, original: str, tables: Tables, name: int, end: int) -> bool:
    """"Aleppo (12)", "New York (5)", but "Whitney Houston (48)": whether a place alone is named before a number."""
    first = word_before(text, name - 1) if text[name - 1 : name] == " " else name
    return text[name if first == name or not original[first].isupper() else first : end] in tables.places


def _below_age(text: str, tables: Tables, f: Figure) -> bool:
    """"Children under 12.", "children under five are", but "children under 12 roofs"."""
    said = text[f.left : f.begin].strip()
    if said in tables.nots["ages_below"] and f.value in _YOUTH:  # «منتخب تحت 20»
        return counted(text, tables, f.end) < 2
    if said not in tables.nots["ages_maybe"]:
        return False
    who, behind = last_word(text, f.left), counted(text, tables, f.end)
    if who in tables.nots["ages_of"]:
        return behind < 2
    return not behind and (who in tables.nots["ages_are"] or who in tables.nouns)


def bracketed_ages(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """"children (5 to 17)": a range in brackets behind those whom ages part."""
    if a.unit or b.unit or text[a.start - 2 : a.start] != " (" or text[b.end : b.end + 1] != ")":
        return False
    oldest = b.value is not None and b.value < _OLDEST
    return oldest and last_word(text, a.start - 1) in tables.nots["ages_of"]


def _sequel(text: str, original: str, tables: Tables, f: Figure) -> bool:
    """"Rocky 4 opens": English news spells out what is below ten but in names, units and lists ("Greens 7, Left 5")."""
    if f.unit or f.qualifier or not tables.figures.grammar.capitals or text[f.start - 1 : f.start] != " ":
        return False
    behind = word_behind(text, f.end)
    if not behind or behind in tables.joints["join"] or original[f.end + 1].isupper():
        return False
    name = word_before(text, f.start - 1)
    opens = not text[:name].strip() if name < _OPENING else text[name - 2 : name] in (". ", "\n\n", ": ")
    if opens or name == f.start - 1 or not original[name].isupper():
        return False
    return counted(text, tables, f.end) < 2


def _year(text: str, original: str, tables: Tables, f: Figure) -> bool:
    begin = f.left if f.qualifier else f.begin
    last = last_word(text, f.begin)
    if len(f.text) == 2:
        return text[f.start - 2 : f.start - 1] == " " and _short_year(text, tables, f)
    if not f.text.isdigit() or int(f.text) not in _ANY_YEAR or f.unit_behind:
        return False
    value = int(f.text)
    if f.tail == "eras":
        return True
    noun = counted(text, tables, f.end)
    if last_word(text, begin) in tables.nots["no_years"] or (noun < 2 and _totals(text, tables, begin, f.qualifier)):
        return False
    named = f.cue == "maybe_year" or last in tables.nots["maybe_years"]
    model = value in _YEARS and noun < 2 and original[f.end + 1 : f.end + 2].isupper()  # "some 2023 Ford models"
    if f.unit_before or (f.qualifier and not ((named or model) and noun < 2)):
        return False
    if f.cue == "year":
        return value in _YEARS or noun < 2
    if value not in _YEARS:
        return False
    if tables.figures.grammar.capitals and text[f.start - 2 : f.start] == ". ":
        return True
    if value % 100 == 0 and noun:
        return noun == 1 and named
    return noun < (3 if named else 2) or (value % 100 > 0 and last in tables.figures.grammar.determiners)


def _short_year(text: str, tables: Tables, f: Figure) -> bool:
    """"The class of '99", but no "reads: '41 sheep'"."""
    last = last_word(text, f.start - 1)
    dated = last in tables.figures.grammar.determiners or tables.cues.get(last[::-1], ("",))[0] in _DATED
    closed = text[f.end : f.end + 1] in _APOSTROPHES or f.unit
    return not closed and (dated or counted(text, tables, f.end) < 2)


def _totals(text: str, tables: Tables, begin: int, bounded: object) -> bool:
    """"The toll rose to 2059", "stood at more than 2014", «ارتفع العدد منذ مايو إلى نحو 2059»: what counts, and to how
    many; no year is told by a bound."""
    clause = text[max(0, begin - _CLAUSE) : begin]
    words = clause[max(clause.rfind(mark) for mark in _CLAUSE_ENDS) + 1 :].split()
    if len(words) > 1 and f"{words[-2]} {words[-1]}" in tables.nots["counting"]:
        return True
    joints = tables.joints
    if not words or words[-1] not in joints["to"] or words[-1] not in joints["either"]:  # no "until"
        return False
    told = any(w in tables.nots["totals"] for word in words for w in tables.stems(word))
    return told and bool(bounded or joints["opening"].isdisjoint(words))


def listed_counts(text: str, tables: Tables, end: int, f: Figure) -> bool:
    """"Ravenswood (50 houses), Longwood (30)": a number in brackets goes on from a count in brackets, no age."""
    gap = text[end : f.begin]
    closed = gap.find(")")
    if f.unit or closed < 0 or len(gap) > _LONGEST_LIST or gap[-2:] != " (" or gap.count("(") > 1 or "." in gap:
        return False
    opened = text.rfind("(", max(0, end - _LONGEST_UNIT), end)
    return opened >= 0 and text[opened + 1 : end].strip().isalnum() and gap[closed + 1 : closed + 2] in (",", ";", " ")
