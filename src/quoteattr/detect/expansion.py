"""Contents meet quotation marks: a quoted region that a content touches is in it as a whole."""

from __future__ import annotations

from attrs import evolve

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range

__all__ = ["expanded_to_quotation"]

_FEW = 6
"""Words in marks that are no sentence."""


def expanded_to_quotation(article: ArticleFeatures, candidate: Candidate) -> Candidate:
    """The candidate with every quoted region that its content touches taken in whole, unless the cue stands in it."""
    parse = article.parse
    pieces: list[Range] = []
    for start, end in candidate.content:
        for edge in (start, end - 1):
            if not parse.quoted[edge]:
                continue
            first, last = parse.region_tokens[parse.region_of[edge]]
            if first <= candidate.cue < last:
                continue
            if any(map(parse.is_word, range(max(start, first), min(end, last)))):
                start, end = min(start, first), max(end, last)
        pieces.append((start, end))
    if pieces:
        pieces[-1] = pieces[-1][0], _coordinated(article, pieces[-1], candidate.cue)
    return evolve(candidate, content=clean(article, _without(pieces, candidate.cue)))


def _coordinated(article: ArticleFeatures, piece: Range, cue: int) -> int:
    """Where a piece ends that ends with quoted words, and further ones with and or or: "as “silly” and “useless”"."""
    parse = article.parse
    end = piece[1]
    while end + 1 < len(parse) and _is_quoted(article, end - 1) and parse.lower[end] in ("and", "or"):
        region = parse.region_of[end + 1]
        if not _is_quoted(article, end + 1) or parse.region_tokens[region][0] != end + 1:
            break
        last = parse.region_tokens[region][1]
        if cue >= end and cue < last:
            break
        end = last
    return end


def _is_quoted(article: ArticleFeatures, token: int) -> bool:
    """Whether a token stands in a short quoted region, which can hardly be a separate quotation."""
    return article.parse.quoted[token] and article.region_words[article.parse.region_of[token]] <= _FEW


def _without(pieces: list[Range], cue: int) -> list[Range]:
    """Pieces cut at the cue, should they have grown over it."""
    out: list[Range] = []
    for start, end in pieces:
        out += [(start, cue), (cue + 1, end)] if start <= cue < end else [(start, end)]
    return [piece for piece in out if piece[0] < piece[1]]
