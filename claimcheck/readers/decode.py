"""Bytes to text, exactly: no newline is translated, and offsets count the code points of what comes out."""

from __future__ import annotations

import codecs
import re

from claimcheck.errors import ClaimcheckError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: enough for a guess; more only costs time
_SAMPLE = 20_000
_SURROGATES = re.compile("[\ud800-\udfff\x00]")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text without its byte order mark, and the encoding where it had to be guessed.

    A byte order mark counts first, then UTF-8, then what is declared, then a guess.
    Raises ClaimcheckError for a binary file and for an encoding that nobody can tell.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _exact(data[len(mark) :], name), None
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as wrong:
        if declared and not _is_utf8(declared):
            return _exact(data, declared), None
        return _guess(data, wrong.start)


def encoding(head: bytes) -> tuple[str, str | None]:
    """What to open a long file with, from its first bytes, and whether that is a guess, as ``decode`` says it."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return ("utf-8-sig" if name == "utf-8" else name.removesuffix("-le").removesuffix("-be")), None
    whole = head[: head.rfind(b"\n") + 1] or head
    _, guessed = decode(whole)
    return guessed or "utf-8", guessed


def clean(text: str) -> str:
    """NUL and lone surrogates, which no output can carry, become U+FFFD: offsets stay."""
    try:
        text.encode()  # far quicker than looking for what nearly no text has
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text.replace("\0", "\ufffd")


def _is_utf8(name: str) -> bool:
    try:
        return codecs.lookup(name).name == "utf-8"
    except LookupError:
        return True


def _exact(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise ClaimcheckError(f"is no {encoding} (byte {wrong.start:,}); save it as UTF-8") from None


def _wide(data: bytes) -> tuple[str, str | None]:
    """UTF-16 without a mark, told by its blanks and newlines, or else a binary file."""
    for name, blanks in (("utf-16-le", b" \0"), ("utf-16-be", b"\0 ")):
        pairs = [data[i : i + 2] for i in range(0, min(len(data), _SAMPLE), 2)]
        if pairs.count(blanks) * 30 >= len(pairs):
            return _exact(data, name), name
    raise ClaimcheckError("is a binary file (it holds NUL bytes); convert it to text, or leave it out with --exclude")


def _guess(data: bytes, place: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=["cp1256", "cp1252", "iso8859_6", "mac_arabic"]).best()
    if best is None:
        raise ClaimcheckError(f"is neither UTF-8 (byte {place:,}) nor another known encoding; save it as UTF-8")
    return _exact(data, best.encoding), best.encoding
