"""Which part of a country a figure is of: "in eastern Syria", «شمال شرقي سوريا», "the north of Syria"."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.place import nearest

#: marks a part of a country among the words of a claim's context; behind it letters of the compass: "NE"
REGION: Final = "region:"
#: words between a compass word and its country
_REACH: Final = 4
#: letters of which a thing is on one side alone
_OPPOSITE = ({"N", "S"}, {"E", "W"})


def region(sentence: Sentence, figure: Figure, country: str) -> str | None:
    """The letters of the compass beside the country that the figure is in; None where the whole of it is meant."""
    if not sentence.having("compass"):
        return None
    found = nearest(sentence, figure)
    if found is None or found[2] != country:
        return None
    at, end, _ = found
    before = next((i for i in sentence.having("compass") if _leads(sentence, i, at)), None)
    behind = end + 1 if end + 1 < len(sentence.words) and sentence.words[end].text == "'" else None
    for i in (before, behind):
        entry = sentence.words[i].entry("compass") if i is not None else None
        if entry is not None:
            return entry.concept
    return None


def _leads(sentence: Sentence, at: int, country: int) -> bool:
    """Whether nothing but an article or "of" stands between."""
    end, grammar = at + sentence.words[at].width, sentence.pack.grammar
    small = (*grammar.articles, *grammar.partitives)
    return end <= country <= end + _REACH and all(w.text in small for w in sentence.words[end:country])


def opposite(one: str, other: str) -> bool:
    """Whether two parts of a country lie on its two sides: north and south-east."""
    return any(len({*one, *other} & pair) == 2 and not set(one) & set(other) for pair in _OPPOSITE)
