"""What a quoted region looks like, and what stands before and behind it."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.sentences import STOPS, inner
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Range
from quoteattr.syntax.tokens import is_picture

__all__ = [
    "begins_low",
    "ends_sentence",
    "first_letter",
    "holds_stop",
    "last_mark",
    "past_space",
    "speakable",
    "tells_when",
]

_STOPPED = ",.?!…—–"
"""Marks at the end of a short quotation."""
_WHEN = listed("beside", "times")
_SPOKEN = 4
"""Words from which on a region may be a quotation, however it looks."""


def speakable(article: ArticleFeatures, number: int) -> bool:
    """Whether a region may be a quotation: four words, or fewer that look like a separate sentence.

    These begin with a capital, and end with a stop, a dash or a comma, which may stand behind the closing mark of a
    region that begins its sentence: "“No comment”, said Ada Smith". Or they hold a picture ("“So proud 😍”"), or are
    all that stands behind a verb of speaking: "She said “no”."
    """
    parse, words = article.parse, article.region_words[number]
    region = parse.region_tokens[number]
    if words >= _SPOKEN or words == 0:
        return words > 0
    if any(is_picture(parse.words[token]) for token in range(*region)):
        return True
    if _is_spoken(article, region):
        return True
    if not first_letter(article, region).isupper():
        return False
    if last_mark(article, region) in _STOPPED:
        return True
    outside = parse.words[region[1] : region[1] + 1] == [","]
    before = parse.trim((parse.line_of(region[0])[0], region[0]))
    return outside and (before[0] >= before[1] or parse.words[before[1] - 1][-1:] in STOPS)


def _is_spoken(article: ArticleFeatures, region: Range) -> bool:
    """Whether a region is all that stands behind a verb of speaking: "He sang “goodbye” as the ship left"."""
    cue = region[0] - 1
    speaks = article.reports(cue) and article.verb_at[cue].lemma in article.lexicon.speech
    return speaks and (ends_sentence(article, region) or tells_when(article, region[1]))


def tells_when(article: ArticleFeatures, token: int) -> bool:
    """Whether a clause begins at a token that tells when something happened."""
    return article.parse.lower[token : token + 1] != [] and article.parse.lower[token] in _WHEN


def first_letter(article: ArticleFeatures, region: Range) -> str:
    """The first character within the marks; ``""`` where there is none."""
    start, end = inner(article, region)
    return article.parse.words[start][0] if start < end else ""


def begins_low(article: ArticleFeatures, region: Range) -> bool:
    """Whether a region does not begin with a capital, as a sentence does."""
    first = first_letter(article, region)
    return first != "" and not first.isupper()


def last_mark(article: ArticleFeatures, region: Range) -> str:
    """The last character within the marks; ``""`` where there is none."""
    start, end = inner(article, region)
    return article.parse.words[end - 1][-1] if start < end else ""


def ends_sentence(article: ArticleFeatures, region: Range) -> bool:
    """Whether nothing follows a region in its sentence."""
    parse = article.parse
    following = parse.trim((region[1], parse.line_of(region[0])[1]))
    if following[0] >= following[1] or parse.words[following[0]] in (".", "?", "!"):
        return True
    start, end = inner(article, region)
    return start < end and parse.words[end - 1] in (".", "?", "!") and parse.words[following[0]][0].isupper()


def past_space(article: ArticleFeatures, tokens: Range) -> int:
    """The first of ``tokens`` that is no white space; their end where all are."""
    start, end = tokens
    while start < end and article.parse.words[start].isspace():
        start += 1
    return start


def holds_stop(article: ArticleFeatures, tokens: Range) -> bool:
    """Whether a full stop or its like stands among ``tokens``, an abbreviation's too."""
    return any(article.parse.words[token] in STOPS for token in range(*tokens))
