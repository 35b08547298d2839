"""Where the name of a speaker begins and ends in a sentence: titles and offices in, times, places and objects out."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claimcheck.lang.clause import Sentence
from claimcheck.lang.pack import ancestors
from claimcheck.lang.phrases import Word

#: words that a name has at most, titles and all
_LONGEST: Final = 14
#: what has a spokesman, as thing concepts
_BODIES = ("organisation", "channel", "newspaper", "source_of_news")
#: tables of times
TIMES = ("weekday", "day", "month", "time", "time_unit")
_TIMES: Final = frozenset(TIMES)
_DAYS: Final = frozenset(("weekday", "day"))
_WHERE: Final = frozenset(("place_in", "place"))
_DAYS_AND_TOLD: Final = _DAYS | {"addressee"}
_ACTS: Final = frozenset(("transitive", "intransitive"))
_NAMED: Final = frozenset(("thing", "event"))
_SMALL: Final = frozenset(("cue", "stop", "place_in"))
#: tables of words that can speak, and those that can where nothing better is at hand
_SPEAKERS: Final = frozenset(("speaker", "group", "body"))
_PERHAPS: Final = frozenset(("place", "nationality"))
#: tables of words that no name goes on behind
_NO_NAME: Final = frozenset(("says", "addressee", "pronoun", *TIMES))
#: and small words
_NO_CUES: Final = frozenset(("had", "superseded", "hypothetical", "negation", "relative", "passive"))

#: first word of a sentence, and the one behind the last
Span = tuple[int, int]


def behind(sentence: Sentence, first: int) -> Span:
    words = sentence.words
    articles = sentence.pack.grammar.articles
    aside = _DAYS_AND_TOLD if sentence.pack.grammar.told_first else _DAYS
    while first < len(words) and (words[first].text in ",،" or words[first].text in articles or words[first].of(aside)):
        first += max(1, words[first].width) if words[first].entry("addressee") else 1
    end, most = first, min(len(words), first + _LONGEST)
    while end < most and not _ends(sentence, first, end):
        end += words[end].width or 1
    end = min(end, len(words))
    office = end + 1 < len(words) and words[end].text in ",،" and "speaker" in words[end + 1].tables
    if office and not named(sentence, (first, end)):
        end = behind(sentence, end + 1)[1]  # a name, then an office that the pack knows
    return first, end


def ahead(sentence: Sentence, last: int) -> Span:
    last = _subject_end(sentence, last)
    first = last
    while first > 0 and last - first < _LONGEST and not _ends(sentence, first, first - 1):
        first -= 1
    if first > 1 and sentence.words[first - 1].entry("place_in") and not _body(sentence, first):
        return ahead(sentence, first - 1)  # "officials in Idlib said"
    return first, last


def _subject_end(sentence: Sentence, last: int) -> int:
    """Where a subject before a verb ends: what stands aside between them and short forms in brackets left out."""
    words = sentence.words
    while last > 0 and (_aside(words[last - 1]) or last - 1 in sentence.ordinals):
        last -= 1  # "the ministry first reported"
    if last > 2 and words[last - 1].text == ")":  # "the World Health Organization (WHO) said"
        return next((i for i in range(last - 2, max(0, last - 6), -1) if words[i].text == "("), last)
    return last


def speaks(sentence: Sentence, span: Span) -> bool:
    """Whether one of the words of a name is of those who speak: an office, a body."""
    return any(_speaks(word, strong=True) for word in sentence.words[slice(*span)])


def named(sentence: Sentence, span: Span, strong: bool = False) -> Span | None:
    """The span without what is no name at its ends, if one of its words can speak."""
    first, end = span
    words, grammar = sentence.words, sentence.pack.grammar
    while end > first and (_small(sentence, words[end - 1]) or not words[end - 1].is_word):
        end -= 1
    while first < end and (not words[first].is_word or words[first].text in grammar.articles):
        first += 1
    if first >= end or words[first].entry("place_in"):
        return None
    capital = sentence.pack.numbers.grammar.capitals and any(
        sentence.capital(i) and not words[i].entry("stop", "cue") for i in range(first, end))
    return (first, end) if capital or any(_speaks(w, strong) for w in words[first:end]) else None


def stranger(sentence: Sentence, span: Span) -> Span | None:
    """A name that no pack knows, told by what is said right behind it: «قال ينس لايركه إن»; one word may be how it is
    said: «أكد مجددا أن»."""
    first, end = span
    words = sentence.words[first:end]
    adverb = len(words) == 1 and words[0].text.endswith(sentence.pack.grammar.accusative or "")
    known = any(w.entry("cue", "stop") for w in words)
    return span if words and not adverb and not known and tells(sentence, end) else None


def head(sentence: Sentence, first: int, last: int) -> Span | None:
    """The speaker's name with which a clause begins, and no more of the clause."""
    while first < last and sentence.words[first].text in sentence.pack.grammar.articles:
        first += 1
    if first >= last or not _speaks(sentence.words[first], strong=True):
        return None
    end = first + max(1, sentence.words[first].width)
    while end < last and _speaks(sentence.words[end], strong=True):
        end += max(1, sentence.words[end].width)
    return (first, end) if bare(sentence, (first, end)) else None


def bare(sentence: Sentence, span: Span) -> bool:
    """Whether a subject begins here: a word with no preposition written onto it."""
    first, end = span
    return first < end and sentence.words[first].before in ("", sentence.pack.grammar.numeral_behind)


def tells(sentence: Sentence, at: int) -> bool:
    """Whether what is said begins here: "that", a colon, a quotation; an aside between commas stands before it."""
    words = sentence.words
    if at < len(words) and words[at].text in ",،":
        close = next((i for i in range(at + 1, min(len(words), at + 6)) if words[i].text in ",،"), at)
        return _opens(words, close + 1)
    return _opens(words, at) or (at < len(words) and "place_in" in words[at].tables and _opens(words, at + 1))


