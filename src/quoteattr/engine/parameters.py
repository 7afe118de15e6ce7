"""Whether a pipeline is one whose sums are known here, and its parameters if it is.

Everything that the sums rest on is compared: which components there are and in which order, the layers of their models
by name and by the very function that runs them, the shapes of their parameters, and the settings that change a result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from quoteattr.engine.blas import Floats
from quoteattr.engine.encoder import PAD, Encoder, Layer
from quoteattr.engine.transitions import TransitionModel

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Mismatch", "Parameters", "parameters_of"]

_COMPONENTS = ("tok2vec", "tagger", "parser", "ner")
_COLUMNS = frozenset(("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"))
"""Features that depend on the form of a word, its norm and the space behind it."""
_MAXOUT = "maxout>>layernorm>>dropout"
_LISTENER = "tok2vec-listener"


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
        Mismatch: Its sums are not known.
    """
    try:
        return _parts(nlp)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        # Of names that spaCy has given up, or parameters that were never set.
        raise Mismatch(f"{type(error).__name__}: {error}") from error


def _parts(nlp: Language) -> Parameters:
    _same("components", tuple(nlp.pipe_names), _COMPONENTS)
    _same("factories", tuple(nlp.get_pipe_meta(name).factory for name in nlp.pipe_names), _COMPONENTS)
    pipes: list[Any] = [pipe for _, pipe in nlp.pipeline]
    tok2vec, tagger, parser, ner = pipes
    for pipe, home in zip(
        pipes, ("tok2vec.Tok2Vec", "tagger.Tagger", "dep_parser.DependencyParser", "ner.EntityRecognizer"), strict=True
    ):
        _same("class", f"{type(pipe).__module__}.{type(pipe).__name__}", f"spacy.pipeline.{home}")
    _same("device", type(tok2vec.model.ops.xp.zeros(1)), np.ndarray)
    shared, width = _embedding(tok2vec.model, 2)
    own, other = _embedding(ner.model.layers[0].layers[0], 2)
    _same("widths", other, width)
    _settings(parser, "arc_eager.ArcEager")
    _settings(ner, "ner.BiluoPushDown")
    weights, bias = _tagger(tagger, width)
    return Parameters(
        width=width,
        embed=(shared, own),
        encoders=(_encoder(tok2vec.model.layers[1], width), _encoder(ner.model.layers[0].layers[0].layers[1], width)),
        tagger=(weights, bias),
        tags=tuple(tagger.labels),
        parser=_scorer(parser, _LISTENER, width),
        names=_scorer(ner, ner.model.layers[0].layers[0].name, width),
    )


