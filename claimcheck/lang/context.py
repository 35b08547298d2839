"""The words around a figure that tell one unknown thing, or one incident, from another."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain, zip_longest
from typing import Final

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.phrases import Lexicon, Word

_REACH: Final = 14
_MOST: Final = 16
#: distinct words that are remembered
_REMEMBERED: Final = 1 << 15
#: a verb and its noun are one word here
_KINDS: Final = {"transitive": "event", "intransitive": "event", "state": "event"}
_TELLING = ("thing", "place", "group", "nationality", "event", "transitive", "intransitive", "state")


def context(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """Keys of the telling words near the figure, nearest first, none twice."""
    keys = _keys(sentence)
    before = keys[max(0, figure.first - _REACH) : figure.first]
    behind = keys[figure.end : figure.end + _REACH]
    near = chain.from_iterable(zip_longest(reversed(before), behind))
    return tuple(dict.fromkeys(filter(None, near)))[:_MOST]


@lru_cache(maxsize=4)
def _keys(sentence: Sentence) -> list[str | None]:
    """The key of each word that is not part of a figure, of a phrase only where it begins."""
    known = _known(sentence.lexicon)
    keys = list(map(known.__getitem__, sentence.words))
    for at in sentence.owner:
        keys[at] = None
    return keys


class _Keys(dict[Word, "str | None"]):
    """The keys of the words met so far."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, word: Word) -> str | None:
        found = key(self._lexicon, word)
        if len(self) < _REMEMBERED:
            self[word] = found
        return found


@cache
def _known(lexicon: Lexicon) -> _Keys:
    return _Keys(lexicon)


def key(lexicon: Lexicon, word: Word) -> str | None:
    """The concept of a known word, the stem of an unknown one, nothing for small words."""
    if word.inside or not word.is_word:
        return None
    for entry in word.entries:
        if entry.table in _TELLING:
            return f"{_KINDS.get(entry.table, entry.table)}:{entry.concept}"
    return None if word.entries else stem(lexicon, word.text)


@lru_cache(maxsize=1 << 14)
def stem(lexicon: Lexicon, text: str) -> str | None:
    """An unknown word without its clitics and its plural ending, three letters or more."""
    clitics = lexicon.pack.clitics
    for before in lexicon.before.get(text[:1], ()):
        if text.startswith(before) and len(text) - len(before) > 3:
            text = text[len(before) :]
            break
    for after in (*clitics.after, *lexicon.pack.grammar.plurals):
        if text.endswith(after) and len(text) - len(after) > 3:
            text = text[: -len(after)]
            break
    return text if len(text) > 2 else None
