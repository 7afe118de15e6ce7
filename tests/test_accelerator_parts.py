"""The parts of the accelerated engine: when it steps aside, its words, its sums and its threads."""

from __future__ import annotations

import logging
import random
import sys
import threading
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st
from pipelines import plain
from spacy.pipeline._parser_internals import nonproj
from spacy.tokens import Doc
from strategies import any_text, examples, marked_text
from test_accelerated import TEXTS, article
from thinc.api import NumpyOps

from quoteattr.engine import blas, embeddings, fastest, parameters, tokenizer
from quoteattr.engine.arc_eager import ArcEagerParser
from quoteattr.engine.blas import Products, by_numpy
from quoteattr.engine.entities import EntityRecognizer
from quoteattr.engine.numpy_engine import NumpyEngine
from quoteattr.engine.parameters import Mismatch
from quoteattr.engine.projectivity import deprojectivize, sentence_starts
from quoteattr.engine.spacy_engine import SpacyEngine
from quoteattr.engine.tokenizer import CachedTokenizer, tokenize, tokenizer_of
from quoteattr.models import DEFAULT, EXCLUDED
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def mine() -> Language:
    """A pipeline that tests may alter."""
    return spacy.load(DEFAULT, exclude=EXCLUDED)


# ---- stepping aside --------------------------------------------------------------------------------------------------

Patch = pytest.MonkeyPatch


def _component(nlp: Any, patch: Patch) -> None:
    nlp.add_pipe("sentencizer")


def _order(nlp: Any, patch: Patch) -> None:
    nlp.select_pipes(disable=["ner"])
    nlp.add_pipe("ner", name="other", source=plain(), before="parser")


def _beam(nlp: Any, patch: Patch) -> None:
    patch.setitem(nlp.get_pipe("ner").cfg, "beam_width", 4)


def _layer(nlp: Any, patch: Patch) -> None:
    model = nlp.get_pipe("tok2vec").model
    patch.setattr(next(node for node in model.walk() if node.name == "layernorm"), "name", "rmsnorm")


def _function(nlp: Any, patch: Patch) -> None:
    node = next(node for node in nlp.get_pipe("ner").model.walk() if node.name == "maxout")
    inner = node._func
    patch.setattr(node, "_func", lambda *arguments: inner(*arguments))


def _padding(nlp: Any, patch: Patch) -> None:
    patch.setitem(nlp.get_pipe("tok2vec").model.layers[1].attrs, "pad", 3)


def _unseen(nlp: Any, patch: Patch) -> None:
    patch.setitem(nlp.get_pipe("ner").model.attrs, "unseen_classes", {1})


def _normalised(nlp: Any, patch: Patch) -> None:
    patch.setitem(nlp.get_pipe("tagger").model.get_ref("softmax").attrs, "softmax_normalize", True)


