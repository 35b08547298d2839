"""Who says so: the speaker whom a sentence quotes, apart from the outlet that prints it."""

from __future__ import annotations

from claimcheck.lang.clause import Sentence
from claimcheck.lang.pack import ancestors
from claimcheck.lang.phrases import Word

_LONGEST = 9


def issuer(sentence: Sentence, before: str | None) -> str | None:
    """The speaker as the text names them; ``before``, the last one, where a verb of saying names nobody."""
    for at, word in enumerate(sentence.words):
        says = next((e for e in word.entries if e.table == "says" and e.concept != "that"), None)
        if says is None or at in sentence.owner:
            continue
        after = at + max(1, word.width)
        if says.concept == "before":
            named = _behind(sentence, after)
        else:
            named = _subject(sentence, at, after)
            if not named and at <= 1:
                return before
        if named:
            return named
    return None


def _subject(sentence: Sentence, at: int, after: int) -> str:
    """The speaker beside a verb: behind it where verbs come first, else before it, else behind ("said Smith")."""
    if sentence.pack.grammar.verb_first:
        return _behind(sentence, after)
    return _ahead(sentence, at) or _behind(sentence, after)


def _behind(sentence: Sentence, first: int) -> str:
    end = first
    while end < len(sentence.words) and end < first + _LONGEST and not _stops(sentence, end):
        end += 1
    return _name(sentence, first, end)


def _ahead(sentence: Sentence, last: int) -> str:
    first = last
    while first > 0 and last - first < _LONGEST and not _stops(sentence, first - 1):
        first -= 1
    return _name(sentence, first, last)


def _stops(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if at in sentence.owner or (not word.is_word and word.text not in "'-."):
        return True
    cue = word.entry("cue")
    function = bool(cue) and cue is not None and cue.concept in ("function", "hypothetical", "negation")
    joined = word.text in sentence.pack.grammar.partitives or bool(word.entry("place_in"))
    return (function and not joined) or bool(word.entry("says"))


def _name(sentence: Sentence, first: int, end: int) -> str:
    """The words, if one of them can speak: a speaker noun, a group, a place, or a name."""
    while end > first and (sentence.words[end - 1].entry("cue", "stop") or not sentence.words[end - 1].is_word):
        end -= 1
    while first < end and not sentence.words[first].is_word:
        first += 1
    words = sentence.words[first:end]
    if any(_speaks(w) for w in words) or (not sentence.pack.grammar.head_first and any(
        sentence.capital(i) and not sentence.words[i].entry("stop", "cue") for i in range(first, end)
    )):
        return sentence.text(first, end)
    return ""


def _speaks(word: Word) -> bool:
    thing = word.entry("thing")
    if thing and ancestors(thing.concept)[-1] in ("person", "organisation", "channel", "newspaper", "source_of_news"):
        return True
    return word.entry("speaker", "group", "place", "nationality") is not None
