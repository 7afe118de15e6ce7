"""The parse of one article as plain lists, which all rules read.

Rules ask for heads, labels and subtree edges of tokens by the thousand; a list answers in a tenth of the time that a
``spacy.tokens.Token`` needs, and a test can write a list by hand. Quotation marks and white space are tokens of the
article but no members of its tree: they have no children and are nobody's child.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress

from attrs import define, field, frozen

from quoteattr.lexicon.names import is_elided
from quoteattr.marks import Region

__all__ = ["Entity", "Parse", "Range"]

Range = tuple[int, int]
"""Token indices, half-open."""
_SHORT = 3
"""Letters of a short word, at most."""


@frozen
class Entity:
    """A named entity: tokens ``start`` to ``end`` (half-open), and its label as the model gives it."""

    start: int
    end: int
    label: str


@define(slots=False)
class Parse:
    """One parsed article.

    Attributes:
        text: The article.
        starts: Offset of each token's first character.
        ends: Offset after each token's last character.
        words: The tokens as written.
        tags: Penn Treebank tags; ``""`` for quotation marks and white space.
        deps: Dependency labels (ClearNLP scheme of spaCy's English models); ``""`` for marks and space.
        heads: Absolute index of each token's head; a root, a mark and a space are their own heads.
        entities: In text order, without overlap.
        sentences: Token ranges, covering everything.
        paragraphs: Token ranges of the lines of the text, covering everything.
        regions: The outermost quoted stretches, as character offsets.
        nested: The quoted stretches inside those, in order of their beginnings.
    """

    text: str = field(repr=False)
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)
    words: list[str]
    tags: list[str] = field(repr=False)
    deps: list[str] = field(repr=False)
    heads: list[int] = field(repr=False)
    entities: tuple[Entity, ...] = field(repr=False)
    sentences: list[Range] = field(repr=False)
    paragraphs: list[Range] = field(repr=False)
    regions: tuple[Region, ...] = field(default=(), repr=False)
    nested: tuple[Region, ...] = field(default=(), repr=False)

    def __len__(self) -> int:
        return len(self.words)

    # ---- derived once, when first asked for ------------------------------------------------------------------

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words, each form once."""
        return frozenset(self.words)

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case, with typographic apostrophes made straight (``n’t`` is ``n't``)."""
        lower = {word: word.lower().replace("’", "'") for word in self.forms}  # one string for each form
        return [lower[word] for word in self.words]

    @cached_property
    def wordlike(self) -> list[bool]:
        """Whether each token holds a letter or a digit."""
        wordlike = {word: any(map(str.isalnum, word)) for word in self.forms}
        return [wordlike[word] for word in self.words]

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital, or with a particle before one: "d'Ivory"."""
        capitals = {word for word in self.forms if word[:1].isupper() or is_elided(word)}
        return list(compress(self.numbers, map(capitals.__contains__, self.words)))

    @cached_property
    def long_words(self) -> tuple[list[int], list[int]]:
        """How many words of four letters or more stand before each token and the end, and how many with a capital."""
        long = {word for word in self.forms if len(word) > _SHORT and word[0].isalpha()}
        capitalised = {word for word in long if word[0].isupper()}
        before, with_capital = (
            list(accumulate(map(wanted.__contains__, self.words), initial=0)) for wanted in (long, capitalised)
        )
        return before, with_capital

    @cached_property
    def numbers(self) -> list[int]:
        """The numbers of the tokens and that of the end: one object for each, which long lists of tokens share."""
        return list(range(len(self) + 1))

    @cached_property
    def children(self) -> list[list[int]]:
        """The children of each token in text order."""
        none: list[int] = []  # one for all that have none, which is half of the tokens
        children = [none] * len(self)
        for token, head in zip(self.numbers, self.heads, strict=False):
            if head != token:
                if children[head] is none:
                    children[head] = [token]
                else:
                    children[head].append(token)
        return children

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        left, right, heads = self.numbers[:-1], self.numbers[1:], self.heads
        for token in self._leaves_first:
            head = heads[token]
            if left[token] < left[head]:
                left[head] = left[token]
            if right[token] > right[head]:
                right[head] = right[token]
        return left, right

    @cached_property
    def _leaves_first(self) -> list[int]:
        children = self.children
        order = [token for token, head in zip(self.numbers, self.heads, strict=False) if head == token]
        for token in order:  # grows while it is walked: breadth first from the roots
            order += children[token]
        order.reverse()
        return order

    @cached_property
    def left(self) -> list[int]:
        """The first token of each token's subtree."""
        return self._edges[0]

    @cached_property
    def right(self) -> list[int]:
        """The token after the last one of each token's subtree."""
        return self._edges[1]

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index into ``sentences`` for each token."""
        return _index_of(self.sentences, len(self))

    @cached_property
    def paragraph_of(self) -> list[int]:
        """Index into ``paragraphs`` for each token."""
        return _index_of(self.paragraphs, len(self))

    @cached_property
    def entity_of(self) -> list[int]:
        """Index into ``entities`` for each token, or -1."""
        out = [-1] * len(self)
        for number, entity in enumerate(self.entities):
            out[entity.start : entity.end] = [number] * (entity.end - entity.start)
        return out

    @cached_property
    def entity_labels(self) -> list[str]:
        """The label of the entity that each token is a part of, or ``""``."""
        out = [""] * len(self)
        for entity in self.entities:
            out[entity.start : entity.end] = [entity.label] * (entity.end - entity.start)
        return out

    @cached_property
    def region_tokens(self) -> list[Range]:
        """The token range of each quoted region, marks included; a token is in if it begins within the region."""
        return [self.tokens_between(region.start, region.end) for region in self.regions]

    @cached_property
    def region_of(self) -> list[int]:
        """Index into ``regions`` for each token, or -1 outside quotation marks."""
        out = [-1] * len(self)
        for number, (start, end) in enumerate(self.region_tokens):
            out[start:end] = [number] * (end - start)
        return out

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each token stands in quotation marks that can be no apostrophes."""
        out = [False] * len(self)
        for region, (start, end) in zip(self.regions, self.region_tokens, strict=True):
            if not region.weak:
                out[start:end] = [True] * (end - start)
        return out

    # ---- questions -------------------------------------------------------------------------------------------

    def subtree(self, token: int) -> Range:
        """The token range that the subtree of ``token`` spans."""
        return self.left[token], self.right[token]

    def line_of(self, token: int) -> Range:
        """The token range of the line, or paragraph, that ``token`` stands in."""
        return self.paragraphs[self.paragraph_of[token]]

    def child(self, token: int, *labels: str) -> int:
        """The first child of ``token`` with one of ``labels``, or -1."""
        deps = self.deps
        for child in self.children[token]:
            if deps[child] in labels:
                return child
        return -1

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above ``token``, nearest first."""
        head = self.heads[token]
        while head != token:
            yield head
            token, head = head, self.heads[head]

    def is_word(self, token: int) -> bool:
        """Whether ``token`` holds a letter or a digit."""
        return self.wordlike[token]

    def tokens_between(self, start: int, end: int) -> Range:
        """The tokens that begin in the characters ``start`` to ``end``, and the one that covers ``start``."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def characters(self, tokens: Range) -> tuple[int, int]:
        """The character offsets of a token range that is not empty."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def words_of(self, tokens: Range) -> str:
        """The text of a token range, as it stands."""
        start, end = self.characters(tokens)
        return self.text[start:end]

    def trim(self, tokens: Range, strip: Iterable[str] = ()) -> Range:
        """``tokens`` without white space, and without tokens of ``strip``, at either end."""
        start, end = tokens
        strip = frozenset(strip)
        while start < end and (self.words[start] in strip or self.words[start].isspace()):
            start += 1
        while start < end and (self.words[end - 1] in strip or self.words[end - 1].isspace()):
            end -= 1
        return start, end


def _index_of(ranges: Sequence[Range], length: int) -> list[int]:
    out = [0] * length
    for number, (start, end) in enumerate(ranges):
        out[start:end] = [number] * (end - start)
    return out
