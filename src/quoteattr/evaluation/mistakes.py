"""The mistakes behind the figures, one by one."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import frozen

from quoteattr.records import QuoteKind
from quoteattr.scoring.annotation import Document
from quoteattr.scoring.matching import Comparison, Item
from quoteattr.scoring.resolution import organisation_found, speaker_found
from quoteattr.scoring.words import WordSet

__all__ = ["Mistake", "MistakeKind", "find", "sample"]

_T = TypeVar("_T")


class MistakeKind(enum.Enum):
    """What is wrong."""

    MISSED = "missed"
    """A gold quote that no prediction is paired with."""
    SPURIOUS = "spurious"
    """A prediction that is paired with no gold quote."""
    SPAN = "span"
    """A pair whose contents are not of the same words."""
    SOURCE = "source"
    """A pair whose sources share no word."""
    SPEAKER = "speaker"
    """A pair whose speakers differ (needs a gold with speakers)."""
    ORGANISATION = "organisation"
    """A pair whose organisations differ, or of which one has none (needs a gold with speakers)."""

    @property
    def about_speakers(self) -> bool:
        """Whether it takes a gold with speakers to see it."""
        return self in (MistakeKind.SPEAKER, MistakeKind.ORGANISATION)


@frozen
class Mistake:
    """One mistake.

    Attributes:
        document: Where.
        kind: What is wrong.
        gold: The gold quote; of a spurious prediction the one that it overlaps most, if any.
        predicted: The prediction; of a missed quote the one that overlaps it most, if any.
    """

    document: Document
    kind: MistakeKind
    gold: Item | None
    predicted: Item | None


def find(
    documents: Iterable[tuple[Document, Comparison]], kind: MistakeKind, quote_kind: QuoteKind | None = None
) -> Iterator[Mistake]:
    """The mistakes of one kind, in the order of the articles.

    Args:
        documents: Articles and what came of them.
        kind: What is wrong.
        quote_kind: Only mistakes on gold quotes of this kind (for spurious ones: on predictions of this kind).
    """
    for document, comparison in documents:
        for gold, predicted in _wrong(comparison, kind):
            item = predicted if kind is MistakeKind.SPURIOUS else gold
            if quote_kind is None or (item is not None and item.kind is quote_kind):
                yield Mistake(document, kind, gold, predicted)


def sample(items: Sequence[_T], number: int) -> list[_T]:
    """At most ``number`` of ``items``, spread evenly over all of them."""
    number = min(number, len(items))
    return [items[step * len(items) // number] for step in range(number)]


def _wrong(comparison: Comparison, kind: MistakeKind) -> Iterator[tuple[Item | None, Item | None]]:
    match kind:
        case MistakeKind.MISSED:
            paired = {number for number, _ in comparison.pairs}
            for number, item in enumerate(comparison.gold):
                if number not in paired:
                    yield item, _nearest(item.content, comparison.predicted)
        case MistakeKind.SPURIOUS:
            paired = {number for _, number in comparison.pairs}
            for number, item in enumerate(comparison.predicted):
                if number not in paired:
                    yield _nearest(item.content, comparison.gold), item
        case _:
            for gold_number, number in sorted(comparison.pairs):
                gold, predicted = comparison.gold[gold_number], comparison.predicted[number]
                if not _is_right(gold, predicted, kind):
                    yield gold, predicted


def _is_right(gold: Item, predicted: Item, kind: MistakeKind) -> bool:
    if kind is MistakeKind.SPAN:
        return gold.content == predicted.content
    if kind is MistakeKind.SOURCE:
        return predicted.has_source_of(gold)
    check = speaker_found if kind is MistakeKind.SPEAKER else organisation_found
    return check(gold.annotation, predicted.annotation)


def _nearest(content: WordSet, others: Sequence[Item]) -> Item | None:
    best = max(others, key=lambda other: len(content & other.content), default=None)
    return best if best is not None and content & best.content else None
