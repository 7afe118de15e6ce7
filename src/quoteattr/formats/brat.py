"""brat standoff: one ``.ann`` file beside each text, in the layout of PolNeAR, with speakers added to it.

A quote is an event ``Attribution`` (at the cue) with the roles Content, Cue, Source and Addressee, and the attributes
Kind, Attitude and Negated. Mentions of a speaker or an organisation are text-bound, and equivalent (``*``). Relations
tie quotes to speakers and speakers to organisations. What brat has no place for stands in notes, as JSON.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from attrs import define, field

from quoteattr.errors import RecordError
from quoteattr.formats.corrected import article_of
from quoteattr.formats.graph import CONTENT, WITHIN, Graph, Link, Mark
from quoteattr.formats.json import BREAKS, one_line
from quoteattr.marks import find_quoted
from quoteattr.records import Article, Organisation, Quote, QuoteKind, Span, Speaker
from quoteattr.serialise import to_dict_without_spans
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
    for quote in article.quotes:
        lines.relate(WITHIN, lines.events.get(quote.id), lines.events.get(quote.within or ""))
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
        events: The events of quotes, by id.
    """

    text: str
    lines: list[str] = field(factory=list)
    counts: dict[str, int] = field(factory=lambda: defaultdict(int))
    at: dict[str, str] = field(factory=dict)
    notes: dict[str, dict[str, Any]] = field(factory=dict)
    events: dict[str, str] = field(factory=dict)

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
        self.events[quote.id] = event
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

    What people have corrected or added is read as :func:`quoteattr.formats.corrected.article_of` tells. Without
    speakers and notes (as in PolNeAR) quotes have no speaker, the rule ``"annotated"`` and confidence 1; a kind that is
    not told is read off the quotation marks.

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
class _Graph:
    """Marks and links, and the first mark of each annotation that has some."""

    marks: list[Mark] = field(factory=list)
    links: list[Link] = field(factory=list)
    at: dict[str, int | None] = field(factory=dict)

    def chain(self, label: str, spans: Iterable[Sequence[int]], details: Mapping[str, str] | None = None) -> int | None:
        """Marks for the spans that are not empty, linked with each other; the first of them."""
        first = len(self.marks)
        self.marks += [Mark(label, start, end, details or {}) for start, end in spans if start < end]
        self.links += [Link("SameAs", *pair) for pair in pairwise(range(first, len(self.marks)))]
        return first if first < len(self.marks) else None


@define
class _File:
    """What the lines of a file say."""

    text: str
    bound: dict[str, list[list[int]]] = field(factory=dict)
    labels: dict[str, str] = field(factory=dict)
    events: dict[str, list[tuple[str, str]]] = field(factory=dict)
    attributes: dict[tuple[str, str], str] = field(factory=dict)
    equivalent: list[list[str]] = field(factory=list)
    relations: list[tuple[str, str, str]] = field(factory=list)
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
            case "R" if len(words) > 2:
                self.relations.append((words[0], _role(words[1])[1], _role(words[2])[1]))
            case "*" if words:
                self.equivalent.append(words[1:])
            case "#" if len(words) > 1 and tail.startswith("{"):
                self.notes[words[1]] = load_json(tail)

    def _article(self) -> Article:
        draft = _Graph()
        for name, label in self.labels.items():
            if label in ("Speaker", "Organisation"):
                draft.at[name] = draft.chain(label, self.bound[name])
        for group in self.equivalent:
            places = [place for name in group if (place := draft.at.get(name)) is not None]
            draft.links += [Link("SameAs", *pair) for pair in pairwise(places)]
        for name, roles in self.events.items():
            self._event(draft, name, roles)
        for label, *ends in self.relations:
            unknown = [end for end in ends if end not in self.labels and end not in self.events]
            if unknown:
                raise RecordError(f"expected annotations of the file, got {shown(unknown[0])}, which it does not have")
            head, tail = map(draft.at.get, ends)
            if head is not None and tail is not None:
                draft.links.append(Link(label, head, tail))
        return article_of(Graph(self.text, draft.marks, draft.links, self._records()))

    def _event(self, draft: _Graph, name: str, roles: list[tuple[str, str]]) -> None:
        parts = self._parts(roles)
        kind = self.attributes.get((name, "Kind")) or _kind(self.text, parts["Content"]).value
        if kind.capitalize() not in CONTENT:
            raise RecordError(f"expected a Kind of {', '.join(CONTENT.values())}, got {shown(kind)}")
        details = {"attitude": self.attributes.get((name, "Attitude"), "assertion")}
        if (name, "Negated") in self.attributes:
            details["negated"] = "negated"
        content = draft.at[name] = draft.chain(kind.capitalize(), parts.pop("Content"), details)
        for role, spans in parts.items() if content is not None else ():
            for span in spans:
                place = draft.chain(role, [span])
                draft.links += [Link(role, cast(int, content), place)] if place is not None else []

    def _parts(self, roles: list[tuple[str, str]]) -> dict[str, list[list[int]]]:
        parts: dict[str, list[list[int]]] = {role: [] for role in _ROLES}
        for role, target in roles:
            if role in parts and target.startswith("T"):
                parts[role] += self._of(target)
        return {role: sorted(spans) for role, spans in parts.items()}

    def _records(self) -> dict[str, list[dict[str, Any]]]:
        """What the notes tell."""
        groups = {name: group for group in self.equivalent for name in group}
        records: dict[str, list[dict[str, Any]]] = {"quotes": [], "speakers": [], "organisations": []}
        for name, note in self.notes.items():
            told = {key: value for key, value in note.items() if key != "unmentioned"}
            part = f"{self.labels.get(name, '').lower()}s"
            if part in records:
                mentions = [span for one in groups.get(name, [name]) for span in self._of(one)]
                records[part].append({**told, "mentions": mentions})
            elif name in self.events:
                parts = self._parts(self.events[name])
                records["quotes"].append({**told, **{role.lower(): spans for role, spans in parts.items()}})
            for part, record in _unmentioned(note):
                records[part].append({**record, "mentions": []})
        return records

    def _of(self, name: str) -> list[list[int]]:
        if name not in self.bound:
            raise RecordError(f"expected an annotation of the file, got {shown(name)}, which it does not have")
        return self.bound[name]


def _unmentioned(note: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The speakers and organisations without a mention that a note tells of, each with its list."""
    listed = note.get("unmentioned", [])
    for other in listed if isinstance(listed, list) else [listed]:
        for name, record in other.items() if isinstance(other, dict) else [("", other)]:
            if name not in ("speaker", "organisation") or not isinstance(record, dict):
                raise RecordError(f"expected speakers and organisations as objects, got {shown(other)}")
            yield f"{name}s", record


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
