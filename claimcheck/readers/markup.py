"""XML, refused where it defines entities: no article needs them, and a bomb is made of them."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.parsers import expat

from claimcheck.errors import ClaimcheckError


def parse(data: bytes) -> Element:
    """The root element. Raises ClaimcheckError for what is no XML, and for entity definitions."""
    _refuse_entities(data)
    parser = XMLParser()
    try:
        parser.feed(data)
        return parser.close()
    except (ParseError, ValueError, LookupError) as wrong:
        raise ClaimcheckError(f"is no XML ({wrong}); mend it") from None


def _refuse_entities(data: bytes) -> None:
    def refuse(*_: object) -> None:
        raise ClaimcheckError("defines XML entities, as bombs do; leave it out")

    scan = expat.ParserCreate()
    scan.EntityDeclHandler = refuse
    try:
        scan.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        return  # the parser proper says what is wrong with it
