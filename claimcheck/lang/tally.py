"""Tallies: "the number of people killed in the quake on Friday rose to 1,300" governs its figure from far away."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import Final

from claimcheck.lang.clause import COMMAS, PAUSES, STOPS, Figure, Sentence
from claimcheck.lang.pack import ancestors
from claimcheck.lang.phrases import Lexicon, Word

#: what a tally costs that has its figure already
_GOES_ON: Final = 8.0
#: what moved stands between its verb and what it came to, so many words at most: «ليرتفع إجمالي الوفيات في البلاد إلى»
_MOVED: Final = 8
#: it stands at most so many words behind its subject: «الإصابات المثبتة ترتفع»
_SUBJECT: Final = 2


def reached(sentence: Sentence, figure: Figure) -> bool:
    """Whether a tally is said to have come to this figure: "rose to", "hits", «تجاوز»."""
    bound = figure.mention.qualifier in ("more_than", "at_least", "at_most", "less_than")
    return bound or grown(sentence, figure)


@lru_cache(maxsize=16)
def grown(sentence: Sentence, figure: Figure) -> bool:
    """Whether something rose, fell or came to this figure: asked for each word that may govern it."""
    topics = sentence.topics
    if "growth" not in topics and "total" not in topics and "tally" not in topics:
        return False
    first, words, goals = figure.first, sentence.words, sentence.pack.grammar.goals
    goal = words[first].text in goals or (first > 0 and words[first - 1].text in goals)
    if goal and any(at < first and not sentence.between(at, first) for at in sentence.having("total", "revised")):
        return True  # "rises to" as one word, "bringing the total to", "revised the count of the missing to"
    if sentence.cued("growth", 0 if goal else first - 3, figure.core):
        return True
    return ("stands" in topics and sentence.cued("stands", first - 3, first)) or _announced(sentence, figure)


def _announced(sentence: Sentence, figure: Figure) -> bool:
    """Whether the verb stands before its tally, however far the figure: «بلغ عدد الشهداء في ليلة واحدة 203»."""
    first, words = figure.first, sentence.words
    if not sentence.pack.grammar.verb_first or (first and words[first - 1].entry("place_in")):
        return False
    at = next((t for t in reversed(sentence.cues("tally")) if t < first), None)
    if at is None or sentence.between(at, first) or any(w.text in PAUSES for w in words[at:first]):
        return False
    return words[at].width > 1 and not tells_tally(sentence, at)


def came_to(sentence: Sentence, figure: Figure) -> bool:
    """Whether something rose or fell to this figure, which is then what it comes to: "increased to 278"."""
    first = figure.first
    if not first or sentence.words[first - 1].text not in sentence.pack.grammar.goals:
        return False
    moved = next((at for at in reversed(sentence.topics["movement"]) if at < first), first)
    if not 0 < first - moved <= _MOVED or sentence.between(moved, first):
        return False
    return not any(w.text in PAUSES for w in sentence.words[moved:first])


def tolls_to(sentence: Sentence, figure: Figure) -> bool:
    """Whether it is what a toll before it came to, however far: "the toll from the collapse of a mill topped 900"."""
    if not reached(sentence, figure):
        return False
    at = max((t for t in sentence.having("total", "tally") if t < figure.core), default=None)
    return at is not None and not sentence.between(at + 1, figure.first)


def closed(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether what rises at or behind a word does so in a clause that ends before the figure: "toll rises, over 1,000
    staff work"."""
    comma = figure.first - 1
    return comma > at and sentence.words[comma].text in COMMAS and sentence.cued("growth", comma - 1, comma)


def may_tally(sentence: Sentence, figure: Figure) -> bool:
    """Whether events can be `tallied` at all but by themselves; where none can, they govern the figure from near."""
    topics = sentence.topics
    return "tally" in topics or "total" in topics or "their_number" in topics or grown(sentence, figure)


def tallied(sentence: Sentence, figure: Figure, at: int, reach: int = 8) -> float | None:
    """The cost of an event under a tally word, which governs from far away ("The number of people killed in the quake
    on Friday rose to 1,300"), and where nothing else does goes on to the next figure ("and may reach 2,000"); None
    where no tally stands there."""
    topics = sentence.topics
    told = ("tally" in topics and sentence.cued("tally", at - reach, at + 1)) or (
        "total" in topics and sentence.cued("total", at - reach, at + 1))
    told = told or ("their_number" in topics and taken_up(sentence, figure) == at)
    if not (told or tells_tally(sentence, at) or _grew(sentence, figure, at)):
        return None
    if closed(sentence, figure, at) or any(w.text in STOPS for w in sentence.words[at : figure.first]):
        return None
    if sentence.tells("says", "verb", at + 1, figure.first - _reported(sentence, figure)):
        return None  # "the toll, an official said that 13 were badly hurt"
    if sentence.pack.grammar.verb_first and _has_its_own(sentence, figure, at, reach):
        return None
    others = sentence.between(at, figure.first)  # "the toll of two blasts rose to 135" is one tally
    if others and not grown(sentence, figure):
        return None
    if any(grown(sentence, o) for o in others) or (others and _counts_anew(sentence, others[-1].end, figure.first)):
        return _GOES_ON
    return 0.0 if reached(sentence, figure) else 3.0


