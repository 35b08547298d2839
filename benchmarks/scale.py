"""The whole path on growing folders, in one run: ``python -m benchmarks.scale --work DIR`` writes docs/benchmarks.md.

``--texts DIR`` varies the articles of that folder instead of the samples; ``--articles`` names the sizes; ``--claims``
those of the grouping alone; ``--peers DIR`` adds the number readers that give bounds, on the same text.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from benchmarks import page, texts
from claimcheck.model import Article, Claim

if TYPE_CHECKING:
    from claimcheck.stages.node import Node


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds of wall clock, seconds of all cores and, of those, of its first process; bytes of
    all its processes at their peak."""

    wall: float
    cpu: float
    first: float
    peak: int


def main() -> None:
    """Measures everything and writes the page."""
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    folders = [_Folder.make(options.work / str(count), count, options.texts) for count in options.articles]
    sections = [page.machine(), page.load(), _NOTE]
    sections += ["### Start", _starts(), "### Stages, one process", _stages(folders[0])]
    sections += ["### Growth", _growth(folders, options.alone), "### Store", _store(folders[min(1, len(folders) - 1)])]
    sections += ["### Grouping alone", _GROUPED, _grouping(folders[min(1, len(folders) - 1)], options.claims)]
    if options.peers:
        sections += ["### Beside readers that give bounds", _beside(options.peers)]
    page.write("Speed and scale", "\n\n".join(sections))


_NOTE = """Articles are variants of a few: other places, figures, dates and outlets. The few are the five sample
articles in Arabic, with 2.4 claims in a kilobyte of UTF-8 (4.3 in a thousand letters), and English written for this,
with 4; news has three to five. MB are those of the texts in UTF-8.
Clock times are those of a machine that may have other work: the load says so. The growth exponent is that of the
processor time between a row and the row above: 1 grows as the articles do, 2 with their
square."""


_GROUPED = """Claims as they are compared, of the second folder, repeated with other places and days; one process from
them to clusters. Memory is that of the process beyond what it had before, by claim."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder for the articles; those in it are used again")
    parser.add_argument("--texts", type=Path, help="folder of articles to vary")
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--alone", type=int, default=10_000, help="larger folders are not given to one process alone")
    parser.add_argument("--claims", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--peers", type=Path, help="folder of the peers' environments")
    return parser.parse_args()


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of so many articles, of so many bytes."""

    path: Path
    count: int
    size: int

    @classmethod
    def make(cls, path: Path, count: int, origin: Path | None) -> _Folder:
        if path.exists():
            return cls(path, count, sum(file.stat().st_size for file in path.rglob("*.txt")))
        return cls(path, count, texts.folder(path, count, origin))


def _command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "claimcheck", *map(str, arguments)]


def _measured(command: list[str]) -> Run:
    """Runs to the end; raises RuntimeError where that is a failure."""
    begun = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere)
        seen, own = [0], [0.0]
        over = Event()

        def look() -> None:
            while not over.wait(0.2):
                seen.append(_shared_out(child.pid))
                own.append(_own(child.pid))

        watch = Thread(target=look)
        watch.start()
        _, status, used = os.wait4(child.pid, 0)
        over.set()
        watch.join()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} exited with {child.returncode}")
    peak = max(*seen, used.ru_maxrss * 1024)
    return Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, max(own), peak)


