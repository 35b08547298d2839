"""A run gives what its stages give, whatever processes share it and whatever hash() says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck import grouping
from claimcheck.checked import checked_json
from claimcheck.disk import Disk
from claimcheck.model import Report
from claimcheck.pipeline import check, clustered, compared, extracted, report
from claimcheck.readers import read
from claimcheck.reports import REPORTS, Options
from claimcheck.run import Run
from claimcheck.stages.blocks import Leaf
from claimcheck.stages.cluster import links
from claimcheck.stages.groups import Link
from claimcheck.stages.node import Node

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = (
    "At least {0} people were killed and {1} wounded in {2} on Friday, officials said.\n",
    "In {2} {0} fled. 8 people were killed, among them 6 fighters and 5 civilians. More than {0}00 fled.\n",
    "قتل {0} أشخاص وأصيب {1} في {3} يوم الجمعة، وفق المرصد السوري. وغادرت {0} شاحنات المخيم.\n",
)
PLACES = (("Homs", "حمص"), ("Aleppo", "حلب"), ("Idlib", "إدلب"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles in folders of which some print what others print, with a table beside them."""
    place = Path(shutil.copytree(SEEDS, tmp_path_factory.mktemp("in") / "news"))
    rows = ["file,source,published"]
    for n in range(90):
        text = TEXTS[n % 3].format(n % 7 + 2, n % 11 + 3, *PLACES[n // 3 % 3])
        text += f"{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10]}\n"
        if n % 10 == 9:
            text = TEXTS[0].format(4, 5, *PLACES[0]) * 4
        name = f"{n % 4}/{n}.txt" if n % 5 else f"{n}.txt"
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text)
        hour = f"T{n % 24:02}:30+0{n % 4}:00" if n % 2 else ""
        rows.append(f"{name},Outlet {n % 8},2019-03-{n % 9 + 1:02}{hour}")
    (place / "metadata.csv").write_text("\n".join(rows) + "\n")
    return place


def quiet(notice: object) -> None:
    """A reader has something to say."""


def staged(folder: Path) -> Report:
    return report(compared(clustered(extracted(read([str(folder)], tell=quiet)))))


def test_a_run_gives_what_its_stages_give(folder: Path) -> None:
    found = check(folder, tell=quiet)
    expected = staged(folder)
    assert found == expected
    assert any(article.also for article in found.articles)
    assert any(finding.id.startswith("s") for finding in found.clusters)


def test_hours_come_to_the_verdicts(folder: Path) -> None:
    whys = [pair.why for finding in check(folder, tell=quiet).clusters for pair in finding.pairs]
    assert any(re.search(r"\d, \d\d:\d\dZ to \d\d:\d\dZ\): the figure grew", why) for why in whys)


def test_an_archive_comes_to_the_same_from_the_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.run._ROOM", 10)
    monkeypatch.setattr("claimcheck.run._BATCH", 8)
    expected = staged(folder)
    with Run(texts=True) as run:
        run.keep(run.read([str(folder)]))
        run.finish()
        assert isinstance(run.store, Disk)
        assert run.report() == expected
        assert b"".join(run.json()).decode() == REPORTS["json"](expected, Options(width=80))


def test_of_a_large_block_two_claims_are_judged_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in that of the days and figures by which the block is cut."""
    monkeypatch.setattr("claimcheck.stages.blocks.WHOLE", 3)
    monkeypatch.setattr("claimcheck.stages.blocks.PART", 2)
    judged: set[tuple[str, str]] = set()

    def linked(leaf: Leaf, nodes: Sequence[Node]) -> Iterator[Link]:
        for score, a, b in links(leaf, nodes):
            judged.add((nodes[a].article, nodes[b].article))
            yield score, a, b

    monkeypatch.setattr(grouping, "links", linked)
    for n in range(12):
        (tmp_path / f"{n:02}.txt").write_text(f"The flood in Kassala killed {40 - n} people.\n", "utf-8")
    with Run(texts=True, jobs=1) as run:
        run.keep(run.read([str(tmp_path)]))
        run.finish()
    assert judged and all(one < other for one, other in judged)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_processes_and_seeds_change_no_byte(folder: Path, seed: str) -> None:
    """Grouping in processes, too, though the folder is small."""
    code = (
        "import sys; from claimcheck import cli, grouping\n"
        f"grouping._FEW, grouping._PARCEL = 10, 2\n"
        f"sys.argv = ['claimcheck', {str(folder)!r}, '--format', 'json', '--fail-on', 'none', '--jobs', '2']\n"
        "cli.run()"
    )
    run = subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True)
    assert run.returncode == 0, run.stderr
    assert checked_json(Report, run.stdout) == _without_texts(staged(folder))


def test_a_killed_process_of_the_grouping_is_one_clear_line(folder: Path) -> None:
    code = (
        "import os, signal, sys; from claimcheck import cli, grouping\n"
        "grouping._FEW, grouping._PARCEL = 10, 2\n"
        "grouping.Grouping.judged = lambda self, part: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"sys.argv = ['claimcheck', {str(folder)!r}, '--jobs', '2']\n"
        "cli.run()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.returncode == 2
    assert "was killed" in run.stderr.splitlines()[-1]


@pytest.mark.parametrize("kept", [False, True])
def test_what_is_written_as_it_lies_in_the_store_is_what_the_whole_result_gives(
    folder: Path, tmp_path: Path, kept: bool
) -> None:
    with Run(str(tmp_path / "run.sqlite") if kept else None, tell=quiet) as run:
        run.keep(run.read([str(folder)]))
        run.finish()
        pieces = {"json": run.json(), "jsonl": run.jsonl()}
        for name, written in pieces.items():
            assert b"".join(written).decode() == REPORTS[name](run.report(), Options())


def test_few_claims_start_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = grouping.spread

    def watched(work, items, jobs, parcel, **how):  # type: ignore[no-untyped-def]
        asked.append(jobs)
        return real(work, items, jobs, parcel, **how)

    monkeypatch.setattr(grouping, "spread", watched)
    check(folder, tell=quiet, jobs=2)
    assert asked == [1, 1]


def _without_texts(of: Report) -> Report:
    return replace(of, articles=tuple(replace(a, text="") for a in of.articles))
