"""Settings: one form, whoever gives them, and what goes wrong with them."""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import spacy

from quoteattr import Attitude, Extractor, Lexicon, LexiconError, Settings, arguments
from quoteattr.errors import SettingError
from quoteattr.models import DEFAULT
from quoteattr.settings import ATTITUDES, DEFAULT_POINT, OPERATING_POINTS, confidence_at, whole_number

SOME = (Attitude.ASSERTION, Attitude.BELIEF)


# ---- the least confidence ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [0, 0.25, 1])
def test_a_number_is_itself(value: float) -> None:
    """As a setting and as a word of the command line."""
    assert confidence_at(value) == Settings(min_confidence=value).least_confidence == value
    assert arguments.confidence(str(value)) == value
    assert isinstance(confidence_at(value), float)


@pytest.mark.parametrize("name", OPERATING_POINTS)
def test_operating_points_have_names(name: str) -> None:
    """Complete is everything, precise is not."""
    least = Settings(min_confidence=name, attitudes=SOME).least_confidence
    assert confidence_at(name) == least == arguments.confidence(name) == OPERATING_POINTS[name]
    assert (OPERATING_POINTS[name] == 0.0) == (name == "complete")


def test_every_attitude_means_everything() -> None:
    """Unless a least confidence is given; with other attitudes the default holds."""
    for every in (list(Attitude), frozenset(Attitude), Attitude):
        assert Settings(attitudes=every).least_confidence == 0.0
    assert Settings(attitudes=Attitude, min_confidence="precise").least_confidence == OPERATING_POINTS["precise"]
    for some in (SOME, (), None):
        assert Settings(attitudes=some).least_confidence == DEFAULT_POINT


@pytest.mark.parametrize("value", [-0.1, 1.1, True, "exact", [0.5]])
def test_what_is_no_confidence_is_refused(value: Any) -> None:
    """With what would be one, and as argparse wants it."""
    for call in (lambda: confidence_at(value), lambda: Settings(min_confidence=value)):
        with pytest.raises(SettingError, match="a number from 0 to 1, or 'precise' or 'complete'"):
            call()
    with pytest.raises(argparse.ArgumentTypeError, match="expected a number from 0 to 1, or precise or complete"):
        arguments.confidence(str(value))


# ---- one form ------------------------------------------------------------------------------------------------------


