"""The organisations that stand beside a person's name: before it, behind it, in its relative clause."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.organisations import bodies_of_clause, body_at, premodifier

__all__ = ["beside_name", "by_title", "heads_of_title", "once", "was"]

_BEFORE_NAME = 8
"""How many tokens before a name may belong to it."""
_ROLE = 6
"""How many tokens a role before a name may have."""
_BEHIND = 8
"""How many tokens may stand between "from" and the body behind it."""
_PAST_VERBS = frozenset(("was", "were", "served", "worked"))
_APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
_INSIDE = frozenset(("DT", "RB", "HYPH", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN", "JJS", "PRP$"))
"""Tags of what may stand before a body in its phrase: "the controversial campaign group Acme"."""


def beside_name(document: Document, mention: Mention) -> Iterator[Entity]:
    """The organisations in "CNN's Smith", "Smith of Amazon", "Smith, who heads Amazon", "Smith wrote for Wired"."""
    parse, words, head = document.parse, document.words, mention.head
    before = mention.start - 1
    role = parse.lower[before] if before >= 0 and parse.tags[before] in ("NN", "NNP") else ""
    office = heads_of_title(document, mention)
    if office and (body := _before_title(document, mention)):
        yield body
    for child in parse.children[head]:
        dep = parse.deps[child]
        body = None
        if child < mention.start and dep in ("compound", "poss", "nmod", "amod"):
            if dep == "poss" or role or office or parse.lower[parse.right[child] - 1] in ("'s", "'"):
                body = premodifier(document, child, role or office)
        elif child in (mention.end, mention.end + 1) and dep == "prep":
            if parse.lower[child] in ("of", "from", "with", "at"):
                body = body_at(document, parse.child(child, "pobj"), office)
        elif child >= mention.end and dep in ("relcl", "acl") and parse.lower[child] not in _PAST_VERBS:
            body = next(iter(bodies_of_clause(document, child)), None)
        if body is not None:
            yield body
    for body in (
        _possessor(document, mention, office),
        _before_role(document, mention),
        _behind(document, mention, office),
    ):
        if body is not None:
            yield body
    other = document.at_head.get(parse.child(head, "conj"))
    if other is not None and other.name is not None and parse.lower[mention.end : other.start] == ["and"]:
        spoken = mention.head in document.attribution_of
        body = _behind(document, other, "", spoken=spoken)  # "Jane Smith and John Stone of Acme"
        if body is not None:
            yield body
    verb = parse.heads[head]
    if parse.deps[head] == "nsubj" and parse.lower[verb] in words.writes:
        for child in parse.children[verb]:
            if verb < child <= verb + 2 and parse.lower[child] in ("for", "at"):
                body = body_at(document, parse.child(child, "pobj"), "")
                if body is not None:
                    yield body


def _possessor(document: Document, mention: Mention, office: str) -> Entity | None:
    """The body of "Acme Works' Jane Smith", whatever the tree makes of the apostrophe."""
    parse, token = document.parse, mention.start - 1
    if token < 1 or parse.lower[token] not in _APOSTROPHES or parse.ends[token - 1] != parse.starts[token]:
        return None
    number = document.name_at[token - 1]
    if number < 0:
        return None
    name = document.mentions[number]
    body = body_at(document, name.head, office)
    if body is None and name.entity is not None and name.entity.place and name.start > 0:
        number = document.name_at[name.start - 1]  # "Wired London's Jane Smith"
        body = body_at(document, document.mentions[number].head, "") if number >= 0 else None
    return body


def _before_role(document: Document, mention: Mention) -> Entity | None:
    """The body of "Acme chief executive Jane Smith", "Wales coach Jane Smith" by its words, whatever the tree has."""
    parse, words, last = document.parse, document.words, mention.start - 1
    role = parse.lower[last] if last > 0 and parse.words[last].islower() else ""
    player = role in words.positions
    if not player and (words.noun(role, "NN").kind != "person" or parse.tags[last][:2] != "NN"):
        return None
    for token in range(last - 1, max(-1, last - _ROLE), -1):
        number = document.name_at[token]
        if number >= 0:
            return body_at(document, document.mentions[number].head, "player" if player else role)
        plain = parse.words[token].islower() or parse.words[token] == "-"
        if parse.tags[token][:2] not in ("NN", "JJ", "HY") or not plain:
            return None
    return None


def _behind(document: Document, mention: Mention, office: str, *, spoken: bool = False) -> Entity | None:
    """The body of "Smith, from the campaign group Acme," by its words, whatever the tree has.

    Without a comma the one named must be the source of a quote: "he met Smith at Acme" tells where they met.
    """
    parse, length = document.parse, len(document.parse)
    token = mention.end
    comma = token < length and parse.lower[token] == ","
    token += comma
    writes = comma and token + 1 < length and parse.lower[token] in ("writing", "reporting", "speaking", "blogging")
    if writes:
        token += 1
    of = token < length and parse.lower[token] == "of"
    if not comma and not spoken and not of and mention.head not in document.attribution_of:
        return None
    prepositions = ("for", "in", "at") if writes else ("of", "from", "with", "at")
    if token >= length or parse.lower[token] not in prepositions:
        return None
    if writes and parse.lower[token - 1] == "speaking" and parse.lower[token] != "for":
        return None
    for step in range(token + 1, min(token + _BEHIND, length)):
        number = document.name_at[step]
        if number >= 0:
            name = document.mentions[number]
            body = body_at(document, name.head, office)
            if body is not None:
                return body if _is_whole(document, name.end) else None
            if name.entity is None or not name.entity.place:
                return None
        elif (described := document.at_head.get(step)) is not None and described.noun is not None:
            body = body_at(document, step, office)
            if body is not None and body.names:
                return body  # "of the New York delegation"
        if number < 0 and parse.tags[step] not in _INSIDE and parse.lower[step] not in ('"', "“", "'", "‘"):
            return None
    return None


def _is_whole(document: Document, after: int) -> bool:
    """Whether a body's phrase ends with its name, or with a noun for bodies: not "Acme clothes"."""
    parse = document.parse
    if after >= len(parse) or parse.tags[after] not in ("NN", "NNS"):
        return True
    return document.words.noun(parse.lower[after], parse.tags[after]).kind == "organisation"


