"""Dates and years among the tokens: «27 يوليو/تموز 2016», "July 27, 2016", 2016-07-27."""

from __future__ import annotations

from typing import Final, NamedTuple

from claimcheck.lang.number_tables import Tables
from claimcheck.lang.number_tokens import Token

#: between two names of one month
_ALIASES = ("/", " / ", "/ ", " /", " - ", "-", " (")
#: lengths of the parts of 28.9.2018
_POINTED = [[d, m, 4] for d in (1, 2) for m in (1, 2)]
#: the longest of what joins the parts of a date
_JOINT: Final = 6
_LONGEST_WORD: Final = 12
#: kinds of tokens that may tell a date by themselves
_DATED = ("months", "other_months", "name")
_EARLIEST: Final = 1000
_LATEST: Final = 2200


class Date(NamedTuple):
    """A date of a text, original offsets; a part that the text does not give, or of another calendar, is None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None


def dates(text: str, original: str, tokens: list[Token], tables: Tables) -> tuple[list[Date], list[Token]]:
    """Dates with folded offsets, in order, and the tokens that are of none.

    ``original`` is the text before folding: "may", "march" are words, "May" is a month; «أب» is a father, «آب» a month.
    """
    found, rest = list[Date](), list[Token]()
    free, last = 0, len(tokens) - 2
    for at, token in enumerate(tokens):
        if token.kind == "digits":
            if at >= last or tokens[at + 1].begin - token.end > _JOINT:
                continue  # most of all tokens
        elif token.kind not in _DATED:
            continue
        if at >= free and (one := _date(text, original, tokens, at, free, tables)):
            rest += tokens[free : one[0]]
            free = one[1]
            found.append(one[2])
    return found, rest + tokens[free:] if found else tokens


def _date(
    text: str, original: str, tokens: list[Token], at: int, free: int, tables: Tables
) -> tuple[int, int, Date] | None:
    """The date that a token tells, as (first token, token behind the last, date)."""
    token, grammar = tokens[at], tables.figures.grammar
    if token.kind == "digits":
        return _numeric(text, tokens, at)
    if token.kind == "name":
        return _pointed(tokens, at)
    if grammar.capitals and not grammar.small_months and not original[token.start].isupper():
        return None
    one = _around(text, tokens, at, free, tables)
    lone = one[1] - one[0] == 1
    return None if lone and original[token.start : token.end].lower() not in tables.months else one


def _joint(text: str, tokens: list[Token], at: int) -> str | None:
    """What stands between the tokens ``at`` and ``at + 1``."""
    if at < 0 or at + 1 >= len(tokens) or tokens[at + 1].begin - tokens[at].end > _JOINT:
        return None
    return text[tokens[at].end : tokens[at + 1].begin]


def _around(text: str, tokens: list[Token], at: int, free: int, tables: Tables) -> tuple[int, int, Date]:
    """The date around the month at ``at``; another name of the month may follow it: «تشرين الثاني/نوفمبر»."""
    first, last = at, at
    while _is_alias(text, tokens, last):
        last += 1
    day = year = None
    if first - 1 >= free and _is_day(tokens[first - 1]) and _links(text, tokens, first - 1, tables):
        first -= 1
        day = int(tokens[first].value)
        if first - 1 >= free and _is_day(tokens[first - 1]) and _spans(text, tokens, first - 1, tables):
            first -= 1
    elif last + 1 < len(tokens) and _is_day_behind(text, tokens, last + 1, tables) and (
            _links(text, tokens, last, tables)):
        last += 1
        day = int(tokens[last].value)
        if last + 1 < len(tokens) and _is_day(tokens[last + 1]) and _goes_on(text, tokens, first, last, tables):
            last += 1
    if last + 1 < len(tokens) and is_year(tokens[last + 1]) and _to_year(text, tokens, last, tables.of_year):
        last += 1
        year = int(tokens[last].value)
    month = int(tokens[at].value) or None
    if not month:
        year = day = None
    return first, last + 1, Date(tokens[first].head, tokens[last].end, year, month, day)


def _is_alias(text: str, tokens: list[Token], at: int) -> bool:
    """Whether another name of a month follows it: «تشرين الثاني/نوفمبر», «أغسطس آب»; not «بين أغسطس وآب»."""
    gap = _joint(text, tokens, at)
    if gap is None or tokens[at + 1].kind != "months":
        return False
    return gap in _ALIASES or (gap == " " and tokens[at].value == tokens[at + 1].value and not tokens[at + 1].joined)


def _links(text: str, tokens: list[Token], at: int, tables: Tables) -> bool:
    """Whether a day stands beside its month: "4 July", "4th of July", "July the 4th"."""
    gap = _joint(text, tokens, at)
    return gap is not None and gap.count("\n") == 0 and gap.strip(" -/.") in tables.of_day


def _spans(text: str, tokens: list[Token], at: int, tables: Tables) -> bool:
    """Whether two days make a span: "27-28 July", «27 و28 يوليو»."""
    gap = (_joint(text, tokens, at) or ".").strip()
    if not gap:
        return tokens[at + 1].joined
    return gap in ("-", "\u2013") or gap in tables.joints["to"] or gap in tables.joints["join"]


def _goes_on(text: str, tokens: list[Token], first: int, last: int, tables: Tables) -> bool:
    """Whether a span of days goes on behind its first: "Nov. 20-22", and behind an opening word "Nov. 20 to 22"."""
    gap = (_joint(text, tokens, last) or ".").strip()
    if gap in ("-", "\u2013"):
        return True
    before = text[max(0, tokens[first].begin - _LONGEST_WORD) : tokens[first].begin].rstrip().rpartition(" ")[2]
    if gap in tables.joints["to"]:
        return before in tables.joints["opening"]
    return gap in tables.joints["join"] and tables.cues.get(before[::-1], ("",))[0] == "between"


def _to_year(text: str, tokens: list[Token], last: int, of_year: frozenset[str]) -> bool:
    gap = text[tokens[last].end : tokens[last + 1].begin]
    return len(gap) < 12 and (gap.strip(" ,/-\u060c") in of_year or (gap.strip(" ,/-\u060c") == "" and len(gap) < 4))


def _numeric(text: str, tokens: list[Token], at: int) -> tuple[int, int, Date] | None:
    """2016-07-27, 27/7/2016, 7/27/2016: three runs of digits with the same mark between."""
    mark = (_joint(text, tokens, at) or "").strip()
    if mark not in ("-", "/") or (_joint(text, tokens, at + 1) or "").strip() != mark:
        return None
    three = tokens[at : at + 3]
    if any(t.kind != "digits" or not isinstance(t.value, int) or not t.text.isdigit() for t in three):
        return None
    values = [int(t.value) for t in three]
    if is_year(three[0]) and values[1] <= 12 and values[2] <= 31:
        year, month, day = values
    elif values[0] <= 31 and values[1] <= 31 and len(three[2].text) in (2, 4):
        day, month, year = values
        if month > 12:
            day, month = month, day
    else:
        return None
    return at, at + 3, Date(three[0].head, three[2].end, year, month, day)


def _pointed(tokens: list[Token], at: int) -> tuple[int, int, Date] | None:
    """28.9.2018"""
    token = tokens[at]
    parts = token.text.split(".")
    if [len(p) for p in parts] not in _POINTED or not "".join(parts).isdigit():
        return None
    day, month, year = map(int, parts)
    return (at, at + 1, Date(token.head, token.end, year, month, day)) if 0 < day < 32 and 0 < month < 13 else None


def _is_day(token: Token) -> bool:
    said = token.kind in ("digits", "ordinals") or (token.kind == "words" and token.article)  # «الثلاثين من أيار»
    return said and isinstance(token.value, int) and 1 <= token.value <= 31


def _is_day_behind(text: str, tokens: list[Token], at: int, tables: Tables) -> bool:
    """Whether a day may follow its month: «2% في أبريل و1% في مايو» has none, nor has "in July 20 million"."""
    token = tokens[at]
    if not _is_day(token) or token.joined or text[token.end : token.end + 1] == "%":
        return False
    scaled = at + 1 < len(tokens) and tokens[at + 1].kind in ("scales", "plurals", "constructs")
    if scaled and tokens[at + 1].begin - token.end == 1:
        return False
    after = tables.after.match(text, token.end)
    unit = tables.units.get(after.group().strip(" -")) if after else None
    return unit is None or unit.kind != "share"


def is_year(token: Token) -> bool:
    """Whether the token is written like a year: four digits, no separator."""
    written = token.kind == "digits" and len(token.text) == 4 and token.text.isdigit()
    return written and _EARLIEST <= token.value <= _LATEST
