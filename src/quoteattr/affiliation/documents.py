"""Who issued a document: the subject of "said in a statement", an author's organisation, the maker of a poll."""

from __future__ import annotations

from quoteattr.affiliation.ranking import organisation_of
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Affiliation, Entity, Mention, MentionType
from quoteattr.records import SpeakerKind

__all__ = ["issuer_of", "of_author", "spread_issuers"]

_RESULTS = frozenset(("finding", "result", "poll", "survey", "polling"))
"""What comes of a poll, or is one: "the findings" are those of the poll spoken of."""
_STUDIES = frozenset(("report", "study", "research", "paper", "survey", "finding"))
"""Nouns that one article uses for one study."""
_MODIFIERS = frozenset(("prep", "poss", "compound", "amod", "nmod", "nummod", "acl"))


def issuer_of(document: Document, mention: Mention) -> Entity | None:
    """Who "said in a statement", "released a report": the organisation that is the verb's subject."""
    parse, token = document.parse, mention.head
    inside = parse.deps[token] == "pobj" and parse.lower[parse.heads[token]] == "in"
    if inside:
        token = parse.heads[token]
    elif parse.deps[token] != "dobj" or parse.lower[parse.heads[token]] not in document.words.issues:
        return None
    subject = parse.child(parse.heads[token], "nsubj")
    other = document.at_head.get(subject)
    if other is None or other.entity is None or (inside and subject not in document.attribution_of):
        return None
    return other.entity if other.entity.kind is SpeakerKind.ORGANISATION and other.entity.names else None


def of_author(document: Document, mention: Mention) -> Entity | None:
    """The organisation of the author of "an analysis by Jane Smith", "an inspector's memo", "an account she gave"."""
    parse = document.parse
    by = next((child for child in parse.children[mention.head] if parse.lower[child] == "by"), -1)
    clause = parse.child(mention.head, "relcl")
    given = clause >= 0 and parse.child(clause, "dobj") < 0 and parse.lower[clause] in ("gave", "wrote", "released")
    tokens = (
        parse.child(by, "pobj") if by >= 0 else -1,
        parse.child(mention.head, "poss"),
        parse.child(clause, "nsubj") if given else -1,
    )
    for token in tokens:
        author = document.at_head.get(token)
        if author is None or author.entity is None or author.entity.kind is not SpeakerKind.PERSON:
            continue
        if parse.deps[token] != "poss" or not author.entity.names:  # "her plan" is her own
            return organisation_of(author.entity)
    return None


def spread_issuers(document: Document, rank: int) -> None:
    """Give documents that nobody is said to have issued the issuer of the one poll or study that the article has."""
    polls: list[Entity] = []
    studies: list[Entity] = []
    waiting: list[Mention] = []
    for mention in document.mentions:
        entity = mention.entity
        if entity is None:
            continue
        if mention.type is MentionType.NAME and entity.kind is SpeakerKind.ORGANISATION and not entity.place:
            after = mention.end
            if after < len(document.parse) and document.parse.lower[after] in _STUDIES:
                _note(studies, entity)
        if entity.kind is not SpeakerKind.DOCUMENT:
            continue
        body = organisation_of(entity)
        kinds = entity.nouns | ({mention.noun.base} if mention.noun is not None else set())
        if body is None and mention.noun is not None and _is_bare(document, mention):
            waiting.append(mention)
        elif body is not None:
            _note(polls, body, unless=kinds.isdisjoint(document.words.poll))
            _note(studies, body, unless=kinds.isdisjoint(_STUDIES))
    for mention in waiting:
        base = mention.noun.base if mention.noun is not None else ""
        if mention.entity is None or mention.entity.affiliations:
            continue
        for bodies, nouns in ((polls, _RESULTS), (studies, _STUDIES)):
            if base in nouns and len(bodies) == 1:
                mention.entity.stand_for(Affiliation(rank, 2, bodies[0]))
                break


def _note(bodies: list[Entity], body: Entity, *, unless: bool = False) -> None:
    if not unless and body not in bodies and len(bodies) < 2:
        bodies.append(body)


def _is_bare(document: Document, mention: Mention) -> bool:
    """Whether nothing tells which document is meant: "the report", "Findings"."""
    parse = document.parse
    return not any(parse.deps[child] in _MODIFIERS for child in parse.children[mention.head])
