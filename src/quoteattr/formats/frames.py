"""Data frames: a row for each quote of any number of articles, for pandas, polars and pyarrow.

``article.to_records()`` is enough for one article (``pandas.DataFrame(article.to_records())``). This module, with the
extra ``quoteattr[arrow]``, makes one typed table of many, which goes to Parquet and back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from quoteattr.records import Article
from quoteattr.tables import COLUMNS, FILE, arrow, arrow_schema, from_named_rows, require, to_rows, told_apart

if TYPE_CHECKING:
    import pyarrow

__all__ = ["from_table", "to_table"]


def to_table(named: Iterable[tuple[str, Article]]) -> pyarrow.Table:
    """A pyarrow table of the quotes of ``named``: pairs of a file's name and its article.

    ``to_table(...).to_pandas()`` and ``polars.from_arrow(to_table(...))`` are the frames of the other two.

    Raises:
        SettingError: pyarrow is not installed.
    """
    schema = arrow_schema((FILE, *COLUMNS))
    rows = [{FILE.name: name, **row} for name, article in told_apart(named) for row in to_rows(article)]
    return arrow().Table.from_pylist(rows, schema=schema)


def from_table(table: pyarrow.Table, texts: Mapping[str, str], *, key: str = "file") -> Iterator[tuple[str, Article]]:
    """The articles of :func:`to_table`, or those of an archive that :mod:`quoteattr.archive` has written.

    Args:
        table: The table.
        texts: The text of each article, by its name; each becomes an article.
        key: The column that names the article; ``"article_id"`` in an archive.

    Raises:
        RecordError: The rows do not describe articles of these texts.
    """
    require(table.column_names, "the table", key)
    return from_named_rows(table.to_pylist(), texts, key)
