#!/usr/bin/env python3
"""Coverage-guided fuzzing of the readers and of the text path, by atheris (pip install atheris).

Usage: fuzz.py SUFFIX [libFuzzer options], as in: fuzz.py .docx -max_total_time=60
With the suffix .txt the claims of the text are extracted too, and each must be found at its offsets.
A crash is whatever escapes a reader: the finder prints the input.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claimcheck"]):
    from claimcheck.model import Article
    from claimcheck.readers import Limits, Settings, read
    from claimcheck.stages.extract import extract

SUFFIX = sys.argv.pop(1)
FOLDER = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
SETTINGS = Settings(limits=Limits(size=1_000_000, seconds=10))


def one(data: bytes) -> None:
    """Reads ``data`` as a file, and extracts its claims where it is plain text."""
    file = FOLDER / f"a{SUFFIX}"
    file.write_bytes(data)
    for found in read([str(file)], SETTINGS, lambda notice: None):
        found.model_dump_json().encode()
        if SUFFIX == ".txt" and isinstance(found, Article):
            for lang in ("ar", "en"):
                article = found.model_copy(update={"lang": lang})
                assert all(article.text[c.start : c.end] == c.quote for c in extract(article))


atheris.Setup(sys.argv, one)
atheris.Fuzz()
