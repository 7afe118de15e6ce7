"""The counted cue lexicon."""

from quoteattr.lexicon.table import ANY, Count, Lexicon

__all__ = ["ANY", "Count", "Lexicon"]
