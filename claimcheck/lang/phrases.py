"""Entries of a language pack found in a text: counted nouns, events, groups, places, times, cues, attribution.

Every word of a pack is expanded to its forms once; in the text the longest entry wins. A word with clitics
(«وبالمدنيين») is looked up whole first, then without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from claimcheck.lang.fold import fold
from claimcheck.lang.forms import NAMES, forms
from claimcheck.lang.kept import kept
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.pack_words import Words
from claimcheck.lang.sentences import tokens


class Entry(NamedTuple):
    """One meaning of a word: its table in the pack, its concept, and which form of the word this is."""

    table: str
    concept: str
    form: str = ""


@dataclass(slots=True, eq=False)
class Word:
    """A token of a text with the entries that begin at it (``width`` tokens long, 0 for none).

    Where it stands is no part of it: like tokens of like meaning share one word.
    """

    text: str
    entries: tuple[Entry, ...] = ()
    width: int = 0
    #: letters written onto the token that the entries were found without
    before: str = ""
    after: str = ""
    #: what the token may stand for inside a phrase: itself, and itself without what is written before it
    forms: frozenset[str] = frozenset()
    #: those that begin phrases, as (letters before, stem), and the tokens that may go on with them
    opens: tuple[tuple[str, str], ...] = ()
    seconds: frozenset[str] = frozenset()
    is_word: bool = field(init=False)
    #: table -> its first entry there; the tables; which small word it is; and what a sentence is asked for of it
    tables: dict[str, Entry] = field(init=False)
    kinds: frozenset[str] = field(init=False)
    cues: frozenset[str] = field(init=False)
    topics: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.is_word = self.text[0].isalpha()
        self.tables = {e.table: e for e in reversed(self.entries)}
        self.kinds = frozenset(self.tables)
        self.cues = frozenset(e.concept for e in self.entries if e.table == "cue")
        self.topics = (*(table for table in self.tables if table not in ("stop", "cue")), *self.cues)

    def entry(self, table: str, *others: str) -> Entry | None:
        """The first entry of one of the tables."""
        if not others:
            return self.tables.get(table)
        for entry in self.entries:  # asked of every word many times over: a generator would double the time
            if entry.table == table or entry.table in others:
                return entry
        return None

    def of(self, tables: frozenset[str]) -> bool:
        """Whether it has an entry of one of the tables."""
        return not self.kinds.isdisjoint(tables)

    def means(self, table: str, *concepts: str) -> bool:
        """Whether it has one of the concepts of a table."""
        if table in self.tables:
            for entry in self.entries:
                if entry.table == table and entry.concept in concepts:
                    return True
        return False

    def cue(self, *names: str) -> bool:
        """Whether it is one of these small words."""
        return not self.cues.isdisjoint(names)


_T = TypeVar("_T")
#: rank in the pack, the tokens behind the first, what they mean together
Phrase = tuple[int, tuple[str, ...], Entry]
#: distinct tokens that are remembered, and letters of one; a long run meets ever more names and misprints
_MOST = 200_000
_LONGEST = 40


@dataclass(slots=True, eq=False)
class Lexicon:
    """All forms of a pack: single words and phrases by their first token."""

    pack: LanguagePack
    single: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    #: first token -> second token -> (rank, the tokens behind the first, entry), longest first
    phrases: dict[str, dict[str, list[Phrase]]] = field(default_factory=dict)
    vocabulary: set[str] = field(default_factory=set)
    #: what stood between two blanks, as its words
    _chunks: _Chunks = field(init=False)
    #: the tokens met so far: as they are found by themselves, as they begin phrases, and as they stand inside one
    _words: dict[str, Word] = field(default_factory=dict)
    _begun: dict[str, Word] = field(default_factory=dict)
    _inside: dict[str, Word] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._chunks = _Chunks(self)

    def keys(self, token: str) -> list[tuple[str, str, str]]:
        """The token as (letters before, stem, letters after), whole first, stems that the pack knows only."""
        return sorted(self._strip(token), key=lambda k: -len(k[1]))  # «وسينقل» is و and سينقل

    def _strip(self, token: str) -> Iterator[tuple[str, str, str]]:
        yield "", token, ""
        clitics = self.pack.clitics
        for before in ("", *clitics.before):
            if before and not token.startswith(before):
                continue
            for after in ("", *clitics.after):
                if token.endswith(after) and (before or after):
                    stem = token[len(before) : len(token) - len(after)]
                    if len(stem) > 2 and stem in self.vocabulary:
                        yield before, stem, after

    def read(self, text: str, start: int, end: int) -> list[Word]:
        """The tokens of ``text[start:end]`` with their entries."""
        words = list(chain.from_iterable(map(self._chunks.__getitem__, text[start:end].split())))
        free = 0
        for at in [at for at, word in enumerate(words) if word.seconds]:
            if at >= free and at + 1 < len(words) and not words[at].seconds.isdisjoint(words[at + 1].forms):
                words[at] = found = self._found(words, at)
                free = at + found.width
                words[at + 1 : free] = [self._covered(w) for w in words[at + 1 : free]]
        return words

    def chunk(self, chunk: str) -> tuple[Word, ...]:
        """A word with the marks beside it."""
        return tuple(self._words.get(token) or self._learn(token) for token in tokens(chunk))

    def _learn(self, token: str) -> Word:
        """A token as it is where it begins no phrase."""
        keys = self.keys(token)
        known = next((n for n, (_, stem, _) in enumerate(keys) if stem in self.single), len(keys))
        before, stem, after = keys[known] if known < len(keys) else ("", token, "")
        entries = self.single.get(stem, ())
        opens = tuple((onto, stem) for onto, stem, behind in keys[: known + 1] if not behind and stem in self.phrases)
        forms = frozenset(stem for _, stem, behind in keys if not behind)
        seconds = frozenset(second for _, stem in opens for second in self.phrases[stem])
        word = Word(token, entries, int(bool(entries)), before, after, forms, opens, seconds)
        return _kept(self._words, token, word)

    def _covered(self, word: Word) -> Word:
        """A token inside a phrase: nothing begins at it."""
        return self._inside.get(word.text) or _kept(self._inside, word.text, Word(word.text, forms=word.forms))

    def _found(self, words: list[Word], at: int) -> Word:
        """The word at ``at`` with the longest phrase that it begins, or else as it is by itself."""
        word = words[at]
        for before, stem in word.opens:
            if found := self._longest(words, at, stem):
                width = 1 + len(found[0][1])
                written = " ".join(w.text for w in words[at : at + width])
                entries = tuple(entry for _, _, entry in sorted(found, key=_rank))
                return self._begun.get(written) or _kept(
                    self._begun, written, Word(word.text, entries, width, before, forms=word.forms))
        return word

    def _longest(self, words: list[Word], at: int, stem: str) -> list[Phrase]:
        begun, best = self.phrases[stem], 0
        third = words[at + 2].forms if at + 2 < len(words) else frozenset()
        found: list[Phrase] = []
        for phrase in [p for second in words[at + 1].forms for p in begun.get(second, ())]:
            rest = phrase[1]
            long = len(rest)
            if long < best or (long > 1 and rest[1] not in third):  # nearly all end here
                continue
            if long < 3 or _follows(words, at + 3, rest[2:]):
                found = [*found, phrase] if long == best else [phrase]
                best = long
        return found


class _Chunks(dict[str, tuple[Word, ...]]):
    """What stood between two blanks, as its words; a dictionary that learns is looked up without a line of Python."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, chunk: str) -> tuple[Word, ...]:
        words = self._lexicon.chunk(chunk)
        return words if any(map(str.isdecimal, chunk)) else _kept(self, chunk, words)  # figures seldom come again


