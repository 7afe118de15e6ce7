"""Whom a relative pronoun stands for: what its clause hangs on, as far as number and kind agree."""

from __future__ import annotations

from itertools import islice

from quoteattr.coreference.compatibility import is_human
from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import word_list
from quoteattr.coreference.groups import first_of_conjuncts, pair_at
from quoteattr.coreference.mentions.pronouns import clause_head, pronoun_class
from quoteattr.coreference.rules import Example, Rule
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import FINITE_TAGS, PASSIVE_SUBJECT, SUBJECT

__all__ = ["RULES", "SIEVES"]

_WHO = word_list("coreference", "who")
_PLURAL_VERBS = word_list("coreference", "plural_verbs")
_SINGULAR_VERBS = word_list("coreference", "singular_verbs")
_VERB_TAGS = FINITE_TAGS | {"VB"}
_STEPS = 12
"""Nouns above a clause that are visited, and tokens of a clause before its verb."""
_NEAR = 4
"""Mentions before the pronoun that it may stand for where the tree tells nothing, and tokens to the end of one."""


# ---- rules ---------------------------------------------------------------------------------------------------------

JOINED = Rule(
    "relative-joined",
    "a plural verb tells that all those joined by “and” are meant, where the tree has the last of them",
    (
        Example(
            "The prize went to Anna Brown and Peter Stone, who have praised the dam.",
            "who",
            "Anna Brown and Peter Stone",
        ),
        Example("The mayor met Anna Brown and Peter Stone, who say it was late.", "who", "Anna Brown and Peter Stone"),
    ),
)
SEVERAL_ABOVE = Rule(
    "relative-several-above",
    "a plural verb tells that the people are meant on whom the one person hangs that the tree has",
    (
        Example("The friends of Anna Brown, who have said trains were late, left.", "who", "The friends"),
        Example("Voters for Peter Stone, who have seen the dam, like it.", "who", "Voters"),
    ),
)
SINGULAR_VERB = Rule(
    "relative-singular-verb",
    "a singular verb tells that the person before the comma is meant, where the tree has several or a thing",
    (
        Example("The friends of Anna Brown, who was said to be late, left.", "who", "Anna Brown"),
        Example("He wrote a letter to Peter Stone, who has said that it was late.", "who", "Peter Stone"),
    ),
)
PEOPLE_OF = Rule(
    "relative-people-of",
    "“who” is no place, organisation or document, but the people on whom it hangs",
    (
        Example("Voters in Ohio, who say trains were late, left.", "who", "Voters"),
        Example("The mayor of Toledo, who said trains were late, left.", "who", "The mayor"),
    ),
)
BESIDE = Rule(
    "relative-beside",
    "the person before the comma is meant where the tree ties the clause to nobody",
    (
        Example("A letter from Peter Stone, who said trains were late, came.", "who", "Peter Stone"),
        Example("x", "who", "Peter Stone"),
    ),
)
THING_BESIDE = Rule(
    "relative-thing-beside",
    "“which” is nobody, but the organisation right before it",
    (
        Example("A rival in Zorbix Airlines, which said trains were late, left.", "which", "Zorbix Airlines"),
        Example("She is a member of the Clean Rivers League, which met.", "which", "Clean Rivers League"),
    ),
)
CLAUSE = Rule(
    "relative-clause",
    "a relative clause is about what it hangs on",
    (
        Example("Anna Brown, who left early, said trains were late.", "who", "Anna Brown"),
        Example("The company, whose boss said trains were late, left.", "whose", "The company"),
    ),
)
NEAR = Rule(
    "relative-near",
    "what stands right before is meant where the tree ties the clause to nothing",
    (
        Example("x", "who", "x"),
        Example("y", "that", "y"),
    ),
)
RULES = (JOINED, SEVERAL_ABOVE, SINGULAR_VERB, PEOPLE_OF, BESIDE, THING_BESIDE, CLAUSE, NEAR)


# ---- what the clause tells -----------------------------------------------------------------------------------------


def _is_relative(context: Context, mention: Mention) -> bool:
    return pronoun_class(context.document, mention) == "relative"


def _is_who(context: Context, mention: Mention) -> bool:
    return mention.type is MentionType.PRONOUN and context.parse.lower[mention.head] in _WHO


def _governor(context: Context, mention: Mention) -> Mention | None:
    """What the clause hangs on that a pronoun opens, if it stands before the pronoun and something is known of it."""
    head = clause_head(context.parse, mention.head)
    found = context.document.at_head.get(head) if head < mention.head else None
    return found if found is not None and context.known(found) is not None else None


def _is_plural(parse: Parse, token: int) -> bool | None:
    """Whether the verb of the clause is plural; ``None`` if its form does not tell."""
    verb = parse.heads[token]
    if parse.deps[token] not in (SUBJECT, PASSIVE_SUBJECT):
        return None
    told = (_number(parse, step) for step in range(token + 1, min(verb + 1, token + _STEPS)))
    return next((several for several in told if several is not None), None)


