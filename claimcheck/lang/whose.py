"""Whose votes and seats are counted: the candidates and parties beside a figure ("Mr Duarte won 54 percent of the
vote", «حصل المرشح قاسم على 54 في المئة», "against 40 percent for Lima")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from claimcheck.lang.clause import BREAKS, STOPS, Figure, Sentence
from claimcheck.lang.context import stem
from claimcheck.lang.pack import ancestors, load
from claimcheck.lang.topics import Entry

#: marks a name among the words of a claim's context
WHOSE: Final = "whose:"
#: and among these what struck those whom a sum is for, which languages share
FOR: Final = "for:"
#: names stand at most so many words before their figure, and so many behind it
_REACH: Final = 24
_BEHIND: Final = 7
#: names of which so many letters begin alike are spellings of one: "Duarte", "Duartes"
_ALIKE: Final = 4
#: those who do so are named beside it, where nothing is written large
_WINS = ("won", "lost", "elected")
#: marks around a quotation
_OPEN: Final = frozenset("«“\"„")
_CLOSE: Final = frozenset("»”\"“")
#: letters of a name that stands without its article, and of one that another begins with: "Sadr", "Sadrist"
_SHORT: Final = 3
#: names with fewer consonants are alike by chance
_HEARD: Final = 2


def whose(sentence: Sentence, figure: Figure, known: set[str]) -> tuple[str, ...]:
    """The names before a figure of things that are somebody's, up to the figure before, word by word, as keys of a
    context; else those that it is said to be for; else "and 326 seats" are of whom the figure before is.
    ``known`` are the names that the article gave before; its own are added."""
    at, found = figure.first, dict[str, None]()
    least = max(-1, at - 1 - _REACH)
    while at - 1 > least and not found:
        first = at
        while first - 1 > least and sentence.words[first - 1].text not in STOPS and not _owned(sentence, first - 1, at):
            first -= 1
        found = _names(sentence, first, at, known)
        if not found and at == figure.first:
            meant = _behind(sentence, figure, known)
            if meant is not None:
                found = meant
                break
        while first - 1 > least and first - 1 in sentence.owner:
            first -= 1
        if first == at or sentence.words[first - 1].text in STOPS:
            break
        at = first
    known |= found.keys()
    return tuple(found)


def _owned(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a word belongs to a figure that stands before ``end``."""
    return at in sentence.owner and end not in range(sentence.owner[at].first, sentence.owner[at].end)


def _names(sentence: Sentence, first: int, end: int, known: set[str]) -> dict[str, None]:
    """The names among these words, the nearest to their end first."""
    found: dict[str, None] = {}
    for at in range(end - 1, first - 1, -1):
        name = _called(sentence, at)
        if name and ((WHOSE + name in known and _unknown(sentence, at)) or _is_name(sentence, at)):
            found[WHOSE + name] = None
    return found


def _called(sentence: Sentence, at: int) -> str | None:
    """A word of a name without what is written onto it: «الصدر», «الصدري»."""
    name, article = stem(sentence.lexicon, sentence.words[at].text), sentence.pack.grammar.numeral_behind
    short = name.removeprefix(article) if name else ""
    return short if len(short) >= _SHORT else name


def _behind(sentence: Sentence, figure: Figure, known: set[str]) -> dict[str, None] | None:
    """Those whom a figure is said to be for: "40 percent for Lima", «27 بالمئة لنبيل القروي»; None where nobody is."""
    end = figure.end
    while end < min(len(sentence.words), figure.end + _BEHIND):
        if end in sentence.owner or sentence.words[end].text in BREAKS:
            break
        end += 1
    for at in range(figure.end, end):
        if _is_for(sentence, at):
            return _names(sentence, at, end, known)
    return None


def _is_for(sentence: Sentence, at: int) -> bool:
    """Whether a word leads to whom something is of, by itself or by what is joined onto it."""
    word = sentence.words[at]
    leads = sentence.pack.grammar.recipients
    return word.text in leads or (bool(sentence.pack.clitics.before) and _unknown(sentence, at)
                                  and any(map(word.text.startswith, leads)))


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether an unknown word is written as a name; where nothing is, whether it goes on with one, or stands beside a
    candidate or the verb of who wins."""
    if at and _is_particle(sentence, at - 1):
        return sentence.words[at].is_word
    if _of_party(sentence, at) or _quoted(sentence, at):
        return True
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
    return related or _wins(before) or _reaches(sentence, run[-1] + 1)


def _of_party(sentence: Sentence, at: int) -> bool:
    """Whether a word names the party before it, whatever else it says: «حزب تقدم», «التيار الصدري»."""
    return sentence.pack.grammar.head_first and at > 0 and _is_party(sentence, at - 1) and (
        sentence.words[at].is_word and not sentence.words[at].cue("relative"))


def _quoted(sentence: Sentence, at: int) -> bool:
    """Whether a word opens a short quotation, as names do where nothing is written large: «تقدم», «الاتحاد الوطني»."""
    if sentence.pack.numbers.grammar.capitals or not at or sentence.words[at - 1].text not in _OPEN:
        return False
    ends = any(w.text in _CLOSE for w in sentence.words[at + 1 : at + 4])
    return sentence.words[at].is_word and ends and not _is_party(sentence, at)


def _is_party(sentence: Sentence, at: int) -> bool:
    thing = sentence.words[at].entry("thing")
    return thing is not None and thing.concept == "party"


def _reaches(sentence: Sentence, at: int) -> bool:
    """Whether one small word leads from a name to a figure: «والقروي على 14.9 في المئة»."""
    figure = sentence.owner.get(at + 1)
    return figure is not None and figure.first == at + 1 and at not in sentence.owner


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
    known = bool(word.entries) or inside or at in sentence.owner or at in sentence.ordinals
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
    if one.endswith(other) or other.endswith(one) or one[:_ALIKE] == other[:_ALIKE]:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORT and long.startswith(short)


def heard(one: str, lang: str, other: str, other_lang: str) -> bool:
    """Whether two names in two scripts may be one, by their consonants: "Karoui", «القروي»."""
    if one.startswith(FOR):
        return one == other
    a, b = sounds(one, lang), sounds(other, other_lang)
    return a == b and len(a) >= _HEARD


@lru_cache(maxsize=1 << 12)
def sounds(name: str, lang: str) -> str:
    """The consonants of a name, those that scripts render in several ways as one, none twice on end."""
    table, found, at = _sounds(lang), "", 0
    while at < len(name):
        spelt = next((s for s in (name[at : at + 2], name[at]) if s in table), "")
        sound = table.get(spelt, "")
        found += sound if not found.endswith(sound) else ""
        at += len(spelt) or 1
    return found


@cache
def _sounds(lang: str) -> dict[str, str]:
    return {spelt: sound for sound, spellings in load(lang).sounds.items() for spelt in spellings}
