"""An article as arrays: tokens, heads, labels, entities, sentences, paragraphs and quoted regions."""

from quoteattr.syntax.parse import Entity, Parse, Range

__all__ = ["Entity", "Parse", "Range"]
