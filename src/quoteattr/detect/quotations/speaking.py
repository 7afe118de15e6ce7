"""Which words say that somebody speaks."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures

__all__ = ["goes_on", "says"]


def says(article: ArticleFeatures, token: int) -> bool:
    """Whether a word is a form of a verb that is known to report, whatever its tag."""
    return article.lexicon.reports(article.lexicon.lemma(article.parse.lower[token]))


def goes_on(article: ArticleFeatures, token: int) -> bool:
    """Whether a verb is go with on, which says that somebody speaks on."""
    lower = article.parse.lower
    return article.lexicon.lemma(lower[token]) == "go" and lower[token + 1 : token + 2] == ["on"]
