"""The verb of saying in the line above a quoted paragraph: "The bank issued this statement:"."""

from __future__ import annotations

from quoteattr.detect.candidate import rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.sentences import last_sentence
from quoteattr.lexicon.lists import mark_set
from quoteattr.syntax import Range

__all__ = ["BLOCK", "colon_above", "verb_above"]

BLOCK = rule(
    "quote-block",
    "a line that ends with a colon, and a quoted paragraph below it",
    "{The bank} issued this statement:\n\n[“We regret the delay and will repay our customers.”]",
    "{The owner} wrote:\n\n[“There will be no layoffs.”]",
    "Stated {Miller}:\n\n[“There is no water left, and nobody seems to care.”]",
)

_LEADS = mark_set("leads")
_EMPTY = 20
"""Lines without words at most between the two."""


def verb_above(article: ArticleFeatures, paragraph: int) -> int:
    """The last verb that reports, else the last, of a line above a paragraph that ends with a colon or comma; or -1."""
    above = _line_above(article, paragraph)
    return _last_verb(article, above) if above and article.parse.words[above[1] - 1] in _LEADS else -1


def colon_above(article: ArticleFeatures, paragraph: int) -> Range | None:
    """The line above a paragraph, if it ends with a colon."""
    above = _line_above(article, paragraph)
    return above if above and article.parse.words[above[1] - 1] == ":" else None


def _line_above(article: ArticleFeatures, paragraph: int) -> Range | None:
    parse = article.parse
    for number in range(paragraph - 1, max(-1, paragraph - 2 - _EMPTY), -1):
        start, end = parse.trim(parse.paragraphs[number])
        if start < end:
            return start, end
    return None


def _last_verb(article: ArticleFeatures, line: Range) -> int:
    parse = article.parse
    start, end = line
    verbs = [token for token in range(last_sentence(article, line), end) if token in article.verb_at]
    reporting = [token for token in verbs if article.reports(token)]
    if verbs:
        return (reporting or verbs)[-1]
    inverted = parse.lower[start].endswith("ed") and parse.tags[start + 1][:3] == "NNP" and article.says(start)
    return start if inverted else -1
