"""Which hospital people are in: "admitted to the SCB Medical College and Hospital" counts those of that one."""

from __future__ import annotations

from claimcheck.lang.clause import STOPS, Figure, Sentence

#: what is told of the people of a hospital
IN_HOSPITAL = ("admitted", "hospitalised", "treated", "discharged")
#: a hospital stands at most so many words behind those who are in it, and its name begins so many before it
_REACH, _NAME = 14, 6


def hospital(sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """The hospital that is named close behind a figure, as (folded name, text): a name in capitals with a word of its
    own before the noun; None for hospitals that have no name."""
    if not sentence.pack.numbers.grammar.capitals:
        return None
    for at in range(figure.last, min(len(sentence.words), figure.end + _REACH)):
        word = sentence.words[at]
        if word.text in STOPS or sentence.owner.get(at, figure) is not figure:
            return None
        thing = word.entry("thing")
        if thing and thing.concept == "hospital" and thing.form == "singular":
            return _name(sentence, at)
    return None


def _name(sentence: Sentence, at: int) -> tuple[str, str] | None:
    words, first = sentence.words, at
    while first > at - _NAME and first and _goes_on(sentence, first - 1):
        first -= 1
    while first < at and not sentence.capital(first):
        first += 1
    own = any(not words[i].entries and sentence.capital(i) for i in range(first, at))
    last = at + max(1, words[at].width)
    return (" ".join(w.text for w in words[first:last]), sentence.text(first, last)) if own else None


def _goes_on(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    small = "stop" in word.tables or "cue" in word.tables
    return word.is_word and (word.text in sentence.pack.grammar.joins or (sentence.capital(at) and not small))
