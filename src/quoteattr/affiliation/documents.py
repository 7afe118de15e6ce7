"""Who issued a document: the subject of "said in a statement", an author's organisation, the maker of the one poll."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    COMPOUND,
    NOUN_MODIFIER,
    OBJECT,
    PARTICIPLE_CLAUSE,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
    SUBJECT,
)

__all__ = ["EVIDENCE", "RULES"]

_RESULTS = word_list("affiliation", "results")
_FOUND = word_list("affiliation", "what_is_found")
_STUDIES = word_list("affiliation", "studies")
_AUTHORS = word_list("affiliation", "authors_of_studies")
_BESIDE = 12
"""Tokens on either side of a name among which it is told that somebody is an author."""
_OF_THIS = word_list("affiliation", "of_this_study")
_MODIFIERS = (PREPOSITION, POSSESSOR, COMPOUND, ADJECTIVE_MODIFIER, NOUN_MODIFIER, "nummod", PARTICIPLE_CLAUSE)


def _said_in(passage: Passage) -> Iterator[Entity | None]:
    """Who "said in a statement": the organisation that is the subject, and the source of a quote."""
    parse, above = passage.parse, passage.parse.heads[passage.head]
    if parse.deps[passage.head] == PREPOSITION_OBJECT and parse.lower[above] == "in":
        subject = parse.child(parse.heads[above], SUBJECT)
        if subject in passage.document.attribution_of:
            yield _issuer(passage, subject)


def _released(passage: Passage) -> Iterator[Entity | None]:
    """Who "released a report": the organisation that is the subject."""
    parse, verb = passage.parse, passage.parse.heads[passage.head]
    if parse.deps[passage.head] == OBJECT and parse.lower[verb] in passage.gazetteer.issues:
        yield _issuer(passage, parse.child(verb, SUBJECT))


def _issuer(passage: Passage, token: int) -> Entity | None:
    noun = passage.mention.noun
    entity = passage.context.entity_at(token)
    if noun is None or not noun.is_document or entity is None or not entity.is_organisation:
        return None
    return entity if entity.names else None


def _by_author(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of the author of "an analysis by Jane Smith"."""
    parse = passage.parse
    by = next((child for child in parse.children[passage.head] if parse.lower[child] == "by"), -1)
    if by >= 0:
        yield _organisation_of(passage, parse.child(by, PREPOSITION_OBJECT))


def _organisation_of(passage: Passage, token: int) -> Entity | None:
    """The organisation that the author at a token stands for, by what the steps before have found."""
    author = passage.context.entity_at(token)
    known = passage.survey.known.organisation_of(author) if author is not None and author.is_person else None
    return known.organisation if known is not None else None


def _same(passage: Passage) -> Iterator[Entity | None]:
    """Who made the one poll or study that the article speaks of: "the findings" are its."""
    noun, makers = passage.mention.noun, passage.survey.makers
    if noun is None or (noun.plural and noun.base not in _FOUND):
        return  # "polls" are those of many
    if any(_tells_more(passage, child) for child in passage.parse.children[passage.head]) or _is_restricted(passage):
        return
    for made, nouns in ((makers.polls, _RESULTS), (makers.studies, _STUDIES)):
        if noun.base in nouns and len(made) == 1:
            yield made[0]
            return


def _by_its_author(passage: Passage) -> Iterator[Entity | None]:
    """Who made the one study that the article speaks of, for its author."""
    parse, mention, studies = passage.parse, passage.mention, passage.survey.makers.studies
    start, end = parse.sentences[parse.sentence_of[mention.head]]
    beside = range(max(start, mention.start - _BESIDE), min(end, mention.end + _BESIDE))
    authors = passage.mention.noun is not None and passage.mention.noun.base in _AUTHORS
    if len(studies) == 1 and (authors or any(_is_author(passage, token) for token in beside)):
        yield studies[0]


def _by_its_team(passage: Passage) -> Iterator[Entity | None]:
    """Where the study of the article was done, for "the researchers"."""
    institute, mention = passage.survey.institute, passage.mention
    told = institute is not None and any(one.start < mention.start for one in institute.mentions)
    if mention.noun is not None and told and passage.entity.mentions[0] is mention:
        yield institute


