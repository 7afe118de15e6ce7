"""An archive from beginning to end: what there is to do, who does it, and what became of it."""

from __future__ import annotations

import json
import os
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from quoteattr.archive import journal, manifest
from quoteattr.archive.extractor import TableExtractor
from quoteattr.archive.parts import Part
from quoteattr.archive.planning import planned, readable
from quoteattr.archive.report import Report, Totals
from quoteattr.archive.schema import SCHEMA_VERSION
from quoteattr.archive.storage import Storage
from quoteattr.archive.work import PartWorker
from quoteattr.errors import QuoteattrError, SettingError, WorkerError
from quoteattr.settings import whole_number

__all__ = ["ENGINES", "ROWS", "run"]

ENGINES = ("local", "ray", "spark")
ROWS = 2_000
"""Articles of a part, at most."""

_SETTINGS = "_quoteattr.json"
_SUCCESS = "_SUCCESS"


def run(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    extractor: TableExtractor | None = None,
    *,
    engine: str = "local",
    workers: int | None = None,
    rows_per_part: int = ROWS,
    cluster: str | None = None,
    told: Callable[[int, int, Report | None], None] | None = None,
) -> Totals:
    """Find the quotes of an archive of Parquet files, and write them as Parquet files.

    The archive is done in parts, of one row group or less each, and of few articles if there are few in all, so that
    every worker has some. A part is written whole or not at all; parts that are
    there already are not done again, so a run that was broken off is taken up by running it again. When all parts are
    there, the file ``_SUCCESS`` is, too. Files are known by their content: one that is altered is done anew, and the
    manifest lists the parts that are valid.

    Args:
        source: A Parquet file or a folder of such files, also in its folders; a path or a URI that all workers reach.
        target: The folder for the result, likewise.
        extractor: The settings; by default those of ``TableExtractor()``.
        engine: ``local``, ``ray`` or ``spark``.
        workers: Processes that work side by side; by default as many as this machine has cores.
        rows_per_part: Articles of a part, at most.
        cluster: The address of a Ray cluster, or the master of a Spark one; by default one on this machine is made.
        told: Called with the articles that are to be done, those that are done, and the report of each part.

    Raises:
        SettingError: A setting has a value that it may not have, there is nothing to read, an engine is not installed,
            or the output was begun with other settings.
        ModelError: The model cannot be loaded.
        WorkerError: The engine broke off, or the output cannot be written; what is written stays.
    """
    try:
        return _run(source, target, extractor, engine, workers, rows_per_part, cluster, told)
    except OSError as error:
        reason = " ".join(f"{error.strerror or error}".split()).lower()
        raise WorkerError(
            f"input or output cannot be reached or written ({reason:.300}); the same command goes on where it stopped"
        ) from error


def _run(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    extractor: TableExtractor | None,
    engine: str,
    workers: int | None,
    rows_per_part: int,
    cluster: str | None,
    told: Callable[[int, int, Report | None], None] | None,
) -> Totals:
    began = time.monotonic()
    extractor = TableExtractor() if extractor is None else extractor
    source, target = os.fspath(source), os.fspath(target)
    cores = os.cpu_count() or 1
    workers = whole_number("workers", cores if workers is None else workers)
    whole_number("rows_per_part", rows_per_part)
    if engine not in ENGINES:
        raise SettingError(f"engine must be one of {', '.join(map(repr, ENGINES))}; got {engine!r:.80}")
    come, go = Storage.of(source), Storage.of(target)
    files = come.parquet()
    if go.within(come) or come.shows(files, go):
        raise SettingError(f"expected an output outside of the input, got {target}: it would be read the next time")
    if not files:
        raise SettingError(f"expected a Parquet file or a folder of files called *.parquet, got none in {source}")
    _check(extractor)
    totals = Totals()
    before = manifest.entries(go)
    found = readable(come, files, extractor, before, totals)
    _agree(go, extractor, rows_per_part)
    present = {name for name in go.names() if name.endswith(".parquet")}
    listed = planned(come, found, before, present, most=rows_per_part, workers=workers)
    parts = [part for part, _ in listed]
    if before != [entry for _, entry in listed]:
        manifest.write(go, (entry for _, entry in listed))
    left = [part for part in parts if part.name not in present]
    totals.there = len(parts) - len(left)
    totals.strangers = len(present - {part.name for part in parts})
    articles, done = sum(part.rows for part in left), 0
    if told:
        told(articles, 0, None)
    if left:
        go.remove(_SUCCESS)
        # A path of this machine is made absolute: workers of an engine work in other folders.
        places = [one if "://" in one else os.path.abspath(one) for one in (source, target)]
        work = PartWorker(extractor, places[0], places[1], uuid.uuid4().hex)
        for report in _reports(engine, work, left, workers, cluster):
            totals.add(report)
            done += report.articles
            if told:
                told(articles, done, report)
    if not totals.failures and not go.has(_SUCCESS):
        go.clear(journal.FOLDER)
        go.write(_SUCCESS, b"")
        go.clear()
    totals.seconds = time.monotonic() - began
    return totals


def _check(extractor: TableExtractor) -> None:
    """Find here what is wrong with settings, before many workers find it."""
    extractor.versions()
    extractor.load_lexicon()
    extractor.load_rules()


def _reports(
    engine: str, work: PartWorker, left: Sequence[Part], workers: int, cluster: str | None
) -> Iterator[Report]:
    """What the engine tells; its own errors, of many types, become one of ours."""
    run_engine: Callable[..., Iterator[Report]] = import_module(f"quoteattr.archive.{engine}").run
    try:
        yield from run_engine(work, left, workers, cluster)
    except (QuoteattrError, OSError):
        raise
    except Exception as error:
        causes = [line.strip() for line in str(error).splitlines() if "Error: " in line]
        told = causes[-1] if causes else f"{type(error).__name__}: {error}"
        raise WorkerError(f"{engine} broke off; the same command goes on where it stopped: {told:.500}") from error


def _agree(target: Storage, extractor: TableExtractor, rows: int) -> None:
    """See that the output was not begun with other settings, and note those of this run.

    Raises:
        SettingError: It was.
    """
    settings: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "rows_per_part": rows,
        **extractor.to_dict(),
        "versions": dict(extractor.versions()),
    }
    data = target.read(_SETTINGS)
    if data is None:
        target.create()
        target.write(_SETTINGS, json.dumps(settings, indent=2).encode() + b"\n")
        return
    try:
        before: Any = json.loads(data)
    except ValueError:
        before = None
    if before != settings:
        names = before if isinstance(before, dict) else {}
        other = [name for name, value in settings.items() if names.get(name) != value]
        told = ", ".join(f"{name} was {names.get(name)!r} and is {settings[name]!r}" for name in other)
        raise SettingError(f"the output was begun with other settings: {told:.500}; give another folder, or the same")
