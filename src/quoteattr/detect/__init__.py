"""Find contents: one module a family of rules, then one module that chooses among what they yield."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from types import ModuleType
from typing import Any

from attrs import evolve

from quoteattr.detect import (
    according,
    clauses,
    framing,
    infinitives,
    inversion,
    nouns,
    objects,
    passives,
    predicates,
    prepositions,
    quoting,
)
from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.joining import joined
from quoteattr.detect.judge import judged
from quoteattr.detect.merge import select
from quoteattr.detect.quotations import blocks, labelled_lines, labelled_quotations, surface, transcripts, unclosed
from quoteattr.detect.reading import Reading

__all__ = ["FAMILIES", "Candidate", "Example", "Reading", "Rule", "detect", "rules"]

FAMILIES: tuple[ModuleType, ...] = (
    surface,
    unclosed,
    framing,
    quoting,
    predicates,
    clauses,
    inversion,
    according,
    transcripts,
    labelled_quotations,
    labelled_lines,
    blocks,
    infinitives,
    objects,
    prepositions,
    passives,
    nouns,
)
"""The families in the order in which they are asked; each has ``RULES`` and ``find(reading)``."""


def detect(reading: Reading, own: Iterable[Any] = ()) -> list[Candidate]:
    """The contents of one article, in text order, without overlap.

    Args:
        reading: The article.
        own: Further families of rules, asked before the others; what one of them is certain of goes first.
    """
    own = tuple(own)
    ids = {rule.id for family in own for rule in family.RULES}
    found = judged(reading, chain.from_iterable(family.find(reading) for family in (*own, *FAMILIES)))
    found = [evolve(one, probability=1.0, reported=1.0) if one.certain and one.rule in ids else one for one in found]
    return joined(reading, select(reading, found))


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the families."""
    return tuple(rule for family in FAMILIES for rule in family.RULES)
