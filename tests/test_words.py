"""The words of the packs: whole, free of doubles, and found in the forms that newspapers print.

Corpora: tests/lang/words.<code>.toml, table -> concept -> forms. A new word is proven by a line there.
"""

from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from corpora import corpora

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.fold import fold
from claimcheck.lang.forms import forms
from claimcheck.lang.pack import LanguagePack, concepts, load
from claimcheck.lang.pack_words import Words
from claimcheck.lang.phrases import lexicon
from claimcheck.lang.topics import Entry
from claimcheck.model import Article
from claimcheck.stages.extract import extract

CORPORA = corpora("words.{}.toml")
CODES = tuple(CORPORA)
#: languages that have a word for every concept and every name
WHOLE = ("ar", "en")
TABLES = ("thing", "transitive", "intransitive", "event", "state", "modifier", "group", "nationality", "place")
#: forms that two concepts of a table share, and no spelling tells apart; the first in the pack is taken
SHARED = {"ar": {("thing", "مزارعا")}}


@cache
def tables(code: str) -> dict[str, Words]:
    pack = load(code)
    events = pack.events
    return {
        "things": pack.things, "transitive": events.transitive, "intransitive": events.intransitive,
        "nouns": events.nouns, "states": events.states, "modifiers": pack.modifiers, "groups": pack.groups,
        "nationalities": pack.nationalities, "places": pack.places, "units": pack.times.units,
    }


def entries(code: str, text: str) -> tuple[Entry, ...]:
    """What the first word of the text is found as, where the entry takes in the whole text."""
    folded = fold(text)
    words = lexicon(code).read(folded, 0, len(folded))
    return words[0].entries if max(1, words[0].width) == len(words) else ()


def corpus(part: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str, str]]:
    for table, listed in part.items():
        for concept, words in listed.items():
            yield from ((table, concept, form) for form in words)


def positive(code: str) -> list[tuple[str, str, str]]:
    return list(corpus({t: c for t, c in CORPORA[code].items() if t != "not"}))


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_the_corpus_is_found(code: str) -> None:
    lost = [(t, c, f) for t, c, f in positive(code) if (t, c) not in {(e.table, e.concept) for e in entries(code, f)}]
    assert not lost


@pytest.mark.parametrize("code", CODES)
def test_what_must_not_be_found_is_not(code: str) -> None:
    wrong = [(t, c, f) for t, c, f in corpus(CORPORA[code].get("not", {}))
             if (t, c) in {(e.table, e.concept) for e in entries(code, f) if e.form != "infinitive"}]
    assert not wrong


@pytest.mark.parametrize("code", CODES)
def test_the_corpus_knows_only_what_there_is(code: str) -> None:
    known = {"thing": set(concepts().things), "group": set(load(code).groups),
             "nationality": set(load(code).nationalities), "place": set(load(code).places)}
    unknown = [(t, c) for t, c, _ in positive(code) if c not in known.get(t, set(concepts().events))]
    assert not unknown


@pytest.mark.parametrize("code", WHOLE)
def test_every_concept_has_a_word(code: str) -> None:
    words = tables(code)
    told = set().union(*(words[t] for t in ("transitive", "intransitive", "nouns", "states")))
    assert set(concepts().things) == set(words["things"])
    assert set(concepts().events) == told


def test_both_languages_name_the_same_groups_and_places() -> None:
    arabic, english = tables("ar"), tables("en")
    assert set(arabic["groups"]) == set(english["groups"])
    assert set(arabic["places"]) == set(english["places"])


@pytest.mark.parametrize("code", CODES)
def test_a_pack_knows_no_concept_that_there_is_not(code: str) -> None:
    words = tables(code)
    told = set().union(*(words[t] for t in ("transitive", "intransitive", "nouns", "states")))
    assert set(words["things"]) <= set(concepts().things)
    assert told <= set(concepts().events)
    assert set(words["places"]) <= set(load("en").places)
    assert set(words["groups"]) <= set(load("en").groups)


@pytest.mark.parametrize("code", CODES)
def test_no_form_stands_under_two_concepts_of_a_table(code: str) -> None:
    lex = lexicon(code)
    doubles = set()
    for form, found in lex.single.items():
        seen = defaultdict(set)
        for entry in found:
            seen[entry.table].add(entry.concept)
        doubles |= {(table, form) for table, several in seen.items() if table in TABLES and len(several) > 1}
    assert doubles == SHARED.get(code, set())


