"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.days import When
from claimcheck.lang.incident import Incident
from claimcheck.lang.issuer import Speech
from claimcheck.lang.nounphrase import NounPhrase
from claimcheck.lang.pack import concepts
from claimcheck.lang.predicate import Predicate
from claimcheck.model import Number

#: a figure that opens its sentence stands within so many words
OPENING = 3


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making: the figure with the facets that were read for it."""

    sentence: Sentence
    figure: Figure
    phrase: NounPhrase
    #: places of the headline and lead; one dict for all drafts of the article
    setting: dict[str, None]
    #: what the article tells of its incident; one for all its drafts
    incident: Incident
    lead: bool
    predicate: Predicate | None = None
    place: tuple[str, str] | None = None
    #: the towns that a toll is of together
    towns: tuple[str, ...] = ()
    #: the venue of a toll, as ``lang.venue`` has it
    venue: str | None = None
    when: When | None = None
    speech: Speech | None = None
    whole: Draft | None = None
    cues: frozenset[str] = frozenset()
    #: the day that the sentence gives to an incident
    day: str | None = None
    further: bool = False
    #: in a report on an epidemic the disease that it is told of, where a table tells it from others, else "epidemic"
    epidemic: str | None = None
    #: the names of those whose votes or seats they are, as keys of a context
    whose: tuple[str, ...] = ()
    #: what the running total came to with what it counts: "24 new cases, bringing the total to 118"
    total: Number | None = None


def word(sentence: Sentence, at: int) -> str:
    """A word as the text has it, or the phrase that begins there; nothing behind the last."""
    return sentence.text(at, at + max(1, sentence.words[at].width)) if at < len(sentence.words) else ""


def plain(draft: Draft) -> bool:
    """People or nothing that is named."""
    concept = draft.phrase.concept
    return draft.phrase.head is None or (concept is not None and concepts().things[concept].generic)


def others(draft: Draft) -> bool:
    """ "Five officers were killed and seven others injured": others of the role just named."""
    concept = draft.phrase.concept
    return "other" in draft.cues and concept is not None and concepts().things[concept].generic
