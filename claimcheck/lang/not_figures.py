"""Numbers that are no figures: years, ages, labels, list marks, pronouns. Each rule gives its reason."""

from __future__ import annotations

import re

from claimcheck.lang.figure import Figure
from claimcheck.lang.number_context import WORD, counted, near
from claimcheck.lang.number_tables import Tables

_TAILS = {"ages_behind": "age", "clock_behind": "clock", "names_behind": "name", "days_behind": "date"}
#: (313) 222-2058, 05-12-34-56: three groups of digits and more, one of them dashed or in brackets
_PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[ -]\(?\d{2,4}\)?){2,5}(?![\d.,]?\d)")
#: units of a time of day: «الساعة السادسة و19 دقيقة و38 ثانية»
#: the country of a phone number: "+44 20 7946 0958"
_COUNTRY = re.compile(r"\+\d{1,3}[ -]\Z")
_LONGEST_COUNTRY = 5
_CLOCK = ("min", "s")
_LONGEST_UNIT = 12
_LABEL_REACH, _LABEL_WORDS = 36, 4
#: letters written onto a label, of which the reach may leave out some
_ONTO = 4
_APOSTROPHES = ("'", "\u2018", "\u2019")
_LONGEST_LIST = 80
#: reasons that go on in a list
LISTED = ("label", "named", "year", "age", "score")
_LIST_MARKS = "-).\u2013"
_PHONE_MARKS = " -)"
_MARKS = " +-\"\u201c"
_OPENING = 3
_DATED = ("year", "maybe_year")
_YEARS = range(1900, 2100)
_ANY_YEAR = range(1000, 2200)
_MOST_LIST_MARK = 100
_OLDEST = 120
#: how far before a number that looks like a year its clause is looked over
_CLAUSE, _CLAUSE_ENDS = 60, ".,;:\n\u060c"
#: the ages below which teams are
_YOUTH = range(15, 24)
#: digits of an account or a telephone that are written in one
_ACCOUNT = 9
_LONGEST_TITLE, _TITLE_WORDS = 28, 3


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
    if f.form == "words":
        why = _in_words(text, original, tables, f)
    elif f.form == "fraction":
        return _fraction(text, tables, f)
    else:
        why = "name" if f.end - f.start == 2 and _company(text, original, tables, f) else ""
    return why or _loosely(text, original, tables, f)


def _in_words(text: str, original: str, tables: Tables, f: Figure) -> str:
    if _town(text, tables, f):
        return "name"
    if f.value == 2 and _twice(text, tables, f):
        return "phrase"
    return "age" if f.qualifier and _aged(text, original, tables, f) else ""


def _loosely(text: str, original: str, tables: Tables, f: Figure) -> str:
    """Why number words, or digits with some, are no figure."""
    written = text[f.start : f.end]
    if written in tables.nots["loose_plurals"]:
        return _loose(text, tables, f)
    if written in tables.nots["alone"]:
        return "phrase"
    if f.value == 1 and f.scale == 1:
        return _one(text, original, tables, f)
    if f.article and written in tables.bare_scales and not f.qualifier and not f.unit:
        return "phrase" if counted(text, tables, f.end) < 3 else ""
    if f.form == "words" and f.cue == "year" and _spelled_year(text, tables, f):
        return "year"
    if f.form == "words" and written in tables.nots["verbs"] and not f.joined:
        return _verb(text, tables, f)
    return ""


def _twice(text: str, tables: Tables, f: Figure) -> bool:
    """«شخصان اثنان»: the dual before says the number already."""
    last = _last_word(text, f.begin) if f.begin == f.start else ""
    return any(w in tables.words and tables.words[w].kind == "dual" for w in tables.stems(last))


def _town(text: str, tables: Tables, f: Figure) -> bool:
    """«قرية بليون», «مدينة الخمس»: behind the kind of a town, numbers agree with it or are its name."""
    if not f.article and text[f.start : f.end].partition(" ")[0] not in tables.bare_scales:
        return False
    before = text[max(0, f.start - _LONGEST_UNIT) : f.start].rpartition(" ")[0].rpartition(" ")[2]
    return any(w in tables.nots["towns"] for w in tables.stems(before))


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
    owned = WORD.match(text, f.end)
    verb = WORD.match(text, owned.end()) if owned and owned.group(1) in tables.nots["of_companies"] else None
    return verb is not None and tables.change.fullmatch(verb.group(1)) is not None


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
    if f.joined or cue not in ("label", "named", "age", "years_old", "clock"):
        return ""
    if cue == "label" and _verb_of(text, tables, f):
        return ""
    if cue == "years_old":
        return "age" if unit and unit.code == "a" else ""
    if cue == "age":
        return "age" if unit is None or unit.kind == "duration" else ""
    letter = f.end - 1  # "Room 12B"
    lettered = original[letter].isupper() and original[letter - 1].isdigit()
    if unit or f.qualifier or (f.scale > 1 and not lettered):
        return ""
    strong = text[f.cue_start : f.begin].strip(" (") in tables.nots["strong_labels"]
    if cue != "clock" and not strong and counted(text, tables, f.end) > 1 + (cue == "named"):
        return ""
    if cue == "named" and original[f.cue_start : f.begin].islower() and not _small_label(text, tables, f):
        return ""
    return "label" if cue == "named" else cue


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


