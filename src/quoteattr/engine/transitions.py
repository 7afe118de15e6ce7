"""The scores that a transition model gives to its moves.

A state of the machine is a few words: what is on the stack, what comes next. The model has a vector for each word in
each of these roles, adds up those of a state, takes a maxout and has one linear layer above it. The vectors of all
words in all roles are worked out at once; then a state costs an addition of rows and one small product.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from attrs import frozen

from quoteattr.engine.blas import Floats

__all__ = ["Product", "TransitionModel"]

Product = Callable[[Floats, Floats, Floats], object]


@frozen(eq=False)
class TransitionModel:
    """The parameters of a transition model, laid out for rows of states.

    Attributes:
        entry: From an encoded word to the input of the model, (width, inputs), and its bias.
        lower: (inputs, roles * pieces * hidden).
        padding: The vector of no word, (roles, pieces * hidden).
        lower_bias: (pieces * hidden).
        upper: (hidden, moves), and its bias.
        moves: The names of the moves.
    """

    entry: Floats
    entry_bias: Floats
    lower: Floats
    padding: Floats
    lower_bias: Floats
    upper: Floats
    upper_bias: Floats
    moves: tuple[str, ...]

    @property
    def roles(self) -> int:
        """How many words a state is described by."""
        return len(self.padding)

    @property
    def size(self) -> int:
        """Length of the vector of one word in one role."""
        return len(self.lower_bias)

    def entries(self, encoded: Floats, product: Product) -> Floats:
        """The encoded words as the model takes them in."""
        out = np.empty((len(encoded), self.entry.shape[1]), np.float32)
        product(encoded, self.entry, out)
        out += self.entry_bias
        return out

    def in_role(self, inputs: Floats, role: int, product: Product) -> Floats:
        """The vectors of words in one role."""
        out = np.empty((len(inputs), self.size), np.float32)
        product(inputs, self._role(role), out)
        return out

    def in_all_roles(self, inputs: Floats, product: Product) -> Floats:
        """The vectors of all words in all roles, as rows: word by word after those of no word, role by role.

        Behind the last word stands a row more, which is the bias of a state.
        """
        count, wide = len(inputs), self.roles * self.size
        out = np.empty((count + 1) * wide + self.size, np.float32)
        out[:wide] = self.padding.reshape(-1)
        product(inputs, self.lower, out[wide : (count + 1) * wide].reshape(count, wide))
        out[(count + 1) * wide :] = self.lower_bias
        return out.reshape(-1, self.size)

    def scores(self, total: Floats, product: Product) -> Floats:
        """The score of each move, for the summed vectors of states; these are altered."""
        total += self.lower_bias
        out = self.unbiased(total, product)
        out += self.upper_bias
        return out

    def unbiased(self, total: Floats, product: Product) -> Floats:
        """The score of each move less its bias, for the summed vectors of states and their bias."""
        hidden = len(self.upper)
        best = np.maximum(total[:, :hidden], total[:, hidden : 2 * hidden])
        for start in range(2 * hidden, self.size, hidden):
            np.maximum(best, total[:, start : start + hidden], out=best)
        out = np.empty((len(total), len(self.moves)), np.float32)
        product(best, self.upper, out)
        return out

    def _role(self, role: int) -> Floats:
        return np.ascontiguousarray(self.lower[:, role * self.size : (role + 1) * self.size])
