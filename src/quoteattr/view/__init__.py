"""Articles as pages for the browser: one with its quotes, cues and sources marked, or many, and who speaks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quoteattr.view.page import embedded, render

if TYPE_CHECKING:
    from quoteattr.view.many import corpus_page

__all__ = ["corpus_page", "embedded", "render"]


def __getattr__(name: str) -> Any:
    """The page of many articles, whose people need more of the library than a page of one."""
    if name == "corpus_page":
        from quoteattr.view.many import corpus_page

        return corpus_page
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
