"""Articles of annotation tools, as :mod:`quoteattr.formats.graph` wrote them or as somebody has corrected them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field

from quoteattr.errors import RecordError
from quoteattr.formats.graph import (
    CONTENT,
    DETAILS,
    LABELS,
    ORGANISATIONS,
    PART,
    QUOTES,
    ROLES,
    SPANS,
    SPEAKERS,
    WITHIN,
    Graph,
    Mark,
    Offsets,
    part_of,
)
from quoteattr.records import Article, Attitude, SpeakerKind
from quoteattr.scoring.names import is_pronoun
from quoteattr.serialise import from_offsets
from quoteattr.structuring import shown

__all__ = ["article_of"]


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
    """Marks that are one record, with the groups that it is linked to and where its cue, source and addressee stand."""

    part: str
    marks: list[Mark]
    record: dict[str, Any] | None = None
    told: dict[str, Any] = field(factory=dict)
    linked: dict[str, set[int]] = field(factory=lambda: defaultdict(set))
    roles: dict[str, list[Offsets]] = field(factory=lambda: {role: [] for role in ROLES.values()})

    @property
    def spans(self) -> list[Offsets]:
        return sorted((mark.start, mark.end) for mark in self.marks)


class _Reading:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.records = {part: self._listed(part) for part in SPANS}
        self.unmarked = {
            part: {one["id"] for one in records if not _stretches(one[SPANS[part]])}
            for part, records in self.records.items()
        }
        self.groups: list[_Group] = []
        self.of: dict[int, int] = {}
        """The group of each mark that is a content or a mention."""
        known = [
            link for link in graph.links if {graph.marks[link.head].label, graph.marks[link.tail].label} <= {*LABELS}
        ]
        self.within = [(link.head, link.tail) for link in known if link.label == WITHIN]
        self.links = [(link.head, link.tail) for link in known if link.label != WITHIN]
        self._gather()
        self._tie()
        for inner, outer in self.within:
            if (group := self._group(inner, QUOTES)) and self._group(outer, QUOTES):
                group.linked[WITHIN].add(self.of[outer])

    def _listed(self, part: str) -> list[dict[str, Any]]:
        listed = self.graph.records.get(part, [])
        if not isinstance(listed, list) or not all(_is_record(one, part) for one in listed):
            raise RecordError(f"{part}: expected a list of records with their offsets, got {shown(listed)}")
        return listed

    def _gather(self) -> None:
        """Put marks of one list together that are linked, and find their records."""
        marks = self.graph.marks
        parents = list(range(len(marks)))
        for head, tail in self.links:
            if part_of(marks[head].label) == part_of(marks[tail].label):
                parents[_root(parents, tail)] = _root(parents, head)
        numbers: dict[int, int] = {}
        for place, mark in enumerate(marks):
            if mark.label in PART:
                root = _root(parents, place)
                if root not in numbers:
                    numbers[root] = len(self.groups)
                    self.groups.append(_Group(PART[mark.label], []))
                self.of[place] = numbers[root]
                self.groups[numbers[root]].marks.append(mark)
        for part, records in self.records.items():
            _match([group for group in self.groups if group.part == part], records, SPANS[part])

    def _tie(self) -> None:
        """Follow the links between marks of different lists."""
        across = [pair for head, tail in self.links for pair in ((head, tail), (tail, head))]
        owners: dict[int, list[_Group]] = defaultdict(list)
        """The quotes of a cue, a source or an addressee."""
        for one, other in across:
            if other not in self.of and (group := self._group(one, QUOTES)):
                owners[other].append(group)
        quotes = [group for group in self.groups if group.part == QUOTES]
        for place, mark in enumerate(self.graph.marks):
            if mark.label in ROLES:
                for group in owners[place] or _nearest(mark, quotes):
                    group.roles[ROLES[mark.label]].append((mark.start, mark.end))
        for one, other in across:
            if other in self.of:
                number, ones = self.of[other], [self.groups[self.of[one]]] if one in self.of else owners[one]
                for group in ones:
                    group.linked[self.groups[number].part].add(number)

    def _group(self, place: int, part: str) -> _Group | None:
        """The group of a mark, if it is of this list."""
        group = self.groups[self.of[place]] if place in self.of else None
        return group if group is not None and group.part == part else None

    def article(self) -> Article:
        for group in self.groups:
            group.told = self._told(group)
        for part in SPANS:
            self._name(part)
        for group in self.groups:
            if group.part == SPEAKERS:
                self._refer(group, "organisation", ORGANISATIONS)
            elif group.part == QUOTES:
                self._refer(group, "speaker", SPEAKERS)
                self._refer(group, "within", QUOTES, WITHIN)
        lists = {part: list(self._ordered(part)) for part in SPANS}
        lists[QUOTES].sort(key=lambda record: [start for start, _ in record["content"][:1]])
        _mend(lists)
        return from_offsets(self.graph.text, {**self.graph.records, **lists})

    def _told(self, group: _Group) -> dict[str, Any]:
        """What is told of the record of a group, but for its id and for what it refers to."""
        details = next((mark.details for mark in group.marks if mark.details), None)
        record: dict[str, Any] = _new(group, self.graph.text) if group.record is None else dict(group.record)
        if details is not None:
            record |= {name: details.get(name) for name in DETAILS[group.part]}
        if group.part == QUOTES:
            record["kind"] = CONTENT[group.marks[0].label]
            record["negated"] = bool(record["negated"])
            record["attitude"] = record["attitude"] or Attitude.ASSERTION.value
            for role, spans in group.roles.items():
                record[role] = _kept(group.record, role, sorted(spans))
            if group.record is not None:
                record |= _still(group.record, group)
        elif group.part == SPEAKERS:
            record["kind"] = record["kind"] or SpeakerKind.UNKNOWN.value
        key = SPANS[group.part]
        return record | {key: _kept(group.record, key, group.spans)}

    def _name(self, part: str) -> None:
        """Give ids to the records that have none."""
        taken = {record["id"] for record in self.records[part]}
        number = 0
        for group in sorted(self.groups, key=lambda group: group.spans):
            if group.part == part and group.record is None:
                while (identity := f"{part[0]}{(number := number + 1)}") in taken:
                    pass
                group.told["id"] = identity

    def _refer(self, group: _Group, name: str, part: str, by: str | None = None) -> None:
        """Say who speaks, for whom, or within what: by a link, else by the record if no mark could be linked."""
        linked = sorted(group.linked[by or part])
        if len(linked) > 1:
            start, end = group.spans[0]
            raise RecordError(
                f"expected one {name} of what stands at {start} to {end}, {shown(self.graph.text[start:end])}, got "
                f"{len(linked)}: take a link away, or link what is one {name} with each other"
            )
        before = None if group.record is None else group.record.get(name)
        if linked:
            after = self.groups[linked[0]].told["id"]
        elif group.record is None:
            after = self._at_the_source(group) if part == SPEAKERS else None
        else:
            after = before if before in self.unmarked[part] else None
        group.told[name] = after
        if after != before and part == SPEAKERS:
            group.told |= {"speaker_confidence": None, "speaker_rules": []}
        elif after != before and part == ORGANISATIONS:
            rule = None if after is None else "annotated"
            group.told |= {"organisation_confidence": None, "organisation_rule": rule}

    def _at_the_source(self, group: _Group) -> str | None:
        """The speaker with a mention that is the source, to the character."""
        for other in self.groups:
            if other.part == SPEAKERS and set(group.roles["source"]) & set(other.spans):
                return str(other.told["id"])
        return None

    def _ordered(self, part: str) -> Iterator[dict[str, Any]]:
        """The records as they were, those without a mark too; in text order if somebody has added one."""
        groups = [group for group in self.groups if group.part == part]
        if any(group.record is None for group in groups):
            groups.sort(key=lambda group: group.spans)
            yield from (group.told for group in groups)
            told: dict[str, Any] = {}
        else:
            told = {group.told["id"]: group.told for group in groups}
        for record in self.records[part]:
            if record["id"] in told:
                yield told[record["id"]]
            elif not _stretches(record[SPANS[part]]):
                yield record


def _still(record: Mapping[str, Any], group: _Group) -> dict[str, Any]:
    """What a record tells of its content and its addressee, unless these stand elsewhere now."""
    told: dict[str, Any] = {}
    if _stretches(record["content"]) != group.spans:
        told["context"] = [pair for pair in record.get("context", []) if _shared([pair], group.spans)]
    if _stretches(record["addressee"]) and not _shared(record["addressee"], group.roles["addressee"]):
        told["addressed_to"] = None
    return told


def _mend(lists: dict[str, list[dict[str, Any]]]) -> None:
    """Let no record refer to one that somebody has taken away."""
    there = {part: {record["id"] for record in listed} for part, listed in lists.items()}
    for part, name, other in (
        (SPEAKERS, "organisation", ORGANISATIONS),
        (QUOTES, "speaker", SPEAKERS),
        (QUOTES, "within", QUOTES),
    ):
        lists[part] = [record if record.get(name) in there[other] else {**record, name: None} for record in lists[part]]
    for record in lists[QUOTES]:
        to = record.get("addressed_to")
        if isinstance(to, dict) and to.get("speaker") not in there[SPEAKERS]:
            record["addressed_to"] = to | {"speaker": None}


def _is_record(record: object, part: str) -> bool:
    """Whether it is one as far as is asked for here: its id, what it refers to, and its offsets."""
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        return False
    spans = {SPANS[part]: record.get(SPANS[part])}
    if part == QUOTES:
        spans |= {role: record.get(role) for role in ROLES.values()} | {"context": record.get("context", [])}
    references = (record.get(name) for name in ("speaker", "organisation", "within"))
    return all(map(_are_pairs, spans.values())) and all(one is None or isinstance(one, str) for one in references)


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


def _shared(spans: Iterable[Sequence[int]], others: Iterable[Sequence[int]]) -> int:
    """How many characters both have."""
    return sum(max(0, min(one[1], other[1]) - max(one[0], other[0])) for one in spans for other in others)


def _nearest(mark: Mark, quotes: Sequence[_Group]) -> list[_Group]:
    """The quote with the content that is nearest to a cue or a source."""

    def distance(group: _Group) -> int:
        return min(max(0, mark.start - end, start - mark.end) for start, end in group.spans)

    return [min(quotes, key=distance)] if quotes else []


def _new(group: _Group, text: str) -> dict[str, Any]:
    """The record of a group that somebody has added."""
    if group.part == QUOTES:
        return {"attitude": None, "negated": None, "rule": "annotated", "confidence": 1.0}
    words = max((text[start:end] for start, end in group.spans), key=len)
    if group.part == ORGANISATIONS:
        return {"name": words, "aliases": []}
    named = words[:1].isupper() and not is_pronoun(words)
    return {"name": words if named else None, "description": None if named else words, "kind": None, "role": None}
