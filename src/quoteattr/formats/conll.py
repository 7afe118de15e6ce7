"""Columns in the manner of CoNLL: a token a line, an empty line after each line of the article.

The columns: number in the line, form, start, end, then brackets for content, cue and source (with the id of the quote)
and for mentions of speakers and of organisations (with theirs), then the spaces that follow. Brackets are those of the
coreference column of CoNLL-2012: ``(q1`` opens, ``q1)`` closes, ``(q1)`` is one token, ``|`` parts several, ``_`` is
none. Where stretches of one id overlap, a number tells them apart (``(s1:2``). What belongs to a whole record stands in
comments, as JSON.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import quote as escaped
from urllib.parse import unquote

from attrs import define, field

from quoteattr.errors import RecordError
from quoteattr.records import Article, Span
from quoteattr.serialise import from_offsets, to_dict_without_spans
from quoteattr.structuring import load_json, shown
from quoteattr.view.segments import PARTS, stretches

__all__ = ["COLUMNS", "read", "render", "write"]

COLUMNS = ("ID", "FORM", "START", "END", "CONTENT", "CUE", "SOURCE", "SPEAKER", "ORGANISATION", "SPACES")

_TOKEN = re.compile(r"\w++|[^\w\s]")
_SPACES = {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\r": "\\r", "\n": "\\n", "|": "\\p"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
_NO_SPACE = "_"
_RECORDS = {"quote": "quotes", "speaker": "speakers", "organisation": "organisations"}


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`render` gives it; ``# newdoc`` begins one."""
    for name, article in named:
        yield render(name, article)


# ---- writing -------------------------------------------------------------------------------------------------------


def render(name: str, article: Article) -> str:
    """One article.

    Tokens are words and single marks; a token also ends where a stretch begins or ends. Empty stretches, and those
    that begin or end with white space, have no place in columns and are left out or trimmed.
    """
    stretches = _stretches(article)
    tokens = _tokens(article.text, stretches)
    ends = [end for _, end in tokens]
    cells: list[dict[str, list[str]]] = [defaultdict(list) for _ in tokens]
    for column, label, start, end in sorted(stretches, key=lambda one: (one[2], -one[3])):
        first, last = bisect_left(ends, start + 1), bisect_left(ends, end)
        if first == last:
            cells[first][column].append(f"({label})")
        else:
            cells[first][column].append(f"({label}")
            cells[last][column].insert(0, f"{label})")
    return "\n".join(_lines(name, article, tokens, cells)) + "\n"


def _lines(
    name: str, article: Article, tokens: Sequence[tuple[int, int]], cells: Sequence[Mapping[str, list[str]]]
) -> Iterator[str]:
    text = article.text
    yield f"# newdoc id = {_spaced(name)}"
    yield f"# columns = {' '.join(COLUMNS)}"
    data = to_dict_without_spans(article)
    for word, part in _RECORDS.items():
        for record in data[part]:
            yield f"# {word} = {json.dumps(record, ensure_ascii=False)}"
    yield f"# spaces = {_spaced(text[: tokens[0][0] if tokens else len(text)])}"
    number = 0
    for index, (start, end) in enumerate(tokens):
        number += 1
        spaces = text[end : tokens[index + 1][0] if index + 1 < len(tokens) else len(text)]
        brackets = ["|".join(cells[index].get(column, ())) or "_" for column in PARTS]
        yield "\t".join([str(number), text[start:end], str(start), str(end), *brackets, _spaced(spaces) or _NO_SPACE])
        if "\n" in spaces or index + 1 == len(tokens):
            yield ""
            number = 0


def _stretches(article: Article) -> list[tuple[str, str, int, int]]:
    """Column, label and offsets of each stretch."""
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for column, identity, span in stretches(article):
        spans[column, identity].append(span)
    return [one for (column, identity), some in spans.items() for one in _labelled(column, identity, some)]


