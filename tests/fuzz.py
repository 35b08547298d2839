#!/usr/bin/env python3
"""Coverage-guided fuzzing of the readers and of the text path, by atheris (pip install atheris).

Usage: fuzz.py SUFFIX [libFuzzer options], as in: fuzz.py .docx -max_total_time=60
With the suffix .txt the claims of the text are extracted too, and each must be found at its offsets. With .pdf the
bytes are what a tool prints, since the tools run in processes of their own; metadata.csv and metadata.jsonl count as
suffixes, too. A crash is whatever escapes a reader, and a good file that is not read: the finder prints the input.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claimcheck"]):
    from claimcheck.asjson import dumps
    from claimcheck.model import Article
    from claimcheck.readers import Limits, Settings, pdf, read
    from claimcheck.stages.extract import extract

SUFFIX = sys.argv.pop(1)
FOLDER = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
NAME = SUFFIX if SUFFIX.startswith("metadata") else f"a{SUFFIX}"
(FOLDER / "good.txt").write_text("At least 38 people were killed.")
if SUFFIX == ".pdf":
    pdf._commands = lambda: [["cat"]]
SETTINGS = Settings(limits=Limits(size=1_000_000, seconds=10))


def one(data: bytes) -> None:
    """Reads ``data`` as a file beside a good one, and extracts its claims where it is plain text."""
    (FOLDER / NAME).write_bytes(b"%PDF-1.4" + data if SUFFIX == ".pdf" else data)
    found = list(read([str(FOLDER)], SETTINGS, lambda notice: None))
    assert "good.txt" in [record.file for record in found]
    for record in found:
        dumps(record)
        if SUFFIX == ".txt" and isinstance(record, Article) and record.file == NAME:
            holds(record)


def holds(article: Article) -> None:
    """Each claim of the article, read as Arabic and as English, is found at its offsets."""
    for lang in ("ar", "en"):
        claims = extract(replace(article, lang=lang))
        assert all(article.text[c.start : c.end] == c.quote for c in claims)


atheris.Setup(sys.argv, one)
atheris.Fuzz()
