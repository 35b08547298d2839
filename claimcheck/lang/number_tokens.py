"""Digits and number words found in a folded text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from claimcheck.lang.number_lexicon import Word
from claimcheck.lang.number_tables import Tables
from claimcheck.model import Number

#: more digits than this are no figure but an account or a serial number
_MOST_DIGITS: Final = 18
_LONGEST_WORD: Final = 16
_LONGEST_FRACTION: Final = 3
_LONGEST_CLITIC: Final = 4
#: what may stand beside a number that is all of a text
_ALONE: Final = 2
#: what a number word takes with its phrase, at most
_LONGEST_PHRASE: Final = 80
#: a height in metres is at most so much, and what has it stands at most so many characters before
_HIGHEST: Final = 100
_MEASURED_REACH: Final = 40
#: a length that is told in metres behind it is at most so many characters
_LENGTH: Final = 24
#: digits with separators, a whole number with a fraction; blanks only between groups of three that leave no doubt
_DIGITS: Final = re.compile("|".join((
    r"\d{1,3}[ -][1-7]/[2-8](?![\d/])",
    r"\d{1,3}(?: \d{3}){2,5}(?!\d)",
    r"\d{1,3}(?: \d{3}){0,4} 000(?!\d)",
    r"\d{1,3}(?:,\d{3})*, 000(?!\d)",
    r"\d+(?:[.,\u066b\u066c\u060c]\d+)*",
)))
_RUN: Final = re.compile(r"\d+")
_ALNUM: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NOUN: Final = re.compile(r" ([^\W\d_]+)")
#: fewer letters may be part of a name
_WORD: Final = 4
#: written onto a whole number: "2½ miles"
_PARTS: Final = frozenset("¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_TENS = range(20, 100, 10)
#: kinds of tokens that an ordinal may begin with
_COMPOUND = ("ordinals", "words")
#: kinds of tokens that are none of a number
_NAMES = ("name", "nothing")
#: words that may stand hyphened before a number: "magnitude-6.1", "mid-2017"
_CUES = ("money", "measure", "year")
#: words that are often written together with the digits behind them
_LOOSE = ("about", "at_least", "more_than", "at_most", "less_than", "filler", "between")


class Token:
    """A number, or a word that takes part in numbers.

    ``begin`` is where its letters begin, ``head`` where it begins without a conjunction, ``start`` where the
    number itself begins. ``joined`` says that a conjunction is written onto it, ``article`` that the article is.
    """

    def __init__(self, begin: int, head: int, start: int, end: int, kind: str, value: Number, joined: bool = False,
                 article: bool = False, text: str = "") -> None:
        self.begin, self.head, self.start, self.end = begin, head, start, end
        self.kind, self.value, self.joined, self.article, self.text = kind, value, joined, article, text

    def moved(self, by: int) -> Token:
        """The same token so much further on."""
        return Token(self.begin + by, self.head + by, self.start + by, self.end + by, self.kind, self.value,
                     self.joined, self.article, self.text)


def adjoins(text: str, tables: Tables, last: Token, token: Token) -> bool:
    """Whether a token is one ordinal with the one at once before it, which becomes it.

    Digits hyphened to the digits of a name become a name: "ATR-72-600", "Boeing 737-800".
    """
    if last.kind in _COMPOUND and token.begin - last.end == 1 and _compound(text, tables, last, token):
        last.end, last.value, last.kind = token.end, last.value + token.value, "ordinals"
        return True
    hyphened = token.start - last.end == 1 and text[last.end] == "-" and text[last.end - 1].isdecimal()
    if hyphened and last.kind in _NAMES and text[token.start].isdecimal():
        token.kind = "name"
    return False


def _compound(text: str, tables: Tables, first: Token, token: Token) -> bool:
    """Whether a ten and an ordinal are one: «الخامسة عشرة», «الحادي والعشرين», "twenty-sixth"; a mark parts them."""
    if first.kind == "ordinals" and token.kind == "words" and text[first.end] == " ":
        return (token.value == 10 and token.begin == token.start) or (token.joined and token.value in _TENS)
    hyphened = first.kind == "words" and text[first.end] == "-" and first.value in _TENS
    return hyphened and token.value < 10 and is_ordinal(tables, token) and token.text not in tables.units


def is_ordinal(tables: Tables, token: Token) -> bool:
    """Whether a token names a place in a row; "sixth" may be one and a part."""
    return token.kind == "ordinals" or (
        token.kind == "parts" and token.text in tables.figures.ordinals.get(str(token.value), ()))


def unmarked(text: str, tables: Tables, at: int, end: int) -> Token | None:
    """The word at a place with no mark before it: the start of the text, or digits."""
    m = tables.word.match(f" {text[at : min(end, at + _LONGEST_PHRASE)]}")
    return word_token(tables, m, at - 1) if m else None


def begins(text: str, tables: Tables, at: int) -> bool:
    """Whether digits may begin a number: not behind letters other than those that are written onto one."""
    first = at
    while first and at - first <= _LONGEST_WORD and text[first - 1].isalnum() and not text[first - 1].isdecimal():
        first -= 1
    if first == at or (text[first:at] in tables.attached and not text[max(0, first - 1) : first].isdecimal()):
        return True
    return _run_on(text, tables, first, at)


def _run_on(text: str, tables: Tables, first: int, at: int) -> bool:
    """«حوالي500», «يستوعب3800حاج», «بنسبة25%», «فقدان400 شخص»: a blank was lost."""
    if tables.figures.grammar.capitals or text[first] <= "z":
        return False
    if tables.cues.get(text[first:at][::-1], ("",))[0] in _LOOSE:
        return True
    m = _RUN.match(text, at)
    if m is None:
        return False
    behind, noun = text[m.end() : m.end() + 1], _NOUN.match(text, m.end())
    return behind == "%" or (behind.isalpha() and behind > "z") or (
        at - first >= _WORD and noun is not None and _counts(tables, noun.group(1)))


def _counts(tables: Tables, word: str) -> bool:
    """Whether a word behind digits shows that they count: a noun, a scale, an accusative."""
    accusative = tuple(tables.figures.grammar.accusative)
    return word in tables.nouns or word in tables.words or word.endswith(accusative)


def word_token(tables: Tables, m: re.Match[str], base: int = 0) -> Token | None:
    """The token of a word; one written together with its prefix in the pack («الاثنين») comes first. None for a word
    that ends like a dual and is none."""
    words, grammar = tables.words, tables.figures.grammar
    onto, word = m.group(1, 2) if m.group(2) else _dual(tables, m.group(3))
    if not word:
        return None
    end = base + m.end()
    first = end - len(word)
    if "  " in word:
        word = word.replace("  ", " ")
    if not onto:
        known = words[word]
        if known.kind == "nothing" and (share := _share(tables, m)):
            first, known = end - len(share), Word("digits", int(share))
            word = share
        return Token(first, first, first, end, known.kind, known.value, text=word)
    joined = onto[0] in grammar.conjunctions
    known = words.get(onto + word) or words.get(onto[joined:] + word) or words[word]
    begin = first - len(onto)
    return Token(begin, begin + joined, first, end, known.kind, known.value, joined,
                 onto[joined:] in grammar.definite, word)


def _share(tables: Tables, m: re.Match[str]) -> str:
    """The digits that end a phrase and are a share: "the top 5 percent"."""
    after = tables.after.match(m.string, m.end()) if m.group()[-1].isdigit() else None
    unit = tables.units.get(after.group().strip(" -")) if after else None
    return m.group().split()[-1] if unit and unit.kind == "share" and m.group().split()[-1].isdigit() else ""


def _dual(tables: Tables, written: str) -> tuple[str, str]:
    """The letters written onto a dual, and the dual; both empty where it is no word of the pack."""
    for n in range(_LONGEST_CLITIC, -1, -1):
        if written[n:] in tables.words and (not n or written[:n] in tables.clitics):
            return written[:n], written[n:]
    return "", ""


def digits_at(text: str, tables: Tables, at: int, end: int) -> tuple[Token, int]:
    """The token of the digits at a place, and where what is read of the text ends."""
    m = _DIGITS.match(text, at, end) or _RUN.match(text, at, end)
    assert m is not None
    token = _digits(text, tables, m.start(), m.end())
    return token, max(m.end(), token.end)


def parsed(tables: Tables, start: int, end: int, digits: str) -> Token:
    """The token of digits by themselves; kind ``name`` where they are no number."""
    grammar = tables.figures.grammar
    value = parse(digits, grammar.decimal_comma, grammar.comma_decimal_only)
    return Token(start, start, start, end, "digits" if value is not None else "name", value or 0, text=digits)


def _digits(text: str, tables: Tables, start: int, end: int) -> Token:
    """The token of the digits ``text[start:end]``; kind ``name`` where they belong to a name."""
    grammar = tables.figures.grammar
    token = parsed(tables, start, end, text[start:end])
    if text[end : end + 1] in _PARTS and isinstance(token.value, int) and token.kind == "digits":
        end = token.end = end + 1
        token.value, token.text = token.value + unicodedata.numeric(text[end - 1]), text[start:end]
    if text[end : end + 1] in grammar.reversed_points and (whole := _RUN.match(text, end + 1)):
        _reverse(token, whole)
        end = token.end
    if start:
        written_before(text, tables, token)
    if end < len(text) and token.kind == "digits":
        if text[end].isalpha():
            _behind(text, tables, token)
        elif text[end] in "+(" and text[end + 1 : end + 2].isalnum():
            token.kind = "name"
    return token


def _reverse(token: Token, whole: re.Match[str]) -> None:
    """«40ر43» is 43.40: the point is a letter, and what stands before it is the fraction."""
    if token.text.isdigit() and len(token.text) <= _LONGEST_FRACTION and len(whole.group()) <= _MOST_DIGITS:
        token.value, token.end = number_of(f"{whole.group()}.{token.text}"), whole.end()
        token.text += whole.string[token.start + len(token.text) : whole.end()]


def written_before(text: str, tables: Tables, token: Token) -> None:
    before = text[token.start - 1]
    if before.isalpha():
        _letters(text, tables, token, token.start)
    elif before in ".\u066b" and not (token.start > 1 and text[token.start - 2].isalnum()):
        token.begin = token.head = token.start = token.start - 1
        token.value = number_of(f"0.{token.text}") if token.text.isdigit() else 0
        token.text = f".{token.text}"
        if token.start and text[token.start - 1] == "-":
            written_before(text, tables, token)
    elif before == " ":
        if tables.figures.grammar.definite:
            _article(text, tables, token)
    elif before == "-" and token.start > 1 and text[token.start - 2].isalpha():
        _letters(text, tables, token, token.start - 1)
    elif before in "-+\u2212" and (token.start == 1 or text[token.start - 2] in " \n\t("):
        token.begin = token.head = token.start = token.start - 1
        token.value = token.value if before == "+" else -token.value
    elif before == "/" and (text[token.end : token.end + 1] == "/" or _measured(text, tables, token.start - 1)):
        pass  # «و/300/ طن», "68kW/92hp"
    elif (before in "_/@#&=" and token.start > 1 and text[token.start - 2].isalpha()) or before in "#@_+":
        token.kind = "name"


def _measured(text: str, tables: Tables, end: int) -> bool:
    """Whether a unit ends there behind digits: "68kW", «68 كيلووات»."""
    first = end
    while first and end - first < _LONGEST_WORD and text[first - 1].isalpha():
        first -= 1
    return text[max(0, first - 2) : first].rstrip()[-1:].isdecimal() and text[first:end] in tables.units


def _article(text: str, tables: Tables, token: Token) -> None:
    """An article that stands apart from its digits: «الساعات الـ 24»."""
    begin = text.rfind(" ", max(0, token.start - _LONGEST_WORD), token.start - 1) + 1
    if text[begin : token.start - 1] in tables.figures.grammar.definite:
        token.begin = token.head = begin
        token.article = True


def _letters(text: str, tables: Tables, token: Token, at: int) -> None:
    """Letters before the digits: clitics, a currency code, or a name."""
    begin = at
    while begin and at - begin < _LONGEST_WORD and text[begin - 1].isalpha():
        begin -= 1
    letters = text[begin:at]
    if letters in tables.clitics:
        token.begin = begin
        token.joined = letters[0] in tables.figures.grammar.conjunctions
        token.head = begin + token.joined
        token.article = letters[token.joined:] in tables.figures.grammar.definite
    elif at == token.start and tables.cues.get(f"{letters[::-1]}{text[begin - 1 : begin]}", ("",))[0] == "money":
        return  # "$US141 million"
    elif at < token.start and text[begin - 1 : begin] == "-" and letters in tables.joints["hyphened"]:
        return  # "20-to-30", "1-in-10"
    elif at < token.start and (known := tables.words.get(letters)) and (
        known.kind in ("scales", "plurals") or known == ("words", 0)
    ):
        return  # "5 million-10 million", «صفر-1»
    elif at < token.start and text[begin - 1 : begin].isdecimal() and (
        letters in tables.glued or letters in tables.units
    ):
        return  # "1.2m-1.4m", "5km-10km"
    elif at == token.start and _run_on(text, tables, begin, at):
        return
    elif not any(tables.cues.get(cue, ("",))[0] in _CUES for cue in (letters[::-1], f"-{letters[::-1]}")) and not (
        at == token.start and tables.cues.get(letters, ("",))[0] == "letter"
    ):
        token.kind = "name"


def _behind(text: str, tables: Tables, token: Token) -> None:
    """Letters behind the digits: a scale («5bn»), an ordinal or decade ending, a unit, or a name."""
    stop = token.end
    while stop < len(text) and stop - token.end < 4 and "a" <= text[stop] <= "z":
        stop += 1
    letters = text[token.end : stop]
    if not letters or _whole_word(text, tables, token.end, stop):
        return
    metres = letters in tables.glued and not _priced(text, tables, token.start) and (
        tables.metres.match(text, stop) or _height(text, tables, token, stop) or _in_metres(text, tables, token.start))
    amid = letters in tables.nots["alone"] and (token.start > _ALONE or len(text) - stop > _ALONE)
    if letters in tables.glued and text[stop : stop + 1].isdecimal():
        rest = _ALNUM.match(text, stop)  # "Rule 10b5"
        token.kind, token.end = "name", rest.end() if rest else stop
    elif letters in tables.glued and not (metres or amid):
        token.kind, token.value, token.end = "glued", times(token.value, tables.glued[letters]), stop
    elif tables.tails.get(letters) in ("ordinal_ends", "decade_ends"):
        token.kind, token.end = ("ordinals" if tables.tails[letters] == "ordinal_ends" else "decade"), stop
    elif not tables.after.match(text, token.end):
        token.kind = "name"


def _whole_word(text: str, tables: Tables, at: int, stop: int) -> bool:
    """Whether a scale («£42.4million») or a unit longer than these letters ("500m2") is written onto the digits."""
    word = _LETTERS.match(text, at)
    known = tables.words.get(word.group()) if word else None
    if known is not None and known.kind in ("scales", "plurals"):
        return word is not None and word.end() > stop
    unit = tables.after.match(text, at) if text[stop : stop + 1].isdigit() else None
    return unit is not None and unit.end() > stop


def _height(text: str, tables: Tables, token: Token, stop: int) -> bool:
    """Whether the words before say that digits are a height: "waves as high as 15m", "the Nile reached 17.58m"; not
    "waves of 2m refugees"."""
    behind = text[stop + 1 : stop + _MEASURED_REACH].partition(" ")[0]
    if not tables.nots["measured"] or token.value > _HIGHEST or behind in tables.nots["numbered"]:
        return False
    before = text[max(0, token.start - _MEASURED_REACH) : token.start].rpartition(". ")[2]
    return not tables.nots["measured"].isdisjoint(before.split())


def _in_metres(text: str, tables: Tables, at: int) -> bool:
    """Whether a length in another unit stands before the digits: "70 feet (20m)"."""
    return text[at - 1 : at] in ("(", "/") and tables.in_metres.search(text, max(0, at - _LENGTH), at) is not None


def _priced(text: str, tables: Tables, at: int) -> bool:
    """Whether a currency stands at once before the digits: "$10m long-term loan"."""
    return tables.cues.get(text[at - 1 : at], ("",))[0] == "money"


def parse(digits: str, decimal_comma: bool, comma_decimal_only: bool = False) -> Number | None:
    """The value of a run of digits with separators; None where it is none (a version, a date, a serial number).

    A point before three digits is a decimal one in English; where ``decimal_comma`` is set, ``1.500`` is 1,500
    until a scale behind it says otherwise (see ``numerals``). With ``comma_decimal_only``, 51,635 is 51.635.
    """
    if "/" in digits:
        whole, part = digits.replace("-", " ").split(" ")
        above, below = map(int, part.split("/"))
        return (int(whole) * below + above) / below
    if digits.isdigit():
        return int(digits) if len(digits) <= _MOST_DIGITS else None
    if len(digits) > 2 * _MOST_DIGITS:
        return None
    plain = digits.replace(" ", "").replace("\u066c", ",").replace("\u060c", ",")
    plain = plain.replace("\u066b", "." if "." not in plain and ("," in plain or not decimal_comma) else "d")
    if "d" in plain:
        whole, _, rest = plain.replace(",", "").partition("d")
        groups = whole.split(".")
        grouped = rest.isdigit() and groups[0].isdigit() and (len(groups) == 1 or _grouped(groups, "."))
        return number_of(f"{''.join(groups)}.{rest}") if grouped else None
    if plain.isdigit():
        return int(plain)
    if comma_decimal_only and plain.count(",") == 1:
        whole, _, rest = plain.partition(",")
        grouped = rest.isdigit() and _grouped(whole.split("."), ".")
        return number_of(f"{whole.replace('.', '')}.{rest}") if grouped else None
    return _separated(plain, decimal_comma)


def _separated(plain: str, decimal_comma: bool) -> Number | None:
    if "," in plain and "." in plain:
        decimal = "." if plain.rfind(".") > plain.rfind(",") else ","
        whole, _, rest = plain.rpartition(decimal)
        mark = "," if decimal == "." else "."
        groups = whole.split(mark)
        return number_of(f"{''.join(groups)}.{rest}") if _grouped(groups, mark) and groups[0].isdigit() else None
    mark = "," if "," in plain else "."
    groups = plain.split(mark)
    if _grouped(groups, mark) and (mark == "," or decimal_comma or len(groups) > 2 or _thousands(groups)):
        return int("".join(groups))
    if len(groups) == 2 and (mark == "." or decimal_comma):
        return number_of(".".join(groups))
    if decimal_comma and mark == "." and len(groups[-1]) < 3 and _grouped(groups[:-1], mark):
        return number_of(f"{''.join(groups[:-1])}.{groups[-1]}")  # «10.640.65 نقطة»
    return None


def _thousands(groups: list[str]) -> bool:
    """"25.000 displaced": nobody measures so much to a thousandth."""
    return groups[1] == "000" and len(groups[0]) > 1


def _grouped(groups: list[str], mark: str) -> bool:
    """Whether the groups are those of one number: by thousands, or by lakhs and crores as India has it (5,00,000)."""
    first, *rest = groups
    if not 0 < len(first) <= 3 or (rest and first == "0") or not all(map(str.isdigit, rest)):
        return False
    lengths = [len(g) for g in rest]
    indian = mark == "," and len(first) < 3 and len(rest) > 1 and set(lengths[:-1]) == {2}
    return all(n == 3 for n in (lengths[-1:] if indian else lengths))


def times(value: Number, scale: Number) -> Number:
    """The exact product: 128.7 billion is 128,700,000,000."""
    return value * scale if isinstance(value, int) else number_of(f"{Decimal(str(value)) * Decimal(scale):f}")


def number_of(text: str) -> Number:
    """A decimal as int where it is integral."""
    value = float(text)
    return int(value) if value.is_integer() else value
