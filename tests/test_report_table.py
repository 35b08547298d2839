"""The terminal report: whole figures, lines that fit, and Arabic that cannot carry a number away."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bidi import get_display
from report_sample import articles, claim, crowd, empty, exactly, finding, report

from claimcheck.lang.labels import glossary, labels
from claimcheck.model import Event, Report, Time
from claimcheck.reports import REPORTS, Options
from claimcheck.reports.layout import cells, excerpt, steady, wrap
from claimcheck.reports.view import DECIDE, names, questions

WIDTHS = (60, 72, 80, 120)
CASES = {"report": report(), "crowd": crowd(), "empty": empty()}
#: options for a report in each language
UIS: dict[str, dict[str, object]] = {
    ui: {"ui": ui, "labels": labels(ui), "glossary": glossary(ui)} for ui in ("en", "ar")
}
ARABIC = re.compile("[\u0600-\u06ff]")


def table(result: Report, **options: object) -> list[str]:
    return str(REPORTS["table"](result, Options(**options))).splitlines()  # type: ignore[arg-type]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("quotes", ["none", "short", "full"])
@pytest.mark.parametrize("ui", UIS)
def test_no_line_is_wider_than_the_terminal(case: str, width: int, quotes: str, ui: str) -> None:
    lines = table(CASES[case], width=width, quotes=quotes, all=True, **UIS[ui])
    assert [line for line in lines if cells(line) > width] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_figure_of_a_block_stands_whole_on_its_question_s_line(width: int) -> None:
    lines = table(report(), width=width)
    for question in questions(report()):
        for said in question.figures if question.finding.verdict in DECIDE else ():
            shown = rf"^{question.finding.id} +{re.escape(said.text)} .*"
            assert any(re.match(shown, line) for line in lines), said.text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ui", UIS)
def test_reordering_moves_nothing_before_the_free_text(case: str, width: int, ui: str) -> None:
    """A terminal that reorders shows each line's Latin fields where one that does not shows them."""
    for line in table(CASES[case], width=width, quotes="full", all=True, **UIS[ui]):
        arabic = ARABIC.search(line)
        if arabic:
            fixed = re.sub(r"[^\w]*$", "", line[: arabic.start()])
            assert get_display(line, base_dir="L").startswith(fixed), line


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("ui", UIS)
def test_every_line_begins_with_latin(width: int, ui: str) -> None:
    for line in table(report(), width=width, quotes="full", all=True, **UIS[ui]):
        if line and not set(line) & set("━="):
            assert re.match(r"[A-Za-z0-9]", line), line


