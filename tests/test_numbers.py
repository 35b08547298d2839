"""The figures of every language: tests/lang/xx.toml, one runner for all."""

from __future__ import annotations

from dataclasses import asdict
from itertools import pairwise
from typing import Any

import pytest
from corpora import corpora

from claimcheck import Mention, quantities
from claimcheck.errors import ClaimcheckError
from claimcheck.lang import number_places
from claimcheck.lang.numbers import read
from claimcheck.lang.pack import load

CORPORA = corpora("{}.toml")
FIGURES = [
    pytest.param(lang, case, text, id=f"{lang}:{text}")
    for lang, corpus in CORPORA.items()
    for case in corpus.get("figure", ())
    for text in case["texts"]
]
NONE = [
    pytest.param(lang, text, id=f"{lang}:{text}")
    for lang, corpus in CORPORA.items()
    for text in corpus.get("none", {}).get("texts", ())
]


def expected(case: dict[str, Any]) -> dict[str, Any]:
    value, qualifier = case.get("value"), case.get("qualifier", "exact")
    exact = qualifier == "exact"
    return {
        "value": value, "qualifier": qualifier, "kind": case.get("kind", "count"), "unit": case.get("unit"),
        "low": value if exact else case.get("low"), "high": value if exact else case.get("high"),
    }


def close(got: object, want: object) -> bool:
    if isinstance(got, (int, float)) and isinstance(want, (int, float)):
        return got == pytest.approx(want, abs=1e-4)
    return got == want


@pytest.mark.parametrize(("lang", "case", "text"), FIGURES)
def test_figure(lang: str, case: dict[str, Any], text: str) -> None:
    found = quantities(text, lang)
    assert len(found) == 1, [text[m.start : m.end] for m in found]
    got = {name: getattr(found[0], name) for name in expected(case)}
    assert all(close(got[name], want) for name, want in expected(case).items()), got
    if "span" in case:
        assert text[found[0].start : found[0].end] == case["span"]
    if "form" in case:
        assert found[0].form == case["form"]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_no_figure(lang: str, text: str) -> None:
    assert [text[m.start : m.end] for m in quantities(text, lang)] == []


@pytest.mark.parametrize(("lang", "case", "text"), FIGURES)
def test_script_tells_the_language(lang: str, case: dict[str, Any], text: str) -> None:
    letters = [c for c in text if c.isalpha()]
    if letters and all((c < "\u0600") == (lang == "en") for c in letters):
        assert quantities(text) == quantities(text, lang)


def test_a_figure_stays_where_it_stands() -> None:
    text = "قُتِلَ نحـو ٤٠٠ جُنديّ"
    [m] = quantities(text, "ar")
    assert (text[m.start : m.end], text[m.core_start : m.core_end]) == ("نحـو ٤٠٠", "٤٠٠")


def test_a_hanging_hyphen_waits_for_the_unit_of_the_next_figure() -> None:
    found = quantities("Drifts of 10- and 12-foot; boys: 9- and 11-year-old.", "en")
    assert [(m.value, m.unit) for m in found] == [(10, "ft"), (12, "ft")]


def test_a_few_of_a_few_are_a_share_and_many_of_many_are_two_figures() -> None:
    texts = {"en": "4 out of 5, 29 out of 30, 1 in every 16", "ar": "4 من أصل 5، 29 من أصل 30، 1 من كل 16"}
    for lang, text in texts.items():
        assert [m.value for m in quantities(text, lang)] == [0.8, 29, 30, 0.0625]


def test_several_figures_of_a_sentence() -> None:
    found = quantities("قتل ثمانية أشخاص على الأقل، بينهم خمسة أجانب و22 جريحا", "ar")
    assert [(m.value, m.qualifier) for m in found] == [(8, "at_least"), (5, "exact"), (22, "exact")]


def test_thousands_go_on_whatever_figure_comes_next() -> None:
    assert [m.value for m in quantities("259 ألفا و358 ناخبا، أدلى منهم 83 ألفا و63 بأصواتهم", "ar")] == [259358, 83063]


def test_a_number_behind_a_place_is_no_age() -> None:
    found = quantities("Shells hit Aleppo (12), Idlib (5) and New York (3). Whitney Houston (48), Ann Smith (7)", "en")
    assert [m.value for m in found] == [12, 5, 3]


def test_metres_stand_beside_another_length() -> None:
    found = quantities("It fell 45m (148ft), not between 100m and 1km; they lost 100m to 150m dollars.", "en")
    assert [(m.value, m.unit) for m in found] == [
        (45, "m"), (148, "ft"), (100, "m"), (1, "km"), (None, "USD")]
    found = quantities("It was 20 feet (6m) tall; they paid 300 euros (20m roubles) for 40 miles (64km) of pipe.", "en")
    assert [(m.value, m.unit) for m in found] == [
        (20, "ft"), (6, "m"), (300, "EUR"), (20_000_000, "RUB"), (40, "mi"), (64, "km")]


