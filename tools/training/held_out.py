"""How good the quotes of training articles are, each found with what was made from the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.attribute import Attribution, attribute
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.lexicon import Lexicon
from quoteattr.scoring.annotation import Annotation, Document, Offsets
from quoteattr.scoring.matching import Comparison, compare
from quoteattr.scoring.words import Words
from quoteattr.syntax import Parse, Range

__all__ = ["comparisons"]


def comparisons(articles: Iterable[tuple[Document, Parse, Lexicon]]) -> Iterator[Comparison]:
    """Gold and quotes of each article, found with the lexicon that is given with it."""
    for document, parse, lexicon in articles:
        features = ArticleFeatures(parse, lexicon)
        found = [_annotation(parse, one) for one in attribute(features, detect(features))]
        yield compare(Words(document.text), document.gold, found, document.discard)


def _annotation(parse: Parse, one: Attribution) -> Annotation:
    return Annotation(
        content=_offsets(parse, one.content),
        source=_offsets(parse, one.source),
        cue=_offsets(parse, one.cue),
        rule=one.rule,
        confidence=one.confidence,
    )


def _offsets(parse: Parse, ranges: tuple[Range, ...]) -> tuple[Offsets, ...]:
    return tuple(parse.characters(tokens) for tokens in ranges)
