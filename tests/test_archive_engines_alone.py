"""What belongs to Ray and Spark and needs neither: packages that are missing, settings, reports that come twice."""

from __future__ import annotations

import sys
import threading
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest

from quoteattr.archive import TableExtractor, ray, spark
from quoteattr.archive.parts import Part
from quoteattr.archive.report import Report
from quoteattr.archive.work import PartWorker
from quoteattr.errors import SettingError
from quoteattr.workers import THREADS

A, B, C = (Report(name=name, articles=1).to_json() for name in "abc")


@pytest.mark.parametrize(("engine", "package"), [(ray, "ray.data"), (spark, "pyspark.sql")])
def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, engine: Any, package: str) -> None:
    """With the extra that brings it."""
    monkeypatch.setitem(sys.modules, package, None)
    work = PartWorker(TableExtractor(), "in", "out")
    name = package.partition(".")[0].removeprefix("py")
    with pytest.raises(SettingError, match=rf"pip install 'quoteattr\[{name}\]'"):
        list(engine.run(work, [Part("f", 0, 0, 1, "a")], 1))


# ---- Spark -----------------------------------------------------------------------------------------------------------


def test_reports_of_spark_come_early_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as they are seen; what was not seen on the way comes at the end."""
    monkeypatch.setattr(spark, "_LOOK", 0.01)
    seen: list[str] = []
    go_on = threading.Event()

    def collect() -> list[str]:
        assert go_on.wait(60)
        return [A, B, C]

    reports = spark._as_they_come(collect, lambda: [*seen])
    seen.append(B)
    assert next(reports).name == "b"  # while Spark is still at work
    seen.append(A)
    assert next(reports).name == "a"
    go_on.set()
    assert [report.name for report in reports] == ["c"]


def test_an_error_of_spark_comes_behind_the_reports() -> None:
    """What was done by then is told."""

    def collect() -> list[str]:
        raise RuntimeError("java")

    reports = spark._as_they_come(collect, lambda: [A])
    assert next(reports).name == "a"
    with pytest.raises(RuntimeError, match="java"):
        next(reports)


class Builder:
    """Notes what a session is built with."""

    def __init__(self) -> None:
        self.settings: dict[str, str] = {}

    def master(self, url: str) -> Builder:
        return self.config("master", url)

    def config(self, name: str, value: str) -> Builder:
        self.settings[name] = value
        return self

    def getOrCreate(self) -> dict[str, str]:  # noqa: N802
        return self.settings


@pytest.mark.parametrize(
    ("cluster", "submitted", "master"),
    [(None, False, "local[3,8]"), ("spark://there", False, "spark://there"), (None, True, None)],
)
def test_the_master_of_spark(
    monkeypatch: pytest.MonkeyPatch, cluster: str | None, submitted: bool, master: str | None
) -> None:
    """A Spark on this machine, unless there is one already; tasks compute in one thread on all of them."""
    for name in ("PYSPARK_PYTHON", "SPARK_LOCAL_IP", "PYSPARK_GATEWAY_PORT"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv(name, "")  # what is set in between is taken back
        monkeypatch.delenv(name)
    if submitted:
        monkeypatch.setenv("PYSPARK_GATEWAY_PORT", "1")
    settings = spark._session(Builder(), 3, cluster)
    assert settings.get("master") == master
    assert {settings[f"spark.executorEnv.{name}"] for name in THREADS} == {"1"}


class Frame:
    """A frame of one batch, and a session that makes it."""

    def __init__(self, rows: Any = (), function: Any = None) -> None:
        self.rows, self.function, self.added, self.stopped = list(rows), function, [], False
        self.sparkContext = self

    def accumulator(self, value: list[str], rule: Any) -> Any:
        assert rule.addInPlace(rule.zero(value), [A]) == [A]
        return SimpleNamespace(value=value, add=lambda more: rule.addInPlace(value, more))

    def parallelize(self, rows: Any, slices: int) -> Any:
        assert slices == len(rows)
        return rows

    def createDataFrame(self, rows: Any, schema: str) -> Frame:  # noqa: N802
        assert schema == "part string"
        return Frame(rows)

    def mapInArrow(self, function: Any, schema: str) -> Frame:  # noqa: N802
        return Frame(self.rows, function)

    def collect(self) -> list[dict[str, Any]]:
        batch = pa.RecordBatch.from_pydict({"part": [row[0] for row in self.rows]})
        return [row for found in self.function(iter([batch])) for row in found.to_pylist()]

    def stop(self) -> None:
        self.stopped = True


@pytest.mark.parametrize("there", [True, False])
def test_parts_go_through_spark(monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    """Each has one report; a session that was there before is left alone."""
    session = Frame()
    builder = SimpleNamespace(appName=lambda name: builder)
    sessions = SimpleNamespace(builder=builder, getActiveSession=lambda: session if there else None)
    monkeypatch.setattr(spark, "_pyspark", lambda name: SimpleNamespace(SparkSession=sessions, AccumulatorParam=object))
    monkeypatch.setattr(spark, "_session", lambda *_: session)
    monkeypatch.setattr(PartWorker, "__call__", lambda self, part: Report(name=part.name, articles=part.rows))
    parts = [Part("f", 0, 0, 5, "a"), Part("f", 0, 5, 7, "b")]
    reports = list(spark.run(PartWorker(TableExtractor(), "in", "out"), parts, 2))
    assert [(report.name, report.articles) for report in reports] == [("a", 5), ("b", 7)]
    assert session.stopped is not there


# ---- Ray -------------------------------------------------------------------------------------------------------------


class Dataset:
    """Rows, and the actor that they go through."""

    def __init__(self, rows: list[dict[str, str]], through: Any = None) -> None:
        self.rows, self.through = rows, through

    def map_batches(self, actor: Any, *, fn_constructor_args: Any, batch_size: int, **settings: Any) -> Dataset:
        assert (settings["compute"], settings["num_cpus"], batch_size) == (2, 1, 1)
        return Dataset(self.rows, actor(*fn_constructor_args))

    def iter_rows(self) -> Any:
        return iter(pa.table(self.through(pa.Table.from_pylist(self.rows))).to_pylist())


@pytest.mark.parametrize(
    ("there", "cluster", "begun"),
    [
        (True, None, []),
        (False, None, [{"address": None, "num_cpus": 4, "include_dashboard": False}]),
        (False, "there:1", [{"address": "there:1"}]),
    ],
)
def test_parts_go_through_ray(
    monkeypatch: pytest.MonkeyPatch, there: bool, cluster: str | None, begun: list[dict[str, Any]]
) -> None:
    """Each has one report; a cluster that was there before is left alone, and so are its settings."""
    inits: list[dict[str, Any]] = []
    ends: list[str] = []
    context = SimpleNamespace(enable_progress_bars="as it was")
    data = SimpleNamespace(
        DataContext=SimpleNamespace(get_current=lambda: context),
        from_items=lambda rows, override_num_blocks: Dataset(rows),
        ActorPoolStrategy=lambda size: size,
    )
    stand_in = SimpleNamespace(
        is_initialized=lambda: there,
        init=lambda *, log_to_driver, logging_level, **settings: inits.append(settings),
        shutdown=lambda: ends.append("ended"),
        data=data,
    )
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setattr(ray, "_ray", lambda: stand_in)
    monkeypatch.setattr(PartWorker, "load", lambda self: None)
    monkeypatch.setattr(PartWorker, "__call__", lambda self, part: Report(name=part.name, articles=part.rows))
    parts = [Part("f", 0, 0, 5, "a"), Part("f", 0, 5, 7, "b")]
    reports = list(ray.run(PartWorker(TableExtractor(), "in", "out"), parts, 3, cluster))
    assert [(report.name, report.articles) for report in reports] == [("a", 5), ("b", 7)]
    assert (inits, ends, context.enable_progress_bars) == (begun, ["ended"] * len(begun), "as it was")
