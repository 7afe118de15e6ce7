"""The dependency trees of a batch of parser inputs: all lines in lockstep, or one text after the other by spaCy.

The lockstep is quicker, of a text of one line as well. Only where lines reach into each other again and again, as in no
news, spaCy's parser is given the encoded words and does the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from quoteattr.engine.arc_eager import ArcEagerParser, Flags, Lines
from quoteattr.engine.blas import Floats, Ints
from quoteattr.engine.parser_input import ParserInput
from quoteattr.engine.projectivity import DELIMITER, deprojectivize, sentence_starts
from quoteattr.engine.spacy_engine import doc_of, tree_of
from quoteattr.engine.transitions import Product, TransitionModel

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Dependencies", "DependencyParser"]


@frozen(eq=False)
class Dependencies:
    """The trees of all words of a batch.

    Attributes:
        heads: The head of each word; a root is its own.
        deps: The labels.
        begins: Whether a sentence begins at the word.
    """

    heads: Ints
    deps: list[str]
    begins: Flags


class DependencyParser:
    """The parser of a pipeline.

    Args:
        nlp: The pipeline.
        scorer: The scores of its parser's moves.

    Raises:
        ValueError: The moves are not those of an arc-eager parser.
    """

    def __init__(self, nlp: Language, scorer: TransitionModel) -> None:
        self._vocab = nlp.vocab
        self._pipe: Any = nlp.get_pipe("parser")
        self._machine = ArcEagerParser(scorer)
        self._labels = np.array([*self._machine.labels, "ROOT"], object)
        self._decorated = np.array([DELIMITER in label for label in self._labels])

    def find(self, inputs: Sequence[ParserInput], first: Ints, encoded: Floats, product: Product) -> Dependencies:
        """The trees of ``inputs``, which are not all empty.

        Args:
            inputs: The batch.
            first: The first word of each input, and the number of words in all.
            encoded: The encoded words.
            product: Of two matrices.
        """
        lines = _lines(inputs, first)
        return self._in_lockstep(lines, first, encoded, product) or self._by_spacy(inputs, first, encoded)

    def _by_spacy(self, inputs: Sequence[ParserInput], first: Ints, encoded: Floats) -> Dependencies:
        docs = []
        for parser_input, start, end in zip(inputs, first[:-1].tolist(), first[1:].tolist(), strict=True):
            doc = doc_of(self._vocab, parser_input)
            doc.tensor = np.ascontiguousarray(encoded[start:end])
            docs.append(doc)
        self._pipe.set_annotations(docs, self._pipe.predict(docs))
        deps: list[str] = []
        heads, begins = np.empty(len(encoded), np.intp), np.zeros(len(encoded), bool)
        for doc, start in zip(docs, first[:-1].tolist(), strict=True):
            tree = tree_of(doc)
            deps += tree.deps
            heads[start : start + len(doc)] = np.array(tree.heads, np.intp) + start
            begins[start + np.array(tree.begins, np.intp)] = True
        return Dependencies(heads, deps, begins)

    def _in_lockstep(self, lines: Lines, first: Ints, encoded: Floats, product: Product) -> Dependencies | None:
        count = len(encoded)
        arcs = self._machine.find(encoded, lines, product)
        if arcs is None:
            return None
        above, moves = arcs
        above, moves = above[1 : count + 1], moves[1 : count + 1]
        heads = np.where(above == 0, np.arange(count), above - 1)
        found = Dependencies(heads, self._labels[moves].tolist(), _begins(heads))
        (odd,) = self._decorated[moves].nonzero()
        if len(odd):
            self._straighten(found, np.unique(np.searchsorted(lines.starts - 1, odd, side="right") - 1), lines, first)
        return found

    def _straighten(self, found: Dependencies, numbers: Ints, lines: Lines, first: Ints) -> None:
        """Put right the lines in which labels name heads."""
        starts, ends = lines.starts[numbers] - 1, lines.ends[numbers] - 1
        of_text = np.searchsorted(first, starts, side="right") - 1
        for text in np.unique(of_text).tolist():
            start, end = int(first[text]), int(first[text + 1])
            heads, deps = (found.heads[start:end] - start).tolist(), found.deps[start:end]
            here = of_text == text
            spans = [
                range(*edges)
                for edges in zip((starts[here] - start).tolist(), (ends[here] - start).tolist(), strict=True)
            ]
            for span in spans:
                deprojectivize(heads, deps, span)
                found.begins[start + span.start : start + span.stop] = False
            found.heads[start:end] = np.array(heads, np.intp) + start
            found.deps[start:end] = deps
            found.begins[[start + word for word in sentence_starts(heads, spans)]] = True


def _begins(heads: Ints) -> Flags:
    """The first word of each tree."""
    roots = heads
    while True:
        above = roots[roots]
        if np.array_equal(above, roots):
            break
        roots = above
    earliest = np.empty(len(heads), np.intp)
    earliest[roots[::-1]] = np.arange(len(heads))[::-1]
    begins = np.zeros(len(heads), bool)
    begins[earliest[(heads == np.arange(len(heads))).nonzero()[0]]] = True
    return begins


def _lines(inputs: Sequence[ParserInput], first: Ints) -> Lines:
    """The stretches between given sentence starts, in words that count from 1."""
    starts: list[int] = []
    text_ends: list[int] = []
    for parser_input, offset in zip(inputs, first.tolist(), strict=False):
        if len(parser_input):
            begins = sorted({0, *parser_input.starts})
            starts += [offset + 1 + begin for begin in begins]
            text_ends += [offset + 1 + len(parser_input)] * len(begins)
    ends = np.array([*starts[1:], int(first[-1]) + 1], np.intp)
    return Lines(np.array(starts, np.intp), ends, np.array(text_ends, np.intp))
