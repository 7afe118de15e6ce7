"""Sentences and paragraphs in marks that join the attribution before them: "She was glad, she said. “It is time.”".

A quoted sentence behind the one that holds the cue joins, or one that is partly in marks and has no verb of saying.
With the wider idea of an attribution, PolNeAR's, a quotation goes on behind what is said partly in marks as well, and
in a paragraph that is one quotation, below a paragraph that holds another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from attrs import evolve

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.overlaps import SpanOccupancy
from quoteattr.detect.quotations.quoted import speakable
from quoteattr.detect.sentences import closes_sentence, ends_before, past_space_before, stops
from quoteattr.detect.spans import clean
from quoteattr.records import Attitude
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import SENTENCE_ENDS

__all__ = ["joined"]

_PARTLY, _LONGEST = 4, 60
"""Words in marks that a sentence has at least to go on with the quotation before it, and tokens around them at most."""
_WORDS = 8
"""Words that a paragraph has at least to go on with the quotation above it: a shorter one may be anybody's."""
_NOWHERE = -2
"""Where a sentence ends that has no end."""


def joined(article: ArticleFeatures, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, each with the quotations behind it that have no separate cue."""
    joins = _Joins(article, candidates)
    _join_sentences(joins)
    if article.lexicon.wide:
        _join_paragraphs(joins)
    return joins.result()


class _Joins:
    """The attributions of an article, and what has joined them.

    Attributes:
        article: The article.
        candidates: Its attributions, in text order.
        marked: For each of them, of each word of its content whether it stands in marks.
    """

    def __init__(self, article: ArticleFeatures, candidates: Sequence[Candidate]) -> None:
        self.article = article
        self.candidates = candidates
        self.marked = [_marked(article.parse, one) for one in candidates]
        self._added: dict[int, list[Range]] = {}
        self._occupancy = SpanOccupancy(len(article.parse))
        self.is_free = self._occupancy.is_free
        for one in candidates:
            self._occupancy.take(one.with_cue)

    def add(self, owner: int, tokens: Range) -> None:
        """Let ``tokens`` join the attribution with the number ``owner``."""
        self._added.setdefault(owner, []).append(tokens)
        self._occupancy.take((tokens,))

    def pieces(self, number: int) -> list[Range]:
        """The content of an attribution and what has joined it."""
        return [*self.candidates[number].content, *self._added.get(number, ())]

    def result(self) -> list[Candidate]:
        """The attributions, each with what has joined it."""
        return [
            evolve(one, content=clean(self.article, self.pieces(number))) if number in self._added else one
            for number, one in enumerate(self.candidates)
        ]


def _marked(parse: Parse, one: Candidate) -> list[bool]:
    """Of each word of a content whether it stands in marks."""
    return [
        quoted for start, end in one.content for quoted in compress(parse.quoted[start:end], parse.wordlike[start:end])
    ]


# ---- sentences ----------------------------------------------------------------------------------------------------


def _join_sentences(joins: _Joins) -> None:
    """Let each quoted sentence join the attribution that ends right before it.

    It joins when it follows, in the same paragraph, the sentence that holds the cue, with nothing between them but
    other quoted sentences that joined before it, and all that was said before is in marks.
    """
    article = joins.article
    ends = {
        _sentence_end(article, max(end for _, end in (*one.content, (0, one.cue + 1)))): number
        for number, one in enumerate(joins.candidates)
        if all(joins.marked[number]) or (article.lexicon.wide and (any(joins.marked[number]) or _is_said(article, one)))
    }
    for number, region in enumerate(article.parse.region_tokens):
        if not speakable(article, number) or not joins.is_free(region):
            continue
        line = article.parse.line_of(region[0])
        tokens, owner = region, ends.get(_end_before(article.parse, region[0], line), -1)
        if owner < 0 or not _starts_sentence(article.parse, region):
            tokens = _sentence_around(article, number, line)
            owner = ends.get(_end_before(article.parse, tokens[0], line), -1) if tokens[0] < tokens[1] else -1
            if owner < 0 or not joins.is_free(tokens) or not all(joins.marked[owner]):
                continue
        joins.add(owner, tokens)
        ends[tokens[1]] = owner


def _is_said(article: ArticleFeatures, one: Candidate) -> bool:
    """Whether somebody said or wrote a content: what is thought or wanted does not go on in marks."""
    attitude = article.lexicon.attitude(one.lemma, one.frame)
    return attitude is not Attitude.BELIEF and not one.rule.startswith("infinitive")


def _end_before(parse: Parse, start: int, line: Range) -> int:
    """Where the words before ``start`` end in its paragraph; -1 where that begins there."""
    end = past_space_before(parse, start, line)
    return end if end > line[0] else -1


def _sentence_around(article: ArticleFeatures, number: int, line: Range) -> Range:
    """The sentence around a quotation that no verb of saying in it reports: "Now, “we have no choice.”"; or nothing."""
    parse = article.parse
    start, end = parse.region_tokens[number]
    first, last = start, end
    lowest, limit = max(line[0], start - _LONGEST), min(line[1], end + _LONGEST)
    while first > lowest and not ends_before(article, first):
        first -= 1
    while first < start and parse.words[first].isspace():
        first += 1
    while last < limit and not ends_before(article, last):
        last += 1
    short = article.region_words[number] < _PARTLY
    if short or parse.words[start - 1] == ":" or article.has_report((first, start)) or article.has_report((end, last)):
        return start, start
    return first, last


def _sentence_end(article: ArticleFeatures, token: int) -> int:
    """The token behind the full stop that ends the sentence which goes on at ``token``."""
    parse = article.parse
    if parse.words[token - 1] in SENTENCE_ENDS or closes_sentence(parse, token):
        return token
    limit = min(parse.line_of(min(token, len(parse) - 1))[1], token + _LONGEST)
    while token < limit and not stops(article, token):
        if parse.is_word(token) and parse.region_of[token] >= 0:
            return _NOWHERE
        token += 1
    return token + 1 if token < limit else _NOWHERE


def _starts_sentence(parse: Parse, region: Range) -> bool:
    """Whether the first word of a region, which has one, begins with a capital."""
    first = next(token for token in range(*region) if parse.is_word(token))
    return parse.words[first][0].isupper()


# ---- paragraphs ---------------------------------------------------------------------------------------------------


def _join_paragraphs(joins: _Joins) -> None:
    """Let each paragraph that is one quotation join the attribution above it.

    On train 44 of 56 such paragraphs go on with the quotation above them where that is in marks or its cue behind it,
    and 3 of 6 elsewhere: there they stay alone.
    """
    parse = joins.article.parse
    last_of = _last_of(joins)
    above = -1
    for number, line in enumerate(parse.paragraphs):
        line = parse.trim(line)
        if line[0] >= line[1]:
            continue
        if number in last_of:
            above = last_of[number] if _goes_below(joins, last_of[number]) else -1
        elif above >= 0 and _is_quotation(joins, line):
            joins.add(above, line)
        else:
            above = -1


def _last_of(joins: _Joins) -> dict[int, int]:
    """For each paragraph with a content that is in marks, wholly or partly, the number of the last one."""
    paragraph_of = joins.article.parse.paragraph_of
    return {
        paragraph_of[start]: number
        for number, marked in enumerate(joins.marked)
        if any(marked)
        for start, _ in joins.pieces(number)
    }


def _goes_below(joins: _Joins, number: int) -> bool:
    """Whether an attribution may go on below its paragraph: its content is all in marks, or its cue stands behind."""
    one = joins.candidates[number]
    return one.cue >= one.content[-1][1] or all(joins.marked[number])


def _is_quotation(joins: _Joins, line: Range) -> bool:
    """Whether a line is one long quotation that nobody else accounts for."""
    parse = joins.article.parse
    region = parse.region_of[line[0]]
    whole = parse.quoted[line[0]] and region == parse.region_of[line[1] - 1]
    return whole and joins.article.region_words[region] >= _WORDS and joins.is_free(line)
