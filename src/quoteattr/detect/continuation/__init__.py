"""Which quotation continues which: over the sentence of its cue, over sentences, over paragraphs.

This package alone decides it, at two points. Before candidates are classified, ``parts`` puts the parts of one
quotation together that its cue stands between, and ``paragraphs`` does so with paragraphs each of which opens anew:
the classifier looks at the whole. Once it is known what is attributed, :func:`continued` does the rest: sentences and
paragraphs join the attribution before them (``joining``), and a quotation that stands alone keeps the speaker before it
(``free``). Every later stage reads this decision in ``Candidate.keeps`` and ``Candidate.voice``.
"""

from __future__ import annotations

from collections.abc import Collection

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.continuation.free import with_free_quotations
from quoteattr.detect.continuation.joining import joined
from quoteattr.detect.continuation.repeated import with_repeated
from quoteattr.detect.features import ArticleFeatures

__all__ = ["continued"]


def continued(article: ArticleFeatures, candidates: list[Candidate], without: Collection[str] = ()) -> list[Candidate]:
    """The contents of an article with all that continues them, in text order.

    Args:
        article: The article.
        candidates: Its attributions, in text order, without overlap.
        without: Ids of rules whose free quotations are dropped.
    """
    return with_repeated(article, with_free_quotations(article, joined(article, candidates), without), without)
