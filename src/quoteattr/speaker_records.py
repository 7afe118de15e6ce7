"""From resolved mentions to records: names, descriptions, roles, organisations, mentions. Records are made once."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import field, frozen

from quoteattr.coreference.context import CAMPAIGN, Context
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.nominals import phrase_start
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.records import Organisation, Span, Speaker
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import CONJUNCTION_TAG, POSSESSIVE_PRONOUN_TAG, PREPOSITION

__all__ = ["Nested", "Records", "Standing", "best_name", "phrase_text", "records_of"]

_BREAKS = word_list("coreference", "ends_of_description")
_SUFFIXES = word_list("coreference", "suffixes_of_people")
_ARTICLES = word_list("coreference", "articles")
_VERBS = label_set("tags", "role_verbs")
_LONGEST = 60
"""Tokens of a description after its head, at most."""
_COMPLEMENT = 8
"""Tokens of a complement behind the head that is part of the description, at most."""
_WORDS = 12
"""Words of a description that is preferred to a shorter one, at most."""


@frozen
class Standing:
    """For whom an entity stands, and the rule that says so.

    Attributes:
        organisation: The organisation.
        rule: The id of the rule.
        confidence: How likely this is right, 0 to 1, if that is known.
    """

    organisation: Entity
    rule: str
    confidence: float | None = None


@frozen
class Records:
    """The records of one article.

    Attributes:
        speakers: The speakers that are asked for, in order of first mention.
        organisations: Their organisations, in order of first mention.
        speaker_of: For each entity that was asked for, its speaker; ``None`` for ``None``.
        by_entity: The speakers, by the entities that they are.
    """

    speakers: tuple[Speaker, ...]
    organisations: tuple[Organisation, ...]
    speaker_of: tuple[Speaker | None, ...]
    by_entity: Mapping[Entity, Speaker] = field(eq=False, repr=False)


@frozen(eq=False)
class Nested:
    """Those who speak within what others say.

    Attributes:
        context: The article with the sources of these attributions.
        speaking: Who speaks, for each of them that comes back.
        standings: For whom each entity stands.
        more: Further mentions of entities, such as those of several people together.
    """

    context: Context
    speaking: Sequence[Entity | None]
    standings: Mapping[Entity, Standing]
    more: Mapping[Entity, Sequence[Mention]]


def phrase_text(parse: Parse, tokens: Range) -> str:
    """A stretch as one line: white space made single."""
    return " ".join(parse.words_of(tokens).split()) if tokens[0] < tokens[1] else ""


def records_of(
    context: Context,
    speaking: Sequence[Entity | None],
    standings: Mapping[Entity, Standing],
    roles: Mapping[Entity, str],
    more: Mapping[Entity, Sequence[Mention]],
    without: Collection[Mention] = (),
    nested: Nested | None = None,
) -> Records:
    """The records of those who speak.

    Args:
        context: The article, resolved.
        speaking: Who speaks, for each attribution that comes back.
        standings: For whom each entity stands.
        roles: The role of each person who has one.
        more: Further mentions of entities, such as those of several people together.
        without: Mentions that are told of nobody but of whom ``more`` tells them.
        nested: Who speaks within what these say. Their ids follow, and whoever speaks in both has one record.
    """
    maker = _Maker(context, standings, roles, more, without)
    speakers, organisations = dict[Entity, Speaker](), dict[Entity, Organisation]()
    _add(maker, speaking, speakers, organisations)
    told = [*speaking]
    if nested is not None:
        maker = _Maker(nested.context, nested.standings, roles, nested.more, ())
        _add(maker, nested.speaking, speakers, organisations)
        told += nested.speaking
    return Records(
        tuple(sorted(speakers.values(), key=_place)),
        tuple(sorted(organisations.values(), key=_place)),
        tuple(speakers[one] if one is not None else None for one in told),
        speakers,
    )


def _place(record: Speaker | Organisation) -> int:
    """Where somebody is mentioned first; one that never is comes last."""
    return record.mentions[0].start if record.mentions else sys.maxsize


def _add(
    maker: _Maker,
    speaking: Iterable[Entity | None],
    speakers: dict[Entity, Speaker],
    organisations: dict[Entity, Organisation],
) -> None:
    """Add the records of those who have none yet, with ids in order of first mention."""
    new = dict.fromkeys(one for one in speaking if one is not None and one not in speakers)
    wanted = sorted(new, key=maker.first)
    bodies = dict.fromkeys(maker.standings[one].organisation for one in wanted if one in maker.standings)
    found = sorted((body for body in bodies if body not in organisations and maker.is_shown(body)), key=maker.first)
    for number, body in enumerate(found, len(organisations) + 1):
        organisations[body] = maker.organisation(body, f"o{number}", speaks=body in new)
    for number, one in enumerate(wanted, len(speakers) + 1):
        speakers[one] = maker.speaker(one, f"s{number}", organisations)


def best_name(parse: Parse, entity: Entity) -> str | None:
    """The fullest form of an entity's name; "Smith campaign" where it is put together."""
    if entity.parts:
        names = dict.fromkeys(best_name(parse, part) for part in entity.parts)
        return None if None in names else " and ".join(filter(None, names))  # "Smith and her aides" are not Smith alone
    return _fullest(parse, entity) if entity.names else _campaign_name(parse, entity)


