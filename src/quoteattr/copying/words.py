"""Which words there are: whether letters that were parted are one."""

from __future__ import annotations

from functools import lru_cache

from quoteattr.lexicon.forms import table
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.lexicon.nouns import singular

__all__ = ["UNFINISHED", "is_known", "word_list"]

UNFINISHED = word_list("copying", "unfinished")
"""Words behind which a sentence goes on."""
_ENDINGS = word_list("copying", "endings")


@lru_cache(10_000)
def is_known(word: str) -> bool:
    """Whether a word is one that the lists of the library have, in some form.

    >>> is_known("agreements"), is_known("Reporters"), is_known("qxq")
    (True, True, False)
    """
    form = word.lower()
    return _is_listed(form) or any(form.endswith(ending) and _is_listed(form[: -len(ending)]) for ending in _ENDINGS)


def _is_listed(form: str) -> bool:
    return form in table() or form in UNFINISHED or form in known_nouns() or singular(form) in known_nouns()
