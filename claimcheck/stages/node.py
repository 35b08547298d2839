"""A claim as it is compared: what of it decides its question, without its words, small enough for an archive's.

An article's nodes travel as ``marshal`` has them, the format in which Python keeps what it compiled, which is read in a
fourth of the time of JSON: between processes and machines, and into a store. Each is packed by itself, so that one is
read without the others.
"""

from __future__ import annotations

import json
import marshal
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import Any, Final

from claimcheck.asjson import dumps
from claimcheck.lang.incident import NAME
from claimcheck.lang.pack import canonical, tolls
from claimcheck.lang.towns import TOWN, is_town
from claimcheck.lang.towns import apart as lie_apart
from claimcheck.lang.venue import VENUE, several
from claimcheck.lang.voice import issuer_key
from claimcheck.model import Claim, Number, Time
from claimcheck.stages.beside import Others, others
from claimcheck.stages.facets import Facets, elsewhere, facets, one
from claimcheck.stages.internal import at_odds
from claimcheck.stages.marks import Marks, parted

#: a figure as it is compared: value, low, high
Amount = tuple[Number | None, Number | None, Number | None]

#: words that say what an article is about
_TOPIC: Final = 24


@dataclass(slots=True, eq=False)
class Origin:
    """What the claims of one article share: its name, and the words that several of them have around them."""

    article: str
    topic: frozenset[str]


@dataclass(slots=True, eq=False)
class Node:
    """A claim with what is compared of it."""

    id: str
    start: int
    origin: Origin
    facets: Facets
    #: the ship or storm that its article is about
    names: frozenset[str]
    amount: Amount
    #: who is quoted, as ``issuer_key`` has it
    voice: str | None
    lead: bool
    place: str | None
    unit: str | None
    #: the words around it
    context: frozenset[str]
    #: ids of the claims of its article which other speakers set against it
    odds: tuple[str, ...]
    #: what else its article tells
    others: Others

    def __reduce__(self) -> tuple[Any, ...]:
        """Facets that are equal are one object in every process."""
        values = (self.id, self.start, self.origin.article, self.origin.topic, _key(self.facets), self.names)
        return _again, (*values, *(getattr(self, name) for name in _PLAIN))

    @property
    def article(self) -> str:
        """Where the claim stands."""
        return self.origin.article

    @property
    def spot(self) -> tuple[str, int, str]:
        """The place of a claim, by which claims are ordered."""
        return self.origin.article, self.start, self.id


def nodes_of(claims: Iterable[Claim]) -> list[Node]:
    """Claims as they are compared, in the order of their places."""
    apart: dict[str, list[Claim]] = {}
    for claim in claims:
        apart.setdefault(claim.article, []).append(claim)
    return [node for article in sorted(apart) for node in _of_article(article, apart[article])]


def _of_article(article: str, claims: list[Claim]) -> list[Node]:
    ordered = sorted(claims, key=lambda c: (c.start, c.id))
    by_id = {c.id: c for c in ordered}
    parts = [parted(claim.context) for claim in ordered]
    counts = Counter(chain.from_iterable(words for words, _ in parts))
    origin = Origin(article, frozenset(sorted(counts, key=lambda word: (-counts[word], word))[:_TOPIC]))
    quoted = [(key, claim) for claim in ordered if (key := issuer_key(claim)) is not None]
    told = [(claim, marks) for claim, (_, marks) in zip(ordered, parts, strict=True)]
    held = [(claim.time.start, venue) for claim, marks in told for venue in marks.get(VENUE, ())
            if elsewhere(claim) is None]
    towns, battle = _towns(told), any(map(_of_battle, claims))
    asked = [facets(claim, marks, by_id.get(claim.part_of or ""), bool(held) and _many(claim, held), towns, battle)
             for claim, marks in told]
    also = others(list(zip(ordered, asked, strict=True)))
    return [_node(claim, origin, quoted, words, marks, facets, others)
            for claim, (words, marks), facets, others in zip(ordered, parts, asked, also, strict=True)]


def _many(claim: Claim, held: list[tuple[str | None, str]]) -> bool:
    """Whether an article names several venues of what a claim tells: those of another day or place are of something
    else."""
    day = claim.time.start
    return several({venue for on, venue in held if on == day or on is None or day is None})


def _towns(claims: Iterable[tuple[Claim, Marks]]) -> tuple[str, ...]:
    """The towns of its lead of which an article tells a toll each, or of which it tells one together; what happened
    in others, it only recalls."""
    told: dict[str, set[str]] = {}
    for claim, marks in claims:
        event = claim.event.concept
        if event is None or claim.part_of or claim.event.another or not tolls(event):
            continue
        own = [claim.place] if claim.place in claim.setting and is_town(claim.place) else []
        told.setdefault(canonical(event), set()).update(own, marks.get(TOWN, ()))
    return tuple(sorted({town for towns in told.values() if len(towns) > 1 and lie_apart(towns) for town in towns}))


