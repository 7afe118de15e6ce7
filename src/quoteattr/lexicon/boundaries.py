"""How often contents went on at a place like this one, by counts with back-off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from quoteattr.lexicon.counts import Count, Memo

__all__ = ["BoundaryTable"]

_FIRM = 3.0
"""Weight of a less telling key against the counts of one, in places: chosen by cross-fitting on train."""
_SHARE = 0.7
"""The share of contents that go on, where nothing else is known."""


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
        share = _SHARE
        for key in reversed(keys):
            count = self.counts.get(key)
            if count is not None:
                share = (count.cues + _FIRM * share) / (count.candidates + _FIRM)
        return share
