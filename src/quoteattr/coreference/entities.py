"""What coreference works on: mentions, the entities that they stand for, and the links between them."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

from attrs import define, field, frozen, setters

from quoteattr.coreference.classes import GOVERNMENT_CLASS
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.mentions.names import Name
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Range

__all__ = ["Entities", "Entity", "Link", "Mention", "MentionType", "Traits"]


_GOVERNMENT = frozenset({GOVERNMENT_CLASS})


class MentionType(enum.Enum):
    """How a mention refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"

    __hash__ = object.__hash__  # members are compared by identity


@frozen(eq=False)
class Mention:
    """A stretch of the article that refers to somebody or something.

    Attributes:
        start: First token.
        end: After the last token.
        head: The token that governs the others.
        type: Name, pronoun or description.
        name: For names.
        noun: For descriptions: what the head noun can stand for.
        definite: For descriptions: introduced by "the", "this" or a possessive.
    """

    start: int
    end: int
    head: int
    type: MentionType
    name: Name | None = None
    noun: Noun | None = None
    definite: bool = False


@frozen
class Traits:
    """What the article tells of an entity; a rule that teaches something gives new traits.

    Attributes:
        kind: What sort.
        gender: ``"m"``, ``"f"`` or ``""``; only to rule antecedents out.
        presumed: Whether only the given name tells the gender.
        lean: How often, in per cent, the given name is a girl's; 50 if unknown.
        plural: Whether it is several.
        introduced: Whether its first mention had an indefinite article.
        place: Whether it is a country, state or city.
        homes: For people: the countries and states that they are from or stand for.
        called: The noun that headed the description by which it was introduced.
        nouns: The common nouns by which the article has called it (base forms), or that its name contains.
        classes: For organisations, the classes of these nouns.
        guessed: For organisations: whether nothing tells their classes, so that they have the commonest ones.
        best: Words for somebody of whom there is neither a name nor a description ("those who ...").
    """

    kind: SpeakerKind
    gender: str = ""
    presumed: bool = False
    lean: int = 50
    plural: bool = False
    introduced: bool = False
    place: bool = False
    homes: frozenset[str] = frozenset()
    called: str = ""
    nouns: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    guessed: bool = False
    best: str | None = None


@define(eq=False)
class Entity:
    """Somebody or something that the article speaks of. Only :class:`Entities` and the name sieves change it.

    Attributes:
        traits: What the article tells of it.
        names: The forms of its name, as tokens, in text order; empty if it is never named.
        apart: Given name and surname of somebody named only together with a relative: "Anna and Peter Hall".
        parts: For several joined by "and": who they are.
        owner: For "Smith's campaign": Smith.
        maker: For a named poll: who made it.
        mentions: Where it is mentioned, in the order in which the mentions were linked.
    """

    traits: Traits
    names: list[Range] = field(factory=list)
    apart: tuple[Range, Range] | None = None
    parts: tuple[Entity, ...] = ()
    owner: Entity | None = None
    maker: Entity | None = None
    mentions: list[Mention] = field(factory=list)

    @property
    def kind(self) -> SpeakerKind:
        """What sort it is."""
        return self.traits.kind

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.traits.kind is SpeakerKind.PERSON

    @property
    def is_organisation(self) -> bool:
        """Whether it is an organisation, places included."""
        return self.traits.kind is SpeakerKind.ORGANISATION

    @property
    def is_government(self) -> bool:
        """Whether it is "the government", of which no country is told."""
        if self.traits.nouns != _GOVERNMENT or not self.is_organisation:
            return False
        return not self.names and not self.traits.plural and self.owner is None

    @property
    def is_anonymous(self) -> bool:
        """Whether there is nothing of it but pronouns: no rule has found whom they stand for."""
        if self.names or self.parts:
            return False
        for one in self.mentions:  # noqa: SIM110 (a generator takes twice as long)
            if one.type is not MentionType.PRONOUN:
                return False
        return True


