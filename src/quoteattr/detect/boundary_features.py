"""What is said of a boundary: the features that the trees look at which tell whether a content goes on there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.detect.boundaries import Boundary
from quoteattr.detect.candidate import Candidate, OpenSpan
from quoteattr.detect.features import ArticleFeatures
from quoteattr.forest import Column, Row
from quoteattr.syntax.grammar import Verb, complement_of, conjunct_behind

__all__ = ["COLUMNS", "FEATURES", "row_of", "values_of"]

_JOINT = (
    "family+relation+label+kind+pause; relation+label+kind+pause; label+kind; label+conjunct+pause; "
    "label+top tag+pause; label+governor tag+relation; family+word+relation; family+label+word; label+entity+word; "
    "tag before+word; cue+label+kind; conjunct+cue tag; cue; word before; next word; governor label; relation; "
    "label+next word+pause; first+label+next word; first+kind+pause; label+object+word; label+object; "
    "family+label+object entity; label+joined; label+subject word+pause"
).split("; ")
"""Features whose joint values are counted."""
_NUMBERS = (
    "quoted after; reports after; verbs after; counted; edge; words in; words left; number; commas; "
    "governor distance; constituent; closes; quoted before; quoted here; reports; subject; tense of head; "
    "tense of cue; news"
).split("; ")

COLUMNS: tuple[Column, ...] = (*(Column.words(*names.split("+")) for names in _JOINT), *map(Column.number, _NUMBERS))
"""What the trees look at, of the features of :func:`row_of`."""

FEATURES = tuple(
    (
        "family; relation; label; kind; pause; conjunct; top tag; governor tag; governor label; word; next word; "
        "word before; tag before; entity; cue; cue tag; counted; edge; words in; words left; number; commas; "
        "governor distance; constituent; closes; quoted before; quoted here; reports; subject; tense of head; "
        "tense of cue; first; object; object entity; joined; subject word; quoted after; reports after; verbs after; "
        "news"
    ).split("; ")
)
"""The names of the features, in the order in which :func:`values_of` gives them. ``news`` tells whose conventions hold,
those of the news or those of PolNeAR."""


def row_of(
    article: ArticleFeatures, candidate: Candidate, span: OpenSpan, number: int, boundary: Boundary, counted: float
) -> Row:
    """The features of a boundary, the one after ``number`` others; ``counted`` is the share that goes on there."""
    (values,) = values_of(article, candidate, span, number, [(boundary, counted)])
    told = [value if isinstance(value, str) else float(value) for value in values]
    return dict(zip(FEATURES, told, strict=True))


def values_of(
    article: ArticleFeatures,
    candidate: Candidate,
    span: OpenSpan,
    first: int,
    found: Sequence[tuple[Boundary, float]],
) -> Iterator[tuple[str | float, ...]]:
    """The features of boundaries, the first of which comes after ``first`` others, in the order of ``FEATURES``."""
    parse, told, commas = article.parse, article.token_features, article.commas_before
    tags, deps, region_of, entity_labels = parse.tags, parse.deps, parse.region_of, parse.entity_labels
    quotations, reports, finite = article.quotations_before, article.reports_before, article.finite_before
    limit = article.sentence(span.head)[1]
    head_tag, cue_tag = tags[span.head], tags[candidate.cue]
    before = commas[span.start]
    for number, (boundary, counted) in enumerate(found, first):
        token, after, top, relation, label, kind, pause, _ = boundary
        governor, end = parse.heads[top], parse.right[top]
        conjunct = conjunct_behind(parse, governor, token) if label == "cc" else -1
        joined = conjunct if conjunct >= 0 else top
        verb = article.verb_at.get(joined)
        thing = complement_of(parse, top) if label in ("prep", "agent", "dative") else -1
        yield (
            span.family, relation, label, kind, pause, tags[conjunct] if conjunct >= 0 else "", tags[top],
            tags[governor], deps[governor], told[token], told[token + 1], told[token - 1], tags[token - 1],
            entity_labels[top], candidate.lemma, cue_tag, counted, (after > span.edge) - (after < span.edge),
            after - span.start, limit - token, number, commas[token] - before, token - governor, end - token,
            limit - end <= 1, region_of[after - 1] >= 0, region_of[token] >= 0,
            article.lexicon.precision(verb.lemma, "VERB", "*") if verb is not None else -1.0, _subject(verb, token),
            tags[joined] == head_tag, tags[joined] == cue_tag, told[span.start], told[thing],
            entity_labels[thing] if thing >= 0 else "", told[joined], told[verb.subject] if verb is not None else "",
            quotations[limit] - quotations[token], reports[limit] - reports[token], finite[limit] - finite[token],
            not article.lexicon.wide,
        )  # fmt: skip


def _subject(verb: Verb | None, token: int) -> float:
    """Whether a verb has its own subject behind ``token``; -1 for no verb."""
    return -1.0 if verb is None else float(verb.subject >= token)
