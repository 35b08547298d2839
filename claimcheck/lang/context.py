"""The words around a figure that tell one unknown thing, or one incident, from another."""

from __future__ import annotations

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.phrases import Word

_REACH = 14
_MOST = 16
#: a verb and its noun are one word here
_KINDS = {"transitive": "event", "intransitive": "event", "state": "event"}
_TELLING = ("thing", "place", "group", "nationality", "event", "transitive", "intransitive", "state")


def context(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """Keys of the telling words near the figure, nearest first, none twice."""
    order = sorted(
        (i for i in range(max(0, figure.first - _REACH), min(len(sentence.words), figure.end + _REACH))
         if i not in sentence.owner),
        key=lambda i: (_distance(i, figure), i),
    )
    keys = dict.fromkeys(k for i in order if (k := key(sentence, sentence.words[i])))
    return tuple(keys)[:_MOST]


def _distance(i: int, figure: Figure) -> int:
    return figure.first - i if i < figure.first else i - figure.end + 1


def key(sentence: Sentence, word: Word) -> str | None:
    """The concept of a known word, the stem of an unknown one, nothing for small words."""
    if not word.is_word:
        return None
    for entry in word.entries:
        if entry.table in _TELLING:
            return f"{_KINDS.get(entry.table, entry.table)}:{entry.concept}"
    return None if word.entries else stem(sentence, word.text)


def stem(sentence: Sentence, text: str) -> str | None:
    """An unknown word without its clitics and its plural ending, three letters or more."""
    clitics = sentence.pack.clitics
    for before in clitics.before:
        if text.startswith(before) and len(text) - len(before) > 3:
            text = text[len(before) :]
            break
    for after in (*clitics.after, *sentence.pack.grammar.plurals):
        if text.endswith(after) and len(text) - len(after) > 3:
            text = text[: -len(after)]
            break
    return text if len(text) > 2 else None
