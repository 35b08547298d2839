"""At which venue people were killed or hurt: "11 at the airport and 20 at Maelbeek metro station", «في مسجد النور».

Attacks on several venues at once have a toll for each; one venue is the whole event's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claimcheck.lang.clause import BREAKS, Figure, Sentence
from claimcheck.lang.place import distance
from claimcheck.lang.topics import TABLES
from claimcheck.lang.towns import joined

#: marks a venue among the words of a claim's context; behind it its kind and its name, of both of two with a plus
VENUE: Final = "venue:"
#: a venue is no farther from its figure
_FAR: Final = 14.0
#: words of a name
_NAME: Final = 3
#: what seldom has a name, so that a word behind it tells what it is like
_ANY: Final = frozenset({"market", "school", "hospital", "restaurant"})
#: names so alike, of 100, are spellings of one
_SPELT: Final = 75
#: a name has more letters
_SHORT: Final = 2
#: a figure so many words before a venue has it
_OWN: Final = 8
#: a report may use the one for the other
_RAILS: Final = {"metro", "station"}
#: where the hurt are taken, too: this needs an attack beside it, so many words before
_TAKEN: Final = "hospital"
_ATTACK: Final = 3
_STRUCK = ("struck", "attacked")


def venue(sentence: Sentence, figure: Figure) -> str | None:
    """The venue nearest to a figure as "mosque al noor", or those that it is told of together as "airport+metro"."""
    found = [at for at in sentence.having("venue") if _stands(sentence, at)]
    near = min(((_cost(sentence, figure, at), at) for at in found), default=None)
    if near is None or near[0] > _FAR:
        return None
    return _with_joined(sentence, found, near[1])


def last_named(sentence: Sentence, end: int) -> str | None:
    """The last venue that a sentence names before a word, with those that it is joined to."""
    found = [at for at in sentence.having("venue") if at < end and _stands(sentence, at)]
    return _with_joined(sentence, found, found[-1]) if found else None


def _with_joined(sentence: Sentence, found: list[int], venue: int) -> str:
    beside = [at for at in found if at != venue and joined(sentence, _end(sentence, min(at, venue)), max(at, venue))]
    return "+".join(sorted({_called(sentence, at) for at in (venue, *beside)}))


def _cost(sentence: Sentence, figure: Figure, at: int) -> float:
    """How far a venue is; nearest is the one whose attack the verb before the figure is of: "the blast at the airport
    killed 11"."""
    between = range(_end(sentence, at), figure.first)
    verb = any(sentence.words[i].entry("transitive") for i in between)
    if verb and not any(i in sentence.owner or sentence.words[i].text in BREAKS for i in between):
        return len(between) / 2
    if between and _tells(sentence, figure, at):
        return len(between) / 2  # "11 died at the airport, and at Maelbeek station, where 20 died"
    if between and any(i in sentence.owner for i in range(max(0, at - _OWN), at)):
        return _FAR + 1  # "11 died at the airport and 15 more"
    return distance(sentence, figure, at, _end(sentence, at))


def _tells(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether "where" tells the figure of the venue right before it."""
    wheres = [i for i in sentence.topics.get("where", ()) if at < i < figure.first]
    if not wheres or any(i in sentence.owner for i in range(wheres[0], figure.first)):
        return False
    return not sentence.cued("venue", _end(sentence, at), wheres[-1])


def _stands(sentence: Sentence, at: int) -> bool:
    """Whether one venue is named, and none is counted."""
    entry = sentence.words[at].entry("venue")
    if entry is None or entry.form != "singular" or at in sentence.owner or at - 1 in sentence.owner:
        return False
    near = (w.entry(*TABLES) for w in sentence.words[max(0, at - _ATTACK) : at])
    return entry.concept != _TAKEN or any(e is not None and e.concept in _STRUCK for e in near)


def _end(sentence: Sentence, at: int) -> int:
    return at + max(1, sentence.words[at].width)


def _called(sentence: Sentence, at: int) -> str:
    """The kind with the name beside it: before it where names are written large, else behind it."""
    words = sentence.words
    if sentence.pack.grammar.head_first:
        name = _name_behind(sentence, at, _end(sentence, at))
    else:
        first = at
        while first > max(0, at - _NAME) and words[first - 1].is_word and _large(sentence, first - 1):
            first -= 1
        name = [w.text for w in words[first:at] if w.entry("venue") is None]  # "Linwood Masjid Mosque"
    entry = words[at].entry("venue")
    return " ".join([entry.concept if entry else "", *name])


def _name_behind(sentence: Sentence, at: int, first: int) -> list[str]:
    """The words of a name behind its kind, one or two, without the article: «كنيسة مار جرجس»."""
    if not _names(sentence, at, first):
        return []
    last = first + 2 if _unknown(sentence, first + 1) else first + 1
    article = sentence.pack.grammar.numeral_behind
    return [w.text.removeprefix(article) for w in sentence.words[first:last]]


def _names(sentence: Sentence, at: int, behind: int) -> bool:
    """Whether the word behind a venue is its name: one that no table knows, and behind a market or a school, which
    seldom have one, with the article («سوق مكتظ» is any market) or beside one that has it."""
    grammar, entry = sentence.pack.grammar, sentence.words[at].entry("venue")
    if not _unknown(sentence, behind) or sentence.pack.numbers.grammar.capitals:
        return False
    if len(sentence.words[behind].text) <= _SHORT:
        return False
    others = (_end(sentence, v) for v in sentence.having("venue"))
    sure = (v for v in others if _unknown(sentence, v) and sentence.words[v].text.startswith(grammar.numeral_behind))
    return any(sure) or (entry is not None and entry.concept not in _ANY)


def _unknown(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    return at < len(words) and words[at].is_word and not words[at].entries and at not in sentence.owner


def _large(sentence: Sentence, at: int) -> bool:
    """Whether a word that no table knows, of no phrase, is written large."""
    inside = any(sentence.words[i].width > at - i for i in range(max(0, at - _NAME), at))
    word = sentence.words[at]
    return not inside and (not word.entries or word.entry("venue") is not None) and sentence.capital(at)


def several(venues: set[str]) -> bool:
    """Whether these, of which some may be two together, are more than one venue."""
    told = {part for venue in venues for part in venue.split("+")}
    return any(not alike(one, other) for one in told for other in told)


def alike(one: str, other: str) -> bool:
    """Whether two venues may be one: of one kind, and of one name where both have one."""
    kind, _, name = one.partition(" ")
    sort, _, called = other.partition(" ")
    one_kind = kind == sort or {kind, sort} == _RAILS
    return one_kind and (not (name and called) or _one_name(name, called))


@lru_cache(maxsize=1 << 10)
def _one_name(one: str, other: str) -> bool:
    """Whether two names are one, a part of the other, or spellings of one: "Maelbeek", "Maalbeck"."""
    words, others = set(one.split()), set(other.split())
    if words <= others or others <= words:
        return True
    from rapidfuzz.fuzz import ratio  # loaded where two names differ alone

    return ratio(one, other) >= _SPELT


def named(told: str) -> bool:
    """Whether a venue has a name beside its kind."""
    return " " in told
