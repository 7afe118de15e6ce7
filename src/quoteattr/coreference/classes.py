"""Names of what the word lists of coreference tell: what nouns can stand for, classes of organisations and of pronouns.

The lists are data (``data/en/resolution.toml``); here are the names by which rules ask for them.
"""

from __future__ import annotations

from typing import Final

PERSON_NOUN: Final = "person"
PEOPLE_NOUN: Final = "people"
ORGANISATION_NOUN: Final = "organisation"
DOCUMENT_NOUN: Final = "document"

BODY_CLASS: Final = "body"
CAMPAIGN_CLASS: Final = "campaign"
COUNTRY_CLASS: Final = "country"
FACILITY_CLASS: Final = "facility"
GOVERNMENT_CLASS: Final = "government"
MEDIA_CLASS: Final = "media"
PARTY_CLASS: Final = "party"

PLURAL_PRONOUN: Final = "plural"
RELATIVE_PRONOUN: Final = "relative"
SECOND_PERSON: Final = "second"
THING_PRONOUN: Final = "thing"
