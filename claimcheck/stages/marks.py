"""What a claim's context has beside words: the incident's names and days, whose votes, regions, venues, towns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.lang.incident import DAY, NAME
from claimcheck.lang.region import REGION
from claimcheck.lang.towns import TOWN
from claimcheck.lang.venue import VENUE
from claimcheck.lang.whose import WHOSE

#: by its kind what each mark tells, in their order
Marks = Mapping[str, list[str]]
_KINDS = (NAME, DAY, WHOSE, REGION, VENUE, TOWN)


def parted(context: Iterable[str]) -> tuple[frozenset[str], Marks]:
    """The words of a context, and the marks among them."""
    words, marks = list[str](), dict[str, list[str]]()
    for word in context:
        if word.startswith(_KINDS):
            kind, colon, told = word.partition(":")
            marks.setdefault(kind + colon, []).append(told)
        else:
            words.append(word)
    return frozenset(words), marks
