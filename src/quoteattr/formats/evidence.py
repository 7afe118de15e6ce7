"""Why a quote was found, and why this is its speaker: in a few lines, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quoteattr.records import Quote, Span, Speaker

__all__ = ["explain"]

_LONG = 60
"""Characters of the article that are repeated."""


def explain(quote: Quote, reasons: Mapping[str, str]) -> Iterator[str]:
    """The rule and its reason, the cue, and what ties the source to the speaker and to the organisation.

    Args:
        quote: Any quote.
        reasons: Rule ids with their reasons.
    """
    reason = reasons.get(quote.rule)
    yield f"rule {quote.rule}: {reason}" if reason else f"rule {quote.rule}"
    cue = f"cue {_words(quote.cue)}; " if quote.cue else "no cue; "
    yield f"{cue}confidence {quote.confidence:.2f}"
    yield from _speaker(quote)


def _speaker(quote: Quote) -> Iterator[str]:
    speaker, source = quote.speaker, quote.source
    if speaker is None:
        yield f"source {_words(source)}: nobody whom the article tells" if source else "no source at this place"
        return
    if not source:
        yield f"no source at this place: {speaker} speaks on"
    else:
        yield f"source {_words(source)}"
        yield from _antecedent(speaker, source)
    yield from _named(speaker)
    body = speaker.organisation
    if body is not None and body.name != speaker.name:
        told = f", first told {_words(body.mentions[:1])}" if body.mentions else ""
        yield f"stands for {body.name}{told}"


def _antecedent(speaker: Speaker, source: Sequence[Span]) -> Iterator[str]:
    """The mention in the source if it is a part of it, and the last one before."""
    start, end = source[0].start, source[-1].end
    inside = [one for one in speaker.mentions if start <= one.start and one.end <= end]
    before = [one for one in speaker.mentions if one.end <= start]
    if before and not any(one.text == speaker.name for one in inside):
        yield f"mentioned before as {_words(before[-1:])}"


def _named(speaker: Speaker) -> Iterator[str]:
    named = next((one for one in speaker.mentions if " ".join(one.text.split()) == speaker.name), None)
    if named is not None:
        yield f"named {_words((named,))}"
    elif speaker.name is None and speaker.description is not None:
        yield f"never named; described as {speaker.description!r}"


def _words(spans: Sequence[Span]) -> str:
    words = " ".join(" ".join(span.text.split()) for span in spans)
    shown = words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"
    return f"{shown!r} at {spans[0].start}"
