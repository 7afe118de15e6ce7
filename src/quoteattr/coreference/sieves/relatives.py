"""Whom a relative pronoun stands for: what its clause hangs on, as far as number and kind agree."""

from __future__ import annotations

from itertools import islice

from quoteattr.coreference.compatibility import is_human
from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.groups import first_of_conjuncts, pair_at
from quoteattr.coreference.mentions.pronouns import clause_head
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import NOUN, PASSIVE_SUBJECT, PRESENT_TAG, SINGULAR_PRESENT_TAG, SUBJECT

__all__ = ["RULES", "SIEVES"]

_WHO = word_list("coreference", "who")
_PLURAL_VERBS = word_list("coreference", "plural_verbs")
_SINGULAR_VERBS = word_list("coreference", "singular_verbs")
_VERB_TAGS = label_set("tags", "verbs")
_STEPS = 12
"""Nouns above a clause that are visited, and tokens of a clause before its verb."""
_NEAR = 4
"""Mentions before the pronoun that it may stand for where the tree tells nothing, and tokens to the end of one."""


# ---- rules ---------------------------------------------------------------------------------------------------------

JOINED = rule(
    "relative-joined",
    "a plural verb tells that all those joined by “and” are meant, where the tree has the last of them",
    "The prize went to Anna Brown and Peter Stone, [who](Anna Brown and Peter Stone) have praised the dam.",
    "The mayor met Anna Brown and Peter Stone, [who](Anna Brown and Peter Stone) say it was late.",
)
BESIDE = rule(
    "relative-beside",
    "the person right before is meant where the tree has nobody, a thing, or several and a singular verb",
    "It was a quarrel between the mayor and Ms. Hall, [who](Hall) has fought the banks.",
    "He lacks the long record of Al Hall or Peter Stone, [who](Peter Stone) is now his deputy.",
    "It was backed by Culture, Media and Sport Secretary Anna Brown [who](Anna Brown) said: “It was late.”",
)
PEOPLE_OF = rule(
    "relative-people-of",
    "“Who” is no place, organisation or document, but the people on whom it hangs",
    "Residents in Toledo, Ohio [who](Residents) were voting on Monday complained.",
    "Anna Brown, a teacher at Melford University, [who](Anna Brown) has read it, left.",
)
THING_BESIDE = rule(
    "relative-thing-beside",
    "“Which” is nobody, but the organisation or place right before it",
    "Peter Stone, head of Tiga, [which](Tiga) represents farmers, said that it was late.",
    "He was the mayor of Toledo, [which](Toledo) at the time was small.",
)
CLAUSE = rule(
    "relative-clause",
    "a relative clause is about what it hangs on",
    "Anna Brown, [who](Anna Brown) left early, said trains were late.",
    "The company, [whose](The company) boss said trains were late, left.",
)
NEAR = rule(
    "relative-near",
    "what stands right before is meant where the tree ties the clause to nothing",
    "They elected Sen. Carl Hall this year, [who](Carl Hall) was late after his son left.",
    "Anna Brown, the icon [who](Anna Brown) founded Zorbix Airlines, left early.",
)
RULES = (JOINED, BESIDE, PEOPLE_OF, THING_BESIDE, CLAUSE, NEAR)


# ---- what the clause tells -----------------------------------------------------------------------------------------


def _is_who(context: Context, mention: Mention) -> bool:
    return context.parse.lower[mention.head] in _WHO


def _governor(context: Context, mention: Mention) -> Mention | None:
    """What the clause hangs on that a pronoun opens, if it stands before the pronoun and something is known of it."""
    head = clause_head(context.parse, mention.head)
    found = context.document.mention_at(head) if head < mention.head else None
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
    if parse.lower[token] in _PLURAL_VERBS or parse.tags[token] == PRESENT_TAG:
        return True
    return False if parse.lower[token] in _SINGULAR_VERBS or parse.tags[token] == SINGULAR_PRESENT_TAG else None


