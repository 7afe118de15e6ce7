"""What is compared: attributions as character offsets, and the articles that they belong to."""

from __future__ import annotations

from attrs import frozen

from quoteattr.records import Attitude, Quote, Span

__all__ = ["Annotation", "Document", "Offsets"]

Offsets = tuple[int, int]
"""Offsets into an article, half-open, in Unicode code points."""


@frozen
class Annotation:
    """One attribution, gold or predicted.

    Attributes:
        content: What was said.
        source: The words of the source; empty where there are none.
        cue: The words that signal it; empty where there are none.
        speaker: The name of the speaker, if known.
        description: What an unnamed speaker is called.
        type: The speaker's kind: person, people, organisation, document or unknown.
        organisation: The name of the organisation that the speaker stands for.
        attitude: Of a prediction: its attitude.
        rule: Of a prediction: the id of the rule that found it.
        speaker_rules: Of a prediction: the ids of the rules from its source to its speaker.
        organisation_rule: Of a prediction: the id of the rule that gave the organisation.
        confidence: Of a prediction: 0 to 1.
        speaker_confidence: Of a prediction with a speaker: 0 to 1.
        organisation_confidence: Of a prediction with an organisation: 0 to 1.
        pronoun: Of gold with speakers: whether the source is a pronoun.
        level: Of gold: ``core``, what every reader would annotate, or ``edge``, what two may judge differently.
    """

    content: tuple[Offsets, ...]
    source: tuple[Offsets, ...] = ()
    cue: tuple[Offsets, ...] = ()
    speaker: str | None = None
    description: str | None = None
    type: str | None = None
    organisation: str | None = None
    attitude: Attitude | None = None
    rule: str | None = None
    confidence: float | None = None
    speaker_confidence: float | None = None
    organisation_confidence: float | None = None
    speaker_rules: tuple[str, ...] = ()
    organisation_rule: str | None = None
    pronoun: bool = False
    level: str | None = None

    @classmethod
    def of_quote(cls, quote: Quote) -> Annotation:
        """A quote of the library as an annotation."""
        speaker = quote.speaker
        organisation = speaker.organisation if speaker else None
        return cls(
            content=_offsets(quote.content),
            source=_offsets(quote.source),
            cue=_offsets(quote.cue),
            speaker=speaker.name if speaker else None,
            description=speaker.description if speaker else None,
            type=speaker.kind.value if speaker else None,
            organisation=organisation.name if organisation else None,
            attitude=quote.attitude,
            rule=quote.rule,
            confidence=quote.confidence,
            speaker_confidence=quote.speaker_confidence,
            organisation_confidence=speaker.organisation_confidence if speaker else None,
            speaker_rules=quote.speaker_rules,
            organisation_rule=speaker.organisation_rule if speaker else None,
        )


def _offsets(spans: tuple[Span, ...]) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in spans)


@frozen
class Document:
    """An annotated article.

    Attributes:
        name: Its name in the corpus, by which a file of predictions knows it.
        text: The article.
        gold: Its attributions.
        discard: Stretches that the annotators left out; whatever touches one is not counted.
    """

    name: str
    text: str
    gold: tuple[Annotation, ...]
    discard: tuple[Offsets, ...] = ()
