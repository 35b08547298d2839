"""For whom a sum is: "$9,000 for the families of the dead and $500 for each of the injured", «لكل جريح»."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import BREAKS, PAUSES, Figure, Sentence
from claimcheck.lang.governing import event_of
from claimcheck.lang.pack import canonical

#: those whom it is for stand at most so many words from their sum
_REACH: Final = 12
#: what may have struck them
_STRUCK = ("killed", "wounded", "missing", "displaced", "homeless")


def beneficiary(sentence: Sentence, figure: Figure) -> str | None:
    """What struck those whom a sum is for, as "killed" or "grave wounded"; None where the text does not say."""
    if figure.mention.kind != "money":
        return None
    for at in range(figure.end, min(len(sentence.words), figure.end + _REACH)):
        if at in sentence.owner or sentence.words[at].text in BREAKS:
            break
        if (found := _struck(sentence, at)) and _led(sentence, figure.end, at):
            return found
    for at in range(figure.first - 1, max(0, figure.first - 1 - _REACH), -1):
        if at in sentence.owner or sentence.words[at].text in BREAKS:
            break
        if (found := _struck(sentence, at)) and _people(sentence, at):
            return found
    return None


def _struck(sentence: Sentence, at: int) -> str | None:
    """What struck those whom a word names, and how badly."""
    event = next(filter(None, map(event_of, sentence.words[at].entries)), None)
    if event is None or canonical(event) not in _STRUCK:
        return None
    near = sentence.words[max(0, at - 2) : at + 3]
    if any(w.cue("grave") for w in near):
        return f"grave {canonical(event)}"
    return f"slight {canonical(event)}" if any(w.means("modifier", "slight") for w in near) else canonical(event)


def _led(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a preposition says that it is for them: "to the families of the dead", «لجرحى الانفجار»."""
    return any(w.text in sentence.pack.grammar.recipients or w.before in sentence.pack.grammar.recipients
               for w in sentence.words[first : at + 1])


def _people(sentence: Sentence, at: int) -> bool:
    """Whether those who are struck are the subject: "the injured are to get", not "it killed many and cost"."""
    grammar = sentence.pack.grammar
    definite = bool(grammar.numeral_behind) and sentence.words[at].before == grammar.numeral_behind
    first = at if definite else at - 1
    before = sentence.words[first - 1].text if first else "."
    opens = before in PAUSES or before in grammar.joins
    return opens and (definite or sentence.words[first].text in grammar.articles)