def _follows(words: list[Word], at: int, rest: tuple[str, ...]) -> bool:
    """Whether the rest of a phrase stands at ``at``."""
    return at + len(rest) <= len(words) and all(token in words[at + n].forms for n, token in enumerate(rest))


def _kept(store: dict[str, _T], key: str, found: _T) -> _T:
    if len(store) < _MOST and len(key) < _LONGEST:
        store[key] = found
    return found


def _rank(phrase: Phrase) -> int:
    return phrase[0]


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language, made once a process."""
    return _restored(load(code), kept(f"lexicon.{code}", lambda: _plain(made(load(code)))))


def made(pack: LanguagePack) -> Lexicon:
    """The lexicon of a pack, made of its words."""
    lex = Lexicon(pack)
    single: dict[str, list[Entry]] = defaultdict(list)
    phrases: dict[str, dict[tuple[tuple[str, ...], Entry], None]] = defaultdict(dict)
    for form, entry in _entries(pack):
        first, *rest = (form,) if form.isalpha() else tokens(form)
        if rest:
            phrases[first][tuple(rest), entry] = None
        else:
            single[first].append(entry)
    lex.single = {form: _names(tuple(dict.fromkeys(entries))) for form, entries in single.items()}
    lex.phrases = {first: _by_second(found) for first, found in phrases.items()}
    lex.vocabulary = _vocabulary(lex)
    return lex


def _vocabulary(lex: Lexicon) -> set[str]:
    return {*lex.single, *lex.phrases, *chain.from_iterable(rest for _, rest, _ in _every(lex))}


def _every(lex: Lexicon) -> Iterator[Phrase]:
    """Each phrase."""
    return (phrase for seconds in lex.phrases.values() for found in seconds.values() for phrase in found)


def _plain(lex: Lexicon) -> dict[str, Any]:
    """A lexicon as plain data: each entry and each meaning once, and the words by the numbers of theirs."""
    meanings = list(dict.fromkeys(lex.single.values()))
    entries = list(dict.fromkeys(chain(chain.from_iterable(meanings), (entry for _, _, entry in _every(lex)))))
    meaning = {known: n for n, known in enumerate(meanings)}
    number = {entry: n for n, entry in enumerate(entries)}
    return {
        "entries": [tuple(entry) for entry in entries],
        "meanings": [[number[entry] for entry in known] for known in meanings],
        "single": {form: meaning[known] for form, known in lex.single.items()},
        "phrases": {
            first: {
                second: [(rank, rest, number[entry]) for rank, rest, entry in found]
                for second, found in seconds.items()
            }
            for first, seconds in lex.phrases.items()
        },
    }


def _restored(pack: LanguagePack, plain: dict[str, Any]) -> Lexicon:
    entries = [Entry(*fields) for fields in plain["entries"]]
    meanings = [tuple([entries[n] for n in numbers]) for numbers in plain["meanings"]]
    lex = Lexicon(pack, {form: meanings[n] for form, n in plain["single"].items()})
    lex.phrases = {
        first: {
            second: [(rank, rest, entries[n]) for rank, rest, n in found] for second, found in seconds.items()
        }
        for first, seconds in plain["phrases"].items()
    }
    lex.vocabulary = _vocabulary(lex)
    return lex


def _by_second(phrases: Iterable[tuple[tuple[str, ...], Entry]]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for rank, (rest, entry) in enumerate(phrases):
        found[rest[0]].append((rank, rest, entry))
    return dict(found)


#: where one form has both, the second is meant by accident: «سوريا» is no adjective, «التي» no dual of machine
_OVERRULED = (("place", "nationality"), ("stop", "thing"))


def _names(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a form without those that a likelier one overrules."""
    if len(entries) == 1:
        return entries
    tables = {e.table for e in entries}
    out = {loser for winner, loser in _OVERRULED if winner in tables}
    return tuple(e for e in entries if e.table not in out)


