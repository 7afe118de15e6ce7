"""The organisations in the phrase for what somebody is: "director of Acme", "an Acme spokesman", "a letter from Acme"."""

from __future__ import annotations

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.organisations import organisations_among, organisations_before, organisations_behind
from quoteattr.coreference.rules import Example, Rule

__all__ = ["EVIDENCE"]


def _before(passage: Passage) -> list[Entity]:
    """The organisations before a noun: "Amazon spokeswoman"."""
    return _others(passage, organisations_before(passage.context, passage.head))


def _behind(passage: Passage) -> list[Entity]:
    """The organisations behind a noun, in its prepositions and its clause: "director of Acme"."""
    return _others(passage, organisations_behind(passage.context, passage.head))


def _among(passage: Passage) -> list[Entity]:
    """The named organisations of "groups led by Acme", "the board of Acme"."""
    return organisations_among(passage.context, passage.head)


def _others(passage: Passage, found: list[Entity]) -> list[Entity]:
    """All but whose phrase it is."""
    return [organisation for organisation in found if organisation is not passage.entity]


EVIDENCE = (
    Evidence(Rule("role-apposition-before", "x", ()), Rank.APPOSITION, (Basis.APPOSITION,), _before),
    Evidence(Rule("role-apposition-behind", "x", ()), Rank.APPOSITION, (Basis.APPOSITION,), _behind),
    Evidence(Rule("role-premodifier-before", "x", ()), Rank.BESIDE, (Basis.PREMODIFIER,), _before),
    Evidence(Rule("role-premodifier-behind", "x", ()), Rank.BESIDE, (Basis.PREMODIFIER,), _behind),
    Evidence(Rule("role-copula-before", "x", ()), Rank.COPULA, (Basis.COPULA,), _before),
    Evidence(Rule("role-copula-behind", "x", ()), Rank.COPULA, (Basis.COPULA,), _behind),
    Evidence(Rule("role-later-before", "x", ()), Rank.LATER, (Basis.LATER,), _before),
    Evidence(Rule("role-later-behind", "x", ()), Rank.LATER, (Basis.LATER,), _behind),
    Evidence(Rule("description-before", "x", ()), Rank.BESIDE, (Basis.DESCRIPTION,), _before),
    Evidence(Rule("description-behind", "x", ()), Rank.BESIDE, (Basis.DESCRIPTION,), _behind),
    Evidence(Rule("description-members", "x", ()), Rank.BESIDE, (Basis.SEVERAL,), _among),
)
