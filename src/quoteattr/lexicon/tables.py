"""How often a cue in a frame is an attribution, and a content goes on at a boundary: counts with back-off."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from quoteattr.lexicon.counts import ANY, Count, Key, Memo

__all__ = ["BoundaryTable", "CueTable"]

_FIRM = 3.0
"""Weight of the back-off against the counts of one key: chosen by cross-fitting on train."""
_SHARE, _GOES_ON = 0.3, 0.7
"""The share of candidates that are attributions, and of contents that go on, where nothing else is known."""
_NEW = 4.0, 0.6
"""Weight of what all lemmas do against the counts of one, and how far a lemma never seen falls short of them."""
_SMOOTHED = 2.0
_NONE = Count(0.0, 0.0)


@frozen
class CueTable:
    """The counted cues.

    Attributes:
        counts: ``(lemma, part of speech, frame)`` to its count; ``"*"`` stands for all lemmas or all frames.
    """

    counts: Mapping[Key, Count]

    @cached_property
    def precisions(self) -> Mapping[Key, float]:
        """For any lemma, part of speech and frame the share of their candidates that are attributions, 0 to 1.

        A rare pair leans on what its lemma does in all frames and what the frame does with all lemmas (their log odds
        added), by the weight of three candidates.
        """
        return Memo(self._precision)

    def reporting(self, lemma: str) -> float:
        """The share of a verb's clauses, before and behind it, that it reports."""
        counts = [self.counts.get((lemma, "VERB", frame), _NONE) for frame in ("clause", "clause-left", "parataxis")]
        cues, candidates = sum(count.cues for count in counts), sum(count.candidates for count in counts)
        return (cues + _SMOOTHED * _SHARE) / (candidates + _SMOOTHED)

    def _precision(self, key: Key) -> float:
        lemma, pos, frame = key
        everything = self._smoothed((ANY, pos, ANY), _SHARE)
        by_frame = self._smoothed((ANY, pos, frame), everything)
        of_lemma = self.counts.get((lemma, pos, ANY), _NONE)
        by_lemma = (of_lemma.cues + _NEW[0] * _NEW[1] * everything) / (of_lemma.candidates + _NEW[0])
        back_off = 1.0 / (1.0 + math.exp(-(_logit(by_frame) + _logit(by_lemma) - _logit(everything))))
        own = self.counts.get(key, _NONE)
        return (own.cues + _FIRM * back_off) / (own.candidates + _FIRM)

    def _smoothed(self, key: Key, prior: float) -> float:
        count = self.counts.get(key, _NONE)
        return (count.cues + _SMOOTHED * prior) / (count.candidates + _SMOOTHED)


def _logit(share: float) -> float:
    share = min(max(share, 0.01), 0.99)
    return math.log(share / (1.0 - share))


@frozen
class BoundaryTable:
    """The counted boundaries.

    Attributes:
        counts: What may follow a content, to how often contents went on there.
    """

    counts: Mapping[str, Count]

    @cached_property
    def shares(self) -> Mapping[tuple[str, ...], float]:
        """For the keys of any place, the most telling first, the share of contents that went on there, 0 to 1."""
        return Memo(self._share)

    def _share(self, keys: tuple[str, ...]) -> float:
        share = _GOES_ON
        for key in reversed(keys):
            count = self.counts.get(key)
            if count is not None:
                share = (count.cues + _FIRM * share) / (count.candidates + _FIRM)
        return share
