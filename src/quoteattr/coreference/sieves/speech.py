"""First and second persons: "I" is who speaks, "we" whom they speak for, "you" whom they ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.coreference.classes import SECOND_PERSON
from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, Traits
from quoteattr.coreference.mentions.pronouns import pronoun_class
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, Range

__all__ = ["RULES", "SIEVES", "author_of"]

_NOTES = word_list("coreference", "author_notes")
_HEAD, _FOOT = 8, 3
"""Paragraphs at either end of the article where a byline or a note on the author is looked for."""
_LINE, _OPENING = 14, 5
"""Tokens of the longest byline, and tokens at the beginning of a line of which one at least is a word."""
_HOPS = 5
"""Quotations back to the one with a source."""


# ---- rules ---------------------------------------------------------------------------------------------------------

SPEAKER = rule(
    "speech-i",
    "“I” in a quotation is who says it",
    "“[I](Anna Brown) was late,” said Anna Brown.",
    "Peter Stone told reporters: “It was [my](Peter Stone) fault.”",
)
WE = rule(
    "speech-we",
    "“We” in a quotation are those who say it, if they are several or an organisation",
    "“[We](Zorbix Airlines) were late,” Zorbix Airlines said.",
    "“[We](the teachers) were late,” the teachers said.",
)
WE_FOR = rule(
    "speech-we-for",
    "“We” in a quotation of one person is the organisation that this person stands for",
    "“[We](Zorbix Airlines) were late,” said Anna Brown, a spokeswoman for Zorbix Airlines.",
    "“[Our](Zorbix Airlines) trains were late,” said Zorbix Airlines spokesman Peter Stone.",
)
AUTHOR = rule(
    "speech-author",
    "“I” outside quotation marks is who writes: the name in the byline or in the note at the end",
    "By Anna Brown\n\n[I](Anna Brown) was late. It rained.",
    "[I](Peter Stone) was late. It rained.\n\nPeter Stone is a professor at Melford University.",
)
WE_SPEAKER = rule(
    "speech-we-speaker",
    "“we” in a turn of a transcript, where nothing tells of others, is who speaks",
    "Laura King: Was it hard?\n\nPeter Stone: [We](Peter Stone) thought that it was.\n\nLaura King: I see.",
    "Q: Was it hard for Peter Stone?\n\nPeter Stone: [We](Peter Stone) knew it.\n\nQ: I see.",
)
YOU = rule(
    "speech-you",
    "“you” in a question of an interview with one guest is the guest",
    "Laura King: Did [you](Peter Stone) say that it was late?\n\nPeter Stone: I did.\n\nLaura King: Why?",
    "Peter Stone is an actor.\n\nQ: Do [you](Peter Stone) think that it is late?\n\nA: I have never thought so.",
)
INTERVIEW = rule(
    "interview-guest",
    "in an interview without labels, “I” and “we” outside of questions, and “you” in them, are the one guest",
    "Anna Brown interviewed Peter Stone.\n\nWhere do you live?\n\n[I](Peter Stone) live in Ohio.\n\nDo you like it?",
    "An interview with Peter Stone\n\nWhere do [you](Peter Stone) live?\n\nIn Ohio.\n\nHow big is your town?",
)
RULES = (SPEAKER, WE, WE_FOR, WE_SPEAKER, YOU, INTERVIEW, AUTHOR)


# ---- first persons -------------------------------------------------------------------------------------------------


def _speaker(context: Context, mention: Mention) -> Finding | None:
    """Who speaks, inside quotation marks."""
    source = _source(context, mention)
    return Finding(context.entities.of(source), source) if source is not None else None


def _speaking_body(context: Context, mention: Mention) -> Finding | None:
    """Those who speak, where they are several or an organisation."""
    source = _source(context, mention)
    entity = context.entities.of(source) if source is not None else None
    several = entity is not None and (entity.is_organisation or entity.kind is SpeakerKind.PEOPLE)
    return Finding(entity, source) if entity is not None and several else None


def _body_spoken_for(context: Context, mention: Mention) -> Finding | None:
    """The organisation for which the speaker stands."""
    source = _source(context, mention)
    served = context.served.get(context.entities.of(source), ()) if source is not None else ()
    return Finding(served[0], source) if served else None


def _speaking_in_turn(context: Context, mention: Mention) -> Finding | None:
    """Who speaks in a turn, be they alone."""
    source = _source(context, mention)
    turn = source is not None and context.document.attributions[context.document.quoted_by[mention.head]].is_turn
    return Finding(context.entities.of(source), source) if source is not None and turn else None


def _spoken_to(context: Context, mention: Mention) -> Finding | None:
    """Who answers the question that a pronoun stands in."""
    guest = context.addressed.get(context.document.quoted_by[mention.head])
    return Finding(context.entities.of(guest), guest) if guest is not None else None


def _guest(context: Context, mention: Mention) -> Finding | None:
    """Who answers, outside quotation marks, in an interview without labels."""
    interview, token = context.interview, mention.head
    if interview is None or token < interview.first or context.parse.region_of[token] >= 0:
        return None
    asks = context.parse.paragraph_of[token] in interview.questions
    spoken_to = pronoun_class(context.document, mention) == SECOND_PERSON
    return Finding(context.entities.of(interview.guest), interview.guest) if asks is spoken_to else None


def _author(context: Context, mention: Mention) -> Finding | None:
    """Who writes the article, outside quotation marks."""
    document, token = context.document, mention.head
    quoted = document.is_quoted(token) or document.parse.region_of[token] >= 0
    return None if quoted else Finding(context.author)


def _source(context: Context, mention: Mention) -> Mention | None:
    """The source of the quotation that a pronoun stands in, if something is known of who that is."""
    document = context.document
    heads = _source_heads(document, document.quoted_by[mention.head])
    source = next((document.at_head[head] for head in heads if head in document.at_head), None)
    unknown = source is None or (context.entities.is_open(source) and context.known(source) is None)
    return None if unknown else source


def _source_heads(document: Document, number: int | None) -> Sequence[int]:
    """The heads of the sources of a quotation, or of the one that it goes on with."""
    for _ in range(_HOPS):
        if number is None or not 0 <= number < len(document.attributions):
            break
        if document.source_heads[number]:
            return document.source_heads[number]
        number = document.attributions[number].keeps
    return ()


SIEVES = {
    "first": (Sieve(SPEAKER, _speaker), Sieve(INTERVIEW, _guest), Sieve(AUTHOR, _author)),
    "first_plural": (
        Sieve(WE, _speaking_body),
        Sieve(WE_FOR, _body_spoken_for),
        Sieve(WE_SPEAKER, _speaking_in_turn),
        Sieve(INTERVIEW, _guest),
    ),
    "second": (Sieve(YOU, _spoken_to), Sieve(INTERVIEW, _guest)),
}
"""For each class of pronouns of the first and second person, once it is known who speaks and for whom."""


# ---- the author ----------------------------------------------------------------------------------------------------


def author_of(context: Context) -> Entity:
    """Who writes the article: the name in a byline or in a closing note, or somebody unnamed."""
    lines = [line for line in context.parse.paragraphs if _has_words(context.parse, line)]
    found = next(_bylines(context, lines[:_HEAD]), None) or next(_notes(context, lines[-_FOOT:]), None)
    return found or Entity(Traits(SpeakerKind.PERSON))


def _has_words(parse: Parse, line: Range) -> bool:
    return any(parse.is_word(token) for token in range(line[0], min(line[1], line[0] + _OPENING)))


def _bylines(context: Context, lines: Sequence[Range]) -> Iterator[Entity]:
    parse = context.parse
    for start, end in lines:
        token = next((token for token in range(start, end) if not parse.words[token].isspace()), start)
        if parse.lower[token] == "by" and end - start <= _LINE and (name := _person_from(context, token + 1)):
            yield context.entities.of(name)


def _notes(context: Context, lines: Sequence[Range]) -> Iterator[Entity]:
    """Those of whom a paragraph says who they are: "NAME is a professor at ..."; the last one first."""
    for start, end in reversed(lines):
        name = _person_from(context, start)
        if name is not None and name.end < end and context.parse.lower[name.end] in _NOTES:
            yield context.entities.of(name)


def _person_from(context: Context, token: int) -> Mention | None:
    """The name of a person that begins at a token."""
    name = context.document.name_covering(token)
    return name if name is not None and name.start == token and context.entities.of(name).is_person else None
