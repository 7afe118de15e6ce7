"""Definite descriptions of people: "the senator", "the Acme lawyer", "the candidate"."""

from __future__ import annotations

from quoteattr.coreference.compatibility import fits_description, serves_another
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves.described import Described, DescriptionSieve
from quoteattr.coreference.sieves.nouns_meant import (
    is_aged_behind,
    is_epithet,
    is_general,
    is_office_told_apart,
    is_parent,
    is_running,
    is_whole_title,
)
from quoteattr.coreference.sieves.people_in_sight import (
    MENTIONS,
    in_sight,
    is_eligible,
    is_outer_subject,
    last_acting,
    last_mentioned,
    last_speaker,
    may_be,
    speaks_right_before,
)
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import (
    APPOSITION,
    OBJECT,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION,
)

__all__ = ["RULES", "SIEVES"]

_NEW = word_list("coreference", "newcomers")
_DISMISSES = word_list("coreference", "dismisses")
_NO_CANDIDATE = word_list("coreference", "no_candidates")
_FROM = word_list("coreference", "always_from_somewhere")
_OFFICES = word_list("coreference", "offices_told_apart")
_SINGLE = word_list("coreference", "single_offices")
_PARTS = word_list("coreference", "parts_in_stories")
_PAST = word_list("coreference", "past_careers")
_BROUGHT_IN = 2
"""How many sentences back somebody unnamed is brought in."""
_ABOUT = 3
"""So many times more than anybody in sight an article mentions whom it is about."""

CALLED = rule(
    "description-called",
    "the person whom the article has called by this noun, or by one that means the same",
    "Sen. Ada Brennan left. [The senator](Ada Brennan) said that it rained.",
    "Tom Keller, a lawyer, left. [The attorney](Tom Keller) said that it rained.",
)
HOLDER = rule(
    "description-of-organisation",
    "the named person who stands for an organisation in the phrase",
    "Ada Brennan of Microsoft left. [The Microsoft adviser](Ada Brennan) said no.",
    "CNN's Tom Keller left. Joe Hale came. [The CNN analyst](Tom Keller) said no.",
)
CANDIDATE = rule(
    "description-candidate",
    "a candidate is whoever of those in sight the article names most",
    "Ada Brennan ran. Voters came. [The candidate](Ada Brennan) said that it rained.",
    "Tom Keller campaigned. [The nominee](Tom Keller) said that it rained.",
)
SPOKEN_OF = rule(
    "description-spoken-of",
    "the named person who spoke last or was the last subject, where nobody was called by the noun",
    "Ada Brennan left. [The singer](Ada Brennan) said that it rained.",
    "Tom Keller scored. [The striker](Tom Keller) said that it rained.",
    "Ada Brennan left. “It rained,” [the mother of two](Ada Brennan) said.",
    "“It rained,” said Tom Keller. “It was late,” [the retired welder](Tom Keller) said.",
    "Joe Hale, 19, met Tom Keller, 48. [The 19-year-old](Joe Hale) said that it rained.",
    "Joe Hale said that he was glad that Tom Keller had come. [The singer](Joe Hale) said that it was late.",
    "Joe Hale, the mayor, met Tom Keller. Tom Keller left. [The health minister](Tom Keller) said that it rained.",
    "Tom Keller, a singer, left. Joe Hale said that it rained. “It was late,” said [the singer](Joe Hale), 29.",
    "Joe Hale said that it rained. Tom Keller was angry. [The England captain](Tom Keller) said that it was late.",
    "Joe Hale scored. [The Australian](Joe Hale) said that it rained.",
    "Tom Keller said that it rained. [The third-generation grower](Tom Keller) said that it was late.",
)
UNNAMED = rule(
    "description-called-unnamed",
    "the unnamed person who was called by this noun",
    "The candidate left. Rain fell. [The candidate](The candidate) said no.",
    "The nominee left. Rain fell. [The nominee](The nominee) said no.",
)


def _is_told(described: Described) -> bool:
    """Whether a description is of one person of whom the article may have spoken."""
    if not (described.is_person and described.mention.definite) or described.is_poll:
        return False
    lower = described.parse.lower
    before = range(described.mention.start, described.mention.head)
    return not any(lower[token] in _NEW and lower[token + 1] != "-" for token in before)  # "third-generation"


