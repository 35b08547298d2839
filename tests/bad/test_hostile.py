"""Input made to break a reader: each gets its one line, and the article beside it is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from unittest import mock

import formats
import pytest
from shell import claimcheck

import claimcheck as package
from claimcheck.model import Article
from claimcheck.readers import Limits, Notice, Settings, read

GOOD = formats.ARTICLES["en"]


def told(folder: Path, **limits: float) -> list[str]:
    """What is told of ``folder``, in which ``good.txt`` must be read whatever lies beside it."""
    (folder / "good.txt").write_bytes(formats.txt(GOOD))
    notices: list[Notice] = []
    settings = Settings(limits=Limits(**limits))  # type: ignore[arg-type]
    files = [a.file for a in read([str(folder)], settings, notices.append) if isinstance(a, Article)]
    assert "good.txt" in files
    return [str(notice) for notice in notices]


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in members:
            pack.writestr(name, data)
    return out.getvalue()


def nested(levels: int) -> bytes:
    data = formats.txt(GOOD)
    for level in range(levels):
        data = zipped((f"{level}.zip" if level else "a.txt", data))
    return data


def linked() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as pack:
        info = tarfile.TarInfo("passwd.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        pack.addfile(info)
    return out.getvalue()


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>"""
OUTSIDE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&e;</title></item></channel></rss>'

NOISE = Random(1).randbytes(600_000).hex().encode()

