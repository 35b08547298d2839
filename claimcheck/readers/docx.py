"""Word documents: the paragraphs of the body, by zip and XML."""

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


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """One article, a line a paragraph. Deleted text of tracked changes is left out."""
    with blob.open() as stream:
        try:
            pack = zipfile.ZipFile(stream)
            body = parse(member(pack, "word/document.xml", blob.limits.size))
            said = _properties(pack, blob.limits.size)
        except (zipfile.BadZipFile, KeyError):
            raise ClaimcheckError("is no Word document; save it anew as .docx or .txt") from None
    yield Draft("\n".join(_paragraph(p) for p in body.iter(f"{_W}p")), said)


def _paragraph(paragraph: Element) -> str:
    words = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}noBreakHyphen": "-"}
    return "".join(words[run.tag] or run.text or "" for run in paragraph.iter() if run.tag in words)


def _properties(pack: zipfile.ZipFile, size: int) -> dict[str, tuple[str, str]]:
    """The title alone: the dates are of the file's making, and its author is no outlet."""
    if "docProps/core.xml" not in pack.namelist():
        return {}
    title = parse(member(pack, "docProps/core.xml", size)).findtext(f"{_DC}title")
    return facts({"title": title}, "the document's properties")
