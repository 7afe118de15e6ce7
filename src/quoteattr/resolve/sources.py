"""Who speaks in each attribution: the entity of its source, several joined by "and", or whoever is kept."""

from __future__ import annotations

from itertools import islice

from quoteattr.records import SpeakerKind
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Entity, Mention, MentionType
from quoteattr.resolve.interviews import turns
from quoteattr.resolve.phrases import phrase_start

__all__ = ["speaking"]

_NAMES = 8
"""Names of a list."""
_BEFORE_NAME = frozenset(("NNP", "NN", "NNS", "NNPS", "JJ"))
_ROLE = 8
"""Tokens between a body and somebody of it."""
_TIES = frozenset(("'s", "'", "’", "-"))
_STEPS = 12
"""How far a relative pronoun climbs to its clause."""


def speaking(discourse: Discourse) -> list[Entity | None]:
    """The entity that speaks in each attribution, or ``None``."""
    known = turns(discourse)
    out = [known.get(number) or _source(discourse, number) for number, _ in enumerate(discourse.attributions)]
    for number, attribution in enumerate(discourse.attributions):
        if out[number] is None and not attribution.voices and attribution.keeps is not None:
            kept, hops = attribution.keeps, 0
            while 0 <= kept < len(out) and out[kept] is None and hops < 50:
                following = discourse.attributions[kept].keeps
                if following is None:
                    break
                kept, hops = following, hops + 1
            if 0 <= kept < len(out):
                out[number] = out[kept]
    return out


def _source(discourse: Discourse, number: int) -> Entity | None:
    heads = discourse.source_heads[number]
    if not heads:
        return None
    start, end = discourse.attributions[number].voices[0]
    head = heads[0]
    mention = discourse.at_head.get(head) or _covering(discourse, head) or _any_in(discourse, start, end)
    if mention is None:
        return None
    mention = _opening_name(discourse, mention, start, end) or _employee(discourse, mention, end) or mention
    if mention.type is MentionType.DESCRIPTION and (mention.entity is None or not mention.entity.names):
        mention = _closing_name(discourse, mention, start, end) or mention
    if mention.entity is not None and mention.entity.parts and mention.type is MentionType.DESCRIPTION:
        return mention.entity
    members = _members(discourse, mention, start, end)
    if len(members) > 1:
        group = discourse.group(members)
        group.mentions.append(Mention(start, end, head, MentionType.DESCRIPTION))
        return group
    entity = mention.entity
    if entity is None:
        entity = mention.entity = _unresolved(discourse, mention)
    return entity


def _covering(discourse: Discourse, token: int) -> Mention | None:
    number = discourse.name_at[token]
    return discourse.mentions[number] if number >= 0 else None


def _opening_name(discourse: Discourse, mention: Mention, start: int, end: int) -> Mention | None:
    """The person in "Sen. Jane Smith (a Democrat so young she ...)", where the tree has the brackets speak."""
    parse, token = discourse.parse, start
    while token < end and discourse.name_at[token] < 0 and parse.tags[token] in ("NNP", "NN", "JJ"):
        token += 1
    name = discourse.mentions[discourse.name_at[token]] if token < end and discourse.name_at[token] >= 0 else None
    if name is None or name.start != token or name.end >= end or parse.lower[name.end] != "(":
        return None
    person = name.entity is not None and name.entity.kind is SpeakerKind.PERSON
    return name if person and mention.head > name.end else None


def _employee(discourse: Discourse, mention: Mention, end: int) -> Mention | None:
    """The person in "Acme’s Jane Smith", "Acme Today co-anchor Jane Smith", where the tree has the body speak."""
    parse, entity = discourse.parse, mention.entity
    if mention.type is not MentionType.NAME or entity is None or entity.kind is SpeakerKind.PERSON:
        return None
    for token in range(mention.end, min(end, mention.end + _ROLE)):
        if (number := discourse.name_at[token]) >= 0:
            name = discourse.mentions[number]
            person = name.entity is not None and name.entity.kind is SpeakerKind.PERSON
            ends = name.end >= end or parse.lower[name.end] in (",", "(")
            return name if person and ends else None
        if parse.tags[token] not in _BEFORE_NAME and parse.lower[token] not in _TIES:
            break
    return None


def _closing_name(discourse: Discourse, mention: Mention, start: int, end: int) -> Mention | None:
    """The person in "co-host Jane Smith", where the tree does not tie the two."""
    parse, noun = discourse.parse, mention.noun
    if noun is None or noun.plural or mention.head + 1 >= end:
        return None
    if noun.kind not in ("person", "") and parse.tags[mention.head][:1] != "V":
        return None
    after = mention.head + 1
    if parse.lower[mention.head] == "one" and parse.lower[after] == "of":  # "one of the men, Jane Smith"
        after = 1 + next((token for token in range(after, end) if parse.lower[token] == ","), end)
    while after < end and discourse.name_at[after] < 0 and parse.tags[after] in ("NN", "JJ", "NNP", "VBG", "VBN"):
        after += 1
    number = discourse.name_at[after] if after < end else -1
    if number < 0:
        return None
    name = discourse.mentions[number]
    ends = name.end >= end or parse.lower[name.end] in (",", "(", "-", "--")
    return name if ends and name.entity is not None and name.entity.kind is SpeakerKind.PERSON else None


def _any_in(discourse: Discourse, start: int, end: int) -> Mention | None:
    for token in range(start, min(end, start + 30)):
        if token in discourse.at_head:
            return discourse.at_head[token]
    return None


