"""The noun phrase of a figure, and what narrows its head: names and nouns before it, what goes on behind it, and groups
that a text has named before and then calls by their kind alone: "members of the group", «عناصر التنظيم».

What a group's kind is its names in the pack tell: «تنظيم الدولة الإسلامية», "the Islamic State group".
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Final

from claimcheck.lang.clause import COMMAS, Figure, Sentence
from claimcheck.lang.fold import fold
from claimcheck.lang.pack import ancestors, citation, concepts, load
from claimcheck.lang.phrases import Word
from claimcheck.lang.places import is_people
from claimcheck.lang.topics import Entry

#: what may stand inside a noun phrase and is no word
QUOTES: Final = frozenset("\"'-«»“”")
#: tables of words that narrow the noun beside them
DESCRIBES: Final = frozenset(("modifier", "nationality", "group"))
#: what a group is that is called by its kind
_KINDS = ("armed_group", "party")
#: of so many the noun is in the plural
_MANY: Final = 2
#: a group's name as the text may have it, and the group
_Names = tuple[tuple[str, str], ...]


class NounPhrase:
    """The counted noun phrase: word indices of its head and its end, and its concepts."""

    def __init__(self, end: int) -> None:
        self.head: int | None = None
        self.end = end
        self.concept: str | None = None
        #: further nouns of a coordination: "men, women and children"
        self.others: list[str] = []
        self.modifiers: list[str] = []
        self.group: str | None = None
        self.nationality: str | None = None
        #: whether they are of several nations: "French and German tourists"
        self.mixed = False
        self.place: str | None = None
        #: whether it only says what another thing is like: "a 12-story building"
        self.describes = False


def thing_of(word: Word) -> Entry | None:
    return word.tables.get("thing")


def is_eventful(word: Word) -> bool:
    """A noun that tells an event and is a predicate behind another noun: "48 people dead"."""
    thing = thing_of(word)
    return thing is not None and concepts().things[thing.concept].event is not None


def is_small(word: Word) -> bool:
    return "stop" in word.tables or "cue" in word.tables


def is_deed(sentence: Sentence, at: int) -> bool:
    """Whether what might be a noun is a verb, being in the singular behind a number of many: "a million march",
    "hundreds clash with police"."""
    figure, word = sentence.owner.get(at - 1), sentence.words[at]
    if figure is None or figure.last != at:
        return False
    many = figure.mention.value or _MANY
    if many < _MANY or many % 1 or sentence.pack.grammar.head_first or any(e.form == "plural" for e in word.entries):
        return False
    thing = thing_of(word)
    verb = word.entry("transitive", "intransitive") is not None
    told = thing is not None and (verb or "incident" in ancestors(thing.concept))
    return told and not _described(sentence, at + 1)


def _described(sentence: Sentence, at: int) -> bool:
    """Whether a noun in the plural stands there, which the one before it describes: "15 protest leaders", "two flood
    defences"."""
    word = sentence.words[at] if at < len(sentence.words) else None
    if word is None or not word.is_word or is_small(word):
        return False
    thing = thing_of(word)
    return thing.form == "plural" if thing else not word.entries and word.text.endswith(
        tuple(sentence.pack.grammar.plurals))


def take(found: NounPhrase, sentence: Sentence, at: int) -> None:
    word = sentence.words[at]
    thing = thing_of(word)
    if thing is None:
        modify(found, sentence, at)
        return
    found.head, found.concept = at, thing.concept
    found.end = max(found.end, at + word.width)
    if word.entry("group"):
        modify(found, sentence, at)  # a noun that names a side: "20 Houthis"


def modify(found: NounPhrase, sentence: Sentence, at: int) -> None:
    word = sentence.words[at]
    for entry in word.entries:
        if entry.table == "modifier" and entry.concept not in found.modifiers:
            found.modifiers.append(entry.concept)
        elif entry.table == "group":
            found.group = found.group or entry.concept
        elif entry.table == "nationality" or (entry.table == "place" and is_people(sentence, at)):
            found.mixed = found.mixed or found.nationality not in (None, entry.concept)
            found.nationality = found.nationality or entry.concept
        elif entry.table == "place" and word.entry("nationality") is None:  # "12 U.S. troops" are from there
            found.place = found.place or entry.concept


