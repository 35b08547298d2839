"""Who says so: whom a sentence quotes for a figure, apart from the outlet that prints it.

A sentence may quote several speakers. Each way of quoting (a verb with its subject, "according to", a participle that
takes the subject of its sentence, a decision of somebody's) is a ``Speech``; a figure belongs to the one that
governs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

from claimcheck.lang.clause import Figure, Sentence, Unread
from claimcheck.lang.phrases import Word
from claimcheck.lang.speaker import TIMES, Span, ahead, bare, behind, head, misread, named, speaks, stranger, tells

#: gives the speakers that an article has named in sentences with a text, the latest first
Heard = Callable[[str], Iterable[str]]
#: what has a name of its own, as thing concepts
_PRESS = ("agency", "channel", "newspaper", "website", "network", "cell")
#: what may close a sentence with its subject: "officials told Reuters"
_VERBS = ("verb", "addressing")
#: a headline names its speaker within so many words of a colon
_HEADLINE: Final = 8
#: and "put" sets a tally "at" a figure within so many
_SET_REACH: Final = 8
#: a pronoun or a surname means a speaker of the last so many sentences
_BACK: Final = 100
#: and a sentence that asks another who is meant, which asks another in turn, does so through at most so many
_CHAIN: Final = 30
#: a figure stands at most so many words behind the decision that it is of
_ACT_REACH: Final = 9


class Speech(NamedTuple):
    """Words that say who speaks: ``at`` is the cue's, ``end`` the first one behind cue and name."""

    name: str
    cue: str
    at: int
    end: int
    #: stands behind what is said: ", according to Reuters", ", the ministry said"
    trails: bool = False
    #: a decision or announcement, which governs what is close behind it alone
    act: bool = False


class Speakers:
    """Who speaks in the sentences of an article, given one after the other.

    A sentence that has but a surname or a pronoun asks who spoke before, the latest first; those without figures are
    read for their speakers as far back as they are asked.
    """

    def __init__(self) -> None:
        self._passed: list[Unread] = []
        self._told: dict[int, list[Speech]] = {}

    def pass_by(self, sentence: Unread) -> None:
        """Takes in a sentence of which nobody asks who speaks."""
        self._passed.append(sentence)

    def of(self, sentence: Unread) -> list[Speech]:
        """The speakers of a sentence, or the one whom it goes on to quote."""
        self._passed.append(sentence)
        return self._of(len(self._passed) - 1, _CHAIN)

    def _of(self, number: int, chain: int) -> list[Speech]:
        if number not in self._told:
            sentence = self._passed[number].sentence()
            found = speeches(sentence, partial(self._before, number, chain))
            if not found and number and chain and _goes_on(sentence):  # with the speaker of the one before
                found = [Speech(s.name, sentence.text(0, 1), 0, 1) for s in self._of(number - 1, chain - 1)[-1:]]
            self._told[number] = found
        return self._told[number]

    def _before(self, number: int, chain: int, text: str) -> Iterator[str]:
        """The speakers named before a sentence, the latest first, in sentences that have the text."""
        for at in range(number - 1, max(-1, number - 1 - _BACK), -1) if chain else ():
            if text in self._passed[at].original:
                yield from [speech.name for speech in reversed(self._of(at, chain - 1)) if not speech.act]


def speeches(sentence: Sentence, heard: Heard) -> list[Speech]:
    """The speakers of a sentence in its order; ``heard`` gives those that the article has named before.

    The name is empty where somebody speaks whom the text does not name in words that the pack knows.
    """
    found = list(_headed(sentence))
    for at in sentence.having("says"):
        word = sentence.words[at]
        says = None if at in sentence.owner else _way(word)
        if says is None:
            continue
        after = at + max(1, word.width)
        span = _FINDERS[says](sentence, at, after)
        name = _known(sentence, span, heard) if span else _carried(sentence, says, at, after, found, heard)
        if name is not None:
            end = max(after, span[1] if span else 0)
            trails = at > 2 if says == "before" else says in _VERBS and _trails(sentence, at, end, span or (at, at))
            trails = trails and any(figure.last <= at for figure in sentence.figures)
            found.append(Speech(name, sentence.text(at, after), at, end, trails, says == "act"))
    return found


