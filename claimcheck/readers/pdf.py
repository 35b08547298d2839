"""PDF: by pdftotext where it is installed, and by pypdf, each in a process of its own that can be stopped.

No tool is reliable on Arabic PDFs. Where a browser or an office program made them, pypdf keeps the letters but may give
the words from left to right, which full stops betray, and pdftotext takes lam and alef apart. Where a program draws the
letters itself, pypdf misplaces figures. So Arabic is read by both, and what reads better counts; that it is of low
confidence is told.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib.util import find_spec
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import BinaryIO, cast

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob, Limits, bounded
from claimcheck.readers.clock import late_after
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft
from claimcheck.readers.extra import needs
from claimcheck.readers.language import function_words
from claimcheck.readers.notice import Notice, Tell

_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
#: pdftotext writes them where a figure stands in a line of Arabic, in place of a blank
_GAPS = re.compile("[ \u202a-\u202e]+")
#: who writes it knows the direction
_MARK = re.compile("[\u202a-\u202e]")
#: the ligature of lam and alef, taken apart from the left; what stands here on the left begins no Arabic word
_LIGATURES = {"األ": "الأ", "اإل": "الإ", "اآل": "الآ", "اال": "الا"}
_STOPS = ".!؟?:؛"
#: a figure that lost its place in the line
_GLUED = re.compile("[\u0621-\u064a]\\d|\\d[\u0621-\u064a]")
#: run in the other process: page by page, so that one broken page does not lose the rest
_PYPDF = """
import io, sys
from pypdf import PdfReader
for page in PdfReader(io.BytesIO(sys.stdin.buffer.read())).pages:
    sys.stdout.buffer.write(page.extract_text().encode("utf-8", "replace") + b"\\n")
"""


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """One article, all pages."""
    data = blob.read()
    if not data[:1024].lstrip().startswith(b"%PDF"):
        raise ClaimcheckError("is no PDF; check what it is, and rename it")
    text = _text(data, blob.limits)
    if not text.strip():
        raise ClaimcheckError("holds no text, only pictures of it; run OCR over it first")
    if _ARABIC.search(text):
        tell(Notice(blob.name, "is Arabic from a PDF: word order is not reliable; check it on the page", trouble=False))
    yield Draft(text)


def _text(data: bytes, limits: Limits) -> str:
    """The text by the first tool that finds some, and of an Arabic one what the tools read best."""
    commands = _commands()
    best, wrong = "", None
    for command in commands:
        try:
            text = mended(_run(command, data, limits, 0.9 / len(commands)))
        except ClaimcheckError as error:
            wrong = wrong or error
            continue
        if _quality(text) >= _quality(best):
            best = text
        if best.strip() and not _ARABIC.search(best):
            break
    if wrong and not best.strip():
        raise wrong
    return best


def _quality(text: str) -> int:
    """Function words, which garbled letters and words run together do not give, less the figures out of place."""
    return function_words(text) - len(_GLUED.findall(text))


def mended(text: str) -> str:
    """Letters for presentation forms, blanks for the marks of direction around figures, words in order."""
    plain = _GAPS.sub(" ", unicodedata.normalize("NFKC", text).replace("\f", "\n"))
    for wrong, right in _LIGATURES.items():
        plain = plain.replace(wrong, right)
    return plain if _MARK.search(text) else logical(plain)


def logical(text: str) -> str:
    """The text with the words of its Arabic lines in the order of reading.

    They are from left to right where more of those lines begin with the mark that ends a sentence than end with it.
    """
    lines = text.split("\n")
    arabic = [line.strip() for line in lines if _ARABIC.search(line)]
    begin, end = (sum(line[at] in _STOPS for line in arabic) for at in (0, -1))
    if begin <= end:
        return text
    return "\n".join(_turned(line) if _ARABIC.search(line) else line for line in lines)


def _turned(line: str) -> str:
    words = line.split()[::-1]
    last = words[-1].lstrip(_STOPS)
    return " ".join([*words[:-1], last + words[-1][: len(words[-1]) - len(last)]])


def _commands() -> list[list[str]]:
    """What reads a PDF here."""
    tool = shutil.which("pdftotext")
    if not tool:
        needs("pypdf", "pdf")
    commands = [[tool, "-enc", "UTF-8", "-nopgbrk", "-", "-"]] if tool else []
    return [*commands, [sys.executable, "-c", _PYPDF]] if find_spec("pypdf") else commands


def _run(command: list[str], data: bytes, limits: Limits, share: float) -> str:
    """What the command prints. Stopped after a share of the time, before the clock of the reader strikes, and where
    it prints without end.
    """
    late = Event()
    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(data)
        given.seek(0)
        with subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=said) as run:
            clock = Timer(limits.seconds * share, _stop, (run, late))
            clock.start()
            try:
                printed = bounded(cast(BinaryIO, run.stdout), limits.size)
                run.wait()
            finally:
                clock.cancel()
                run.kill()
        said.seek(0)
        last = said.read().decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
    if late.is_set():
        raise late_after(limits.seconds)
    if run.returncode and not printed.strip():
        raise ClaimcheckError(f"is a broken PDF ({last[-1]}); save it anew")
    return decode(printed)[0]


def _stop(run: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    run.kill()
