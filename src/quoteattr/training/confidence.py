"""How often quotes were right, by rule and by how likely the judge held them to be."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.attribute.confidence import EVERY, band
from quoteattr.attribute.sources import source_of
from quoteattr.detect import Reading, detect
from quoteattr.lexicon import Lexicon
from quoteattr.training.articles import HALF, TrainingArticle, overlap
from quoteattr.training.counting import Tally

__all__ = ["count_right"]


def count_right(articles: Iterable[TrainingArticle], lexicon: Lexicon, tally: Tally) -> None:
    """Add to ``tally`` how often the quotes of each rule and band had the right content (half of its words) and source.

    Args:
        articles: Articles that ``lexicon`` was not made from.
        lexicon: What finds the quotes. Those below its threshold are counted too, as found with a lower one, for
            users who ask for everything.
        tally: Gets the keys (rule, band), (any rule, band) and (any rule, any band).
    """
    lenient = lexicon.lenient(0.0)
    for article in articles:
        reading = Reading(article.parse, lexicon)
        found = [one for one in detect(reading) if one.probability >= lexicon.threshold]
        found += [one for one in detect(Reading(article.parse, lenient)) if one.probability < lexicon.threshold]
        for candidate in found:
            content = article.of_tokens(candidate.content)
            if not content or content & article.left_out:
                continue
            source = article.of_tokens(source_of(reading, candidate))
            answered = [one for one in article.gold if overlap(content, one.content) >= HALF]
            if any(one.level == "edge" for one in answered) or (not answered and article.on_edge(content)):
                continue
            right = any(one.has_source(source) for one in answered)
            level = str(band(candidate.reported))
            for key in ((candidate.rule, level), (EVERY, level), (EVERY, EVERY)):
                tally.add(key, right)
