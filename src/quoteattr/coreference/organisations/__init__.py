"""The organisations in a phrase: before a role noun, behind its prepositions, in its relative clause."""

from quoteattr.coreference.organisations.before import organisations_before
from quoteattr.coreference.organisations.behind import organisations_behind, organisations_of_clause
from quoteattr.coreference.organisations.nouns import (
    is_unknown,
    may_be_home,
    may_be_town,
    organisation_at,
    organisation_before,
)
from quoteattr.coreference.organisations.phrases import organisations_among, organisations_of_phrase

__all__ = [
    "is_unknown",
    "may_be_home",
    "may_be_town",
    "organisation_at",
    "organisation_before",
    "organisations_among",
    "organisations_before",
    "organisations_behind",
    "organisations_of_clause",
    "organisations_of_phrase",
]
