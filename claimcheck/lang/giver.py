"""Who gives, pledges or pays a sum: the country or body that is the subject of the verb, not the one that it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.lang.clause import STOPS, Figure, Sentence
from claimcheck.lang.pack import concepts
from claimcheck.lang.phrases import Word

#: a giver stands at most so many words before what it does, and so many behind a verb that comes first
_BEFORE: Final = 20
_BEHIND: Final = 3
#: who may give: a country, and a body such as the EU
_GIVERS = ("place", "nationality", "group")


def giver(sentence: Sentence, figure: Figure, event: str, at: int) -> tuple[str, str] | None:
    """The country or body as (id, text) that gives the sum of the event at the word ``at``; None where none is told."""
    if figure.mention.kind != "money" or not concepts().events[event].given:
        return None
    named = next(_near(sentence, figure, at), None)
    if named is None:
        return None
    key = next(e.concept for e in sentence.words[named].entries if e.table in _GIVERS)
    return key, sentence.text(named, named + max(1, sentence.words[named].width))


def _near(sentence: Sentence, figure: Figure, at: int) -> Iterator[int]:
    """The countries in the place of the subject: right before the figure ("and Kuwait $60 million"), behind a verb that
    comes first, else before it, the nearest first."""
    beside = next((i for i in range(max(0, figure.first - 3), figure.first)
                   if i + max(1, sentence.words[i].width) == figure.first), None)
    if beside is not None and beside > at and _is_subject(sentence, beside):
        yield beside
    if sentence.pack.grammar.verb_first:
        behind = range(at + 1, min(at + 1 + _BEHIND, figure.first))
        yield from (i for i in behind if _is_subject(sentence, i))
    for i in range(at - 1, max(-1, at - _BEFORE - 1), -1):
        word = sentence.words[i]
        if i in sentence.owner or word.text in STOPS or _speech(word):
            return
        if _is_subject(sentence, i) or (_is_country(sentence, i) and _relates(sentence, i + max(1, word.width), at)):
            yield i


def _speech(word: Word) -> bool:
    return word.means("says", "verb") or word.means("says", "that")


def _relates(sentence: Sentence, behind: int, at: int) -> bool:
    """Whether the verb opens a relative clause on the country before: «الكويت التي تعهدت», "Kuwait, which gave"."""
    words = [i for i in range(behind, at) if sentence.words[i].is_word]
    return len(words) == 1 and sentence.words[words[0]].cue("relative")


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Whether a country stands here with no preposition before it."""
    word, grammar = sentence.words[at], sentence.pack.grammar
    if not _is_country(sentence, at):
        return False
    if word.before not in ("", grammar.numeral_behind) and word.before not in grammar.joins:
        return False
    before = at - 1 - (at > 0 and sentence.words[at - 1].text in grammar.articles)
    lead = sentence.words[before] if before >= 0 else None
    return lead is None or not lead.cue("function") or lead.text in grammar.joins or lead.entry("says") is not None


def _is_country(sentence: Sentence, at: int) -> bool:
    entries = sentence.words[at].entries
    return any(e.table in _GIVERS and (e.table != "place" or e.concept.isupper()) for e in entries)
