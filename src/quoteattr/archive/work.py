"""What a worker does: read a part, find the quotes, write the part."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from attrs import frozen

from quoteattr.archive.extractor import TableExtractor
from quoteattr.archive.journal import Journal
from quoteattr.archive.parts import Part
from quoteattr.archive.report import Report
from quoteattr.archive.storage import Storage
from quoteattr.errors import LexiconError, ModelError
from quoteattr.tables import arrow
from quoteattr.workers import one_thread

__all__ = ["PartWorker", "pin_threads"]

_ROWS = 128
"""Articles that are held at a time: some batches of the extractor."""
_GROUP_ROWS, _GROUP_BYTES = 20_000, 32_000_000
"""Rows and bytes of the result from which on a row group is written."""
_PINNED: list[object] = []
"""What holds the libraries of this process to one thread, as long as it is there."""


def pin_threads(load: Callable[[], object]) -> None:
    """Load what has libraries, and hold these and Arrow to one thread from now on, in this whole process.

    An engine starts as many workers as there are cores.
    """
    load()
    if not _PINNED:
        arrow().set_cpu_count(1)
        _PINNED.append(one_thread())


@frozen
class PartWorker:
    """Does parts, one after another. Holds settings only, so that it can be pickled.

    Attributes:
        extractor: The function.
        source: The folder or file of the input, as a path or URI that every worker can reach.
        target: The folder of the output, likewise.
        run: Tells this run from others.
    """

    extractor: TableExtractor
    source: str
    target: str
    run: str = ""

    def load(self) -> None:
        """Load the model, unless this process has done so, and hold the libraries to one thread.

        Raises:
            ModelError: The model cannot be loaded.
        """
        pin_threads(self.extractor.load)

    def __call__(self, part: Part) -> Report:
        """Do one part, unless it is done, and tell what became of it.

        Raises:
            ModelError: The model cannot be loaded.
            LexiconError: The lexicon file is malformed.
            SettingError: The rules cannot be imported.
        """
        self.load()
        worker = f"{platform.node()}:{os.getpid()}"
        try:
            target = Storage.of(self.target)
            if target.has(part.name):  # by an attempt whose report was lost
                return Report(name=part.name, articles=part.rows, there=True, worker=worker)
            began, cpu = time.time(), time.process_time()
            journal = Journal.begin(target, part.name, self.run)
            counts = self._write(target, part, journal)
            journal.end(target, part.name)
        except (ModelError, LexiconError):
            raise
        except Exception as error:  # one bad part must not take the others with it
            reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            return Report(name=part.name, failure=f"{part.file}: {reason}", worker=worker)
        quotes = counts.pop("", 0)
        return Report(
            name=part.name,
            articles=part.rows,
            quotes=quotes,
            errors=dict(counts),
            began=began,
            ended=time.time(),
            cpu=time.process_time() - cpu,
            worker=worker,
            peak=_peak(),
        )

    def _write(self, target: Storage, part: Part, journal: Journal) -> Counter[str]:
        """Write the part; errors by their sort, and quotes under the empty string."""
        pa = arrow()
        from pyarrow import parquet

        source = Storage.of(self.source)
        counts: Counter[str] = Counter()
        with source.files.open_input_file(part.file) as stream:
            file = parquet.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False)
            schema = self.extractor.schema(file.schema_arrow)
            with target.whole(part.name) as out, parquet.ParquetWriter(out, schema, compression="zstd") as writer:
                waiting: list[Any] = []
                for result in self._results(target, part, journal, _tables(file, part)):
                    counts.update(result.column("error").drop_null().to_pylist())
                    counts[""] += len(result) - result.column("id").null_count
                    waiting.append(result)
                    if sum(map(len, waiting)) >= _GROUP_ROWS or sum(one.nbytes for one in waiting) >= _GROUP_BYTES:
                        writer.write_table(pa.concat_tables(waiting))
                        waiting.clear()
                if waiting:
                    writer.write_table(pa.concat_tables(waiting))
        return counts

    def _results(self, target: Storage, part: Part, journal: Journal, tables: Iterator[Any]) -> Iterator[Any]:
        if not journal.careful:
            yield from map(self.extractor, tables)
            return
        row = 0
        for table in tables:
            for place in range(table.num_rows):
                one = table.slice(place, 1)
                if journal.may_read(target, part.name, row):
                    yield self.extractor(one)
                else:
                    yield self.extractor.failed(one, "killed", "the worker ended while it read this article, twice")
                row += 1


def _tables(file: Any, part: Part) -> Iterator[Any]:
    """The rows of a part, some at a time: no more of a row group is held than that."""
    pa = arrow()
    place, end = 0, part.start + part.rows
    for batch in file.iter_batches(_ROWS, row_groups=[part.row_group], use_threads=False):
        start, stop = max(part.start, place), min(end, place + batch.num_rows)
        if start < stop:
            yield pa.Table.from_batches([batch.slice(start - place, stop - start)])
        place += batch.num_rows
        if place >= end:
            return


def _peak() -> int:
    if find_spec("resource") is None:  # Windows  # pragma: no cover
        return 0
    resource = import_module("resource")
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
