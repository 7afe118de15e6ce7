"""Decision trees over counted tables: how the library weighs evidence for and against."""

from quoteattr.forest.columns import Column, Row
from quoteattr.forest.forest import Forest, shipped

__all__ = ["Column", "Forest", "Row", "shipped"]
