"""Whose people are counted: those of a side that is named beside them ("on the Armenian side", «في صفوف الحوثيين»), or
of the one that a possessive means ("Armenia said that 11 of its soldiers", «192 من جنودها»)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from claimcheck.lang.clause import BREAKS, PAUSES, Figure, Sentence
from claimcheck.lang.fold import fold
from claimcheck.lang.nounphrase import NounPhrase
from claimcheck.lang.pack import ancestors, concepts, land, tolls
from claimcheck.lang.phrases import Word

#: a side stands at most so many words before its figure, and behind what is counted
_BEFORE: Final = 14
_BEHIND: Final = 4
#: who is on a side stands at most so many words behind "the ranks of"
_NAMED: Final = 3
#: what a modifier begins with that names the state behind those who are counted: "42 of the Turkish-backed force"
PATRON: Final = "backed "
#: "backed" stands at most so many words behind the figure, or behind the toll that they are of
_BACKED: Final = 7
#: the state stands at most so many words from it: "Turkish-backed", «المدعومة من تركيا»
_STATE: Final = 3
#: a state stands at most so many words from the verb of what it says
_TELLS: Final = 4
#: the army that is called by its government alone
GOVERNMENT: Final = "government_forces"
#: of whom a state tells its own
_OWN: Final = frozenset({"civilian", "soldier", "police"})
#: what a state does with its own soldiers, and how many words before their figure it may stand
_SENT: Final = frozenset({"sent", "deployed", "withdrawn", "staying", "remaining", "moved", "delivered"})
_SENDS: Final = 8
#: the topics of sentences that tell whose people are counted
_TOLD_BY = ("side", "nationality", "group", "place")


def take_side(phrase: NounPhrase, sentence: Sentence, figure: Figure) -> None:
    """Gives a phrase that counts people the nation or group whose they are, where it names none itself."""
    people = ancestors(phrase.concept)[-1] == "person" if phrase.concept else phrase.head is None
    if "backed" in sentence.topics and (people or phrase.concept is None) and (by := patron(sentence, figure.last)):
        grammar, word = sentence.pack.grammar, sentence.words[figure.last].text
        led = word in grammar.partitives or word in grammar.origins
        phrase.concept = "fighter" if led and phrase.concept is None else phrase.concept
        phrase.modifiers.append(by)  # "42 from the Turkish-backed force"
        return
    if not people or phrase.group or phrase.nationality or not any(map(sentence.topics.__contains__, _TOLD_BY)):
        return
    if _counts_time(sentence, figure):
        return
    found = _named(sentence, figure, phrase) if "side" in sentence.topics else None
    if found is None and _owned(sentence, figure, phrase):
        found = owner(sentence, figure)
    if found is None and phrase.concept == "soldier":
        found = _sender(sentence, figure)
    if found in sentence.pack.groups:
        phrase.group = found
        if phrase.concept == "person":
            phrase.concept = concepts().groups.get(found, "person")  # «40 من أفرادها»
    else:
        phrase.nationality = found


def take_government(phrase: NounPhrase, places: Iterable[str]) -> None:
    """Whose the forces of a government are: the army of the country where the first of these places lies."""
    country = next((of for of in map(land, places) if of.isupper()), None)
    phrase.group = next((army for army, of in concepts().armies.items() if of == country), None)
    phrase.nationality = phrase.nationality or (country if phrase.group is None else None)


def _sender(sentence: Sentence, figure: Figure) -> str | None:
    """Whose soldiers are sent, kept, withdrawn or had: those of the state or group that is the subject of the verb:
    "Germany will send 300 troops", «تنشر فرنسا 1500 جندي»."""
    words, first = sentence.words, max(0, figure.first - _SENDS)
    acts = {at for at in range(first, figure.first) if _sends(words[at])}
    if not acts:
        return None
    for at in range(figure.first - 1, first - 1, -1):
        word = words[at]
        leads = word.entry("place_in") and at + 1 not in acts  # but "to deploy"
        if word.inside:
            continue
        if word.text in PAUSES or at in sentence.owner or word.entry("thing") or leads:
            return None
        if side := next(_sides(word), None):
            led = at > 0 and words[at - 1].entry("place_in") is not None
            after = sentence.pack.grammar.verb_first or any(at < act for act in acts)
            bare = not word.before or word.before in sentence.pack.grammar.joins
            return side if after and not led and bare else None
    return None


def _sends(word: Word) -> bool:
    return word.cue("has") or any(e.table == "transitive" and e.concept in _SENT for e in word.entries)


def take_teller(phrase: NounPhrase, sentence: Sentence, figure: Figure, event: str, at: int) -> None:
    """Gives civilians, soldiers and police who were killed or hurt the state that tells of them, for it counts its own
    ("Pakistan said four civilians were killed"); not those whom it may have killed ("said it had killed")."""
    if phrase.concept not in _OWN or phrase.group or phrase.nationality or not tolls(event):
        return
    verb = sentence.words[at]
    if at < figure.first and verb.entry("transitive") and not verb.entry("event"):
        return
    states = {state for says in sentence.having("says:verb") if (state := _teller(sentence, says))}
    named = {land(e.concept) for w in sentence.words for e in w.entries if e.table == "place"}
    if len(states) == 1 and named <= states:
        phrase.nationality = states.pop()


def _teller(sentence: Sentence, at: int) -> str | None:
    """The state whose people or ministry a verb of saying has for its subject."""
    for word in _near_teller(sentence, at):
        if word.text in BREAKS or word.entry("says", "place_in"):
            return None
        if state := _nation(word):
            return state
    return None


def _near_teller(sentence: Sentence, at: int) -> list[Word]:
    """The words among which the subject of a verb of saying stands, the nearest first."""
    words = sentence.words
    verb_first = sentence.pack.grammar.verb_first
    return words[at + 1 : at + 1 + _TELLS] if verb_first else words[max(0, at - _TELLS) : at][::-1]


def _named(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> str | None:
    """The side that stands with its name near the figure."""
    for at in sentence.cues("side"):
        if not _near(sentence, figure, phrase, at):
            continue
        if possessed(sentence, at):
            if at >= figure.last:  # before it «من جانبهم» is "for their part"
                return owner(sentence, figure)
            continue
        around = range(at + 1, at + 1 + _NAMED) if sentence.pack.grammar.head_first else (at - 1, at + 2, at + 3)
        sides = (s for i in around if 0 <= i < len(sentence.words) for s in _sides(sentence.words[i]))
        return next(sides, None)
    return None


def _near(sentence: Sentence, figure: Figure, phrase: NounPhrase, at: int) -> bool:
    end = max(phrase.end, figure.end)
    if not figure.first - _BEFORE <= at < end + _BEHIND:
        return False
    between = range(at, figure.first) if at < figure.first else range(end, at)
    return not any(_counts(sentence, i) or sentence.words[i].text in BREAKS for i in between)


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether a figure that counts no weeks stands here."""
    figure = sentence.owner.get(at)
    return figure is not None and not _counts_time(sentence, figure)


