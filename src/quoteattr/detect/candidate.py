"""What a rule is, and what it yields."""

from __future__ import annotations

import re
from typing import Self

from attrs import field, frozen

from quoteattr.syntax import Range
from quoteattr.syntax.grammar import Verb

__all__ = ["IDIOM", "SIGNED", "TURN", "Candidate", "Example", "OpenSpan", "Rule", "rule"]

TURN = "transcript"
"""The frame of a turn of a transcript, which its label opens."""
SIGNED = "layout"
"""The frame of a content with a name beside it and no verb."""
IDIOM = "idiom"
"""The frame of a set phrase that names its source: "in her words", "per the report"."""

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
class OpenSpan:
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
        pos: ``"VERB"``, ``"NOUN"``, ``"ADJ"``, ``"PREP"`` or ``"PUNCT"``.
        frame: What the cue governs, for the lexicon.
        content: Token ranges in text order, without the open span.
        source: Token of the source's head where the rule itself knows it, -1 where the cue's syntax tells.
        certain: Whether the lexicon has no say.
        open_span: The last piece, while its end is open.
        probability: How likely it is that this is an attribution, 0 to 1, once it has been classified: what decides
            between candidates.
        reported: How likely a careful reader would report it, 0 to 1, once it has been classified: what its confidence
            is made of.
        keeps: Index, among the contents of the article, of the one whose speaker this one keeps: a quotation that
            continues another one. ``None`` for all others.
        voice: Who speaks by the sentence before, where nothing else tells, or by the name in a layout or the label of a
            turn; or nothing.
    """

    rule: str
    cue: int
    lemma: str
    pos: str
    frame: str
    content: tuple[Range, ...] = ()
    source: int = -1
    certain: bool = False
    open_span: OpenSpan | None = None
    probability: float = 1.0
    reported: float = 1.0
    keeps: int | None = None
    voice: tuple[Range, ...] = ()

    @classmethod
    def of_verb(
        cls,
        rule: Rule,
        verb: Verb,
        frame: str,
        content: tuple[Range, ...] = (),
        *,
        source: int = -1,
        certain: bool = False,
        open_span: OpenSpan | None = None,
    ) -> Self:
        """The candidate of a verb."""
        return cls(rule.id, verb.token, verb.lemma, "VERB", frame, content, source, certain, open_span)

    @classmethod
    def of_name(
        cls, rule: Rule, sign: int, name: Range, head: int, content: tuple[Range, ...], lemma: str = "—"
    ) -> Self:
        """The candidate of a content with a name beside it, and perhaps a sign between the two.

        Args:
            rule: Which found it.
            sign: A token between content and name.
            name: The tokens of the name.
            head: That on which the name hangs.
            content: What is said.
            lemma: ``":"`` where the sign is a colon, which is a cue.
        """
        return cls(rule.id, sign, lemma, "PUNCT", SIGNED, content, head, certain=True, voice=(name,))

    def bounded(self, content: tuple[Range, ...]) -> Candidate:
        """This candidate with all of its content, once its open span has an end."""
        return self._with(content, None, self.probability, self.reported)

    def classified(self, probability: float, reported: float) -> Candidate:
        """This candidate with how likely it is."""
        return self._with(self.content, self.open_span, probability, reported)

    def _with(
        self, content: tuple[Range, ...], open_span: OpenSpan | None, probability: float, reported: float
    ) -> Candidate:
        # In a tenth of the time of attrs.evolve: an article has hundreds of candidates.
        return Candidate(
            self.rule, self.cue, self.lemma, self.pos, self.frame, content, self.source, self.certain, open_span,
            probability, reported, self.keeps, self.voice,
        )  # fmt: skip

    @property
    def is_turn(self) -> bool:
        """Whether this is a turn of a transcript, in which others may be quoted."""
        return self.frame == TURN

    @property
    def is_named(self) -> bool:
        """Whether a name beside it is its source, and all of it is said in these words: in a layout, or a turn."""
        return self.frame in (TURN, SIGNED)

    @property
    def size(self) -> int:
        """Tokens in the content."""
        return sum(end - start for start, end in self.content)

    @property
    def with_cue(self) -> tuple[Range, ...]:
        """The content, and the cue if there is one."""
        return self.content if self.cue < 0 else (*self.content, (self.cue, self.cue + 1))
