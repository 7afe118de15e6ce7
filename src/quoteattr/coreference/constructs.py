"""Precise constructs: the descriptions that apposition, premodification and the copula tie to a name or a pronoun."""

from __future__ import annotations

from attrs import frozen

from quoteattr.coreference.entities import Mention

__all__ = ["APPOSITION", "COPULA", "PREMODIFIER", "Construct"]

APPOSITION, PREMODIFIER, COPULA = 0, 1, 2
"""How sure a construct is, the surest first: "Smith, head of Acme", "actress Jane Smith", "Smith is head of Acme"."""


@frozen
class Construct:
    """That somebody is what a description says.

    Attributes:
        mention: The name, or the pronoun, of whom it is said.
        head: The head noun of the description.
        rank: :data:`APPOSITION`, :data:`PREMODIFIER` or :data:`COPULA`.
        rule: The id of the rule that found it.
    """

    mention: Mention
    head: int
    rank: int
    rule: str