def _of_battle(claim: Claim) -> bool:
    """Whether it tells of dead fighters; soldiers and police die in attacks, too, and few count the attackers."""
    return claim.counted.concept == "fighter" and claim.event.concept == "killed" and not claim.event.another


def _node(claim: Claim, origin: Origin, quoted: list[tuple[str, Claim]], words: frozenset[str], marks: Marks,
          facets: Facets, others: Others) -> Node:
    quantity, voice = claim.quantity, issuer_key(claim)
    return Node(
        id=claim.id,
        start=claim.start,
        origin=origin,
        facets=facets,
        amount=(quantity.value, quantity.low, quantity.high),
        voice=voice,
        lead=claim.lead,
        place=claim.place,
        unit=quantity.unit,
        context=words,
        names=frozenset(marks.get(NAME, ())),
        odds=tuple([c.id for key, c in quoted if key != voice and at_odds(claim, c)]) if voice is not None else (),
        others=others,
    )


#: of marshal: what is equal has equal bytes in it, and every Python reads it
FORMAT: Final = 2


def packed(nodes: Iterable[Node]) -> bytes:
    """The nodes of one article: what they share, and each of them."""
    held = list(nodes)
    topic = sorted(held[0].origin.topic) if held else []
    return marshal.dumps([marshal.dumps(part, FORMAT) for part in (topic, *map(_row, held))], FORMAT)


def _row(n: Node) -> tuple[Any, ...]:
    return (n.id, n.start, _key(n.facets), sorted(n.names), n.amount, n.voice, n.lead, n.place, n.unit,
            sorted(n.context), n.odds, tuple(n.others))  # fmt: skip


def unpacked(data: bytes, article: str) -> list[Node]:
    """What ``packed`` made of the nodes of ``article``."""
    parts = parts_of(data)
    return [unpacked_at(parts, article, at) for at in range(len(parts) - 1)]


def parts_of(data: bytes) -> list[bytes]:
    """What the nodes that were ``packed`` share, and each of them."""
    parts: list[bytes] = marshal.loads(data)
    return parts


def unpacked_at(parts: Sequence[bytes], article: str, at: int) -> Node:
    """One of these nodes, by its number from 0 on, from the parts that they were packed in."""
    id, start, key, names, amount, voice, lead, place, unit, context, odds, others = marshal.loads(parts[at + 1])
    return Node(
        id, start, _origin(parts[0], article), _facets(key), _words(names), _amount(*amount), _word(voice), lead,
        _word(place), _word(unit), _words(context), odds, _others(*others),
    )  # fmt: skip


@lru_cache(maxsize=1 << 12)
def _origin(topic: bytes, article: str) -> Origin:
    return Origin(article, _words(marshal.loads(topic)))


def _word(said: str | None) -> str | None:
    """A word that comes again and again, held once."""
    return intern(said) if said else said


def _words(said: list[str]) -> frozenset[str]:
    return frozenset(map(intern, said)) if said else _NONE


_NONE = frozenset[str]()


@lru_cache(maxsize=1 << 12)
def _amount(*said: Number | None) -> Amount:
    """A figure, of which equal ones are held once; it is compared and never printed, so that 2 may stand for 2.0."""
    value, low, high = said
    return value, low, high


@lru_cache(maxsize=1 << 12)
def _others(of_event: int, daily: bool, beside: tuple[tuple[str, Number], ...]) -> Others:
    return Others(of_event, daily, tuple([_figure(*told) for told in beside]))


@lru_cache(maxsize=1 << 12)
def _figure(of: str, value: Number) -> tuple[str, Number]:
    return of, value


def _again(
    id: str, start: int, article: str, topic: frozenset[str], key: str, names: frozenset[str], *rest: Any
) -> Node:
    return Node(id, start, Origin(article, topic), _facets(key), names, *rest)


_PLAIN = ("amount", "voice", "lead", "place", "unit", "context", "odds", "others")
_FACETS = tuple(field.name for field in fields(Facets))


@lru_cache(maxsize=1 << 12)
def _key(facets: Facets) -> str:
    """Facets as text: equal ones have one text."""
    return dumps([getattr(facets, name) for name in _FACETS]).decode()


@lru_cache(maxsize=1 << 12)
def _facets(key: str) -> Facets:
    return one(**{name: _value(said) for name, said in zip(_FACETS, json.loads(key), strict=True)})


def _value(said: Any) -> Any:
    """A facet as it was: JSON knows no tuples."""
    return tuple(said) if isinstance(said, list) else Time(**said) if isinstance(said, dict) else said
