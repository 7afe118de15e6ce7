"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

import quoteattr
from quoteattr.models import DEFAULT, EXCLUDED

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is slow, unless QUOTEATTR_SLOW is set."""
    if "QUOTEATTR_SLOW" not in os.environ:
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: set QUOTEATTR_SLOW"))


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
