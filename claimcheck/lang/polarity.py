"""Whether a text says that it was not so, «لم يصب», "denied that 30 were killed", or that it is yet to come: "will
send", «وتوقع أن يصل»."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import COMMAS, PAUSES, STOPS, Figure, Sentence
from claimcheck.lang.days import HAPPENS
from claimcheck.lang.phrases import ANEW, Word

#: "denied" stands at most this many words before what did not happen
_REACH: Final = 18
#: a negation, which may be of several words, begins at most this many words before what it negates
_BESIDE: Final = 4
#: "will" stands at most so many words before what is to happen
_AHEAD: Final = 6
#: "is expected to" stands at most this many words before the figure that a tally is to reach
_PLAN_REACH: Final = 7
#: who foretells stands at most this many words before "that"
_FORETOLD: Final = 8
#: what a headline says that somebody is to do stands at most so many words from its beginning
HEADLINE: Final = 6


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
    killed thousands"), nor where the denial is such a clause itself ("the army, which denied it, agreed to") or
    something else is said behind it ("denied the raid and said that 14 gunmen were killed")."""
    denials = [i for i in sentence.having("denial") if at - _REACH <= i < at]
    if not denials:
        return False
    last = denials[-1]  # "denied that" is no clause of a noun
    if sentence.cued("relative", last - 1, last) or sentence.cued("relative", last + 2, at):
        return False
    return not any(_says_anew(sentence, i) for i in sentence.having("says:verb", "says:participle") if last < i <= at)


def _says_anew(sentence: Sentence, at: int) -> bool:
    """Whether a clause of its own opens with the verb of saying: ", saying", «لكنه قال», «وأعلن»."""
    words = sentence.words
    joins = sentence.pack.grammar.joins
    if words[at].before[:1] in joins or words[at - 1].text in joins:
        return True
    while at > 1 and words[at - 1].cue("function"):
        at -= 1
    return words[at - 1].text in COMMAS


def planned(sentence: Sentence, at: int, figure: Figure, future: bool) -> bool:
    """Whether what the word at this place tells of a figure is to come: by its ``future`` form, or words before
    it."""
    topics, ahead, past = sentence.topics, False, _past(sentence.words[at])
    if future or "planned" in topics:
        first = max(0, at - _AHEAD)
        stops = any(w.text in STOPS for w in sentence.words[first:at])
        told = past and (sentence.pack.grammar.head_first or _finite(sentence, at, figure))
        ahead = (future and not stops) or (not told and _plan(sentence, first, at))
        ahead = ahead or (not (told and at > figure.first) and _plan(sentence, *_reaching(sentence, at, figure)))
    if "foretold" in topics and not past:
        ahead = ahead or _foretold(sentence, min(at, figure.first))
    return ahead or _headed(sentence, at)


def _finite(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether a past form, which may be a participle, is none: "a raid that killed 140", "60 families who lost homes",
    not "will be cut by 140"."""
    if at > figure.first:
        return sentence.cued("relative", at - 1, at)
    return not any(w.cue("passive", "planned") for w in sentence.words[max(0, at - 2) : at])


def _past(word: Word) -> bool:
    """Whether it is a verb of what has happened, which nobody foretells: «يرجح أن 800 قضوا», "feared that 800 died"."""
    return any(e.form == "past" for e in word.entries) and "event" not in word.tables


def _plan(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a plan is told among these words, and no other statement opens behind it: «العدد مرشح للارتفاع، وأن 300
    قتلوا», "is likely to rise, saying that 300"."""
    plan = max((at for at in sentence.cues("planned") if first <= at < last), default=None)
    if plan is None:
        return False
    if any(w.text in STOPS or w.apart >= ANEW for w in sentence.words[plan:last]):
        return False
    says = sentence.having("says:participle", "says:verb", "says:that")
    return not any(_says_anew(sentence, at) for at in says if plan < at < last)


def _headed(sentence: Sentence, at: int) -> bool:
    """Whether a headline says what somebody is to do: "Pentagon to send 1,500 troops", with no verb before it."""
    words, grammar = sentence.words, sentence.pack.grammar
    to = 1 < at <= HEADLINE and words[at - 1].text in grammar.goals and not grammar.head_first  # "a tué" is no "à"
    if not to or words[at].entry("transitive", "intransitive") is None:
        return False
    return not any(w.of(HAPPENS) or w.cue("passive", "had") or w.means("says", "verb") for w in words[: at - 1])


def _foretold(sentence: Sentence, at: int) -> bool:
    """Whether somebody expects, predicts or warns that it will come so: «وتوقع رئيس البلدية أن يصل عدد القتلى إلى»."""
    that = max((i for i in sentence.having("says:that") if i < at), default=None)
    if that is None or any(w.text in PAUSES for w in sentence.words[that:at]):
        return False
    return sentence.cued("foretold", max(0, that - _FORETOLD), that)


def _reaching(sentence: Sentence, at: int, figure: Figure) -> tuple[int, int]:
    """What stands right before the figure, behind its event and no other figure: "the toll could reach 20,000"."""
    first = max(at if at < figure.first else 0, figure.first - _PLAN_REACH)
    others = [i for i in range(first, figure.first) if sentence.owner.get(i, figure) is not figure]
    return max([first, *(i + 1 for i in others)]), figure.core
