"""Names that no pack knows, as articles print them: claims are compared by folded letters, which people do not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.lang.fold import fold
from claimcheck.lang.labels import labels
from claimcheck.model import Claim


def printed(text: str, claims: Sequence[Claim]) -> str:
    """``text`` about these claims, the first claim that prints a name giving its letters: "takengon" is "Takengon"."""
    names: dict[str, str] = {}
    for claim in claims:
        for compared, words in _unknown(claim, text):
            names.setdefault(compared, words)
    if not names:
        return text
    found = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?!\w)")
    return found.sub(lambda name: names[name[0]], text)


def _unknown(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    """The place, and in the quotes that reasons put it in the counted noun, where ``text`` has it and no pack."""
    place, noun = claim.place, claim.counted.head
    words = claim.evidence.get("place"), claim.counted.text
    if place and words[0] and place in text and place not in labels("en") and fold(words[0]) == place:
        yield place, words[0]
    if noun and words[1] and f"“{noun}”" in text and fold(words[1]).startswith(noun):
        yield f"“{noun}”", f"“{words[1]}”"
