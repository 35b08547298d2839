"""The benchmarks measure what they say: right scores, the same texts every time, a page that keeps its parts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import page, peer, suites, texts
from benchmarks.peers import SELF, answers, python
from benchmarks.suites import Suite


def suite(*gold: dict[str, object]) -> Suite:
    return Suite("s", ({"text": "", "lang": "en", "numbers": list(gold)},))


def test_f1_counts_found_missed_and_invented() -> None:
    gold = suite(peer.number(5.0), peer.number(7.0))
    assert suites.f1(gold, [[peer.number(5), peer.number(7)]], suites.value) == 100
    assert suites.f1(gold, [[peer.number(5)]], suites.value) == pytest.approx(200 / 3)
    assert suites.f1(gold, [[peer.number(5), peer.number(8)]], suites.value) == 50
    assert suites.f1(gold, [[]], suites.value) == 0


def test_bounds_have_to_be_right_too() -> None:
    gold = suite(peer.number(84, low=84))
    assert suites.f1(gold, [[peer.number(84)]], suites.value) == 100
    assert suites.f1(gold, [[peer.number(84)]], suites.bounds) == 0
    assert suites.f1(gold, [[peer.number(84, low=84)]], suites.bounds) == 100


def test_estimates_are_scored_alone() -> None:
    gold = suite(peer.number(400, approx=True), peer.number(5))
    assert suites.f1(gold, [[peer.number(400), peer.number(5)]], suites.value, suites.estimate) == 0
    assert suites.f1(gold, [[peer.number(400, approx=True)]], suites.value, suites.estimate) == 100


def test_optional_gold_is_scored_neither_way() -> None:
    gold = suite(peer.number(5, 0, 1), {**peer.number(2, 10, 11), "ignore": True})
    assert suites.f1(gold, [[peer.number(5, 0, 1), peer.number(2, 10, 11)]], suites.value) == 100


def test_claimcheck_scores_on_its_own_corpora() -> None:
    """The adapter, the protocol and the corpora fit together."""
    for known in suites.own():
        read = [answer["numbers"] for answer in answers(SELF, Path(str(python(SELF, Path()))), known.cases, 60)]
        assert len(read) == len(known.cases)
        assert (suites.f1(known, read, suites.value) or 0) > 80, known.name


def test_texts_are_the_same_every_time(tmp_path: Path) -> None:
    sizes = [texts.folder(tmp_path / name, 40, None) for name in ("a", "b")]
    assert sizes[0] == sizes[1]
    files = [sorted(p for p in (tmp_path / name).rglob("*") if p.is_file()) for name in ("a", "b")]
    assert [p.read_bytes() for p in files[0]] == [p.read_bytes() for p in files[1]]
    assert len({p.read_bytes() for p in files[0]}) == 41


def test_a_section_of_the_page_replaces_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "PAGE", tmp_path / "benchmarks.md")
    page.write("One", "first\n\n### Sub\n\nx")
    page.write("Two", "second")
    page.write("One", "third")
    text = (tmp_path / "benchmarks.md").read_text()
    assert text.index("third") < text.index("## Two") < text.index("second")
    assert "first" not in text and "Sub" not in text
