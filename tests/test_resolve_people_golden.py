"""Whole articles: who speaks, and who or what each of their mentions stands for. See ``people.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from people import FOLDER, marked, shown, told
from promises import kept

if TYPE_CHECKING:
    from spacy.language import Language

FILES = sorted(FOLDER.glob("*.txt"))


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_everybody_of_an_article_is_known(nlp: Language, path: Path) -> None:
    """Speakers with role and body, and the mentions of everybody, are those of the file."""
    article, expected = told(path)
    assert shown(*marked(nlp, article)) == expected