def _small_label(text: str, tables: Tables, f: Figure) -> bool:
    """"Type 2 diabetes", "in week 3": a label without a capital, where nothing is counted nor the word pointed at."""
    label = text[f.cue_start : f.begin].strip()
    if not f.plain or label not in tables.nots["small_labels"]:
        return False
    uncounted = label in tables.nots["strong_labels"] or counted(text, tables, f.end) < 2
    return uncounted and _last_word(text, f.cue_start) not in tables.nots["pointing"]


def _verb_of(text: str, tables: Tables, f: Figure) -> bool:
    """Whether the word before is no label but a verb: "the dead number 347"."""
    if text[f.cue_start : f.begin].strip() not in tables.nots["label_verbs"]:
        return False
    return _last_word(text, f.cue_start) in tables.nots["numbered"]


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
    first = _word_before(text, start - 1)
    return original[first : start - 1].isupper() and _last_word(text, first) in tables.nots["labels_coded"]


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
    unit = f.unit
    if not isinstance(f.value, int) or not 0 < f.value < _OLDEST:
        return False
    if f.qualifier:
        return not unit and _below_age(text, tables, f)
    opened = text[f.start - 1 : f.start] == "("
    if unit is not None:
        return unit.code == "a" and opened and text[f.stop : f.stop + 1] == ")"
    if not tables.figures.grammar.capitals or len(f.text) > 2:
        return False
    if text[f.start - 2 : f.start] == ", " and text[f.end : f.end + 1] in (",", ".", ";"):
        name = _word_before(text, f.start - 2)
        if text[f.end] == ";":  # not "Nepal, 12; India, 30"
            two = name > 0 and original[_word_before(text, name - 1)].isupper()
            return two and len(f.text) == 2 and original[name].isupper()
        if text[f.end] == "," and len(f.text) == 2:
            return name < f.start - 2
    elif opened and text[f.end : f.end + 1] == ")":
        name = _word_before(text, f.start - 2)
    else:
        return False
    return name < f.start - 2 and original[name].isupper()


def _below_age(text: str, tables: Tables, f: Figure) -> bool:
    """"Children under 12.", "children under five are", but "children under 12 roofs"."""
    said = text[f.left : f.begin].strip()
    if said in tables.nots["ages_below"] and f.value in _YOUTH:  # «منتخب تحت 20»
        return counted(text, tables, f.end) < 2
    if said not in tables.nots["ages_maybe"]:
        return False
    who, behind = _last_word(text, f.left), counted(text, tables, f.end)
    if who in tables.nots["ages_of"]:
        return behind < 2
    return not behind and (who in tables.nots["ages_are"] or who in tables.nouns)


def bracketed_ages(text: str, tables: Tables, a: Figure, b: Figure) -> bool:
    """"children (5 to 17)": a range in brackets behind those whom ages part."""
    if a.unit or b.unit or text[a.start - 2 : a.start] != " (" or text[b.end : b.end + 1] != ")":
        return False
    oldest = b.value is not None and b.value < _OLDEST
    return oldest and _last_word(text, a.start - 1) in tables.nots["ages_of"]


def _sequel(text: str, original: str, tables: Tables, f: Figure) -> bool:
    """"Rocky 4 opens": English news spells out what is below ten but in names, units and lists ("Greens 7, Left 5")."""
    if f.unit or f.qualifier or not tables.figures.grammar.capitals:
        return False
    behind = WORD.match(text, f.end)
    if text[f.start - 1 : f.start] != " " or behind is None or behind.group(1) in tables.joints["join"]:
        return False
    if counted(text, tables, f.end) > 1 or original[behind.start(1)].isupper():
        return False
    name = _word_before(text, f.start - 1)
    opens = not text[:name].strip() if name < _OPENING else text[name - 2 : name] in (". ", "\n\n", ": ")
    return not opens and name < f.start - 1 and original[name].isupper()