def _members(discourse: Discourse, mention: Mention, start: int, end: int) -> list[Entity]:
    """The entities that "and" joins in a source; "the author and critic" is one, a phrase in apposition none."""
    parse = discourse.parse
    out: list[Entity] = []
    token = mention.head
    for _ in range(20):
        found = discourse.at_head.get(token) or _covering(discourse, token) or _inner(discourse, token, start, end)
        entity = found.entity if found is not None and not (out and _same_person(discourse, found)) else None
        if entity is not None and out and _belongs_inside(discourse, entity, out[0], mention.head, token):
            break
        if entity is not None and entity not in out:
            out.append(entity)
        clause, apposition = (
            next((child for child in parse.children[token] if parse.deps[child] == dep and child > token), end)
            for dep in ("relcl", "appos")
        )
        token = next(
            (
                child
                for child in parse.children[token]
                if parse.deps[child] == "conj"
                and start <= child < min(end, clause)
                and (child < apposition or _apart(discourse, child))
            ),
            -1,
        )
        if token < 0:
            break
    if len(out) == 1 and out[0].kind is SpeakerKind.PERSON and mention.type is MentionType.NAME:
        listed = _listed(discourse, start, end)
        return listed if out[0] in listed else out
    return out


def _listed(discourse: Discourse, start: int, end: int) -> list[Entity]:
    """The people of "Republican Smith and Democrat Jones", "Smith, Jones and Hall", where the tree has one of them.

    Nothing but their names and what stands before each may be in the source.
    """
    parse, out = discourse.parse, list[Entity]()
    token, joined = start, False
    for _ in range(_NAMES):
        while token < end and discourse.name_at[token] < 0 and parse.tags[token] in _BEFORE_NAME:
            token += 1
        number = discourse.name_at[token] if token < end else -1
        name = discourse.mentions[number] if number >= 0 else None
        if name is None or name.entity is None or name.entity.kind is not SpeakerKind.PERSON or name.entity in out:
            return []
        out.append(name.entity)
        token = name.end
        if token >= end or (joined and parse.lower[token] == ","):
            return out if joined else []
        comma = parse.lower[token] == ","
        joined = parse.lower[token + comma : token + comma + 1] == ["and"]
        if not comma and not joined:
            return []
        token += comma + joined
    return []


def _belongs_inside(discourse: Discourse, entity: Entity, first: Entity, head: int, token: int) -> bool:
    """Whether a body joins another inside the phrase: "leaders in the Senate and the House" are leaders."""
    if entity.kind is not SpeakerKind.ORGANISATION or first.kind not in (SpeakerKind.PERSON, SpeakerKind.PEOPLE):
        return False
    parse = discourse.parse
    place = parse.child(head, "prep")
    inner = discourse.at_head.get(parse.child(place, "pobj")) if 0 <= place < token else None
    return inner is not None and inner.entity is not None and inner.entity.kind is SpeakerKind.ORGANISATION


def _apart(discourse: Discourse, token: int) -> bool:
    """Whether a conjunct behind an apposition is somebody else: named, or with a determiner of its own."""
    found = discourse.at_head.get(token)
    if found is None or found.entity is None or found.entity.kind is SpeakerKind.ORGANISATION:
        return False
    parse = discourse.parse
    another = any(
        parse.deps[child] == "poss" or (parse.deps[child] == "det" and parse.lower[child] not in ("a", "an"))
        for child in parse.children[token]
    )
    return found.type is MentionType.NAME or another  # "Smith, head of Acme, and a Democrat" is one


def _inner(discourse: Discourse, token: int, start: int, end: int) -> Mention | None:
    """The name beside a title that stands for it in the tree."""
    for child in discourse.parse.children[token]:
        if start <= child < end and discourse.parse.deps[child] in ("appos", "compound"):
            found = discourse.at_head.get(child)
            if found is not None and found.type is MentionType.NAME:
                return found
    return None


def _same_person(discourse: Discourse, mention: Mention) -> bool:
    """Whether a conjunct is one more description of the same person: singular, without a determiner of its own."""
    if mention.type is not MentionType.DESCRIPTION or mention.noun is None or mention.noun.kind != "person":
        return False
    children = discourse.parse.children[mention.head]
    return not any(discourse.parse.deps[child] in ("det", "poss") for child in children)


def _unresolved(discourse: Discourse, mention: Mention) -> Entity:
    word = discourse.parse.lower[mention.head]
    kind = discourse.words.pronouns.get(word, "")
    if kind == "relative":
        return _antecedent_phrase(discourse, mention)
    kinds = {
        "male": SpeakerKind.PERSON,
        "female": SpeakerKind.PERSON,
        "first": SpeakerKind.PERSON,
        "second": SpeakerKind.PERSON,
        "plural": SpeakerKind.PEOPLE,
        "first_plural": SpeakerKind.PEOPLE,
    }
    entity = Entity(kinds.get(kind, SpeakerKind.UNKNOWN), plural=kind in ("plural", "first_plural"))
    if kind == "second":
        entity.best = "reader"
    return entity


def _antecedent_phrase(discourse: Discourse, mention: Mention) -> Entity:
    """Somebody new for "those who ...": described by what the relative clause hangs on."""
    parse = discourse.parse
    above = islice(parse.ancestors(mention.head), _STEPS)
    head = next((parse.heads[token] for token in above if parse.deps[token] in ("relcl", "acl")), -1)
    if head < 0 or head >= mention.head or not parse.is_word(head):
        return Entity(SpeakerKind.UNKNOWN)
    several = parse.tags[head] in ("NNS", "NNPS", "DT", "JJ") or parse.lower[head] in discourse.words.people
    person = parse.lower[mention.head] in ("who", "whom", "whose")
    kind = SpeakerKind.UNKNOWN if not person else SpeakerKind.PEOPLE if several else SpeakerKind.PERSON
    entity = Entity(kind, plural=several)
    entity.best = " ".join(parse.words_of((phrase_start(parse, head), head + 1)).split())
    return entity
