"""CoNLL-U: a word or a mark a line, a sentence for each line of the article, and all of quoteattr in the column MISC.

``Content``, ``Cue`` and ``Source`` hold brackets with the id of the quote, ``Speaker`` and ``Organisation`` those of
mentions with theirs, in the manner of the coreference column of CoNLL-2012: ``(q1`` opens, ``q1)`` closes, ``(q1)`` is
one token, a comma parts several. Where stretches of one id overlap, a number tells them apart (``(s1:2``).
``SpaceAfter``, ``SpacesAfter`` and ``SpacesBefore`` are those of the standard and of UDPipe, so the lines hold the
whole text. What belongs to a whole record stands in a comment, as JSON. The other columns are empty, and not read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import quote as escaped
from urllib.parse import unquote

from attrs import define, field

from quoteattr.errors import RecordError
from quoteattr.formats.json import one_line
from quoteattr.formats.tokens import covered, tokens
from quoteattr.records import Article, Span
from quoteattr.serialise import ABOUT, from_offsets, to_dict_without_spans
from quoteattr.structuring import load_json, shown
from quoteattr.view.segments import PARTS, stretches

__all__ = ["read", "render", "write"]

_COLUMNS = 10
_SPACES = {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\r": "\\r", "\n": "\\n", "|": "\\p"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
_HEAD, _RECORDS, _ALONE = "# newdoc id = ", "# quoteattr = ", "# spaces = "
_KEYS = {part.capitalize(): part for part in PARTS}


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`render` gives it; ``# newdoc`` begins one."""
    for name, article in named:
        yield render(name, article)


# ---- writing -------------------------------------------------------------------------------------------------------


def render(name: str, article: Article) -> str:
    """One article.

    A token also ends where a stretch begins or ends. Empty stretches, and those that begin or end with white space,
    have no place in columns and are left out or trimmed.
    """
    labelled = _stretches(article)
    words = tokens(article.text, (offset for _, _, start, end in labelled for offset in (start, end)))
    ends = [end for _, end in words]
    cells: list[dict[str, list[str]]] = [defaultdict(list) for _ in words]
    for part, label, start, end in sorted(labelled, key=lambda one: (one[2], -one[3])):
        first, last = covered(ends, start, end)
        if first == last:
            cells[first][part].append(f"({label})")
        else:
            cells[first][part].append(f"({label}")
            cells[last][part].insert(0, f"{label})")
    return "\n".join(_lines(name, article, words, cells)) + "\n"


def _lines(
    name: str, article: Article, words: Sequence[tuple[int, int]], cells: Sequence[Mapping[str, list[str]]]
) -> Iterator[str]:
    text = article.text
    about = {key: told for key in ABOUT if (told := getattr(article, key)) not in (None, ())}
    yield f"{_HEAD}{_spaced(name)}"
    yield f"{_RECORDS}{one_line(about | to_dict_without_spans(article))}"
    if not words:
        yield f"{_ALONE}{_spaced(text)}"
        yield ""
    sentence, row = 0, 0
    starts = [start for start, _ in words]
    for index, (start, end) in enumerate(words):
        if row == 0:
            sentence += 1
            yield f"# sent_id = {sentence}"
            yield f"# text = {_sentence(text, words, index)}"
        row += 1
        after = text[end : starts[index + 1] if index + 1 < len(words) else len(text)]
        misc = [f"{key}={','.join(cells[index][part])}" for key, part in _KEYS.items() if cells[index].get(part)]
        if index == 0 and start:
            misc.append(f"SpacesBefore={_spaced(text[:start])}")
        if after != " ":
            misc.append(f"SpacesAfter={_spaced(after)}" if after else "SpaceAfter=No")
        yield "\t".join([str(row), text[start:end], *"_" * (_COLUMNS - 3), "|".join(misc) or "_"])
        if "\n" in after or index + 1 == len(words):
            yield ""
            row = 0


def _sentence(text: str, words: Sequence[tuple[int, int]], index: int) -> str:
    """The text from one word to the end of its line, with single spaces."""
    start = words[index][0]
    stop = text.find("\n", start)
    return " ".join(text[start : len(text) if stop < 0 else stop].split())


def _stretches(article: Article) -> list[tuple[str, str, int, int]]:
    """Part, label and offsets of each stretch."""
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for part, identity, span in stretches(article):
        spans[part, identity].append(span)
    return [one for (part, identity), some in spans.items() for one in _labelled(part, identity, some)]


