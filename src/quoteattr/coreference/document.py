"""The article as an index of its mentions and of the sources of its attributions. Nothing here changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from attrs import frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.classes import DOCUMENT_NOUN, PEOPLE_NOUN, PERSON_NOUN
from quoteattr.coreference.entities import Mention, MentionType
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.nominals import source_head
from quoteattr.records import QuoteKind
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import CONJUNCT, DETERMINER, POSSESSOR, SUBJECTS

__all__ = ["Document", "document_of"]

_NAMED = 40
"""Mentions of a content that are looked at for names."""
_BEHIND_NAME = (DOCUMENT_NOUN, PERSON_NOUN, PEOPLE_NOUN)
"""Kinds of nouns that may stand behind the name of an organisation and be what speaks."""


@frozen(eq=False)
class Document:
    """Mentions in text order, and the attributions that they take part in.

    Attributes:
        parse: The article.
        gazetteer: The word lists.
        mentions: By head token, in text order.
        attributions: In text order of their contents.
        at_head: The mention that each head token heads.
        index: Position in ``mentions`` of each head token.
        heads: The head tokens of ``mentions``.
        content_of: For each token, the index of the attribution in whose content it stands, or -1.
        quoted_by: For each token, the index of the attribution in whose quotation marks it stands, or -1.
        source_heads: For each attribution, the heads of its source ranges.
        attribution_of: Source head token to attribution.
        source_ranges: Source head token to its source.
        name_at: For each token, the index in ``mentions`` of the name that covers it, or -1.
        narrated: For each sentence, how many up to it have words outside the quotation marks of attributions.
    """

    parse: Parse
    gazetteer: Gazetteer
    mentions: tuple[Mention, ...]
    attributions: Sequence[Attribution]
    at_head: Mapping[int, Mention]
    index: Mapping[int, int]
    heads: Sequence[int]
    content_of: Sequence[int]
    quoted_by: Sequence[int]
    name_at: Sequence[int]
    source_heads: Sequence[Sequence[int]]
    attribution_of: Mapping[int, int]
    source_ranges: Mapping[int, Range]
    narrated: Sequence[int]

    def mention_at(self, token: int) -> Mention | None:
        """The mention that a token heads, else the name that covers it; ``None`` for -1."""
        if token < 0:
            return None
        return self.at_head.get(token) or self.name_covering(token)

    def name_covering(self, token: int) -> Mention | None:
        """The name that covers a token; ``None`` for a token outside of the article."""
        number = self.name_at[token] if 0 <= token < len(self.name_at) else -1
        return self.mentions[number] if number >= 0 else None

    def before(self, token: int, most: int, sentences: int | None = None) -> Sequence[Mention]:
        """The mentions whose heads stand before ``token``, the nearest first.

        Args:
            token: A token.
            most: How many mentions at most.
            sentences: How many sentences back at most; by default as many as there are.
        """
        last = bisect_left(self.heads, token)
        first = max(0, last - most)
        if sentences is not None:
            sentence = max(0, self.parse.sentence_of[token] - sentences)
            first = bisect_left(self.heads, self.parse.sentences[sentence][0], first, last)
        return self.mentions[first:last][::-1]

    def after(self, token: int, most: int) -> Sequence[Mention]:
        """The mentions whose heads stand behind ``token``, the nearest first, ``most`` at most."""
        position = bisect_left(self.heads, token + 1)
        return self.mentions[position : position + most]

    def is_source(self, mention: Mention) -> bool:
        """Whether a mention is the source of an attribution."""
        return mention.head in self.attribution_of

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands in the quotation marks of an attribution."""
        return self.quoted_by[token] >= 0

    def opens_turn(self, label: int, token: int) -> bool:
        """Whether a token is said in the turn that the label with the token ``label`` opens."""
        number = self.content_of[token]
        return number >= 0 and number != self.content_of[label] and self.attributions[number].is_turn

    def is_subject(self, token: int) -> bool:
        """Whether a token is a grammatical subject, or shares one's place as a conjunct."""
        parse = self.parse
        dep = parse.deps[token]
        return dep in SUBJECTS or (dep == CONJUNCT and parse.deps[parse.heads[token]] in SUBJECTS)

    def clause_of(self, subject: int) -> str:
        """How the clause of a subject hangs on another: the label of its verb, or of the one before "and"."""
        parse = self.parse
        verb = parse.heads[subject]
        if parse.deps[verb] == CONJUNCT:
            verb = parse.heads[verb]
        return parse.deps[verb]

    def names_in_content(self, number: int) -> Iterator[Mention]:
        """The names in the content of an attribution."""
        for start, end in self.attributions[number].content:
            first = bisect_left(self.heads, start)
            for mention in self.mentions[first : first + _NAMED]:
                if mention.head >= end:
                    break
                if mention.type is MentionType.NAME:
                    yield mention


