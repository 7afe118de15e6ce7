"""The sums of spaCy's small models, done for a whole batch at once, without Docs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from quoteattr.engine.blas import Floats, Ints, Products
from quoteattr.engine.dependencies import Dependencies, DependencyParser
from quoteattr.engine.embeddings import Embeddings
from quoteattr.engine.encoder import laid_out
from quoteattr.engine.entities import EntityRecognizer
from quoteattr.engine.parameters import Mismatch, parameters_of
from quoteattr.engine.parser_input import ParserInput, Tree, batches
from quoteattr.engine.tokenizer import Word, tokenizer_of
from quoteattr.engine.transitions import Product

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["NumpyEngine"]


class NumpyEngine:
    """A pipeline whose sums are known. It must not be trained or altered afterwards: its parameters are copied.

    Raises:
        Mismatch: The sums of the pipeline are not known.
    """

    def __init__(self, nlp: Language) -> None:
        parameters = parameters_of(nlp)
        self._parameters = parameters
        try:
            self._parser, self._recognizer = (
                DependencyParser(nlp, parameters.parser),
                EntityRecognizer(parameters.names),
            )
        except ValueError as error:
            raise Mismatch(str(error)) from error
        self._tokenize = tokenizer_of(nlp, fixed=True)
        self._embeddings = Embeddings(nlp.vocab, parameters.embed, parameters.width)
        self._products = Products(nlp.get_pipe("tok2vec").model.ops)  # type: ignore[attr-defined]
        self._tags = np.array(parameters.tags, object)

    def words(self, text: str) -> Iterable[Word]:
        """The words of a text, in order."""
        return self._tokenize(text)

    def parse(self, inputs: Sequence[ParserInput]) -> list[Tree]:
        """The tree of each input, in order."""
        trees: list[Tree] = []
        for some in batches(inputs):
            with self._products.session() as product:
                trees += self._parse(some, product)
        return trees

    def _parse(self, inputs: Sequence[ParserInput], product: Product) -> list[Tree]:
        lengths = [len(parser_input) for parser_input in inputs]
        count = sum(lengths)
        if not count:
            return [Tree([], [], [], [], []) for _ in inputs]
        places, (shared, own) = self._embeddings.of(inputs)
        first = np.cumsum([0, *lengths])
        encoded = self._encoded(0, shared[places], lengths, product)
        weights, bias = self._parameters.tagger
        scores = np.empty((count, len(bias)), np.float32)
        product(encoded, weights, scores)
        scores += bias
        tags = self._tags[scores.argmax(axis=1)].tolist()
        found = self._parser.find(inputs, first, encoded, product)
        closing = np.ones(count, bool)
        closing[:-1] = found.begins[1:]
        closing[first[1:][np.diff(first) > 0] - 1] = True
        encoded = self._encoded(1, own[places], lengths, product)
        return _cut(first, tags, found, self._recognizer.find(encoded, closing, product))

    def _encoded(self, model: int, rows: Floats, lengths: Sequence[int], product: Product) -> Floats:
        total, firsts = laid_out(lengths)
        inside = np.zeros(total, bool)
        for start, length in zip(firsts, lengths, strict=True):
            inside[start : start + length] = True
        spread = np.zeros((total, self._parameters.width), np.float32)
        spread[inside] = rows
        return self._parameters.encoders[model].encode(spread, product)[inside]


def _cut(first: Ints, tags: list[str], found: Dependencies, names: list[tuple[int, int, str]]) -> list[Tree]:
    """The trees of the inputs, from those of the batch."""
    trees = []
    number = 0
    for start, end in zip(first[:-1].tolist(), first[1:].tolist(), strict=True):
        entities = []
        while number < len(names) and names[number][0] < end:
            left, right, label = names[number]
            entities.append((left - start, right - start, label))
            number += 1
        trees.append(
            Tree(
                tags=tags[start:end],
                deps=found.deps[start:end],
                heads=(found.heads[start:end] - start).tolist(),
                begins=found.begins[start:end].nonzero()[0].tolist(),
                entities=entities,
            )
        )
    return trees
