"""``python -m quoteattr.lexicon.count``: the command of :mod:`quoteattr.training`, under the name of its tables."""

import sys

from quoteattr.training.__main__ import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
