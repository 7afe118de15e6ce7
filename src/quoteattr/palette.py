"""Colours of quotes for displaCy, which finds them by an entry point; so this imports nothing."""

from typing import Final

__all__ = ["DISPLACY_COLORS"]

DISPLACY_COLORS: Final = {
    "direct": "#a9cbfa",
    "mixed": "#a8dcb0",
    "indirect": "#f4d680",
    "cue": "#e0b8ea",
    "source": "#f5b7b1",
    "addressee": "#e6c2a0",
}
"""By label: the kinds of contents, then the other parts of a quote. Light ones: displaCy writes on them in black."""
