"""Ray and Spark, really run over an archive of 1,000 articles. ``tox -e archive`` runs them; both are extras."""

from __future__ import annotations

import signal
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from archives import ENGINES, KILLER, LIMIT, done, kill_a_worker, needs_ray, needs_spark, parts, start, unix, wait
from pyarrow import parquet

from benchmarks.archive_making import LONG, make
from benchmarks.archive_sections import table, unlike
from benchmarks.texts import paragraphs_of
from quoteattr.archive import TableExtractor, run
from quoteattr.archive import __main__ as command

pytestmark = [
    pytest.mark.slow(limit=1_200),
    pytest.mark.filterwarnings("ignore"),  # of engines about each other
    pytest.mark.skipif(
        find_spec("ray") is None and find_spec("pyspark") is None, reason="needs the extra ray or spark"
    ),
]

COUNT = 1_000
SETTINGS = TableExtractor(max_characters=LONG - 1)
OTHERS = ENGINES[1:]


@pytest.fixture(scope="module")
def archive(seed_texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With nulls, duplicates and broken rows, in 40 row groups."""
    folder = tmp_path_factory.mktemp("archive")
    make(folder, paragraphs_of(seed_texts), COUNT, 100, row_group=25)
    return folder


@pytest.fixture(scope="module")
def expected(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the processes of this machine make of it."""
    target = tmp_path_factory.mktemp("expected")
    out = done(start(archive, target))
    assert out.splitlines()[0] == "parts: 40 written, 0 there already, 0 failed"
    assert f"articles: {COUNT:,} in" in out
    assert out.splitlines()[-1] == "error rows: 40 (not_text 10, null 20, too_long 10)"
    return target


@unix
@pytest.mark.parametrize("engine", ENGINES)
def test_all_engines_give_the_same_rows_though_a_worker_is_killed(
    engine: str, archive: Path, expected: Path, tmp_path: Path
) -> None:
    """Every row equal, in the same order, in parts of the same names; broken rows are counted."""
    process = start(archive, tmp_path, "--engine", engine)
    kill_a_worker(process, tmp_path)
    out = done(process)
    assert [part.name for part in parts(tmp_path)] == [part.name for part in parts(expected)]
    assert unlike(expected, tmp_path) == 0
    assert (tmp_path / "_SUCCESS").exists()
    assert "0 failed" in out


@pytest.mark.parametrize("engine", OTHERS)
def test_a_restarted_run_skips_what_is_written(engine: str, archive: Path, expected: Path, tmp_path: Path) -> None:
    """Only the parts that are missing are made, and they are the same ones."""
    for file in expected.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    gone = parts(tmp_path)[5::13]
    for part in gone:
        part.unlink()
    before = {part: part.stat().st_mtime_ns for part in parts(tmp_path)}
    out = done(start(archive, tmp_path, "--engine", engine))
    assert out.splitlines()[0] == f"parts: {len(gone)} written, {40 - len(gone)} there already, 0 failed"
    assert out.splitlines()[1].startswith(f"articles: {25 * len(gone)} in")
    assert all(part.stat().st_mtime_ns == time for part, time in before.items())
    assert unlike(expected, tmp_path) == 0


@unix
@pytest.mark.parametrize("engine", ENGINES)
def test_an_article_that_ends_its_worker_becomes_an_error_row(engine: str, tmp_path: Path) -> None:
    """It ends two workers alone; the articles beside it, and one that fails, are read as they are."""
    (tmp_path / "killer.py").write_text(KILLER, encoding="utf-8")
    said = "“We are hiring,” said Ada Smith."
    texts = [said] * 30
    texts[11], texts[17] = f"KILL {said}", f"FAIL {said}"
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name, some in (("a", texts), ("b", [said])):
        ids = [f"{name}{number}" for number in range(len(some))]
        parquet.write_table(pa.table({"id": ids, "text": some}), source / f"{name}.parquet")
    out = done(start(source, target, "--engine", engine, "--rules", "killer", path=tmp_path))
    assert "error rows: 2 (failed 1, killed 1)" in out
    rows = table(target).to_pylist()
    assert [row["article_id"] for row in rows] == [f"a{number}" for number in range(30)] + ["b0"]
    assert {row["article_id"]: row["error"] for row in rows if row["error"]} == {"a11": "killed", "a17": "failed"}
    assert all(row["text"] == "“We are hiring,”" for row in rows if not row["error"])


@unix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_broken_off_is_taken_up(archive: Path, expected: Path, tmp_path: Path, number: int) -> None:
    """No half part is left under its name, and what is written is not done again."""
    process = start(archive, tmp_path)
    wait(process, lambda: len(parts(tmp_path)) > 1)
    process.send_signal(number)
    _, err = process.communicate(timeout=LIMIT)
    if number == signal.SIGINT:
        assert process.returncode == command.INTERRUPTED
        assert "goes on where it stopped" in err
    time.sleep(1)  # a worker may be at the end of its part
    there = parts(tmp_path)
    assert 1 < len(there) < 40
    assert not (tmp_path / "_SUCCESS").exists()
    for part in there:
        parquet.read_metadata(part)
    out = done(start(archive, tmp_path))
    assert out.splitlines()[0] == f"parts: {40 - len(there)} written, {len(there)} there already, 0 failed"
    assert unlike(expected, tmp_path) == 0


# ---- the function in a Dataset or a DataFrame of one's own ---------------------------------------------------------


def by_article(rows: Any) -> list[dict[str, Any]]:
    """Rows with articles in order; those of an article stay in the order in which they came."""
    found: list[dict[str, Any]] = rows.to_pylist()
    return sorted(found, key=lambda row: row["title"])


@needs_ray
def test_a_dataset_of_ray_gives_the_same_rows(archive: Path, expected: Path) -> None:
    """In and out with Ray's own reading; blocks may come in any order."""
    import ray

    from quoteattr.archive.ray import annotate

    ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    try:
        dataset = ray.data.read_parquet(str(archive))
        found = annotate(dataset, SETTINGS, workers=2)
        came = pa.concat_tables([ray.get(block) for block in found.to_arrow_refs()])
    finally:
        ray.shutdown()
    assert came.column_names == table(expected).column_names
    assert by_article(came) == by_article(table(expected))


@needs_spark
def test_a_frame_of_spark_gives_the_same_rows(
    archive: Path, expected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In and out with Spark's own reading and writing."""
    import os
    import sys

    from pyspark.sql import SparkSession

    from quoteattr.archive.spark import annotate

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        annotate(spark.read.parquet(str(archive)), SETTINGS).write.parquet(str(tmp_path / "out"))
    finally:
        spark.stop()
    came = table(tmp_path / "out")
    assert came.column_names == table(expected).column_names
    assert by_article(came) == by_article(table(expected))


# ---- buckets -------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(find_spec("moto") is None, reason="needs moto")
def test_a_bucket_is_read_and_written(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the protocol of S3, to a server on this machine; the second run finds nothing to do."""
    from moto.server import ThreadedMotoServer
    from pyarrow import fs

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        asked = f"endpoint_override={host}:{port}&scheme=http&region=us-east-1"
        bucket, _ = fs.FileSystem.from_uri(f"s3://archive?{asked}&allow_bucket_creation=true")
        bucket.create_dir("archive/in")
        file = min(archive.glob("*.parquet"))
        with bucket.open_output_stream(f"archive/in/{file.name}") as out:
            out.write(file.read_bytes())
        source, target = (f"s3://archive/{name}?{asked}" for name in ("in", "out"))
        written = run(source, target, SETTINGS, workers=2).written
        assert written > 2
        assert run(source, target, SETTINGS, workers=2).there == written
        from_bucket = [info for info in bucket.get_file_info(fs.FileSelector("archive/out")) if info.size]
        names = sorted(info.base_name for info in from_bucket if info.base_name.endswith(".parquet"))
        came = pa.concat_tables([parquet.read_table(f"archive/out/{name}", filesystem=bucket) for name in names])
        assert came.equals(SETTINGS(parquet.read_table(file)))
    finally:
        server.stop()
