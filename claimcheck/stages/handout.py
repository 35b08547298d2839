"""Sums that are shared out: "$9,000 in damages to the families of the dead, $500 for the injured"."""

from __future__ import annotations

from claimcheck.lang.beneficiary import beneficiary
from claimcheck.stages.draft import Draft


def share_out(draft: Draft, found: list[Draft]) -> None:
    """A sum for others than the one before it in a sentence is of its kind; ``found`` are the claims before it."""
    before = found[-1] if found else None
    if before is None or before.sentence is not draft.sentence or draft.phrase.concept is not None:
        return
    one, other = (beneficiary(draft.sentence, figure) for figure in (before.figure, draft.figure))
    if one and other and one != other:
        draft.phrase.concept, draft.predicate = before.phrase.concept, draft.predicate or before.predicate