FILES: dict[str, tuple[str, bytes, str]] = {
    "zip bomb": ("a.zip", zipped(("a.txt", b"0" * 5_000_000)), "a.zip/a.txt: unpacks to more than 200 times its size"),
    "zips in zips": ("a.zip", nested(5), "holds archives within archives within archives; unpack it first"),
    "gzip bomb": ("a.txt.gz", gzip.compress(b"0" * 2_000_000), "a.txt.gz/a.txt: unpacks to more than 200 times"),
    "gzip bomb of lines": ("a.jsonl.gz", gzip.compress(b"\n" * 2_000_000), "a.jsonl.gz/a.jsonl: unpacks to more than"),
    "large gzip": ("a.txt.gz", gzip.compress(NOISE), "a.txt.gz/a.txt: is larger than 1,000,000 bytes"),
    "path that leads up": ("a.zip", zipped(("../../a.txt", b"x")), "a.zip: holds '../../a.txt', a path that leads out"),
    "absolute path": ("a.zip", zipped(("/etc/a.txt", b"x")), "a.zip: holds '/etc/a.txt', a path that leads out"),
    "link in a tar": ("a.tar", linked(), "a.tar/passwd.txt: is a link or a device within an archive"),
    "broken zip": ("a.zip", zipped(("a.txt", b"x"))[:-9], "a.zip: is no zip archive"),
    "broken tar": ("a.tar.gz", formats.tarred(GOOD)[:100], "a.tar.gz: is no tar archive, or a broken one"),
    "broken gzip": ("a.txt.gz", gzip.compress(b"x" * 999)[:-9], "a.txt.gz/a.txt: cannot be read"),
    "no gzip": ("a.txt.gz", b"x", "a.txt.gz/a.txt: cannot be read"),
    "broken docx": ("a.docx", formats.docx(GOOD)[:-9], "a.docx: is no Word document"),
    "docx without a body": ("a.docx", zipped(("x", b"x")), "a.docx: is no Word document"),
    "docx with a bomb": ("a.docx", zipped(("word/document.xml", BOMB)), "a.docx: defines XML entities"),
    "xml bomb": ("a.rss", BOMB, "a.rss: defines XML entities, as bombs do; leave it out"),
    "xml bomb in UTF-16": ("a.rss", BOMB.decode().encode("utf-16"), "a.rss: defines XML entities"),
    "outer entity": ("a.rss", OUTSIDE, "a.rss: defines XML entities"),
    "xml that is no feed": ("a.xml", b"<x/>", "a.xml: is XML without the entries of a feed"),
    "broken xml": ("a.xml", b"<x>", "a.xml: is no XML (no element found"),
    "nested html": ("a.html", b"<div>" * 50_000, "a.html: nests its elements more than 2,000 deep"),
    "html without a text": ("a.html", b"<html><body><script>1</script></body></html>", "a.html: holds no main text"),
    "nested json": ("a.json", b"[" * 900_000, "a.json: is no JSON (maximum recursion depth exceeded"),
    "json without articles": ("a.json", b"7", "a.json: holds no article"),
    "json with other names": ("a.json", b'{"words": "x"}', "a.json: has no text among words; name it, as in --map"),
    "long line": ("a.jsonl", b" " * 1_000_001, "a.jsonl: has a line of more than 1,000,000 bytes"),
    "long field": ("a.csv", b"text\n" + b"x" * 1_000_001, "a.csv: line 1 is no CSV (field larger than field limit"),
    "csv with an open quote": ("a.csv", b'text\n"' + b"x\n" * 600_000, "a.csv: line"),
    "csv without a text": ("a.csv", b"a,b\n1,2\n", "a.csv: has no column with the text among a, b"),
    "csv in two encodings": ("a.csv", b"text\n" + b"x" * 90_000 + b"\nx\xff\n", "a.csv: cannot be read (Unicode"),
    "toml front matter": ("a.md", b"+++\ntitle =\n+++\nx", "a.md: its front matter is no TOML"),
    "superscripts": ("metadata.csv", "file,published\ngood.txt,² May 2019".encode(), "the date '² May 2019' from"),
    "nested metadata": ("metadata.jsonl", b"[" * 900_000, "metadata.jsonl:1: is no JSON (maximum recursion depth"),
    "long name of a column": ("metadata.csv", b"x" * 140_000 + b",file", "x' is not used; known are file, source"),
    "no pdf": ("a.pdf", b"x", "a.pdf: is no PDF"),
    "broken pdf": ("a.pdf", b"%PDF-1.4\nx", "a.pdf: is a broken PDF ("),
    "nul bytes": ("a.txt", b"x\0y", "a.txt: is a binary file (it holds NUL bytes)"),
    "half a character": ("a.txt", "قتل".encode("utf-16")[:-1], "a.txt: is no utf-16-le (byte 4); save it as UTF-8"),
    "garbled": ("a.txt", "قتل 12 شخصا في القرية".encode().decode("cp1256").encode(), "a.txt: is garbled (UTF-8"),
    "broken mail": ("a.eml", b"\xff\xfe: :\r\n\r\n", "a.eml: is empty"),
    "broken warc": ("a.warc", b"WARC/1.0\r\nContent-Length: 99999999\r\n\r\nx", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_hostile_file_gets_its_line(tmp_path: Path, case: str) -> None:
    name, data, message = FILES[case]
    (tmp_path / name).write_bytes(data)
    lines = told(tmp_path, size=1_000_000)
    assert len(lines) == bool(message), lines
    assert all(message in line and "\n" not in line and len(line) < 700 for line in lines), lines


def test_a_line_of_two_gigabytes_takes_no_memory(tmp_path: Path) -> None:
    for name in ("a.txt", "a.jsonl", "a.csv"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2 << 30)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(told(tmp_path, size=10_000_000)) == 3
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_devices_pipes_and_loops_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "up").symlink_to(tmp_path)
    lines = told(tmp_path)
    assert [line.split(": ")[1].split(" (")[0] for line in lines] == [
        "is no regular file",
        "cannot be opened",
        "is a link to a folder above it; remove the link",
        "is no regular file",
    ]


def test_a_pdf_that_hangs_its_parser_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    hang = [sys.executable, "-c", "while True: pass"]
    with mock.patch("claimcheck.readers.pdf._commands", return_value=[hang]):
        (line,) = told(tmp_path, seconds=0.5)
    assert line == "a.pdf: takes longer than 0.5 seconds to read; leave it out, or raise --max-seconds"


def test_a_pdf_without_an_end_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    endless = [sys.executable, "-c", "while True: print('x' * 9999)"]
    with mock.patch("claimcheck.readers.pdf._commands", return_value=[endless]):
        assert told(tmp_path, size=1_000) == ["a.pdf: is larger than 1,000 bytes; split it, or raise --max-size"]


def test_a_page_that_hangs_its_parser_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(formats.html(GOOD))

    def hang(*_: object, **__: object) -> None:
        while True:
            pass

    with mock.patch("trafilatura.bare_extraction", hang):
        (line,) = told(tmp_path, seconds=0.5)
    assert line == "a.html: takes longer than 0.5 seconds to read; leave it out, or raise --max-seconds"


def test_what_a_terminal_or_spreadsheet_obeys_stays_text(tmp_path: Path) -> None:
    escape, formula = "\x1b]0;owned\x07\x1b[31m", '=HYPERLINK("http://evil.example")'
    rows = [{"text": f"{escape} 12 people were killed. \ud800 {formula}", "title": formula, "source": escape}]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    for format in ("table", "lines", "csv", "tsv"):
        ran = claimcheck(tmp_path, "--format", format, "--all", "--color", "never")
        assert (ran.code, "\x1b" in ran.out, "\x07" in ran.out, "\x1b" in ran.err) == (0, False, False, False)
        assert "12" in ran.out
    assert not [cell for line in claimcheck(tmp_path, "--format", "csv", "--all").out.splitlines()
                for cell in line.split(",") if cell.startswith(("=", '"='))]  # fmt: skip


NUMBERS = ["1e999999", "9" * 1_000_000, "9" * 400 + ".5", "1" + ",000" * 5_000, "٩" * 5_000, "1e-999999", "∞", "½" * 99]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: n[:9])
def test_huge_numbers_end(number: str, lang: str, tmp_path: Path) -> None:
    text = {"en": f"At least {number} people were killed.", "ar": f"قتل {number} شخصا على الأقل."}[lang]
    (tmp_path / "a.txt").write_text(text)
    ran = claimcheck(tmp_path, "--format", "json", "--lang", lang)
    assert ran.err == "" and json.loads(ran.out)["articles"]
    row = f'{{"text": {json.dumps(text)}, "n": {"9" * 5000}, "m": 1e999999}}'
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.jsonl").write_text(row)
    assert claimcheck("read", tmp_path).err == ""


