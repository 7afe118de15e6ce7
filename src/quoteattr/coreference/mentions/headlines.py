"""Names in headlines, where everything is capitalised."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from quoteattr.coreference.mentions.values import HeadlineName, Known, NameSpan, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import mark_set
from quoteattr.syntax import Parse, Range, labels
from quoteattr.syntax.labels import DASHES, FINITE_TAGS, SENTENCE_ENDS

__all__ = ["RULES", "headline_names", "is_headline", "known_forms"]

_OPENING = mark_set("opening_doubles")
_CLOSING = mark_set("closing_doubles")
_LONGEST = 8
"""Tokens of a name that a headline may repeat, at most."""
_DATELINE = 20
"""Tokens of a dateline, at most."""
_FEWEST = 3
"""Long words of a headline, at least."""
_CLOSED, _OPEN = 0.95, 0.75
"""Shares of the long words of a headline that are capitalised, with a mark that closes the line and without."""


def is_headline(parse: Parse, start: int, end: int) -> bool:
    """Whether nearly every long word of a sentence is capitalised, or it is a dateline: "NEW YORK, March 2 -"."""
    if start < end <= start + _DATELINE and parse.words[end - 1] in DASHES and parse.words[start].isupper():
        return True
    capitals = parse.capitals
    if bisect_left(capitals, end) - bisect_left(capitals, start) < _FEWEST:
        return False
    long, capitalised = (counts[end] - counts[start] for counts in parse.long_words)
    if long < _FEWEST:
        return False
    last = range(max(start, end - 3), end)
    stopped = any(parse.words[one] in SENTENCE_ENDS for one in last) or _is_stopped(parse, start, end)
    share = _CLOSED if stopped else _OPEN
    return capitalised >= share * long and not _is_introduction(parse, start, end)


def _is_introduction(parse: Parse, start: int, end: int) -> bool:
    """Whether it closes with a small finite verb and a colon: "Ada Smith, Mayor of Leeds, said:"."""
    words = parse.words
    closing = next(
        (one for one in range(end - 1, start, -1) if not (words[one].isspace() or words[one] in _OPENING)), start
    )
    verb = closing - 1
    return parse.words[closing] == ":" and parse.tags[verb] in FINITE_TAGS and parse.words[verb].islower()


def _is_stopped(parse: Parse, start: int, end: int) -> bool:
    """Whether the stop of an abbreviation ends a sentence with speech: "“It rained,” said Ada Smith of Acme Ltd."."""
    return parse.words[end - 1].endswith(".") and not _CLOSING.isdisjoint(parse.words[start:end])


def known_forms(parse: Parse, spans: Iterable[NameSpan]) -> dict[tuple[str, ...], str]:
    """The names of the text as headlines may repeat them, with the label that each has most often."""
    counts = Counter(
        (tuple(parse.lower[span.start : span.end]), span.label) for span in spans if span.end - span.start <= _LONGEST
    )
    return {form: label for (form, label), _ in reversed(counts.most_common())}


def headline_names(known: Known, headline: Range) -> Iterator[NameSpan]:
    """Names in one headline: those that the text repeats, and entities that look like the name of their sort."""
    context = known.context
    token, end = headline
    while token < end:
        span = None
        if token not in context.titles.starting and context.parse.words[token][:1].isupper():
            span = known.first(HeadlineName, token, end)
        if span is not None:
            yield span
        token = span.end if span is not None else token + 1


def _known(known: Known, token: int, end: int) -> NameSpan | None:
    lower = known.context.parse.lower
    for stop in range(min(token + _LONGEST, end), token, -1):
        if (label := known.forms.get(tuple(lower[token:stop]))) is not None:
            full = stop == token + 1 and _full_name(known, token, end) is not None  # "Anna", and here "Anna Hale"
            return None if full else NameSpan(token, stop, label)
    return None


def _entity(known: Known, token: int) -> NameSpan | None:
    """The entity that begins at a token, without marks behind it."""
    parse = known.context.parse
    number = parse.entity_of[token]
    if number < 0 or parse.entities[number].start < token:
        return None
    end = parse.entities[number].end
    if token and parse.words[token - 1] in _OPENING:  # "“Forbes” Magazine"
        end = next((mark for mark in range(token, end) if parse.words[mark] in _CLOSING), end)
    while end > token and (not parse.is_word(end - 1) or parse.lower[end - 1] == labels.POSSESSIVE_ENDING):
        end -= 1
    return NameSpan(token, end, parse.entities[number].label) if end > token else None


def _full_name(known: Known, token: int, end: int) -> NameSpan | None:
    span = _entity(known, token)
    if span is None or span.label != labels.PERSON_ENTITY or span.end - token not in (2, 3):
        return None
    return span if known.context.is_given(token) else None


def _with_given(known: Known, token: int, end: int) -> NameSpan | None:
    """A given name before the surname by which the article knows somebody."""
    parse = known.context.parse
    if token + 1 >= end or not known.context.is_given(token) or parse.tags[token] != labels.PROPER_NOUN:
        return None
    person = known.forms.get((parse.lower[token + 1],)) == labels.PERSON_ENTITY
    alone = token + 2 >= end or not parse.words[token + 2][0].isalpha() or parse.words[token + 2][0].islower()
    written = parse.words[token + 1][0].isupper() and token + 1 not in known.context.titles.starting
    return NameSpan(token, token + 2, labels.PERSON_ENTITY) if person and alone and written else None


def _place(known: Known, token: int, end: int) -> NameSpan | None:
    span = _entity(known, token)
    if span is None or span.label not in labels.PLACE_ENTITIES:
        return None
    return span if known.context.text(token, span.end) in known.context.gazetteer.places else None


def _organisation(known: Known, token: int, end: int) -> NameSpan | None:
    span = _entity(known, token)
    if span is None or span.label != labels.ORGANISATION_ENTITY:
        return None
    word = known.context.parse.words[token]
    acronym = span.end - token == 1 and word.isupper() and len(word) < 6
    listed = known.context.text(token, span.end) in known.context.gazetteer.media
    return span if acronym or listed or known.context.ends_organisation(span.end) else None


RULES: tuple[Rule, ...] = (
    rule(
        HeadlineName,
        "span-headline-given",
        "a given name in a headline belongs to the surname by which the article knows somebody",
        _with_given,
        Example(
            "Cecile Richards: ‘I’m Sick Of Men Telling Us What To Do With Our Bodies.’\n\nRichards said no.",
            "Cecile Richards",
            "Cecile Richards",
        ),
        Example(
            "Nadine Roberts: ‘I’m Tired Of Men Telling Us What To Do With Our Bodies.’\n\nRoberts said no.",
            "Nadine Roberts",
            "Nadine Roberts",
        ),
    ),
    rule(
        HeadlineName,
        "span-headline-known",
        "a headline repeats names that the article has",
        _known,
        Example(
            "The Long Summer Of Bruno Vexo\n\nThe singer Bruno Vexo was ill in May. He is well now.",
            "Bruno Vexo",
            "Bruno Vexo",
        ),
        Example(
            "Court Sides With Anna Brellan Again\n\nThe judge said on Monday that Anna Brellan was right.",
            "Anna Brellan",
            "Anna Brellan",
        ),
    ),
    rule(
        HeadlineName,
        "span-headline-person",
        "a given name with one or two words after it names a person in a headline, too",
        _full_name,
        Example("Anna Hale Wins The Race For Mayor\n\nThe vote was close.", "Anna Hale", "Anna Hale"),
        Example("Peter Marsh Leaves The Board In June\n\nNobody knew why he had gone.", "Peter Marsh", "Peter Marsh"),
    ),
    rule(
        HeadlineName,
        "span-headline-place",
        "a listed place is a place in a headline, too",
        _place,
        Example("France Wins The Cup In Style\n\nThe players were glad.", "France", "France"),
        Example("The Iowa Caucus was won by Smith.", "Iowa", "Iowa"),
    ),
    rule(
        HeadlineName,
        "span-headline-organisation",
        "an acronym, or a name that ends in an organisation word, is an organisation in a headline, too",
        _organisation,
        Example("NASA Sends A New Probe To Mars\n\nIt will land in May.", "NASA", "NASA"),
        Example(
            "Brellan University Shuts Its Doors\n\nStudents were told on Monday.",
            "Brellan University",
            "Brellan University",
        ),
        Example("“Forbes” Magazine Lists Towns In Ohio\n\nIt was late.", "Forbes", "Forbes"),
    ),
)