def _person_beside(context: Context, mention: Mention) -> Mention | None:
    """The named person right before "who", or before the comma before it."""
    token = mention.head
    if not _is_who(context, mention) or token < 2:
        return None
    name = context.document.name_covering(token - 1 - (context.parse.lower[token - 1] == ","))
    return name if name is not None and context.entities.of(name).is_person else None


def _people_above(context: Context, mention: Mention) -> Mention | None:
    """Those on whom a place or an organisation hangs in the tree: "voters across the country, who"."""
    parse = context.parse
    for ancestor in islice(parse.ancestors(mention.head), _STEPS):
        if parse.tags[ancestor] in _VERB_TAGS:
            return None
        entity = context.entity_at(ancestor)
        if entity is not None and is_human(entity):
            return context.document.at_head[ancestor]
    return None


# ---- several -------------------------------------------------------------------------------------------------------


def _joined(context: Context, mention: Mention) -> Entity | None:
    """The people whom "and" joins with the one on whom the tree hangs a clause with a plural verb."""
    if not _is_who(context, mention) or not _is_plural(context.parse, mention.head):
        return None
    governor = _governor(context, mention)
    if governor is None or not context.entities.of(governor).is_person:
        return None
    return pair_at(context, first_of_conjuncts(context, governor.head))


# ---- people where the tree has something else ----------------------------------------------------------------------


def _beside(context: Context, mention: Mention) -> Finding | None:
    """The person before the comma, where what the tree has is no person, or several although the verb is singular."""
    beside, governor = _person_beside(context, mention), _governor(context, mention)
    if beside is None or governor is None:
        return _finding(context, beside)
    entity = context.entities.of(governor)
    several = entity.traits.plural and _is_plural(context.parse, mention.head) is False
    return _finding(context, beside) if several or not is_human(entity) else None


def _people_of(context: Context, mention: Mention) -> Finding | None:
    governor = _governor(context, mention) if _is_who(context, mention) else None
    thing = governor is not None and _is_thing(context.entities.of(governor))
    return _finding(context, _people_above(context, governor)) if governor is not None and thing else None


def _is_thing(entity: Entity) -> bool:
    """Whether it is a document, a place or one organisation: not who "who" is."""
    return entity.kind is SpeakerKind.DOCUMENT or (entity.is_organisation and not entity.traits.plural)


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
    return _finding(context, _governor(context, mention))


def _near(context: Context, mention: Mention) -> Finding | None:
    """The mention right before the pronoun, where the tree ties its clause to nothing; for "who", one of people."""
    if _hangs_on_noun(context, mention):
        return None
    who = _is_who(context, mention)
    for other in context.document.before(mention.head, _NEAR):
        entity = context.known(other)
        beside = other.type is not MentionType.PRONOUN and mention.head - other.end < _NEAR
        if entity is not None and beside and (is_human(entity) or not who):
            return Finding(entity, other)
    return None


def _hangs_on_noun(context: Context, mention: Mention) -> bool:
    """Whether the clause hangs on what it may be about: "those who", "a hat that"; "who" is no "year" and no "shop"."""
    parse, head = context.parse, clause_head(context.parse, mention.head)
    if not 0 <= head < mention.head or not parse.is_word(head) or parse.tags[head][:1] == "V":
        return False
    return parse.tags[head] != NOUN or not _is_who(context, mention)


def _finding(context: Context, antecedent: Mention | None) -> Finding | None:
    return Finding(context.entities.of(antecedent), antecedent) if antecedent is not None else None


SIEVES = (
    Sieve(JOINED, _joined),
    Sieve(BESIDE, _beside),
    Sieve(PEOPLE_OF, _people_of),
    Sieve(THING_BESIDE, _thing_beside),
    Sieve(CLAUSE, _governing),
    Sieve(NEAR, _near),
)
"""For relative pronouns, in this order."""
