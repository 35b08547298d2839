"""The run on Spark: articles are mapped, blocks shuffled, components grouped, and the findings are the plain run's.

Needs ``pip install 'claimcheck-news[spark]'`` and Java 17. ``examples/spark_job.py`` is a job for ``spark-submit``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import glob
from typing import TYPE_CHECKING

from claimcheck.model import Article, Finding
from claimcheck.rows import Told, article_of, asked, by_block, grouped_rows, linked, numbered, roots, stars, told

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

    from claimcheck.stages.node import Node


def articles(spark: SparkSession, path: str, parts: int | None = None) -> RDD[Article]:
    """The articles at ``path``: ``.parquet`` or ``.jsonl`` with the columns ``file`` and ``text`` and what else an
    article has, as ``claimcheck read`` prints them; or else files that it reads (WARC, ...), a file a task.

    A text that comes again is left out, the later by its file's name.
    """
    if path.endswith((".parquet", ".jsonl")):
        frame = spark.read.parquet(path) if path.endswith(".parquet") else spark.read.json(path)
        found = frame.filter("text IS NOT NULL").rdd.map(lambda row: article_of(row.asDict()))
    else:
        found = spark.sparkContext.parallelize(sorted(glob(path)), parts).flatMap(_read)
    return found.keyBy(lambda a: a.text).reduceByKey(lambda a, b: min(a, b, key=lambda x: x.file), parts).values()


def check(articles: RDD[Article], parts: int | None = None) -> list[Finding]:
    """What ``claimcheck.check`` finds in the articles; ``parts`` is the number of partitions of each shuffle.

    The driver holds one pair of places for each linked claim, the sums inside articles, and the findings.
    """
    rows = articles.map(asked).persist()
    nodes = rows.flatMap(told)
    links = nodes.mapPartitions(_by_block).groupByKey(parts).flatMap(lambda block: linked(*block)).persist()
    component = nodes.context.broadcast(roots(links.mapPartitions(lambda part: iter(stars(part))).collect()))
    placed = nodes.keyBy(lambda one: component.value.get(one[0].spot, one[0].spot))
    joined = placed.cogroup(links.keyBy(lambda link: component.value[link[1]]), parts)
    found = joined.flatMap(lambda row: grouped_rows(*row[1]))
    wrong = rows.filter(lambda row: row.sums).sortBy(lambda row: row.file).flatMap(lambda row: row.sums)
    return numbered(found.collect(), wrong.collect())


def _by_block(claims: Iterable[Told]) -> Iterator[tuple[int, Node]]:
    return by_block(node for node, _ in claims)


def _read(path: str) -> Iterator[Article]:
    from claimcheck.readers import read

    return (found for found in read([path], tell=lambda notice: None) if isinstance(found, Article))
