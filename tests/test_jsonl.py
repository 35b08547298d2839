"""Records as lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import jsonl
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article, Cluster, Finding

RECORDS = [
    Article(id="a1", file="a.txt", text="قال\n«نعم»\u2028", origins={"lang": "the text"}, lang="ar"),
    Cluster(id="q1", label="troops", claims=("c1", "c2")),
    Finding(id="q1", label="troops", verdict="agree", why="same", claims=("c1",), pairs=()),
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_comes_back_from_its_line(record: Article) -> None:
    line = jsonl.dump(record)
    assert "\n" not in line
    assert list(jsonl.load([line.encode(), b"\n"], "x")) == [record]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{", "in:2: is no JSON"),
        (b"\xff", "in:2: is no JSON"),
        (b"[]", 'in:2: has no "type"'),
        (b'{"type": "quote"}', 'in:2: has no "type"'),
        (b'{"type": ["article"]}', 'in:2: has no "type"'),
        (b'{"type": "article", "id": "a"}', "in:2: file: Field required"),
        (b'{"type": "cluster", "id": "q", "label": "", "claims": [], "more": 1}', "in:2: more: there is no such field"),
    ],
)
def test_a_wrong_line_is_named(line: bytes, what: str) -> None:
    with pytest.raises(ClaimcheckError) as wrong:
        list(jsonl.load([jsonl.dump(RECORDS[0]).encode(), line], "in"))
    assert str(wrong.value).startswith(what)


@given(st.binary(max_size=200))
def test_no_bytes_break_it(line: bytes) -> None:
    try:
        list(jsonl.load([line], "in"))
    except ClaimcheckError as wrong:
        assert "\n" not in str(wrong)
