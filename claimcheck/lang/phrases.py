"""Entries of a language pack found in a text: counted nouns, events, groups, places, times, cues, attribution.

Every word of a pack is expanded to its forms once; in the text the longest entry wins. A word with clitics
(«وبالمدنيين») is looked up whole first, then without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any, Final, NamedTuple, TypeVar

from claimcheck.lang.fold import fold
from claimcheck.lang.forms import NAMES, forms
from claimcheck.lang.kept import kept
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.pack_words import Words
from claimcheck.lang.sentences import tokens
from claimcheck.lang.topics import Entry, topics


class Meaning(NamedTuple):
    """What the entries of a word come to; words of like entries share one."""

    #: table -> its first entry there; the tables; which small word it is; and its ``topics``
    tables: dict[str, Entry]
    kinds: frozenset[str]
    cues: frozenset[str]
    topics: tuple[str, ...]


@cache
def _meaning(entries: tuple[Entry, ...]) -> Meaning:
    tables = {e.table: e for e in reversed(entries)}
    cues = frozenset(e.concept for e in entries if e.table == "cue")
    return Meaning(tables, frozenset(tables), cues, topics(entries))


#: how much another statement separates: nothing governs across it; and how much a mark
ANEW: Final = 14
_SEPARATES = dict.fromkeys(";؛:()[]—–", 4) | dict.fromkeys(",،\"'-/", 1)


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
    #: the phrases that it begins, with the letters before their first word; and the tokens that these go on with
    opens: tuple[tuple[str, Node], ...] = ()
    seconds: frozenset[str] = frozenset()
    #: whether it stands in a phrase that begins before
    inside: bool = False
    is_word: bool = field(init=False)
    #: how many characters it has, and how much it separates what stands before and behind it
    size: int = field(init=False)
    apart: int = field(init=False)
    #: see `Meaning`
    tables: dict[str, Entry] = field(init=False)
    kinds: frozenset[str] = field(init=False)
    cues: frozenset[str] = field(init=False)
    topics: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.is_word = self.text[0].isalpha()
        self.size = len(self.text)
        self.apart = _SEPARATES.get(self.text, 0)
        self.tables, self.kinds, self.cues, self.topics = _meaning(self.entries)

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
#: forms of verbs
_FINITE = ("past", "present", "future")
_K = TypeVar("_K", str, tuple[Word, Word])
#: the phrases that go on from here: token -> those that go on with it; "" -> what those that end here mean, each its
#: rank in the pack and the number of its entry
Node = dict[str, Any]
_END: Final = ""
_NOTHING = frozenset[str]()
#: distinct tokens that are remembered, and letters of one; a long run meets ever more names and misprints
_MOST: Final = 200_000
_LONGEST: Final = 40
#: figures of so many characters are remembered, too
_SHORT: Final = 4


@dataclass(slots=True, eq=False)
class Lexicon:
    """All forms of a pack: single words, and phrases by their first token."""

    pack: LanguagePack
    single: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    phrases: dict[str, Node] = field(default_factory=dict)
    #: the entries of phrases, by their numbers
    entries: list[Entry] = field(default_factory=list)
    vocabulary: set[str] = field(default_factory=set)
    _chunks: _Chunks = field(init=False)
    #: what opens a statement: a join that is written onto it begins another, «وأن»
    _that: frozenset[str] = field(init=False)
    #: what is written onto a word, by its outer letter
    before: dict[str, list[str]] = field(init=False)
    after: dict[str, list[str]] = field(init=False)
    #: the tokens met so far as they are by themselves, the phrases, and two words that may begin one: see `_pair`
    _words: dict[str, Word] = field(default_factory=dict)
    _phrases: dict[str, tuple[Word, ...]] = field(default_factory=dict)
    _pairs: dict[tuple[Word, Word], tuple[frozenset[str], tuple[Word, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._chunks, self._that = _Chunks(self), frozenset(map(fold, self.pack.attribution.that))
        clitics = self.pack.clitics
        self.before, self.after = _by_letter(clitics.before, 0), _by_letter(clitics.after, -1)

    def keys(self, token: str) -> list[tuple[str, str, str]]:
        """The token as (letters before, stem, letters after), whole first, stems that the pack knows only."""
        before = [b for b in self.before.get(token[:1], ()) if token.startswith(b)]
        after = [a for a in self.after.get(token[-1:], ()) if token.endswith(a)]
        if not (before or after):
            return [("", token, "")]
        split = [(b, token[len(b) : len(token) - len(a)], a) for b in ("", *before) for a in ("", *after)]
        keys = [key for key in split if key[1] == token or (len(key[1]) > 2 and key[1] in self.vocabulary)]
        return sorted(keys, key=lambda k: -len(k[1]))  # «وسينقل» is و and سينقل

    def read(self, text: str, start: int, end: int) -> list[Word]:
        """The tokens of ``text[start:end]`` with their entries."""
        return self.joined(self.chunks(text[start:end]))

    def chunks(self, text: str) -> list[Chunk]:
        """A text from blank to blank."""
        return list(map(self._chunks.__getitem__, text.split()))

    def joined(self, chunks: Iterable[Chunk]) -> list[Word]:
        """Their words, those of phrases with what the phrases mean."""
        words: list[Word] = []
        for chunk in chunks:
            words += chunk.words
        for at in range(len(words) - 1):
            seconds = words[at].seconds
            if not seconds or seconds.isdisjoint(words[at + 1].forms):
                continue  # most; so are all within a phrase, whose words open none
            pair = words[at], words[at + 1]
            thirds, phrase = self._pairs.get(pair) or self._pair(pair)
            if thirds and at + 2 < len(words) and not thirds.isdisjoint(words[at + 2].forms):
                phrase = self._phrase(words, at)
            if phrase:
                words[at : at + len(phrase)] = phrase
        return words

    def chunk(self, chunk: str) -> tuple[Word, ...]:
        """A word with the marks beside it."""
        known = self._words
        return tuple([known.get(token) or self._learn(token) for token in (
            (chunk,) if chunk.isalpha() else tokens(chunk))])

    def _learn(self, token: str) -> Word:
        """A token as it is where it begins no phrase."""
        keys, joins = self.keys(token), self.pack.grammar.joins  # «حالة وإصابة» is no «حالة إصابة»
        known = next((n for n, (_, stem, _) in enumerate(keys) if stem in self.single), len(keys))
        before, stem, after = keys[known] if known < len(keys) else ("", token, "")
        entries = self.single.get(stem, ())
        if before in self.pack.clitics.nominal:
            entries = tuple([e for e in entries if e.form not in _FINITE])
        forms = frozenset([stem for onto, stem, behind in keys if not behind and onto[:1] not in joins])
        opens = tuple([(onto, self.phrases[stem]) for onto, stem, behind in keys[: known + 1]
                       if not behind and stem in self.phrases])
        seconds = frozenset(chain.from_iterable([node for _, node in opens])) if opens else _NOTHING
        word = Word(token, entries, int(bool(entries)), before, after, forms, opens, seconds)
        word.apart = ANEW if token[:1] in joins and token[1:] in self._that else word.apart
        return _kept(self._words, token, word)

    def _pair(self, pair: tuple[Word, Word]) -> tuple[frozenset[str], tuple[Word, ...]]:
        """Of two words that begin phrases: the tokens that go on with longer ones, and the phrase of the two alone."""
        first, second = pair
        ahead = [node[form] for _, node in first.opens for form in second.forms if form in node]
        thirds = frozenset(chain.from_iterable(ahead)) - {_END}
        return _kept(self._pairs, pair, (thirds, self._phrase(pair, 0)))

    def _phrase(self, words: Sequence[Word], at: int) -> tuple[Word, ...]:
        """The longest phrase that begins at ``at``, all that it means at its first word; nothing where none stands."""
        word = words[at]
        for before, node in word.opens:
            width, ends = _longest(words, at, node)
            if width:
                written = " ".join([w.text for w in words[at : at + width]])
                return self._phrases.get(written) or _kept(self._phrases, written, (
                    Word(word.text, tuple([self.entries[n] for _, n in sorted(ends)]), width, before, forms=word.forms),
                    *[Word(w.text, forms=w.forms, inside=True) for w in words[at + 1 : at + width]]))
        return ()


class Chunk(NamedTuple):
    """What stands between two blanks: its words, and how far it is from each to the next, one blank behind the last."""

    words: tuple[Word, ...]
    steps: tuple[int, ...]


class _Chunks(dict[str, Chunk]):
    """The chunks met so far; a dictionary that learns is looked up without a line of Python."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, chunk: str) -> Chunk:
        words = self._lexicon.chunk(chunk)
        *steps, last = [word.size for word in words]
        found = Chunk(words, (*steps, last + 1))
        seldom = len(chunk) > _SHORT and any(map(str.isdecimal, chunk))  # long figures hardly come again
        return found if seldom else _kept(self, chunk, found)


