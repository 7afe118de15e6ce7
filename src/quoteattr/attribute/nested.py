"""Attributions within the contents of others, with their sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from attrs import frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.attribute.attributions import attribute
from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.nested import levels

__all__ = ["NestedAttribution", "attribute_within"]


@frozen
class NestedAttribution:
    """An attribution within another one.

    Attributes:
        attribution: What is attributed. It is direct where it stands in marks within the other one's marks.
        outer: The number of the other one: first come those that are not nested, then those that are, in their order.
    """

    attribution: Attribution
    outer: int


def attribute_within(
    article: ArticleFeatures, found: Sequence[Candidate], own: Iterable[Any] = (), without: Collection[str] = ()
) -> list[NestedAttribution]:
    """The attributions within those of an article, the outer ones first.

    Args:
        article: The article.
        found: Its contents, in text order.
        own: Further families of rules.
        without: Ids of rules whose candidates are dropped.
    """
    out: list[NestedAttribution] = []
    for level in levels(article, found, own, without):
        attributed = attribute(level.article, [one.candidate for one in level.nested])
        out += [NestedAttribution(one, nested.outer) for one, nested in zip(attributed, level.nested, strict=True)]
    return out