@pytest.mark.parametrize("quotes", ["short", "full"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_arabic_text_begins_with_a_digit(width: int, quotes: str) -> None:
    """Reordered, a number still stands beside the Arabic word that it counts."""
    for line in table(report(), width=width, quotes=quotes, all=True):
        for number, word in re.findall("(?<=[ «])(\\d+) ([\u0621-\u064a]+)", line):
            assert f"{word[::-1]} {number}" in get_display(line, base_dir="L"), line


def test_a_control_in_an_article_does_not_reach_the_terminal() -> None:
    text = "\n".join(table(report(), quotes="full", all=True))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)


def test_questions_stand_worst_first() -> None:
    ids = [line.split()[0] for line in table(report(), all=True)[1:] if line.startswith("Q")]
    assert list(dict.fromkeys(ids)) == ["Q1", "Q4", "Q2", "Q3", "Q5", "Q6"]


def test_what_a_date_might_explain_stands_behind_what_it_cannot() -> None:
    """The wider contradiction is undated; the narrower one is about a plan."""
    _, _, _, d, e = articles()
    undated = replace(d, published=None), replace(e, published=None)
    wide = [claim("w1", undated[0], "12 شاحنة", exactly(12), "truck", "arrived"),
            claim("w2", undated[1], "350 جنديا", exactly(350), "truck", "arrived")]
    plan = [replace(c, id=f"p{c.id}", event=Event(concept="arrived", status="planned")) for c in wide]
    judged = (finding("Q1", "moves", "contradiction", "", *wide, lacks="day"),
              finding("Q2", "plan", "contradiction", "", *plan))
    result = Report(version="0", articles=undated, claims=(*wide, *plan), clusters=judged)
    assert [q.finding.id for q in questions(result)] == ["Q2", "Q1"]


def test_what_an_hour_might_explain_stands_behind_what_it_cannot() -> None:
    _, _, _, d, e = articles()
    dated = replace(d, published="2024-05-03"), e
    told = [claim("w1", dated[0], "12 شاحنة", exactly(12), "truck", "arrived"),
            claim("w2", dated[1], "350 جنديا", exactly(350), "truck", "arrived")]
    again = [replace(c, id=f"p{c.id}") for c in told]
    judged = (finding("Q1", "grew", "contradiction", "", *told, lacks="hour"),
              finding("Q2", "fell", "contradiction", "350 against 12: a running total does not fall", *again))
    result = Report(version="0", articles=dated, claims=(*told, *again), clusters=judged)
    assert [q.finding.id for q in questions(result)] == ["Q2", "Q1"]


def test_a_lone_question_is_only_counted_unless_asked_for() -> None:
    assert not any(line.startswith("Q6") for line in table(report()))
    assert "1 in one only" in " ".join(table(report())[-2:])


def test_of_several_figures_the_two_that_the_verdict_is_about_are_marked() -> None:
    (first, _, third), question = report().claims[:3], report().clusters[0]
    pair = replace(question.pairs[0], a=first.id, b=third.id, why="these two")
    judged = replace(question, pairs=(*question.pairs, pair), why="these two")
    lines = table(replace(report(), clusters=(judged,)), colour=True)
    marked = [re.sub("\x1b\\[[0-9;]*m", "", line).split()[1:3] for line in lines if "✗ \u2501" in line]
    assert marked == [["200", "✗"], ["300..350", "✗"]]
    assert not any("✗ \u2501" in line for line in table(report()) if line.startswith("Q2"))


def test_figures_that_are_not_apart_are_quiet_in_the_index() -> None:
    (line,) = [line for line in table(report(), width=120)[:9] if line.startswith("Q5")]
    assert line.split() == ["Q5", "✓", "agree", "1,500", "2", "houses", "destroyed"]


@pytest.mark.parametrize(("source", "shown"), [
    ("Reuters", "Reuters"),
    ("independent.co.uk", "independent.co.uk"),
    ("newsinfo.inquirer.net", "inquirer.net"),
    ("interactives.dallasnews.com", "dallasnews.com"),
    ("hurriyetdailynews.com", "hurriyetdailynews"),
    ("a-newspaper-of-records.co.uk", "wire"),
    ("The Syrian Observatory for Human Rights", "wire"),
    ("سكاي نيوز", "wire"),
])
def test_an_outlet_goes_by_a_name_that_has_room(source: str, shown: str) -> None:
    article = replace(articles()[0], source=source, file="wire.txt")
    assert names([article])["wire.txt"] == shown


def test_questions_of_one_label_are_told_apart_by_what_it_leaves_out() -> None:
    claims = report().claims
    dated = [replace(c, time=Time(scope="on", start=day, end=end), id=f"{n}{c.id}") for n, (day, end) in enumerate((
        ("2024-05-02", "2024-05-02"), ("2004-01-01", "2004-12-31"), ("2009-09-01", "2009-09-30"),
    )) for c in claims[:2]]  # fmt: skip
    told = [finding(f"Q{n}", "soldiers arrived", "agree", "", *dated[2 * n : 2 * n + 2]) for n in range(3)]
    planned = [replace(c, event=Event(concept="arrived", status="planned")) for c in claims[:2]]
    other = finding("Q4", "soldiers arrived", "agree", "", *planned)
    narrow = [replace(c, id=f"n{c.id}", counted=replace(c.counted, modifiers=("foreigner",))) for c in claims[:2]]
    narrower = finding("Q5", "soldiers arrived", "agree", "", *narrow)
    result = replace(report(), claims=(*dated, *planned, *narrow), clusters=(*told, other, narrower))
    shown = [line.rpartition("soldiers arrived")[2] for line in table(result, width=120)[1:6]]
    assert sorted(shown) == [", 2004", ", 2009-09", ", 2024-05-02", ", expected", ", foreigner"]
    alone = replace(result, clusters=told[:1])
    assert any(line.endswith("soldiers arrived") for line in table(alone, width=120))


def test_days_are_asked_for_where_they_might_make_an_update_of_a_contradiction() -> None:
    asked = "without a day: 1 of 5 articles"
    assert any(line.startswith(asked) for line in table(report(), width=120))
    dated = tuple(replace(a, published="2024-05-02") for a in report().articles)
    judged = tuple(replace(q, lacks=None) for q in report().clusters)
    assert not any(line.startswith("without") for line in table(replace(report(), articles=dated, clusters=judged)))


def test_forty_outlets_fold_into_two_figures() -> None:
    lines = table(crowd(), width=80)
    assert len([line for line in lines if re.match(r"Q1 +1[05]0 ", line)]) == 2
    assert any(re.search(r"Outlet \d+, .* \+\d+$", line) for line in lines)


def test_without_colour_nothing_is_lost() -> None:
    coloured = str(REPORTS["table"](report(), Options(colour=True)))
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == str(REPORTS["table"](report(), Options()))
    assert not re.search("\x1b\\[[0-9;]*3[3];?", coloured), "no yellow"


def test_ascii_draws_with_ascii_alone() -> None:
    drawn = "\n".join(table(report(), ascii=True, all=True, quotes="none"))
    assert {c for c in drawn if ord(c) > 127 and not ARABIC.match(c)} == set()


def test_a_digit_before_arabic_is_joined_to_it() -> None:
    assert steady("200 جندي") == "ـ 200 جندي"
    assert steady("نحو 200 جندي") == "نحو 200 جندي"
    assert steady("200 troops and جندي") == "200 troops and جندي"
    assert get_display("Q1 " + steady("200 جندي"), base_dir="L").index("200") > 3


def test_an_excerpt_keeps_its_figure_and_says_where_it_was_cut() -> None:
    sentence = "وقالت وزارة الصحة إن 60 شخصا قتلوا حتى مساء الخميس في البلدة القديمة وحدها"
    cut = excerpt(sentence, "60 شخصا", 30)
    assert "60 شخصا" in cut and cells(cut) <= 30
    assert cut.startswith("… ") and cut.endswith(" …")
    assert excerpt(sentence, "60 شخصا", 200) == sentence


@pytest.mark.parametrize("width", range(12, 60, 3))
def test_a_wrapped_number_stays_with_its_neighbours(width: int) -> None:
    lines = wrap("وصل إلى البلدة 200 جندي ثم خرج منها 300 شخص في اليوم", width)
    if width >= 20:
        assert not any(re.match(r"\d", line) or re.search(r"\d$", line) for line in lines)
    assert all(cells(line) <= width for line in lines)


def test_a_number_among_latin_letters_stays_with_the_word_behind_it_alone() -> None:
    assert wrap("the figure grew to 150 people", 21) == ["the figure grew to", "150 people"]
