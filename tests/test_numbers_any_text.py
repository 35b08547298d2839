"""Figures against a number-to-words library, and against any text at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from num2words import num2words
from unicode_rbnf import RbnfEngine

from claimcheck import quantities
from claimcheck.lang.numbers import read
from claimcheck.lang.pack import load

NUMBERS = st.one_of(st.integers(0, 120), st.integers(0, 10_000), st.integers(0, 10**9))
#: the words of the corpora and marks, so that random text meets every rule
CORPORA = [p.read_text("utf-8") for p in (Path(__file__).parent / "lang").glob("??.toml")]
PIECES = sorted({word for text in CORPORA for word in re.findall(r'[^\s"]+', text)} | set("-/.,،%$()\n\u200f\u0651ـ"))
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(NUMBERS)
@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_number_words_read_back(lang: str, number: int) -> None:
    # the library's Arabic for 101 and 102 thousand («مائة و ألف ألف») is none
    groups = (number // 1000 % 1000, number // 10**6)
    assume(lang != "ar" or all(g < 100 or g % 100 not in (1, 2) for g in groups))
    words = num2words(number, lang=lang).replace(",", "")
    assert [m.value for m in quantities(words, lang)] == [number], words


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**6).filter(lambda n: n % 100 < 20 or n % 10 != 2))  # "thirty-second" may be a duration
def test_ordinal_words_are_no_figure(number: int) -> None:
    words = num2words(number, lang="en", to="ordinal").replace(",", "")
    assert not quantities(f"the {words} goat", "en"), words


@settings(max_examples=200, deadline=None)
@given(st.integers(200, 10**6).filter(lambda n: n % 100 > 0))
def test_sums_of_money_read_back(cents: int) -> None:
    words = num2words(cents / 100, lang="en", to="currency", currency="USD")
    words = re.sub("(thousand),", r"\1", words)
    assert [(m.value, m.unit) for m in quantities(words, "en")] == [(cents / 100, "USD")], words


@settings(max_examples=400, deadline=None)
@given(NUMBERS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_spelled_out_numbers_read_back(lang: str, number: int) -> None:
    # CLDR's rules as ICU applies them, in either gender; PyICU itself needs ICU's headers to install
    spelled = RbnfEngine.for_language(lang).format_number(number).text_by_ruleset
    for words in {text for ruleset, text in spelled.items() if not ruleset.endswith(("ordinal", "year"))}:
        assert [m.value for m in quantities(words, lang)] == [number], words


@settings(max_examples=200, deadline=None)
@given(st.integers(1000, 10**12))
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_digits_read_back(lang: str, number: int) -> None:
    arabic = str(number).translate({ord(str(d)): chr(0x660 + d) for d in range(10)})
    for text in (f"{number:,}", f"{number:,}".replace(",", "\u066c"), str(number), arabic):
        assert [m.value for m in quantities(text, lang)] == [number], text


@settings(max_examples=600, deadline=None)
@example("POINT .1")
@example(".1 POINT:0")
@example("أسبوعان +5")
@given(TEXTS)
def test_any_text(text: str) -> None:
    for lang in ("ar", "en", "fr", None):
        last = 0
        for m in quantities(text, lang):
            assert 0 <= m.start <= m.core_start < m.core_end <= len(text)
            assert m.start < m.end <= len(text)
            assert m.start >= last
            assert m.low is None or m.high is None or m.low <= m.high
            last = m.end
    for lang in ("ar", "en", "fr"):
        reading = read(text, load(lang))
        assert all(0 <= s.start < s.end <= len(text) for s in [*reading.dates, *reading.skipped])


@settings(max_examples=200, deadline=None)
@given(TEXTS.filter(lambda t: re.search(r"\w\W+\w\w", t)), st.sampled_from(["\n", "\n\n  \n", "  \n"]))
def test_blank_text_around_changes_nothing(text: str, blank: str) -> None:
    text = f"goats {text.strip()} goats"
    plain, padded = quantities(text, "en"), quantities(blank + text + blank, "en")
    shifted = [(m.start + len(blank), m.end + len(blank), m.value) for m in plain]
    assert shifted == [(m.start, m.end, m.value) for m in padded]


BOMBS = [
    "1" * 1_000_000, "1," * 100_000, "1.5 " * 50_000, "و" * 200_000, "10-" * 50_000, "- " * 100_000,
    "a hundred " * 30_000,
    "ألف و" * 30_000, "123 " * 50_000, "من " * 100_000, "no " * 50_000, "(" * 200_000, "about " * 50_000,
    "dozen " * 5_000, "آلاف " * 20_000, "half " * 20_000,
]


@pytest.mark.parametrize("bomb", BOMBS, ids=[repr(b[:10]) for b in BOMBS])
def test_time_grows_with_the_text_only(bomb: str) -> None:
    from time import process_time

    def seconds(text: str) -> float:
        begin = process_time()
        for lang in ("ar", "en", "fr"):
            quantities(text, lang)
        return process_time() - begin

    seconds(bomb[:1000])
    quarter, whole = seconds(bomb[: len(bomb) // 4]), seconds(bomb)
    assert whole < max(0.5, 12 * quarter)
