"""The article as a course of mentions: who speaks where, what was mentioned last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import define, field

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.nominals import source_head
from quoteattr.records import QuoteKind, SpeakerKind
from quoteattr.syntax import Parse, Range

__all__ = ["CONTENTS", "Document", "is_inner"]

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
CONTENTS = frozenset(("ccomp", "pcomp"))
"""Clauses that are what somebody says or does."""
_INNER = CONTENTS | {"relcl", "acl", "advcl"}
_CAP, _RECENT = 6, 12
"""Entities that are kept for a noun, and mentions among which somebody was mentioned of late."""
_SPEAKS = frozenset(("document", "person", "people"))
"""Kinds of nouns that may stand behind the name of a body."""
_NAMED = 40
"""Mentions of a content that are looked at for names."""


@define
class Document:
    """Mentions in text order and the attributions they take part in.

    Attributes:
        parse: The article.
        words: The lists.
        mentions: By head token, in text order.
        attributions: In text order of their contents.
        at_head: The mention that each head token heads.
        index: Position in ``mentions`` of each head token.
        heads: The head tokens of ``mentions``.
        content_of: For each token, the index of the attribution in whose content it stands, or -1.
        source_heads: For each attribution, the heads of its source ranges.
        attribution_of: Source head token to attribution.
        source_ranges: Source head token to its source.
        name_at: For each token, the index in ``mentions`` of the name that covers it, or -1.
        campaigns: Person to the campaign, by identity.
        places: Place to its entity.
        offices: Bodies with a title of their own ("senate", "state senate"), where the article names them.
        families: People by the last word of their full names.
        last_speaker: Who spoke last, in the walk through the article.
        last_group: The people that spoke together last, or were spoken of as two, and the sentence.
        main: The person whom the article has mentioned most so far.
        author: Who writes the article, once asked for.
        is_settled: Whether pronouns and descriptions are resolved.
        has_campaign: Whether the article speaks of a campaign.
    """

    parse: Parse
    words: Gazetteer
    mentions: list[Mention]
    attributions: Sequence[Attribution]
    at_head: dict[int, Mention] = field(init=False)
    index: dict[int, int] = field(init=False)
    heads: list[int] = field(init=False)
    content_of: list[int] = field(init=False)
    _quoted: list[int] = field(init=False)
    source_heads: list[list[int]] = field(init=False)
    attribution_of: dict[int, int] = field(init=False)
    source_ranges: dict[int, Range] = field(factory=dict, init=False)
    name_at: list[int] = field(init=False)
    campaigns: dict[int, Entity] = field(factory=dict, init=False)
    places: dict[str, Entity] = field(factory=dict, init=False)
    offices: dict[str, Entity] = field(factory=dict, init=False)
    families: dict[str, list[Entity]] = field(factory=dict, init=False)
    _by_noun: dict[str, list[Entity]] = field(factory=dict, init=False)
    _by_class: dict[str, list[Entity]] = field(factory=dict, init=False)
    _noted: int = field(default=0, init=False)
    last_speaker: Entity | None = field(default=None, init=False)
    last_group: tuple[Entity, int] | None = field(default=None, init=False)
    main: Entity | None = field(default=None, init=False)
    author: Entity | None = field(default=None, init=False)
    is_settled: bool = field(default=False, init=False)
    has_campaign: bool = field(default=False, init=False)
    _named: dict[int, frozenset[int]] = field(factory=dict, init=False)
    _groups: dict[tuple[int, ...], Entity] = field(factory=dict, init=False)
    _states: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.at_head = {mention.head: mention for mention in self.mentions}
        self._states = frozenset(state.lower() for state in self.words.states.values())
        self.heads = [mention.head for mention in self.mentions]
        self.has_campaign = any(
            mention.noun is not None and "campaign" in mention.noun.classes for mention in self.mentions
        )
        self.index = {mention.head: number for number, mention in enumerate(self.mentions)}
        self.content_of = [-1] * len(self.parse)
        self._quoted = [-1] * len(self.parse)
        self.name_at = [-1] * len(self.parse)
        for number, mention in enumerate(self.mentions):
            if mention.type is MentionType.NAME and mention.name is not None and mention.entity is not None:
                self.name_at[mention.start : mention.end] = [number] * (mention.end - mention.start)
                joined = " ".join(mention.name.key)
                if mention.entity.place:
                    self.places.setdefault(self.words.places.get(joined, joined), mention.entity)
                elif mention.entity.kind is SpeakerKind.PERSON and len(mention.name.key) > 1:
                    family = self.families.setdefault(mention.name.key[-1], [])
                    if len(family) < _CAP and mention.entity not in family:
                        family.append(mention.entity)
                elif (office := mention.name.key[-1]) in self.words.offices.values():
                    state = " ".join(mention.name.key[:-1]) in self._states
                    self.offices.setdefault(f"state {office}" if state else office, mention.entity)
        self.source_heads = []
        self.attribution_of = {}
        for number, attribution in enumerate(self.attributions):
            direct, mixed = attribution.kind is QuoteKind.DIRECT, attribution.kind is QuoteKind.MIXED
            for start, end in attribution.content:
                for token in range(start, min(end, len(self.parse))):
                    if self.content_of[token] < 0:
                        self.content_of[token] = number
                        if direct or (mixed and self.parse.region_of[token] >= 0):
                            self._quoted[token] = number
            self.source_heads.append([])
            for tokens in attribution.voices:
                head = self._mended(source_head(self.parse, *tokens), tokens)
                if head >= 0:
                    self.source_heads[-1].append(head)
                    self.source_ranges.setdefault(head, tokens)
            for head in self.source_heads[-1]:
                self.attribution_of.setdefault(head, number)

    def _mended(self, head: int, source: Range) -> int:
        """The head of a source where the tree has another: see the two below."""
        if head < 0 or head + 1 >= source[1]:
            return head
        number = self.name_at[head]
        return self._document(head, number, source[1] - 1) if number >= 0 else self._titled(head, source)

    def _document(self, head: int, name: int, last: int) -> int:
        """The noun of "an Institute for Rivers report" or "spokesman", where the tree has the name before it speak."""
        found = self.at_head.get(last) if self.mentions[name].end == last else None
        return last if found is not None and found.noun is not None and found.noun.kind in _SPEAKS else head

    def _titled(self, head: int, source: Range) -> int:
        """The name of "filmmaker and author Jane Smith", where the tree has two people."""
        parse, token = self.parse, self.parse.child(head, "conj")
        found, name = self.at_head.get(head), self.at_head.get(token)
        if found is None or found.noun is None or found.noun.plural or found.noun.kind != "person":
            return head
        if name is None or name.type is not MentionType.NAME or not head < token < source[1]:
            return head
        bare = not any(parse.deps[child] in ("det", "poss") for child in parse.children[head])
        bare = bare or parse.words[name.start - 1].islower()  # "the host and former aide Jane Smith"
        return token if bare and self._is_person(name.start - 1) else head

    def _is_person(self, token: int) -> bool:
        return self.words.noun(self.parse.lower[token], self.parse.tags[token]).kind == "person"

    def group(self, members: Sequence[Entity]) -> Entity:
        """Several as one: the same members give the same group."""
        key = tuple(sorted(id(member) for member in members))
        if key not in self._groups:
            unnamed = {member.kind for member in members if not member.names}
            several = len(unnamed) != 1 or any(member.names for member in members) or SpeakerKind.PERSON in unnamed
            kind = SpeakerKind.PEOPLE if several else unnamed.pop()
            self._groups[key] = Entity(kind, plural=True, parts=tuple(members))
        return self._groups[key]

    def pair_at(self, token: int) -> Entity | None:
        """The named people whom "and" joins, of whom ``token`` heads the first; ``None`` if it is one alone."""
        members: list[Entity] = []
        for _ in range(_CAP):
            mention = self.at_head.get(token)
            entity = mention.entity if mention is not None else None
            if entity is None or entity.kind is not SpeakerKind.PERSON or not entity.names:
                break
            if entity not in members:
                members.append(entity)
            token = self.parse.child(token, "conj")
            if token < 0:
                break
        return self.group(members) if len(members) > 1 else None

    def quoted(self, token: int) -> int:
        """The attribution in whose quotation marks ``token`` stands, or -1."""
        return self._quoted[token]

    def named_by(self, token: int) -> frozenset[int]:
        """Whom the content names whose source ``token`` heads, by identity: hardly who says it."""
        number = self.attribution_of.get(token, -1)
        if number < 0:
            return frozenset()
        if number not in self._named:
            found: set[int] = set()
            for start, end in self.attributions[number].content:
                first = bisect_left(self.heads, start)
                for mention in self.mentions[first : first + _NAMED]:
                    if mention.head >= end:
                        break
                    if mention.type is MentionType.NAME and mention.entity is not None:
                        found.add(id(mention.entity))
            self._named[number] = frozenset(found)
        return self._named[number]

    def is_subject(self, token: int) -> bool:
        """Whether ``token`` is a grammatical subject, or shares one's place as a conjunct."""
        dep = self.parse.deps[token]
        return dep in _SUBJECTS or (dep == "conj" and self.parse.deps[self.parse.heads[token]] in _SUBJECTS)

    def note(self, entity: Entity) -> None:
        """Remember that ``entity`` has just been mentioned."""
        self._noted += 1
        entity.count += 1
        if entity.kind is SpeakerKind.PERSON and entity.names and (not self.main or entity.count > self.main.count):
            self.main = entity
        entity.last = self._noted
        for table, keys in ((self._by_noun, entity.nouns), (self._by_class, entity.classes)):
            for key in keys:
                recent = table.setdefault(key, [])
                if entity in recent:
                    recent.remove(entity)
                recent.append(entity)
                del recent[:-_CAP]

    def is_recent(self, entity: Entity) -> bool:
        """Whether somebody was among those mentioned last."""
        return entity.last > self._noted - _RECENT

    def by_noun(self, noun: str) -> list[Entity]:
        """Entities called ``noun`` so far, the one mentioned last at the end."""
        return self._by_noun.get(noun, [])

    def by_class(self, name: str) -> list[Entity]:
        """Organisations of a class, the one mentioned last at the end."""
        return self._by_class.get(name, [])


def is_inner(parse: Parse, subject: int, clauses: frozenset[str] = _INNER) -> bool:
    """Whether a subject is that of a clause inside another: "Smith said that Jones was late"."""
    verb = parse.heads[subject]
    if parse.deps[verb] == "conj":
        verb = parse.heads[verb]
    return parse.deps[verb] in clauses
