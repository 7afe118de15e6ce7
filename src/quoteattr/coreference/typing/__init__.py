"""Typing: whether a name names a person, an organisation, a place or something else."""

from quoteattr.coreference.typing import context, employers, forms, model, phrases, plurals, revisions, told
from quoteattr.coreference.typing.kinds import RULES

__all__ = ["FAMILIES", "RULES"]

FAMILIES = (told, context, phrases, employers, model, forms, revisions, plurals)
"""The modules with the rules that tell what a name names."""
