"""How the tests run, and fixtures that several test modules share."""

from __future__ import annotations

import functools
import gc
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import compiled  # noqa: F401  (it alters how modules are imported)
import pytest
from browsers import started
from hypothesis import HealthCheck, settings
from pipelines import plain, sharing

import quoteattr

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent

# ---- how they run --------------------------------------------------------------------------------------------------

LIMIT = 300.0
"""Seconds that a test may take."""

WORKERS = 4
"""Processes of pytest-xdist, at most: each of them imports spaCy and loads the model."""

# ``strategies.examples`` takes ``max_examples`` for a percentage. The same texts in each run, but for "others".
_unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("quick", _unhurried, max_examples=10, derandomize=True)
settings.register_profile("thorough", _unhurried, max_examples=100, derandomize=True)
settings.register_profile("others", _unhurried, max_examples=100, print_blob=True)
settings.load_profile("quick")

# A shell ignores them in what it runs in the background, nohup the last: tests of them would wait for ever.
for name in ("SIGINT", "SIGTERM", "SIGHUP"):
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)


# What is made until all tests are collected stays to the end: the garbage collector need not look through it.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on there is garbage, but little of it: most of what tests make is let go without the collector."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


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
    """A test that hangs fails, and so does one that starts a process and is not marked as slow."""
    slow = item.get_closest_marker("slow")
    usual = subprocess.Popen.__init__, BaseProcess.start
    if slow is None:
        subprocess.Popen.__init__ = BaseProcess.start = _refuse
    try:
        with _ended_after(slow.kwargs.get("limit", LIMIT) if slow else LIMIT):
            return (yield)
    finally:
        subprocess.Popen.__init__, BaseProcess.start = usual


def _refuse(*_: object, **__: object) -> None:
    pytest.fail("this test starts a process: mark it with @pytest.mark.slow")


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Fail what takes longer, again and again; where there are no signals nothing is ended."""

    def end(*_: object) -> None:
        pytest.fail(f"this test takes more than {seconds} seconds")

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, end)
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
    try:
        yield
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


# ---- fixtures ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def one_model() -> Iterator[Callable[[str], Language]]:
    """Whatever the library loads by the name of a package, it loads, checks and accelerates once in a process.

    Extractors share the pipeline and its engine, so no two of them may parse at the same time. What a test loads for
    itself, with ``spacy.load``, it has for itself.
    """
    from quoteattr import models

    load, shared = models._load, dict[str, "Language"]()

    def loaded(source: str) -> Language:
        if not source.isidentifier():
            return load(source)
        if source not in shared:
            shared[source] = load(source)
        return shared[source]

    def once(ask: Callable[[Language], object]) -> Callable[[Language], object]:
        known = functools.cache(ask)
        return lambda nlp: (known if nlp in shared.values() else ask)(nlp)

    with (
        mock.patch.object(models, "_load", loaded),
        mock.patch.object(models, "fingerprint", once(models.fingerprint)),
        mock.patch.object(models, "fastest", once(models.fastest)),
    ):
        yield load


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
def seed_articles(extractor: quoteattr.Extractor, seed_texts: list[str]) -> list[quoteattr.Article]:
    """What the default settings find in the seed articles."""
    return [extractor(text) for text in seed_texts]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default model, without the components that nothing reads."""
    return plain()


@pytest.fixture
def own(nlp: Language) -> Language:
    """A pipeline to which a test may add components; those of the model in it belong to all."""
    return sharing(nlp)


@pytest.fixture(scope="session")
def full_extractor() -> quoteattr.Extractor:
    """An extractor of quotes of every attitude."""
    return quoteattr.Extractor(attitudes=list(quoteattr.Attitude))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests of pages, each of which opens its page anew."""
    driver = started(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


@pytest.fixture
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine ``local`` of archives does its parts in this process, one after another."""
    monkeypatch.setattr("quoteattr.archive.local.run", lambda work, parts, *_: map(work, parts))