def _phrases(begun: str, node: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """The phrases of a lexicon that go on from here, each with the number of its entry."""
    for token, below in node.items():
        if token:
            yield from _phrases(f"{begun} {token}", below)
        else:
            yield from ((begun, number) for _, number in below)


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_has_one_concept(code: str) -> None:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    lex = lexicon(code)
    for phrase, number in ((p, n) for first, node in lex.phrases.items() for p, n in _phrases(first, node)):
        seen[lex.entries[number].table, phrase].add(lex.entries[number].concept)
    assert not {k: v for k, v in seen.items() if len(v) > 1 and k[0] in TABLES}


@pytest.mark.parametrize("code", CODES)
def test_every_word_is_found_again(code: str) -> None:
    """Written into a text, each word leads back to its concept: none is hidden by another."""
    lost = []
    names = {"things": "thing", "nouns": "event", "states": "state", "modifiers": "modifier", "groups": "group",
             "nationalities": "nationality", "places": "place", "units": "time_unit"}
    for table, words in tables(code).items():
        for concept, specs in words.items():
            for spec in specs:
                word = spec.partition("@")[0].partition("/")[0].strip()
                if spec.endswith("@collective") or "{0}" not in _patterns(load(code), spec):
                    continue
                found = {(e.table, e.concept) for e in entries(code, word)}
                if ("place", concept) in found and table == "nationalities":  # «هايتي» is the country first
                    continue
                if (names.get(table, table), concept) not in found:
                    lost.append((table, concept, word))
    assert not lost


def _patterns(pack: LanguagePack, spec: str) -> str:
    """All patterns of the class that the word names; of no class, that of the citation form."""
    named = spec.partition("@")[2]
    return " ".join(p for form in _forms(pack, named) for p in form) if named else "{0}"


def _forms(pack: LanguagePack, named: str) -> list[list[str]]:
    kind = pack.inflection[named]
    names = ("singular", "dual", "plural", "past", "present", "future", "participle", "infinitive", "gerund")
    return [getattr(kind, name) for name in names]


@pytest.mark.parametrize("code", CODES)
def test_every_class_is_used_and_every_form_given_is_used(code: str) -> None:
    pack = load(code)
    used, idle = set(), []
    for words in tables(code).values():
        for spec in (s for specs in words.values() for s in specs):
            written, _, named = spec.partition("@")
            if named:
                used.add(named)
                slots = {f for p in _patterns(pack, spec).split() for _, f, _, _ in string.Formatter().parse(p) if f}
                idle += [spec for n in range(1, written.count("/") + 1) if str(n) not in slots]
    catching = {kind.family: name for name, kind in reversed(pack.inflection.items()) if not kind.ends}
    by_ending = {name for name, kind in pack.inflection.items() if kind.ends}
    assert not idle
    assert set(pack.inflection) <= used | by_ending | set(catching.values())


def test_concepts_refer_to_concepts() -> None:
    table = concepts()
    things = {n for t in table.things.values() for n in (t.is_a, *t.excludes) if n}
    events = {n for e in table.events.values() for n in (e.same_as, *e.excludes) if n}
    events |= {t.event for t in table.things.values() if t.event}
    assert things <= set(table.things)
    assert events <= set(table.events)


def test_the_trees_have_no_loops() -> None:
    table = concepts()
    for parents in ({n: t.is_a for n, t in table.things.items()}, dict(table.places)):
        for name in parents:
            seen, at = [name], parents.get(name)
            while at:
                assert at not in seen, f"{name} lies in itself"
                seen.append(at)
                at = parents.get(at)


def test_every_place_has_a_name_and_a_parent_that_has() -> None:
    known = set(load("en").places)
    assert set(concepts().places) <= known
    assert set(concepts().places.values()) <= known


@pytest.mark.parametrize(("lang", "text", "event"), [
    ("ar", "في المخيم 800 سجين.", "held"),
    ("ar", "أفرجت السلطات عن 800 سجين.", "released"),
    ("en", "There were 800 prisoners.", "held"),
    ("en", "They released 800 prisoners.", "released"),
    ("en", "They released 800 dead.", "killed"),  # what is no status does not yield
])
def test_a_status_yields_to_what_befalls_it(lang: str, text: str, event: str) -> None:
    claims = extract(Article(id="a", file="a.txt", text=text, lang=lang))
    assert [c.event.concept for c in claims] == [event]


def test_a_word_of_no_class_is_named() -> None:
    with pytest.raises(ClaimcheckError, match=r"cat@feline: there is no \[inflection.feline\]"):
        forms("en").of("cat@feline", "noun")


@pytest.mark.parametrize(("text", "events"), [
    ("Sixty prisoners escaped and 14 guards were hurt.", ["fled", "wounded"]),
    ("172 were rescued and 304 died.", ["rescued", "killed"]),
    ("Killing all 72 passengers and crew on board.", ["killed"]),
])
def test_a_subject_before_its_verb_keeps_it(text: str, events: list[str]) -> None:
    claims = extract(Article(id="a", file="a.txt", text=text, lang="en"))
    assert [c.event.concept for c in claims] == events
