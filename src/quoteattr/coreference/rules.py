"""What a rule of coreference, typing or affiliation is: an id, a reason and examples that run as tests."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Example", "Rule"]


@frozen
class Example:
    """A short article in which a rule decides; each one is a test.

    Attributes:
        text: The article.
        mention: The words of the mention that the rule decides about: a pronoun, a name, a description.
        answer: What the rule says of it: the name (or description) of the entity that it stands for, the kind of a
            name, or the name of the organisation that somebody stands for.
    """

    text: str
    mention: str
    answer: str


@frozen
class Rule:
    """A rule that decides whom a mention stands for, what a name names, or for whom somebody stands.

    Attributes:
        id: Stands in ``Quote.speaker_rules`` or ``Speaker.organisation_rule``.
        reason: One line that says why the evidence tells it.
        examples: At least two articles in which this rule decides; they are tests.
    """

    id: str
    reason: str
    examples: tuple[Example, ...]
