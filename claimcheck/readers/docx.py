"""Word documents: the paragraphs and tables of the body, by zip and XML."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob
from claimcheck.readers.draft import Draft, facts
from claimcheck.readers.markup import parse
from claimcheck.readers.notice import Tell
from claimcheck.readers.zip import member

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
#: what of a paragraph is text
_RUNS = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
#: properties; text that was moved elsewhere; a text box a second time, for old programs
_LEFT_OUT = {
    f"{_W}pPr", f"{_W}rPr", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """One article, without headers, footers and notes, and without the deleted text of tracked changes."""
    with blob.open() as stream:
        try:
            pack = zipfile.ZipFile(stream)
            body = parse(member(pack, "word/document.xml", blob.limits.size))
            said = _properties(pack, blob.limits.size)
        except (zipfile.BadZipFile, KeyError):
            raise ClaimcheckError("is no Word document; save it anew as .docx or .txt") from None
    yield Draft("\n".join(_lines(body)), said)


def _lines(node: Element) -> Iterator[str]:
    """A line a paragraph, and a line a row of a table, its cells apart by tabs."""
    for part in node:
        if part.tag == f"{_W}p":
            yield "".join(_words(part))
        elif part.tag == f"{_W}tr":
            yield "\t".join(" ".join(_lines(cell)) for cell in part.findall(f"{_W}tc"))
        elif part.tag not in _LEFT_OUT:
            yield from _lines(part)


def _words(node: Element) -> Iterator[str]:
    for part in node:
        if part.tag in _RUNS:
            yield _RUNS[part.tag] or part.text or ""
        elif part.tag == f"{_W}p":  # of a text box
            yield "\n"
            yield from _words(part)
        elif part.tag not in _LEFT_OUT:
            yield from _words(part)


def _properties(pack: zipfile.ZipFile, size: int) -> dict[str, tuple[str, str]]:
    """The title alone: the dates are of the file's making, and its author is no outlet."""
    if "docProps/core.xml" not in pack.namelist():
        return {}
    title = parse(member(pack, "docProps/core.xml", size)).findtext(f"{_DC}title")
    return facts({"title": title}, "the document's properties")
