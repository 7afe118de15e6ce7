"""How likely a speaker and an organisation are those that a careful reader would give."""

from quoteattr.certainty.certainty import Certainty, Forests, certainty_of
from quoteattr.certainty.withholding import Withheld, withhold

__all__ = ["Certainty", "Forests", "Withheld", "certainty_of", "withhold"]
