"""What a claim costs, in calls of the package's own functions: the same number on every machine, so that what makes
reading dearer is seen when it is made.

``python tests/test_calls.py`` notes the figure of today in tests/calls.txt: where it went up, say what for.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest

import claimcheck
from claimcheck.model import Article
from claimcheck.readers import read
from claimcheck.stages.extract import extract

ROOT = Path(__file__).parents[1]
NOTED = Path(__file__).parent / "calls.txt"
PACKAGE = str(Path(claimcheck.__file__).parent)
#: may be more than what was noted by so much
SLACK = 1.03
#: no functions, and no frames of their own from Python 3.12 on
_INLINED = frozenset(("<listcomp>", "<dictcomp>", "<setcomp>"))


def calls_a_claim() -> float:
    """Calls of functions, and resumptions of generators, for each claim of the sample articles, once all is loaded."""
    articles = [a for a in read([str(ROOT / "seeds")]) if isinstance(a, Article)]
    for article in articles:
        extract(article)
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        code = frame.f_code
        calls += event == "call" and code.co_filename.startswith(PACKAGE) and code.co_name not in _INLINED

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        claims = [claim for article in articles for claim in extract(article)]
    finally:
        sys.setprofile(before)
    return calls / len(claims)


@pytest.mark.skipif(not (3, 11) <= sys.version_info < (3, 14), reason="other Pythons may count otherwise")
def test_a_claim_costs_no_more_than_was_noted() -> None:
    noted, now = float(NOTED.read_text("utf-8")), calls_a_claim()
    assert now <= noted * SLACK, (
        f"{now:.1f} calls a claim, {noted} were noted: ask a rule only where its words stand (Sentence.topics), or, if "
        f"it is worth it, note the new figure: python tests/test_calls.py")


if __name__ == "__main__":
    NOTED.write_text(f"{calls_a_claim():.1f}\n", "utf-8")