def _word_before(text: str, end: int) -> int:
    """Where the word begins that ends at ``end``."""
    while end and text[end - 1].isalpha():
        end -= 1
    return end


def _year(text: str, original: str, tables: Tables, f: Figure) -> bool:
    if len(f.text) == 2 and text[f.start - 1 : f.start] in _APOSTROPHES and text[f.start - 2 : f.start - 1] == " ":
        closed = text[f.end : f.end + 1] in _APOSTROPHES or f.unit
        last = _last_word(text, f.start - 1)
        dated = last in tables.figures.grammar.determiners or tables.cues.get(last[::-1], ("",))[0] in _DATED
        quoted = counted(text, tables, f.end) > 1 and not dated  # "reads: '41 sheep'"
        return not (closed or quoted)  # "the class of '99"
    if len(f.text) != 4 or not f.text.isdigit() or int(f.text) not in _ANY_YEAR or f.unit_behind:
        return False
    value = int(f.text)
    if f.tail == "eras":
        return True
    noun = counted(text, tables, f.end)
    if _last_word(text, f.begin) in tables.nots["no_years"] or (noun < 2 and _totals(text, tables, f.begin)):
        return False
    named = f.cue == "maybe_year" or _last_word(text, f.begin) in tables.nots["maybe_years"]
    model = value in _YEARS and noun < 2 and original[f.end + 1 : f.end + 2].isupper()  # "some 2023 Ford models"
    if f.unit_before or (f.qualifier and not ((named or model) and noun < 2)):
        return False
    if f.cue == "year":
        return value in _YEARS or noun < 2
    if value not in _YEARS:
        return False
    if tables.figures.grammar.capitals and text[f.start - 2 : f.start] == ". ":
        return True
    if value % 100 and _last_word(text, f.begin) in tables.figures.grammar.determiners:
        return True
    if value % 100 == 0 and noun:
        return noun == 1 and named
    return noun < (3 if named else 2)


def _totals(text: str, tables: Tables, begin: int) -> bool:
    """"The toll rose to 2059", "stood at 2014", «ارتفع العدد إلى 2059»: what counts, and to how many."""
    clause = text[max(0, begin - _CLAUSE) : begin]
    words = clause[max(clause.rfind(mark) for mark in _CLAUSE_ENDS) + 1 :].split()
    if len(words) > 1 and f"{words[-2]} {words[-1]}" in tables.nots["counting"]:
        return True
    joints = tables.joints
    if not words or words[-1] not in joints["to"] or words[-1] not in joints["either"]:  # no "until"
        return False
    told = any(w in tables.nots["totals"] for word in words for w in tables.stems(word))
    return told and joints["opening"].isdisjoint(words)


def _spelled_year(text: str, tables: Tables, f: Figure) -> bool:
    """«عام ألفين وستة عشر»: a year in words, unless it is a round one or counts a noun."""
    like_one = isinstance(f.value, int) and f.value in _YEARS and f.value % 100 > 0
    return like_one and not f.unit and not f.qualifier and counted(text, tables, f.end) < 2


def _last_word(text: str, end: int) -> str:
    before = text[max(0, end - 24) : end]
    words = before.split() if before.endswith(" ") else None
    return words[-1].strip("(\"'") if words else ""


def _fraction(text: str, tables: Tables, f: Figure) -> str:
    if f.value is not None and f.value >= 1:
        return "fraction"
    last = _last_word(text, f.begin)
    if last in tables.nots["fractions_before"]:
        return "fraction"
    if f.joined and any(tables.words[w].kind == "ordinals" for w in tables.stems(last) if w in tables.words):
        return "clock"  # «الثالثة والنصف»
    behind = WORD.match(text, f.end)
    if behind and behind.group(1) in tables.nots["fractions_behind"]:
        return "fraction"
    if text[f.end : f.end + 1] == "-" and not f.unit_behind:
        return "fraction"
    if behind and text[f.start : f.end] in tables.nots["loose_fractions"] and not f.unit_behind:
        return "" if f.qualifier or behind.group(1) in tables.nots["fractions_counted"] else "fraction"
    articled = tables.figures.grammar.articles
    maybe_ordinal = not (text[f.start : f.end].endswith("half") or "-" in text[f.start : f.end])  # "a half-point"
    if maybe_ordinal and any(text.startswith(f"{a} ", f.start) for a in articled):
        share = (*tables.joints["of"], *tables.nots["fractions_compared"])
        if f.qualifier or (behind and behind.group(1) in share):
            return ""
        loose = behind is not None and text[f.end] == " " and behind.group(1) not in tables.nots["fractions_counted"]
        return "ordinal" if loose or _last_word(text, f.begin) not in tables.nots["fractions_of_change"] else ""
    return ""


