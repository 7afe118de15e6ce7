"""Whom a personal pronoun stands for: constraints first, then preferences among what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import define, evolve

from quoteattr.coreference.classes import PLURAL_PRONOUN
from quoteattr.coreference.compatibility import FITS, asks, fits_pronoun, is_bound, is_free, is_reflexive, is_several
from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.groups import pair_at
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves.places import MOST_OF_PLACE, MOST_OF_TOPIC, Preference, place_of
from quoteattr.coreference.sieves.preferences import DISTANCE, ENTITY_PREFERENCES, MENTION_PREFERENCES, REPETITION
from quoteattr.coreference.sieves.pronoun import Pronoun, pronoun_of
from quoteattr.syntax.labels import CONJUNCT, FRONTED, POSSESSOR, SUBJECT

__all__ = ["RULES", "SIEVES"]

_MENTIONS, _SENTENCES = 60, 6
"""How many mentions and sentences back a pronoun looks."""
_AHEAD = 7
"""How many mentions ahead a pronoun looks in its sentence."""
_LEAST = -9.0
"""An antecedent with less is none."""
_FAR = -3.5
"""With less than this, whoever spoke last is better."""
_CLIMB = 6
"""How far the verb is looked for that a phrase or clause stands before."""
_SLACK = 1e-9
"""What a sum of weights may differ by in another order."""


# ---- rules ---------------------------------------------------------------------------------------------------------

EMPHATIC = rule(
    "pronoun-emphatic",
    "“Himself” right behind whoever acts stands for them",
    "Carl Hall tripped Peter Stone. Stone [himself](Peter Stone) said that it was late.",
    "Anna Brown met Eva Weiss. Weiss [herself](Eva Weiss) said that it was late.",
)
SUBJECT_AHEAD = rule(
    "pronoun-subject-ahead",
    "a phrase or clause that opens a sentence speaks of the subject that follows it",
    "Carl Hale won. In [his](Peter Stone) plan, Peter Stone wrote that it was late.",
    "Carl Hale met reporters. After [he](Peter Stone) left, Peter Stone said that it was late.",
)
HE = rule(
    "pronoun-he",
    "a man stands nearest, or is likelier by who acts, who speaks and who is spoken of most",
    "Carl Weiss met Anna Brown on Monday. [He](Carl Weiss) said that it was late.",
    "Carl Hale won. As for Peter Stone, [he](Peter Stone) said it was late.",
    "Peter Stone’s lawyer said it was late. “It rains,” [he](Peter Stone’s lawyer) said.",
    "Carl Hall was late again. The bus had left. Peter Stone asked [him](Carl Hall) to leave.",
)
SHE = rule(
    "pronoun-she",
    "a woman stands nearest, or is likelier by who acts, who speaks and who is spoken of most",
    "Anna Brown met Carl Weiss on Monday. [She](Anna Brown) said that it was late.",
    "Anna Brown praised [her](Anna Brown) boss. It rained.",
)
IT = rule(
    "pronoun-it",
    "an organisation or a thing stands nearest, or is likelier by what acts and what is spoken of most",
    "Zorbix Airlines met its pilots on Monday. [It](Zorbix Airlines) said that it was late.",
    "The report came out on Monday. [It](The report) said that rivers were dirty.",
)
THEY = rule(
    "pronoun-they",
    "several stand nearest, or one organisation where nobody else does",
    "Anna Brown and Peter Stone met on Monday. [They](Anna Brown and Peter Stone) said that it was late.",
    "The teachers met on Monday. [They](The teachers) said that pay was low.",
)
LAST_SPEAKER = rule(
    "pronoun-last-speaker",
    "where everybody in sight is unlikely, whoever spoke last is still spoken of",
    "“It is over,” Peter Stone said. Laura King slept. Trains were late. Roads were closed. Schools were shut. "
    "Lights went out. Doors were shut. [He](Peter Stone) was sorry.",
    "“It is over,” Anna Brown said. Carl Hall slept. Trains were late. Roads were closed. Schools were shut. "
    "Lights went out. Doors were shut. [Her](Anna Brown) boss was sorry.",
)
NAMED_LATER = rule(
    "pronoun-named-later",
    "a pronoun without an antecedent stands for the next named subject of its sentence",
    "In a tradition [he](Peter Stone) has kept for years, Peter Stone opened the yard.",
    "As [its](Zorbix Airlines) profits fell, Zorbix Airlines sold planes.",
)
RULES = (EMPHATIC, SUBJECT_AHEAD, HE, SHE, IT, THEY, LAST_SPEAKER, NAMED_LATER)


# ---- the best antecedent -------------------------------------------------------------------------------------------

_ITS = "its"


@define
class _Antecedent:
    """An antecedent that agrees, how much speaks for it, and how much more than for anybody else."""

    mention: Mention
    entity: Entity
    score: float
    margin: float


@define(eq=False)
class _Search:
    """Looks for the antecedent of one pronoun.

    Attributes:
        pronoun: The pronoun.
        of_entity: What may speak for what a mention stands for.
        of_mention: What may speak for a mention.
        most: How much of that can speak for one, at most.
        seen: How often each entity has been met.
    """

    pronoun: Pronoun
    of_entity: Sequence[Preference[Entity]]
    of_mention: Sequence[Preference[Mention]]
    most: float
    seen: dict[Entity, int]

    @classmethod
    def of(cls, context: Context, mention: Mention) -> _Search:
        """A search with the preferences that concern the pronoun."""
        pronoun = pronoun_of(context, mention)
        of_entity = [one for one in ENTITY_PREFERENCES[pronoun.type] if one.concerns(pronoun)]
        of_mention = [one for one in MENTION_PREFERENCES if one.concerns(pronoun)]
        most = sum(one.weight for one in of_mention if one.weight > 0)
        return cls(pronoun, of_entity, of_mention, most + _SLACK, defaultdict(int))

    def best_before(self) -> _Antecedent | None:
        """The likeliest antecedent among the mentions before the pronoun."""
        here = self.pronoun.parse.sentences[self.pronoun.parse.sentence_of[self.pronoun.mention.head]][0]
        best: tuple[Mention, Entity] | None = None
        best_score = second = _LEAST
        for other, entity, known, away in self._agreeing():
            self.seen[entity] += 1
            same = best is not None and best[1] is entity
            most = self.most + (MOST_OF_TOPIC if other.head >= here else MOST_OF_PLACE)
            again = REPETITION.weight * REPETITION.amount(self.pronoun, self.seen[entity])
            far = DISTANCE.weight * DISTANCE.amount(self.pronoun, away)
            if known + most + again + far <= (best_score if same else second):
                continue  # nothing that its place is worth makes it likelier
            score = known + self.worth_of_mention(other, again, away)
            if score > best_score:
                second = second if same else best_score
                best, best_score = (other, entity), score
            elif not same:
                second = max(second, score)
        return _Antecedent(*best, best_score, best_score - second) if best is not None else None

    def _agreeing(self) -> Iterator[tuple[Mention, Entity, float, float]]:
        """The mentions that agree, the nearest first: what each stands for, what that is worth, sentences between."""
        document, mention = self.pronoun.context.document, self.pronoun.mention
        entity_of = self._group_or_entity if self.pronoun.type == PLURAL_PRONOUN else self.pronoun.context.entities.of
        fits, may_be_bound = FITS[self.pronoun.type], not is_free(document, mention)
        sentence_of = document.parse.sentence_of
        worth: dict[Entity, float | None] = {}
        sentence, away = -1, 0.0
        for other in document.before(mention.head, _MENTIONS):
            if sentence_of[other.head] != sentence:  # all mentions of a sentence are as far away
                sentence = sentence_of[other.head]
                away = self.pronoun.distance(sentence)
                if away > _SENTENCES:
                    return
            entity = entity_of(other)
            if entity not in worth:
                worth[entity] = self.worth(entity) if fits(entity.traits) else None
            known = worth[entity]
            if known is None or (may_be_bound and is_bound(document, mention, other)):
                continue
            if self._is_anybody(other) or self._has_it(other) or asks(document, mention, other):
                continue
            yield other, entity, known, away

    def _group_or_entity(self, other: Mention) -> Entity:
        """What a mention stands for; the people that "and" joins, if it is the first of them."""
        context = self.pronoun.context
        first = other.type is not MentionType.PRONOUN and context.parse.deps[other.head] != CONJUNCT
        return (pair_at(context, other.head) if first else None) or context.entities.of(other)

    def worth(self, entity: Entity) -> float | None:
        """What speaks for an entity, whatever mention of it is the antecedent; ``None`` if it does not agree."""
        pronoun = self.pronoun
        if not fits_pronoun(entity, pronoun.type) or entity is pronoun.quoted_by or entity.is_anonymous:
            return None
        if pronoun.type == PLURAL_PRONOUN and not is_several(entity) and not self._goes_on(entity):
            return None
        worth = 0.0
        for one in self.of_entity:
            worth += one.weight * one.amount(pronoun, entity)
        return worth

    def _is_anybody(self, other: Mention) -> bool:
        """Whether a mention is the bare "people" of somebody's words, whom no "they" outside these stands for."""
        parse = self.pronoun.parse
        if parse.lower[other.head] != "people" or other.start != other.head:
            return False
        return 0 <= parse.region_of[other.head] != parse.region_of[self.pronoun.mention.head]

    def _has_it(self, other: Mention) -> bool:
        """Whether a mention is something that what the pronoun stands for has: "In its report, it said"."""
        parse, here = self.pronoun.parse, self.pronoun.mention.head
        owner = parse.child(other.head, POSSESSOR)
        if owner < 0 or parse.lower[owner] != _ITS or parse.sentence_of[owner] != parse.sentence_of[here]:
            return False
        return self.pronoun.context.document.is_subject(here)

    def _goes_on(self, entity: Entity) -> bool:
        """Whether one organisation has just spoken and goes on as "they"; any other "they say" names nobody."""
        return self.pronoun.is_source() and entity is self.pronoun.context.salience.last_speaker

    def worth_of_mention(self, other: Mention, again: float, away: float) -> float:
        """What speaks for a mention as antecedent, besides what its entity is.

        Args:
            other: The mention.
            again: What speaks for it by how often its entity has been met.
            away: The sentences between.
        """
        pronoun = self.pronoun
        place = place_of(pronoun, other)
        worth = place.weight if place is not None else 0.0
        worth += again
        worth += DISTANCE.weight * DISTANCE.amount(pronoun, away)
        for one in self.of_mention:
            worth += one.weight * one.amount(pronoun, other)
        return worth


