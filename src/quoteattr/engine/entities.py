"""Named entities of many texts at once.

Outside an entity the scores depend on the current word alone, so they are worked out for all words in one product.
Only where an entity opens does the machine go on from word to word, in lockstep for all entities that open anywhere; of
these a few turn out to lie inside another and are dropped.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoteattr.engine.blas import Floats, Ints
from quoteattr.engine.transitions import Product, TransitionModel

__all__ = ["EntityRecognizer"]

_NEXT, _FIRST, _BEFORE = 0, 1, 2
"""Roles: the current word, the first one of the open entity, the one before the current."""


class _Moves(NamedTuple):
    begin: Ints
    inside: Ints
    last: Ints
    unit: Ints
    outside: int


class EntityRecognizer:
    """The moves of a named entity recogniser without preset entities.

    Raises:
        ValueError: The moves are not those of such a recogniser.
    """

    def __init__(self, scorer: TransitionModel) -> None:
        if scorer.roles != 3:
            raise ValueError(f"{scorer.roles} words describe a state, not 3")
        self._scorer = scorer
        self.labels, self._moves = _sorted(scorer.moves)
        # What may be done outside of an entity: everything, and everything but to open one.
        free = np.full((2, len(scorer.moves)), -np.inf, np.float32)
        free[:, [*self._moves.unit, self._moves.outside]] = 0
        free[1, self._moves.begin] = 0
        self._free = free
        kinds = np.full(len(scorer.moves), -1, np.intp)
        kinds[self._moves.begin] = np.arange(len(self.labels))
        self._opens = kinds

    def find(self, encoded: Floats, closing: NDArray[np.bool_], product: Product) -> list[tuple[int, int, str]]:
        """The entities, in order.

        Args:
            encoded: The encoded words of all texts.
            closing: Whether the word is the last one before the end of its sentence or text, which no entity crosses.
            product: Of two matrices.
        """
        scorer = self._scorer
        inputs = scorer.entries(encoded, product)
        current = scorer.in_role(inputs, _NEXT, product)
        scores = scorer.scores(current + scorer.padding[_FIRST] + scorer.padding[_BEFORE], product)
        scores += self._free[(~closing).astype(np.intp)]
        moves = scores.argmax(axis=1)
        taken = np.flatnonzero(moves != self._moves.outside)
        kinds = self._opens[moves[taken]]
        opened = taken[kinds >= 0]
        ends = dict(
            zip(
                opened.tolist(),
                self._ends(inputs, current, opened, kinds[kinds >= 0], closing, product).tolist(),
                strict=True,
            )
        )
        names = self._scorer.moves
        found, free = [], 0
        for start, move in zip(taken.tolist(), moves[taken].tolist(), strict=True):
            if start >= free:
                free = ends.get(start, start + 1)
                found.append((start, free, names[move][2:]))
        return found

    def _ends(
        self,
        inputs: Floats,
        current: Floats,
        starts: Ints,
        kinds: Ints,
        closing: NDArray[np.bool_],
        product: Product,
    ) -> Ints:
        """Where the entities that open at ``starts`` end."""
        ends = np.zeros(len(starts), np.intp)
        if not len(starts):
            return ends
        first = self._scorer.in_role(inputs[starts], _FIRST, product)
        active, place = np.arange(len(starts)), starts + 1
        while len(active):
            before = self._scorer.in_role(inputs[place - 1], _BEFORE, product)
            scores = self._scorer.scores(current[place] + first[active] + before, product)
            each = np.arange(len(active))
            inside, last = self._moves.inside[kinds[active]], self._moves.last[kinds[active]]
            on, off = scores[each, inside], scores[each, last]
            # Of equal scores the move that comes first in the model wins.
            ended = closing[place] | (off > on) | ((off == on) & (last < inside))
            ends[active[ended]] = place[ended] + 1
            active, place = active[~ended], place[~ended] + 1
        return ends


def _sorted(names: tuple[str, ...]) -> tuple[tuple[str, ...], _Moves]:
    places = {name: place for place, name in enumerate(names)}
    labels = tuple(name[2:] for name in names if name.startswith("B-"))
    expected = {"O", "U-", *(f"{kind}-{label}" for kind in "BILU" for label in labels)}
    if set(names) != expected or len(places) != len(names):
        raise ValueError(f"moves other than B, I, L and U of each label, O and an empty U: {names}")
    ranks = {kind: np.array([places[f"{kind}-{label}"] for label in labels], np.intp) for kind in "BILU"}
    return labels, _Moves(ranks["B"], ranks["I"], ranks["L"], ranks["U"], places["O"])