@lru_cache(maxsize=1 << 12)
def _way(word: Word) -> str | None:
    """How a word of attribution quotes; None where it does by no way of its own."""
    return next((e.concept for e in word.entries if e.table == "says" and e.concept in _FINDERS), None)


def _headed(sentence: Sentence) -> Iterator[Speech]:
    """Whom a headline names before or behind its colon: "UN: 24,000 displaced", "12 killed in Kabul: officials"."""
    text, end = sentence.folded.text, sentence.end
    colon = text.find(":", sentence.start, end)
    if colon < 0 or text.find(":", colon + 1, end) >= 0:  # to count them would take fifty times as long
        return
    at, last = next((i for i, word in enumerate(sentence.words) if word.text == ":"), None), len(sentence.words)
    if at is None:
        return  # a time of day
    for first, end, trails in ((0, at, False), (at + 1, last, True)):
        if 0 < end - first <= _HEADLINE and behind(sentence, first)[1] == end and speaks(sentence, (first, end)):
            yield Speech(sentence.text(first, end), sentence.text(at, at + 1), at, end if trails else at + 1, trails)


def governing(found: Sequence[Speech], sentence: Sentence, figure: Figure) -> Speech | None:
    """The speech that a figure is part of: the last one before it, or one that trails it and is nearer."""
    if not found:
        return None
    before = [s for s in found if s.at < figure.first and not s.trails and not _past(s, figure)]
    behind = next((s for s in found if s.trails and s.at >= figure.last), None)
    if behind and _in_brackets(sentence, figure.last, behind.at):
        behind = None  # "40 people (25 according to the army)"
    if not before or (behind and not before[-1].name):
        return behind
    if not behind:
        return before[-1]
    lead = before[-1]
    apart = any(w.text in ",،" for w in sentence.words[lead.end : figure.first])
    return behind if apart and behind.at - figure.last < figure.first - lead.end else lead


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence opens a quotation and is all of it, or most."""
    if sentence.words[0].text != '"':
        return False
    quotes = [i for i, word in enumerate(sentence.words) if word.text == '"']
    return len(quotes) == 1 or quotes[1] > len(sentence.words) // 2


def _in_brackets(sentence: Sentence, first: int, last: int) -> bool:
    between = [word.text for word in sentence.words[first:last]]
    return between.count("(") > between.count(")")


def _past(speech: Speech, figure: Figure) -> bool:
    return speech.act and figure.first - speech.end > _ACT_REACH


# who is named


def _of_verb(sentence: Sentence, at: int, after: int) -> Span | None:
    """The subject: behind its verb or, where that tells what is said, before it; in English the other way round."""
    if not sentence.pack.grammar.verb_first:
        return _first_of(sentence, at, after)
    span, found = behind(sentence, after), None
    if bare(sentence, span):
        weak = tells(sentence, span[1])  # whoever is named with what they say may be anybody
        found = named(sentence, span, strong=not weak) or stranger(sentence, span)
    if found:
        return found
    before = ahead(sentence, at)
    # «كان البيت الأبيض قد أعلن», «وزارة الصحة تعلن»
    first = before[0]
    had = sentence.cued("had", first - 1, first) or sentence.cued("superseded", first - 3, first)
    sure = tells(sentence, after) or before[1] < at or had or first == 0 or _opens(sentence, first - 1)
    return named(sentence, before, strong=True) if sure and bare(sentence, before) else None


def _first_of(sentence: Sentence, at: int, after: int) -> Span | None:
    """The subject before its verb, else behind it ("said Smith"); behind where what stands before it is counted."""
    if sentence.cued("passive", at - 2, at):
        return None  # "2,500 were also reported injured"
    joined = at > 0 and sentence.words[at - 1].text in sentence.pack.grammar.joins
    if joined and sentence.pack.cues.auxiliary:
        return None  # "a confirmé la mort de 123 personnes et indiqué que": the subject of the verb before
    before = ahead(sentence, at)
    if before[0] - 1 in sentence.owner:
        return named(sentence, behind(sentence, after), strong=True) or named(sentence, before)
    return named(sentence, before) or named(sentence, behind(sentence, after)) or _apposed(sentence, at)


def _apposed(sentence: Sentence, at: int) -> Span | None:
    """The name before what stands between commas: "Ali Hassan, the mayor, said"."""
    if at < 3 or sentence.words[at - 1].text not in ",،":
        return None
    for comma in range(at - 2, max(0, at - 15), -1):
        if _quotes(sentence, comma):
            cites = sentence.words[comma].means("says", "before")  # "The Times, citing officials, reported"
            return _of_phrase(sentence, comma, comma + max(1, sentence.words[comma].width)) if cites else None
        if sentence.words[comma].text in ",،":
            return named(sentence, ahead(sentence, comma))
    return None


def _of_setting(sentence: Sentence, at: int, after: int) -> Span | None:
    """The subject of "put the toll at 60"."""
    for then in range(after, min(len(sentence.words), after + _SET_REACH)):
        if then in sentence.owner:
            placed = sentence.words[then - 1].text in sentence.pack.grammar.valued
            return (named(sentence, ahead(sentence, at)) or _apposed(sentence, at)) if placed else None
    return None


def _of_addressing(sentence: Sentence, at: int, after: int) -> Span | None:
    """Of "told Reuters", whose object is no speaker: the subject before it, across the comma behind an apposition."""
    if sentence.pack.grammar.verb_first:
        return _of_verb(sentence, at, after)
    return named(sentence, ahead(sentence, at)) or _apposed(sentence, at) or _of_quoted(sentence, at, after)


def _of_quoted(sentence: Sentence, at: int, after: int) -> Span | None:
    """Whom somebody quotes: "quoted an official as saying", «نقلت عن مسؤول قوله»."""
    comma = at > 0 and sentence.words[at - 1].text in ",،"
    return named(sentence, ahead(sentence, at - 1 if comma else at), strong=True)


def _of_phrase(sentence: Sentence, at: int, after: int) -> Span | None:
    return named(sentence, behind(sentence, after))


def _of_act(sentence: Sentence, at: int, after: int) -> Span | None:
    """Whose decision: "the decision of the White House", «قرار البيت الأبيض», "a White House decision"."""
    if sentence.pack.grammar.head_first:
        return named(sentence, behind(sentence, after))
    by = after < len(sentence.words) and sentence.words[after].text in sentence.pack.grammar.by
    return named(sentence, behind(sentence, after + 1) if by else ahead(sentence, at))


def _of_participle(sentence: Sentence, at: int, after: int) -> Span | None:
    """The subject of the clause that a participle belongs to, where it can speak: "the White House …, saying"."""
    for start in range(at - 1, -1, -1):
        if "says" in sentence.words[start].tables and _quotes(sentence, start):
            return None
        if start and not _opens(sentence, start - 1):
            continue
        first = start
        while first < at and sentence.words[first].entry("cue") and not sentence.words[first].entry("group", "speaker"):
            first += 1
        span = head(sentence, first, at)
        if span:
            return span
    return None


#: small words that a clause may begin behind
_CLAUSE: Final = frozenset(("function", "now"))

_FINDERS: Final[dict[str, Callable[[Sentence, int, int], Span | None]]] = {
    "verb": _of_verb,
    "setting": _of_setting,
    "addressing": _of_addressing,
    "quoted": _of_quoted,
    "before": _of_phrase,
    "act": _of_act,
    "participle": _of_participle,
}


def _carried(
    sentence: Sentence, says: str, at: int, after: int, found: list[Speech], heard: Heard
) -> str | None:
    """The last speaker, where a verb or participle of saying leaves out its subject or has a pronoun for it; None for
    words that quote nobody."""
    if says not in ("verb", "participle", "addressing"):
        return None
    if sentence.pack.grammar.verb_first or says == "participle":
        pronoun = says == "participle" or tells(sentence, after) or tells(sentence, after + 1)
    else:
        pronoun = any(w.entry("pronoun") for w in sentence.words[max(0, at - 2) : after + 1])
    named = _surname(sentence, after, heard)
    if named is not None or not pronoun:
        return named
    return found[-1].name if found else next(iter(heard("")), "")


def _surname(sentence: Sentence, first: int, heard: Heard) -> str | None:
    """The speaker of whom only the surname stands here, "" for one whom the article has not named; None for no name."""
    if not sentence.pack.grammar.verb_first or first >= len(sentence.words):
        return None
    word = sentence.words[first]
    if not word.is_word or (word.entries and not misread(sentence, word)):
        return None
    text = sentence.text(first, first + 1)
    if not sentence.repeats(text):  # else the sentences before need not be read
        return ""
    return next((name for name in heard(text) if text in name.split()), "")


def _known(sentence: Sentence, span: Span, heard: Heard) -> str:
    """A speaker as the article names them most fully: "Nugroho" is "agency spokesman Sutopo Purwo Nugroho"."""
    name = _bare_name(sentence, span[0], sentence.text(*_with_quoted_name(sentence, span)))
    if name.count(" ") or not sentence.repeats(name):
        return name
    place = -1 if sentence.pack.numbers.grammar.capitals else 0
    full = (h for h in heard(name) if len(h.split()) > 1 and h.split()[place] == name)
    return next(full, name)


def _bare_name(sentence: Sentence, first: int, name: str) -> str:
    """A name without the preposition written onto it: «طبقا لمدير الوحدة»."""
    before = sentence.words[first].before
    return name if before == sentence.pack.grammar.numeral_behind else name.removeprefix(before)


def _with_quoted_name(sentence: Sentence, span: Span) -> Span:
    """An agency or a paper with the name that stands in quotation marks behind it: «صحيفة "وول ستريت جورنال"»."""
    first, end = span
    words = sentence.words[end : end + 6]
    if end - first > 1 or not words or words[0].text != '"' or not _needs_name(sentence, sentence.words[first]):
        return span
    close = next((i for i, word in enumerate(words) if i and word.text == '"'), 0)
    return (first, end + close + 1) if close > 1 and not tells(sentence, end + 1) else span


def _needs_name(sentence: Sentence, word: Word) -> bool:
    """Whether a name must stand behind an agency or, where it has no article, a company: «شركة "أوتوسترادي"»."""
    article = sentence.pack.grammar.numeral_behind
    indefinite = bool(article) and word.before != article and not word.text.startswith(article)
    return word.means("thing", *_PRESS) or (indefinite and word.entry("speaker") is not None)


# what stands around


def _trails(sentence: Sentence, at: int, end: int, span: Span) -> bool:
    """Whether a verb of saying and its subject close what is said, which then stands before them."""
    if min(at, span[0]) <= 2:
        return False
    if not sentence.pack.grammar.verb_first and span[0] > at:
        return True
    while end < len(sentence.words) and sentence.words[end].entry(*TIMES):
        end += 1
    rest = [w for w in sentence.words[end : end + 3] if w.is_word]
    if _closes(sentence, span[0] - 1, end):
        return True
    return not rest or (sentence.words[end].text in ',،"' and not tells(sentence, end + 1))


def _closes(sentence: Sentence, before: int, end: int) -> bool:
    """Whether a subject stands behind a comma and its verb has nothing more to tell: ", officials told Fox News"."""
    while before > 0 and sentence.words[before].text in sentence.pack.grammar.articles:
        before -= 1
    rest = range(end, len(sentence.words))
    more = any(at in sentence.owner or sentence.words[at].text in ',،:"' or tells(sentence, at) for at in rest)
    return sentence.words[before].text in ",،" and not more


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether a clause may begin behind this word."""
    word = sentence.words[at]
    return word.text in ",،;؛:." or (not word.cues.isdisjoint(_CLAUSE) and "place_in" not in word.tables)


def _quotes(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].means("says", *_FINDERS)
