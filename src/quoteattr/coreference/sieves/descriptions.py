"""Descriptions: lists, pairs, offices, polls, possessives and head match, in the order in which they are asked."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from quoteattr.coreference.classes import GOVERNMENT_CLASS, PEOPLE_NOUN
from quoteattr.coreference.compatibility import gender_agrees
from quoteattr.coreference.context import Context, Finding
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.groups import pair_at
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves import bodies_meant, head_match, people_meant, possessives
from quoteattr.coreference.sieves.described import Described, DescriptionSieve
from quoteattr.coreference.sieves.names_behind import names_behind
from quoteattr.lexicon.lists import mark_set, word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax.labels import (
    NUMBER_TAG,
    OBJECT,
    PASSIVE_SUBJECT,
    POSSESSIVE_ENDING_TAG,
    POSSESSOR,
    PREMODIFIERS,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PROPER_TAGS,
    SUBJECT,
)

__all__ = ["RULES", "SIEVES", "description_finding"]

_LATTER = word_list("coreference", "latter")
_TWO = word_list("coreference", "two")
_AT_HOME = word_list("affiliation", "governments_at_home")
_CLOSING = mark_set("closing_doubles")
_DETERMINERS = word_list("coreference", "determiners")
_STATE = word_list("coreference", "powers_of_state")
_CALLED = word_list("coreference", "kinds_of_organisation")
_SEATS = word_list("coreference", "classes_with_offices")
_SEVERAL = (PEOPLE_NOUN, "")
"""Kinds of nouns that several people may be called by."""
_HOLDS_OFFICE = (POSSESSOR, OBJECT, PASSIVE_SUBJECT, SUBJECT)
"""Where somebody stands who is what stands behind "as", the likeliest place first."""
_STEPS = 4
"""How far up from "as" somebody who is it is looked for."""
_GROUP, _LATELY = 8, 3
"""How many sentences back those who spoke together are looked for: by what each of them is, and by their number."""
_NEAR, _SENTENCES = 16, 2
"""Mentions, and sentences, among which the two named last are looked for."""
_BEFORE_LATTER = 10
"""Mentions among which "the latter" is looked for."""
_POLL = 12
"""Tokens of the name of a poll."""

LATTER = rule(
    "description-latter",
    "“The latter” is who or what was named last",
    "Velora met Garnet Bank. [The latter](Garnet Bank) said that it rained.",
    "Ada Brennan met Tom Keller. [The latter](Tom Keller) said that it rained.",
)
LISTED = rule(
    "description-list",
    "a source that lists people behind its noun is these people",
    "[Two rivals](Ada Brennan and Tom Keller), Ada Brennan and Tom Keller, said that it rained.",
    "[Her sons](Joe Keller and Tom Keller), Joe Keller and Tom Keller, said that it rained.",
)
TOGETHER = rule(
    "description-spoke-together",
    "“The two” are those who spoke together last, and so is a noun by which each of them was called",
    "Ada Brennan and Tom Keller said that it rained. [The two](Ada Brennan and Tom Keller) said that it snowed.",
    "Joe Keller and Tom Brennan said that it rained. [The pair](Joe Keller and Tom Brennan) said that it snowed.",
)
TWO_LAST = rule(
    "description-two-named-last",
    "“The two” and “both men” are the two people who were named last",
    "Ada Brennan met Tom Keller. [The two](Ada Brennan and Tom Keller) said that it rained.",
    "Joe Keller met Tom Brennan. [Both men](Joe Keller and Tom Brennan) said that it rained.",
)
IN_OFFICE = rule(
    "description-as-office",
    "what stands behind “as” is who has the term, does the thing or is made it",
    "As [mayor](Ada Brennan), Ada Brennan said that it rained.",
    "Tom Keller ended his term as [governor](Tom Keller). It rained.",
)
POLL = rule(
    "description-poll-of-maker",
    "a poll with its maker's name before it is that maker's poll, the same each time",
    "[A Gallup poll](Gallup poll) showed that rain fell.",
    "[A CNN survey](CNN survey) found that rain fell.",
)
SAME_POLL = rule(
    "description-same-poll",
    "a poll without another maker's name is the poll that was spoken of",
    "A poll came. Rain fell. [The poll](A poll) found that it rained.",
    "A survey came. Rain fell. [The survey](A survey) found that it rained.",
)
NAME_BEFORE = rule(
    "description-name-before",
    "a noun for organisations right behind the name of one says what it is",
    "Microsoft grew. [The Microsoft group](Microsoft) said no.",
    "United Weavers met. [The United Weavers union](United Weavers) said no.",
    "[The “Melford Gazette” newspaper](Melford Gazette) said that it rained.",
    "[The People's Herald newspaper](People's Herald) said that it rained.",
)
GOVERNMENT = rule(
    "description-power-of-place",
    "a government or an army with a place before it, or “Federal”, has the two words as its name",
    "[The Iranian government](Iranian government) said that it rained.",
    "[The Peruvian army](Peruvian army) said that it rained.",
)
HOME = rule(
    "description-home-government",
    "“the Government” with a capital is the government named last, or the one at home, and no country spoken of",
    "Peru waited. The Ohio Government met. [The Government](Ohio Government) said that it rained.",
    "The Peruvian Government met in Ohio. [The Government](The Peruvian Government) said no.",
)


def _latter(described: Described) -> Entity | None:
    """Whom "the latter" means: somebody or something named last; nobody else, where nothing was."""
    context, head = described.context, described.mention.head
    if described.parse.lower[head] not in _LATTER:
        return None
    for other in context.document.before(head, _BEFORE_LATTER):
        entity = context.entities.of(other)
        if entity.names and entity.kind is not SpeakerKind.UNKNOWN and other.type is not MentionType.PRONOUN:
            return entity
    return described.itself


def _listed(described: Described) -> Entity | None:
    """The people whom a source lists behind its head: "two of her rivals, Jane Smith and Bob Jones"."""
    context, noun, head = described.context, described.noun, described.mention.head
    source = context.document.source_ranges.get(head)
    several = noun.plural or noun.is_people or described.parse.tags[head] == NUMBER_TAG
    if source is None or not several or (noun.kind and not noun.is_people):
        return None
    names = names_behind(context.document, context.entities, head, source, context.named.starts)
    found = [context.entities.of(name) for name in names]
    alike = len(found) > 1 and all(one.is_person for one in found)
    return context.entities.group(found) if alike else None


def _is_pair(described: Described) -> bool:
    """Whether a description may mean two people: "the two", "both candidates"."""
    noun, first = described.noun, described.parse.lower[described.mention.start]
    return first in ("the", "both") and (not noun.kind or noun.is_people) and not described.has(PREPOSITION)


def _is_two(described: Described) -> bool:
    """Whether a word of a description says that they are two; "the two Democratic candidates" are not any two."""
    parse, mention = described.parse, described.mention
    words = described.words_before | {parse.lower[mention.head]}
    if any(words & party for party in described.context.gazetteer.parties):
        return "two" in (parse.lower[mention.start], parse.lower[mention.head])
    return not _TWO.isdisjoint(words)


def _together(described: Described) -> Entity | None:
    """Those who spoke together last: "the two", or called by the noun, each of them."""
    if not _is_pair(described) or described.context.salience.last_group is None:
        return None
    group, spoke = described.context.salience.last_group
    noun, since = described.noun, described.parse.sentence_of[described.mention.head] - spoke
    if noun.kind and since <= _GROUP and all(noun.base in part.traits.nouns for part in group.parts):
        return group
    if not _is_two(described) or len(group.parts) != 2 or since > _LATELY:
        return None
    return group if all(gender_agrees(part.traits, noun.gender) for part in group.parts) else None


def _two_last(described: Described) -> Entity | None:
    """The two people whom "and" joins, or the only two that were named of late, for "the two" as a source."""
    context, mention = described.context, described.mention
    if not (_is_pair(described) and _is_two(described) and context.document.is_source(mention)):
        return None
    found: dict[Entity, None] = {}
    for other in context.document.before(mention.head, _NEAR, _SENTENCES):
        entity = context.entities.of(other)
        several = entity.parts or described.parse.deps[other.head] in PREMODIFIERS
        if entity.is_person and entity.names and not several and gender_agrees(entity.traits, described.noun.gender):
            found.setdefault(entity)
            pair = pair_at(context, other.head) if len(found) == 2 else None
            if pair is not None and len(pair.parts) == 2 and set(pair.parts) == found.keys():
                return pair
    return context.entities.group(tuple(reversed(found))) if len(found) == 2 else None


def _in_office(described: Described) -> Finding | Entity | None:
    """Who is what stands behind "as": "her tenure as secretary", "as mayor, Smith ..."."""
    parse, head = described.parse, described.mention.head
    bare = parse.lower[described.mention.start] not in _DETERMINERS and not described.has(POSSESSOR)
    place = parse.heads[head]
    if not (described.is_person and bare and parse.deps[head] == PREPOSITION_OBJECT and parse.lower[place] == "as"):
        return None
    entity = _who_is(described.context, place)
    if entity is None or not gender_agrees(entity.traits, described.noun.gender):
        return None
    nouns = entity.traits.nouns | {described.noun.base}
    return Finding(entity, traits=evolve(entity.traits, nouns=nouns)) if entity.names else entity


def _who_is(context: Context, token: int) -> Entity | None:
    """The nearest person above "as"."""
    parse = context.parse
    for _ in range(_STEPS):
        token = parse.heads[token]
        for label in _HOLDS_OFFICE:
            entity = context.entity_at(parse.child(token, label))
            if entity is not None and entity.is_person:
                return entity
        if parse.heads[token] == token or parse.tags[token][:1] == "V":
            break
    return None


def _poll(described: Described) -> Finding | Entity | None:
    """A poll that has a name, such as "a Times/CBS News poll": its words from the first name on."""
    context, mention = described.context, described.mention
    if not described.is_poll or described.itself.traits.plural:
        return None
    name_at = context.document.name_at
    first = next((token for token in range(mention.start, mention.head) if name_at[token] >= 0), -1)
    maker = context.entity_covering(first)
    if maker is None or maker.traits.place or maker.is_person:
        return None
    entity = context.possessions.get((maker, "poll"), described.itself)
    owned = POSSESSIVE_ENDING_TAG in context.parse.tags[first : mention.head]
    named = mention.head + 1 - first <= _POLL and not owned
    names = ((first, mention.head + 1),) if named else ()
    return Finding(entity, names=names, maker=maker, possession=(maker, "poll"))


def _same_poll(described: Described) -> Entity | None:
    """The poll spoken of, unless a capitalised word speaks of another maker; no other noun is asked after a poll."""
    if not described.is_poll:
        return None
    parse, mention, places = described.parse, described.mention, described.context.gazetteer.places
    known = head_match.same_noun(described) if mention.definite and not described.has_complement else None
    makers = {
        parse.lower[token]
        for token in range(mention.start, mention.head)
        if parse.tags[token] in PROPER_TAGS and parse.lower[token] not in places
    }
    return known if known is not None and makers <= known.traits.nouns else described.itself


def _name_before(described: Described) -> Finding | None:
    """The organisation of "the Acme group", "“Forbes” magazine", whose name stands right before the noun."""
    context, mention, noun = described.context, described.mention, described.noun
    if noun.plural:
        return None
    end = mention.head - (described.parse.words[mention.head - 1] in _CLOSING)
    if not (mention.definite and end - 1 > mention.start) and end == mention.head:
        return None
    name = context.document.name_covering(end - 1)
    owned = name is not None and 0 <= described.parse.child(mention.head, POSSESSOR) < name.start
    entity = context.entities.of(name) if name is not None and name.end == end and not owned else None
    if entity is None or not entity.is_organisation or entity.traits.place or described.seat is not None:
        return None
    if not entity.traits.classes.isdisjoint(_SEATS):
        return None
    return Finding(entity, traits=evolve(entity.traits, nouns=entity.traits.nouns | {noun.base}))


def _power_of_place(described: Described) -> Finding | None:
    """The government or the army of a place: "the Iranian government"."""
    noun, mention, before = described.noun, described.mention, described.mention.head - 1
    if noun.plural or GOVERNMENT_CLASS not in noun.classes or described.owner is not None:
        return None
    if before < mention.start:
        return None
    parse = described.parse
    at_home = parse.lower[before] in _AT_HOME and parse.words[before].istitle() and parse.words[mention.head].istitle()
    if not at_home and parse.lower[before] not in described.context.gazetteer.places:
        return None
    return Finding(described.itself, names=((before, mention.head + 1),))


def _home_government(described: Described) -> Entity | None:
    """The government of "the Government", which has a capital where it is the one at home."""
    mention = described.mention
    capital = described.noun.base == GOVERNMENT_CLASS and described.parse.words[mention.head].istitle()
    if not capital or not mention.definite or mention.head - mention.start != 1 or described.has_complement:
        return None
    salience = described.context.salience
    called = [one for one in salience.by_noun(GOVERNMENT_CLASS) if one.is_organisation and not one.traits.place]
    named = [one for one in called if one.names] or [one for one in called if one.traits.nouns == {GOVERNMENT_CLASS}]
    return max(named, key=salience.last, default=described.itself)


_FIRST = (
    DescriptionSieve(LATTER, _latter, nouns=_LATTER),
    DescriptionSieve(LISTED, _listed, _SEVERAL),
    DescriptionSieve(TOGETHER, _together, _SEVERAL),
    DescriptionSieve(TWO_LAST, _two_last, _SEVERAL),
    DescriptionSieve(IN_OFFICE, _in_office, ("person",)),
    DescriptionSieve(POLL, _poll),
    DescriptionSieve(SAME_POLL, _same_poll),
    DescriptionSieve(NAME_BEFORE, _name_before, nouns=_CALLED),
    DescriptionSieve(HOME, _home_government, ("organisation",), nouns=frozenset((GOVERNMENT_CLASS,))),
)
_LAST = (DescriptionSieve(GOVERNMENT, _power_of_place, ("organisation",), nouns=_STATE),)
SIEVES = (*_FIRST, *bodies_meant.SIEVES, *possessives.SIEVES, *head_match.SIEVES, *people_meant.SIEVES, *_LAST)
"""The rules about descriptions, in the order in which they are asked; the first that speaks decides."""

RULES = tuple(sieve.rule for sieve in (*_FIRST, *_LAST))


@lru_cache(maxsize=20_000)
def _asked(kind: str, noun: str, owned: bool) -> tuple[DescriptionSieve, ...]:
    """The rules that are asked about a noun of a kind, in order."""
    return tuple(sieve for sieve in SIEVES if sieve.concerns(kind, noun, owned=owned))


def description_finding(
    context: Context, mention: Mention, without: frozenset[str] = frozenset()
) -> tuple[Finding, str] | None:
    """What the first rule that speaks says of a description, and its id.

    Args:
        context: The article so far.
        mention: A description.
        without: Ids of rules that are not asked.
    """
    if mention.noun is None:
        return None
    noun, described = mention.noun, Described(context, mention, mention.noun)
    if described.has_own_name:
        return None
    for sieve in _asked(noun.kind, noun.base, described.owner is not None):
        found = sieve.find(described) if sieve.rule.id not in without else None
        if found is not None:
            return (Finding(found) if isinstance(found, Entity) else found), sieve.rule.id
    return None
