"""PySpark: the function over a DataFrame, and the engine ``spark``."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from quoteattr.archive.extractor import TableExtractor
from quoteattr.archive.parts import Part
from quoteattr.archive.report import Report
from quoteattr.archive.schema import COLUMNS
from quoteattr.archive.work import PartWorker, pin_threads
from quoteattr.errors import SettingError
from quoteattr.tables import arrow
from quoteattr.workers import THREADS

__all__ = ["annotate", "run"]

_TYPES = {
    "integer": "bigint",
    "string": "string",
    "boolean": "boolean",
    "number": "double",
    "strings": "array<string>",
    "spans": "array<array<bigint>>",
}
_OWN = ", ".join(f"`{column.name}` {_TYPES[column.kind]}" for column in COLUMNS)
_RETRIES = 8
_ROWS = 128
"""Articles of a batch that are read at a time."""
_LOOK = 0.3
"""Seconds between two looks at what has come back."""


def annotate(frame: Any, extractor: TableExtractor) -> Any:
    """The quotes of the articles in a Spark DataFrame, as a DataFrame. Each Python worker loads the model once.

    Args:
        frame: A row for each article.
        extractor: The settings.

    Raises:
        SettingError: A column that the settings name is not there, or PySpark is not.
    """
    schema = _pyspark("pyspark.sql.types").StructType.fromDDL(_OWN)
    for old, new in extractor.carried(frame.schema.names).items():
        schema.add(new, frame.schema[old].dataType)

    def tables(batches: Iterator[Any]) -> Iterator[Any]:
        pin_threads(extractor.load)
        for batch in batches:
            for start in range(0, batch.num_rows, _ROWS):
                yield from extractor(arrow().Table.from_batches([batch.slice(start, _ROWS)])).to_batches()

    return frame.mapInArrow(tables, schema)


def run(work: PartWorker, parts: Sequence[Part], workers: int, cluster: str | None = None) -> Iterator[Report]:
    """Do all parts on a cluster, and tell what became of each as it comes.

    Args:
        work: What to do.
        parts: With what.
        workers: Tasks at a time of a Spark on this machine, if there is no other.
        cluster: Spark's master; by default the one of ``spark-submit``, or else a Spark on this machine for this run.

    Raises:
        SettingError: PySpark is not installed.
    """
    sql = _pyspark("pyspark.sql")
    begun = sql.SparkSession.getActiveSession() is None
    spark = _session(sql.SparkSession.builder.appName("quoteattr"), workers, cluster)
    try:
        came = spark.sparkContext.accumulator([], _lists()())

        def reports(batches: Iterator[Any]) -> Iterator[Any]:
            for batch in batches:
                for row in batch.column(0).to_pylist():
                    report = work(Part.from_json(row)).to_json()
                    came.add([report])
                    yield arrow().RecordBatch.from_pydict({"report": [report]})

        rows = spark.sparkContext.parallelize([(part.to_json(),) for part in parts], len(parts))
        frame = spark.createDataFrame(rows, "part string").mapInArrow(reports, "report string")
        yield from _as_they_come(lambda: [row["report"] for row in frame.collect()], lambda: came.value)
    finally:
        if begun:
            spark.stop()


def _as_they_come(collect: Callable[[], list[str]], look: Callable[[], list[str]]) -> Iterator[Report]:
    """Each report once. Those of ``look`` come early, those of ``collect`` are complete."""
    done: list[str] = []
    failed: list[Exception] = []

    def wait() -> None:
        try:
            done.extend(collect())
        except Exception as error:  # of Java, told in the other thread
            failed.append(error)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    told: set[str] = set()
    while True:
        alive = thread.is_alive()
        for data in [*look(), *done]:
            report = Report.from_json(data)
            if report.name not in told:
                told.add(report.name)
                yield report
        if not alive:
            break
        thread.join(_LOOK)
    if failed:
        raise failed[0]


def _lists() -> Any:
    """An accumulator's rule: lists are put one behind the other."""

    class Lists(_pyspark("pyspark.accumulators").AccumulatorParam):  # type: ignore[misc]
        def zero(self, _: list[str]) -> list[str]:
            return []

        def addInPlace(self, value1: list[str], value2: list[str]) -> list[str]:  # noqa: N802
            value1.extend(value2)
            return value1

    return Lists


def _session(builder: Any, workers: int, cluster: str | None) -> Any:
    submitted = "PYSPARK_GATEWAY_PORT" in os.environ
    if cluster is not None:
        builder = builder.master(cluster)
    elif not submitted:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = builder.master(f"local[{workers},{_RETRIES}]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.ui.showConsoleProgress", "false").config("spark.log.level", "ERROR")
    for name in THREADS:
        builder = builder.config(f"spark.executorEnv.{name}", "1")
    return builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate()


def _pyspark(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise SettingError("this needs PySpark: python -m pip install 'quoteattr[spark]'") from None
