"""How good the library is on articles that you have annotated: ``python -m quoteattr.evaluation PATH``.

Only running the extractor needs spaCy; reading annotations and scoring do not.
"""

from quoteattr.evaluation.corpus import Corpus, read_annotated
from quoteattr.evaluation.offsets import read_offsets
from quoteattr.evaluation.run import extract

__all__ = ["Corpus", "extract", "read_annotated", "read_offsets"]
