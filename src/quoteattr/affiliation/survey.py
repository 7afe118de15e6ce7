"""What an article has as a whole: its ministries, parties and seats, its government, who made its polls and studies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from attrs import field, frozen

from quoteattr.affiliation.ranking import Affiliations, is_government
from quoteattr.coreference.classes import GOVERNMENT_CLASS
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType, Traits
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax.labels import PLURAL_NOUN

__all__ = ["PARTY", "Makers", "Offices", "Survey", "documents_among", "offices_of", "party_word", "referring_in"]

_MINISTRIES = word_list("affiliation", "ministries")
_SMALL_WORDS = word_list("affiliation", "small_words") | _MINISTRIES
_TREASURY = "treasury"
_HOUSE = ("house",)
_STATE = "state"
_OPPOSITION = "opposition"
PARTY = "party"
"""The class of parties."""
_PARTIES = word_list("affiliation", "party_nouns")
_NO_PARTY = word_list("affiliation", "no_party")
_LOCAL_BODIES = word_list("affiliation", "local_bodies")
_WITH_MAYORS = word_list("affiliation", "councils_with_mayors")
_MAYOR = "mayor"
_ARTICLES = word_list("affiliation", "articles_themselves")
_STUDIES = word_list("affiliation", "studies")
_RESEARCHERS = word_list("affiliation", "researchers")
_COMPANIONS = word_list("affiliation", "companions")
_AT_HOME = word_list("affiliation", "governments_at_home")
_PARTS_OF_STATES = _AT_HOME | {"the", "'s", _STATE}
_LEARNED = word_list("affiliation", "learned_bodies")
_OF_RESEARCH = word_list("affiliation", "words_of_research")
_OPENING = 4
"""Sentences of an article that may tell that it is about research."""
_OFTEN = 3
"""A government that is spoken of so often is the one of an article."""


@frozen(eq=False)
class Offices:
    """Organisations of an article whose members hold public offices.

    Attributes:
        ministries: Ministries and departments, by the words of their names.
        parties: Parties, by the first words of their names (:func:`party_word`).
        seats: Parliaments and their chambers, by name.
        governments: Governments that are named by the place that they govern, by that place.
        government: The government, if the article says "the government" often, the one at home by its capital, or the
            only one that is named by a place.
        opposition: "The Federal Opposition".
        local: The one body of its kind that the article names, a council or a sheriff's office, by the kind.
    """

    ministries: Mapping[str, Entity] = field(factory=dict)
    parties: Mapping[str, Entity] = field(factory=dict)
    seats: Mapping[str, Entity] = field(factory=dict)
    governments: Mapping[str, Entity] = field(factory=dict)
    government: Entity | None = None
    opposition: Entity | None = None
    local: Mapping[str, Entity] = field(factory=dict)


@frozen(eq=False)
class Makers:
    """Who made the polls and the studies of an article, each once."""

    polls: Sequence[Entity] = ()
    studies: Sequence[Entity] = ()


@frozen(eq=False)
class Survey:
    """What evidence may ask for.

    Attributes:
        context: The article, and what each mention stands for.
        referring: The mentions of which something is known, with what they stand for, in text order.
        documents: The mentions of documents among them.
        offices: Its public offices.
        known: What the steps before have found.
    """

    context: Context
    referring: Sequence[tuple[Mention, Entity]]
    documents: Sequence[tuple[Mention, Entity]]
    offices: Offices
    known: Affiliations = field(factory=Affiliations)

    @cached_property
    def makers(self) -> Makers:
        """Who made its polls and studies, by what is known of its documents."""
        polls: dict[Entity, None] = {}
        studies: dict[Entity, None] = {}
        for mention, entity in self.referring:
            if mention.type is MentionType.PRONOUN and entity.kind is not SpeakerKind.DOCUMENT:
                continue
            if entity.kind is not SpeakerKind.DOCUMENT and self._did_study(mention, entity):
                studies |= {one.organisation: None for one in self.known.of(entity)[:1]}
            elif entity.kind is SpeakerKind.DOCUMENT and (made := self.known.organisation_of(entity)) is not None:
                if self._is_article(mention):
                    continue
                nouns = entity.traits.nouns | ({mention.noun.base} if mention.noun is not None else set())
                if not nouns.isdisjoint(self.context.gazetteer.poll):
                    polls[made.organisation] = None
                if not nouns.isdisjoint(_STUDIES):
                    studies[made.organisation] = None
            elif mention.name is not None and _stands_before_study(self.context, mention, entity):
                studies[entity] = None
        return Makers(tuple(polls), tuple(studies))

    @cached_property
    def institute(self) -> Entity | None:
        """Where the study was done that the article is about: by its maker, else by the first whom it names with one.

        Only an article that opens with research has one.
        """
        parse = self.context.parse
        first = parse.sentences[: _OPENING + 1]
        if not any(word in _OF_RESEARCH for start, end in first for word in parse.lower[start:end]):
            return None
        made = [one for one in self.makers.studies if _is_learned(one)]
        if made:
            return made[0]
        for mention, entity in self.referring:
            if mention.name is not None and entity.is_person and (found := self.known.organisation_of(entity)):
                return found.organisation if _is_learned(found.organisation) else None
        return None

    def _is_article(self, mention: Mention) -> bool:
        """Whether a document is the article itself: "This report by the Melford Wire was first published in May"."""
        this = self.context.parse.lower[mention.start] == "this"
        return this and mention.noun is not None and mention.noun.base in _ARTICLES

    def _did_study(self, mention: Mention, entity: Entity) -> bool:
        """Whether people did the study of the article: "the lead author", "researchers at", "Smith and colleagues"."""
        if mention.noun is not None and mention.noun.base in _RESEARCHERS:
            return True
        if mention.type is not MentionType.NAME or not entity.is_person:
            return False
        behind = self.context.parse.lower[mention.end : mention.end + 3]
        return behind[:1] == ["and"] and any(
            self.context.gazetteer.noun(word, PLURAL_NOUN).base in _COMPANIONS for word in behind
        )


def _is_learned(body: Entity) -> bool:
    """Whether a word of an organisation's name tells that research is done there."""
    return not _LEARNED.isdisjoint(body.traits.nouns)