def _own(pid: int) -> float:
    """Seconds of processor time that a process itself has had; 0 where none can be seen."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


def _shared_out(pid: int) -> int:
    """Bytes of a process and those that it has begun, what they share counted once; 0 where none can be seen."""
    total = 0
    try:
        begun = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in (str(pid), *begun):
            said = Path(f"/proc/{each}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) * 1024 for line in said.splitlines() if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0
    return total


def _starts() -> str:
    """As a shell calls them: the installed command, which nobody watches meanwhile."""
    installed = str(Path(sys.executable).with_name("claimcheck"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "claimcheck --version": [installed, "--version"],
        "claimcheck --help": [installed, "--help"],
        "claimcheck seeds/": [installed, str(texts.ROOT / "seeds")],
    }
    rows = [[f"`{name}`", f"{1000 * min(_clock(c) for _ in range(15)):.0f} ms"] for name, c in commands.items()]
    return page.table(("command", "best of 15"), rows)


def _clock(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _stages(folder: _Folder) -> str:
    """Seconds of one process for each stage; the packs are loaded before."""
    from claimcheck.readers import read
    from claimcheck.reports import REPORTS, Options
    from claimcheck.stages.cluster import cluster
    from claimcheck.stages.compare import compare
    from claimcheck.stages.extract import extract

    rows: list[list[str]] = []

    def timed(name: str, work: Callable[[], list[object]]) -> list[object]:
        begun = time.process_time()
        found = work()
        spent = time.process_time() - begun
        rows.append([name, f"{spent:.2f} s", f"{folder.size / spent / 1e6:.2f}", f"{len(found):,}"])
        return found

    for text in (*texts.seeds(), *texts.english(1)):
        extract(Article(id="a", file="a", text=text, lang="ar" if text in texts.seeds() else "en"))
    articles = timed("read", lambda: list(read([str(folder.path)])))
    only = [a for a in articles if isinstance(a, Article)]
    claims = [c for c in timed("extract", lambda: [c for a in only for c in extract(a)]) if isinstance(c, Claim)]
    clusters = timed("cluster", lambda: list(cluster(claims)))
    findings = timed("compare", lambda: list(compare(clusters, claims)))  # type: ignore[arg-type]
    result = _report([*only, *claims, *findings])
    timed("report as JSON", lambda: [REPORTS["json"](result, Options(width=80))])
    return page.table((f"stage, {folder.count:,} articles", "time", "MB/s", "records"), rows)


def _report(records: list[object]) -> object:
    from claimcheck.pipeline import report

    return report(records)  # type: ignore[arg-type]


def _growth(folders: list[_Folder], alone: int) -> str:
    """The command on each folder with all cores, and with one process where that is not too many for it; processor time
    tells growth on a busy machine, and the first process' share of it what more cores can give at most."""
    rows: list[list[str]] = []
    before: tuple[int, float] | None = None
    for folder in folders:
        command = _command(folder.path, "--format", "json", "--jobs")
        run = _measured([*command, "0"])
        one = f"{_measured([*command, '1']).wall:.1f} s" if folder.count <= alone else "–"
        exponent = _exponent(before, (folder.count, run.cpu))
        before = (folder.count, run.cpu)
        rows.append([
            f"{folder.count:,}, {folder.size / 1e6:.1f} MB", f"{run.cpu:.1f} s", f"{folder.size / run.cpu / 1e6:.2f}",
            exponent, f"{run.first / run.cpu:.0%}", one, f"{run.wall:.1f} s", f"{run.peak / 1e6:,.0f} MB",
        ])
    head = (
        "articles", "processor", "MB/s", "exponent", "first process", "clock, one process", "clock, all cores", "peak",
    )  # fmt: skip
    return page.table(head, rows)


def _exponent(before: tuple[int, float] | None, now: tuple[int, float]) -> str:
    if before is None:
        return "–"
    return f"{math.log(now[1] / before[1]) / math.log(now[0] / before[0]):.2f}"


def _store(folder: _Folder) -> str:
    """A first run, the same again, and a run with one article more."""
    store = folder.path.with_suffix(".sqlite")
    store.unlink(missing_ok=True)
    command = _command(folder.path, "--store", store, "--format", "json")
    cold, same = _measured(command), _measured(command)
    (folder.path / "one-more.txt").write_text(texts.english(1)[0], "utf-8")
    more = _measured(command)
    (folder.path / "one-more.txt").unlink()
    rows = [[name, f"{run.cpu:.1f} s", f"{run.cpu / cold.cpu:.0%}"] for name, run in
            (("first run", cold), ("again", same), ("one article more", more))]  # fmt: skip
    return page.table((f"{folder.count:,} articles, with --store", "processor", "of the first"), rows)


