"""A claim in the making."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.days import When
from claimcheck.lang.incident import Incident
from claimcheck.lang.issuer import Speech
from claimcheck.lang.nounphrase import NounPhrase
from claimcheck.lang.pack import concepts
from claimcheck.lang.predicate import Predicate
from claimcheck.model import Number

_NONE = frozenset[str]()
#: a figure that opens its sentence stands within so many words
OPENING: Final = 3


class Draft:
    """A claim in the making: the figure with the facets that were read for it."""

    def __init__(self, sentence: Sentence, figure: Figure, phrase: NounPhrase, setting: dict[str, None],
                 incident: Incident, lead: bool, speech: Speech | None) -> None:
        """``setting`` are the places of the headline and lead, one dict for all drafts of the article, ``incident``
        what it tells of its incident, one for all."""
        self.sentence, self.figure, self.phrase, self.speech = sentence, figure, phrase, speech
        self.setting, self.incident, self.lead = setting, incident, lead
        self.predicate: Predicate | None = None
        self.place: tuple[str, str] | None = None
        #: the towns that a toll is of together
        self.towns: tuple[str, ...] = ()
        #: the venue of a toll, as ``lang.venue`` has it
        self.venue: str | None = None
        self.when: When | None = None
        self.whole: Draft | None = None
        self.cues: frozenset[str] = _NONE
        #: the day that the sentence gives to an incident
        self.day: str | None = None
        self.further = False
        #: in a report on an epidemic the disease that it is told of, where a table tells it apart, else "epidemic"
        self.epidemic: str | None = None
        #: the names of those whose votes or seats they are, as keys of a context
        self.whose: tuple[str, ...] = ()
        #: what the running total came to with what it counts: "24 new cases, bringing the total to 118"
        self.total: Number | None = None


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
