"""How good the library is: figures, readers of annotated corpora, and the command ``python -m quoteattr.evaluation``.

Only running the extractor needs spaCy; the figures of a file of predictions do not.
"""

from quoteattr.evaluation.annotation import Annotation, Document
from quoteattr.evaluation.matching import Comparison, compare
from quoteattr.evaluation.metrics import Row, table
from quoteattr.evaluation.readers import read_corpus
from quoteattr.evaluation.readers.predictions import read_predictions, write_predictions
from quoteattr.evaluation.readers.resolution import read_resolved
from quoteattr.evaluation.resolution import Found, ResolutionTally, found
from quoteattr.evaluation.run import extract
from quoteattr.evaluation.words import Words

__all__ = [
    "Annotation",
    "Comparison",
    "Document",
    "Found",
    "ResolutionTally",
    "Row",
    "Words",
    "compare",
    "extract",
    "found",
    "read_corpus",
    "read_predictions",
    "read_resolved",
    "table",
    "write_predictions",
]
