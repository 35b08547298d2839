"""Tokens put together to numbers: «ثلاثة آلاف وخمسمئة», "two and a half million", "tens of thousands"."""

from __future__ import annotations

import re
import string
from typing import Final

from claimcheck.lang.figure import CLOSING, OPENING, Figure, bracketed
from claimcheck.lang.number_context import WORD
from claimcheck.lang.number_pairs import lone_unit
from claimcheck.lang.number_tables import Tables
from claimcheck.lang.number_tokens import Token, is_ordinal, number_of, times
from claimcheck.model import Number

_NUMBER = ("digits", "glued", "words", "rounds", "articled", "scales", "constructs")
_HALVED = (*_NUMBER, "fractions")
#: kinds of tokens that a number may begin with: see ``_Reader.read``
_BEGINS: Final = frozenset((*_NUMBER, "minus", "several", "plurals", "fractions", "dual", "points"))
#: those that are a number as they stand, and its form
_ALONE = ("digits", "words")
_GAP: Final = 8
#: between the ends of a range, with the unit of the lower one
_REACH: Final = 16
#: beyond this, words are repeated, not counted
_LARGEST: Final = 10**24
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}")
_GROUP: Final = re.compile(r"\d{3}(?:[.,]\d\d?)?")
#: multiplies whatever stands before it: "two hundred dozen"
_DOZEN: Final = 12
_TEN: Final = 10
_HUNDRED: Final = 100


def numerals(text: str, tokens: list[Token], tables: Tables) -> list[Figure]:
    """The numbers that the tokens make, in order."""
    found: list[Figure] = []
    free, last = 0, len(tokens) - 1
    for at, token in enumerate(tokens):
        kind = token.kind
        if at < free or kind not in _BEGINS:
            continue
        if kind in _ALONE and (at == last or tokens[at + 1].begin - token.end > _GAP) and (
                token.text not in tables.homographs):
            plain = kind == "digits"  # most of all numbers
            found.append(Figure(token.begin, token.head, token.start, token.end, kind, _integral(token.value), None,
                                None, 1, plain, token.joined, token.article, token.text if plain else ""))
            continue
        reader = _Reader(text, tokens, tables, at)
        numeral = reader.read()
        if numeral:
            found.append(numeral)
        free = reader.at
    return found


