"""What a rule of coreference, typing or affiliation is: an id, a reason and examples that run as tests."""

from __future__ import annotations

import re

from attrs import field, frozen

__all__ = ["Example", "Rule", "rule"]

_MARKED = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


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
    examples: tuple[Example, ...] = field(repr=False)


def rule(identifier: str, reason: str, *examples: str) -> Rule:
    """A rule with its examples as marked text: the mention in square brackets, and behind it the answer in brackets.

    >>> rule("surname", "people go by it", "Ada Hale left. [Hale](Ada Hale) said no.").examples
    (Example(text='Ada Hale left. Hale said no.', mention='Hale', answer='Ada Hale'),)
    """
    return Rule(identifier, reason, tuple(map(_example, examples)))


def _example(marked: str) -> Example:
    found = _MARKED.search(marked)
    if found is None:
        raise ValueError(f"an example needs a mention and an answer, as in '[She](Ada Hale) left'; got {marked!r}")
    return Example(_MARKED.sub(r"\1", marked), found[1], found[2])
