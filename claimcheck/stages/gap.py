"""What stands between a figure and what is told as its part: "three gunmen attacked worshippers, among them 12 women".

There the women are among worshippers whom nobody counts, so that their figure has no whole to exceed.
"""

from __future__ import annotations

from claimcheck.lang.fold import fold
from claimcheck.lang.pack import ancestors, befalls, canonical, concepts
from claimcheck.lang.phrases import Word, lexicon
from claimcheck.model import Claim


def interrupted(whole: Claim, part: Claim) -> bool:
    """Whether others than the whole, or another event, come between the two and may be what the part is of."""
    words = _between(whole, part)
    return words is None or any(_others(w, whole) or _elsewise(w, whole) for w in words)


def _between(whole: Claim, part: Claim) -> list[Word] | None:
    """The words from the whole to the part of one sentence; None where the part does not follow."""
    quotes = (at for at in range(len(whole.sentence)) if whole.sentence.startswith(whole.quote, at))
    far = part.start - whole.start
    at = next((at for at in quotes if whole.sentence.startswith(part.quote, at + far)), None)
    if at is None or far < len(whole.quote):
        return None
    gap = fold(whole.sentence[at + len(whole.quote) : at + far])
    return lexicon(whole.lang).read(gap, 0, len(gap))


def _others(word: Word, whole: Claim) -> bool:
    """Uncounted things of the whole's kind: "a crowd of worshippers", "others"."""
    thing, of = word.entry("thing"), whole.counted.concept
    if word.cue("other") or thing is None or of is None:
        return word.cue("other")
    eventful = concepts().things[thing.concept].event is not None  # "eight people were killed"
    return not eventful and ancestors(thing.concept)[-1] == ancestors(of)[-1]


def _elsewise(word: Word, whole: Claim) -> bool:
    """An event that befalls such things and is not the whole's, or that the whole brings about: "killing many"."""
    event, of = word.entry("transitive", "intransitive", "event", "state"), whole.counted.concept
    if event is None or of is None:
        return False
    if event.table == "transitive" and event.form == "gerund":
        return True
    suffered = ancestors(of)[-1] in befalls(event.concept)
    return suffered and canonical(event.concept) != (whole.event.concept and canonical(whole.event.concept))