def _fitting(described: Described) -> list[Entity]:
    """The people who were called by the noun or a synonym, and whom nothing tells apart from who is meant."""
    if not _is_told(described):
        return []
    context, noun = described.context, described.noun
    return [
        entity
        for base in context.gazetteer.role_synonyms.get(noun.base, (noun.base,))
        for entity in context.salience.by_noun(base)
        if entity.is_person and (base == noun.base or _still_is(context, entity)) and may_be(described, entity)
        if not serves_another(context, entity, described.organisations)
    ]


def _still_is(context: Context, entity: Entity) -> bool:
    """Whether somebody named may go by another word for the post: nobody took it from them."""
    parse, head_of = context.parse, context.parse.heads
    lost = any(
        (parse.lower[head_of[one.head]] in _DISMISSES and parse.deps[one.head] in (OBJECT, PASSIVE_SUBJECT))
        or (parse.deps[one.head] == APPOSITION and parse.lower[head_of[head_of[one.head]]] in _DISMISSES)
        for one in entity.mentions
    )
    return bool(entity.names) and not lost


def _is_topical(described: Described) -> bool:
    """Whether the noun means whom the article is about, though nobody was called so: "the candidate"."""
    topical = described.context.gazetteer.topical
    return described.noun.base in topical or not topical.isdisjoint(described.telling)


def _known(described: Described) -> list[Entity]:
    """Of the fitting people, those who may be meant by a topical noun, or by one with a place before it."""
    context, fitting = described.context, _fitting(described)
    if _is_topical(described):
        fitting = [entity for entity in fitting if entity.names or entity.traits.introduced]
    homes = described.homes
    if homes & context.gazetteer.domestic and not any(homes & entity.traits.homes for entity in fitting):
        seat = described.noun.base in _FROM
        last, is_recent = context.salience.last_speaker, context.salience.is_recent
        return [entity for entity in fitting if entity is last or (seat and is_recent(entity))]
    return fitting  # another may be "the Ohio senator"


def _called(described: Described) -> Entity | None:
    last = described.context.salience.last_speaker
    if _speaks_on(described) is not None:
        return None
    return max(
        reversed(_known(described)),
        key=lambda entity: (
            not described.homes.isdisjoint(entity.traits.homes),
            len(described.telling & entity.traits.nouns),
            entity is last,
        ),
        default=None,
    )


def _holder(described: Described) -> Entity | None:
    """Who stands for one of the organisations in the phrase: "the Acme lawyer", "the anchor for Acme"."""
    if not (_is_told(described) and described.organisations):
        return None
    context, noun = described.context, described.noun
    for other in context.document.before(described.mention.head, 2 * MENTIONS):
        entity = context.entities.of(other)
        if not (entity.is_person and entity.names) or described.organisations.isdisjoint(
            context.served.get(entity, ())
        ):
            continue
        if fits_description(context.gazetteer, entity, noun, described.telling):
            return entity
    return None


def _speaks_of_known(described: Described) -> bool:
    """Whether the description may mean whom the article speaks of, though nobody was called by its noun."""
    if not _is_told(described):
        return False
    whole = is_whole_title(described) or is_parent(described) or not described.has(PREPOSITION)
    return whole and not described.is_restricted


def _is_office_of_main(described: Described) -> bool:
    """Whether it is the office of whom the article is about: "the president"."""
    main, count = described.context.salience.main, described.context.salience.count
    return described.noun.base in _SINGLE and main is not None and count(main) >= _ABOUT


def _candidate(described: Described) -> Entity | None:
    """The one whom the article is about, else whoever of those in sight it names most."""
    if not (is_running(described) and _speaks_of_known(described)):
        return None
    context, salience = described.context, described.context.salience
    best: Entity | None = None
    for other in in_sight(described):
        entity = context.entities.of(other)
        if described.homes & entity.traits.homes:
            return entity
        if is_eligible(described, other, entity) and entity.traits.nouns.isdisjoint(_NO_CANDIDATE):
            best = entity if best is None or salience.count(entity) > salience.count(best) else best
    if (main := _main(described, salience.count(best) if best is not None else 1)) is not None:
        return main
    return best if best is not None else last_speaker(described)


