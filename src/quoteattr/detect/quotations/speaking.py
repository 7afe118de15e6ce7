"""Which words say that somebody speaks."""

from __future__ import annotations

from quoteattr.detect.reading import Reading
from quoteattr.syntax import Range

__all__ = ["goes_on", "reporting_in", "says", "speaks"]


def speaks(reading: Reading, token: int) -> bool:
    """Whether a token is a verb that is known to report."""
    verb = reading.verb_at.get(token)
    return verb is not None and reading.lexicon.reports(verb.lemma)


def reporting_in(reading: Reading, tokens: Range) -> bool:
    """Whether a verb that is known to report stands among ``tokens``."""
    return any(speaks(reading, token) for token in range(*tokens))


def says(reading: Reading, token: int) -> bool:
    """Whether a word is a form of a verb that is known to report, whatever its tag."""
    return reading.lexicon.reports(reading.lexicon.lemma(reading.parse.lower[token]))


def goes_on(reading: Reading, token: int) -> bool:
    """Whether a verb is go with on, which says that somebody speaks on."""
    lower = reading.parse.lower
    return reading.lexicon.lemma(lower[token]) == "go" and lower[token + 1 : token + 2] == ["on"]
