"""From text to :class:`~quoteattr.syntax.Parse`, through an engine that parses.

What the parser sees is the article without quotation marks and line breaks, and with a sentence start at every line:
marks mislead the small models (measured in ``docs/benchmarks.md``), and a headline runs into the text below it. All
people have one common name there (:mod:`quoteattr.syntax.namesakes`). A sentence that does not end is cut
(:mod:`quoteattr.syntax.unending`), and of a long run of signs only the beginning is shown. The article itself is never
altered: tokens keep their offsets, and marks, line breaks and signs stand among them again afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.engine import Engine, ParserInput, Tree
from quoteattr.engine.spacy_engine import SpacyEngine, tree_of
from quoteattr.engine.tokenizer import LONGEST
from quoteattr.marks import Scan, scan
from quoteattr.syntax import headlines, namesakes
from quoteattr.syntax.asides import asides
from quoteattr.syntax.datelines import datelines
from quoteattr.syntax.glued import glued
from quoteattr.syntax.parse import Entity, Parse, Range
from quoteattr.syntax.repair import rejoin, rejoin_companies, repair
from quoteattr.syntax.tokens import is_picture, mended, split
from quoteattr.syntax.unending import cuts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["LONGEST", "PIECE", "from_doc", "read"]

PIECE = 6_000
"""Tokens in a piece that is parsed at once: memory, not time, grows with the length of a Doc."""
SIGNS = 20
"""Tokens without a letter or figure in a row that the parser is shown: the most in 1,024 news articles is 4."""
_MARK = -1
_LETTER = re.compile(r"[^\W_]")
_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
"""Halves of characters: spaCy keeps its strings in UTF-8, which has none. It is shown another character for each."""


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


def read(nlp: Language, texts: Iterable[str], *, batch_size: int = 16, engine: Engine | None = None) -> Iterator[Parse]:
    """The parses of ``texts``, in order, read lazily in batches.

    Args:
        nlp: A pipeline with tagger, parser and named entities.
        texts: Any number of articles of any length.
        batch_size: Pieces of articles that are parsed at once.
        engine: What runs the pipeline; spaCy itself, if nothing is said.
    """
    engine = SpacyEngine(nlp) if engine is None else engine
    waiting: list[_Tokens] = []

    def pieces() -> Iterator[tuple[ParserInput, bool]]:
        for text in texts:
            tokens = _tokenise(nlp, text, engine)
            waiting.append(tokens)
            cuts = _cut(tokens)
            for number, piece in enumerate(cuts):
                yield _parser_input(tokens, piece), number == len(cuts) - 1

    coming = pieces()
    done: list[Tree] = []
    while batch := list(islice(coming, batch_size)):
        for tree, (_, last) in zip(engine.parse([parser_input for parser_input, _ in batch]), batch, strict=True):
            done.append(tree)
            if last:
                yield _assemble(waiting.pop(0), done)
                done = []


def from_doc(doc: Doc) -> Parse:
    """The parse of a spaCy ``Doc`` as it is, which somebody else's pipeline made."""
    text = doc.text
    aside = asides(text)
    scanned = scan(_blanked(text, aside))
    spans = _joined(sorted([*scanned.marks, *aside]))
    begins = [start for start, _ in spans]
    words, starts = [token.text for token in doc], [token.idx for token in doc]
    visible = []
    for number, (word, start) in enumerate(zip(words, starts, strict=True)):
        mark = bisect_right(begins, start) - 1
        if not word.isspace() and (mark < 0 or spans[mark][1] < start + len(word)):
            visible.append(number)
    tokens = _Tokens(text, scanned, words, starts, visible, _paragraphs(words), [], [])
    return _assemble(tokens, [tree_of(doc)], everything=True)