def _counts_anew(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a figure has a tally of its own behind the one before it: «تجاوز عدد القتلى 900، فيما بلغ عدد المفقودين
    300»."""
    return sentence.cued("tally", first, last) or any(tells_tally(sentence, at) for at in range(first, last))


def taken_up(sentence: Sentence, figure: Figure) -> int | None:
    """Who has the number that follows, by their word: "the dead, whose number rose to 40", «المصلين البالغ عددهم»."""
    at = next((t for t in reversed(sentence.cues("their_number")) if t < figure.first), None)
    if at is None or sentence.between(at, figure.first):
        return None
    for first in range(at - 1, -1, -1):
        word = sentence.words[first]
        if word.text in STOPS or word.means("says", "that"):
            return None  # «وقال الوزير إن عددهم 200»
        thing = word.tables.get("thing")
        if thing is not None and "person" in ancestors(thing.concept):
            return first
    return None


def _reported(sentence: Sentence, figure: Figure) -> bool:
    """Whether a participle of saying describes the figure: "from the initially reported 40", "the reported 40"."""
    before, words = figure.first - 1, sentence.words
    if before < 1 or not words[before].means("says", "verb"):
        return False
    return any(w.text in sentence.pack.grammar.articles for w in words[max(0, before - 2) : before])


def _has_its_own(sentence: Sentence, figure: Figure, at: int, reach: int) -> bool:
    """Whether the tally stands behind the figure that it came to: «ارتفع إلى 23 عدد القتلى، وأصيب 80 على الأقل»."""
    near = range(at, max(0, at - reach), -1)
    tally = next((i for i in near if sentence.words[i].cue("tally") or tells_tally(sentence, i)), 0)
    own = sentence.owner.get(tally - 1)
    return own is not None and own is not figure and grown(sentence, own)


def _grew(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether the word stands beside what is said to have risen or fallen to the figure: «ارتفاع شهداء القصف إلى 40»,
    «الإصابات المثبتة ترتفع إلى 26»."""
    if not grown(sentence, figure) or sentence.words[at].entry("transitive"):
        return False
    thing = sentence.words[at].tables.get("thing")
    if thing is not None and thing.form == "singular":
        return False  # «رفع مصاب توفي الحصيلة إلى 306»
    first = at
    while first and sentence.words[first - 1].entry("time", "weekday", "day"):
        first -= 1  # «ارتفع مساء الأربعاء ضحايا القارب إلى 42»
    clause = takewhile(_within, sentence.words[at + 1 : at + 1 + _SUBJECT])
    behind = [w for w in clause if not w.before]  # «عامل مفقود ليرتفع العدد»
    near = (*sentence.words[max(0, first - 1) : at + 1], *behind)
    return any("total" in w.topics or "movement" in w.topics for w in near)


def _within(word: Word) -> bool:
    """Whether no clause begins at a word: "collapse: toll rises", "survivors as the toll reaches"."""
    return word.text not in PAUSES and not (word.cue("function") and not word.before)


def tells_tally(sentence: Sentence, at: int) -> bool:
    """Whether the phrase itself opens with a tally: «عدد المفقودين»."""
    word = sentence.words[at]
    return word.width > 1 and _is_tally(sentence.lexicon, word.text)


def tally_behind(sentence: Sentence, figure: Figure) -> int | None:
    """The tally that stands right behind what it came to: «ارتفع إلى 23 على الأقل عدد القتلى»."""
    if not sentence.pack.grammar.verb_first or not grown(sentence, figure):
        return None
    return next((at for at in sentence.cues("tally") if 0 <= at - figure.end <= 1), None)


def of_toll(sentence: Sentence, at: int) -> bool:
    """Whether a noun says of what the toll right behind it is: "the bridge collapse death toll"."""
    behind = at + max(1, sentence.words[at].width)
    if sentence.pack.grammar.head_first or behind >= len(sentence.words):
        return False
    toll = sentence.words[behind]
    return toll.cue("total", "tally") and toll.entry("event") is not None


@lru_cache(maxsize=1 << 12)
def _is_tally(lexicon: Lexicon, token: str) -> bool:
    opening = (e for _, stem, _ in lexicon.keys(token) for e in lexicon.single.get(stem, ()))
    return any(e.table == "cue" and e.concept == "tally" for e in opening)
