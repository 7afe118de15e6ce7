"""Find contents: one module a family of rules, then one module that chooses among what they yield."""

from __future__ import annotations

from types import ModuleType

from quoteattr.detect import (
    according,
    clauses,
    infinitives,
    inversion,
    nouns,
    objects,
    passives,
    predicates,
    prepositions,
    surface,
    turns,
)
from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.joining import joined
from quoteattr.detect.merge import select
from quoteattr.detect.reading import Reading

__all__ = ["FAMILIES", "Candidate", "Example", "Reading", "Rule", "detect", "rules"]

FAMILIES: tuple[ModuleType, ...] = (
    surface,
    predicates,
    clauses,
    inversion,
    according,
    turns,
    infinitives,
    objects,
    prepositions,
    passives,
    nouns,
)
"""The families in the order in which they are asked; each has ``RULES`` and ``find(reading)``."""


def detect(reading: Reading) -> list[Candidate]:
    """The contents of one article, in text order, without overlap."""
    return joined(reading, select(reading, (family.find(reading) for family in FAMILIES)))


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the families."""
    return tuple(rule for family in FAMILIES for rule in family.RULES)
