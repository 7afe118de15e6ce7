"""Which of the organisations that somebody is tied to is theirs."""

from __future__ import annotations

from quoteattr.affiliation.offices import is_government
from quoteattr.coreference.entities import Affiliation, Entity
from quoteattr.records import SpeakerKind

__all__ = ["organisation_of", "surest"]


def surest(one: Affiliation) -> tuple[int, int]:
    """The order of trust: the smallest is the surest."""
    return one.rank, one.position


def organisation_of(entity: Entity) -> Entity | None:
    """The surest organisation of an entity; a speaking organisation stands for itself."""
    if entity.kind is SpeakerKind.ORGANISATION and (entity.names or entity.owner is not None or is_government(entity)):
        return _whole(entity)
    if entity.maker is not None:
        return entity.maker
    if entity.parts:
        return _shared(entity)
    best = min(entity.affiliations, key=surest, default=None)
    return _whole(best.organisation) if best is not None else None


def _whole(body: Entity) -> Entity:
    """The organisation that a body is inside of, or the body itself."""
    owner = body.owner
    inside = owner is not None and owner.kind is SpeakerKind.ORGANISATION and not (owner.place and body.names)
    return owner if owner is not None and inside else body


def _shared(group: Entity) -> Entity | None:
    """The organisation that all members of a group stand for, or the one among them; several bodies as they speak."""
    bodies = [organisation_of(part) for part in group.parts]
    known = list({id(body): body for body in bodies if body is not None}.values())
    if all(part.kind is SpeakerKind.ORGANISATION and part.names and not part.place for part in group.parts):
        return group if len(known) > 1 else known[0]
    unnamed = not any(part.names for part in group.parts)  # "Acme officers and officials"
    return known[0] if len(known) == 1 and (None not in bodies or unnamed or known[0] in group.parts) else None
