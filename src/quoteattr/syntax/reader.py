"""From text to :class:`~quoteattr.syntax.Parse`, through a spaCy pipeline.

What the parser sees is the article without quotation marks and line breaks, and with a sentence start at every line:
marks mislead the small models (measured in ``docs/benchmarks.md``), and a headline runs into the text below it. The
article itself is never altered: tokens keep their offsets, and marks and line breaks stand among them again afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.marks import Scan, scan
from quoteattr.syntax import truecase
from quoteattr.syntax.parse import Entity, Parse, Range
from quoteattr.syntax.repair import repair

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["from_doc", "read"]

PIECE = 6_000
"""Tokens in a piece that is parsed at once: memory, not time, grows with the length of a Doc."""
LONGEST = 120
"""Characters without a space that the tokenizer is given at once: its time grows with the square of their number."""

_MARK = -1
_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
"""Halves of characters: spaCy keeps its strings in UTF-8, which has none. It is shown another character for each."""
_UNBROKEN = re.compile(rf"\S{{{LONGEST}}}")


@frozen
class _Tokens:
    """The tokens of an article, before the parse."""

    text: str
    scan: Scan
    words: list[str]
    starts: list[int]
    visible: list[int]
    """The tokens that the parser sees."""
    paragraphs: list[Range]
    shown: list[str]
    """What the parser sees in their place."""
    norms: list[int]
    """The norm that the tokenizer gave each ("not" for "n’t"), as a key of the vocabulary; 0 for the usual one."""


def read(nlp: Language, texts: Iterable[str], *, batch_size: int = 16) -> Iterator[Parse]:
    """The parses of ``texts``, in order, read lazily in batches.

    Args:
        nlp: A pipeline with tagger, parser and named entities.
        texts: Any number of articles of any length.
        batch_size: Pieces of articles that go through the pipeline at once.
    """
    waiting: list[_Tokens] = []

    def pieces() -> Iterator[tuple[Doc, bool]]:
        for text in texts:
            tokens = _tokenise(nlp, text)
            waiting.append(tokens)
            cuts = _cut(tokens)
            for number, piece in enumerate(cuts):
                yield _visible_doc(nlp, tokens, piece), number == len(cuts) - 1

    done: list[Doc] = []
    for doc, last in nlp.pipe(pieces(), as_tuples=True, batch_size=batch_size):
        done.append(doc)
        if last:
            yield _assemble(waiting.pop(0), done)
            done = []


def from_doc(doc: Doc) -> Parse:
    """The parse of a spaCy ``Doc`` as it is, which somebody else's pipeline made."""
    text = doc.text
    scanned = scan(text)
    spans = _joined(scanned.marks)
    begins = [start for start, _ in spans]
    words, starts = [token.text for token in doc], [token.idx for token in doc]
    visible = []
    for number, (word, start) in enumerate(zip(words, starts, strict=True)):
        mark = bisect_right(begins, start) - 1
        if not word.isspace() and (mark < 0 or spans[mark][1] < start + len(word)):
            visible.append(number)
    tokens = _Tokens(text, scanned, words, starts, visible, _paragraphs(words), [], [])
    return _assemble(tokens, [doc], everything=True)


def _tokenise(nlp: Language, text: str) -> _Tokens:
    """Words as the tokenizer finds them with the marks blanked out, then marks and line breaks among them."""
    scanned = scan(text)
    found = [(start, end, _MARK) for start, end in scanned.marks]
    found += [(match.start(), match.end(), _MARK) for match in _BREAK.finditer(text)]
    found += _words(nlp, _shown(_blanked(text, scanned.marks)))
    found.sort()
    words, starts, visible, norms = [], [], [], []
    for number, (start, end, norm) in enumerate(found):
        words.append(text[start:end])
        starts.append(start)
        if norm != _MARK:
            visible.append(number)
            norms.append(norm)
    paragraphs = _paragraphs(words)
    shown = truecase.shown([_shown(words[number]) for number in visible], _lines(visible, paragraphs))
    return _Tokens(text, scanned, words, starts, visible, paragraphs, shown, norms)


def _lines(visible: Sequence[int], paragraphs: Sequence[Range]) -> list[Range]:
    """The paragraphs as ranges of ``visible``."""
    edges = [bisect_left(visible, start) for start, _ in paragraphs] + [len(visible)]
    return [(start, end) for start, end in pairwise(edges) if start < end]


def _blanked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """``text`` with spaces for marks: as long as it was."""
    parts, position = [], 0
    for start, end in marks:
        parts += [text[position:start], " " * (end - start)]
        position = end
    parts.append(text[position:])
    return "".join(parts)


def _shown(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)