def narrow(found: NounPhrase, sentence: Sentence, figure: Figure, head: int) -> None:
    """Read on behind the head: «من مسلحي التنظيم», "of the Kurdish force", and joined nouns."""
    at = head + (sentence.words[head].width or 1)
    words, grammar = sentence.words, sentence.pack.grammar
    for _ in range(6):
        if at >= len(words) or sentence.owner.get(at, figure) is not figure:
            break
        word = words[at]
        width = word.width or 1
        if (word.before or word.text in grammar.joins or word.text in COMMAS) and _joined(sentence, at):
            at = _join(found, sentence, at)
            continue
        if word.before and led(word, sentence):
            break
        if word.text in QUOTES and _names_next(sentence, at):
            at += 1
            continue
        if word.of(DESCRIBES) or ("place" in word.tables and is_people(sentence, at)):
            modify(found, sentence, at)
        elif "thing" in word.tables:
            if joins(word, sentence) or (not _specify(found, sentence, at) and is_eventful(word)):
                break  # "two dams killed", «27 طفلا وجرح 128»
        elif "part" in word.cues or not (_partitive(word, sentence) or word.text in grammar.articles):
            break
        elif "place_in" in word.tables and word.text not in grammar.origins and not _sided(sentence, at):
            break  # «58 مسلحا في القصف الروسي»; but «12 في صفوف الجيش»
        at += width
        if not is_small(word):
            found.end = max(found.end, at)


def _names_next(sentence: Sentence, at: int) -> bool:
    """Whether a quotation mark opens the name of a group: «14 عنصرا من "حزب الله"», «مسلحا من تنظيم "داعش"»."""
    return any(w.entry("group") for w in sentence.words[at + 1 : at + 2])


def _sided(sentence: Sentence, at: int) -> bool:
    """Whether what stands behind a preposition says on whose side they are: «في صفوف الجيش», «في الجيش السوري»."""
    return any(w.cue("side") or w.entry("group") for w in sentence.words[at + 1 : at + 2])


def _partitive(word: Word, sentence: Sentence) -> bool:
    return is_small(word) and word.text in sentence.pack.grammar.partitives


def led(word: Word, sentence: Sentence) -> bool:
    """Whether a preposition is written onto a noun, which is then not what is counted: «31 وفاة بإقليم ورزازات»."""
    grammar = sentence.pack.grammar
    if not word.before or not grammar.numeral_behind or not word.entry("thing", "place"):
        return False
    led = word.before[1:] if word.before[0] in grammar.joins else word.before
    return led.removesuffix(grammar.numeral_behind) != ""


def _specify(found: NounPhrase, sentence: Sentence, at: int) -> bool:
    """A narrower noun behind a general one: «خمسة من العلماء», "members of the police", «عناصر القوى الأمنية»."""
    thing = thing_of(sentence.words[at])
    general = found.concept is not None and concepts().things[found.concept].generic
    if thing and ((general and found.concept in ancestors(thing.concept)) or (
            found.concept == "fighter" and thing.concept in concepts().things["fighter"].excludes)):
        found.head, found.concept = at, thing.concept
        return True
    return False


def _joined(sentence: Sentence, at: int) -> bool:
    """Whether a noun is joined here, by a word or a clitic: "and children", «ونساء»."""
    word = sentence.words[at]
    if word.text in COMMAS:
        return _listed(sentence, at + 1)
    if word.text in sentence.pack.grammar.joins:
        nxt = at + 1
        if nxt >= len(sentence.words) or nxt in sentence.owner or thing_of(sentence.words[nxt]) is None:
            return False
        return not _numbered(sentence, nxt)  # "killed 820 people and injured 672": a verb with a figure of its own
    last = sentence.words[at - 1]
    described = word.entry("modifier") and last.entry("modifier") and not thing_of(last)  # «الغواصون المحليون والأجانب»
    noun = joins(word, sentence) and thing_of(word) is not None
    article = sentence.pack.grammar.numeral_behind
    apart = article and word.before.endswith(article) and thing_of(last) and not last.before.endswith(article)
    return noun and not described and not apart and not _numbered(sentence, at)  # «109 وفيات والإصابات إلى 2895»


def _listed(sentence: Sentence, at: int) -> bool:
    """Whether a noun behind a comma stands in a list that goes on: "men, women and children"."""
    behind = at + max(1, sentence.words[at].width) if at < len(sentence.words) else at
    if behind >= len(sentence.words) or at in sentence.owner or thing_of(sentence.words[at]) is None:
        return False
    behind += sentence.words[behind].text in COMMAS and behind + 1 < len(sentence.words)  # "men, women, and children"
    return sentence.words[behind].text in sentence.pack.grammar.joins and _joined(sentence, behind)


