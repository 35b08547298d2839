"""Whom a toll counts where its figure does not say so: "the number of civilians killed rose to 12", «عدد القتلى
المدنيين»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.nounphrase import NounPhrase
from claimcheck.lang.pack import ancestors, concepts
from claimcheck.lang.phrases import Word
from claimcheck.lang.predicate import SIDES, befallen
from claimcheck.lang.side import owner, patron, possessed
from claimcheck.lang.tally import grown, taken_up, tallied, tally_behind, tells_tally

#: who is counted stands so near behind the event («القتلى في صفوف المدنيين») or before it ("civilian deaths"), in words
_BEHIND: Final = 4
_AHEAD: Final = 4
#: an adjective that tells their side stands right behind them
_SIDED: Final = 2

#: whose dead are fighters
_ARMED = ("faction", "armed_group")
#: whose an adjective says they are
_FORCES: Final = {"military": "soldier", "police": "police", "opposition": "fighter"}


def take_tolled(phrase: NounPhrase, sentence: Sentence, figure: Figure, at: int, event: str) -> None:
    """Gives a phrase without a noun of its own, or with one that only repeats the event at the word ``at``, those whom
    the tally there is of; one of people whose they are: «عدد قتلى داعش بلغ 374 عنصرا»."""
    told = concepts().things[phrase.concept] if phrase.concept else None
    own = not (told.generic or told.event) if told else phrase.head is not None
    if at >= figure.first and phrase.concept and (before := _repeated(sentence, figure, phrase.concept)):
        phrase.nationality = phrase.nationality or _people(sentence, figure, before)
        if (whom := next(_tolled(sentence, figure, before), None)) and befallen(event, whom[0]):
            _take(phrase, sentence, before, whom[1], whom[0])
    if (own and not _people_of_a_side(phrase, sentence)) or not _is_tallied(sentence, figure, at):
        return
    phrase.nationality = phrase.nationality or _people(sentence, figure, at)
    whose = "group" in sentence.topics and possessed(sentence, at) and not _has_object(sentence, at)
    side = owner(sentence, figure) if whose else None
    if side in concepts().groups:
        phrase.concept, phrase.group = concepts().groups[side], side  # «ليرتفع عدد قتلاها إلى 76»
        return
    for concept, found in _tolled(sentence, figure, at):
        if own and concept == phrase.concept:
            _take(phrase, sentence, at, found, concept)
        if own:
            return
        if befallen(event, concept):
            _take(phrase, sentence, at, found, concept)
            return


def _people_of_a_side(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether people are counted, beside whom a side is named."""
    named = "group" in sentence.topics or "nationality" in sentence.topics
    return named and phrase.concept is not None and ancestors(phrase.concept)[-1] == "person"


def _take(phrase: NounPhrase, sentence: Sentence, at: int, found: int, concept: str) -> None:
    """Takes what the word ``found`` of the tally's phrase counts, and on whose side they are."""
    side = sentence.words[found].entry("group")
    phrase.concept, phrase.group = concept, phrase.group or (side.concept if side else None)
    told = (w.entry("modifier") for w in sentence.words[min(at, found) : max(at, found) + _SIDED])
    phrase.modifiers += dict.fromkeys(m.concept for m in told if m and m.concept in SIDES)
    if "backed" in sentence.topics and (backed := patron(sentence, min(at, found) + 1)):
        phrase.modifiers.append(backed)


