"""What is added to a finding on request: that it was reviewed, and what a coding scheme would record for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Coded, Finding, Number
from claimcheck.reports.figures import number

if TYPE_CHECKING:
    from claimcheck.reports.words import Words


def reviewed(finding: Finding, label: str) -> str:
    """The label, marked where a baseline has the finding as reviewed."""
    return f"[reviewed] {label}" if finding.reviewed else label


def notes(finding: Finding, words: Words, brief: bool = False) -> tuple[str, ...]:
    """Lines for the block of a finding, none where nothing was asked for; ``brief`` without the rule and its page."""
    return (_in_words(finding.coded, words, "_briefly" if brief else ""),) if finding.coded else ()


def estimate(finding: Finding) -> tuple[str | None, Number | None, Number | None, Number | None]:
    """The scheme with its low, best and high figure, for formats of columns; None where nothing was asked for."""
    coded = finding.coded
    return (coded.scheme, coded.low, coded.best, coded.high) if coded else (None, None, None, None)


def recorded(finding: Finding) -> bool:
    """Whether the scheme has a figure."""
    return any(number is not None for number in estimate(finding)[1:])


def _in_words(coded: Coded, words: Words, how: str) -> str:
    ends = [words.coding(name, n=number(n)) for name, n in (("low", coded.low), ("best", coded.best),
            ("high", coded.high)) if n is not None]  # fmt: skip
    told = {"scheme": coded.scheme, "why": words.said(coded.why), "page": coded.page}
    if not ends:
        return words.coding(f"silent{how}", **told)
    point = coded.best is not None and len(ends) == 1
    figure = number(coded.best) if point and coded.best is not None else words.comma(ends)
    return words.coding(f"record{how}", figure=figure, **told)