def _entries(pack: LanguagePack) -> Iterator[tuple[str, Entry]]:
    """Every folded form of every word of a pack with its entry, in the order in which an ambiguous word is decided."""
    for table, words, family in (
        ("thing", pack.things, "noun"),
        ("transitive", pack.events.transitive, "verb"),
        ("intransitive", pack.events.intransitive, "verb"),
        ("event", pack.events.nouns, "noun"),
        ("state", pack.events.states, "adjective"),
        ("modifier", pack.modifiers, "adjective"),
        ("group", pack.groups, "fixed"),
        ("nationality", pack.nationalities, "adjective"),
        ("place", pack.places, "fixed"),
        ("series", pack.series, "noun"),
    ):
        yield from _table(pack, table, words, family)
    yield from _fixed("cue", {cue: getattr(pack.cues, cue) for cue in pack.cues.fields()})
    yield from _fixed("place_kind", {"kind": pack.place_kinds})
    yield from _fixed("place_in", {"in": pack.place_prepositions})
    yield from _fixed("says", {
        "verb": pack.attribution.verbs, "before": pack.attribution.before, "that": pack.attribution.that,
        "participle": pack.attribution.participles, "addressing": pack.attribution.addressing,
        "quoted": pack.attribution.quoted, "act": pack.attribution.acts})
    yield from _fixed("body", pack.attribution.bodies)
    yield from _fixed("pronoun", {"pronoun": pack.attribution.pronouns})
    yield from _fixed("addressee", {"addressee": pack.attribution.addressees})
    yield from _fixed("speaker", {"speaker": pack.attribution.speakers})
    yield from _times(pack)
    yield from _fixed("stop", {"stop": pack.stopwords})


def _times(pack: LanguagePack) -> Iterator[tuple[str, Entry]]:
    times = pack.times
    scopes = ("since", "within", "on", "until", "last", "next", "this")
    yield from _fixed("time", {k: getattr(times, k) for k in scopes})
    for name, table in (("weekday", times.weekdays), ("month", times.months), ("day", times.days)):
        yield from ((fold(form), Entry(name, str(number))) for form, number in table.items())
    yield from _table(pack, "time_unit", times.units, "noun")


def _fixed(table: str, words: Words) -> Iterator[tuple[str, Entry]]:
    for concept, listed in words.items():
        yield from ((fold(form), Entry(table, concept)) for form in listed)


def _table(pack: LanguagePack, table: str, words: Words, family: str) -> Iterator[tuple[str, Entry]]:
    made = forms(pack.code)
    for concept, specs in words.items():
        entries = {name: Entry(table, concept, name) for name in NAMES}
        for spec in specs:
            yield from ((form, entries[name]) for name, form in made.of(spec, family))
