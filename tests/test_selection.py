"""``--as-of``, ``--since``, ``--only``, ``--ignore``: what is read, what is shown, and that it is said aloud."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import claimcheck

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article
from claimcheck.readers import Duplicate
from claimcheck.selection import Selection, Term, terms

TEXTS = {
    "a.txt": ("Alpha", "2020-03-01", "At least 8 people were killed in the flood in Malawi on Sunday. 20 trucks left."),
    "b.txt": ("Beta", "2020-03-03", "The flood in Malawi on Sunday killed 30 people. 20 trucks left."),
    "c.txt": ("Gamma", "2020-03-09", "The flood in Malawi on Sunday killed 25 people."),
    "d.txt": ("Delta", "", "The flood in Malawi on Sunday killed 30 people."),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (_, _, text) in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    rows = [f"{name},{source},{day}" for name, (source, day, _) in TEXTS.items()]
    (tmp_path / "metadata.csv").write_text("\n".join(["file,source,published", *rows]) + "\n", "utf-8")
    return tmp_path


def checked(folder: Path, *options: str) -> tuple[list[str], list[str], str]:
    """The files that were read, the verdicts that are shown, and what was said of it."""
    done = claimcheck(folder, "--format", "json", "--fail-on", "none", *options)
    assert done.code == 0, done.err
    result = json.loads(done.out)
    return [a["file"] for a in result["articles"]], [q["verdict"] for q in result["clusters"]], done.err


def test_later_articles_are_left_out_and_those_without_a_date_kept_aloud(folder: Path) -> None:
    files, _, said = checked(folder, "--as-of", "2020-03-03")
    assert files == ["a.txt", "b.txt", "d.txt"]
    assert "articles left out: 1 after 2020-03-03; kept without a date: 1" in said


def test_hours_are_limits_whatever_the_zones(folder: Path) -> None:
    moments = ("2020-03-01T10:00:00+03:00", "2020-03-01T09:00:00Z", "2020-03-02T00:30:00+03:00", "2020-03-01")
    rows = [f"{name},{moment}" for name, moment in zip(TEXTS, moments, strict=True)]
    (folder / "metadata.csv").write_text("\n".join(["file,published", *rows]) + "\n")
    files, _, said = checked(folder, "--as-of", "2020-03-01T12:00Z")
    assert files == ["a.txt", "b.txt", "d.txt"]
    assert "articles left out: 1 after 2020-03-01 12:00Z; kept without an hour: 1" in said
    assert checked(folder, "--since", "2020-03-01T11:00+03:00")[0] == ["b.txt", "c.txt", "d.txt"]
    # the day is the one that is printed
    assert checked(folder, "--as-of", "2020-03-01")[0] == ["a.txt", "b.txt", "d.txt"]


def test_earlier_articles_are_left_out(folder: Path) -> None:
    files, _, said = checked(folder, "--since", "2020-03-03")
    assert files == ["b.txt", "c.txt", "d.txt"]
    assert "1 before 2020-03-03" in said


def test_an_ignored_source_is_not_read(folder: Path) -> None:
    files, _, said = checked(folder, "--ignore", "gamma,d.txt")
    assert files == ["a.txt", "b.txt"]
    assert "2 ignored" in said


def test_findings_by_concept(folder: Path) -> None:
    done = claimcheck(folder, "--format", "json", "--fail-on", "none", "--only", "truck")
    result = json.loads(done.out)
    claims = {c["id"]: c for c in result["claims"]}
    shown = {claims[c]["counted"]["concept"] for q in result["clusters"] for c in q["claims"]}
    assert shown == {"truck"}


def test_findings_by_verdict_and_source(folder: Path) -> None:
    _, every, _ = checked(folder)
    assert {"contradiction", "agree"} <= set(every)
    assert set(checked(folder, "--only", "contradiction")[1]) == {"contradiction"}
    assert "contradiction" not in checked(folder, "--ignore", "contradiction")[1]
    assert checked(folder, "--only", "source:Gamma")[1] == ["contradiction"]
    assert checked(folder, "--only", "Gamma,agree")[1] == [], "kinds must all hold"


def test_nothing_is_said_where_nothing_is_left_out(folder: Path) -> None:
    assert checked(folder)[2] == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--as-of", "soon"), "--as-of: 'soon' is no day"),
        (("--since", "2020-03-01T12:00"), "--since: '2020-03-01T12:00' is no day; write it as YYYY-MM-DD, or"),
        (("--only", "verdict:wrong"), "there is no verdict 'wrong'"),
        (("--only", "colour:red"), "write verdict:NAME"),
        (("--only", "Reutres"), "'Reutres' is no verdict, question, concept or source; sources are: Alpha"),
        (("--only", "contradict"), "is no verdict, question, concept or source; did you mean 'contradiction'?"),
        (("--ignore", "Gama"), "is no verdict, question, concept or source; did you mean 'Gamma'?"),
        (("--only", "q99"), "there is no question 'q99'"),
    ],
)
def test_a_wrong_option_is_told(folder: Path, options: tuple[str, ...], told: str) -> None:
    done = claimcheck(folder, *options)
    assert done.code == 2
    assert told in done.err
    assert len(done.complaints) == 1


def test_terms_find_their_kind() -> None:
    found = terms(["contradiction,killed", "q12,s1", "Reuters", "concept:sdf"], "--only")
    assert found == (
        Term("verdict", "contradiction"), Term("concept", "killed"), Term("question", "q12"), Term("question", "s1"),
        Term("source", "Reuters"), Term("concept", "sdf"),
    )  # fmt: skip


def test_the_duplicate_of_an_article_that_is_left_out_goes_with_it() -> None:
    late = Article(id="a", file="a", published="2020-05-01")
    again = Duplicate(of="a", file="b", published="2020-01-01")
    assert list(Selection(as_of="2020-02-01").articles([late, again])) == []


def test_a_day_must_be_one() -> None:
    with pytest.raises(ClaimcheckError, match="2020-02-31"):
        Selection(since="2020-02-31")