def _grouping(folder: _Folder, sizes: list[int]) -> str:
    """Nodes to clusters, on so many claims."""
    from claimcheck.stages.blocks import address, leaves
    from claimcheck.stages.cluster import grouped, links

    rows: list[list[str]] = []
    before: tuple[int, float] | None = None
    base = _nodes(folder.path)
    for size in sorted(sizes):
        had = _resident()
        nodes = list(islice((node for turn in count() for node in _varied(base, turn)), size))
        begun = time.process_time()
        found = grouped(nodes, (k for leaf in leaves(address(n) for n in nodes) for k in links(leaf, nodes)))
        now = (size, time.process_time() - begun)
        largest = max(len(c.claims) for c in found)
        rows.append([f"{size:,}", f"{now[1]:.1f} s", f"{len(found):,}", f"{largest:,}",
                     f"{(_resident() - had) / size:,.0f} B", _exponent(before, now)])
        before = now
    return page.table(("claims", "time", "clusters", "largest", "memory", "exponent"), rows)


def _nodes(folder: Path) -> list[Node]:
    from claimcheck.pipeline import extracted
    from claimcheck.readers import read
    from claimcheck.stages.node import nodes_of

    return nodes_of(record for record in extracted(read([str(folder)]), 0) if isinstance(record, Claim))


def _varied(nodes: list[Node], turn: int) -> Iterator[Node]:
    """The same articles as other outlets print them of other places, a month later each."""
    from claimcheck.stages.facets import one
    from claimcheck.stages.node import Origin

    origins: dict[str, Origin] = {}
    for node in nodes:
        origin = origins.setdefault(node.article, Origin(f"{turn:06}/{node.article}", node.origin.topic))
        said = {field.name: getattr(node.facets, field.name) for field in fields(node.facets)}
        day = date.fromisoformat(node.facets.published or "2018-01-01") + timedelta(days=30 * (turn % 60))
        said |= {name: said[name] and f"{said[name]} {turn}" for name in ("place", "named")}
        setting = tuple(f"{place} {turn}" for place in node.facets.setting or ("town",))
        said |= {"setting": setting, "published": day.isoformat()}
        yield replace(node, id=f"{turn}.{node.id}", origin=origin, facets=one(**said))


def _resident() -> int:
    """Bytes that this process has in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _beside(peers: Path) -> str:
    """Bytes a second of the whole path in one process, plain and compiled, and of the peers that merely read numbers
    with their bounds."""
    from benchmarks.peers import COMPILED, PEERS, SELF, answers, python, whole_path

    ours = [(form, python(form, peers)) for form in (SELF, COMPILED)]
    forms = [(form, own) for form, own in ours if isinstance(own, Path)]
    rows = [[f"{form.name}: {own}"] for form, own in ours if isinstance(own, str)]
    for lang, spoken in (("ar", texts.seeds()), ("en", texts.english(40))):
        mine = [whole_path(form, own, spoken, lang) for form, own in forms]
        for (form, _), speed in zip(forms, mine, strict=True):
            rows.append([f"{form.name}, read to verdict, {lang}", *_times(mine, speed)])
        for peer in (p for p in PEERS if p.bounds and lang in p.languages):
            own = python(peer, peers)
            asked = [{"text": text, "lang": lang} for text in spoken]
            read = list(answers(peer, own, asked, 20.0))[1:] if isinstance(own, Path) else []
            size = sum(len(a["text"].encode()) for a in asked[1 : len(read) + 1])
            speed = size / sum(a["seconds"] for a in read) if read else 0.0
            rows.append([f"{peer.name}, numbers alone, {lang}", *(_times(mine, speed) if speed else ["", str(own)])])
    return page.table(("reader", "MB/s", *(f"{form.name} is faster by" for form, _ in forms)), rows)


def _times(mine: Iterable[float], speed: float) -> list[str]:
    """A speed, and how many times each of ours is as fast."""
    return [f"{speed / 1e6:.4f}", *(f"{own / speed:.1f}" for own in mine)]


if __name__ == "__main__":
    main()
