"""The engine: names and precise constructs first, then one walk from left to right that asks the sieves in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.classes import BODY_CLASS, RELATIVE_PRONOUN
from quoteattr.coreference.constructs import Construct
from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.document import document_of
from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.groups import pair_at
from quoteattr.coreference.mentions.names import find_names
from quoteattr.coreference.mentions.nominals import phrase_mentions, traits_of
from quoteattr.coreference.mentions.origins import origin_of
from quoteattr.coreference.mentions.pronouns import pronoun_class, traits_of_pronoun
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.coreference.named import named_of
from quoteattr.coreference.organisations import organisations_among
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves import pronouns, relatives, speech, turns
from quoteattr.coreference.sieves.cataphora import named_later
from quoteattr.coreference.sieves.descriptions import description_finding
from quoteattr.coreference.sieves.external import Chain, sieves_of_chains
from quoteattr.coreference.sieves.interviews import interview_of
from quoteattr.coreference.sieves.names import link_names
from quoteattr.coreference.sieves.possessives import relative_of
from quoteattr.coreference.sieves.precise import constructs_of_pronouns, link_constructs
from quoteattr.coreference.told import teach
from quoteattr.coreference.typing.kinds import kinds_of
from quoteattr.syntax import Parse

__all__ = ["PART_OF", "RULES", "Introduced", "introduce", "link_first_persons", "resolve_anaphora"]

_LONGEST = 40
"""Tokens of a source in which a name is taken for a speaker's."""

_PRONOUN_SIEVES: Mapping[str, Sequence[Sieve]] = {**pronouns.SIEVES, "relative": relatives.SIEVES}
"""For each class of pronouns that is linked in the walk, in this order."""

PART_OF = rule(
    "description-part-of",
    "“The board of Velora” is what the article elsewhere calls Velora's board",
    "[The board](Microsoft's board) of Microsoft met. Rain fell. Microsoft's board said no.",
    "[The council](Acme's council) of Acme met. Rain fell. Acme's council said no.",
)

RULES = (PART_OF,)


@frozen(eq=False)
class Introduced:
    """An article whose names and precise constructs are linked.

    Attributes:
        context: The article, its mentions and their entities.
        constructs: The descriptions of names.
    """

    context: Context
    constructs: tuple[Construct, ...]


def introduce(
    parse: Parse,
    attributions: Sequence[Attribution],
    gazetteer: Gazetteer,
    without: Collection[str] = (),
    told: ToldNames = NOBODY,
    day: date | None = None,
) -> Introduced:
    """Find the mentions of an article, and link names and the descriptions beside them.

    Args:
        parse: The article.
        attributions: Its attributions, in text order.
        gazetteer: The word lists.
        without: Ids of rules that are not asked.
        told: The names of those whom the user knows.
        day: That of the article's publication, if it is known.
    """
    entities = Entities()
    attributions = turns.untitled(parse, gazetteer, attributions)
    sources = [tokens for one in attributions for tokens in (one.voice if one.is_turn else one.source)]
    names = find_names(parse, gazetteer, sources, told=told)
    speaking = frozenset(token for start, end in sources if end - start < _LONGEST for token in range(start, end))
    kinds = kinds_of(parse, names, gazetteer, speaking)
    named = link_names(parse, names, kinds, gazetteer, entities, without, told, sources)
    teach(entities, named, told, day, gazetteer)
    taken = [False] * len(parse)
    for mention in named:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
        _note_origin(parse, mention, entities, gazetteer)
    phrases = phrase_mentions(parse, taken, sources, gazetteer)
    for mention in phrases:
        traits = traits_of_pronoun if mention.type is MentionType.PRONOUN else traits_of
        entities.begin(mention, Entity(traits(parse, mention, gazetteer)))
    mentions = sorted([*named, *phrases], key=lambda mention: (mention.head, mention.start))
    document = document_of(parse, gazetteer, mentions, attributions)
    constructs = link_constructs(document, entities, without)
    context = Context(document, entities, named_of(document, entities))
    addressed = turns.link_turns(context, without)
    author, interview = speech.author_of(context), interview_of(context)
    return Introduced(evolve(context, author=author, addressed=addressed, interview=interview), tuple(constructs))


def _note_origin(parse: Parse, mention: Mention, entities: Entities, gazetteer: Gazetteer) -> None:
    entity = entities.of(mention)
    if entity.is_person:
        homes, party = origin_of(parse, mention, gazetteer)
        if homes or party:
            traits = entity.traits
            entities.teach(entity, evolve(traits, homes=traits.homes | homes, nouns=traits.nouns | party))


def resolve_anaphora(
    introduced: Introduced,
    served: Mapping[Entity, tuple[Entity, ...]],
    without: Collection[str] = (),
    chains: Iterable[Chain] = (),
) -> Introduced:
    """Link pronouns and descriptions to their antecedents.

    Outside quotation marks they are linked in text order; pronouns of the third person inside them afterwards, when the
    speaker is known, who is not meant by them.

    Args:
        introduced: The article, with its names and precise constructs.
        served: The organisations that named people stand for, by what stands beside their names.
        without: Ids of rules that are not asked.
        chains: Coreference chains of the article, if somebody has found them.
    """
    context = evolve(introduced.context, served=served)
    _Walk(context, frozenset(without), sieves_of_chains(context.parse, chains)).through()
    found = constructs_of_pronouns(context.document, context.entities, without)
    return Introduced(context, (*introduced.constructs, *found))


