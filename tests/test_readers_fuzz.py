"""No bytes break a reader: whatever a file holds, it is read or told, and the text is one that outputs can carry."""

from __future__ import annotations

from datetime import UTC, date
from pathlib import Path

import formats
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_readers_formats import pdf

from claimcheck.asjson import dumps
from claimcheck.model import Article
from claimcheck.moment import before, seconds, shown
from claimcheck.readers import Limits, Notice, Settings, read
from claimcheck.readers.dates import dateline, day
from claimcheck.readers.hours import doubt, moment

MADE = {name: make(formats.ARTICLES["ar"]) for name, make in formats.FORMATS.items()} | {"a.pdf": pdf("12 left")}
#: a PDF costs a process each
EXAMPLES = {"a.pdf": 3}


def damaged(data: bytes) -> st.SearchStrategy[bytes]:
    """``data`` with a piece of it cut out or replaced."""

    def damage(start: int, length: int, patch: bytes) -> bytes:
        return data[:start] + patch + data[start + length :]

    place = st.integers(0, len(data))
    return st.builds(damage, place, st.integers(0, 40), st.binary(max_size=8))


METADATA = {
    "metadata.csv": "file,source,published,lang\na.txt,AFP,14 آب 2018,ar\n".encode(),
    "metadata.jsonl": '{"file": "a.txt", "published": "3 ذو الحجة 1439", "lang": "Arabic"}\n'.encode(),
}


@pytest.mark.parametrize("name", METADATA)
def test_no_metadata_lose_an_article(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The text")

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(damaged(METADATA[name]), st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
    def holds(data: bytes) -> None:
        (tmp_path / name).write_bytes(data)
        assert [found.file for found in read([str(tmp_path)], Settings(), lambda notice: None)] == ["a.txt"]

    holds()


DATED = st.text(st.sampled_from("0123456789٣²½-/. :()+Tz\n–") | st.characters(), max_size=12)


DATES = ["March", "مارس", "صفر", "ذو الحجة", "2019", "1439", "published", " ", "0001-01-01", "14:05", "+03:00", "GMT"]


@settings(max_examples=300, deadline=None)
@given(st.lists(DATED | st.sampled_from(DATES)))
def test_whatever_looks_like_a_date_is_one_or_none(parts: list[str]) -> None:
    text = " ".join(parts)
    doubt(text, date(2020, 1, 1))
    at = moment(text, UTC)
    assert (at and at[:10]) == (day(text) and str(day(text)))
    assert at is None or (moment(at) == at and seconds(at) <= seconds(at) and not before(at, at) and shown(at))
    found = dateline(text)
    assert found is None or (day(found) is not None and found in text)


@pytest.mark.parametrize("name", MADE)
def test_no_bytes_break_a_reader(name: str, tmp_path: Path) -> None:
    @settings(max_examples=EXAMPLES.get(name, 25), deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(damaged(MADE[name]), st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
    def holds(data: bytes) -> None:
        (tmp_path / name).write_bytes(data)
        notices: list[Notice] = []
        for found in read([str(tmp_path)], Settings(limits=Limits(seconds=10)), notices.append):
            dumps(found)
            assert not isinstance(found, Article) or found.text.strip()
        assert all("\n" not in str(notice) for notice in notices)

    holds()
