"""Two figures of one article for one question: whether the article contradicts itself, or tells of two things.

An article quotes several speakers, and what they say may differ; that is worth an editor's eye. But as a rule two
unlike figures are of two days, two places, a whole and a part, or one is a round headline for the other.
"""

from __future__ import annotations

from typing import Final

from claimcheck.lang.voice import issuer_key
from claimcheck.model import Claim, Number
from claimcheck.stages.facets import elsewhere

#: speakers who are at odds on one thing differ by a factor below this; further apart they speak of two: so did 6 of 9
#: pairs in annotated news up to four, of those below this 11 of 44
_FACTOR: Final = 2.5


def at_odds(a: Claim, b: Claim) -> bool:
    """Whether two figures of one article are what two speakers say of one thing at one moment."""
    return _set_against(a, b) and _near(a, b) and _one_time(a, b) and _one_thing(a, b)


def _one_time(a: Claim, b: Claim) -> bool:
    scopes = {a.time.scope, b.time.scope} - {"now", "so_far", None}
    return "earlier" not in scopes and len(scopes) < 2 and a.time.start == b.time.start


def _one_thing(a: Claim, b: Claim) -> bool:
    x, y = a.counted, b.counted
    same = x.group == y.group and x.nationality == y.nationality and x.modifiers == y.modifiers
    placed = same and elsewhere(a) == elsewhere(b) and (a.place == b.place or not (a.place and b.place))
    return placed and bool(a.part_of) == bool(b.part_of) and (a.part_of is None or a.part_of != b.part_of)


def _set_against(a: Claim, b: Claim) -> bool:
    """Two speakers: beside what somebody says, the article's own word is mostly of something else."""
    return bool(a.issuer and b.issuer) and issuer_key(a) != issuer_key(b)


def _near(a: Claim, b: Claim) -> bool:
    """Whether the figures are definite, of one size, and not one rounded for the other: "2,000 bodies" over 1,944."""
    x, y = a.quantity.value, b.quantity.value
    if not x or not y or max(x, y) >= _FACTOR * min(x, y):
        return False
    return not _rounds(x, y) and not _rounds(y, x)


def _rounds(coarse: Number, fine: Number) -> bool:
    """Whether ``coarse`` is ``fine`` to the nearest hundred, thousand ..."""
    unit = 100
    while coarse % (unit * 10) == 0:
        unit *= 10
    return coarse % unit == 0 and abs(coarse - fine) <= unit / 2