def link_first_persons(context: Context, without: Collection[str] = ()) -> None:
    """Link pronouns of the first person to who speaks, or to the organisation that speaks through them.

    Args:
        context: The article with its anaphora linked, and with the organisations that everybody stands for.
        without: Ids of rules that are not asked.
    """
    document, walk = context.document, _Walk(context, frozenset(without))
    pronouns = [mention for mention in document.mentions if mention.type is MentionType.PRONOUN]
    for mention in sorted(pronouns, key=lambda one: document.is_quoted(one.head)):  # "I" who speaks first
        if context.entities.is_open(mention):
            walk.ask(speech.SIEVES.get(pronoun_class(document, mention), ()), mention)


@frozen(eq=False)
class _Walk:
    """One walk through an article from left to right."""

    context: Context
    without: frozenset[str]
    external: Sequence[Sieve] = ()

    def through(self) -> None:
        context = self.context
        quoted = [mention for mention in context.document.mentions if self._waits(mention)]
        waiting = frozenset(quoted)
        for mention in context.document.mentions:
            if mention not in waiting:
                self._visit(mention)
        self._join_parts()
        for later in tuple(named_later(context)):
            if later.rule not in self.without:
                context.entities.merge(*later)
        context.salience.last_speaker = None
        for mention in quoted:
            self._resolve_pronoun(mention)

    def _waits(self, mention: Mention) -> bool:
        """Whether a pronoun of the third person stands in a quotation, whose speaker has to be known first."""
        if mention.type is not MentionType.PRONOUN or not self.context.document.is_quoted(mention.head):
            return False
        return pronoun_class(self.context.document, mention) in pronouns.SIEVES

    def _visit(self, mention: Mention) -> None:
        context = self.context
        if mention.type is MentionType.PRONOUN:
            self._resolve_pronoun(mention)
        elif context.entities.is_open(mention) and not self.ask(self.external, mention):
            found = description_finding(context, mention, self.without)
            if found is not None and not context.speaks_around(mention, found[0].entity):
                self._apply(mention, *found)
        elif mention.noun is not None and (relative := relative_of(context, mention, mention.noun)) is not None:
            context.possessions[relative] = context.entities.of(mention)
        self._remember(mention)

    def _resolve_pronoun(self, mention: Mention) -> None:
        if not self.ask(self.external, mention):
            self.ask(_PRONOUN_SIEVES.get(pronoun_class(self.context.document, mention), ()), mention)

    def ask(self, sieves: Sequence[Sieve], mention: Mention) -> bool:
        """Let the first sieve decide that says whom a mention stands for; tell whether one has."""
        for sieve in sieves:
            found = sieve.find(self.context, mention) if sieve.rule.id not in self.without else None
            if found is not None:
                if isinstance(found, Entity):
                    self._link(mention, found, sieve.rule.id)
                else:
                    self._apply(mention, found, sieve.rule.id)
                return True
        return False

    def _link(self, mention: Mention, entity: Entity, rule: str) -> None:
        """Let a mention stand for an entity, unless it does so already."""
        if entity is not self.context.entities.of(mention):
            self.context.entities.link(mention, entity, rule)

    def _apply(self, mention: Mention, finding: Finding, rule: str) -> None:
        """Write down what a sieve says of a mention."""
        entities, entity = self.context.entities, finding.entity
        if entity is not entities.of(mention) or finding.possession is not None or finding.names:
            entities.link(mention, entity, rule, finding.antecedent, finding.margin)
        if finding.traits is not None:
            entities.teach(entity, finding.traits)
        entity.names.extend(finding.names)
        entity.owner = entity.owner if finding.owner is None else finding.owner
        entity.maker = entity.maker if finding.maker is None else finding.maker
        if finding.possession is not None:
            self.context.possessions[finding.possession] = entity

    def _remember(self, mention: Mention) -> None:
        """Note who was mentioned, and who spoke."""
        context, salience = self.context, self.context.salience
        entity = context.known(mention)
        if entity is None:
            return
        salience.note(entity)
        if self._speaks(mention):
            salience.last_speaker = entity
            group = entity if entity.parts else pair_at(context, mention.head)
            if group is not None:
                salience.last_group = group, context.parse.sentence_of[mention.head]

    def _speaks(self, mention: Mention) -> bool:
        """Whether somebody speaks here in their own right: not inside what others say, nor in a clause with "who"."""
        document = self.context.document
        if not document.is_source(mention) or document.content_of[mention.head] >= 0:
            return False
        return mention.type is not MentionType.PRONOUN or pronoun_class(document, mention) != RELATIVE_PRONOUN

    def _join_parts(self) -> None:
        """Let "the board of Amazon" be the "Amazon's board" of another place."""
        context = self.context
        for mention in context.document.mentions:
            if mention.noun is None or BODY_CLASS not in mention.noun.classes:
                continue
            entity = context.entities.of(mention)
            if entity.names or entity.owner is not None:
                continue
            for owner in organisations_among(context, mention.head)[:1]:
                whole = context.possessions.get((owner, mention.noun.base))
                if whole is not None and whole is not entity and PART_OF.id not in self.without:
                    context.entities.link(mention, whole, PART_OF.id)