def _numbered(sentence: Sentence, at: int) -> bool:
    """Whether a figure of its own stands behind a word, which is a verb, or a crew «من 8 أفراد»."""
    led = at + 1 < len(sentence.words) and sentence.words[at + 1].text in sentence.pack.grammar.partitives
    return at + 1 + led in sentence.owner


def joins(word: Word, sentence: Sentence) -> bool:
    """Whether "and" is written onto a word."""
    return word.before[:1] in sentence.pack.grammar.joins


def _join(found: NounPhrase, sentence: Sentence, at: int) -> int:
    at += sentence.words[at].text in COMMAS or sentence.words[at].text in sentence.pack.grammar.joins
    thing = thing_of(sentence.words[at])
    if thing and thing.concept != found.concept:
        found.others.append(thing.concept)
        found.mixed = found.mixed or thing.concept == "foreigner"  # «من جنسيات مصرية وأجنبية»
    at += max(1, sentence.words[at].width)
    found.end = max(found.end, at)
    return at


def name_before(found: NounPhrase, sentence: Sentence, figure: Figure, head: int) -> str | None:
    """A name of two words or more before the head, which narrows whom it counts: "four Dallas Police officers"."""
    first = head
    if found.concept is None:
        return None
    while first > figure.last and sentence.words[first - 1].is_word and sentence.capital(first - 1):
        first -= 1
    if head - first < 2:
        return None
    return " ".join(w.text for w in sentence.words[first:head])


def joins_names(sentence: Sentence, at: int) -> bool:
    """Whether a joining word joins two names that stand before one noun: "Taliban and Haqqani fighters"."""
    words = sentence.words
    if sentence.pack.grammar.head_first or at + 2 >= len(words):
        return False
    after = at + 1 + max(1, words[at + 1].width)
    named = sentence.capital(at - 1) and sentence.capital(at + 1) and at + 1 not in sentence.owner
    return named and after < len(words) and thing_of(words[after]) is not None


def tied(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen stands there, with no blank on either side: "12-story", "truck-mounted"."""
    words = sentence.words
    if not 0 < at < len(words) - 1 or words[at].text != "-":
        return False
    return sentence.ends(at - 1) == sentence.starts[at] and sentence.ends(at) == sentence.starts[at + 1]


def only_describes(sentence: Sentence, figure: Figure, found: NounPhrase) -> bool:
    """Whether what befalls the noun behind, and when, is not told of a figure that describes it: "the 770-foot dam was
    not damaged", "the 12-story tower, built in 1981"; each quake has a magnitude of its own."""
    mention = figure.mention
    if mention.kind != "measure" or mention.unit == "magnitude" or sentence.pack.grammar.head_first:
        return found.describes
    hyphen, unit = sentence.text(figure.core, figure.end).partition("-")[1:]
    return bool(hyphen) and unit[:1].isalpha()


def hyphened(sentence: Sentence, at: int) -> int:
    """The words of a compound that only describes ("conflict-related", "truck-mounted"), or of what stands before the
    hyphen of a noun ("ex-soldiers"); 0 where none begins."""
    words = sentence.words
    if sentence.pack.grammar.head_first or words[at].width > 1 or not tied(sentence, at + 1):
        return 0
    thing = thing_of(words[at + 2])
    return 2 if thing and thing.form == "plural" else 3


def is_attribute(sentence: Sentence, figure: Figure, at: int, thing: Entry) -> bool:
    """A singular noun of several that belongs to a plural behind it: "ten mass casualty search teams"."""
    if thing.form != "singular" or sentence.pack.grammar.head_first or figure.mention.value in (0, 1):
        return False
    after = at + max(1, sentence.words[at].width)
    behind = (w for w in sentence.words[after : after + 5] if w.text not in QUOTES)
    for word in islice(behind, 3):
        noun = thing_of(word)
        if noun and noun.form == "plural":
            return True
        known = any(entry.form != "infinitive" for entry in word.entries)
        if not word.is_word or (known and not noun):
            return False
    return False


def is_attributive(sentence: Sentence, at: int) -> bool:
    """ "140 injured people": a state that stands before its noun."""
    after = at + max(1, sentence.words[at].width)
    return (
        not sentence.pack.grammar.head_first
        and sentence.words[at].width <= 1  # "12 died of their wounds"
        and sentence.words[at].entry("state", "transitive", "intransitive") is not None
        and after < len(sentence.words)
        and thing_of(sentence.words[after]) is not None
    )


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
