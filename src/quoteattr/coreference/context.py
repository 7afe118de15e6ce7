"""What a rule of coreference sees of an article, and what it says of a mention."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from attrs import field, frozen

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entities, Entity, Mention, Traits
from quoteattr.coreference.gazetteer import Gazetteer, Noun
from quoteattr.coreference.named import Named
from quoteattr.coreference.rules import Rule
from quoteattr.coreference.salience import Salience
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, Range

__all__ = ["CAMPAIGN", "Context", "Finding", "Interview", "Sieve"]

CAMPAIGN = "campaign"
"""The noun under which the campaign of a candidate is kept."""


@frozen(eq=False)
class Interview:
    """An interview whose questions and answers have no labels.

    Attributes:
        guest: A name of whoever answers.
        questions: The numbers of the paragraphs that ask.
        first: The first one's token.
    """

    guest: Mention
    questions: Collection[int]
    first: int


@frozen(eq=False)
class Context:
    """What a sieve sees while the walk stands at a mention. A sieve writes to nothing of it.

    Attributes:
        document: The article and its mentions.
        entities: What each mention stands for, so far.
        salience: Who was mentioned last.
        named: Places and families by name.
        served: The organisations that named people stand for, by what stands beside their names.
        possessions: What belongs to whom, so far, by owner and noun: campaigns, relatives, boards.
        author: Who writes the article.
        addressed: For each turn of an interview that is put to somebody: the label of whoever answers.
        interview: The interview without labels that the article is, if it is one.
        implied_campaigns: For people whose campaign the article never mentions: one that their spokesmen speak for.
        parse: The article's words and tree.
        gazetteer: The word lists.
    """

    document: Document
    entities: Entities
    named: Named
    salience: Salience = field(factory=Salience)
    served: Mapping[Entity, tuple[Entity, ...]] = field(factory=dict)
    possessions: dict[tuple[Entity, str], Entity] = field(factory=dict)
    author: Entity = field(factory=lambda: Entity(Traits(SpeakerKind.PERSON)))
    addressed: Mapping[int, Mention] = field(factory=dict)
    interview: Interview | None = None
    implied_campaigns: Mapping[Entity, Entity] = field(factory=dict)
    parse: Parse = field(init=False)
    gazetteer: Gazetteer = field(init=False)

    @parse.default
    def _parse_of_document(self) -> Parse:
        return self.document.parse

    @gazetteer.default
    def _gazetteer_of_document(self) -> Gazetteer:
        return self.document.gazetteer

    def entity_at(self, token: int) -> Entity | None:
        """What the mention stands for that ``token`` heads; ``None`` where there is none, or nothing is known of it."""
        mention = self.document.at_head.get(token)
        return self.known(mention) if mention is not None else None

    def entity_covering(self, token: int) -> Entity | None:
        """What the name names that covers ``token``, or ``None``."""
        name = self.document.name_covering(token)
        return self.entities.of(name) if name is not None else None

    def known(self, mention: Mention) -> Entity | None:
        """What a mention stands for; ``None`` for a pronoun of which no rule has said so."""
        entity = self.entities.of(mention)
        return None if entity.is_anonymous else entity

    def speaks_around(self, mention: Mention, entity: Entity) -> bool:
        """Whether somebody says the turn that a mention stands in, who would not call himself so."""
        number = self.document.quoted_by[mention.head]
        if number < 0 or not self.document.attributions[number].is_turn:
            return False
        labels = map(self.document.mention_at, self.document.source_heads[number])
        return any(label is not None and self.entities.of(label) is entity for label in labels)

    def campaign_of(self, person: Entity) -> Entity | None:
        """The campaign of a candidate, if the article has spoken of it."""
        return self.possessions.get((person, CAMPAIGN))

    def noun_at(self, token: int) -> Noun:
        """What the word can stand for."""
        return self.gazetteer.noun(self.parse.lower[token], self.parse.tags[token])


@frozen
class Finding:
    """What a sieve says of a mention.

    Attributes:
        entity: What the mention stands for.
        antecedent: The mention by which the sieve went, if by one.
        traits: The entity's traits with what the mention teaches of them; ``None`` for nothing.
        names: Forms of the entity's name that the mention gives, as tokens.
        owner: Whose the entity is, if the mention tells so.
        maker: Who made the entity, a poll, if the mention tells so.
        possession: Owner and noun under which the entity is found from now on.
        margin: How much likelier the entity is than anybody else, in sentences of distance, if that was weighed.
    """

    entity: Entity
    antecedent: Mention | None = None
    traits: Traits | None = None
    names: tuple[Range, ...] = ()
    owner: Entity | None = None
    maker: Entity | None = None
    possession: tuple[Entity, str] | None = None
    margin: float | None = None


@frozen
class Sieve:
    """One rule: it says whom a mention stands for, or passes.

    Attributes:
        rule: Its id, reason and examples.
        find: Gives what it says of a mention; ``None`` where it passes to the next sieve.
    """

    rule: Rule
    find: Callable[[Context, Mention], Finding | Entity | None]
