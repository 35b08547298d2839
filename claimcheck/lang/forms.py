"""The forms of a pack's words, folded: ``citation[/second ...][@class]`` -> (name of the form, form)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.fold import fold
from claimcheck.lang.pack import LanguagePack, load
from claimcheck.lang.pack_words import Inflection

#: the forms that a class may have, in the order in which they are listed
NAMES = ("singular", "dual", "plural", "past", "present", "future", "infinitive", "participle", "gerund")


class _Class(NamedTuple):
    """An inflection class ready for use: there are few, and thousands of words are made by each."""

    family: str
    ends: tuple[str, ...]
    #: name of the form, its folded pattern, and how many forms of the word must be known for it
    patterns: tuple[tuple[str, str, int], ...]

    @classmethod
    def of(cls, kind: Inflection) -> _Class:
        patterns = ((name, fold(pattern)) for name in NAMES for pattern in getattr(kind, name))
        return cls(kind.family, tuple(map(fold, kind.ends)), tuple((n, p, _asked(p)) for n, p in patterns))

    def fits(self, citation: str, family: str) -> bool:
        return self.family == family and (not self.ends or citation.endswith(self.ends))


def _asked(pattern: str) -> int:
    return max((n + 1 for n in range(6) if f"{{{n}}}" in pattern), default=1)


class Forms:
    """Makes the forms of a pack's words."""

    def __init__(self, pack: LanguagePack) -> None:
        self._code = pack.code
        self._classes = {name: _Class.of(kind) for name, kind in pack.inflection.items()}

    def of(self, spec: str, family: str) -> Iterator[tuple[str, str]]:
        """All forms of a word of a family. Raises ClaimcheckError for a class that the pack does not have."""
        written, _, named = spec.partition("@")
        known = [part.strip() for part in fold(written).split("/")]
        kind = self._class(known[0], named, family)
        if kind is None:
            return iter([("singular", known[0]), *(("plural", form) for form in known[1:])])
        short = {"s": known[0][:-1], "ss": known[0][:-2]}
        return ((name, p.format(*known, **short)) for name, p, asked in kind.patterns if asked <= len(known))

    def _class(self, citation: str, named: str, family: str) -> _Class | None:
        if not named:
            return next((kind for kind in self._classes.values() if kind.fits(citation, family)), None)
        if named not in self._classes:
            raise ClaimcheckError(f"packs/{self._code}.toml: {citation}@{named}: there is no [inflection.{named}]")
        return self._classes[named]


@cache
def forms(code: str) -> Forms:
    """The forms of a language's words."""
    return Forms(load(code))
