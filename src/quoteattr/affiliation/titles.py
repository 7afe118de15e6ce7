"""The titles before a name: the noun for the office, where they begin, what stands before them."""

from __future__ import annotations

from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Mention

__all__ = ["before_bracket", "before_title", "noun_of_title", "title_noun", "title_start", "titles_of"]


def titles_of(mention: Mention) -> tuple[str, ...]:
    """The titles before a name, lower case; none before what is no name."""
    return mention.name.titles if mention.name is not None else ()


def title_noun(context: Context, mention: Mention) -> str:
    """The noun of the title right before a name: "governor" for "Gov."; ``""`` without a title."""
    titles = titles_of(mention)
    return noun_of_title(context, titles[-1]) if titles else ""


def noun_of_title(context: Context, title: str) -> str:
    """The noun of a title: "governor" for "Gov."."""
    return context.gazetteer.title_roles.get(title, title.split(" ")[-1])


def title_start(mention: Mention, title: str) -> int:
    """The first token of a title before a name; 0 if it would stand before the article's beginning."""
    return max(0, mention.start - len(title.replace("-", " - ").split()))


def before_title(context: Context, mention: Mention, title: str) -> str:
    """The word before a title in lower case, or ``""``."""
    before = title_start(mention, title) - 1
    return context.parse.lower[before] if before >= 0 else ""


def before_bracket(context: Context, token: int) -> int:
    """The token before a bracket of one word that ends at ``token``: "Acme's (ACM) Jane Smith"; else this token."""
    words = context.parse.lower[token - 2 : token + 1] if token > 2 else []
    return token - 3 if words[:1] == ["("] and words[-1:] == [")"] else token
