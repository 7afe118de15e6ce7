"""The parameters of a pipeline that the accelerated engine can compute, laid out for numpy.

Everything that the computation rests on is compared first: the components and their order, the layers of their models
(:mod:`quoteattr.engine.architecture`), the shapes of their parameters, and the settings that change a result.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from quoteattr.engine.architecture import KNOWN_OUTLINES, outline
from quoteattr.engine.blas import Floats
from quoteattr.engine.encoder import PAD, Encoder, Layer
from quoteattr.engine.transitions import TransitionModel

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Mismatch", "Parameters", "parameters_of"]

_CLASSES = {
    "tok2vec": "spacy.pipeline.tok2vec.Tok2Vec",
    "tagger": "spacy.pipeline.tagger.Tagger",
    "parser": "spacy.pipeline.dep_parser.DependencyParser",
    "ner": "spacy.pipeline.ner.EntityRecognizer",
}
_TRANSITIONS = {
    "parser": "spacy.pipeline._parser_internals.arc_eager.ArcEager",
    "ner": "spacy.pipeline._parser_internals.ner.BiluoPushDown",
}
_COLUMNS = frozenset(("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"))
"""Features that depend on the form of a word, its norm and the space behind it."""


class Mismatch(Exception):  # noqa: N818 - it is caught where it is useful, and no error to anybody
    """The pipeline differs from those that are known; the text says in what."""


@frozen(eq=False)
class Parameters:
    """The parameters of a pipeline, laid out for numpy.

    Attributes:
        width: Of a word's row.
        embed: The embedding layer that tagger and parser share, and that of the named entities.
        encoders: What comes after each.
        tagger: Weights (width, tags) and bias.
        tags: The tags.
        parser: The scores of the parser's moves.
        names: The scores of the moves of the named entity recogniser.
    """

    width: int
    embed: tuple[Any, Any]
    encoders: tuple[Encoder, Encoder]
    tagger: tuple[Floats, Floats]
    tags: tuple[str, ...]
    parser: TransitionModel
    names: TransitionModel


def parameters_of(nlp: Language) -> Parameters:
    """The parameters of ``nlp``.

    Raises:
        Mismatch: The accelerated engine cannot compute this pipeline.
    """
    try:
        _compare(nlp)
        return _parameters_of(nlp)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        # Of names that spaCy has given up, or parameters that were never set.
        raise Mismatch(f"{type(error).__name__}: {error}") from error


def _compare(nlp: Language) -> None:
    """Compare components, layers and settings with what is known."""
    _same("components", tuple(nlp.pipe_names), tuple(KNOWN_OUTLINES))
    _same("factories", tuple(nlp.get_pipe_meta(name).factory for name in nlp.pipe_names), tuple(KNOWN_OUTLINES))
    pipes: dict[str, Any] = dict(nlp.pipeline)
    for name, pipe in pipes.items():
        _same(f"class of {name}", _class_of(pipe), _CLASSES[name])
        lines = outline(pipe.model).splitlines(), KNOWN_OUTLINES[name].splitlines()
        for found, expected in zip_longest(*lines, fillvalue="no layer"):
            _same(f"layer of {name}", found.strip(), expected.strip())
    for name, moves in _TRANSITIONS.items():
        pipe, settings = pipes[name], pipes[name].cfg
        _same(f"moves of {name}", _class_of(pipe.moves), moves)
        _same("beam", settings["beam_width"], 1)
        _same("learn_tokens", bool(settings.get("learn_tokens")), False)
        _same("multitasks", list(settings["multitasks"]), [])
        _same("unseen classes", set(pipe.model.attrs["unseen_classes"]), set())
    _same("device", type(pipes["tok2vec"].model.ops.xp.zeros(1)), np.ndarray)


def _class_of(value: object) -> str:
    return f"{type(value).__module__}.{type(value).__name__}"


def _same(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise Mismatch(f"{what}: {found!r:.200} where {expected!r:.200} is known")


def _parameters_of(nlp: Language) -> Parameters:
    pipes: dict[str, Any] = dict(nlp.pipeline)
    shared, own = pipes["tok2vec"].model, pipes["ner"].model.layers[0].layers[0]
    width = _embedding_width(shared.layers[0])
    _same("widths", _embedding_width(own.layers[0]), width)
    return Parameters(
        width=width,
        embed=(shared.layers[0], own.layers[0]),
        encoders=(_encoder(shared.layers[1], width), _encoder(own.layers[1], width)),
        tagger=_tagger(pipes["tagger"], width),
        tags=tuple(pipes["tagger"].labels),
        parser=_transition_model(pipes["parser"], width),
        names=_transition_model(pipes["ner"], width),
    )


def _embedding_width(embed: Any) -> int:
    """The length of a row of an embedding layer. spaCy runs the layer; a row must depend on one word only."""
    columns = embed.layers[0].attrs["columns"]
    if not set(columns) <= _COLUMNS:
        raise Mismatch(f"features: {columns}")
    _same("tables", len(embed.layers[2].layers[0].layers), len(columns))
    width: int = embed.layers[3].get_dim("nO")
    return width


def _encoder(model: Any, width: int) -> Encoder:
    convolutions = model.layers[0].layers
    _same("convolutions", len(convolutions), PAD)
    layers = [_convolution(residual.layers[0], width) for residual in convolutions]
    pieces = {len(layer.bias) // width for layer in layers}
    if len(pieces) != 1:
        raise Mismatch(f"pieces: {pieces}")
    return Encoder(tuple(layers), width, pieces.pop())


def _convolution(model: Any, width: int) -> Layer:
    maxout, norm = model.layers[1].layers[0].layers
    pieces = maxout.get_dim("nP")
    weights, bias = _copies(maxout, W=(width, pieces, 3 * width), b=(width, pieces))
    return Layer.of(weights, bias, *_copies(norm, G=(width,), b=(width,)))


def _tagger(pipe: Any, width: int) -> tuple[Floats, Floats]:
    # The scores are not normalised: the best tag is the same, but for rounding, with and without softmax.
    labels = len(pipe.labels)
    weights, bias = _copies(pipe.model.layers[1].layers[0], W=(labels, width), b=(labels,))
    return np.ascontiguousarray(weights.T), bias


def _transition_model(pipe: Any, width: int) -> TransitionModel:
    entry, lower, upper = pipe.model.layers
    roles, hidden, pieces, inputs = (lower.get_dim(name) for name in ("nF", "nO", "nP", "nI"))
    if pieces < 2:
        raise Mismatch("a state without maxout")
    moves = tuple(pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves))
    into, into_bias = _copies(entry.layers[2], W=(inputs, width), b=(inputs,))
    weights, bias, padding = _copies(
        lower, W=(roles, hidden, pieces, inputs), b=(hidden, pieces), pad=(1, roles, hidden, pieces)
    )
    out, out_bias = _copies(upper, W=(len(moves), hidden), b=(len(moves),))
    size = pieces * hidden
    return TransitionModel(
        entry=np.ascontiguousarray(into.T),
        entry_bias=into_bias,
        lower=np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(inputs, roles * size)),
        padding=np.ascontiguousarray(padding[0].transpose(0, 2, 1).reshape(roles, size)),
        lower_bias=np.ascontiguousarray(bias.T.reshape(size)),
        upper=np.ascontiguousarray(out.T),
        upper_bias=out_bias,
        moves=moves,
    )


def _copies(model: Any, **shapes: tuple[int, ...]) -> list[Floats]:
    """Copies of the parameters of a layer, which have these shapes."""
    out = []
    for name, shape in shapes.items():
        value = model.get_param(name)
        _same(f"{name} of {model.name}", (value.shape, value.dtype), (shape, np.dtype(np.float32)))
        out.append(np.array(value, np.float32))
    return out
