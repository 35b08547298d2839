"""Arabic as it looks, for terminals that neither reorder nor join it: letters in their joined forms, last one first.

Only the end of a line is touched, from its first Arabic letter on: there stands its free text. What is printed so is
for the eye alone and cannot be searched or copied; nothing else uses it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

#: the Arabic end of a line; an ellipsis, a closing quote and a colour's end behind it stay where they are
_END = re.compile(r"([\u0600-\u06ff].*?)((?: ?(?:…|\.{3}))?[»\"]?(?:\x1b\[0m)?)$")
#: what runs from left to right inside it: numbers, and Latin words with what stands between them
_LTR = re.compile(r"[A-Za-z\u00c0-\u024f](?:[^\u0590-\u08ff\ufb50-\ufeff]*[A-Za-z0-9\u00c0-\u024f])?|\d+(?:[.,:/]\d+)*")
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_FORMS = ("isolated", "final", "initial", "medial")


def visual(line: str) -> str:
    """The line with its Arabic end shaped and reordered."""
    end = _END.search(line)
    return line[: end.start()] + _reordered(_shaped(end[1])) + end[2] if end else line


def _reordered(text: str) -> str:
    """A text that runs from right to left, with its numbers and Latin words the right way round."""
    parts: list[str] = []
    at = 0
    for run in _LTR.finditer(text):
        parts += [_backwards(text[at : run.start()]), run[0]]
        at = run.end()
    return "".join(reversed([*parts, _backwards(text[at:])]))


def _backwards(text: str) -> str:
    """Reversed, each mark still behind its letter, brackets mirrored."""
    clusters: list[str] = []
    for c in text.translate(_MIRROR):
        if clusters and unicodedata.combining(c):
            clusters[-1] += c
        else:
            clusters.append(c)
    return "".join(reversed(clusters))


@cache
def _presentation() -> dict[str, dict[str, str]]:
    """Letters, and lam with alef, -> their form by position, from Unicode's own decompositions."""
    table: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        if kind.strip("<>") in _FORMS:
            table.setdefault("".join(chr(int(p, 16)) for p in parts), {})[kind.strip("<>")] = chr(code)
    return table


def _shaped(text: str) -> str:
    """Letters in the form that their neighbours ask for; lam and alef as one."""
    letters = _ligatures(text)
    return "".join(_form(letters, at) for at in range(len(letters)))


def _ligatures(text: str) -> list[str]:
    pairs = [pair for pair in _presentation() if len(pair) == 2 and pair[0] == "ل"]
    return re.findall("|".join(pairs) + "|.", text, re.S)


def _form(letters: list[str], at: int) -> str:
    forms = _presentation().get(letters[at])
    if not forms:
        return letters[at]
    before, behind = _neighbour(letters, at, -1), _neighbour(letters, at, 1)
    joined = _joins(before, "initial") and "final" in forms
    joins = "initial" in forms and _joins(behind, "final")
    wanted = ("medial" if joins else "final") if joined else ("initial" if joins else "isolated")
    return forms.get(wanted, letters[at])


def _neighbour(letters: list[str], at: int, step: int) -> str:
    """The next letter in a direction; marks do not part letters."""
    at += step
    while 0 <= at < len(letters) and unicodedata.combining(letters[at][0]):
        at += step
    return letters[at] if 0 <= at < len(letters) else ""


def _joins(letter: str, form: str) -> bool:
    """Whether a letter has the form that reaches out to its neighbour; a joining stroke always does."""
    return letter == "ـ" or form in _presentation().get(letter, {})
