"""Groups that a text has named before and then calls by their kind alone: "members of the group", «عناصر التنظيم».

What a group's kind is its names in the pack tell: «تنظيم الدولة الإسلامية», "the Islamic State group".
"""

from __future__ import annotations

from functools import cache

from claimcheck.lang.clause import Sentence
from claimcheck.lang.fold import fold
from claimcheck.lang.pack import citation, load
from claimcheck.lang.phrases import Word

#: what such a group is
_KINDS = ("armed_group", "party")
#: a group's name as the text may have it, and the group
_Names = tuple[tuple[str, str], ...]


def antecedent(sentence: Sentence, first: int, last: int) -> str | None:
    """The group that one of these words means: of those that bear its kind in a name, the one named last before."""
    kinds = _kinds(sentence.pack.code)
    for at in range(first, last):
        word = sentence.words[at]
        thing = word.tables.get("thing")
        names = kinds.get(word.text[len(word.before) :], ()) if thing and thing.concept in _KINDS else ()
        if names and _definite(sentence, at, word):
            text, end = sentence.folded.text, sentence.starts[at]
            named = max([(text.rfind(name, 0, end), len(name), group) for name, group in names])
            return named[2] if named[0] >= 0 else None
    return None


def _definite(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether it is a group that is known: "the group", «التنظيم», not "a group"."""
    grammar = sentence.pack.numbers.grammar
    apart = at > 0 and sentence.words[at - 1].text in grammar.determiners
    return apart or any(word.before.endswith(article) for article in grammar.definite)


@cache
def _kinds(code: str) -> dict[str, _Names]:
    """The words for kinds of group, each with the names of the groups that bear it."""
    pack = load(code)
    end = 0 if pack.grammar.head_first else -1
    called = {group: [fold(citation(name)) for name in names] for group, names in pack.groups.items()}
    bearing: dict[str, list[str]] = {}
    for group, names in sorted(called.items()):
        for kind in {name.split()[end] for name in names if " " in name}:
            bearing.setdefault(kind, []).append(group)
    return {kind: tuple((name, of) for of in groups for name in called[of]) for kind, groups in bearing.items()}
