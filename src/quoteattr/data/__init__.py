"""The lists, counts and trees that ship, as text. A wheel holds them packed in one file (``tools/packing.py``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain

from quoteattr.errors import QuoteattrError

__all__ = ["PACKED", "names", "text_of", "unpacked"]

PACKED = "tables.packed"
"""The file of a wheel that holds all others."""
_FIRST = 33
"""The character that stands for nothing shared; each next one stands for one character more."""


def names() -> tuple[str, ...]:
    """The names of the files of ``data/en``, packed or not: as :func:`text_of` takes them, in alphabetical order."""
    folder = resources.files(__name__).joinpath("en")
    packed = folder.joinpath(PACKED)
    found = chain.from_iterable(_index(packed.read_bytes())) if packed.is_file() else _names_in(folder, "")
    return tuple(sorted(found))


def _names_in(folder: Traversable, above: str) -> Iterator[str]:
    for file in folder.iterdir():
        if file.is_dir():
            yield from _names_in(file, f"{above}{file.name}/")
        elif file.name.endswith((".toml", ".tsv")):
            yield above + file.name


def text_of(name: str) -> str:
    """The text of a file of ``data/en``; ``""`` where there is none yet, before the first training.

    Raises:
        QuoteattrError: It is packed, and this Python cannot unpack it.
    """
    folder = resources.files(__name__).joinpath("en")
    plain, packed = folder.joinpath(name), folder.joinpath(PACKED)
    if plain.is_file():
        return plain.read_text(encoding="utf-8")
    return unpacked(packed.read_bytes(), name) if packed.is_file() else ""


def unpacked(data: bytes, name: str) -> str:
    """The text of one of the files that are packed together; ``""`` if it is none of them.

    Each of the first lines tells how many bytes a group of files has, and the names of these; the groups follow behind
    an empty line. They are compressed with bzip2. Of each line of a file they tell, as one character, how many
    characters it shares with the line above, and then the others. A form feed stands between two files.
    """
    for names, (start, end) in _index(data).items():
        if name in names:
            return _text(data[start:end]).split("\f")[names.index(name)]
    return ""


def _index(data: bytes) -> Mapping[tuple[str, ...], tuple[int, int]]:
    """The names of the files of each group, and where it stands."""
    head, _, _ = data.partition(b"\n\n")
    out, start = {}, len(head) + 2
    for size, *names in (line.split("\t") for line in head.decode().splitlines()):
        out[tuple(names)] = start, start + int(size)
        start += int(size)
    return out


@lru_cache(2)
def _text(data: bytes) -> str:
    """The text of a group; kept for a moment, since its files are asked for one after the other."""
    try:
        import bz2
    except ImportError as error:
        raise QuoteattrError(
            "the word lists of quoteattr are compressed with bzip2, which this Python was built without: "
            "use a Python whose module bz2 can be imported"
        ) from error
    lines, line = list[str](), ""
    for told in bz2.decompress(data).decode().split("\n"):
        line = line[: ord(told[0]) - _FIRST] + told[1:]
        lines.append(line)
    return "\n".join(lines)
