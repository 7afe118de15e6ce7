"""First persons and the turns of printed interviews: "I" is who speaks, "we" whom they speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType, Traits
from quoteattr.coreference.gazetteer import word_list
from quoteattr.coreference.rules import rule
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, Range

__all__ = ["RULES", "SIEVES", "Turn", "author_of", "turns_of"]

_ASKS = word_list("coreference", "questions")
_ANSWERS = word_list("coreference", "answers")
_NOTES = word_list("coreference", "author_notes")
_HEAD, _FOOT = 8, 3
"""Paragraphs at either end of the article where a byline or a note on the author is looked for."""
_LINE, _OPENING = 14, 5
"""Tokens of the longest byline, and tokens at the beginning of a line of which one at least is a word."""
_HOPS = 5
"""Quotations back to the one with a source."""
_FEW = 2
"""Answers that tell an interview where no question is an attribution."""


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
QUESTION = rule(
    "interview-question",
    "the letter “Q” at the beginning of a line is who asks",
    "Laura King spoke to us.\n\nQ: Where were you born?\n\nA: In a small town in Ohio.\n\n[Q](interviewer): "
    "Why did you leave it?\n\nA: Because there was no work for anybody.",
    "Peter Stone is an actor.\n\nQuestion: Where do you live?\n\nAnswer: In a small town in "
    "Ohio.\n\n[Question](interviewer): Do you like it?\n\nAnswer: I have never liked it.",
)
ANSWER = rule(
    "interview-answer",
    "the letter “A” at the beginning of a line is whom the article names most before the first question",
    "Laura King spoke to us.\n\nQ: Where were you born?\n\nA: In a small town in Ohio.\n\nQ: Why did you leave "
    "it?\n\n[A](Laura King): Because there was no work for anybody.",
    "Peter Stone is an actor.\n\nQuestion: Where do you live?\n\nAnswer: In a small town in Ohio.\n\nQuestion: "
    "Do you like it?\n\n[Answer](Peter Stone): I have never liked it.",
)
RULES = (SPEAKER, WE, WE_FOR, AUTHOR, QUESTION, ANSWER)


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
    "first": (Sieve(SPEAKER, _speaker), Sieve(AUTHOR, _author)),
    "first_plural": (Sieve(WE, _speaking_body), Sieve(WE_FOR, _body_spoken_for)),
}
"""For each class of pronouns of the first person, once it is known who speaks and for whom."""


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


# ---- interviews ----------------------------------------------------------------------------------------------------


@frozen
class Turn:
    """A question or an answer of a printed interview.

    Attributes:
        speaker: Who asks or answers.
        rule: The id of the rule that says so.
    """

    speaker: Entity
    rule: str


def turns_of(context: Context) -> Mapping[int, Turn]:
    """Who speaks in each attribution whose source is the letter of a question or an answer; empty without any."""
    attributions = context.document.attributions
    letters = {number: _letter(context, one.voices[0]) for number, one in enumerate(attributions) if one.voices}
    asked = [number for number, letter in letters.items() if letter in _ASKS]
    answered = [number for number, letter in letters.items() if letter in _ANSWERS]
    if not asked and len(answered) < _FEW:
        return {}
    first = min(attributions[number].voices[0][0] for number in (*asked, *answered))
    asker = Turn(Entity(Traits(SpeakerKind.PERSON, best="interviewer")), QUESTION.id)
    guest = _guest(context, first) or Entity(Traits(SpeakerKind.PERSON, best="interviewee"))
    return {**dict.fromkeys(asked, asker), **dict.fromkeys(answered, Turn(guest, ANSWER.id))}


def _letter(context: Context, source: Range) -> str:
    """The word of a source that is one word at the beginning of a line, in lower case, else an empty string."""
    parse = context.parse
    words = [token for token in range(*source) if parse.is_word(token)]
    line = parse.paragraphs[parse.paragraph_of[source[0]]][0]
    opens = not any(parse.is_word(token) for token in range(line, source[0]))
    return parse.lower[words[0]] if len(words) == 1 and opens and parse.words[words[0]][0].isupper() else ""


def _guest(context: Context, first: int) -> Entity | None:
    """Who is named most before the first question, or, if nobody is, in all."""
    before, ever = Counter[Entity](), Counter[Entity]()
    for mention in context.document.mentions:
        entity = context.entities.of(mention)
        if mention.type is MentionType.NAME and entity.is_person:
            ever[entity] += 1
            before[entity] += mention.head < first
    return max(ever, key=lambda one: (before[one], ever[one]), default=None)
