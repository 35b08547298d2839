"""Entries of a language pack found in a text: counted nouns, events, groups, places, times, cues, attribution.

Every word of a pack is expanded to its forms once; in the text the longest entry wins. A word with clitics
(«وبالمدنيين») is looked up whole first, then without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.fold import fold
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.pack_words import Inflection, Words
from claimcheck.lang.sentences import split, tokens

_FORMS = ("singular", "dual", "plural", "past", "present", "future", "participle", "gerund")


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a word: its table in the pack, its concept, and which form of the word this is."""

    table: str
    concept: str
    form: str = ""


@dataclass(slots=True)
class Word:
    """A token of a text: its folded span, and the entries that begin here (``width`` tokens long, 0 for none)."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()
    width: int = 0
    #: letters written onto the word that the entry was found without
    before: str = ""
    after: str = ""

    def entry(self, *tables: str) -> Entry | None:
        """The first entry of one of the tables."""
        for entry in self.entries:  # asked of every word many times over: a generator would double the time
            if entry.table in tables:
                return entry
        return None

    def cue(self, *names: str) -> bool:
        """Whether it is one of these small words."""
        return any(e.table == "cue" and e.concept in names for e in self.entries)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


#: entries of a word, their width, and the letters before and after that they were found without
Found = tuple[tuple[Entry, ...], int, str, str]
#: rank in the pack, the tokens behind the first, what they mean together
Phrase = tuple[int, tuple[str, ...], Entry]


@dataclass(slots=True)
class Lexicon:
    """All forms of a pack: single words and phrases by their first token."""

    pack: LanguagePack
    single: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    #: first token -> second token -> (rank, the tokens behind the first, entry), longest first
    phrases: dict[str, dict[str, list[Phrase]]] = field(default_factory=dict)
    vocabulary: set[str] = field(default_factory=set)
    _keys: dict[str, tuple[tuple[str, str, str], ...]] = field(default_factory=dict)
    _stems: dict[str, frozenset[str]] = field(default_factory=dict)
    #: tokens that begin no phrase, and so are the same everywhere
    _alone: dict[str, Found] = field(default_factory=dict)

    def keys(self, token: str) -> tuple[tuple[str, str, str], ...]:
        """The token as (letters before, stem, letters after), whole first, stems that the pack knows only."""
        known = self._keys.get(token)
        if known is None:
            known = tuple(sorted(self._strip(token), key=lambda k: -len(k[1])))  # «وسينقل» is و and سينقل
            if len(self._keys) < 200_000:
                self._keys[token] = known
        return known

    def _strip(self, token: str) -> Iterator[tuple[str, str, str]]:
        yield "", token, ""
        clitics = self.pack.clitics
        for before in ("", *clitics.before):
            if before and not token.startswith(before):
                continue
            for after in ("", *clitics.after):
                stem = token[len(before) : len(token) - len(after)]
                if (before or after) and token.endswith(after) and len(stem) > 2 and stem in self.vocabulary:
                    yield before, stem, after

    def read(self, text: str, start: int, end: int) -> list[Word]:
        """The tokens of ``text[start:end]`` with their entries."""
        words = [Word(m.start(), m.end(), m.group()) for m in tokens(text, start, end)]
        covered = 0
        for at, word in enumerate(words):
            if at < covered:
                continue
            self._match(words, at)
            covered = at + max(1, word.width) if word.width > 1 else covered
        return words

    def _match(self, words: list[Word], at: int) -> None:
        word = words[at]
        found = self._alone.get(word.text)
        if found is None:
            found = self._found(words, at)
            if len(self._alone) < 200_000 and not self._begins(word.text):
                self._alone[word.text] = found
        word.entries, word.width, word.before, word.after = found

    def _begins(self, token: str) -> bool:
        return any(stem in self.phrases for _, stem, after in self.keys(token) if not after)

    def _found(self, words: list[Word], at: int) -> Found:
        for before, stem, after in self.keys(words[at].text):
            width, found = self._longest(words, at, stem) if not after else (0, [])
            if width < 2 and stem in self.single:
                width, found = 1, [*self.single[stem]]
            if found:
                return tuple(found), width, before, after
        return (), 0, "", ""

    def _longest(self, words: list[Word], at: int, stem: str) -> tuple[int, list[Entry]]:
        begun = self.phrases.get(stem)
        if begun is None or at + 1 >= len(words):
            return 0, []
        seconds = self._forms(words[at + 1].text)
        fitting = [p for second in seconds if second in begun for p in begun[second] if self._follows(words, at + 2, p)]
        best = max((len(rest) for _, rest, _ in fitting), default=0)
        return best + 1 if best else 0, [entry for _, rest, entry in sorted(fitting, key=_rank) if len(rest) == best]

    def _follows(self, words: list[Word], at: int, phrase: Phrase) -> bool:
        rest = phrase[1]
        if at + len(rest) - 1 > len(words):
            return False
        return all(rest[i] in self._forms(words[at + i - 1].text) for i in range(1, len(rest)))

    def _forms(self, token: str) -> frozenset[str]:
        """What a token inside a phrase may stand for: itself, and itself without what is written before it."""
        known = self._stems.get(token)
        if known is None:
            known = frozenset({token, *(stem for _, stem, after in self.keys(token) if not after)})
            if len(self._stems) < 200_000:
                self._stems[token] = known
        return known


def _rank(phrase: Phrase) -> int:
    return phrase[0]


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language, made once a process."""
    pack = load(code)
    lex = Lexicon(pack)
    single: dict[str, dict[Entry, None]] = defaultdict(dict)
    phrases: dict[str, dict[tuple[tuple[str, ...], Entry], None]] = defaultdict(dict)
    for form, entry in _entries(pack):
        first, *rest = split(form)
        lex.vocabulary |= {first, *rest}
        if rest:
            phrases[first][tuple(rest), entry] = None
        else:
            single[first][entry] = None
    lex.single = {k: _names(tuple(v)) for k, v in single.items()}
    lex.phrases = {first: _by_second(found) for first, found in phrases.items()}
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
    ):
        yield from _table(pack, table, words, family)
    for cue, listed in pack.cues.model_dump().items():
        yield from _fixed("cue", {cue: listed})
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
    yield from _fixed("time", {k: getattr(times, k) for k in ("since", "within", "on", "last", "next", "this")})
    for name, table in (("weekday", times.weekdays), ("month", times.months), ("day", times.days)):
        yield from ((fold(form), Entry(name, str(number))) for form, number in table.items())
    yield from _table(pack, "time_unit", times.units, "noun")


