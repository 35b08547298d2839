"""How tolls are told: where a tally ends, what a figure of one place is a part of, what is new, who fell ill."""

from __future__ import annotations

import pytest

from claimcheck.model import Article, Claim
from claimcheck.stages.cluster import cluster
from claimcheck.stages.compare import compare
from claimcheck.stages.extract import extract


def claims(text: str, lang: str, name: str = "a", published: str | None = "2023-09-10") -> list[Claim]:
    return extract(Article(id=name, file=name, text=text, lang=lang, published=published))


def event(text: str, lang: str, value: float) -> str | None:
    return next(c.event.concept for c in claims(text, lang) if c.quantity.value == value)


@pytest.mark.parametrize(
    ("lang", "text", "value", "expected"),
    [
        ("en", "The death toll in the coastal city has soared to 11,300.", 11300, "killed"),
        ("en", "Death toll in the cholera outbreak hits nearly 700.", 700, "killed"),
        ("en", "The number of people aboard reached around 200.", 200, "aboard"),
        ("ar", "إن عدد المفقودين نتيجة السيول، التي ضربت شرقي البلاد، تجاوز 10 آلاف شخص.", 10000, "missing"),
        ("ar", "عدد المفقودين نتيجة إعصار «دانيال» المدمر تجاوز 10 آلاف شخص.", 10000, "missing"),
    ],
)
def test_a_tally_governs_the_figure_that_it_comes_to(lang: str, text: str, value: float, expected: str) -> None:
    assert event(text, lang, value) == expected


@pytest.mark.parametrize(
    ("lang", "text", "value", "expected"),
    [
        ("ar", "سجلت 632 وفاة و329 إصابة.", 329, "wounded"),
        ("ar", "خلفت الحرب أكثر من 20 ألف قتيل ونحو 15 مليون نازح.", 15_000_000, "displaced"),
        ("ar", "155 قتيلا ومفقودا في غرق عبارة.", 155, "dead_or_missing"),
        ("ar", "وفاة 32 شخصا في حادث تصادم قطارين.", 2, None),
        ("en", "Over 23,400 cases and 242 deaths have been reported in 18 governorates.", 18, None),
        ("en", "A European rescue charity said there could have been 750 people on the boat.", 750, None),
        ("en", "The quake killed 820 people and injured 672.", 672, "wounded"),
    ],
)
def test_a_figure_has_the_event_of_what_it_counts(lang: str, text: str, value: float, expected: str | None) -> None:
    found = event(text, lang, value)
    assert found == expected if expected else found not in ("killed", "wounded", "rescued")


def test_a_joined_verb_is_no_counted_noun() -> None:
    assert claims("The quake killed 820 people and injured 672.", "en")[0].quote == "820 people"


def test_a_listed_place_is_a_part_of_the_toll() -> None:
    text = (
        "The quake left 632 dead. It caused 290 deaths in the province of Al Haouz, 190 in the province of "
        "Taroudant and 89 in the province of Chichaoua."
    )
    whole, *parts = claims(text, "en")
    assert [c.part_of for c in parts] == [whole.id] * 3
    assert [c.place for c in parts] == ["al_haouz", "taroudant", "chichaoua"]


def test_a_place_inside_the_other_is_no_list() -> None:
    text = "The quake killed 30 people in Indonesia. Six children died in Aceh as the toll in Indonesia hit 22."
    assert not any(c.part_of for c in claims(text, "en"))


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("ar", "وزارة الصحة: تسجيل 401 إصابة جديدة بوباء الكوليرا.\nوارتفع عدد الإصابات إلى 12 ألفا.", 401),
        ("en", "A cholera outbreak brought 401 new cases on Tuesday.\nThe number of cases rose to 12,000.", 401),
    ],
)
def test_in_an_epidemic_cases_and_injuries_are_infections(lang: str, text: str, value: float) -> None:
    new = next(c for c in claims(text, lang) if c.quantity.value == value)
    assert (new.counted.concept, new.event.concept) == ("disease_case", "infected")


