"""Systematic faults of small English parsers, mended on the arrays."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["repair"]


def repair(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Mend heads and labels in place.

    An abbreviation with a full stop at the end of a sentence ("for Acme Corp.", "in Springfield, Ill.") is read as
    punctuation: it goes to the preposition or the place before it.
    """
    for token, label in enumerate(deps):
        if label != "punct" or tags[token][:3] != "NNP":
            continue
        first = token
        while first > 0 and heads[first - 1] == token and deps[first - 1] == "compound":
            first -= 1
        before = first - 1
        if before < 0 or heads[before] == token:
            continue
        if tags[before] == "IN" and not any(heads[other] == before for other in range(before + 1, first)):
            heads[token], deps[token] = before, "pobj"
        elif words[before] == "," and before > 0 and tags[before - 1][:3] == "NNP":
            heads[token], deps[token] = before - 1, "appos"