def _fullest(parse: Parse, entity: Entity) -> str:
    counts = Counter(phrase_text(parse, tokens) for tokens in entity.names)
    forms = list(counts)
    forms = [form for form in forms if not _is_with_noun(form, forms)]
    usual = {form.lower() for form in forms if not form.isupper()}
    forms = [form for form in forms if not form.isupper() or form.lower() not in usual]  # a dateline
    longest = max(forms, key=len)
    forms = [form for form in forms if not form.isupper() or form == longest] or forms
    if entity.apart is not None and not any(" " in form for form in forms):
        return " ".join(phrase_text(parse, tokens) for tokens in entity.apart)
    most = max(len(form.split()) for form in forms)
    full = [form for form in forms if len(form.split()) == most]  # of "ADA SMITH" and "Ada" the former
    if entity.traits.place and most == 1:  # "UK" and "Britain": no form of it is fuller than the other
        return max(forms, key=lambda form: (counts[form], len(form)))
    mixed = [form for form in full if not form.isupper()] if entity.is_person else []
    best = max(mixed or forms, key=lambda form: (len(form.split()), len(form)))
    alike = [form for form in forms if _letters(form) == _letters(best)]  # "Air Asia" and "AirAsia"
    return max(alike, key=lambda form: (counts[form], form == best))


def _letters(form: str) -> str:
    """A name without what may part its words."""
    return "".join(filter(str.isalnum, form)).lower()


def _is_with_noun(form: str, forms: Sequence[str]) -> bool:
    """Whether a form is another with a noun behind it: "Time magazine" beside "Time"."""
    name, _, noun = form.rpartition(" ")
    return noun.islower() and any(one in (name, f"The {name}") for one in forms)


def _campaign_name(parse: Parse, entity: Entity) -> str | None:
    if entity.owner is None or not entity.is_organisation or not entity.owner.is_person:
        return None
    owner = best_name(parse, entity.owner)
    if not owner or CAMPAIGN not in entity.traits.nouns:
        return None
    surname = next((word for word in reversed(owner.split(" ")) if word.lower() not in _SUFFIXES), owner)
    return f"{surname} {CAMPAIGN}"


