"""From arcs to trees: labels that stand for a head further down, and where sentences begin.

Both follow spaCy step by step, on lists instead of Docs, and only in the few lines that have such a label.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["DELIMITER", "deprojectivize", "sentence_starts"]

DELIMITER = "||"
"""Between the label of an arc and the label of its proper head, which hangs somewhere below the head it was given."""

_ROUNDS = 10


class _Edges:
    """First and last word of each subtree."""

    def __init__(self, words: Sequence[int]) -> None:
        self.left = {word: word for word in words}
        self.right = dict(self.left)

    def spread(self, heads: Sequence[int], words: Sequence[int]) -> None:
        """Hand the edges of children to their heads, in text order and back."""
        left, right = self.left, self.right
        for order in (words, reversed(words)):
            for child in order:
                head = heads[child]
                left[head] = min(left[head], left[child])
                right[head] = max(right[head], right[child])


def deprojectivize(heads: list[int], deps: list[str], line: range) -> None:
    """Hang each word of ``line`` whose label names its proper head on that head.

    That is the first word with the label that is named, from the top down and from left to right.
    """
    edges = _Edges(line)
    edges.spread(heads, line)
    for word in line:
        if DELIMITER in deps[word]:
            label, wanted = deps[word].split(DELIMITER)
            heads[word] = _found(word, wanted, heads, deps, edges)
            deps[word] = label


def _found(word: int, wanted: str, heads: Sequence[int], deps: Sequence[str], edges: _Edges) -> int:
    # Edges are those of the tree as it was: a child that came from elsewhere counts only within them.
    level = [heads[word]]
    while level:
        below = []
        for head in level:
            for child in range(edges.left[head], edges.right[head] + 1):
                if child in (head, word) or heads[child] != head:
                    continue
                if deps[child] == wanted:
                    return child
                below.append(child)
        level = below
    return heads[word]


def sentence_starts(heads: Sequence[int], lines: Sequence[range]) -> list[int]:
    """The words of ``lines`` that begin a sentence: the first of each tree, as far as the trees are apart.

    Args:
        heads: Heads of all words of the text.
        lines: Of the text; no arc crosses their ends.
    """
    size = len(heads)
    edges = _Edges([word for line in lines for word in line])
    for round_number in range(_ROUNDS + 2):
        for line in lines:
            edges.spread(heads, line)
        if all(_apart(heads, line, edges, size) for line in lines) or round_number > _ROUNDS:
            break
    return sorted({edges.left[word] for line in lines for word in line if heads[word] == word})


def _apart(heads: Sequence[int], line: range, edges: _Edges, size: int) -> bool:
    """Whether no head lies outside of the sentence of its word."""
    starts = {edges.left[word] for word in line if heads[word] == word}
    current = line.start
    # A tree starts behind the line; the last word of a text is not looked at.
    for word in range(line.start, min(line.stop + 1, size)):
        if word in starts or word in (line.stop, size - 1):
            if any(not current <= heads[inner] <= word for inner in range(current, word)):
                return False
            current = word
    return True
