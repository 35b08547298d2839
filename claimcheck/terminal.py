"""Standard output and standard error as a shell user expects them."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.notice import Notice, printable, strict

#: what a shell reports of a program that a closed pipe ended
BROKEN_PIPE = 128 + 13
#: files of one kind that nobody reads and that are named
_SHOWN = 8


def say(message: str) -> None:
    """One line on standard error, on a terminal in place of a line that shows how far a run is."""
    start = "\r\x1b[K" if sys.stderr.isatty() else ""
    print(f"{start}claimcheck: {printable(message)}", file=sys.stderr)


class Listener:
    """Prints notices as they come and keeps them; with ``stops`` the first that is trouble ends the run.

    Of files that nobody reads the first few are printed, and the others counted at the end: a folder may hold
    thousands. A broken article is always named.
    """

    def __init__(self, stops: bool) -> None:
        self.stops = stops
        self.notices: list[Notice] = []
        self._alike: Counter[str] = Counter()

    def __call__(self, notice: Notice) -> None:
        if self.stops:
            strict(notice)
        self.notices.append(notice)
        self._alike[notice.what] += notice.common
        if self._alike[notice.what] <= _SHOWN:
            say(str(notice))

    def finish(self) -> bool:
        """Says how many notices were not printed. Whether something could not be read."""
        for what, count in self._alike.items():
            if count > _SHOWN:
                say(f"{count - _SHOWN:,} more: each {what}")
        return any(notice.trouble for notice in self.notices)


def check_place(output: str | None) -> None:
    """Raises ClaimcheckError where the folder of ``output`` is not there: it is told before the work, not behind it."""
    if output is not None and not Path(output).absolute().parent.is_dir():
        raise ClaimcheckError(f"{output}: cannot be written (there is no such folder); make its folder first")


def write(pieces: Iterable[str | bytes], output: str | None) -> None:
    """Writes to the file ``output`` or to standard output, in UTF-8 with plain newlines.

    Raises ClaimcheckError where that cannot be; ends the program quietly where nobody reads any more.
    """
    try:
        if output is None:
            for piece in pieces:
                sys.stdout.buffer.write(_bytes(piece))
            sys.stdout.buffer.flush()
        else:
            with Path(output).open("wb") as file:
                file.writelines(map(_bytes, pieces))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(BROKEN_PIPE) from None
    except OSError as wrong:
        where = output or "standard output"
        raise ClaimcheckError(f"{where}: cannot be written ({wrong.strerror}); check the path") from None


def _bytes(piece: str | bytes) -> bytes:
    return piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece


def colour(choice: str, output: str | None) -> bool:
    """Whether to colour. Where ``choice`` is ``auto``, NO_COLOR, FORCE_COLOR and TERM=dumb count, and the file
    ``output`` has no colours.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return output is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, or those that COLUMNS names; 80 where there is none."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
