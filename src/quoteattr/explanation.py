"""Why a quote was found, why this is its speaker, and why this is the organisation: in a few lines, for people.

The reasons of rules stand in ``data/en/rules.tsv``, so that they are known without the code of the rules. The table is
made of the rules by ``python -m quoteattr.catalogue --table``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import define, field, frozen

from quoteattr.data import text_of
from quoteattr.records import Article, Organisation, Quote, Span, Speaker, shorten

__all__ = ["Explanation", "explain", "kind_of", "reason_of"]

_LONG = 60
"""Characters of the article that are repeated."""


def reason_of(rule_id: str) -> str | None:
    """The reason of a rule in one line; ``None`` for a rule that quoteattr does not have.

    Args:
        rule_id: As in ``Quote.rule``, ``Quote.speaker_rules``, ``Quote.addressee_rule`` and
            ``Speaker.organisation_rule``.

    >>> reason_of("clause")
    'a verb with an object clause behind it'
    """
    return _reasons().get(rule_id)


def kind_of(rule_id: str) -> str | None:
    """What a rule finds, one of the kinds of ``data/en/rules.tsv``; ``None`` for a rule that is not known.

    >>> kind_of("pronoun-she")
    'speaker'
    """
    return _kinds().get(rule_id)


@cache
def _reasons() -> Mapping[str, str]:
    return {rule_id: reason for rule_id, _, reason in _table()}


@cache
def _kinds() -> Mapping[str, str]:
    return {rule_id: kind for rule_id, kind, _ in _table()}


def _table() -> Iterator[list[str]]:
    return (line.split("\t") for line in text_of("rules.tsv").splitlines()[1:])


@frozen
class Explanation:
    """Lines of plain text.

    Attributes:
        quote: Why it was found: the rule, the cue, the confidence; and to whom it was said.
        speaker: What links the words of the source to the speaker.
        organisation: Why the speaker stands for this organisation; empty where the speaker stands for none.
    """

    quote: tuple[str, ...]
    speaker: tuple[str, ...]
    organisation: tuple[str, ...]


def explain(article: Article, custom: Mapping[str, str] | None = None) -> list[Explanation]:
    """An explanation for each quote, in order.

    Args:
        article: Any article.
        custom: Ids of custom rules with their reasons.
    """
    explainer = _Explainer(custom or {})
    return [
        Explanation(
            tuple(explainer.found(quote)),
            tuple(explainer.speaker(quote.speaker, quote)),
            tuple(explainer.organisation(quote.speaker)),
        )
        for quote in article.quotes
    ]


@define
class _Explainer:
    """Remembers what it has looked up: nothing is looked for once a quote."""

    custom: Mapping[str, str]
    named: dict[str, Span | None] = field(factory=dict)

    def found(self, quote: Quote) -> Iterator[str]:
        yield self.rule("rule", quote.rule)
        cue = f"cue {_words(quote.cue)}" if quote.cue else "no cue"
        yield f"{cue}; confidence {quote.confidence:.2f}"
        if quote.addressee:
            yield f"said to {_words(quote.addressee)}"
        if quote.addressee_rule is not None:
            yield self.rule("addressee rule", quote.addressee_rule)

    def speaker(self, speaker: Speaker | None, quote: Quote) -> Iterator[str]:
        source = quote.source
        if speaker is None:
            yield f"source {_words(source)}: nobody whom the article tells" if source else "no source at this place"
            return
        yield f"source {_words(source)}" if source else f"no source at this place: {speaker} speaks on"
        yield from (self.rule("speaker rule", rule) for rule in quote.speaker_rules)
        if source:
            yield from _antecedent(speaker, source)
        named = self.first_naming(speaker)
        if named is not None:
            yield f"named {_words((named,))}"
        elif speaker.name is None and speaker.description is not None:
            yield f"never named; described as {speaker.description!r}"
        if speaker.known_id is not None:
            yield f"known to you as {speaker.known_id}"
        if quote.speaker_confidence is not None:
            yield f"speaker confidence {quote.speaker_confidence:.2f}"

    def organisation(self, speaker: Speaker | None) -> Iterator[str]:
        if speaker is None or speaker.organisation is None:
            return
        if speaker.organisation_rule is not None:
            yield self.rule("organisation rule", speaker.organisation_rule)
        if speaker.organisation.name != speaker.name:
            yield f"stands for {_told(speaker.organisation)}"
        if speaker.organisation_confidence is not None:
            yield f"organisation confidence {speaker.organisation_confidence:.2f}"

    def rule(self, what: str, rule_id: str) -> str:
        reason = self.custom.get(rule_id) or reason_of(rule_id)
        return f"{what} {rule_id}: {reason}" if reason else f"{what} {rule_id}"

    def first_naming(self, speaker: Speaker) -> Span | None:
        if speaker.id not in self.named:
            naming = (one for one in speaker.mentions if " ".join(one.text.split()) == speaker.name)
            self.named[speaker.id] = next(naming, None)
        return self.named[speaker.id]


def _antecedent(speaker: Speaker, source: Sequence[Span]) -> Iterator[str]:
    """The mention in the source if it is a part of it, and the last one before."""
    start, end = source[0].start, source[-1].end
    mentions = speaker.mentions
    first, last = (bisect_left(mentions, offset, key=lambda span: span.start) for offset in (start, end))
    if any(one.text == speaker.name and one.end <= end for one in mentions[first:last]):
        return
    before = next((mentions[place] for place in range(first - 1, -1, -1) if mentions[place].end <= start), None)
    if before is not None:
        yield f"mentioned before as {_words((before,))}"


def _told(body: Organisation) -> str:
    return f"{body.name}, first told {_words(body.mentions[:1])}" if body.mentions else body.name


def _words(spans: Sequence[Span]) -> str:
    return f"{shorten(' '.join(span.text for span in spans), _LONG)!r} at {spans[0].start}"