@frozen
class Link:
    """That a mention stands for an entity, and the rules that say so.

    Attributes:
        mention: What stands for it.
        entity: What it stands for.
        rules: The ids of the rules that lead from the mention to the name or the first mention of the entity, in this
            order; each once.
        margin: How much likelier the entity was than anybody else, if that was weighed.
    """

    mention: Mention
    entity: Entity
    rules: tuple[str, ...]
    margin: float | None = None

    @property
    def rule(self) -> str:
        """The id of the rule that linked the mention itself."""
        return self.rules[0]


@define
class Entities:
    """Which entity each mention stands for. Each begins as a separate entity; links join them.

    This is the one thing that coreference writes to. Rules read it; the engine and the name stage call
    :meth:`link`, :meth:`merge` and :meth:`teach`.
    """

    _of: dict[Mention, Entity] = field(factory=dict, init=False, on_setattr=setters.frozen)
    _links: dict[Mention, Link] = field(factory=dict, init=False, on_setattr=setters.frozen)
    _groups: dict[frozenset[Entity], Entity] = field(factory=dict, init=False, on_setattr=setters.frozen)
    of: Callable[[Mention], Entity] = field(init=False, repr=False, eq=False, on_setattr=setters.frozen)
    """What a mention stands for, so far: asked several times for each token, so that it is the table's own method."""

    @of.default
    def _entity_of(self) -> Callable[[Mention], Entity]:
        return self._of.__getitem__

    def begin(self, mention: Mention, entity: Entity) -> None:
        """Let a mention stand for ``entity`` before any rule has spoken."""
        self._of[mention] = entity
        entity.mentions.append(mention)

    def link_of(self, mention: Mention) -> Link | None:
        """The link of a mention; ``None`` for one that no rule has linked, such as the full name itself."""
        return self._links.get(mention)

    def rules_of(self, mention: Mention | None) -> tuple[str, ...]:
        """The ids of the rules that lead from a mention to its entity, in this order; empty for the name itself."""
        link = self._links.get(mention) if mention is not None else None
        return link.rules if link is not None else ()

    def is_open(self, mention: Mention) -> bool:
        """Whether no rule has said so far whom a pronoun or a description stands for."""
        return mention.type is not MentionType.NAME and mention not in self._links

    def link(
        self,
        mention: Mention,
        entity: Entity,
        rule: str,
        antecedent: Mention | None = None,
        margin: float | None = None,
    ) -> None:
        """Let a mention stand for ``entity``.

        Args:
            mention: A mention.
            entity: What it stands for from now on.
            rule: The id of the rule that says so.
            antecedent: The mention of the entity by which the rule went; by default, the one that was linked last.
            margin: How much likelier the entity is than anybody else, if that was weighed.
        """
        before = self._of.get(mention)
        if antecedent is None and entity is not before and entity.mentions:
            antecedent = entity.mentions[-1]
        self._links[mention] = Link(mention, entity, self._extended((rule,), antecedent), margin)
        if before is not entity:
            if before is not None:
                before.mentions.remove(mention)
            self.begin(mention, entity)

    def merge(self, entity: Entity, other: Entity, rule: str, antecedent: Mention | None = None) -> None:
        """Let every mention of ``entity`` stand for ``other``, by ``rule``."""
        moved = list(entity.mentions)
        entity.mentions.clear()
        for mention in moved:
            rules = (*(one for one in self.rules_of(mention) if one != rule), rule)
            self._links[mention] = Link(mention, other, self._extended(rules, antecedent))
            self.begin(mention, other)

    def _extended(self, rules: tuple[str, ...], antecedent: Mention | None) -> tuple[str, ...]:
        return (*rules, *(rule for rule in self.rules_of(antecedent) if rule not in rules))

    def teach(self, entity: Entity, traits: Traits) -> None:
        """Give an entity the traits that a rule has taught."""
        entity.traits = traits

    def group(self, members: Sequence[Entity]) -> Entity:
        """Several as one: the same members give the same group."""
        key = frozenset(members)
        if key not in self._groups:
            unnamed = {member.kind for member in members if not member.names}
            several = len(unnamed) != 1 or any(member.names for member in members) or SpeakerKind.PERSON in unnamed
            kind = SpeakerKind.PEOPLE if several else unnamed.pop()
            self._groups[key] = Entity(Traits(kind, plural=True), parts=tuple(members))
        return self._groups[key]
