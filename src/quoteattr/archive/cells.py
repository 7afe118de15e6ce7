"""What stands in the cells of a column: text, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from quoteattr.tables import arrow

__all__ = ["Bad", "identifiers", "texts", "without_views"]


@frozen
class Bad:
    """A cell or an article that gives no quotes.

    Attributes:
        error: One of :data:`~quoteattr.archive.schema.ERRORS`.
        detail: What was expected and what came.
    """

    error: str
    detail: str


_NULL = Bad("null", "expected a text, got null")


def texts(column: Any, most: int) -> Iterator[str | Bad]:
    """The texts of a column of any type, and what is wrong with each cell that holds none.

    Args:
        column: An Arrow array, chunked or not.
        most: Characters that a text may have.
    """
    column = _plain(column)
    if _holds_bytes(column.type):
        yield from (_NULL if cell is None else _text(cell, most) for cell in _bytes(column))
    else:
        wrong = Bad("not_text", f"expected a text, got a value of type {column.type}")
        yield from (wrong if there else _NULL for there in column.is_valid().to_pylist())


def identifiers(column: Any) -> list[str | None]:
    """The cells of a column as strings, whatever they are."""
    pa = arrow()
    column = _plain(column)
    if not _holds_bytes(column.type):
        try:
            column = column.cast(pa.string())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            return [None if cell is None else str(cell) for cell in column.to_pylist()]
    return [None if cell is None else cell.decode("utf-8", errors="replace") for cell in _bytes(column)]


def without_views(kind: Any) -> Any:
    """An Arrow type in which no strings and bytes are views, which few functions of Arrow take."""
    pa = arrow()
    types = pa.types
    if types.is_string_view(kind):
        return pa.string()
    if types.is_binary_view(kind):
        return pa.binary()
    if types.is_struct(kind):
        return pa.struct([_field_without_views(kind.field(number)) for number in range(kind.num_fields)])
    if types.is_map(kind):
        return pa.map_(without_views(kind.key_type), _field_without_views(kind.item_field), kind.keys_sorted)
    if types.is_fixed_size_list(kind):
        return pa.list_(_field_without_views(kind.value_field), kind.list_size)
    for test, made in ((types.is_list, pa.list_), (types.is_large_list, pa.large_list)):
        if test(kind):
            return made(_field_without_views(kind.value_field))
    return kind


def _field_without_views(field: Any) -> Any:
    return field.with_type(without_views(field.type))


def _plain(column: Any) -> Any:
    """The column without a dictionary."""
    return column.cast(column.type.value_type) if arrow().types.is_dictionary(column.type) else column


def _holds_bytes(kind: Any) -> bool:
    """Whether a column of this type holds strings or bytes."""
    types = arrow().types
    strings = (types.is_string, types.is_large_string, types.is_string_view)
    others = (types.is_binary, types.is_large_binary, types.is_binary_view, types.is_fixed_size_binary)
    return any(test(kind) for test in (*strings, *others))


def _bytes(column: Any) -> list[bytes | None]:
    cells: list[bytes | None] = column.cast(arrow().large_binary()).to_pylist()  # does not look at what the bytes are
    return cells


def _text(cell: bytes, most: int) -> str | Bad:
    try:
        text = cell.decode("utf-8")
    except UnicodeDecodeError as error:
        return Bad("not_text", f"expected UTF-8, got the byte 0x{cell[error.start]:02X} at offset {error.start}")
    return text if len(text) <= most else Bad("too_long", f"expected at most {most} characters, got {len(text)}")
