"""Who speaks in each attribution: the entity of its source, several joined by "and", or whoever is kept."""

from __future__ import annotations

from itertools import islice

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.nominals import phrase_start
from quoteattr.coreference.sieves.interviews import turns
from quoteattr.records import QuoteKind, SpeakerKind

__all__ = ["speaking"]

_NAMES = 8
"""Names of a list."""
_BEFORE_NAME = frozenset(("NNP", "NN", "NNS", "NNPS", "JJ"))
_ROLE = 8
"""Tokens between a body and somebody of it."""
_TIES = frozenset(("'s", "'", "’", "-"))
_STEPS = 12
"""How far a relative pronoun climbs to its clause."""


def speaking(document: Document) -> list[Entity | None]:
    """The entity that speaks in each attribution, or ``None``."""
    known = turns(document)
    out = [known.get(number) or _source(document, number) for number, _ in enumerate(document.attributions)]
    for number, attribution in enumerate(document.attributions):
        if out[number] is None and not attribution.voices and attribution.keeps is not None:
            kept, hops = attribution.keeps, 0
            while 0 <= kept < len(out) and out[kept] is None and hops < 50:
                following = document.attributions[kept].keeps
                if following is None:
                    break
                kept, hops = following, hops + 1
            if 0 <= kept < len(out):
                out[number] = out[kept]
        elif out[number] is None and not attribution.voices and not attribution.cue:
            out[number] = _goes_on(document, number, out)
    return out


def _goes_on(document: Document, number: int, out: list[Entity | None]) -> Entity | None:
    """Who goes on speaking in a quotation without source and cue: whoever spoke before it in the same paragraph."""
    if number == 0 or document.attributions[number].kind is QuoteKind.INDIRECT:
        return None
    before, here = document.attributions[number - 1].content[-1:], document.attributions[number].content[:1]
    lines = {document.parse.paragraph_of[start] for start, end in (*before, *here) if start < end}
    return out[number - 1] if before and here and len(lines) == 1 else None


def _source(document: Document, number: int) -> Entity | None:
    heads = document.source_heads[number]
    if not heads:
        return None
    start, end = document.attributions[number].voices[0]
    head = heads[0]
    mention = document.at_head.get(head) or _covering(document, head) or _any_in(document, start, end)
    if mention is None:
        return None
    mention = _opening_name(document, mention, start, end) or _employee(document, mention, end) or mention
    if mention.type is MentionType.DESCRIPTION and (mention.entity is None or not mention.entity.names):
        mention = _closing_name(document, mention, start, end) or mention
    if mention.entity is not None and mention.entity.parts and mention.type is MentionType.DESCRIPTION:
        return mention.entity
    members = _members(document, mention, start, end)
    if len(members) > 1:
        group = document.group(members)
        group.mentions.append(Mention(start, end, head, MentionType.DESCRIPTION))
        return group
    entity = mention.entity
    if entity is None:
        entity = mention.entity = _unresolved(document, mention)
    return entity


def _covering(document: Document, token: int) -> Mention | None:
    number = document.name_at[token]
    return document.mentions[number] if number >= 0 else None


def _opening_name(document: Document, mention: Mention, start: int, end: int) -> Mention | None:
    """The person in "Sen. Jane Smith (a Democrat so young she ...)", where the tree has the brackets speak."""
    parse, token = document.parse, start
    while token < end and document.name_at[token] < 0 and parse.tags[token] in ("NNP", "NN", "JJ"):
        token += 1
    name = document.mentions[document.name_at[token]] if token < end and document.name_at[token] >= 0 else None
    if name is None or name.start != token or name.end >= end or parse.lower[name.end] != "(":
        return None
    person = name.entity is not None and name.entity.kind is SpeakerKind.PERSON
    return name if person and mention.head > name.end else None


def _employee(document: Document, mention: Mention, end: int) -> Mention | None:
    """The person in "Acme’s Jane Smith", "Acme Today co-anchor Jane Smith", where the tree has the body speak."""
    parse, entity = document.parse, mention.entity
    if mention.type is not MentionType.NAME or entity is None or entity.kind is SpeakerKind.PERSON:
        return None
    for token in range(mention.end, min(end, mention.end + _ROLE)):
        if (number := document.name_at[token]) >= 0:
            name = document.mentions[number]
            person = name.entity is not None and name.entity.kind is SpeakerKind.PERSON
            ends = name.end >= end or parse.lower[name.end] in (",", "(")
            return name if person and ends else None
        if parse.tags[token] not in _BEFORE_NAME and parse.lower[token] not in _TIES:
            break
    return None


def _closing_name(document: Document, mention: Mention, start: int, end: int) -> Mention | None:
    """The person in "co-host Jane Smith", where the tree does not tie the two."""
    parse, noun = document.parse, mention.noun
    if noun is None or noun.plural or mention.head + 1 >= end:
        return None
    if noun.kind not in ("person", "") and parse.tags[mention.head][:1] != "V":
        return None
    after = mention.head + 1
    if parse.lower[mention.head] == "one" and parse.lower[after] == "of":  # "one of the men, Jane Smith"
        after = 1 + next((token for token in range(after, end) if parse.lower[token] == ","), end)
    while after < end and document.name_at[after] < 0 and parse.tags[after] in ("NN", "JJ", "NNP", "VBG", "VBN"):
        after += 1
    number = document.name_at[after] if after < end else -1
    if number < 0:
        return None
    name = document.mentions[number]
    ends = name.end >= end or parse.lower[name.end] in (",", "(", "-", "--")
    return name if ends and name.entity is not None and name.entity.kind is SpeakerKind.PERSON else None


