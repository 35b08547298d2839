"""Words for concepts, for readers: taken from the packs, which know them as words to look for."""

from __future__ import annotations

from functools import cache

from claimcheck.lang.forms import forms
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.pack_words import Words

#: concepts have English names already; there, only names are looked up
_OF_IDS = "en"


@cache
def labels(code: str) -> dict[str, str]:
    """Concept -> its word in one language: the first that the pack has, or the one under its ``labels``.

    Nationalities and modifiers share ids with places and things; they stand under ``nationality:`` and
    ``modifier:``. A concept that the pack has no word for is not in it.
    """
    pack = load(code)
    found = {**_first(pack.places), **_first(pack.groups), **_first(pack.nationalities, "nationality:")}
    if code != _OF_IDS:
        found |= {**_events(pack), **_first(pack.things), **_first(pack.modifiers, "modifier:")}
    return found | pack.labels


def _events(pack: LanguagePack) -> dict[str, str]:
    """A noun where there is one, else a state, else a verb."""
    events = pack.events
    return {**_first(events.transitive), **_first(events.intransitive), **_first(events.states), **_first(events.nouns)}


def _first(words: Words, prefix: str = "") -> dict[str, str]:
    """Citation forms, without their inflection class and further forms."""
    return {prefix + concept: each[0].partition("@")[0].partition("/")[0] for concept, each in words.items() if each}


@cache
def plural(code: str, thing: str) -> str | None:
    """The plural of a thing concept's first word, as a label counts it: "people", "soldiers"."""
    words = load(code).things.get(thing)
    made = forms(code).of(words[0], "noun") if words else ()
    return next((form for name, form in made if name == "plural"), None)
