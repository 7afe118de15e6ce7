"""Typing: whether a name names a person, an organisation, a place or something else."""

from quoteattr.coreference.typing.kinds import RULES

__all__ = ["RULES"]