def _loose(text: str, tables: Tables, f: Figure) -> str:
    """"Scores of goats", "Scores killed" are figures, "he scores", "scores of 45" are none."""
    of = tables.article.match(text, f.end)
    if of:
        return "phrase" if text[of.end() : of.end() + 4].strip(_MARKS)[:1].isdigit() else ""
    opens = not text[max(0, f.begin - 2) : f.begin].strip() or text[f.begin - 2 : f.begin] == ". "
    behind = WORD.match(text, f.end)
    told = behind is not None and behind.group(1) in tables.nots["plurals_counted"]
    return "" if opens or told or counted(text, tables, f.end) == 3 else "phrase"


def _one(text: str, original: str, tables: Tables, f: Figure) -> str:
    """"One" counts beside what it counts: "one person", «شخص واحد»; elsewhere it is a pronoun."""
    if text[f.start : f.end] not in tables.words_for_one:
        return ""
    if f.article or original[f.start : f.end].lower() not in tables.figures.one:  # «وأحد جدرانه» is spelled otherwise
        return "pronoun"
    last = _last_word(text, f.begin)
    a_while = bool(tables.nots["one_nouns"]) and f.unit is not None and f.unit.kind == "duration"  # "pour un mois"
    if f.qualifier or last in tables.nots["one_counted"] or (f.unit and not a_while):
        return ""
    behind = WORD.match(text, f.end)
    if behind and text[f.end] == "-" and behind.group(1) in tables.nots["one_hyphened"]:
        return ""
    if behind and behind.group(1) in tables.joints["of"] and _only(text, tables, last, f.begin):
        return ""
    agrees = tables.figures.one_behind_noun and last in tables.nouns  # «حالة وفاة واحدة من بين»
    if (behind and behind.group(1) in tables.nots["one_behind"] and not agrees) or last in tables.nots["one_before"]:
        return "pronoun"
    if original[f.start].isupper() and behind and original[behind.start(1)].isupper() and last:
        return "name"
    if tables.nots["one_nouns"]:
        return "" if behind and behind.group(1) in tables.nots["one_nouns"] else "pronoun"
    if tables.figures.one_behind_noun:
        return "" if last and last[-1].isalpha() and f.begin == f.start else "pronoun"
    return "" if behind and text[f.end] == " " else "pronoun"


def _only(text: str, tables: Tables, last: str, begin: int) -> bool:
    """"Only one of the three came", but "he is the only one of them"."""
    return last in tables.nots["one_only"] and _last_word(text, begin - len(last) - 1) not in tables.nots["one_before"]


def one_of_several(text: str, tables: Tables, end: int, f: Figure) -> bool:
    """"Two were hurt and one was killed": "one" goes on from a figure of its sentence, which ends at ``end``."""
    if f.begin - end > _LONGEST_LIST or f.article or f.scale > 1:
        return False
    gap = text[end : f.begin].rstrip()
    joined = f.joined or gap.endswith((",", ";")) or gap.rpartition(" ")[2] in tables.joints["join"]
    if not joined or any(mark in f"{gap} " for mark in (". ", "\n", "? ", "! ")):
        return False
    behind = WORD.match(text, f.end)
    return behind is not None and behind.group(1) in tables.nots["one_among"]


def listed_counts(text: str, tables: Tables, end: int, f: Figure) -> bool:
    """"Ravenswood (50 houses), Longwood (30)": a number in brackets goes on from a count in brackets, no age."""
    gap = text[end : f.begin]
    closed = gap.find(")")
    if f.unit or closed < 0 or len(gap) > _LONGEST_LIST or gap[-2:] != " (" or gap.count("(") > 1 or "." in gap:
        return False
    opened = text.rfind("(", max(0, end - _LONGEST_UNIT), end)
    return opened >= 0 and text[opened + 1 : end].strip().isalnum() and gap[closed + 1 : closed + 2] in (",", ";", " ")


def _verb(text: str, tables: Tables, f: Figure) -> str:
    """«ألف كتابا»: a thousand is followed by a genitive, the accusative tells the verb "he wrote"."""
    behind = WORD.match(text, f.end)
    accusative = behind is not None and behind.group(1).endswith(tuple(tables.figures.grammar.accusative))
    return "verb" if accusative and not f.unit and not f.qualifier else ""
