"""Where the article has names: the spans of its sentences, joined and completed by what else it knows of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import evolve

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions import (
    causes,
    edges,
    headlines,
    missed_names,
    name_joins,
    name_revisions,
    name_spans,
    people_spans,
    told_names,
)
from quoteattr.coreference.mentions.headlines import headline_names, is_headline, known_forms
from quoteattr.coreference.mentions.name_joins import names_of
from quoteattr.coreference.mentions.name_spans import spans_in
from quoteattr.coreference.mentions.titles import find_titles, titles_before
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.coreference.mentions.values import (
    Context,
    Known,
    Name,
    NameKind,
    NameSpan,
    Revision,
    Told,
    key_of,
)
from quoteattr.coreference.rules import Rule
from quoteattr.lexicon.names import is_camel
from quoteattr.syntax import Parse, Range, labels

__all__ = ["RULES", "Name", "NameKind", "find_names", "key_of"]

RULES: tuple[Rule, ...] = (
    *told_names.RULES,
    *name_spans.RULES,
    *edges.RULES,
    *people_spans.RULES,
    *name_joins.RULES,
    *causes.RULES,
    *headlines.RULES,
    *missed_names.RULES,
    *name_revisions.RULES,
)
"""All rules in the order in which they are asked."""


def find_names(
    parse: Parse,
    gazetteer: Gazetteer,
    sources: Iterable[Range] = (),
    rules: Sequence[Rule] = RULES,
    told: ToldNames = NOBODY,
) -> list[Name]:
    """Every name of the article in text order, without overlap.

    Args:
        parse: The article.
        gazetteer: The word lists.
        sources: Where somebody speaks: what is nothing but capitalised words there is a name.
        rules: Those that are asked.
        told: The names of those whom the user knows.
    """
    context = _context(parse, gazetteer, rules, told)
    spans, of_headlines = _spans(context)
    known = Known(context, known_forms(parse, spans))
    found = [span for line in of_headlines for span in _of_headline(known, line)]
    names = [_name(context, span) for span in spans]
    names += [evolve(_name(context, span), headline=True) for span in found]
    known = _known(known, names)
    missed = list(missed_names.missed_names(known))
    known = evolve(known, covered=_covered(known.covered, missed))
    missed += missed_names.names_of_sources(known, sources)
    names += [_name(context, span) for span in missed]
    names.sort(key=lambda name: name.start)
    for revision in context.of(Revision):
        names = revision.revise(context, names, known.surnames)
    return names


def _of_headline(known: Known, line: Range) -> list[NameSpan]:
    """The names of a headline: those that the user knows, and others beside them."""
    told = [span for token in range(*line) if (span := known.context.told.get(token)) is not None]
    taken = {token for span in told for token in range(span.start, span.end)}
    return told + [span for span in headline_names(known, line) if taken.isdisjoint(range(span.start, span.end))]


def _context(parse: Parse, gazetteer: Gazetteer, rules: Sequence[Rule], told: ToldNames) -> Context:
    by_sort: dict[type[Rule], list[Rule]] = defaultdict(list)
    for one in rules:
        by_sort[type(one)].append(one)
    in_entities = (token for entity in parse.entities for token in range(entity.start, entity.end))
    small = frozenset(word for word in parse.forms if word[:1].islower())
    camel = {word for word in parse.forms if is_camel(word)}
    titles = find_titles(parse, gazetteer)
    of_told = [one for one in rules if isinstance(one, Told)]
    by_start = {span.start: span for span in told.find(parse, titles.ending, of_told)}
    camels = (token for token in parse.numbers[:-1] if parse.words[token] in camel) if camel else ()
    candidates = sorted({*parse.capitals, *in_entities, *by_start, *camels})
    return Context(parse, gazetteer, titles, candidates, dict(by_sort), small, by_start)


def _spans(context: Context) -> tuple[list[NameSpan], list[Range]]:
    """The names of the sentences, and the headlines, which have not been looked at."""
    spans: list[NameSpan] = []
    of_headlines = []
    for start, end in context.parse.sentences:
        if is_headline(context.parse, start, end):
            of_headlines.append((start, end))
        else:
            spans += names_of(context, spans_in(context, start, end))
    return spans, of_headlines


def _known(known: Known, names: Sequence[Name]) -> Known:
    gazetteer = known.context.gazetteer
    long = [name for name in names if len(name.key) > 1]
    people = [n for n in long if n.label == labels.PERSON_ENTITY or n.titles or n.key[0] in gazetteer.given_names]
    return evolve(
        known,
        surnames={name.key[-1] for name in people},
        covered=_covered(bytes(len(known.context.parse)), names),
    )


def _covered(covered: bytes, names: Iterable[Name | NameSpan]) -> bytes:
    out = bytearray(covered)
    for name in names:
        out[name.start : name.end] = b"\1" * (name.end - name.start)
    return bytes(out)


def _name(context: Context, span: NameSpan) -> Name:
    parse, gazetteer = context.parse, context.gazetteer
    titles, gender = titles_before(parse, span.start, context.titles, gazetteer)
    key = key_of(parse.words[span.start : span.end], gazetteer.suffixes)
    if len(key) == 1 and span.end - span.start > 1 and key[0] in gazetteer.organisation_words:
        key = key_of(parse.words[span.start : span.end])  # "News Corp." is not just "News"
    article = not titles and span.start > 0 and parse.lower[span.start - 1] == "the"
    given = (span.role,) if span.role else titles
    return Name(span.start, span.end, key, span.label, given, gender, article=article, told=span.told)