def _number(parse: Parse, token: int) -> bool | None:
    """Whether a verb is plural; ``None`` for forms that are both, and for other words."""
    if parse.lower[token] in _PLURAL_VERBS or parse.tags[token] == "VBP":
        return True
    return False if parse.lower[token] in _SINGULAR_VERBS or parse.tags[token] == "VBZ" else None


def _person_beside(context: Context, mention: Mention) -> Mention | None:
    """The named person right before the comma before "who"."""
    token = mention.head
    if not _is_who(context, mention) or context.parse.lower[token - 1] != ",":
        return None
    name = context.document.name_covering(token - 2)
    return name if name is not None and context.entities.of(name).is_person else None


def _people_above(context: Context, mention: Mention, *, several: bool = False) -> Mention | None:
    """Those on whom a place or an organisation hangs in the tree: "voters across the country, who"."""
    parse = context.parse
    for ancestor in islice(parse.ancestors(mention.head), _STEPS):
        if parse.tags[ancestor] in _VERB_TAGS:
            return None
        entity = context.entity_at(ancestor)
        if entity is not None and is_human(entity) and (entity.traits.plural or not several):
            return context.document.at_head[ancestor]
    return None


# ---- several -------------------------------------------------------------------------------------------------------


def _one_of_several(context: Context, mention: Mention) -> Mention | None:
    """The one person on whom a clause with a plural verb hangs."""
    if not _is_who(context, mention) or not _is_plural(context.parse, mention.head):
        return None
    governor = _governor(context, mention)
    one = context.entities.of(governor) if governor is not None else None
    return governor if one is not None and one.is_person and not one.traits.plural else None


def _joined(context: Context, mention: Mention) -> Entity | None:
    """The people whom "and" joins with the one that the tree has."""
    governor = _one_of_several(context, mention)
    return pair_at(context, first_of_conjuncts(context, governor.head)) if governor is not None else None


def _several_above(context: Context, mention: Mention) -> Finding | None:
    governor = _one_of_several(context, mention)
    return _finding(context, _people_above(context, governor, several=True) if governor is not None else None)


# ---- people where the tree has something else ----------------------------------------------------------------------


def _singular_verb(context: Context, mention: Mention) -> Finding | None:
    """The person before the comma, where the tree has several or what is no person, and the verb is singular."""
    beside, governor = _person_beside(context, mention), _governor(context, mention)
    if beside is None or governor is None or _is_plural(context.parse, mention.head) is not False:
        return None
    entity = context.entities.of(governor)
    return _finding(context, beside) if entity.traits.plural or not entity.is_person else None


def _people_of(context: Context, mention: Mention) -> Finding | None:
    governor = _governor(context, mention) if _is_who(context, mention) else None
    if governor is None or not _is_thing(context.entities.of(governor)):
        return None
    return _finding(context, _people_above(context, governor))


def _is_thing(entity: Entity) -> bool:
    """Whether it is a document, a place or one organisation: not who "who" is."""
    return _is_lifeless(entity) or (entity.is_organisation and not entity.traits.plural)


def _is_lifeless(entity: Entity) -> bool:
    return entity.kind is SpeakerKind.DOCUMENT or entity.traits.place


def _beside(context: Context, mention: Mention) -> Finding | None:
    beside, governor = _person_beside(context, mention), _governor(context, mention)
    lost = governor is None or _is_lifeless(context.entities.of(governor))
    return _finding(context, beside) if lost else None


# ---- things --------------------------------------------------------------------------------------------------------


def _thing_beside(context: Context, mention: Mention) -> Finding | None:
    """The organisation before "which" where the tree hangs its clause on somebody."""
    parse, token = context.parse, mention.head
    governor = _governor(context, mention) if parse.lower[token] == "which" else None
    if governor is None or not is_human(context.entities.of(governor)):
        return None
    name = context.document.name_covering(token - 1 - (parse.lower[token - 1] == ","))
    return _finding(context, name) if name is not None and not is_human(context.entities.of(name)) else None


# ---- the rest ------------------------------------------------------------------------------------------------------


def _governing(context: Context, mention: Mention) -> Finding | None:
    return _finding(context, _governor(context, mention) if _is_relative(context, mention) else None)


def _near(context: Context, mention: Mention) -> Finding | None:
    """The mention right before the pronoun, where the tree ties its clause to nothing."""
    if not _is_relative(context, mention):
        return None
    for other in context.document.before(mention.head, _NEAR):
        beside = other.type is not MentionType.PRONOUN and mention.head - other.end < _NEAR
        if beside and context.known(other) is not None:
            return _finding(context, other)
    return None


def _finding(context: Context, antecedent: Mention | None) -> Finding | None:
    return Finding(context.entities.of(antecedent), antecedent) if antecedent is not None else None


SIEVES = (
    Sieve(JOINED, _joined),
    Sieve(SEVERAL_ABOVE, _several_above),
    Sieve(SINGULAR_VERB, _singular_verb),
    Sieve(PEOPLE_OF, _people_of),
    Sieve(BESIDE, _beside),
    Sieve(THING_BESIDE, _thing_beside),
    Sieve(CLAUSE, _governing),
    Sieve(NEAR, _near),
)
"""For relative pronouns, in this order."""
