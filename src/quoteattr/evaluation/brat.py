"""brat standoff annotation, one file beside each text.

An attribution is an event (``E`` line) with at least one ``Content`` role; its ``Cue`` and ``Source`` roles may repeat
or be missing, and digits after a role's name (``Content2``) do not matter. A text bound ``Discard`` marks what the
annotators left out. Other lines are passed over: PolNeAR, a corpus in this form, breaks a few of its lines within the
annotated text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from quoteattr.errors import CorpusError
from quoteattr.evaluation.files import files_of, read_text
from quoteattr.scoring.annotation import Annotation, Document, Offsets

__all__ = ["read_annotations", "read_brat", "read_document"]

_LINE = re.compile(r"[TE]\d+(?!\w)")
_STRETCH = re.compile(r"(\d{1,9}) (\d{1,9})", re.ASCII)


def read_brat(folder: Path) -> list[Document]:
    """The articles of a folder of ``NAME.txt`` and ``NAME.ann``.

    Raises:
        CorpusError: A text is missing, or a file malformed.
    """
    return [read_document(file.with_suffix(".txt"), file) for file in files_of(folder, "*.ann")]


def read_document(text_file: Path, annotation_file: Path) -> Document:
    """The article of a text and its annotation, which may lie elsewhere.

    Raises:
        CorpusError: One of them cannot be read, or the annotation is malformed.
    """
    text = read_text(text_file)
    gold, discard = read_annotations(annotation_file, text)
    return Document(text_file.stem, text, gold, discard)


def read_annotations(file: Path, text: str) -> tuple[tuple[Annotation, ...], tuple[Offsets, ...]]:
    """The attributions of one ``.ann`` file, and the stretches to discard.

    Args:
        file: The annotation.
        text: The article.

    Raises:
        CorpusError: A line is malformed, its offsets do not fit the article, or an event names an annotation that is
            not there.
    """
    stretches: dict[str, tuple[Offsets, ...]] = {}
    discard: list[Offsets] = []
    events: list[tuple[str, list[tuple[str, str]]]] = []
    for number, line in enumerate(re.split(r"\r\n?|\n", read_text(file)), start=1):
        if not _LINE.match(line):
            continue
        where = f"{file}, line {number}"
        name, tab, rest = line.partition("\t")
        if not tab:
            raise CorpusError(f"{where}: expected a tab after the id, got {line[:60]!r}")
        if name.startswith("E"):
            events.append((where, _roles(rest, where)))
            continue
        if name in stretches:
            raise CorpusError(f"{where}: expected an id of its own, got {name} a second time")
        place, _, marked = rest.partition("\t")
        label, _, offsets = place.partition(" ")
        stretches[name] = _stretches(offsets, len(text), where)
        there = " ".join(text[start:end] for start, end in stretches[name])
        if not _letters(there).startswith(_letters(marked)):
            raise CorpusError(f"{where}: expected what stands at {offsets}, {there[:60]!r}, got {marked[:60]!r}")
        if label == "Discard":
            discard.extend(stretches[name])
    gold = (_annotation(roles, stretches, where) for where, roles in events)
    return tuple(annotation for annotation in gold if annotation.content), tuple(discard)


def _roles(rest: str, where: str) -> list[tuple[str, str]]:
    roles = []
    for role in rest.partition("\t")[0].split():
        name, colon, target = role.partition(":")
        if not (name and colon and target):
            raise CorpusError(f"{where}: expected roles such as Content:T1, got {role!r}")
        roles.append((name.rstrip("0123456789"), target))
    return roles


def _stretches(offsets: str, length: int, where: str) -> tuple[Offsets, ...]:
    out = []
    for part in offsets.split(";"):
        match = _STRETCH.fullmatch(part.strip())
        if match is None:
            raise CorpusError(f"{where}: expected offsets such as '5 9' or '5 9;12 15', got {offsets!r}")
        start, end = int(match[1]), int(match[2])
        if not start < end <= length:
            raise CorpusError(f"{where}: expected offsets within the {length} characters of the text, got {part!r}")
        out.append((start, end))
    return tuple(out)


def _letters(text: str) -> str:
    """``text`` without white space, which tools write in different ways where an annotation runs over a line's end."""
    return "".join(text.split())


def _annotation(roles: list[tuple[str, str]], stretches: dict[str, tuple[Offsets, ...]], where: str) -> Annotation:
    of_role: dict[str, list[Offsets]] = defaultdict(list)
    for name, target in roles:
        if target.startswith("T") and target not in stretches:
            raise CorpusError(f"{where}: expected an annotation of the file, got {target}, which it does not have")
        of_role[name].extend(stretches.get(target, ()))
    content, source, cue = (tuple(of_role[name]) for name in ("Content", "Source", "Cue"))
    return Annotation(content, source, cue)
