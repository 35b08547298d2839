"""Whether two claims are of the votes, seats or turnout of one vote, or of one month's rate, and of whose."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import product
from typing import Final

from claimcheck.lang.pack import befalls, concepts
from claimcheck.lang.whose import alike, heard
from claimcheck.stages.ballot import HOUR, SURVEY
from claimcheck.stages.facets import NOTHING, Facets, Verdict

#: rounds of an election are so many days and more apart
_ROUND: Final = 14


def same_owner(a: Facets, b: Facets) -> Verdict:
    """The votes of two candidates, by their names as they are written; sums for two sorts of people."""
    if not (a.whose and b.whose):
        return Verdict(-1.5)
    if a.lang != b.lang and a.kind != "money":
        return _heard(a, b)
    both = [x for x, y in product(a.whose, b.whose) if alike(x, y)]
    return Verdict(2.0, f"both of “{both[0]}”") if both else Verdict(None, f"“{a.whose[0]}” is not “{b.whose[0]}”")


def _heard(a: Facets, b: Facets) -> Verdict:
    both = [x for x, y in product(a.whose, b.whose) if heard(x, a.lang, y, b.lang)]
    return Verdict(2.0, f"both of “{both[0]}”") if both else NOTHING


def same_vote(a: Facets, b: Facets) -> Verdict:
    """Votes of a poll are none that were counted, a turnout at noon is not that of the day, nor is an election or a
    round that is told as that of before the one that an article is about; so with rates that are told month by month,
    and their forecasts. A name in another script is another's, but for parties, which may have two."""
    if (SURVEY in a.modifiers) != (SURVEY in b.modifiers):
        return Verdict(None, "only one is of votes that were counted")
    if (HOUR in a.modifiers) != (HOUR in b.modifiers):
        return Verdict(None, "only one is of an hour of the day")
    if (a.time.scope == "earlier") != (b.time.scope == "earlier") or bool(a.series) != bool(b.series):
        return Verdict(None, "only one is of an earlier time")
    if a.status != b.status:
        return Verdict(None, "only one is a forecast")
    if a.concept != "seat" and not a.series and _apart(a.published, b.published) >= _ROUND:
        return Verdict(None, f"{a.published} is not {b.published}")  # another round, where none is told
    if a.lang != b.lang and a.whose and b.whose and _heard(a, b) is NOTHING:
        return Verdict(None, f"“{a.whose[0]}” is not “{b.whose[0]}”")
    return NOTHING


def of_election(a: Facets) -> bool:
    """Whether it is of votes, seats or a turnout, or of a rate that is told month by month."""
    told = a.event if a.kind == "share" else None
    rate = told is not None and concepts().events[told].rate and befalls(told) != ["incident"]
    return rate or (a.concept is not None and concepts().things[a.concept].somebodys)


@lru_cache(maxsize=1 << 10)
def _apart(one: str | None, other: str | None) -> int:
    """Days between two that are known."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if one and other else 0