def once(document: Document, mention: Mention) -> Iterator[Entity]:
    """The organisations in "Smith, who was director of Acme"."""
    parse = document.parse
    for child in parse.children[mention.head]:
        if child >= mention.end and parse.deps[child] == "relcl" and parse.lower[child] in _PAST_VERBS:
            yield from bodies_of_clause(document, child)[:1]


def was(document: Document, mention: Mention) -> bool:
    """Whether what stands before a name is over: "former Texas Gov. Smith"."""
    parse, token = document.parse, mention.start - 1
    for _ in range(_BEFORE_NAME):
        if token < 0 or parse.tags[token][:1] not in ("N", "J", "H", "P"):
            return False
        if parse.lower[token] in document.words.past:
            return True
        token -= 1
    return False


def heads_of_title(document: Document, mention: Mention) -> str:
    """The noun of the title before a name: "governor" for "Gov."; empty without a title."""
    if mention.name is None or not mention.name.titles:
        return ""
    title = mention.name.titles[-1]
    return document.words.title_roles.get(title, title.split(" ")[-1])


def _before_title(document: Document, mention: Mention) -> Entity | None:
    """The body or place right before a title: "Texas Gov. Smith", "Tulsa police Chief Smith"."""
    title = mention.name.titles[-1] if mention.name is not None else ""
    before = mention.start - len(title.replace("-", " - ").split()) - 1
    return premodifier(document, before, heads_of_title(document, mention)) if before >= 0 else None


def by_title(document: Document, mention: Mention) -> Iterator[Entity]:
    """The body that a title belongs to, if the article names it."""
    for title in mention.name.titles if mention.name is not None else ():
        office = document.words.offices.get(title, "")
        if document.parse.lower[max(0, mention.start - len(title.split()) - 1)] == "state":
            office = f"state {office}"  # "state Sen. Jane Smith"
        if office in document.offices:
            yield document.offices[office]
