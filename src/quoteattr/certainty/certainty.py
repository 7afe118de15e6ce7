"""How sure the speakers and organisations of an article are: the two forests that ship, asked once an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Self

from attrs import field, frozen

from quoteattr.affiliation import Affiliations
from quoteattr.certainty import organisations, speakers
from quoteattr.certainty.mentioned import Mentioned
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.sources import Voice
from quoteattr.forest import Forest, shipped

__all__ = ["Certainty", "Forests", "certainty_of"]

_DIGITS = 3
_TURNS = 0.97
"""Of turns of ten interviews of GUM, with labels in six styles: none was in an article that the forest learned from."""

_GOES_ON = 0.9
"""So sure at least is that "he", "she" or "it" is who spoke in the sentence before: 646 of 657 in annotated articles.

The forest learned from whole articles, and doubts a body that a short text names once."""


@frozen(eq=False)
class Forests:
    """What weighs the evidence of the rules; each is missing before the first training, and nothing is doubted then.

    Attributes:
        speaker: How likely the speaker of an attribution is the right one.
        organisation: How likely the organisation that a speaker stands for is the right one.
    """

    speaker: Forest | None = None
    organisation: Forest | None = None

    @classmethod
    def default(cls) -> Self:
        """Those that come with the library."""
        return cls(shipped("speaker"), shipped("organisation"))


@frozen(eq=False)
class Certainty:
    """How likely a careful reader would give the same, 0 to 1.

    Attributes:
        speakers: For each attribution how likely its speaker is right; ``None`` where it has none, or nothing tells.
        organisations: How likely each speaker stands for the organisation that the rules found.
    """

    speakers: Sequence[float | None] = ()
    organisations: Mapping[Entity, float] = field(factory=dict)


def certainty_of(
    context: Context, voices: Sequence[Voice], affiliations: Affiliations, forests: Forests | None = None
) -> Certainty:
    """How sure the speakers and organisations of a resolved article are.

    Args:
        context: The article.
        voices: Who speaks in each attribution.
        affiliations: For whom everybody stands.
        forests: By default those that come with the library.
    """
    used = Forests.default() if forests is None else forests
    if used.speaker is None:
        return Certainty([None] * len(voices))
    mentioned = Mentioned(context)
    rows = speakers.rows_of(mentioned, voices)
    shares = iter(used.speaker.probabilities(row for row in rows if row is not None))
    sure = [round(next(shares), _DIGITS) if row is not None else None for row in rows]
    sure = [
        max(share, _GOES_ON) if share is not None and row is not None and speakers.goes_on(row) else share
        for share, row in zip(sure, rows, strict=True)
    ]
    turns = [one.is_turn for one in context.document.attributions]
    sure = [_TURNS if turn and share is not None else share for turn, share in zip(turns, sure, strict=True)]
    if used.organisation is None:
        return Certainty(sure)
    told = organisations.rows_of(mentioned, affiliations, _by_speaker(voices, sure))
    pairs = zip(told, used.organisation.probabilities(told.values()), strict=True)
    return Certainty(sure, {entity: round(share, _DIGITS) for entity, share in pairs})


def _by_speaker(voices: Sequence[Voice], sure: Sequence[float | None]) -> Mapping[Entity, Sequence[float]]:
    """For each speaker how likely each attribution is theirs."""
    by_speaker: dict[Entity, list[float]] = defaultdict(list)
    for voice, share in zip(voices, sure, strict=True):
        if voice.entity is not None and share is not None:
            by_speaker[voice.entity].append(share)
    return by_speaker
