"""Every format is read back by a reader of its own kind."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from report_sample import articles, claim, crowd, empty, exactly, finding, report

from claimcheck import jsonl
from claimcheck.asjson import dumps
from claimcheck.checked import checked, checked_json, schema
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Claim, Report
from claimcheck.reports import REPORTS, Options


def shown(format: str, result: Report | None = None, **options: Any) -> str:
    return str(REPORTS[format](result or report(), Options(**options)))


@pytest.mark.parametrize("format", REPORTS)
@pytest.mark.parametrize("result", [report(), crowd(3), empty()], ids=["report", "crowd", "empty"])
def test_the_same_result_gives_the_same_bytes(format: str, result: Report) -> None:
    again = checked_json(Report, dumps(result))
    assert REPORTS[format](result, Options()) == REPORTS[format](again, Options())


@pytest.mark.parametrize("format", sorted(set(REPORTS) - {"sqlite", "json", "jsonl", "webanno"}))
def test_no_control_of_an_article_gets_through(format: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown(format, all=True))


def test_json_reads_back_as_the_result_without_texts() -> None:
    data = json.loads(shown("json"))
    assert all("text" not in a for a in data["articles"])
    for article in data["articles"]:
        article["text"] = ""
    bare = tuple(replace(a, text="") for a in report().articles)
    assert checked(Report, data) == replace(report(), articles=bare)


def test_json_follows_the_published_schema() -> None:
    jsonschema.validate(json.loads(shown("json")), schema(Report))


def test_jsonl_reads_back_line_by_line() -> None:
    records = list(jsonl.load(shown("jsonl").encode().splitlines(), "result"))
    assert sorted((r for r in records if isinstance(r, Claim)), key=lambda c: int(c.id[1:])) == list(report().claims)
    assert tuple(records[-6:]) == report().clusters


def test_lines_have_fourteen_fields_with_the_free_text_last() -> None:
    rows = [line.split("\t") for line in shown("lines", all=True).splitlines()]
    assert {len(row) for row in rows} == {14}
    assert len(rows) == len(report().claims)
    assert all(not re.search("[\u0600-\u06ff]", "".join(row[:9])) for row in rows)
    assert rows[0][:3] == ["contradiction", "Q1", "200"]


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_a_sheet_has_its_bounds_as_numbers(format: str, delimiter: str) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(format, all=True)), delimiter=delimiter))
    assert len(rows) == len(report().claims) == len(shown(format, all=True).splitlines()) - 1
    about = next(row for row in rows if row["quote"] == "نحو 400 جندي")
    assert [float(about[key]) for key in ("value", "low", "high")] == [400, 350, 450]
    assert about["qualifier"] == "about" and about["verdict"] == "contradiction"
    open_above = next(row for row in rows if row["qualifier"] == "at_least")
    assert open_above["high"] == ""


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "＝1+1", "\r\n=1"])
def test_a_sheet_defuses_formulas(evil: str) -> None:
    article = articles()[0]
    member = claim("k", article, "At least 38 people", exactly(38), "person", "killed", issuer=evil)
    result = Report(version="0", articles=(article,), claims=(member,),
                    clusters=(finding("Q1", evil, "agree", evil, member),))  # fmt: skip
    for format, delimiter in (("csv", ","), ("tsv", "\t")):
        (row,) = csv.DictReader(io.StringIO(shown(format, result)), delimiter=delimiter)
        assert all(row[key].startswith("'") for key in ("label", "issuer", "why"))


def test_a_byte_order_mark_only_where_asked_for() -> None:
    assert shown("csv", bom=True).startswith("\ufeffquestion,")
    assert shown("csv").startswith("question,")


def database(result: Report) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    written = REPORTS["sqlite"](result, Options())
    assert isinstance(written, bytes)
    base.deserialize(written)
    return base


def test_a_database_answers_the_first_questions() -> None:
    base = database(report())
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    rows = base.execute("SELECT figure_a, figure_b FROM contradictions WHERE question = 'Q1'").fetchall()
    assert rows == [("200", "~400"), ("~400", "300..350")]
    assert base.execute("SELECT count(*) FROM updates").fetchone() == (2,)
    printed = base.execute("SELECT figure, articles FROM figures WHERE question = 'Q5'").fetchall()
    assert printed == [("~1,500", 2)]
    text, start, end, quote = base.execute(
        "SELECT a.text, c.start, c.\"end\", c.quote FROM claims c JOIN articles a ON a.file = c.article LIMIT 1"
    ).fetchone()
    assert text[start:end] == quote


def test_markdown_keeps_its_cells_and_its_directions() -> None:
    text = shown("markdown")
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {7}
    assert '<div dir="rtl" lang="ar">وقال المحافظ إن نحو 400 جندي' in text
    assert '<div dir="ltr" lang="en">At least 38 people were killed on Thursday' in text


def test_markdown_lets_no_markup_of_an_article_through() -> None:
    article = articles()[0]
    member = claim("k", article, "At least 38 people", exactly(38), "person", "killed", "<script>[x](http://y)")
    result = Report(version="0", articles=(article,), claims=(member,),
                    clusters=(finding("Q1", "a|b <img src=x>", "contradiction", "1. # *", member),))  # fmt: skip
    text = shown("markdown", result)
    assert not re.search("<(?!/?div)", text)
    assert r"a\|b" in text and r"\[x\]" in text and r"1\. # \*" in text


def test_annotations_for_github_name_the_line() -> None:
    lines = shown("github").splitlines()
    place = "file=quake/c.txt,line=3,col=1,title=contradiction%3A soldiers arrived"
    assert lines[0].startswith(f"::error {place}::200 here, ~400 in quake/d.txt")
    assert sum(line.startswith("::warning ") for line in lines) == 2
    command = re.compile(r"::(error|warning) file=[^,:]+(,line=\d+,col=\d+)?,title=[^,:]*::[^\n]*")
    assert all(command.fullmatch(line) for line in lines)


def test_annotations_for_github_lead_from_the_root() -> None:
    assert shown("github", root="news/today").startswith("::error file=news/today/quake/c.txt,")


def test_web_annotations_follow_the_model() -> None:
    """https://www.w3.org/TR/annotation-model/, sections 3.2, 4.2 and 5."""
    data = json.loads(shown("webanno"))
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld" and data["type"] == "AnnotationCollection"
    items = data["first"]["items"]
    assert data["first"]["type"] == "AnnotationPage" and data["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    texts = {a.file: a.text for a in articles()}
    for item in items:
        assert item["type"] == "Annotation" and item["motivation"] in ("describing", "assessing")
        assert all(body["type"] == "TextualBody" and body["value"] for body in item["body"])
        if item["motivation"] == "describing":
            words, place = item["target"]["selector"]
            text = texts[item["target"]["source"]]
            assert text[place["start"] : place["end"]] == words["exact"]
            assert words["prefix"] + words["exact"] + words["suffix"] in text
        else:
            assert {target in {i["id"] for i in items} for target in item["target"]} == {True}


def test_a_matrix_shows_whole_figures_or_says_what_it_needs() -> None:
    text = shown("matrix", width=80)
    row = next(line for line in text.splitlines() if line.startswith("Q1"))
    assert row.split()[2:7] == ["-", "-", "200", "~400", "300..350"]
    with pytest.raises(ClaimcheckError, match=r"needs \d+ columns, there are 40; .*--width"):
        shown("matrix", width=40)
    with pytest.raises(ClaimcheckError, match="40 articles"):
        shown("matrix", crowd(), width=200)


def test_a_gloss_says_the_facets_in_the_words_of_the_labels() -> None:
    labels = {"soldier": "troops", "event:arrived": "came"}
    assert "Q1  troops | came\n" in shown("table", gloss=True, labels=labels)
    assert "جنود · وصول" in shown("table", ui="ar", labels={"plural:soldier": "جنود", "event:arrived": "وصول"})
