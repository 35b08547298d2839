"""Whether a text says that it was not so: «لم يصب», "denied that 30 were killed"."""

from __future__ import annotations

from claimcheck.lang.clause import Figure, Sentence

#: "denied" stands at most this many words before what did not happen
_REACH = 18
#: a negation, which may be of several words, begins at most this many words before what it negates
_BESIDE = 4


def negated(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether what the word at this place tells of a figure is negated, or denied by somebody; "received no more than"
    and «لم تتلق سوى» are not, for they tell what there was."""
    return (_not(sentence, at) and not _excepted(sentence, at, figure)) or _denied(sentence, min(at, figure.first))


def _not(sentence: Sentence, at: int) -> bool:
    """A negation right before the word, or with a small word between ("had not been seen"): in «دون رحمة» and "without
    warning, killing" it negates another."""
    words = sentence.words
    ends = [i + words[i].width for i in sentence.having("negation") if at - _BESIDE <= i < at]
    if not ends:
        return False
    small = at > 0 and not {"stop", "cue"}.isdisjoint(words[at - 1].tables)
    return at in ends or (small and at - 1 in ends)


def _excepted(sentence: Sentence, at: int, figure: Figure) -> bool:
    return sentence.cued("exception", at + 1, figure.core)


def _denied(sentence: Sentence, at: int) -> bool:
    """Whether somebody denies it in this clause: not in one that speaks of a noun ("denied using it in a war which
    killed thousands"), nor where the denial is such a clause itself ("the army, which denied it, agreed to")."""
    denials = [i for i in sentence.having("denial") if at - _REACH <= i < at]
    if not denials:
        return False
    last = denials[-1]  # "denied that" is no clause of a noun
    return not (sentence.cued("relative", last - 1, last) or sentence.cued("relative", last + 2, at))
