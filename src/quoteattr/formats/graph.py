"""Articles as annotation tools hold them: labelled stretches of the text, and links between them.

Label Studio, doccano, Prodigy and INCEpTION differ in how they write this down, and in little else. A quote is a group
of stretches labelled with its kind; a speaker or an organisation is a group of mentions. The labels at both ends tell
what a link means, whatever it is called and whichever way it was drawn, so that people may correct it freely::

    content - content        one quote, in several stretches
    content - Cue, Source    the cue and the source of the quote, or its Addressee
    content - Speaker        who says it
    Speaker - Speaker        one speaker, mentioned twice; the same with Organisation
    Speaker - Organisation   whom the speaker stands for

One link has to have its name and its direction: ``Within`` leads from a quote to the one in which it is reported.

The records themselves travel beside the stretches. They tell what no tool has a place for, as long as somebody leaves a
stretch of theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from attrs import define, field, frozen

from quoteattr.errors import RecordError
from quoteattr.records import Article, Attitude, QuoteKind, SpeakerKind
from quoteattr.serialise import to_offsets
from quoteattr.structuring import shown

__all__ = [
    "CHOICES",
    "DETAILS",
    "LABELS",
    "LINKS",
    "Graph",
    "Link",
    "Mark",
    "graph_of",
    "malformed",
    "offsets_in",
    "part_of",
]

CONTENT: Final = {kind.value.capitalize(): kind.value for kind in QuoteKind}
ROLES: Final = {"Cue": "cue", "Source": "source", "Addressee": "addressee"}
LABELS: Final = (*CONTENT, *ROLES, "Speaker", "Organisation")
"""Labels of stretches: the kinds of a content, then the others."""
WITHIN: Final = "Within"
LINKS: Final = ("GoesOn", *(f"Has{role}" for role in ROLES), "SpokenBy", "SameAs", "StandsFor", WITHIN)
"""What links are called. The reader looks for the last one alone."""

QUOTES, SPEAKERS, ORGANISATIONS = "quotes", "speakers", "organisations"
PART: Final = {**dict.fromkeys(CONTENT, QUOTES), "Speaker": SPEAKERS, "Organisation": ORGANISATIONS}
SPANS: Final = {QUOTES: "content", SPEAKERS: "mentions", ORGANISATIONS: "mentions"}
DETAILS: Final[Mapping[str, Sequence[str]]] = {
    QUOTES: ("attitude", "negated"),
    SPEAKERS: ("name", "description", "kind", "role"),
    ORGANISATIONS: ("name",),
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
    for record in records[ORGANISATIONS]:
        draft.chain("Organisation", record, "SameAs")
    for record in records[SPEAKERS]:
        draft.chain("Speaker", record, "SameAs")
        draft.link("StandsFor", record["id"], record["organisation"], ORGANISATIONS)
    for record in records[QUOTES]:
        draft.quote(record)
    for record in records[QUOTES]:
        draft.link(WITHIN, record["id"], record["within"], QUOTES)
    return Graph(article.text, draft.marks, draft.links, records)


@define
class _Draft:
    marks: list[Mark] = field(factory=list)
    links: list[Link] = field(factory=list)
    at: dict[tuple[str, str], list[tuple[int, int]]] = field(factory=dict)
    """The stretches of each record, by list and id: where each begins, and its place in the list of marks."""

    def put(self, label: str, spans: Iterable[Sequence[int]], details: Mapping[str, str] | None = None) -> list[int]:
        places = []
        for start, end in spans:
            if start < end:
                places.append(len(self.marks))
                self.marks.append(Mark(label, start, end, details or {}))
                details = None
        return places

    def chain(self, label: str, record: Mapping[str, Any], link: str) -> list[int]:
        part = PART[label]
        told = {name: record[name] for name in DETAILS[part] if record[name] is not None and record[name] is not False}
        places = self.put(label, record[SPANS[part]], told | ({"negated": "negated"} if "negated" in told else {}))
        self.links += [Link(link, one, other) for one, other in pairwise(places)]
        self.at[part, record["id"]] = sorted((self.marks[place].start, place) for place in places)
        return places

    def quote(self, record: Mapping[str, Any]) -> None:
        content = self.chain(record["kind"].capitalize(), record, "GoesOn")
        if not content:
            return
        for label, role in ROLES.items():
            self.links += [Link(f"Has{label}", content[0], place) for place in self.put(label, record[role])]
        mentions = self.at.get((SPEAKERS, record["speaker"] or ""), ())
        if mentions:
            near = record["source"][0][0] if record["source"] else self.marks[content[0]].start
            place = mentions[min(bisect_left(mentions, (near, 0)), len(mentions) - 1)][1]
            self.links.append(Link("SpokenBy", content[0], place))

    def link(self, label: str, one: str, other: str | None, part: str) -> None:
        """Tie the first stretches of two records, of which the second may be of another list, if both have some."""
        ones = self.at[SPEAKERS if part == ORGANISATIONS else part, one]
        others = self.at.get((part, other or ""))
        if ones and others:
            self.links.append(Link(label, ones[0][1], others[0][1]))


def part_of(label: str) -> str:
    """The sort of a label: that of its records if it is a content or a mention, else the label itself."""
    return PART.get(label, label)


def malformed(what: str, error: Exception) -> RecordError:
    """The error of a reader that looked for ``what`` and ran into ``error``."""
    told = f"there is no {shown(error.args[0])}" if isinstance(error, KeyError) else shown(str(error))
    return RecordError(f"expected {what}; {told}")


def offsets_in(text: str, start: object, end: object) -> Offsets:
    """The two offsets, if they are some.

    Raises:
        RecordError: They are no offsets of a stretch of ``text``.
    """
    if type(start) is int and type(end) is int and 0 <= start < end <= len(text):
        return start, end
    raise RecordError(f"expected the offsets of a stretch of the text, got {shown([start, end])}")
