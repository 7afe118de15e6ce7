"""What the pages are made of: style, script and template, and the policy that lets only these run."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from typing import Any

from quoteattr.records import Article, Quote
from quoteattr.terminal import BIDIRECTIONAL

__all__ = ["asset", "digest", "headline_of", "script", "showable", "template", "who"]

_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML has no place for; shown as U+FFFD, one for one."""

_HEADLINE = 140
"""Characters of a headline, at most."""
_SENTENCES = tuple('.,;:…”"')
"""How no headline ends."""
_OTHER = re.compile(r"\d{4}-\d\d-\d\d|://|\bwww\.|\S@\S|^(?i:by|from|date|published|updated)\b[: ]")
"""What stands in first lines that are no headlines: days, addresses, names of authors."""


def showable(value: str) -> str:
    """``value`` with U+FFFD for each character that no page can hold."""
    return _UNSHOWABLE.sub("\ufffd", value)


def digest(text: str) -> str:
    """The hash by which a content security policy knows a style or a script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def asset(name: str) -> str:
    """The text of a file in ``view/data``."""
    return resources.files("quoteattr.view").joinpath("data", name).read_text(encoding="utf-8")


def script(*names: str) -> str:
    """Files of ``view/data`` as one script, whose names nothing else sees."""
    return '(() => {\n"use strict";\n' + "".join(map(asset, names)) + "})();\n"


@cache
def template(name: str) -> Any:
    """A template of ``view/data``. It escapes whatever it is given."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: showable(value) if type(value) is str else value,
    )
    environment.tests["turning"] = lambda text: not BIDIRECTIONAL.isdisjoint(text)
    environment.filters["who"] = who
    environment.filters["sure"] = _sure
    return environment.get_template(name)


def headline_of(article: Article) -> str | None:
    """The title of an article: the one that was told, or a first line that is no sentence; ``None`` without either."""
    if article.title:
        return article.title
    line, _, rest = article.text.lstrip().partition("\n")
    line = " ".join(line.lstrip("#").split())
    fits = 0 < len(line) <= _HEADLINE and not line.endswith(_SENTENCES) and not _OTHER.search(line)
    return line if fits and rest.strip() else None


def who(quote: Quote) -> str:
    """The speaker of a quote and whom it speaks for, in words."""
    speaker = quote.speaker
    if speaker is None:
        return "speaker not found"
    body = speaker.organisation
    return f"{speaker} ({body.name})" if body is not None and body.name != speaker.name else str(speaker)


def _sure(share: float | None) -> str:
    return f" · {share:.2f}" if share is not None else ""
