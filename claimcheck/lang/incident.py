"""Which incident an article tells of, by the name of the ship or the storm: "MV Maharaj", "Storm Daniel"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lang.clause import Sentence

#: marks a name among the words of a claim's context
NAME = "name:"


def incidents(sentence: Sentence) -> Iterator[str]:
    """The names in a sentence, as keys of a context."""
    words = sentence.words
    for at in sentence.cues("craft"):
        name = at + max(1, words[at].width)
        while name < len(words) and words[name].text == ".":  # "M.V. Coco"
            name += 1
        named = name < len(words) and words[name].is_word and not words[name].entries
        if named and sentence.capital(at) and sentence.capital(name):
            yield NAME + words[name].text
