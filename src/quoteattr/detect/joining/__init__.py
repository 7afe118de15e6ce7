"""Quotations that go on with an attribution before them.

"She was glad to go, she said. “It is time.”": a quoted sentence behind the one that holds the cue, or one that is
partly in marks and has no verb of saying. With the wider idea of an attribution, PolNeAR's, a quotation goes on behind
what is said partly in marks as well, and in a paragraph that is one quotation, below a paragraph that holds another.
"""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.joining.behind import join_behind
from quoteattr.detect.joining.below import join_below
from quoteattr.detect.joining.joins import Joins

__all__ = ["joined"]


def joined(article: ArticleFeatures, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, each with the quotations behind it that have no cue of their own."""
    joins = Joins(article, candidates)
    join_behind(joins)
    if article.lexicon.wide:
        join_below(joins)
    return joins.result()
