"""Quotations that nobody is given for: a sentence or more in marks, apart from all that is attributed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.continuation.free import is_sentence
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.overlaps import SpanOccupancy
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range

__all__ = ["RULES", "SOURCELESS", "sourceless"]

SOURCELESS = rule(
    "quote-sourceless",
    "a sentence in marks that the article gives nobody for, and that is no title and no word in doubt",
    "The bridge will close on Monday. [“Nobody asked the people who live there.”]",
    "[“It was the worst winter that anybody could remember.”]\n\nThe road to the mill has been closed for a week.",
)
RULES = (SOURCELESS,)

_WORDS = 4
"""Words of such a quotation, at least: fewer are a slogan or a title more often than something that somebody said."""


def sourceless(article: ArticleFeatures, found: Sequence[Candidate], without: Collection[str] = ()) -> list[Candidate]:
    """The quotations that no attribution holds, in text order.

    Args:
        article: The article.
        found: Its attributions.
        without: Ids of rules that are switched off.
    """
    if SOURCELESS.id in without:
        return []
    parse = article.parse
    taken = SpanOccupancy(len(parse))
    for one in found:
        taken.take((*one.with_cue, *one.voice))
    whole: list[list[Range]] = []
    last = -1
    for number, region in enumerate(parse.region_tokens):
        if not taken.is_free(region) or not is_sentence(article, number) or article.region_words[number] < _WORDS:
            continue
        if whole and last == number - 1 and parse.regions[number].continues:
            whole[-1].append(region)  # a paragraph that opens anew
        else:
            whole.append([region])
        last = number
    return [
        Candidate(SOURCELESS.id, -1, "", "", "", content, certain=True)
        for content in (clean(article, pieces) for pieces in whole)
        if content
    ]
