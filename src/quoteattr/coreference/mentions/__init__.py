"""Mentions: names, pronouns and descriptions of an article."""

from quoteattr.coreference.mentions.names import RULES

__all__ = ["RULES"]
