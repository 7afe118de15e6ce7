"""Several people or organisations that a phrase joins: "Anna Brown and Peter Stone", "Smith, Jones and Hall"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.compatibility import is_human
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Range
from quoteattr.syntax.labels import (
    ADJECTIVE,
    APPOSITION,
    CONJUNCT,
    DETERMINER,
    NOMINAL_TAGS,
    POSSESSIVE_ENDING_TAG,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
)

__all__ = ["BEFORE_NAME_TAGS", "first_of_conjuncts", "joined_members", "listed_people", "pair_at"]

BEFORE_NAME_TAGS = NOMINAL_TAGS | {ADJECTIVE}
"""Tags of what may stand before a name that belongs to it: "Ohio senator Jane Smith"."""

_ARTICLES = word_list("coreference", "indefinite_articles")
_PAIR, _CONJUNCTS, _LIST, _CLIMB = 6, 20, 8, 4
"""Members of a pair, conjuncts of a source, and names of a list, at most; conjuncts that are climbed."""


# ---- named people --------------------------------------------------------------------------------------------------


def pair_at(context: Context, token: int) -> Entity | None:
    """The named people whom "and" joins, of whom ``token`` heads the first; ``None`` if it is one alone."""
    if context.parse.child(token, CONJUNCT) < 0:
        return None
    members = list(dict.fromkeys(_named_conjuncts(context, token)))
    return context.entities.group(members) if len(members) > 1 else None


def _named_conjuncts(context: Context, token: int) -> Iterator[Entity]:
    for _ in range(_PAIR):
        entity = context.entity_at(token)
        if entity is None or not entity.is_person or not entity.names:
            return
        yield entity
        token = context.parse.child(token, CONJUNCT)


def first_of_conjuncts(context: Context, token: int) -> int:
    """The noun on which a conjunct hangs in the end; the token itself if it is none."""
    parse = context.parse
    for _ in range(_CLIMB):
        if parse.deps[token] != CONJUNCT:
            break
        token = parse.heads[token]
    return token


# ---- the members of a source ---------------------------------------------------------------------------------------


def joined_members(context: Context, mention: Mention, source: Range) -> list[Entity]:
    """The entities that "and" joins in a source; "the author and critic" is one, a phrase in apposition none.

    Args:
        context: The article.
        mention: The mention that heads the source.
        source: Its tokens.
    """
    members: list[Entity] = []
    for token in _conjuncts(context, mention.head, source):
        found = context.document.mention_at(token)
        if found is None or (members and _is_same_person(context, found)):
            continue
        if members and members[0].is_person and _is_before_role(context, found):
            continue
        entity = context.known(found)
        if entity is None or entity in members:
            continue
        if members and _belongs_inside(context, entity, members[0], mention.head, token):
            break
        members.append(entity)
    return members


def _conjuncts(context: Context, token: int, source: Range) -> Iterator[int]:
    """A token and what hangs on it as conjunct within the source, one after the other."""
    for _ in range(_CONJUNCTS):
        yield token
        following = next((child for child in context.parse.children[token] if _continues(context, child, source)), -1)
        token = following if following >= 0 else _behind_place(context, token, source)
        if token < 0:
            return


def _behind_place(context: Context, token: int, source: Range) -> int:
    """The person whom the tree joins with a place or a body behind another: "Smith of Acme and Brown of Garnet"."""
    parse = context.parse
    place = parse.child(token, PREPOSITION)
    inner = parse.child(place, PREPOSITION_OBJECT) if place >= 0 else -1
    if not token < inner < source[1]:
        return -1
    second, other = parse.child(inner, CONJUNCT), context.document.mention_at(inner)
    for person in (token, second):
        name = context.document.at_head.get(person)
        if name is None or name.type is not MentionType.NAME or not context.entities.of(name).is_person:
            return -1
    apart = other is not None and not is_human(context.entities.of(other))
    return second if apart and second < source[1] else -1


def _continues(context: Context, child: int, source: Range) -> bool:
    """Whether a child is a conjunct that goes on with the list of those who speak."""
    parse, head = context.parse, context.parse.heads[child]
    if parse.deps[child] != CONJUNCT or not source[0] <= child < source[1]:
        return False
    if _is_of_firm(context, child, source) or _is_set_off(context, child, source):
        return False
    behind = [parse.deps[one] for one in parse.children[head] if head < one <= child]
    return RELATIVE_CLAUSE not in behind and (APPOSITION not in behind or _is_somebody_else(context, child))


def _is_of_firm(context: Context, child: int, source: Range) -> bool:
    """Whether the only "and" is the "&" of a firm behind a comma: "Smith, Hale & Reed's adviser" is one person."""
    name, lower = context.document.name_covering(child), context.parse.lower
    firm = name is not None and "&" in lower[name.start : name.end] and lower[name.start - 1 : name.start] == [","]
    return firm and "and" not in lower[slice(*source)]


def _is_set_off(context: Context, child: int, source: Range) -> bool:
    """Whether what is read as a conjunct stands between commas behind a name: "Peru, its ally and lifeline, said"."""
    parse, document = context.parse, context.document
    head, last = parse.heads[child], source[1] - 1
    name, own = document.at_head.get(head), document.at_head.get(child)
    if name is None or name.type is not MentionType.NAME or (own is not None and own.type is MentionType.NAME):
        return False
    closed = parse.words[last] == "," or parse.words[last + 1 : last + 2] == [","]
    return closed and parse.words[name.end] == "," and "and" not in parse.lower[name.end : child]


def _is_somebody_else(context: Context, token: int) -> bool:
    """Whether a conjunct behind an apposition is another: "Smith, head of Acme, and a Democrat" is one."""
    found = context.document.at_head.get(token)
    entity = context.known(found) if found is not None else None
    if found is None or entity is None or entity.is_organisation:
        return False
    return found.type is MentionType.NAME or _has_own_determiner(context, token)


def _has_own_determiner(context: Context, token: int) -> bool:
    parse = context.parse
    return any(
        parse.deps[child] == POSSESSOR or (parse.deps[child] == DETERMINER and parse.lower[child] not in _ARTICLES)
        for child in parse.children[token]
    )


def _is_same_person(context: Context, mention: Mention) -> bool:
    """Whether a conjunct is one more description of the same person: singular, and without a determiner."""
    if mention.noun is None or not mention.noun.is_person:
        return False
    return context.parse.child(mention.head, DETERMINER, POSSESSOR) < 0


def _is_before_role(context: Context, mention: Mention) -> bool:
    """Whether a body only stands before a role: "Smith, Acme’s director", "Smith, Acme boss"."""
    token = mention.end
    if mention.type is not MentionType.NAME or context.entities.of(mention).is_person or token >= len(context.parse):
        return False
    while token + 1 < len(context.parse) and context.parse.tags[token] in (POSSESSIVE_ENDING_TAG, *BEFORE_NAME_TAGS):
        token += 1
        if context.parse.tags[token - 1] == POSSESSIVE_ENDING_TAG or context.noun_at(token - 1).is_person:
            return True
    return False


def _belongs_inside(context: Context, entity: Entity, first: Entity, head: int, token: int) -> bool:
    """Whether an organisation joins another inside the phrase: "leaders in the Senate and the House" are leaders."""
    if not entity.is_organisation or not is_human(first):
        return False
    parse = context.parse
    place = parse.child(head, PREPOSITION)
    inner = context.entity_at(parse.child(place, PREPOSITION_OBJECT)) if 0 <= place < token else None
    return inner is not None and inner.is_organisation


# ---- lists of names ------------------------------------------------------------------------------------------------


def listed_people(context: Context, source: Range) -> list[Entity]:
    """The people of "Republican Smith and Democrat Jones", "Smith, Jones and Hall", where the tree has one of them.

    Nothing but their names and what stands before each may be in the source; otherwise the list is empty.
    """
    out: list[Entity] = []
    token, is_last = source[0], False
    for _ in range(_LIST):
        name = _next_name(context, token, source[1])
        entity = context.entities.of(name) if name is not None else None
        if name is None or entity is None or not entity.is_person or entity in out:
            return []
        out.append(entity)
        comma = context.parse.lower[name.end : name.end + 1] == [","]
        if name.end >= source[1] or (is_last and comma):
            return out if is_last else []
        is_last = context.parse.lower[name.end + comma : name.end + comma + 1] == ["and"]
        if not comma and not is_last:
            return []
        token = name.end + comma + is_last
    return []


def _next_name(context: Context, token: int, end: int) -> Mention | None:
    """The name that begins at ``token`` or behind the nouns and adjectives there."""
    document = context.document
    while token < end and document.name_at[token] < 0 and context.parse.tags[token] in BEFORE_NAME_TAGS:
        token += 1
    return document.name_covering(token) if token < end else None