def test_words_of_change_part_two_sums() -> None:
    for text in ("crude lost $0.33 to $62.13", "up to $0.33 from $62.13", "it slipped $0.33 to $62.13"):
        assert [(m.value, m.qualifier) for m in quantities(text, "en")] == [(0.33, "exact"), (62.13, "exact")]


def test_a_scale_further_on_changes_no_number_before_it() -> None:
    text = "نزحت 47 ألفا و380 أسرة، و80 ألفا و763 عائلة، من 120 ألف منزل"
    assert [m.value for m in quantities(text, "ar")] == [47_380, 80_763, 120_000]


def test_one_goes_on_from_the_figures_of_its_sentence() -> None:
    assert [m.value for m in quantities("49 من السودان، و5 من بنغلاديش، وواحد من تشاد", "ar")] == [49, 5, 1]
    assert [m.value for m in quantities("أصيب 5 شهود. وواحد من الأسباب معروف", "ar")] == [5]


def test_a_qualifier_belongs_to_one_figure() -> None:
    found = quantities("It killed 5 people and at least 10 goats; toll rose from 50 to 70.", "en")
    assert [(m.value, m.qualifier) for m in found] == [(5, "exact"), (10, "at_least"), (50, "exact"), (70, "exact")]


def test_lines_of_two_languages() -> None:
    found = quantities("قتل عشرة أشخاص\nTen people were killed\nخمس مدارس")
    assert [m.value for m in found] == [10, 10, 5]


def test_quantity_of_a_percentage_and_of_a_range() -> None:
    share, between = quantities("25% of the 300-400 goats", "en")
    assert asdict(share.quantity()) == {
        "kind": "share", "value": 0.25, "low": 0.25, "high": 0.25, "qualifier": "exact", "unit": None}
    assert (between.value, between.quantity().value) == (None, 350)


def test_cents_are_a_hundredth_of_their_currency() -> None:
    printed = quantities("سعر اللتر 325 قرشا", "ar")[0]
    meant = printed.quantity()
    assert (printed.value, printed.unit, meant.value, meant.unit) == (325, "EGP cent", 3.25, "EGP")


def test_dates_are_read_apart() -> None:
    text = "في 27 يوليو/تموز 2016 ومنذ كانون الأول وفي آب عام 2013 وبين 2014 و2015"
    found = [(d.year, d.month, d.day) for d in read(text, load("ar")).dates]
    assert found == [(2016, 7, 27), (None, 12, None), (2013, 8, None), (2014, None, None), (2015, None, None)]


def test_what_is_skipped_says_why() -> None:
    text = "Resolution 2401 of 2018, the third, says a 22-year-old beat them 3-1 at 8:30."
    skipped = {text[s.start : s.end]: s.reason for s in read(text, load("en")).skipped}
    assert skipped == {
        "2401": "label", "2018": "year", "third": "ordinal", "22": "age", "3-1": "score", "8:30": "clock",
    }


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ClaimcheckError, match="no language pack 'xx'"):
        quantities("five", "xx")


def test_a_page_number_alone_on_its_line() -> None:
    assert quantities("Ten goats died.\n8\nMore news", "en")[0].value == 10
    assert len(quantities("Ten goats died.\n8\nMore news", "en")) == 1


def test_mentions_do_not_overlap() -> None:
    text = "ما بين 1500 و2000 مقاتل و3 من كل 5 ونحو 20 دولارا و30 سنتا"
    spans = [(m.start, m.end) for m in quantities(text, "ar")]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(isinstance(m, Mention) for m in quantities(text, "ar"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("74 قتيلا على الأقل و187 جريحا", [(74, "at_least"), (187, "exact")]),
        ("خمسة قتلى على الأقل وثلاثة جرحى", [(5, "at_least"), (3, "exact")]),
        ("485 قتيلا وأكثر من 27 ألف مصاب", [(485, "exact"), (27000, "more_than")]),
        ("12 شخصا و15 على الأقل", [(12, "exact"), (15, "at_least")]),
        ("16 barrel bombs and 20 barrels", [(16, "exact"), (20, "exact")]),
        ("Five goats were killed and up to 18 hurt", [(5, "exact"), (18, "at_most")]),
        ("95% على الأقل 3423 طالبا", [(95, "at_least"), (3423, "exact")]),
        ("a $50 fine and approximately $24 in costs", [(50, "exact"), (24, "about")]),
        ("Two goats were hurt and one was killed", [(2, "exact"), (1, "exact")]),
    ],
)
def test_a_qualifier_between_two_figures_is_of_one(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(m.value, m.qualifier) for m in quantities(text)] == expected


def test_what_is_kept_of_words_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "At least 25 people, one of them a child, and 3 200 500,000 of the two-thirds. " * 3
    read_first = quantities(text, "en")
    monkeypatch.setattr(number_places, "_MOST", 3)
    number_places.places("en").clear()
    assert quantities(text, "en") == read_first
    assert len(number_places.places("en")) <= 3
