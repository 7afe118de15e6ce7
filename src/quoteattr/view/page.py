"""The page: one file with all that it needs in it, and nothing from anywhere else.

Everything that comes from an article is escaped, and a content security policy lets only the page's own script and
style run, known by their hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from quoteattr.explanation import explain
from quoteattr.records import Article, Quote, shorten
from quoteattr.view.assets import asset, digest, headline_of, script, template
from quoteattr.view.segments import segments

__all__ = ["embedded", "render", "write"]

_TITLE = 80


def render(article: Article, *, title: str | None = None, name: str | None = None) -> str:
    """The page of an article: HTML in one file, which needs no network.

    Args:
        article: Any article.
        title: The heading; by default the article's title, else its first line if that looks like a headline, else
            ``name``, else the beginning of the text.
        name: What the article is called elsewhere, as the name of its file; shown above the heading.
    """
    by: dict[str, list[Quote]] = {speaker.id: [] for speaker in article.speakers}
    behalf: dict[str, list[Quote]] = {body.id: [] for body in article.organisations}
    for quote in article.quotes:
        if quote.speaker is not None:
            by[quote.speaker.id].append(quote)
            if quote.speaker.organisation is not None:
                behalf[quote.speaker.organisation.id].append(quote)
    style, code = asset("common.css") + asset("page.css"), script("copy.js", "page.js")
    heading = title or headline_of(article) or name or _first_line(article.text)
    page: str = template("page.html.jinja").render(
        title=heading,
        where=[told for told in (name, article.date, article.url) if told and told != heading],
        sourced=lambda quote: _sourced(quote, article, heading),
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
        script=code,
        style_hash=digest(style),
        script_hash=digest(code),
    )
    return page


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """The page of an article, or one page of all where there are several."""
    if several:
        from quoteattr.view.many import corpus_page

        yield from corpus_page(named)
    else:
        yield from (render(article, name=name) for name, article in named)


def embedded(article: Article) -> str:
    """The page in a separate frame, for a notebook: nothing of it reaches the notebook, nor the other way."""
    return (
        f'<iframe srcdoc="{escape(render(article))}" sandbox="allow-scripts" title="Quotations" '
        'style="box-sizing: border-box; width: 100%; height: 36em; border: 1px solid #8888"></iframe>'
    )


def _sourced(quote: Quote, article: Article, heading: str) -> str:
    """What stands behind the words of a quote that somebody copies: who said so, and where."""
    speaker = quote.speaker
    body = speaker.organisation.name if speaker is not None and speaker.organisation is not None else None
    told = (str(speaker), speaker.role, body if body != speaker.name else None) if speaker is not None else ()
    who = ", ".join(filter(None, told)) or "speaker not found"
    return f"{who}. {', '.join(filter(None, (heading, article.date, article.url)))}"


def _first_line(text: str) -> str:
    return shorten(next((line for line in text.splitlines() if line.strip()), "Article"), _TITLE)