def _same(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise Mismatch(f"{what}: {found!r:.200} where {expected!r:.200} is known")


def _runs(model: Any, name: str, home: str, layers: int) -> None:
    """A layer has the name, the function and the number of layers in it that it should have."""
    _same("layer", model.name, name)
    function = model._func
    _same(f"function of {name:.40}", (function.__module__, function.__name__), (home, "forward"))
    _same(f"layers of {name:.40}", len(model.layers), layers)


def _settings(pipe: Any, moves: str) -> None:
    _same(
        "moves",
        f"{type(pipe.moves).__module__}.{type(pipe.moves).__name__}",
        f"spacy.pipeline._parser_internals.{moves}",
    )
    settings = pipe.cfg
    _same("beam", settings["beam_width"], 1)
    _same("learn_tokens", bool(settings.get("learn_tokens")), False)
    _same("multitasks", list(settings["multitasks"]), [])


def _embedding(model: Any, layers: int) -> tuple[Any, int]:
    """The embedding layer of a tok2vec model, and its width. spaCy runs it; a row must depend on one word only."""
    _runs(model, model.name, "thinc.layers.chain", layers)
    embed = model.layers[0]
    columns = embed.layers[0].attrs["columns"]
    if not set(columns) <= _COLUMNS:
        raise Mismatch(f"features: {columns}")
    tables = "|".join(["ints-getitem>>hashembed"] * len(columns))
    features, ragged, looked_up, mixed, unragged = embed.layers
    _runs(
        embed,
        f"extract_features>>list2ragged>>with_array({tables})>>with_array({_MAXOUT})>>ragged2list",
        "thinc.layers.chain",
        5,
    )
    _runs(features, "extract_features", "spacy.ml.featureextractor", 0)
    _runs(ragged, "list2ragged", "thinc.layers.list2ragged", 0)
    _runs(looked_up, f"with_array({tables})", "thinc.layers.with_array", 1)
    _runs(looked_up.layers[0], tables, "thinc.layers.concatenate", len(columns))
    for table in looked_up.layers[0].layers:
        _runs(table, "ints-getitem>>hashembed", "thinc.layers.chain", 2)
        _runs(table.layers[0], "ints-getitem", "thinc.layers.array_getitem", 0)
        _runs(table.layers[1], "hashembed", "thinc.layers.hashembed", 0)
    _runs(mixed, f"with_array({_MAXOUT})", "thinc.layers.with_array", 1)
    width = embed.layers[3].get_dim("nO")
    _maxout(mixed.layers[0], width)
    _runs(unragged, "ragged2list", "thinc.layers.ragged2list", 0)
    return embed, width


def _encoder(model: Any, width: int) -> Encoder:
    window = f"residual(expand_window>>{_MAXOUT})"
    layers = model.layers[0].layers
    _runs(model, f"with_array({'>>'.join([window] * PAD)})", "thinc.layers.with_array", 1)
    _same("padding", model.attrs["pad"], PAD)
    _runs(model.layers[0], ">>".join([window] * PAD), "thinc.layers.chain", PAD)
    out = []
    for layer in layers:
        _runs(layer, window, "thinc.layers.residual", 1)
        inner = layer.layers[0]
        _runs(inner, f"expand_window>>{_MAXOUT}", "thinc.layers.chain", 2)
        _runs(inner.layers[0], "expand_window", "thinc.layers.expand_window", 0)
        _same("window", inner.layers[0].attrs["window_size"], 1)
        maxout, norm = _maxout(inner.layers[1], width)
        weights, bias = _parameters(maxout, W=(width, maxout.get_dim("nP"), 3 * width), b=(width, maxout.get_dim("nP")))
        out.append(Layer.of(weights, bias, *_parameters(norm, G=(width,), b=(width,))))
    pieces = {len(layer.bias) // width for layer in out}
    if len(pieces) != 1:
        raise Mismatch(f"pieces: {pieces}")
    return Encoder(tuple(out), width, pieces.pop())


def _maxout(model: Any, width: int) -> tuple[Any, Any]:
    _runs(model, _MAXOUT, "thinc.layers.chain", 2)
    inner, dropout = model.layers
    _runs(inner, "maxout>>layernorm", "thinc.layers.chain", 2)
    _runs(dropout, "dropout", "thinc.layers.dropout", 0)
    maxout, norm = inner.layers
    _runs(maxout, "maxout", "thinc.layers.maxout", 0)
    _runs(norm, "layernorm", "thinc.layers.layernorm", 0)
    _same("width", (maxout.get_dim("nO"), norm.get_dim("nO")), (width, width))
    return maxout, norm


def _tagger(pipe: Any, width: int) -> tuple[Floats, Floats]:
    model, labels = pipe.model, pipe.labels
    _runs(model, f"{_LISTENER}>>with_array(softmax)", "thinc.layers.chain", 2)
    _runs(model.layers[0], _LISTENER, "spacy.pipeline.tok2vec", 0)
    _runs(model.layers[1], "with_array(softmax)", "thinc.layers.with_array", 1)
    softmax = model.layers[1].layers[0]
    _runs(softmax, "softmax", "thinc.layers.softmax", 0)
    # Without it the scores are as they are, and the best one is the same with it; but for rounding.
    _same("softmax", softmax.attrs["softmax_normalize"], False)
    weights, bias = _parameters(softmax, W=(len(labels), width), b=(len(labels),))
    return np.ascontiguousarray(weights.T), bias


def _scorer(pipe: Any, source: str, width: int) -> TransitionModel:
    model = pipe.model
    _runs(model, "parser_model", "spacy.ml.tb_framework", 3)
    _same("upper layer", (model.attrs["has_upper"], set(model.attrs["unseen_classes"])), (True, set()))
    entry, lower, upper = model.layers
    _runs(entry, f"{source}>>list2array>>linear", "thinc.layers.chain", 3)
    _runs(entry.layers[1], "list2array", "thinc.layers.list2array", 0)
    linear = entry.layers[2]
    _runs(linear, "linear", "thinc.layers.linear", 0)
    _runs(lower, "precomputable_affine", "spacy.ml._precomputable_affine", 0)
    _runs(upper, "linear", "thinc.layers.linear", 0)
    roles, hidden, pieces, inputs = (lower.get_dim(name) for name in ("nF", "nO", "nP", "nI"))
    if pieces < 2:
        raise Mismatch("a state without maxout")
    moves = tuple(pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves))
    into, into_bias = _parameters(linear, W=(inputs, width), b=(inputs,))
    weights, bias, padding = _parameters(
        lower, W=(roles, hidden, pieces, inputs), b=(hidden, pieces), pad=(1, roles, hidden, pieces)
    )
    out, out_bias = _parameters(upper, W=(len(moves), hidden), b=(len(moves),))
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


def _parameters(model: Any, **shapes: tuple[int, ...]) -> list[Floats]:
    """Copies of the parameters of a layer, which have these shapes."""
    out = []
    for name, shape in shapes.items():
        value = model.get_param(name)
        _same(f"{name} of {model.name}", (value.shape, value.dtype), (shape, np.dtype(np.float32)))
        out.append(np.array(value, np.float32))
    return out
