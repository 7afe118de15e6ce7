"""Precise constructs: apposition, premodifiers and the copula tie a description to a name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import define, evolve, field

from quoteattr.coreference.compatibility import fits_noun
from quoteattr.coreference.constructs import APPOSITION as BESIDE
from quoteattr.coreference.constructs import COPULA as TOLD
from quoteattr.coreference.constructs import PREMODIFIER as BEFORE
from quoteattr.coreference.constructs import Construct
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun, word_list
from quoteattr.coreference.rules import Rule, rule
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    APPOSITION,
    ATTRIBUTE,
    AUXILIARY,
    COMPOUND,
    CONJUNCT,
    FINITE_TAGS,
    MODAL_TAG,
    NAME_MODIFIER_TAGS,
    NEGATION,
    NOUN,
    NOUN_MODIFIER,
    NOUN_PREMODIFIERS,
    NUMBER_TAG,
    PLURAL_NOUN,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PROPER_NOUN,
    RELATIVE_CLAUSE,
    SUBJECT,
)

__all__ = ["RULES", "constructs_of_pronouns", "link_constructs", "names_behind"]

_AFTER_ROLE = word_list("coreference", "after_role")
_CALLED = word_list("coreference", "called")
_INSIDE = word_list("coreference", "inside_phrase")
_SITES = word_list("coreference", "sites")
_PARTS = word_list("coreference", "parting_commas")
_ROLES_TOO = word_list("coreference", "roles_and_companies")
_BE = word_list("coreference", "copulas")
_PLACED = word_list("coreference", "placed_roles")
_SECOND = word_list("coreference", "second_in_office")
_JOINS = word_list("coreference", "joins")
_ENDINGS = word_list("coreference", "possessive_endings")
_BETWEEN = tuple("NJDPCR")
"""First letters of the tags of what may stand between a name's comma and the role behind it."""
_NEAR, _CLOSE, _FAR, _TITLES = 10, 10, 40, 6
"""Tokens between a name and a noun in apposition that another source has; to a closing bracket; behind the head of a
source where names in apposition are looked for; between that head and a name right behind it."""
_NOUNS = 40
"""Enough nouns for one entity."""

APPOSITION_BEHIND = rule(
    "apposition-behind",
    "a noun phrase in apposition behind a name says who that is",
    "Ada Brennan, [the mayor](Ada Brennan), spoke. The mayor said that it rained.",
    "Tom Keller, [a lawyer](Tom Keller), was late. “It rained,” he said.",
)
APPOSITION_AHEAD = rule(
    "apposition-ahead",
    "a noun phrase to which a name stands in apposition says who that is",
    "They met [the striker](Tom Keller) Tom Keller. The striker said no.",
    "They asked [the mayor](Ada Brennan), Ada Brennan. The mayor said no.",
)
ONE_OF = rule(
    "apposition-one-of",
    "“One of the founders of” tells a role beside a name, though its noun is a plural",
    "Ada Brennan, one of the [founders](Ada Brennan) of Microsoft, said no.",
    "Tom Keller, one of the [owners](Tom Keller) of Acme, said that it rained.",
)
JOINED = rule(
    "apposition-joined",
    "a second noun that “and” joins to one in apposition says who that is as well",
    "Ada Brennan, a lawyer and [author](Ada Brennan), said that it rained.",
    "Tom Keller, a farmer and [singer](Tom Keller), said that it rained.",
)
AFTER_COMMA = rule(
    "role-behind-comma",
    "a role noun behind a name and a comma says who that is, where the tree has no apposition",
    "“It rained,” recalled Tom Hale, then [ambassador](Tom Hale) to Peru. “It snowed.”",
    "For Brennan, the Liberal front-[runner](Brennan), Ohio was good.",
)
PREMODIFIED = rule(
    "role-before-name",
    "a common noun that premodifies a name says who that is",
    "Former [actor](Tom Keller) Tom Keller said no.",
    "They met fellow [farmer](Ada Brennan) Ada Brennan.",
)
ROLE_BESIDE = rule(
    "role-right-before-name",
    "a role noun right before a person's name says who that is, whatever the tree has",
    "Singer and TV [presenter](Ada Brennan) Ada Brennan said no.",
    "Japanese journalist and [author](Tom Keller) Tom Keller said no.",
)
COPULA = rule(
    "copula",
    "what somebody “is” is who that is, unless it is denied or only possible",
    "Ada Brennan is [a lawyer](Ada Brennan). The lawyer said that it rained.",
    "Tom Keller was [a farmer](Tom Keller). The farmer said that it rained.",
)
SOURCE_ENDS_IN_NAME = rule(
    "source-ends-in-name",
    "a source that ends in a name is its bearer, described first",
    "[The author](Ada Brennan) of the book, Ada Brennan, said that it rained.",
    "“It rained,” said [the head](Tom Keller) of the school, Tom Keller.",
    "[Chief executive](Ada Brennan) of Melford Foods Ada Brennan said that it rained.",
)

