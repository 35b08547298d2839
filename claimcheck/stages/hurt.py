"""By what those were hurt whom an article counts, where it tells of several means: live fire, rubber bullets, gas."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lang.means import GUNFIRE, LIVE, means, named
from claimcheck.lang.pack import canonical
from claimcheck.stages.draft import Draft


def tell_means(drafts: Sequence[Draft]) -> None:
    """Gives the hurt what they were hurt by, as a modifier. Shots are live fire where the article tells of others."""
    told = [draft for draft in drafts if "means" in draft.sentence.topics]
    if not told:
        return
    others = any(named(draft.sentence) - {GUNFIRE} for draft in told)
    for draft in told:
        hurt = draft.predicate is not None and canonical(draft.predicate.concept) == "wounded"
        by = means(draft.sentence, draft.figure) if hurt else None
        if by is not None:
            draft.phrase.modifiers.append(LIVE if others and by == GUNFIRE else by)