# ---- what the sieves say -------------------------------------------------------------------------------------------


def _by_preference(context: Context, mention: Mention) -> Finding | None:
    """The best antecedent, unless it is so unlikely that whoever spoke last is a better one."""
    search = _Search.of(context, mention)
    best = search.best_before()
    if best is None or (best.score < _FAR and _fitting_last_speaker(search.pronoun) is not None):
        return None
    return _finding(search.pronoun, best.entity, best.mention, best.margin)


def _emphatic(context: Context, mention: Mention) -> Finding | None:
    """Who is named right before "himself"."""
    before = (
        context.document.name_covering(mention.head - 1) if is_reflexive(context.parse.lower[mention.head]) else None
    )
    pronoun = pronoun_of(context, mention) if before is not None and before.end == mention.head else None
    if before is None or pronoun is None or not fits_pronoun(context.entities.of(before), pronoun.type):
        return None
    return _finding(pronoun, context.entities.of(before), before)


def _subject_ahead(context: Context, mention: Mention) -> Finding | None:
    """The named subject behind what opens its sentence, if it is likelier than all before."""
    ahead = _subject_behind(context, mention)
    if ahead is None:
        return None
    search, entity = _Search.of(context, mention), context.entities.of(ahead)
    worth, best = search.worth(entity), search.best_before()
    if worth is None:
        return None
    search.seen[entity] += 1
    away = search.pronoun.distance(context.parse.sentence_of[ahead.head])
    again = REPETITION.weight * REPETITION.amount(search.pronoun, search.seen[entity])
    score = worth + search.worth_of_mention(ahead, again, away)
    before = best.score if best is not None else _LEAST
    return _finding(search.pronoun, entity, ahead, score - before) if score > max(_FAR, before) else None


