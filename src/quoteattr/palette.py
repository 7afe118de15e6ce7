"""Colours of quotes for displaCy, which finds them by an entry point; so this imports nothing."""

from typing import Final

__all__ = ["DISPLACY_COLORS"]

DISPLACY_COLORS: Final = {
    "direct": "#a9cbfa",
    "mixed": "#a8dcb0",
    "indirect": "#f4d680",
    "cue": "#e0b8ea",
    "source": "#f5b7b1",
}
"""By label: the kinds of contents, then cues and sources. Light ones, since displaCy writes on them in black."""
