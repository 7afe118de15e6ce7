"""How candidates lie to each other: of those that overlap only one can be an attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Self

from attrs import frozen

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures

__all__ = ["Competitors"]

_NEAR = 40
"""Further cues in one content that are looked at: a content across the article has more, and one alone says enough."""


@frozen
class Competitors:
    """The cues of an article.

    Attributes:
        cues: Their tokens, in text order.
        best: For each cue the precision of its best candidate.
        number: For each cue how many candidates it has.
        covering: For each cue that lies in the content of another one the best precision of such another one.
        cues_a_word: Cues for each word of the article.
    """

    cues: Sequence[int]
    best: Mapping[int, float]
    number: Mapping[int, int]
    covering: Mapping[int, float]
    cues_a_word: float

    @classmethod
    def of(cls, article: ArticleFeatures, candidates: Sequence[Candidate], precisions: Sequence[float]) -> Self:
        """The cues of ``candidates``, whose ``precisions`` the lexicon tells."""
        best: dict[int, float] = {}
        for one, precision in zip(candidates, precisions, strict=True):
            if one.cue >= 0:
                best[one.cue] = max(best.get(one.cue, 0.0), precision)
        cues = sorted(best)
        covering: dict[int, float] = {}
        for one, precision in zip(candidates, precisions, strict=True):
            for cue in _inside(cues, one):
                covering[cue] = max(covering.get(cue, 0.0), precision)
        words = sum(article.parse.wordlike)
        number = Counter(one.cue for one in candidates)
        return cls(cues, best, number, covering, round(len(cues) / max(1, words), 4))

    def features(self, candidate: Candidate, precision: float) -> dict[str, float]:
        """The features of a candidate, whose ``precision`` the lexicon tells."""
        inside = [self.best[cue] for cue in _inside(self.cues, candidate)]
        known = candidate.cue >= 0
        return {
            "competitors": float(self.number[candidate.cue]) if known else 0.0,
            "best-competitor": self.best[candidate.cue] - precision if known else 0.0,
            "covered": self.covering.get(candidate.cue, 0.0),
            "covers": max(inside, default=0.0),
            "cues-covered": float(len(inside)),
            "cues-a-word": self.cues_a_word,
        }


def _inside(cues: Sequence[int], candidate: Candidate) -> list[int]:
    """The cues of others in the content of ``candidate``."""
    found: list[int] = []
    for start, end in candidate.content:
        room = _NEAR - len(found)
        if room <= 0:
            break
        first = bisect_left(cues, start)
        last = bisect_left(cues, end, first, min(len(cues), first + room))
        found += [cue for cue in cues[first:last] if cue != candidate.cue]
    return found
