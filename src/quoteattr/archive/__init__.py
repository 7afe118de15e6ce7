"""Archives: one function from an Arrow table of articles to an Arrow table of quotes, and engines that carry it.

:class:`TableExtractor` is the function. :func:`run` reads Parquet and writes Parquet, part by part, with the processes
of one machine, with Ray or with Spark; ``python -m quoteattr.archive`` is its command. The modules
``quoteattr.archive.ray`` and ``quoteattr.archive.spark`` put the function into a Ray Dataset or a Spark
DataFrame of yours. All need one of the extras ``arrow``, ``ray`` and ``spark``; ``docs/archive.md`` tells the rest.
"""

from __future__ import annotations

from quoteattr.archive.extractor import TableExtractor
from quoteattr.archive.job import ENGINES, run
from quoteattr.archive.manifest import dataset
from quoteattr.archive.report import Totals
from quoteattr.archive.schema import ERRORS, SCHEMA_VERSION, own_schema

__all__ = ["ENGINES", "ERRORS", "SCHEMA_VERSION", "TableExtractor", "Totals", "dataset", "own_schema", "run"]
