"""The descriptions that stand beside a name: apposition, premodifiers, a role behind a comma, the copula."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import define, field

from quoteattr.coreference.constructs import APPOSITION as BESIDE
from quoteattr.coreference.constructs import COPULA as TOLD
from quoteattr.coreference.constructs import PREMODIFIER as BEFORE
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entities, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.rules import Rule, rule
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import (
    APPOSITION,
    ATTRIBUTE,
    AUXILIARY,
    COMPOUND,
    CONJUNCT,
    MODAL_TAG,
    NEGATION,
    NOUN,
    NOUN_PREMODIFIERS,
    NUMBER_TAG,
    PLURAL_NOUN,
    PLURAL_PROPER_NOUN,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PROPER_NOUN,
    SUBJECT,
)

__all__ = ["COPULA", "RULES", "Surroundings", "Tie"]

_AFTER_ROLE = word_list("coreference", "after_role")
_PARTS = word_list("coreference", "parting_commas")
_BE = word_list("coreference", "copulas")
_SPOKESMEN = word_list("coreference", "spokesmen")
_ENDINGS = word_list("coreference", "possessive_endings")
_COURTEOUS = word_list("coreference", "courteous_titles")
_BETWEEN = label_set("tag_beginnings", "before_roles")
_NEAR = 10
"""Tokens between a name's comma and the role behind it."""

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

RULES = (
    APPOSITION_BEHIND,
    ONE_OF,
    JOINED,
    PREMODIFIED,
    APPOSITION_AHEAD,
    AFTER_COMMA,
    ROLE_BESIDE,
    COPULA,
)

_TYING = frozenset({APPOSITION, *NOUN_PREMODIFIERS})
"""How what describes a name can hang on it."""

Tie = tuple[int, int, Rule]
"""The head of a description, how sure it is, and the rule that tied it to a name."""


@define
class Surroundings:
    """What stands beside the names of an article.

    Attributes:
        document: The article.
        entities: What its names stand for.
        without: Ids of rules that are not asked.
    """

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
        """What the word lists know of the noun that a token is."""
        return self.document.gazetteer.noun(self.parse.lower[token], self.parse.tags[token])

    def is_role(self, token: int) -> bool:
        """Whether a token is a noun for people."""
        return self.parse.tags[token] in (NOUN, PROPER_NOUN) and self.noun_at(token).is_person

    def ties(self, mention: Mention) -> list[Tie]:
        """The descriptions that the words around a name tie to it."""
        parse, head = self.parse, mention.head
        ties = [
            tie
            for child in parse.children[head]
            if parse.deps[child] in _TYING
            for tie in self._at_child(mention, child)
        ]
        ties += self._above(mention) or self._behind_comma(mention, ties)
        beside = self._beside(mention)
        if self._is_role_beside(mention, beside) and all(head != beside for head, _, _ in ties):
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
        return not any(parse.tags[child + 1 : self._beside(mention) + 1]) and self._is_common(child)

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
            return [] if self.is_inner(above, mention) else [(above, BESIDE, APPOSITION_AHEAD)]
        one = self._one_of(above)
        return [(one, BESIDE, ONE_OF)] if one >= 0 else []  # "one of Acme's directors, Jane Smith"

    def is_inner(self, head: int, name: Mention) -> bool:
        """Whether a name may be that of what stands inside a phrase: "a spokesman for the minister, Jane Smith"."""
        parse, comma = self.parse, name.start - 1
        while comma > head and parse.lower[comma] not in _PARTS:
            comma -= 1
        inner = comma - 1
        if inner <= head or parse.tags[inner] not in (NOUN, PROPER_NOUN) or self.document.name_at[inner] >= 0:
            return False
        noun, entity = self.noun_at(inner), self.entities.of(name)
        if noun.is_organisation:
            return entity.is_organisation or self._is_of_one_word(name)
        return noun.is_person and entity.is_person and self.noun_at(head).base in _SPOKESMEN

    def _is_of_one_word(self, mention: Mention) -> bool:
        """Whether nothing but its place tells that a name is a person's."""
        name, given = mention.name, self.document.gazetteer.given_names
        return name is not None and len(name.key) == 1 and not name.titles and name.key[0] not in given

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
            if self.is_role(step):
                if parse.tags[step + 1 : step + 2] in ([NOUN], [PROPER_NOUN]):
                    continue
                ends = step + 1 == len(parse) or parse.lower[step + 1] in _AFTER_ROLE
                return step if self._is_free(step) and ends else -1
            if not self._is_inside(step):
                return -1
        return -1

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

    def _beside(self, mention: Mention) -> int:
        """The token before a name, and before the titles of courtesy and learning in front of it, or -1."""
        titles = mention.name.titles if mention.name is not None else ()
        if not _COURTEOUS.issuperset(titles):
            return mention.start - 1
        return mention.start - 1 - sum(len(title.split(" ")) for title in titles)

    def _is_role_beside(self, mention: Mention, beside: int) -> bool:
        """Whether the noun before a person's name says what they are, whatever the tree has: "actress Jane Smith"."""
        titled = mention.name is None or not _COURTEOUS.issuperset(mention.name.titles)
        if beside < 0 or titled or not self.is_role(beside):
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
            common = attribute >= 0 and self._is_common(attribute) and self._is_listed(attribute)
            if common and self._is_asserted(copula):
                yield attribute

    def _is_listed(self, noun: int) -> bool:
        """Whether a noun for a person is one of the lists, which hold no abuse: what is said of somebody may be."""
        gazetteer, word = self.document.gazetteer, self.parse.lower[noun]
        number = PLURAL_PROPER_NOUN if self.parse.tags[noun] == PLURAL_NOUN else ""
        return bool(gazetteer.noun(word, number).kind) or not gazetteer.noun(word, self.parse.tags[noun]).kind

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
