"""Surnames that an article misspells: "Deisendorf" beside "Mark Diesendorf"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

__all__ = ["misspelt"]

_LETTERS = 6
"""Letters of a surname that may be misspelt, at least."""
_LONG = 8
"""The same where one letter is missing, or is one too many or another, inside the surname."""
_ENDING = 3
"""Letters at the end that are the same there: Andersen is not Anderson."""

Key = tuple[str, ...]


def misspelt(keys: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """The surnames that stand alone and are no part of a full name, and the one surname that each misspells.

    Two letters have changed places, or a letter is double in one of the two; inside a long surname one letter is
    another, or stands in one of the two alone.

    Args:
        keys: The words of the names of people.
    """
    known = {key[-1] for key in keys if len(key) > 1}
    words = known.union(*(key[:-1] for key in keys if len(key) > 1))
    for key in keys:
        if len(key) == 1 and len(key[0]) >= _LETTERS and key[0] not in words:
            meant = [surname for surname in known if _is_slip(key[0], surname)]
            if len(meant) == 1:
                yield key, (meant[0],)


def _is_slip(word: str, other: str) -> bool:
    same = 0
    while word[same : same + 1] == other[same : same + 1] != "":
        same += 1
    long = min(len(word), len(other)) >= _LONG and 1 < same < len(word) - _ENDING
    if len(word) == len(other):
        swapped = word[same : same + 2] == other[same : same + 2][::-1] and word[same + 2 :] == other[same + 2 :]
        return swapped or (long and word[same + 1 :] == other[same + 1 :])
    short, longer = sorted((word, other), key=len)
    one_more = len(short) + 1 == len(longer) >= _LETTERS and short[same:] == longer[same + 1 :]
    double = same > 0 and longer[same : same + 1] == longer[same - 1 : same]
    return one_more and (double or long)
