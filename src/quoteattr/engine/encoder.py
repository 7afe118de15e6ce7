"""The convolutional layers of a tok2vec model, as plain numpy.

Three things make it faster than the model's own code, and none changes a value by more than the order of a sum does:
the weights lie so that the pieces of a maxout are contiguous blocks, rows go through each layer in blocks that stay in
the processor's cache, and nothing is kept for training.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from attrs import frozen
from numpy.lib.stride_tricks import as_strided

from quoteattr.engine.blas import Floats

__all__ = ["PAD", "Encoder", "Layer", "laid_out"]

PAD = 4
"""Rows of zeros before, between and after the texts: as many as there are layers that look one row to each side."""

_BLOCK = 512
"""Rows that go through a layer at once."""


@frozen(eq=False)
class Layer:
    """One convolution: a window of three rows, maxout, layer normalisation, and the row itself added."""

    weights: Floats
    """Of shape (3 * width, pieces * width): the pieces are blocks of columns."""
    bias: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, weights: Floats, bias: Floats, scale: Floats, shift: Floats) -> Layer:
        """From parameters as thinc stores them: (width, pieces, 3 * width) and (width, pieces)."""
        width, pieces, window = weights.shape
        blocks = weights.transpose(1, 0, 2).reshape(pieces * width, window).T
        return cls(
            np.ascontiguousarray(blocks, np.float32),
            np.ascontiguousarray(bias.T.reshape(-1), np.float32),
            np.ascontiguousarray(scale, np.float32),
            np.ascontiguousarray(shift, np.float32),
        )


@frozen(eq=False)
class Encoder:
    """The layers, one after the other."""

    layers: tuple[Layer, ...]
    width: int
    pieces: int

    def encode(self, rows: Floats, product: Callable[[Floats, Floats, Floats], object]) -> Floats:
        """The encoded rows.

        Args:
            rows: As :func:`laid_out` lays them out; not altered.
            product: Of two matrices.
        """
        count, width = rows.shape
        # One row of zeros before the first and after the last, which every layer sees as its neighbours there.
        old, new = np.zeros((2, count + 2, width), np.float32)
        old[1:-1] = rows
        size, size_of_row = min(_BLOCK, count), np.float32(width)
        windows, pieces = np.empty((size, 3 * width), np.float32), np.empty((size, self.pieces * width), np.float32)
        best, scratch = np.empty((size, width), np.float32), np.empty((size, width), np.float32)
        for layer in self.layers:
            step = old.strides[0], old.strides[1]
            view = as_strided(old, (count, 3 * width), step, writeable=False)
            for start in range(0, count, _BLOCK):
                length = min(_BLOCK, count - start)
                block, values, top, other = windows[:length], pieces[:length], best[:length], scratch[:length]
                np.copyto(block, view[start : start + length])
                product(block, layer.weights, values)
                values += layer.bias
                np.maximum(values[:, :width], values[:, width : 2 * width], out=top)
                for piece in range(2, self.pieces):
                    np.maximum(top, values[:, piece * width : (piece + 1) * width], out=top)
                mean = np.add.reduce(top, axis=1, keepdims=True)
                mean /= size_of_row
                top -= mean
                np.multiply(top, top, out=other)
                spread = np.add.reduce(other, axis=1, keepdims=True)
                spread /= size_of_row
                spread += np.float32(1e-8)
                np.sqrt(spread, out=spread)
                top /= spread
                top *= layer.scale
                top += layer.shift
                np.add(top, old[start + 1 : start + length + 1], out=new[start + 1 : start + length + 1])
            old, new = new, old
        encoded: Floats = old[1:-1]
        return encoded


def laid_out(lengths: Sequence[int]) -> tuple[int, list[int]]:
    """Rows in all, and the first row of each text, for texts of ``lengths`` parted by rows of zeros.

    An empty text has no rows and needs no padding, as in thinc.
    """
    first, firsts = PAD, []
    for length in lengths:
        firsts.append(first)
        if length:
            first += length + PAD
    return first, firsts
