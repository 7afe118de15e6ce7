"""How data are packed into a wheel: the other way round than :func:`quoteattr.data.unpacked`."""

from __future__ import annotations

import bz2
from collections.abc import Mapping

__all__ = ["packed"]

_FIRST, _MOST = 33, 90
"""The character that stands for nothing shared, and how many shared characters are told at most."""
END = "\f"
"""Stands between two files that are compressed together."""


def packed(files: Mapping[str, str]) -> bytes:
    """Texts by the names of their files, as one file; it is small where lines begin like those above them."""
    groups: dict[str, list[str]] = {}
    for name in files:
        groups.setdefault(_group(name), []).append(name)
    index, parts = "", list[bytes]()
    for names in groups.values():
        parts.append(_compressed(END.join([files[name] for name in names])))
        index += "\t".join((str(len(parts[-1])), *names)) + "\n"
    return b"\n".join((index.encode(), b"".join(parts)))


def _group(name: str) -> str:
    """Files that are compressed together, as they are much alike: word lists, and tables that trees look up."""
    return next((end for end in (".toml", "_values.tsv") if name.endswith(end)), name)


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
