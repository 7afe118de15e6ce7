"""Names of tagged texts, and which of them name the same. See ``tagged.py``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from promises import kept
from tagged import cases, shown


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def test_names_of_tagged_texts() -> None:
    """Edges, joints, titles and keys of names, their kinds and their bearers are those of the file."""
    for line, expected in cases():
        assert shown(line) == expected, line
