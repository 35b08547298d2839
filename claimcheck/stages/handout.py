"""Parts of sums, and sums that are shared out: "$9,000 to the families of the dead, $500 to the injured"."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.beneficiary import beneficiary
from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.number_tables import tables
from claimcheck.lang.parts import is_part
from claimcheck.lang.sums import rate
from claimcheck.stages.draft import Draft

#: a part of a sum that leaves out the currency tells so much at least: "of which 1.1 billion"
_LARGE: Final = 1_000_000
#: a dollar stands at most so many words behind what it costs: "to the dollar"
_TO_THE: Final = 2
#: of two that are compared, which stand at most so many words apart, one is at most so many times the other
_NEAR: Final = 8
_ALIKE: Final = 10


def take_rate(draft: Draft) -> None:
    """What a dollar costs is of the currency that its sentence names: "the lira fell to 7.24 to the dollar"."""
    sentence, figure, phrase = draft.sentence, draft.figure, draft.phrase
    if figure.mention.kind != "count" or phrase.head is not None or phrase.concept is not None:
        return
    if not any(figure.end <= at <= figure.end + _TO_THE for at in sentence.cues("reserve")):
        return
    units, article = tables(sentence.pack.code).units, sentence.pack.grammar.numeral_behind
    named = (units.get(w.text.removeprefix(article)) for w in sentence.words[: figure.first])
    if unit := next((u for u in named if u is not None and u.kind == "money"), None):
        figure.mention = figure.mention._replace(kind="money", unit=unit.code)
        phrase.concept = rate(sentence, figure)


def take_unit(draft: Draft, found: list[Draft]) -> None:
    """A number without a noun is of the unit of the one before it that it is a part of or is compared with: "2.3
    billion euros, of which 1.1 billion", «منها 125 مليونا», "rose to 15,000 rials from 10,000"; ``found`` are the
    claims before it in its sentence."""
    mention = draft.figure.mention
    if not found or mention.kind != "count" or draft.phrase.head is not None or draft.phrase.concept is not None:
        return
    before = found[-1].figure
    part = before.mention.kind == "money" and _some_of(draft, before)
    if part or (before.mention.unit is not None and _compared(draft.sentence, before, draft.figure)):
        draft.figure.mention = mention._replace(kind=before.mention.kind, unit=before.mention.unit)


def _some_of(draft: Draft, before: Figure) -> bool:
    """Whether it is a part of the sum before it."""
    value, most = draft.figure.mention.value or 0, before.mention.high
    return value >= _LARGE and (most is None or value < most) and is_part(draft.sentence, draft.figure)


def _compared(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Whether a figure is what the one before it was earlier or elsewhere, about as large: "to $3 from 2.60", "4
    metres, compared with 3.80"."""
    one, other = before.mention.value or 0, figure.mention.value or 0
    if not 0 < max(one, other) <= _ALIKE * min(one, other):
        return False
    grammar, last = sentence.pack.grammar, sentence.words[figure.first - 1]
    came = before.first > 0 and sentence.words[before.first - 1].text in grammar.goals
    if last.text in grammar.origins:
        return came and figure.first - before.end <= _NEAR
    if before.mention.kind == "share" or figure.first - before.end > _NEAR:
        return False  # "down 30 percent, compared with 45 a year ago"
    return any(at + sentence.words[at].width == figure.first for at in sentence.having("superseded", "in_exchange"))


def share_out(draft: Draft, found: list[Draft]) -> None:
    """A sum for others than the one before it in a sentence is of its kind; ``found`` are the claims before it."""
    before = found[-1] if found else None
    if before is None or before.sentence is not draft.sentence or draft.phrase.concept is not None:
        return
    one, other = (beneficiary(draft.sentence, figure) for figure in (before.figure, draft.figure))
    if one and other and one != other:
        draft.phrase.concept, draft.predicate = before.phrase.concept, draft.predicate or before.predicate
