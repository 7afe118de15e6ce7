"""Precision and recall of what was put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from attrs import frozen

__all__ = ["Item", "Scores", "scores_of"]


@frozen
class Item:
    """A speaker or an organisation of an article.

    Attributes:
        document: The article.
        entity: Who it is.
        found: What it was put together with: equal for all of one group.
    """

    document: str
    entity: str
    found: str


@frozen
class Scores:
    """In per cent; ``pairs`` are those of one entity in two articles."""

    pairs: int
    precision: float
    recall: float
    b3_precision: float
    b3_recall: float


def scores_of(items: Sequence[Item]) -> Scores:
    """The scores over all pairs of different articles, and over all items."""
    one = _pairs(items, lambda item: item.entity)
    merged = _pairs(items, lambda item: item.found)
    both = _pairs(items, lambda item: (item.entity, item.found))
    return Scores(
        one,
        100 * both / max(1, merged),
        100 * both / max(1, one),
        _share(items, lambda item: item.found),
        _share(items, lambda item: item.entity),
    )


def _pairs(items: Sequence[Item], key: Callable[[Item], object]) -> int:
    """Pairs with one key in different articles."""
    groups = Counter(map(key, items))
    within = Counter((key(item), item.document) for item in items)
    return sum(n * (n - 1) // 2 for n in groups.values()) - sum(n * (n - 1) // 2 for n in within.values())


def _share(items: Sequence[Item], key: Callable[[Item], object]) -> float:
    """Of those with one key, the share that is one and was put together, on average."""
    of_key = Counter(map(key, items))
    of_both = Counter((item.entity, item.found) for item in items)
    return 100 * sum(of_both[item.entity, item.found] / of_key[key(item)] for item in items) / max(1, len(items))
