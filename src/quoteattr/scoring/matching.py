"""Which predicted attribution answers which gold one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from quoteattr.records import QuoteKind
from quoteattr.scoring.annotation import Annotation, Offsets
from quoteattr.scoring.words import Words, WordSet

__all__ = ["Comparison", "Item", "compare", "items", "pair", "without"]

HALF = 0.5
"""The share of words (in common, of those in either) from which two contents are a pair."""


@frozen
class Item:
    """An annotation as sets of words, and its kind."""

    annotation: Annotation
    content: WordSet
    source: WordSet
    kind: QuoteKind

    def has_source_of(self, other: Item) -> bool:
        """Whether the two sources share a word, or neither has one."""
        return bool(self.source & other.source) or not (self.source or other.source)


@frozen
class Comparison:
    """The gold and the predicted attributions of one article.

    Attributes:
        gold: Items of the gold.
        predicted: Items of the prediction.
        pairs: Indices into ``gold`` and ``predicted``; each at most once.
    """

    gold: tuple[Item, ...]
    predicted: tuple[Item, ...]
    pairs: tuple[tuple[int, int], ...]


def compare(
    words: Words, gold: Iterable[Annotation], predicted: Iterable[Annotation], discard: Iterable[Offsets] = ()
) -> Comparison:
    """Pair ``predicted`` with ``gold``, leaving out whatever touches a stretch of ``discard``."""
    left_out = words.of(discard)
    golds, predictions = (
        tuple(item for item in items(words, side) if not item.content & left_out) for side in (gold, predicted)
    )
    pairs = pair([item.content for item in golds], [item.content for item in predictions])
    return Comparison(golds, predictions, pairs)


def without(comparison: Comparison, level: str) -> Comparison:
    """``comparison`` without the gold of one level and what was predicted for it: neither right nor wrong.

    Predicted for it is what is paired with it, and what is paired with nothing and lies in it by half.
    """
    dropped = {number for number, item in enumerate(comparison.gold) if item.annotation.level == level}
    answers = {predicted for gold, predicted in comparison.pairs if gold in dropped}
    paired = {predicted for _, predicted in comparison.pairs}
    left_out = [comparison.gold[number].content for number in dropped]
    answers |= {
        number
        for number, item in enumerate(comparison.predicted)
        if number not in paired and any(len(item.content & content) >= HALF * len(item.content) for content in left_out)
    }
    gold = [number for number in range(len(comparison.gold)) if number not in dropped]
    predicted = [number for number in range(len(comparison.predicted)) if number not in answers]
    new_gold, new_predicted = ({old: new for new, old in enumerate(kept)} for kept in (gold, predicted))
    return Comparison(
        tuple(comparison.gold[number] for number in gold),
        tuple(comparison.predicted[number] for number in predicted),
        tuple((new_gold[one], new_predicted[other]) for one, other in comparison.pairs if one not in dropped),
    )


def items(words: Words, annotations: Iterable[Annotation]) -> list[Item]:
    """``annotations`` as words, without those that have no word and those that repeat content and source of another."""
    seen: set[tuple[WordSet, WordSet]] = set()
    out = []
    for annotation in annotations:
        content, source = words.of(annotation.content), words.of(annotation.source)
        if content and (content, source) not in seen:
            seen.add((content, source))
            out.append(Item(annotation, content, source, words.kind(content)))
    return out


def pair(gold: Sequence[WordSet], predicted: Sequence[WordSet]) -> tuple[tuple[int, int], ...]:
    """One-to-one pairs of contents that share at least half of their words, the best first, ties in the order given."""
    containing: dict[int, list[int]] = defaultdict(list)
    for number, content in enumerate(predicted):
        for word in content:
            containing[word].append(number)
    candidates = []
    for gold_number, content in enumerate(gold):
        for number in {number for word in content for number in containing.get(word, ())}:
            overlap = len(content & predicted[number]) / len(content | predicted[number])
            if overlap >= HALF:
                candidates.append((-overlap, gold_number, number))
    gold_taken: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, gold_number, number in sorted(candidates):
        if gold_number not in gold_taken and number not in taken:
            gold_taken.add(gold_number)
            taken.add(number)
            pairs.append((gold_number, number))
    return tuple(pairs)
