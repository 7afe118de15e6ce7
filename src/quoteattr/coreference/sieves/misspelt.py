"""Surnames that an article misspells: "Deisendorf" beside "Mark Diesendorf"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

__all__ = ["misspelt"]

_LETTERS = 6
"""Letters of a surname that may be misspelt, at least."""

Key = tuple[str, ...]


def misspelt(keys: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """The surnames that stand alone and are no part of a full name, and the one surname that each misspells.

    Two letters have changed places, or a letter is double in one of the two.

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
    if len(word) == len(other):
        wrong = [place for place in range(len(word)) if word[place] != other[place]]
        swapped = len(wrong) == len("xy") and wrong[1] == wrong[0] + 1
        return swapped and word[wrong[0]] == other[wrong[1]] and word[wrong[1]] == other[wrong[0]]
    short, long = sorted((word, other), key=len)
    return len(short) + 1 == len(long) >= _LETTERS and any(
        long[place] == long[place - 1] and long[:place] + long[place + 1 :] == short for place in range(1, len(long))
    )
