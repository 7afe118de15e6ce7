"""What speaks for and against an antecedent of a pronoun that agrees: a table of weights in sentences of distance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from attrs import frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.compatibility import GENDER_OF_PRONOUN, gender_agrees, is_several
from quoteattr.coreference.context import Context
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import FEMALE, word_list
from quoteattr.coreference.mentions.pronouns import pronoun_class
from quoteattr.records import QuoteKind, SpeakerKind
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    ADVERBIAL_CLAUSE,
    COMPLEMENT,
    COMPOUND,
    CONJUNCT,
    NOUN_ADVERBIAL,
    NOUN_MODIFIER,
    PARTICIPLE_CLAUSE,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION_CLAUSE,
    RELATIVE_CLAUSE,
    SUBJECT,
)

__all__ = [
    "ENTITY_PREFERENCES",
    "MENTION_PREFERENCES",
    "MOST_OF_MENTION",
    "PLACES",
    "REPETITION",
    "Preference",
    "Pronoun",
    "place_of",
    "pronoun_of",
]

_REPLIES = word_list("coreference", "replies")
_SAYS = word_list("coreference", "plain_speech")
_ASKS = word_list("coreference", "asks")
_OBLIQUE = frozenset({POSSESSOR, COMPOUND, ADJECTIVE_MODIFIER, NOUN_MODIFIER, NOUN_ADVERBIAL})
_INNER_CLAUSES = frozenset({COMPLEMENT, PREPOSITION_CLAUSE, RELATIVE_CLAUSE, PARTICIPLE_CLAUSE, ADVERBIAL_CLAUSE})
_TOPIC_OPENING, _TOPIC = ["as", "for"], 8
"""How a sentence opens that names its topic, and tokens from its beginning within which the topic stands."""
_OFTEN, _MOST = 10, 20
"""Mentions that count once, and at most, of whoever the article mentions often."""
_AGAIN = 5
"""Further mentions in sight that count, at most."""
_NAMED = 20
"""Mentions behind a subject that are looked at for names in its clause."""


# ---- a pronoun -----------------------------------------------------------------------------------------------------


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

    def distance(self, other: Mention) -> int:
        """How many sentences before the pronoun a mention stands."""
        sentence_of = self.parse.sentence_of
        return sentence_of[self.mention.head] - sentence_of[other.head]

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
        is_speech=said >= 0 and _is_speech(document, said),
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
    if said < 1 or _REPLIES.isdisjoint(_cue_words(context.parse, attributions[said])):
        return None
    asks = not _ASKS.isdisjoint(_cue_words(context.parse, attributions[said - 1]))
    return _source_of(context, said - 1) if asks else None


def _is_speech(document: Document, said: int) -> bool:
    attribution = document.attributions[said]
    return attribution.kind is not QuoteKind.INDIRECT or not _SAYS.isdisjoint(_cue_words(document.parse, attribution))


def _cue_words(parse: Parse, attribution: Attribution) -> list[str]:
    return [word for tokens in attribution.cue for word in parse.lower[slice(*tokens)]]


# ---- what a preference is ------------------------------------------------------------------------------------------

Given = TypeVar("Given")


def _once(pronoun: Pronoun, given: Given) -> float:
    return 1.0


def _always(pronoun: Pronoun) -> bool:
    return True


@frozen
class Preference(Generic[Given]):
    """One thing that speaks for or against an antecedent.

    Attributes:
        id: Its name in the table.
        weight: How much it speaks for the antecedent, in sentences of distance; negative for against.
        reason: One line that says why.
        amount: How often it counts, by the pronoun and what is given: a mention, what it stands for, a number.
        concerns: The pronouns for which it is asked.
    """

    id: str
    weight: float
    reason: str
    amount: Callable[[Pronoun, Given], float] = _once
    concerns: Callable[[Pronoun], bool] = _always


# ---- pronouns for which a preference is asked ----------------------------------------------------------------------


def _speaks(pronoun: Pronoun) -> bool:
    return pronoun.is_speech


def _does_not_speak(pronoun: Pronoun) -> bool:
    return not pronoun.is_speech


def _is_source(pronoun: Pronoun) -> bool:
    return pronoun.said >= 0


def _is_source_of_quotation(pronoun: Pronoun) -> bool:
    return pronoun.said >= 0 and pronoun.context.document.attributions[pronoun.said].kind is QuoteKind.DIRECT


def _is_source_of_other_content(pronoun: Pronoun) -> bool:
    return pronoun.said >= 0 and not _is_source_of_quotation(pronoun)


def _is_outside_quotations(pronoun: Pronoun) -> bool:
    return not pronoun.context.document.is_quoted(pronoun.mention.head)


def _has_names_beside(pronoun: Pronoun) -> bool:
    return bool(pronoun.named)


def _answers(pronoun: Pronoun) -> bool:
    return pronoun.asker is not None


# ---- what an antecedent is in its clause ---------------------------------------------------------------------------

SUBJECT_PLACE = Preference[Mention]("subject", 1.2, "who acts, or is the source of an attribution, is spoken of next")
INNER_SUBJECT = Preference[Mention]("inner-subject", 0.6, "less so in a clause inside another: Smith said Jones left")
POSSESSOR_PLACE = Preference[Mention]("possessor", 0.9, "whose the subject is: Smith's plan failed")
INNER_POSSESSOR = Preference[Mention]("inner-possessor", 0.3, "less so in a clause inside another")
OBLIQUE_PLACE = Preference[Mention]("oblique", -0.4, "what only modifies a noun: the Smith plan")
TOPIC = Preference[Mention]("topic", 2.5, "for whom the sentence opens as its topic: As for Smith, he")
OTHER = Preference[Mention]("other", 0.0, "an object, or whatever else")
PLACES = (SUBJECT_PLACE, INNER_SUBJECT, POSSESSOR_PLACE, INNER_POSSESSOR, OBLIQUE_PLACE, TOPIC, OTHER)
"""Each mention stands at one of these."""


def place_of(pronoun: Pronoun, other: Mention) -> Preference[Mention]:
    """What a mention is in its clause, by what this is worth."""
    document = pronoun.context.document
    parse, token = document.parse, other.head
    if token in document.attribution_of:
        return SUBJECT_PLACE
    if document.is_subject(token):
        return INNER_SUBJECT if _is_inner(parse, token) else SUBJECT_PLACE
    if parse.deps[token] == POSSESSOR and document.is_subject(parse.heads[token]):
        return INNER_POSSESSOR if _is_inner(parse, parse.heads[token]) else POSSESSOR_PLACE
    if parse.deps[token] in _OBLIQUE:
        return OBLIQUE_PLACE
    return TOPIC if _is_topic(pronoun, token) else OTHER


def _is_inner(parse: Parse, subject: int) -> bool:
    """Whether a subject is that of a clause inside another: "Smith said that Jones was late"."""
    verb = parse.heads[subject]
    if parse.deps[verb] == CONJUNCT:
        verb = parse.heads[verb]
    return parse.deps[verb] in _INNER_CLAUSES


def _is_topic(pronoun: Pronoun, token: int) -> bool:
    """Whether the sentence of the pronoun opens with a token as its topic."""
    parse = pronoun.parse
    first = parse.sentences[parse.sentence_of[token]][0]
    near = token - first <= _TOPIC and parse.sentence_of[token] == parse.sentence_of[pronoun.mention.head]
    return near and parse.lower[first : first + 2] == _TOPIC_OPENING


# ---- where it stands -----------------------------------------------------------------------------------------------


def _in_other_paragraph(pronoun: Pronoun, other: Mention) -> bool:
    paragraph_of = pronoun.parse.paragraph_of
    return paragraph_of[pronoun.mention.head] != paragraph_of[other.head]


def _is_unnamed(pronoun: Pronoun, other: Mention) -> bool:
    return other.type is MentionType.DESCRIPTION and not pronoun.context.entities.of(other).names


def _is_quoted(pronoun: Pronoun, other: Mention) -> bool:
    return pronoun.context.document.quoted_by[other.head] >= 0


def _is_in_own_content(pronoun: Pronoun, other: Mention) -> bool:
    return pronoun.context.document.content_of[other.head] == pronoun.said


MENTION_PREFERENCES: tuple[Preference[Mention], ...] = (
    Preference("distance", -1.0, "each sentence between", Pronoun.distance),
    Preference("other-paragraph", -0.4, "a new paragraph is often about somebody else", _in_other_paragraph),
    Preference("unnamed", -0.8, "whom the article never names it seldom speaks of again", _is_unnamed),
    Preference(
        "quoted",
        -1.5,
        "the reporter does not refer to what somebody else has said",
        _is_quoted,
        _is_outside_quotations,
    ),
    Preference(
        "own-quotation", -2.5, "nobody speaks of themselves by name", _is_in_own_content, _is_source_of_quotation
    ),
    Preference(
        "own-content", -0.8, "less so where the reporter puts it", _is_in_own_content, _is_source_of_other_content
    ),
)
"""By where the antecedent stands, besides its place in the clause."""


# ---- what it is ----------------------------------------------------------------------------------------------------


def _spoke_last(pronoun: Pronoun, entity: Entity) -> bool:
    return entity is pronoun.context.salience.last_speaker


def _spoke_last_alone(pronoun: Pronoun, entity: Entity) -> bool:
    return entity is pronoun.context.salience.last_speaker and not entity.traits.plural


def _often(pronoun: Pronoun, entity: Entity) -> float:
    """How often the article has mentioned somebody whom it names; none for once."""
    count = pronoun.context.salience.count(entity)
    return min(count, _MOST) / _OFTEN if entity.names and count > 1 else 0.0


def _is_named(pronoun: Pronoun, entity: Entity) -> bool:
    return entity in pronoun.named


def _asked(pronoun: Pronoun, entity: Entity) -> bool:
    return entity is pronoun.asker


def _is_of_other_gender(pronoun: Pronoun, entity: Entity) -> bool:
    return not gender_agrees(entity.traits, pronoun.gender)


def _has_no_gender(pronoun: Pronoun, entity: Entity) -> bool:
    return not entity.traits.gender


def _unlikely_gender(pronoun: Pronoun, entity: Entity) -> float:
    lean = entity.traits.lean
    return 0.0 if entity.traits.gender else (100 - lean if pronoun.gender == FEMALE else lean) / 100


def _is_place(pronoun: Pronoun, entity: Entity) -> bool:
    return entity.traits.place


def _is_more_than_one(pronoun: Pronoun, entity: Entity) -> bool:
    return is_several(entity)


def _is_one(pronoun: Pronoun, entity: Entity) -> bool:
    return not is_several(entity)


def _is_mute(pronoun: Pronoun, entity: Entity) -> bool:
    return entity.kind in (SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN)


_ANYBODY: tuple[Preference[Entity], ...] = (
    Preference("last-speaker", 0.2, "whoever spoke last is still present", _spoke_last, _does_not_speak),
    Preference("goes-on-speaking", 1.0, "who spoke last goes on speaking: he added", _spoke_last, _speaks),
    Preference("often", 0.5, "whom the article mentions ten times it is about, up to twenty", _often, _does_not_speak),
    Preference("often-and-speaks", 0.35, "less so where the pronoun speaks", _often, _speaks),
    Preference("named", -2.0, "who is named in the same breath is another: He met Smith", _is_named, _has_names_beside),
    Preference("asker", -2.0, "whoever asked does not answer: he replied", _asked, _answers),
)
_ONE_PERSON: tuple[Preference[Entity], ...] = (
    *_ANYBODY,
    Preference("other-gender", -4.0, "the given name is nearly always of the other gender", _is_of_other_gender),
    Preference("no-gender", -0.2, "nothing tells the gender", _has_no_gender),
    Preference("unlikely-gender", -1.67, "how seldom the given name is of this gender", _unlikely_gender),
)
_THING: tuple[Preference[Entity], ...] = (
    *_ANYBODY,
    Preference("place-as-it", -0.5, "a place is seldom taken up as it", _is_place),
)
_SEVERAL: tuple[Preference[Entity], ...] = (
    *_ANYBODY,
    Preference("body-goes-on", 0.8, "one organisation that spoke last goes on as they", _spoke_last_alone, _is_source),
    Preference("several", 1.0, "they are several", _is_more_than_one),
    Preference("one", -1.8, "one organisation is seldom they", _is_one),
    Preference("place-as-they", -1.0, "a place hardly ever", _is_place),
    Preference("mute", -3.0, "documents, and what nobody knows, say nothing", _is_mute, _is_source),
)
ENTITY_PREFERENCES: Mapping[str, tuple[Preference[Entity], ...]] = {
    "male": _ONE_PERSON,
    "female": _ONE_PERSON,
    "thing": _THING,
    "plural": _SEVERAL,
}
"""By what the antecedent stands for, for each class of pronouns."""


def _again(pronoun: Pronoun, seen: int) -> float:
    return min(seen - 1, _AGAIN)


REPETITION: Preference[int] = Preference("again", 0.15, "each further mention in sight, up to five", _again)
"""By how many mentions of the antecedent are in sight."""

MOST_OF_MENTION = max(place.weight for place in PLACES) + REPETITION.weight * _AGAIN
"""What speaks for a mention, besides what its entity is, at most; less the sentences between."""
