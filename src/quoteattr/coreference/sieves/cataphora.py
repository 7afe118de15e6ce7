"""Whom an article describes before it names them: "A Texas lawmaker objected. State Rep. Jane Smith said ..."."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from attrs import define, field

from quoteattr.coreference.compatibility import are_alike
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.headlines import is_headline
from quoteattr.coreference.organisations import organisations_of_phrase
from quoteattr.coreference.rules import Rule, rule
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax.labels import COMPOUND, NOUN, POSSESSIVE_PRONOUN_TAG, POSSESSOR

__all__ = ["RULES", "NamedLater", "named_later"]

_INDEFINITE = word_list("coreference", "indefinite")
_GOVERNMENT = "government"
_NAMED = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
"""Sorts of what may be named later."""
"""The class of organisations that places are."""
_EXPERTS = word_list("coreference", "experts")
_ACADEMIC = word_list("coreference", "academic_titles")
_OFFICES = word_list("coreference", "offices_told_apart")
_LEVELS = word_list("coreference", "levels_of_offices")
_SPOKESMEN = word_list("coreference", "spokesmen")
_FIRST = 6
"""Sentences at the beginning of an article, headlines included, whose descriptions may be named later."""
_SENTENCES = 8
"""How far behind the description the name may stand."""
_LEAD = 3
"""The same for the bare description of a headline that no noun ties to a name."""
_NEXT = 2
"""The same for whom the opening describes as its subject."""


# ---- rules ---------------------------------------------------------------------------------------------------------

SAME_NOUN = rule(
    "named-later-noun",
    "an article opens with what somebody is, and calls them so again when it names them",
    "[A lawmaker](Anna Brown) left. State Rep. Anna Brown said trains were late.",
    "[A company](Zorbix Airlines) has won a prize. Zorbix Airlines is a tile company.",
)
HEADLINE = rule(
    "named-later-headline",
    "a headline calls by a bare noun whom the first sentences name",
    "[Farmer](Anna Brown) Wins First Big Prize in Ohio\n\nAnna Brown said trains were late.",
    "[Teacher](Peter Stone) Leaves School After Ten Years\n\nPeter Stone taught music.",
)
OPENING = rule(
    "named-later-opening",
    "whom the opening is about is the first full name that comes without a word on who that is",
    "[A farmer](Anna Brown) has won a prize. Anna Brown said trains were late.",
    "[A nurse](Peter Stone) was fined on Monday. Peter Stone said he was sorry.",
    "[The mayor](Anna Brown) has won a prize. Anna Brown said trains were late. Brown, a former nurse, smiled.",
)
EXPERT = rule(
    "named-later-expert",
    "an expert who has spoken without a name is the next person who acts or speaks, if the name has an academic title",
    "Trains will be late, [an engineer](Anna Brown) said.\n\nDr Anna Brown, of Melford College, said rails bend.",
    "Rivers are drying up, [a geologist](Peter Stone) said.\n\nProfessor Peter Stone, from Ohio, said it was late.",
)
SPOKESMAN = rule(
    "named-later-spokesman",
    "a body's spokesman who has spoken without a name is the one whom the next sentences name as its spokesman",
    "[A spokesman](Carl Hall) for Zorbix Airlines said trains were late. Zorbix Airlines spokesman Carl Hall said so.",
    "It was late, said [a spokesman](Peter Stone) for Zorbix Airlines. It rained. Zorbix Airlines spokesman Peter "
    "Stone said so.",
)
NEXT_SPEAKER = rule(
    "named-later-next-speaker",
    "whoever has spoken as the holder of a post is the one who speaks in the next paragraph, if the name has that post",
    "It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained.\n\n"
    "[The chairman](Carl Hall) of the club said trains were late.\n\n“It is over,” club chairman Carl Hall said.",
    "It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained.\n\n"
    "[The head](Anna Brown) of the club said trains were late.\n\n“It is over,” said Anna Brown, the club chairwoman.",
)
RULES = (SAME_NOUN, HEADLINE, OPENING, EXPERT, SPOKESMAN, NEXT_SPEAKER)


_Ways = tuple[tuple[Rule, Callable[[Mention, Entity], Mention | None]], ...]


class NamedLater(NamedTuple):
    """That an article names later whom it has described.

    Attributes:
        entity: Whom the article has described.
        named: Who bears the name.
        rule: The id of the rule that says so.
        antecedent: The first mention of the name.
    """

    entity: Entity
    named: Entity
    rule: str
    antecedent: Mention


def named_later(context: Context) -> Iterator[NamedLater]:
    """Those whom the descriptions that open an article stand for, and who are named soon after; the last one first."""
    first: dict[Entity, Mention] = {}
    for mention in context.document.mentions:
        entity = context.entities.of(mention)
        known = first.setdefault(entity, mention)
        if known is not mention and mention.type is MentionType.NAME and _introduces(known, mention):
            first[entity] = mention
    names = _NamesAhead(context)
    for entity, mention in reversed(first.items()):  # so that what is named behind a description is known by then
        if entity.traits.kind not in _NAMED or entity.traits.plural or entity.is_anonymous:
            continue
        if entity.names:
            names.add(mention, entity)
        else:
            yield from names.of(mention, entity)


def _introduces(before: Mention, name: Mention) -> bool:
    """Whether the first mention of somebody only says right before the name who that is: "spokesman Carl Hall"."""
    return before.type is MentionType.DESCRIPTION and before.head == name.start - 1 and not before.definite


def _may_be_named(context: Context, mention: Mention, entity: Entity) -> bool:
    """Whether a description introduces one person or organisation: "a lawmaker", or bare in a headline."""
    noun, lists, parse = mention.noun, context.gazetteer, context.parse
    if noun is None or not noun.kind or entity.owner is not None:
        return False
    if noun.base in lists.unnamed or noun.base in lists.common_bodies:
        return False
    possessor = parse.child(mention.head, POSSESSOR)
    if mention.definite and possessor >= 0 and parse.tags[possessor] == POSSESSIVE_PRONOUN_TAG:
        return noun.base not in lists.kinship  # "his physician"
    opens = parse.sentence_of[mention.head] <= _FIRST
    return opens and (mention.start < mention.head or _is_in_headline(context, mention))


def _is_in_headline(context: Context, mention: Mention) -> bool:
    parse = context.parse
    return is_headline(parse, *parse.sentences[parse.sentence_of[mention.head]])


@define
class _NamesAhead:
    """Where those who are named first behind a place are named, by what the article calls them; filled backwards."""

    context: Context
    _called: dict[str, Mention] = field(factory=dict, init=False)
    _subjects: deque[Mention] = field(factory=lambda: deque(maxlen=_LEAD), init=False)

    def add(self, mention: Mention, entity: Entity) -> None:
        """Note the first mention of somebody whom the article names."""
        document = self.context.document
        if mention.type is MentionType.NAME:
            self._called.update(dict.fromkeys(entity.traits.nouns, mention))
        if entity.is_person and (document.is_subject(mention.head) or document.is_source(mention)):
            self._subjects.appendleft(mention)

    def of(self, mention: Mention, entity: Entity) -> Iterator[NamedLater]:
        """Who is named soon behind a description, by the first rule that says so."""
        ways = ((SAME_NOUN, self._by_noun), (HEADLINE, self._by_headline), (OPENING, self._by_opening))
        introduces = _may_be_named(self.context, mention, entity)
        for why, find in (*(ways if introduces else ()), *self._of_anybody()):
            if (name := find(mention, entity)) is not None:
                yield NamedLater(entity, self.context.entities.of(name), why.id, name)
                return

    def _of_anybody(self) -> _Ways:
        """The rules that are asked of descriptions that introduce nobody, too."""
        return (
            (EXPERT, self._by_title),
            (SPOKESMAN, self._by_body),
            (OPENING, self._by_office),
            (NEXT_SPEAKER, self._by_post),
        )

    def _by_post(self, mention: Mention, entity: Entity) -> Mention | None:
        """Who speaks in the next paragraph and has the post by which a definite description has spoken."""
        document, noun = self.context.document, mention.noun
        if noun is None or not (noun.is_person and mention.definite and document.is_source(mention)):
            return None
        lists = self.context.gazetteer
        if noun.base in lists.unnamed or noun.base in lists.kinship:
            return None
        name = next((one for one in self._subjects if one.head > mention.head), None)
        if name is None or not document.is_source(name) or not self._are_neighbours(mention, name):
            return None
        called = self.context.entities.of(name).traits.nouns
        same = not called.isdisjoint(lists.role_synonyms.get(noun.base, (noun.base,)))
        return self._fitting(name, mention, entity, _SENTENCES) if same else None

    def _are_neighbours(self, mention: Mention, name: Mention) -> bool:
        """Whether only an empty paragraph, if any, stands between those of a description and a name."""
        parse = self.context.parse
        first, last = parse.paragraph_of[mention.head], parse.paragraph_of[name.head]
        between = (any(map(parse.is_word, range(*parse.paragraphs[one]))) for one in range(first + 1, last))
        return first < last and not any(between)

    def _by_office(self, mention: Mention, entity: Entity) -> Mention | None:
        """The first person who acts behind a sentence about the holder of an office of a place."""
        document, noun = self.context.document, mention.noun
        owner = self.context.entity_at(document.parse.child(mention.head, POSSESSOR))
        if owner is None or noun is None or not owner.traits.place:
            return None
        if not (noun.is_person and document.is_subject(mention.head)):
            return None
        name = None if _is_in_headline(self.context, mention) else self._next_subject(mention)
        if name is None or name.name is None or len(name.name.key) == 1 or self.context.parse.lower[name.end] == ",":
            return None
        told = self.context.entities.of(name).traits.nouns - set(name.name.titles) - {noun.base}
        return self._fitting(name, mention, entity, _NEXT) if not told else None

    def _by_noun(self, mention: Mention, entity: Entity) -> Mention | None:
        """Who is called by its noun, or by one that means the same."""
        noun = mention.noun.base if mention.noun is not None else ""
        for base in reversed(self.context.gazetteer.role_synonyms.get(noun, (noun,))):
            name = self._fitting(self._called.get(base), mention, entity, _SENTENCES)
            if name is not None and not (noun in _OFFICES and self._is_of_another(name, mention)):
                return name
        return None

    def _is_of_another(self, name: Mention, mention: Mention) -> bool:
        """Whether a noun before an office tells that it is another's: "a church leader" beside "the Labour leader"."""
        parse, nouns = self.context.parse, self.context.entities.of(name).traits.nouns
        children = parse.children[mention.head]
        return any(
            parse.deps[one] == COMPOUND and parse.tags[one] == NOUN and parse.lower[one] not in nouns | _LEVELS
            for one in children
        )

    def _by_body(self, mention: Mention, entity: Entity) -> Mention | None:
        """The spokesman whom the next sentences name, if he speaks for a body in the phrase."""
        if mention.noun is None or mention.noun.base not in _SPOKESMEN or not self.context.document.is_source(mention):
            return None
        name = self._fitting(self._called.get(mention.noun.base), mention, entity, _LEAD)
        served = self.context.served.get(self.context.entities.of(name), ()) if name is not None else ()
        bodies = organisations_of_phrase(self.context, mention.head) if served else ()
        return name if any(body in served for body in bodies) else None

    def _by_headline(self, mention: Mention, entity: Entity) -> Mention | None:
        """The first person who acts below a headline that says what they are."""
        bare = not mention.definite and self.context.parse.lower[mention.start] not in _INDEFINITE
        headline = bare and _is_in_headline(self.context, mention)
        return self._fitting(self._next_subject(mention), mention, entity, _LEAD) if headline else None

    def _by_opening(self, mention: Mention, entity: Entity) -> Mention | None:
        """The first person who acts behind a sentence about somebody, without a word on who that is."""
        document = self.context.document
        acts = document.is_subject(mention.head) and document.parse.child(mention.head, POSSESSOR) < 0
        name = self._next_subject(mention) if acts and not _is_in_headline(self.context, mention) else None
        told = name is not None and self._comes_unheralded(name, mention)
        return self._fitting(name, mention, entity, _NEXT) if told else None

    def _by_title(self, mention: Mention, entity: Entity) -> Mention | None:
        """The next person who acts or speaks, if an academic title stands before the name and an expert has spoken."""
        noun = mention.noun.base if mention.noun is not None else ""
        if noun not in _EXPERTS or mention.definite or not self.context.document.is_source(mention):
            return None
        parse = self.context.parse
        sentence = parse.sentence_of[mention.head]
        name = next((one for one in self._subjects if parse.sentence_of[one.head] > sentence), None)
        if name is None or name.name is None or _ACADEMIC.isdisjoint(name.name.titles):
            return None
        return self._fitting(name, mention, entity, _SENTENCES if sentence <= _LEAD else _NEXT)

    def _next_subject(self, mention: Mention) -> Mention | None:
        """The first person who acts or speaks in the sentences behind that of a description near the beginning."""
        sentence_of = self.context.parse.sentence_of
        sentence = sentence_of[mention.head]
        behind = (name for name in self._subjects if sentence_of[name.head] > sentence)
        return next(behind, None) if sentence <= _LEAD else None

    def _comes_unheralded(self, name: Mention, mention: Mention) -> bool:
        """Whether a full name comes without a word on who that is: the article has said so before."""
        if name.name is None or len(name.name.key) == 1 or name.name.titles:
            return False
        described = self.context.entities.of(name).traits.nouns
        parse, before = self.context.parse, name.start - 1
        bare = before < 0 or not parse.is_word(before)
        if bare and mention.definite and mention.noun is not None and mention.noun.base in _OFFICES:
            described &= _OFFICES  # who holds an office may have been a farmer
        return not described and parse.lower[name.end : name.end + 1] != [","]

    def _fitting(self, name: Mention | None, mention: Mention, entity: Entity, reach: int) -> Mention | None:
        """The name, if it stands within ``reach`` sentences and nothing says that it is somebody else's."""
        sentence_of = self.context.parse.sentence_of
        if name is None or sentence_of[name.head] - sentence_of[mention.head] > reach:
            return None
        named = self.context.entities.of(name)
        town = named.traits.place and mention.noun is not None and _GOVERNMENT not in mention.noun.classes
        return name if are_alike(entity, named) and not town else None  # "a newspaper" is no place
