"""Hospitals: who is taken to one, and which one people are in ("admitted to the SCB Medical College and Hospital")."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import STOPS, Figure, Sentence

#: what is told of the people of a hospital
IN_HOSPITAL = ("admitted", "hospitalised", "treated", "discharged")
#: a hospital stands at most so many words behind those who are in it, and its name begins so many before it
_REACH: Final = 14
_NAME: Final = 6
#: "to" stands at most so many words behind who is taken there, and the noun so many behind it, the name between
_TAKEN_REACH: Final = 10
_GOAL_REACH: Final = 7
#: a hospital that receives somebody stands at most so many words before the verb, its place between
_RECEIVER: Final = 7
#: where verbs come first, so many
_NAMED: Final = 4
#: "said it had" stands at most so many words before what it did
_ITSELF: Final = 5


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


def by_hospital(sentence: Sentence, at: int) -> bool:
    """Whether a hospital receives them: "a hospital in Kabul had received 30 wounded", «استقبل المستشفى 34 جريحا»,
    «مستشفى معيتيقة استقبل 32»; «المستشفيات استقبلت» tells of all."""
    verb_first, words = sentence.pack.grammar.verb_first, sentence.words
    before = range(at - 1, max(-1, at - (_NAMED if verb_first else _RECEIVER)), -1)
    hospitals = [thing for i in before if (thing := words[i].entry("thing")) and thing.concept == "hospital"]
    if any(thing.form == "singular" or not verb_first for thing in hospitals) or _of_itself(sentence, at):
        return True
    return verb_first and any(w.means("thing", "hospital") for w in words[at + 1 : at + 3])


def _of_itself(sentence: Sentence, at: int) -> bool:
    """Whether a hospital says so of itself: "a hospital run by a charity said it was treating 60 wounded", «أشار مستشفى
    الأمل إلى أنه استقبل»."""
    words = sentence.words
    if at and words[at - 1].means("says", "that"):
        says = at - 1
    else:
        says = next((i for i in range(at - 1, max(-1, at - _ITSELF), -1) if words[i].means("says", "verb")), 0)
        if any("thing" in w.tables for w in words[says:at]):
            return False
    things = (thing for w in words[max(0, says - _RECEIVER) : says] if (thing := w.entry("thing")))
    return any(thing.concept == "hospital" and thing.form == "singular" for thing in things)


def to_hospital(sentence: Sentence, first: int) -> bool:
    """ "15 passengers were transferred to a hospital", «نقل 17 آخرون بينهم 8 نساء إلى مستشفى»."""
    words = sentence.words
    for at in range(first, min(len(words), first + _TAKEN_REACH)):
        if words[at].text in sentence.pack.grammar.towards:
            goal = words[at + 1 : at + 1 + _GOAL_REACH]
            if any(w.means("thing", "hospital") for w in goal):
                return True
    return False


def goes_to_hospital(sentence: Sentence, end: int) -> bool:
    """Whether the way to a hospital stands right behind who is hurt, the verb before another figure: «نقل 22 مصابا إلى
    مستشفى الهلال و9 مصابين إلى مستشفى دار الشفاء»."""
    led = end < len(sentence.words) and sentence.words[end].text in sentence.pack.grammar.towards
    return led and any(w.means("thing", "hospital") for w in sentence.words[end + 1 : end + 1 + _GOAL_REACH])


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
