"""Articles of a sentence or two with trees written by hand, in which names are known: for the rules of resolution."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import evolve
from parses import parse_of

from quoteattr.affiliation import affiliations_of
from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.constructs import Construct
from quoteattr.coreference.context import Context
from quoteattr.coreference.document import document_of
from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType, Traits
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import Name, key_of
from quoteattr.coreference.mentions.nominals import phrase_mentions, traits_of
from quoteattr.coreference.mentions.pronouns import traits_of_pronoun
from quoteattr.coreference.named import named_of
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
) -> Context:
    """An article with its mentions: what each name names is told, and nothing else is linked.

    Args:
        text: The words, as :func:`tree` reads them.
        names: "person", "body", "place" or "body", and classes or nouns of it behind a colon, by the words of a name.
        speaks: Names that are the source of a quote.
        titles: The titles before names.
        sentences: Where sentences are.
    """
    parse, entities, words = tree(text, sentences), Entities(), gazetteer()
    mentions, taken = [], [False] * len(parse)
    for called, told in names.items():
        kind, _, classes = told.partition(":")
        known = frozenset(classes.split())
        places = [one for one in places_of(parse, called) if not any(taken[slice(*one)])]
        traits = Traits(KINDS[kind], place=kind == "place", classes=known, nouns=known)
        entity = Entity(traits, names=tuple(places))
        for start, end in places:
            taken[start:end] = [True] * (end - start)
            name = Name(start, end, key_of(parse.words[start:end]), "", titles=(titles or {}).get(called, ()))
            mentions.append(Mention(start, end, name_head(parse, start, end), MentionType.NAME, name=name))
            entities.begin(mentions[-1], entity)
    sources = [places_of(parse, called)[0] for called in speaks]
    phrases = phrase_mentions(parse, taken, sources, words)
    for one in phrases:
        told_by = traits_of_pronoun if one.type is MentionType.PRONOUN else traits_of
        entities.begin(one, Entity(told_by(parse, one, words)))
    mentions = sorted([*mentions, *phrases], key=lambda mention: (mention.head, mention.start))
    document = document_of(parse, words, mentions, [_said(tokens) for tokens in sources])
    context = Context(document, entities, named_of(document, entities))
    for one in mentions:
        context.salience.note(entities.of(one))
    return context


def entity(context: Context, told: str) -> Entity:
    """What the first mention of these words stands for."""
    return context.entities.of(mention(context, told))


def teach(context: Context, told: str, *, names: tuple[Range, ...] | None = None, **traits: object) -> Entity:
    """Give what these words stand for other names or traits."""
    one = entity(context, told)
    context.entities.teach(one, evolve(one.traits, **traits))  # type: ignore[arg-type]
    one.names = names if names is not None else one.names
    return one


def affiliations(context: Context, told: str, constructs: Iterable[Construct] = ()) -> list[tuple[str, int]]:
    """The organisations that these words stand for, with their ranks, the surest first."""
    found = affiliations_of(context, list(constructs)).of(entity(context, told))
    return [(called(context, [one.organisation])[0], one.rank) for one in found]


def served(context: Context, told: str, constructs: Iterable[Construct] = ()) -> list[tuple[str, int]]:
    """The same, each once."""
    ranks: dict[str, int] = {}
    for name, rank in affiliations(context, told, constructs):
        ranks.setdefault(name, rank)
    return list(ranks.items())


def places_of(parse: Parse, called: str) -> list[Range]:
    """Where these words stand."""
    size = len(parts := called.split())
    return [(start, start + size) for start in range(len(parse)) if parse.words[start : start + size] == parts]


def mention(context: Context, called: str) -> Mention:
    """The first mention of these words, or that the first of them heads."""
    start, end = places_of(context.parse, called)[0]
    found = [one for one in context.document.mentions if (one.start, one.end) == (start, end)]
    return found[0] if found else context.document.at_head[start]


def called(context: Context, entities: Sequence[Entity | None]) -> list[str]:
    """The words by which these are named first, or described."""
    return [_words(context, one) if one is not None else "-" for one in entities]


def _words(context: Context, entity: Entity) -> str:
    first = entity.names or [(one.start, one.end) for one in entity.mentions]
    return " ".join(context.parse.words[slice(*first[0])]) if first else "campaign"


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
