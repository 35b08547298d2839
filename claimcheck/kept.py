"""What a run keeps of its articles beside what is compared: in memory as here, on the ``Disk`` or in a ``Store``, which
have the same methods and more room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import NamedTuple

from claimcheck.asjson import Line, without
from claimcheck.model import Article, Claim, Finding
from claimcheck.rows import Asked


class Held(NamedTuple):
    """What a store knows of an article, which comes without its text; None for one that has none."""

    number: int
    article: Article | None
    marks: tuple[bytes, ...]
    #: whether it has its claims: a text that came before has not
    asked: bool


class Result(NamedTuple):
    """A finding, whose id comes when it is shown: it depends on all others. ``claims`` are those of its component by
    their places there; ``name`` is what it is known by in other runs."""

    claims: Sequence[int]
    verdict: str
    label: str
    finding: Line[Finding]
    name: bytes = b""

    @classmethod
    def of(cls, claims: Sequence[int], finding: Finding, name: bytes = b"") -> Result:
        """From the finding."""
        return cls(claims, finding.verdict, finding.label, Line(Finding, replace(finding, id="")), name)


class Known(NamedTuple):
    """A finding that is in the store: its claims, its verdict and its number there."""

    claims: Sequence[int]
    verdict: str
    number: int


def named(finding: bytes, name: str) -> bytes:
    """A finding that is kept as JSON without its id, with it."""
    return b'{"id":"%b",%b' % (name.encode(), finding[len(b'{"id":"",') :])


class Memory:
    """What a run of a folder's size keeps."""

    lasting = False

    def __init__(self) -> None:
        self._articles: list[tuple[bytes, Article, tuple[bytes, ...], Asked | None]] = []
        self._leaves: dict[bytes, bytes] = {}
        self._results: list[Line[Finding]] = []
        self._shown: list[tuple[str, int]] = []

    def pour(self, store: Memory) -> Memory:
        """The other one, with all articles under the numbers that they have here."""
        for article in self._articles:
            store.add(*article)
        return store

    def close(self) -> None:
        """There is nothing to close: processes find what is here."""

    def end(self) -> None:
        """Nor is there now."""

    def settle(self) -> None:
        """Nobody else writes here."""

    def change(self) -> AbstractContextManager[None]:
        """For the writes of one moment."""
        return nullcontext()

    def reading(self) -> AbstractContextManager[None]:
        """For many reads in a row."""
        return nullcontext()

    def article(self, file: str, key: bytes) -> Held | None:
        """Nothing is known of any article."""
        return None

    def add(self, key: bytes, article: Article, marks: Iterable[bytes], asked: Asked | None) -> int:
        """Puts an article among the others; gives its number, from 1 on."""
        self._articles.append((key, article, tuple(marks), asked))
        return len(self._articles)

    def _asked(self, number: int) -> Asked:
        asked = self._articles[number - 1][3]
        assert asked is not None, "only articles with their claims are compared"
        return asked

    def nodes(self, number: int) -> bytes:
        """The claims of an article as they are compared, packed."""
        return self._asked(number).nodes

    def addresses(self, number: int) -> bytes:
        """Where the claims of an article are compared."""
        return self._asked(number).addresses

    def article_of(self, number: int) -> Article:
        """An article without its text."""
        return self._articles[number - 1][1]

    def sums(self) -> dict[int, list[Finding]]:
        """Number of an article -> the findings in it alone."""
        return {n: asked.sums for n, (*_, asked) in enumerate(self._articles, 1) if asked and asked.sums}

    def claim(self, owner: int, number: int) -> Claim:
        """A claim by its article and its number in it."""
        return self._asked(owner).claims[number].record

    def claims(self, owner: int) -> Iterable[Claim]:
        """The claims of an article, in its order."""
        return (line.record for line in self._asked(owner).claims)

    def leaf(self, name: bytes) -> bytes | None:
        """The links that were found in a leaf."""
        return self._leaves.get(name)

    def keep_leaves(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Names of leaves with what was found in them."""
        self._leaves.update(rows)

    def part(self, name: bytes) -> list[Known]:
        """Nothing is known of any component."""
        return []

    def finding(self, name: bytes) -> tuple[str, int] | None:
        """Nor of any finding."""
        return None

    def past(self, names: Iterable[bytes]) -> dict[bytes, bytes]:
        """Nor of any group."""
        return {}

    def keep_part(self, name: bytes, results: Iterable[Known], past: bytes) -> None:
        """Nor shall anything be."""

    def result(self, number: int) -> Finding:
        """A finding without its id."""
        return self._results[number - 1].record

    def label(self, number: int) -> str:
        """What the question of a finding is called."""
        return self.result(number).label

    def add_result(self, result: Result) -> int:
        """Keeps a finding; gives its number."""
        self._results.append(result.finding)
        return len(self._results)

    def show(
        self, findings: Iterable[tuple[str, int]], articles: Iterable[int], leaves: Iterable[bytes],
        parts: Iterable[bytes],
    ) -> None:
        """Makes these the result, as ids with numbers in their order."""
        self._shown = list(findings)

    def findings(self) -> Iterator[Finding]:
        """The result."""
        return (replace(self.result(number), id=name) for name, number in self._shown)

    def article_line(self, number: int) -> bytes:
        """An article as JSON without its text."""
        return without(self.article_of(number), "text")

    def claim_lines(self, owner: int) -> Iterator[bytes]:
        """The claims of an article as JSON."""
        return (line.text for line in self._asked(owner).claims)

    def finding_lines(self) -> Iterator[bytes]:
        """The result as JSON."""
        return (named(self._results[number - 1].text, name) for name, number in self._shown)
