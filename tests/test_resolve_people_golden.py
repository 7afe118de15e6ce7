"""Whole articles: who speaks, and who or what each of their mentions stands for. See ``people.py``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from people import marked, shown, told
from promises import kept

from quoteattr.attribute.attribution import Attribution
from quoteattr.syntax import Parse

if TYPE_CHECKING:
    pass

TOLD = told()


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


@pytest.fixture(scope="module")
def read() -> list[tuple[Parse, list[Attribution]]]:
    """The parses and attributions of all articles."""
    return marked([article for _, article, _ in TOLD])


@pytest.mark.parametrize("file", sorted({name.partition("-")[0] for name, _, _ in TOLD}))
def test_everybody_of_an_article_is_known(read: list[tuple[Parse, list[Attribution]]], file: str) -> None:
    """Speakers with role and body, and the mentions of everybody, are those of the file."""
    for (name, article, expected), (parse, said) in zip(TOLD, read, strict=True):
        if name.partition("-")[0] == file:
            assert shown(parse, said) == expected, article
