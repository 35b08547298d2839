"""Fits the odds that two claims answer one question: ``python -m benchmarks.fit FOLDER ...`` writes stages/trees.py.

Each FOLDER holds ``texts/EVENT/*.txt`` with a metadata.csv, and ``exhaustive/EVENT.claims.jsonl`` with every figure of
these articles: ``article``, ``start``, ``end``, ``cluster`` (the question, or null), ``optional``; and in
``exhaustive/EVENT.verdicts.json`` the pairs of questions on which annotators would not rule (``either``). A
folder that is named three times counts three times. Needs scikit-learn, which claimcheck does not.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import combinations
from pathlib import Path
from textwrap import fill
from typing import Any, NamedTuple

from claimcheck.model import Article, Claim
from claimcheck.pipeline import extracted
from claimcheck.stages import odds, rivals
from claimcheck.stages.cluster import DOUBTED, LINKED, SURE, known_of, linking
from claimcheck.stages.extract import extract
from claimcheck.stages.groups import best
from claimcheck.stages.node import Node, nodes_of
from tests.test_questions import APART, DATED, SAME, article

#: the fewest pairs in a leaf
_FEWEST = 60
#: so many parts of the events are each judged by what the others teach, for the odds that know of rivals
_PARTS = 5
#: so many events are looked at as if they stood in one folder
_IN_ONE = 4
#: so few articles of each event are looked at as if they were all: who is alone there is not who is alone among many
_FEW = (2, 3)
#: how often an example of the tests counts: no annotated news is as short
_TAUGHT = 10
#: digits of a limit or an answer that are kept
_DIGITS = 4


class Pair(NamedTuple):
    """Two figures of an event, whether they may be linked, what is asked of them, and whether they answer one question,
    where that was ruled."""

    a: int
    b: int
    linked: bool
    asked: list[float]
    one: bool | None


class Event(NamedTuple):
    """The figures of articles on one event, and those pairs of them that may be one question."""

    nodes: list[Node]
    pairs: list[Pair]
    times: int = 1


class Shape(NamedTuple):
    """How many trees, with how many leaves each, and how much each is heard."""

    trees: int
    leaves: int
    rate: float


#: of odds that others correct as well, a few small trees say as much as many
_ALONE, _AMONG = Shape(30, 8, 0.4), Shape(120, 16, 0.12)


class Row(NamedTuple):
    """What is asked, what is right, and how often that counts."""

    asked: list[float]
    one: bool
    times: int


def main() -> None:
    """Reads the folders and writes the trees."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    folders = parser.parse_args().folders
    times = Counter(folders)
    paths = {path: times[folder] for folder in times for path in sorted(folder.glob("exhaustive/*.claims.jsonl"))}
    with ProcessPoolExecutor() as pool:
        events = list(pool.map(_event, paths, paths.values()))
        events += [*pool.map(_folder, [events[n : n + _IN_ONE] for n in range(0, len(events), _IN_ONE)]), *taught()]
    alone, among = _fitted(_rows(events), _ALONE), _fitted(_among(events), _AMONG)
    told = _MODULE.format(alone=_function("alone", odds.NAMES, alone),
                          among=_function("among", odds.NAMES + rivals.NAMES, among))  # fmt: skip
    Path(odds.__file__).with_name("trees.py").write_text(told, "utf-8")
    ruled = [pair.one for event in events for pair in event.pairs if pair.one is not None]
    print(f"{len(ruled)} pairs, of which {sum(ruled)} are one question")


def _event(path: Path, times: int) -> Event:
    event = path.name.removesuffix(".claims.jsonl")
    articles = _articles(path.parent.parent / "texts" / event)
    claims = [record for record in extracted(articles) if isinstance(record, Claim)]
    marks = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    either = {frozenset(two) for two in json.loads((path.parent / f"{event}.verdicts.json").read_text())["either"]}
    known = {claim.id: _marked(claim, marks) for claim in claims}
    nodes = nodes_of(claims)
    return Event(nodes, list(_pairs(nodes, lambda a, b: _one(known[a.id], known[b.id], either))), times)


def _folder(events: Sequence[Event]) -> Event:
    """Events in one folder, of which no two figures answer one question; what is ruled of each is not ruled again."""
    of = [n for n, event in enumerate(events) for _ in event.nodes]
    nodes = [node for event in events for node in event.nodes]
    index = {id(node): n for n, node in enumerate(nodes)}
    return Event(nodes, list(_pairs(nodes, lambda a, b: None if of[index[id(a)]] == of[index[id(b)]] else False)))


def _pairs(nodes: Sequence[Node], one: Callable[[Node, Node], bool | None]) -> Iterator[Pair]:
    for a, b in combinations(range(len(nodes)), 2):
        if nodes[a].facets.kind == "duration":
            continue
        found = known_of(nodes[a], nodes[b])
        if found is not None:
            linked = linking(nodes[a], nodes[b]) is not None
            yield Pair(a, b, linked, odds.features(nodes[a], nodes[b], found), one(nodes[a], nodes[b]))


def _one(a: dict[str, Any] | None, b: dict[str, Any] | None, either: set[frozenset[str]]) -> bool | None:
    if a is None or b is None or frozenset((a["cluster"], b["cluster"])) in either:
        return None
    return bool(a["cluster"]) and a["cluster"] == b["cluster"]


