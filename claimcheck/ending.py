"""The end of a command: a result is shown, in a file, a pager or a pipe, and its verdicts are the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.terminal import check_place, say, write

if TYPE_CHECKING:
    from claimcheck.model import Report
    from claimcheck.run import Run
    from claimcheck.selection import Selection


@dataclass(frozen=True)
class Ending:
    """How a result is shown and which verdicts exit with 1: settled, and found right, before the work begins."""

    render: Callable[[Report], str | bytes]
    failing: tuple[str, ...]
    output: str | None
    pager: bool
    finish: Callable[[Report], Report]
    #: the format in which the result is written as it lies in the store, and may be larger than memory
    streams: str | None = None

    def __post_init__(self) -> None:
        check_place(self.output)

    def of(self, run: Run, selection: Selection, troubled: bool) -> int:
        """Shows what is chosen of a run."""
        if self.streams and not selection.picks:
            _tell(selection)
            write(run.json() if self.streams == "json" else run.jsonl(), self.output)
            return 2 if troubled else int(any(run.verdicts[verdict] for verdict in self.failing))
        result = selection.findings(run.report())
        _tell(selection)
        return self(result, troubled)

    def __call__(self, result: Report, troubled: bool = False) -> int:
        result = self.finish(result)
        shown = self.render(result)
        if not (self.pager and not self.output and isinstance(shown, str) and paged(shown)):
            write([shown], self.output)
        found = any(f.verdict in self.failing and not f.reviewed for f in result.clusters)
        return 2 if troubled else int(found)


def paged(text: str) -> bool:
    """Shows the text through the pager, where there is a terminal too low for it."""
    if not sys.stdout.isatty():
        return False
    from claimcheck.pager import page, wanted

    if wanted(text):
        page(text)
        return True
    return False


def _tell(selection: Selection) -> None:
    """Says what was left out, so that a short report is not taken for a clean one."""
    if selection.told:
        say(selection.told)
