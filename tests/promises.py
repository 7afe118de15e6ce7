"""Functions of resolution return what their signatures promise, while some test runs."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FunctionType, ModuleType
from unittest import mock

import quoteattr.coreference as room

_KINDS = {"bool": bool, "int": int, "float": float, "str": str, "list": list, "set": set, "dict": dict, "tuple": tuple}


def modules() -> list[ModuleType]:
    """The modules of the room."""
    return [importlib.import_module(one.name) for one in pkgutil.walk_packages(room.__path__, room.__name__ + ".")]


def classes() -> list[type]:
    """The classes that its modules define."""
    return [one for module in modules() for one in vars(module).values() if inspect.isclass(one) and _own(one, module)]


def _own(one: object, module: ModuleType) -> bool:
    return getattr(one, "__module__", "") == module.__name__


def _checked(function: FunctionType) -> Callable[..., object] | None:
    told = str(function.__annotations__.get("return", ""))
    kind = _KINDS.get(told.partition("[")[0]) if "|" not in told else None
    if kind is None:
        return None

    @functools.wraps(function)
    def checked(*given: object, **named: object) -> object:
        out = function(*given, **named)
        assert isinstance(out, kind), f"{function.__qualname__} returned {out!r}, not {told}"
        return out

    return checked


@contextmanager
def kept() -> Iterator[None]:
    """Every function of the room is asked whether it returns what it promises."""
    known: dict[int, Callable[..., object] | None] = {}
    patches = []
    for holder in [*modules(), *classes()]:
        for name, one in list(vars(holder).items()):
            if isinstance(one, FunctionType) and str(one.__module__).startswith(room.__name__):
                if id(one) not in known:
                    known[id(one)] = _checked(one)
                if (checked := known[id(one)]) is not None:
                    patches.append(mock.patch.object(holder, name, checked))
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in patches:
            patch.stop()
