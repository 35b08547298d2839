"""Finds where articles disagree on a figure, on Spark: ``spark-submit examples/spark_job.py IN OUT``.

IN is Parquet or JSON lines, as ``claimcheck read FOLDER > articles.jsonl`` makes them, or files such as ``*.warc.gz``.
OUT gets the findings as lines of JSON, in the order and under the ids of a run without Spark.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pyspark.sql import SparkSession

from claimcheck.jsonl import dump
from claimcheck.spark import articles, check


def main(source: str, target: str) -> None:
    """Reads the articles at ``source`` and writes what is found in them to ``target``."""
    spark = SparkSession.builder.appName("claimcheck").getOrCreate()
    findings = check(articles(spark, source))
    with Path(target).open("w", encoding="utf-8") as file:
        file.writelines(dump(finding) + "\n" for finding in findings)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