CHANGES: list[Callable[[Any, Patch], None]] = [
    _component,
    _order,
    _beam,
    _layer,
    _function,
    _padding,
    _unseen,
    _normalised,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_pipeline_that_is_not_known(
    change: Callable[[Any, Patch], None], own: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever differs from what is known is noticed."""
    change(own, monkeypatch)
    with pytest.raises(Mismatch):
        NumpyEngine(own)
    monkeypatch.undo()


def _shape(nlp: Any) -> None:
    nlp.get_pipe("parser").model.get_ref("lower").set_param("b", np.zeros((1, 1), np.float32))


def _label(nlp: Any) -> None:
    nlp.get_pipe("ner").add_label("SHIP")


@pytest.mark.slow
@pytest.mark.parametrize("change", [_shape, _label], ids=lambda change: change.__name__)
def test_a_pipeline_with_other_weights_is_not_known(change: Callable[[Any], None]) -> None:
    """By their shape; one of its own, since this cannot be undone."""
    nlp = spacy.load(DEFAULT, exclude=EXCLUDED)
    change(nlp)
    with pytest.raises(Mismatch):
        NumpyEngine(nlp)


def test_stepping_aside_is_told_once(own: Language, caplog: pytest.LogCaptureFixture) -> None:
    """At level INFO, with the reason; and the parses are spaCy's."""
    own.add_pipe("sentencizer")
    with caplog.at_level(logging.INFO, logger="quoteattr"):
        engine = fastest(own)
    assert isinstance(engine, SpacyEngine)
    (record,) = caplog.records
    assert record.levelno == logging.INFO and "sentencizer" in record.getMessage()
    assert list(read(own, TEXTS[-3:], engine=engine)) == list(read(own, TEXTS[-3:]))


def test_a_sum_that_went_wrong_is_noticed(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A sample is parsed both ways before the accelerated engine is trusted."""
    inner = parameters.parameters_of

    def altered(nlp: Language) -> parameters.Parameters:
        parts = inner(nlp)
        parts.encoders[0].layers[2].weights[:] *= 2
        return parts

    monkeypatch.setattr("quoteattr.engine.numpy_engine.parameters_of", altered)
    with caplog.at_level(logging.INFO, logger="quoteattr"):
        assert isinstance(fastest(nlp), SpacyEngine)
    assert "sample" in caplog.text


def test_other_models_are_not_known() -> None:
    """A pipeline without a parser, and one that is empty."""
    for names in ([], ["tagger"], ["tok2vec", "tagger", "parser", "ner"]):
        blank = spacy.blank("en")
        for name in names:
            blank.add_pipe(name)
        with pytest.raises(Mismatch):
            parameters.parameters_of(blank)


@pytest.mark.parametrize("finder", [ArcEagerParser, EntityRecognizer])
def test_moves_that_are_not_known(finder: Any, nlp: Language) -> None:
    """Each machine knows its own moves only."""
    parts = parameters.parameters_of(nlp)
    with pytest.raises(ValueError, match="not"):
        finder(parts.names if finder is ArcEagerParser else parts.parser)


def test_a_move_that_joins_tokens_is_not_known(nlp: Language) -> None:
    """Labels of parsers that learn tokens ask for more than is done here."""
    import attrs

    scorer = parameters.parameters_of(nlp).parser
    for name in ("L-subtok", "X-det", "L", "S-det"):
        with pytest.raises(ValueError, match="not known"):
            ArcEagerParser(attrs.evolve(scorer, moves=(name, *scorer.moves[1:])))


# ---- words -----------------------------------------------------------------------------------------------------------


def test_known_words_are_those_of_the_tokenizer(nlp: Language) -> None:
    """Twice: when they are new, and when they are known."""
    known = CachedTokenizer(nlp)
    for _ in range(2):
        for text in TEXTS:
            if text.isprintable() or text.isascii():
                assert known.of(text) == list(tokenize(nlp, text))


@examples(200)
@given(text=marked_text | any_text)
@example(text=": ) :) : ) ( : ;-) ; - ) a.m . e.g . i.e . can not gon na")
@example(text="“ can n't ” 's ’s 'S ' s ca n't :( : (: (")
@example(text="x" * 119 + " n't " + "x" * 120 + " n't " + "x" * 121 + "n't")
@example(text="8 a.m. 8a.m 8 a . m . 10:30p.m. 10 p.m")
def test_words_of_any_text(nlp: Language, text: str) -> None:
    """Special cases that lie over a space are found or not, as the tokenizer does."""
    text = text.encode("utf-8", "replace").decode()
    assert CachedTokenizer(nlp).of(text) == list(tokenize(nlp, text))


@examples(50)
@given(number=st.integers(0, 10**6))
def test_special_cases_apart_and_together(nlp: Language, number: int) -> None:
    """Pieces of special cases beside each other, with one space between or two."""
    rng = random.Random(number)
    rules = sorted(nlp.tokenizer.rules)  # type: ignore[union-attr]
    parts = []
    for _ in range(12):
        rule = rng.choice(rules).strip() or "a"
        cut = rng.randint(0, len(rule))
        parts += [rule[:cut], rng.choice(["", " ", " ", "  ", "\n"]), rule[cut:], rng.choice(["", " ", "\n"])]
    text = "".join(parts)
    assert CachedTokenizer(nlp).of(text) == list(tokenize(nlp, text))


def test_known_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    """Memory is bounded, and nothing else changes."""
    monkeypatch.setattr(tokenizer, "CAPACITY", 20)
    known = CachedTokenizer(nlp)
    for text in TEXTS[-30:]:
        assert known.of(text) == list(tokenize(nlp, text))
        assert len(known._known) <= 20 + len(text.split()) * 2


def test_a_tokenizer_of_another_kind(own: Language) -> None:
    """Nothing is kept of what it does."""
    tokenizer = own.tokenizer
    own.tokenizer = lambda text: tokenizer(text)
    with pytest.raises(ValueError, match="own"):
        CachedTokenizer(own)
    assert list(tokenizer_of(own, fixed=True)("Ana Ruiz.")) == [(0, 3, 0), (4, 8, 0), (8, 9, 0)]


def test_special_cases_of_several_words() -> None:
    """They would reach over white space."""
    blank = spacy.blank("en")
    blank.tokenizer.add_special_case("New York", [{"ORTH": "New York"}])
    with pytest.raises(ValueError, match="several words"):
        CachedTokenizer(blank)


# ---- rows and sums ---------------------------------------------------------------------------------------------------


def test_rows_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    """Memory is bounded, and no parse changes."""
    monkeypatch.setattr(embeddings, "CAPACITY", 30)
    monkeypatch.setattr(embeddings, "_AT_ONCE", 7)
    engine = NumpyEngine(nlp)
    for text in TEXTS[-12:]:
        assert list(read(nlp, [text], engine=engine)) == list(read(nlp, [text]))
        assert len(engine._embeddings) <= 30 + 2 * len(text.split())


def test_products_by_spacy(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    """Where the threads of numpy's library cannot be counted, spaCy's product is used: the parses are the same."""
    monkeypatch.setattr(blas, "_holder", blas._Holder())
    monkeypatch.setitem(sys.modules, "threadpoolctl", None)
    engine = NumpyEngine(nlp)
    assert not engine._products.by_numpy
    texts = TEXTS[-20:]
    assert list(read(nlp, texts, engine=engine)) == list(read(nlp, texts))


def test_products_of_apple(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its library has no count of threads."""
    monkeypatch.setattr(blas, "_library", lambda: "accelerate")
    assert not blas._Holder().find()


@pytest.mark.slow
def test_spacy_by_numpy(nlp: Language, mine: Language) -> None:
    """spaCy's own code multiplies by numpy's library: the parses are the same."""
    held, texts = by_numpy(mine), TEXTS[::5]
    with held():
        assert list(read(mine, texts)) == list(read(nlp, texts))


def test_operations_of_another_kind_stay(mine: Language) -> None:
    """Layers that compute by something else than spaCy's usual operations do so afterwards."""

    class Ops(NumpyOps):
        pass

    layer = mine.get_pipe("tagger").model  # type: ignore[attr-defined]
    ops = Ops()
    layer.ops = ops
    by_numpy(mine)
    assert layer.ops is ops


def test_threads_that_cannot_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is altered then."""
    monkeypatch.setattr(blas, "_holder", blas._Holder())
    monkeypatch.setitem(sys.modules, "threadpoolctl", None)
    blank = spacy.blank("en")
    assert by_numpy(blank) is nullcontext


def test_threads_are_held_to_one_and_as_before_afterwards(nlp: Language) -> None:
    """However many threads parse at the same time."""
    threadpoolctl = pytest.importorskip("threadpoolctl")
    products = Products(nlp.get_pipe("tok2vec").model.ops)  # type: ignore[attr-defined]
    if not products.by_numpy:
        pytest.skip("spaCy's product is used here")

    def counts() -> list[int]:
        return [library["num_threads"] for library in threadpoolctl.threadpool_info() if library["user_api"] == "blas"]

    before, inside = counts(), []

    def compute() -> None:
        for _ in range(20):
            with products.session():
                inside.append(counts())

    threads = [threading.Thread(target=compute) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {count for found in inside for count in found} == {1} and len(inside) == 80
    assert counts() == before


# ---- trees -----------------------------------------------------------------------------------------------------------


def test_a_label_that_names_its_head() -> None:
    """The word goes to the first one with the label below its head, from the top down."""
    heads, deps = [1, 1, 1, 2, 1], ["nsubj", "ROOT", "ccomp", "dobj", "prep||dobj"]
    deprojectivize(heads, deps, range(5))
    assert (heads, deps) == ([1, 1, 1, 2, 3], ["nsubj", "ROOT", "ccomp", "dobj", "prep"])


def test_a_label_that_names_nothing() -> None:
    """The word stays where it is."""
    heads, deps = [1, 1, 1], ["nsubj", "ROOT", "prep||dobj"]
    deprojectivize(heads, deps, range(3))
    assert (heads, deps) == ([1, 1, 1], ["nsubj", "ROOT", "prep"])


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], list[str]]:
    """Heads and labels of a few words, with arcs that cross and labels that name a head."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place, word in enumerate(order):
        heads[word] = order[draw(st.integers(max(0, place - 4), place))]
    labels = draw(st.lists(st.sampled_from(["a", "b", "a||b", "b||a", "c||c"]), min_size=size, max_size=size))
    return heads, [
        "ROOT" if head == word else label for word, (head, label) in enumerate(zip(heads, labels, strict=True))
    ]


@examples(300)
@given(tree=trees())
def test_sentences_of_any_tree(nlp: Language, tree: tuple[list[int], list[str]]) -> None:
    """They begin where spaCy has them begin, however the arcs cross."""
    heads, deps = tree
    doc = Doc(nlp.vocab, words=["w"] * len(heads), heads=heads, deps=deps)
    assert sentence_starts(heads, [range(len(heads))]) == [token.i for token in doc if token.is_sent_start]


def test_labels_in_any_projective_tree(nlp: Language) -> None:
    """Words go where spaCy puts them, in trees without crossing arcs, as an arc-eager parser makes them."""
    rng = random.Random(3)
    tried = 0
    while tried < 300:
        size = rng.randint(2, 9)
        heads = [rng.randrange(size) for _ in range(size)]
        if nonproj.contains_cycle(heads) or nonproj.is_nonproj_tree(heads):
            continue
        tried += 1
        deps = [rng.choice(["a", "b", "a||b", "b||a"]) if head != word else "ROOT" for word, head in enumerate(heads)]
        doc = Doc(nlp.vocab, words=["w"] * size, heads=heads, deps=deps)
        nonproj.deprojectivize(doc)
        deprojectivize(heads, deps, range(size))
        assert heads == [token.head.i for token in doc]
        assert deps == [token.dep_ for token in doc]
        assert sentence_starts(heads, [range(size)]) == [token.i for token in doc if token.is_sent_start]


def test_articles_differ() -> None:
    """The texts of these tests are not one text a hundred times."""
    assert len({article(random.Random(number)) for number in range(50)}) == 50
