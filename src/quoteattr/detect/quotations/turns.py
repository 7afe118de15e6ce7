"""Turns without a verb: "SMITH: We will go.", "“We will go.” — Jane Smith", "Poll: Voters tire of debate"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures as Reading
from quoteattr.detect.quotations.lines import COLON, line_turn
from quoteattr.detect.quotations.named import NAMED, named_turns
from quoteattr.detect.quotations.signatures import DASH, signed
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

RULES = (COLON, DASH, NAMED)


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates for lines that begin with a name and a colon, or end with a dash and a name."""
    above: Range | None = None
    for line in reading.parse.paragraphs:
        start, end = reading.parse.trim(line)
        if start >= end:
            continue
        found = line_turn(reading, (start, end), above is None)
        if found is None:
            found = signed(reading, (start, end), above)
        above = (start, end)
        if found is not None:
            yield found
            start = max(found.content[-1][1], found.cue + 1)
        if start < end:
            yield from named_turns(reading, (start, end))
