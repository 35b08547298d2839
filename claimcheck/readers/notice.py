"""What a reader has to say about a file: one line, for the file and the cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from claimcheck.errors import Stopped

#: what a terminal would obey: C0 and C1 controls, and the marks that turn the direction of writing
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")

#: characters of a line; a hostile file has names as long as itself, and what to do about it stands last
_LONGEST = 600


def printable(text: str) -> str:
    """``text`` on one line and harmless to a terminal: controls become a blank, lone surrogates are written out."""
    return _CONTROLS.sub(" ", text).encode("utf-8", "backslashreplace").decode()


class Notice(NamedTuple):
    """``what`` names the trouble and its cure. With ``trouble`` something was not read, and the run exits with 2."""

    file: str
    what: str
    trouble: bool = True
    #: is of a kind of which a folder may have thousands: pictures, programs
    common: bool = False

    def __str__(self) -> str:
        line = printable(f"{self.file}: {self.what}")
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"


Tell = Callable[[Notice], None]


def strict(notice: Notice) -> None:
    """Stops at the first file that cannot be read. Raises Stopped."""
    if notice.trouble:
        raise Stopped(str(notice))


def warn(notice: Notice) -> None:
    """Says it as a Python warning: what a program that imports claimcheck sees."""
    import warnings

    warnings.warn(str(notice), stacklevel=2)
