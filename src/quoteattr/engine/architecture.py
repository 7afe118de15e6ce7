"""What a pipeline is made of: its layers as lines of text, and a fingerprint of weights and settings.

The accelerated engine compares the lines with those of the pipelines that it can compute; the fingerprint tells whether
a loaded model is the one that quoteattr was measured with. Both walk the same layers and read the same settings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["KNOWN_OUTLINES", "fingerprint", "outline"]

_SETTINGS = ("pad", "window_size", "softmax_normalize", "has_upper")
"""Settings of layers that decide how the layer computes."""

_FEATURES = ("columns", "column", "seed")
"""Settings of layers that decide what goes into the embedding of a word."""

_TOKENIZER_PATTERNS = ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")

_MAXOUT = """\
thinc.layers.chain
  thinc.layers.chain
    maxout: thinc.layers.maxout
    layernorm: thinc.layers.layernorm
  dropout: thinc.layers.dropout
"""

_TOK2VEC = f"""\
thinc.layers.chain
  thinc.layers.chain
    extract_features: spacy.ml.featureextractor
    list2ragged: thinc.layers.list2ragged
    thinc.layers.with_array pad=0
      thinc.layers.concatenate
        + thinc.layers.chain
          ints-getitem: thinc.layers.array_getitem
          hashembed: thinc.layers.hashembed
    thinc.layers.with_array pad=0
{indent(_MAXOUT, "      ")}\
    ragged2list: thinc.layers.ragged2list
  thinc.layers.with_array pad=4
    thinc.layers.chain
      + thinc.layers.residual
        thinc.layers.chain
          expand_window: thinc.layers.expand_window window_size=1
{indent(_MAXOUT, "          ")}"""

_LISTENER = "tok2vec-listener: spacy.pipeline.tok2vec\n"

_TAGGER = f"""\
thinc.layers.chain
  {_LISTENER}\
  thinc.layers.with_array pad=0
    softmax: thinc.layers.softmax softmax_normalize=False
"""

_TRANSITIONS = """\
spacy.ml.tb_framework has_upper=True
  thinc.layers.chain
{tok2vec}\
    list2array: thinc.layers.list2array
    linear: thinc.layers.linear
  precomputable_affine: spacy.ml._precomputable_affine
  linear: thinc.layers.linear
"""

KNOWN_OUTLINES = {
    "tok2vec": _TOK2VEC,
    "tagger": _TAGGER,
    "parser": _TRANSITIONS.format(tok2vec=indent(_LISTENER, "    ")),
    "ner": _TRANSITIONS.format(tok2vec=indent(_TOK2VEC, "    ")),
}
"""The outline of each component of a pipeline that the accelerated engine can compute, in the order of the pipeline."""


def outline(model: Any) -> str:
    """The layers of a thinc model, one a line.

    A line is the module of the function that runs the layer, behind the name of a layer that has no layers in it, and
    settings that decide how the layer computes. Layers that are alike and follow each other are one line with a ``+``.
    """
    return "".join(f"{line}\n" for line in _lines(model))


def _lines(model: Any) -> Iterator[str]:
    function = model._func
    home = function.__module__ if function.__name__ == "forward" else f"{function.__module__}.{function.__name__}"
    settings = [f"{name}={model.attrs[name]}" for name in _SETTINGS if name in model.attrs]
    yield " ".join([home if model.layers else f"{model.name}: {home}", *settings])
    for lines, alike in groupby(tuple(_lines(layer)) for layer in model.layers):
        mark = "+ " if len(list(alike)) > 1 else ""
        yield from (f"  {mark if number == 0 else ''}{line}" for number, line in enumerate(lines))


def fingerprint(nlp: Language) -> str:
    """A digest of all that decides what a pipeline makes of a text, whatever the pipeline is called.

    That is, for each active component: the weights of its layers, the settings of its layers, its labels or moves; and
    the rules of the tokenizer and the table of norms. It takes some 30 ms for 12 MB of weights.

    Returns:
        32 hexadecimal digits.
    """
    digest = hashlib.blake2b(digest_size=16)
    for name, pipe in nlp.pipeline:
        _add(digest, name, *_labels(pipe))
        model: Any = getattr(pipe, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            _add(digest, *(layer.attrs.get(setting) for setting in (*_SETTINGS, *_FEATURES)))
            for parameter in layer.param_names:
                if layer.has_param(parameter):
                    values = np.ascontiguousarray(layer.get_param(parameter), "<f4")
                    _add(digest, parameter, values.shape)
                    digest.update(values.data)
    for pattern in _TOKENIZER_PATTERNS:
        search = getattr(nlp.tokenizer, pattern, None)
        _add(digest, getattr(getattr(search, "__self__", None), "pattern", None))
    _add(digest, sorted((getattr(nlp.tokenizer, "rules", None) or {}).items()))
    lookups = nlp.vocab.lookups
    if lookups.has_table("lexeme_norm"):
        _add(digest, sorted(lookups.get_table("lexeme_norm").items()))
    return digest.hexdigest()


def _labels(pipe: Any) -> tuple[str, ...]:
    """What a component tells apart: the moves of a transition system, else its labels."""
    moves = getattr(pipe, "moves", None)
    if moves is not None:
        return tuple(moves.get_class_name(number) for number in range(moves.n_moves))
    return tuple(getattr(pipe, "labels", ()))


def _add(digest: Any, *values: object) -> None:
    digest.update(repr(values).encode("utf-8", "surrogatepass") + b"\0")
