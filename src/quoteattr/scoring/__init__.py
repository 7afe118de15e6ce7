"""How right quotes are: annotations and quotes as sets of words, their pairs, and the figures of the pairs."""

from quoteattr.scoring.annotation import Annotation, Document
from quoteattr.scoring.matching import Comparison, compare
from quoteattr.scoring.metrics import Row, table
from quoteattr.scoring.resolution import Found, ResolutionTally, found
from quoteattr.scoring.words import Words

__all__ = [
    "Annotation",
    "Comparison",
    "Document",
    "Found",
    "ResolutionTally",
    "Row",
    "Words",
    "compare",
    "found",
    "table",
]