def _counts_time(sentence: Sentence, figure: Figure) -> bool:
    return "time_unit" in sentence.topics and sentence.cued("time_unit", figure.first - 1, figure.end + 1)


def _owned(sentence: Sentence, figure: Figure, phrase: NounPhrase) -> bool:
    """Whether the counted noun, or the one that it is "of", has a possessive."""
    words, partitives = sentence.words, sentence.pack.grammar.partitives
    end = min(len(words), max(phrase.end, figure.end) + 2)
    owned = [at for at in range(figure.last, end) if words[at - 1].text in partitives]
    return (phrase.head is not None and possessed(sentence, phrase.head)) or (
        bool(owned) and any(possessed(sentence, at) for at in owned))


def possessed(sentence: Sentence, at: int) -> bool:
    """Whether a noun has a possessive: "its soldiers", «قتلاها»."""
    words, possessives = sentence.words, sentence.pack.grammar.possessives
    if sentence.pack.grammar.head_first:
        return words[at].after in possessives
    return (at > 0 and words[at - 1].text in possessives) or (at > 1 and words[at - 2].text in possessives)


def owner(sentence: Sentence, figure: Figure) -> str | None:
    """Whom a possessive means: the one nation or group that the sentence has named before; of two it may be either, but
    for the one that tells of its own ("Turkey said that eight of its soldiers were killed in Syria")."""
    named = {side for word in sentence.words[: figure.first] for side in _sides(word)}
    named -= sentence.pack.attribution.bodies.keys()  # who only counts them
    if len(named) > 1 and (says := [at for at in sentence.having("says:verb") if at < figure.first]):
        return next((side for word in _near_teller(sentence, says[-1]) for side in _sides(word) if side in named), None)
    return named.pop() if len(named) == 1 else None


def _sides(word: Word) -> Iterator[str]:
    """The nation or group that a word names, a place as its country's."""
    for entry in word.entries:
        if entry.table in ("nationality", "group"):
            yield entry.concept
        elif entry.table == "place":
            yield land(entry.concept)


def patron(sentence: Sentence, first: int) -> str | None:
    """The modifier for the state that backs those whose phrase goes on from a word; None where none does."""
    for at in sentence.cues("backed"):
        if first <= at < first + _BACKED:
            state = _state(sentence, at)
            if state and all(_people_go_on(w, sentence) for w in sentence.words[first:at]):
                return PATRON + state
            return None
    return None


def _state(sentence: Sentence, at: int) -> str | None:
    end = at + max(1, sentence.words[at].width)
    before = sentence.words[max(0, at - 2) : at] if not sentence.pack.grammar.head_first else []
    behind = sentence.words[end : end + _STATE]
    return next((state for w in (*reversed(before), *behind) if (state := _nation(w))), None)


def land_of(sentence: Sentence, name: str) -> str | None:
    """The country that the name of a body tells: "Turkish authorities", «وزارة الصحة السورية»; None where two do."""
    lexicon = sentence.lexicon
    told = {land for word in lexicon.joined(lexicon.chunks(fold(name))) if (land := _nation(word))}
    return told.pop() if len(told) == 1 else None


def _nation(word: Word) -> str | None:
    nation, place = word.entry("nationality"), word.entry("place")
    if nation:
        return nation.concept
    return land(place.concept) if place else None


def _people_go_on(word: Word, sentence: Sentence) -> bool:
    """Whether a phrase of people goes on over a word: no act, no other thing."""
    thing = word.entry("thing")
    if thing is not None:
        return ancestors(thing.concept)[-1] in ("person", "organisation")
    if not word.entries:
        return not word.is_word or word.width == 0  # a hyphen, the inside of a phrase
    if "happening" in word.topics:
        return False
    grammar = sentence.pack.grammar
    if word.text in grammar.partitives or word.text in grammar.origins or word.text in grammar.articles:
        return True
    return word.cue("among", "side", "tally") or word.entry("modifier", "nationality", "group", "place") is not None
