"""The report in another language: every word is there, and what findings say is retold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from report_sample import crowd, finding, report

from claimcheck import check
from claimcheck.coding import code, schemes
from claimcheck.errors import ClaimcheckError
from claimcheck.lang.labels import glossary, labels
from claimcheck.model import Kind
from claimcheck.reports import REPORTS, Options, gloss
from claimcheck.reports.words import Words, languages, words
from claimcheck.stages import compare, counting, label, question, timing, whereabouts

ROOT = Path(__file__).parents[1]
OTHERS = [code for code in languages() if code != "en"]


@pytest.fixture(scope="module")
def arabic() -> Words:
    return words("ar", glossary("ar"))


@pytest.mark.parametrize("code", OTHERS)
def test_every_language_has_the_same_words_with_the_same_gaps(code: str) -> None:
    english, own = words("en")._texts, words(code)._texts
    assert own.keys() - {"said"} == english.keys()
    for key, value in english.items():
        if isinstance(value, dict):
            assert key == "unit" or own[key].keys() == value.keys(), key
        for name, text in value.items() if isinstance(value, dict) else [(key, value)]:
            other = own[key].get(name) if isinstance(value, dict) else own[key]
            assert other and set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", other)), (key, name)


@pytest.mark.parametrize("code", list(languages()))
def test_a_figure_of_which_nothing_is_known_has_a_name(code: str) -> None:
    assert {f"kind:{kind}" for kind in get_args(Kind)} <= labels(code).keys()


@pytest.mark.parametrize("code", OTHERS)
def test_no_gap_of_a_sentence_is_lost(code: str) -> None:
    for english, own in words(code)._texts["said"].items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", own)), english


def test_a_language_without_words_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(ClaimcheckError, match="--ui: there are no words for 'xx'; choose from ar, en"):
        words("xx")


def _sentences(node: ast.expr) -> Iterator[str]:
    """The strings that an expression may be, with a place for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(p.value) if isinstance(p, ast.Constant) else "2018-03-22" for p in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (*_sentences(node.body), *_sentences(node.orelse))


def _reasons() -> Iterator[str]:
    """All that the judges give as reasons: what verdicts return, and why a facet speaks for or against a link."""
    rules = {rule.__name__ for rule in compare.VERDICTS.values()}
    for function in ast.parse(Path(compare.__file__).read_text("utf-8")).body:
        if isinstance(function, ast.FunctionDef) and function.name in rules:
            returned = (n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value)
            yield from (said for value in returned for said in _sentences(value))
    besides = {question.TESTS[n].__name__ for n in question.BESIDES} | {"_settings", "_ways"}
    for module in (question, counting, timing, whereabouts):
        for function in ast.parse(Path(module.__file__).read_text("utf-8")).body:
            if isinstance(function, ast.FunctionDef) and (module is timing or function.name in besides):
                yield from _whys(function)


def _whys(function: ast.FunctionDef) -> Iterator[str]:
    """The reasons of verdicts that do not forbid: what is forbidden is in no question."""
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Verdict" and len(call.args) == 2:
            forbids = isinstance(call.args[0], ast.Constant) and call.args[0].value is None
            yield from () if forbids else _sentences(call.args[1])


REASONS = sorted(set(_reasons()))


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_retold(reason: str, arabic: Words) -> None:
    assert not re.search("[A-Za-z]", arabic.said(reason)), "give it a line in claimcheck/reports/words/ar.toml"


@pytest.mark.parametrize("code", OTHERS)
def test_no_language_leaves_a_reason_in_english(code: str) -> None:
    told = words(code, glossary(code))
    assert [reason for reason in (*REASONS, "though the same time") if told.said(reason) == reason] == []


def test_reasons_were_found() -> None:
    assert "the same figure" in REASONS and "both in 2018-03-22" in REASONS and len(REASONS) > 15


def test_all_that_is_said_of_the_sample_articles_is_retold(arabic: Words) -> None:
    result = check([str(ROOT / "seeds")])
    for judged in result.clusters:
        said = [judged.why, *(pair.why for pair in judged.pairs)]
        assert not [s for s in said if re.search("[A-Za-z]", arabic.said(s))]
        assert not re.search("[A-Za-z]", re.sub("“.*?”", "", arabic.links(judged.links))), judged.links


@pytest.mark.parametrize("scheme", schemes())
def test_coding_rules_are_retold(scheme: str, arabic: Words) -> None:
    for judged in code(report(), scheme).clusters:
        assert judged.coded and not re.search("[A-Za-z]", arabic.said(judged.coded.why))
    assert not re.search("[A-Za-z]", arabic.said(schemes()[scheme].says))


@pytest.mark.parametrize(("english", "own"), [
    ("about 400 against about 200: the same figure", "نحو 400 مقابل نحو 200: الرقم نفسه"),
    ("at least 10 km against 7 years in one article", "10 كم على الأقل مقابل 7 سنة في مقال واحد"),
    ("6 fighters + 5 civilians = 11, but 8 in all", "6 مقاتلون + 5 مدنيون = 11، لكن المجموع 8"),
    ("60% + 50% = 110%: parts of one whole are no more than 100%", "60% + 50% = 110%: أجزاء كل واحد لا تزيد على 100%"),
    ("what nobody foresaw, nor wrote", "what nobody foresaw, nor wrote"),
])
def test_sentences_are_retold_with_what_fills_their_gaps(english: str, own: str, arabic: Words) -> None:
    assert arabic.said(english) == own


def test_reasons_that_are_listed_are_retold_one_by_one(arabic: Words) -> None:
    links = "people, soldiers; killed; though one names Syria, one does not; “entries”"
    assert arabic.links(links) == "أشخاص، جنود؛ مقتل؛ مع أن أحدهما يذكر سوريا والآخر لا؛ “entries”"


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "lines", "github", "webanno"])
def test_data_is_the_same_in_every_language(format: str) -> None:
    english, arabic = (Options(ui=ui, labels=labels(ui), glossary=glossary(ui)) for ui in ("en", "ar"))
    assert REPORTS[format](report(), english) == REPORTS[format](report(), arabic)


@pytest.mark.parametrize("format", ["table", "markdown", "matrix", "html"])
def test_a_report_is_in_its_reader_s_language(format: str) -> None:
    options = Options(ui="ar", labels=labels("ar"), glossary=glossary("ar"), width=140)
    shown = str(REPORTS[format](crowd(4), options))
    assert "أشخاص · مغادرة" in shown and "people" not in shown


def test_a_heading_knows_the_same_people_by_their_fate_as_a_label() -> None:
    assert label._CASUALTIES | {"body"} == gloss.CASUALTIES
    dead = (*report().claims[3:5],)
    told = tuple(replace(c, counted=replace(c.counted, concept="fatality")) for c in dead)
    result = replace(report(), claims=told, clusters=(finding("Q1", "dead", "agree", "", *told),))
    options = Options(ui="ar", labels=labels("ar"), glossary=glossary("ar"), width=140)
    assert "أشخاص · مقتل" in str(REPORTS["table"](result, options))


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("when", ["2020-03-02 to 2020-03-03", "2020-03-02, 07:15Z to 09:00Z"])
def test_hours_are_retold(code: str, when: str) -> None:
    said = words(code).said(f"40 against 60: higher in the later article ({when}): the figure grew")
    assert " to " not in said and "higher" not in said
    assert re.findall(r"[\d-]{10}|\d\d:\d\dZ", said) == re.findall(r"[\d-]{10}|\d\d:\d\dZ", when)