def _any_in(document: Document, start: int, end: int) -> Mention | None:
    for token in range(start, min(end, start + 30)):
        if token in document.at_head:
            return document.at_head[token]
    return None


def _members(document: Document, mention: Mention, start: int, end: int) -> list[Entity]:
    """The entities that "and" joins in a source; "the author and critic" is one, a phrase in apposition none."""
    parse = document.parse
    out: list[Entity] = []
    token = mention.head
    for _ in range(20):
        found = document.at_head.get(token) or _covering(document, token) or _inner(document, token, start, end)
        entity = found.entity if found is not None and not (out and _same_person(document, found)) else None
        if entity is not None and out and _belongs_inside(document, entity, out[0], mention.head, token):
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
                and (child < apposition or _apart(document, child))
            ),
            -1,
        )
        if token < 0:
            break
    if len(out) == 1 and out[0].kind is SpeakerKind.PERSON and mention.type is MentionType.NAME:
        listed = _listed(document, start, end)
        return listed if out[0] in listed else out
    return out


def _listed(document: Document, start: int, end: int) -> list[Entity]:
    """The people of "Republican Smith and Democrat Jones", "Smith, Jones and Hall", where the tree has one of them.

    Nothing but their names and what stands before each may be in the source.
    """
    parse, out = document.parse, list[Entity]()
    token, joined = start, False
    for _ in range(_NAMES):
        while token < end and document.name_at[token] < 0 and parse.tags[token] in _BEFORE_NAME:
            token += 1
        number = document.name_at[token] if token < end else -1
        name = document.mentions[number] if number >= 0 else None
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


def _belongs_inside(document: Document, entity: Entity, first: Entity, head: int, token: int) -> bool:
    """Whether a body joins another inside the phrase: "leaders in the Senate and the House" are leaders."""
    if entity.kind is not SpeakerKind.ORGANISATION or first.kind not in (SpeakerKind.PERSON, SpeakerKind.PEOPLE):
        return False
    parse = document.parse
    place = parse.child(head, "prep")
    inner = document.at_head.get(parse.child(place, "pobj")) if 0 <= place < token else None
    return inner is not None and inner.entity is not None and inner.entity.kind is SpeakerKind.ORGANISATION


def _apart(document: Document, token: int) -> bool:
    """Whether a conjunct behind an apposition is somebody else: named, or with a determiner of its own."""
    found = document.at_head.get(token)
    if found is None or found.entity is None or found.entity.kind is SpeakerKind.ORGANISATION:
        return False
    parse = document.parse
    another = any(
        parse.deps[child] == "poss" or (parse.deps[child] == "det" and parse.lower[child] not in ("a", "an"))
        for child in parse.children[token]
    )
    return found.type is MentionType.NAME or another  # "Smith, head of Acme, and a Democrat" is one


def _inner(document: Document, token: int, start: int, end: int) -> Mention | None:
    """The name beside a title that stands for it in the tree."""
    for child in document.parse.children[token]:
        if start <= child < end and document.parse.deps[child] in ("appos", "compound"):
            found = document.at_head.get(child)
            if found is not None and found.type is MentionType.NAME:
                return found
    return None


def _same_person(document: Document, mention: Mention) -> bool:
    """Whether a conjunct is one more description of the same person: singular, without a determiner of its own."""
    if mention.type is not MentionType.DESCRIPTION or mention.noun is None or mention.noun.kind != "person":
        return False
    children = document.parse.children[mention.head]
    return not any(document.parse.deps[child] in ("det", "poss") for child in children)


def _unresolved(document: Document, mention: Mention) -> Entity:
    word = document.parse.lower[mention.head]
    kind = document.words.pronouns.get(word, "")
    if kind == "relative":
        return _antecedent_phrase(document, mention)
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


def _antecedent_phrase(document: Document, mention: Mention) -> Entity:
    """Somebody new for "those who ...": described by what the relative clause hangs on."""
    parse = document.parse
    above = islice(parse.ancestors(mention.head), _STEPS)
    head = next((parse.heads[token] for token in above if parse.deps[token] in ("relcl", "acl")), -1)
    if head < 0 or head >= mention.head or not parse.is_word(head):
        return Entity(SpeakerKind.UNKNOWN)
    several = parse.tags[head] in ("NNS", "NNPS", "DT", "JJ") or parse.lower[head] in document.words.people
    person = parse.lower[mention.head] in ("who", "whom", "whose")
    kind = SpeakerKind.UNKNOWN if not person else SpeakerKind.PEOPLE if several else SpeakerKind.PERSON
    entity = Entity(kind, plural=several)
    entity.best = " ".join(parse.words_of((phrase_start(parse, head), head + 1)).split())
    return entity
