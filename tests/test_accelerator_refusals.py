"""Models whose sums are not known: each difference is told by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from attrs import evolve
from thinc.backends import ParamServer

from quoteattr.engine.arc_eager import ArcEagerParser
from quoteattr.engine.entities import EntityRecognizer
from quoteattr.engine.numpy_engine import NumpyEngine
from quoteattr.engine.parameters import Mismatch, parameters_of
from quoteattr.engine.transitions import TransitionModel

if TYPE_CHECKING:
    from spacy.language import Language


def _features(nlp: Any, patch: pytest.MonkeyPatch) -> None:
    patch.setitem(nlp.get_pipe("tok2vec").model.layers[0].layers[0].attrs, "columns", ["NORM", "LEMMA"])


def _pieces(nlp: Any, patch: pytest.MonkeyPatch) -> None:
    maxout = next(node for node in nlp.get_pipe("tok2vec").model.layers[1].walk() if node.name == "maxout")
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    patch.setattr(maxout, "_dims", maxout._dims | {"nP": 2})
    patch.setattr(maxout, "_params", ParamServer())
    patch.setattr(maxout, "_has_params", dict(maxout._has_params))
    for name, values in (("W", weights), ("b", bias)):
        maxout.set_param(name, np.ascontiguousarray(values[:, :2]))


def _single(nlp: Any, patch: pytest.MonkeyPatch) -> None:
    patch.setitem(nlp.get_pipe("parser").model.get_ref("lower")._dims, "nP", 1)


@pytest.mark.parametrize(
    ("change", "told"),
    [(_features, "features: .*LEMMA"), (_pieces, "pieces"), (_single, "a state without maxout")],
)
def test_layers_that_are_not_known_are_told(
    change: Callable[[Any, pytest.MonkeyPatch], None], told: str, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other features, layers that differ among each other, and a layer without maxout."""
    change(nlp, monkeypatch)
    with pytest.raises(Mismatch, match=told):
        parameters_of(nlp)


def test_a_parser_with_other_moves_is_told(nlp: Language) -> None:
    """Without a shift, or with states of other words."""
    scorer = parameters_of(nlp).parser
    moves = tuple("D" if name == "S" else name for name in scorer.moves)
    with pytest.raises(ValueError, match="moves other than one S"):
        ArcEagerParser(evolve(scorer, moves=moves))
    with pytest.raises(ValueError, match="3 words describe a state"):
        ArcEagerParser(evolve(scorer, padding=scorer.padding[:3]))


def test_names_with_other_moves_are_told(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """A move that is there twice; the engine tells so as for any other difference."""
    parts = parameters_of(nlp)
    twice = evolve(parts.names, moves=(*parts.names.moves[:-1], parts.names.moves[0]))
    with pytest.raises(ValueError, match="moves other than B, I, L and U"):
        EntityRecognizer(twice)
    monkeypatch.setattr("quoteattr.engine.numpy_engine.parameters_of", lambda nlp: evolve(parts, names=twice))
    with pytest.raises(Mismatch, match="moves other than B, I, L and U"):
        NumpyEngine(nlp)


def test_the_best_of_three_pieces_counts() -> None:
    """A maxout of as many pieces as there are."""
    one, none = np.ones((1, 1), np.float32), np.zeros(1, np.float32)
    scorer = TransitionModel(
        one, none, np.ones((1, 3), np.float32), np.zeros((1, 3), np.float32), np.zeros(3, np.float32), one, none, ("S",)
    )
    total = np.array([[1, 5, 3], [1, 2, 7], [4, 2, 3]], np.float32)
    assert scorer.scores(total, lambda left, right, out: np.matmul(left, right, out=out)).tolist() == [[5], [7], [4]]
