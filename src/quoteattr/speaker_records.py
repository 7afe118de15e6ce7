"""From resolved mentions to records: names, descriptions, roles, organisations, mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import define, field

from quoteattr.affiliation.affiliations import organisation_of
from quoteattr.affiliation.offices import is_government
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.nominals import phrase_start
from quoteattr.records import Organisation, Span, Speaker, SpeakerKind
from quoteattr.syntax import Parse, Range

__all__ = ["Records", "best_name", "phrase_text"]

_LONGEST = 60
"""Tokens of a description after its head, at most."""
_BREAKS = frozenset((",", "--", "—", "–", ";", "(", ":", "which", "who"))
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD", "TO"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those"))


def phrase_text(parse: Parse, tokens: Range) -> str:
    """A stretch as one line: white space made single."""
    return " ".join(parse.words_of(tokens).split()) if tokens[0] < tokens[1] else ""


def best_name(parse: Parse, entity: Entity) -> str | None:
    """The fullest form of an entity's name; "Smith campaign" where it is put together."""
    if entity.parts:
        names = [best_name(parse, part) for part in entity.parts]
        return " and ".join(dict.fromkeys(name for name in names if name)) or None
    if entity.names:
        forms = list(dict.fromkeys(phrase_text(parse, tokens) for tokens in entity.names))
        usual = {form.lower() for form in forms if not form.isupper()}
        forms = [form for form in forms if not form.isupper() or form.lower() not in usual]  # a dateline
        longest = max(forms, key=len)
        forms = [form for form in forms if not form.isupper() or form == longest] or forms
        if entity.apart is not None and not any(" " in form for form in forms):
            return " ".join(phrase_text(parse, tokens) for tokens in entity.apart)
        mixed = [form for form in forms if not form.isupper()] if entity.kind is SpeakerKind.PERSON else []
        return max(mixed or forms, key=lambda form: (len(form.split()), len(form)))
    if entity.owner is not None and entity.kind is SpeakerKind.ORGANISATION and entity.owner.kind is SpeakerKind.PERSON:
        owner = best_name(parse, entity.owner)
        if owner and "campaign" in entity.nouns:
            surname = next((word for word in reversed(owner.split(" ")) if word.lower() not in _SUFFIXES), owner)
            return f"{surname} campaign"
    return None


@define
class Records:
    """Makes the records of one article, each once."""

    document: Document
    _organisations: dict[int, Organisation] = field(factory=dict, init=False)
    _speakers: dict[int, Speaker] = field(factory=dict, init=False)

    def make(
        self, entities: Sequence[Entity | None]
    ) -> tuple[tuple[Speaker, ...], tuple[Organisation, ...], tuple[Speaker | None, ...]]:
        """Speakers in order of first mention, their organisations, and the speaker of each of ``entities``."""
        wanted = list({id(entity): entity for entity in entities if entity is not None}.values())
        wanted.sort(key=lambda entity: entity.mentions[0].start if entity.mentions else len(self.document.parse))
        found = {id(body): body for body in map(organisation_of, wanted) if body is not None}
        bodies = [body for body in found.values() if best_name(self.document.parse, body) or is_government(body)]
        bodies.sort(key=lambda body: body.mentions[0].start if body.mentions else len(self.document.parse))
        speaking = set(map(id, wanted))
        for number, body in enumerate(bodies, 1):
            self._organisations[id(body)] = self._organisation(body, f"o{number}", speaks=id(body) in speaking)
        for number, entity in enumerate(wanted, 1):
            self._speakers[id(entity)] = self._speaker(entity, f"s{number}")
        return (
            tuple(self._speakers[id(entity)] for entity in wanted),
            tuple(self._organisations[id(body)] for body in bodies),
            tuple(self._speakers[id(entity)] if entity is not None else None for entity in entities),
        )

    def _organisation(self, body: Entity, identity: str, *, speaks: bool) -> Organisation:
        parse = self.document.parse
        forms = dict.fromkeys(phrase_text(parse, tokens) for tokens in body.names)
        name = best_name(parse, body) or "government"
        capitals = self.document.words.capitals
        if name.lower() in capitals and body.place and not speaks:  # for the country, not the city
            name = max((form for form in forms if form.lower() not in capitals), key=len, default=name)
        return Organisation(identity, name, tuple(form for form in forms if form != name), self._spans(body.mentions))

    def _speaker(self, entity: Entity, identity: str) -> Speaker:
        parse = self.document.parse
        name = best_name(parse, entity)
        body = organisation_of(entity)
        role = min(entity.roles, default=None)
        return Speaker(
            identity,
            name,
            None if name else self._description(entity),
            entity.kind,
            role[2] if role is not None else None,
            self._organisations.get(id(body)) if body is not None else None,
            self._spans(entity.mentions),
        )

    def _spans(self, mentions: Iterable[Mention]) -> tuple[Span, ...]:
        parse = self.document.parse
        ranges = sorted({(mention.start, mention.end) for mention in mentions})
        return tuple(Span.of(parse.text, *parse.characters(tokens)) for tokens in ranges)

    def _description(self, entity: Entity) -> str | None:
        """The best words for somebody unnamed: the longest description by the noun that is used most, as a source."""
        parse = self.document.parse
        described = [mention for mention in entity.mentions if mention.type is MentionType.DESCRIPTION]
        speaks = [mention for mention in described if mention.head in self.document.source_ranges]
        if any(mention.head > mention.start + (mention.noun is not None and mention.definite) for mention in speaks):
            described = speaks  # where it speaks by more than a bare noun, these are the words
        nouns = Counter(mention.noun.base for mention in described if mention.noun is not None)
        usual = nouns.most_common(1)[0][0] if nouns else ""
        best = ""
        for mention in described:
            if mention.noun is not None and mention.noun.base != usual:
                continue
            text = describe(self.document, mention)
            if len(text.split()) > len(best.split()) and (not best or len(text.split()) <= 12):
                best = text
        if not best and entity.parts:
            first = entity.mentions[0]
            best = phrase_text(parse, (first.start, first.end))
        return best or entity.best


def describe(document: Document, mention: Mention) -> str:
    """The words of a description (of the source, where it is one), without an article, up to the first comma."""
    parse = document.parse
    start, end = phrase_start(parse, mention.head), mention.head + 1
    source = document.source_ranges.get(mention.head)
    if source is not None:
        start, end = min(source[0], mention.head), min(source[1], mention.head + _LONGEST)
    else:
        for child in parse.children[mention.head]:
            if (
                child > mention.head
                and parse.deps[child] == "prep"
                and parse.left[child] <= end
                and parse.right[child] - end < 8
            ):
                end = max(end, parse.right[child])
    for token in range(mention.head + 1, end):
        if parse.lower[token] in _BREAKS or not parse.tags[token]:
            end = token
            break
    for token in range(mention.head - 1, start - 1, -1):
        verb = source is None and parse.tags[token] in _VERBS
        if verb or parse.lower[token] in _BREAKS or parse.words[token].isspace():
            start = token + 1
            break
    while start < mention.head and (parse.lower[start] in _ARTICLES or not parse.is_word(start)):
        start += 1
    if start < mention.head and parse.tags[start] == "PRP$":
        start += 1
    while end - 1 > mention.head and (
        not parse.is_word(end - 1) or parse.lower[end - 1] == "'s" or parse.tags[end - 1] == "CC"
    ):
        end -= 1
    return phrase_text(parse, (start, max(end, mention.head + 1)))
