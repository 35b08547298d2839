"""A store changes nothing about the result, loses nothing that was done, and does nothing twice."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from shell import claimcheck

from claimcheck import grouping
from claimcheck import run as runs
from claimcheck.grouping import Grouping, Part
from claimcheck.kept import Known, Result
from claimcheck.model import Article, Claim, Cluster
from claimcheck.pipeline import extracted
from claimcheck.readers import read
from claimcheck.rows import Asked
from claimcheck.run import Run
from claimcheck.stages import blocks
from claimcheck.stages.cluster import Joined
from claimcheck.stages.groups import Group, Groups
from claimcheck.stages.node import Node
from claimcheck.store import fingerprint
from claimcheck.store.schema import connect

SEEDS = Path(__file__).parents[1] / "seeds"
TEXT = "At least {} people were killed and {} wounded in Homs on Friday, officials said.\n"


def shown(folder: Path, *options: str) -> str:
    return claimcheck(str(folder), "--format", "json", "--fail-on", "none", *options).out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "news.sqlite")


def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are read for claims from now on."""
    names: list[str] = []
    real = runs.asked

    def watched(article: Article) -> Asked:
        names.append(article.file)
        return real(article)

    monkeypatch.setattr(runs, "asked", watched)
    return names


def test_the_result_is_that_of_a_run_without_one(folder: Path, file: str) -> None:
    plain = shown(folder)
    assert shown(folder, "--store", file) == plain
    assert shown(folder, "--store", file) == plain


