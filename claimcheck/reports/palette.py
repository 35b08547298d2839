"""Verdicts for the eye: glyph, word and colour, each enough without the others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.model import Verdict


@dataclass(frozen=True)
class Look:
    """How one verdict is shown. ``sgr`` is the terminal's colour: no yellow and no cyan, which vanish on white."""

    glyph: str
    ascii: str
    word: str
    sgr: str


LOOKS: dict[Verdict, Look] = {
    "contradiction": Look("✗", "x", "contradict", "1;31"),
    "internal": Look("!", "!", "internal", "1;35"),
    "update": Look("↑", "^", "update", "1;34"),
    "compatible": Look("≈", "~", "compatible", ""),
    "agree": Look("✓", "=", "agree", "32"),
    "single": Look("·", ".", "single", "2"),
}

def counted(text: str, n: int) -> str:
    """``{n} update/s`` as ``1 update``, ``2 updates``: what follows the slash makes the plural, up to a word's end."""
    return re.sub(r"/(\w*)", r"\1" if n != 1 else "", text).format(n=n)


def paint(text: str, sgr: str, colour: bool) -> str:
    """The text in a colour of the terminal, or as it is."""
    return f"\x1b[{sgr}m{text}\x1b[0m" if colour and sgr and text.strip() else text


def marked(verdict: Verdict, ascii: bool) -> str:
    """Glyph and word, without colour."""
    look = LOOKS[verdict]
    return f"{look.ascii if ascii else look.glyph} {look.word}"
