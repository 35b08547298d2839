"""RSS and Atom files: an article an entry, from its full content or else its summary."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Blob
from claimcheck.readers.draft import Draft, facts, headed
from claimcheck.readers.hours import at_first
from claimcheck.readers.markup import parse
from claimcheck.readers.notice import Notice, Tell
from claimcheck.readers.rows import domain
from claimcheck.readers.snippet import plain

_BODY = ("encoded", "content", "description", "summary")
_DATE = ("pubDate", "published", "date", "updated")
_CHANGED = ("updated", "modified")
#: of these the titles and texts are of pictures and of recordings
_MEDIA = ("{http://search.yahoo.com/mrss/}", "{http://www.itunes.com/dtds/podcast-1.0.dtd}")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(blob: Blob, tell: Tell) -> Iterator[Draft]:
    """Each entry's article. An entry without words is told, and the next is read."""
    root = parse(blob.read())
    entries = [node for node in root.iter() if _name(node) in ("item", "entry")]
    if not entries:
        raise ClaimcheckError("is XML without the entries of a feed; save it as HTML or text")
    channel = next((node for node in root.iter() if _name(node) in ("channel", "feed")), root)
    outlet, lang = _text(channel, ("title",)), _text(channel, ("language",)) or channel.get(_LANG, "")
    for number, entry in enumerate(entries, 1):
        part = f"#{number}" if len(entries) > 1 else ""
        found = _draft(entry, outlet, lang, part)
        if found.text.strip():
            yield found
        else:
            tell(Notice(f"{blob.name}{part}", "has no words; leave it out"))


def _draft(entry: Element, outlet: str, lang: str, part: str) -> Draft:
    title = plain(_text(entry, ("title",)))
    url = _link(entry)
    published = at_first(_text(entry, _DATE), _text(entry, _CHANGED))
    said = {
        "title": title, "published": published, "url": url, "source": outlet or domain(url), "lang": lang,
    }  # fmt: skip
    return Draft(headed(title, plain(_text(entry, _BODY))), facts(said, "the feed"), part)


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) and not node.tag.startswith(_MEDIA) else ""


def _text(node: Element, names: tuple[str, ...]) -> str:
    """The text of the first child of one of these names, the names by rank; as markup where it is of elements."""
    for name in names:
        for child in node:
            if _name(child) == name and (text := "".join(child.itertext()).strip()):
                return tostring(child, "unicode") if len(child) else text
    return ""


def _link(entry: Element) -> str:
    links = [child for child in entry if _name(child) == "link"]
    own = [link for link in links if link.get("rel", "alternate") == "alternate"]
    return next(((link.get("href") or link.text or "").strip() for link in own), "")

