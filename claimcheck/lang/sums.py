"""What a sum of money is: "a $3bn loan", "aid worth $2 million", «قرض بقيمة 3 مليارات دولار»."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import BREAKS, Figure, Sentence
from claimcheck.lang.pack import ancestors, standing
from claimcheck.lang.tally import grown

#: its noun stands at most this many words before a sum
_REACH: Final = 10
#: and at most this many behind it: "$3bn IMF emergency loan"
_BEHIND: Final = 4
#: whose price is told, and what no currency's unit has cost
_RESERVE: Final = "USD"
_DEAR: Final = 2_000_000
_QUOTES: Final = frozenset("\"'«»“”")


def sum_of(sentence: Sentence, figure: Figure) -> tuple[int, str] | None:
    """The noun of a sum as (word, concept): right behind it, or before the word that says how much it comes to."""
    grammar = sentence.pack.grammar
    at = _behind(sentence, figure) if not grammar.head_first else None
    if at is None and (_worth(sentence, figure) or grown(sentence, figure)):
        at = _before(sentence, figure)  # "worth", "revenue rose to"
    elif at is None and _written_on(sentence, figure):
        at = _beside(sentence, figure)
    return None if at is None else (at, _concept(sentence, at) or "")


def rate(sentence: Sentence, figure: Figure) -> str | None:
    """What a dollar costs in another currency, there or on the black market: "18 pounds to the dollar", «بيع الدولار
    بـ15 جنيها»."""
    if figure.mention.kind != "money" or figure.mention.unit == _RESERVE or (figure.mention.value or 0) >= _DEAR:
        return None
    reserves = [at for at in sentence.cues("reserve") if at not in sentence.owner and at < figure.end + _BEHIND]
    if not any(_stands_near(sentence, figure, at) for at in reserves):
        return None
    black = any(_stands_near(sentence, figure, at) and _alone(sentence, figure, at)
                for at in sentence.cues("black_market"))
    return "black_market_rate" if black else "exchange_rate"


def _from_to(figure: Figure, at: int) -> tuple[int, int]:
    """The words between a figure and one before or behind it: the first, and that behind the last."""
    return (at, figure.first) if at < figure.first else (figure.end, at)


def _alone(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether no other figure stands between a word and a figure."""
    return not sentence.between(*_from_to(figure, at))


def _stands_near(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a word is in the clause of a figure."""
    first, last = _from_to(figure, at)
    near = figure.first - _REACH <= at < figure.end + _REACH
    return near and not any(w.text in BREAKS for w in sentence.words[first:last])


def _worth(sentence: Sentence, figure: Figure) -> bool:
    """Whether what stands before the figure says that something comes to it: "worth", "a loan of", «بقيمة»."""
    grammar, before = sentence.pack.grammar, sentence.words[max(0, figure.first - 1) : figure.first]
    if not grammar.head_first and any(w.text in grammar.partitives or w.text in grammar.valued for w in before):
        return True
    first = figure.first - 1 if before and before[0].text in _QUOTES else figure.first
    return any(
        sentence.words[at].cue("worth") and at + sentence.words[at].width >= first
        for at in range(max(0, first - 3), figure.core)
    )


def _written_on(sentence: Sentence, figure: Figure) -> bool:
    """Whether a preposition that says so is written onto the figure: «قرض بثلاثة مليارات»."""
    word = sentence.words[figure.first].text
    return any(word.startswith(letter) for letter in sentence.pack.cues.worth if len(letter) == 1)


def _behind(sentence: Sentence, figure: Figure) -> int | None:
    """The last noun of sums in the run of nouns and adjectives behind the figure."""
    found = None
    first = figure.end
    if first < len(sentence.words) and sentence.words[first].text in sentence.pack.grammar.consisting:
        first += 1
    for at in range(first, min(len(sentence.words), first + _BEHIND)):
        word = sentence.words[at]
        told = _concept(sentence, at)
        small = told is None and word.entry("stop", "cue", "says", "transitive") is not None
        if not word.is_word or at in sentence.owner or small:
            break
        found = at if told else found
    return found


def _before(sentence: Sentence, figure: Figure) -> int | None:
    """The nearest noun of sums before the figure; where heads come first, the first of its run: «حزمة تمويل»."""
    for at in range(figure.first - 1, max(-1, figure.first - _REACH - 1), -1):
        if at in sentence.owner or sentence.words[at].text in BREAKS:
            return None
        if _concept(sentence, at):
            first = sentence.pack.grammar.head_first
            return at - 1 if first and at and _concept(sentence, at - 1) else at
    return None


def _beside(sentence: Sentence, figure: Figure) -> int | None:
    """A noun of sums with nothing behind it but whose it is: «قرض صندوق النقد الدولي بنحو 3 مليارات»."""
    at = _before(sentence, figure)
    thing = sentence.words[at].entry("thing") if at is not None else None
    if thing is not None and standing(thing.concept) != thing.concept:
        return None  # «مدة البرنامج بنحو 16 مليار»
    behind = figure.first if at is None else at + max(1, sentence.words[at].width)
    while behind < figure.first and sentence.words[behind].entry("group", "nationality", "modifier"):
        behind += max(1, sentence.words[behind].width)
    return at if behind == figure.first else None


def _concept(sentence: Sentence, at: int) -> str | None:
    """The kind of sum that a word names; a programme or an agreement of money is a credit."""
    thing = sentence.words[at].entry("thing")
    told = standing(thing.concept) if thing else None
    return told if told and "sum" in ancestors(told) else None
