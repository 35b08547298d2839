"""Parts of sums, and sums that are shared out: "$9,000 to the families of the dead, $500 to the injured"."""

from __future__ import annotations

from claimcheck.lang.beneficiary import beneficiary
from claimcheck.lang.parts import is_part
from claimcheck.stages.draft import Draft

#: a part of a sum that leaves out the currency tells so much at least: "of which 1.1 billion"
_LARGE = 1_000_000


def take_currency(draft: Draft, found: list[Draft]) -> None:
    """A part of a sum is a sum: "2.3 billion euros, of which 1.1 billion", «منها 125 مليونا»; ``found`` are the claims
    before it in its sentence."""
    mention = draft.figure.mention
    if not found or mention.kind != "count" or (mention.value or 0) < _LARGE or draft.phrase.head is not None:
        return
    whole = found[-1].figure.mention
    less = whole.kind == "money" and (whole.high is None or (mention.value or 0) < whole.high)
    if less and is_part(draft.sentence, draft.figure):
        draft.figure.mention = mention._replace(kind=whole.kind, unit=whole.unit)


def share_out(draft: Draft, found: list[Draft]) -> None:
    """A sum for others than the one before it in a sentence is of its kind; ``found`` are the claims before it."""
    before = found[-1] if found else None
    if before is None or before.sentence is not draft.sentence or draft.phrase.concept is not None:
        return
    one, other = (beneficiary(draft.sentence, figure) for figure in (before.figure, draft.figure))
    if one and other and one != other:
        draft.phrase.concept, draft.predicate = before.phrase.concept, draft.predicate or before.predicate
