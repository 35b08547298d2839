"""How well and how fast figures are read, beside the peers that install from the package index, in one run.

``python -m benchmarks.numbers --peers DIR`` installs the peers below DIR once, reads the same texts with each and
writes docs/benchmarks.md. ``--suites`` adds JSON-lines suites, ``--text`` another English text for speed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from benchmarks import page, suites, texts
from benchmarks.peers import COMPILED, FLOOR, PEERS, SELF, Peer, answers, python
from benchmarks.suites import Suite

NAMES = {"ar": "Arabic", "en": "English"}


@dataclass(slots=True)
class Result:
    """What one reader showed in one language: bytes of UTF-8 a second, and its scores by suite."""

    peer: Peer
    trouble: str = ""
    speed: float = 0.0
    value: dict[str, float | None] = field(default_factory=dict)
    bounds: float | None = None
    about: float | None = None


def main() -> None:
    """Measures all readers and writes the page."""
    options = _options()
    known = [*suites.own(), *suites.given(options.suites)]
    english = options.text.read_text("utf-8") if options.text else "\n\n".join(texts.english(40))
    spoken = {"ar": texts.seeds(), "en": english.split("\n\n")}
    sections = [page.machine(), page.load(), _NOTE]
    for lang, name in NAMES.items():
        mine = [s for s in known if s.cases and s.cases[0]["lang"] == lang]
        results = [_measure(peer, lang, mine, spoken[lang], options) for peer in (FLOOR, SELF, COMPILED, *PEERS)
                   if lang in peer.languages]
        sections += [f"### {name}", _table(results, mine)]
    sections += ["### Growth", _growth(spoken, options.patience)]
    page.write("Figures", "\n\n".join(sections))


_NOTE = """Value F1 in percent on each suite; bounds F1 counts a figure only where "at least", "between" and the like
are right too; about F1 is that of the figures said to be estimates. MB/s is UTF-8 text by processor time, start-up left
out, and the last column how many times a bare digit pattern over the same text is faster. A dash: the reader says
nothing of the kind, or came to no figure of the suite in its time. The corpora in tests/ and the seed articles are
what claimcheck was written against; what it does on texts of others is to be read from the other columns."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, required=True, help="folder for the peers' environments")
    parser.add_argument("--suites", type=Path, nargs="*", default=[], help="further suites, as JSON lines")
    parser.add_argument("--text", type=Path, help="an English text to measure speed on")
    parser.add_argument("--patience", type=float, default=10.0, help="seconds for each reader and suite")
    return parser.parse_args()


def _measure(peer: Peer, lang: str, known: list[Suite], spoken: list[str], options: argparse.Namespace) -> Result:
    own = python(peer, options.peers)
    if isinstance(own, str):
        return Result(peer, own)
    result = Result(peer, speed=_speed(peer, own, spoken, lang, options.patience))
    if not result.speed:
        return Result(peer, "does not run")
    joined = Suite("all", tuple(case for suite in known for case in suite.cases))
    read = [a["numbers"] for a in answers(peer, own, joined.cases, options.patience * len(known))]
    at = 0
    for suite in known:
        part = read[at : at + len(suite.cases)]
        result.value[suite.name] = suites.f1(suite, part, suites.value) if part else None
        at += len(suite.cases)
    result.bounds = suites.f1(joined, read, suites.bounds)
    result.about = suites.f1(joined, read, suites.value, suites.estimate)
    return result


def _speed(peer: Peer, own: Path, spoken: list[str], lang: str, patience: float) -> float:
    """Bytes a second over the texts again and again for ``patience`` seconds, the first text left out as warm-up."""
    cases = ({"text": text, "lang": lang} for text in chain.from_iterable(repeat(spoken)))
    size = spent = 0.0
    for n, (text, answer) in enumerate(zip(_again(spoken), answers(peer, own, cases, patience), strict=False)):
        if n:
            size += len(text.encode())
            spent += answer["seconds"]
    return size / spent if spent else 0.0


def _again(spoken: list[str]) -> Iterator[str]:
    return chain.from_iterable(repeat(spoken))


def _table(results: list[Result], known: list[Suite]) -> str:
    floor = results[0].speed
    rows = [_row(result, known, floor) for result in results]
    return page.table(("reader", *(s.name for s in known), "bounds", "about", "MB/s", "× the digit pattern"), rows)


def _row(result: Result, known: list[Suite], floor: float) -> list[str]:
    if result.trouble:
        return [f"{result.peer.name}: {result.trouble}", *("" for _ in known), "", "", "", ""]
    scores = [_percent(result.value.get(s.name)) if result.peer is not FLOOR else "–" for s in known]
    bounds = _percent(result.bounds) if result.peer.bounds else "–"
    about = _percent(result.about) if result.about else "–"
    return [result.peer.name, *scores, bounds, about, f"{result.speed / 1e6:.3g}", f"{floor / result.speed:,.0f}"]


def _percent(score: float | None) -> str:
    return "–" if score is None else f"{score:.1f}"


def _growth(spoken: dict[str, list[str]], patience: float) -> str:
    """Seconds for one text of 1, 10 and 100 times the length: a cost that grows faster than the text shows here."""
    rows: list[list[str]] = []
    for lang, name in NAMES.items():
        whole = "\n".join(spoken[lang])
        cases: list[dict[str, Any]] = [{"text": "\n".join([whole] * times), "lang": lang} for times in (1, 1, 10, 100)]
        read = list(answers(SELF, Path(python(SELF, Path())), cases, patience * 10))[1:]
        rows.append([f"{name}, {len(whole.encode()) / 1e3:.0f} kB", *(f"{a['seconds']:.3f} s" for a in read)])
    return page.table(("text", "1×", "10×", "100×"), rows)


if __name__ == "__main__":
    main()
