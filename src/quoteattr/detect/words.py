"""Words as features: what is said of them on other news too, so no names, numbers or times."""

from __future__ import annotations

from quoteattr.detect.reading import Reading

__all__ = ["word_at"]


def word_at(reading: Reading, token: int) -> str:
    """A verb's lemma, another word in lower case; for a name or a number what it names, or its tag; ``""`` for none.

    Args:
        reading: The article.
        token: A token, -1 before the first one, or the one after the last.
    """
    return reading.told[token]