def _opens(words: list[Word], at: int) -> bool:
    return at < len(words) and (words[at].text in ':"' or "says:that" in words[at].topics)


def misread(sentence: Sentence, word: Word) -> bool:
    """Whether a name is taken for a preposition with another written onto it, which there is not: «بالي», ب and إلى."""
    return "place_in" in word.tables and bool(word.before) and word.before not in sentence.pack.grammar.joins


def _aside(word: Word) -> bool:
    """A time or an auxiliary between subject and verb: "on Tuesday", «كان», «قد»."""
    if not word.entries:
        return False
    if word.cue("earlier"):
        return True
    cue = word.tables.get("cue")
    auxiliary = cue is not None and cue.concept == "function" and not word.of(_WHERE)
    if "auxiliary" in word.cues:
        return True
    if not auxiliary or "pronoun" in word.tables:
        return word.of(_TIMES)
    return not word.cue("relative", "part", "negation")


def _ends(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the word belongs to a speaker's name no more; ``first`` is where the name begins, if it does before."""
    word = sentence.words[at]
    if at in sentence.owner or (not word.is_word and word.text not in "'-."):
        return True
    if sentence.pack.numbers.grammar.capitals and _inside_name(sentence, at):
        return False
    if word.entries and (word.of(_NO_NAME) or not _NO_CUES.isdisjoint(word.cues)):
        return True
    if (word.width > 1 and word.cue("earlier")) or (at > first and _said_of(sentence, at)):
        return True  # «الشرطة في البداية»
    if (word.after and at > first) or _happens(sentence, first, at):
        return True
    grammar = sentence.pack.grammar
    partitive = word.text in grammar.partitives
    if word.text in grammar.articles and not partitive:  # "the head of the agency"
        return at == 0 or sentence.words[at - 1].text not in grammar.partitives
    if "place_in" not in word.tables:
        return "function" in word.cues and not partitive
    if misread(sentence, word):
        return False
    # "an official at the ministry"; behind a verb only «مصدر في الوزارة»
    return not ((at < first or partitive) and _body(sentence, at + 1))


def _said_of(sentence: Sentence, at: int) -> bool:
    """Whether a word opens what is said and is none of the name: a tally, or a bare noun behind an article, to which it
    cannot belong: «أعلن الدفاع المدني السوداني ارتفاع عدد الوفيات»."""
    word, article = sentence.words[at], sentence.pack.grammar.numeral_behind
    if word.cue("total", "tally"):
        return True
    bare = bool(article) and word.entry("thing") is not None and not word.before
    return bare and sentence.words[at - 1].before == article and not word.of(_SPEAKERS)


def _inside_name(sentence: Sentence, at: int) -> bool:
    """Whether a small word stands within a name of capitals: "Office for the Coordination of Humanitarian Affairs"."""
    words, grammar = sentence.words, sentence.pack.grammar
    if not 0 < at < len(words) - 1:
        return False
    text = words[at].text
    if text in grammar.articles:
        linked = at > 1 and _links(sentence, at - 1) and _capitals(sentence, at - 2, at + 1)
        return linked or (words[at - 1].entry("speaker") is not None and _capitals(sentence, at - 1, at + 1))
    if text in grammar.joins:  # "Centers for Disease Control and Prevention"
        first = next((i for i in range(at - 1, 0, -1) if not sentence.capital(i)), 0)
        return _capitals(sentence, at - 1, at + 1) and first < at - 1 and _inside_name(sentence, first)
    behind = at + 1 + (words[at + 1].text in grammar.articles)
    return _links(sentence, at) and behind < len(words) and _capitals(sentence, at - 1, behind)


def _links(sentence: Sentence, at: int) -> bool:
    grammar = sentence.pack.grammar
    return sentence.words[at].text in grammar.partitives or sentence.words[at].text in grammar.recipients


def _capitals(sentence: Sentence, *places: int) -> bool:
    return all(sentence.words[i].is_word and sentence.capital(i) for i in places)


def _happens(sentence: Sentence, first: int, at: int) -> bool:
    """What the speaker says or does, as in «أعلنت الوكالة مقتل 384»; with an article it is part of a name."""
    word, grammar = sentence.words[at], sentence.pack.grammar
    if sentence.pack.numbers.grammar.capitals:
        return "happening" in word.topics and word.of(_ACTS) and not word.of(_NAMED)
    if at <= first:
        return False
    bare = not grammar.numeral_behind or word.before != grammar.numeral_behind
    owned = not word.entries and any(len(a) > 1 and word.text.endswith(a) for a in sentence.pack.clitics.after)
    ends = (bare and "happening" in word.topics) or owned  # «أعلنت الحركة مسؤوليتها»
    return ends and bool(named(sentence, (first, at)))


def _body(sentence: Sentence, at: int) -> bool:
    while at < len(sentence.words) and sentence.words[at].text in sentence.pack.grammar.articles:
        at += 1
    return at < len(sentence.words) and _speaks(sentence.words[at], strong=True)


def _small(sentence: Sentence, word: Word) -> bool:
    return word.of(_SMALL) and not misread(sentence, word)


@lru_cache(maxsize=1 << 14)
def _speaks(word: Word, strong: bool = False) -> bool:
    if not word.entries:
        return False
    thing = word.tables.get("thing")
    root = ancestors(thing.concept)[-1] if thing else ""
    if root in _BODIES or word.of(_SPEAKERS):
        return True
    return not strong and (root == "person" or word.of(_PERHAPS))
