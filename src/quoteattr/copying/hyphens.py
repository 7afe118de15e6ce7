"""Words that were parted at the end of a line: whether the hyphen is theirs."""

from __future__ import annotations

import re
from functools import cached_property

from quoteattr.copying.words import is_known, word_list

__all__ = ["Hyphens", "is_parted"]

_BEFORE = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+-\Z")
_BEHIND = re.compile(r"[^\W_]++")
_WORDS = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+")
_LONGEST = 40
"""Letters of a part, at most."""
_PREFIXES = word_list("copying", "prefixes")
_SUFFIXES = word_list("copying", "suffixes")


def _left(words: str) -> str:
    """The part of a word at the end of a line, with its hyphen; ``""`` where there is none."""
    tail = words[-_LONGEST:]
    found = _BEFORE.match(tail, max(map(tail.rfind, " \t“‘(\"'—–/")) + 1)
    return found[0] if found else ""


def is_parted(words: str, following: str) -> bool:
    """Whether a line ends with the first part of a word that goes on in the next one."""
    return words.endswith("-") and following[:1].isalnum() and _left(words) != ""


class Hyphens:
    """Tells for the words of a text whether a hyphen at the end of a line is theirs.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORDS.findall(self._text.lower()))

    def keeps(self, words: str, following: str) -> bool:
        """Whether the hyphen is kept: the text elsewhere, or what words there are, tells.

        Args:
            words: A line that ends with the first part.
            following: The next line.
        """
        left, found = _left(words)[:-1], _BEHIND.match(following, 0, _LONGEST)
        right = found[0] if found else ""
        if not right[:1].islower() or "-" in left:
            return not (left.isupper() and right.isupper() and f"{left}{right}".lower() in self._words)
        one, two = left.lower(), right.lower()
        if f"{one}-{two}" in self._words or f"{one}{two}" in self._words:
            return f"{one}-{two}" in self._words
        if one in _PREFIXES or is_known(one + two) or two in _SUFFIXES:
            return one in _PREFIXES and not is_known(one + two)
        return is_known(one) and is_known(two)
