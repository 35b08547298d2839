"""The small words close to a figure that change what it says: "total", "other", "earlier", "a day"."""

from __future__ import annotations

from itertools import takewhile
from operator import attrgetter
from typing import Final

from claimcheck.lang.clause import COMMAS, Figure, Sentence
from claimcheck.lang.nounphrase import NounPhrase
from claimcheck.lang.pack import befalls
from claimcheck.lang.phrases import Word

#: "earlier" stands at most this many words before "said": "earlier on Tuesday, the ministry said"
_SAID_REACH: Final = 6
#: «كانت» opens its clause at most so many words before «قد أعلنت», who speaks between
_HAD_REACH: Final = 10
#: what a tally moved to stands at most this many words from what it moved from
_MOVED_REACH: Final = 4
#: how the hurt are stands at most so many words behind them: "20 of whom were in critical condition"
_STATE_REACH: Final = 5
#: "every day" stands at most this many words before what it adds
_RATE_REACH: Final = 7
#: the figure of a rate stands at most so many words before it: "$20 (£13) a day"
_BESIDE: Final = 2
#: end the clause of a rate
_CLAUSE_ENDS: Final = frozenset(",،;؛.()—–")
#: who gave a figure and when is told in so many words behind it
_GIVEN_REACH: Final = 12
#: are told by more than that they stand near
_RULED: Final = frozenset(("per", "superseded"))
#: ways of saying what had been said
_SAID = ("says:verb", "says:setting", "says:addressing")
_NONE = frozenset[str]()
_CUES = attrgetter("cues")