def _tokenise(nlp: Language, text: str, engine: Engine | None = None) -> _Tokens:
    """Words as the tokenizer finds them with the marks blanked out, then marks and line breaks among them.

    Links and credits have no words. Pictures are words that the parser does not see, as marks are.
    """
    article = _blanked(text, asides(text))
    scanned, headed = scan(article), sorted({*glued(article), *datelines(article)})
    found = [(start, end, _MARK) for start, end in scanned.marks]
    found += [(match.start(), match.end(), _MARK) for match in _BREAK.finditer(text)]
    tokens = mended(text, (engine or SpacyEngine(nlp)).words(_shown(_blanked(article, scanned.marks))))
    found += split(tokens, headed) if headed else tokens
    found.sort()
    words, starts, visible, norms = [], [], [], []
    forms: dict[str, str] = {}  # one string for each form: long texts repeat them
    signs = 0
    for number, (start, end, norm) in enumerate(found):
        word = text[start:end]
        words.append(forms.setdefault(word, word))
        starts.append(start)
        if norm == _MARK or is_picture(word):
            continue
        signs = 0 if word.isalnum() or _LETTER.search(word) else signs + 1
        if signs <= SIGNS:
            visible.append(number)
            norms.append(norm)
    paragraphs = _paragraphs(words, {bisect_left(starts, place) for place in headed})
    seen = [words[number] for number in visible]
    if _SURROGATES.search(text):
        seen = [_shown(word) for word in seen]
    lines = _lines(visible, paragraphs)
    shown = namesakes.shown(headlines.shown(seen, lines), lines)
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


def _joined(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks that touch, as one: a tokenizer may take them together."""
    out: list[tuple[int, int]] = []
    for start, end in marks:
        if out and out[-1][1] == start:
            out[-1] = out[-1][0], end
        else:
            out.append((start, end))
    return out


def _paragraphs(words: Sequence[str], headed: Collection[int] = ()) -> list[Range]:
    """Lines: each ends with the token that holds its line break, or before one of ``headed``, below a heading."""
    breaks = {word for word in set(words) if word.isspace() and _BREAK.search(word)}
    edges = {number for number, word in enumerate(words, 1) if word in breaks}
    edges.update(number for number in headed if number < len(words))
    return list(pairwise(sorted({0, *edges, len(words)}))) or [(0, 0)]


def _cut(tokens: _Tokens) -> list[Range]:
    """Ranges of ``visible`` to be parsed at once: whole paragraphs, as long as they are not huge."""
    if len(tokens.visible) <= PIECE:
        return [(0, len(tokens.visible))]
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


def _parser_input(tokens: _Tokens, piece: Range) -> ParserInput:
    first, last = piece
    numbers = tokens.visible[first:last]
    starts = [tokens.starts[number] for number in numbers]
    ends = [tokens.starts[number] + len(tokens.words[number]) for number in numbers]
    spaces = [end != start for end, start in zip(ends, starts[1:], strict=False)]
    if numbers:
        following = numbers[-1] + 1
        spaces.append(following >= len(tokens.words) or ends[-1] != tokens.starts[following])
    lines = sorted({bisect_left(numbers, line) for line, _ in tokens.paragraphs} - {len(numbers)} | {0})
    shown = tokens.shown[first:last]
    begins = [begin for start, end in pairwise([*lines, len(shown)]) for begin in (start, *cuts(shown, start, end))]
    return ParserInput(shown, tokens.norms[first:last], spaces, begins if numbers else [])


def _assemble(tokens: _Tokens, trees: list[Tree], *, everything: bool = False) -> Parse:
    count = len(tokens.words)
    tags, deps, heads = [""] * count, [""] * count, list(range(count))
    begins = bytearray(count)
    entities: list[Entity] = []
    shown = range(count) if everything else tokens.visible
    offset = 0
    for tree in trees:
        numbers = shown[offset : offset + len(tree.tags)]
        offset += len(tree.tags)
        for number, tag, dep, head in zip(numbers, tree.tags, tree.deps, tree.heads, strict=True):
            tags[number], deps[number], heads[number] = tag, dep, numbers[head]
        for begin in tree.begins:
            begins[numbers[begin]] = 1
        entities.extend(Entity(numbers[start], numbers[end - 1] + 1, label) for start, end, label in tree.entities)
    if everything:
        _take_out(set(range(count)).difference(tokens.visible), tags, deps, heads)
    repair(tokens.words, tags, deps, heads)
    rejoin(tags, deps, heads, begins)
    rejoin_companies(tokens.words, tags, deps, heads, begins)
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
        nested=tokens.scan.nested,
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
