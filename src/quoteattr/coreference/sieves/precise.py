"""Precise constructs: apposition, premodifiers and the copula tie a description to a name."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from attrs import define, evolve, field

from quoteattr.coreference.compatibility import fits_noun
from quoteattr.coreference.constructs import APPOSITION as BESIDE
from quoteattr.coreference.constructs import COPULA as TOLD
from quoteattr.coreference.constructs import Construct
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.rules import Rule, rule
from quoteattr.coreference.sieves import beside
from quoteattr.coreference.sieves.beside import COPULA, Surroundings
from quoteattr.coreference.sieves.names_behind import names_behind
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    APPOSITION,
    COMPOUND,
    FINITE_TAGS,
    GROUP_ENTITY,
    NOUN,
    NOUN_MODIFIER,
    NUMBER_TAG,
    PREPOSITION,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
)

__all__ = ["RULES", "constructs_of_pronouns", "link_constructs"]

_CALLED = word_list("coreference", "called")
_ENDINGS = word_list("coreference", "possessive_endings")
_SPOKESMEN = word_list("coreference", "spokesmen")
_SITES = word_list("coreference", "sites")
_ANY_GENDER = word_list("coreference", "offices_of_any_gender")
_ROLES_TOO = word_list("coreference", "roles_and_companies")
_PLACED = word_list("coreference", "placed_roles")
_PORTFOLIOS = word_list("coreference", "portfolios")
_SECOND = word_list("coreference", "second_in_office")
_NEAR = 10
"""Tokens between a name and a noun in apposition that another source has."""
_NOUNS = 40
"""Enough nouns for one entity."""

SOURCE_ENDS_IN_NAME = rule(
    "source-ends-in-name",
    "a source that ends in a name is its bearer, described first",
    "[The author](Ada Brennan) of the book, Ada Brennan, said that it rained.",
    "“It rained,” said [the head](Tom Keller) of the school, Tom Keller.",
    "[Chief executive](Ada Brennan) of Melford Foods Ada Brennan said that it rained.",
    "“It was late,” says [EFA vice-chair](Dale Keller), Dale Keller. “It rained,” he said.",
    "[A spokesman](Ada Brennan) for Velora, Ada Brennan, said that it rained.",
    "[The contractor](Garnet Homes Inc), Garnet Homes Inc, said that it rained.",
    "[His successor](Tom Keller), Garnet Homes director Tom Keller, said that it rained.",
    "[His wife](Ada Brennan), Carl Hale aide Ada Brennan, said that it rained.",
    "[A fellow Texan](Tom Keller), Tom Keller, said that it rained.",
)

RULES = (SOURCE_ENDS_IN_NAME, *beside.RULES)


def link_constructs(document: Document, entities: Entities, without: Collection[str] = ()) -> list[Construct]:
    """Link descriptions to the names that they describe, and teach the entities what the nouns say.

    Args:
        document: The article.
        entities: Where names have their entities; descriptions get theirs.
        without: Ids of rules that are not asked.

    Returns:
        The descriptions of names, those in sources first, the others in text order of the names.
    """
    return _Constructs(document, entities, without).link()


def constructs_of_pronouns(document: Document, entities: Entities, without: Collection[str] = ()) -> list[Construct]:
    """What "she is a director of Acme" says of whom the pronoun stands for, except inside quotation marks."""
    if COPULA.id in without:
        return []
    around = Surroundings(document, entities)
    found = []
    for mention in document.mentions:
        if mention.type is not MentionType.PRONOUN or document.is_quoted(mention.head):
            continue
        entity = entities.of(mention)
        heads = around.attributes_of(mention.head) if entity.is_person and not entity.is_anonymous else ()
        fitting = (head for head in heads if fits_noun(entity, around.noun_at(head)))
        found += [Construct(mention, head, TOLD, COPULA.id) for head in fitting]
    return found


@define
class _Constructs:
    """The precise constructs of one article."""

    document: Document
    entities: Entities
    without: Collection[str] = ()
    parse: Parse = field(init=False)
    around: Surroundings = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.parse = self.document.parse
        self.around = Surroundings(self.document, self.entities, self.without)

    def link(self) -> list[Construct]:
        constructs = self._in_sources() if SOURCE_ENDS_IN_NAME.id not in self.without else []
        for mention in self.document.mentions:
            if mention.type is MentionType.NAME:
                for head, rank, rule in self.around.ties(mention):
                    if (construct := self._accepted(mention, head, rank, rule)) is not None:
                        constructs.append(construct)
        return constructs

    def _accepted(self, mention: Mention, head: int, rank: int, rule: Rule) -> Construct | None:
        """The construct of a tie, if it tells something; its description is linked where it is the name's bearer."""
        if self._is_another_source(mention, head):
            return None
        construct = Construct(mention, head, rank, rule.id)
        noun, entity = self.around.noun_at(head), self.entities.of(mention)
        if noun.base in _ROLES_TOO and rank < TOLD and not noun.plural and entity.is_person:
            self._describe(head, mention, rule)  # "Jane Smith, publisher of Acme"
            return construct
        if noun.plural and noun.is_people and entity.is_person and rank == BESIDE:
            return construct  # "one of the founders of Acme"
        if not fits_noun(entity, noun):
            unlisted = rank == BESIDE and not noun.kind and not noun.plural
            return construct if unlisted and self._is_role(mention, head) else None
        self._teach(entity, head)
        self._describe(head, mention, rule)
        return construct

    def _describe(self, head: int, name: Mention, rule: Rule) -> None:
        """Let the description that ``head`` governs stand for the bearer of a name, unless it stands for somebody."""
        other = self.document.at_head.get(head)
        if other is not None and other.type is MentionType.DESCRIPTION and self.entities.is_open(other):
            self.entities.link(other, self.entities.of(name), rule.id, name)

    def _is_another_source(self, mention: Mention, head: int) -> bool:
        """Whether a description is a source without the name: another speaker is no description of it."""
        source = self.document.source_ranges.get(head)
        if source is None or source[0] <= mention.head < source[1]:
            return False
        return not self._is_beside(mention, head, source)

    def _is_beside(self, mention: Mention, head: int, source: Range) -> bool:
        """Whether only a comma parts a name and a description that is no subject: "Smith, the mayor bidding for"."""
        parse, after = self.parse, mention.end
        tied = parse.deps[head] in (APPOSITION, NOUN_MODIFIER) and mention.head < head
        finite = source[1] < len(parse) and parse.tags[source[1]] in FINITE_TAGS
        return tied and not finite and parse.lower[after : after + 2] == [",", "the"] and head - after < _NEAR

    def _is_role(self, mention: Mention, head: int) -> bool:
        """Whether a noun that no list has is what somebody is: "Jane Smith, a demographer at Acme"."""
        parse = self.parse
        comma = parse.lower[mention.end : mention.end + 1] == [","]
        if not (comma and self.entities.of(mention).is_person and parse.tags[head] == NOUN and head > mention.end):
            return False
        place, clause = parse.child(head, PREPOSITION), parse.child(head, RELATIVE_CLAUSE)
        if clause == head + 2 and parse.lower[head + 1] == "who":
            return True  # "Jane Smith, the icon who founded Acme"
        return place == head + 1 and parse.lower[place] in _PLACED

    # ---- sources that end in a name --------------------------------------------------------------------------

    def _in_sources(self) -> list[Construct]:
        """Descriptions that are sources and end with the name: "the author of the book, Jane Smith"."""
        starts = {one.start: one for one in self.document.mentions if one.type is MentionType.NAME}
        constructs = []
        for head, source in self.document.source_ranges.items():
            other = self.document.at_head.get(head)
            if other is None or other.type is not MentionType.DESCRIPTION or other.noun is None or other.noun.plural:
                continue
            names = names_behind(self.document, self.entities, head, source, starts)
            names = names or self._named_without_comma(head, source, starts) or self._named_behind(source, starts)
            if len(names) != 1 or not self._is_called(self.entities.of(names[0]), other.noun, head):
                continue
            if self.around.is_inner(head, names[0]):
                continue
            entity = self.entities.of(names[0])
            self.entities.link(other, entity, SOURCE_ENDS_IN_NAME.id, names[0])
            if other.noun.base not in self.document.gazetteer.anybody:
                constructs.append(Construct(names[0], head, BESIDE, SOURCE_ENDS_IN_NAME.id))
                self._teach(entity, head)
        return constructs

    def _named_without_comma(self, head: int, source: Range, starts: Mapping[int, Mention]) -> list[Mention]:
        """The person of "chief executive of Acme Foods Jane Smith", whose name ends the source."""
        parse, last = self.parse, source[1]
        while last > head + 1 and not parse.is_word(last - 1):
            last -= 1
        found = next((one for one in starts.values() if one.end == last and one.start > head + 1), None)
        if found is None or found.name is None or not self.entities.of(found).is_person:
            return []
        if found.name.titles and self.around.noun_at(head).base in _SPOKESMEN:
            return []  # "a spokesman for Housing Minister Jane Smith"
        before = found.start - 1 - sum(len(title.split(" ")) for title in found.name.titles)
        if found.name.titles and not self._is_of_body(head, before):
            return []
        if any(title.split(" ")[-1].lower() in _PORTFOLIOS for title in found.name.titles):
            return []  # "a spokesman for Ontario Housing Minister Jane Smith"
        while before > head and not parse.is_word(before):
            before -= 1
        if parse.lower[before] in _CALLED:
            return [found]  # "a woman known as “Bea”"
        beside = self.document.name_at[before] >= 0 or parse.tags[before][:2] in (NOUN, NUMBER_TAG)
        beside = beside or parse.lower[before - 1] == "the"  # "commissioner for the south Jane Smith"
        free = self.around.noun_at(head).is_person and not self.around.is_role(before)
        return [found] if beside and free and len(found.name.key) > 1 else []

    def _is_of_body(self, head: int, token: int) -> bool:
        """Whether a token ends the name of a body: "chairman of the Joint Chiefs | Gen."."""
        name = self.document.name_covering(token) if token > head else None
        return name is not None and name.end == token + 1 and not self.entities.of(name).is_person

    def _named_behind(self, source: Range, starts: Mapping[int, Mention]) -> list[Mention]:
        """The person whose name stands between commas behind a source that was cut: "says the chair, Jane Smith."."""
        parse, comma = self.parse, source[1]
        if comma + 2 >= len(parse) or parse.lower[comma] != "," or parse.is_word(comma):
            return []
        found = starts.get(comma + 1)
        if found is None or found.end >= len(parse) or not self.entities.of(found).is_person:
            return []
        closed = not parse.is_word(found.end) and parse.lower[found.end] not in _ENDINGS
        same = parse.sentence_of[found.start] == parse.sentence_of[source[0]]
        return [found] if closed and same and found.head not in self.document.attribution_of else []

    def _is_called(self, entity: Entity, noun: Noun, head: int) -> bool:
        """Whether the bearer of a name may be called by a noun that a source has before it."""
        if entity.traits.place or not (entity.is_person or entity.is_organisation):
            return False
        if noun.base in self.document.gazetteer.anybody or fits_noun(entity, noun):
            return True
        group = self.parse.entity_labels[head] == GROUP_ENTITY  # "a fellow Texan, Jane Smith"
        unknown = not noun.kind and entity.is_person and (group or self.parse.tags[head] == NOUN)
        unknown = unknown or (entity.is_person and noun.base in _ANY_GENDER)  # "a spokesman, Jane Smith"
        return unknown or (entity.is_organisation and (noun.base in _SITES or noun.base in _ROLES_TOO))

    # ---- what a description teaches --------------------------------------------------------------------------

    def _teach(self, entity: Entity, head: int) -> None:
        traits = entity.traits
        if len(traits.nouns) > _NOUNS:
            return
        noun, parse = self.around.noun_at(head), self.parse
        second = parse.lower[head - 1] if head and parse.lower[head - 1] in _SECOND else ""
        nouns = {f"{second} {noun.base}".strip()}  # a vice president is no president
        for child in parse.children[head]:
            if parse.deps[child] in (ADJECTIVE_MODIFIER, COMPOUND) and child < head:
                nouns.add(parse.lower[child])
            elif parse.deps[child] == PREPOSITION and parse.lower[child] == "of":
                inner = parse.child(child, PREPOSITION_OBJECT)
                if inner == child + 1:
                    nouns.add(parse.lower[inner])
        self.entities.teach(
            entity,
            evolve(
                traits,
                nouns=traits.nouns | nouns,
                gender=traits.gender or noun.gender,
                classes=noun.classes if noun.is_organisation else traits.classes,
            ),
        )