class _Reader:
    """Reads one number from the tokens at ``at``, and moves ``at`` behind it."""

    def __init__(self, text: str, tokens: list[Token], tables: Tables, at: int) -> None:
        self.text, self.tokens, self.tables, self.at = text, tokens, tables, at
        self.first = tokens[at]
        self.grammar = tables.figures.grammar
        self.parts: list[Number] = []
        self.scale: Number = 1

    def read(self) -> Figure | None:
        kind = self.first.kind
        if kind == "minus":
            return self._negative()
        if kind == "several":
            return self._teens() or self._vague(3, 10)
        if kind == "plurals":
            return self._vague(2, 20)
        if kind == "fractions":
            return self._fraction(self.first.value)
        if kind in _NUMBER:
            return self._number()
        if kind == "dual":
            return self._dual()
        if kind == "points" and (after := self._next()) and after.kind == "digits" and self._gap() == " ":
            return self._tenths(after)
        return None

    def _dual(self) -> Figure | None:
        """A dual noun as an end of a range; elsewhere it is read by itself (``duals``)."""
        return self._made("dual", self.first.value) if self._is_upper() or self._is_lower() else None

    def _is_upper(self) -> bool:
        """«من 1.5 متر إلى مترين», «بين شهر ونصف وشهرين»: a dual unit behind a number and its unit."""
        token, last, unit = self.first, self.tokens[self.at - 1], self.tables.dual_units.get(self.first.text)
        if unit is None:
            return False
        if not self.at or last.kind not in _HALVED or token.begin - last.end > _REACH:
            return lone_unit(self.text, self.tables, token.begin, unit, token.joined) >= 0
        gap, after = self.text[last.end : token.begin], self._next()
        half_behind = after is not None and after.kind == "fractions" and after.joined and self._gap() == "and"
        to = gap.rstrip().rpartition(" ")[2] in self.tables.joints["to"]
        return len(gap) < _REACH and (token.joined or to) and not half_behind

    def _is_lower(self) -> bool:
        """«بين سنتين وخمس سنوات», «شهرين أو ثلاثة», «من مترين إلى مترين ونصف»."""
        token, after, joints = self.first, self._next(), self.tables.joints
        if token.article or after is None or after.begin - token.end > _GAP:
            return False
        if after.kind not in _NUMBER and not (after.text == token.text and token.text in self.tables.dual_units):
            return False
        gap = self.text[token.end : after.begin]
        last = self.text[max(0, token.begin - _GAP) : token.begin].rpartition(" ")[0].rpartition(" ")[2]
        stems = self.tables.stems(last)
        if gap == " " and after.joined:
            return any(self.tables.cues.get(w[::-1], ("",))[0] == "between" for w in stems)
        if gap.strip() in joints["to"]:
            return any(w in joints["opening"] for w in stems)
        return gap.strip() in joints["either"]

    def _tenths(self, after: Token) -> Figure | None:
        """«فاصلة 5», "point 5", and nothing else: tenths without a whole; nothing before a decimal ("point .1")."""
        if not isinstance(after.value, int) or len(self.text) - after.end + self.first.begin > _GAP:
            return None
        self.at += 1
        return self._made("digits", number_of(f"0.{after.value}"))

    def _gap(self) -> str | None:
        """How the next token joins the last one: "" directly, " ", "and", "of"; None for not at all."""
        at = self.at + 1
        if at == len(self.tokens) or self.tokens[at].begin - self.tokens[at - 1].end > _GAP:
            return None
        last, token = self.tokens[at - 1], self.tokens[at]
        gap = self.text[last.end : token.begin]
        if gap[:1] in CLOSING or gap[-1:] in OPENING:
            if gap[1:] == " " and bracketed(self.text, last.begin, last.end):  # «(12) مليون», «/12/ ألفا»
                return " "
            return "and" if gap[:1] == " " and gap[1:-1] in self.grammar.conjunctions else None  # «مليون و(300) ألف»
        if token.begin != token.start:
            onto = self.text[token.head : token.start]
            if gap in (" ", "") and token.joined and (not onto or (self.first.article and token.article)):
                return "and"
            return " " if gap == " " and not token.joined and onto in self.grammar.definite[:1] else None
        if gap in ("", " ", "-", "  "):
            return " " if gap else ""
        word = gap.strip(" -")
        if word in self.tables.joints["join"]:
            return "and"
        return "of" if word in self.tables.joints["of"] else None

    def _next(self, n: int = 1) -> Token | None:
        return self.tokens[self.at + n] if self.at + n < len(self.tokens) else None

    def _made(self, form: str, value: Number | None, low: Number | None = None, high: Number | None = None) -> Figure:
        first, last = self.first, self.tokens[self.at]
        self.at += 1
        plain = first is last and first.kind == "digits"
        onto = int(first is not last and bracketed(self.text, first.begin, first.end))
        return Figure(first.begin - onto, first.head - onto, first.start - onto, last.end, form, value, low, high,
                       self.scale, plain, first.joined, first.article, first.text if plain else "",
                       first.kind == "rounds")

    def _negative(self) -> Figure | None:
        begin, token = self.first, self._next()
        if token is None or token.kind not in _NUMBER or self._gap() != " ":
            return None
        self.at += 1
        self.first = token
        numeral = self._number()
        if numeral and numeral.value is not None:
            numeral.begin, numeral.head, numeral.start = begin.begin, begin.head, begin.start
            numeral.value = -numeral.value
        return numeral

    def _teens(self) -> Figure | None:
        """«بضعة عشر رجلا»: thirteen to nineteen."""
        token = self._next()
        if token is None or token.kind != "words" or token.value != _TEN or self._gap() != " ":
            return None
        self.at += 1
        return self._made("plural", None, 13, 19)

    def _vague(self, least: int, most: int) -> Figure | None:
        """«عشرات الآلاف», "several hundred": ``least`` units up to, not including, ``most``."""
        unit: Number = 1
        if self.first.kind == "plurals":
            unit = 10 if self.first.value == _DOZEN else self.first.value
        while (token := self._next()) and token.kind in ("plurals", "scales") and self._gap() in (" ", "of"):
            if unit * token.value > _LARGEST:
                break
            if token.kind == "scales" and self.tokens[self.at].kind == "plurals" and not token.article:
                break
            unit *= 10 if token.value == _DOZEN else token.value
            self.at += 1
        while (token := self._next()) and token.kind == "plurals" and self._gap() == "and" and (
                token.value == self.tokens[self.at].value):
            self.at += 1  # "thousands and thousands"
        self.scale = unit
        return self._made("plural", None, least * unit, most * unit - 1)

    def _fraction(self, value: Number) -> Figure:
        """A fraction, or part of a scale: «نصف مليون», "half a million"."""
        token = self._next()
        if token and token.kind in ("scales", "articled") and self._gap() in (" ", "of"):
            self.at += 1
            self.scale = token.value
            return self._made("words", _integral(value * token.value))
        return self._made("fraction", value)

    def _number(self) -> Figure | None:
        first = self.first
        value = first.value
        if first.kind == "digits" and self._gap() is None:
            return self._made("digits", _integral(value))
        if first.kind == "scales" and not self.grammar.bare_scales:
            return None
        if first.kind == "glued":
            written = self.text[first.start : first.end]
            self.scale = self.tables.glued[written.removeprefix(written.rstrip(string.ascii_lowercase))]
        if first.kind in ("scales", "articled"):
            self.scale = value
        if first.kind == "constructs":
            value = self._construct(first)
        self.parts = [value]
        self._point()
        digits = first.kind in ("digits", "glued")
        form = "digits" if digits else "words"
        while (gap := self._gap()) is not None:
            token = self.tokens[self.at + 1]
            if token.kind == "parts" and gap == " " and len(self.parts) == 1 and 0 < self.parts[0] < token.value:
                self.at += 1
                return self._fraction(self.parts[0] / token.value)
            if token.kind in ("ordinals", "parts") and self._is_ordinal(token, gap):
                self.at += 1
                return None
            if not self._take(token, gap):
                break
            if (token.kind == "digits") != digits:
                form = "mixed"
            self.at += 1
        return self._finish(form)

    def _is_ordinal(self, token: Token, gap: str) -> bool:
        """"One hundred and first", "two hundredth" are places in a row."""
        last = self.parts[-1]
        if self.first.kind == "digits" or not is_ordinal(self.tables, token):
            return False
        return (gap == "and" and last >= _HUNDRED > token.value) or (gap in ("", " ") and token.value >= _HUNDRED)

    def _finish(self, form: str) -> Figure:
        first = self.first
        share = self.tables.homographs.get(first.text) if first is self.tokens[self.at] and not first.article else None
        if share and any(self.text.startswith(f" {article}", first.end) for article in self.grammar.definite[:1]):
            noun = WORD.match(self.text, first.end)
            if noun is None or noun.group(1) not in self.tables.nots["not_definite"]:
                return self._made("fraction", share)  # «خمس السكان» is a fifth, «خمس سنوات» and «خمس آليات» are five
        return self._made(form, _integral(sum(self.parts)))

    def _construct(self, token: Token) -> Number:
        """«ألفا شخص» is 2,000; «ألفا» before «و500» has a tanwin and is 1,000; «ألفي» is never one."""
        follower = self._next()
        joined = self._gap() == "and" and follower is not None and follower.kind in _HALVED
        joined = joined and token.text.endswith(tuple(self.grammar.accusative))
        self.scale = token.value // 2
        return token.value // 2 if joined else token.value

    def _point(self) -> None:
        """«1 فاصلة 1», "two point five"."""
        token = self._next()
        if token is None or token.kind != "points" or self._gap() != " ":
            return
        after = self._next(2)
        if after is None or not isinstance(self.parts[0], int):  # ".1 point 0"
            return
        if after.kind in _ALONE and isinstance(after.value, int) and after.begin - token.end == 1:
            self.parts = [number_of(f"{self.parts[0]}.{after.value}")]
            self.at += 2

    def _take(self, token: Token, gap: str) -> bool:
        kind, value = token.kind, token.value
        if kind == "constructs" and gap != "and":
            kind, value = "scales", value // 2
        if kind in ("scales", "plurals") and (gap in (" ", "") or (gap == "of" and self.first.kind == "rounds")):
            spoken = token.text in self.grammar.spoken_scales
            counts = not (spoken and self.first.kind == "digits")
            return counts and (self._multiply(value) or (self.grammar.bare_scales and self._follows(value, gap)))
        if kind == "fractions" and gap == "and":
            return self._add_fraction(token)
        if kind in ("scales", "words", "constructs", "digits") and gap in (" ", "and"):
            return self._add(kind, value, gap)
        return False

    def _multiply(self, scale: Number) -> bool:
        last = self.tokens[self.at]
        if last.kind == "digits" and self.grammar.decimal_comma and last.text.count(".") == 1 and "," not in last.text:
            self.parts[-1] = number_of(last.text)  # «4.625 مليون»: a decimal point after all
        if sum(self.parts) * scale > _LARGEST:
            return False
        if scale == _DOZEN:
            self.parts = [_integral(sum(self.parts) * scale)]
            return True
        tail: Number = 0
        while self.parts and self.parts[-1] < scale:
            tail += self.parts.pop()
        if not tail:
            return False
        self.parts.append(times(tail, scale))
        self.scale = max(self.scale, scale)
        return True

    def _follows(self, scale: Number, gap: str) -> bool:
        """"mille cent" is 1,100: a scale alone is added to a larger one."""
        return self.tokens[self.at].kind in ("scales", "plurals", "articled") and self._add("scales", scale, gap)

    def _add(self, kind: str, value: Number, gap: str) -> bool:
        last, before = self.parts[-1], self.tokens[self.at]
        if kind == "digits" and gap == " " and self._grouped(before, self.tokens[self.at + 1]):
            self.parts[-1] = last * 1000 + value
            return True
        if kind == "digits" and self.text[before.end : self.tokens[self.at + 1].begin] == "-":
            return False
        if before.kind == "digits" or (kind == "digits" and not self._digits_add(gap)):
            return False
        if self.grammar.units_first and gap == "and" and 0 < last < 10 and 20 <= value < 100 and value % 10 == 0:
            self.parts[-1] = last + value
            return kind == "words"
        if self._elided(last, value, gap):
            self.parts[-1] = last * 100 + value
            return True
        if (gap == "and" and last < 100) or value >= _low_power(last):
            return False
        if last >= 1000 and self._starts_anew(kind, last):
            return False
        self.parts.append(value)
        return True

    def _starts_anew(self, kind: str, last: Number) -> bool:
        """Whether a number of its own follows thousands: one no smaller («بين 250 ألفا و300 ألف»), or digits before the
        same scale, while «مئة ألف وأربعة وعشرون ألفا» is one number."""
        total: Number = 0
        for at in range(self.at + 1, len(self.tokens)):
            token = self.tokens[at]
            if token.kind not in _ALONE or (total and (not token.joined or token.begin - self.tokens[at - 1].end > 1)):
                break  # «259 ألفا و358 ناخبا، منهم 83 ألفا»
            total += token.value
            if (scale := self._scale_behind(at)) > 1:
                same = scale >= self.scale > 1 or scale >= _low_power(last)
                return total * scale >= last or (kind == "digits" and same)
        return False

    def _grouped(self, before: Token, token: Token) -> bool:
        """"11 300": a blank parts the thousands, where nothing else is written onto the digits."""
        if before is not self.first or not _THOUSANDS.fullmatch(before.text) or not _GROUP.fullmatch(token.text):
            return False
        if self.text[before.end : token.begin] != " ":
            return False
        behind = self.text[token.end : token.end + 2]
        return behind[:1] != "-" and not behind.strip().isdigit()

    def _elided(self, last: Number, value: Number, gap: str) -> bool:
        """"one twenty two" is 122: the hundred goes unsaid before tens with their unit."""
        if not self.grammar.hundred_elided or gap != " " or not 0 < last < 10 or value not in range(20, 100, 10):
            return False
        unit = self._next(2)
        return unit is not None and unit.kind == "words" and unit.value in range(1, 10) and (
            unit.begin - self.tokens[self.at + 1].end == 1)

    def _digits_add(self, gap: str) -> bool:
        """Digits add to what stands before them joined («13 ألفا و500»), or before a scale («27 مليونا 243 ألفا»)."""
        if self._scale_behind(self.at + 1) > 1 or (gap == "and" and self.grammar.digits_join):
            return True
        return len(self.parts) > 1 and self.tokens[self.at].kind == "scales"  # "2 lakh 26 thousand 362"

    def _scale_behind(self, at: int) -> Number:
        """The scale that multiplies the token at ``at``, 1 for none."""
        if at + 1 >= len(self.tokens):
            return 1
        token, after = self.tokens[at], self.tokens[at + 1]
        gap = self.text[token.end : after.begin]
        if gap[gap[:1] in CLOSING :] not in (" ", "") or after.kind not in ("scales", "plurals", "constructs"):
            return 1
        return after.value // 2 if after.kind == "constructs" else after.value

    def _add_fraction(self, token: Token) -> bool:
        """«مليون ونصف المليون», «مليار ونصف مليون», "two and a half"."""
        unit = self.scale if self.scale > 1 else 1
        follower = self._next(2)
        if follower and follower.kind == "scales" and follower.value <= unit and follower.begin - token.end <= 1:
            unit = follower.value
            self.at += 1
        self.parts.append(token.value * unit)
        return True


def _low_power(value: Number) -> Number:
    """The largest power of ten that divides ``value``: 500 -> 100."""
    if not isinstance(value, int) or value <= 0:
        return 0
    power = 1
    while value % (power * 10) == 0:
        power *= 10
    return power


def _integral(value: Number) -> Number:
    if isinstance(value, int):
        return value
    near = round(value, 6)
    return int(near) if float(near).is_integer() else near