def test_equal_settings_are_equal_whatever_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values or members, names or numbers, lists or sets, relative or absolute paths."""
    monkeypatch.chdir(tmp_path)
    one = Settings(attitudes=["fact"], min_confidence="precise", lexicon="words.toml", rules=["mine"])
    other = Settings(attitudes={Attitude.FACT}, min_confidence=0.8, lexicon=tmp_path / "words.toml", rules=("mine",))
    assert one == other
    assert hash(one) == hash(other)
    assert Settings() == Settings(attitudes=ATTITUDES) != one


def test_a_saved_pipeline_is_known_by_its_path_and_a_package_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that holds no pipeline may be called like a package."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "config.cfg").touch()
    (tmp_path / DEFAULT).mkdir()
    assert Settings(model="mine") == Settings(model=tmp_path / "mine")
    assert Settings(model=DEFAULT).model == DEFAULT


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            {"coreference": "coreferee"},
            "coreference must be a function that gives the chains of a text; got 'coreferee'",
        ),
        ({"accelerate": 1}, "accelerate must be True, False or None; got 1"),
        ({"rules": "mine"}, "rules must be a list of modules, objects or their names; got 'mine'"),
        ({"lexicon": 7}, "lexicon must be a Lexicon or the path of a TOML file; got a int"),
        (
            {"kinds": "direct"},
            "kinds must be an iterable of 'direct', 'mixed', 'indirect'; got 'direct': put it in a list",
        ),
        ({"kinds": ["free"]}, "kinds must be an iterable of 'direct', 'mixed', 'indirect'; 'free' is not a valid"),
        ({"nested": 1}, "nested must be True or False; got 1"),
        ({"sourceless": None}, "sourceless must be True or False; got None"),
        ({"attitudes": 7}, "attitudes must be an iterable of 'assertion', 'belief', 'fact', 'eventuality'; got 7"),
    ],
)
def test_wrong_settings_are_told(settings: dict[str, Any], told: str) -> None:
    """By each that takes them."""
    for make in (Settings, Extractor):
        with pytest.raises(SettingError, match=told):
            make(**settings)


@pytest.mark.parametrize("value", [0, -1, 1.5, "2", True])
def test_what_is_no_whole_number_is_refused(value: Any) -> None:
    """By the name of the setting."""
    assert whole_number("processes", 3) == 3
    with pytest.raises(SettingError, match=f"processes must be a whole number of at least 1; got {value!r}"):
        whole_number("processes", value)


def test_nothing_is_read_before_it_is_needed(tmp_path: Path) -> None:
    """A lexicon file and modules with rules are looked for when they are loaded."""
    settings = Settings(lexicon=tmp_path / "none.toml", rules=["no_such_module"])
    with pytest.raises(LexiconError, match=r"none\.toml"):
        settings.load_lexicon()
    with pytest.raises(SettingError, match="'no_such_module' cannot be imported"):
        settings.load_rules()


def test_the_lexicon_lets_the_least_confidence_through() -> None:
    """Complete is the wider idea of an attribution; a threshold that is low enough stays."""
    assert Settings().load_lexicon() is Lexicon.default()
    assert Settings(min_confidence="complete").load_lexicon().wide
    assert Settings(min_confidence=0.2).load_lexicon().threshold == 0.2


# ---- for other processes and for JSON ------------------------------------------------------------------------------


def test_settings_travel_to_other_processes() -> None:
    """A loaded model by its source, modules by their names; nothing heavy goes with them."""
    settings = Settings(model=spacy.blank("en"), rules=[json], attitudes=SOME, lexicon="words.toml")
    data = pickle.dumps(settings.portable("a_model"))
    assert len(data) < 2_000
    back = pickle.loads(data)
    assert back == Settings(model="a_model", rules=["json"], attitudes=SOME, lexicon="words.toml")


def test_plain_settings_go_to_json_and_back() -> None:
    """Attitudes are sorted, so equal settings give equal JSON."""
    settings = Settings(model="a_model", attitudes=SOME, lexicon="words.toml", rules=["mine"], min_confidence=0.25)
    data = json.loads(json.dumps(settings.to_dict()))
    assert data["attitudes"] == ["assertion", "belief"]
    assert Settings(**data) == settings
    assert Settings(**Settings().to_dict()) == Settings()


@pytest.mark.parametrize(
    "settings",
    [
        {"model": spacy.blank("en")},
        {"lexicon": Lexicon.default()},
        {"rules": [json]},
        {"coreference": lambda text: ()},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_what_is_no_plain_value_cannot_be_written_down(settings: dict[str, Any]) -> None:
    """The error names the setting."""
    with pytest.raises(SettingError, match=f"{next(iter(settings))} must be a plain value here"):
        Settings(**settings).to_dict()


# ---- on a command line ---------------------------------------------------------------------------------------------


def test_options_become_settings() -> None:
    """All of them, and none where none is given."""
    parser = argparse.ArgumentParser()
    arguments.add_settings(parser)
    assert Settings(**arguments.settings_of(parser.parse_args([]))) == Settings()
    words = [
        "--model",
        "m",
        "--attitudes",
        "belief, Fact",
        "--min-confidence",
        "precise",
        "--rules",
        "a",
        "--rules",
        "b",
    ]
    words += ["--kinds", "direct, Mixed", "--nested", "--sourceless", "--lexicon", "l.toml"]
    given = Settings(**arguments.settings_of(parser.parse_args(words)))
    assert given == Settings(
        model="m",
        attitudes=["belief", "fact"],
        min_confidence=0.8,
        kinds=["direct", "mixed"],
        nested=True,
        sourceless=True,
        rules=["a", "b"],
        lexicon="l.toml",
    )
