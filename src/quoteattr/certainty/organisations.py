"""What tells whether an organisation is the right one: the evidence of affiliation, as features of a forest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoteattr.affiliation import Affiliation, Affiliations
from quoteattr.certainty.mentioned import Mentioned, apart, family
from quoteattr.coreference.entities import Entity
from quoteattr.forest import Column, Row

__all__ = ["COLUMNS", "rows_of"]

COLUMNS = (
    Column.words("rule"),
    Column.words("family"),
    *map(Column.words, ("kind", "class")),
    *map(Column.number, ("speaker", "margin", "against", "apart", "words", "namings", "unknown", "guessed", "place")),
)
"""What the forest of organisations looks at."""

_CLASSES = (
    "party",
    "campaign",
    "body",
    "court",
    "government",
    "university",
    "media",
    "club",
    "agency",
    "company",
    "group",
)
"""Classes of organisations, those first that say most."""
_MOST = 20
"""A margin, and a distance in sentences, at most."""


def rows_of(
    mentioned: Mentioned, affiliations: Affiliations, shares: Mapping[Entity, Sequence[float]]
) -> dict[Entity, Row]:
    """The features of the organisations that speakers stand for, of those who stand for any.

    Args:
        mentioned: The article.
        affiliations: For whom everybody stands.
        shares: For each speaker how likely each of their quotes is theirs.
    """
    found = {entity: affiliations.organisation_of(entity) for entity in shares}
    return {
        entity: _row(mentioned, best, affiliations.of(entity), entity)
        | {"speaker": sum(shares[entity]) / len(shares[entity])}
        for entity, best in found.items()
        if best is not None
    }


def _row(
    mentioned: Mentioned, best: Affiliation, found: Sequence[Affiliation], entity: Entity
) -> dict[str, str | float]:
    body = best.organisation
    others = [one for one in found if one.organisation is not body]
    heads, body_heads = (mentioned.heads_of.get(one, ()) for one in (entity, body))
    gazetteer = mentioned.context.gazetteer
    distance = apart(heads, body_heads, mentioned.context.parse.sentence_of)
    return {
        "rule": best.rule,
        "family": family(best.rule),
        "margin": min(_MOST, min((one.rank for one in others), default=_MOST) - best.rank),
        "against": len(others),
        "apart": _MOST if distance is None else min(distance, _MOST),
        "words": max((end - start for start, end in body.names), default=0),
        "kind": entity.kind.value,
        "class": next((one for one in _CLASSES if one in body.traits.classes), "") if not body.traits.guessed else "",
        "namings": min(len(mentioned.names_of.get(body, ())), _MOST),
        "unknown": body.traits.guessed and gazetteer.organisation_words.isdisjoint(body.traits.nouns),
        "guessed": body.traits.guessed,
        "place": body.traits.place,
    }