def _fixed(table: str, words: Words) -> Iterator[tuple[str, Entry]]:
    for concept, forms in words.items():
        yield from ((fold(form), Entry(table, concept)) for form in forms)


def _table(pack: LanguagePack, table: str, words: Words, family: str) -> Iterator[tuple[str, Entry]]:
    for concept, specs in words.items():
        for spec in specs:
            for name, form in expand(pack, spec, family):
                yield form, Entry(table, concept, name)


def expand(pack: LanguagePack, spec: str, family: str) -> list[tuple[str, str]]:
    """All forms of a word, as (form name, form): ``citation[/second ...][@class]``."""
    written, _, named = spec.partition("@")
    parts = [part.strip() for part in fold(written).split("/")]
    kind = _class(pack, parts, named, family)
    if kind is None:
        return [("singular", parts[0]), *(("plural", p) for p in parts[1:])]
    return [(name, form) for name in _FORMS for form in _inflect(getattr(kind, name), parts)]


def _class(pack: LanguagePack, parts: list[str], named: str, family: str) -> Inflection | None:
    if named and named not in pack.inflection:
        raise ClaimcheckError(f"packs/{pack.code}.toml: {parts[0]}@{named}: there is no [inflection.{named}]")
    if named:
        return pack.inflection[named]
    fitting = (c for c in pack.inflection.values() if c.family == family and _fits(c, parts[0]))
    return next(fitting, None)


def _fits(kind: Inflection, citation: str) -> bool:
    return not kind.ends or any(citation.endswith(_pattern(e)) for e in kind.ends)


def _inflect(patterns: Iterable[str], parts: list[str]) -> Iterator[str]:
    for pattern in patterns:
        if not any(f"{{{n}}}" in pattern for n in range(len(parts), 6)):
            yield _pattern(pattern).replace("{s}", parts[0][:-1]).format(*parts)


@cache
def _pattern(written: str) -> str:
    """A pattern in the folded form: there are few, and thousands of words are made of each."""
    return fold(written)
