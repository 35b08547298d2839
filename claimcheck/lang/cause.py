"""What a toll is of: the war or the epidemic close to its figure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from claimcheck.lang.clause import STOPS, Figure, Sentence
from claimcheck.lang.pack import concepts
from claimcheck.lang.phrases import Word
from claimcheck.lang.places import places

#: a cause stands at most this many words before its toll
_CAUSE_REACH: Final = 9
#: and at most this many behind it, other figures of the list between
_CAUSE_BEHIND: Final = 14
#: what tells a war from others stands at most so many words from it
_NAMED: Final = 3


def cause(sentence: Sentence, figure: Figure) -> tuple[int, str] | None:
    """A lasting cause close to the figure, as (word, concept): before it in its clause («أوقعت الحرب», "the war has
    killed"), or behind it where a preposition gives it as the cause or the time («خلال الصراع», "in the war")."""
    if "wide" not in sentence.topics:
        return None
    wide = _wide(sentence)
    for at in range(figure.first - 1, max(-1, figure.first - _CAUSE_REACH), -1):
        if at in sentence.owner or sentence.words[at].text in STOPS:
            break
        if at in wide:
            return at, wide[at]
    for at in range(figure.end, min(len(sentence.words), figure.end + _CAUSE_BEHIND)):
        if sentence.words[at].text in STOPS:
            break
        if at in wide and any(_leads(w) for w in sentence.words[max(figure.end, at - 2) : at]):
            return at, wide[at]
    return None


def is_own(sentence: Sentence, figure: Figure, at: int, here: Collection[str]) -> bool:
    """Whether a cause is the battle of one of the places ``here``, not a war around it: it has that place ("the Marawi
    conflict") or stands bare behind a toll ("were killed in the conflict and 298 hurt"), and no country ("the war in
    Yemen"), people or span of time ("the six-year war") tells it apart. Whoever is counted before "in the war" does
    not."""
    behind = _tolled_before(sentence, figure, at)
    around = range(max(0, at - _NAMED), min(len(sentence.words), at + _NAMED + 1))
    led = max((i for i in around if behind and i < at and _leads(sentence.words[i])), default=0)
    if any(sentence.words[i].entry("time_unit") for i in around):
        return False
    if any(sentence.words[i].entry("nationality") for i in around if i > led):
        return False
    named = [key for first, _, key in places(sentence) if first in around]
    return all(key in here and not key.isupper() for key in named) and (bool(named) or behind)


def _tolled_before(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a cause stands behind its figure, or behind another to which the figure is added; no "war that has
    killed 9,000"."""
    before = any(other.end <= at for other in sentence.figures)
    return before and (at >= figure.end or not sentence.cued("relative", at, figure.first))


def _wide(sentence: Sentence) -> dict[int, str]:
    """The lasting causes that a sentence names, by their words."""
    things = ((at, sentence.words[at].tables["thing"].concept) for at in sentence.having("wide"))
    table = concepts().things
    return {at: thing for at, thing in things if table[thing].wide}


def _leads(word: Word) -> bool:
    """A preposition of place or time."""
    return word.entry("place_in") is not None or word.means("time", "within", "past", "since")
