"""Articles of a sentence or two with trees written by hand, in which names are known: for the rules of resolution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from parses import parse_of

from quoteattr.affiliation.ranking import surest
from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import Name, key_of
from quoteattr.coreference.mentions.nominals import phrase_mentions
from quoteattr.coreference.typing.employers import name_head
from quoteattr.records import Attitude, QuoteKind, SpeakerKind
from quoteattr.syntax import Parse, Range

KINDS = {"person": SpeakerKind.PERSON, "body": SpeakerKind.ORGANISATION, "place": SpeakerKind.ORGANISATION}


def tree(text: str, sentences: list[Range] | None = None) -> Parse:
    """A parse from words "word_tag_dep_head", parted by spaces.

    The head is a number, or + or - and a distance. A mark has no tag; a full stop ends a sentence.
    """
    rows = []
    for number, cell in enumerate(text.split()):
        word, tag, dep, head = cell.rsplit("_", 3)
        told = f" {tag} {dep} {number + int(head) if head[0] in '+-' else head}"
        rows.append(word + told if tag else word)
    if sentences is None:
        edges = [0, *(number + 1 for number, row in enumerate(rows) if row[:1] == ".")]
        sentences = list(pairwise(edges if edges[-1] == len(rows) else [*edges, len(rows)]))
    return parse_of(*rows, sentences=sentences)


def plain(text: str, rest: str = "RB") -> str:
    """Gazetteer for :func:`tree` of which only some are told: "word", "word/TAG" or "word/TAG/dep/distance".

    The others hang on the first word; names are "NNP", small words ``rest``.
    """
    cells = []
    for number, told in enumerate(text.split()):
        word, *cell = told.split("/")
        usual = "." if word == "." else "NNP" if word[0].isupper() else rest
        tag, dep, head = (*cell, *(usual, "dep" if number else "ROOT", "0")[len(cell) :])
        cells.append("_".join((word, tag, dep, head)))
    return " ".join(cells)


def scene(
    text: str,
    names: Mapping[str, str],
    *,
    speaks: Sequence[str] = (),
    titles: Mapping[str, tuple[str, ...]] | None = None,
    sentences: list[Range] | None = None,
) -> Document:
    """An article with its mentions: what each name names is told, and nothing else is resolved.

    Args:
        text: The words, as :func:`tree` reads them.
        names: "person", "body", "place" or "body", and classes or nouns of it behind a colon, by the words of a name.
        speaks: Names that are the source of a quote.
        titles: The titles before names.
        sentences: Where sentences are.
    """
    parse = tree(text, sentences)
    mentions, taken = [], [False] * len(parse)
    for called, told in names.items():
        kind, _, classes = told.partition(":")
        entity = Entity(KINDS[kind], place=kind == "place", classes=set(classes.split()), nouns=set(classes.split()))
        for start, end in places_of(parse, called):
            if any(taken[start:end]):
                continue
            taken[start:end] = [True] * (end - start)
            entity.names.append((start, end))
            name = Name(start, end, key_of(parse.words[start:end]), "", titles=(titles or {}).get(called, ()))
            head = name_head(parse, start, end)
            mentions.append(Mention(start, end, head, MentionType.NAME, name=name, entity=entity))
    sources = [places_of(parse, called)[0] for called in speaks]
    mentions += phrase_mentions(parse, taken, sources, gazetteer())
    mentions.sort(key=lambda mention: (mention.head, mention.start))
    return Document(parse, gazetteer(), mentions, [_said(tokens) for tokens in sources])


def introduce(document: Document) -> None:
    """Give each description somebody of its own, of its noun's kind."""
    for one in document.mentions:
        if one.type is MentionType.DESCRIPTION and one.entity is None and one.noun is not None and one.noun.kind:
            one.entity = Entity(SpeakerKind(one.noun.kind), nouns={one.noun.base}, classes=set(one.noun.classes))


def affiliations(document: Document, told: str) -> list[tuple[str, int]]:
    """The bodies of who is mentioned by these words, with their ranks, the surest first."""
    entity = mention(document, told).entity
    found = sorted(entity.affiliations if entity is not None else [], key=surest)
    return [(called(document, [one.organisation])[0], one.rank) for one in found]


def places_of(parse: Parse, called: str) -> list[Range]:
    """Where these words stand."""
    size = len(parts := called.split())
    return [(start, start + size) for start in range(len(parse)) if parse.words[start : start + size] == parts]


def mention(document: Document, called: str) -> Mention:
    """The first mention of these words, or that the first of them heads."""
    start, end = places_of(document.parse, called)[0]
    found = [one for one in document.mentions if (one.start, one.end) == (start, end)]
    return found[0] if found else document.at_head[start]


def called(document: Document, bodies: Sequence[Entity | None]) -> list[str]:
    """The words by which these are named first."""
    return [" ".join(document.parse.words[slice(*body.names[0])]) if body is not None else "-" for body in bodies]


def _said(source: Range) -> Attribution:
    return Attribution(
        content=(),
        cue=(),
        source=(source,),
        kind=QuoteKind.INDIRECT,
        attitude=Attitude.ASSERTION,
        negated=False,
        rule="test",
        confidence=1.0,
    )
