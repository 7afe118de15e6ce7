"""What stands in the cells of a column: text, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from quoteattr.tables import arrow

__all__ = ["Bad", "identifiers", "texts"]


@frozen
class Bad:
    """A cell or an article that gives no quotes.

    Attributes:
        error: One of :data:`~quoteattr.archive.schema.ERRORS`.
        detail: What was expected and what came.
    """

    error: str
    detail: str


def texts(column: Any, most: int) -> Iterator[str | Bad]:
    """The texts of a column of any type, and what is wrong with each cell that holds none.

    Args:
        column: An Arrow array, chunked or not.
        most: Characters that a text may have.
    """
    for cell in _cells(column):
        if cell is None:
            yield Bad("null", "expected a text, got null")
        elif isinstance(cell, Bad) or len(cell) <= most:
            yield cell
        else:
            yield Bad("too_long", f"expected at most {most} characters, got {len(cell)}")


def identifiers(column: Any) -> list[str | None]:
    """The cells of a column as strings, whatever they are."""
    pa = arrow()
    kind = _plain(column).type
    if not _is_text(kind) and not _is_bytes(kind):
        try:
            column = column.cast(pa.string())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            return [None if cell is None else str(cell) for cell in column.to_pylist()]
    return [_replaced(cell) for cell in _bytes(_plain(column))]


def _cells(column: Any) -> Iterator[str | Bad | None]:
    column = _plain(column)
    if _is_text(column.type) or _is_bytes(column.type):
        for cell in _bytes(column):
            yield None if cell is None else _decoded(cell)
        return
    wrong = Bad("not_text", f"expected a text, got a value of type {column.type}")
    for cell in column.is_valid().to_pylist():
        yield wrong if cell else None


def _plain(column: Any) -> Any:
    """The column without a dictionary."""
    pa = arrow()
    return column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column


def _bytes(column: Any) -> Iterator[bytes | None]:
    pa = arrow()
    cells: list[bytes | None] = column.cast(pa.large_binary()).to_pylist()  # does not look at what the bytes are
    return iter(cells)


def _decoded(cell: bytes) -> str | Bad:
    try:
        return cell.decode("utf-8")
    except UnicodeDecodeError as error:
        return Bad("not_text", f"expected UTF-8, got the byte 0x{cell[error.start]:02X} at offset {error.start}")


def _replaced(cell: bytes | None) -> str | None:
    return None if cell is None else cell.decode("utf-8", errors="replace")


def _is_text(kind: Any) -> bool:
    types = arrow().types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _is_bytes(kind: Any) -> bool:
    types = arrow().types
    return bool(types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind))