def _by_letter(onto: Iterable[str], at: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for letters in onto:
        found[letters[at]].append(letters)
    return dict(found)


def _longest(words: Sequence[Word], at: int, node: Node) -> tuple[int, list[tuple[int, int]]]:
    """How many words the longest phrase takes whose first one stands at ``at``, 0 for none, and where it ends."""
    width, ahead, nodes = 0, at + 1, [node]
    ends: list[tuple[int, int]] = []
    while ahead < len(words) and (nodes := [n[form] for n in nodes for form in words[ahead].forms if form in n]):
        ahead += 1
        if here := [end for n in nodes for end in n.get(_END, ())]:
            width, ends = ahead - at, here
    return width, ends


def _kept(store: dict[_K, _T], key: _K, found: _T) -> _T:
    if len(store) < _MOST and len(key) < _LONGEST:
        store[key] = found
    return found


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
    lex.entries = list(dict.fromkeys(entry for found in phrases.values() for _, entry in found))
    number = {entry: n for n, entry in enumerate(lex.entries)}
    lex.phrases = {first: _node((rest, number[entry]) for rest, entry in found) for first, found in phrases.items()}
    behind = (token for found in phrases.values() for rest, _ in found for token in rest)
    lex.vocabulary = {*lex.single, *phrases, *behind}
    return lex


def _node(phrases: Iterable[tuple[tuple[str, ...], int]]) -> Node:
    """The phrases of one first token, by those behind it."""
    node: Node = {}
    for rank, (rest, number) in enumerate(phrases):
        end = node
        for token in rest:
            end = end.setdefault(token, {})
        end.setdefault(_END, []).append((rank, number))
    return node


def _plain(lex: Lexicon) -> dict[str, Any]:
    """A lexicon as plain data: each entry and each meaning once, and the words by the numbers of theirs."""
    meanings = list(dict.fromkeys(lex.single.values()))
    entries = list(dict.fromkeys((*lex.entries, *chain.from_iterable(meanings))))
    number = {entry: n for n, entry in enumerate(entries)}
    meaning = {known: n for n, known in enumerate(meanings)}
    return {
        "entries": [tuple(entry) for entry in entries],
        "meanings": [[number[entry] for entry in known] for known in meanings],
        "single": {form: meaning[known] for form, known in lex.single.items()},
        "phrases": lex.phrases,
        "vocabulary": lex.vocabulary,
    }


def _restored(pack: LanguagePack, plain: dict[str, Any]) -> Lexicon:
    entries = [Entry(*fields) for fields in plain["entries"]]
    meanings = [tuple([entries[n] for n in numbers]) for numbers in plain["meanings"]]
    single = {form: meanings[n] for form, n in plain["single"].items()}
    return Lexicon(pack, single, plain["phrases"], entries, plain["vocabulary"])


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
        ("compass", pack.compass, "fixed"),
        ("means", pack.means, "fixed"),
        ("venue", pack.venues, "noun"),
    ):
        yield from _table(pack, table, words, family)
    yield from _fixed("cue", {cue: getattr(pack.cues, cue) for cue in pack.cues.fields()})
    yield from _fixed("place_kind", {"kind": pack.place_kinds})
    yield from _fixed("place_in", {"in": pack.place_prepositions})
    yield from _fixed("says", {
        "verb": pack.attribution.verbs, "before": pack.attribution.before, "that": pack.attribution.that,
        "participle": pack.attribution.participles, "addressing": pack.attribution.addressing,
        "setting": pack.attribution.setting,
        "quoted": pack.attribution.quoted, "act": pack.attribution.acts})
    yield from _fixed("body", pack.attribution.bodies)
    yield from _fixed("pronoun", {"pronoun": pack.attribution.pronouns})
    yield from _fixed("addressee", {"addressee": pack.attribution.addressees})
    yield from _fixed("speaker", {"speaker": pack.attribution.speakers})
    yield from _times(pack)
    yield from _fixed("stop", {"stop": pack.stopwords})


def _times(pack: LanguagePack) -> Iterator[tuple[str, Entry]]:
    times = pack.times
    scopes = ("since", "within", "past", "on", "until", "last", "next", "this", "then")
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