def referring_in(context: Context) -> list[tuple[Mention, Entity]]:
    """The mentions of an article of which something is known, with what they stand for."""
    entity_of = context.entities.of
    pairs = [(mention, entity_of(mention)) for mention in context.document.mentions]
    anonymous = {entity for entity in {entity for _, entity in pairs} if entity.is_anonymous}
    return [pair for pair in pairs if pair[1] not in anonymous]


def documents_among(referring: Sequence[tuple[Mention, Entity]]) -> list[tuple[Mention, Entity]]:
    """The mentions of documents among others."""
    return [pair for pair in referring if pair[1].traits.kind is SpeakerKind.DOCUMENT]


def offices_of(context: Context, referring: Sequence[tuple[Mention, Entity]]) -> Offices:
    """The public offices of an article."""
    wanted = context.gazetteer.chambers
    inside: dict[str, Entity] = {}
    ministries: dict[str, Entity] = {}
    parties: dict[str, Entity] = {}
    seats: dict[str, Entity] = {}
    for mention, entity in referring:
        if mention.name is None or not entity.is_organisation:
            continue
        skipped = mention.name.key[0] == "the"
        key, start = mention.name.key[skipped:], mention.start + skipped
        if (seat := _seat_of(context, key)) in wanted:
            seats.setdefault(" ".join(seat), entity)
        elif entity.traits.classes and (whole := _opening(wanted, key)):
            part = Entity(Traits(SpeakerKind.ORGANISATION), [(start, start + len(whole))])
            inside.setdefault(" ".join(whole), part)
        for word in _fields(key):
            ministries.setdefault(word, entity)
        if _is_party(context, key, entity):
            for word in key[:2]:
                parties.setdefault(party_word(word), entity)
    by_place = _by_place(context, referring)
    government = _government(context, referring) or (next(iter(by_place.values())) if len(by_place) == 1 else None)
    named = (one for mention, one in referring if mention.name is not None and mention.name.key[-1] == _OPPOSITION)
    opposition = next((one for one in named if one.is_organisation), None)
    local = _local_bodies(referring)
    return Offices(ministries, parties, inside | seats, by_place, government, opposition, local)


