"""What a report on an epidemic means by its words: who is ill, who died of it, where it spread."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from claimcheck.lang.cause import cause, is_own
from claimcheck.lang.clause import Sentence
from claimcheck.lang.pack import ancestors, canonical, concepts
from claimcheck.lang.phrases import Lexicon
from claimcheck.lang.predicate import Predicate
from claimcheck.lang.topics import ILLNESS
from claimcheck.stages.draft import Draft

#: what an epidemic does
_OF_DISEASE = ("killed", "infected")
#: what else has a toll in a country that an epidemic strikes
_HAZARDS = ("rain", "flood", "storm")
#: what an epidemic does to a place: it reaches it, people fall ill and die there
_SPREADS = (*_OF_DISEASE, "arrived", "affected", "attacked")


class Outbreak:
    """What an article's headline and the sentence under it tell of an epidemic. A fire in a ward, a bomb in a hospital:
    who died there did not die of the disease."""

    def __init__(self) -> None:
        self._violent = self._told = False
        self._named: frozenset[str] = frozenset()

    def read(self, sentence: Sentence) -> None:
        """Takes in one of them."""
        if self._violent or "incident" in sentence.topics:
            self._violent = True
            return
        self._named = self._named or diseases(sentence)
        self._told = self._told or bool(self._named) or "illness" in sentence.topics

    @property
    def diseases(self) -> frozenset[str] | None:
        """Those that the article reports, first of all; None where it reports no epidemic."""
        return self._named if self._told and not self._violent else None


def diseases(sentence: Sentence) -> frozenset[str]:
    """The diseases that a sentence names; "disease" stands for those that no table tells apart."""
    return frozenset().union(*[_named(sentence.lexicon, w.text) for w in sentence.words if w.is_word and w.entries])


@lru_cache(maxsize=1 << 14)
def _named(lexicon: Lexicon, token: str) -> frozenset[str]:
    """The diseases in a word, whatever else it says: «بالكوليرا», which tells that people are ill."""
    within = (e for _, stem, _ in lexicon.keys(token) for e in lexicon.single.get(stem, ()))
    return frozenset(e.concept for e in within if e.table == "thing" and "disease" in ancestors(e.concept))


def fall_ill(draft: Draft, reported: frozenset[str]) -> None:
    """In a report on an epidemic «إصابة», elsewhere an injury, is an infection, a case is one of the disease: of the
    one that the sentence names, else of the one that the article names first, ``reported``."""
    draft.epidemic = _one(diseases(draft.sentence)) or _one(reported) or "epidemic"
    died = draft.predicate is not None and draft.predicate.concept == "killed"
    if draft.phrase.concept in ("wounded", "case"):
        if draft.predicate is not None and died and _is_toll(draft, draft.predicate):
            died, draft.predicate = False, None  # "the toll climbed to 116, with 3,087 cases"
        draft.phrase.concept = "fatality" if died else "disease_case"
    if died and draft.whole is not None and draft.whole.predicate is not None and (
            draft.whole.predicate.concept == "infected"):
        draft.whole = None  # "156 new cases, among them six deaths" are all who died
    told = draft.predicate.concept if draft.predicate else None
    hardly = told is None or concepts().events[told].weak
    place = draft.phrase.concept is not None and ancestors(draft.phrase.concept)[-1] == "place"
    if place and draft.phrase.head is not None and (told is None or hardly or canonical(told) in _SPREADS):
        draft.predicate = Predicate("affected", draft.phrase.head, 0.0)
    if draft.phrase.concept == "disease_case" and hardly:
        at = draft.figure.first if draft.phrase.head is None else draft.phrase.head
        draft.predicate = Predicate("infected", at, 0.0)
    elif draft.predicate is not None and draft.predicate.concept == "wounded":
        draft.predicate = replace(draft.predicate, concept="infected")


def _is_toll(draft: Draft, told: Predicate) -> bool:
    """Whether another figure stands between a toll and this one."""
    return bool(draft.sentence.between(told.at, draft.figure.first))


def _one(named: frozenset[str]) -> str | None:
    """The disease, where it is one that a table tells from others."""
    known = named - {"disease"}
    return min(known) if len(known) == 1 else None


def cause_of(draft: Draft, event: str) -> str | None:
    """What the toll is of: a lasting cause close before it, else the epidemic that the article reports. "The conflict",
    where an article reports a battle, is that battle."""
    near = cause(draft.sentence, draft.figure)
    if near is not None:
        at, concept = near
        if concept == "epidemic" and draft.epidemic:
            return draft.epidemic
        battle = concept == "war" and draft.incident.lasting
        return None if battle and is_own(draft.sentence, draft.figure, at, draft.setting) else concept
    if not draft.epidemic or event not in _OF_DISEASE:
        return None
    told = {e.concept for w in draft.sentence.words for e in w.entries if e.table == "thing"}
    if diseases(draft.sentence):
        return draft.epidemic
    if told.intersection(_HAZARDS) or "incident" in draft.sentence.topics:
        return None  # "floods have killed 132"
    wide = {concept for concept in told if concepts().things[concept].wide}
    return draft.epidemic if told.intersection(ILLNESS) or not wide else None
