"""What goes into a parser, and what comes out: plain lists, whoever does the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from attrs import field, frozen

__all__ = ["Engine", "ParserInput", "Tree", "batches"]

BATCH_WORDS = 8_000
"""Words that are parsed together: more save little, and each needs 5 kB of memory here, and 15 kB in spaCy."""


@frozen
class ParserInput:
    """The words of one stretch of text, as the parser is shown them. None of them is white space.

    Attributes:
        words: The words.
        norms: For each the norm that the tokenizer gave it ("not" for "n't"), as a key of the vocabulary; 0 for the
            usual norm of the word.
        spaces: Whether a space follows.
        starts: Indices of words that begin a sentence whatever the parser thinks, in order.
    """

    words: Sequence[str] = field(repr=False)
    norms: Sequence[int] = field(repr=False)
    spaces: Sequence[bool] = field(repr=False)
    starts: Sequence[int]

    def __len__(self) -> int:
        return len(self.words)


@frozen
class Tree:
    """The parse of a :class:`ParserInput`.

    Attributes:
        tags: Penn Treebank tags.
        deps: Dependency labels.
        heads: Index of each word's head; a root is its own.
        begins: Indices of the words that begin a sentence, in order.
        entities: First word, word after the last, and label of each named entity, in order.
    """

    tags: list[str]
    deps: list[str]
    heads: list[int]
    begins: list[int]
    entities: list[tuple[int, int, str]]


class Engine(Protocol):
    """Whatever finds the words of a text and turns parser inputs into trees."""

    def words(self, text: str) -> Iterable[tuple[int, int, int]]:
        """First character, character after the last and special norm (or 0) of each word of a text, in order."""

    def parse(self, inputs: Sequence[ParserInput]) -> list[Tree]:
        """The tree of each input, in order."""


def batches(inputs: Sequence[ParserInput]) -> Iterator[Sequence[ParserInput]]:
    """``inputs`` in batches of bounded size; one input is never cut."""
    start, size = 0, 0
    for number, parser_input in enumerate(inputs):
        if size and size + len(parser_input) > BATCH_WORDS:
            yield inputs[start:number]
            start, size = number, 0
        size += len(parser_input)
    if start < len(inputs):
        yield inputs[start:]
