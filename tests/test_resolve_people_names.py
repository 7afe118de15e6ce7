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


@pytest.mark.parametrize(("line", "expected"), cases())
def test_names_of_a_tagged_text(line: str, expected: list[str]) -> None:
    """Edges, joints, titles and keys of names, their kinds and their bearers are those of the file."""
    assert shown(line) == expected
