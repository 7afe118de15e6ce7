"""Titles of works and shows, which stand in marks and are no quotations."""

from __future__ import annotations

from itertools import compress

from quoteattr.detect.features import ArticleFeatures as Reading
from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.sentences import last_sentence
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Range

__all__ = ["is_title"]

_SMALL = listed("title", "small")
_WORKS = listed("title", "works")
_SHOWS = frozenset(("show", "call"))
"""Verbs in front of a title that say what it is, or that are nouns in truth: "the reality show “The House”"."""
_LONGEST = 12
"""Words that a title has at most."""
_NEAR = 6
"""Tokens before a title within which a verb of saying makes a quotation of it."""


def is_title(reading: Reading, region: Range, before: Range) -> bool:
    """Whether a region is the title of a work or a show: capitals throughout, and in the middle of a phrase.

    Args:
        reading: The article.
        region: The tokens of the region.
        before: What stands before it in its paragraph.
    """
    return _capital(reading, region) and _within_phrase(reading, before)


def _capital(reading: Reading, region: Range) -> bool:
    """Whether the words are written as those of a title."""
    parse = reading.parse
    words = list(compress(parse.words[slice(*region)], parse.wordlike[slice(*region)]))
    long = [word for word in words if len(word) > 3 and word.lower() not in _SMALL]
    return len(words) <= _LONGEST and long != [] and all(word[0].isupper() for word in (words[0], *long))


def _within_phrase(reading: Reading, before: Range) -> bool:
    """Whether a phrase goes on with a title: no sentence ends before it, and no verb of saying leads to it."""
    parse = reading.parse
    start, end = parse.trim((last_sentence(reading, before), before[1]))
    if start >= end or parse.words[end - 1] in (":", ".", "?", "!"):
        return False
    if reading.reports(end - 1):
        return reading.verb_at[end - 1].lemma in _SHOWS
    if parse.words[end - 1] not in JOINTS:
        return True
    return parse.lower[end - 2] in _WORKS or not reading.has_report((max(start, end - _NEAR), end))
