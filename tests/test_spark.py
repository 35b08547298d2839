"""Spark and Dask find what the plain run finds: the same clusters, verdicts and ids."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from shell import claimcheck

from claimcheck.model import Article, Claim
from claimcheck.pipeline import clustered, compared, extracted, report
from claimcheck.rows import asked, by_block, grouped_rows, linked, numbered, roots, stars, told

ROOT = Path(__file__).parents[1]
PLACES = ("Homs", "Aleppo", "Idlib")
TEXT = (
    "At least {} people were killed and {} wounded in {} on Friday, officials said. "
    "More than {} families fled the town, the ministry said. "
    "Of 10 soldiers who were detained, 12 were released."
)


def articles(count: int) -> list[Article]:
    return [
        Article(id=f"a{n}", file=f"{n:03}.txt", lang="en", published="2018-03-0" + str(n % 9 + 1),
                text=TEXT.format(n % 7 + 2, 3 * n + 4, PLACES[n % 3], 100 * (n % 5 + 1)))
        for n in range(count)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds and some written articles, as ``claimcheck read`` prints them."""
    folder = tmp_path_factory.mktemp("in")
    shutil.copytree(ROOT / "seeds", folder / "news")
    for article in articles(30):
        (folder / "news" / article.file).write_text(article.text)
    claimcheck("read", folder / "news", "--output", folder / "articles.jsonl")
    return folder


def expected(source: Path) -> list[object]:
    """The findings of the plain run."""
    run = claimcheck("check", "--format", "jsonl", "--fail-on", "none", source / "news")
    rows = [json.loads(line) for line in run.out.splitlines()]
    return [row for row in rows if row["type"] == "finding"]


def found(file: Path) -> list[object]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("shards", [1, 3])
def test_the_plain_functions_compose_to_the_plain_run(shards: int) -> None:
    """Blocks in any order, components apart: what an engine does, without one."""
    texts = articles(60)
    rows = [asked(article) for article in reversed(texts)]
    claims = [claim for row in rows for claim in told(row)]
    blocks: dict[int, list[object]] = {}
    for shard in range(shards):
        for key, node in by_block(node for node, _ in claims[shard::shards]):
            blocks.setdefault(key, []).append(node)
    links = [link for key, block in blocks.items() for link in linked(key, block)]  # type: ignore[arg-type]
    component = roots(edge for shard in range(shards) for edge in stars(links[shard::shards]))
    apart: dict[object, tuple[list[object], list[object]]] = {}
    for claim in claims:
        apart.setdefault(component.get(claim[0].spot, claim[0].spot), ([], []))[0].append(claim)
    for link in links:
        apart[component[link[1]]][1].append(link)
    found = [row for members in apart.values() for row in grouped_rows(*members)]  # type: ignore[arg-type]
    findings = numbered(found, (finding for row in reversed(rows) for finding in row.sums))
    assert tuple(findings) == report(compared(clustered(extracted(texts)))).clusters


def test_block_names_are_those_of_every_machine() -> None:
    """Another process, with another seed for hash(), names the same blocks."""
    code = (
        "from claimcheck.rows import asked, by_block; from test_spark import articles\n"
        "from claimcheck.rows import told\n"
        "print([key for a in articles(5) for key, _ in by_block(node for node, _ in told(asked(a)))])"
    )
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    names = {
        subprocess.run([sys.executable, "-c", code], env=env | {"PYTHONHASHSEED": seed}, capture_output=True).stdout
        for seed in ("1", "2")
    }
    assert len(names) == 1 and len(names.pop()) > 100


@pytest.mark.skipif(not (shutil.which("java") and importlib.util.find_spec("pyspark")), reason="needs Java and pyspark")
def test_spark_finds_what_the_plain_run_finds(source: Path, tmp_path: Path) -> None:
    env = os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    submit = Path(importlib.import_module("pyspark").__file__ or "").parent / "bin" / "spark-submit"
    job = [ROOT / "examples/spark_job.py", source / "articles.jsonl", tmp_path / "out"]
    command = [submit, "--master", "local[2]", *job]
    subprocess.run(list(map(str, command)), env=env, check=True, capture_output=True, timeout=300)
    assert found(tmp_path / "out") == expected(source)


@pytest.mark.skipif(not (shutil.which("java") and importlib.util.find_spec("pyspark")), reason="needs Java and pyspark")
def test_a_killed_worker_loses_nothing(source: Path, tmp_path: Path) -> None:
    """One of Spark's workers is killed in the middle of an extraction: its task is done again."""
    job = tmp_path / "job.py"
    job.write_text(f"""
import os, signal, sys
from pathlib import Path
from pyspark.sql import SparkSession
from claimcheck.jsonl import dump
from claimcheck.spark import articles, check

def deadly(article):
    killed = Path({str(tmp_path / "killed")!r})
    if article.file == "007.txt" and not killed.exists():
        killed.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return article

spark = SparkSession.builder.master("local[2,4]").getOrCreate()
found = check(articles(spark, {str(source / "articles.jsonl")!r}).map(deadly))
Path({str(tmp_path / "out")!r}).write_text("".join(dump(one) + "\\n" for one in found), "utf-8")
""")
    env = os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run([sys.executable, job], env=env, check=True, capture_output=True, timeout=300)
    assert (tmp_path / "killed").exists()
    assert found(tmp_path / "out") == expected(source)


@pytest.mark.skipif(not importlib.util.find_spec("dask"), reason="needs dask")
def test_dask_finds_what_the_plain_run_finds(source: Path, tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "examples/dask_job.py", source / "articles.jsonl", tmp_path / "out"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=300)
    assert found(tmp_path / "out") == expected(source)


def test_an_article_has_its_claims_in_every_engine() -> None:
    article = articles(1)[0]
    claims = [line.record for line in asked(article).claims]
    assert claims == [c for c in extracted([article]) if isinstance(c, Claim)]
    assert {node.id: claim for node, claim in told(asked(article))} == {claim.id: claim for claim in claims}
