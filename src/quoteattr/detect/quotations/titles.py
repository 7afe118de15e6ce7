"""Titles of works and shows, which stand in marks and are no quotations."""

from __future__ import annotations

from quoteattr.detect.listed import listed
from quoteattr.detect.patterns import shape
from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.quotations.speaking import reporting_in, speaks
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import inner, last_sentence
from quoteattr.syntax import Range

__all__ = ["is_title"]

_WORKS = listed("title", "works")
_SHOWS = frozenset(("show", "call"))
"""Verbs in front of a title that say what it is, or that are nouns in truth: "the reality show “The House”"."""
_NEAR = 6
"""Tokens before a title within which a verb of saying makes a quotation of it."""


def is_title(reading: Reading, region: Range, before: Range) -> bool:
    """Whether a region is the title of a work or a show: capitals throughout, and in the middle of a phrase.

    Args:
        reading: The article.
        region: The tokens of the region.
        before: What stands before it in its paragraph.
    """
    words = inner(reading, region)
    if words[0] >= words[1] or shape("title-case", reading.parse, words) is None:
        return False
    return _within_phrase(reading, before)


def _within_phrase(reading: Reading, before: Range) -> bool:
    """Whether a phrase goes on with a title: no sentence ends before it, and no verb of saying leads to it."""
    parse = reading.parse
    start, end = parse.trim((last_sentence(reading, before), before[1]))
    if start >= end or parse.words[end - 1] in (":", ".", "?", "!"):
        return False
    if speaks(reading, end - 1):
        return reading.verb_at[end - 1].lemma in _SHOWS
    if parse.words[end - 1] not in JOINTS:
        return True
    return parse.lower[end - 2] in _WORKS or not reporting_in(reading, (max(start, end - _NEAR), end))