RULES = (
    SOURCE_ENDS_IN_NAME,
    APPOSITION_BEHIND,
    ONE_OF,
    JOINED,
    PREMODIFIED,
    APPOSITION_AHEAD,
    AFTER_COMMA,
    ROLE_BESIDE,
    COPULA,
)

Tie = tuple[int, int, Rule]
"""The head of a description, how sure it is, and the rule that tied it to a name."""


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
    stage = _Constructs(document, entities)
    found = []
    for mention in document.mentions:
        if mention.type is not MentionType.PRONOUN or document.is_quoted(mention.head):
            continue
        entity = entities.of(mention)
        heads = stage.attributes_of(mention.head) if entity.is_person and not entity.is_anonymous else ()
        fitting = (head for head in heads if fits_noun(entity, stage.noun_at(head)))
        found += [Construct(mention, head, TOLD, COPULA.id) for head in fitting]
    return found


@define
class _Constructs:
    """The precise constructs of one article."""

    document: Document
    entities: Entities
    without: Collection[str] = ()
    parse: Parse = field(init=False)
    ends: Mapping[int, Mention] = field(init=False)
    """Names by the token behind them."""

    def __attrs_post_init__(self) -> None:
        self.parse = self.document.parse
        self.ends = {one.end: one for one in self.document.mentions if one.type is MentionType.NAME}

    def noun_at(self, token: int) -> Noun:
        return self.document.gazetteer.noun(self.parse.lower[token], self.parse.tags[token])

    def link(self) -> list[Construct]:
        constructs = self._in_sources() if SOURCE_ENDS_IN_NAME.id not in self.without else []
        for mention in self.document.mentions:
            if mention.type is MentionType.NAME:
                for head, rank, rule in self._ties(mention):
                    if (construct := self._accepted(mention, head, rank, rule)) is not None:
                        constructs.append(construct)
        return constructs

    def _accepted(self, mention: Mention, head: int, rank: int, rule: Rule) -> Construct | None:
        """The construct of a tie, if it tells something; its description is linked where it is the name's bearer."""
        if self._is_another_source(mention, head):
            return None
        construct, noun, entity = Construct(mention, head, rank, rule.id), self.noun_at(head), self.entities.of(mention)
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

    # ---- where descriptions of a name stand ------------------------------------------------------------------

    def _ties(self, mention: Mention) -> list[Tie]:
        """The descriptions that the words around a name tie to it."""
        parse, head = self.parse, mention.head
        ties = [tie for child in parse.children[head] for tie in self._at_child(mention, child)]
        ties += self._above(mention) or self._behind_comma(mention, ties)
        beside = mention.start - 1
        if self._is_role_beside(mention) and all(head != beside for head, _, _ in ties):
            ties.append((beside, BEFORE, ROLE_BESIDE))
        ties += [(attribute, TOLD, COPULA) for attribute in self.attributes_of(head)]
        return [tie for tie in ties if tie[2].id not in self.without]

    def _at_child(self, mention: Mention, child: int) -> Iterator[Tie]:
        parse = self.parse
        if self.document.opens_turn(mention.head, child):
            return
        if parse.deps[child] == APPOSITION and child >= mention.end:
            if (one := self._one_of(child)) >= 0:
                yield one, BESIDE, ONE_OF
            elif self._is_common(child) and not self._is_anothers(mention, child):
                yield child, BESIDE, APPOSITION_BEHIND
                yield from self._joined(child)
        elif self._premodifies(mention, child):
            yield child, BEFORE, PREMODIFIED

    def _premodifies(self, mention: Mention, child: int) -> bool:
        parse = self.parse
        if child >= mention.start or parse.deps[child] not in NOUN_PREMODIFIERS:
            return False
        return not any(parse.tags[child + 1 : mention.start]) and self._is_common(child)

    def _joined(self, noun: int) -> Iterator[Tie]:
        """The nouns that "and" joins to one in apposition: the common ones, then those of "one of the"."""
        conjuncts = [more for more in self.parse.children[noun] if self.parse.deps[more] == CONJUNCT]
        yield from ((more, BESIDE, JOINED) for more in conjuncts if self._is_common(more))
        yield from ((one, BESIDE, ONE_OF) for more in conjuncts if (one := self._one_of(more)) >= 0)

    def _above(self, mention: Mention) -> list[Tie]:
        """The description to which the name stands in apposition."""
        parse, above = self.parse, self.parse.heads[mention.head]
        if parse.deps[mention.head] != APPOSITION:
            return []
        if above < mention.start and self._is_common(above):
            return [(above, BESIDE, APPOSITION_AHEAD)]
        one = self._one_of(above)
        return [(one, BESIDE, ONE_OF)] if one >= 0 else []  # "one of Acme's directors, Jane Smith"

    def _behind_comma(self, mention: Mention, ties: Sequence[Tie]) -> list[Tie]:
        """The role of "NAME, the former director of ..." and what "and" joins to it, where the tree has none."""
        if any(self.noun_at(head).kind for head, _, _ in ties):
            return []
        near = self._role_after_comma(mention)
        if near < 0:
            return []
        joined = (more for more in self.parse.children[near] if self.parse.deps[more] == CONJUNCT)
        return [
            (near, BESIDE, AFTER_COMMA),
            *((more, BESIDE, JOINED) for more in joined if self._is_common(more)),
        ]

    def _role_after_comma(self, mention: Mention) -> int:
        """The role noun of "NAME, the former director of ...", or -1."""
        parse, token = self.parse, mention.end
        if token + 1 >= len(parse) or parse.lower[token] not in _PARTS:
            return -1
        for step in range(token + 1, min(token + _NEAR, len(parse))):
            if self._is_role_noun(step):
                if parse.tags[step + 1 : step + 2] in ([NOUN], [PROPER_NOUN]):
                    continue
                ends = step + 1 == len(parse) or parse.lower[step + 1] in _AFTER_ROLE
                return step if self._is_free(step) and ends else -1
            if not self._is_inside(step):
                return -1
        return -1

    def _is_role_noun(self, token: int) -> bool:
        return self.parse.tags[token] in (NOUN, PROPER_NOUN) and self.noun_at(token).is_person

    def _is_inside(self, token: int) -> bool:
        """Whether a token may stand between a name's comma and the role behind it."""
        parse = self.parse
        if parse.deps[token] == COMPOUND and parse.words[token].islower():
            return True
        aged = parse.lower[token] == "," and parse.tags[token - 1] == NUMBER_TAG  # "Tom Hale, 61, a teacher"
        return parse.tags[token][:1] in _BETWEEN or parse.lower[token] in _ENDINGS or parse.lower[token] == "-" or aged

    def _is_free(self, token: int) -> bool:
        """Whether a noun heads no mention, or a description that stands for nobody else."""
        other = self.document.at_head.get(token)
        return other is None or (other.type is MentionType.DESCRIPTION and self.entities.is_open(other))

    def _is_role_beside(self, mention: Mention) -> bool:
        """Whether the noun before a person's name says what they are, whatever the tree has: "actress Jane Smith"."""
        beside = mention.start - 1
        if beside < 0 or mention.name is None or mention.name.titles or not self._is_role_noun(beside):
            return False
        other = self.document.at_head.get(beside)
        return other is not None and other.type is MentionType.DESCRIPTION

    def attributes_of(self, subject: int) -> Iterator[int]:
        """The nouns that somebody is by copulas that assert it: "Smith is a director and is now head of Acme"."""
        parse, verb = self.parse, self.parse.heads[subject]
        if parse.deps[subject] != SUBJECT:
            return
        joined = parse.child(verb, CONJUNCT)
        for copula in (verb, joined) if joined >= 0 and parse.child(joined, SUBJECT) < 0 else (verb,):
            attribute = parse.child(copula, ATTRIBUTE) if parse.lower[copula] in _BE else -1
            if attribute >= 0 and self._is_common(attribute) and self._is_asserted(copula):
                yield attribute

    def _is_asserted(self, verb: int) -> bool:
        """Whether a copula says what somebody is: no "is not", no "would be"."""
        parse = self.parse
        modal = any(parse.tags[child] == MODAL_TAG for child in parse.children[verb] if parse.deps[child] == AUXILIARY)
        return parse.child(verb, NEGATION) < 0 and not modal

    def _one_of(self, token: int) -> int:
        """The plural noun of "one of the founders of Acme", or -1."""
        parse = self.parse
        of = parse.child(token, PREPOSITION) if parse.lower[token] == "one" else -1
        inner = parse.child(of, PREPOSITION_OBJECT) if of >= 0 and parse.lower[of] == "of" else -1
        return inner if inner >= 0 and parse.tags[inner] == PLURAL_NOUN else -1

    def _is_anothers(self, mention: Mention, child: int) -> bool:
        """Whether another person's name stands right before an apposition: "to Smith, Jones, head of Acme, said"."""
        parse, other = self.parse, self.ends.get(self.parse.left[child] - 1)
        if other is None or other is mention or other.start <= mention.head:
            return False
        return self.entities.of(other).is_person and parse.deps[other.head] == APPOSITION

    def _is_common(self, token: int) -> bool:
        """Whether a token is a noun that is no name."""
        other = self.document.at_head.get(token)
        noun = self.parse.tags[token][:2] == NOUN
        return noun and (other is None or other.type is MentionType.DESCRIPTION)

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
            names = names or self._named_without_comma(head, source, starts)
            if len(names) != 1 or not self._is_called(self.entities.of(names[0]), other.noun, head):
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
        if found is None or found.name is None or found.name.titles or not self.entities.of(found).is_person:
            return []
        before = found.start - 1
        while before > head and not parse.is_word(before):
            before -= 1
        if parse.lower[before] in _CALLED:
            return [found]  # "a woman known as “Bea”"
        beside = self.document.name_at[before] >= 0 or parse.tags[before][:2] in (NOUN, NUMBER_TAG)
        free = self.noun_at(head).is_person and not self._is_role_noun(before)
        return [found] if beside and free and len(found.name.key) > 1 else []

    def _is_called(self, entity: Entity, noun: Noun, head: int) -> bool:
        """Whether the bearer of a name may be called by a noun that a source has before it."""
        if entity.traits.place or not (entity.is_person or entity.is_organisation):
            return False
        if noun.base in self.document.gazetteer.anybody or fits_noun(entity, noun):
            return True
        unknown = not noun.kind and entity.is_person and self.parse.tags[head] == NOUN
        return unknown or (entity.is_organisation and noun.base in _SITES)

    # ---- what a description teaches --------------------------------------------------------------------------

    def _teach(self, entity: Entity, head: int) -> None:
        traits = entity.traits
        if len(traits.nouns) > _NOUNS:
            return
        noun, parse = self.noun_at(head), self.parse
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


