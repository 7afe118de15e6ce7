"""An article as a page for the browser: its text with quotes, cues and sources marked, and who speaks."""

from quoteattr.view.page import embedded, render

__all__ = ["embedded", "render"]
