"""Text that went through a wrong encoding on its way: «Ù‚ØªÙ„» for «قتل». Its words cannot be read any more."""

from __future__ import annotations

import re

_SAMPLE = 20_000
#: the characters that the bytes 80 to BF become
_TRAIL = {
    name: "".join(sorted(set(bytes(range(0x80, 0xC0)).decode(name, "ignore")) - set(" \u00a0،؛؟«»“”‘’")))
    for name in ("cp1252", "cp1256", "latin-1")
}
#: of this no text has many by itself: quotes and dashes of English, where some of it was copied wrongly
_PARTIAL = "UTF-8 that was read as windows-1252"
#: what is wrong -> its traces; each is two characters that stand for one
_TRACES = {
    _PARTIAL: re.compile(f"[Â-ÛØâ][{re.escape(_TRAIL['cp1252'] + _TRAIL['latin-1'])}]"),
    "UTF-8 that was read as windows-1256": re.compile(f"[طظعغ][{re.escape(_TRAIL['cp1256'])}]"),
    "windows-1256 that was read as windows-1252": re.compile("[À-ÿ]{2}"),
    "text whose letters were lost": re.compile(r"\ufffd{1,2}|\?{3,}"),
}
#: what each trace has one of, and other texts few
_RARE = re.compile(f"[{re.escape(''.join(_TRAIL.values()))}À-ÿ\ufffd]")
_FEW = 3
#: of the letters; French has a twentieth of its letters beyond ASCII, and seldom two of them together
_SHARE = 0.2


def garbled(text: str) -> tuple[str, bool] | None:
    """What seems to have happened to a text, and whether it cannot be read any more; None for a sound one."""
    sample = text[:_SAMPLE]
    if len(_RARE.findall(sample)) < _FEW and "???" not in sample:
        return None
    counts = {what: sum(map(len, trace.findall(sample))) for what, trace in _TRACES.items()}
    for what, found in counts.items():
        if found >= 2 * _FEW and found >= _SHARE * sum(c.isalpha() or c in "\ufffd?" for c in sample):
            return what, True
    return (_PARTIAL, False) if counts[_PARTIAL] >= 2 * _FEW else None
