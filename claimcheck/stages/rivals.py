"""What the other claims of a component say of two: whether others go better with one of them, and with both.

An article tells a thing once or twice, so that of its figures the one that goes best with another article's is that
thing's; and what goes well with a third speaks for one another. Odds that know of it are fitted on the odds that do not
(stacking: D. Wolpert, Stacked generalization, 1992).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, fsum
from struct import pack
from typing import Final

from claimcheck.stages.groups import Link
from claimcheck.stages.node import Node

#: what is asked beside what is asked of two claims alone, in their order
NAMES = ("odds", "behind", "ahead", "behind_best", "ahead_best", "between", "shared_company", "company_share")
#: the log-odds of those who are not linked
_NONE: Final = -6.0
#: company of less is told as if it were so much
_LITTLE: Final = 0.1


class Rivals:
    """Who each claim of a component is linked to, and how well they go together."""

    def __init__(self, nodes: Sequence[Node], links: Iterable[Link]) -> None:
        """``links``: the best first."""
        self._nodes = nodes
        #: by claim and by who is linked to it, the best first: the log-odds
        self._linked: dict[int, dict[int, float]] = defaultdict(dict)
        for score, a, b in links:
            self._linked[a][b] = self._linked[b][a] = score
        self._in_all = {n: fsum([_sure(score) for score in linked.values()]) for n, linked in self._linked.items()}
        self._best = {n: next(iter(linked.values())) for n, linked in self._linked.items()}

    def known(self, a: int, b: int) -> float | None:
        """The log-odds of two that are linked."""
        return self._linked[a].get(b)

    def features(self, a: int, b: int, score: float) -> list[float]:
        """What is asked of two claims with these log-odds, as ``NAMES`` has it."""
        one, other = self._lead(a, b, score), self._lead(b, a, score)
        best, others = score - self._best.get(a, _NONE), score - self._best.get(b, _NONE)
        between, company = self._between(a, b)
        least = max(_LITTLE, min(self._in_all.get(a, 0.0), self._in_all.get(b, 0.0)))
        return [score, min(one, other), max(one, other), min(best, others), max(best, others),
                between, company, company / least]  # fmt: skip

    def _lead(self, a: int, b: int, score: float) -> float:
        """How far one claim goes better with another than with the best of the other figures of that one's article, or
        worse; an article may tell one figure twice."""
        article, amount = self._nodes[b].origin.article, self._nodes[b].amount
        for n, best in self._linked[a].items():
            node = self._nodes[n]
            if node.origin.article == article and node.amount != amount:
                return score - best
        return score - _NONE

    def _between(self, a: int, b: int) -> tuple[float, float]:
        """How well both go with the one that goes best with both, and how sure those are of whom both are, in all."""
        few, many = (a, b) if len(self._linked[a]) < len(self._linked[b]) else (b, a)
        theirs, best, shared = self._linked[many], _NONE, []
        for n, one in self._linked[few].items():
            other = theirs.get(n)
            if other is not None:
                shared.append(_sure(one) * _sure(other))
                best = max(best, min(one, other))
        return best, fsum(shared)

    def told(self, n: int, names: Sequence[bytes]) -> bytes:
        """Who is linked to a claim, by names: equal where ``features`` of it and another like it are."""
        return b"".join(sorted([names[m] + pack("d", score) for m, score in self._linked[n].items()]))


def _sure(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-odds))
