"""Titles of works and shows, which stand in marks and are no quotations."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.sentences import inner, last_sentence, wordless
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Range

__all__ = ["is_title"]

_WORKS = listed("title", "works")
_SHOWS = listed("title", "verbs")
_TELLING = listed("telling", "always")
_NEAR = 6
"""Tokens before a title within which a verb of saying makes a quotation of it."""


def is_title(article: ArticleFeatures, region: Range, before: Range) -> bool:
    """Whether a region is the title of a work or a show: capitals throughout, and in the middle of a phrase.

    Args:
        article: The article.
        region: The tokens of the region.
        before: What stands before it in its paragraph.
    """
    words = inner(article, region)
    if words[0] >= words[1] or shape("title-case", article.parse, words) is None:
        return False
    return _within_phrase(article, before)


def _within_phrase(article: ArticleFeatures, before: Range) -> bool:
    """Whether a phrase goes on with a title: no sentence ends before it, and no verb of saying leads to it."""
    parse = article.parse
    start, end = parse.trim((last_sentence(article, before), before[1]))
    if wordless(article, (start, end)) or parse.words[end - 1] in (":", ".", "?", "!"):
        return False
    if article.reports(end - 1):
        if article.verb_at[end - 1].lemma in _TELLING and before[0] > 0 and parse.region_of[before[0] - 1] >= 0:
            return True  # "“…,” he told “Good Morning Halden.”"
        return article.verb_at[end - 1].lemma in _SHOWS
    if parse.words[end - 1] not in JOINTS:
        return True
    return parse.lower[end - 2] in _WORKS or not article.has_report((max(start, end - _NEAR), end))
