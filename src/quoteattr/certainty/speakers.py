"""What tells whether a speaker is the right one: the evidence of the rules, as features of a forest."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.certainty.mentioned import Mentioned, family
from quoteattr.coreference.classes import PLURAL_PRONOUN
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.pronouns import pronoun_class
from quoteattr.coreference.sources import Voice, origin_of
from quoteattr.forest import Column, Row

__all__ = ["COLUMNS", "goes_on", "rows_of"]

COLUMNS = (
    *map(Column.words, ("rule", "family", "source")),
    Column.words("source", "kind"),
    *map(
        Column.number,
        (
            *("chain", "named", "words", "namings", "back", "back-name", "nearer", "rivals", "last", "confidence"),
            *("gender", "more", "place", "plural", "lead", "length"),
        ),
    ),
)
"""What the forest of speakers looks at."""

_SINGULAR = ("male", "female", "thing")
"""The classes of pronouns for one."""
_NAMED_TOGETHER = 2
"""Several people who are named one by one."""
_MOST = 20
"""Words and mentions are counted so far."""


def rows_of(mentioned: Mentioned, voices: Sequence[Voice]) -> list[Row | None]:
    """The features of each speaker; ``None`` for an attribution without one.

    Args:
        mentioned: The article, resolved.
        voices: Who speaks in each attribution.
    """
    rows: list[Row | None] = []
    before: Entity | None = None
    for number, voice in enumerate(voices):
        entity = voice.entity
        rows.append(None if entity is None else {"last": entity is before, **_row(mentioned, voice, entity, number)})
        before = entity
    return rows


def goes_on(row: Row) -> bool:
    """Whether a pronoun is whoever spoke last, in the same sentence or the one before; "they" only if two spoke."""
    one = row["source"] in _SINGULAR or (row["source"] == PLURAL_PRONOUN and row["plural"] == _NAMED_TOGETHER)
    return bool(row["last"]) and one and row.get("back", _MOST) in (0, 1)


def _row(mentioned: Mentioned, voice: Voice, entity: Entity, number: int) -> Row:
    return {
        **_of_voice(mentioned, voice, number),
        **_of_entity(mentioned, entity),
        **_of_source(mentioned, entity, number),
    }


def _of_voice(mentioned: Mentioned, voice: Voice, number: int) -> Row:
    first = voice.rules[0] if voice.rules else ""
    confidence = mentioned.context.document.attributions[number].confidence
    return {"rule": first, "family": family(first), "chain": len(voice.rules), "confidence": confidence}


def _of_entity(mentioned: Mentioned, entity: Entity) -> Row:
    traits = entity.traits
    return {
        "kind": entity.kind.value,
        "named": bool(entity.names),
        "words": max((end - start for start, end in entity.names), default=0),
        "namings": min(len(mentioned.names_of.get(entity, ())), _MOST),
        "gender": (1 if traits.presumed else 2) if traits.gender else 0,
        "place": traits.place,
        "plural": traits.plural + bool(entity.parts),
    }


def _of_source(mentioned: Mentioned, entity: Entity, number: int) -> Row:
    """What the source tells, and how far back somebody is mentioned, and who else."""
    document = mentioned.context.document
    origin, _ = origin_of(mentioned.context, number)
    mention = document.mention_at(next(iter(document.source_heads[origin]), -1))
    if mention is None:
        return {"source": ""}
    token, parse = mention.head, mentioned.context.parse
    sentence_of = parse.sentence_of
    first, last = parse.sentences[sentence_of[token]]
    back = mentioned.last(mentioned.heads_of, entity, token)
    named = mentioned.last(mentioned.names_of, entity, token)
    rivals = mentioned.rivals(mention, entity)
    start, end = document.attributions[origin].voices[0]
    row: dict[str, str | float] = {
        "source": _source(mentioned, mention),
        "length": last - first,
        "more": min(max(0, end - start - (mention.end - mention.start)), _MOST),
        "rivals": len(rivals),
        "nearer": sum(head > back for head in rivals.values()),
    }
    link = mentioned.context.entities.link_of(mention)
    row["lead"] = round(link.margin, 1) if link is not None and link.margin is not None else _MOST
    if back >= 0:
        row["back"] = sentence_of[token] - sentence_of[back]
    if named >= 0:
        row["back-name"] = sentence_of[token] - sentence_of[named]
    return row


def _source(mentioned: Mentioned, mention: Mention) -> str:
    """What sort of words a source is: a name, a class of pronouns, what a noun can stand for."""
    if mention.type is MentionType.NAME:
        return "name"
    if mention.noun is not None:
        return f"noun-{mention.noun.kind}"
    return pronoun_class(mentioned.context.document, mention)
