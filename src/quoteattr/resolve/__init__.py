"""Who the speakers of an article are, and for whom they stand."""

from quoteattr.resolve.resolver import Resolution, resolve

__all__ = ["Resolution", "resolve"]
