"""Towns that were struck together: "attacks in Homs and Aleppo killed 40" tells of both, «في طنطا والإسكندرية»."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import Final

from claimcheck.lang.clause import COMMAS, Figure, Sentence
from claimcheck.lang.pack import concepts, land, within
from claimcheck.lang.place import nearest
from claimcheck.lang.places import places

#: marks a town among the words of a claim's context that its toll is of together with others
TOWN: Final = "town:"
#: words between two that are joined
_JOINED: Final = 7


def joined(sentence: Sentence, end: int, at: int) -> bool:
    """Whether nothing but a joining word and what names them stands between what ends and begins there."""
    between = sentence.words[end:at]
    if len(between) > _JOINED or any(i in sentence.owner for i in range(end, at)):
        return False
    joins = sentence.pack.grammar.joins
    if between and all(w.text in COMMAS for w in between):
        return True  # "Brussels airport, metro"
    led = (w.before or w.text for w in between)  # a word that no table knows keeps its prefix: «وماري مرقص»
    told = sentence.words[at].before[:1] in joins or any(word in joins or word[:1] in joins for word in led)
    return told and not any(w.entry("transitive", "intransitive") for w in between)


def towns(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """The towns of which a toll is told together; nothing where it is of one place."""
    listed = [place for place in places(sentence) if is_town(place[2])]
    links = [joined(sentence, one[1], other[0]) for one, other in pairwise(listed)]
    if not any(links):
        return ()
    found = nearest(sentence, figure, toll=True)
    if found is None or not is_town(found[2]):
        return ()
    near = next((n for n, place in enumerate(listed) if place[0] == found[0]), None)
    if near is None:
        return ()
    first = last = near
    while first and links[first - 1]:
        first -= 1
    while last < len(links) and links[last]:
        last += 1
    keys = [key for *_, key in listed[first : last + 1]]
    return tuple(dict.fromkeys(keys)) if apart(keys) else ()


def is_town(key: str) -> bool:
    """Whether a place is one of the gazetteer within a country."""
    return key in concepts().places and not key.isupper()


def lies_aside(town: str, others: Collection[str]) -> bool:
    """Whether it has nothing to do with the other towns and provinces of its country among these, or where only the
    country is named, is its capital."""
    country = land(town)
    beside = [key for key in others if key != town and is_town(key) and land(key) == country]
    if not beside:
        return country in others and concepts().capitals.get(country) == town
    return is_town(town) and not any(within(key, town) or within(town, key) for key in beside)


def apart(keys: Collection[str]) -> bool:
    """Whether two of these places lie in one country and not in each other."""
    return any(
        one != other and land(one) == land(other) and not (within(one, other) or within(other, one))
        for one in keys
        for other in keys
    )
