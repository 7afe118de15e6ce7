"""HTML: a page to be looked at, one for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.records import Article

__all__ = ["write"]


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """The page of each article. Several of them belong into a folder, one file each."""
    from quoteattr.view import render

    for name, article in named:
        yield render(article, title=name)
