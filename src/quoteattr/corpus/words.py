"""Names and texts as they are compared: without case, accents, hyphens and punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from quoteattr.coreference.gazetteer import folded
from quoteattr.lexicon.lists import word_list

__all__ = ["SMALL", "comparable", "fullest", "initials", "is_capitals", "most"]

_POSSESSIVE = re.compile(r"['’]s\b")
_INNER = re.compile(r"(?<=[^\W\d])\.|['’]")
"""What goes without a gap: "U.S." is "us", "O'Brien" is "obrien"."""
_WORD = re.compile(r"[^\W_]+")
SMALL = word_list("corpus", "small_words")


@lru_cache(100_000)
def comparable(text: str) -> tuple[str, ...]:
    """The words of a name or a text in lower case, without accents, hyphens and punctuation.

    >>> comparable("Jean-Noël O’Brien, U.S. Steel & Co.")
    ('jean', 'noel', 'obrien', 'us', 'steel', 'and', 'co')
    """
    plain = folded(_POSSESSIVE.sub("", text.replace("&", " and ")).lower())
    return tuple(_WORD.findall(_INNER.sub("", plain)))


def initials(words: Iterable[str]) -> str:
    """The first letters of a name's words, small words aside."""
    return "".join(word[0] for word in words if word not in SMALL)


def is_capitals(form: str) -> bool:
    """Whether a form is one word of capitals, with full stops or without."""
    letters = form.replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def most(forms: Counter[str], *, but: str | None = None) -> tuple[str, ...]:
    """The forms, the most frequent first, those of one frequency in the order in which they came."""
    return tuple(form for form, _ in forms.most_common() if form != but)


def fullest(forms: Counter[str]) -> str:
    """The form with the most words, then the most frequent; one in capitals alone only where there is no other."""
    usual = [form for form in forms if not form.isupper()] or list(forms)
    return max(usual, key=lambda form: (len(comparable(form)), forms[form], len(form)))
