"""Systematic faults of small English parsers, mended on the arrays."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["repair"]


_SUBJECTS = ("nsubj", "nsubjpass")
_ARTICLES = frozenset(("the", "a", "an"))


def repair(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Mend heads and labels in place.

    An abbreviation with a full stop at the end of a sentence ("for Acme Corp.", "in Springfield, Ill.") is read as
    punctuation: it goes to the preposition or the place before it. An article, and the parts of a word with a
    hyphen ("the GameBox 3", "co-chairman Smith"), are read as subjects beside the true one: they go to that.
    """
    _abbreviations(words, tags, deps, heads)
    _subjects(words, tags, deps, heads)


def _subjects(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    first: dict[int, int] = {}
    for token, head in enumerate(heads):
        first[head] = min(first.get(head, token), token)
    for token in range(len(deps) - 2, -1, -1):
        if deps[token] not in _SUBJECTS or heads[token] <= token + 1:
            continue
        article = words[token].lower() in _ARTICLES
        if not article and "-" not in (words[token], words[token + 1]):
            continue
        last = token + 1
        while last < heads[token] and heads[last] != heads[token]:
            above = heads[last]
            if above <= last:
                break
            last = above
        if (
            last < heads[token]
            and heads[last] == heads[token]
            and deps[last] in _SUBJECTS
            and tags[last][:2] == "NN"
            and min(first.get(last, last), last) <= token + 1
        ):
            heads[token], deps[token] = last, "det" if article else "compound"
            first[last] = min(first.get(last, last), token)


def _abbreviations(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
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
