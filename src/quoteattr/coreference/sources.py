"""Who speaks in each attribution: the entity of its source, several joined by "and", or whoever is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import frozen

from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.groups import BEFORE_NAME_TAGS, joined_members, listed_people
from quoteattr.coreference.rules import Rule, rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Range
from quoteattr.syntax.labels import ADJECTIVE, CONJUNCTION_TAG, FINITE_TAGS, NOUN, PROPER_NOUN

__all__ = ["RULES", "Voice", "origin_of", "speaker_of", "voices_of"]

_TIES = word_list("coreference", "ties_to_people")
_TIES_TO_BODIES = word_list("mentions", "role_links")
_BEHIND_ROLES = word_list("coreference", "behind_roles")
_MEMBERS = word_list("mentions", "letters_of_members")
_NAME_ENDS = word_list("coreference", "name_ends")
_TITLE_TAGS = (PROPER_NOUN, NOUN, ADJECTIVE)
"""Tags of what may stand before the name with which a source opens."""
_ROLE_TAGS = (*_TITLE_TAGS, "VBG", "VBN")
"""Tags of what may stand between a noun and the name of whom it describes."""
_OF_TAG = "IN"
"""Tag of what stands behind the title of a work, "Guide to Boats", and before the seat of a member, "for Ohio"."""
_ROLE = 8
"""Tokens between an organisation and somebody of it."""
_HOPS = 50
"""Quotations that one after the other keep the speaker of another."""


# ---- rules ---------------------------------------------------------------------------------------------------------

NAME_INSIDE = rule(
    "source-name-inside",
    "a person named in a source speaks, where the tree has an organisation, a role or what stands in brackets speak",
    "[The Council on Clean Rivers National Executive Director Peter Stone](Peter Stone) said that it was late.",
    "[The Centre for Policy on Ageing Chief Executive Anna Brown](Anna Brown) said that it was late.",
    "[Melford Survey of Boats 2005 author Anna Brown](Anna Brown) said at least 111 boats had sunk.",
    "[Civic Alliance MP for France Anna Brown](Anna Brown) said that it was late.",
    "“It was late,” said [Save the Children head of research Anna Brown](Anna Brown).",
    "[The Church of England's policy officer, Peter Stone,](Peter Stone) says prices are likely to fall again.",
    "[Faith North of Banksia Wines](Faith North) said that it was late.",
    "“We asked ourselves what would happen if a watch respected you,” [founder and CEO Anna Brown](Anna Brown) told "
    "the crowd at the launch event in Berlin last month.",
    "[One of them, Air and Marine pilot Peter Stone,](Peter Stone) said he voted for the congresswoman.",
)
JOINED = rule(
    "source-joined",
    "those whom “and” joins in a source speak together",
    "[Anna Brown and Peter Stone](Anna Brown and Peter Stone) said it was late.",
    "[Zorbix Airlines and Anna Brown](Zorbix Airlines and Anna Brown) said it was late.",
    "[Anna Brown of Zorbix Airlines and Eva Weiss of Melford College](Anna Brown and Eva Weiss) said it was late.",
)
LISTED = rule(
    "source-listed",
    "those whom a source lists speak together, where the tree has one of them",
    "In the end, [Stone and co-host Mikola Zorn](Peter Stone and Mikola Zorn) said that the show was bad. Peter "
    "Stone was late.",
    "On Monday, [Dell and co-author Ada Ford](Peter Dell and Ada Ford) said that the show was bad. Peter Dell was "
    "late.",
    "[Anna Brown, Peter Stone, and Carl Clay](Anna Brown and Peter Stone and Carl Clay) said that it was late.",
)
KEPT = rule(
    "source-kept",
    "a quotation that goes on with another, or follows it in its paragraph without source and cue, has its speaker",
    "“It leaks,” said Laura King. “It always has leaked.”\n\n[“Nobody did a thing about it for ten long "
    "years.”](Laura King)",
    "“It is late,” said Peter Stone. “It rains.”\n\n[“The trains have been late for ten long years.”](Peter Stone)",
)
RULES = (NAME_INSIDE, JOINED, LISTED, KEPT)


@frozen
class Voice:
    """Who speaks in an attribution.

    Attributes:
        entity: Who speaks; ``None`` where nothing tells.
        rules: The ids of the rules that lead from the source to the speaker, in this order.
        mention: For several of whom a source speaks together: the source, which is no other mention of theirs.
    """

    entity: Entity | None = None
    rules: tuple[str, ...] = ()
    mention: Mention | None = None

    def by(self, rule: Rule) -> Voice:
        """The same speaker, by one more rule, where there is a speaker."""
        return Voice(self.entity, (rule.id, *self.rules)) if self.entity is not None else self


_NOBODY = Voice()


def voices_of(context: Context, without: Collection[str] = ()) -> tuple[Voice, ...]:
    """Who speaks in each attribution of a resolved article.

    Args:
        context: The article.
        without: Ids of rules that are not asked.
    """
    attributions = context.document.attributions
    out = [_by_source(context, number, without) for number in range(len(attributions))]
    if KEPT.id in without:
        return tuple(out)
    for number, attribution in enumerate(attributions):
        if out[number].entity is None and not attribution.voices and attribution.keeps is not None:
            out[number] = _kept(context, number, out).by(KEPT)
    return tuple(out)


def speaker_of(context: Context, mention: Mention, phrase: Range) -> Entity:
    """Whom a mention stands for, with those whom its phrase joins with it.

    Args:
        context: A resolved article.
        mention: The mention that heads the phrase.
        phrase: The tokens of the phrase.
    """
    return _of_mention(context, mention, phrase, ()).entity or context.entities.of(mention)


# ---- without a source ----------------------------------------------------------------------------------------------


def origin_of(context: Context, number: int) -> tuple[int, int]:
    """The attribution whose source tells who speaks in another: itself, or the one whose speaker it keeps.

    Returns:
        Its index, and how many attributions lie on the way.
    """
    attributions = context.document.attributions
    for hops in range(_HOPS):
        kept = attributions[number].keeps
        if attributions[number].voices or kept is None or not 0 <= kept < len(attributions):
            return number, hops
        number = kept
    return number, _HOPS


def _kept(context: Context, number: int, out: Sequence[Voice]) -> Voice:
    """Who speaks in the attribution whose speaker one keeps, or in the one whose speaker that one keeps."""
    kept = context.document.attributions[number].keeps
    for _ in range(_HOPS):
        if kept is None or not 0 <= kept < len(out):
            break
        if out[kept].entity is not None:
            return out[kept]
        kept = context.document.attributions[kept].keeps
    return _NOBODY


# ---- by a source ---------------------------------------------------------------------------------------------------


def _by_source(context: Context, number: int, without: Collection[str]) -> Voice:
    """Whom the source of an attribution stands for."""
    document = context.document
    mention = document.mention_at(next(iter(document.source_heads[number]), -1))
    if mention is None:
        return _NOBODY
    source = document.attributions[number].voices[0]
    for find in (_opening_name, _employee, _described_last, _closing_name) if NAME_INSIDE.id not in without else ():
        if (name := find(context, mention, source)) is not None:
            return _of_mention(context, name, source, without).by(NAME_INSIDE)
    if _is_constituency(context, mention, source):
        return _NOBODY
    return _of_mention(context, mention, source, without)


def _of_mention(context: Context, mention: Mention, source: Range, without: Collection[str]) -> Voice:
    """Whom a mention stands for, with those whom its source joins with it."""
    entity, rules = context.entities.of(mention), context.entities.rules_of(mention)
    if entity.parts and mention.type is MentionType.DESCRIPTION:
        return Voice(entity, rules)
    rule, members = JOINED, joined_members(context, mention, source)
    if entity in members and entity.is_person and mention.type is MentionType.NAME:
        listed = listed_people(context, source)
        if len(members) == 1 or (len(listed) > len(members) and set(members) <= set(listed)):
            rule, members = LISTED, listed
    if len(members) < 2 or rule.id in without or (rule is LISTED and entity not in members):
        return Voice(entity, rules)
    several = Mention(*source, mention.head, MentionType.DESCRIPTION)
    return Voice(context.entities.group(members), (rule.id, *rules), several)


def _is_constituency(context: Context, mention: Mention, source: Range) -> bool:
    """Whether the tree has the place speak in "the East Midlands MEP": its member does, whom nothing names."""
    if mention.type is not MentionType.NAME or not mention.end < source[1]:
        return False
    return context.entities.of(mention).traits.place and context.parse.lower[mention.end] in _MEMBERS


def _opening_name(context: Context, mention: Mention, source: Range) -> Mention | None:
    """The person in "Sen. Jane Smith (a Democrat so young she ...)", where the tree has what follows speak."""
    document, token = context.document, source[0]
    while token < source[1] and document.name_at[token] < 0 and context.parse.tags[token] in _TITLE_TAGS:
        token += 1
    name = _person_at(context, token, source)
    if name is None or name.start != token or not name.end < min(source[1], mention.head):
        return None
    if context.parse.lower[name.end] in _TIES_TO_BODIES and name.end + 1 == mention.start:
        return None if context.entities.of(mention).is_person else name  # "Jane Smith of Acme Homes"
    return name if context.parse.lower[name.end] == "(" else None


def _employee(context: Context, mention: Mention, source: Range) -> Mention | None:
    """The person in "Acme’s Jane Smith", "Acme Today co-anchor Jane Smith", where the tree has the body speak."""
    document = context.document
    if mention.type is not MentionType.NAME or context.entities.of(mention).is_person:
        return None
    for token in range(mention.end, min(source[1], mention.end + _ROLE)):
        if _is_in_seat(context, token):
            continue
        if document.name_covering(token) is not None:
            return _closing(context, token, source)
        if not _is_before_employee(context, token):
            break
    return None


def _is_before_employee(context: Context, token: int) -> bool:
    """Whether a token may stand between a body and somebody of it: "Acme head of research Jane Smith"."""
    parse = context.parse
    if parse.tags[token] in BEFORE_NAME_TAGS or parse.lower[token] in _TIES:
        return True
    if parse.tags[token] == _OF_TAG and _is_in_seat(context, token + 1):
        return True
    return parse.lower[token] in _BEHIND_ROLES and context.noun_at(token - 1).is_person


def _is_in_seat(context: Context, token: int) -> bool:
    """Whether a token is in what somebody stands for, before their name: "Labour MP for Ohio Jane Smith"."""
    name = context.document.name_covering(token)
    if name is None or context.parse.tags[name.start - 1] != _OF_TAG:
        return False
    person = context.entity_covering(name.end)
    return person is not None and person.is_person


def _described_last(context: Context, mention: Mention, source: Range) -> Mention | None:
    """The person in "Melford River Guide author Jane Smith", where the tree has what she wrote speak."""
    parse, document = context.parse, context.document
    if mention.type is not MentionType.NAME or not mention.end < source[1]:
        return None
    if context.entities.of(mention).is_person and parse.tags[mention.end] != _OF_TAG:
        return None
    for token in range(mention.end, min(source[1], mention.end + _ROLE)):
        if parse.lower[token] == "," or parse.tags[token] in FINITE_TAGS:
            break
        name = _closing(context, token, source) if document.name_at[token] >= 0 else None
        if name is not None and name.start == token:
            return name if context.noun_at(token - 1).is_person else None
    return None


def _closing_name(context: Context, mention: Mention, source: Range) -> Mention | None:
    """The person in "co-host Jane Smith", where the tree does not tie the two."""
    parse, document, noun = context.parse, context.document, mention.noun
    if noun is None or noun.plural or context.entities.of(mention).names:
        return None
    if noun.kind and not noun.is_person and parse.tags[mention.head][:1] != "V":
        return _chief(context, mention, source)
    token = mention.head + 1
    if parse.lower[mention.head : token + 1] == ["one", "of"]:  # "one of the men, Jane Smith"
        token = 1 + next((comma for comma in range(token, source[1]) if parse.lower[comma] == ","), source[1])
        token = _behind_bodies(context, token, source)
    bare = mention.start == mention.head and source[0] == mention.head
    while (
        token < source[1]
        and document.name_at[token] < 0
        and (parse.tags[token] in _ROLE_TAGS or (bare and _joins_roles(context, token)))
    ):
        token += 1
    return _closing(context, token, source)


def _behind_bodies(context: Context, token: int, source: Range) -> int:
    """The token behind the bodies with which a description opens: "One of them, Air and Marine pilot Jane Smith"."""
    parse, first = context.parse, token
    for one in range(token, min(source[1], token + _ROLE)):
        name = context.document.name_covering(one)
        if name is not None and context.entities.of(name).is_person:
            return first
        if name is not None or parse.tags[one] == CONJUNCTION_TAG:
            first = one + 1
        elif parse.tags[one] not in _ROLE_TAGS:
            break
    return token


def _joins_roles(context: Context, token: int) -> bool:
    """Whether "and" stands between two roles without articles: "founder and CEO Jane Smith"."""
    parse = context.parse
    if parse.tags[token] != CONJUNCTION_TAG or token + 2 >= len(parse):
        return False
    role = context.document.name_at[token + 1] < 0 and parse.tags[token + 1] in _ROLE_TAGS
    return role and context.noun_at(token - 1).is_person


def _chief(context: Context, mention: Mention, source: Range) -> Mention | None:
    """The person of "Commission for Acme chief Jane Smith", where the tree has the body speak."""
    parse, last = context.parse, source[1] - 1
    name = context.document.name_covering(last)
    if name is None or name.end <= last or not name.start > mention.head + 1 or not context.entities.of(name).is_person:
        return None
    role = context.noun_at(name.start - 1)
    small = parse.words[name.start - 1].islower() and parse.words[mention.head][0].isupper()
    return name if small and role.is_person and mention.start == mention.head else None


def _closing(context: Context, token: int, source: Range) -> Mention | None:
    """The person named at a token, if the source or the phrase ends with the name."""
    name = _person_at(context, token, source)
    if name is None:
        return None
    return name if name.end >= source[1] or context.parse.lower[name.end] in _NAME_ENDS else None


def _person_at(context: Context, token: int, source: Range) -> Mention | None:
    name = context.document.name_covering(token) if token < source[1] else None
    return name if name is not None and context.entities.of(name).is_person else None
