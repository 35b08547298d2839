"""What a toll is of: the war or the epidemic close to its figure."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.lang.clause import STOPS, Figure, Sentence
from claimcheck.lang.pack import concepts
from claimcheck.lang.phrases import Word

#: a cause stands at most this many words before its toll
_CAUSE_REACH = 9
#: and at most this many behind it, other figures of the list between
_CAUSE_BEHIND = 14


def cause(sentence: Sentence, figure: Figure) -> str | None:
    """A lasting cause close to the figure: before it in its clause («أوقعت الحرب», "the war has killed"), or behind it
    where a preposition gives it as the cause or the time («خلال الصراع», "in the war")."""
    wide = _wide(sentence)
    if not wide:
        return None
    for at in range(figure.first - 1, max(-1, figure.first - _CAUSE_REACH), -1):
        if at in sentence.owner or sentence.words[at].text in STOPS:
            break
        if at in wide:
            return wide[at]
    for at in range(figure.end, min(len(sentence.words), figure.end + _CAUSE_BEHIND)):
        if sentence.words[at].text in STOPS:
            break
        if at in wide and any(_leads(w) for w in sentence.words[max(figure.end, at - 2) : at]):
            return wide[at]
    return None


@lru_cache(maxsize=4)
def _wide(sentence: Sentence) -> dict[int, str]:
    """The lasting causes that a sentence names, by their words."""
    things = ((at, sentence.words[at].tables["thing"].concept) for at in sentence.having("thing"))
    table = concepts().things
    return {at: thing for at, thing in things if table[thing].wide}


def _leads(word: Word) -> bool:
    """A preposition of place or time."""
    return word.entry("place_in") is not None or word.means("time", "within", "since")
