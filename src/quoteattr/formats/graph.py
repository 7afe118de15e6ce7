"""Articles as annotation tools hold them: labelled stretches of the text, and links between them.

Label Studio, doccano, Prodigy and INCEpTION differ in how they write this down, and in little else. A quote is a group
of stretches labelled with its kind; a speaker or an organisation is a group of mentions. The labels at both ends tell
what a link means, whatever it is called and whichever way it was drawn, so that people may correct it freely::

    content - content        one quote, in several stretches
    content - Cue, Source    the cue and the source of the quote
    content - Speaker        who says it
    Speaker - Speaker        one speaker, mentioned twice; the same with Organisation
    Speaker - Organisation   whom the speaker stands for

The records themselves travel beside the stretches. They tell what no tool has a place for, as long as somebody leaves a
stretch of theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from attrs import define, field, frozen

from quoteattr.errors import RecordError
from quoteattr.records import Article, Attitude, QuoteKind, SpeakerKind
from quoteattr.scoring.names import is_pronoun
from quoteattr.serialise import from_offsets, to_offsets
from quoteattr.structuring import shown

__all__ = ["CHOICES", "DETAILS", "LABELS", "LINKS", "Graph", "Link", "Mark", "article_of", "graph_of", "offsets_in", "part_of"]

_CONTENT: Final = {kind.value.capitalize(): kind.value for kind in QuoteKind}
LABELS: Final = (*_CONTENT, "Cue", "Source", "Speaker", "Organisation")
"""Labels of stretches: the kinds of a content, then the others."""
LINKS: Final = ("GoesOn", "HasCue", "HasSource", "SpokenBy", "SameAs", "StandsFor")
"""What links are called. The reader does not look at it."""

_QUOTES, _SPEAKERS, _ORGANISATIONS = "quotes", "speakers", "organisations"
_PART: Final = {**dict.fromkeys(_CONTENT, _QUOTES), "Speaker": _SPEAKERS, "Organisation": _ORGANISATIONS}
_SPANS: Final = {_QUOTES: "content", _SPEAKERS: "mentions", _ORGANISATIONS: "mentions"}
DETAILS: Final[Mapping[str, Sequence[str]]] = {
    _QUOTES: ("attitude", "negated"),
    _SPEAKERS: ("name", "description", "kind", "role"),
    _ORGANISATIONS: ("name",),
}
"""What the first stretch of a record tells as well, in tools that have a place for it."""
CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "attitude": [one.value for one in Attitude],
    "negated": ["negated"],
    "kind": [one.value for one in SpeakerKind],
}
"""The values of the details that are not written freely."""

Offsets = tuple[int, int]


@frozen
class Mark:
    """A labelled stretch.

    Attributes:
        label: One of :data:`LABELS`; the reader passes over others.
        start: Offset of its first character, in code points.
        end: Offset after its last character.
        details: What it tells of its record, by the names of :data:`DETAILS`; empty for most.
    """

    label: str
    start: int
    end: int
    details: Mapping[str, str] = field(factory=dict)


@frozen
class Link:
    """A link between two marks, which are told by their places in the list of all."""

    label: str
    head: int
    tail: int


@frozen
class Graph:
    """An article.

    Attributes:
        text: Its text.
        marks: Its stretches.
        links: What ties them.
        records: What :func:`~quoteattr.serialise.to_offsets` gives; the reader takes an empty one, too.
    """

    text: str
    marks: Sequence[Mark]
    links: Sequence[Link]
    records: Mapping[str, Any] = field(factory=dict)


# ---- writing -------------------------------------------------------------------------------------------------------


def graph_of(article: Article) -> Graph:
    """The graph of ``article``; empty stretches stand in the records alone.

    Raises:
        RecordError: As :func:`~quoteattr.serialise.to_dict` does.
    """
    records = to_offsets(article)
    draft = _Draft()
    for record in records[_ORGANISATIONS]:
        draft.chain("Organisation", record, "SameAs")
    for record in records[_SPEAKERS]:
        draft.chain("Speaker", record, "SameAs")
        draft.link("StandsFor", record["id"], record["organisation"])
    for record in records[_QUOTES]:
        draft.quote(record)
    return Graph(article.text, draft.marks, draft.links, records)


@define
class _Draft:
    marks: list[Mark] = field(factory=list)
    links: list[Link] = field(factory=list)
    at: dict[str, list[tuple[int, int]]] = field(factory=dict)
    """The mentions of each speaker and organisation: where each begins, and its place in the list of marks."""

    def put(self, label: str, spans: Iterable[Sequence[int]], details: Mapping[str, str] | None = None) -> list[int]:
        places = []
        for start, end in spans:
            if start < end:
                places.append(len(self.marks))
                self.marks.append(Mark(label, start, end, details or {}))
                details = None
        return places

    def chain(self, label: str, record: Mapping[str, Any], link: str) -> list[int]:
        part = _PART[label]
        told = {name: record[name] for name in DETAILS[part] if record[name] is not None and record[name] is not False}
        places = self.put(label, record[_SPANS[part]], told | ({"negated": "negated"} if "negated" in told else {}))
        self.links += [Link(link, one, other) for one, other in pairwise(places)]
        if part != _QUOTES:
            self.at[record["id"]] = sorted((self.marks[place].start, place) for place in places)
        return places

    def quote(self, record: Mapping[str, Any]) -> None:
        content = self.chain(record["kind"].capitalize(), record, "GoesOn")
        if not content:
            return
        for label in ("Cue", "Source"):
            self.links += [
                Link(f"Has{label}", content[0], place) for place in self.put(label, record[label.lower()])
            ]
        mentions = self.at.get(record["speaker"] or "", ())
        if mentions:
            near = record["source"][0][0] if record["source"] else self.marks[content[0]].start
            place = mentions[min(bisect_left(mentions, (near, 0)), len(mentions) - 1)][1]
            self.links.append(Link("SpokenBy", content[0], place))

    def link(self, label: str, one: str, other: str | None) -> None:
        if self.at[one] and self.at.get(other or ""):
            self.links.append(Link(label, self.at[one][0][1], self.at[str(other)][0][1]))


def part_of(label: str) -> str:
    """The sort of a label: that of its records if it is a content or a mention, else the label itself."""
    return _PART.get(label, label)


# ---- reading -------------------------------------------------------------------------------------------------------


def offsets_in(text: str, start: object, end: object) -> Offsets:
    """The two offsets, if they are some.

    Raises:
        RecordError: They are no offsets of a stretch of ``text``.
    """
    if type(start) is int and type(end) is int and 0 <= start < end <= len(text):
        return start, end
    raise RecordError(f"expected the offsets of a stretch of the text, got {shown([start, end])}")


def article_of(graph: Graph) -> Article:
    """The article of a graph, as :func:`graph_of` gave it or as somebody has corrected it.

    A record keeps what it tells if a group has its stretches, or else some characters of them. Quotes, speakers and
    organisations that people have added get the rule ``annotated``; a speaker or organisation is called by its longest
    mention, if nothing else tells its name. A cue or a source that is linked to nothing belongs to the nearest content.

    Raises:
        RecordError: The links contradict each other, or the records are none.
    """
    return _Reading(graph).article()


@define
class _Group:
    """Marks that are one record, with what it is linked to (groups, by their number) and its cue and source."""

    part: str
    marks: list[Mark]
    record: dict[str, Any] | None = None
    told: dict[str, Any] = field(factory=dict)
    linked: dict[str, set[int]] = field(factory=lambda: defaultdict(set))
    cue: list[Offsets] = field(factory=list)
    source: list[Offsets] = field(factory=list)

    @property
    def spans(self) -> list[Offsets]:
        return sorted((mark.start, mark.end) for mark in self.marks)


class _Reading:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.records = {part: self._listed(part) for part in _SPANS}
        self.groups: list[_Group] = []
        self.of: dict[int, int] = {}
        """The group of each mark that is a content or a mention."""
        self._gather()
        self._tie()

    def _listed(self, part: str) -> list[dict[str, Any]]:
        listed = self.graph.records.get(part, [])
        key = _SPANS[part]
        keys = (key, "cue", "source") if part == _QUOTES else (key,)
        if not isinstance(listed, list) or not all(
            isinstance(one, dict) and isinstance(one.get("id"), str) and all(_are_pairs(one.get(key)) for key in keys)
            for one in listed
        ):
            raise RecordError(f"{part}: expected a list of records with their offsets, got {shown(listed)}")
        return listed

    def _gather(self) -> None:
        """Put marks of one label together that are linked, and find their records."""
        marks = self.graph.marks
        parents = list(range(len(marks)))
        for link in self.graph.links:
            part = _PART.get(marks[link.head].label)
            if part is not None and part == _PART.get(marks[link.tail].label):
                parents[_root(parents, link.tail)] = _root(parents, link.head)
        numbers: dict[int, int] = {}
        for place, mark in enumerate(marks):
            if mark.label in _PART:
                root = _root(parents, place)
                if root not in numbers:
                    numbers[root] = len(self.groups)
                    self.groups.append(_Group(_PART[mark.label], []))
                self.of[place] = numbers[root]
                self.groups[numbers[root]].marks.append(mark)
        for part, records in self.records.items():
            _match([group for group in self.groups if group.part == part], records, _SPANS[part])

    def _tie(self) -> None:
        """Follow the other links."""
        marks, quotes = self.graph.marks, [group for group in self.groups if group.part == _QUOTES]
        owners: dict[int, list[_Group]] = defaultdict(list)
        known = [link for link in self.graph.links if {marks[link.head].label, marks[link.tail].label} <= set(LABELS)]
        across = [pair for link in known for pair in ((link.head, link.tail), (link.tail, link.head))]
        for one, other in across:
            if one in self.of and other not in self.of and self.groups[self.of[one]].part == _QUOTES:
                owners[other].append(self.groups[self.of[one]])
        for place, mark in enumerate(marks):
            if mark.label in ("Cue", "Source"):
                for group in owners[place] or _nearest(mark, quotes):
                    getattr(group, mark.label.lower()).append((mark.start, mark.end))
        for one, other in across:
            if other in self.of:
                for group in owners.get(one, ()) if one not in self.of else (self.groups[self.of[one]],):
                    group.linked[self.groups[self.of[other]].part].add(self.of[other])

    def article(self) -> Article:
        for group in self.groups:
            group.told = self._told(group)
        for part in _SPANS:
            self._name(part)
        for group in self.groups:
            if group.part == _SPEAKERS:
                self._refer(group, "organisation", _ORGANISATIONS)
            elif group.part == _QUOTES:
                self._refer(group, "speaker", _SPEAKERS)
        lists = {part: list(self._ordered(part)) for part in _SPANS}
        _mend(lists)
        return from_offsets(self.graph.text, {**self.graph.records, **lists})

    def _told(self, group: _Group) -> dict[str, Any]:
        """What is told of the record of a group, but for its id and for what it refers to."""
        details = next((mark.details for mark in group.marks if mark.details), None)
        record: dict[str, Any] = _new(group, self.graph.text) if group.record is None else dict(group.record)
        if details is not None:
            record |= {name: details.get(name) for name in DETAILS[group.part]}
        if group.part == _QUOTES:
            record["kind"] = _CONTENT[group.marks[0].label]
            record["negated"] = bool(record["negated"])
            record["attitude"] = record["attitude"] or Attitude.ASSERTION.value
            for key in ("cue", "source"):
                record[key] = _kept(group.record, key, sorted(getattr(group, key)))
        elif group.part == _SPEAKERS:
            record["kind"] = record["kind"] or SpeakerKind.UNKNOWN.value
        key = _SPANS[group.part]
        return record | {key: _kept(group.record, key, group.spans)}

    def _name(self, part: str) -> None:
        """Give ids to the records that have none."""
        taken = {record["id"] for record in self.records[part]}
        number = 0
        for group in self.groups:
            if group.part == part and group.record is None:
                while (identity := f"{part[0]}{(number := number + 1)}") in taken:
                    pass
                group.told["id"] = identity

    def _refer(self, group: _Group, name: str, part: str) -> None:
        """Say who speaks, or for whom: by a link, else by the record if no mark could be linked."""
        linked = sorted(group.linked[part])
        if len(linked) > 1:
            start, end = group.spans[0]
            raise RecordError(
                f"expected one {name} of what stands at {start} to {end}, {shown(self.graph.text[start:end])}, got "
                f"{len(linked)}: take a link away, or link the mentions of one {name} with each other"
            )
        before = None if group.record is None else group.record.get(name)
        if linked:
            after = self.groups[linked[0]].told["id"]
        elif group.record is None:
            after = self._at_the_source(group) if part == _SPEAKERS else None
        else:
            unmarked = {one["id"] for one in self.records[part] if not _stretches(one[_SPANS[part]])}
            after = before if before in unmarked else None
        group.told[name] = after
        if after != before:
            group.told[f"{name}_confidence"] = None
            if part == _ORGANISATIONS:
                group.told["organisation_rule"] = None if after is None else "annotated"
            else:
                group.told["speaker_rules"] = []

    def _at_the_source(self, group: _Group) -> str | None:
        """The speaker with a mention that is the source, to the character."""
        for other in self.groups:
            if other.part == _SPEAKERS and set(group.source) & set(other.spans):
                return str(other.told["id"])
        return None

    def _ordered(self, part: str) -> Iterator[dict[str, Any]]:
        """The records as they were, those without a mark too; in text order if somebody has added one."""
        groups = [group for group in self.groups if group.part == part]
        if any(group.record is None for group in groups):
            groups.sort(key=lambda group: group.spans)
            yield from (group.told for group in groups)
            told = {}
        else:
            told = {group.told["id"]: group.told for group in groups}
        for record in self.records[part]:
            if record["id"] in told:
                yield told[record["id"]]
            elif not _stretches(record[_SPANS[part]]):
                yield record


def _mend(lists: dict[str, list[dict[str, Any]]]) -> None:
    """Let records without a mark not refer to one that somebody has taken away."""
    for part, name, other in ((_SPEAKERS, "organisation", _ORGANISATIONS), (_QUOTES, "speaker", _SPEAKERS)):
        there = {record["id"] for record in lists[other]}
        lists[part] = [
            record if record.get(name) in there else {**record, name: None, f"{name}_confidence": None}
            for record in lists[part]
        ]


def _are_pairs(spans: object) -> bool:
    return isinstance(spans, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(type(offset) is int for offset in pair) for pair in spans
    )


def _stretches(spans: Iterable[Sequence[int]]) -> list[Offsets]:
    """The spans that are not empty, in text order."""
    return sorted((start, end) for start, end in spans if start < end)


def _kept(record: Mapping[str, Any] | None, key: str, spans: Sequence[Offsets]) -> list[list[int]]:
    """The spans as the record has them, with its empty ones, if none has changed."""
    if record is not None and _stretches(record[key]) == list(spans):
        kept: list[list[int]] = record[key]
        return kept
    return [[start, end] for start, end in spans]


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = place = parents[parents[place]]
    return place


def _match(groups: Sequence[_Group], records: Iterable[dict[str, Any]], key: str) -> None:
    """Give each group the record that has its stretches; what is left over, by the characters that both have."""
    same: dict[tuple[Offsets, ...], list[_Group]] = defaultdict(list)
    for group in reversed(groups):
        same[tuple(group.spans)].append(group)
    left = []
    for record in records:
        spans = tuple(_stretches(record[key]))
        if spans and same.get(spans):
            same[spans].pop().record = record
        elif spans:
            left.append((spans, record))
    free = [group for group in groups if group.record is None]
    for spans, record in left:
        best = max(free, key=lambda group: _shared(group.spans, spans), default=None)
        if best is not None and _shared(best.spans, spans):
            best.record = record
            free.remove(best)


def _shared(spans: Iterable[Offsets], others: Iterable[Offsets]) -> int:
    """How many characters both have."""
    return sum(max(0, min(one[1], other[1]) - max(one[0], other[0])) for one in spans for other in others)


def _nearest(mark: Mark, quotes: Sequence[_Group]) -> list[_Group]:
    """The quote with the content that is nearest to a cue or a source."""

    def distance(group: _Group) -> int:
        return min(max(0, mark.start - end, start - mark.end) for start, end in group.spans)

    return [min(quotes, key=distance)] if quotes else []


def _new(group: _Group, text: str) -> dict[str, Any]:
    """The record of a group that somebody has added."""
    if group.part == _QUOTES:
        return {"attitude": None, "negated": None, "rule": "annotated", "confidence": 1.0}
    words = max((text[start:end] for start, end in group.spans), key=len)
    if group.part == _ORGANISATIONS:
        return {"name": words, "aliases": []}
    named = words[:1].isupper() and not is_pronoun(words)
    return {"name": words if named else None, "description": None if named else words, "kind": None, "role": None}