def test_new_cases_are_neither_the_total_nor_those_of_another_week() -> None:
    first = claims("Cholera: 401 new cases.\nThere are 12,896 cases in all.", "en", "a", "2024-09-18")
    second = claims("Cholera: 1,575 new cases.\nThere are 101,450 cases in all.", "en", "b", "2025-08-19")
    together = [{c.split(".")[0] + c.split(".")[1] for c in k.claims} for k in cluster([*first, *second])]
    fresh = {c.id for c in (*first, *second) if "new" in c.counted.modifiers}
    assert fresh == {"a.1", "b.1"}
    assert all(len(k) == 1 for k in together if k & {"a1", "b1"})


def test_a_weekday_before_following_is_the_past_one() -> None:
    found = claims("Divers found 12 bodies on Thursday following a wreck.", "en", published="2023-06-16")
    assert found[0].time.start == "2023-06-15"


@pytest.mark.parametrize(
    ("text", "concept", "nation"),
    [
        ("At least 27 of the dead were foreigners.", "foreigner", None),
        ("Of those who were killed, at least 145 were Egyptian.", "person", "EG"),
        ("Sixty-one of those who died were women.", "woman", None),
        ("Some 27 people were killed by foreigners.", "person", None),
    ],
)
def test_the_predicate_may_say_who_they_are(text: str, concept: str, nation: str | None) -> None:
    counted = claims(text, "en")[0].counted
    assert (counted.concept, counted.nationality) == (concept, nation)


def test_a_toll_that_could_be_reached_is_expected() -> None:
    assert claims("The death toll could reach 20,000.", "en")[0].event.status == "planned"
    assert claims("The death toll reached 20,000.", "en")[0].event.status == "done"


def test_a_tally_reaches_over_another_figure() -> None:
    text = "The death toll following two explosions rose to at least 135."
    assert event(text, "en", 135) == "killed"
    assert event("The death toll rose to 20 and the number of injured climbed to 40.", "en", 40) == "wounded"


def test_the_gravely_wounded_are_a_part_of_the_wounded() -> None:
    first = claims("The quake left 329 injured.", "en", "a")
    second = claims("أصيب 151 شخصا بجروح، من بينها 51 إصابة خطيرة.", "ar", "b")
    grave = next(c for c in second if "serious" in c.counted.modifiers)
    assert all(grave.id not in k.claims or len(k.claims) == 1 for k in cluster([*first, *second]))


def test_those_on_a_list_of_passengers_are_aboard() -> None:
    assert event("أكدوا أن عملية الإنقاذ جارية وأن عدد الركاب لا يقل عن 750 شخصا.", "ar", 750) == "aboard"


def test_one_author_means_two_things_by_two_events() -> None:
    found = claims("The death toll rose to 290. There are 25 unidentified bodies.", "en")
    assert not any(f.verdict == "internal" for f in compare(cluster(found), found))


def test_deaths_in_a_report_on_an_epidemic_are_of_it_and_not_of_the_war() -> None:
    text = (
        "وزارة الصحة: ارتفاع عدد الوفيات بالكوليرا إلى 388 حالة.\nوسجلت 12 ألف إصابة، بينها 388 وفاة.\n"
        "وخلفت الحرب أكثر من 20 ألف قتيل."
    )
    causes = {(c.quantity.value, c.event.cause) for c in claims(text, "ar") if c.event.concept == "killed"}
    assert causes == {(388, "cholera"), (20_000, "war")}


def test_places_are_one_question_only_where_the_same_happened_there() -> None:
    first = claims("The disease was found in 23 governorates of Yemen.", "en", "a")
    second = claims("Aid has reached 19 governorates of Yemen.", "en", "b")
    assert all(len(k.claims) == 1 for k in cluster([*first, *second]))
