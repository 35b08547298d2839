"""Findings that somebody has looked into: a file of them, by content, so that ids and file names may change.

A finding is a reviewed one where an entry of the same verdict has one of its sentences and all of its figures: a
further outlet with a known figure changes nothing, a new figure or a worse verdict asks for a new look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.fold import fold
from claimcheck.model import Claim, Finding, Report, Verdict
from claimcheck.stages.amounts import figure

#: verdicts that somebody has to look into
_TO_REVIEW: tuple[Verdict, ...] = ("contradiction", "internal", "update")


class Entry(BaseModel):
    """One reviewed finding, a line of the file. ``note`` is for whoever reviewed it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Verdict
    label: str
    figures: tuple[str, ...]
    #: digests of the sentences with their figures
    claims: tuple[str, ...]
    note: str = ""

    def covers(self, finding: Finding, claims: Iterable[Claim]) -> bool:
        """Whether the finding is the one that was reviewed."""
        new = _entry(finding, list(claims))
        known = set(self.figures).issuperset(new.figures) and not set(self.claims).isdisjoint(new.claims)
        return known and self.verdict == new.verdict


def _entry(finding: Finding, claims: list[Claim]) -> Entry:
    figures = sorted({_figure(c) for c in claims})
    return Entry(
        verdict=finding.verdict, label=finding.label, figures=tuple(figures),
        claims=tuple(sorted({_digest(c) for c in claims})),
    )  # fmt: skip


def _figure(claim: Claim) -> str:
    return " ".join(filter(None, (figure(claim.quantity), claim.quantity.unit)))


def _digest(claim: Claim) -> str:
    """Of the sentence and the figure's words in it, however they are typeset."""
    words = "\x1f".join(" ".join(fold(text).split()) for text in (claim.sentence, claim.quote))
    return blake2b(words.encode(), digest_size=8).hexdigest()


def read(file: str) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises ClaimcheckError, with file and line, for what is none."""
    try:
        lines = Path(file).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as wrong:
        why = getattr(wrong, "strerror", None) or "is no UTF-8 text"
        raise ClaimcheckError(f"{file}: cannot be read ({why}); write one with --write-baseline {file}") from None
    return tuple(_line(line, f"{file}:{n}") for n, line in enumerate(lines, 1) if line.strip())


def _line(line: str, place: str) -> Entry:
    try:
        return Entry.model_validate_json(line)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        told = f"{where}: {first['msg']}" if where else first["msg"]
        raise ClaimcheckError(f"{place}: is no reviewed finding ({told}); mend or delete the line") from None


def mark(report: Report, entries: tuple[Entry, ...]) -> Report:
    """The report with what the entries cover marked as reviewed."""
    claims = {c.id: c for c in report.claims}

    def known(finding: Finding) -> bool:
        return any(entry.covers(finding, [claims[c] for c in finding.claims]) for entry in entries)

    found = (replace(f, reviewed=True) if known(f) else f for f in report.clusters)
    return replace(report, clusters=tuple(found))


def write(report: Report, file: str) -> int:
    """Adds to ``file`` the findings that ask for a look and that it does not have; returns how many. Entries stay."""
    old = read(file) if Path(file).exists() else ()
    claims = {c.id: c for c in report.claims}
    asked = (f for f in mark(report, old).clusters if f.verdict in _TO_REVIEW and not f.reviewed)
    new = [_entry(f, [claims[c] for c in f.claims]) for f in asked]
    try:
        with Path(file).open("a", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{entry.model_dump_json()}\n" for entry in new)
    except OSError as wrong:
        raise ClaimcheckError(f"{file}: cannot be written ({wrong.strerror}); check the path") from None
    return len(new)
