"""Datelines end before the text: "NEW YORK, March 2 (AP) - The company said …"."""

from __future__ import annotations

import pytest

from quoteattr import Extractor
from quoteattr.syntax.datelines import datelines


@pytest.mark.parametrize(
    "line",
    [
        "NEW YORK, March 2 - ",
        "    STAMFORD, Conn., March 2 - ",
        "GARDEN CITY, N.Y., Feb 26 -- ",
        "MELFORD (Reuters) – ",
        "MELFORD, England (AP) — ",
        "RIO DE JANEIRO, Dec. 14 (UPI) — ",
        "MELFORD, 3 June 2001 - ",
        "WASHINGTON — ",
        "ST. LOUIS, FEB 26 - ",
        "HALDEN/NORDBY (AFP) – ",
        "Washington (CNN) -- ",
        "(CNN) -- ",
        "Halden, Conn. — ",
        "Fort Halden, N.J. (AP) — ",
        "London, 3 March (Reuters) - ",
        "Melford, March 2 - ",
    ],
)
def test_a_dateline_ends_before_the_text(line: str) -> None:
    """A place in capitals with a region, a date or an agency behind it, or a large city, and a dash."""
    assert datelines(f"A headline\n\n{line}Halden Homes said it was late.") == [12 + len(line)]


@pytest.mark.parametrize(
    "line",
    [
        "SMITH - We will go.",
        "HALDEN — It was late.",
        "EXCLUSIVE – The mayor said it was late.",
        "Rosa Timm (Acme) - We will go.",
        "Halden, Conn. - a town - is cold.",
        "The Halden Post (Sunday) - We will go.",
        "They met in LONDON, March 2 - it was late.",
        "NEW YORK, March 2: It was late.",
    ],
)
def test_other_lines_have_none(line: str) -> None:
    """Labels in capitals, places in small letters, and what stands within a line."""
    assert datelines(line) == []


def test_no_dateline_is_in_a_source(extractor: Extractor) -> None:
    """Nor does its place speak."""
    text = "    MELFORD, Conn., March 2 - The company said that it has bought a boat."
    (quote,) = extractor(text).quotes
    assert quote.source[0].text == "The company" and quote.speaker is not None and quote.speaker.name is None
