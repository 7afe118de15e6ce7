"""Affiliation: the organisation that each speaker stands for, and the rule that says so."""

from quoteattr.affiliation.affiliations import EVIDENCE, FAMILIES, RULES, affiliations_of
from quoteattr.affiliation.campaigns import implied_campaigns_of
from quoteattr.affiliation.ranking import Affiliation, Affiliations, is_government
from quoteattr.affiliation.roles import roles_of

__all__ = [
    "EVIDENCE",
    "FAMILIES",
    "RULES",
    "Affiliation",
    "Affiliations",
    "affiliations_of",
    "implied_campaigns_of",
    "is_government",
    "roles_of",
]