def _is_tallied(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a tally of what the word ``at`` tells comes to the figure, right behind which it may stand: «ارتفع إلى 23
    عدد القتلى»."""
    if at < figure.first:
        return tallied(sentence, figure, at) is not None
    if not sentence.pack.grammar.verb_first or not grown(sentence, figure):
        return False
    return at - figure.end <= 1 and (sentence.cued("tally", figure.end, at) or tells_tally(sentence, at))


def _bound(sentence: Sentence, figure: Figure, at: int) -> int:
    """Where the phrase of a tally ends at the latest: before its figure, if that follows."""
    return figure.first if at < figure.first else len(sentence.words)


def take_named(phrase: NounPhrase, sentence: Sentence, figure: Figure) -> None:
    """Gives a figure without a noun, or with one that says no more than that they are people, of which nothing is told
    but that it rose or fell, what the tally before it names: "the number of cases has reached 5,000", «بلغ عدد الناخبين
    24 مليونا», «عدد المهاجمين 15 شخصا»."""
    if figure.mention.kind != "count" or phrase.concept not in (None, "person") or (
            phrase.head is not None and phrase.concept is None):
        return
    tallies = {at for name in ("tally", "total") for at in sentence.cues(name) if at < figure.first}
    near = (at for at in sorted(tallies, reverse=True) if not sentence.between(at, figure.first))
    named = next((named for at in near if (named := _named(sentence, at, figure.first))), None)
    if phrase.concept is not None and (named is None or ancestors(named)[-1] != "person"):
        return
    phrase.concept = named
    who = taken_up(sentence, figure)
    if phrase.concept is None and who is not None:
        phrase.concept = sentence.words[who].tables["thing"].concept


def take_numbered(phrase: NounPhrase, sentence: Sentence, figure: Figure, event: str) -> None:
    """Gives a figure without a noun those of whom "their number" speaks, «سحب جنوده، وعددهم ألفان», and those of the
    tally behind it, «ارتفع إلى 53 عدد الجنود الذين قتلوا»."""
    if figure.mention.kind != "count" or phrase.concept is not None or phrase.head is not None:
        return
    at = taken_up(sentence, figure) if "their_number" in sentence.topics else None
    named = sentence.words[at].tables["thing"].concept if at is not None else None
    if named is None and (behind := tally_behind(sentence, figure)) is not None:
        at, named = behind, _named(sentence, behind, len(sentence.words))
    if at is None or named is None or concepts().things[named].generic or not befallen(event, named):
        return
    phrase.concept = named
    if "nationality" in sentence.topics:
        phrase.nationality = phrase.nationality or _people_behind(sentence, figure, at)


def _named(sentence: Sentence, tally: int, last: int) -> str | None:
    """The noun that a tally opens: the first word behind it, before another, that does not go on with its phrase."""
    first = tally + max(1, sentence.words[tally].width)
    for at in range(first, min(last, first + _BEHIND)):
        thing = sentence.words[at].entry("thing")
        if thing is not None:
            return thing.concept if thing.form != "singular" else None
        if not _goes_on(sentence.words[at], sentence):
            return None
    return None


def _repeated(sentence: Sentence, figure: Figure, concept: str) -> int | None:
    """The noun of a tally that the figure's own repeats: «عدد القتلى الأفغان بلغ 20 قتيلا»."""
    for tally in reversed(sentence.cues("tally")):
        first = tally + max(1, sentence.words[tally].width)
        for at in range(first, min(figure.first, first + 2)):
            thing = sentence.words[at].entry("thing")
            if thing is not None and thing.concept == concept and not sentence.between(at, figure.first):
                return at
    return None


def _people(sentence: Sentence, figure: Figure, at: int) -> str | None:
    """Whose dead a tally is of, by the adjective in its phrase: «القتلى الأفغان», "the number of Turkish soldiers
    killed", "the toll among Iranian pilgrims"; "the Iranian death toll" may be of a place."""
    if "nationality" not in sentence.topics:
        return None
    if not sentence.pack.grammar.head_first:
        ends = (t + max(1, sentence.words[t].width) for t in reversed(sentence.cues("tally")) if t < at)
        near = range(next((end for end in ends if at - _AHEAD <= end), at), at)
        for i in near:
            if entry := sentence.words[i].entry("nationality"):
                return entry.concept
    else:
        for i in range(at - _beside_tally(sentence, at), at):  # «عدد المصريين المتوفين», «عدد العمال الهنود القتلى»
            if entry := sentence.words[i].entry("nationality"):
                return entry.concept
            if not _is_person(sentence.words[i]):
                break
    return _people_behind(sentence, figure, at)


def _people_behind(sentence: Sentence, figure: Figure, at: int) -> str | None:
    """The same behind the event: «القتلى من الحجاج المصريين», "deaths among Egyptians"; «قتلى الغارات الروسية» are no
    Russians, nor are "deaths in Russian strikes"."""
    words, end = sentence.words, at + max(1, sentence.words[at].width)
    for i in range(end, min(_bound(sentence, figure, at), end + 1 + _BEHIND)):
        word = words[i]
        if entry := word.entry("nationality"):
            alone = sentence.pack.grammar.head_first or entry.form == "plural"
            return entry.concept if alone or (i + 1 < len(words) and _is_person(words[i + 1])) else None
        if i in sentence.owner or not (_is_person(word) or _goes_on(word, sentence)):
            return None
    return None


def _is_person(word: Word) -> bool:
    thing = word.entry("thing")
    return thing is not None and ancestors(thing.concept)[-1] == "person"


def _tolled(sentence: Sentence, figure: Figure, at: int) -> Iterator[tuple[str, int]]:
    """Whom the phrase of a tally names, each with its word, the nearest first."""
    words = sentence.words
    end = at + max(1, words[at].width)
    behind = range(end, min(_bound(sentence, figure, at), end + 1 + _BEHIND))
    behind = range(0) if _has_object(sentence, at) else behind
    first = at - _AHEAD if not sentence.pack.grammar.head_first else at - _beside_tally(sentence, at)
    ahead = range(at - 1, max(-1, first - 1), -1)
    for side in (behind, ahead):
        for i in side:
            if i in sentence.owner:
                break
            concept = _narrow(words[i])
            if concept:
                yield concept, i
            led = i > 0 and words[i].text in sentence.pack.grammar.articles and words[i - 1].cue("among")
            led = led or (side is ahead and words[i].cue("relative"))  # «عدد المدنيين الذين قتلوا»
            if concept or not (led or _goes_on(words[i], sentence)):
                break


def _has_object(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun on a verb says whom: «الذين قتلهم الجيش» are none of its people."""
    word = sentence.words[at]
    return "transitive" in word.tables and word.after in sentence.pack.grammar.possessives


def _beside_tally(sentence: Sentence, at: int) -> int:
    """Where heads come first, the words between a tally and the event, «عدد الجسور المدمرة», that may tell of whom."""
    tallies = (t + max(1, sentence.words[t].width) for name in ("tally", "total") for t in sentence.cues(name))
    return max((at - first for first in tallies if at - _AHEAD < first < at), default=0)


def _narrow(word: Word) -> str | None:
    """What the noun tells no event of: civilians, soldiers, bridges; an army is its soldiers ("military deaths")."""
    thing, force, side = None if word.cue("side") else word.entry("thing"), word.entry("modifier"), word.entry("group")
    if thing is None:
        people = concepts().groups.get(side.concept) if side else None  # "the US military's death toll"
        return _FORCES.get(force.concept, people) if force else people
    told = concepts().things[thing.concept]
    if thing.concept in _ARMED:
        return "fighter"

    if "incident" in ancestors(thing.concept):
        return None  # «عدد المتضررين من الفيضانات» is no number of floods
    adjective = thing.form == "singular" and thing.concept != "civilian"  # "the official death toll"
    return None if told.generic or told.event or adjective else thing.concept


def _goes_on(word: Word, sentence: Sentence) -> bool:
    """Whether the phrase of the event goes on over a word: «من», «في صفوف», an adjective, "'s"."""
    if not word.width:
        return True  # the inside of a phrase, which begins before
    if any(word.text in ending for ending in sentence.pack.clitics.after) and not word.entries:
        return True
    led = word.text in sentence.pack.grammar.partitives or word.entry("place_in") is not None
    return led or word.cue("side", "among") or word.entry("modifier", "nationality", "group") is not None
