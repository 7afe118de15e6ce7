"""What speaks for and against candidates: their features, as the trees look at them; a module for each subject."""

from quoteattr.detect.evidence.columns import COLUMNS, REPORTED
from quoteattr.detect.evidence.rows import rows_of

__all__ = ["COLUMNS", "REPORTED", "rows_of"]
