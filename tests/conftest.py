"""Fixtures that several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

import quoteattr

ROOT = Path(__file__).parent.parent


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