PIECES = ["و", "1,", "1 000 ", "من ", "of the ", "((", "a\n", "\n\n", "ـ", "\u064b", "between 1 and ", "ما بين 5 و",
          "مليون ", "hundred ", "<p>", "- ", "9/", "«", ". ", "said ", "\u200f1"]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_time_grows_with_the_text(piece: str) -> None:
    def took(run: Callable[[str], object], size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        run(text)
        return time.process_time() - start

    def whole(text: str) -> object:
        return package.extract(Article(id="a", file="a", text=text, lang="ar"))

    whole("1")
    small = max(took(whole, 4_000), took(whole, 4_000), 0.02)
    assert took(whole, 16_000) < 4 * 3 * small


def test_of_1000_files_the_100_broken_ones_are_named(tmp_path: Path) -> None:
    broken = [b"", b"\0", b" \n", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe\x41"]
    for number in range(1000):
        data = f"In village {number} of the valley the river rose.".encode()
        (tmp_path / f"{number:04}.txt").write_bytes(broken[number // 10 % 5] if number % 10 == 7 else data)
    ran = claimcheck("read", tmp_path)
    assert (ran.code, len(ran.out.splitlines())) == (2, 900)
    assert [line.split(": ")[1] for line in ran.complaints] == [f"{n:04}.txt" for n in range(7, 1000, 10)]
    first = claimcheck("read", tmp_path, "--strict")
    assert (first.code, len(first.complaints)) == (2, 1)


PAGE = "<html><body><p>A text.</p>{}</body></html>"
SHAPES = {
    ".md": "---\n{}",
    ".html": PAGE,
    ".json": '{{"text": "{}"}}',
    ".csv": "text\n{}",
    ".rss": "<rss><channel><item><description><![CDATA[{}]]></description></item></channel></rss>",
    ".eml": "Subject: x\r\n\r\n{}",
}
MARKUP = ["a", " ", "<", "<script ", "<p", "<div></div>", "a: ", "--- ", "&amp;", "\ufffd", "????", "Ã¢", "=?utf-8?q?"]


@pytest.mark.parametrize("suffix", SHAPES)
def test_time_of_reading_grows_with_the_file(suffix: str, tmp_path: Path) -> None:
    def took(piece: str, size: int) -> float:
        (tmp_path / f"a{suffix}").write_text(SHAPES[suffix].format(piece * (size // len(piece))))
        start = time.process_time()
        list(read([str(tmp_path)], Settings(), lambda notice: None))
        return time.process_time() - start

    took("a", 10)
    slow = [piece for piece in MARKUP if took(piece, 160_000) > 4 * 3 * max(took(piece, 40_000), 0.02)]
    assert slow == []
