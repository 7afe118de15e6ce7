"""What ``nlp.evaluate`` says of the component."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spacy.training import Example
from spacy.util import registry

from quoteattr.component.docs import article_of
from quoteattr.scoring import Annotation, Words, compare, found, table

__all__ = ["WEIGHTS", "score"]

WEIGHTS: dict[str, float | None] = {
    "quotes_linked_f": 1.0,
    "quotes_exact_f": 0.0,
    "quotes_speaker": 0.0,
    "quotes_organisation": 0.0,
}
"""What a training that includes the component weighs: everything it is judged by."""


@registry.scorers("quoteattr.quotes_scorer.v1")  # type: ignore[untyped-decorator]
def make_quotes_scorer() -> Callable[..., dict[str, Any]]:
    """The scorer of the component's default config."""
    return score


def score(examples: Iterable[Example], **_: Any) -> dict[str, Any]:
    """The figures of ``python -m quoteattr.evaluation`` as shares of 1, over the references that have an article.

    ``quotes_{exact,soft,half,linked}_{p,r,f}``; ``quotes_linked_per_type``, by kind; ``quotes_speaker`` and
    ``quotes_organisation``: the share of the reference's quotes that were found with the right one. ``None`` where no
    reference has an article.
    """
    comparisons = []
    for example in examples:
        gold, predicted = article_of(example.reference), article_of(example.predicted)
        if gold is not None:
            quotes = () if predicted is None else predicted.quotes
            comparisons.append(
                compare(Words(gold.text), map(Annotation.of_quote, gold.quotes), map(Annotation.of_quote, quotes))
            )
    if not comparisons:
        return dict.fromkeys(WEIGHTS)
    rows, resolved = table(comparisons), found(comparisons)
    scores: dict[str, Any] = {
        "quotes_speaker": resolved.speaker / max(1, resolved.gold),
        "quotes_organisation": resolved.organisation / max(1, resolved.gold),
        "quotes_linked_per_type": {
            kind: _three(row.linked) for kind, row in rows.items() if kind != "all" and row.gold + row.predicted
        },
    }
    for measure in ("exact", "soft", "half", "linked"):
        for letter, value in _three(getattr(rows["all"], measure)).items():
            scores[f"quotes_{measure}_{letter}"] = value
    return scores


def _three(figure: Any) -> Mapping[str, float]:
    return {"p": figure.precision / 100, "r": figure.recall / 100, "f": figure.f / 100}
