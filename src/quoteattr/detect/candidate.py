"""What a rule is, and what it yields."""

from __future__ import annotations

from attrs import field, frozen

from quoteattr.syntax import Range

__all__ = ["Candidate", "Example", "Rule"]


@frozen
class Example:
    """A sentence that a rule must read as given here; each one is a test.

    Attributes:
        text: The sentence or paragraph.
        content: The contents' snippets, in text order.
        source: The source's words; ``""`` for none.
    """

    text: str
    content: tuple[str, ...]
    source: str = ""


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


@frozen
class Candidate:
    """A content that may be attributed.

    Attributes:
        rule: Id of the rule.
        cue: Token of the cue's head, or -1.
        lemma: Lemma of the cue, for the lexicon.
        pos: ``"VERB"``, ``"NOUN"``, ``"ADJ"`` or ``"PREP"``.
        frame: What the cue governs, for the lexicon.
        content: Token ranges in text order.
        source: Token of the source's head where the rule itself knows it, -1 where the cue's syntax tells.
        certain: Whether the lexicon has no say.
    """

    rule: str
    cue: int
    lemma: str
    pos: str
    frame: str
    content: tuple[Range, ...]
    source: int = -1
    certain: bool = False

    @property
    def size(self) -> int:
        """Tokens in the content."""
        return sum(end - start for start, end in self.content)
