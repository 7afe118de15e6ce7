"""Ray Data: the function over a Dataset, and the engine ``ray``."""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from quoteattr.archive.extractor import TableExtractor
from quoteattr.archive.parts import Part
from quoteattr.archive.report import Report
from quoteattr.archive.work import PartWorker, pin_threads
from quoteattr.errors import SettingError

__all__ = ["annotate", "run"]

_BLOCKS = 2_000
"""Blocks of an archive: each is an object that the driver keeps account of. One holds some parts if there are more."""


def annotate(dataset: Any, extractor: TableExtractor, *, workers: int, batch_size: int = 128) -> Any:
    """The quotes of the articles in a Ray Dataset, as a Dataset.

    Args:
        dataset: A row for each article.
        extractor: The settings.
        workers: Actors, each of which takes one CPU and loads the model once. Leave Ray a CPU for reading: a Dataset
            that needs one and finds none waits for ever.
        batch_size: Articles that an actor gets at a time.

    Raises:
        SettingError: Ray is not installed.
    """
    return _map(dataset, _Tables, extractor, workers, batch_size)


def run(work: PartWorker, parts: Sequence[Part], workers: int, cluster: str | None = None) -> Iterator[Report]:
    """Do all parts on a cluster, and tell what became of each as it comes.

    Args:
        work: What to do.
        parts: With what.
        workers: Actors.
        cluster: Ray's address; by default the one of ``RAY_ADDRESS``, or else a cluster on this machine for this run.

    Raises:
        SettingError: Ray is not installed.
    """
    ray = _ray()
    begun = not ray.is_initialized()
    if begun:
        address = cluster or os.environ.get("RAY_ADDRESS")
        alone: dict[str, Any] = {} if address else {"num_cpus": workers + 1, "include_dashboard": False}
        ray.init(address=address, log_to_driver=False, logging_level="ERROR", **alone)
    context = ray.data.DataContext.get_current()
    bars, context.enable_progress_bars = context.enable_progress_bars, False
    log = logging.getLogger("ray.data")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        blocks = min(len(parts), max(_BLOCKS, 16 * workers))
        rows = [{"part": part.to_json()} for part in parts]
        dataset = ray.data.from_items(rows, override_num_blocks=blocks)
        reports = _map(dataset, _Parts, work, min(workers, blocks), max(1, math.ceil(len(parts) / blocks)))
        for row in reports.iter_rows():
            yield Report.from_json(row["report"])
    finally:
        context.enable_progress_bars = bars
        log.setLevel(level)
        if begun:
            ray.shutdown()


class _Tables:
    """An actor for articles."""

    def __init__(self, extractor: TableExtractor) -> None:
        self._extractor = extractor
        pin_threads(extractor.load)

    def __call__(self, table: Any) -> Any:
        return self._extractor(table)


class _Parts:
    """An actor for parts."""

    def __init__(self, work: PartWorker) -> None:
        self._work = work
        work.load()

    def __call__(self, table: Any) -> Any:
        rows = table.column("part").to_pylist()
        return {"report": [self._work(Part.from_json(row)).to_json() for row in rows]}


def _map(dataset: Any, actor: type, argument: object, workers: int, batch_size: int) -> Any:
    """Through a pool of actors. Ray Data restarts actors that end, and gives their tasks out again, by itself."""
    pool = _ray().data.ActorPoolStrategy(size=workers)
    return dataset.map_batches(
        actor,
        fn_constructor_args=(argument,),
        batch_format="pyarrow",
        batch_size=batch_size,
        compute=pool,
        num_cpus=1,
    )


def _ray() -> Any:
    try:
        import_module("ray.data")
    except ImportError:
        raise SettingError("this needs Ray Data: python -m pip install 'quoteattr[ray]'") from None
    return import_module("ray")
