"""The organisations in a whole phrase: "the Acme director of", "groups led by Acme"."""

from __future__ import annotations

from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.organisations.before import organisations_before
from quoteattr.coreference.organisations.behind import organisations_behind
from quoteattr.coreference.organisations.nouns import organisation_at
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import AGENT, OBJECT, PREPOSITION, PREPOSITION_OBJECT, RELATIVE_CLAUSE, SUBJECT

__all__ = ["organisations_among", "organisations_of_phrase"]

_SUCH_AS = ["such", "as"]
_EXAMPLES_OF = word_list("coreference", "examples_of")
_INCLUDES = word_list("coreference", "includes")


def organisations_of_phrase(context: Context, head: int, whose: Entity | None = None) -> list[Entity]:
    """The organisations in the noun phrase of ``head``, the likeliest first, each once.

    Args:
        context: The article.
        head: A noun for what somebody is ("director") or for what somebody wrote ("letter").
        whose: Whose phrase it is; not counted as an organisation in it.
    """
    found = (*organisations_before(context, head), *organisations_behind(context, head))
    return [organisation for organisation in dict.fromkeys(found) if organisation is not whose]


def organisations_among(context: Context, head: int) -> list[Entity]:
    """The named bodies of "groups led by X", "groups such as X", "groups including X", "the board of X"."""
    parse = context.parse
    found = [_including(context, head)]
    for child in parse.children[head]:
        if child > head and parse.lower[child] == "of":
            found += _behind_members(context, parse.child(child, PREPOSITION_OBJECT))
        if child > head and (inner := _example(context, child)) >= 0:
            body = organisation_at(context, inner, "")
            if body is None and (deeper := parse.child(inner, PREPOSITION)) >= 0 and parse.lower[deeper] == "of":
                body = organisation_at(context, parse.child(deeper, PREPOSITION_OBJECT), "")  # "the board of ... of X"
            found.append(body)
    return [body for body in found if body is not None]


def _behind_members(context: Context, members: int) -> list[Entity]:
    """The organisations behind the noun for the members of a group: "a panel of experts at Acme"."""
    people = members >= 0 and context.noun_at(members).is_people
    return organisations_behind(context, members) if people else []


def _including(context: Context, head: int) -> Entity | None:
    """The organisation of "Acme, which includes groups ..."."""
    parse, verb = context.parse, context.parse.heads[head]
    if parse.deps[head] != OBJECT or parse.lower[verb] not in _INCLUDES:
        return None
    whole = parse.heads[verb] if parse.deps[verb] == RELATIVE_CLAUSE else parse.child(verb, SUBJECT)
    return organisation_at(context, whole, "")


def _example(context: Context, child: int) -> int:
    """The noun of "led by X", "including X", "such as X" below "groups", or -1."""
    parse, word = context.parse, context.parse.lower[child]
    if word == "led":
        agent = parse.child(child, AGENT)
        return parse.child(agent, PREPOSITION_OBJECT) if agent >= 0 else -1
    if word in _EXAMPLES_OF or parse.lower[child - 1 : child + 1] == _SUCH_AS:
        return parse.child(child, PREPOSITION_OBJECT)
    return -1