def taught() -> Iterator[Event]:
    """The examples of the tests; those of one question tell one figure each."""
    dated = [(one, first, other, then, same) for one, first, other, then, same in DATED]
    dated += [(one, "2019-03-04", other, "2019-03-04", same) for rows, same in ((SAME, True), (APART, False))
              for one, other in rows]  # fmt: skip
    for one, first, other, then, same in dated:
        nodes = nodes_of([*extract(article("a", one, first)), *extract(article("b", other, then))])
        if len(nodes) == 2 or not same:
            yield Event(nodes, list(_pairs(nodes, partial(_as_told, same))), _TAUGHT)


def _as_told(same: bool, a: Node, b: Node) -> bool | None:
    return same if a.article != b.article else None


def _articles(folder: Path) -> Iterator[Article]:
    with (folder / "metadata.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, text = f"{folder.name}/{row['file']}", (folder / row["file"]).read_text("utf-8")
            yield Article(id=name, file=name, text=text, lang=row["lang"], published=row["published"] or None,
                          source=row["source"] or None)  # fmt: skip


def _marked(claim: Claim, marks: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The figure that annotators marked where a claim stands; none where the claim is optional."""
    met = [(min(mark["end"], claim.end) - max(mark["start"], claim.start), n)
           for n, mark in enumerate(marks) if mark["article"] == Path(claim.article).name]  # fmt: skip
    most, n = max(met, default=(0, 0))
    return marks[n] if most > 0 and not marks[n]["optional"] else None


def _rows(events: Iterable[Event]) -> list[Row]:
    return [Row(pair.asked, pair.one, event.times) for event in events for pair in event.pairs if pair.one is not None]


def _among(events: Sequence[Event]) -> Iterator[Row]:
    """What is asked where others are heard, of pairs whose odds those events told that they are not of."""
    for part in range(_PARTS):
        trees = _fitted(_rows(event for n, event in enumerate(events) if n % _PARTS != part), _ALONE)
        for event in events[part::_PARTS]:
            told = trees.decision_function([pair.asked for pair in event.pairs]) if event.pairs else []
            pairs = [(float(score), pair) for score, pair in zip(told, event.pairs, strict=True)]
            for some in _told_by(event, pairs):
                links = [(score, pair.a, pair.b) for score, pair in some if score >= LINKED and pair.linked]
                company = rivals.Rivals(event.nodes, best(links))
                for score, pair in some:
                    if pair.one is not None and DOUBTED <= score <= SURE:
                        yield Row([*pair.asked, *company.features(pair.a, pair.b, score)], pair.one, event.times)


def _told_by(event: Event, pairs: list[tuple[float, Pair]]) -> Iterator[list[tuple[float, Pair]]]:
    """The pairs of all articles of an event, then those of each few of them."""
    yield pairs
    articles = sorted({node.article for node in event.nodes})
    for few in _FEW:
        apart = len(articles) // few
        part = {article: n % apart for n, article in enumerate(articles)} if apart > 1 else {}
        parts: dict[int, list[tuple[float, Pair]]] = {}
        for score, pair in pairs if part else ():
            one, other = (part[event.nodes[n].article] for n in (pair.a, pair.b))
            if one == other:
                parts.setdefault(one, []).append((score, pair))
        yield from parts.values()


def _fitted(rows: Iterable[Row], shape: Shape) -> Any:
    from sklearn.ensemble import HistGradientBoostingClassifier

    trees = HistGradientBoostingClassifier(
        max_iter=shape.trees, learning_rate=shape.rate, max_leaf_nodes=shape.leaves, min_samples_leaf=_FEWEST,
        l2_regularization=5.0, early_stopping=False,
    )  # fmt: skip
    repeated = [row for row in rows for _ in range(row.times)]  # a weight would not help them to leaves of their own
    return trees.fit([row.asked for row in repeated], [row.one for row in repeated])


def _function(name: str, asked: Sequence[str], fit: Any) -> str:
    """The trees as a function, of which Python or a compiler makes fast code."""

    def told(nodes: Any, at: int) -> str:
        node = nodes[at]
        if node["is_leaf"]:
            return _rounded(node["value"])
        left, right = told(nodes, int(node["left"])), told(nodes, int(node["right"]))
        return f"({left} if {asked[node['feature_idx']]} <= {_rounded(node['num_threshold'])} else {right})"

    names = fill(", ".join(f"{name}: float" for name in asked), 116, initial_indent="    ", subsequent_indent="    ")
    start = _rounded(fit._baseline_prediction.ravel()[0])
    added = "".join(f"        + {told(tree.nodes, 0)}\n" for (tree,) in fit._predictors)
    return f"def {name}(\n{names},\n) -> float:\n    return (\n        {start}\n{added}    )\n"


_MODULE = '''"""What ``benchmarks/fit.py`` found: trees over what ``odds`` asks of two claims. Not to be edited.

The log-odds that two claims answer one question: by what is known of them alone, and among others.
"""


{alone}

{among}'''


def _rounded(value: float) -> str:
    return f"{float(value):.{_DIGITS}g}"


if __name__ == "__main__":
    main()
