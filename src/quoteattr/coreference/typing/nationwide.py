"""Votes for bodies whose names tell that they are of a whole country: "Yahoo Japan", "Royal Mail"."""

from __future__ import annotations

from quoteattr.coreference.mentions.names import NameKind
from quoteattr.coreference.rules import Example
from quoteattr.coreference.typing.votes import Form, form_vote
from quoteattr.lexicon.lists import word_list

__all__ = ["BODY", "NATIONAL"]

_COUNTRIES = word_list("mentions", "countries_of_bodies")
_REGIONS = word_list("mentions", "regions_of_countries")
_NATIONAL = word_list("mentions", "nationwide")
_PAIR = 2
"""Words of such a name."""


def _is_nationwide_body(form: Form) -> bool:
    """Whether a word and a country are the name of a body: "Yahoo Japan", but "Rural Australia", "Ross England"."""
    if len(form.key) != _PAIR or form.key[1] not in _COUNTRIES or form.is_given or form.text in form.gazetteer.places:
        return False
    return form.key[0] not in _REGIONS and form.key[0] not in form.gazetteer.places


def _is_nationwide(form: Form) -> bool:
    return not _NATIONAL.isdisjoint(form.key[:-1]) and form.count(NameKind.PERSON) <= 6


BODY = form_vote(
    {NameKind.ORGANISATION: 8},
    "type-nationwide-body",
    "a word and the country behind it are the name of a body",
    _is_nationwide_body,
    Example("Peter Hall at Yahoo Japan was glad.", "Yahoo Japan", "organisation"),
    Example("Vexo Germany was sold.", "Vexo Germany", "organisation"),
)
NATIONAL = form_vote(
    {NameKind.ORGANISATION: 4},
    "type-nationwide",
    "national, royal and similar words stand in the names of organisations",
    _is_nationwide,
    Example("Royal Mail was sold.", "Royal Mail", "organisation"),
    Example("Shares in Royal Dutch Shell fell.", "Royal Dutch", "organisation"),
)
