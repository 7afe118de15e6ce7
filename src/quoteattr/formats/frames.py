"""Data frames: a row for each quote of any number of articles, for pandas, polars and pyarrow.

``article.to_records()`` is enough for one article (``pandas.DataFrame(article.to_records())``). This module, with the
extra ``quoteattr[arrow]``, makes one typed table of many, which goes to Parquet and back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quoteattr.errors import SettingError
from quoteattr.records import Article
from quoteattr.rows import FIELDS, LISTS, from_rows, to_rows

if TYPE_CHECKING:
    import pyarrow

__all__ = ["from_table", "to_table"]


def to_table(named: Iterable[tuple[str, Article]]) -> pyarrow.Table:
    """A pyarrow table of the quotes of ``named``: pairs of a file's name and its article.

    ``to_table(...).to_pandas()`` and ``polars.from_arrow(to_table(...))`` are the frames of the other two.

    Raises:
        SettingError: pyarrow is not installed.
    """
    arrow = _arrow()
    spans = arrow.list_(arrow.list_(arrow.int64()))
    kinds = dict.fromkeys(LISTS, spans) | {
        "negated": arrow.bool_(),
        "confidence": arrow.float64(),
        "start": arrow.int64(),
        "end": arrow.int64(),
        "aliases": arrow.list_(arrow.string()),
    }
    schema = arrow.schema([(name, kinds.get(name, arrow.string())) for name in ("file", *FIELDS)])
    rows = [{"file": name, **row} for name, article in named for row in to_rows(article)]
    return arrow.Table.from_pylist(rows, schema=schema)


def from_table(table: pyarrow.Table, texts: Mapping[str, str]) -> Iterator[tuple[str, Article]]:
    """The articles of :func:`to_table`.

    Args:
        table: The table.
        texts: The text of each file, by its name; each becomes an article.

    Raises:
        RecordError: The rows do not describe articles of these texts.
    """
    rows: dict[Any, list[dict[str, Any]]] = {name: [] for name in texts}
    for row in table.to_pylist():
        rows.setdefault(row["file"], []).append(row)
    for name, text in texts.items():
        yield name, from_rows(text, rows[name])


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise SettingError("data frames need pyarrow: python -m pip install 'quoteattr[arrow]'") from None
    return pyarrow