def _local_bodies(referring: Sequence[tuple[Mention, Entity]]) -> Mapping[str, Entity]:
    """The bodies of local government that are alone of their kind: "Halden Council", "Ohio Sheriff's Office"."""
    found: dict[str, dict[Entity, None]] = {}
    for mention, entity in referring:
        words = mention.name.key if mention.name is not None and entity.is_organisation else ()
        for word in _LOCAL_BODIES.intersection(words[1:]):
            found.setdefault(word, {})[entity] = None
            if not _WITH_MAYORS.isdisjoint(words):
                found.setdefault(_MAYOR, {})[entity] = None
    return {word: next(iter(bodies)) for word, bodies in found.items() if len(bodies) == 1}


def _opening(wanted: AbstractSet[tuple[str, ...]], key: tuple[str, ...]) -> tuple[str, ...]:
    """The chamber with whose name another one begins; none for one House or another, of which many are committees."""
    return next((key[:size] for size in (1, 2) if key[:size] in wanted and key[:size] != _HOUSE), ())


def _seat_of(context: Context, key: tuple[str, ...]) -> tuple[str, ...]:
    """The name of a chamber, with "state" for that of a state: "Ohio Senate"."""
    return ("state", *key[-1:]) if " ".join(key[:-1]) in context.gazetteer.names_of_states else key


def _fields(key: tuple[str, ...]) -> list[str]:
    """What a ministry is for, by the words of its name; none if it is no ministry."""
    if _MINISTRIES.isdisjoint(key):
        return [_TREASURY] if key[-1] == _TREASURY else []
    return [word for word in key if word not in _SMALL_WORDS]


def _is_party(context: Context, key: tuple[str, ...], entity: Entity) -> bool:
    named = key[-1] in _PARTIES or PARTY in context.gazetteer.organisations.get(key[-1], ())
    return named and PARTY in entity.traits.classes and not entity.traits.place and key[0] not in _NO_PARTY


def _government(context: Context, referring: Sequence[tuple[Mention, Entity]]) -> Entity | None:
    """The government that the article speaks of often, or the one at home: "the Federal Government"."""
    entities = dict.fromkeys(entity for _, entity in referring)
    often = (one for one in entities if is_government(one) and context.salience.count(one) >= _OFTEN)
    at_home = (one for mention, one in referring if _is_at_home(context, mention, one))
    return next(often, None) or next(at_home, None)


def _is_at_home(context: Context, mention: Mention, entity: Entity) -> bool:
    """Whether a mention is "the Government" or "the Federal Government"."""
    parse, head = context.parse, mention.head
    if parse.words[head] != GOVERNMENT_CLASS.title() or not entity.is_organisation or entity.traits.place or not head:
        return False
    before = parse.lower[head - 1]
    return before == "the" or (before in _AT_HOME and mention.start >= head - 2)


def _by_place(context: Context, referring: Sequence[tuple[Mention, Entity]]) -> Mapping[str, Entity]:
    """Governments that are named by the place that they govern: "the Ohio government"."""
    found: dict[str, Entity] = {}
    for mention, entity in referring:
        if not entity.is_organisation or entity.traits.place:
            continue
        start, end = (mention.start, mention.end) if mention.name is not None else (0, 0)
        for names in entity.names if mention.name is None and mention.noun is not None else ():
            start, end = names if names[1] == mention.end else (start, end)
        words = [word for word in context.parse.lower[start:end] if word not in _PARTS_OF_STATES]
        if len(words) > 1 and words[-1] == GOVERNMENT_CLASS:
            place = context.gazetteer.places.get(" ".join(words[:-1]))
            if place is not None:
                found.setdefault(place, entity)
    return found


def party_word(word: str) -> str:
    """One form for the words that name a party: "conservatives", "tory" and "conservative"."""
    word = {"tories": "conservative", "tory": "conservative", "lib": "liberal"}.get(word, word)
    return word.removesuffix("s")


def _stands_before_study(context: Context, mention: Mention, entity: Entity) -> bool:
    """Whether a name is that of the organisation in "the Melford Forum study"."""
    organisation = entity.is_organisation and not entity.traits.place
    return organisation and not _STUDIES.isdisjoint(context.parse.lower[mention.end : mention.end + 1])
