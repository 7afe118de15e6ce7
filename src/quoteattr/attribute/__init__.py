"""Who is the source of each quote, at the place where the quote stands."""

from quoteattr.attribute.attribution import Attribution
from quoteattr.attribute.attributions import attribute

__all__ = ["Attribution", "attribute"]