def _words(nlp: Language, text: str) -> Iterator[tuple[int, int, int]]:
    """The offsets of the words, and their norms where they are special.

    A stretch without any space is cut into pieces of bounded length first.
    """
    for start, end in _stretches(text):
        for token in nlp.tokenizer(text[start:end]):
            word = token.text
            if not word.isspace():
                norm = token.norm if token.norm != token.lex.norm else 0
                yield start + token.idx, start + token.idx + len(word), norm


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _UNBROKEN.finditer(text):
        yield position, match.end()
        position = match.end()
    if position < len(text):
        yield position, len(text)


def _joined(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks that touch, as one: a tokenizer may take them together."""
    out: list[tuple[int, int]] = []
    for start, end in marks:
        if out and out[-1][1] == start:
            out[-1] = out[-1][0], end
        else:
            out.append((start, end))
    return out


def _paragraphs(words: Sequence[str]) -> list[Range]:
    """Lines: each ends with the token that holds its line break."""
    out, first = [], 0
    for number, word in enumerate(words):
        if word.isspace() and _BREAK.search(word):
            out.append((first, number + 1))
            first = number + 1
    if first < len(words) or not out:
        out.append((first, len(words)))
    return out


def _cut(tokens: _Tokens) -> list[Range]:
    """Ranges of ``visible`` to be parsed at once: whole paragraphs, as long as they are not huge."""
    breaks = {first for first, _ in tokens.paragraphs}
    cuts, start, line = [], 0, 0
    for position, (token, before) in enumerate(zip(tokens.visible, [-1, *tokens.visible], strict=False)):
        if position > start and any(number in breaks for number in range(before + 1, token + 1)):
            line = position
        if position - start >= PIECE:
            end = line if line > start else position
            cuts.append((start, end))
            start = end
    cuts.append((start, len(tokens.visible)))
    return cuts


def _visible_doc(nlp: Language, tokens: _Tokens, piece: Range) -> Doc:
    from spacy.tokens import Doc

    numbers = tokens.visible[piece[0] : piece[1]]
    words = tokens.shown[piece[0] : piece[1]]
    lines = [first for first, _ in tokens.paragraphs]
    sent_starts: list[bool | int | None] = []
    spaces = []
    line = -1
    for position, number in enumerate(numbers):
        here = bisect_right(lines, number)
        sent_starts.append(True if here != line else None)
        line = here
        end = tokens.starts[number] + len(tokens.words[number])
        following = numbers[position + 1] if position + 1 < len(numbers) else number + 1
        spaces.append(following >= len(tokens.words) or end != tokens.starts[following])
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=sent_starts)
    for token, norm in zip(doc, tokens.norms[piece[0] : piece[1]], strict=True):
        if norm:
            token.norm_ = nlp.vocab.strings[norm]
    return doc


def _assemble(tokens: _Tokens, docs: list[Doc], *, everything: bool = False) -> Parse:
    count = len(tokens.words)
    tags, deps, heads = [""] * count, [""] * count, list(range(count))
    begins = bytearray(count)
    entities: list[Entity] = []
    shown = range(count) if everything else tokens.visible
    offset = 0
    for doc in docs:
        numbers = shown[offset : offset + len(doc)]
        offset += len(doc)
        for token, number in zip(doc, numbers, strict=True):
            tags[number] = token.tag_
            deps[number] = token.dep_
            heads[number] = numbers[token.head.i]
            if token.is_sent_start:
                begins[number] = 1
        entities.extend(Entity(numbers[ent.start], numbers[ent.end - 1] + 1, ent.label_) for ent in doc.ents)
    if everything:
        _take_out(set(range(count)).difference(tokens.visible), tags, deps, heads)
    repair(tokens.words, tags, deps, heads)
    edges = [number for number in range(count) if begins[number]]
    if not edges or edges[0] != 0:
        edges.insert(0, 0)
    return Parse(
        text=tokens.text,
        starts=tokens.starts,
        ends=[start + len(word) for start, word in zip(tokens.starts, tokens.words, strict=True)],
        words=tokens.words,
        tags=tags,
        deps=deps,
        heads=heads,
        entities=tuple(entities),
        sentences=list(zip(edges, [*edges[1:], count], strict=True)),
        paragraphs=tokens.paragraphs,
        regions=tokens.scan.regions,
    )


def _take_out(hidden: set[int], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Take marks and spaces out of the tree; what hung on one hangs on its head now, or becomes a root."""
    for token, head in enumerate(heads):
        if token not in hidden:
            while head in hidden and heads[head] != head:
                head = heads[head]
            if head in hidden:
                head, deps[token] = token, "ROOT"
            heads[token] = head
    for token in hidden:
        heads[token], tags[token], deps[token] = token, "", ""