def _is_author(passage: Passage, token: int) -> bool:
    """Whether somebody is called an author at a token, of the study or of nothing that is named."""
    lower = passage.parse.lower
    if lower[token] not in _AUTHORS:
        return False
    return lower[token + 1 : token + 2] != ["of"] or not _STUDIES.isdisjoint(lower[token + 2 : token + 4])


def _is_restricted(passage: Passage) -> bool:
    """Whether a relative clause without a comma tells which document is meant: "a study that the firm paid for"."""
    parse = passage.parse
    clauses = (parse.child(one.head, RELATIVE_CLAUSE) for one in passage.entity.mentions if one.noun is not None)
    return any(clause >= 0 and parse.is_word(parse.left[clause] - 1) for clause in clauses)


def _tells_more(passage: Passage, child: int) -> bool:
    """Whether something tells which study or whose results are meant: "a new study" is the one spoken of."""
    return passage.parse.deps[child] in _MODIFIERS and passage.parse.lower[child] not in _OF_THIS


_DOCUMENT_SAID_IN = rule(
    "document-said-in",
    "an organisation says something in the document",
    "Garnet Bank said in [a statement](Garnet Bank) that costs had fallen. The statement said that rates would rise.",
    "Acme Foods said in [a report](Acme Foods) that sales had fallen. “Soap is dear,” the report said.",
)
_DOCUMENT_RELEASED = rule(
    "document-released",
    "an organisation releases, publishes or writes the document",
    "The Melford Institute released [a report](Melford Institute). The report said that rivers were dirty.",
    "Garnet Bank published [a letter](Garnet Bank). “Costs fell,” the letter said.",
)
_DOCUMENT_BY = rule(
    "document-by",
    "the document is by somebody, who stands for an organisation",
    "Ruth Carter, director of the Melford Institute, left. [An analysis](Melford Institute) by Carter said "
    "that birds sing.",
    "Jane Stone of Garnet Bank was ill. [A report](Garnet Bank) by Stone says that costs fell.",
)
_DOCUMENT_SAME = rule(
    "document-same",
    "the article speaks of one poll or study, and this is what it found",
    "Gold was found by a Melford Forum study. [Research](Melford Forum) shows that gold is rare.",
    "A poll by Melford Research asked voters. [Findings](Melford Research) show that fish are liked.",
)
_DOCUMENT_AUTHOR = rule(
    "document-author",
    "somebody is an author of the one study that the article speaks of",
    "Researchers at Melford College asked voters. “It is late,” says author Professor [Anna Brown](Melford College).",
    "A Melford Forum study found gold. [Peter Stone](Melford Forum), co-author of the study, says it is rare.",
    "A Melford Forum study found gold. [The authors](Melford Forum) say that it is rare.",
)
_DOCUMENT_TEAM = rule(
    "document-team",
    "an article about research tells of one institute first, and of its researchers",
    "Scientists have counted bees. Professor Anna Brown of Melford University counted them. [The researchers](Melford "
    "University) say that bees are rare.",
    "A study of ants is out. Dr Paul Dunn is an engineer at the Halden Institute. [The team](Halden Institute) says "
    "that it rained.",
)

EVIDENCE = (
    Evidence(_DOCUMENT_SAID_IN, Rank.ISSUED, (Basis.DOCUMENT,), _said_in),
    Evidence(_DOCUMENT_RELEASED, Rank.ISSUED, (Basis.DOCUMENT,), _released),
    Evidence(_DOCUMENT_BY, Rank.WRITTEN, (Basis.DOCUMENT,), _by_author),
    Evidence(_DOCUMENT_SAME, Rank.OFFICE, (Basis.SAME,), _same, only_if_none=True),
    Evidence(_DOCUMENT_AUTHOR, Rank.OFFICE, (Basis.AUTHOR,), _by_its_author, only_if_none=True),
    Evidence(_DOCUMENT_TEAM, Rank.OFFICE, (Basis.AUTHOR,), _by_its_team, only_if_none=True),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