def _main(described: Described, count: int) -> Entity | None:
    """The person whom the article is about: mentioned so many times more than ``count``."""
    salience = described.context.salience
    main = salience.main
    if main is None or salience.count(main) < _ABOUT * count:
        return None
    return main if main.traits.nouns.isdisjoint(_NO_CANDIDATE) and may_be(described, main) else None


def _spoken_of(described: Described) -> Entity | None:
    """The last named person that was a subject or the speaker; failing that, the last one."""
    if (said := _speaks_on(described)) is not None:
        return said
    if not _speaks_of_known(described) or is_running(described):
        return None
    if described.is_inhabitant:
        return last_acting(described)
    if is_general(described):
        return _newcomer(described) or last_mentioned(described)
    if is_epithet(described) or is_office_told_apart(described):
        return last_mentioned(described)
    if (said := _speaks_next(described)) is not None:
        return said
    main = described.context.salience.main
    return main if main is not None and _is_office_of_main(described) and may_be(described, main) else None


def _speaks_on(described: Described) -> Entity | None:
    """Who has just spoken, for a noun with an age behind it, as behind a name: "the teaching assistant, 33"."""
    aged = is_aged_behind(described) and _is_told(described)
    return speaks_right_before(described) if aged else None


def _speaks_next(described: Described) -> Entity | None:
    """Who acted or spoke last right before a source whose noun is nobody's part in a story: "the retired welder".

    A noun alone ("the surgeon") may as well be of somebody new; a word more tells what the person spoken of is.
    """
    context, mention = described.context, described.mention
    if (
        not described.telling
        or _is_part(described)
        or not context.document.is_source(mention)
        or described.has(POSSESSOR)
        or _unnamed(described) is not None
    ):
        return None
    narrated, sentence_of = context.document.narrated, described.parse.sentence_of
    for other in context.document.before(mention.head, MENTIONS):
        entity = context.known(other)
        if narrated[sentence_of[mention.head]] - narrated[sentence_of[other.head]] > _BROUGHT_IN:
            return None
        if entity is None or not entity.is_person or context.document.is_quoted(other.head):
            continue
        if entity is context.salience.last_speaker or is_outer_subject(described, other):
            fits = entity.names and may_be(described, entity)
            return entity if fits and not serves_another(context, entity, described.organisations) else None
    return None


def _is_part(described: Described) -> bool:
    """Whether the noun is somebody's part in a story, or an office of which nothing tells whose it is."""
    noun, lists = described.noun.base, described.context.gazetteer
    if not _PAST.isdisjoint(described.words_before):
        return False
    if noun in _OFFICES or noun == "worker":
        return not described.telling  # unlike "the care worker"
    return noun in _PARTS or noun in lists.voices or noun in lists.unattached or noun in lists.kinship


def _newcomer(described: Described) -> Entity | None:
    """Whom the sentences before bring in unnamed: "a Peruvian national", for "the man"."""
    context = described.context
    for other in context.document.before(described.mention.head, MENTIONS, _BROUGHT_IN):
        entity = context.entities.of(other)
        if not (entity.is_person and may_be(described, entity)) or entity.traits.plural:
            continue
        if context.document.is_quoted(other.head):
            continue  # "a lady" of whom somebody else speaks
        if entity.names and context.document.is_source(other):
            return None
        if entity.traits.introduced and not entity.names:
            return entity
    return None


def _unnamed(described: Described) -> Entity | None:
    return next((entity for entity in reversed(_fitting(described)) if not entity.names), None)


SIEVES = (
    DescriptionSieve(CALLED, _called, ("person",)),
    DescriptionSieve(HOLDER, _holder, ("person",)),
    DescriptionSieve(CANDIDATE, _candidate, ("person",)),
    DescriptionSieve(SPOKEN_OF, _spoken_of, ("person",)),
    DescriptionSieve(UNNAMED, _unnamed, ("person",)),
)

RULES = tuple(sieve.rule for sieve in SIEVES)