def names_behind(
    document: Document, entities: Entities, head: int, source: Range, starts: Mapping[int, Mention]
) -> list[Mention]:
    """The names in apposition that a source has behind its head: "her rivals, Jane Smith of Ohio and Bob Jones".

    Args:
        document: The article.
        entities: What its names stand for.
        head: The head of the source.
        source: Its tokens.
        starts: Names by their first token.
    """
    return _NamesBehind(document.parse, entities, starts, min(source[1], head + _FAR)).after(head)


@define
class _NamesBehind:
    """Reads the names of a list from left to right."""

    parse: Parse
    entities: Entities
    starts: Mapping[int, Mention]
    end: int
    names: list[Mention] = field(factory=list, init=False)
    joint: bool = field(default=True, init=False)
    """Whether a name may come now."""

    def after(self, head: int) -> list[Mention]:
        token = self._first(head)
        while token + 1 < self.end:
            following = self._next(token + 1)
            if following < 0:
                break
            token = following
        return self.names

    def _first(self, head: int) -> int:
        """The token behind which the names come: the head itself, or what parts them from it."""
        parse = self.parse
        titled = range(head + 1, min(self.end, head + _TITLES))
        near = next((token for token in titled if token in self.starts), self.end)
        if near < self.end and all(parse.tags[token] in NAME_MODIFIER_TAGS for token in range(head + 1, near)):
            return head  # "the news site Acme", "hopefuls former Gov. Jane Smith and Bob Jones"
        return next((token for token in range(head + 1, self.end) if parse.lower[token] in _PARTS), self.end)

    def _next(self, token: int) -> int:
        """The last token that is read with ``token``; -1 where the list has ended."""
        if self.parse.lower[token] == "(":  # "(I-Vt.)"
            brackets = range(token, min(self.end, token + _CLOSE))
            return next((close for close in brackets if self.parse.lower[close] == ")"), token)
        name = self.starts.get(token)
        return self._at_name(name) if name is not None else self._at_word(token)

    def _at_name(self, name: Mention) -> int:
        entity, last = self.entities.of(name), name.end - 1
        if entity.traits.place:
            return last
        if not self.joint:  # "Jane Smith, the speaker of the House, and Bob Jones"
            return last if entity.is_organisation else -1
        if name.end < self.end and self.parse.lower[name.end] in _ENDINGS:
            return last  # "Acme's Jane Smith"
        self.names.append(name)
        self.joint = False
        return last

    def _at_word(self, token: int) -> int:
        parse, word = self.parse, self.parse.lower[token]
        if word in _JOINS:
            self.joint = True
        elif self.joint and self.names and word == "of":
            self.joint = False
        elif self.joint:
            role = parse.tags[token] in NAME_MODIFIER_TAGS or not parse.is_word(token) or word in _ENDINGS
            return token if role else -1
        elif word not in _INSIDE and parse.tags[token] not in (NUMBER_TAG, PROPER_NOUN):
            return -1
        return token
