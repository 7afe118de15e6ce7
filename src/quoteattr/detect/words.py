"""Words as features: what is said of them on other news too, so no names, numbers or times."""

from __future__ import annotations

from quoteattr.detect.reading import Reading

__all__ = ["word_at"]


def word_at(reading: Reading, token: int) -> str:
    """A verb's lemma, another word in lower case; for a name or a number what it names, or its tag; ``""`` for none."""
    parse = reading.parse
    if not 0 <= token < len(parse.words) or parse.words[token].isspace():
        return ""
    tag = parse.tags[token]
    if tag[:3] == "NNP" or tag == "CD":
        entity = parse.entity_of[token]
        return parse.entities[entity].label if entity >= 0 else tag
    return reading.lexicon.lemma(parse.lower[token]) if tag[:2] == "VB" else parse.lower[token]
