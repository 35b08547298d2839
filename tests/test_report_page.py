"""The HTML page: valid, self-contained, and doing in a real browser what it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from importlib.resources import files
from pathlib import Path

import html5lib
import pytest
from chromium import Page, browser, program
from report_sample import claim, crowd, empty, exactly, finding, report

from claimcheck.model import Article, Pair, Report
from claimcheck.reports import REPORTS, Options

CSS = (files("claimcheck.reports.page") / "page.css").read_text("utf-8")


def page(result: Report, **options: object) -> str:
    return str(REPORTS["html"](result, Options(**options)))  # type: ignore[arg-type]


def without_texts(result: Report) -> Report:
    bare = tuple(replace(a, text="") for a in result.articles)
    return replace(result, articles=bare)


CASES = {"report": report(), "crowd": crowd(), "empty": empty(), "bare": without_texts(report())}


@pytest.mark.parametrize("ui", ["en", "ar"])
@pytest.mark.parametrize("case", CASES)
def test_the_page_is_valid_and_its_links_lead_somewhere(case: str, ui: str) -> None:
    text = page(CASES[case], ui=ui)
    html5lib.HTMLParser(strict=True).parse(text)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert {one for named in re.findall(r'aria-labelledby="([^"]+)"', text) for one in named.split()} <= set(ids)


def test_the_page_asks_the_network_for_nothing() -> None:
    text = page(report())
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|https?://", text)
    assert "default-src 'none'" in unescape(text)


def test_words_of_an_article_stay_words() -> None:
    evil = '<script>alert(1)</script> & "38 killed" <em>'
    article = Article(id="x.txt", file="x.txt", text=evil, source="<i>", url="javascript:alert(1)", lang="en")
    member = claim("k", replace(article, text=evil + "\n"), "38 killed", exactly(38), "person", "killed",
                   issuer="<u>")  # fmt: skip
    judged = finding("Q1", "<dfn>", "contradiction", "<why>", member)
    text = page(Report(version="0", articles=(article,), claims=(member,), clusters=(judged,)))
    html5lib.HTMLParser(strict=True).parse(text)
    assert not re.search("<(script>alert|em>|i>|u>|dfn>|why>)|javascript:", text)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_colour_stands_out_from_its_ground(scheme: int) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    block = re.findall(r":root \{(.*?)\}", CSS, re.S)[scheme]
    colours = {k: "#" + "".join(c * 2 for c in v[1:]) if len(v) == 4 else v
               for k, v in re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)}  # fmt: skip
    grounds = [_luminance(colours[k]) for k in ("paper", "card")]
    inks = {k: _luminance(v) for k, v in colours.items() if k not in ("paper", "card", "rule")}
    assert len(inks) == 8
    for name, ink in inks.items():
        for ground in grounds:
            light, dark = max(ink, ground), min(ink, ground)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, name


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    if not program():
        pytest.skip("no Chromium here")
    with browser() as opened:
        yield opened


@pytest.fixture
def shown(tab: Page, tmp_path: Path) -> Iterator[Page]:
    """The sample's page in a browser; a fault that it causes fails the test."""
    file = tmp_path / "report.html"
    file.write_text(page(report()), "utf-8")
    tab.faults.clear()
    tab.open(file)
    yield tab
    assert tab.faults == []


VISIBLE = "[...document.querySelectorAll('.question')].filter(q => !q.hidden).map(q => q.id)"
COLUMNS = "[...document.querySelectorAll('article')].filter(a => !a.hidden).map(a => a.id)"


def test_of_several_figures_those_that_the_verdict_names_are_marked(tab: Page, tmp_path: Path) -> None:
    file = tmp_path / "events.html"
    (first, _, third), question = report().claims[:3], report().clusters[0]
    pair = Pair(a=first.id, b=third.id, verdict="contradiction", why="these two")
    judged = replace(question, pairs=(*question.pairs, pair), why="these two")
    file.write_text(page(replace(report(), clusters=(judged,))), "utf-8")
    tab.open(file)
    heads = "[...document.querySelectorAll('#Q1 tbody th')].map(th => [th.textContent, th.parentElement.className])"
    assert tab.run(heads) == [["✗contradiction: 200", ""], ["✗contradiction: 300 to 350", ""], ["about 400", "beside"]]


def test_lone_questions_are_filtered_out_at_first(shown: Page) -> None:
    assert shown.run(VISIBLE) == ["Q1", "Q4", "Q2", "Q3", "Q5"]
    assert shown.run("document.querySelector('[role=status]').textContent") == "5 of 6 questions shown"


def test_filters_by_verdict_source_concept_and_words(shown: Page) -> None:
    shown.run("document.querySelector('[value=contradiction]').click()")
    assert shown.run(VISIBLE) == ["Q4", "Q2", "Q3", "Q5"]
    choose = "(s => {{ s.value = {}; s.dispatchEvent(new Event('input', {{bubbles: true}})) }})"
    outlet = "[...s.options].find(o => o.text === 'Reuters').value"
    shown.run(choose.format(outlet) + "(document.querySelector('[name=source]'))")
    assert shown.run(VISIBLE) == ["Q2", "Q5"]
    shown.run(choose.format("'house'") + "(document.querySelector('[name=concept]'))")
    assert shown.run(VISIBLE) == ["Q5"]
    shown.run(choose.format("'no such words'") + "(document.querySelector('[name=search]'))")
    assert shown.run(VISIBLE) == [] and shown.run("!document.querySelector('.empty').hidden")
    shown.run("document.querySelector('[type=reset]').click()")
    assert shown.run(f"new Promise(done => setTimeout(() => done({VISIBLE})))") == ["Q1", "Q4", "Q2", "Q3", "Q5"]


def test_a_figure_leads_to_its_sentence_and_back(shown: Page) -> None:
    assert shown.run(COLUMNS) == ["a2", "a3", "a4"]
    shown.run("document.querySelector('#Q2 td a').click()")
    assert shown.run(COLUMNS) == ["a0", "a1", "a2"]
    assert shown.run("document.activeElement.querySelector('mark').textContent") == "At least 38 people"
    assert shown.run("document.activeElement.classList.contains('chosen')")
    shown.run("document.activeElement.click()")
    assert shown.run("[location.hash, document.activeElement.closest('.question').id]") == ["#Q2", "Q2"]


def test_all_of_it_works_by_keyboard(shown: Page) -> None:
    """Tab reaches the skip link first; Enter on a figure's article goes to the words."""
    shown.press("Tab", 9)
    assert shown.run("document.activeElement.className") == "skip"
    shown.run("document.querySelector('#Q1 td a').focus()")
    shown.press("Enter", 13, "\r")
    assert shown.run("document.activeElement.closest('article').id") == "a2"


def test_arabic_runs_from_right_to_left(shown: Page) -> None:
    assert shown.run("getComputedStyle(document.querySelector('#a2 .text')).direction") == "rtl"
    assert shown.run("getComputedStyle(document.querySelector('#a0 .text')).direction") == "ltr"
    assert shown.run("getComputedStyle(document.querySelector('blockquote[lang=ar]')).direction") == "rtl"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_sticks_out_of_the_window(tab: Page, tmp_path: Path, width: int) -> None:
    for ui in ("en", "ar"):
        file = tmp_path / f"{ui}.html"
        file.write_text(page(report(), ui=ui), "utf-8")
        tab.open(file, width=width)
        assert tab.run("document.documentElement.scrollWidth") <= width
