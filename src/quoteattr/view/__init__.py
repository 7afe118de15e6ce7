"""Articles as pages for the browser: one with its quotes, cues and sources marked, or many, and who speaks in them."""

from quoteattr.view.corpus_page import corpus_page
from quoteattr.view.page import embedded, render

__all__ = ["corpus_page", "embedded", "render"]