def _subject_behind(context: Context, mention: Mention) -> Mention | None:
    """The name that is the subject of the verb before which the phrase or clause with the pronoun stands."""
    parse, token = context.parse, mention.head
    for _ in range(_CLIMB):
        token = parse.heads[token]
        subject = parse.child(token, SUBJECT)
        if subject > mention.head:
            found = context.document.at_head.get(subject)
            return found if found is not None and found.type is MentionType.NAME else None
        if parse.heads[token] == token or parse.deps[token] not in FRONTED:
            return None
    return None


def _last_speaker(context: Context, mention: Mention) -> Finding | None:
    """Whoever spoke last, where nobody in sight is likely."""
    pronoun = pronoun_of(context, mention)
    last = _fitting_last_speaker(pronoun)
    return _finding(pronoun, last) if last is not None else None


def _fitting_last_speaker(pronoun: Pronoun) -> Entity | None:
    last = pronoun.context.salience.last_speaker
    fits = last is not None and last is not pronoun.quoted_by and fits_pronoun(last, pronoun.type)
    return last if fits else None


def _named_later(context: Context, mention: Mention) -> Finding | None:
    """Backward anaphora: "As she left, Ms. Smith said ...": the next subject name of the sentence."""
    document, sentence_of = context.document, context.parse.sentence_of
    pronoun = pronoun_of(context, mention)
    for other in document.after(mention.head, _AHEAD):
        if sentence_of[other.head] != sentence_of[mention.head]:
            break
        entity = context.entities.of(other)
        fits = entity is not pronoun.quoted_by and fits_pronoun(entity, pronoun.type)
        fits = fits and document.quoted_by[other.head] == document.quoted_by[mention.head]
        if fits and other.type is MentionType.NAME and document.is_subject(other.head):
            return _finding(pronoun, entity, other)
    return None


