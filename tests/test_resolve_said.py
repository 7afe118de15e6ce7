"""Who says what in plain articles, who they are, for whom they speak and to whom. See ``said.py``."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import FOLDER, cases, shown

from quoteattr import Extractor


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_everybody_says_what_the_file_tells(full_extractor: Extractor, file: Path) -> None:
    """Speakers with role, organisation and addressees, and the rules that say so, are those of the file."""
    for line, expected in cases(file):
        assert shown(full_extractor, line) == expected, line
