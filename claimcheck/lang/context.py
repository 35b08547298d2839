"""The words around a figure that tell one unknown thing, or one incident, from another."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.phrases import Lexicon, Word

_REACH = 14
_MOST = 16
#: a verb and its noun are one word here
_KINDS = {"transitive": "event", "intransitive": "event", "state": "event"}
_TELLING = ("thing", "place", "group", "nationality", "event", "transitive", "intransitive", "state")


def context(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """Keys of the telling words near the figure, nearest first, none twice."""
    words, owner, lexicon = sentence.words, sentence.owner, sentence.lexicon
    before = range(figure.first - 1, max(-1, figure.first - 1 - _REACH), -1)
    behind = range(figure.end, min(len(words), figure.end + _REACH))
    near = [at for pair in zip_longest(before, behind) for at in pair if at is not None and at not in owner]
    keys = dict.fromkeys([key(lexicon, words[at]) for at in near])
    return tuple(filter(None, keys))[:_MOST]


@lru_cache(maxsize=1 << 14)
def key(lexicon: Lexicon, word: Word) -> str | None:
    """The concept of a known word, the stem of an unknown one, nothing for small words."""
    if not word.is_word:
        return None
    for entry in word.entries:
        if entry.table in _TELLING:
            return f"{_KINDS.get(entry.table, entry.table)}:{entry.concept}"
    return None if word.entries else stem(lexicon, word.text)


@lru_cache(maxsize=1 << 14)
def stem(lexicon: Lexicon, text: str) -> str | None:
    """An unknown word without its clitics and its plural ending, three letters or more."""
    clitics = lexicon.pack.clitics
    for before in clitics.before:
        if text.startswith(before) and len(text) - len(before) > 3:
            text = text[len(before) :]
            break
    for after in (*clitics.after, *lexicon.pack.grammar.plurals):
        if text.endswith(after) and len(text) - len(after) > 3:
            text = text[: -len(after)]
            break
    return text if len(text) > 2 else None
