"""brat standoff: one ``.ann`` file beside each text, in the layout of PolNeAR, with speakers added to it.

A quote is an event ``Attribution`` (at the cue) with the roles Content, Cue, Source and Addressee, and the attributes
Kind, Attitude and Negated. Mentions of a speaker or an organisation are text-bound, and equivalent (``*``). Relations
tie quotes to speakers and speakers to organisations. What brat has no place for stands in notes, as JSON.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from attrs import define, field

from quoteattr.errors import RecordError
from quoteattr.formats.json import BREAKS, one_line
from quoteattr.marks import find_quoted
from quoteattr.records import Article, Organisation, Quote, QuoteKind, Span, Speaker
from quoteattr.serialise import from_offsets, to_dict_without_spans
from quoteattr.structuring import load_json, shown

__all__ = ["read", "render", "write"]

_ID = re.compile(r"[TEAR#*]\d*(?=\t)")
_STRETCH = re.compile(r"(\d{1,12}) (\d{1,12})", re.ASCII)
_WORD = re.compile(r"\w+")
_DIRECT_FROM = 0.9
_NOTED = (
    *("id", "rule", "confidence", "speaker", "speaker_rules", "speaker_confidence"),
    *("within", "addressed_to", "addressee_rule", "context"),
)
"""What brat has no place for in a quote."""
_ROLES = ("Content", "Cue", "Source", "Addressee")
"""The roles of an event, for the attributes of a quote that are called so."""


# ---- writing -------------------------------------------------------------------------------------------------------


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """The annotation of each article. Several of them belong into a folder, one file each."""
    for _, article in named:
        yield render(article)


def render(article: Article) -> str:
    """The ``.ann`` file of one article."""
    lines = _Lines(article.text)
    records = to_dict_without_spans(article)
    entities: tuple[Speaker | Organisation, ...] = (*article.speakers, *article.organisations)
    unmentioned = [
        {type(one).__name__.lower(): note}
        for one, note in zip(entities, records["speakers"] + records["organisations"], strict=True)
        if not lines.entity(one, note)
    ]
    for quote, note in zip(article.quotes, records["quotes"], strict=True):
        if lines.quote(
            quote, {key: note[key] for key in _NOTED} | ({"unmentioned": unmentioned} if unmentioned else {})
        ):
            unmentioned = []
    for speaker in article.speakers:
        if speaker.organisation is not None:
            lines.relate("StandsFor", lines.at.get(speaker.id), lines.at.get(speaker.organisation.id))
    for number, (target, note) in enumerate(lines.notes.items(), 1):
        lines.add(f"#{number}\tAnnotatorNotes {target}\t{one_line(note)}")
    return "".join(f"{line}\n" for line in lines.lines)


@define
class _Lines:
    """The lines of a file, with the next number of each sort.

    Attributes:
        at: The first mention of each speaker and organisation that is mentioned, by id.
        notes: What brat has no place for, by the name of the annotation that it belongs to.
    """

    text: str
    lines: list[str] = field(factory=list)
    counts: dict[str, int] = field(factory=lambda: defaultdict(int))
    at: dict[str, str] = field(factory=dict)
    notes: dict[str, dict[str, Any]] = field(factory=dict)

    def add(self, line: str) -> None:
        self.lines.append(line)

    def next(self, letter: str) -> str:
        self.counts[letter] += 1
        return f"{letter}{self.counts[letter]}"

    def bind(self, label: str, *spans: Span) -> str:
        """A text-bound annotation, in fragments without line breaks; its name, or ``""`` if there is no fragment."""
        parts = [part for span in spans for part in _fragments(span)]
        if not parts:
            return ""
        name = self.next("T")
        offsets = ";".join(f"{start} {end}" for start, end in parts)
        self.add(f"{name}\t{label} {offsets}\t{' '.join(self.text[start:end] for start, end in parts)}")
        return name

    def entity(self, one: Speaker | Organisation, note: dict[str, Any]) -> bool:
        """Annotate the mentions, with a note at the first of them; ``False`` if there is none that can be shown."""
        bound = [name for name in (self.bind(type(one).__name__, span) for span in one.mentions) if name]
        if not bound:
            return False
        self.at[one.id] = bound[0]
        self.notes[bound[0]] = note
        if len(bound) > 1:
            self.add(f"*\tEquiv {' '.join(bound)}")
        return True

    def quote(self, quote: Quote, note: dict[str, Any]) -> bool:
        """Annotate a quote, with a note; ``False`` if it has no stretch that can be shown."""
        event = self.event(quote)
        if not event:
            return False
        self.notes[event] = note
        if quote.speaker is not None:
            self.relate("SpokenBy", event, self.at.get(quote.speaker.id))
        return True

    def event(self, quote: Quote) -> str:
        roles = []
        for role in _ROLES:
            spans = getattr(quote, role.lower())
            bound = [name for name in (self.bind(role, span) for span in spans) if name]
            roles += [f"{role}{number if number > 1 else ''}:{name}" for number, name in enumerate(bound, 1)]
        trigger = self.bind("Attribution", *(quote.cue or quote.content[:1])) if roles else ""
        if not trigger:
            return ""
        name = self.next("E")
        self.add(f"{name}\tAttribution:{trigger} {' '.join(roles)}")
        self.add(f"{self.next('A')}\tKind {name} {quote.kind.value}")
        self.add(f"{self.next('A')}\tAttitude {name} {quote.attitude.value}")
        if quote.negated:
            self.add(f"{self.next('A')}\tNegated {name}")
        return name

    def relate(self, label: str, one: str | None, other: str | None) -> None:
        """Tie two annotations, if both are there."""
        if one and other:
            self.add(f"{self.next('R')}\t{label} Arg1:{one} Arg2:{other}")


def _fragments(span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for match in BREAKS.finditer(span.text):
        end = span.start + match.start()
        if start < end:
            yield start, end
        start = span.start + match.end()
    if start < span.end:
        yield start, span.end


# ---- reading -------------------------------------------------------------------------------------------------------


def read(data: str, texts: Mapping[str, str]) -> Iterator[tuple[str, Article]]:
    """The article that :func:`render` wrote, or that of another annotation with events of Content, Cue and Source.

    Without notes (as in PolNeAR) quotes have no speaker, the rule ``"annotated"`` and confidence 1; their kind is read
    off the quotation marks.

    Args:
        data: The ``.ann`` file.
        texts: One text, by its name.

    Raises:
        RecordError: A line is malformed, its offsets do not fit the text, or it refers to a line that is not there.
    """
    if len(texts) != 1:
        raise RecordError(f"expected the one text of this annotation, got {len(texts)}")
    ((name, text),) = texts.items()
    yield name, _File(text).read(data)


@define
class _File:
    """What the lines of a file say."""

    text: str
    bound: dict[str, list[list[int]]] = field(factory=dict)
    labels: dict[str, str] = field(factory=dict)
    events: dict[str, list[tuple[str, str]]] = field(factory=dict)
    attributes: dict[tuple[str, str], str] = field(factory=dict)
    equivalent: list[list[str]] = field(factory=list)
    notes: dict[str, dict[str, Any]] = field(factory=dict)

    def read(self, data: str) -> Article:
        for number, line in enumerate(data.split("\n"), 1):
            match = _ID.match(line)
            if match is None:  # empty, or the rest of a line that a tool has broken
                continue
            try:
                self._line(match[0], line[match.end() + 1 :])
            except RecordError as error:
                raise RecordError(f"line {number}: {error}") from None
        return self._article()

    def _line(self, name: str, rest: str) -> None:
        head, _, tail = rest.partition("\t")
        words = head.split()
        match name[0]:
            case "T" if words:
                self.labels[name] = words[0]
                self.bound[name] = _spans(self.text, head.partition(" ")[2])
            case "E":
                self.events[name] = [_role(word) for word in words]
            case "A" if len(words) > 1:
                self.attributes[words[1], words[0]] = words[2] if len(words) > 2 else ""
            case "*" if words:
                self.equivalent.append(words[1:])
            case "#" if len(words) > 1 and tail.startswith("{"):
                self.notes[words[1]] = load_json(tail)

    def _article(self) -> Article:
        groups = {group[0]: group for group in self.equivalent if group}
        records: dict[str, list[dict[str, Any]]] = {"Speaker": [], "Organisation": []}
        for name, note in self.notes.items():
            label = self.labels.get(name)
            if label in records:
                mentions = [span for one in groups.get(name, [name]) for span in self._of(one)]
                records[label].append({**note, "mentions": mentions})
            for label, record in _unmentioned(note):
                records[label].append({**record, "mentions": []})
        quotes = [self._quote(name, roles) for name, roles in self.events.items()]
        quotes = sorted((quote for quote in quotes if quote["content"]), key=lambda quote: quote["content"])
        for number, quote in enumerate(quotes, 1):
            quote.setdefault("id", f"q{number}")
        return from_offsets(
            self.text, {"quotes": quotes, "speakers": records["Speaker"], "organisations": records["Organisation"]}
        )

    def _quote(self, name: str, roles: list[tuple[str, str]]) -> dict[str, Any]:
        parts: dict[str, list[list[int]]] = {role: [] for role in _ROLES}
        for role, target in roles:
            if role in parts and target.startswith("T"):
                parts[role] += self._of(target)
        kind = self.attributes.get((name, "Kind")) or _kind(self.text, parts["Content"]).value
        note = {key: value for key, value in self.notes.get(name, {}).items() if key != "unmentioned"}
        return {
            "kind": kind,
            "attitude": self.attributes.get((name, "Attitude"), "assertion"),
            "negated": (name, "Negated") in self.attributes,
            "speaker": None,
            "rule": "annotated",
            "confidence": 1.0,
            **{role.lower(): sorted(spans) for role, spans in parts.items()},
            **note,
        }

    def _of(self, name: str) -> list[list[int]]:
        if name not in self.bound:
            raise RecordError(f"expected an annotation of the file, got {shown(name)}, which it does not have")
        return self.bound[name]


def _unmentioned(note: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The speakers and organisations without a mention that a note tells of, each with its label."""
    listed = note.get("unmentioned", [])
    for other in listed if isinstance(listed, list) else [listed]:
        for name, record in other.items() if isinstance(other, dict) else [("", other)]:
            if name not in ("speaker", "organisation") or not isinstance(record, dict):
                raise RecordError(f"expected speakers and organisations as objects, got {shown(other)}")
            yield name.capitalize(), record


