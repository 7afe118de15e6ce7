"""The embedding of each word, worked out by spaCy's own code and kept by word.

The first layers of a tok2vec model look at one word at a time: at its form, its norm and whether a space follows.
Words come again and again, so each is embedded once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from quoteattr.engine.blas import Floats, Ints
from quoteattr.engine.parser_input import ParserInput
from quoteattr.engine.spacy_engine import doc_of

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

__all__ = ["Embeddings"]

CAPACITY = 32_768
"""Words that are kept: 25 MB for two models of width 96. All are forgotten when there are more."""

_AT_ONCE = 2_048
"""Words that are embedded at once."""

_Key = tuple[str, int, bool]


class Embeddings:
    """The rows of several embedding models, side by side.

    Args:
        vocab: The vocabulary of the pipeline.
        models: The embedding layers; each gives a row for a word, whatever stands around it.
        width: The length of a row of each.
    """

    def __init__(self, vocab: Vocab, models: Sequence[Model[list[Doc], list[Floats]]], width: int) -> None:
        self._vocab = vocab
        self._models = tuple(models)
        self._width = width
        self._places: dict[_Key, int] = {}
        self._table: Floats = np.empty((1_024, width * len(self._models)), np.float32)

    def __len__(self) -> int:
        return len(self._places)

    def of(self, inputs: Sequence[ParserInput]) -> tuple[Ints, list[Floats]]:
        """The row number of every word of ``inputs``, and the table of rows of each model, good until the next call."""
        if len(self._places) > CAPACITY:
            self._places.clear()
        places = self._places
        numbers: list[int] = []
        for parser_input in inputs:
            keys = list(zip(parser_input.words, parser_input.norms, parser_input.spaces, strict=True))
            found = list(map(places.get, keys, repeat(-1)))
            if -1 in found:
                self._learn(list(dict.fromkeys(key for key, place in zip(keys, found, strict=True) if place < 0)))
                found = list(map(places.__getitem__, keys))
            numbers += found
        width = self._width
        tables = [self._table[:, number * width : (number + 1) * width] for number in range(len(self._models))]
        return np.array(numbers, np.intp), tables

    def _learn(self, keys: list[_Key]) -> None:
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            words, norms, spaces = zip(*some, strict=True)
            doc = doc_of(self._vocab, ParserInput(words, norms, spaces, ()))
            first = len(self._places)
            self._grow(first + len(some))
            for number, model in enumerate(self._models):
                columns = slice(number * self._width, (number + 1) * self._width)
                self._table[first : first + len(some), columns] = model.predict([doc])[0]
            self._places.update(zip(some, range(first, first + len(some)), strict=True))

    def _grow(self, size: int) -> None:
        if size > len(self._table):
            table = np.empty((max(size, 2 * len(self._table)), self._table.shape[1]), np.float32)
            table[: len(self._table)] = self._table
            self._table = table
