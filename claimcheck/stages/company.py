"""The company of figures: how far the words around two of them meet, and what their articles are about.

Each of many claims is compared with many others, so words that several have are bits of numbers, which meet in a
fraction of the time that sets take.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from claimcheck.stages.node import Node


class Words(NamedTuple):
    """Those of an article's topic and those around a figure: the ones that others have as bits, and how many in all."""

    topic: int
    topics: int
    context: int
    contexts: int
    #: the words of a topic say nothing when they stand around two figures; concepts do, across languages
    aside: int


class Said(NamedTuple):
    """What is said around a claim, and of that the concepts, which languages share."""

    lang: str
    own: Words
    shared: Words


def said(nodes: Sequence[Node]) -> list[Said]:
    """What is said around each of these claims; to be compared with each other and with no others."""
    counts = Counter(chain.from_iterable(chain(node.context, node.origin.topic) for node in nodes))
    # the commonest words come first, so that what two claims have in common is a small number
    common = enumerate(word for word, count in counts.most_common() if count > 1)
    bits = dict.fromkeys(counts, 0) | {word: 1 << n for n, word in common}
    topics = {origin: _bits(origin.topic, bits) for origin in dict.fromkeys(node.origin for node in nodes)}
    own = [Words(topics[n.origin], len(n.origin.topic), _bits(n.context, bits), len(n.context), topics[n.origin])
           for n in nodes]  # fmt: skip
    languages = [node.facets.lang for node in nodes]
    shared = own if len(set(languages)) < 2 else [_concepts(node, bits) for node in nodes]
    return list(map(Said, languages, own, shared))


def _bits(words: Iterable[str], bits: Mapping[str, int]) -> int:
    return sum(map(bits.__getitem__, words))


def _concepts(node: Node, bits: Mapping[str, int]) -> Words:
    topic, context = ([word for word in words if ":" in word] for words in (node.origin.topic, node.context))
    return Words(_bits(topic, bits), len(topic), _bits(context, bits), len(context), 0)


def words(a: Said, b: Said) -> tuple[Words, Words]:
    """What of two can be compared: across languages the concepts."""
    return (a.own, b.own) if a.lang == b.lang else (a.shared, b.shared)


def topics(a: Words, b: Words) -> float:
    """How far what two articles are about meets: shared words over the smaller number, 0..1."""
    met = (a.topic & b.topic).bit_count()
    return met / min(a.topics, b.topics) if met else 0.0


def company(a: Words, b: Words) -> float:
    """How far the words around two figures meet, those of both topics aside."""
    both = a.aside & b.aside
    shared = a.context & b.context
    met = (shared ^ (shared & both)).bit_count()
    if not met:
        return 0.0
    return met / min(a.contexts - (a.context & both).bit_count(), b.contexts - (b.context & both).bit_count())