def _role(word: str) -> tuple[str, str]:
    role, colon, target = word.partition(":")
    if not (role and colon and target):
        raise RecordError(f"expected roles such as Content:T1, got {shown(word)}")
    return role.rstrip("0123456789"), target


def _spans(text: str, offsets: str) -> list[list[int]]:
    """Fragments that only a line break parts are one span."""
    pairs = []
    for part in offsets.split(";"):
        match = _STRETCH.fullmatch(part.strip())
        if match is None or not int(match[1]) <= int(match[2]) <= len(text):
            raise RecordError(f"expected offsets within the text such as 5 9;12 15, got {shown(offsets)}")
        pairs.append([int(match[1]), int(match[2])])
    out = pairs[:1]
    for before, after in pairwise(pairs):
        if BREAKS.fullmatch(text, before[1], after[0]):
            out[-1][1] = after[1]
        else:
            out.append(after)
    return out


def _kind(text: str, content: list[list[int]]) -> QuoteKind:
    """By the share of its words that stand in quotation marks."""
    quoted = bytearray(len(text))
    for span in find_quoted(text):
        quoted[span.start : span.end] = b"\1" * len(span)
    inside = [quoted[word.start()] for start, end in content for word in _WORD.finditer(text, start, end)]
    if not any(inside):
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if sum(inside) >= _DIRECT_FROM * len(inside) else QuoteKind.MIXED
