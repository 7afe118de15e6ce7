"""First persons and the turns of printed interviews: "I" is who speaks, "we" whom they speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from quoteattr.coreference.compatibility import is_human
from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType, Traits
from quoteattr.coreference.gazetteer import word_list
from quoteattr.coreference.mentions.pronouns import pronoun_class
from quoteattr.coreference.rules import Example, Rule
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Range

__all__ = ["RULES", "SIEVES", "Turn", "author_of", "turns_of"]

_ASKS = word_list("coreference", "questions")
_ANSWERS = word_list("coreference", "answers")
_NOTES = word_list("coreference", "author_notes")
_HEAD, _FOOT = 8, 3
"""Paragraphs at either end of the article where a byline or a note on the author is looked for."""
_LINE, _OPENING = 14, 5
"""Tokens of the longest byline, and tokens at the beginning of a line of which one at least is a word."""
_HOPS = 5
"""Quotations back to the one with a source."""
_FEW = 2
"""Answers that tell an interview where no question is an attribution."""


# ---- first persons -------------------------------------------------------------------------------------------------


def _speaker_of(context: Context, mention: Mention) -> Mention | None:
    """The source of the quotation that a mention stands in, or of the one that it goes on with."""
    document = context.document
    number: int | None = document.quoted_by[mention.head]
    for _ in range(_HOPS):
        if number is None or not 0 <= number < len(document.source_heads):
            return None
        if heads := document.source_heads[number]:
            found = next((document.at_head[head] for head in heads if head in document.at_head), None)
            return found if found is not None and context.known(found) is not None else None
        number = document.attributions[number].keeps
    return None


def _speaker(context: Context, mention: Mention) -> Finding | None:
    speaker = _speaker_of(context, mention) if pronoun_class(context.document, mention) == "first" else None
    return Finding(context.entities.of(speaker), speaker) if speaker is not None else None


def _speaking_body(context: Context, mention: Mention) -> Finding | None:
    """Those who speak, where they are several or an organisation."""
    we = pronoun_class(context.document, mention) == "first_plural"
    speaker = _speaker_of(context, mention) if we else None
    entity = context.entities.of(speaker) if speaker is not None else None
    several = entity is not None and (entity.is_organisation or (is_human(entity) and not entity.is_person))
    return Finding(entity, speaker) if entity is not None and several else None


def _body_spoken_for(context: Context, mention: Mention) -> Finding | None:
    """The organisation for which the speaker stands."""
    we = pronoun_class(context.document, mention) == "first_plural"
    speaker = _speaker_of(context, mention) if we else None
    served = context.served.get(context.entities.of(speaker), ()) if speaker is not None else ()
    return Finding(served[0], speaker) if served else None


def _author(context: Context, mention: Mention) -> Finding | None:
    """Who writes the article, outside of quotation marks."""
    document, token = context.document, mention.head
    outside = not document.is_quoted(token) and document.parse.region_of[token] < 0
    first = outside and pronoun_class(document, mention) == "first"
    return Finding(context.named.author) if first else None