def test_a_rerun_reads_the_new_article_alone(folder: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(folder, "--store", file)
    (folder / "new.txt").write_text(TEXT.format(12, 30))
    names = worked(monkeypatch)
    again = shown(folder, "--store", file)
    assert names == ["new.txt"]
    assert again == shown(folder)


def test_a_changed_article_is_read_again(folder: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "new.txt").write_text(TEXT.format(12, 30))
    shown(folder, "--store", file)
    (folder / "new.txt").write_text(TEXT.format(13, 30))
    names = worked(monkeypatch)
    again = shown(folder, "--store", file)
    assert names == ["new.txt"]
    assert again == shown(folder)


def test_changed_metadata_count_as_a_change(folder: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(folder, "--store", file)
    name = min(path.name for path in folder.iterdir())
    (folder / "metadata.csv").write_text(f"file,source\n{name},AFP\n")
    names = worked(monkeypatch)
    again = shown(folder, "--store", file)
    assert names == [name]
    assert again == shown(folder)


def test_an_article_that_is_gone_is_forgotten(folder: Path, file: str) -> None:
    shown(folder, "--store", file)
    min(folder.iterdir()).unlink()
    assert shown(folder, "--store", file) == shown(folder)
    assert answer(file, "SELECT count(*) FROM article") == [(4,)]
    assert answer(file, "SELECT count(*) FROM claim WHERE article NOT IN (SELECT file FROM article)") == [(0,)]


def test_other_packs_read_everything_again(folder: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(folder, "--store", file)
    monkeypatch.setattr(fingerprint, "fingerprint", lambda: b"other")
    names = worked(monkeypatch)
    shown(folder, "--store", file)
    assert len(names) == 5


def test_what_a_killed_run_did_is_kept(tmp_path: Path, file: str) -> None:
    """A run is killed in the middle; the next one finishes it, and reads only what was not done."""
    folder = many(tmp_path / "many", 400)
    code = f"""
import os, signal
from pathlib import Path
from claimcheck.run import Run
with Run({file!r}) as run:
    def until(records):
        for n, record in enumerate(records):
            if n > 200:
                os.kill(os.getpid(), signal.SIGKILL)
            yield record
    run.keep(until(run.read([{str(folder)!r}])))
"""
    assert subprocess.run([sys.executable, "-c", code]).returncode == -signal.SIGKILL
    ((done,),) = answer(file, "SELECT count(*) FROM article")
    assert 100 < done < 400
    assert shown(folder, "--store", file) == shown(folder)
    assert answer(file, "SELECT count(*) FROM article") == [(400,)]


def test_two_at_once_wait_for_each_other(tmp_path: Path, file: str) -> None:
    folder = many(tmp_path / "many", 200)
    command = [sys.executable, "-m", "claimcheck", str(folder), "--store", file, "--format", "json", "--jobs", "1"]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) for _ in range(2)]
    results = [process.communicate(timeout=300) for process in both]
    assert [error for _, error in results] == [b"", b""]
    assert results[0][0] == results[1][0] == shown(folder).encode()


def test_two_that_make_one_store_at_once_wait_for_each_other(tmp_path: Path) -> None:
    def make(n: int) -> None:
        meet.wait()
        connect(tmp_path / f"{n}.sqlite").close()

    meet = threading.Barrier(2)
    with ThreadPoolExecutor(2) as both:
        for n in range(40):
            for made in [both.submit(make, n) for _ in range(2)]:
                made.result()


def test_what_is_known_costs_a_look(tmp_path: Path, file: str) -> None:
    """Known articles are neither read nor extracted, grouped or judged again: a quarter of the time at the most."""
    folder = many(tmp_path / "many", 150)
    spent = []
    for _ in range(2):
        begun = time.process_time()
        run_of(folder, file)
        spent.append(time.process_time() - begun)
    assert spent[1] < spent[0] / 4


def test_only_what_a_new_article_touches_is_grouped_again(
    tmp_path: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = many(tmp_path / "many", 150)
    for n in range(40):
        (folder / f"flood{n}.txt").write_text(f"The flood washed away {n + 2} bridges and {n + 3} mills in Kent.\n")
    run_of(folder, file)
    (folder / "new.txt").write_text("The flood washed away 40 mills in Kent.\n")
    sizes: list[int] = []
    linked, judged = Grouping.linked, Grouping.judged

    def links(these: Grouping, leaf: int) -> bytes:
        sizes.append(len(these.leaves[leaf].members))
        return linked(these, leaf)

    def findings(these: Grouping, part: Part) -> tuple[list[Result | Known], bytes]:
        sizes.append(len(part.claims))
        return judged(these, part)

    monkeypatch.setattr(Grouping, "linked", links)
    monkeypatch.setattr(Grouping, "judged", findings)
    run_of(folder, file)
    assert sizes and max(sizes) <= 81
    sizes.clear()
    run_of(folder, file)
    assert not sizes
    assert shown(folder, "--store", file) == shown(folder)


@pytest.mark.parametrize("change", [
    lambda folder: (folder / "0000 first.txt").write_text(TEXT.format(31, 52)),
    lambda folder: (folder / "0044 amid.txt").write_text(TEXT.format(80, 157) + "In Idlib 40 people were killed.\n"),
    lambda folder: (folder / "last.txt").write_text("Five people were killed and 900 wounded in Aleppo on Monday.\n"),
    lambda folder: (folder / "0050.txt").write_text(TEXT.format(7, 9)),
    lambda folder: (folder / "0050.txt").unlink(),
    lambda folder: [(folder / f"{n:04}.txt").unlink() for n in range(0, 90, 3)],
    lambda folder: (folder / "0051.txt").write_text((folder / "0050.txt").read_text()),
], ids=["first", "amid", "last", "changed", "gone", "thinned", "again"])  # fmt: skip
def test_what_changes_is_grouped_as_in_a_fresh_run(
    tmp_path: Path, file: str, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    """Also in blocks that are compared in windows, and of groups that are known of the earlier run."""
    monkeypatch.setattr(blocks, "WHOLE", 30)
    folder = towns(tmp_path / "towns")
    before = shown(folder, "--store", file)
    change(folder)
    assert shown(folder, "--store", file) == shown(folder) != before


def test_of_a_large_component_only_what_a_new_article_touches_is_found_again(
    tmp_path: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = towns(tmp_path / "towns")
    asked: list[Group] = []
    found: list[Joined] = []
    company, question = Groups._mean, grouping.question

    def watched(groups: Groups, one: Group, other: Group) -> float:
        asked.append(one)
        return company(groups, one, other)

    def told(nodes: Sequence[Node], group: Joined) -> Cluster:
        found.append(group)
        return question(nodes, group)

    monkeypatch.setattr(Groups, "_mean", watched)
    monkeypatch.setattr(grouping, "question", told)
    run_of(folder, file)
    first = len(asked), len(found)
    asked.clear()
    found.clear()
    (folder / "new.txt").write_text(TEXT.format(31, 52))
    run_of(folder, file)
    assert 0 < len(asked) < first[0] * 2 / 3
    assert 0 < len(found) < first[1] / 2


def towns(folder: Path) -> Path:
    """Articles on three days of four towns."""
    folder.mkdir()
    for n in range(90):
        town, day = ("Homs", "Hama", "Idlib", "Raqqa")[n % 4], ("Friday", "Monday", "Sunday")[n % 3]
        more = f" In {town} {n % 7 + 2} soldiers died on {day}." if n % 5 else f" {n} families fled."
        (folder / f"{n:04}.txt").write_text(TEXT.format(n % 30 + 3, n % 50 + 5).replace("Homs", town) + more + "\n")
    return folder


def run_of(folder: Path, file: str) -> None:
    with Run(file) as run:
        run.keep(run.read([str(folder)]))
        run.finish()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be taken for one" * 20, None])
def test_a_file_that_is_no_store_is_refused(folder: Path, file: str, content: bytes | None) -> None:
    if content is None:
        sqlite3.connect(file).execute("CREATE TABLE mine (x)").connection.close()
    else:
        Path(file).write_bytes(content)
    before = Path(file).read_bytes()
    run = claimcheck(str(folder), "--store", file)
    assert run.code == 2
    assert run.err.count("\n") == 1 and "name another file" in run.err
    assert Path(file).read_bytes() == before or content is None


def test_a_store_of_a_later_version_is_refused(folder: Path, file: str) -> None:
    sqlite3.connect(file).execute("PRAGMA user_version = 99").connection.close()
    run = claimcheck(str(folder), "--store", file)
    assert run.code == 2 and "use a newer claimcheck" in run.err


def test_sql_answers_and_changes_nothing(folder: Path, file: str) -> None:
    shown(folder, "--store", file)
    run = claimcheck("store", "sql", file, "SELECT count(*) AS articles FROM article")
    assert run.out == "articles\n5\n"
    assert claimcheck("store", "sql", file, "DELETE FROM article").code == 2
    assert claimcheck("store", "sql", file, "SELECT nothing FROM nowhere").code == 2
    assert answer(file, "SELECT count(*) FROM article") == [(5,)]


def test_sql_names_a_store_that_is_not_there(tmp_path: Path) -> None:
    run = claimcheck("store", "sql", str(tmp_path / "none.sqlite"), "SELECT 1")
    assert run.code == 2 and "--store" in run.err


def test_the_export_holds_every_claim(folder: Path, file: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    shown(folder, "--store", file)
    assert claimcheck("store", "export", file, str(tmp_path / "out")).code == 0
    claims = parquet.read_table(tmp_path / "out" / "claims.parquet").to_pylist()
    assert [(c["id"],) for c in claims] == answer(file, "SELECT id FROM claim ORDER BY article, number")
    assert {c["quote"] for c in claims} <= {c.quote for c in extracted(read([str(folder)])) if isinstance(c, Claim)}


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:04}.txt").write_text(TEXT.format(n + 2, 2 * n + 3))
    return folder


def answer(file: str, question: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(file) as db:
        return db.execute(question).fetchall()


def test_a_sum_that_is_wrong_is_shown_as_without_a_store(tmp_path: Path, file: str) -> None:
    folder = many(tmp_path / "many", 3)
    (folder / "sum.txt").write_text("8 people were killed, among them 6 fighters and 5 civilians.\n")
    plain = shown(folder)
    assert '"id":"s1"' in plain
    assert [shown(folder, "--store", file) for _ in range(2)] == [plain, plain]


def test_a_store_takes_articles_as_they_come(file: str) -> None:
    article = Article(id="a1", file="x.txt", text=TEXT.format(4, 5), lang="en")
    for _ in range(2):
        with Run(file) as run:
            run.keep(run.take([article]))
            run.finish()
            assert list(run.report().claims) == [c for c in extracted([article]) if isinstance(c, Claim)]


def test_a_text_that_came_again_is_read_when_its_first_is_gone(folder: Path, file: str) -> None:
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text(TEXT.format(4, 5) * 4)
    assert shown(folder, "--store", file) == shown(folder)
    (folder / "one.txt").unlink()
    assert shown(folder, "--store", file) == shown(folder)
