"""Who is the source of each quote, at the place where the quote stands."""

from quoteattr.attribute.attribution import Attribution
from quoteattr.attribute.attributions import attribute
from quoteattr.attribute.nested import NestedAttribution, attribute_within
from quoteattr.attribute.surroundings import sentences_of

__all__ = ["Attribution", "NestedAttribution", "attribute", "attribute_within", "sentences_of"]
