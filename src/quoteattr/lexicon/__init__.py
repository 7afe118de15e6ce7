"""The counted cue lexicon."""

from quoteattr.lexicon.classifiers import Classifiers
from quoteattr.lexicon.counts import ANY, Count
from quoteattr.lexicon.lexicon import Lexicon

__all__ = ["ANY", "Classifiers", "Count", "Lexicon"]
