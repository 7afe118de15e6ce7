"""Who says what in plain articles, who they are, for whom they speak and to whom. See ``said.py``."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import FOLDER, cases, shown, text_of

from quoteattr import Extractor


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_everybody_says_what_the_file_tells(full_extractor: Extractor, file: Path) -> None:
    """Speakers with role, organisation and addressees, and the rules that say so, are those of the file."""
    told = list(cases(file))
    articles = full_extractor.pipe((text_of(line) for line, _ in told), batch_size=64)
    for (line, expected), article in zip(told, articles, strict=True):
        assert shown(article) == expected, line
