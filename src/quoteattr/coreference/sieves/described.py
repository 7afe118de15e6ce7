"""A description in its article: what its sieves ask of it, each answered once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from attrs import field, frozen

from quoteattr.coreference.classes import CAMPAIGN_CLASS, DOCUMENT_NOUN, ORGANISATION_NOUN, PEOPLE_NOUN, PERSON_NOUN
from quoteattr.coreference.context import Context, Finding
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.mentions.nominals import INHABITANT
from quoteattr.coreference.mentions.origins import places_in
from quoteattr.coreference.organisations import organisations_of_phrase
from quoteattr.coreference.rules import Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    APPOSITION,
    COMPOUND,
    PARTICIPLE_CLAUSE,
    POSSESSOR,
    PREMODIFIERS,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PROPER_NOUN,
    RELATIVE_CLAUSE,
)

__all__ = ["Described", "DescriptionSieve"]

_EMPTY = word_list("coreference", "empty_modifiers")
_FIRMS = word_list("coreference", "firms")
_STAFF = word_list("coreference", "campaign_staff")
_ROLES_OF_PARTIES = word_list("coreference", "roles_of_parties")
_PUBLIC = word_list("coreference", "classes_of_places")


@frozen(eq=False, slots=False)
class Described:
    """A description, where the walk stands at it.

    Attributes:
        context: The article so far.
        mention: The description.
        noun: What its head noun can stand for.
    """

    context: Context
    mention: Mention
    noun: Noun = field()

    @property
    def parse(self) -> Parse:
        """The article."""
        return self.context.parse

    @property
    def itself(self) -> Entity:
        """The separate entity as which the description began."""
        return self.context.entities.of(self.mention)

    @cached_property
    def words_before(self) -> frozenset[str]:
        """The words before its head."""
        return frozenset(self.parse.lower[self.mention.start : self.mention.head])

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The adjectives and nouns that hang on its head before it."""
        parse, head = self.parse, self.mention.head
        wanted = (ADJECTIVE_MODIFIER, COMPOUND)
        return frozenset(
            parse.lower[child] for child in parse.children[head] if child < head and parse.deps[child] in wanted
        )

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words before its head that tell something."""
        return self.words_before - _EMPTY

    @cached_property
    def is_former(self) -> bool:
        """Whether what it says is over: "the former mayor"."""
        return not self.context.gazetteer.past.isdisjoint(self.words_before)

    @cached_property
    def organisations(self) -> frozenset[Entity]:
        """The organisations in its phrase; none for what is over, which may be somebody else's by now."""
        if self.is_former:
            return frozenset()
        bodies = organisations_of_phrase(self.context, self.mention.head)
        return frozenset(body for body in bodies if not self._is_role_of_parties(body))

    def _is_role_of_parties(self, body: Entity) -> bool:
        """Whether a name is what any party may be: "the Opposition leader" is a party's leader, too."""
        words = {self.parse.words_of(name).lower() for name in body.names}
        return bool(words) and words <= _ROLES_OF_PARTIES

    @cached_property
    def homes(self) -> frozenset[str]:
        """The places before its head, by their own names."""
        end = self.mention.head + self.is_inhabitant
        return frozenset(places_in(self.parse, self.mention.start, end, self.context.gazetteer))

    def is_of_age(self, entity: Entity) -> bool:
        """Whether nothing tells another age of somebody: "the 19-year-old" is no "Hale, 48"."""
        parse, head = self.parse, self.mention.head
        age = next((parse.lower[one] for one in range(self.mention.start, head) if parse.lower[one].isdigit()), "")
        if not age or "year" not in self.words_before:
            return True
        ages = {
            parse.lower[one.end + 1]
            for one in entity.mentions
            if parse.lower[one.end : one.end + 1] == [","] and "".join(parse.lower[one.end + 1 : one.end + 2]).isdigit()
        }
        return not ages or age in ages

    @cached_property
    def named_in_content(self) -> frozenset[Entity]:
        """Whom the content names of which it is the source: hardly who says it."""
        document = self.context.document
        number = document.attribution_of.get(self.mention.head, -1)
        names = document.names_in_content(number) if number >= 0 else ()
        return frozenset(self.context.entities.of(name) for name in names)

    @property
    def is_organisation(self) -> bool:
        """Whether it stands for one organisation."""
        return self.noun.is_organisation and not self.noun.plural

    @property
    def is_person(self) -> bool:
        """Whether it stands for one person."""
        return self.noun.is_person and not self.noun.plural

    @property
    def is_person_noun(self) -> bool:
        """Whether its noun stands for a person, or in the plural for several."""
        return self.noun.is_person

    @property
    def is_poll(self) -> bool:
        """Whether it stands for a poll."""
        return self.noun.base in self.context.gazetteer.poll

    @property
    def is_inhabitant(self) -> bool:
        """Whether it tells alone where somebody is from: "the Australian"."""
        return self.noun.base == INHABITANT and self.parse.lower[self.mention.head] != INHABITANT

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands before its head."""
        return self.mention.start == self.mention.head

    def has(self, *labels: str) -> bool:
        """Whether a child of its head has one of these dependency labels."""
        return self.parse.child(self.mention.head, *labels) >= 0

    @property
    def has_complement(self) -> bool:
        """Whether a preposition or a clause behind the noun tells it apart."""
        return self.has(PREPOSITION, RELATIVE_CLAUSE, PARTICIPLE_CLAUSE)

    @cached_property
    def is_restricted(self) -> bool:
        """Whether a relative clause tells who is meant, without a comma or a dash before it."""
        clause = self.parse.child(self.mention.head, RELATIVE_CLAUSE)
        return clause >= 0 and self.parse.is_word(self.parse.left[clause] - 1)

    @cached_property
    def seat(self) -> Entity | None:
        """What is named only here, right before a noun for a firm: where that is, "the Gloucester firm"."""
        if self.noun.base not in _FIRMS or self.noun.plural or self.parse.lower[self.mention.start] != "the":
            return None
        name = self.context.document.name_covering(self.mention.head - 1)
        if name is None or name.end != self.mention.head or name.start != self.mention.start + 1:
            return None
        entity, own = self.context.entities.of(name), name.end - name.start
        known = self.parse.lower[name.start] in self.context.gazetteer.known_organisations
        once = entity.traits.guessed and len(entity.mentions) == 1 and not known
        return entity if own == 1 and once and entity.is_organisation else None

    @cached_property
    def has_other_name(self) -> bool:
        """Whether a name other than a place stands before the noun: "the Acme group" is no group introduced before."""
        if self.seat is not None:
            return False
        places = self.context.gazetteer.places
        for token in range(self.mention.start, self.mention.head):
            entity = self.context.entity_covering(token)
            if entity is not None and not entity.traits.place:
                return True
            if entity is None and token > self.mention.start and self.parse.tags[token] == PROPER_NOUN:
                return self.parse.lower[token] not in places
        return False

    @cached_property
    def has_own_name(self) -> bool:
        """Whether a name stands in apposition to it behind a comma: "the agency, Acme, said"."""
        parse, head = self.parse, self.mention.head
        name = self.context.document.name_covering(parse.child(head, APPOSITION))
        beside = name is not None and name.start == head + 2 and parse.lower[head + 1] == ","
        return name is not None and beside and not self.context.entities.of(name).is_person

    # ---- whose it is -----------------------------------------------------------------------------------------

    @cached_property
    def owner(self) -> Entity | None:
        """Whose it is, if a possessive or a name before it makes it a separate thing."""
        if self.seat is not None:
            return None
        found = self._possessor() or self._possessor_of_compound()
        if (found is None or found.traits.place) and CAMPAIGN_CLASS in self.noun.classes:
            found = self._candidate()  # "the Iowa campaign" is no organisation
        return found if found is not None and self._possesses(found) else None

    def _possessor(self) -> Entity | None:
        context, found = self.context, None
        for child in self.parse.children[self.mention.head]:
            other = context.document.at_head.get(child) if child < self.mention.head else None
            if other is None or self.parse.deps[child] not in PREMODIFIERS:
                continue
            entity = context.known(other)
            if entity is None and self.parse.lower[child] == "my" and not context.document.is_quoted(child):
                entity = context.author
            if entity is None:
                continue
            if other.type is not MentionType.DESCRIPTION or self.parse.deps[child] == POSSESSOR:
                found = entity
        return found

    def _possessor_of_compound(self) -> Entity | None:
        """Whose "campaign" is in "Smith's campaign manager", "Smith campaign aides"."""
        head, parse = self.mention.head, self.parse
        if parse.deps[head] != COMPOUND or head == 0:
            return None
        if (found := self.context.entity_covering(head - 1)) is not None:
            return found
        possessor = parse.child(parse.heads[head], POSSESSOR)
        return self.context.entity_at(possessor) if possessor < head else None

    def _candidate(self) -> Entity | None:
        """Whose "the campaign of Jane Smith" is; "the team of campaign manager Jane Smith" is not hers."""
        parse = self.parse
        of = parse.child(self.mention.head, PREPOSITION)
        inner = parse.child(of, PREPOSITION_OBJECT) if of == self.mention.head + 1 and parse.lower[of] == "of" else -1
        entity = self.context.entity_covering(inner)
        runs = entity is not None and entity.is_person and _STAFF.isdisjoint(entity.traits.nouns)
        return entity if runs else None

    def _possesses(self, owner: Entity) -> bool:
        """Whether it is the owner's, as in "Tulsa police" and "her lawyer", unlike "the Seattle group"."""
        if self.noun.is_person:
            return self.has(POSSESSOR)
        if self.noun.is_organisation and owner.traits.place:
            return not self.noun.classes.isdisjoint(_PUBLIC)
        return True


NOUN_KINDS = (PERSON_NOUN, PEOPLE_NOUN, ORGANISATION_NOUN, DOCUMENT_NOUN, "")
"""What nouns can stand for (:attr:`Noun.kind`)."""


@frozen
class DescriptionSieve:
    """One rule about descriptions: it says whom one stands for, or passes.

    Attributes:
        rule: Its id, reason and examples.
        find: Gives what it says of a description; ``None`` where it passes to the next sieve.
        kinds: Kinds of head nouns for which it is asked.
        owned: Whether it is asked only of what has an owner.
        nouns: The base forms of the only head nouns for which it is asked; empty for all of these kinds.
    """

    rule: Rule
    find: Callable[[Described], Finding | Entity | None]
    kinds: tuple[str, ...] = NOUN_KINDS
    owned: bool = False
    nouns: frozenset[str] = frozenset()

    def concerns(self, kind: str, noun: str, *, owned: bool) -> bool:
        """Whether it is asked about a noun of a kind, by its base form, that has an owner or has none."""
        return kind in self.kinds and (owned or not self.owned) and (not self.nouns or noun in self.nouns)