def _finding(
    pronoun: Pronoun, entity: Entity, antecedent: Mention | None = None, margin: float | None = None
) -> Finding:
    """That the pronoun stands for an entity; as a subject it teaches the gender, beyond what a given name does."""
    taught = None
    head = pronoun.mention.head
    if pronoun.gender and (pronoun.context.document.is_subject(head) or is_reflexive(pronoun.parse.lower[head])):
        traits = entity.traits
        gender = pronoun.gender if traits.presumed else traits.gender or pronoun.gender
        presumed = traits.presumed and gender != traits.gender
        if (gender, presumed) != (traits.gender, traits.presumed):
            taught = evolve(traits, gender=gender, presumed=presumed)
    return Finding(entity, antecedent, traits=taught, margin=margin)


_FIRST = (Sieve(EMPHATIC, _emphatic), Sieve(SUBJECT_AHEAD, _subject_ahead))
_REST = (Sieve(LAST_SPEAKER, _last_speaker), Sieve(NAMED_LATER, _named_later))
SIEVES = {
    "male": (*_FIRST, Sieve(HE, _by_preference), *_REST),
    "female": (*_FIRST, Sieve(SHE, _by_preference), *_REST),
    "thing": (Sieve(IT, _by_preference), _REST[1]),
    "plural": (Sieve(THEY, _by_preference), _REST[1]),
}
"""For each class of personal pronouns of the third person, in this order."""
