"""Mentions: names, pronouns and descriptions of an article."""

from quoteattr.coreference.mentions import (
    causes,
    edges,
    headlines,
    missed_names,
    name_joins,
    name_revisions,
    name_spans,
    people_spans,
    told_names,
)
from quoteattr.coreference.mentions.names import RULES

__all__ = ["FAMILIES", "RULES"]

FAMILIES = (told_names, name_spans, edges, people_spans, name_joins, causes, headlines, missed_names, name_revisions)
"""The modules with the rules that find names, in the order in which they are asked."""
