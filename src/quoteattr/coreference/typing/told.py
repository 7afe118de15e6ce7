"""Votes of the user, who knows what some names name."""

from __future__ import annotations

from quoteattr.coreference.mentions.names import NameKind
from quoteattr.coreference.rules import Example, Rule
from quoteattr.coreference.typing.votes import vote

__all__ = ["RULES"]

_CERTAIN = 1000
"""More than all other votes together."""

RULES: tuple[Rule, ...] = (
    vote(
        {NameKind.PERSON: _CERTAIN},
        "type-told-person",
        "the user knows a person of this name",
        lambda seen: seen.name.told is NameKind.PERSON,
        Example("He was chairman of Quintessa.", "Quintessa", "person"),
        Example("Lady Zee, a bank, closed.", "Lady Zee", "person"),
    ),
    vote(
        {NameKind.ORGANISATION: _CERTAIN},
        "type-told-organisation",
        "the user knows an organisation of this name",
        lambda seen: seen.name.told is NameKind.ORGANISATION,
        Example("Mr. Forward Together said that it was late.", "Forward Together", "organisation"),
        Example("They met Mr. FoTo in May.", "FoTo", "organisation"),
    ),
)
