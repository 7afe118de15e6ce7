"""How well ``confidence`` keeps its word: of quotes with a confidence near p a share p should be linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from quoteattr.scoring.annotation import Annotation
from quoteattr.scoring.matching import Comparison
from quoteattr.scoring.resolution import right_organisation, right_speaker

__all__ = [
    "Bin",
    "error",
    "judged",
    "judged_organisations",
    "judged_speakers",
    "reliability",
    "reliability_table",
]

BINS = 10


@frozen
class Bin:
    """The quotes whose confidence lies in one tenth of 0 to 1.

    Attributes:
        low: Its lower end.
        count: Quotes in it.
        confidence: Their mean confidence, 0 to 1.
        right: The share of them that is linked.
    """

    low: float
    count: int
    confidence: float
    right: float


def judged(comparisons: Iterable[Comparison]) -> list[tuple[float, bool]]:
    """For each prediction that has a confidence: it, and whether the prediction is linked."""
    out = []
    for comparison in comparisons:
        answer = {number: comparison.gold[gold] for gold, number in comparison.pairs}
        for number, item in enumerate(comparison.predicted):
            if item.annotation.confidence is not None:
                out.append((item.annotation.confidence, number in answer and item.has_source_of(answer[number])))
    return out


def judged_speakers(comparisons: Iterable[Comparison]) -> list[tuple[float, bool]]:
    """For each named speaker of a prediction that answers the gold: how sure it is, and whether it is right."""
    return [
        (found.speaker_confidence, right_speaker(wanted, found))
        for wanted, found in _answers(comparisons)
        if found.speaker and found.speaker_confidence is not None
    ]


def judged_organisations(comparisons: Iterable[Comparison]) -> list[tuple[float, bool]]:
    """The same for organisations."""
    return [
        (found.organisation_confidence, right_organisation(wanted, found))
        for wanted, found in _answers(comparisons)
        if found.organisation and found.organisation_confidence is not None
    ]


def _answers(comparisons: Iterable[Comparison]) -> Iterator[tuple[Annotation, Annotation]]:
    for comparison in comparisons:
        for gold, number in comparison.pairs:
            yield comparison.gold[gold].annotation, comparison.predicted[number].annotation


def reliability(quotes: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The bins that are not empty, from low to high."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in quotes:
        found[min(BINS - 1, int(confidence * BINS + 1e-9))].append((confidence, right))
    return [
        Bin(
            number / BINS,
            len(members),
            sum(confidence for confidence, _ in members) / len(members),
            sum(right for _, right in members) / len(members),
        )
        for number, members in enumerate(found)
        if members
    ]


def error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far confidence and share of right ones lie apart, on average over quotes."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.confidence - one.right) for one in bins) / total if total else 0.0


def reliability_table(bins: Sequence[Bin]) -> str:
    """The bins as text for a terminal, and the error."""
    lines = [f"  {'confidence':16}{'n':>6} {'mean':>8} {'linked':>8}"]
    lines += [
        f"  {one.low:.1f} to {one.low + 0.1:.1f}{'':6}{one.count:6} {one.confidence:8.3f} {one.right:8.3f}"
        for one in bins
    ]
    return "\n".join([*lines, f"  expected calibration error {error(bins):.3f}"])