def _labelled(part: str, identity: str, spans: Sequence[Span]) -> Iterator[tuple[str, str, int, int]]:
    label = escaped(identity, safe="")
    trimmed = sorted((start, end) for start, end in map(_trimmed, spans) if start < end)
    apart = all(one[1] <= other[0] for one, other in pairwise(trimmed))
    for number, (start, end) in enumerate(trimmed, 1):
        yield part, label if apart else f"{label}:{number}", start, end


def _trimmed(span: Span) -> tuple[int, int]:
    return span.end - len(span.text.lstrip()), span.start + len(span.text.rstrip())


def _spaced(text: str) -> str:
    """``text`` with white space escaped as UDPipe escapes it; other white space by its number in hexadecimal."""
    return "".join(
        _SPACES.get(character) or (f"\\u{ord(character):04x}" if character.isspace() else character)
        for character in text
    )


# ---- reading -------------------------------------------------------------------------------------------------------


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote; the lines hold their text.

    Raises:
        RecordError: A line is malformed, or a bracket is never closed.
    """
    document: _Document | None = None
    for number, line in enumerate(data.split("\n"), 1):
        try:
            if line.startswith(_HEAD.rstrip()):
                if document is not None:
                    yield document.name, document.article()
                document = _Document(_unspaced(line.removeprefix(_HEAD.rstrip()).removeprefix(" ")))
            elif document is not None:
                document.add(line)
            elif line and not line.startswith("#"):
                raise RecordError(f"expected {_HEAD!r} first, got {shown(line)}")
        except RecordError as error:
            raise RecordError(f"line {number}: {error}") from None
    if document is not None:
        yield document.name, document.article()


@define
class _Document:
    name: str
    parts: list[str] = field(factory=list)
    length: int = 0
    records: Any = None
    open: dict[tuple[str, str], int] = field(factory=dict)
    spans: dict[tuple[str, str], list[list[int]]] = field(factory=lambda: defaultdict(list))

    def add(self, line: str) -> None:
        if line.startswith(_RECORDS):
            self.records = load_json(line.removeprefix(_RECORDS))
        elif line.startswith(_ALONE):
            self.append(_unspaced(line.removeprefix(_ALONE)))
        elif line and not line.startswith("#"):
            self.token(line)

    def token(self, line: str) -> None:
        cells = line.split("\t")
        if len(cells) != _COLUMNS or not cells[0].isdecimal():
            raise RecordError(f"expected a word, a number and {_COLUMNS} columns, got {shown(line)}")
        misc = {key: value for key, _, value in (one.partition("=") for one in cells[-1].split("|"))}
        self.append(_unspaced(misc.get("SpacesBefore", "")))
        start = self.length
        self.append(cells[1])
        for key, part in _KEYS.items():
            for bracket in misc[key].split(",") if key in misc else ():
                self.bracket(part, bracket, start)
        if misc.get("SpaceAfter") != "No":
            self.append(_unspaced(misc.get("SpacesAfter", " ")))

    def append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def bracket(self, part: str, bracket: str, start: int) -> None:
        label = bracket.removeprefix("(").removesuffix(")")
        if bracket.startswith("("):
            self.open[part, label] = start
        if bracket.endswith(")"):
            if (part, label) not in self.open:
                raise RecordError(f"expected brackets that were opened, got {shown(bracket)}")
            identity = unquote(label.partition(":")[0])
            self.spans[part, identity].append([self.open.pop((part, label)), self.length])

    def article(self) -> Article:
        if self.open:
            raise RecordError(f"expected every bracket to be closed, got {shown(next(iter(self.open))[1])} left open")
        try:
            for record in self.records["quotes"]:
                record |= {part: sorted(self.spans[part, str(record.get("id"))]) for part in PARTS[:3]}
            for part in PARTS[3:]:
                for record in self.records[f"{part}s"]:
                    record["mentions"] = sorted(self.spans[part, str(record.get("id"))])
            return from_offsets("".join(self.parts), self.records)
        except (AttributeError, KeyError, TypeError):
            raise RecordError(
                f"expected a comment {_RECORDS!r} with the records of the article, got {shown(self.records)}"
            ) from None


def _unspaced(text: str) -> str:
    back = {value[1]: key for key, value in _SPACES.items()}
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else back.get(match[2], match[2]), text)
