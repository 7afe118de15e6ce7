"""Words in, trees out: by spaCy's own code, or by the same sums done faster.

:func:`fastest` looks at a pipeline and takes the fast engine if it knows its sums. What comes out is the same, word for
word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.engine.choose import fastest
from quoteattr.engine.parser_input import Engine, ParserInput, Tree

if TYPE_CHECKING:
    from quoteattr.engine.spacy_engine import SpacyEngine

__all__ = ["Engine", "ParserInput", "SpacyEngine", "Tree", "fastest"]
