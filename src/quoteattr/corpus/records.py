"""The records over many articles. All are attrs classes, frozen, slotted and hashable."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.records import SpeakerKind

__all__ = ["Appearance", "CorpusOrganisation", "CorpusSpeaker", "Key", "Merged", "Occurrence", "RepeatedQuote"]

Key = tuple[str, str]
"""The id of a document, and the id of a speaker, an organisation or a quote in it."""


@frozen
class Appearance:
    """A speaker or an organisation of one article.

    Attributes:
        document: Id of the article.
        id: Id in the article: of a :class:`~quoteattr.Speaker` or an :class:`~quoteattr.Organisation`.
        quotes: How many quotes of the article are theirs; of an organisation: are of those who speak for it.
    """

    document: str
    id: str
    quotes: int


@frozen
class CorpusOrganisation:
    """An organisation over many articles.

    Attributes:
        id: Unique in the corpus (``"O1"``), in the order in which they come.
        name: The fullest form of all articles.
        aliases: The other forms, those that most articles have first.
        acronyms: Those of the aliases that are initials ("ACLU").
        quotes: How many quotes are of those who speak for it.
        documents: In how many articles it stands.
        appearances: Where it stands, in the order of the articles; empty if they were not to be kept.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    quotes: int = 0
    documents: int = 0
    appearances: tuple[Appearance, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.name


@frozen
class CorpusSpeaker:
    """A named speaker over many articles.

    Attributes:
        id: Unique in the corpus (``"S1"``), in the order in which they come.
        name: The fullest name of all articles.
        kind: As that of :class:`~quoteattr.Speaker`.
        aliases: The other names, those that most articles have first.
        roles: The roles as they are written, those that most articles have first.
        organisations: Ids of :class:`CorpusOrganisation`, of those spoken for most often first; the first of a
            speaker that is an organisation is itself. One that is in a single article of twenty or more is left out.
        quotes: How many quotes there are.
        direct: How many of these are direct.
        mixed: How many are mixed.
        indirect: How many are indirect.
        documents: In how many articles.
        appearances: Where, in the order of the articles; empty if they were not to be kept.
        known_id: The id by which the user's own list knows this speaker, or ``None``.
    """

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    quotes: int = 0
    direct: int = 0
    mixed: int = 0
    indirect: int = 0
    documents: int = 0
    appearances: tuple[Appearance, ...] = field(default=(), repr=False)
    known_id: str | None = None

    def __str__(self) -> str:
        return self.name


@frozen(hash=False)
class Merged:
    """The speakers and organisations of a corpus.

    Attributes:
        speakers: All that have a name, in the order in which they come.
        organisations: All, in the order in which they come.
        speaker_ids: For the id of a document and of a speaker in it, the id of the :class:`CorpusSpeaker`; one
            without a name has none.
        organisation_ids: For the id of a document and of an organisation in it, that of the
            :class:`CorpusOrganisation`.
    """

    speakers: tuple[CorpusSpeaker, ...] = ()
    organisations: tuple[CorpusOrganisation, ...] = ()
    speaker_ids: Mapping[Key, str] = field(factory=dict, repr=False)
    organisation_ids: Mapping[Key, str] = field(factory=dict, repr=False)

    def speaker(self, document: str, identity: str) -> CorpusSpeaker | None:
        """Who a speaker of an article is in the corpus; ``None`` for one without a name.

        Args:
            document: Id of the article.
            identity: Id of the speaker in it.
        """
        found = self.speaker_ids.get((document, identity))
        return None if found is None else self.speakers[int(found[1:]) - 1]

    def organisation(self, document: str, identity: str) -> CorpusOrganisation | None:
        """Which an organisation of an article is in the corpus; ``None`` where there is none of this id.

        Args:
            document: Id of the article.
            identity: Id of the organisation in it.
        """
        found = self.organisation_ids.get((document, identity))
        return None if found is None else self.organisations[int(found[1:]) - 1]


@frozen
class Occurrence:
    """A quote of one article that stands in others as well.

    Attributes:
        document: Id of the article.
        quote: Id of the quote in it.
        text: Its words.
        speaker: The speaker's name or description there, or ``None``.
    """

    document: str
    quote: str
    text: str
    speaker: str | None = None


@frozen
class RepeatedQuote:
    """The same words in several articles, or nearly the same.

    Attributes:
        id: Unique in the corpus (``"R1"``), in the order of their first occurrences.
        exact: Whether all have the same words, letter case and punctuation aside.
        occurrences: Where they stand, in the order of the articles.
    """

    id: str
    exact: bool
    occurrences: tuple[Occurrence, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles, in their order, each once."""
        return tuple(dict.fromkeys(one.document for one in self.occurrences))