def document_of(
    parse: Parse, gazetteer: Gazetteer, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> Document:
    """The index of an article.

    Args:
        parse: The article.
        gazetteer: The word lists.
        mentions: Its mentions, by head token, in text order.
        attributions: Its attributions, in text order.
    """
    at_head = {mention.head: mention for mention in mentions}
    name_at = [-1] * len(parse)
    for number, mention in enumerate(mentions):
        if mention.type is MentionType.NAME:
            name_at[mention.start : mention.end] = [number] * (mention.end - mention.start)
    content_of, quoted_by = _contents(parse, attributions)
    sources = _Sources(parse, gazetteer, mentions, at_head, name_at)
    source_heads: list[list[int]] = []
    source_ranges: dict[int, Range] = {}
    attribution_of: dict[int, int] = {}
    for number, attribution in enumerate(attributions):
        source_heads.append([])
        for tokens in attribution.voices:
            if (head := sources.head(tokens)) >= 0:
                source_heads[-1].append(head)
                source_ranges.setdefault(head, tokens)
                attribution_of.setdefault(head, number)
    return Document(
        parse=parse,
        gazetteer=gazetteer,
        mentions=tuple(mentions),
        attributions=attributions,
        at_head=at_head,
        index={mention.head: number for number, mention in enumerate(mentions)},
        heads=[mention.head for mention in mentions],
        content_of=content_of,
        quoted_by=quoted_by,
        name_at=name_at,
        source_heads=source_heads,
        attribution_of=attribution_of,
        source_ranges=source_ranges,
        narrated=list(accumulate(_is_narrated(parse, sentence, quoted_by) for sentence in parse.sentences)),
    )


def _is_narrated(parse: Parse, sentence: Range, quoted_by: Sequence[int]) -> bool:
    """Whether a sentence has a word outside quotation marks."""
    return any(quoted_by[token] < 0 and parse.is_word(token) for token in range(*sentence))


def _contents(parse: Parse, attributions: Sequence[Attribution]) -> tuple[list[int], list[int]]:
    """For each token the attribution in whose content it stands, and the one in whose quotation marks.

    What is attributed within a turn comes behind the turn, and what it takes in is its own.
    """
    content_of, quoted_by = [-1] * len(parse), [-1] * len(parse)
    for number, attribution in enumerate(attributions):
        direct, mixed = attribution.kind is QuoteKind.DIRECT, attribution.kind is QuoteKind.MIXED
        for start, end in attribution.content:
            end = min(end, len(parse))
            content_of[start:end] = [number] * (end - start)
            if direct:
                quoted_by[start:end] = [number] * (end - start)
            for token in range(start, end) if mixed else ():
                if parse.region_of[token] >= 0:
                    quoted_by[token] = number
    return content_of, quoted_by


@frozen
class _Sources:
    """Finds the head of a source, where the tree has another as well."""

    parse: Parse
    gazetteer: Gazetteer
    mentions: Sequence[Mention]
    at_head: Mapping[int, Mention]
    name_at: Sequence[int]

    def head(self, source: Range) -> int:
        """The token that stands for a source, or -1."""
        head = source_head(self.parse, *source)
        if head < 0 or head + 1 >= source[1]:
            return head
        number = self.name_at[head]
        return self._behind_name(head, number, source[1] - 1) if number >= 0 else self._behind_role(head, source)

    def _behind_name(self, head: int, name: int, last: int) -> int:
        """The noun of "an Institute for Rivers report", where the tree has the name before it speak."""
        found = self.at_head.get(last) if self.mentions[name].end == last else None
        return last if found is not None and found.noun is not None and found.noun.kind in _BEHIND_NAME else head

    def _behind_role(self, head: int, source: Range) -> int:
        """The name of "filmmaker and author Jane Smith", where the tree has two people."""
        parse = self.parse
        joined = [child for child in parse.children[head] if parse.deps[child] == CONJUNCT]
        token = joined[-1] if joined else -1  # the tree of "filmmaker and author Jane Smith" may have three in a row
        found, name = self.at_head.get(head), self.at_head.get(token)
        if found is None or found.noun is None or found.noun.plural or found.noun.kind != PERSON_NOUN:
            return head
        if name is None or name.type is not MentionType.NAME or not head < token < source[1]:
            return head
        bare = parse.child(head, DETERMINER, POSSESSOR) < 0
        bare = bare or parse.words[name.start - 1].islower()  # "the host and former aide Jane Smith"
        return token if bare and self._is_person(name.start - 1) else head

    def _is_person(self, token: int) -> bool:
        return self.gazetteer.noun(self.parse.lower[token], self.parse.tags[token]).kind == PERSON_NOUN
