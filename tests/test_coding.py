"""What each scheme would record, on claims made for the test. docs/conventions.md has the table that this follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import check
from claimcheck.coding import code, schemes
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Claim, Coded, Finding, Number, Report
from claimcheck.reports import REPORTS, Options
from claimcheck.stages.extract import extract

SEEDS = Path(__file__).parents[1] / "seeds"
PAGE = Path(__file__).parents[1] / "docs" / "conventions.md"

Estimate = tuple[Number | None, Number | None, Number | None]


def said(*texts: str, days: tuple[str, ...] = ()) -> Report:
    """One finding of the first claim of each text, each an article of its own day and outlet."""
    from claimcheck.model import Article

    claims: list[Claim] = []
    for n, text in enumerate(texts):
        day = days[n] if days else None
        article = Article(id=f"a{n}", file=f"{n}.txt", text=text, lang="en", source=f"Outlet {n}", published=day)
        claims.append(extract(article)[0])
    finding = Finding(id="q1", label="", verdict="agree", why="", claims=tuple(c.id for c in claims), pairs=())
    return Report(version="", articles=(), claims=tuple(claims), clusters=(finding,))


def coded(scheme: str, *texts: str, days: tuple[str, ...] = ()) -> Coded:
    found = code(said(*texts, days=days), scheme).clusters[0].coded
    assert found is not None
    return found


def estimate(scheme: str, *texts: str, days: tuple[str, ...] = ()) -> Estimate:
    found = coded(scheme, *texts, days=days)
    return found.low, found.best, found.high


@pytest.mark.parametrize(
    ("scheme", "text", "expected"),
    [
        ("acled", "Several people were killed.", (None, 10, None)),
        ("acled", "Dozens of people were killed.", (None, 12, None)),
        ("acled", "Hundreds of people were killed.", (None, 100, None)),
        ("acled", "At least 84 people were killed.", (None, 84, None)),
        ("acled", "Between 300 and 400 people were killed.", (None, 300, None)),
        ("ccc", "Hundreds of protesters gathered.", (200, None, 200)),
        ("ccc", "Tens of thousands of protesters gathered.", (20_000, None, 20_000)),
        ("emdat", "Thousands of people were killed.", (None, 2000, None)),
        ("emdat", "Between 300 and 400 people were killed.", (None, 350, None)),
        ("emdat", "The flood displaced 20 families.", (60, None, 100)),
        ("gtd", "Hundreds of people were killed.", (None, None, None)),
        ("ucdp", "Between 300 and 400 people were killed.", (300, 300, 400)),
    ],
)
def test_a_single_figure(scheme: str, text: str, expected: Estimate) -> None:
    assert estimate(scheme, text) == expected


DIFFER = ("The blast killed 8 people.", "The blast killed 12 people.", "The blast killed 12 people.")


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [("acled", (None, 8, None)), ("emdat", (8, None, 12)), ("gtd", (None, 12, None)), ("ucdp", (8, 8, 12))],
)
def test_sources_that_differ(scheme: str, expected: Estimate) -> None:
    assert estimate(scheme, *DIFFER) == expected


def test_gtd_takes_the_most_recent_where_all_are_dated() -> None:
    days = ("2020-01-03", "2020-01-01", "2020-01-02")
    assert estimate("gtd", *DIFFER, days=days) == (None, 8, None)


def test_what_a_scheme_does_not_record_gets_no_figure_and_a_reason() -> None:
    assert "does not record" in coded("acled", "Some 20 trucks left the town.").why
    assert "does not record" in coded("ccc", "The blast killed 8 people.").why
    assert "no number for these words" in coded("gtd", "Dozens of people were killed.").why


def test_nothing_is_picked_unasked() -> None:
    report = check(SEEDS)
    assert all(f.coded is None for f in report.clusters)
    assert "would record" not in REPORTS["table"](report, Options())


def test_every_format_that_argues_shows_figure_and_page() -> None:
    report = code(check(SEEDS), "emdat")
    for name in ("table", "markdown", "html", "json"):
        shown = str(REPORTS[name](report, Options(width=200)))
        assert "EM-DAT" in shown
        assert "Guidelines" in shown


def test_questions_that_agree_have_their_figure_in_the_report_too() -> None:
    report = code(check(SEEDS), "acled")
    for name in ("table", "markdown"):
        assert "ACLED would record 84: " in str(REPORTS[name](report, Options(width=200)))


def test_an_unknown_scheme_is_told() -> None:
    with pytest.raises(ClaimcheckError, match="choose from acled, ccc, emdat, gtd, ucdp"):
        code(said(*DIFFER), "nobody")


def test_the_page_has_every_scheme_and_number() -> None:
    page = PAGE.read_text("utf-8")
    for name, scheme in schemes().items():
        assert f"`{name}`" in page
        for number in scheme.vague.values():
            assert f"{number:,}" in page
