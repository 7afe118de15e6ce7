"""A person's role as the article writes it, without the organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quoteattr.affiliation.titles import title_start, titles_of
from quoteattr.coreference.constructs import Construct
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.mentions.nominals import phrase_start
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Range
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    COMPOUND,
    CONJUNCT,
    CONJUNCTION,
    DETERMINER,
    DETERMINER_TAG,
    NOUN,
    NOUN_MODIFIER,
    POSSESSOR,
    PREPOSITION,
    PUNCTUATION,
)

__all__ = ["role_text", "roles_of"]

_OPENINGS = word_list("affiliation", "role_openings")
_ENDS = word_list("affiliation", "role_ends")
_PREMODIFIERS = (COMPOUND, NOUN_MODIFIER, ADJECTIVE_MODIFIER)
_UNCOUNTED = (PUNCTUATION, CONJUNCTION)
_GOES_ON = (PREPOSITION, CONJUNCT)
_DANGLING_TAGS = ("IN", "TO", DETERMINER_TAG, "CC")
"""Tags of words that no role ends with."""
_TITLE = 5
"""Rank of a title, which is less sure than any construct."""
_WORDS = 14
"""Tokens of a role at most."""
_LOOKED_AT = 30
"""Tokens of a phrase that are looked at for names."""


def roles_of(context: Context, constructs: Sequence[Construct]) -> Mapping[Entity, str]:
    """The surest role of each person who has one.

    Args:
        context: The article, and what each mention stands for.
        constructs: The descriptions that are tied to names and pronouns.
    """
    found = sorted((*_of_constructs(context, constructs), *_of_titles(context)), key=lambda one: one[0])
    roles: dict[Entity, str] = {}
    for _, entity, role in found:
        roles.setdefault(entity, role)
    return roles


def _of_constructs(context: Context, constructs: Sequence[Construct]) -> Iterator[tuple[int, Entity, str]]:
    for construct in constructs:
        entity = context.known(construct.mention)
        person = entity is not None and entity.is_person and _is_role(context, construct.head)
        text = role_text(context, construct.head) if person else ""
        if entity is not None and text:
            yield construct.rank, entity, text


def _is_role(context: Context, head: int) -> bool:
    """Whether a noun says what one person is: no "critics of", no "wife of"."""
    noun, gazetteer = context.noun_at(head), context.gazetteer
    return not noun.plural and noun.base not in gazetteer.sides and noun.base not in gazetteer.kinship


def _of_titles(context: Context) -> Iterator[tuple[int, Entity, str]]:
    """Titles that are offices: "Governor", unlike "Mr." and "Gov."."""
    for mention in context.document.mentions:
        entity = context.entities.of(mention) if titles_of(mention) else None
        if entity is None or not entity.is_person:
            continue
        title = next((title for title in titles_of(mention) if _is_office(context, title)), None)
        if title is not None:
            yield _TITLE, entity, _text(context, (title_start(mention, title), mention.start)) or title


def _is_office(context: Context, title: str) -> bool:
    office = context.gazetteer.title_roles.get(title, title)
    return not title.endswith(".") and context.gazetteer.noun(office.split(" ")[-1]).is_person


def _text(context: Context, tokens: Range) -> str:
    return " ".join(context.parse.words_of(tokens).split()) if tokens[0] < tokens[1] else ""


def role_text(context: Context, head: int) -> str:
    """The role phrase of ``head``: "the chief executive of Ora Media" is "chief executive"; empty if there is none."""
    start, end = _start(context, head), _end(context, head)
    if end - start > _WORDS:
        end = head + 1
    while end - 1 > head and context.parse.tags[end - 1] in _DANGLING_TAGS:
        end -= 1
    return _text(context, (start, end))


def _start(context: Context, head: int) -> int:
    """The first token of a role: behind its owner, its organisation, its article."""
    parse, start = context.parse, phrase_start(context.parse, head)
    for child in parse.children[head]:
        if child < head and parse.deps[child] == POSSESSOR:
            start = max(start, parse.right[child])  # "the network's reporter"
        elif child < head and parse.deps[child] in _PREMODIFIERS:
            start = max(start, _after_names(context, parse.subtree(child)))
    if start < head and (found := context.entity_at(start)) is not None and found.owner is not None:
        start += 1  # "Smith campaign" of "Smith campaign spokesman"
    while start < head and (parse.lower[start] in _OPENINGS or not parse.is_word(start)):
        start += 1
    first = range(max(start - 2, 0), start)
    whole = (one for one in first if _is_title(context, (one, head + 1)))
    return min(start, next(whole, start))


def _is_title(context: Context, tokens: Range) -> bool:
    """Whether words are a title that stays whole: "Chief Executive", unlike "campaign manager"."""
    lists, words = context.gazetteer, context.parse.lower[slice(*tokens)]
    return tuple(words) in lists.titles and not lists.noun(words[0]).is_organisation


def _end(context: Context, head: int) -> int:
    """The token behind a role: behind what it is for, before its organisation."""
    parse, end = context.parse, _end_of_office(context, head)
    for child in parse.children[head]:
        if child <= head or parse.deps[child] in _UNCOUNTED or parse.right[child] <= end:
            continue
        if not _goes_on(context, child, end):
            end = max(end, child + 1) if _is_joined(context, child, end) else end
            break
        end = max(end, parse.right[child])
    ends = (token for token in range(head + 1, end) if not parse.tags[token] or parse.lower[token] in _ENDS)
    return next(ends, end)


def _end_of_office(context: Context, head: int) -> int:
    """The token behind a noun, or behind a title of three words that it begins: "secretary of state"."""
    office = tuple(context.parse.lower[head : head + 3])
    return head + 3 if len(office) == 3 and office in context.gazetteer.titles else head + 1


def _goes_on(context: Context, child: int, end: int) -> bool:
    """Whether a role goes on with what is below its noun: "director of research", unlike "director of Acme"."""
    parse = context.parse
    right_behind = parse.deps[child] in _GOES_ON and parse.left[child] <= end + 1
    return right_behind and not _has_names(context, parse.subtree(child))


def _is_joined(context: Context, child: int, end: int) -> bool:
    """Whether a noun is joined to a role, whose organisation stands behind it: "president and director of Acme"."""
    parse = context.parse
    joined = parse.deps[child] == CONJUNCT and parse.child(child, DETERMINER) < 0
    return joined and parse.left[child] <= end + 1 and parse.tags[child][:2] == NOUN


def _after_names(context: Context, tokens: Range) -> int:
    """The token behind the last place or name in a premodifier ("press" of "White House press secretary"), or 0."""
    for token in range(min(tokens[1], tokens[0] + _LOOKED_AT) - 1, tokens[0] - 1, -1):
        if context.parse.lower[token] in context.gazetteer.places or _is_named(context, token):
            return token + 1
    return 0


def _has_names(context: Context, tokens: Range) -> bool:
    """Whether a stretch has an organisation, place or person."""
    for token in range(tokens[0], min(tokens[1], tokens[0] + _LOOKED_AT)):
        found = context.entity_at(token)
        if _is_named(context, token) or (found is not None and found.is_organisation):
            return True
    return False


def _is_named(context: Context, token: int) -> bool:
    """Whether the name of an organisation, place or person covers a token."""
    found = context.entity_covering(token)
    return found is not None and (found.is_organisation or found.is_person)
