"""The page: one file with all that it needs in it, and nothing from anywhere else.

Everything that comes from an article is escaped, and a content security policy lets only the page's own script and
style run, known by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib import resources
from typing import Any

from quoteattr.explanation import explain
from quoteattr.records import Article, Quote, shorten
from quoteattr.terminal import BIDIRECTIONAL
from quoteattr.view.segments import segments

__all__ = ["embedded", "render", "write"]

_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML has no place for; shown as U+FFFD, one for one."""
_TITLE = 80


def render(article: Article, *, title: str | None = None) -> str:
    """The page of an article: HTML in one file, which needs no network.

    Args:
        article: Any article.
        title: The heading; by default the article's title, else the first line of its text.
    """
    by: dict[str, list[Quote]] = {speaker.id: [] for speaker in article.speakers}
    behalf: dict[str, list[Quote]] = {body.id: [] for body in article.organisations}
    for quote in article.quotes:
        if quote.speaker is not None:
            by[quote.speaker.id].append(quote)
            if quote.speaker.organisation is not None:
                behalf[quote.speaker.organisation.id].append(quote)
    style, script = _asset("page.css"), _asset("page.js")
    page: str = _template().render(
        title=title or article.title or _first_line(article.text),
        article=article,
        segments=segments(article),
        numbers={quote.id: number for number, quote in enumerate(article.quotes, 1)},
        quotes={quote.id: quote for quote in article.quotes},
        explained=list(zip(article.quotes, explain(article), strict=True)),
        by=by,
        behalf=behalf,
        unknown=sum(quote.speaker is None for quote in article.quotes),
        kinds=[kind for kind in ("direct", "mixed", "indirect") if any(q.kind.value == kind for q in article.quotes)],
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return page


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """The page of each article, with its name as the heading. Several of them belong into a folder, one file each."""
    return (render(article, title=article.title or name) for name, article in named)


def embedded(article: Article) -> str:
    """The page in a separate frame, for a notebook: nothing of it reaches the notebook, nor the other way."""
    return (
        f'<iframe srcdoc="{escape(render(article))}" sandbox="allow-scripts" title="Quotations" '
        'style="box-sizing: border-box; width: 100%; height: 36em; border: 1px solid #8888"></iframe>'
    )


@cache
def _template() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_showable,
    )
    environment.tests["turning"] = lambda text: not BIDIRECTIONAL.isdisjoint(text)
    environment.filters["who"] = _who
    environment.filters["sure"] = _sure
    return environment.get_template("page.html.jinja")


def _showable(value: object) -> object:
    return _UNSHOWABLE.sub("\ufffd", value) if type(value) is str else value


def _who(quote: Quote) -> str:
    speaker = quote.speaker
    if speaker is None:
        return "speaker not found"
    body = speaker.organisation
    return f"{speaker} ({body.name})" if body is not None and body.name != speaker.name else str(speaker)


def _sure(share: float | None) -> str:
    return f" · {share:.2f}" if share is not None else ""


def _first_line(text: str) -> str:
    return shorten(next((line for line in text.splitlines() if line.strip()), "Article"), _TITLE)


@cache
def _asset(name: str) -> str:
    return resources.files("quoteattr.view").joinpath("data", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