@frozen(eq=False)
class _Maker:
    """Makes the records of one article."""

    context: Context
    standings: Mapping[Entity, Standing]
    roles: Mapping[Entity, str]
    more: Mapping[Entity, Sequence[Mention]]
    without: Collection[Mention]

    @property
    def parse(self) -> Parse:
        return self.context.parse

    def first(self, entity: Entity) -> int:
        """Where an entity is mentioned first; one that never is comes last."""
        return min((mention.start for mention in self._mentions(entity)), default=sys.maxsize)

    def _mentions(self, entity: Entity) -> list[Mention]:
        own = [one for one in entity.mentions if one not in self.without] if self.without else entity.mentions
        return [*own, *self.more.get(entity, ())]

    def is_shown(self, body: Entity) -> bool:
        """Whether an organisation has a name, or is "the government", of which no country is told."""
        return bool(best_name(self.parse, body)) or body.is_government

    def organisation(self, body: Entity, identity: str, *, speaks: bool) -> Organisation:
        forms = dict.fromkeys(phrase_text(self.parse, tokens) for tokens in body.names)
        name = best_name(self.parse, body) or "government"
        capitals = self.context.gazetteer.capitals
        if name.lower() in capitals and body.traits.place and not speaks:  # for the country, not the city
            name = max((form for form in forms if form.lower() not in capitals), key=len, default=name)
        return Organisation(identity, name, tuple(form for form in forms if form != name), self._spans(body))

    def speaker(self, entity: Entity, identity: str, organisations: Mapping[Entity, Organisation]) -> Speaker:
        name, standing = self._name(entity), self.standings.get(entity)
        organisation = organisations.get(standing.organisation) if standing is not None else None
        return Speaker(
            id=identity,
            name=name,
            description=None if name else self._description(entity),
            kind=entity.kind,
            role=self.roles.get(entity),
            organisation=organisation,
            organisation_rule=standing.rule if standing is not None and organisation is not None else None,
            organisation_confidence=standing.confidence if standing is not None and organisation is not None else None,
            mentions=self._spans(entity),
        )

    def _name(self, entity: Entity) -> str | None:
        """The best name; of a named person and somebody unnamed "Jane Smith and colleagues", never the first alone."""
        name = best_name(self.parse, entity)
        if name is not None or not entity.parts or best_name(self.parse, entity.parts[0]) is None:
            return name
        several = sum(best_name(self.parse, part) is not None for part in entity.parts) > 1
        return self._joined(entity) if several or entity.parts[0].is_person else None

    def _joined(self, group: Entity) -> str | None:
        """The names of several, and the descriptions of the unnamed ones."""
        told = dict.fromkeys(best_name(self.parse, part) or self._beside(part, group) for part in group.parts)
        return None if None in told else " and ".join(filter(None, told))

    def _beside(self, part: Entity, group: Entity) -> str | None:
        """The words for somebody unnamed beside others: "her colleagues"."""
        sources = [(one.start, one.end) for one in self._mentions(group)]
        for one in part.mentions:
            if one.type is MentionType.DESCRIPTION and any(first <= one.start < last for first, last in sources):
                return phrase_text(self.parse, (one.start, max(one.end, _end_of_complement(self.parse, one.head))))
        return self._description(part)

    def _spans(self, entity: Entity) -> tuple[Span, ...]:
        ranges = sorted({(mention.start, mention.end) for mention in self._mentions(entity)})
        return tuple(Span.of(self.parse.text, *self.parse.characters(tokens)) for tokens in ranges)

    def _description(self, entity: Entity) -> str | None:
        """The best words for somebody unnamed: the longest description by the noun that is used most, as a source."""
        mentions = self._mentions(entity)
        described = self._telling([one for one in mentions if one.type is MentionType.DESCRIPTION])
        nouns = Counter(mention.noun.base for mention in described if mention.noun is not None)
        usual = nouns.most_common(1)[0][0] if nouns else ""
        best = ""
        for mention in described:
            if mention.noun is None or mention.noun.base == usual:
                text = describe(self.context.document, mention)
                if len(text.split()) > len(best.split()) and (not best or len(text.split()) <= _WORDS):
                    best = text
        if not best and entity.parts:
            best = phrase_text(self.parse, (mentions[0].start, mentions[0].end))
        return entity.traits.best or best or None

    def _telling(self, described: list[Mention]) -> list[Mention]:
        """The descriptions that are sources, where one of these is more than a bare noun; else all of them."""
        speaks = [mention for mention in described if mention.head in self.context.document.source_ranges]
        told = any(mention.head > mention.start + (mention.noun is not None and mention.definite) for mention in speaks)
        return speaks if told else described


def describe(document: Document, mention: Mention) -> str:
    """The words of a description (of the source, where it is one), without an article, up to the first comma."""
    parse, head = document.parse, mention.head
    source = document.source_ranges.get(head)
    if source is not None:
        start, end = min(source[0], head), min(source[1], head + _LONGEST)
    else:
        start, end = phrase_start(parse, head), _end_of_complement(parse, head)
    end = next((token for token in range(head + 1, end) if parse.lower[token] in _BREAKS or not parse.tags[token]), end)
    start = _behind_break(parse, start, head, verbs=source is None)
    while start < head and (parse.lower[start] in _ARTICLES or not parse.is_word(start)):
        start += 1
    if start < head and parse.tags[start] == POSSESSIVE_PRONOUN_TAG:
        start += 1
    while end - 1 > head and _is_edge(parse, end - 1):
        end -= 1
    return phrase_text(parse, (start, max(end, head + 1)))


def _end_of_complement(parse: Parse, head: int) -> int:
    """The token behind the prepositional phrases right behind a head."""
    end = head + 1
    for child in parse.children[head]:
        near = child > head and parse.left[child] <= end and parse.right[child] - end < _COMPLEMENT
        if near and parse.deps[child] == PREPOSITION:
            end = max(end, parse.right[child])
    return end


def _behind_break(parse: Parse, start: int, head: int, *, verbs: bool) -> int:
    """The token behind the last one before a head that is no part of its phrase."""
    for token in range(head - 1, start - 1, -1):
        verb = verbs and parse.tags[token] in _VERBS
        if verb or parse.lower[token] in _BREAKS or parse.words[token].isspace():
            return token + 1
    return start


def _is_edge(parse: Parse, token: int) -> bool:
    """Whether a token at the end of a description is no part of it."""
    return not parse.is_word(token) or parse.lower[token] == "'s" or parse.tags[token] == CONJUNCTION_TAG
