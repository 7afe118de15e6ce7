"""Inflected forms of verbs, and the way back to the lemma.

A table is exact where a lemmatiser guesses: spaCy's turns "hoped" into "hop" and "rated" into "rat" from 3.8.8 on.
"""

from __future__ import annotations

import tomllib
from functools import cache

from quoteattr.data import text_of

__all__ = ["inflect", "of_speech", "table"]

_VOWELS = "aeiou"


@cache
def table() -> dict[str, str]:
    """Every form of every known verb, in lower case, with its lemma."""
    forms = dict.fromkeys(("am", "are", "'s", "'re", "'m", "be", "is", "was", "were", "been", "being"), "be")
    forms |= dict.fromkeys(("'ve", "'d", "have", "has", "had", "having"), "have")
    for line in text_of("verbs.tsv").splitlines()[1:]:
        lemma, irregular, inflected = line.partition("\t")
        forms[lemma] = lemma
        forms |= dict.fromkeys(inflected.split() if irregular else inflect(lemma)[1:], lemma)
    return forms


@cache
def of_speech() -> frozenset[str]:
    """The forms of the verbs of speaking and of manner of speaking."""
    verbs = frozenset(tomllib.loads(text_of("speech.toml"))["verbs"])
    return frozenset(form for form, lemma in table().items() if lemma in verbs)


def inflect(lemma: str) -> tuple[str, ...]:
    """The forms of a regular verb, its base form first, by the spelling rules of English.

    A last consonant after a single short vowel is doubled in verbs of one syllable only ("tip", "tipped", but "visit",
    "visited").

    >>> inflect("tweet")
    ('tweet', 'tweets', 'tweeted', 'tweeting')
    >>> inflect("decry")
    ('decry', 'decries', 'decried', 'decrying')
    """
    if len(lemma) < 2:
        return (lemma,)
    if lemma.endswith("e"):
        stem = lemma[:-2] + "y" if lemma.endswith("ie") else lemma if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1]
        return lemma, lemma + "s", lemma + "d", stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    syllables = sum(a in _VOWELS + "y" and b not in _VOWELS for a, b in zip(lemma, lemma[1:] + "-", strict=True))
    short = len(lemma) > 2 and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS and lemma[-1] not in "aeiouwxy"
    stem = lemma + lemma[-1] if syllables == 1 and short else lemma
    return lemma, third, stem + "ed", stem + "ing"
