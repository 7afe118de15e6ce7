"""What speaks for and against an antecedent of a pronoun that agrees: a table of weights in sentences of distance."""

from __future__ import annotations

from collections.abc import Mapping

from quoteattr.coreference.compatibility import gender_agrees, is_several
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import FEMALE
from quoteattr.coreference.rules import Example
from quoteattr.coreference.sieves.places import Preference
from quoteattr.coreference.sieves.pronoun import Pronoun
from quoteattr.records import SpeakerKind

__all__ = ["DISTANCE", "ENTITY_PREFERENCES", "MENTION_PREFERENCES", "REPETITION"]

_OFTEN, _MOST = 10, 20
"""Mentions that count once, and at most, of whoever the article mentions often."""
_OF_PERSONS = 1.25
"""So many times as much each sentence between counts for "he" and "she": whoever was spoken of last is spoken of on."""
_PERSON_GOES_ON = 0.8
"""So much of it counts for "he" and "she" that whoever spoke last goes on: there are more people than bodies."""
_AGAIN = 5
"""Further mentions in sight that count, at most."""


# ---- where it stands -----------------------------------------------------------------------------------------------


def _in_other_paragraph(pronoun: Pronoun, other: Mention) -> bool:
    paragraph_of = pronoun.parse.paragraph_of
    return paragraph_of[pronoun.mention.head] != paragraph_of[other.head]


def _is_unnamed(pronoun: Pronoun, other: Mention) -> bool:
    return other.type is MentionType.DESCRIPTION and not pronoun.context.entities.of(other).names


def _is_silent(pronoun: Pronoun, other: Mention) -> bool:
    return _is_unnamed(pronoun, other) and not pronoun.context.document.is_source(other)


def _is_quoted(pronoun: Pronoun, other: Mention) -> bool:
    return pronoun.context.document.quoted_by[other.head] >= 0


def _is_in_own_content(pronoun: Pronoun, other: Mention) -> bool:
    return pronoun.context.document.content_of[other.head] == pronoun.said


def _acts_before(pronoun: Pronoun, other: Mention) -> bool:
    """Whether a named mention is the main subject of the sentence before what a pronoun says; it closes quotations."""
    document, token = pronoun.context.document, pronoun.mention.head
    entity = pronoun.context.entities.of(other)
    ahead = document.attributions[pronoun.said].content[0][0] > token and pronoun.is_source_of_quotation()
    if ahead or not entity.names or entity is pronoun.asker:
        return False
    parse, narrated = document.parse, document.narrated
    verb = parse.heads[other.head]
    next_to = narrated[parse.sentence_of[token]] - narrated[parse.sentence_of[other.head]] == 1
    acts = document.is_subject(other.head) and parse.heads[verb] == verb
    return next_to and acts and document.quoted_by[other.head] < 0


def _away(pronoun: Pronoun, sentences: float) -> float:
    return sentences * _OF_PERSONS if pronoun.gender else sentences


DISTANCE: Preference[float] = Preference(
    "distance",
    -1.0,
    "Each sentence between, and a quarter more for one person",
    Example("“It rained,” Peter Stone said. Carl Hall smiled. He was late.", "He", "Carl Hall"),
    _away,
)
"""By how many sentences stand between, which is the same for all mentions of a sentence."""

MENTION_PREFERENCES: tuple[Preference[Mention], ...] = (
    Preference(
        "other-paragraph",
        -0.4,
        "A new paragraph is often about somebody else",
        Example("“It rained,” Peter Stone said.\n\nBehind Carl Hall stood his bags.", "his", "Carl Hall"),
        _in_other_paragraph,
    ),
    Preference(
        "unnamed",
        -0.8,
        "Whom the article never names it seldom speaks of again",
        Example("They know that the businessman’s plan helped Carl Hall. He smiled.", "He", "Carl Hall"),
        _is_unnamed,
    ),
    Preference(
        "unnamed-and-silent",
        -1.0,
        "Least of all does somebody unnamed speak who has not spoken",
        Example("A man met Peter Stone. “It is late,” he said.", "he", "Peter Stone"),
        _is_silent,
        Pronoun.speaks_as_one_person,
    ),
    Preference(
        "quoted",
        -1.5,
        "The reporter does not refer to what somebody else has said",
        Example("Peter Stone was late. “Carl Hall was there,” nurses said. He smiled.", "He", "Peter Stone"),
        _is_quoted,
        Pronoun.is_outside_quotations,
    ),
    Preference(
        "own-quotation",
        -2.5,
        "Nobody speaks of themselves by name",
        Example(
            "Peter Stone was late. Trains were late. Roads were closed. Schools were shut. Lights went out. "
            "“Carl Hall was there,” he said.",
            "he",
            "Peter Stone",
        ),
        _is_in_own_content,
        Pronoun.is_source_of_quotation,
    ),
    Preference(
        "own-content",
        -0.8,
        "Less so where the reporter puts it",
        Example(
            "Peter Stone was late. Trains were late. Carl Hall was there, he said.",
            "he",
            "Peter Stone",
        ),
        _is_in_own_content,
        Pronoun.is_source_of_other_content,
    ),
    Preference(
        "acts-before",
        0.8,
        "Whom the sentence before is about speaks next",
        Example(
            "“It rained,” Carl Hall said. “It leaks,” Hall said. “It is cold,” Hall said. "
            "Then Peter Stone left as Hall slept. “It is late,” he said.",
            "he",
            "Peter Stone",
        ),
        _acts_before,
        Pronoun.speaks_as_one_person,
    ),
)
"""By where the antecedent stands, besides its place in the clause."""


