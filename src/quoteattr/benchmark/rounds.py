"""Variants of one work, measured in turns."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from attrs import frozen

from quoteattr.benchmark import clock

__all__ = ["Times", "in_turns"]


_TICK = 1e-6
"""The shortest time: a clock may stand still over very short texts."""


@frozen
class Times:
    """The seconds that a variant took, round by round."""

    seconds: Sequence[float]

    @property
    def median(self) -> float:
        """The round in the middle."""
        return median(self.seconds)

    def rate(self, count: int) -> float | None:
        """How many of ``count`` things in a second."""
        return count / self.median if self.median else None

    def ratio(self, other: Times) -> float:
        """How many times as long as ``other``: the median of the ratios within each round.

        Within a round both had the same machine; what else it did meanwhile falls out of the ratio.
        """
        return median(one / max(two, _TICK) for one, two in zip(self.seconds, other.seconds, strict=True))


def in_turns(
    variants: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    now: Callable[[], float] = clock.user,
    warm: bool = True,
) -> dict[str, Times]:
    """The times of ``variants``: in each round every one runs once, and each round begins with the next one.

    Args:
        variants: What is measured, by name. One that returns a float has measured its seconds itself.
        rounds: How often.
        now: The clock for the others.
        warm: Run each once before that, so that no first time is among them.
    """
    if warm:
        for run in variants.values():
            run()
    names = list(variants)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            gc.collect()
            begin = now()
            own = variants[name]()
            spent = now() - begin
            seconds[name].append(own if isinstance(own, float) else spent)
    return {name: Times(taken) for name, taken in seconds.items()}
