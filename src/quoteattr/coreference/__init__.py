"""Coreference: which mentions of an article stand for the same entity, and who speaks in each attribution."""

from quoteattr.coreference import engine, nested, sources
from quoteattr.coreference.sieves import (
    bodies_meant,
    cataphora,
    descriptions,
    external,
    head_match,
    names,
    organisation_names,
    people,
    people_meant,
    possessives,
    precise,
    pronouns,
    relatives,
    speech,
    turns,
)

__all__ = ["FAMILIES"]

FAMILIES = (
    people,
    organisation_names,
    names,
    precise,
    external,
    descriptions,
    bodies_meant,
    possessives,
    head_match,
    people_meant,
    relatives,
    pronouns,
    engine,
    cataphora,
    turns,
    speech,
    sources,
    nested,
)
"""The modules with the rules of coreference, in the order in which they are asked."""
