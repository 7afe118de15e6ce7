"""The organisations that clauses tie a person to: "he runs Acme", "Acme, which she founded", "his firm, Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.organisations import organisation_at
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import (
    ADJECTIVE,
    AGENT,
    AUXILIARY,
    NEGATION,
    NOUN,
    OBJECT,
    PARTICIPLE_CLAUSE,
    POSSESSIVE_PRONOUN_TAG,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    PROPER_NOUN,
    RELATIVE_CLAUSE,
    SUBJECT,
)

__all__ = ["EVIDENCE", "RULES"]

_STARTS = word_list("affiliation", "starts")
_WORKS = word_list("affiliation", "works")
_WORKS_FOR = word_list("affiliation", "works_for_with")
_NO_OWNER = word_list("affiliation", "owned_classes")
_PARTING = word_list("affiliation", "before_owned_name")
_PRONOUNS = (POSSESSIVE_PRONOUN_TAG, "WP$")
_CLAUSES = (RELATIVE_CLAUSE, PARTICIPLE_CLAUSE)
_NO_CLAUSE = (RELATIVE_CLAUSE, AUXILIARY)
_BETWEEN = (NOUN, ADJECTIVE, PROPER_NOUN, "VBN")
"""Tags of what may stand between an owner and an organisation."""
_NOUNS = (NOUN, PROPER_NOUN)
_WORDS = 5
"""Words that may stand between an owner and an organisation: "her small software company, Acme"."""


def _verb(passage: Passage) -> Iterator[Entity | None]:
    """The organisations of "Smith runs Acme", "she works for Acme", "he founded Acme"."""
    parse, verb = passage.parse, passage.parse.heads[passage.mention.head]
    if passage.mention.type is MentionType.DESCRIPTION or not _is_asserted_subject(passage):
        return
    if _starts(passage, verb) or (_ties(passage, verb) and parse.tags[verb] in PRESENT_TAGS):
        for token in _complements(passage, verb):
            found = organisation_at(passage.context, token, "")
            if found is not None and not found.traits.place:
                yield found


def _is_asserted_subject(passage: Passage) -> bool:
    """Whether a mention is the subject of a clause that is neither denied nor a relative one."""
    parse, token = passage.parse, passage.mention.head
    verb = parse.heads[token]
    return parse.deps[token] == SUBJECT and parse.child(verb, NEGATION) < 0 and parse.deps[verb] not in _NO_CLAUSE


def _starts(passage: Passage, verb: int) -> bool:
    """Whether a verb tells that somebody has founded something, which is theirs as long as nothing else is said."""
    return passage.parse.lower[verb] in _STARTS


def _ties(passage: Passage, verb: int) -> bool:
    return passage.parse.lower[verb] in passage.gazetteer.affiliation_verbs


def _ties_now(passage: Passage, verb: int, agent: bool) -> bool:
    """Whether a clause tells with what somebody is now: no college "where he taught"."""
    return _ties(passage, verb) and (agent or passage.parse.tags[verb] in PRESENT_TAGS)


def _complements(passage: Passage, verb: int) -> list[int]:
    """The object of a verb; without one, what "for", "at" and "with" bring in where somebody works."""
    parse = passage.parse
    if (thing := parse.child(verb, OBJECT)) >= 0:
        return [thing]
    if parse.lower[verb] not in _WORKS:
        return []
    placed = (child for child in parse.children[verb] if parse.deps[child] == PREPOSITION)
    return [parse.child(child, PREPOSITION_OBJECT) for child in placed if parse.lower[child] in _WORKS_FOR]


def _founded(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Acme, which she founded", "Acme, founded by Smith"."""
    parse, token = passage.parse, passage.mention.head
    above = parse.heads[token]
    agent = parse.deps[token] == PREPOSITION_OBJECT and parse.deps[above] == AGENT
    if not agent and parse.deps[token] != SUBJECT:
        return
    verb = parse.heads[above] if agent else above
    name = passage.document.at_head.get(parse.heads[verb]) if parse.deps[verb] in _CLAUSES else None
    if name is None or name.name is None:  # "a group, called the Acme, led by Smith"
        name = passage.document.name_covering(verb - 2) if agent and parse.lower[verb - 1] == "," else None
    if name is None or name.name is None or verb < name.end or name is passage.mention:
        return
    if (not agent or parse.child(verb, SUBJECT) < 0) and (_starts(passage, verb) or _ties_now(passage, verb, agent)):
        yield _organisation(passage, name.head)


def _owned(passage: Passage) -> Iterator[Entity | None]:
    """The organisations of "her software company, Acme", "Smith's band Acme"."""
    parse, document = passage.parse, passage.document
    for token in _nouns_owned(passage):
        start = token + 1 + (not _PARTING.isdisjoint(parse.lower[token + 1 : token + 2]))
        name = document.name_covering(start)
        if name is not None and name.start == start and _is_ownable(passage, passage.context.noun_at(token)):
            yield _organisation(passage, name.head)


def _nouns_owned(passage: Passage) -> Iterator[int]:
    """The nouns of a phrase behind a possessive, as far as they can be what it owns now."""
    parse = passage.parse
    pronoun = parse.tags[passage.head] in _PRONOUNS
    first = passage.head + 1 if pronoun else passage.mention.end + 1
    for token in range(first, min(first + _WORDS, len(parse))):
        if parse.lower[token] in passage.gazetteer.past or parse.tags[token] not in _BETWEEN:
            return
        if parse.tags[token] in _NOUNS:
            yield token


def _is_ownable(passage: Passage, noun: Noun) -> bool:
    """Whether somebody stands for what this noun calls theirs: a company, a website, no government."""
    return noun.base in passage.gazetteer.owned or (noun.is_organisation and _NO_OWNER.isdisjoint(noun.classes))


def _organisation(passage: Passage, token: int) -> Entity | None:
    """The organisation that a name names, unless it is a place."""
    entity = passage.context.entity_covering(token)
    return entity if entity is not None and entity.is_organisation and not entity.traits.place else None


_CLAUSE_FOUNDED = rule(
    "clause-founded",
    "somebody is said beside an organisation's name to have founded it, or to run it",
    "The Fishmongers, which [Doug Hale](Fishmongers) founded in May, played in Bath. Hale said that it was loud.",
    "Brightwater Films, founded by [Anna Brown](Brightwater Films), makes films. “It was dark,” Brown said.",
)
_CLAUSE_OWNED = rule(
    "clause-owned",
    "the article calls a company, a band or a website somebody's",
    "[Doug Hale](Truthpress.com) writes of fish on his website, Truthpress.com. Hale says that they talk.",
    "[Anna Brown](Brightwater Films)'s company, Brightwater Films, is growing. “It sells,” Brown said.",
)
_CLAUSE_VERB = rule(
    "clause-verb",
    "somebody is the subject of a verb that ties them to an organisation",
    "[Anna Brown](Brightwater Films) runs Brightwater Films. Brown said that it was dark.",
    "[Carl Hale](Melford Forum) founded the Melford Forum. “It was late,” Hale said.",
)

EVIDENCE = (
    Evidence(_CLAUSE_FOUNDED, Rank.OWNED, (Basis.CLAUSE,), _founded),
    Evidence(_CLAUSE_OWNED, Rank.OWNED, (Basis.OWNER,), _owned),
    Evidence(_CLAUSE_VERB, Rank.CLAUSE, (Basis.CLAUSE,), _verb),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
