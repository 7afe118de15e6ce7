"""Parts of one quotation that its cue, or the rest of its cue's sentence, stands between."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.quotations.quoted import holds_stop
from quoteattr.detect.sentences import count_words, inner, stops, wordless
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Range

__all__ = ["joins", "resumes"]

_TELLING = listed("telling", "always")
_FAR = 100
"""Tokens between two parts at most."""
_FEW = 2
"""Words between two parts at most that their cue does not stand between."""


def joins(article: ArticleFeatures, cue: int, gap: Range, region: Range) -> bool:
    """Whether nothing but the rest of the cue's sentence stands between a quotation and a region.

    Args:
        article: The article.
        cue: That of the quotation.
        gap: What stands between the two.
        region: The one behind it.
    """
    parse = article.parse
    if wordless(article, gap):
        return True
    if gap[1] - gap[0] > _FAR:
        return False
    if not gap[0] <= cue < gap[1]:
        return count_words(article, gap) <= _FEW and not any(parse.tags[token][:2] == "VB" for token in range(*gap))
    for token in range(cue, gap[1]):
        if parse.words[token] == ":" or stops(article, token):
            return wordless(article, (token + 1, gap[1]))
    if parse.trim(gap)[1] - 1 == cue and article.lexicon.lemma(parse.lower[cue]) in _TELLING:
        return False  # “A,” she told “The Morning Show,”
    if any(parse.deps[token] == "advcl" and article.reports(token) for token in range(cue + 1, gap[1])):
        return False  # “A,” she said, adding that in May “B.”
    last = parse.trim(gap)[1] - 1
    first = next((token for token in range(*inner(article, region)) if parse.is_word(token)), -1)
    return parse.words[last] in JOINTS or parse.words[last] == ";" or (first >= 0 and parse.words[first][0].isupper())


def resumes(article: ArticleFeatures, cue: int, gap: Range, region: Range) -> bool:
    """Whether a few words in marks go on with a sentence behind its cue: "“It was great,” she said, “and we won.”".

    The arguments are those of ``joins``.
    """
    parse = article.parse
    start, end = inner(article, region)
    if start >= end or not gap[0] <= cue < gap[1] or holds_stop(article, gap):
        return False
    return parse.words[parse.trim(gap)[1] - 1] in JOINTS and parse.words[start][0].islower()
