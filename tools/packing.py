"""How data are packed into a wheel: the other way round than :func:`quoteattr.data.unpacked`."""

from __future__ import annotations

import bz2
from collections.abc import Mapping

__all__ = ["packed"]

_FIRST, _MOST = 33, 90
"""The character that stands for nothing shared, and how many shared characters are told at most."""


def packed(files: Mapping[str, str]) -> bytes:
    """Texts by the names of their files, as one file; it is small where lines begin like those above them."""
    parts = {name: _compressed(text) for name, text in files.items()}
    index = "".join(f"{name}\t{len(part)}\n" for name, part in parts.items())
    return b"\n".join((index.encode(), b"".join(parts.values())))


def _compressed(text: str) -> bytes:
    told, before = list[str](), ""
    for line in text.split("\n"):
        shared = _shared(before, line)
        told.append(chr(_FIRST + shared) + line[shared:])
        before = line
    return bz2.compress("\n".join(told).encode())


def _shared(one: str, other: str) -> int:
    """How many characters two lines begin with in common, up to the most that can be told."""
    pairs = zip(one[:_MOST], other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other), _MOST))
