"""Words for concepts, for readers: taken from the packs, which know them as words to look for."""

from __future__ import annotations

from functools import cache

from claimcheck.lang.fold import fold
from claimcheck.lang.forms import forms
from claimcheck.lang.pack import LanguagePack, citation, concepts, load
from claimcheck.lang.pack_words import Words

#: concepts have English names already; there, only names are looked up
_OF_IDS = "en"


@cache
def labels(code: str) -> dict[str, str]:
    """Concept -> its word in one language: the first that the pack has, or the one under its ``labels``.

    Some share ids with others: they stand under ``nationality:``, ``modifier:``, ``series:`` and, but for English,
    ``event:`` and ``plural:``. A concept that the pack has no word for is not in it.
    """
    pack = load(code)
    found = {**_first(pack.places), **_first(pack.groups), **_first(pack.places, "nationality:"),
             **_first(pack.nationalities, "nationality:")}
    if code != _OF_IDS:
        found |= {**_events(pack), **_first(pack.things), **_first(pack.modifiers, "modifier:")}
        found |= _first(pack.series, "series:") | _first(pack.means, "modifier:by_")
        found |= {f"plural:{thing}": several for thing in pack.things if (several := plural(code, thing))}
    return found | pack.labels


@cache
def place_name(place: str) -> str:
    """The English name of a place, or of two countries: "Syria and Turkey" for ``SY+TR``; its id where it has none."""
    return " and ".join(labels(_OF_IDS).get(part, part) for part in place.split("+"))


def _events(pack: LanguagePack) -> dict[str, str]:
    """A noun where there is one, else a state, else a verb."""
    events = pack.events
    kinds = (events.transitive, events.intransitive, events.states, events.nouns)
    return {event: word for words in kinds for event, word in _first(words, "event:").items()}


def _first(words: Words, prefix: str = "") -> dict[str, str]:
    """Citation forms, without their inflection class and further forms."""
    return {prefix + concept: citation(each[0]) for concept, each in words.items() if each}


@cache
def plural(code: str, thing: str) -> str | None:
    """The plural of a thing concept's first word, as a label counts it: "people", "soldiers"."""
    words = load(code).things.get(thing)
    if not words:
        return None
    made = next((form for name, form in forms(code).of(words[0], "noun") if name == "plural"), None)
    return made and _written(made, words[0].partition("@")[0].split("/"))


def _written(form: str, words: list[str]) -> str:
    """A form, which is folded, with the letters that the pack has for it or for its beginning."""
    alike = [(_shared(form, fold(word)), word) for word in words if len(fold(word)) == len(word)]
    length, word = max(alike, key=lambda one: one[0], default=(0, ""))
    return word[:length] + form[length:]


def _shared(a: str, b: str) -> int:
    """Letters that two words have in common at their beginning."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


@cache
def glossary(code: str) -> dict[str, str]:
    """What findings call things, events, places and bodies in English -> the same in another language."""
    english, own = labels(_OF_IDS), labels(code)
    found = {words: own[name] for name, words in english.items() if name in own and ":" not in name}
    for thing in load(_OF_IDS).things:
        several = own.get(f"plural:{thing}") or own.get(thing)
        if several:
            found[plural(_OF_IDS, thing) or thing.replace("_", " ")] = several
    found |= {kind: own[f"series:{kind}"] for kind in load(_OF_IDS).series if f"series:{kind}" in own}
    for event in concepts().events:
        if f"event:{event}" in own:
            found[english.get(f"event:{event}", event).replace("_", " ")] = own[f"event:{event}"]
    return found
