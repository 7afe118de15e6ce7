"""A personal pronoun of the third person in its article: what its place tells of whom it stands for."""

from __future__ import annotations

from attrs import frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.compatibility import GENDER_OF_PRONOUN
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.pronouns import pronoun_class
from quoteattr.lexicon.lists import word_list
from quoteattr.records import QuoteKind
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import PASSIVE_SUBJECT, SUBJECT

__all__ = ["Pronoun", "pronoun_of"]

_REPLIES = word_list("coreference", "replies")
_SAYS = word_list("coreference", "plain_speech")
_ASKS = word_list("coreference", "asks")
_GOES_ON = word_list("coreference", "goes_on")
_WHEN = word_list("coreference", "opens_time_clauses")
_NAMED = 20
"""Mentions behind a subject that are looked at for names in its clause."""


@frozen(eq=False)
class Pronoun:
    """A pronoun of the third person, and what its place tells of whom it stands for.

    Attributes:
        context: The article so far.
        parse: The article.
        mention: The pronoun.
        type: Its class: ``"male"``, ``"female"``, ``"thing"`` or ``"plural"``.
        said: The attribution that it is the source of, as an index, or -1.
        is_speech: Whether this attribution is speech: quoted, or with a plain verb of saying.
        quoted_by: Who says the quotation that it stands in: not whom it stands for.
        named: Whom its own clause, or the content that it is the source of, names.
        asker: Who asked the question that it answers.
    """

    context: Context
    parse: Parse
    mention: Mention
    type: str
    said: int
    is_speech: bool
    quoted_by: Entity | None
    named: frozenset[Entity]
    asker: Entity | None

    def is_source(self) -> bool:
        """Whether it is the source of an attribution."""
        return self.said >= 0

    def is_source_of_quotation(self) -> bool:
        """Whether it is the source of a direct quotation."""
        return self.said >= 0 and self.context.document.attributions[self.said].kind is QuoteKind.DIRECT

    def is_source_of_other_content(self) -> bool:
        """Whether it is the source of what the reporter puts, at least in part."""
        return self.said >= 0 and not self.is_source_of_quotation()

    def speaks(self) -> bool:
        """Whether it is the source of speech."""
        return self.is_speech

    def speaks_as_one_person(self) -> bool:
        """Whether it is "he" or "she", and the source of speech."""
        return self.is_speech and bool(self.gender)

    def does_not_speak(self) -> bool:
        """Whether it is not the source of speech."""
        return not self.is_speech

    def is_outside_quotations(self) -> bool:
        """Whether it stands outside quotation marks."""
        return not self.context.document.is_quoted(self.mention.head)

    def has_names_beside(self) -> bool:
        """Whether its clause, or what it is the source of, names somebody."""
        return bool(self.named)

    def goes_on(self) -> bool:
        """Whether it is one person who adds something."""
        if self.said < 0 or not self.gender:
            return False
        return not _GOES_ON.isdisjoint(_cue_words(self.parse, self.context.document.attributions[self.said]))

    def answers(self) -> bool:
        """Whether it answers somebody's question."""
        return self.asker is not None

    def distance(self, sentence: int) -> float:
        """How many sentences before the pronoun a sentence is; quotations between count half outside of them."""
        narrated, here = self.context.document.narrated, self.parse.sentence_of[self.mention.head]
        if not self.is_outside_quotations():
            return float(here - sentence)
        return (narrated[here] + here - narrated[sentence] - sentence) / 2

    @property
    def gender(self) -> str:
        """The gender that it tells; empty for "it" and "they"."""
        return GENDER_OF_PRONOUN.get(self.type, "")


def pronoun_of(context: Context, mention: Mention) -> Pronoun:
    """A pronoun of the third person with what its place tells."""
    document = context.document
    said = document.attribution_of.get(mention.head, -1)
    named = [context.entities.of(name) for name in document.names_in_content(said)] if said >= 0 else []
    return Pronoun(
        context=context,
        parse=context.parse,
        mention=mention,
        type=pronoun_class(document, mention),
        said=said,
        is_speech=said >= 0 and _is_speech(context.parse, document.attributions[said]),
        quoted_by=_source_of(context, document.quoted_by[mention.head]),
        named=frozenset((*named, *_named_in_clause(context, mention))),
        asker=_asker(context, said),
    )


def _source_of(context: Context, number: int) -> Entity | None:
    """Who is the source of an attribution; ``None`` for -1, and where nothing is known of them."""
    document = context.document
    heads = document.source_heads[number] if number >= 0 else ()
    return next((context.entity_at(head) for head in heads if head in document.at_head), None)


def _named_in_clause(context: Context, mention: Mention) -> list[Entity]:
    """Whom the clause names of which the pronoun is the subject: "He met Mr. Smith" is not about Smith twice."""
    parse, token = context.parse, mention.head
    if parse.deps[token] not in (SUBJECT, PASSIVE_SUBJECT):
        return []
    end = parse.right[parse.heads[token]]
    behind = context.document.after(token, _NAMED)
    return [context.entities.of(one) for one in behind if one.head < end and one.type is MentionType.NAME]


def _asker(context: Context, said: int) -> Entity | None:
    """Who asked the question that an attribution with "replied" answers."""
    attributions = context.document.attributions
    if said < 1 or _ASKS.isdisjoint(_cue_words(context.parse, attributions[said - 1])):
        return None
    replies = not _REPLIES.isdisjoint(_cue_words(context.parse, attributions[said]))
    return _source_of(context, said - 1) if replies or _is_asked_ahead(context, said) else None


def _is_asked_ahead(context: Context, said: int) -> bool:
    """Whether a clause that opens the sentence of a pronoun asks: "When Smith asked him why, he said"."""
    document, parse = context.document, context.parse
    heads = [head for number in (said - 1, said) for head in document.source_heads[number][:1]]
    if len(heads) < 2 or parse.sentence_of[heads[0]] != parse.sentence_of[heads[1]] or heads[0] > heads[1]:
        return False
    return parse.lower[parse.sentences[parse.sentence_of[heads[0]]][0]] in _WHEN


def _is_speech(parse: Parse, attribution: Attribution) -> bool:
    return attribution.kind is not QuoteKind.INDIRECT or not _SAYS.isdisjoint(_cue_words(parse, attribution))


def _cue_words(parse: Parse, attribution: Attribution) -> list[str]:
    return [word for tokens in attribution.cue for word in parse.lower[slice(*tokens)]]
