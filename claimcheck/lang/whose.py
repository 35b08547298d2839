"""Whose votes and seats are counted: the candidates and parties that stand before a figure, by the names that no table
knows ("Mr Duarte won 54 percent of the vote", «حصل المرشح قاسم على 54 في المئة»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lang.clause import STOPS, Figure, Sentence
from claimcheck.lang.context import stem
from claimcheck.lang.pack import ancestors
from claimcheck.lang.topics import Entry

#: marks a name among the words of a claim's context
WHOSE = "whose:"
#: and among these what struck those whom a sum is for, which languages share
FOR = "for:"
#: names stand at most so many words before their figure
_REACH = 24
#: names of which so many letters begin alike are spellings of one: "Duarte", "Duartes"
_ALIKE = 4
#: those who do so are named beside it, where nothing is written large
_WINS = ("won", "lost", "elected")


def whose(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """The nearest name before a figure of things that are somebody's, word by word, as keys of a context; "and 326
    seats" are of whom the figure before is."""
    found: dict[str, None] = {}
    for at in range(figure.first - 1, max(-1, figure.first - 1 - _REACH), -1):
        if _is_name(sentence, at):
            name = stem(sentence.lexicon, sentence.words[at].text)
            found |= {WHOSE + name: None} if name else {}
        elif (found and not _is_particle(sentence, at)) or sentence.words[at].text in STOPS:
            break
    return tuple(found)


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether an unknown word is written as a name; where nothing is, whether it goes on with one, or stands beside a
    candidate or the verb of who wins."""
    if at and _is_particle(sentence, at - 1):
        return sentence.words[at].is_word
    if not _unknown(sentence, at):
        return False
    if sentence.pack.numbers.grammar.capitals:
        return sentence.capital(at)
    article = sentence.pack.grammar.numeral_behind
    if at + 1 in sentence.owner and not (article and sentence.words[at].text.startswith(article)):
        return False  # «نسبة 54 في المئة», but «السيسي 21 مليون صوت»
    run = _run(sentence, at)
    if any(_is_particle(sentence, i) for i in run):
        return True
    before = sentence.words[run[0] - 1].entries if run[0] else ()
    if any(e.table == "thing" and ancestors(e.concept)[-1] == "person" for e in before):
        return True
    behind = sentence.words[run[-1] + 1 : run[-1] + 3]
    related = len(behind) == 2 and behind[0].cue("relative") and _wins(behind[1].entries)  # «تبون الذي حصل على»
    return related or _wins(before)


def _wins(entries: Sequence[Entry]) -> bool:
    return any(e.concept in _WINS for e in entries)


def _run(sentence: Sentence, at: int) -> range:
    """The unknown words and parts of names without a break around one."""
    first, last = at, at + 1
    while first and _part(sentence, first - 1):
        first -= 1
    while last < len(sentence.words) and _part(sentence, last):
        last += 1
    return range(first, last)


def _part(sentence: Sentence, at: int) -> bool:
    return _unknown(sentence, at) or _is_particle(sentence, at)


def _unknown(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    inside = any(sentence.words[i].width > at - i for i in range(max(0, at - 3), at))  # the second word of a phrase
    known = bool(word.entries) or inside or at in sentence.owner
    return word.is_word and not known and not _is_particle(sentence, at)


def _is_particle(sentence: Sentence, at: int) -> bool:
    return any(p == sentence.words[at].text for p in _particles(sentence))


def _particles(sentence: Sentence) -> Iterator[str]:
    """The words of a person's name before another, with what is joined onto them: «عبد», «وبن»."""
    grammar = sentence.pack.grammar
    for particle in grammar.name_particles:
        yield particle
        yield from (join + particle for join in grammar.joins)


def alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one."""
    if one.startswith(FOR):
        return one == other
    return one.endswith(other) or other.endswith(one) or one[:_ALIKE] == other[:_ALIKE]
