"""A person's role as the article writes it, without the organisation."""

from __future__ import annotations

from quoteattr.coreference.document import Document
from quoteattr.coreference.mentions.nominals import phrase_start
from quoteattr.coreference.sieves.precise import Fact
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Range

__all__ = ["learn_roles", "role_text"]

_OPENING = frozenset(
    "the a an another one now then once currently even also only just its his her their our my 's ’s".split(" ")
)
"""Gazetteer that open a role phrase and are no part of the role."""
_LONGEST = 14


def learn_roles(document: Document, facts: list[Fact]) -> None:
    """Add a role to each person from the facts, and from a title that is an office ("Governor")."""
    for order, fact in enumerate(facts):
        entity = fact.mention.entity
        if entity is None or entity.kind is not SpeakerKind.PERSON:
            continue
        noun = document.words.noun(document.parse.lower[fact.head], document.parse.tags[fact.head])
        if noun.plural or noun.base in document.words.sides or noun.base in document.words.kinship:
            continue
        if text := role_text(document, fact.head):
            entity.roles.append((fact.rank, order, text))
    for order, mention in enumerate(document.mentions):
        if mention.name is None or mention.entity is None or mention.entity.kind is not SpeakerKind.PERSON:
            continue
        for title in mention.name.titles:
            office = document.words.title_roles.get(title, title)
            if document.words.noun(office.split(" ")[-1]).kind == "person" and not title.endswith("."):
                mention.entity.roles.append((5, order, _title_text(document, mention.start, title)))
                break


def _title_text(document: Document, start: int, title: str) -> str:
    """The title as written before the name."""
    parse = document.parse
    size = len(title.replace("-", " - ").split())
    return " ".join(parse.words_of((max(0, start - size), start)).split()) if start else title


def role_text(document: Document, head: int) -> str:
    """The role phrase of ``head``: "the chief executive of Ora Media" is "chief executive"; empty if there is none."""
    parse = document.parse
    start, end = phrase_start(parse, head), head + 1
    for child in parse.children[head]:
        if child >= head or parse.deps[child] not in ("poss", "compound", "nmod", "amod"):
            continue
        if parse.deps[child] == "poss":
            start = max(start, parse.right[child])  # "the network's reporter"
        else:
            start = max(start, _after_names(document, parse.subtree(child)))
    body = document.at_head.get(start)
    if start < head and body is not None and body.entity is not None and body.entity.owner is not None:
        start += 1  # "Smith campaign" of "Smith campaign spokesman"
    while start < head and (parse.lower[start] in _OPENING or not parse.is_word(start)):
        start += 1
    office = tuple(parse.lower[head : head + 3])
    if len(office) == 3 and office in document.words.titles:
        end = head + 3  # "secretary of state"
    for child in parse.children[head]:
        if child <= head or parse.deps[child] in ("punct", "cc") or parse.right[child] <= end:
            continue
        if (
            parse.deps[child] not in ("prep", "conj")
            or parse.left[child] > end + 1
            or _names_body(document, parse.subtree(child))
        ):
            joined = parse.deps[child] == "conj" and parse.child(child, "det") < 0
            if joined and parse.left[child] <= end + 1 and parse.tags[child][:2] == "NN":
                end = max(end, child + 1)
            break
        end = max(end, parse.right[child])
    for token in range(head + 1, end):
        if not parse.tags[token] or parse.lower[token] in (",", ";", "(", "--", "—", "–"):
            end = token
            break
    if end - start > _LONGEST:
        end = head + 1
    while end - 1 > head and parse.tags[end - 1] in ("IN", "TO", "DT", "CC"):
        end -= 1
    return " ".join(parse.words_of((start, end)).split()) if start < end else ""


def _after_names(document: Document, tokens: Range) -> int:
    """The token behind the last place or name in a premodifier ("press" of "White House press secretary"), or 0."""
    parse = document.parse
    for token in range(min(tokens[1], tokens[0] + 30) - 1, tokens[0] - 1, -1):
        if parse.lower[token] in document.words.places or _names_body(document, (token, token + 1), named=True):
            return token + 1
    return 0


def _names_body(document: Document, tokens: Range, *, named: bool = False) -> bool:
    """Whether a stretch has an organisation, place or person; with ``named``, by name."""
    for token in range(tokens[0], min(tokens[1], tokens[0] + 30)):
        number = document.name_at[token]
        if number >= 0:
            entity = document.mentions[number].entity
            if entity is not None and entity.kind in (SpeakerKind.ORGANISATION, SpeakerKind.PERSON):
                return True
        mention = document.at_head.get(token)
        if (
            not named
            and mention is not None
            and mention.entity is not None
            and mention.entity.kind is SpeakerKind.ORGANISATION
        ):
            return True
    return False
