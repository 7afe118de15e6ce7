"""What joins which attribution, on the way."""

from __future__ import annotations

from itertools import chain, compress

from attrs import evolve

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range

__all__ = ["Joins"]


class Joins:
    """The attributions of an article, and the quotations that have joined them.

    Attributes:
        article: The article.
        candidates: Its attributions, in text order.
        marked: For each of them, of each word of its content whether it stands in marks.
    """

    def __init__(self, article: ArticleFeatures, candidates: list[Candidate]) -> None:
        self.article = article
        self.candidates = candidates
        self.marked = [_marked(article, one) for one in candidates]
        self._added: dict[int, list[Range]] = {}
        self._taken = bytearray(len(article.parse))
        for one in candidates:
            cue = () if one.cue < 0 else ((one.cue, one.cue + 1),)
            for tokens in (*one.content, *cue):
                self._take(tokens)

    def free(self, tokens: Range) -> bool:
        """Whether no content, and no cue, stands among ``tokens``."""
        return 1 not in self._taken[tokens[0] : tokens[1]]

    def add(self, owner: int, tokens: Range) -> None:
        """Let ``tokens`` join the attribution with the number ``owner``."""
        self._added.setdefault(owner, []).append(tokens)
        self._take(tokens)

    def pieces(self, number: int) -> list[Range]:
        """The content of an attribution and what has joined it."""
        return [*self.candidates[number].content, *self._added.get(number, ())]

    def result(self) -> list[Candidate]:
        """The attributions, each with what has joined it."""
        return [
            evolve(one, content=clean(self.article, self.pieces(number))) if number in self._added else one
            for number, one in enumerate(self.candidates)
        ]

    def _take(self, tokens: Range) -> None:
        start, end = tokens
        self._taken[start:end] = b"\1" * (end - start)


def _marked(article: ArticleFeatures, one: Candidate) -> list[bool]:
    """Of each word of a content whether it stands in marks."""
    parse = article.parse
    regions = chain.from_iterable(
        compress(parse.region_of[start:end], parse.wordlike[start:end]) for start, end in one.content
    )
    return [region >= 0 and not parse.regions[region].weak for region in regions]