# ---- what it is ----------------------------------------------------------------------------------------------------


def _spoke_last(pronoun: Pronoun, entity: Entity) -> bool:
    return entity is pronoun.context.salience.last_speaker


def _goes_on_speaking(pronoun: Pronoun, entity: Entity) -> float:
    return _spoke_last(pronoun, entity) * (_PERSON_GOES_ON if pronoun.gender else 1.0)


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
    return 0.0 if entity.traits.gender or not entity.names else (100 - lean if pronoun.gender == FEMALE else lean) / 100


def _is_place(pronoun: Pronoun, entity: Entity) -> bool:
    return entity.traits.place


def _is_one(pronoun: Pronoun, entity: Entity) -> bool:
    return not is_several(entity)


def _is_mute(pronoun: Pronoun, entity: Entity) -> bool:
    return entity.kind in (SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN)


_ANYBODY: tuple[Preference[Entity], ...] = (
    Preference(
        "last-speaker",
        0.2,
        "Whoever spoke last is still present",
        Example("“It rained,” Peter Stone said, and Carl Hall smiled. He was late.", "He", "Peter Stone"),
        _spoke_last,
        Pronoun.does_not_speak,
    ),
    Preference(
        "goes-on-speaking",
        1.0,
        "Who spoke last goes on speaking: he added",
        Example(
            "“It rained,” Peter Stone said. They saw that Carl Hall smiled. “It was late,” he said.",
            "he",
            "Peter Stone",
        ),
        _goes_on_speaking,
        Pronoun.speaks,
    ),
    Preference(
        "adds",
        1.3,
        "Least of all does anybody else add something",
        Example(
            "“It rained,” Peter Stone said.\n\nCarl Hall holds the bags of a nurse in court.\n\n"
            "“It was late,” he added.",
            "he",
            "Peter Stone",
        ),
        _spoke_last,
        Pronoun.goes_on,
    ),
    Preference(
        "often",
        0.5,
        "Whom the article mentions ten times it is about, up to twenty",
        Example(
            "Peter Stone runs for mayor. Trains were late. Nurses met Stone with Carl Hall. He smiled.",
            "He",
            "Peter Stone",
        ),
        _often,
        Pronoun.does_not_speak,
    ),
    Preference(
        "often-and-speaks",
        0.35,
        "Less so where the pronoun speaks",
        Example(
            "Peter Stone runs for mayor. Trains were late. Nurses met Stone with Carl Hall. “It is late,” he said.",
            "he",
            "Peter Stone",
        ),
        _often,
        Pronoun.speaks,
    ),
    Preference(
        "named",
        -2.0,
        "Who is named in the same breath is another: He met Smith",
        Example("Peter Stone met Carl Hall on Monday. He said that Stone was late.", "He", "Carl Hall"),
        _is_named,
        Pronoun.has_names_beside,
    ),
    Preference(
        "asker",
        -2.0,
        "Whoever asked does not answer: he replied",
        Example("Peter Stone asked why Carl Hall was late. “Because it rained,” he replied.", "he", "Carl Hall"),
        _asked,
        Pronoun.answers,
    ),
)
_ONE_PERSON: tuple[Preference[Entity], ...] = (
    *_ANYBODY,
    Preference(
        "other-gender",
        -7.0,
        "The given name is nearly always of the other gender",
        Example("Lindsey Stone was late. Nurses met Petra Brown. He smiled.", "He", "Lindsey Stone"),
        _is_of_other_gender,
    ),
    Preference(
        "no-gender",
        -0.6,
        "Nothing tells the gender",
        Example("Trains were late for Barrett Hall. Nurses met Peter Stone with Hall. He smiled.", "He", "Peter Stone"),
        _has_no_gender,
    ),
    Preference(
        "unlikely-gender",
        -1.2,
        "How seldom the given name is of this gender",
        Example("Lindsey Stone met Peter Hall. He smiled.", "He", "Peter Hall"),
        _unlikely_gender,
    ),
)
_THING: tuple[Preference[Entity], ...] = (
    *_ANYBODY,
    Preference(
        "place-as-it",
        -0.5,
        "A place is seldom taken up as it",
        Example("Ohio was cold. Nurses knew Zorbix Airlines. It is rich.", "It", "Zorbix Airlines"),
        _is_place,
    ),
)
_SEVERAL: tuple[Preference[Entity], ...] = (
    *_ANYBODY,
    Preference(
        "one",
        -2.0,
        "One organisation that spoke is less often they than several people are",
        Example("Zorbix Airlines said it rained. The teachers left. They said it was late.", "They", "The teachers"),
        _is_one,
    ),
    Preference(
        "mute",
        -3.0,
        "Documents, and what nobody knows, say nothing",
        Example("The reports reached teachers. They said that it rained.", "They", "teachers"),
        _is_mute,
        Pronoun.is_source,
    ),
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


REPETITION: Preference[int] = Preference(
    "again",
    0.15,
    "Each further mention in sight, up to five",
    Example("They walked from the club to the bank, from the club to the firm. It was old.", "It", "the club"),
    _again,
)
"""By how many mentions of the antecedent are in sight."""
