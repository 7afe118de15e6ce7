"""The classes of quotes and speakers: what the records call by one of a few words."""

from __future__ import annotations

import enum

__all__ = ["Attitude", "QuoteKind", "SpeakerKind"]


class QuoteKind(enum.Enum):
    """How the words of a quote stand in the article."""

    DIRECT = "direct"
    """All within quotation marks, or a turn of a transcript, which its label opens."""
    MIXED = "mixed"
    """Partly within quotation marks."""
    INDIRECT = "indirect"
    """In the words of the article alone."""


class Attitude(enum.Enum):
    """What the source does with the content: the four classes of the Penn Attribution Relation Corpus (Pareti 2015)."""

    ASSERTION = "assertion"
    """Says it, writes it, shows it."""
    BELIEF = "belief"
    """Thinks, expects, fears or hopes that it is so."""
    FACT = "fact"
    """Knows, learns, forgets or regrets it: the article takes it for true."""
    EVENTUALITY = "eventuality"
    """Wants, plans, orders, refuses or supports it."""


class SpeakerKind(enum.Enum):
    """What sort of source a speaker is."""

    PERSON = "person"
    """One human being."""
    PEOPLE = "people"
    """Several, or an informal group: protesters, voters, "sources"."""
    ORGANISATION = "organisation"
    """A company, party, agency, court, newspaper or other body."""
    DOCUMENT = "document"
    """A letter, report, poll, law, book or page that speaks for itself."""
    UNKNOWN = "unknown"
    """The article does not tell."""
