"""Reading plain data into attrs classes without converting anything.

Each value is of its type already, or an error says where one is not. cattrs walks the classes; the hooks here take the
place of its converting ones (``int("3")``, ``bool("no")``, ``tuple("abc")``). An attribute without a default is needed;
keys that no attribute bears are ignored.
"""

from __future__ import annotations

import enum
import json
import math
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Never, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn

from quoteattr.errors import RecordError, shown

__all__ = ["load_json", "make_converter", "shown", "structure"]

_T = TypeVar("_T")


def make_converter(*kinds: type) -> cattrs.Converter:
    """A converter that reads ``kinds`` (attrs classes and enums, inner ones first) and writes tuples as lists."""
    converter = cattrs.Converter(detailed_validation=True, unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(str, _exactly(str, "a string"))
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook(int, _integer)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook_func(lambda kind: bool(kind == (str | None)), _optional_string)
    converter.register_structure_hook_func(lambda kind: bool(kind == (float | None)), _optional_number)
    for kind in kinds:
        converter.register_structure_hook_func(_is_optional(kind), _optional(kind, converter))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _list(kind, converter))
    for kind in kinds:
        hook = _member(kind) if issubclass(kind, enum.Enum) else _object(kind, converter)
        converter.register_structure_hook(kind, hook)
    return converter


def structure(converter: cattrs.Converter, value: object, kind: type[_T], what: str) -> _T:
    """``value`` as a ``kind``.

    Args:
        converter: From :func:`make_converter`.
        value: Dicts, lists, strings, numbers and ``None``.
        kind: What the converter reads.
        what: What the whole is ("the article"), for an error that concerns no part of it.

    Raises:
        RecordError: The first thing that is wrong, and its place (``quotes[3].content[0].start``).
    """
    try:
        return converter.structure(value, kind)
    except (RecordError, cattrs.BaseValidationError) as error:
        raise _located(error, what) from None


def load_json(data: str | bytes) -> Any:
    """What the JSON ``data`` holds.

    Raises:
        RecordError: Not JSON; NaN or an infinity in it; a key twice in one object; nested too deep to be read.
    """
    if not isinstance(data, (str, bytes, bytearray)):
        raise RecordError(f"expected JSON as str or bytes, got {shown(data)}")
    try:
        return json.loads(data, object_pairs_hook=_object_of_pairs, parse_constant=_refuse_constant)
    except RecordError:
        raise
    except RecursionError:
        raise RecordError("expected JSON of a few levels, but this is nested too deep to be read") from None
    except ValueError as error:  # the syntax, the encoding, or an integer of thousands of digits
        raise RecordError(f"expected JSON, but this is none: {error}") from None


def _expected(what: str, value: object) -> Never:
    raise RecordError(f"expected {what}, got {shown(value)}")


# ---- JSON --------------------------------------------------------------------------------------------------------


def _object_of_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise RecordError(f"expected each key once in an object, got {shown(twice)} twice")
    return out


def _refuse_constant(name: str) -> Never:
    raise RecordError(f"expected finite numbers, got {name}")


# ---- the hooks: each is called with the value and its type ---------------------------------------------------------


def _exactly(kind: type, what: str) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        return value if isinstance(value, kind) else _expected(what, value)

    return hook


def _integer(value: Any, _: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else _expected("an integer", value)


def _number(value: Any, _: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not _is_finite(value):
        _expected("a finite number", value)
    return float(value)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond all floats
        return False


def _optional_string(value: Any, _: Any) -> str | None:
    return value if value is None or isinstance(value, str) else _expected("a string or null", value)


def _optional_number(value: Any, of: Any) -> float | None:
    return None if value is None else _number(value, of)


def _is_optional(kind: type) -> Callable[[Any], bool]:
    return lambda one: bool(one == (kind | None))


def _optional(kind: type, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    return lambda value, _: None if value is None else converter.structure(value, kind)


def _member(kind: type[enum.Enum]) -> Callable[[Any, Any], Any]:
    members = {member.value: member for member in kind}

    def hook(value: Any, _: Any) -> enum.Enum:
        if not isinstance(value, str) or value not in members:
            _expected(f"one of {', '.join(members)}", value)
        return members[value]

    return hook


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _list(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    """For ``tuple[X, ...]``: a list of any length. For ``tuple[X, Y]``: one of two items."""
    inner = get_args(kind)
    endless = inner[-1] is Ellipsis

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            _expected("a list", value)
        if not endless and len(value) != len(inner):
            _expected(f"a list of {len(inner)} items", value)
        out = []
        for number, item in enumerate(value):
            of = inner[0] if endless else inner[number]
            try:
                out.append(converter.structure(item, of))
            except (RecordError, cattrs.BaseValidationError) as error:
                error.add_note(cattrs.IterableValidationNote(f"item {number}", number, of))
                raise
        return tuple(out)

    return hook


def _object(kind: type, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    read: Any = make_dict_structure_fn(kind, converter, _cattrs_detailed_validation=True)
    needed = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]

    def hook(value: Any, of: Any) -> Any:
        if not isinstance(value, Mapping):
            _expected("an object", value)
        for name in needed:
            if name not in value:
                raise RecordError(f"expected the fields {', '.join(needed)}, got an object without {name!r}")
        return read(value, of)

    return hook


def _located(error: BaseException, what: str) -> RecordError:
    """The first error within what cattrs raised, with the place that the notes tell, outermost note last."""
    place = ""
    while True:
        for note in reversed(getattr(error, "__notes__", ())):
            if isinstance(note, cattrs.AttributeValidationNote):
                place += f".{note.name}" if place else note.name
            elif isinstance(note, cattrs.IterableValidationNote):
                place += f"[{note.index}]"
        if not isinstance(error, BaseExceptionGroup):
            return RecordError(f"{place or what}: {error}")
        error = error.exceptions[0]
