"""The passages of an article at which it may say for whom somebody stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.affiliation.evidence import Basis, Passage
from quoteattr.affiliation.survey import Survey
from quoteattr.affiliation.titles import before_bracket, titles_of
from quoteattr.coreference.constructs import APPOSITION, COPULA, PREMODIFIER, Construct
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.organisations import organisation_at, organisations_of_clause
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.syntax.labels import (
    AGENT,
    ATTRIBUTE,
    FINITE_TAGS,
    NOUN,
    PARTICIPLE_CLAUSE,
    POSSESSIVE_ENDING_TAG,
    POSSESSIVE_PRONOUN_TAG,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PROGRESSIVE_TAGS,
    RELATIVE_CLAUSE,
    SUBJECT,
)

__all__ = ["of_constructs", "of_documents", "of_mentions", "of_same"]

_WAS = word_list("affiliation", "was")
_POSSESSIVES = word_list("affiliation", "possessives")
_BEHIND_NAME = word_list("affiliation", "behind_names")
_STARTS = word_list("affiliation", "starts")
_PARTNER = "partner"
_NOW = "now"
_IN_CLAUSE = (SUBJECT, PREPOSITION_OBJECT)
_POSSESSIVE_PRONOUNS = (POSSESSIVE_PRONOUN_TAG, "WP$")
_POSSESSIVE = [POSSESSIVE_ENDING_TAG]
_CONSTRUCTS = {APPOSITION: Basis.APPOSITION, PREMODIFIER: Basis.PREMODIFIER, COPULA: Basis.COPULA}
_ONLY_EMPLOYED = word_list("affiliation", "only_employed")
_AUTHORS = word_list("affiliation", "authors_of_studies")
_RESEARCHERS = word_list("affiliation", "researchers")
_OF_THIS = word_list("affiliation", "of_this_study")
_TEAM = "team"
_BEFORE_NAME = 8
"""How many tokens before a name may belong to it."""
_MODIFIERS = label_set("tag_beginnings", "name_modifiers")


def of_constructs(survey: Survey, constructs: Iterable[Construct]) -> Iterator[Passage]:
    """What constructs say of people, but for whose relatives they are and what they are not yet."""
    context = survey.context
    for construct in constructs:
        entity = context.known(construct.mention)
        if entity is None or not entity.is_person or _is_kin(context, construct.head):
            continue
        if not _is_future(context, construct.head):
            told = construct.rank == COPULA and context.parse.lower[context.parse.heads[construct.mention.head]] in _WAS
            over = told or _is_past(context, construct.head)
            still = _still(context, construct.head) if over else ()
            basis = _CONSTRUCTS[construct.rank]
            yield Passage(survey, basis, entity, construct.mention, construct.head, over, still)


def of_mentions(survey: Survey) -> Iterator[Passage]:
    """Names of people, descriptions, and people in clauses, in text order."""
    for mention, entity in survey.referring:
        if mention.type is MentionType.DESCRIPTION:
            yield from _of_description(survey, entity, mention)
        elif mention.type is MentionType.NAME and entity.is_person:
            yield from _of_name(survey, entity, mention)
        if entity.is_person:
            yield from _of_clause(survey, entity, mention)


def _of_name(survey: Survey, entity: Entity, mention: Mention) -> Iterator[Passage]:
    parse, start, end = survey.context.parse, mention.start, mention.end
    before = start > 0 and _may_precede(survey.context, start - 1)
    over = before and _was_before(survey.context, start)
    if before:
        yield Passage(survey, Basis.BEFORE_NAME, entity, mention, mention.head, over)
    if end < len(parse) and parse.tags[end] not in FINITE_TAGS and _goes_on(survey.context, mention):
        yield Passage(survey, Basis.BEHIND_NAME, entity, mention, mention.head, over)
    elif end < len(parse) and parse.tags[end] in FINITE_TAGS:
        yield Passage(survey, Basis.BEFORE_VERB, entity, mention, mention.head)
    if start > 1 and parse.lower[start - 1] == "," and parse.tags[start - 2][:2] == NOUN:
        yield Passage(survey, Basis.BEHIND_POST, entity, mention, mention.head)
    if titles_of(mention):
        yield Passage(survey, Basis.TITLE, entity, mention, mention.head, over)


def _goes_on(context: Context, mention: Mention) -> bool:
    """Whether anything behind a name may belong to it, by the tree or by the word that stands there."""
    parse, end = context.parse, mention.end
    return parse.lower[end] in _BEHIND_NAME or any(child >= end for child in parse.children[mention.head])


def _may_precede(context: Context, token: int) -> bool:
    """Whether the word before a name may belong to it, whatever the tagger makes of an apostrophe or of a "lock"."""
    token = before_bracket(context, token)
    word = context.parse.lower[token]
    known = word in _POSSESSIVES or word in context.gazetteer.positions
    return known or context.parse.tags[token][:1] in _MODIFIERS


def _of_clause(survey: Survey, entity: Entity, mention: Mention) -> Iterator[Passage]:
    parse = survey.context.parse
    if parse.deps[mention.head] in _IN_CLAUSE:
        if mention.name is not None and parse.lower[mention.start - 1] == ",":
            yield Passage(survey, Basis.BEHIND_COMMA, entity, mention, mention.head)
        if _is_tied(survey.context, mention.head):
            yield Passage(survey, Basis.CLAUSE, entity, mention, mention.head)
    if parse.tags[mention.head] in _POSSESSIVE_PRONOUNS or parse.tags[mention.end : mention.end + 1] == _POSSESSIVE:
        yield Passage(survey, Basis.OWNER, entity, mention, mention.head)


def _is_tied(context: Context, token: int) -> bool:
    """Whether a token is the subject or the agent of a verb that can tie somebody to an organisation."""
    parse, gazetteer, above = context.parse, context.gazetteer, context.parse.heads[token]
    if parse.deps[token] != SUBJECT:
        if parse.deps[above] != AGENT:
            return False
        above = parse.heads[above]
    verb = parse.lower[above]
    return verb in _STARTS or verb in gazetteer.affiliation_verbs or verb in gazetteer.writes


def of_documents(survey: Survey) -> Iterator[Passage]:
    """Mentions of documents."""
    for mention, entity in survey.documents:
        yield Passage(survey, Basis.DOCUMENT, entity, mention, mention.head)


def of_same(survey: Survey) -> Iterator[Passage]:
    """Descriptions of documents of which nothing is known yet."""
    for mention, entity in survey.documents:
        if mention.type is MentionType.DESCRIPTION and not survey.known.of(entity):
            yield Passage(survey, Basis.SAME, entity, mention, mention.head)


def of_authors(survey: Survey) -> Iterator[Passage]:
    """Names of authors of whom nothing else is known, and "the authors"."""
    for mention, entity in survey.referring:
        named = mention.type is MentionType.NAME and not entity.traits.nouns.isdisjoint(_AUTHORS)
        author = named or _are_authors(survey.context, mention) or _are_researchers(survey.context, mention)
        if author and not survey.known.of(entity):
            yield Passage(survey, Basis.AUTHOR, entity, mention, mention.head)


def _of_description(survey: Survey, entity: Entity, mention: Mention) -> Iterator[Passage]:
    context, noun = survey.context, mention.noun
    if noun is None:
        return
    if entity.names:
        described = entity.is_person and noun.is_person and noun.base not in context.gazetteer.kinship
        if described and not _is_future(context, mention.head) and not _is_said_by(context, entity, mention):
            over = _is_past(context, mention.head) or _was_attribute(context, mention.head)
            yield Passage(survey, Basis.LATER, entity, mention, mention.head, over)
    elif noun.is_organisation:
        yield Passage(survey, Basis.SEVERAL, entity, mention, mention.head)
    elif noun.plural and noun.base in _ONLY_EMPLOYED:
        return  # "Acme workers want more pay"
    elif noun.base not in context.gazetteer.kinship and noun.base not in context.gazetteer.nobody:
        yield Passage(survey, Basis.DESCRIPTION, entity, mention, mention.head)
        if not noun.is_document:
            yield Passage(survey, Basis.ROLE, entity, mention, mention.head)


def _is_said_by(context: Context, entity: Entity, mention: Mention) -> bool:
    """Whether somebody says a description: of themselves they say "I"."""
    document, said = context.document, context.document.content_of[mention.head]
    return said >= 0 and any(document.attribution_of.get(one.head) == said for one in entity.mentions)


def _is_kin(context: Context, head: int) -> bool:
    """Whether a noun tells whose relative somebody is: "her partner", unlike "a partner at Acme"."""
    if context.noun_at(head).base not in context.gazetteer.kinship:
        return False
    return context.parse.lower[head] != _PARTNER or context.parse.child(head, POSSESSOR) >= 0


def _is_future(context: Context, head: int) -> bool:
    """Whether a role is not held yet: "the next president"."""
    parse = context.parse
    return any(child < head and parse.lower[child] in context.gazetteer.future for child in parse.children[head])


def _is_past(context: Context, head: int) -> bool:
    """Whether a role is over: "a former Acme director"."""
    past, parse = context.gazetteer.past, context.parse
    return _was_before(context, head) or any(parse.lower[child] in past for child in parse.children[head])


def _was_attribute(context: Context, head: int) -> bool:
    """Whether a noun is what somebody "was"."""
    return context.parse.deps[head] == ATTRIBUTE and context.parse.lower[context.parse.heads[head]] in _WAS


def _was_before(context: Context, start: int) -> bool:
    """Whether what stands before a name or a role is over: "former Texas Gov. Smith"."""
    parse, token = context.parse, start - 1
    for _ in range(_BEFORE_NAME):
        if token < 0:
            return False
        name = context.document.name_covering(token)
        if name is None and parse.tags[token][:1] not in _MODIFIERS:
            return False
        if parse.lower[token] in context.gazetteer.past:
            return True
        token = (name.start if name is not None else token) - 1
    return False


def _still(context: Context, head: int) -> tuple[Entity, ...]:
    """The organisations that somebody is with now: "a former analyst who teaches there", "a former aide now at it"."""
    parse = context.parse
    found: list[Entity] = []
    for child in parse.children[head]:
        if parse.deps[child] in (RELATIVE_CLAUSE, PARTICIPLE_CLAUSE) and parse.tags[child] in PROGRESSIVE_TAGS:
            found += organisations_of_clause(context, child)
        elif parse.deps[child] == PREPOSITION and parse.lower[child - 1] == _NOW:
            body = organisation_at(context, parse.child(child, PREPOSITION_OBJECT), "")
            found += [body] if body is not None else []
    return tuple(found)


def _are_authors(context: Context, mention: Mention) -> bool:
    """Whether a mention is "the authors", of nothing that is named."""
    noun, parse = mention.noun, context.parse
    plural = noun is not None and noun.plural and noun.base in _AUTHORS and parse.lower[mention.start] == "the"
    return plural and parse.child(mention.head, PREPOSITION, POSSESSOR) < 0


def _are_researchers(context: Context, mention: Mention) -> bool:
    """Whether a source is "the researchers", "an international team", of nothing that is named."""
    noun, parse = mention.noun, context.parse
    if noun is None or noun.base not in _RESEARCHERS or not (noun.plural or noun.base == _TEAM) or not mention.definite:
        return False
    if parse.child(mention.head, PREPOSITION, POSSESSOR) >= 0 or not context.document.is_source(mention):
        return False
    return all(word in _OF_THIS for word in parse.lower[mention.start : mention.head])