def _labelled(column: str, identity: str, spans: Sequence[Span]) -> Iterator[tuple[str, str, int, int]]:
    label = escaped(identity, safe="")
    trimmed = sorted((start, end) for start, end in map(_trimmed, spans) if start < end)
    apart = all(one[1] <= other[0] for one, other in pairwise(trimmed))
    for number, (start, end) in enumerate(trimmed, 1):
        yield column, label if apart else f"{label}:{number}", start, end


def _trimmed(span: Span) -> tuple[int, int]:
    return span.end - len(span.text.lstrip()), span.start + len(span.text.rstrip())


def _tokens(text: str, stretches: Iterable[tuple[str, str, int, int]]) -> list[tuple[int, int]]:
    cuts = sorted({offset for _, _, start, end in stretches for offset in (start, end)})
    out: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        inside = cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]
        out += pairwise([start, *inside, end])
    return out


def _spaced(text: str) -> str:
    """``text`` with white space escaped as CoNLL-U escapes it; other white space by its number in hexadecimal."""
    return "".join(
        _SPACES.get(character) or (f"\\u{ord(character):04x}" if character.isspace() else character)
        for character in text
    )


# ---- reading -------------------------------------------------------------------------------------------------------


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote; the columns hold their text.

    Raises:
        RecordError: A line is malformed, or a bracket is never closed.
    """
    document: _Document | None = None
    for number, line in enumerate(data.split("\n"), 1):
        try:
            if line.startswith("# newdoc id = "):
                if document is not None:
                    yield document.name, document.article()
                document = _Document(_unspaced(line.removeprefix("# newdoc id = ")))
            elif document is not None:
                document.add(line)
            elif line:
                raise RecordError(f"expected '# newdoc id = ' first, got {shown(line)}")
        except RecordError as error:
            raise RecordError(f"line {number}: {error}") from None
    if document is not None:
        yield document.name, document.article()


@define
class _Document:
    name: str
    parts: list[str] = field(factory=list)
    length: int = 0
    records: dict[str, list[dict[str, Any]]] = field(factory=lambda: {part: [] for part in _RECORDS.values()})
    open: dict[tuple[str, str], int] = field(factory=dict)
    spans: dict[tuple[str, str], list[list[int]]] = field(factory=lambda: defaultdict(list))

    def add(self, line: str) -> None:
        if not line:
            return
        if line.startswith("#"):
            key, _, value = line.removeprefix("#").partition(" = ")
            if key.strip() in _RECORDS:
                self.records[_RECORDS[key.strip()]].append(load_json(value))
            elif key.strip() == "spaces":
                self.append(_unspaced(value))
            return
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise RecordError(f"expected {len(COLUMNS)} columns, got {len(cells)}")
        start = self.length
        self.append(cells[1])
        for column, cell in zip(PARTS, cells[4:9], strict=True):
            for bracket in cell.split("|") if cell != "_" else ():
                self.bracket(column, bracket, start)
        if cells[9] != _NO_SPACE:
            self.append(_unspaced(cells[9]))

    def append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def bracket(self, column: str, bracket: str, start: int) -> None:
        label = bracket.removeprefix("(").removesuffix(")")
        if bracket.startswith("("):
            self.open[column, label] = start
        if bracket.endswith(")"):
            if (column, label) not in self.open:
                raise RecordError(f"expected brackets that were opened, got {shown(bracket)}")
            identity = unquote(label.partition(":")[0])
            self.spans[column, identity].append([self.open.pop((column, label)), self.length])

    def article(self) -> Article:
        if self.open:
            raise RecordError(f"expected every bracket to be closed, got {shown(next(iter(self.open))[1])} left open")
        for part, columns in (("quotes", ("content", "cue", "source")), ("speakers", ("speaker",))):
            self._fill(part, columns)
        self._fill("organisations", ("organisation",))
        return from_offsets("".join(self.parts), self.records)

    def _fill(self, part: str, columns: Sequence[str]) -> None:
        for record in self.records[part]:
            for column in columns:
                key = column if part == "quotes" else "mentions"
                record[key] = sorted(self.spans[column, str(record.get("id"))])


def _unspaced(text: str) -> str:
    back = {value[1]: key for key, value in _SPACES.items()}
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else back.get(match[2], match[2]), text)
