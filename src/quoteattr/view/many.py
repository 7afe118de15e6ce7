"""The page of many articles: who speaks how often, for whom, and where, with every quote in its article.

It is written as the articles come: their texts stand in blocks, each once, and what is known of them stands behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quoteattr.records import Article
from quoteattr.view.assets import asset, digest, script, showable, template
from quoteattr.view.rows import BLOCK, Rows

__all__ = ["corpus_page"]

_BEGIN, _END = '<script type="application/json" class="texts">[', "]</script>\n"
"""Around the texts of a block."""
_SCRIPTS = ("model", "tallies", "charts", "quotes", "reader", "export", "main")


def corpus_page(named: Iterable[tuple[str, Article]]) -> Iterator[str]:
    """The page of many articles, in pieces: HTML in one file, which needs no network.

    Nothing of an article is kept in memory but numbers and names. Nothing comes out when there is no article.

    Args:
        named: Pairs of a name and an article.
    """
    rows = Rows()
    place = 0
    for name, article in named:
        if not rows.articles["name"]:
            yield _head()
        rows.add(name, article)
        yield f"{',' if place else _BEGIN}{_text(article.text)}"
        place = (place + 1) % BLOCK
        if not place:
            yield _END
    if rows.articles["name"]:
        yield _END if place else ""
        yield '<script type="application/json" id="rows">'
        yield from rows.pieces()
        yield "</script>\n"
        yield str(template("corpus.html.jinja").module.body(_script()))


def _head() -> str:
    style = asset("common.css") + asset("corpus.css")
    return str(template("corpus.html.jinja").module.head(style, digest(style), digest(_script())))


def _text(text: str) -> str:
    return json.dumps(showable(text), ensure_ascii=False).replace("<", "\\u003c")


def _script() -> str:
    return script("copy.js", *(f"corpus/{name}.js" for name in _SCRIPTS))
