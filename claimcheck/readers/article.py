"""A draft becomes an article: metadata settled by rank, a language, a title, an id."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from datetime import date, tzinfo
from functools import partial
from hashlib import blake2s
from typing import Any

from claimcheck.model import Article
from claimcheck.readers.blob import Facts
from claimcheck.readers.dates import dateline
from claimcheck.readers.decode import clean
from claimcheck.readers.draft import Draft
from claimcheck.readers.hours import doubt, moment
from claimcheck.readers.language import code, known, language, written_in
from claimcheck.readers.notice import Notice, Tell

#: the longest first line that can be a headline
_HEADLINE = 200
_HEAD = re.compile(r"\s*([^\r\n]+)\r?\n([^\S\n]*\n)?\s*\S")
_SENTENCE_END = (".", "!", "؟", "?", "۔", ":", "؛", ";", "،", ",")


def article(
    draft: Draft, file: str, ranks: tuple[Facts, ...], today: date, tell: Tell, zone: tzinfo | None = None
) -> Article:
    """The article of ``draft``. ``ranks`` are metadata from elsewhere, the strongest first; the draft's own come last.

    ``tell`` is told of each date that is not used; ``zone`` is that of hours that name none.
    """
    text = clean(draft.text)
    value = partial(_value, file=file, today=today, tell=tell, zone=zone)
    settled = _settle((*ranks, draft.facts), {}, value)
    settled = _settle((_own(text, settled),), settled, value)
    _mend_language(settled, text, file, tell)
    lang = settled["lang"][0] if "lang" in settled else None
    if lang and lang not in known():
        tell(Notice(file, f"is in a language that no pack reads ({lang}); no figures are taken from it", trouble=False))
    values: dict[str, Any] = {name: value for name, (value, _) in settled.items()}
    return Article(
        id="a" + blake2s(f"{file}\0{text}".encode(), digest_size=5).hexdigest(),
        file=file,
        text=text,
        origins={name: origin for name, (_, origin) in settled.items()},
        **values,
    )


#: name of a metadatum -> its value, and where that comes from
_Settled = dict[str, tuple[str, str]]


def _settle(ranks: tuple[Facts, ...], before: _Settled, value: Callable[[str, str, str], str | None]) -> _Settled:
    """What was settled before, and what else the ranks settle; ``value`` makes a metadatum of what they say."""
    settled = dict(before)
    for facts in ranks:
        for name, (said, origin) in facts.items():
            if name not in settled and (held := value(name, said, origin)):
                settled[name] = (held, origin)
    return dict(sorted(settled.items()))


def _mend_language(settled: _Settled, text: str, file: str, tell: Tell) -> None:
    """Takes a language that the text has no letter of for a slip, but not from an option: the text says its own."""
    said, origin = settled.get("lang", ("", ""))
    if said not in known() or origin.startswith("--") or written_in(said, text):
        return
    if own := language(text):
        tell(Notice(file, f"has no letter of the language {said!r} ({origin}); it is read as {own!r}", trouble=False))
        settled["lang"] = own, "the text"


def _value(
    name: str, said: str, origin: str, file: str, today: date, tell: Tell, zone: tzinfo | None
) -> str | None:
    """A metadatum as an article carries it; None where it cannot be used."""
    if name == "lang":
        return code(said)
    if name != "published":
        return clean(said)
    wrong = doubt(said, today)
    if wrong:
        tell(Notice(file, f"the date {said!r} from {origin} {wrong}; it is not used", trouble=False))
    return None if wrong else moment(said, zone)


def _own(text: str, settled: Container[str]) -> Facts:
    """What the bare text tells of itself that is not settled: it takes a while to be read."""
    found = ((name, read(text), origin) for name, (read, origin) in _OWN.items() if name not in settled)
    return {name: (value, origin) for name, value, origin in found if value}


def headline(text: str) -> str | None:
    """The first line, where it is short, more follows it, and it is no sentence or stands apart."""
    head = _HEAD.match(text[: 4 * _HEADLINE])
    if not head:
        return None
    line, apart = head[1].strip(), head[2]
    return line if len(line) <= _HEADLINE and (apart or not line.endswith(_SENTENCE_END)) else None


#: what reads a metadatum from a bare text, and where it stands
_OWN: dict[str, tuple[Callable[[str], str | None], str]] = {
    "lang": (language, "the text"),
    "published": (dateline, "the dateline"),
    "title": (headline, "the first line"),
}
