"""How the tests run, and fixtures that several test modules share."""

from __future__ import annotations

import functools
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
import spacy
from hypothesis import HealthCheck, settings

import quoteattr
from quoteattr.models import DEFAULT, EXCLUDED

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent

# ---- how they run --------------------------------------------------------------------------------------------------

WORKERS = 4
"""Processes of pytest-xdist, at most: each of them imports spaCy and loads the model."""

# ``strategies.examples`` takes ``max_examples`` for a percentage. The same texts in each run, unless one asks for more.
_unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("quick", _unhurried, max_examples=30, derandomize=True)
settings.register_profile("thorough", _unhurried, max_examples=100, print_blob=True)
settings.load_profile("quick")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Spread the tests over the cores, unless ``-n`` says how many processes there shall be.

    Tests of files that are named run in one process: they begin at once, and can be debugged.
    """
    option: Any = config.option
    if hasattr(config, "workerinput") or not config.pluginmanager.hasplugin("xdist"):
        return
    named = config.args_source is config.ArgsSource.ARGS and not any(Path(one).is_dir() for one in config.args)
    if option.numprocesses is None and not (named or option.usepdb or option.capture == "no"):
        option.numprocesses = min(WORKERS, _cores())
        option.dist = "worksteal" if option.dist == "no" else option.dist


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A test that starts a process is marked as slow, or fails."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("this test starts a process: mark it with @pytest.mark.slow")

    with ExitStack() as stack:
        if item.get_closest_marker("slow") is None:
            stack.enter_context(mock.patch.object(subprocess.Popen, "__init__", refuse))
            stack.enter_context(mock.patch.object(BaseProcess, "start", refuse))
        return (yield)


# ---- fixtures ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The seed articles."""
    return sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def seed_texts(seeds: list[Path]) -> list[str]:
    """The texts of the seed articles, with their line ends as they are."""
    return [path.read_bytes().decode("utf-8") for path in seeds]


@pytest.fixture(scope="session")
def extractor() -> quoteattr.Extractor:
    """An extractor with the default settings."""
    return quoteattr.Extractor()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default model, without the components that nothing reads."""
    return spacy.load(DEFAULT, exclude=EXCLUDED)


@pytest.fixture(scope="session")
def full_extractor(nlp: Language) -> quoteattr.Extractor:
    """An extractor of quotes of every attitude."""
    return quoteattr.Extractor(nlp, attitudes=list(quoteattr.Attitude))


_load = spacy.load
_loaded_once = functools.cache(functools.partial(_load, exclude=EXCLUDED))


@pytest.fixture
def one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extractors and models of a test share the pipeline that the first test with this fixture has loaded.

    They must not parse at the same time, in threads. What a test loads for itself, it has for itself.
    """

    def load(name: str | Path, **given: Any) -> Language:
        usual = name == DEFAULT and given == {"exclude": EXCLUDED}
        return _loaded_once(name) if usual else _load(name, **given)

    monkeypatch.setattr(spacy, "load", load)


@pytest.fixture
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine ``local`` of archives does its parts in this process, one after another."""
    monkeypatch.setattr("quoteattr.archive.local.run", lambda work, parts, *_: map(work, parts))
