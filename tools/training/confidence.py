"""How often quotes were right, by rule and by how likely the judge held them to be."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from quoteattr.attribute import attribute
from quoteattr.attribute.confidence import EVERY, band
from quoteattr.attribute.sources import source_of
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.detect.continuation.free import RULES
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Range
from tools.training.articles import HALF, TrainingArticle, overlap
from tools.training.counting import Tally

__all__ = ["count_right"]

_LOWEST = 0.0
"""With this threshold whatever is plausible is found."""
_FREE = frozenset(rule.id for rule in RULES)


def count_right(articles: Iterable[TrainingArticle], lexicon: Lexicon, tally: Tally) -> None:
    """Add to ``tally`` how often the quotes of each rule and band had the right content (half of its words) and source.

    What answers an attribution that two readers may judge differently counts neither way.

    Args:
        articles: Articles that ``lexicon`` was not made from.
        lexicon: What finds the quotes. Those below its threshold are counted too, as found with the lowest one, for
            users who ask for more.
        tally: Gets the keys (rule, band), (any rule, band) and (any rule, any band); for the rules of quotations
            without a cue, which nothing judges, (rule, any band).
    """
    lenient = evolve(lexicon, threshold=_LOWEST)
    for article in articles:
        features = ArticleFeatures(article.parse, lexicon)
        chosen = detect(features)
        found = [
            one for one in chosen if one.rule not in _FREE and (one.certain or one.probability >= lexicon.threshold)
        ]
        placed = {one.cue for one in found}
        found += [
            one
            for one in detect(ArticleFeatures(article.parse, lenient))
            if one.cue not in placed and not one.certain and one.probability < lexicon.threshold
        ]
        for candidate in found:
            right = _is_right(article, candidate.content, source_of(features, candidate))
            if right is not None:
                level = str(band(candidate.reported))
                for key in ((candidate.rule, level), (EVERY, level), (EVERY, EVERY)):
                    tally.add(key, right)
        for one in attribute(features, chosen):
            right = _is_right(article, one.content, ()) if not one.cue and one.rule in _FREE else None
            if right is not None:
                tally.add((one.rule, EVERY), right)


def _is_right(article: TrainingArticle, tokens: tuple[Range, ...], source: tuple[Range, ...]) -> bool | None:
    """Whether a content and its source are annotated; ``None`` where that counts neither way."""
    content, words = article.of_tokens(tokens), article.of_tokens(source)
    if not content or content & article.left_out:
        return None
    answered = [one for one in article.gold if overlap(content, one.content) >= HALF]
    if any(one.level == "edge" for one in answered) or (not answered and article.on_edge(content)):
        return None
    return any(one.has_source(words) for one in answered)
