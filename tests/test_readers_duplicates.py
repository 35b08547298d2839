"""The same text twice is one article with several sources."""

from __future__ import annotations

import json
from pathlib import Path

from shell import claimcheck

BODY = "\n".join(
    f"Rescuers in the {place} said that {number} people were taken to hospital after the flood on Friday, and that more"
    " were missing in the villages along the river."
    for number, place in enumerate(("north", "south", "east", "west"), 20)
)
WIRE = f"Flood hits the valley\n\n{BODY}"


def write(folder: Path, **texts: str) -> None:
    rows = ["file,source,published"]
    rows += [f"{name}.txt,The {name.title()},2019-03-0{i}" for i, name in enumerate(texts, 1)]
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    (folder / "metadata.csv").write_text("\n".join(rows))


def test_a_text_that_comes_again_is_counted_once_and_said_aloud(tmp_path: Path) -> None:
    other = f"Valley under water\n\n{BODY}"
    write(tmp_path, a=WIRE, b=WIRE.replace("\n", "\r\n") + "  ", c=other, d=WIRE + "\nMore followed.")
    ran = claimcheck(tmp_path, "--format", "json")
    articles = json.loads(ran.out)["articles"]
    assert [(a["file"], a["also"]) for a in articles] == [("a.txt", ["The B", "The C"]), ("d.txt", [])]
    assert ran.complaints == [
        "claimcheck: b.txt: has the text of a.txt; counted as one article",
        "claimcheck: c.txt: has the text of a.txt; counted as one article",
    ]
    assert ran.code != 2


def test_a_duplicate_is_a_line_of_its_own_between_stages(tmp_path: Path) -> None:
    write(tmp_path, a=WIRE, b=WIRE)
    lines = [json.loads(line) for line in claimcheck("read", tmp_path).out.splitlines()]
    assert [line["type"] for line in lines] == ["article", "duplicate"]
    assert lines[1] == {"type": "duplicate", "of": "a.txt", "file": "b.txt", "source": "The B",
                        "published": "2019-03-02", "url": None}  # fmt: skip
    out = b""
    for stage in (["extract", tmp_path], ["cluster"], ["compare"], ["report", "--format", "json"]):
        out = claimcheck(*stage, stdin=out).out.encode()
    assert out.decode() == claimcheck(tmp_path, "--format", "json").out


def test_short_texts_are_alike_only_as_a_whole(tmp_path: Path) -> None:
    write(tmp_path, a="One\n\nTwo were killed.", b="Other\n\nTwo were killed.", c="One\n\nTwo were killed.")
    kinds = [json.loads(line)["type"] for line in claimcheck("read", tmp_path).out.splitlines()]
    assert kinds == ["article", "article", "duplicate"]


def test_an_outlet_that_repeats_a_text_is_counted_and_is_no_voice_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, a=WIRE, b=WIRE, c="A storm in Peru destroyed 700 houses, the mayor said.")
    lines = claimcheck("extract", tmp_path).out.encode()
    found = claimcheck("compare", stdin=claimcheck("cluster", stdin=lines).out.encode()).out.splitlines()
    records = [json.loads(line) for line in found]
    houses = next(r["id"] for r in records if r["type"] == "claim" and r["quantity"]["value"] == 700)
    findings = [r for r in records if r["type"] == "finding"]
    assert len(findings) > 1
    assert all(f["outlets"] == (1 if houses in f["claims"] else 2) for f in findings)
    assert all(f["voices"] == 1 for f in findings if len(f["claims"]) == 1)
