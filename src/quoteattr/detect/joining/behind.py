"""Sentences in marks, or partly in marks, behind the sentence of a cue: "She was glad, she said. “It is time.”"."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.joining.joins import Joins
from quoteattr.detect.quotations.quoted import speakable
from quoteattr.detect.sentences import stops
from quoteattr.records import Attitude
from quoteattr.syntax import Range

__all__ = ["join_behind"]

_PARTLY, _LONGEST = 4, 60
"""Words in marks that a sentence has at least to go on with the quotation before it, and tokens around them at most."""
_NOWHERE = -2
"""Where a sentence ends that has no end."""


def join_behind(joins: Joins) -> None:
    """Let each quoted sentence join the attribution that ends right before it.

    It joins when it follows, in the same paragraph, the sentence that holds the cue, with nothing between them but
    other quoted sentences that joined before it, and all that was said before is in marks.
    """
    article = joins.article
    ends = {
        _sentence_end(article, max([end for _, end in one.content] + [one.cue + 1])): number
        for number, one in enumerate(joins.candidates)
        if all(joins.marked[number]) or (article.lexicon.wide and (any(joins.marked[number]) or _spoken(article, one)))
    }
    for number, region in enumerate(article.parse.region_tokens):
        if not speakable(article, number) or not joins.free(region):
            continue
        line = article.parse.line_of(region[0])
        tokens, owner = region, ends.get(_edge(article, region[0], line), -1)
        if owner < 0 or not _starts_sentence(article, region):
            tokens = _partly(article, number, line)
            owner = ends.get(_edge(article, tokens[0], line), -1) if tokens[0] < tokens[1] else -1
            if owner < 0 or not joins.free(tokens) or not all(joins.marked[owner]):
                continue
        joins.add(owner, tokens)
        ends[tokens[1]] = owner


def _spoken(article: ArticleFeatures, one: Candidate) -> bool:
    """Whether somebody said or wrote a content: what is thought or wanted does not go on in marks."""
    attitude = article.lexicon.attitude(one.lemma, one.frame)
    return attitude is not Attitude.BELIEF and not one.rule.startswith("infinitive")


def _edge(article: ArticleFeatures, start: int, line: Range) -> int:
    """Where the words before ``start`` end in its paragraph; -1 where that begins there."""
    while start > line[0] and article.parse.words[start - 1].isspace():
        start -= 1
    return start if start > line[0] else -1


def _partly(article: ArticleFeatures, number: int, line: Range) -> Range:
    """The sentence around a quotation that no verb of saying in it reports: "Now, “we have no choice.”"; or nothing."""
    parse = article.parse
    start, end = parse.region_tokens[number]
    first, last = start, end
    lowest, limit = max(line[0], start - _LONGEST), min(line[1], end + _LONGEST)
    while first > lowest and not _ends_before(article, first):
        first -= 1
    while first < start and parse.words[first].isspace():
        first += 1
    while last < limit and not _ends_before(article, last):
        last += 1
    outside = (first, start), (end, last)
    short = article.region_words[number] < _PARTLY
    if short or parse.words[start - 1] == ":" or any(article.has_report(tokens) for tokens in outside):
        return start, start
    return first, last


def _ends_before(article: ArticleFeatures, token: int) -> bool:
    """Whether a sentence ends before ``token``: with a full stop, or with the mark behind one."""
    return stops(article, token - 1) or _closes_sentence(article, token)


def _closes_sentence(article: ArticleFeatures, token: int) -> bool:
    """Whether a quoted region that ends with a full stop ends before ``token``."""
    parse = article.parse
    region = parse.region_of[token - 1]
    closed = token > 1 and region >= 0 and parse.region_tokens[region][1] == token
    return closed and parse.words[token - 2][-1:] in (".", "?", "!")


def _sentence_end(article: ArticleFeatures, token: int) -> int:
    """The token behind the full stop that ends the sentence which goes on at ``token``."""
    parse = article.parse
    if parse.words[token - 1] in (".", "?", "!") or _closes_sentence(article, token):
        return token
    limit = min(parse.line_of(min(token, len(parse) - 1))[1], token + _LONGEST)
    while token < limit and not stops(article, token):
        if parse.is_word(token) and parse.region_of[token] >= 0:
            return _NOWHERE
        token += 1
    return token + 1 if token < limit else _NOWHERE


def _starts_sentence(article: ArticleFeatures, region: Range) -> bool:
    """Whether the first word of a region, which has one, begins with a capital."""
    parse = article.parse
    first = next(token for token in range(*region) if parse.is_word(token))
    return parse.words[first][0].isupper()
