"""Parts and wholes as the words of a sentence tell them: "among them 6", "6 of them", "out of 24", "24: 12 ..."."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import COMMAS, Figure, Sentence
from claimcheck.lang.phrases import Word

#: a cue stands at most this many words before its part
_CUE_REACH: Final = 3
#: words between two items of a list: a noun's place or role, and what joins them
_ITEM_REACH: Final = 5


def is_part(sentence: Sentence, figure: Figure) -> bool:
    """Whether a word says that the figure is of a whole: before it ("among them 6"), behind its number ("6 of them"),
    or written onto a share («ثلثاهم»). What stands behind its noun opens the next part ("128, among them 6")."""
    topics, share = sentence.topics, figure.mention.kind == "share"
    if not (share or "part" in topics or "membership" in topics) or is_whole(sentence, figure):
        return False
    if _cue_ahead(sentence, figure) or _membership(sentence, figure):
        return True
    word = sentence.words[figure.first].text
    return share and any(word.endswith(a) for a in sentence.pack.clitics.after if len(a) > 1)


def is_whole(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure is what an earlier one is part of: "12 out of 24", «12 من أصل 24», "ten of the 33 miners"."""
    first, words = figure.first - _ITEM_REACH, sentence.words
    if is_of(sentence, figure):
        return True
    return "whole" in sentence.topics and any(
        first <= at < figure.first <= at + words[at].width + 1 + _owner(sentence, at + words[at].width)
        for at in sentence.topics["whole"])


def _owner(sentence: Sentence, at: int) -> int:
    """The words that say whose a whole is: "out of Sudan's 18 states"."""
    word = sentence.words[at] if at + 2 < len(sentence.words) else None
    owns = word is not None and sentence.words[at + 1].text == "'" and sentence.words[at + 2].text == "s"
    return 2 if owns else 0


def is_of(sentence: Sentence, figure: Figure) -> bool:
    """Whether another figure stands right before "of" or "of the" and this one: "ten of the 33 miners", «10 من 33»,
    "ten of the town's 20 schools"."""
    if len(sentence.figures) == 1:
        return False
    words, grammar, at = sentence.words, sentence.pack.grammar, figure.first - 1
    if at > 3 and words[at].text == "s" and words[at - 1].text == "'":
        at -= 3
    if at > 0 and words[at].text in grammar.articles:
        at -= 1
    of = at > 0 and words[at].text in grammar.partitives
    if of and grammar.head_first:
        of = words[at].text in grammar.origins or words[at].entry("place_in") is None  # «مقتل 60 في تفجيرين»
    else:
        of = of and words[at].text not in grammar.origins
    other = sentence.owner.get(at - 1) if of else None
    return other is not None and other is not figure and other.end == at


def opens_whole(sentence: Sentence, figure: Figure, part: Figure) -> bool:
    """Whether the figure is the whole of what follows: "Of the 24 dead, 12 ...", «من بين 24 قتيلا، 12 ...»."""
    between = sentence.words[figure.end : part.first]
    near = len(between) <= _ITEM_REACH and any(w.text in COMMAS for w in between)
    return near and _begins(sentence, figure)


def _begins(sentence: Sentence, figure: Figure) -> bool:
    """Whether "of the", "out of" open the clause of a figure: the sentence, what is quoted, or what somebody said."""
    words, grammar = sentence.words, sentence.pack.grammar
    small = (*grammar.partitives, *grammar.articles)
    first = figure.first
    while first and (words[first - 1].text in small or not words[first - 1].width or words[first - 1].cue("part")):
        first -= 1
    if not any(w.cue("part") or (w.width and w.text in grammar.partitives) for w in words[first : figure.first]):
        return False  # "a total of" opens none
    return not first or not words[first - 1].is_word or words[first - 1].means("says", "that")


def itemised(sentence: Sentence, before: int, figure: Figure) -> bool:
    """Whether a colon that opens a list stands before the figure: "24 dead on Friday: 12 in ..."; ``before`` is
    the word behind the figure before it."""
    between = sentence.words[before : figure.first]
    colon = bool(between) and between[-1].text == ":" and len(between) <= _ITEM_REACH
    return colon and not _tells(sentence, before, figure)


def listed(sentence: Sentence, before: int, figure: Figure) -> bool:
    """Whether the figure goes on a list: "12 in Homs, 10 in Hama and two elsewhere"; ``before`` as for `itemised`."""
    between = sentence.words[before : figure.first]
    joining = [w.text in COMMAS or w.text in sentence.pack.grammar.joins for w in between]
    rest = [w for w, joins in zip(between, joining, strict=True) if not joins]
    rest = rest[1:] if rest and rest[0].cue("membership") else rest  # «743 منهم في إزمير و5 في مانيسا»
    if len(rest) >= _ITEM_REACH or not all(w.is_word for w in rest) or not (any(joining) or figure.joined):
        return False
    return not rest or rest[0].entry("place_in") is not None or all(_describes(w) for w in rest)


def _describes(word: Word) -> bool:
    """What an item of a list may say of itself: "16 were soldiers"."""
    return word.cue("passive") or word.entry("thing", "modifier", "nationality", "group") is not None


def _tells(sentence: Sentence, before: int, figure: Figure) -> bool:
    """Whether something happens between two figures."""
    between = sentence.words[before : figure.first]
    return any(w.entry("transitive", "intransitive", "event", "state", "says") for w in between)


def _cue_ahead(sentence: Sentence, figure: Figure) -> bool:
    """Whether a cue of a part stands close before the figure, with no other figure between, nor what says where: "20 of
    them in two hospitals"."""
    if not sentence.cued("part", figure.first - _CUE_REACH, figure.core) or locates(sentence, figure):
        return False
    for at in range(figure.core, max(-1, figure.first - _CUE_REACH - 1), -1):
        if sentence.owner.get(at, figure) is not figure:
            return False
        if at < figure.core and sentence.words[at].cue("part"):
            return True
    return False


def locates(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure counts places: "in two buildings", «في 13 دولة»."""
    return figure.first > 0 and sentence.words[figure.first - 1].entry("place_in") is not None


def _membership(sentence: Sentence, figure: Figure) -> bool:
    """ "40 of them children", "six children were among the dead"; but "40 people, of them 6 children" is a whole."""
    if not sentence.cued("membership", figure.last, figure.last + 3):
        return False
    for at in range(figure.last, min(len(sentence.words), figure.last + 3)):
        word = sentence.words[at]
        if at in sentence.owner and sentence.owner[at] is not figure:
            return False
        if word.cue("membership"):
            return not _opens(sentence, at, figure) and (at in (figure.last, figure.end) or _closes(sentence, at))
    return False


def _opens(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether another figure stands right behind a cue: "40, of them six", not "30 of them at least", "of them in 9
    camps"."""
    after = at + sentence.words[at].width
    last = after + 1 + (after < len(sentence.words) and sentence.words[after].entry("place_in") is None)
    return any(sentence.owner.get(i, figure) is not figure for i in range(after, last))


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether a cue behind a noun speaks of that noun: "children were among the dead", or at the end of its clause."""
    after = at + sentence.words[at].width
    return sentence.words[at - 1].cue("passive") or after >= len(sentence.words) or not sentence.words[after].is_word