def cues(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> frozenset[str]:
    """The small words close before the figure and in its phrase."""
    topics, behind = sentence.topics, max(phrase.end, figure.end)
    first, last = max(0, figure.first - 4), behind + 3
    near = list(filter(None, map(_CUES, sentence.words[first:last])))
    found = frozenset[str]().union(*near) - _RULED if near else _NONE
    if "grave" in topics:
        found = found | {"grave"} if _badly(sentence, figure, behind) else found - {"grave"}
    if ("superseded" in topics or "in_exchange" in topics) and _superseded(sentence, figure):
        found |= {"earlier"}
    if "other" in found:
        others = (at for at in sentence.cues("other") if first <= at < last)
        found = found if any(_others(sentence, figure, at) for at in others) else found - {"other"}
    if "per" in topics and "/" not in (figure.mention.unit or "") and _rate(sentence, figure, behind):
        found |= {"per"}
    if ("tally" in topics or "total" in topics) and figure.mention.kind == "count":
        if _moved(sentence, figure, "origins", "goals"):
            return found | {"earlier", "pluperfect"}
        if _moved(sentence, figure, "goals", "origins"):
            return found - {"earlier"}
    if "earlier" in topics and _of_toll_before(sentence, figure):
        return found | {"earlier", "pluperfect"}
    if ("relative" in topics and _given_before(sentence, behind)) or found >= {"total", "pluperfect"}:
        return found | {"earlier", "pluperfect"}
    if "earlier" in found and _led(sentence, figure, "goals") and sentence.between(0, figure.first):
        return found - {"earlier"}  # "12 dead before the toll rose to 64"
    earlier = ("earlier" in topics or "had" in topics) and _said_earlier(sentence, figure)
    return found | {"earlier"} if earlier else found


def _others(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a word for others is said of this figure: it stands close by, in the same clause, and beside no figure of
    its own ("28 dead, and 274 others", "the other six"); "more than 20" and "20 or more" are no others, nor are those
    who speak: "while others said that 20", «وقال آخرون إن»."""
    words, owner = sentence.words, sentence.owner
    if owner.get(at) is figure or _speak(sentence, at):
        return False
    first, last = (at + 1, figure.first) if at < figure.first else (figure.end, at)
    beside = owner.get(at - 1) if at < figure.first else owner.get(at + max(1, words[at].width))
    if beside is not None and beside is not figure:
        return False
    return not (sentence.between(first, last) or any(w.text in _CLAUSE_ENDS for w in words[first:last]))


def _speak(sentence: Sentence, at: int) -> bool:
    """Whether the word at this place is the subject of a verb of saying beside it."""
    beside = at - 1 if sentence.pack.grammar.verb_first else at + 1
    return 0 <= beside < len(sentence.words) and sentence.words[beside].means("says", "verb")


def _badly(sentence: Sentence, figure: Figure, behind: int) -> bool:
    """Whether the badly hurt are those of this figure, not of another between ("1,832 hurt, 1,220 of them badly"), nor
    only some of its: "50 hurt, some of whom are in a critical condition"."""
    words = sentence.words
    near = (at for at in sentence.cues("grave") if figure.first - 4 <= at < behind + _STATE_REACH)
    return any(all(sentence.owner.get(i, figure) is figure for i in range(*sorted((at, figure.first))))
               and not any(w.cue("part") and not w.cue("membership") for w in words[figure.last : at])
               and not any(w.text in _CLAUSE_ENDS for w in words[behind + 2 : at])
               for at in near)


def _superseded(sentence: Sentence, figure: Figure) -> bool:
    """Whether it is what another figure is compared with: "41, up from 30"; those «مقابل إطلاق سراح 13» are not."""
    near = range(max(0, figure.first - 4), figure.first)
    before = [i for i in near if sentence.owner.get(i, figure) is not figure]
    first = before[-1] + 1 if before else near.start
    if sentence.cued("in_exchange", first, figure.first):
        return not any(w.entry("transitive", "intransitive", "event") for w in sentence.words[first : figure.first])
    return sentence.cued("superseded", first, figure.first)


def planned_before(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> bool:
    """Whether a plan is told close before a figure, or behind it in its clause: no "$3bn, and the board will meet"."""
    behind = max(phrase.end, figure.end)
    clause = takewhile(lambda w: w.text not in _CLAUSE_ENDS, sentence.words[behind : behind + 3])
    near = (*sentence.words[max(0, figure.first - 4) : behind], *clause)
    return any(w.cue("planned") for w in near)


def _given_before(sentence: Sentence, behind: int) -> bool:
    """Whether it is what somebody gave on a day: "fewer than the 20,000 that a spokesman gave on Thursday"."""
    words = sentence.words
    if not sentence.cued("relative", behind - 1, behind + 1):
        return False
    clause = list(takewhile(lambda w: w.text not in _CLAUSE_ENDS, words[behind : behind + _GIVEN_REACH]))
    day = any(w.entry("weekday", "day") or w.cue("earlier") for w in clause)
    said = any(w.means("says", "verb") for w in clause)
    return day and (said or not any(map(_happens, clause)))


def _happens(word: Word) -> bool:
    """Whether a word tells an event, which giving is of money alone: "than what he gave on Thursday"."""
    found = word.entry("transitive", "intransitive", "event", "state")
    return found is not None and befalls(found.concept) != ["money"]


def _moved(sentence: Sentence, figure: Figure, own: str, others: str) -> bool:
    """Whether a tally moved between the figure and another: "from 44 to just 39", "raised the toll to 45 from 30"."""
    told = sentence.cued("tally", 0, figure.first) or sentence.cued("total", 0, figure.first)
    if not told or not _led(sentence, figure, own):
        return False
    beside = (*range(figure.end, figure.end + _MOVED_REACH), *range(figure.first - _MOVED_REACH, figure.first))
    near = (sentence.owner.get(at) for at in beside)
    return any(other is not figure and _led(sentence, other, others) for other in near if other is not None)


def _led(sentence: Sentence, figure: Figure, by: str) -> bool:
    """Whether a word of this table of the grammar stands before a figure, one small word between: "to just 39"."""
    words = getattr(sentence.pack.grammar, by)
    return any(w.text in words for w in sentence.words[max(0, figure.first - 2) : figure.first])


def _rate(sentence: Sentence, figure: Figure, behind: int) -> bool:
    """Whether so many come each day: "5,000 a day", "every day adds an average of 5,000"; the words of another clause
    or figure do not count."""
    for around in (range(figure.first, max(-1, figure.first - _RATE_REACH), -1), range(figure.first, behind + 3)):
        for at in around:
            if at >= len(sentence.words) or sentence.owner.get(at, figure) is not figure:
                break
            if sentence.words[at].text in _CLAUSE_ENDS:
                break
            if sentence.words[at].cue("per") and not (at and _spans(sentence.words[at - 1])):
                behind = at + sentence.words[at].width
                return not (_one_of_them(sentence, behind) or (at < figure.first and _of_one_before(sentence, at)))
    return False


def _one_of_them(sentence: Sentence, behind: int) -> bool:
    """Whether what stands behind a unit says which one it is: «في الشهر الماضي», «في اليوم الثاني», "a year ago"; "each
    other" is no rate."""
    word = sentence.words[behind] if behind < len(sentence.words) else None
    told = word is not None and (word.means("time", "last", "this", "next") or word.cue("ago", "other"))
    return told or behind in sentence.ordinals or behind in sentence.owner


def _of_one_before(sentence: Sentence, at: int) -> bool:
    """Whether a rate is that of the figure before it: "3,000 rupees (£25) a month for 60 guards"."""
    return any(n in sentence.owner for n in range(at - _BESIDE, at))


def _spans(word: Word) -> bool:
    """Whether a day or a year is how long it went on, not how often: "the second storm in a year"."""
    return word.entry("place_in") is not None or word.means("time", "within", "past")


def _of_toll_before(sentence: Sentence, figure: Figure) -> bool:
    """Whether an earlier toll opens the clause of a figure: "a previous toll given late on Monday was 273", «وتحدثت
    حصيلة سابقة قدمها مساء الاثنين الرئيس عن 273 قتيلا»."""
    tolls = (at for at in reversed(sentence.cues("earlier")) if at < figure.first and _of_toll(sentence, at))
    at = next(tolls, figure.first)
    return at < figure.first and not any(w.text in _CLAUSE_ENDS for w in sentence.words[at : figure.first])


def _of_toll(sentence: Sentence, at: int) -> bool:
    """Whether what is earlier is a toll: "a previous toll", «حصيلة سابقة»."""
    beside = sentence.words[max(0, at - 1) : at + 2]
    return sentence.words[at].width == 1 and any(w.cue("tally", "total") for w in beside)


def _said_earlier(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure is told as what somebody "said earlier", «وكانت الوزارة قد أعلنت»."""
    said = [at for at in sentence.having(*_SAID) if at < figure.first]
    if any(sentence.cued("earlier", at - _SAID_REACH, at + 3) for at in said):
        return True
    return bool(said) and _had_said(sentence, said[-1])


def _had_said(sentence: Sentence, verb: int) -> bool:
    """Whether "had" stands right before a verb of saying or, where verbs come first, before its subject."""
    if not sentence.pack.grammar.verb_first:
        return sentence.cued("had", verb - 2, verb)
    had = next((at for at in reversed(sentence.having("had", "superseded")) if verb - _HAD_REACH <= at < verb), None)
    if had is None or sentence.cued("had_done", verb - 1, verb):
        return had is not None
    set_off = sentence.words[verb - 1].text in COMMAS and not sentence.words[verb].before
    between = sentence.words[had + 1 : verb - set_off]  # «وكانت الوزارة، أعلنت»
    opens = sentence.words[had].cue("superseded") or _begins(sentence, had)
    return opens and not any(w.text in _CLAUSE_ENDS or "happening" in w.topics for w in between)


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins with a word: «وكانت», «، كان», «بعد أن كان»."""
    if not at or sentence.words[at].before in sentence.pack.grammar.joins:
        return True
    before = sentence.words[at - 1]
    return before.text in _CLAUSE_ENDS or before.means("says", "that") or before.cue("follows")
