"""What a rule is, and what it yields."""

from __future__ import annotations

import re

from attrs import field, frozen

from quoteattr.syntax import Range

__all__ = ["Candidate", "Example", "Rule", "Tail", "rule"]

_BRACKETS = re.compile(r"[\[\]{}]")
_CONTENT = re.compile(r"\[([^\]]*)\]")
_SOURCE = re.compile(r"\{([^}]*)\}")


@frozen
class Example:
    """A sentence that a rule must read as given here; each one is a test.

    Attributes:
        text: The sentence or paragraph.
        content: The contents' snippets, in text order.
        source: The source's words; ``""`` for none.
        more: Further quotes that the rule finds behind this one.
    """

    text: str
    content: tuple[str, ...]
    source: str = ""
    more: int = 0


@frozen
class Rule:
    """A rule of detection.

    Attributes:
        id: Stands in ``Quote.rule``.
        reason: One line that says why this is an attribution.
        examples: What it does; they are tests.
    """

    id: str
    reason: str
    examples: tuple[Example, ...] = field(default=(), repr=False)


def rule(identifier: str, reason: str, *examples: str) -> Rule:
    """A rule with its examples as marked text: the content in square brackets, the source in braces.

    >>> rule("says", "a verb of saying", "{She} said [that it was late].").examples
    (Example(text='She said that it was late.', content=('that it was late',), source='She', more=0),)
    """
    return Rule(identifier, reason, tuple(map(_example, examples)))


def _example(marked: str) -> Example:
    source = _SOURCE.search(marked)
    return Example(_BRACKETS.sub("", marked), tuple(_CONTENT.findall(marked)), source[1] if source else "")


@frozen
class Tail:
    """The last piece of a content to the right of its cue, whose end is still to be found.

    Attributes:
        family: How the content hangs on its cue.
        head: Token of its head.
        start: Its first token.
        edge: The token behind the last one by the parse, and a few rules, alone.
    """

    family: str
    head: int
    start: int
    edge: int


@frozen
class Candidate:
    """A content that may be attributed.

    Attributes:
        rule: Id of the rule.
        cue: Token of the cue's head, or -1.
        lemma: Lemma of the cue, for the lexicon.
        pos: ``"VERB"``, ``"NOUN"``, ``"ADJ"`` or ``"PREP"``.
        frame: What the cue governs, for the lexicon.
        content: Token ranges in text order, without the tail.
        tail: The last piece, while its end is open.
        source: Token of the source's head where the rule itself knows it, -1 where the cue's syntax tells.
        certain: Whether the lexicon has no say.
        probability: How likely it is that this is an attribution, 0 to 1, once it has been judged: what decides
            between candidates.
        reported: How likely a careful reader would report it, 0 to 1, once it has been judged: what its confidence is
            made of.
    """

    rule: str
    cue: int
    lemma: str
    pos: str
    frame: str
    content: tuple[Range, ...] = ()
    source: int = -1
    certain: bool = False
    tail: Tail | None = None
    probability: float = 1.0
    reported: float = 1.0

    def closed(self, content: tuple[Range, ...]) -> Candidate:
        """This candidate with all of its content, once its tail has an end."""
        return Candidate(
            self.rule, self.cue, self.lemma, self.pos, self.frame, content, self.source, self.certain, None,
            self.probability, self.reported,
        )  # fmt: skip

    def judged(self, probability: float, reported: float) -> Candidate:
        """This candidate with how likely it is."""
        return Candidate(
            self.rule, self.cue, self.lemma, self.pos, self.frame, self.content, self.source, self.certain, self.tail,
            probability, reported,
        )  # fmt: skip

    @property
    def size(self) -> int:
        """Tokens in the content."""
        return sum(end - start for start, end in self.content)
