"""Find contents: one module a family of rules, then one module that chooses among what they yield."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain
from types import ModuleType
from typing import Any

from attrs import evolve

from quoteattr.detect import (
    according,
    clauses,
    framing,
    idioms,
    infinitives,
    inversion,
    nouns,
    objects,
    passives,
    predicates,
    prepositions,
    quoting,
    sourceless,
    surface_clauses,
)
from quoteattr.detect.bounding import bounded
from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.classifier import classified, plausible
from quoteattr.detect.continuation import continued, free, repeated
from quoteattr.detect.expressing import behind_noun
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations import (
    blocks,
    labelled_lines,
    labelled_quotations,
    name_lines,
    reasons,
    signed,
    surface,
    transcripts,
    unclosed,
)
from quoteattr.detect.selection import select
from quoteattr.detect.turns import apart, with_turns

__all__ = ["FAMILIES", "RULE_MODULES", "ArticleFeatures", "Candidate", "Example", "Rule", "detect"]

FAMILIES: tuple[ModuleType, ...] = (
    surface,
    unclosed,
    reasons,
    framing,
    quoting,
    predicates,
    clauses,
    surface_clauses,
    inversion,
    according,
    idioms,
    transcripts,
    signed,
    name_lines,
    labelled_quotations,
    labelled_lines,
    blocks,
    infinitives,
    objects,
    prepositions,
    passives,
    nouns,
)
"""The families in the order in which they are asked; each has ``RULES`` and ``find(article)``."""
RULE_MODULES: tuple[ModuleType, ...] = (*FAMILIES, free, repeated, sourceless)
"""All that have rules: the families, what continues the quotations that they find, and what has no source at all."""


def detect(article: ArticleFeatures, own: Iterable[Any] = (), without: Collection[str] = ()) -> list[Candidate]:
    """The contents of one article, in text order, without overlap but for what is attributed within a turn.

    Args:
        article: The article.
        own: Further families of rules, asked before the others; what one of them is certain of goes first.
        without: Ids of rules whose candidates are dropped.
    """
    own = tuple(own)
    ids = {rule.id for family in own for rule in family.RULES}
    every = chain.from_iterable(family.find(article) for family in (*own, *FAMILIES))
    kept = (one for one in every if one.rule not in without)
    turns, others = apart(kept)
    found = classified(article, turns.fitting(article, bounded(article, plausible(article, others))))
    found = [evolve(one, probability=1.0, reported=1.0) if one.certain and one.rule in ids else one for one in found]
    selected = [behind_noun(article, one) for one in select(article, found)]
    return with_turns(turns, continued(article, selected, without))
