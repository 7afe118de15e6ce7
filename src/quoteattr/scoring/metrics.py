"""Tallies over articles, and the table of precision, recall and F that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field, frozen

from quoteattr.records import QuoteKind
from quoteattr.scoring.matching import Comparison, Item

__all__ = ["ALL", "MEASURES", "Figure", "Row", "Tally", "paired", "table"]

ALL = "all"
MEASURES = ("exact", "soft", "half", "linked")


@frozen
class Figure:
    """Precision, recall and their harmonic mean, in per cent."""

    precision: float
    recall: float
    f: float

    @classmethod
    def of(cls, precision: float, recall: float) -> Figure:
        """The figure of two shares, each 0 to 1; F is 0 where both are."""
        total = precision + recall
        return cls(100 * precision, 100 * recall, 100 * 2 * precision * recall / total if total else 0.0)


@frozen
class Row:
    """The figures of one kind of quote (or of all).

    Attributes:
        gold: How many gold attributions are of this kind.
        predicted: How many predictions are.
        exact: The same words.
        soft: Words in common, precision and recall apart.
        half: At least half of the words in common, one to one.
        linked: Half, and the source is right.
        source_accuracy: Linked of half, over gold, in per cent.
    """

    gold: int
    predicted: int
    exact: Figure
    soft: Figure
    half: Figure
    linked: Figure
    source_accuracy: float


@define
class Tally:
    """Sums over one kind, for the gold side and for the predicted side."""

    count: int = 0
    exact: int = 0
    soft: float = 0.0
    half: int = 0
    linked: int = 0

    def add(self, item: Item, partner: Item | None, soft: float) -> None:
        """Count ``item`` of one side with the one that it is paired with on the other."""
        self.count += 1
        self.soft += soft
        if partner is not None:
            self.half += 1
            self.exact += partner.content == item.content
            self.linked += partner.has_source_of(item)

    def share(self, measure: str) -> float:
        """A sum as a share of the count; 0 of nothing."""
        return float(getattr(self, measure)) / max(1, self.count)


@define
class _Sides:
    gold: Tally = field(factory=Tally)
    predicted: Tally = field(factory=Tally)

    def row(self) -> Row:
        figures = {name: Figure.of(self.predicted.share(name), self.gold.share(name)) for name in MEASURES}
        accuracy = 100 * self.gold.linked / max(1, self.gold.half)
        return Row(self.gold.count, self.predicted.count, **figures, source_accuracy=accuracy)


def table(comparisons: Iterable[Comparison]) -> dict[str, Row]:
    """A row for all and one for each kind; gold is counted by its own kind, and so is a prediction."""
    sides = {name: _Sides() for name in (ALL, *(kind.value for kind in QuoteKind))}
    for comparison in comparisons:
        partner_of = dict(comparison.pairs)
        gold_of = {number: gold_number for gold_number, number in comparison.pairs}
        for item, partner, soft in paired(comparison.gold, comparison.predicted, partner_of):
            for name in (ALL, item.kind.value):
                sides[name].gold.add(item, partner, soft)
        for item, partner, soft in paired(comparison.predicted, comparison.gold, gold_of):
            for name in (ALL, item.kind.value):
                sides[name].predicted.add(item, partner, soft)
    return {name: both.row() for name, both in sides.items()}


def paired(
    side: Sequence[Item], other: Sequence[Item], partner_of: Mapping[int, int]
) -> Iterable[tuple[Item, Item | None, float]]:
    """Each item of one side with its partner, and the share of its words that the other side has.

    Args:
        side: Its items.
        other: Those of the other side.
        partner_of: Number of an item to the number of the one that it is paired with.
    """
    times = Counter(word for item in other for word in item.content)
    for number, item in enumerate(side):
        partner = other[partner_of[number]] if number in partner_of else None
        yield item, partner, min(1.0, sum(times[word] for word in item.content) / len(item.content))
