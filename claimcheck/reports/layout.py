"""Text for terminals: widths, cuts and wraps that keep figures whole and Arabic in its place.

Terminals disagree about Arabic: some reorder it, some do not, none tells. So a line holds its Latin fields
first and free text last, free text never begins with a digit that reordering could carry off, and a number is
never parted from its neighbours.
"""

from __future__ import annotations

import re
import unicodedata

#: controls and invisible marks: an article must not steer the terminal
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
#: a letter of no meaning that is joined to nothing: it makes a digit behind it part of the Arabic run
_STROKE = "\u0640 "


def clean(text: str) -> str:
    """The text on one line, without controls, and with single spaces."""
    return " ".join(_UNSEEN.sub(" ", text.replace("\u200c", "")).split())


def cells(text: str) -> int:
    """Columns that the text takes: marks none, wide characters two."""
    return sum(_cell(c) for c in text) if not text.isascii() else len(text)


def _cell(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def pad(text: str, width: int, right: bool = False) -> str:
    """The text with spaces up to ``width`` columns; ``right`` puts them before it."""
    gap = " " * max(0, width - cells(text))
    return gap + text if right else text + gap


def steady(text: str) -> str:
    """The text with a joining stroke before it where it is Arabic and begins with a digit.

    Behind Latin text such a digit would be shown at the far end from the word that it counts.
    """
    digit = False
    for c in text:
        kind = unicodedata.bidirectional(c)
        if kind in ("R", "AL"):
            return f"{_STROKE}{text}" if digit else text
        if kind == "L":
            return text
        digit = digit or kind in ("EN", "AN")
    return text


def _units(words: list[str]) -> list[str]:
    """Words, with every number glued to the word behind it and, among Arabic, to the one before."""
    joined: list[str] = []
    glue, both = False, any(map(_leftward, words))
    for word in words:
        numeric = any(c.isdigit() for c in word)
        if joined and (glue or (numeric and both)):
            joined[-1] += " " + word
        else:
            joined.append(word)
        glue = numeric
    return joined


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, at least one; a word that is longer than that is cut."""
    lines = [steady(line) for line in _wrapped(text, width)]
    if any(cells(line) > width for line in lines):
        return [steady(line) for line in _wrapped(text, width - cells(_STROKE))]
    return lines or [""]


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for unit in _units(clean(text).split()):
        if lines and cells(lines[-1]) + 1 + cells(unit) <= width:
            lines[-1] += " " + unit
        else:
            lines += _fitting(unit, width)
    return lines


def _fitting(unit: str, width: int) -> list[str]:
    """A unit that is too long, at its spaces, and a word that is too long, anywhere."""
    lines = [""]
    for word in unit.split():
        for piece in _pieces(word, width):
            if cells(lines[-1]) + 1 + cells(piece) <= width and lines[-1]:
                lines[-1] += " " + piece
            elif lines[-1]:
                lines.append(piece)
            else:
                lines[-1] = piece
    return lines


def _pieces(word: str, width: int) -> list[str]:
    """The word, cut where it is wider than ``width`` columns."""
    pieces = [""]
    for c in word:
        if cells(pieces[-1]) + _cell(c) > width:
            pieces.append("")
        pieces[-1] += c
    return pieces


def shorten(text: str, width: int, more: str = "…") -> str:
    """The text, or as many of its first words as ``width`` columns take, and ``more``."""
    text = steady(clean(text))
    if cells(text) <= width:
        return text
    kept = ""
    for word in text.split():
        if cells(kept) + 1 + cells(word) + cells(more) > width:
            break
        kept = f"{kept} {word}".strip()
    return kept + more if kept else _pieces(text, max(0, width - cells(more)))[0] + more


def excerpt(sentence: str, quote: str, width: int, more: str = "…", terminal: bool = True) -> str:
    """The words of ``sentence`` around ``quote`` that ``width`` columns take, with ``more`` where it was cut.

    On a ``terminal``, which may or may not reorder it, Arabic is made ``steady`` and has ``more`` at both ends where it
    was cut at one. The quote is kept whole even where it is wider. A quote that is not in the sentence stands alone.
    """
    sentence, quote = clean(sentence), clean(quote)
    at = sentence.find(quote)
    if at < 0:
        sentence, at = quote, 0
    before = sentence[:at].split(" ")
    behind = sentence[at + len(quote) :].split(" ")
    # what touches the quote belongs to its words
    core = before.pop() + quote + behind.pop(0)
    left, right = _near(before, behind, width - cells(core) - 2 * (cells(more) + 1))
    body = " ".join([*before[left:], core, *behind[:right]])
    cut = (left > 0, right < len(behind))
    if terminal:
        body = steady(body)
        if _leftward(core):  # the left end is the beginning or the end, as the terminal will have it: say it at both
            cut = (any(cut), any(cut))
    return (more + " " if cut[0] else "") + body + (" " + more if cut[1] else "")


def _near(before: list[str], behind: list[str], room: int) -> tuple[int, int]:
    """From which word before the quote, and up to which behind it, ``room`` columns take."""
    left, right = len(before), 0
    grew = True
    while grew:
        grew = False
        if left and cells(before[left - 1]) + 1 <= room:
            left, grew = left - 1, True
            room -= cells(before[left]) + 1
        if right < len(behind) and cells(behind[right]) + 1 <= room:
            room -= cells(behind[right]) + 1
            right, grew = right + 1, True
    while left < len(before) and left and _loose(before[left]):
        left += 1
    return left, right


def _leftward(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def _loose(word: str) -> bool:
    """A number, or a piece of one, that would lead the excerpt without the word before it."""
    return any(c.isdigit() for c in word)
